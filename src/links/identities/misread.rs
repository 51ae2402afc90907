//! All stories in, the people among their names who are none out: places that few stories take for a person.
//!
//! **Why:** where a headline says that `Losa opens its yards`, nothing there tells that Losa is a country; the next story
//! says `in Losa` and `the president of Losa`. Whoever is introduced by no title and no longer name in the whole library, and
//! of whom none tells what only people do, is the place of that name, where enough stories tell of a place.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt, HashSet};

use super::Called;
use crate::language::{EntityId, Facts, Name, NameKind, Part, Passage, slug};
use crate::meetings::Story;

/// Words behind which a place stands; behind `from`, `for`, `between` and the like people do as well.
const WHERE: &[&str] = &["in", "at", "near", "across"];
/// Whoever is it `of` something is so of a place.
const HEADS: &[&str] = &[
    "president",
    "presidents",
    "premier",
    "premiers",
    "minister",
    "ministers",
    "chancellor",
    "king",
    "queen",
    "leader",
    "leaders",
    "government",
    "governments",
    "capital",
    "people",
];
/// What a country has.
const OF_A_COUNTRY: &[&str] = &[
    "president",
    "premier",
    "minister",
    "chancellor",
    "king",
    "queen",
    "government",
    "capital",
    "parliament",
    "envoy",
];
/// Words within which that stands behind its name: `Losa's new foreign minister`.
const NEAR: usize = 4;
/// What people do.
const DOES: &[&str] = &["said", "says", "told", "tells", "met", "meets"];
/// Words behind which a name is a person's.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "lord",
    "lady",
    "dame",
    "herr",
    "frau",
    "monsieur",
    "madame",
    "señor",
    "señora",
    "king",
    "queen",
    "prince",
    "princess",
    "emir",
    "sultan",
    "sheikh",
    "pope",
    "cardinal",
    "bishop",
    "archbishop",
    "father",
    "president",
    "premier",
    "minister",
    "chancellor",
    "secretary",
    "governor",
    "mayor",
    "senator",
    "ambassador",
    "envoy",
    "commissioner",
    "chairman",
    "chairwoman",
    "general",
    "gen",
    "colonel",
    "col",
    "major",
    "captain",
    "admiral",
    "judge",
    "justice",
    "professor",
    "prof",
    "comrade",
    "brother",
    "sister",
    "spokesman",
    "spokeswoman",
    "leader",
    "named",
    "called",
];
/// Mentions of one name in a story that are looked at.
const MOST_MENTIONS: usize = 16;
/// Bytes before a name in which the words before it stand, and behind it.
const REACH: usize = 40;
/// So many times as many stories tell of the place as of a person, where more than one tells of a person.
const MAJORITY: usize = 2;

/// How many stories spell a name how.
type Spellings<'s> = BTreeMap<&'s str, usize>;

/// What the library knows of those called as a person is.
#[derive(Default)]
struct People<'s> {
    /// In how many stories each is a person, by spelling.
    told: HashMap<&'s EntityId, Spellings<'s>>,
    /// Every word of longer names.
    words: HashSet<&'s str>,
    /// Those whom a title introduces, or of whom it is told what only people do.
    shown: HashSet<&'s EntityId>,
}

/// The people who are a place, by their identity in the stories, with what the place is called, as `everywhere` rewrites it.
pub(super) fn misread(
    stories: &[Story],
    facts: &Facts,
    everywhere: &HashMap<EntityId, Called>,
) -> HashMap<EntityId, Called> {
    let mut places: HashMap<&EntityId, Spellings<'_>> = HashMap::new();
    let mut people = People::default();
    for story in stories {
        for name in &story.annotations.names {
            match name.kind {
                NameKind::Place if around(story, name).any(|(before, behind)| is_where(before) || is_owner(behind)) => {
                    *places.entry(&name.id).or_default().entry(&name.name).or_default() += 1;
                }
                NameKind::Person => people.read(story, name),
                _ => {}
            }
        }
    }
    let is_unknown = |id: &EntityId| facts.person(id).is_none() && !facts.user.knows(id);
    let place_of = |(id, spellings): (&&EntityId, &Spellings<'_>)| {
        let name = most(spellings)?;
        if people.shown.contains(*id) || people.words.contains(name) || !is_unknown(id) {
            return None;
        }
        let (place, told) = places.get_key_value(&EntityId::new(&slug(name)))?;
        let (of_place, of_person) = (told.values().sum::<usize>(), spellings.values().sum::<usize>());
        if of_person > 1 && of_place < MAJORITY * of_person {
            return None;
        }
        let own = Called { id: (*place).clone(), name: most(told)?.to_owned() };
        Some(((*id).clone(), everywhere.get(*place).cloned().unwrap_or(own)))
    };
    people.told.iter().filter_map(place_of).collect()
}

impl<'s> People<'s> {
    fn read(&mut self, story: &'s Story, name: &'s Name) {
        *self.told.entry(&name.id).or_default().entry(&name.name).or_default() += 1;
        if name.name.contains(' ') {
            self.words.extend(name.name.split(' '));
        }
        let shows = |(before, behind): (&str, &str)| {
            before.split_whitespace().next_back().is_some_and(|word| is_one_of(word, TITLES))
                || behind.starts_with(' ') && behind.split_whitespace().next().is_some_and(|word| is_one_of(word, DOES))
        };
        if around(story, name).any(shows) {
            self.shown.insert(&name.id);
        }
    }
}

/// The spelling that most stories have, the first of equals.
fn most<'s>(spellings: &Spellings<'s>) -> Option<&'s str> {
    spellings.iter().min_by_key(|(name, count)| (Reverse(**count), **name)).map(|(name, _)| *name)
}

/// `in`, `the president of`, `the ministers of Brund and`, `Ana Quill of`.
fn is_where(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let Some(mut last) = words.next() else { return false };
    if is_one_of(last, WHERE) {
        return true;
    }
    if is_one_of(last, &["and"]) && words.next().is_some_and(|other| other.starts_with(char::is_uppercase)) {
        last = words.next().unwrap_or_default();
    }
    let is_of = last == "of" && before.contains(" of");
    is_of && words.next().is_some_and(|word| is_one_of(word, HEADS) || is_of_a_name(word))
}

/// `Quill` in `Ana Quill of`; a title alone may be of anything.
fn is_of_a_name(word: &str) -> bool {
    word.chars().nth(1).is_some_and(char::is_lowercase)
        && word.starts_with(char::is_uppercase)
        && !is_one_of(word, TITLES)
}

/// `'s foreign minister`: what a country has, if it stands behind a place.
fn is_owner(behind: &str) -> bool {
    let owned = behind.strip_prefix("'s ").or_else(|| behind.strip_prefix("’s "));
    owned.is_some_and(|owned| owned.split_whitespace().take(NEAR).any(|word| is_one_of(word, OF_A_COUNTRY)))
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.contains(&word.trim_end_matches(['.', ',']).to_lowercase().as_str())
}

/// What stands around each of the first mentions of a name.
fn around<'s>(story: &'s Story, name: &'s Name) -> impl Iterator<Item = (&'s str, &'s str)> {
    let sides = |passage: Passage| {
        let text = if passage.part == Part::Title { &story.article.title.text } else { &story.article.text };
        let (before, behind) = (text.get(..passage.span.start())?, text.get(passage.span.end()..)?);
        let from = (before.len().saturating_sub(REACH)..=before.len()).find(|at| before.is_char_boundary(*at))?;
        let to = (0..=REACH.min(behind.len())).rev().find(|at| behind.is_char_boundary(*at))?;
        Some((before.get(from..)?, behind.get(..to)?))
    };
    name.mentions.iter().take(MOST_MENTIONS).filter_map(move |mention| sides(mention.passage))
}
