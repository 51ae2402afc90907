//! Days and the intervals they form.
//!
//! The calendar itself (lengths of months, weekdays) is jiff's; this file adds what news needs: intervals with a
//! precision.

use std::fmt;

use jiff::civil::Date;

/// A span of whole days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// First day.
    pub from: Date,
    /// Last day; never before `from`.
    pub to: Date,
}

impl Interval {
    /// Days of a season or a quarter at most; what is told to be in more is told to be in half a year or longer.
    pub const LONGEST_SEASON: i32 = 95;

    /// The single day `date`.
    pub const fn day(date: Date) -> Self {
        Self { from: date, to: date }
    }

    /// From the earlier of the two days to the later one.
    pub fn between(a: Date, b: Date) -> Self {
        if a <= b { Self { from: a, to: b } } else { Self { from: b, to: a } }
    }

    /// Whether it is one day long.
    pub fn is_day(self) -> bool {
        self.from == self.to
    }

    /// Length in days, at least 1.
    pub fn days(self) -> i32 {
        days_between(self.from, self.to) + 1
    }

    /// Whether `date` is one of its days.
    pub fn holds(self, date: Date) -> bool {
        self.from <= date && date <= self.to
    }

    /// The days that both share, if any.
    pub fn meet(self, other: Self) -> Option<Self> {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        (from <= to).then_some(Self { from, to })
    }

    /// Days that lie between the two intervals: 0 where they share a day.
    pub fn gap(self, other: Self) -> i32 {
        days_between(self.to, other.from).max(days_between(other.to, self.from)).max(0)
    }
}

impl fmt::Display for Interval {
    /// `2017-11-21` or `2017-11-21..2017-11-22`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_day() { write!(f, "{}", self.from) } else { write!(f, "{}..{}", self.from, self.to) }
    }
}

const HOURS_IN_DAY: i64 = 24;

/// Days from `a` to `b`, negative where `b` is earlier.
pub fn days_between(a: Date, b: Date) -> i32 {
    // Two civil dates lie at most 7,304,483 days apart, which an i32 holds. Whole days on end, no calendar: this is asked
    // for every two tellings that are compared.
    i32::try_from(b.duration_since(a).as_hours() / HOURS_IN_DAY).unwrap_or_default()
}

/// How exactly a date was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day.
    Day,
    /// A week or a weekend.
    Week,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A year or more.
    Year,
    /// From one stated day to another.
    Range,
}
