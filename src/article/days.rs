//! Days of publication in machine form, and words that tell a day.
//!
//! **In:** tokens of a line, a record's field, an address, a file's name. **Out:** how far a date expression
//! reaches and, where it is complete, its day. **Why:** a header line or dateline is recognised by its date;
//! giving a value to dates in running text is another room's work.

use jiff::civil::Date;

use super::Span;
use super::tokens::{Mark, Token, tokens};

/// A part of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Weekday,
    Month(i8),
    Day(i8),
    Year(i16),
    /// `9/2018` behind its month.
    DayAndYear(i8, i16),
    Full(Date),
    Time,
}

/// A date expression among tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DayWords {
    /// How many tokens it takes.
    pub(super) tokens: usize,
    /// Where it stands, without a time that follows.
    pub(super) span: Span,
    /// Its day, where day, month and year are told.
    pub(super) date: Option<Date>,
    /// Whether it is more than a weekday or a month with its year.
    pub(super) tells_day: bool,
    /// Whether it is only a weekday.
    pub(super) only_weekday: bool,
}

/// The date expression that `tokens` begin with: `Monday, March 20, 2006`, `15 July 2014`, `2016-05-14 09:30`,
/// `July 6`, `Sunday`, `February 2006`. A month alone is none.
pub(super) fn day_words(text: &str, tokens: &[Token]) -> Option<DayWords> {
    spaced(text, tokens).or_else(|| parts_of_a_day(text, tokens))
}

fn parts_of_a_day(text: &str, tokens: &[Token]) -> Option<DayWords> {
    let (mut weekday, mut month, mut day, mut year, mut full) = (false, None, None, None, None);
    let mut end = None;
    let mut taken = 0;
    let mut comma = false;
    for (index, token) in tokens.iter().enumerate() {
        if token.mark == Mark::Comma || token.mark == Mark::Dash && time_follows(text, tokens, index) {
            // `6, February` are two things: number 6, and a month.
            if comma || index == 0 || day.is_some() && month.is_none() {
                break;
            }
            comma = true;
            continue;
        }
        let whole = day.is_some() && month.is_some() && year.is_none();
        if whole && let Some((more, of)) = year_behind(text, tokens.get(index..).unwrap_or_default()) {
            (year, taken) = (Some(of), index + more);
            end = tokens.get(taken - 1).map(|last| last.span.end());
            break;
        }
        let Some(part) = part(token, text) else { break };
        match part {
            Part::Weekday if !weekday => weekday = true,
            Part::Month(found) if month.is_none() => month = Some(found),
            Part::Day(found) if day.is_none() => day = Some(found),
            Part::Year(found) if year.is_none() => year = Some(found),
            Part::DayAndYear(own, of) if day.is_none() && year.is_none() && month.is_some() => {
                (day, year) = (Some(own), Some(of));
            }
            Part::Full(found) if full.is_none() => full = Some(found),
            Part::Time if end.is_some() => {}
            _ => break,
        }
        comma = false;
        taken = index + 1;
        if part != Part::Time {
            end = Some(token.span.end());
        }
    }
    let tells_day = full.is_some() || month.is_some() && day.is_some();
    let tells_month = month.is_some() && year.is_some();
    let loose_number = day.is_some() && month.is_none();
    if loose_number || !(tells_day || tells_month || weekday) {
        return None;
    }
    let date = full.or_else(|| Date::new(year?, month?, day?).ok());
    let span = Span::new(tokens.first()?.span.start(), end?);
    let only_weekday = weekday && !tells_day && month.is_none();
    Some(DayWords { tokens: taken, span, date, tells_day, only_weekday })
}

/// `19 / 02 / 2008`, where it is clear which number is the day.
fn spaced(text: &str, tokens: &[Token]) -> Option<DayWords> {
    let [day, one, month, two, year, ..] = tokens else { return None };
    if one.mark != Mark::Slash || two.mark != Mark::Slash {
        return None;
    }
    let joined = [day, month, year].map(|part| part.span.of(text)).join("/");
    let date = numeric_date(&joined).or_else(|| {
        let same = day.span.of(text) == month.span.of(text);
        same.then(|| numeric_date(&joined.replace('/', "."))).flatten()
    })?;
    let span = day.span.cover(year.span);
    Some(DayWords { tokens: 5, span, date: Some(date), tells_day: true, only_weekday: false })
}

/// The year behind day and month where it stands in another way than as four digits, with its tokens:
/// `April 3 Juche 101 (2012)`; `2 Oct 71` at the end of a line, as broadcasts were noted down.
fn year_behind(text: &str, tokens: &[Token]) -> Option<(usize, i16)> {
    let word = |at: usize| tokens.get(at).filter(|token| token.mark == Mark::Word).map(|token| token.span.of(text));
    let first = word(0)?;
    if first.eq_ignore_ascii_case("juche") {
        let year = word(3)?.parse().ok().filter(|year| (1900..2100).contains(year))?;
        return (tokens.get(4)?.mark == Mark::Close).then_some((5, year));
    }
    let year = first.parse::<i16>().ok().filter(|year| (32..100).contains(year) && first.len() == 2)?;
    // The list may end before the line does: the caller takes only so many tokens of it.
    let behind = text.get(tokens.first()?.span.end()..).unwrap_or_default();
    let is_last = tokens.len() == 1 && behind.lines().next().is_none_or(|rest| rest.trim().is_empty());
    is_last.then_some((1, 1900 + year))
}

/// `Tuesday, 25 May 2021 – 18:40`: a dash belongs to the date where a time follows.
fn time_follows(text: &str, tokens: &[Token], index: usize) -> bool {
    tokens.get(index + 1).is_some_and(|next| is_clock(next.span.of(text)))
}

/// What may stand behind a time.
const ZONES: &[&str] = &[
    "GMT", "UTC", "MSK", "CET", "CEST", "EST", "EDT", "ET", "PST", "PDT", "BST", "IST", "a.m.", "p.m.", "am", "pm",
    "AM", "PM",
];

/// Whether `tokens` tell a time of day and nothing else: `9:25 A.M. EDT`.
pub(super) fn is_time_of_day(text: &str, tokens: &[Token]) -> bool {
    let mut words = tokens.iter().filter(|token| token.mark == Mark::Word).map(|token| token.span.of(text));
    let zone = |word: &str| word.len() <= 4 && word.bytes().all(|b| b.is_ascii_uppercase());
    words.next().is_some_and(is_clock)
        && words.all(|word| {
            zone(word) || matches!(word.to_ascii_lowercase().as_str(), "a.m." | "p.m." | "am" | "pm" | "hrs")
        })
}

fn part(token: &Token, text: &str) -> Option<Part> {
    if token.mark != Mark::Word {
        return None;
    }
    let word = token.span.of(text);
    let first = word.chars().next()?;
    if first.is_ascii_digit() {
        return number(word);
    }
    if let Some(month) = month(word) {
        return Some(Part::Month(month));
    }
    if is_weekday(word) {
        return Some(Part::Weekday);
    }
    ZONES.contains(&word).then_some(Part::Time)
}

/// What a word that begins with a digit may be in a date.
fn number(word: &str) -> Option<Part> {
    if is_clock(word) {
        return Some(Part::Time);
    }
    if let Some(date) = numeric_date(word) {
        return Some(Part::Full(date));
    }
    if let Some((day, of)) = word.split_once('/')
        && let (Ok(day @ 1..=31), Ok(year @ 1900..2100)) = (day.parse(), of.parse())
    {
        return Some(Part::DayAndYear(day, year));
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(digits.len()..).unwrap_or_default();
    if digits.len() == 4 && ending.is_empty() {
        return digits.parse().ok().filter(|year| (1900..2100).contains(year)).map(Part::Year);
    }
    // A range of days counts from its first one.
    let first = digits.split(['-', '–']).next().unwrap_or_default();
    let day = first.parse().ok().filter(|day| first.len() <= 2 && (1..=31).contains(day))?;
    matches!(ending, "" | "st" | "nd" | "rd" | "th").then_some(Part::Day(day))
}

/// `09:30`, `18:40:05`.
fn is_clock(word: &str) -> bool {
    let parts: Vec<&str> = word.split(':').collect();
    parts.len() >= 2
        && parts.len() <= 3
        && parts.iter().all(|p| matches!(p.len(), 1 | 2) && p.bytes().all(|b| b.is_ascii_digit()))
}

/// `2017-11-21`, `20.05.2021`, `21/11/2017`, `2017-11-21T10:00:00Z`. Where day and month cannot be told apart
/// (`05/06/2017`) there is no date, except between dots, where the day comes first.
fn numeric_date(word: &str) -> Option<Date> {
    let day_part = word.split(['T', ' ']).next()?;
    let separator = day_part.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '-' | '.' | '/') {
        return None;
    }
    let mut parts = day_part.trim_end_matches('.').split(separator);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let digits =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<i16>().ok()).flatten();
    let (first, second, third) = (digits(a)?, digits(b)?, digits(c)?);
    if a.len() == 4 {
        return date(first, second, third);
    }
    if c.len() != 4 {
        return None;
    }
    match separator {
        '.' => date(third, second, first),
        _ if first > 12 => date(third, second, first),
        _ if second > 12 => date(third, first, second),
        _ => None,
    }
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    if !(1600..2200).contains(&year) {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The number of an English month, written out or abbreviated.
fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    // Most words are no month, and their first letter says so. A small one is the verb `may` or `march`.
    if word.len() < 3 || !word.starts_with(['J', 'F', 'M', 'A', 'S', 'O', 'N', 'D']) {
        return None;
    }
    let dotted = word.ends_with('.');
    let name = word.trim_end_matches('.').to_ascii_lowercase();
    if name.len() > 9 {
        return None;
    }
    let short = |full: &str| name.len() == 3 && full.starts_with(&name) || name == "sept" && full == "september";
    let index = MONTHS.iter().position(|full| *full == name && !dotted || short(full))?;
    i8::try_from(index + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    const DAYS: &[&str] = &[
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Mon",
        "Tue",
        "Tues",
        "Wed",
        "Thu",
        "Thur",
        "Thurs",
        "Fri",
        "Sat",
        "Sun",
    ];
    if !word.starts_with(['M', 'T', 'W', 'F', 'S']) {
        return false;
    }
    let word = word.trim_end_matches('.');
    DAYS.iter().any(|day| {
        word == *day || day.len() > 5 && word.eq_ignore_ascii_case(day) && word.starts_with(char::is_uppercase)
    })
}

/// Whether `word` names a month or weekday.
pub(super) fn is_calendar_word(word: &str) -> bool {
    month(word).is_some() || is_weekday(word)
}

/// The day that a record's field states: ISO, RFC 2822, dotted, or in words.
pub(super) fn stated(field: &str) -> Option<Date> {
    let field = field.trim();
    let tokens = tokens(field, Span::whole(field), 12);
    (0..tokens.len()).find_map(|from| day_words(field, tokens.get(from..)?)?.date)
}

/// The day of a Unix time in seconds or milliseconds.
pub(super) fn from_unix(number: i64) -> Option<Date> {
    let seconds = if number.abs() > 100_000_000_000 { number / 1000 } else { number };
    let time = jiff::Timestamp::from_second(seconds).ok()?;
    Some(time.to_zoned(jiff::tz::TimeZone::UTC).date())
}

/// The day in a path or address, nearest its end: `/2017/11/21/`, `2017-11-21`, `2017_11_21`, `20171121`.
pub(super) fn in_path(path: &str) -> Option<Date> {
    let runs = digit_runs(path);
    let plausible = |date: &Date| (1900..2100).contains(&date.year());
    (0..runs.len()).rev().find_map(|index| {
        let here = runs.get(index..)?;
        compact(here).or_else(|| divided(path, here)).filter(plausible)
    })
}

/// `20171121`.
fn compact(runs: &[(usize, &str)]) -> Option<Date> {
    let (_, digits) = runs.first().filter(|(_, digits)| digits.len() == 8)?;
    let number: i32 = digits.parse().ok()?;
    let part = |value: i32| i16::try_from(value).ok();
    date(part(number / 10_000)?, part(number / 100 % 100)?, part(number % 100)?)
}

/// `2017/11/21` and the like.
fn divided(path: &str, runs: &[(usize, &str)]) -> Option<Date> {
    let [year, month, day, ..] = runs else { return None };
    let next_to = |before: &(usize, &str), after: &(usize, &str)| {
        let gap = path.get(before.0 + before.1.len()..after.0).unwrap_or_default();
        matches!(gap, "-" | "_" | "/" | "." | "\\")
    };
    let fits =
        year.1.len() == 4 && month.1.len() <= 2 && day.1.len() <= 2 && next_to(year, month) && next_to(month, day);
    fits.then(|| date(year.1.parse().ok()?, month.1.parse().ok()?, day.1.parse().ok()?)).flatten()
}

/// Runs of digits that are not part of a word (a hash, a version), with their offsets.
fn digit_runs(path: &str) -> Vec<(usize, &str)> {
    let mut runs = Vec::new();
    let mut at = 0;
    for part in path.split_inclusive(|c: char| !c.is_ascii_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        // `20171121T1030` begins with a date.
        let digits = word.split('T').next().unwrap_or_default();
        if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
            runs.push((at, digits));
        }
        at += part.len();
    }
    runs
}

#[cfg(test)]
mod tests;
