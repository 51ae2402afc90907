//! The meetings of a library in, one line of time out.
//!
//! **In:** a library, and which of its meetings are shown.
//! **Out:** a [`Timeline`]: them in order and in groups, and in lanes, one a series; a [`Chart`] of it in so many columns.
//! **Why:** what happened when, and what keeps happening, is seen at a glance; a list of days has to be read.

mod axis;
mod chart;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use jiff::civil::Date;

pub use axis::{Axis, Tick, Unit};
pub use chart::{Chart, LaneCell, Mark};

use crate::language::{Interval, Precision};
use crate::library::Library;
use crate::links::Meeting;
use crate::meetings::{MeetingDate, SeriesId};

/// Meetings along time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Indices into [`Connections::meetings`](crate::links::Connections::meetings), by day; undated ones last.
    pub meetings: Vec<usize>,
    /// What they are grouped under, in the same order.
    pub groups: Vec<Group>,
    /// Series with more than one round among them, the one with the most rounds first; what belongs to none of them last.
    pub lanes: Vec<Lane>,
    /// How many of them have no day.
    pub undated: usize,
    /// From the first to the last day of them and of the stories that tell of them; `None` where no meeting has a day.
    pub days: Option<Interval>,
}

/// Meetings that stand under one heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// What the heading says.
    pub when: Stretch,
    /// Index of the first of them in [`Timeline::meetings`].
    pub from: usize,
    /// How many.
    pub count: usize,
}

/// The time that a group of meetings shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stretch {
    /// A month, by its first day.
    Month(Date),
    /// Longer, and no story tells which part of it is meant.
    Longer(Interval),
    /// Not told.
    Undated,
}

/// The meetings of one series, or of none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Index into [`Connections::series`](crate::links::Connections::series); `None` for the lane of all others.
    pub series: Option<usize>,
    /// As a reader would write it.
    pub name: String,
    /// In order of days.
    pub meetings: Vec<usize>,
}

impl Timeline {
    /// Puts the meetings with these indices in order. Linear in them and their tellings, but for the sorting.
    pub fn new(library: &Library, shown: &[usize]) -> Self {
        let all = &library.connections.meetings;
        let mut keyed: Vec<(Stretch, Option<Interval>, usize)> = shown
            .iter()
            .filter_map(|&number| Some((number, all.get(number)?)))
            .map(|(number, meeting)| (stretch(meeting.when), meeting.when.map(|when| when.interval), number))
            .collect();
        keyed.sort_by_key(|(stretch, days, number)| (place(*stretch), *days, *number));
        let mut timeline = Self::default();
        for (when, _, number) in keyed {
            let from = timeline.meetings.len();
            timeline.meetings.push(number);
            match timeline.groups.last_mut() {
                Some(group) if group.when == when => group.count += 1,
                _ => timeline.groups.push(Group { when, from, count: 1 }),
            }
            timeline.undated += usize::from(when == Stretch::Undated);
        }
        timeline.days = days(library, &timeline.meetings);
        timeline.lanes = lanes(library, &timeline.meetings);
        timeline
    }

    /// The group that holds the meeting at this place of [`Self::meetings`].
    pub fn group_of(&self, place: usize) -> Option<usize> {
        self.groups.partition_point(|group| group.from <= place).checked_sub(1)
    }
}

/// Whether a day was told less exactly than by days.
pub fn is_vague(when: &MeetingDate) -> bool {
    !matches!(when.precision, Precision::Day | Precision::Range)
}

/// The time under whose heading a meeting stands.
fn stretch(when: Option<MeetingDate>) -> Stretch {
    let Some(when) = when else { return Stretch::Undated };
    let (from, to) = (when.interval.from, when.interval.to);
    let one_month = (from.year(), from.month()) == (to.year(), to.month());
    // Days from one month to the next are as exact as others, and so is a week.
    let is_exact = !is_vague(&when) || when.precision == Precision::Week;
    if one_month || is_exact { Stretch::Month(from.first_of_month()) } else { Stretch::Longer(when.interval) }
}

/// Longer times stand before the months that they hold, the longest first; undated meetings last.
fn place(stretch: Stretch) -> (bool, Option<Date>, bool, std::cmp::Reverse<Option<Date>>) {
    use std::cmp::Reverse;
    match stretch {
        Stretch::Month(first) => (false, Some(first), true, Reverse(None)),
        Stretch::Longer(days) => (false, Some(days.from.first_of_month()), false, Reverse(Some(days.to))),
        Stretch::Undated => (true, None, true, Reverse(None)),
    }
}

/// From the first to the last day of these meetings and of the stories that tell of them.
fn days(library: &Library, meetings: &[usize]) -> Option<Interval> {
    let meetings = || meetings.iter().filter_map(|number| library.connections.meetings.get(*number));
    let told = meetings().filter_map(|meeting| meeting.when).map(|when| when.interval);
    let span = told.reduce(cover)?;
    let stories = meetings().flat_map(|meeting| &meeting.mentions).filter_map(|at| library.stories.get(at.story));
    let published = stories.filter_map(|story| story.annotations.published.as_ref());
    Some(published.map(|published| Interval::day(published.best)).fold(span, cover))
}

fn cover(one: Interval, other: Interval) -> Interval {
    Interval { from: one.from.min(other.from), to: one.to.max(other.to) }
}

/// A lane for each series of more than one of these meetings, and one for the others.
fn lanes(library: &Library, meetings: &[usize]) -> Vec<Lane> {
    let connections = &library.connections;
    let numbers: HashMap<&SeriesId, usize> =
        connections.series.iter().enumerate().map(|(number, series)| (&series.id, number)).collect();
    let series_of = |meeting: &Meeting| numbers.get(meeting.series.as_ref()?).copied();
    let mut rounds: Vec<Vec<usize>> = vec![Vec::new(); connections.series.len()];
    let told = || meetings.iter().filter_map(|number| Some((*number, connections.meetings.get(*number)?)));
    for (number, meeting) in told() {
        if let Some(rounds) = series_of(meeting).and_then(|series| rounds.get_mut(series)) {
            rounds.push(number);
        }
    }
    let is_lane = |series: usize| rounds.get(series).is_some_and(|rounds| rounds.len() > 1);
    let others = told().filter(|(_, meeting)| !series_of(meeting).is_some_and(is_lane));
    let others: Vec<usize> = others.map(|(number, _)| number).collect();
    let mut lanes: Vec<Lane> = connections
        .series
        .iter()
        .enumerate()
        .filter(|(number, _)| is_lane(*number))
        .map(|(number, series)| Lane {
            series: Some(number),
            name: series.name.clone(),
            meetings: rounds.get(number).cloned().unwrap_or_default(),
        })
        .collect();
    lanes.sort_by_key(|lane| std::cmp::Reverse(lane.meetings.len()));
    if !others.is_empty() {
        let name = if lanes.is_empty() { "meetings" } else { "other" };
        lanes.push(Lane { series: None, name: name.into(), meetings: others });
    }
    lanes
}
