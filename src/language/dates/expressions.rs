//! Words in, date expressions out, still without a calendar value.
//!
//! A small hand-written grammar over tokens: a regular expression engine would be slower and could not ask whether
//! `May` is a month here or a premier.

mod years;

use std::ops::Range;

use jiff::civil::Weekday;

use crate::language::line::Line;
use crate::language::types::TokenKind;

/// What a date expression says, before it is known from which day it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) enum Value {
    /// `November 13, 2017`, `23 October`.
    Day { year: Option<i16>, month: i8, day: i8 },
    /// `January 23-24`, `30 May to 2 June 2014`: month and day of both ends.
    Days { year: Option<i16>, from: (i8, i8), to: (i8, i8) },
    /// `March 2011`, `in May`, `last May`.
    Month { year: Option<i16>, month: i8, shift: Shift },
    /// `2014`; `the 1990s` and `the sixties` as ten of them, `the 20th century` as a hundred.
    Years { first: i16, count: i16 },
    /// `the third quarter of 2016`.
    Quarter { year: Option<i16>, quarter: i8 },
    /// `on Monday`, `last Friday`, `next Tuesday`.
    Weekday { weekday: Weekday, shift: Shift },
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
    /// `at the end of the month`.
    EndOfMonth,
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
const NUMBERS: [&str; 13] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
/// Words after which a bare month name or year is a date.
const LEADS: &[&str] = &[
    "in", "of", "since", "until", "till", "by", "from", "during", "early", "late", "mid", "before", "after", "between",
    "through", "for",
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
        if let Some((length, value)) = expression_at(line, at) {
            out.push(Expression { tokens: at..at + length, value });
            at += length;
        } else {
            at += 1;
        }
    }
    out
}

fn expression_at(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    match line.kind(at)? {
        TokenKind::Number => {
            numeric(line, at).or_else(|| day_first(line, at)).or_else(|| ago(line, at)).or_else(|| years::at(line, at))
        }
        TokenKind::Word => month_first(line, at)
            .or_else(|| relative(line, at))
            .or_else(|| shifted(line, at))
            .or_else(|| weekday(line, at, Shift::Nearest))
            .or_else(|| ago(line, at))
            .or_else(|| quarter(line, at))
            .or_else(|| years::era(line, at)),
        TokenKind::Possessive | TokenKind::Mark => None,
    }
}

fn month(line: &Line<'_>, at: usize) -> Option<i8> {
    if !line.is_capitalised(at) {
        return None;
    }
    let word = line.word(at).trim_end_matches('.').to_ascii_lowercase();
    let number = MONTHS
        .iter()
        .position(|(full, short)| word == *full || word == *short || (word == "sept" && *short == "sep"))?;
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
    let comma = usize::from(line.is(at, &[","]));
    match year_number(line.word(at + comma)) {
        Some(year) => (comma + 1, Some(year)),
        None => (0, None),
    }
}

fn is_range_mark(line: &Line<'_>, at: usize) -> bool {
    line.is(at, &["-", "–", "—", "to", "and", "through", "till", "until"])
}

/// `November 13, 2017`; `January 23-24`; `May 30 to June 2`; `March 2011`; `in May`; `the May agreements`.
fn month_first(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let first = month(line, at)?;
    let Some(start) = day(line, at + 1) else { return month_alone(line, at, first) };
    if is_range_mark(line, at + 2) {
        if let Some(end) = day(line, at + 3).filter(|end| *end > start && month(line, at + 4).is_none()) {
            let (used, year) = year_after(line, at + 4);
            return Some((4 + used, Value::Days { year, from: (first, start), to: (first, end) }));
        }
        if let (Some(second), Some(end)) = (month(line, at + 3), day(line, at + 4))
            && !line.is(at + 2, &["and"])
            && !is_range_mark(line, at + 5)
        {
            let (used, year) = year_after(line, at + 5);
            return Some((5 + used, Value::Days { year, from: (first, start), to: (second, end) }));
        }
    }
    let (used, year) = year_after(line, at + 2);
    Some((2 + used, Value::Day { year, month: first, day: start }))
}

fn month_alone(line: &Line<'_>, at: usize, month: i8) -> Option<(usize, Value)> {
    let (used, year) = year_after(line, at + 1);
    let led = at.checked_sub(1).is_some_and(|before| line.is(before, LEADS));
    // "the May agreements", "a July summit"; but not "May said", "March on Rome".
    let attributive = at.checked_sub(1).is_some_and(|before| line.is(before, &["the", "a", "this", "that"]))
        && line.kind(at + 1) == Some(TokenKind::Word)
        && !line.is_capitalised(at + 1)
        && !line.is(at + 1, FUNCTION_WORDS);
    let plain = !matches!(month, 3 | 5) && line.word(at).len() > 3 && !line.is_capitalised(at + 1);
    (year.is_some() || led || attributive || plain)
        .then_some((1 + used, Value::Month { year, month, shift: Shift::Nearest }))
}

/// `23 October`; `1 and 2 March`; `9-11 May 2012`; `the 12th of May 2016`.
fn day_first(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let start = day(line, at)?;
    let of = |at: usize| usize::from(line.is(at, &["of"]));
    if let Some(number) = month(line, at + 1 + of(at + 1)) {
        let used = 2 + of(at + 1);
        // "30 May to 2 June"
        if is_range_mark(line, at + used)
            && let (Some(end), Some(second)) = (day(line, at + used + 1), month(line, at + used + 2))
            && !line.is(at + used, &["and"])
        {
            let (more, year) = year_after(line, at + used + 3);
            return Some((used + 3 + more, Value::Days { year, from: (number, start), to: (second, end) }));
        }
        let (more, year) = year_after(line, at + used);
        // "on 11 July 11 people": a second number is not part of it, and a comma before a year is rare but harmless.
        return Some((used + more, Value::Day { year, month: number, day: start }));
    }
    if is_range_mark(line, at + 1)
        && let Some(end) = day(line, at + 2).filter(|end| *end > start)
        && let Some(number) = month(line, at + 3 + of(at + 3))
    {
        let used = 4 + of(at + 3);
        let (more, year) = year_after(line, at + used);
        return Some((used + more, Value::Days { year, from: (number, start), to: (number, end) }));
    }
    None
}

/// `230992 GMT`: the time stamp of a wire, day, month and year in two digits each.
fn stamp(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let word = line.word(at);
    let digits = word.len() == 6 && line.is(at + 1, &["gmt", "utc", "z"]);
    let number: i32 = word.parse().ok().filter(|_| digits)?;
    let two = |number: i32| i8::try_from(number % 100).ok();
    let (day, month, year) = (two(number / 10_000)?, two(number / 100)?, i16::from(two(number)?));
    let year = if year < 50 { 2000 + year } else { 1900 + year };
    let possible = (1..=12).contains(&month) && (1..=31).contains(&day);
    possible.then_some((1, Value::Day { year: Some(year), month, day }))
}

/// `2017-11-21`, `13.11.2017`, `11/13/2017`.
fn numeric(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let word = line.word(at);
    if word.len() == 6 {
        return stamp(line, at);
    }
    let mut parts = word.split(['-', '.', '/']);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let number = |text: &str| text.parse::<i8>().ok();
    let (year, month, day) = if let Some(year) = year_number(a) {
        (year, number(b)?, number(c)?)
    } else {
        let (first, second) = (number(a)?, number(b)?);
        // Slashes are American unless that cannot be; points are European.
        let american = word.contains('/') && first <= 12;
        let (month, day) = if american { (first, second) } else { (second, first) };
        (year_number(c)?, month, day)
    };
    let possible = (1..=12).contains(&month) && (1..=31).contains(&day);
    possible.then_some((1, Value::Day { year: Some(year), month, day }))
}

/// `yesterday`, `the day after tomorrow`, `tonight`, `at the end of the month`, `at the weekend`.
fn relative(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    const PHRASES: [(&str, Value); 16] = [
        ("the day after tomorrow", Value::DaysFrom(2)),
        ("day after tomorrow", Value::DaysFrom(2)),
        ("the day before yesterday", Value::DaysFrom(-2)),
        ("yesterday", Value::DaysFrom(-1)),
        ("today", Value::DaysFrom(0)),
        ("tonight", Value::DaysFrom(0)),
        ("this morning", Value::DaysFrom(0)),
        ("this afternoon", Value::DaysFrom(0)),
        ("this evening", Value::DaysFrom(0)),
        ("earlier in the day", Value::DaysFrom(0)),
        ("tomorrow", Value::DaysFrom(1)),
        ("the end of the month", Value::EndOfMonth),
        ("at the weekend", Value::Weekend(Shift::Nearest)),
        ("over the weekend", Value::Weekend(Shift::Nearest)),
        ("this weekend", Value::Weekend(Shift::Nearest)),
        ("this week", Value::Weeks(0)),
    ];
    // Most words begin none of them, and every word of the library comes by here.
    if !line.is(at, &["the", "day", "yesterday", "today", "tonight", "this", "earlier", "tomorrow", "at", "over"]) {
        return None;
    }
    PHRASES.iter().find(|(phrase, _)| line.reads(at, phrase)).map(|(phrase, value)| (phrase.split(' ').count(), *value))
}

/// `last Friday`, `next month`, `this year`, `last May`, `last weekend`.
fn shifted(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let (shift, step) = if line.is(at, &["last", "previous", "past"]) {
        (Shift::Last, -1)
    } else if line.is(at, &["next", "coming"]) {
        (Shift::Next, 1)
    } else if line.is(at, &["this"]) {
        (Shift::Nearest, 0)
    } else {
        return None;
    };
    if let Some((_, value)) = weekday(line, at + 1, shift) {
        return Some((2, value));
    }
    if let Some(month) = month(line, at + 1) {
        return Some((2, Value::Month { year: None, month, shift }));
    }
    let value = match line.word(at + 1).to_ascii_lowercase().as_str() {
        "week" => Value::Weeks(step),
        "month" => Value::Months(step),
        "year" => Value::YearsFrom(step),
        "weekend" => Value::Weekend(shift),
        _ => return None,
    };
    Some((2, value))
}

/// Whether a weekday's name stands at `at`.
pub(in crate::language) fn is_weekday(line: &Line<'_>, at: usize) -> bool {
    line.is_capitalised(at) && WEEKDAYS.iter().any(|(name, _)| line.is(at, &[name]))
}

/// The weekday whose name stands at `at`.
pub(super) fn named_weekday(line: &Line<'_>, at: usize) -> Option<Weekday> {
    let named = || WEEKDAYS.iter().find(|(name, _)| line.is(at, &[name])).map(|(_, weekday)| *weekday);
    line.is_capitalised(at).then(named).flatten()
}

fn weekday(line: &Line<'_>, at: usize, shift: Shift) -> Option<(usize, Value)> {
    if !line.is_capitalised(at) {
        return None;
    }
    let (_, weekday) = WEEKDAYS.iter().find(|(name, _)| line.is(at, &[name]))?;
    // "Monday, November 13": the full date speaks for itself.
    let comma = usize::from(line.is(at + 1, &[","]));
    let dated = month(line, at + 1 + comma).is_some() && day(line, at + 2 + comma).is_some()
        || day(line, at + 1 + comma).is_some() && month(line, at + 2 + comma).is_some();
    (!dated).then_some((1, Value::Weekday { weekday: *weekday, shift }))
}

fn count(line: &Line<'_>, at: usize) -> Option<i32> {
    let word = line.word(at).to_ascii_lowercase();
    if matches!(word.as_str(), "a" | "an") {
        return Some(1);
    }
    let spelled = NUMBERS.iter().position(|number| *number == word).and_then(|n| i32::try_from(n).ok());
    spelled.or_else(|| word.parse().ok().filter(|n| (0..1000).contains(n)))
}

/// `three days ago`, `two years ago`; and `a day earlier`, which counts from the story's day where `a year earlier`
/// counts from what it tells of.
fn ago(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let earlier = line.is(at + 2, &["earlier", "before"]) && line.is(at + 1, &["day", "days"]);
    // "two days before Christmas" counts from something else.
    let counts_from_here = line.is(at + 2, &["ago"]) || earlier && !line.is_capitalised(at + 3);
    if !counts_from_here {
        return None;
    }
    let number = count(line, at)?;
    let value = match line.word(at + 1).to_ascii_lowercase().as_str() {
        "day" | "days" => Value::DaysFrom(-number),
        "week" | "weeks" => Value::Weeks(-number),
        "month" | "months" => Value::Months(-number),
        "year" | "years" => Value::YearsFrom(-number),
        _ => return None,
    };
    Some((3, value))
}

/// `the third quarter of 2016`, `the first quarter`; but not `the first quarter of the match`.
fn quarter(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let quarter = ["first", "second", "third", "fourth"].iter().position(|name| line.is(at, &[name]))?;
    if !line.is(at + 1, &["quarter"]) || line.is(at + 2, &["-"]) {
        return None;
    }
    let of = usize::from(line.is(at + 2, &["of"]));
    let year = year_number(line.word(at + 2 + of));
    let this_year = line.reads(at + 2, "of the year") || line.reads(at + 2, "of this year");
    let used = match year {
        Some(_) => 3 + of,
        None if this_year => 5,
        None if of == 1 => return None,
        None => 2,
    };
    Some((used, Value::Quarter { year, quarter: i8::try_from(quarter + 1).ok()? }))
}
