//! The way to a meeting: a verb in its sentence in, the place to which the verb of going before it leads out.
//!
//! **Why:** `goes to Male today, and is to meet X`, `visits Rome and is received by Y`: the place is told once, with the way.

use crate::meetings::scene::{Row, Spot};
use crate::meetings::triggers::{self, Trigger};

/// Words between the joint and the verb: whoever went has also met.
const LIGHT: &[&str] = &[
    "is",
    "are",
    "was",
    "were",
    "to",
    "be",
    "will",
    "he",
    "she",
    "they",
    "then",
    "there",
    "also",
    "due",
    "scheduled",
    "expected",
    "later",
    "has",
    "have",
    "had",
    "been",
    "would",
    ",",
    "at",
    "once",
];
/// How many words of these may stand before the verb …
const LIGHT_REACH: usize = 7;
/// … and how many before the joint the way may begin.
const WAY: usize = 16;

/// The goal of the way that the verb is joined on to by `and`.
pub(super) fn joined_on<'r>(row: &'r Row<'_>, trigger: &Trigger) -> Option<&'r Spot> {
    let line = &row.line;
    let head = trigger.tokens.start;
    let low = head.saturating_sub(LIGHT_REACH).max(row.start);
    let joint =
        (low..head).rev().find(|&at| !line.is(at, LIGHT)).filter(|&at| trigger.is_verb() && line.is(at, &["and"]))?;
    let low = joint.saturating_sub(WAY).max(row.start);
    let goes = |at: usize| {
        triggers::is_motion(line, at)
            || line
                .is(at, &["proceeds", "proceeded", "goes", "leaves", "left", "travels", "visits", "visited", "toured"])
    };
    let way = (low..joint).rev().find(|&at| goes(at))?;
    let broken = (way..joint).any(|at| matches!(line.word(at), "." | ";" | ":" | "“" | "”"));
    let leads = |at: &usize| {
        let to = line.is(at - 1, &["to", "for", "in", "into"]);
        (to || *at == way + 1 && line.is(way, &["visits", "visited", "toured"])) && row.spot_at(*at).is_some()
    };
    let goal = (way + 1..joint).find(leads)?;
    row.spot_at(goal).filter(|_| !broken)
}

/// The place that was left after the meeting: `left Oslo on Monday after talks with X`, `flew home from Oslo after meeting X`.
pub(super) fn left_behind<'r>(row: &'r Row<'_>, trigger: &Trigger) -> Option<&'r Spot> {
    let line = &row.line;
    let after = trigger.phrase.min(trigger.tokens.start).checked_sub(1).filter(|&at| line.is(at, &["after"]))?;
    let end = before_a_date(row, after);
    let spot = row.spot_at(end.checked_sub(1)?).filter(|spot| spot.tokens.end == end)?;
    let lead = spot.tokens.start.checked_sub(1)?;
    let home =
        || line.holds(lead.saturating_sub(3)..lead, &["home", "back", "returned", "departed", "flew", "returning"]);
    (line.is(lead, &["left", "leaves", "departed"]) || line.is(lead, &["from"]) && home()).then_some(spot)
}

/// Where the words before `end` end, a date and the word that leads to it left out.
pub(super) fn before_a_date(row: &Row<'_>, end: usize) -> usize {
    let Some((tokens, _)) = end.checked_sub(1).and_then(|last| row.date_at(last)) else { return end };
    let lead = tokens.start.wrapping_sub(1);
    if row.line.is(lead, &["on", "in"]) { lead } else { tokens.start }
}

/// `met X when she visited Oslo`, `a meeting with Y when he last visited Oslo`: where somebody was then.
pub(super) fn visited<'r>(row: &'r Row<'_>, trigger: &Trigger) -> Option<&'r Spot> {
    let line = &row.line;
    let end = trigger.tokens.end;
    let when = (end..(end + WHEN_REACH).min(line.len())).find(|&at| line.is(at, &["when"]))?;
    let verb = (when + 1..when + VISITED_REACH).find(|&at| line.is(at, &["visited", "visits"]))?;
    if !triggers::is_stay_of_theirs(line, when, verb) {
        return None;
    }
    let apart = (end..verb).any(|at| matches!(line.word(at), "." | ";" | ":" | "“" | "”"));
    row.spot_at(verb + 1 + usize::from(line.is(verb + 1, &["the"]))).filter(|_| !apart)
}

/// How many words behind a trigger `when` may stand …
const WHEN_REACH: usize = 16;
/// … and behind that the visit.
const VISITED_REACH: usize = 6;
