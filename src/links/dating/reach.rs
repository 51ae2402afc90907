//! A story without a day and its dates near a neighbour's day in, whether a meeting of the neighbour's can be on one of them
//! out.
//!
//! **Why:** most neighbours are of another time than an undated story. Its dates alone show it, for a fraction of what it costs
//! to read the story to the end on each neighbour's day. Nothing is lost: only readings are left out of which no
//! meeting could be one of the neighbour's.

use jiff::civil::Date;

use super::Neighbour;
use crate::language::{Interval, Precision, Token, When};
use crate::links::days::{DAYS_OF_A_WEEK, Days, INFERRED_SLACK};
use crate::links::telling::{tells_of_another_day, words_of};

use crate::links::vetoes::{farthest, gap};
use crate::meetings::{self, Story, reach};

/// What in the words of an undated story tells how far its meetings can be from its dates.
pub(super) struct Reach {
    of_meetings: meetings::Reach,
    /// Whether it may tell that something was put off.
    is_put_off: bool,
}

impl Reach {
    /// That of an undated story with these tokens.
    pub(super) fn of(undated: &Story, tokens: &[Token]) -> Self {
        let article = &undated.article;
        let words = words_of(&article.title.text).chain(words_of(&article.text));
        Self { of_meetings: reach(undated, tokens), is_put_off: tells_of_another_day(words) }
    }

    /// Whether a meeting of the story, where it has these dates, can be one of those that the neighbours tell with their day.
    /// A story whose dateline leaves only the year open may tell of its `own_day` as well, without words for it.
    pub(super) fn may_hold(&self, dates: &[When], own_day: Option<Date>, others: &[Neighbour<'_>]) -> bool {
        let slack = if own_day.is_some() { INFERRED_SLACK } else { 0 };
        let is_near = |days: Days| {
            others.iter().flat_map(|neighbour| neighbour.tellings).any(|other| {
                let farthest =
                    self.of_meetings.days + slack + farthest(other, self.of_meetings.rounds, self.is_put_off);
                other.told().is_some_and(|told| gap(days, told) <= farthest)
            })
        };
        dates.iter().map(possible).chain(own_day.map(|day| Days::of(Interval::day(day)))).any(is_near)
    }
}

/// The days that a date can mean, whatever the story's own day is: a week is told as the last or the next one on any day of
/// the one between.
fn possible(when: &When) -> Days {
    let days = Days::of(when.interval);
    let slack = if when.precision == Precision::Week { DAYS_OF_A_WEEK } else { 0 };
    Days { from: days.from - slack, to: days.to + slack }
}
