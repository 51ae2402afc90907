//! A meeting in, the other meetings that belong beside it out: the rounds of its series, and those of the same people.

use std::collections::HashSet;

use crate::language::EntityId;
use crate::library::Library;
use crate::links::Meeting;

/// Days before and after a meeting in which others of the same people are related to it: about a season.
const NEARBY: i32 = 92;
/// Related meetings that are told at most.
const MOST: usize = 12;
/// Participants that are looked at: a list of a thousand guests relates everything to everything.
pub(super) const COMPARED: usize = 64;

/// The rounds of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rounds {
    /// Index into [`Connections::series`](crate::links::Connections::series).
    pub series: usize,
    /// Its meetings, as indices into [`Connections::meetings`](crate::links::Connections::meetings), by number where all
    /// have one, else by day.
    pub meetings: Vec<usize>,
    /// Which of them the meeting is.
    pub place: usize,
}

impl Rounds {
    /// The meeting before it.
    pub fn before(&self) -> Option<usize> {
        self.place.checked_sub(1).and_then(|place| self.meetings.get(place)).copied()
    }

    /// The meeting after it.
    pub fn after(&self) -> Option<usize> {
        self.meetings.get(self.place + 1).copied()
    }
}

/// Another meeting of the same people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Index into [`Connections::meetings`](crate::links::Connections::meetings).
    pub meeting: usize,
    /// Who was at both, as a reader would write it.
    pub shared: Vec<String>,
    /// Days between the two, 0 where they share one.
    pub days: i32,
    /// Whether it was earlier; of two that begin on one day, the one that the library has first.
    pub is_earlier: bool,
}

/// The rounds of a meeting's series, which are `of_series`; `None` where it is of none.
pub(super) fn rounds(library: &Library, meeting: usize, of_series: &[usize]) -> Option<Rounds> {
    let all = &library.connections.meetings;
    let id = all.get(meeting)?.series.as_ref()?;
    let series = library.connections.series.iter().position(|series| series.id == *id)?;
    let of_series = of_series.iter().filter_map(|number| Some((all.get(*number)?.ordinal, *number)));
    let mut rounds: Vec<(Option<u32>, usize)> = of_series.collect();
    if rounds.iter().all(|(ordinal, _)| ordinal.is_some()) {
        rounds.sort_unstable();
    }
    let meetings: Vec<usize> = rounds.into_iter().map(|(_, number)| number).collect();
    let place = meetings.iter().position(|number| *number == meeting)?;
    Some(Rounds { series, meetings, place })
}

/// Meetings of at least two of the same people or bodies nearby in time; where the meeting has one only, of that one. Those
/// with most of them come first, then the nearest.
/// `others` are all meetings that may be, ascending.
pub(super) fn related(library: &Library, meeting: usize, others: &[usize]) -> Vec<Related> {
    let all = &library.connections.meetings;
    let Some((record, when)) = all.get(meeting).and_then(|record| Some((record, record.when?))) else {
        return Vec::new();
    };
    let who: HashSet<&EntityId> = record.participants.iter().take(COMPARED).map(|one| &one.id).collect();
    let least = who.len().min(2);
    let shared = |other: &Meeting| -> Vec<String> {
        let others = other.participants.iter().take(COMPARED);
        others.filter(|one| who.contains(&one.id)).map(|one| one.name.clone()).collect()
    };
    let mut related: Vec<Related> = others
        .iter()
        .filter_map(|number| Some((*number, all.get(*number)?)))
        .filter(|(number, _)| *number != meeting && least > 0)
        .filter_map(|(number, other)| {
            let days = when.interval.gap(other.when?.interval);
            let shared = if days <= NEARBY { shared(other) } else { return None };
            (shared.len() >= least).then_some(Related { meeting: number, shared, days, is_earlier: number < meeting })
        })
        .collect();
    related.sort_by_key(|other| (std::cmp::Reverse(other.shared.len()), other.days, other.meeting));
    related.truncate(MOST);
    related
}
