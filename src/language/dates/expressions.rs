//! Words in, date expressions out, still without a calendar value.
//!
//! A small hand-written grammar over tokens: a regular expression engine would be slower and could not ask whether
//! `May` is a month here or a premier. [`absolute`] reads days and months by name and number, [`relative`] what counts
//! from another day, [`parts`] stretches of a month or year, [`years`] years and decades.

mod absolute;
mod openings;
mod parts;
mod relative;
mod years;

use std::ops::Range;

use jiff::civil::Weekday;

use crate::language::line::Line;
use crate::language::number_words::{SMALL_NUMBERS, TENS};
use crate::language::types::TokenKind;
use openings::Opening;

/// What a date expression says, before it is known from which day it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) enum Value {
    /// `November 13, 2017`, `23 October`.
    Day { year: Option<i16>, month: i8, day: i8 },
    /// `January 23-24`, `30 May to 2 June 2014`: month and day of both ends.
    Days { year: Option<i16>, from: (i8, i8), to: (i8, i8) },
    /// `August 4 last year`, `in January of last year`: years from the anchor's; a whole month where no day is told.
    InYear { month: i8, day: Option<i8>, step: i32 },
    /// `on the 12th`, `the 5th of next month`.
    DayOfMonth { day: i8, shift: Option<i32> },
    /// `March 2011`, `in May`, `last May`.
    Month { year: Option<i16>, month: i8, shift: Shift },
    /// `2014`; `the 1990s` and `the sixties` as ten of them, `the 20th century` as a hundred.
    Years { first: i16, count: i16 },
    /// `the third quarter of 2016`.
    Quarter { year: Option<i16>, quarter: i8 },
    /// `summer of 2012`, `last winter`; counted from spring, which is 0.
    Season { year: Option<i16>, season: i8, shift: Shift },
    /// `late September`, `early 2015`, `the end of the month`.
    Stretch { of: Period, part: Stretch },
    /// `on Monday`, `last Friday`, `next Tuesday`.
    Weekday { weekday: Weekday, shift: Shift },
    /// `Monday to Wednesday`.
    Weekdays { from: Weekday, to: Weekday },
    /// `Tuesday of last week`: whole weeks from the anchor's.
    WeekdayOf { weekday: Weekday, week: i32 },
    /// `the second Saturday of June 2015`, `the last Sunday of next month`: counted from 1, and -1 is the last.
    WeekdayOfMonth { weekday: Weekday, number: i8, of: Period },
    /// `yesterday`, `three days ago`: days from the anchor.
    DaysFrom(i32),
    /// `last week`: whole weeks from the anchor's week.
    Weeks(i32),
    /// `at the weekend`, `next weekend`.
    Weekend(Shift),
    /// `last month`: whole months from the anchor's.
    Months(i32),
    /// `last year`: whole years from the anchor's.
    YearsFrom(i32),
    /// `last century`: whole centuries from the anchor's.
    Centuries(i32),
    /// `the same day`, `two days later`, `the year before`: from the day that was told last.
    FromTold { unit: Unit, step: i32 },
    /// `on its second day`, `on the last day`: of the days that were told last; counted from 1, and 0 is the last.
    DayOfTold(i32),
}

/// Which of several days of that name is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) enum Shift {
    /// The tense decides.
    Nearest,
    /// Before the anchor.
    Last,
    /// After the anchor.
    Next,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) enum Unit {
    /// Days.
    Day,
    /// Calendar weeks.
    Week,
    /// Calendar months.
    Month,
    /// Calendar years.
    Year,
}

/// What a stretch is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) enum Period {
    /// A month by name.
    Month { year: Option<i16>, month: i8 },
    /// A year or decade by number.
    Years { first: i16, count: i16 },
    /// A week, month or year counted from the anchor's.
    From { unit: Unit, step: i32 },
}

/// Which part of a week, month, year or decade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) enum Stretch {
    /// Its first days: `at the beginning of May`.
    Start,
    /// Its first half: `early in May`.
    Early,
    /// Its middle: `mid-May`.
    Middle,
    /// Its second half: `late May`.
    Late,
    /// Its last days: `at the end of May`.
    End,
    /// `the first half of the year`.
    FirstHalf,
    /// `the second half of 2015`.
    SecondHalf,
}

/// A date expression and where it stands in its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::language) struct Expression {
    /// Token positions.
    pub tokens: Range<usize>,
    /// What it says.
    pub value: Value,
}

const MONTHS: [(&str, &str); 12] = [
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may", "may"),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
];
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];
/// Words after which a bare month name or year is a date.
const LEADS: &[&str] = &[
    "in",
    "of",
    "since",
    "until",
    "till",
    "by",
    "from",
    "during",
    "early",
    "late",
    "mid",
    "before",
    "after",
    "between",
    "through",
    "for",
    "throughout",
    "around",
    "circa",
];

/// Small words that no date stands before as an adjective stands before its noun: `the March on Rome` is no March.
const FUNCTION_WORDS: &[&str] = &[
    "a", "against", "an", "and", "are", "as", "at", "because", "but", "by", "for", "from", "had", "has", "have", "her",
    "his", "in", "into", "is", "its", "of", "off", "on", "or", "our", "over", "perhaps", "that", "the", "their",
    "this", "through", "thus", "to", "towards", "unless", "was", "were", "when", "where", "which", "while", "who",
    "will", "with",
];

/// Every date expression of `line`, in order; they do not overlap.
pub(in crate::language) fn in_line(line: &Line<'_>) -> Vec<Expression> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let end = match line.kind(at) {
            Some(TokenKind::Number | TokenKind::Word) => read(line, at, &mut out),
            _ => None,
        };
        at = end.unwrap_or(at + 1).max(at + 1);
    }
    share_years(line, &mut out);
    out
}

/// Reads what begins at `at` into `out`; says where it ends.
fn read(line: &Line<'_>, at: usize, out: &mut Vec<Expression>) -> Option<usize> {
    let one = |(length, value): (usize, Value), out: &mut Vec<Expression>| {
        out.push(Expression { tokens: at..at + length, value });
        Some(at + length)
    };
    if line.kind(at) == Some(TokenKind::Number) {
        if let Some(end) = absolute::day_first(line, at, out) {
            return Some(end);
        }
        let found = absolute::numeric(line, at)
            .or_else(|| relative::ago(line, at))
            .or_else(|| absolute::day_of_month(line, at))
            .or_else(|| parts::decade(line, at))
            .or_else(|| years::at(line, at))?;
        return one(found, out);
    }
    // Most words begin nothing, and every word of the library comes by here.
    let found = match Opening::of(line.word(at))? {
        Opening::Month => return absolute::month_first(line, at, out),
        Opening::Weekday => relative::weekday(line, at),
        Opening::The => relative::phrase(line, at)
            .or_else(|| relative::told(line, at))
            .or_else(|| relative::day_of_several(line, at))
            .or_else(|| parts::stretch(line, at))
            .or_else(|| years::era(line, at)),
        Opening::Number => relative::ago(line, at),
        Opening::Preposition => relative::weekend(line, at),
        Opening::In => relative::ahead(line, at).or_else(|| parts::season(line, at)),
        Opening::Shift => {
            relative::phrase(line, at).or_else(|| relative::shifted(line, at)).or_else(|| parts::season(line, at))
        }
        Opening::That => relative::told(line, at),
        Opening::Its => relative::day_of_several(line, at),
        Opening::Day => relative::phrase(line, at),
        Opening::Part => parts::stretch(line, at),
        Opening::Season => parts::season(line, at),
        Opening::Ordinal => parts::quarter(line, at).or_else(|| parts::half(line, at)),
        Opening::Hyphened => relative::joined_weekdays(line, at).or_else(|| parts::hyphened(line, at)),
        Opening::Holiday => absolute::holiday(line, at),
    }?;
    one(found, out)
}

/// In `January 30 and February 2, 2018` and `March 3-4, April 5 and May 6, 2018` the year stands only once.
fn share_years(line: &Line<'_>, found: &mut [Expression]) {
    for at in (1..found.len()).rev() {
        let (before, after) = found.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else { continue };
        let joined = match second.tokens.start.saturating_sub(first.tokens.end) {
            1 => line.is(first.tokens.end, &[",", "and", "or", "to", "-", "–", "—", "&", "through", "until"]),
            2 => line.is(first.tokens.end, &[","]) && line.is(first.tokens.end + 1, &["and", "or"]),
            _ => false,
        };
        let (year, end) = match second.value {
            Value::Day { year: Some(year), month, day } => (year, (month, day)),
            Value::Days { year: Some(year), from, .. } => (year, from),
            Value::Month { year: Some(year), month, .. } => (year, (month, 31)),
            _ => continue,
        };
        let of = |start: (i8, i8)| Some(if start <= end { year } else { year - 1 });
        if !joined {
            continue;
        }
        match &mut first.value {
            Value::Day { year: year @ None, month, day } => *year = of((*month, *day)),
            Value::Days { year: year @ None, from, .. } => *year = of(*from),
            Value::Month { year: year @ None, month, shift: Shift::Nearest } => *year = of((*month, 1)),
            _ => {}
        }
    }
}

fn month(line: &Line<'_>, at: usize) -> Option<i8> {
    if line.is_capitalised(at) { month_named(line.word(at)) } else { None }
}

/// The number of the month that `word` names.
fn month_named(word: &str) -> Option<i8> {
    if !matches!(word.as_bytes().first()?, b'J' | b'F' | b'M' | b'A' | b'S' | b'O' | b'N' | b'D') {
        return None;
    }
    let word = word.trim_end_matches('.');
    let number = MONTHS.iter().position(|(full, short)| {
        word.eq_ignore_ascii_case(full)
            || word.eq_ignore_ascii_case(short)
            || word.eq_ignore_ascii_case("sept") && *short == "sep"
    })?;
    i8::try_from(number + 1).ok()
}

fn day(line: &Line<'_>, at: usize) -> Option<i8> {
    if line.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    let word = line.word(at);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    digits.parse().ok().filter(|day| (1..=31).contains(day) && digits.len() <= 2)
}

fn year_number(word: &str) -> Option<i16> {
    (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|year| (1700..=2100).contains(year))
}

/// The year at `at`, perhaps after a comma, with the number of tokens that it takes.
fn year_after(line: &Line<'_>, at: usize) -> (usize, Option<i16>) {
    // "October 19 [2020]": an editor's addition.
    if line.is(at, &["[", "("])
        && line.is(at + 2, &["]", ")"])
        && let Some(year) = year_number(line.word(at + 1))
    {
        return (3, Some(year));
    }
    // "April 3 Juche 101 (2012)": the year of a calendar of its own, and the common one behind it.
    if line.is(at, &["juche"]) && line.is(at + 2, &["("]) && line.is(at + 4, &[")"]) {
        let year = year_number(line.word(at + 3));
        return (if year.is_some() { 5 } else { 0 }, year);
    }
    // "Christmas Day of 2015", "24 of September of 2015".
    let mark = usize::from(line.is(at, &[",", "of"]));
    match year_number(line.word(at + mark)) {
        Some(year) => (mark + 1, Some(year)),
        None => (0, None),
    }
}

/// `last year`, `of this year`, `of the previous year` at `at`: its tokens, and years from the anchor's.
fn shifted_year(line: &Line<'_>, at: usize) -> Option<(usize, i32)> {
    let of = usize::from(line.is(at, &["of"]));
    let the = usize::from(line.is(at + of, &["the"]));
    let step = match () {
        () if line.is(at + of + the, &["last", "previous", "past"]) => -1,
        () if line.is(at + of + the, &["this", "current"]) => 0,
        () if line.is(at + of + the, &["next", "coming", "following"]) => 1,
        () => return None,
    };
    line.is(at + of + the + 1, &["year"]).then_some((of + the + 2, step))
}

fn count(line: &Line<'_>, at: usize) -> Option<i32> {
    if line.is(at, &["a", "an"]) {
        return Some(1);
    }
    let word = line.word(at);
    // `twenty` alone is a count as well.
    let mut words = SMALL_NUMBERS.iter().chain(TENS.first());
    let spelled = words.position(|number| number.eq_ignore_ascii_case(word));
    let spelled = spelled.and_then(|number| i32::try_from(number).ok());
    // "twenty-five" is three words to the rules; the last one brings the tens along.
    let tens = at.checked_sub(2).filter(|_| line.is(at - 1, &["-", "‑"])).and_then(|tens| {
        let place = TENS.iter().position(|ten| line.is(tens, &[ten]))?;
        i32::try_from((place + 2) * 10).ok()
    });
    let spelled = match (spelled, tens) {
        (Some(unit @ 1..=9), Some(tens)) => Some(tens + unit),
        (Some(_), Some(_)) => None,
        (spelled, _) => spelled,
    };
    spelled.or_else(|| word.parse().ok().filter(|number| (0..1000).contains(number)))
}

/// Whether a weekday's name stands at `at`.
pub(in crate::language) fn is_weekday(line: &Line<'_>, at: usize) -> bool {
    named_weekday(line, at).is_some()
}

/// The weekday whose name stands at `at`.
pub(super) fn named_weekday(line: &Line<'_>, at: usize) -> Option<Weekday> {
    if line.is_capitalised(at) { weekday_named(line.word(at)) } else { None }
}

/// The weekday that `word` abbreviates with three to five letters, in any case: `Mon`, `thurs`.
pub fn weekday_abbreviated(word: &str) -> Option<Weekday> {
    let begins = |name: &str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let mut days = WEEKDAYS.iter().filter(|_| (3..6).contains(&word.len()));
    days.find(|(name, _)| begins(name)).map(|(_, weekday)| *weekday)
}

/// The weekday of this name, written out, in any case.
pub fn weekday_named(word: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, weekday)| *weekday)
}
