//! All stories in, the people among their names who are none out: places that one story alone takes for a person.
//!
//! **Why:** where a headline says that `Losa opens its yards`, nothing there tells that Losa is a country; the next story
//! says `in Losa` and `the president of Losa`. Whoever is introduced by no title and no longer name in the whole library
//! is the place of that name.

use std::collections::{HashMap, HashSet};

use super::Called;
use crate::language::{EntityId, Facts, Name, NameKind, Part, Passage, slug};
use crate::meetings::Story;

/// Words behind which a place stands, or the state of whom somebody is the president.
const WHERE: &[&str] = &["in", "of", "from", "to", "at", "near", "into", "across", "for", "between"];
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
/// Bytes before a name in which the word before it stands.
const REACH: usize = 24;

/// The people who are a place, by their identity in the stories, with what the place is called.
pub(super) fn misread(stories: &[Story], facts: &Facts) -> HashMap<EntityId, Called> {
    let mut places: HashMap<&EntityId, &Name> = HashMap::new();
    let mut words_of_people: HashSet<&str> = HashSet::new();
    let mut titled: HashSet<&EntityId> = HashSet::new();
    for story in stories {
        for name in &story.annotations.names {
            match name.kind {
                NameKind::Place if is_behind(story, name, WHERE) => _ = places.entry(&name.id).or_insert(name),
                NameKind::Person => {
                    if name.name.contains(' ') {
                        words_of_people.extend(name.name.split(' '));
                    }
                    if is_behind(story, name, TITLES) {
                        titled.insert(&name.id);
                    }
                }
                _ => {}
            }
        }
    }
    let people = stories.iter().flat_map(|story| &story.annotations.names).filter(|name| {
        let is_unknown = facts.person(&name.id).is_none() && !facts.user.knows(&name.id);
        let is_someones = words_of_people.contains(name.name.as_str()) || titled.contains(&name.id);
        name.kind == NameKind::Person && is_unknown && !is_someones
    });
    let place_of = |name: &Name| {
        let place = places.get(&EntityId::new(&slug(&name.name)))?;
        Some((name.id.clone(), Called { id: place.id.clone(), name: place.name.clone() }))
    };
    people.filter_map(place_of).collect()
}

/// Whether some mention of `name` stands right behind one of these words.
fn is_behind(story: &Story, name: &Name, words: &[&str]) -> bool {
    let before = |passage: Passage| {
        let text = if passage.part == Part::Title { &story.article.title.text } else { &story.article.text };
        let before = text.get(..passage.span.start())?;
        let from = (before.len().saturating_sub(REACH)..=before.len()).find(|at| before.is_char_boundary(*at))?;
        before.get(from..)?.split_whitespace().next_back()
    };
    name.mentions.iter().take(MOST_MENTIONS).filter_map(|mention| before(mention.passage)).any(|word| {
        let word = word.trim_end_matches('.').to_lowercase();
        words.contains(&word.as_str())
    })
}
