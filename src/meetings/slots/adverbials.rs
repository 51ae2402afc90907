//! Adverbials: a position behind a verb in, where the words of time, place and manner that stand there end out.
//!
//! **Why:** `received X at noon` and `received at noon on Monday in the Palace of Olives the ambassador, X` are one sentence in two orders.
//! Whatever stands between a verb and its object is no object itself; `received on Monday from X a letter` has another one.

use super::unnamed::OFFICES;
use super::{clause, is_title};
use crate::meetings::scene::Row;

/// How many words they may take, however many there are.
const REACH: usize = 32;
/// How many words one of them has at most.
const PHRASE: usize = 10;

/// Those of one word.
const ADVERBS: &[&str] = &[
    "here",
    "there",
    "today",
    "yesterday",
    "tonight",
    "tomorrow",
    "again",
    "briefly",
    "privately",
    "separately",
    "warmly",
    "late",
    "early",
    "later",
    "earlier",
    "first",
    "also",
    "already",
    "meanwhile",
    "recently",
    "personally",
    "officially",
    "once",
    "twice",
    "formally",
    "alone",
];
/// What leads to a time, a place or a company.
const LEADS: &[&str] = &[
    "at", "in", "on", "inside", "outside", "near", "during", "after", "before", "aboard", "over", "under", "this",
    "last",
];
/// What opens a phrase of its own.
const DETERMINERS: &[&str] = &["the", "a", "an", "his", "her", "its", "their", "this"];

/// Where the adverbials that begin at `from` end; `from` where there are none.
pub(super) fn end_behind(row: &Row<'_>, from: usize) -> usize {
    let mut at = from;
    while at < from + REACH {
        // A comma belongs to them where another one follows.
        let comma = usize::from(at > from && row.line.word(at) == ",");
        let Some(end) = end_of_one(row, at + comma) else { break };
        at = end;
    }
    at
}

/// Where the adverbial ends that begins at `at`.
fn end_of_one(row: &Row<'_>, at: usize) -> Option<usize> {
    let line = &row.line;
    if row.is_date_at(at) {
        return (at..at + PHRASE).find(|&at| !row.is_date_at(at));
    }
    if line.is(at, &["for"]) {
        return end_of_count(row, at + 1);
    }
    if line.is(at, LEADS) {
        return end_of_phrase(row, at + 1);
    }
    line.is(at, ADVERBS).then_some(at + 1)
}

/// `for the third time this year`, `for half an hour`: how often, and how long.
fn end_of_count(row: &Row<'_>, from: usize) -> Option<usize> {
    let counts = &["time", "hour", "hours", "minutes", "half-hour", "days"];
    let end = (from..from + PHRASE).find(|&at| row.line.is(at, counts)).map(|last| last + 1)?;
    let plain = |at: usize| {
        let word = row.line.word(at);
        word.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
            && (!clause::is_preposition(&row.line, at) || row.line.is(at, &["about", "over", "under"]))
    };
    (from..end).all(plain).then_some(end)
}

/// Where the phrase ends that begins at `from`, behind its preposition: before the next one, and before what begins another.
fn end_of_phrase(row: &Row<'_>, from: usize) -> Option<usize> {
    let line = &row.line;
    let begins_another = |at: usize| {
        let led = at == from || line.is(at - 1, &["of"]);
        let office = line.is(at, OFFICES) || is_title(&line.word(at).to_lowercase());
        let someone = row.actor_at(at).is_some_and(|actor| actor.is_person && actor.tokens.start == at);
        let article = line.is(at.wrapping_sub(1), DETERMINERS) && at == from + 1;
        !led && (line.is(at, DETERMINERS) || row.is_date_at(at) || !article && (office || someone))
    };
    let word = |at: usize| line.word(at).chars().any(char::is_alphanumeric) || matches!(line.word(at), "-" | "'" | "’");
    let next = |at: usize| at > from && line.is(at, LEADS) && !line.is(at, &["this", "last"]);
    let within = |at: &usize| {
        let ends = begins_another(*at) || next(*at) || clause::is_preposition(line, *at);
        word(*at)
            && !ends
            && !clause::is_verb_like(line.word(*at))
            && !line.is(*at, &["and", "that", "which", "who", "when", "where", "to"])
    };
    let end = (from..from + PHRASE).take_while(within).last()? + 1;
    Some(end)
}
