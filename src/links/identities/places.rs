//! Places that a dateline has in capitals in, the same as other words write them out.
//!
//! **Why:** `KOLM, May 12` opens a story that goes on with Kolm: a map and a page call the town as most of its stories do.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt};

use super::{Called, Identities};
use crate::language::{EntityId, NameKind};
use crate::meetings::Story;

/// How often each other spelling of a place occurs.
type Spellings<'s> = BTreeMap<&'s str, usize>;

/// Gives each place that some story calls in capitals the spelling that most mentions of it have, if any has another one.
pub(super) fn unify(stories: &[Story], identities: &mut Identities) {
    let names = || {
        stories.iter().flat_map(|story| {
            story.annotations.names.iter().filter(|name| name.kind == NameKind::Place).map(move |name| (story, name))
        })
    };
    let mut found: HashMap<&EntityId, (&str, Spellings<'_>)> = HashMap::new();
    for (_, name) in names().filter(|(_, name)| is_capitals(&name.name)) {
        found.entry(&name.id).or_insert_with(|| (&name.name, Spellings::new()));
    }
    if found.is_empty() {
        return;
    }
    for (story, name) in names() {
        let Some((capitals, spellings)) = found.get_mut(&name.id) else { continue };
        let written = name.mentions.iter().map(|mention| story.words(mention.passage));
        for written in written.filter(|written| !is_capitals(written)) {
            if written.to_lowercase() == capitals.to_lowercase() {
                *spellings.entry(written).or_default() += 1;
            }
        }
    }
    for (id, (_, spellings)) in found {
        let most = spellings.into_iter().min_by_key(|(written, count)| (Reverse(*count), *written));
        if let Some((written, _)) = most.filter(|_| !identities.everywhere.contains_key(id)) {
            identities.everywhere.insert(id.clone(), Called { id: id.clone(), name: written.to_owned() });
        }
    }
}

/// Whether a name has no small letter, and more letters than an abbreviation.
fn is_capitals(name: &str) -> bool {
    let mut letters = name.chars().filter(|letter| letter.is_alphabetic()).peekable();
    let is_long = letters.clone().nth(2).is_some();
    is_long && letters.all(char::is_uppercase)
}
