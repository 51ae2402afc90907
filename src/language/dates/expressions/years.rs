//! Numbers and words in, years, decades and centuries out.
//!
//! Four digits are a year only where the words around them say so: flights, houses and prices have them too.

use super::{FUNCTION_WORDS, LEADS, Value, year_number};
use crate::language::line::Line;
use crate::language::types::TokenKind;

/// `the twenties` and so on, from 1920.
const DECADES: [&str; 8] =
    ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
/// `the thirteenth century` and so on.
const CENTURIES: [&str; 8] =
    ["thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];
/// The number of the first of them.
const FIRST_CENTURY: i16 = 13;

/// Units after which a number is none: times of day, lengths, sums.
const NO_YEAR: &[&str] = &[
    "gmt",
    "utc",
    "hours",
    "hrs",
    "local",
    "mile",
    "miles",
    "metre",
    "meter",
    "metres",
    "meters",
    "kilometre",
    "kilometer",
    "km",
    "kg",
    "foot",
    "feet",
    "square",
    "tonne",
    "ton",
    "tonnes",
    "tons",
    "dollar",
    "dollars",
    "euro",
    "euros",
    "degrees",
    "percent",
    "strong",
    "per",
    "calories",
    "words",
];

/// Of `the 1800s` a hundred years are meant, of `the 1990s` and `the 2000s` ten.
pub(super) const fn decade_or_century(first: i16) -> i16 {
    if first % 100 == 0 && first < 1900 { 100 } else { 10 }
}

/// Words before a number that is no year, though it looks like one.
const NUMBERED: &[&str] = &[
    "flight",
    "resolution",
    "room",
    "page",
    "route",
    "channel",
    "number",
    "bus",
    "boeing",
    "article",
    "protocol",
    "chapter",
    "regulation",
    "directive",
    "convention",
    "class",
    "model",
    "psalm",
    "house",
    "street",
    "road",
    "avenue",
];

/// `in 2014`, `1997 and 1998`, `the 1999 storm`, `(2014)`, `the 1990s`, `the 20th century` from the number on.
pub(super) fn at(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    let year = year_number(line.word(at))?;
    let before = |back: usize, words: &[&str]| at.checked_sub(back).is_some_and(|before| line.is(before, words));
    let possessive = line.kind(at + 1) == Some(TokenKind::Possessive) && before(1, &["the"]);
    if year % 10 == 0 && (line.is(at + 1, &["s"]) || possessive) {
        return Some((2, Value::Years { first: year, count: decade_or_century(year) }));
    }
    if line.is(at + 1, NO_YEAR) {
        return None;
    }
    let word_follows = line.kind(at + 1) == Some(TokenKind::Word) && !line.is(at + 1, FUNCTION_WORDS);
    // "in 2000 cases" counts them, "the 1500 people" too; but who counts in small steps writes "1,999 people".
    let many = line.word(at + 1).ends_with('s') || line.is(at + 1, &["people", "men", "women", "children"]);
    let counts = word_follows && many && !(year > 1900 && year % 10 != 0);
    let led = |back: usize| before(back, LEADS) || before(back, &["("]);
    let attributive = before(1, &["the", "a", "an"]) && word_follows && year >= 1900 && year % 100 != 0;
    // "in 1997 and 1998": the first one is a year, so is the second.
    let joined = before(1, &["and", "or", "to", "until", "through", "till"])
        && led(3)
        && at.checked_sub(2).is_some_and(|other| year_number(line.word(other)).is_some());
    // "The hall; from file, 2008."
    let closing = before(1, &[","])
        && (line.kind(at + 1).is_none() || line.is(at + 1, &["."]) && line.kind(at + 2).is_none())
        && at.checked_sub(2).is_some_and(|other| line.kind(other) == Some(TokenKind::Word))
        && year >= 1900;
    // "Biennale 2008", at the end of a line or before a mark.
    let edition = at.checked_sub(1).is_some_and(|name| line.is_capitalised(name) && line.word(name).len() > 3)
        && at >= 2
        && (1950..=2050).contains(&year)
        && (line.kind(at + 1).is_none() || line.is(at + 1, &[",", ")", ";"]) || line.is(at + 1, FUNCTION_WORDS))
        && !before(1, NUMBERED);
    ((led(1) || attributive || joined || closing || edition) && !counts)
        .then_some((1, Value::Years { first: year, count: 1 }))
}

/// `the sixties`, `the 20th century`, `the nineteenth century`.
pub(super) fn era(line: &Line<'_>, at: usize) -> Option<(usize, Value)> {
    if !line.is(at, &["the"]) {
        return None;
    }
    let position = |names: &[&str]| names.iter().position(|name| line.is(at + 1, &[name]));
    let numbered = |n: usize| i16::try_from(n).ok();
    if let Some(decade) = position(&DECADES) {
        return Some((2, Value::Years { first: 1920 + numbered(decade)? * 10, count: 10 }));
    }
    if !line.is(at + 2, &["century"]) {
        return None;
    }
    let ordinal = || line.word(at + 1).trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<i16>().ok();
    let century = match position(&CENTURIES) {
        Some(place) => numbered(place)? + FIRST_CENTURY,
        None => ordinal().filter(|number| (2..=21).contains(number))?,
    };
    Some((3, Value::Years { first: (century - 1) * 100, count: 100 }))
}
