//! Time that is given: a position in a sentence in, where the words that tell of it end out.
//!
//! **Why:** `gave X fifty minutes at the palace`, `found half an hour for Y` and `kept Z for two hours` tell of a meeting by its
//! length alone; `gave X fifty minutes on Monday to decide`, `gave X an hour in the stocks`, `found time for X's book` and `kept Z waiting for hours` do not.

use std::ops::Range;

use super::company::end_of_name;
use super::someone;
use crate::language::{Facts, Line, is_called_as_house};

/// What a length is counted in.
const UNITS: &[&str] = &["hour", "hours", "minutes", "half-hour"];
/// What may stand before them.
const MEASURES: &[&str] = &[
    "a", "an", "half", "the", "of", "quarter", "three", "two", "five", "ten", "fifteen", "twenty", "thirty", "forty",
    "fifty", "sixty", "ninety", "some", "barely", "almost", "nearly", "over", "more", "than", "about", "full", "whole",
    "good", "and", "quarters", "one", "couple",
];
/// How many words a length has at most.
const LENGTH: usize = 8;
/// How many words behind `kept` the hours may stand.
const HOURS_REACH: usize = 9;

/// Where the length ends that begins at `from`: behind `fifty minutes`, `half an hour`.
fn end_of_length(line: &Line<'_>, from: usize) -> Option<usize> {
    let measure = |at: &usize| line.is(*at, MEASURES) || is_small_number(line.word(*at)) || line.word(*at) == "-";
    let unit = from + (from..from + LENGTH).take_while(measure).count();
    (unit > from && line.is(unit, UNITS)).then_some(unit + 1)
}

/// No deadline: a guest is given minutes and not days.
fn is_small_number(word: &str) -> bool {
    word.parse::<u32>().is_ok_and(|number| number < 120 && !matches!(number, 24 | 36 | 48 | 72 | 96))
}

/// `gave X fifty minutes at the palace`, `granted him an hour`: where the guest begins.
pub(super) fn to_a_guest(line: &Line<'_>, at: usize) -> Option<usize> {
    let pronoun = line.is(at + 1, &["him", "her"]);
    let end = if pronoun { at + 2 } else { end_of_name(line, at + 1) };
    let length = (end > at + 1).then(|| end_of_length(line, end)).flatten()?;
    // "of his time"; but "fifty minutes to decide", "two hours' notice", "ten minutes of music".
    let own_time =
        line.is(length, &["of"]) && line.is(length + 1, &["his", "her", "their"]) && line.is(length + 2, &["time"]);
    let placed = line.is(length, &["at", "last", "yesterday", "this", "alone"]) || is_somewhere(line, length);
    let ends = matches!(line.word(length), "." | "," | ";");
    ((own_time || placed || ends) && !is_for_a_task(line, length)).then_some(at + 1)
}

/// `in Oslo`, `in his office`, `on Monday`, `on the sidelines`; one is given hours in the stocks and on stage, too.
fn is_somewhere(line: &Line<'_>, lead: usize) -> bool {
    let named = line.is_capitalised(lead + 1);
    let own = line.is(lead + 1, &["his", "her", "private"]);
    let inside = line.is(lead, &["in"])
        && (own
            || line.is(lead + 1, &["the", "a"])
                && (is_called_as_house(line.word(lead + 2))
                    || line.is(lead + 2, &["morning", "afternoon", "evening", "capital"])));
    let number = line.word(lead + 1).bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    let upon = line.is(lead, &["on"])
        && (number || line.is(lead + 1, &["the"]) && line.is(lead + 2, &["sidelines", "margins", "fringes"]));
    line.is(lead, &["in", "on"]) && named || inside || upon
}

/// `to decide`, `in which to answer` before the clause ends: a deadline; `to discuss the port` is what a guest comes for.
fn is_for_a_task(line: &Line<'_>, from: usize) -> bool {
    let end = (from..from + TASK_REACH).find(|&at| matches!(line.word(at), "." | "," | ";" | ":" | ""));
    let way = &["way", "flight", "trip", "journey", "road", "visit", "return", "prior", "according", "back"];
    let no_verb = &["the", "a", "an", "his", "her", "their", "its", "discuss", "talk", "meet"];
    let task = |at: usize| {
        line.is(at, &["to"])
            && line.word(at + 1).starts_with(char::is_lowercase)
            && !line.is(at + 1, no_verb)
            && !line.is(at.wrapping_sub(1), way)
    };
    (from..end.unwrap_or(from + TASK_REACH)).any(|at| task(at) || line.is(at, &["in"]) && line.is(at + 1, &["which"]))
}

/// How many words behind a length the task may be told that it is given for.
const TASK_REACH: usize = 16;

/// `gave Chancellor X lunch at the villa`: one is given a meal by whom one eats it with; a winner is given dinner plates.
pub(super) fn a_meal(line: &Line<'_>, at: usize) -> Option<usize> {
    let meals = &["lunch", "dinner", "breakfast", "tea", "supper"];
    let pronoun = line.is(at + 1, &["him", "her", "them"]) && line.is(at + 2, meals);
    // "gave her Dutch colleague, X, lunch".
    let described = line.is(at + 1, &["the", "his", "her", "their"]);
    let small =
        |at: &usize| line.word(*at).chars().all(char::is_alphabetic) && !line.is(*at, &["a", "to", "of", "for", "in"]);
    let lead =
        (at + 2..at + 8).take_while(small).find(|&name| line.is_capitalised(name) && line.is_capitalised(name + 1));
    let name = lead.filter(|_| described).unwrap_or(at + 1);
    let meal = if pronoun { at + 2 } else { end_of_name(line, name) };
    let ends = &[
        "at",
        "in",
        "on",
        "and",
        "but",
        "before",
        "after",
        "aboard",
        "yesterday",
        "today",
        "there",
        "here",
        "for",
        "with",
    ];
    let is_end = line.is(meal + 1, ends) || matches!(line.word(meal + 1), "." | "," | "");
    (meal > at + 1 && line.is(meal, meals) && is_end).then_some(at + 1)
}

/// `found half an hour for X`, `made time for Minister Y`: where the guest begins.
pub(super) fn for_a_guest(line: &Line<'_>, at: usize) -> Option<usize> {
    let from = at + 1 + usize::from(line.is(at + 1, &["aside"]));
    let time = line.is(from, &["time"]).then_some(from + 1);
    let lead = time.or_else(|| end_of_length(line, from)).filter(|&lead| line.is(lead, &["for"]))?;
    let end = end_of_name(line, lead + 1);
    let pronoun = line.is(lead + 1, &["him", "her"]);
    // "found time for Lent", "for Bach's music": a guest has two names or an office.
    let owner = line.is(end, &["'s", "’s"]) || line.before(end).ends_with("’s");
    let someone = pronoun
        || (end > lead + 2 && !is_state_or_place(line, lead + 1..end) || someone::is_by_office(line, lead + 1))
            && !owner;
    (someone && !is_for_a_task(line, end)).then_some(lead + 1)
}

/// `New Zealand`, `Hong Kong`: two words with capitals, and nobody's.
fn is_state_or_place(line: &Line<'_>, name: Range<usize>) -> bool {
    let (facts, name) = (Facts::shipped(), line.span(name).of(line.text));
    let mut known = facts.capitals.iter().chain(facts.bodies).chain(facts.places);
    facts.state_called(name).is_some() || known.any(|known| known.name.eq_ignore_ascii_case(name))
}

/// `kept X for an hour and a half`, `kept her until midnight`; who is kept waiting or kept from something is not met.
pub(super) fn is_kept_for_hours(line: &Line<'_>, at: usize) -> bool {
    let someone = line.is(at + 1, &["him", "her", "them", "me", "the"]) || line.is_capitalised(at + 1);
    let late =
        |at: usize| line.is(at, &["until"]) && line.is(at + 1, &["midnight", "dawn", "evening", "nightfall", "late"]);
    let length = |at: &usize| line.is(*at, &["hours", "minutes", "hour"]) || late(*at);
    let other = &[
        "waiting", "guessing", "in", "from", "up", "away", "out", "awake", "at", "on", "off", "under", "standing",
        "busy", "'s", "’s",
    ];
    let state = &["waiting", "standing", "late", "guessing", "in", "under"];
    let length = (at + 2..at + HOURS_REACH).find(length);
    // "for hours in suspense", "for hours on Monday in custody".
    let in_a_state = |length: usize| {
        line.is(length + 1, &["waiting", "standing", "late"])
            || (length + 1..length + STATE_REACH).any(|at| line.is(at, state) && line.is(at + 1, STATES))
    };
    someone && length.is_some_and(|length| !line.holds(at + 2..length, other) && !in_a_state(length))
}

/// How many words behind the hours it may be told in what they were spent …
const STATE_REACH: usize = 5;
/// … and what that is.
const STATES: &[&str] = &[
    "suspense",
    "custody",
    "detention",
    "jail",
    "prison",
    "handcuffs",
    "arrest",
    "traffic",
    "uncertainty",
    "limbo",
    "line",
];
