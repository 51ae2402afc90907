//! Words for days and hours: a word of a diary in, which weekday or day it is, or whether an hour, out.
//!
//! **Why:** `Fri. 23` and `7:45 p.m.` stand in diaries without a month; the rules for dates of running text leave them alone.

use jiff::civil::Weekday;

use crate::language::{Line, weekday_abbreviated, weekday_named};

/// `Mon`, `Tuesday`.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches('.');
    weekday_named(word).or_else(|| weekday_abbreviated(word))
}

/// 17 for `17` and `17th`.
pub(super) fn day_of_month(word: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// `7:45`, `9 a.m.`, `15h20`.
pub(super) fn is_hour(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let halves = &["a.m", "a.m.", "p.m", "p.m.", "am", "pm", "hrs", "noon"];
    let figures = |word: &str, below: u8| word.len() <= 2 && word.parse::<u8>().is_ok_and(|number| number < below);
    let minutes = |word: &str| word.len() == 2 && figures(word, 60);
    let pair = |mark: &[char]| word.split_once(mark).is_some_and(|(hour, rest)| figures(hour, 24) && minutes(rest));
    pair(&[':', 'h'])
        || pair(&['.']) && !is_amount(line, at)
        || matches!(line.word(at + 1), ":") && figures(word, 24) && minutes(line.word(at + 2))
        || line.is(at + 1, halves)
        || is_half(line, at + 1)
        || word.ends_with("pm")
        || word.ends_with("am")
}

/// `4.25 percent`, `$2.50`, `9.30 million`: a share or a sum, which is written as some write an hour.
fn is_amount(line: &Line<'_>, at: usize) -> bool {
    let counted = &[
        "%",
        "percent",
        "per",
        "percentage",
        "points",
        "million",
        "billion",
        "thousand",
        "euros",
        "dollars",
        "pounds",
        "crowns",
        "€",
        "$",
        "£",
        "metres",
        "meters",
        "km",
        "kilometres",
        "miles",
        "degrees",
        "tonnes",
        "litres",
    ];
    line.is(at + 1, counted)
        || line.word(at).ends_with('%')
        || line.is(at.wrapping_sub(1), &["€", "$", "£", "eur", "usd", "gbp", "by"])
}

/// Whether `p.m.` stands at `at`, a word and a mark at a time.
pub(super) fn is_half(line: &Line<'_>, at: usize) -> bool {
    line.is(at, &["a", "p"]) && line.word(at + 1) == "." && line.is(at + 2, &["m"])
}
