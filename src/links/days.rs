//! When a story was written and the days that it tells in, the days on which its meeting can have been out.
//!
//! **Why:** many stories tell of a meeting without its day, and some leave their own day's year open (`OSLO, May 14`).
//! Such a telling can still be of few days only, and what was on other days is another meeting.

use jiff::civil::{Date, date};

use crate::language::{Annotations, Interval, Precision, days_between};
use crate::meetings::{MeetingDate, MeetingMention, Status};

/// Days after a meeting in which stories still tell of it without naming the day.
const RECENT_DAYS: i32 = 21;
/// Days before a meeting in which stories tell of it as planned.
const PLANNED_DAYS: i32 = 90;
/// Days by which the end of one week is before that of the next.
pub(super) const DAYS_OF_A_WEEK: i32 = 7;
/// Days by which an inferred day may be late: stories tell of a meeting without its day for some days.
pub(super) const INFERRED_SLACK: i32 = 4;

/// Days counted from 1970, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Days {
    pub from: i32,
    pub to: i32,
}

impl Days {
    pub(super) fn of(interval: Interval) -> Self {
        Self { from: number_of(interval.from), to: number_of(interval.to) }
    }

    /// The days that a meeting is told to have been on. `Last week` in a Sunday's story is the week that ends or the one before,
    /// `next week` the one that begins or the next: such a week reaches to the story's own day. On any other day a week is told
    /// of one alone, and so is a weekend on every day.
    pub(super) fn told(when: &MeetingDate, days_of_story: &[i32]) -> Self {
        let days = Self::of(when.interval);
        let [day] = days_of_story else { return days };
        let is_whole_week = when.precision == Precision::Week && days.to - days.from + 1 == DAYS_OF_A_WEEK;
        if !is_whole_week || when.passage.is_none() || !is_sunday(*day) {
            return days;
        }
        let (since, until) = (day - days.to, days.from - day);
        if (1..=DAYS_OF_A_WEEK).contains(&since) {
            Self { to: day - 1, ..days }
        } else if (1..=DAYS_OF_A_WEEK).contains(&until) {
            Self { from: day + 1, ..days }
        } else {
            days
        }
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

/// A day counted from 1970.
pub(super) fn number_of(day: Date) -> i32 {
    days_between(date(1970, 1, 1), day)
}

/// Whether a day counted from 1970, which began on a Thursday, is a Sunday.
fn is_sunday(day: i32) -> bool {
    (day + 4).rem_euclid(DAYS_OF_A_WEEK) == 0
}

/// The days of which a story may be, ascending: its own, else those that its dateline allows; none where nothing tells.
pub(super) fn days_of_story(annotations: &Annotations) -> Vec<i32> {
    if let Some(published) = &annotations.published {
        return vec![number_of(published.best)];
    }
    let mut days: Vec<i32> = annotations.possible_days.iter().map(|day| number_of(*day)).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// The days on which a meeting can have been, ascending: those told, or those of which a story of one of these days is
/// likely to speak without telling; none where it may be of any time.
pub(super) fn possible_days(meeting: &MeetingMention, days_of_story: &[i32]) -> Vec<Days> {
    if let Some(when) = meeting.when {
        let slack = if when.passage.is_some() { 0 } else { INFERRED_SLACK };
        let days = Days::told(&when, days_of_story);
        return vec![Days { from: days.from - slack, to: days.to }];
    }
    let (before, after) = match meeting.status {
        Status::Planned => (1, PLANNED_DAYS),
        _ => (RECENT_DAYS, 1),
    };
    days_of_story.iter().map(|day| Days { from: day - before, to: day + after }).collect()
}

/// Whether what can have been on the days of one can have been on those of the other; `None` where one may have been at any time.
pub(super) fn can_meet(one: &[Days], other: &[Days]) -> Option<bool> {
    if one.is_empty() || other.is_empty() {
        return None;
    }
    Some(one.iter().any(|days| other.iter().any(|others| days.meets(*others))))
}
