//! Parts of weeks, months, years and decades, and the seasons and quarters of a year.
//!
//! `late September`, `mid-2015`, `the end of the month`, `early next year`, `summer of 2012`, `the third quarter`.

use super::{LEADS, Period, Shift, Stretch, Unit, Value, month, month_named, relative, year_number, years};
use crate::language::line::Line;
use crate::language::types::TokenKind;

/// `late September`, `early in 2015`, `the end of the month`, `the beginning of May`.
pub(super) fn stretch(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let the = usize::from(line.is(at, &["the"]));
    let word = at + the;
    let part = match () {
        () if line.is(word, &["early"]) => Stretch::Early,
        () if line.is(word, &["late"]) => Stretch::Late,
        () if line.is(word, &["mid", "middle"]) => Stretch::Middle,
        () if line.is(word, &["end", "close"]) => Stretch::End,
        () if line.is(word, &["beginning", "start"]) => Stretch::Start,
        () => return None,
    };
    // "late May", "early in May", "mid-May"; "the end of May", but not "end May".
    let lead = match () {
        () if line.is(word, &["early", "late"]) => usize::from(line.is(word + 1, &["in", "-"])),
        () if line.is(word, &["mid"]) => usize::from(line.is(word + 1, &["-"])),
        () if line.is(word + 1, &["of"]) => 1,
        () => return None,
    };
    let from = word + 1 + lead;
    let (used, period) = period(line, from)?;
    // "early in 2016" tells little more than the year.
    if lead == 1 && matches!(period, Period::Years { count: 1, .. }) && line.is(word + 1, &["in"]) {
        return None;
    }
    Some((from + used - at, Value::Stretch { of: period, part }))
}

/// The month, year or decade at `at`.
pub(super) fn period(line: &Line<'_>, at: usize) -> Option<(usize, Period)> {
    let the = usize::from(line.is(at, &["the"]));
    if let Some(month) = month(line, at) {
        let of = usize::from(line.is(at + 1, &["of", ","]) && year_number(line.word(at + 2)).is_some());
        let year = year_number(line.word(at + 1 + of));
        // "late May 5" would be a day.
        let used = if year.is_some() { 2 + of } else { 1 };
        return super::day(line, at + 1).is_none().then_some((used, Period::Month { year, month }));
    }
    if let Some(first) = year_number(line.word(at + the)) {
        let decade = is_decade(line, at + the + 1, first, the == 1);
        let count = if decade { years::decade_or_century(first) } else { 1 };
        return Some((the + 1 + usize::from(decade), Period::Years { first, count }));
    }
    let (step, word) = match relative::shift(line, at + the) {
        Some((_, step)) => (step, at + the + 1),
        None if the == 1 => (0, at + 1),
        None => return None,
    };
    let unit = match () {
        () if line.is(word, &["month"]) => Unit::Month,
        () if line.is(word, &["year"]) => Unit::Year,
        () if line.is(word, &["week"]) => Unit::Week,
        () => return None,
    };
    Some((word + 1 - at, Period::From { unit, step }))
}

/// Whether an `s` at `at` makes a decade of the year before it.
fn is_decade(line: &Line<'_>, at: usize, first: i16, led: bool) -> bool {
    first % 10 == 0 && (line.is(at, &["s"]) || led && line.kind(at) == Some(TokenKind::Possessive))
}

/// `mid-July`, `mid-2015`, `mid-1990s`, `late-1980s`, which are one word each.
pub(super) fn hyphened(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let (part, rest) = line.word(at).split_once('-')?;
    let part = match () {
        () if part.eq_ignore_ascii_case("mid") => Stretch::Middle,
        () if part.eq_ignore_ascii_case("early") => Stretch::Early,
        () if part.eq_ignore_ascii_case("late") => Stretch::Late,
        () => return None,
    };
    if let Some(month) = month_named(rest).filter(|_| rest.starts_with(char::is_uppercase)) {
        let comma = usize::from(line.is(at + 1, &[","]) && year_number(line.word(at + 2)).is_some());
        let year = year_number(line.word(at + 1 + comma));
        let used = if year.is_some() { 2 + comma } else { 1 };
        return Some((used, Value::Stretch { of: Period::Month { year, month }, part }));
    }
    let first = year_number(rest.trim_end_matches('s'))?;
    let count = if rest.ends_with('s') { years::decade_or_century(first) } else { 1 };
    Some((1, Value::Stretch { of: Period::Years { first, count }, part }))
}

/// `1990s` is read with the years; here only what stands behind `early` on its own.
pub(super) fn decade(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    // "2014-15", "2014–2016": a stretch of years, where a word or a bracket leads to it.
    let first = year_number(line.word(at))?;
    let led = at.checked_sub(1).is_some_and(|before| line.is(before, LEADS) || line.is(before, &["(", "the"]));
    if !led || !line.is(at + 1, &["-", "–", "/"]) {
        return None;
    }
    let word = line.word(at + 2);
    let last = match word.len() {
        4 => year_number(word)?,
        2 => first / 100 * 100 + word.parse::<i16>().ok()?,
        _ => return None,
    };
    (last > first && last - first < 60).then_some((3, Value::Years { first, count: last - first + 1 }))
}

/// `summer of 2012`, `last winter`, `this spring`, `in the autumn`.
pub(super) fn season(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let named = |at: usize| match () {
        () if line.is(at, &["spring"]) => Some(0),
        () if line.is(at, &["summer"]) => Some(1),
        () if line.is(at, &["autumn", "fall"]) => Some(2),
        () if line.is(at, &["winter"]) => Some(3),
        () => None,
    };
    if let Some((shift, _)) = relative::shift(line, at) {
        let season = named(at + 1)?;
        return Some((2, Value::Season { year: None, season, shift }));
    }
    let lead = if line.reads(at, "in the") { 2 } else { 0 };
    let season = named(at + lead)?;
    let of = usize::from(line.is(at + lead + 1, &["of"]));
    let (used, year) = match year_number(line.word(at + lead + 1 + of)) {
        Some(year) => (lead + 2 + of, Some(year)),
        // "in the spring of his life", "in the summer heat".
        None if lead == 0 || of == 1 || line.kind(at + lead + 1) == Some(TokenKind::Word) => return None,
        None => (lead + 1, None),
    };
    Some((used, Value::Season { year, season, shift: Shift::Nearest }))
}

/// `the third quarter of 2016`, `the first quarter`, `Q3 2016`; but not `the first quarter of the match`.
pub(super) fn quarter(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    if let Some(digit) = line.word(at).strip_prefix('Q') {
        let quarter = digit.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
        let of = usize::from(line.is(at + 1, &["of"]));
        let year = year_number(line.word(at + 1 + of))?;
        return Some((2 + of, Value::Quarter { year: Some(year), quarter }));
    }
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

/// `the first half of 2015`, `the second half of the year`.
pub(super) fn half(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let part = match () {
        () if line.is(at, &["first"]) => Stretch::FirstHalf,
        () if line.is(at, &["second", "latter"]) => Stretch::SecondHalf,
        () => return None,
    };
    if !line.is(at + 1, &["half"]) || !line.is(at + 2, &["of"]) {
        return None;
    }
    let (used, period) = period(line, at + 3)?;
    Some((3 + used, Value::Stretch { of: period, part }))
}
