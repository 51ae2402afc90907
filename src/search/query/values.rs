//! What stands after a field's colon in, its meaning out.

use jiff::civil::Date;

use crate::language::Interval;

/// The seconds of a day.
const A_DAY: u64 = 24 * 60 * 60;

/// Days from one to another; either end may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first one; `None` for any before the last.
    pub from: Option<Date>,
    /// The last one; `None` for any after the first.
    pub to: Option<Date>,
}

impl Days {
    /// Reads `2017`, `2017-11`, `2017-11-13`, `A..B` with either end open, `<A`, `<=A`, `>A`, `>=A`; an error says what
    /// would be right.
    pub fn parse(written: &str) -> Result<Self, String> {
        days(written)
    }

    /// How many days lie between `day` and the nearest of these; 0 where it is one of them.
    pub fn distance(self, day: Date) -> u64 {
        let to = |edge: Date| day.duration_until(edge).as_secs().unsigned_abs() / A_DAY;
        match (self.from, self.to) {
            (Some(from), _) if day < from => to(from),
            (_, Some(last)) if day > last => to(last),
            _ => 0,
        }
    }

    /// Whether something that is told to be in `interval` is of these days: what is longer than a season, as a
    /// year is, is no answer to a day in it, but to days that are more than a season too.
    pub fn are_told(self, interval: Interval) -> bool {
        let is_long = self
            .from
            .zip(self.to)
            .is_none_or(|(from, to)| Interval::between(from, to).days() > Interval::LONGEST_SEASON);
        self.meets(interval) && (is_long || interval.days() <= Interval::LONGEST_SEASON)
    }

    /// Whether one of these days is in `interval`.
    pub fn meets(self, interval: Interval) -> bool {
        self.from.is_none_or(|from| from <= interval.to) && self.to.is_none_or(|to| interval.from <= to)
    }
}

/// What a story can be for its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// Not read yet.
    Unread,
    /// Read.
    Read,
    /// Starred.
    Starred,
    /// Linked with another story by a meeting.
    Linked,
    /// Of no day that could be told.
    Undated,
}

impl Flag {
    /// All of them, in the order of the completion.
    pub const ALL: &[Self] = &[Self::Unread, Self::Read, Self::Starred, Self::Linked, Self::Undated];

    /// The word after `is:`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::Read => "read",
            Self::Starred => "starred",
            Self::Linked => "linked",
            Self::Undated => "undated",
        }
    }
}

/// What a story can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Possession {
    /// A note of the reader's.
    Note,
    /// A tag of the reader's.
    Tag,
    /// A meeting that it tells of.
    Meeting,
}

impl Possession {
    /// All of them, in the order of the completion.
    pub const ALL: &[Self] = &[Self::Note, Self::Tag, Self::Meeting];

    /// The word after `has:`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tag => "tag",
            Self::Meeting => "meeting",
        }
    }
}

/// Every value whose word begins with what is typed so far, so that the list follows while one types.
pub(super) fn begun<T: Copy>(
    field: &str,
    typed: &str,
    all: &[T],
    word: impl Fn(T) -> &'static str,
) -> Result<Vec<T>, String> {
    let found: Vec<T> = all.iter().copied().filter(|value| word(*value).starts_with(typed)).collect();
    if found.is_empty() {
        let words: Vec<&str> = all.iter().map(|value| word(*value)).collect();
        return Err(format!("{field}: is one of {}", words.join(", ")));
    }
    Ok(found)
}

/// `2017`, `2017-11`, `2017-11-13`, `A..B` with either end open, `<A`, `<=A`, `>A`, `>=A`.
pub(super) fn days(written: &str) -> Result<Days, String> {
    let read = |text: &str| interval(text).ok_or_else(|| wrong(text));
    let edge = |sign: &str| written.strip_prefix(sign).map(str::trim_start).map(read);
    // What is only begun holds for every day.
    if ["<", ">", "<=", ">=", "..", "."].contains(&written) {
        return Ok(Days { from: None, to: None });
    }
    if let Some(day) = edge("<=") {
        return Ok(Days { from: None, to: Some(day?.to) });
    }
    if let Some(day) = edge(">=") {
        return Ok(Days { from: Some(day?.from), to: None });
    }
    if let Some(day) = edge("<") {
        return Ok(Days { from: None, to: Some(before(day?.from)) });
    }
    if let Some(day) = edge(">") {
        return Ok(Days { from: Some(after(day?.to)), to: None });
    }
    let (from, to) = written.split_once("..").unwrap_or((written, written));
    let (from, to) = (from.trim(), to.trim());
    let first = if from.is_empty() { None } else { Some(read(from)?.from) };
    let last = if to.is_empty() { None } else { Some(read(to)?.to) };
    match first.zip(last) {
        Some((first, last)) if first > last => Err(format!("{from} is after {to}")),
        _ => Ok(Days { from: first, to: last }),
    }
}

fn wrong(text: &str) -> String {
    format!("{text} is no date: write 2017, 2017-11, 2017-11-13, 2017-11-13..2017-11-22, <2017 or >2017-11")
}

fn before(day: Date) -> Date {
    day.yesterday().unwrap_or(day)
}

fn after(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}

/// The days of a year, a month or a day. A zero before a single digit may be left out, and `2017-` is still the year.
fn interval(text: &str) -> Option<Interval> {
    let mut parts = text.split('-').map(|part| (part, number(part)));
    let (_, year) = parts.next().filter(|(written, _)| written.len() == 4)?;
    let (month, day) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    let first_of = |month: i8| Date::new(i16::try_from(year?).ok()?, month, 1).ok();
    let (Some((_, month)), day) = (month.filter(|(written, _)| !written.is_empty()), day) else {
        return day.is_none().then_some(Interval { from: first_of(1)?, to: first_of(12)?.last_of_month() });
    };
    let month = first_of(i8::try_from(month?).ok()?)?;
    let Some((_, day)) = day.filter(|(written, _)| !written.is_empty()) else {
        return Some(Interval { from: month, to: month.last_of_month() });
    };
    Date::new(month.year(), month.month(), i8::try_from(day?).ok()?).ok().map(Interval::day)
}

/// Up to four digits as a number.
fn number(text: &str) -> Option<u16> {
    let digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}
