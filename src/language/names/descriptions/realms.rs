//! The story's names in, those that can have offices out: bodies, and states that no table knows.
//!
//! **Why:** the Merovian president is the president of Merovia, wherever that may be, if the story names both. An adjective
//! belongs to a place by the rules by which English forms it: `Merovian` to `Merovia`, `Tarsk` to `Tarsk Republic`.

use std::collections::HashMap;

use crate::language::facts::Facts;
use crate::language::spelling::key;
use crate::language::types::{EntityId, Name, NameKind};

/// Words for states in the names of states.
const GENERIC: &[&str] = &[
    "republic",
    "kingdom",
    "federation",
    "union",
    "state",
    "states",
    "islands",
    "island",
    "principality",
    "emirate",
    "emirates",
    "sultanate",
    "democratic",
    "peoples",
    "people's",
    "united",
    "islamic",
    "socialist",
    "grand",
    "duchy",
    "of",
    "the",
    "and",
];
/// What English adds to a place for its people, the longer ones first.
const ENDINGS: &[&str] = &["ians", "ans", "ns", "ian", "ean", "ese", "ish", "an", "ic", "er", "is", "n", "i", ""];
/// The shortest beginning by which an adjective tells its place.
const SHORTEST: usize = 3;

/// Identity of a name → identity of what has the offices that are told with it. States of the tables are not among them:
/// the rules know them by every word.
pub(super) fn of(names: &[Name], facts: &Facts) -> HashMap<EntityId, EntityId> {
    let is_unknown = |name: &&Name| name.state.is_none() && facts.state(&name.id).is_none();
    let places = || names.iter().filter(|name| name.kind == NameKind::Place).filter(is_unknown);
    let mut stems: HashMap<String, (usize, &EntityId)> = HashMap::new();
    for place in places() {
        let Some(core) = core(&place.name) else { continue };
        let words = place.name.split(' ').count();
        let known = stems.entry(stem(&core).to_owned()).or_insert((words, &place.id));
        // `Tarsk Republic` says more than `Tarsk`.
        if known.0 < words {
            *known = (words, &place.id);
        }
    }
    let place_of = |name: &Name| {
        let adjective = core(&name.name)?;
        let beginnings = ENDINGS.iter().filter_map(|ending| adjective.strip_suffix(ending));
        beginnings.filter(|start| start.len() >= SHORTEST).find_map(|start| stems.get(stem(start)))
    };
    let has_offices = |name: &&Name| match name.kind {
        NameKind::Organisation => facts.state(&name.id).is_none(),
        NameKind::Place => is_unknown(name) && !facts.knows(&name.id, &name.name),
        NameKind::Group => is_unknown(name),
        NameKind::Person | NameKind::Event | NameKind::Document => false,
    };
    let realm = |name: &Name| match name.kind {
        NameKind::Organisation => name.id.clone(),
        _ => place_of(name).map_or_else(|| name.id.clone(), |(_, place)| (*place).clone()),
    };
    names.iter().filter(has_offices).map(|name| (name.id.clone(), realm(name))).collect()
}

/// The key of the only word of a name that tells which state it is.
fn core(name: &str) -> Option<String> {
    let mut telling = name.split(' ').map(key).filter(|word| !GENERIC.contains(&word.as_str()));
    telling.next().filter(|_| telling.next().is_none())
}

/// A place without its last vowels.
fn stem(place: &str) -> &str {
    let stem = place.trim_end_matches(['a', 'e', 'i', 'o', 'u', 'y']);
    if stem.len() < SHORTEST { place } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str, kind: NameKind) -> Name {
        let id = EntityId::new(&crate::language::slug(name));
        Name { id, name: name.to_owned(), kind, state: None, mentions: Vec::new() }
    }

    #[test]
    fn an_adjective_belongs_to_its_place_by_the_rules_of_english() {
        for (place, adjective) in [
            ("Merovia", "Merovian"),
            ("Quillonia", "Quillonians"),
            ("Tarsk Republic", "Tarsk"),
            ("Kingdom of Zorbal", "Zorbalese"),
            ("Zorbistan", "Zorbistani"),
            ("Quillmark", "Quillmarkish"),
        ] {
            let names = [named(place, NameKind::Place), named(adjective, NameKind::Group)];
            let realms = of(&names, Facts::shipped());
            assert_eq!(realms.get(&names[1].id), Some(&names[0].id), "{adjective}");
        }
        let names = [named("Merovia", NameKind::Place), named("Quillian", NameKind::Group)];
        assert_eq!(of(&names, Facts::shipped()).get(&names[1].id), Some(&names[1].id));
    }
}
