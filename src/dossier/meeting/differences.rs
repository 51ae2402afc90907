//! The tellings of a meeting in, where they differ out.
//!
//! **Out:** [`Difference`]s: what is told in several [`Version`]s, each with the words that tell it.
//! **Why:** that two outlets name different days is a finding about them, not an error of the analysis; it is shown as told.
//! What one telling merely leaves open, or says less exactly, is no difference, nor is it listed among those that differ.

use std::collections::{BTreeMap, BTreeSet};

use super::Source;
use super::disagreement::{days_differ, is_of_dateline, is_progress, kinds_differ, matched, places_differ};
use super::tellings::Telling;
use crate::language::{EntityId, Interval};
use crate::library::Library;
use crate::links::{is_put_off, is_told_as_house};
use crate::meetings::{MeetingKind, MeetingMention, Status, Story};

/// Versions that are compared with each other; a thousand stories seldom have more.
const COMPARED: usize = 64;

/// What tellings can differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// Its day or days.
    Day,
    /// Where it was.
    Place,
    /// Whether it took place.
    Status,
    /// Whether it was a call.
    Kind,
    /// Who took part.
    Participants,
    /// Its number in a series.
    Number,
}

impl Slot {
    /// The word used on the screen and in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Place => "place",
            Self::Status => "status",
            Self::Kind => "kind",
            Self::Participants => "participants",
            Self::Number => "number",
        }
    }
}

/// Something that is told in several ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What.
    pub slot: Slot,
    /// The ways; never fewer than two. That of the latest telling comes first.
    pub versions: Vec<Version>,
    /// Whether it only changed in the course of time, as a meeting does that is planned first and held then.
    pub is_progress: bool,
}

/// One way in which something is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// What is told.
    pub value: Value,
    /// By whom: indices into the tellings, ascending; never empty.
    pub tellings: Vec<usize>,
    /// The words of the first of them that say so.
    pub source: Source,
}

/// What is told of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// On these days.
    Days(Interval),
    /// At this place.
    Place(String),
    /// That it was held, is planned …
    Status(Status),
    /// That it was a call, a summit …
    Kind(MeetingKind),
    /// That these took part.
    People(Vec<String>),
    /// As the round of this number.
    Number(u32),
}

impl Value {
    /// As it is told on the screen and in files.
    pub fn words(&self) -> String {
        match self {
            Self::Days(days) => crate::dossier::wording::days(*days),
            Self::Place(name) => name.clone(),
            Self::Status(status) => status.word().to_owned(),
            Self::Kind(kind) => kind.word().to_owned(),
            Self::People(names) => names.join(", "),
            Self::Number(number) => format!("round {number}"),
        }
    }
}

/// Where the tellings of a meeting, in their order, differ.
pub(super) fn of(library: &Library, tellings: &[Telling]) -> Vec<Difference> {
    let found = [days(library, tellings), places(library, tellings), statuses(library, tellings)];
    let more = [kinds(library, tellings), participants(library, tellings), numbers(library, tellings)];
    found.into_iter().chain(more).flatten().collect()
}

/// What each telling says, put together where it is the same, in the order of tellings. Tellings in passing say nothing
/// of their own.
fn versions<K: Ord>(
    library: &Library,
    tellings: &[Telling],
    says: impl Fn(&Telling, &Story, &MeetingMention) -> Option<(K, Value, Source)>,
) -> Vec<Version> {
    let mut found: BTreeMap<K, Version> = BTreeMap::new();
    for (number, telling) in tellings.iter().enumerate().filter(|(_, telling)| !telling.is_echo) {
        let told = library.stories.get(telling.at.story).zip(library.mention(telling.at));
        let Some((key, value, source)) = told.and_then(|(story, told)| says(telling, story, told)) else { continue };
        let version = found.entry(key).or_insert_with(|| Version { value, tellings: Vec::new(), source });
        version.tellings.push(number);
    }
    let mut versions: Vec<Version> = found.into_values().collect();
    versions.sort_by(|one, other| one.tellings.cmp(&other.tellings));
    versions
}

/// Whether any two of these do not go together.
fn any_two<T>(all: &[T], differ: impl Fn(&T, &T) -> bool) -> bool {
    let all = all.get(..COMPARED).unwrap_or(all);
    all.iter().enumerate().any(|(place, one)| all.iter().skip(place + 1).any(|other| differ(one, other)))
}

/// Those of these versions that do not go together with some other one: what is only told less exactly than one of two that
/// disagree, in March beside the 12th and the 13th, takes no part in it. Empty where all go together.
fn at_odds(versions: Vec<Version>, differ: impl Fn(&Version, &Version) -> bool) -> Vec<Version> {
    let compared = versions.get(..COMPARED).unwrap_or(&versions);
    let is_at_odds: Vec<bool> =
        versions.iter().map(|one| compared.iter().any(|other| differ(one, other) || differ(other, one))).collect();
    versions.into_iter().zip(is_at_odds).filter_map(|(version, is_at_odds)| is_at_odds.then_some(version)).collect()
}

/// The first telling of a version.
fn first<'t>(tellings: &'t [Telling], version: &Version) -> Option<&'t Telling> {
    version.tellings.first().and_then(|number| tellings.get(*number))
}

fn difference(slot: Slot, versions: Vec<Version>, is_progress: bool) -> Option<Difference> {
    (versions.len() > 1).then_some(Difference { slot, versions, is_progress })
}

/// Days that cannot be the same: a month and a day in it can. A day that a reader corrected is told by no story, nor is one that
/// is counted from a story's day that nobody knows.
fn days(library: &Library, tellings: &[Telling]) -> Option<Difference> {
    let versions = versions(library, tellings, |telling, story, told| {
        let when = told.when.filter(|_| told.corrected.is_none() && !story.is_guessed(told))?;
        let source = Source { story: telling.at.story, passage: when.passage? };
        Some((when.interval, Value::Days(when.interval), source))
    });
    let when = |version: &Version| first(tellings, version).and_then(|telling| library.mention(telling.at)?.when);
    let apart = |one: &Version, other: &Version| {
        when(one).zip(when(other)).is_some_and(|(one, other)| days_differ(&one, &other))
    };
    let versions = at_odds(versions, apart);
    let told = |version: &Version| {
        let at = first(tellings, version)?.at;
        Some((library.stories.get(at.story)?, library.mention(at)?))
    };
    // One that was put off has two days, one after the other.
    let is_moved = |one: &Version, other: &Version| {
        told(one).zip(told(other)).is_some_and(|(one, other)| is_put_off([one, other]))
    };
    let is_progress = !any_two(&versions, |one, other| apart(one, other) && !is_moved(one, other));
    difference(Slot::Day, versions, is_progress)
}

/// Places of which neither is known to lie in the other. The town of a dateline is where the reporter sat.
fn places(library: &Library, tellings: &[Telling]) -> Option<Difference> {
    let mut states: BTreeMap<EntityId, Option<EntityId>> = BTreeMap::new();
    let mut houses: BTreeSet<EntityId> = BTreeSet::new();
    for telling in tellings {
        let told = library.stories.get(telling.at.story).zip(library.mention(telling.at));
        if let Some((story, place)) = told.and_then(|(story, told)| Some((story, told.place.as_ref()?))) {
            let state = story.name(&place.id).and_then(|name| name.state.clone());
            states.entry(place.id.clone()).and_modify(|known| *known = known.take().or(state.clone())).or_insert(state);
            if is_told_as_house(story, place) {
                houses.insert(place.id.clone());
            }
        }
    }
    let versions = versions(library, tellings, |telling, story, told| {
        let place = told.place.as_ref().filter(|place| !is_of_dateline(story, place))?;
        let source = Source { story: telling.at.story, passage: place.passage };
        Some((place.id.clone(), Value::Place(place.name.clone()), source))
    });
    let state = |id: &EntityId| states.get(id).cloned().flatten();
    let place =
        |version: &Version| first(tellings, version).and_then(|telling| library.mention(telling.at)?.place.as_ref());
    let apart = |one: &Version, other: &Version| {
        place(one)
            .zip(place(other))
            .is_some_and(|(one, other)| places_differ(one, other, state, |place| houses.contains(&place.id)))
    };
    difference(Slot::Place, at_odds(versions, apart), false)
}

/// Any two statuses; they only changed where no earlier telling is further on than a later one.
fn statuses(library: &Library, tellings: &[Telling]) -> Option<Difference> {
    let versions = versions(library, tellings, |telling, _, told| {
        let is_told = told.status != Status::Unknown;
        is_told.then_some((told.status, Value::Status(told.status), telling.source))
    });
    let told = |version: &Version| {
        let tellings = version.tellings.iter().filter_map(|number| tellings.get(*number));
        let told = tellings.filter_map(|telling| Some((telling.published, library.mention(telling.at)?.status)));
        told.collect::<Vec<_>>()
    };
    let apart = |one: &Version, other: &Version| !is_progress([told(one), told(other)].concat().into_iter());
    let progress = !any_two(&versions, apart);
    difference(Slot::Status, if progress { versions } else { at_odds(versions, apart) }, progress)
}

/// Companies that cannot both have met.
fn participants(library: &Library, tellings: &[Telling]) -> Option<Difference> {
    let versions = versions(library, tellings, |telling, _, told| {
        let mut ids: Vec<&EntityId> = told.participants.iter().map(|one| &one.id).collect();
        ids.sort_unstable();
        let ids: Vec<String> = ids.into_iter().map(|id| id.as_str().to_owned()).collect();
        let names = told.participants.iter().map(|one| one.name.clone()).collect();
        (told.participants.len() > 1).then_some((ids, Value::People(names), telling.source))
    });
    let company = |version: &Version| {
        let told = first(tellings, version).and_then(|telling| library.mention(telling.at));
        told.map_or(&[][..], |told| &told.participants)
    };
    let apart = |one: &Version, other: &Version| !matched(company(one), company(other)).rivals.is_empty();
    difference(Slot::Participants, at_odds(versions, apart), false)
}

/// A call and a meeting in one room.
fn kinds(library: &Library, tellings: &[Telling]) -> Option<Difference> {
    let versions =
        versions(library, tellings, |telling, _, told| Some((told.kind, Value::Kind(told.kind), telling.source)));
    let apart = |one: &Version, other: &Version| match (&one.value, &other.value) {
        (Value::Kind(one), Value::Kind(other)) => kinds_differ(*one, *other),
        _ => false,
    };
    difference(Slot::Kind, at_odds(versions, apart), false)
}

fn numbers(library: &Library, tellings: &[Telling]) -> Option<Difference> {
    let versions = versions(library, tellings, |telling, _, told| {
        told.ordinal.map(|number| (number, Value::Number(number), telling.source))
    });
    difference(Slot::Number, versions, false)
}
