//! A timeline and columns in, what stands in which cell out.
//!
//! **In:** a [`Timeline`], how many columns and how many lanes there are room for.
//! **Out:** a [`Chart`]: for each lane and column what is there, and how many stories were published in each column.
//! **Why:** the screen, a picture and a test must agree on what stands where; what signs it is drawn with is theirs.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::{Axis, Lane, Timeline, is_vague};
use crate::language::Interval;
use crate::library::Library;
use crate::links::Meeting;
use crate::meetings::{MeetingDate, Status};

/// A timeline in columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The scale.
    pub axis: Axis,
    /// The lanes; where there is no room for all, the last ones are put together in the last.
    pub lanes: Vec<Lane>,
    /// For each lane what stands in its columns.
    pub cells: Vec<Vec<LaneCell>>,
    /// For each column how many stories of the library were published then.
    pub stories: Vec<usize>,
    /// The lane of each meeting, by its index in the library.
    lane_of: HashMap<usize, usize>,
}

/// What stands in one column of a lane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LaneCell {
    /// How many meetings have their place here.
    pub meetings: usize,
    /// What the first of them is; `None` where there is none.
    pub mark: Option<Mark>,
    /// Whether a meeting of several days goes on here.
    pub goes_on: bool,
    /// Whether a meeting may have been here, whose day nobody tells.
    pub may_be: bool,
}

/// What a meeting is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// It took place, or is taking place.
    Held,
    /// It is to take place.
    Planned,
    /// It was called off.
    Cancelled,
    /// Nobody tells whether it took place.
    Unknown,
    /// Its day is told by a week or something longer, or not at all.
    Vague,
}

impl Mark {
    /// All of them, in the order of a legend.
    pub const ALL: [Self; 5] = [Self::Held, Self::Planned, Self::Cancelled, Self::Unknown, Self::Vague];

    /// What a meeting is drawn as on a line of time.
    pub fn of(meeting: &Meeting) -> Self {
        let is_vague = meeting.when.as_ref().is_none_or(is_vague);
        if is_vague && meeting.status != Status::Cancelled { Self::Vague } else { Self::of_status(meeting.status) }
    }

    /// What a status is drawn as where the day stands beside it, or is seen to be missing.
    pub const fn of_status(status: Status) -> Self {
        match status {
            Status::Held | Status::Ongoing => Self::Held,
            Status::Planned => Self::Planned,
            Status::Cancelled => Self::Cancelled,
            Status::Unknown => Self::Unknown,
        }
    }

    /// The sign, one column wide.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Held => "●",
            Self::Planned => "○",
            Self::Cancelled => "✕",
            Self::Unknown => "•",
            Self::Vague => "◌",
        }
    }

    /// What the sign says, in a legend.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Planned => "planned",
            Self::Cancelled => "cancelled",
            Self::Unknown => "not told whether held",
            Self::Vague => "day not told",
        }
    }
}

impl Chart {
    /// Draws a timeline into `columns` columns and at most `lanes` lanes (0 is taken for 1); `None` where no meeting has a day.
    pub fn new(library: &Library, timeline: &Timeline, columns: usize, lanes: usize) -> Option<Self> {
        let axis = Axis::new(timeline.days?, columns);
        let lanes = put_together(timeline, lanes.max(1));
        let mut lane_of = HashMap::with_capacity(timeline.meetings.len());
        let mut cells = Vec::with_capacity(lanes.len());
        for (number, lane) in lanes.iter().enumerate() {
            let mut row = vec![LaneCell::default(); axis.columns()];
            for &meeting in &lane.meetings {
                lane_of.insert(meeting, number);
                let told = library.connections.meetings.get(meeting);
                if let Some((told, when)) = told.and_then(|told| Some((told, told.when?))) {
                    enter(&mut row, &axis, told, &when);
                }
            }
            cells.push(row);
        }
        let stories = density(library, &axis, timeline.days?);
        Some(Self { axis, lanes, cells, stories, lane_of })
    }

    /// The lane and the column of a meeting; `None` where it has no day or is not on the chart.
    pub fn place_of(&self, library: &Library, meeting: usize) -> Option<(usize, usize)> {
        let when = library.connections.meetings.get(meeting)?.when?;
        Some((*self.lane_of.get(&meeting)?, self.axis.column_of(anchor(&when))))
    }

    /// The lane of a meeting.
    pub fn lane_of(&self, meeting: usize) -> Option<usize> {
        self.lane_of.get(&meeting).copied()
    }
}

/// The day that stands for a meeting: its first one, or the middle of a time that is told vaguely.
fn anchor(when: &MeetingDate) -> Date {
    let Interval { from, to } = when.interval;
    let half = i64::from(when.interval.days().saturating_sub(1) / 2);
    let middle = jiff::Span::new().try_days(half).ok().and_then(|half| from.checked_add(half).ok());
    if is_vague(when) { middle.unwrap_or(from).min(to) } else { from }
}

/// Enters a meeting into the cells of its lane.
fn enter(row: &mut [LaneCell], axis: &Axis, meeting: &Meeting, when: &MeetingDate) {
    let (from, to) = (axis.column_of(when.interval.from), axis.column_of(when.interval.to));
    if from < to {
        for cell in row.get_mut(from..=to).unwrap_or_default() {
            if is_vague(when) {
                cell.may_be = true;
            } else {
                cell.goes_on = true;
            }
        }
    }
    if let Some(cell) = row.get_mut(axis.column_of(anchor(when))) {
        cell.meetings += 1;
        cell.mark.get_or_insert(Mark::of(meeting));
    }
}

/// The lanes; where they are more than `most`, the last ones become one.
fn put_together(timeline: &Timeline, most: usize) -> Vec<Lane> {
    let lanes = &timeline.lanes;
    if lanes.len() <= most {
        return lanes.clone();
    }
    let (kept, rest) = lanes.split_at(most - 1);
    let others: HashSet<usize> = rest.iter().flat_map(|lane| lane.meetings.iter().copied()).collect();
    // In the order of the timeline, as in every other lane: one that is told by its year stands elsewhere in the library.
    let meetings = timeline.meetings.iter().copied().filter(|meeting| others.contains(meeting)).collect();
    let name = if kept.is_empty() { "meetings" } else { "other" };
    let mut lanes = kept.to_vec();
    lanes.push(Lane { series: None, name: name.into(), meetings });
    lanes
}

/// How many stories were published in each column.
fn density(library: &Library, axis: &Axis, days: Interval) -> Vec<usize> {
    let mut counts = vec![0; axis.columns()];
    let published = library.stories.iter().filter_map(|story| story.annotations.published.as_ref());
    for day in published.map(|published| published.best).filter(|day| days.holds(*day)) {
        if let Some(count) = counts.get_mut(axis.column_of(day)) {
            *count += 1;
        }
    }
    counts
}
