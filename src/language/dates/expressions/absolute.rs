//! Days and months by name and number.
//!
//! `November 13, 2017`; `July 9/2018`; `9-11 May`; `March 12, 14 and 16`; `2017-11-21`; `in May`; `the May agreements`;
//! `August last year`; `on the 12th`.

use super::{Expression, FUNCTION_WORDS, LEADS, Shift, Value, day, month, shifted_year, year_after, year_number};
use crate::language::line::Line;
use crate::language::types::TokenKind;

/// No list of days is longer.
const LONGEST_LIST: usize = 8;

/// Words before the number of an issue, a page or a room.
const NUMBERED: &[&str] = &["no", "no.", "nos", "nos.", "nr", "nr.", "vol", "vol.", "number", "issue", "page", "p."];

fn is_range_mark(line: &Line<'_>, at: usize) -> bool {
    line.is(at, &["-", "–", "—", "to", "through", "till", "until", "thru"])
}

/// Whether `and` joins the ends of a range here: `between 3 and 9 May`, or `1 and 2 March`, which follow each other.
fn is_range_and(line: &Line<'_>, start: usize, at: usize, (from, to): (i8, i8)) -> bool {
    let between = (1..=3).any(|back| start.checked_sub(back).is_some_and(|before| line.is(before, &["between"])));
    line.is(at, &["and", "&"]) && (between || to == from + 1)
}

/// `30 May and 2 June` are a range only after `between`.
fn is_between(line: &Line<'_>, start: usize, at: usize) -> bool {
    is_range_mark(line, at) || is_range_and(line, start, at, (0, 0))
}

/// Whether the number at `at` counts nothing: `March 1 and 2 were cold`, but not `on March 1 and 2 people came`.
fn stands_alone(line: &Line<'_>, at: usize) -> bool {
    line.kind(at + 1) != Some(TokenKind::Word)
        || line.is_capitalised(at + 1)
        || line.is(at + 1, FUNCTION_WORDS)
        || line.is(
            at + 1,
            &["respectively", "last", "this", "next", "there", "here", "after", "before", "during", "whether", "if"],
        )
}

/// `November 13, 2017`; `January 23-24`; `May 30 to June 2`; `March 2011`; `in May`; `the May agreements`.
pub(super) fn month_first(line: &Line<'_>, at: usize, out: &mut Vec<Expression>) -> Option<usize> {
    let first = month(line, at)?;
    let the = usize::from(line.is(at + 1, &["the"]) && line.word(at + 2).ends_with(|c: char| c.is_ascii_alphabetic()));
    let Some(start) = day(line, at + 1 + the) else {
        let day_and_year = || day_over_year(line, at, first);
        let (length, value) =
            double_day(line, at, first).or_else(day_and_year).or_else(|| month_alone(line, at, first))?;
        out.push(Expression { tokens: at..at + length, value });
        return Some(at + length);
    };
    let next = at + 2 + the;
    if let Some((length, value)) = days_of_month(line, at, next, (first, start)) {
        out.push(Expression { tokens: at..at + length, value });
        return Some(at + length);
    }
    if let Some((step_used, step)) = shifted_year(line, next) {
        let value = Value::InYear { month: first, day: Some(start), step };
        out.push(Expression { tokens: at..next + step_used, value });
        return Some(next + step_used);
    }
    let (used, mut year) = year_after(line, next);
    if (first, start) == (9, 11)
        && line.is(next, &["attacks", "attack", "terrorist", "terror", "hijackings", "hijackers"])
    {
        year = year.or(Some(2001));
    }
    out.push(Expression { tokens: at..next + used, value: Value::Day { year, month: first, day: start } });
    Some(if used == 0 { more_days(line, next, first, out) } else { next + used })
}

/// `-24`, `to 11`, `and 2`, `to June 2` after `January 23`; the length is counted from `at`.
fn days_of_month(line: &Line<'_>, at: usize, next: usize, (first, start): (i8, i8)) -> Option<(usize, Value)> {
    let the = usize::from(line.is(next + 1, &["the"]));
    let other = next + 1 + the;
    let joins =
        |end: i8| is_range_mark(line, next) || is_range_and(line, at, next, (start, end)) && stands_alone(line, other);
    if let Some(end) = day(line, other).filter(|end| *end > start && month(line, other + 1).is_none() && joins(*end)) {
        let (used, year) = year_after(line, other + 1);
        return Some((other + 1 + used - at, Value::Days { year, from: (first, start), to: (first, end) }));
    }
    if let (Some(second), Some(end)) = (month(line, other), day(line, other + 1))
        && is_between(line, at, next)
        && !is_range_mark(line, other + 2)
    {
        if is_long((first, start), (second, end)) {
            return None;
        }
        let (used, year) = year_after(line, other + 2);
        return Some((other + 2 + used - at, Value::Days { year, from: (first, start), to: (second, end) }));
    }
    None
}

/// Whether a range is too long for one event: `on show from January 23 through March 9` tells when it opens and when
/// it closes, which are two dates.
fn is_long(from: (i8, i8), to: (i8, i8)) -> bool {
    let days = |(month, day): (i8, i8)| i32::from(month) * 30 + i32::from(day);
    (days(to) - days(from)).rem_euclid(360) > 18
}

/// `October 11/12`.
fn double_day(line: &Line<'_>, at: usize, month: i8) -> Option<(usize, Value)> {
    let (from, to) = line.word(at + 1).split_once('/')?;
    let number = |text: &str| text.parse::<i8>().ok().filter(|day| (1..=31).contains(day));
    let (from, to) = (number(from)?, number(to)?);
    let (used, year) = year_after(line, at + 2);
    (from < to).then_some((2 + used, Value::Days { year, from: (month, from), to: (month, to) }))
}

/// `July 9/2018`, as agencies of the Horn of Africa date their copy.
fn day_over_year(line: &Line<'_>, at: usize, month: i8) -> Option<(usize, Value)> {
    let (day, year) = line.word(at + 1).split_once('/')?;
    let day = day.parse::<i8>().ok().filter(|day| (1..=31).contains(day))?;
    Some((2, Value::Day { year: Some(year_number(year)?), month, day }))
}

/// `, 14 and 16` after `March 12`; says where the list ends.
fn more_days(line: &Line<'_>, mut at: usize, month: i8, out: &mut Vec<Expression>) -> usize {
    for _ in 0..LONGEST_LIST {
        let comma = usize::from(line.is(at, &[","]));
        let and = usize::from(line.is(at + comma, &["and", "or", "&"]));
        let number = at + comma + and;
        let Some(day) = day(line, number).filter(|_| comma + and > 0 && stands_alone(line, number)) else { break };
        // "On March 12, 5 to 10 of them" and "March 12 and 9 May" are something else.
        let last = and > 0;
        if super::month(line, number + 1).is_some() || !last && !line.is(number + 1, &[",", "and", "or"]) {
            break;
        }
        let (used, year) = if last { year_after(line, number + 1) } else { (0, None) };
        out.push(Expression { tokens: number..number + 1 + used, value: Value::Day { year, month, day } });
        at = number + 1 + used;
        if last {
            break;
        }
    }
    at
}

fn month_alone(line: &Line<'_>, at: usize, month: i8) -> Option<(usize, Value)> {
    if let Some((used, step)) = shifted_year(line, at + 1) {
        return Some((1 + used, Value::InYear { month, day: None, step }));
    }
    let (mut used, mut year) = year_after(line, at + 1);
    if year.is_none() && line.is(at + 1, &["of"]) {
        year = year_number(line.word(at + 2));
        used = if year.is_some() { 2 } else { 0 };
    }
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

/// `23 October`; `1 and 2 March`; `9-11 May 2012`; `3, 5 and 7 May`; `the 12th of May 2016`.
pub(super) fn day_first(line: &Line<'_>, at: usize, out: &mut Vec<Expression>) -> Option<usize> {
    let start = day(line, at)?;
    if let Some((used, number)) = named_month(line, at + 1) {
        return Some(single_day(line, at, at + 1 + used, (number, start), out));
    }
    let the = usize::from(line.is(at + 2, &["the"]));
    let other = at + 2 + the;
    if let Some(end) = day(line, other).filter(|end| *end > start)
        && (is_range_mark(line, at + 1) || is_range_and(line, at, at + 1, (start, end)))
        && let Some((used, number)) = named_month(line, other + 1)
    {
        let (more, year) = year_after(line, other + 1 + used);
        let end_at = other + 1 + used + more;
        let value = Value::Days { year, from: (number, start), to: (number, end) };
        out.push(Expression { tokens: at..end_at, value });
        return Some(end_at);
    }
    days_before_month(line, at, out)
}

/// A month's name at `at`, perhaps after `of`, with the number of tokens.
fn named_month(line: &Line<'_>, at: usize) -> Option<(usize, i8)> {
    let of = usize::from(line.is(at, &["of"]));
    Some((of + 1, month(line, at + of)?))
}

/// What follows `30 May` at `next`: `to 2 June 2014`, `2016`, `last year`.
fn single_day(line: &Line<'_>, at: usize, next: usize, (number, start): (i8, i8), out: &mut Vec<Expression>) -> usize {
    if is_between(line, at, next)
        && let (Some(end), Some((used, second))) = (day(line, next + 1), named_month(line, next + 2))
        && !is_long((number, start), (second, end))
    {
        let (more, year) = year_after(line, next + 2 + used);
        let end_at = next + 2 + used + more;
        out.push(Expression {
            tokens: at..end_at,
            value: Value::Days { year, from: (number, start), to: (second, end) },
        });
        return end_at;
    }
    if let Some((used, step)) = shifted_year(line, next) {
        let value = Value::InYear { month: number, day: Some(start), step };
        out.push(Expression { tokens: at..next + used, value });
        return next + used;
    }
    // "on 11 July 11 people": a second number is not part of it, and a comma before a year is rare but harmless.
    let (more, year) = match year_after(line, next) {
        (0, None) => two_digits_at_the_end(line, next),
        found => found,
    };
    out.push(Expression { tokens: at..next + more, value: Value::Day { year, month: number, day: start } });
    next + more
}

/// `2 Oct 71` at the end of a line, as broadcasts were noted down: the year of a past century, for no day has that number.
fn two_digits_at_the_end(line: &Line<'_>, at: usize) -> (usize, Option<i16>) {
    let word = line.word(at);
    let year = word.parse::<i16>().ok().filter(|year| (32..100).contains(year) && word.len() == 2);
    match year.filter(|_| line.len() == at + 1) {
        Some(year) => (1, Some(1900 + year)),
        None => (0, None),
    }
}

/// `3, 5 and 7 May 2012`: every day takes the month that stands at the end. `No. 5, 17 March` has one day.
fn days_before_month(line: &Line<'_>, at: usize, out: &mut Vec<Expression>) -> Option<usize> {
    if (1..=2).any(|back| at.checked_sub(back).is_some_and(|before| line.is(before, NUMBERED))) {
        return None;
    }
    let mut numbers = vec![at];
    let mut next = at + 1;
    for _ in 0..LONGEST_LIST {
        let comma = usize::from(line.is(next, &[","]));
        let and = usize::from(line.is(next + comma, &["and", "or", "&"]));
        if comma + and == 0 || day(line, next + comma + and).is_none() {
            return None;
        }
        numbers.push(next + comma + and);
        next += comma + and + 1;
        if let Some((used, month)) = named_month(line, next) {
            let (more, year) = year_after(line, next + used);
            let end = next + used + more;
            let last = numbers.len() - 1;
            for (position, number) in numbers.into_iter().enumerate() {
                let tokens = number..if position == last { end } else { number + 1 };
                out.push(Expression { tokens, value: Value::Day { year, month, day: day(line, number)? } });
            }
            return Some(end);
        }
        if and > 0 {
            return None;
        }
    }
    None
}

/// `2017-11-21`, `13.11.2017`, `11/13/2017`, `9/11`.
pub(super) fn numeric(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let word = line.word(at);
    if word.len() == 6 {
        return stamp(line, at);
    }
    if line.is(at + 1, &["/"]) && line.is(at + 3, &["/"]) {
        return spaced(line, at);
    }
    if word == "9/11" {
        return Some((1, Value::Day { year: Some(2001), month: 9, day: 11 }));
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
        let year = year_number(c).or_else(|| short_year(line, at, (a, b, c)))?;
        (year, month, day)
    };
    let possible = (1..=12).contains(&month) && (1..=31).contains(&day);
    possible.then_some((1, Value::Day { year: Some(year), month, day }))
}

/// `19 / 02 / 2008`: with room around the slashes, and only where it is clear which number is the day.
fn spaced(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let number = |at: usize| line.word(at).parse::<i8>().ok().filter(|number| (1..=31).contains(number));
    let (first, second, year) = (number(at)?, number(at + 2)?, year_number(line.word(at + 4))?);
    let (month, day) = match (first > 12, second > 12) {
        (true, false) => (second, first),
        (false, true) => (first, second),
        _ if first == second => (first, second),
        _ => return None,
    };
    Some((5, Value::Day { year: Some(year), month, day }))
}

/// `13.11.17` after a word that leads to a date; versions and scores look the same.
fn short_year(line: &Line<'_>, at: usize, (a, b, c): (&str, &str, &str)) -> Option<i16> {
    let led = at == 0 || line.is(at - 1, LEADS) || line.is(at - 1, &["on", "dated", "date"]);
    let two = |part: &str| part.len() == 2;
    let year: i16 = c.parse().ok().filter(|_| led && two(a) && two(b) && two(c))?;
    Some(if year < 50 { 2000 + year } else { 1900 + year })
}

/// `230992 GMT`: the time stamp of a wire, day, month and year in two digits each.
fn stamp(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let word = line.word(at);
    let number: i32 = word.parse().ok().filter(|_| line.is(at + 1, &["gmt", "utc", "z"]))?;
    let two = |number: i32| i8::try_from(number % 100).ok();
    let (day, month, year) = (two(number / 10_000)?, two(number / 100)?, i16::from(two(number)?));
    let year = if year < 50 { 2000 + year } else { 1900 + year };
    let possible = (1..=12).contains(&month) && (1..=31).contains(&day);
    possible.then_some((1, Value::Day { year: Some(year), month, day }))
}

/// `on the 12th`, `until the 5th of next month`; but not `the 12th round`.
pub(super) fn day_of_month(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let ordinal = line.word(at).ends_with(|c: char| c.is_ascii_alphabetic());
    let led = at >= 2 && line.is(at - 1, &["the"]) && line.is(at - 2, &["on", "until", "till", "by", "from", "since"]);
    let day = day(line, at).filter(|_| ordinal && led)?;
    if line.is(at + 1, &["of"]) && line.is(at + 3, &["month"]) {
        let shift = match () {
            () if line.is(at + 2, &["this", "the"]) => 0,
            () if line.is(at + 2, &["last"]) => -1,
            () if line.is(at + 2, &["next"]) => 1,
            () => return None,
        };
        return Some((4, Value::DayOfMonth { day, shift: Some(shift) }));
    }
    let noun = line.kind(at + 1) == Some(TokenKind::Word) && !line.is(at + 1, FUNCTION_WORDS);
    let closed = !noun && !line.is(at + 1, &["-", "of", "and", "/"]);
    closed.then_some((1, Value::DayOfMonth { day, shift: None }))
}

/// `Christmas Eve`, `New Year’s Day`: days that bear a name the world over.
pub(super) fn holiday(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    if !line.is_capitalised(at) {
        return None;
    }
    let (used, month, day) = if line.is(at, &["christmas"]) {
        match () {
            () if line.is(at + 1, &["day"]) => (2, 12, 25),
            () if line.is(at + 1, &["eve"]) => (2, 12, 24),
            () => return None,
        }
    } else if line.is(at, &["new"]) && line.is(at + 1, &["year"]) && line.kind(at + 2) == Some(TokenKind::Possessive) {
        match () {
            () if line.is(at + 3, &["day"]) => (4, 1, 1),
            () if line.is(at + 3, &["eve"]) => (4, 12, 31),
            () => return None,
        }
    } else {
        return None;
    };
    let (more, year) = year_after(line, at + used);
    Some((used + more, Value::Day { year, month, day }))
}
