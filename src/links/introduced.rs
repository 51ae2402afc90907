//! A story in, whom it introduces as acting for a place out: what no table tells of countries that few know.
//!
//! `President Ana Quill of Norrmark`, `Norrmark's foreign minister, Ana Quill`, `the President of Norrmark, Ana Quill`, `Ana Quill,
//! President of Norrmark`. What the tables know of states is read with the story itself. And which people (`Norrmarkian`) is a
//! place's own, by the endings of such names.

use std::collections::{HashMap, HashSet};

use crate::language::{EntityId, Facts, NameKind, Part};
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

/// The people of a story, each with the place for which it says that they act.
pub(super) fn introduced<'s>(story: &'s Story, facts: &Facts) -> Vec<(&'s EntityId, &'s EntityId)> {
    let text = story.article.text.as_str();
    let names = |kind: NameKind| story.annotations.names.iter().filter(move |name| name.kind == kind);
    let unknown = names(NameKind::Place).filter(|name| facts.state(&name.id).is_none());
    let mut starts: HashMap<usize, (usize, &EntityId)> = HashMap::new();
    let mut ends: HashMap<usize, (usize, &EntityId)> = HashMap::new();
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

/// `of Norrmark`, `, President of the Republic of Norrmark`.
fn behind<'s>(text: &str, end: usize, starts: &HashMap<usize, (usize, &'s EntityId)>) -> Option<&'s EntityId> {
    let window = text.get(end..)?;
    let mut at = 0;
    let mut office = true;
    for (number, word) in window.split(' ').enumerate() {
        let place = starts.get(&(end + at)).map(|(_, id)| *id);
        if let Some(place) = place.filter(|_| number >= 2 && office) {
            return Some(place);
        }
        if at > REACH || word.contains(['.', ';', '\n', '“', '"']) {
            return None;
        }
        let plain = word.trim_matches(',').to_lowercase();
        let is_of = BEFORE_A_COUNTRY.contains(&plain.as_str());
        // Behind a comma an office stands; without one, nothing but the country.
        match number {
            0 if word == "," => office = false,
            0 if word.is_empty() => {}
            0 => return None,
            _ if OFFICES.contains(&plain.as_str()) => office = true,
            _ if is_of => {}
            _ if office => return None,
            _ => {}
        }
        at += word.len() + 1;
    }
    None
}

/// `Norrmark's foreign minister, `, `the President of Norrmark, `.
fn before<'s>(text: &str, start: usize, ends: &HashMap<usize, (usize, &'s EntityId)>) -> Option<&'s EntityId> {
    let from = (start.saturating_sub(REACH)..=start).find(|at| text.is_char_boundary(*at))?;
    let (end, (place_start, place)) = (from..start).rev().find_map(|at| Some((at, *ends.get(&at)?)))?;
    let gap = text.get(end..start)?;
    if gap.contains(['.', ';', '\n', '“', '"']) && !gap.contains("H.E.") {
        return None;
    }
    let words: Vec<String> = gap.split_whitespace().map(|word| word.trim_matches(',').to_lowercase()).collect();
    let owned = gap.strip_prefix("'s").or_else(|| gap.strip_prefix("’s"));
    if let Some(rest) = owned {
        let is_office = words.iter().any(|word| OFFICES.contains(&word.as_str()));
        // Whoever is named in between holds the office himself.
        let is_clear = rest.split_whitespace().all(|word| {
            let is_office = OFFICES.contains(&word.trim_matches(',').to_lowercase().as_str());
            word != "and" && (is_office || !word.starts_with(char::is_uppercase))
        });
        return (rest == " " || is_office && is_clear).then_some(place);
    }
    let apposed =
        gap.starts_with(',') && words.iter().all(|word| word.is_empty() || word.ends_with('.') || word == "mr");
    let office = text.get(..place_start)?.split_whitespace().rev().take(5).any(|word| {
        let word = word.to_lowercase();
        OFFICES.contains(&word.as_str())
    });
    (apposed && office).then_some(place)
}

/// What a country calls itself before its name.
pub(super) const LONG_FORMS: &[&str] =
    &["republic-of-", "kingdom-of-", "federation-of-", "state-of-", "sultanate-of-", "emirate-of-"];

/// Endings by which a people is called after its country, and those before which the country's last letter is dropped.
const ENDINGS: &[&str] = &["n", "an", "ian", "ean", "ese", "i", "ish", "er", "r"];
const ENDINGS_OF_STEMS: &[&str] = &["ian", "an", "ese", "i", "ish"];
/// Letters that a country's name has at least, so that `Mali` is no matter of `Malian` alone.
const LEAST: usize = 4;

/// The places of the stories by the names that their peoples have, and by the long forms of their own.
pub(super) fn of_peoples(stories: &[Story], facts: &Facts) -> HashMap<EntityId, (EntityId, String)> {
    let names = || stories.iter().flat_map(|story| &story.annotations.names);
    let is_country = |id: &EntityId| facts.state(id).is_none() && id.as_str().len() >= LEAST;
    let places = names().filter(|name| name.kind == NameKind::Place && is_country(&name.id));
    let mut places: Vec<(&EntityId, &str)> = places.map(|name| (&name.id, name.name.as_str())).collect();
    places.sort_unstable();
    places.dedup_by_key(|(id, _)| *id);
    let peoples: HashSet<&EntityId> =
        names().filter(|name| name.kind == NameKind::Group && name.state.is_none()).map(|name| &name.id).collect();
    let mut found = HashMap::new();
    for (place, name) in places {
        let whole = ENDINGS.iter().map(|ending| format!("{place}{ending}"));
        let stem = place.as_str().get(..place.as_str().len() - 1).unwrap_or_default();
        let stems = ENDINGS_OF_STEMS.iter().map(|ending| format!("{stem}{ending}"));
        for long in LONG_FORMS {
            found.insert(EntityId::new(&format!("{long}{place}")), (place.clone(), name.to_owned()));
        }
        for people in whole.chain(stems).map(|people| EntityId::new(&people)) {
            if peoples.contains(&people) {
                found.entry(people).or_insert_with(|| (place.clone(), name.to_owned()));
            }
        }
    }
    found
}
