//! A field in, the values that it can have out.
//!
//! **In:** a [`Library`], what the reader did with its stories, what is looked for, the name of a field. **Out:** values as
//! they are written, those of most stories first. **Why:** only what the library holds is worth completing, and of
//! meetings only what has to do with one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::Sought;
use crate::language::{EntityId, NameKind};
use crate::library::{Library, Own};
use crate::meetings::{MeetingKind, Status};
use crate::search::query::{Flag, Possession};

/// A value as it is written, and how many stories have it, where these are looked for and that is known.
pub(super) type Value = (String, Option<usize>);

/// All values of a field; none for a field that is not known.
pub(super) fn of(library: &Library, own: &[Own], sought: Sought, field: &str) -> Vec<Value> {
    let words = |words: Vec<&'static str>| words.into_iter().map(|word| (word.to_owned(), None)).collect();
    match (field, sought) {
        ("who", Sought::Meetings) => participants(library),
        ("where", Sought::Meetings) => {
            uncounted(library.connections.meetings.iter().filter_map(|one| Some(one.place.as_ref()?.name.clone())))
        }
        ("when", Sought::Meetings) => {
            let days = library.connections.meetings.iter().filter_map(|meeting| meeting.when);
            latest_first(days.map(|when| when.interval.from)).into_iter().map(|(month, _)| (month, None)).collect()
        }
        ("who", _) => names(library, &[NameKind::Person, NameKind::Organisation]),
        ("where", _) => names(library, &[NameKind::Place]),
        ("outlet", _) => {
            counted(library.stories.iter().filter_map(|story| story.article.outlet.as_ref()?.name.clone().into()))
        }
        ("when", _) => {
            let days = library.stories.iter().filter_map(|story| story.annotations.published.as_ref());
            latest_first(days.map(|published| published.best))
        }
        ("tag", _) => counted(own.iter().flat_map(|own| own.tags.iter().cloned())),
        ("kind", Sought::Names) => {
            let meetings = MeetingKind::ALL.iter().map(|kind| kind.word());
            words(NameKind::ALL.iter().map(|kind| kind.word()).chain(meetings).collect())
        }
        ("kind", _) => words(MeetingKind::ALL.iter().map(|kind| kind.word()).collect()),
        // Nobody looks for what is not told.
        ("status", _) => {
            let told = Status::ALL.iter().filter(|status| **status != Status::Unknown);
            words(told.map(|status| status.word()).collect())
        }
        ("is", _) => words(Flag::ALL.iter().map(|flag| flag.word()).collect()),
        ("has", _) => words(Possession::ALL.iter().map(|thing| thing.word()).collect()),
        ("meeting", _) => {
            library.connections.meetings.iter().map(|one| (one.id.clone(), Some(one.mentions.len()))).collect()
        }
        _ => Vec::new(),
    }
}

fn names(library: &Library, kinds: &[NameKind]) -> Vec<Value> {
    let named = library.connections.entities.iter().filter(|entity| kinds.contains(&entity.kind));
    let mut named: Vec<(String, usize)> = named.map(|entity| (entity.name.clone(), entity.stories.len())).collect();
    named.sort_by_key(|(_, stories)| Reverse(*stories));
    named.into_iter().map(|(name, stories)| (name, Some(stories))).collect()
}

/// Who took part in meetings, by the names that the library gives them.
fn participants(library: &Library) -> Vec<Value> {
    let entities = &library.connections.entities;
    let spelling: HashMap<&EntityId, &str> = entities.iter().map(|entity| (&entity.id, entity.name.as_str())).collect();
    let people = library.connections.meetings.iter().flat_map(|meeting| &meeting.participants);
    uncounted(people.map(|one| (*spelling.get(&one.id).unwrap_or(&one.name.as_str())).to_owned()))
}

/// Values once each, the most frequent first, with how often they are there.
fn counted(values: impl Iterator<Item = String>) -> Vec<Value> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut counted: Vec<(String, usize)> = counts.into_iter().collect();
    counted.sort_by_key(|(_, stories)| Reverse(*stories));
    counted.into_iter().map(|(value, stories)| (value, Some(stories))).collect()
}

/// The same, of meetings: these are no stories to be counted.
fn uncounted(values: impl Iterator<Item = String>) -> Vec<Value> {
    counted(values).into_iter().map(|(value, _)| (value, None)).collect()
}

/// The months of these days, the latest first.
fn latest_first(days: impl Iterator<Item = jiff::civil::Date>) -> Vec<Value> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for day in days {
        *counts.entry(day.strftime("%Y-%m").to_string()).or_default() += 1;
    }
    counts.into_iter().rev().map(|(month, stories)| (month, Some(stories))).collect()
}
