//! A story in, whom it introduces as acting for a place out: what no table tells of countries that few know.
//!
//! `President Ana Quill of Norrmark`, `Norrmark's foreign minister, Ana Quill`, `the President of Norrmark, Ana Quill`, `Ana Quill,
//! President of Norrmark`. What the tables know of states is read with the story itself. And which people (`Norrmarkian`) is a
//! place's own, by the endings of such names.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::language::{EntityId, Facts, Name, NameKind, Part};
use crate::meetings::Story;

/// Nouns of those who act for a country.
const OFFICES: &[&str] = &[
    "president",
    "premier",
    "minister",
    "chancellor",
    "king",
    "queen",
    "emir",
    "sultan",
    "leader",
    "secretary",
    "prince",
    "ambassador",
    "envoy",
    "negotiator",
    "ruler",
];
/// Words that may stand before the name of a country.
const BEFORE_A_COUNTRY: &[&str] = &["the", "republic", "kingdom", "state", "federation", "union", "of"];
/// Bytes in which an office stands before or behind a name.
const REACH: usize = 64;
/// Mentions of one name that are looked at.
const MOST_MENTIONS: usize = 32;

/// Where the names of places begin, or end, each with its other end.
type Places<'s> = BTreeMap<usize, (usize, &'s EntityId)>;

/// The people of a story, each with the place for which it says that they act. `the Ostmar chancellor` tells of a place only
/// where some story does, which `places` are.
pub(super) fn introduced<'s>(
    story: &'s Story,
    places: &HashSet<&EntityId>,
    facts: &Facts,
) -> Vec<(&'s EntityId, &'s EntityId)> {
    let text = story.article.text.as_str();
    let names = |kind: NameKind| story.annotations.names.iter().filter(move |name| name.kind == kind);
    let groups = names(NameKind::Group).filter(|name| places.contains(&name.id));
    let unknown = names(NameKind::Place).chain(groups).filter(|name| facts.state(&name.id).is_none());
    let (mut starts, mut ends) = (Places::new(), Places::new());
    for name in unknown {
        for mention in name.mentions.iter().filter(|mention| mention.passage.part == Part::Text).take(MOST_MENTIONS) {
            let span = mention.passage.span;
            starts.insert(span.start(), (span.end(), &name.id));
            ends.insert(span.end(), (span.start(), &name.id));
        }
    }
    let mut found: Vec<(&EntityId, &EntityId)> = Vec::new();
    if starts.is_empty() {
        return found;
    }
    for name in names(NameKind::Person) {
        for mention in name.mentions.iter().filter(|mention| mention.passage.part == Part::Text).take(MOST_MENTIONS) {
            let span = mention.passage.span;
            let place = behind(text, span.end(), &starts).or_else(|| before(text, span.start(), &ends));
            found.extend(place.map(|place| (&name.id, place)));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a word is one of a list, ASCII case aside.
fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|other| other.eq_ignore_ascii_case(word))
}

/// `of Norrmark`, `, President of the Republic of Norrmark`.
fn behind<'s>(text: &str, end: usize, starts: &Places<'s>) -> Option<&'s EntityId> {
    let window = text.get(end..)?;
    let mut at = 0;
    let mut office = true;
    let mut is_apposed = true;
    for (number, word) in window.split(' ').enumerate() {
        let place = starts.get(&(end + at)).copied();
        if let Some((_, place)) = place.filter(|_| number >= 2 && office) {
            return Some(place);
        }
        if let Some((place_end, place)) = place.filter(|_| number >= 1 && !office && is_apposed) {
            return is_office_ahead(text.get(place_end..)?).then_some(place);
        }
        is_apposed &= number == 0 || ["the", "a", "an"].contains(&word);
        if at > REACH || word.contains(['.', ';', '\n', '“', '"']) {
            return None;
        }
        let plain = word.trim_matches(',');
        let is_of = is_one_of(plain, BEFORE_A_COUNTRY);
        // Behind a comma an office stands; without one, nothing but the country.
        match number {
            0 if word == "," => office = false,
            0 if word.is_empty() => {}
            0 => return None,
            _ if is_one_of(plain, OFFICES) => office = true,
            _ if is_of => {}
            _ if office => return None,
            _ => {}
        }
        at += word.len() + 1;
    }
    None
}

/// `’s foreign minister`, ` chancellor,`: an office, with nothing but small words before it.
fn is_office_ahead(behind: &str) -> bool {
    let owned = behind.strip_prefix("'s").or_else(|| behind.strip_prefix("’s")).unwrap_or(behind);
    let is_office = |word: &str| OFFICES.contains(&bare(word).as_str());
    let stands_between = |word: &str| {
        word.starts_with(char::is_lowercase) && !word.ends_with(',') && !OF_OTHERS.contains(&bare(word).as_str())
    };
    let mut words = owned.split_whitespace().take(NEAR);
    owned.starts_with(' ') && words.find(|word| is_office(word) || !stands_between(word)).is_some_and(is_office)
}

/// A word in lower case, without the signs around it.
fn bare(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphabetic()).to_lowercase()
}

/// `Norrmark's foreign minister, `, `the President of Norrmark, `, `the Norrmark chancellor, `.
fn before<'s>(text: &str, start: usize, ends: &Places<'s>) -> Option<&'s EntityId> {
    let from = (start.saturating_sub(REACH)..=start).find(|at| text.is_char_boundary(*at))?;
    let (&end, &(place_start, place)) = ends.range(from..start).next_back()?;
    let gap = text.get(end..start)?;
    if gap.contains(['.', ';', '\n', '“', '"']) && !gap.contains("H.E.") {
        return None;
    }
    let owned = gap.strip_prefix("'s").or_else(|| gap.strip_prefix("’s"));
    if let Some(rest) = owned {
        return (rest == " " || is_office_of_its_own(rest)).then_some(place);
    }
    // `In Norrmark President Ana Quill was told` says where she was.
    let before_place = text.get(..place_start)?.split_whitespace().next_back().map(bare).unwrap_or_default();
    let is_plain =
        |word: &&str| !OFFICES.contains(&bare(word).as_str()) && !OF_PORTFOLIOS.contains(&bare(word).as_str());
    if is_office_of_its_own(gap)
        && gap.split_whitespace().all(|word| !is_plain(&word))
        && !PLACING.contains(&before_place.as_str())
    {
        return Some(place);
    }
    let mut words = gap.split_whitespace().map(|word| word.trim_matches(','));
    let is_title = |word: &str| word.is_empty() || word.ends_with('.') || word.eq_ignore_ascii_case("mr");
    let is_apposed = gap.starts_with(',') && words.all(is_title);
    let mut ahead = text.get(..place_start)?.split_whitespace().rev().take(5);
    (is_apposed && ahead.any(|word| is_one_of(word, OFFICES))).then_some(place)
}

/// Words that stand between an owner and an office which is somebody else's: `'s quarrel with the minister`, `'s ally President`.
const OF_OTHERS: &[&str] = &[
    "with",
    "against",
    "to",
    "on",
    "over",
    "by",
    "from",
    "for",
    "of",
    "in",
    "at",
    "as",
    "about",
    "after",
    "before",
    "between",
    "the",
    "a",
    "an",
    "his",
    "her",
    "its",
    "their",
    "and",
    "or",
    "but",
    "when",
    "who",
    "that",
    "than",
    "ally",
    "enemy",
    "foe",
    "rival",
    "friend",
    "neighbour",
    "neighbor",
    "guest",
    "visitor",
    "host",
    "critic",
    "opponent",
    "counterpart",
    "partner",
    "said",
    "told",
    "met",
    "is",
    "was",
];
/// Words before an office that tell which it is.
const OF_PORTFOLIOS: &[&str] = &[
    "prime",
    "foreign",
    "defence",
    "defense",
    "finance",
    "interior",
    "trade",
    "deputy",
    "vice",
    "acting",
    "interim",
    "federal",
    "state",
    "justice",
    "energy",
    "labour",
    "labor",
    "economy",
    "culture",
    "fisheries",
    "agriculture",
    "health",
    "transport",
    "environment",
    "education",
    "chief",
    "crown",
];
/// Words behind which a place tells where somebody is.
const PLACING: &[&str] = &["in", "at", "near", "from", "into", "across", "outside"];
/// Words that belong to the office before them.
const OF_AN_OFFICE: &[&str] = &["general", "elect", "designate", "regent"];
/// Words of an office behind `of` or `for` where no comma ends it: `secretary of state Ana Quill`.
const SHORT: usize = 2;

/// Whether nothing but adjectives stands before an office and nothing but what it is for behind it: ` long-serving foreign
/// minister, `. Whoever is named in between holds the office himself.
fn is_office_of_its_own(rest: &str) -> bool {
    let words: Vec<String> = rest.split_whitespace().map(str::to_lowercase).collect();
    let is_office = |word: &str| OFFICES.contains(&word.trim_matches(','));
    let is_clear = rest
        .split_whitespace()
        .all(|word| word != "and" && (is_office(&word.to_lowercase()) || !word.starts_with(char::is_uppercase)));
    let Some(first) = words.iter().position(|word| is_office(word)).filter(|_| is_clear) else { return false };
    let (before, behind) = words.split_at(first);
    let is_adjective = |word: &String| !word.ends_with(',') && !OF_OTHERS.contains(&word.as_str());
    let behind: Vec<&str> = behind.iter().map(|word| word.trim_matches(',')).collect();
    let behind = behind
        .iter()
        .position(|word| !is_office(word) && !OF_AN_OFFICE.contains(word))
        .map_or(&[][..], |at| behind.get(at..).unwrap_or_default());
    let is_for = matches!(behind, [] | ["of" | "for", ..]);
    let ends = behind.len() <= SHORT || words.last().is_some_and(|word| word.ends_with(','));
    before.iter().all(is_adjective) && is_for && ends
}

/// What a country calls itself before its name.
pub(super) const LONG_FORMS: &[&str] =
    &["republic-of-", "kingdom-of-", "federation-of-", "state-of-", "sultanate-of-", "emirate-of-"];

/// Endings by which a people is called after its country, and those before which the country's last letter is dropped.
const ENDINGS: &[&str] = &["n", "an", "ian", "ean", "ese", "i", "ish", "er", "r"];
const ENDINGS_OF_STEMS: &[&str] = &["ian", "an", "ese", "i", "ish"];
/// Letters that a country's name has at least, so that `Mali` is no matter of `Malian` alone.
const LEAST: usize = 4;

/// What a country has, besides those of [`OFFICES`].
const OF_A_COUNTRY: &[&str] = &["government", "parliament", "ministry", "embassy"];
/// Words within which the office of a country stands behind its name: `Norrmark's long-serving foreign minister`.
const NEAR: usize = 3;

/// The countries of the stories that no table knows, by the names that their peoples have, and by the long forms of their own.
/// A country is what some story calls by a long form, or tells of as having a government or an office.
pub(super) fn of_peoples(stories: &[Story], facts: &Facts) -> HashMap<EntityId, (EntityId, String)> {
    let names = || stories.iter().flat_map(|story| story.annotations.names.iter().map(move |name| (story, name)));
    let may_be_country = |id: &EntityId| facts.state(id).is_none() && id.as_str().len() >= LEAST;
    let mut places: BTreeMap<&EntityId, BTreeMap<&str, usize>> = BTreeMap::new();
    let (mut peoples, mut long_forms): (HashSet<&EntityId>, HashSet<&EntityId>) = Default::default();
    for (_, name) in names() {
        if name.kind == NameKind::Place && may_be_country(&name.id) {
            *places.entry(&name.id).or_default().entry(&name.name).or_default() += 1;
        }
        if name.kind == NameKind::Group && name.state.is_none() {
            peoples.insert(&name.id);
        }
    }
    let who = stories.iter().flat_map(|story| &story.meetings).flat_map(|meeting| &meeting.participants);
    let ids = who.flat_map(|who| who.acts_for.iter().chain([&who.id])).chain(names().map(|(_, name)| &name.id));
    long_forms.extend(ids.filter(|id| LONG_FORMS.iter().any(|form| id.as_str().starts_with(form))));
    let mut found: Vec<Candidate<'_>> = Vec::new();
    for place in places.keys() {
        let of_people =
            called_after(place).filter(|people| peoples.contains(people)).map(|people| (people, *place, false));
        found.extend(of_people);
        let long = LONG_FORMS.iter().map(|form| EntityId::new(&format!("{form}{place}")));
        found.extend(long.filter(|long| long_forms.contains(long)).map(|long| (long, *place, true)));
    }
    let countries = countries(stories, &found);
    let mut called = HashMap::new();
    for (id, place, _) in found.into_iter().filter(|(_, place, _)| countries.contains(place)) {
        // As most stories write it, the first of equals.
        let name = places.get(place).and_then(|all| all.iter().min_by_key(|(name, count)| (Reverse(**count), **name)));
        if let Some((name, _)) = name {
            called.entry(id).or_insert_with(|| (place.clone(), (*name).to_owned()));
        }
    }
    called
}

/// What may be called after a place, with the place, and whether it is a long form of its name.
type Candidate<'s> = (EntityId, &'s EntityId, bool);

/// The places among these that are countries.
fn countries<'s>(stories: &'s [Story], found: &[Candidate<'s>]) -> HashSet<&'s EntityId> {
    let asked: HashSet<&EntityId> = found.iter().map(|(_, place, _)| *place).collect();
    let mut countries: HashSet<&EntityId> =
        found.iter().filter(|(.., is_long)| *is_long).map(|(_, place, _)| *place).collect();
    for story in stories {
        if countries.len() == asked.len() {
            break;
        }
        for name in story.annotations.names.iter().filter(|name| name.kind == NameKind::Place) {
            if asked.contains(&name.id) && !countries.contains(&name.id) && is_led(story, name) {
                countries.insert(&name.id);
            }
        }
    }
    countries
}

/// What the people of a place may be called.
fn called_after(place: &EntityId) -> impl Iterator<Item = EntityId> {
    let mut stem = place.as_str().chars();
    stem.next_back();
    let (whole, stem) = (place.as_str(), stem.as_str());
    let whole = ENDINGS.iter().map(move |ending| format!("{whole}{ending}"));
    whole.chain(ENDINGS_OF_STEMS.iter().map(move |ending| format!("{stem}{ending}"))).map(|id| EntityId::new(&id))
}

/// Whether a story tells that a place has a government or an office: `president of Norrmark`, `Norrmark's foreign minister`.
fn is_led(story: &Story, name: &Name) -> bool {
    let text = story.article.text.as_str();
    let leads = |word: &str| {
        let word = word.trim_matches(|letter: char| !letter.is_alphabetic());
        is_one_of(word, OFFICES) || is_one_of(word, OF_A_COUNTRY)
    };
    let mentions = name.mentions.iter().filter(|mention| mention.passage.part == Part::Text).take(MOST_MENTIONS);
    mentions.map(|mention| mention.passage.span).any(|span| {
        let before = text.get(..span.start()).unwrap_or_default();
        let from = (before.len().saturating_sub(REACH)..=before.len()).find(|at| before.is_char_boundary(*at));
        let mut before = from.and_then(|from| before.get(from..)).unwrap_or_default().split_whitespace().rev();
        // President Ana Quill of Norrmark.
        let is_headed = before.next() == Some("of") && before.take(NEAR).any(leads);
        let behind = text.get(span.end()..).unwrap_or_default();
        let owned = behind.strip_prefix("'s ").or_else(|| behind.strip_prefix("’s ")).unwrap_or_default();
        is_headed || owned.split_whitespace().take(NEAR).any(leads)
    })
}
