//! Days that count from another one: the article's, or the one that was told last.
//!
//! `yesterday`, `last Friday`, `three days ago`, `at the weekend`; `the same day`, `two days later`, `the year before`.

use jiff::civil::Weekday;

use super::{Period, Shift, Unit, Value, count, day, month, named_weekday, weekday_named, year_number};
use crate::language::line::Line;
use crate::language::types::TokenKind;
use crate::language::word_list::WordList;

/// Parts of a day; what is told of one of them is told of the day.
const PARTS_OF_DAY: &[&str] = &["day", "morning", "afternoon", "evening", "night"];

/// Phrases for a day, each with how many days it is from the article's.
const PHRASES: [(&str, i32); 14] = [
    ("the day after tomorrow", 2),
    ("day after tomorrow", 2),
    ("the day before yesterday", -2),
    ("day before yesterday", -2),
    ("yesterday", -1),
    ("last night", -1),
    ("last evening", -1),
    ("today", 0),
    ("tonight", 0),
    ("this morning", 0),
    ("this afternoon", 0),
    ("this evening", 0),
    ("earlier in the day", 0),
    ("tomorrow", 1),
];
/// The first words of [`PHRASES`]: hardly any word is one.
const FIRST: WordList =
    WordList::of(&["the", "day", "yesterday", "last", "today", "tonight", "this", "earlier", "tomorrow"]);

/// `yesterday`, `the day after tomorrow`, `this morning`.
pub(super) fn phrase(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    if !line.is_of(at, &FIRST) || line.is(at, &["the"]) && !line.is(at + 1, &["day"]) {
        return None;
    }
    let found = PHRASES.iter().find(|(phrase, _)| line.reads(at, phrase));
    found.map(|(phrase, days)| (phrase.split(' ').count(), Value::DaysFrom(*days)))
}

/// `at the weekend`, `over the weekend`, `during the past weekend`.
pub(super) fn weekend(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    (line.is(at + 2, &["weekend"]) && line.is(at + 1, &["the"])).then_some((3, Value::Weekend(Shift::Nearest)))
}

/// `last Friday`, `next month`, `this year`, `last May`, `last weekend`.
pub(super) fn shifted(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let (shift, step) = shift(line, at)?;
    if let Some(weekday) = named_weekday(line, at + 1) {
        if let Some((length, value)) = weekday_of_month(line, at + 1, weekday) {
            return Some((1 + length, value));
        }
        return Some((2, Value::Weekday { weekday, shift }));
    }
    if let Some(month) = month(line, at + 1) {
        // "this May 5" and "last May 5" are days by themselves.
        let dated = day(line, at + 2).is_some();
        return (!dated).then_some((2, Value::Month { year: None, month, shift }));
    }
    let value = match () {
        () if line.is(at + 1, &["week"]) => Value::Weeks(step),
        () if line.is(at + 1, &["month"]) => Value::Months(step),
        () if line.is(at + 1, &["year"]) => Value::YearsFrom(step),
        () if line.is(at + 1, &["weekend"]) => Value::Weekend(shift),
        () if line.is(at + 1, &["century"]) => Value::Centuries(step),
        () => return None,
    };
    // "the previous year" counts from what is told; "this year's" and "last week's" are no other days.
    let from_told = line.is(at, &["previous"]) && at.checked_sub(1).is_some_and(|before| line.is(before, &["the"]));
    let value = match value {
        Value::Weeks(step) if from_told => Value::FromTold { unit: Unit::Week, step },
        Value::Months(step) if from_told => Value::FromTold { unit: Unit::Month, step },
        Value::YearsFrom(step) if from_told => Value::FromTold { unit: Unit::Year, step },
        value => value,
    };
    Some((2, value))
}

/// What `last`, `next` or `this` at `at` says.
pub(super) fn shift(line: &Line<'_>, at: usize) -> Option<(Shift, i32)> {
    if line.is(at, &["last", "previous", "past"]) {
        Some((Shift::Last, -1))
    } else if line.is(at, &["next", "coming"]) {
        Some((Shift::Next, 1))
    } else if line.is(at, &["this"]) {
        Some((Shift::Nearest, 0))
    } else {
        None
    }
}

/// `Friday of February 2015`, `Sunday in May`, `Monday of last month`, where it is told before which of them.
fn weekday_of_month(line: &Line<'_>, at: usize, weekday: Weekday) -> Option<(usize, Value)> {
    let before = at.checked_sub(1)?;
    let ordinal = ["first", "second", "third", "fourth", "fifth"].iter().position(|word| line.is(before, &[word]));
    let number = match ordinal {
        Some(place) => i8::try_from(place + 1).ok()?,
        None => line.is(before, &["last", "final"]).then_some(-1)?,
    };
    if !line.is(at + 1, &["of", "in"]) {
        return None;
    }
    let (used, of) = super::parts::period(line, at + 2)?;
    // "on the first Friday of the month": of every month as often as of this one.
    let is_told = match of {
        Period::Month { .. } => true,
        Period::From { unit, .. } => unit == Unit::Month && shift(line, at + 2).is_some(),
        Period::Years { .. } => false,
    };
    is_told.then_some((2 + used, Value::WeekdayOfMonth { weekday, number, of }))
}

/// `Monday`; `Monday to Wednesday`; `Tuesday of last week`.
pub(super) fn weekday(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let weekday = named_weekday(line, at)?;
    // "every second Tuesday" is no day.
    if (1..=2).any(|back| at.checked_sub(back).is_some_and(|before| line.is(before, &["every", "each"]))) {
        return None;
    }
    // "Monday, November 13" and "Monday the 13th of November": the full date speaks for itself.
    let skip = usize::from(line.is(at + 1, &[","]));
    let the = usize::from(line.is(at + 1 + skip, &["the"]));
    let next = at + 1 + skip + the;
    let of = usize::from(line.is(next + 1, &["of"]));
    let dated = month(line, next).is_some() && day(line, next + 1).is_some()
        || day(line, next).is_some() && month(line, next + 1 + of).is_some();
    if dated {
        return None;
    }
    if line.is(at + 1, &["to", "through", "until", "till", "-", "–", "—", "thru"])
        && let Some(to) = named_weekday(line, at + 2).filter(|to| *to != weekday)
    {
        return Some((3, Value::Weekdays { from: weekday, to }));
    }
    if let Some(of_month) = weekday_of_month(line, at, weekday) {
        return Some(of_month);
    }
    let of = usize::from(line.is(at + 1, &["of"]));
    if let Some((_, week)) = shift(line, at + 1 + of).filter(|_| line.is(at + 2 + of, &["week"])) {
        return Some((3 + of, Value::WeekdayOf { weekday, week }));
    }
    Some((1, Value::Weekday { weekday, shift: Shift::Nearest }))
}

/// `Monday-Wednesday`, which is one word.
pub(super) fn joined_weekdays(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let (from, to) = line.word(at).split_once('-')?;
    let (from, to): (Weekday, Weekday) = (weekday_named(from)?, weekday_named(to)?);
    Some((1, Value::Weekdays { from, to }))
}

/// A number at `at` and a unit after it: the tokens of both, the number, the unit.
fn counted(line: &Line<'_>, at: usize) -> Option<(usize, i32, Unit)> {
    // Most words are followed by no unit.
    if !matches!(line.word(at + 1).as_bytes().first()?, b'd' | b'w' | b'f' | b'm' | b'y' | b'h' | b'c' | b'D' | b'Y') {
        return None;
    }
    let (used, number) = if line.reads(at, "a couple of") { (3, 2) } else { (1, count(line, at)?) };
    let unit = at + used;
    let (unit, number) = match () {
        () if line.is(unit, &["day", "days"]) => (Unit::Day, number),
        () if line.is(unit, &["week", "weeks"]) => (Unit::Week, number),
        () if line.is(unit, &["fortnight"]) => (Unit::Week, number * 2),
        () if line.is(unit, &["month", "months"]) => (Unit::Month, number),
        () if line.is(unit, &["year", "years"]) => (Unit::Year, number),
        () if line.is(unit, &["decade", "decades"]) => (Unit::Year, number * 10),
        () if line.is(unit, &["hour", "hours"]) => (Unit::Day, number / 24),
        () if line.is(unit, &["minute", "minutes"]) => (Unit::Day, 0),
        () => return None,
    };
    Some((used + 1, number, unit))
}

const fn from_anchor(unit: Unit, step: i32) -> Value {
    match unit {
        Unit::Day => Value::DaysFrom(step),
        Unit::Week => Value::Weeks(step),
        Unit::Month => Value::Months(step),
        Unit::Year => Value::YearsFrom(step),
    }
}

/// `three days ago` from the article's day; `a day earlier`, `two years later` from the day that was told.
pub(super) fn ago(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let (used, number, unit) = counted(line, at)?;
    let next = at + used;
    if line.is(next, &["ago"]) {
        return Some((used + 1, from_anchor(unit, -number)));
    }
    if line.reads(next, "from now") {
        return Some((used + 2, from_anchor(unit, number)));
    }
    // "three weeks after that the bridge opened".
    let that = line.is(next, &["before", "after"]) && line.is(next + 1, &["that"]) && begins_anew(line, next + 2);
    if that && number > 0 {
        let step = if line.is(next, &["before"]) { -number } else { number };
        return Some((used + 2, Value::FromTold { unit, step }));
    }
    let step = match () {
        () if line.is(next, &["earlier"]) => -number,
        // "two days before Christmas" counts from something else.
        () if line.is(next, &["before"]) && closes(line, next + 1) => -number,
        () if line.is(next, &["later", "afterwards", "afterward"]) => number,
        () => return None,
    };
    // "two hours later" is the same day, or not worth telling.
    (number > 0).then_some((used + 1, Value::FromTold { unit, step }))
}

/// Whether a clause of its own begins behind `that`: a mark, someone's name, or a pronoun.
fn begins_anew(line: &Line<'_>, at: usize) -> bool {
    line.kind(at) != Some(TokenKind::Word) && line.kind(at) != Some(TokenKind::Number)
        || line.is_capitalised(at)
        || line.is(at, &["he", "she", "they", "we", "the", "both"])
}

/// Whether nothing follows that `before` or `after` could govern.
fn closes(line: &Line<'_>, at: usize) -> bool {
    line.kind(at) != Some(TokenKind::Word)
        && line.kind(at) != Some(TokenKind::Number)
        && !line.is(at, &["“", "\"", "‘"])
        || line.is(at, &["and", "but", "in", "at", "by", "with", "when", "that", "as", "on", "to", "for"])
}

/// `in two weeks’ time`.
pub(super) fn ahead(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let (used, number, unit) = counted(line, at + 1)?;
    let mark = usize::from(line.is(at + 1 + used, &["'", "’", "'s", "’s"]));
    let time = line.is(at + 1 + used + mark, &["time"]);
    time.then_some((2 + used + mark, from_anchor(unit, number)))
}

/// `the same day`, `that night`, `the following week`, `the day before`, `the year after`.
pub(super) fn told(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let unit_at = |at: usize| match () {
        () if line.is(at, PARTS_OF_DAY) => Some(Unit::Day),
        () if line.is(at, &["week"]) => Some(Unit::Week),
        () if line.is(at, &["month"]) => Some(Unit::Month),
        () if line.is(at, &["year"]) => Some(Unit::Year),
        () => None,
    };
    let value = |unit: Unit, step: i32| Value::FromTold { unit, step };
    if line.is(at, &["that"]) {
        let same = usize::from(line.is(at + 1, &["same"]));
        let unit = unit_at(at + 1 + same).filter(|unit| same == 1 || *unit == Unit::Day)?;
        // "the day that morning broke": a verb after it makes it a clause.
        return closes(line, at + 2 + same).then_some((2 + same, value(unit, 0)));
    }
    if !line.is(at, &["the"]) {
        return None;
    }
    let step = match () {
        () if line.is(at + 1, &["same"]) => Some(0),
        () if line.is(at + 1, &["following"]) => Some(1),
        // "the next year" is mostly the coming one.
        () if line.is(at + 1, &["next"]) && line.is(at + 2, PARTS_OF_DAY) => Some(1),
        () if line.is(at + 1, &["previous", "preceding"]) => Some(-1),
        () => None,
    };
    if let Some(step) = step {
        return Some((3, value(unit_at(at + 2)?, step)));
    }
    let unit = unit_at(at + 1)?;
    let step = match () {
        () if line.is(at + 2, &["before", "earlier"]) => -1,
        () if line.is(at + 2, &["after"]) => 1,
        () => return None,
    };
    let year_follows = year_number(line.word(at + 3)).is_some();
    (closes(line, at + 3) && !year_follows).then_some((3, value(unit, step)))
}

/// `on its second day`, `on the final day of the summit`: of a meeting of several days.
pub(super) fn day_of_several(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    if !line.is(at + 2, &["day"]) || !line.is(at.checked_sub(1)?, &["on"]) {
        return None;
    }
    let number = match () {
        () if line.is(at + 1, &["first", "opening"]) => 1,
        () if line.is(at + 1, &["second"]) => 2,
        () if line.is(at + 1, &["third"]) => 3,
        () if line.is(at + 1, &["fourth"]) => 4,
        () if line.is(at + 1, &["last", "final", "closing"]) => 0,
        () => return None,
    };
    Some((3, Value::DayOfTold(number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_phrase_begins_with_a_word_at_which_phrases_are_looked_for() {
        let first = |phrase: &'static str| phrase.split(' ').next().unwrap();
        assert!(PHRASES.iter().all(|(phrase, _)| FIRST.contains(first(phrase))));
        assert!(FIRST.words().iter().all(|word| PHRASES.iter().any(|(phrase, _)| first(phrase) == *word)));
        // At `the` a phrase is looked for only where `day` is next.
        assert!(PHRASES.iter().all(|(phrase, _)| first(phrase) != "the" || phrase.starts_with("the day ")));
    }
}
