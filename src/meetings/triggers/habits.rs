//! Habits: a trigger in its sentence in, whether it tells of what is done again and again out.
//!
//! **Why:** `meets every second Tuesday` and `held its weekly meeting` are of no day in particular; the weekly
//! meeting that two people held on Tuesday is of that day.

use super::Trigger;
use crate::language::{Line, weekday_named};

/// `meets every second Tuesday`, `would meet once a year`, `as it does every three hours`.
pub(in crate::meetings) fn is_made_often(line: &Line<'_>, trigger: &Trigger) -> bool {
    let end = trigger.tokens.end;
    let often = |at: usize| {
        line.is(at, &["every", "weekly", "daily", "monthly", "annually", "regularly", "yearly", "routinely", "often"])
            || line.is(at, &["once", "twice"]) && line.is(at + 1, &["a"])
    };
    let head = trigger.tokens.start;
    let habit = &["often", "regularly", "usually", "always", "routinely", "sometimes", "seldom", "rarely"];
    // "meets on Wednesdays", "held its weekly meeting".
    let weekdays = |at: usize| {
        line.is(at.wrapping_sub(1), &["on"])
            && line.word(at).strip_suffix('s').is_some_and(|day| weekday_named(day).is_some())
    };
    let of_the_week = !trigger.is_verb()
        && line.holds(trigger.phrase..head, &["weekly", "daily", "fortnightly"])
        && !line.is(end, &["with", "between"])
        && !is_theirs_on_a_day(line, trigger);
    (end..end + 6).any(often)
        || trigger.is_verb() && (end..end + 6).any(weekdays)
        || of_the_week
        || trigger.is_verb() && line.holds(head.saturating_sub(2)..head, habit)
        || (0..2).any(|at| line.is(at, &["when", "whenever"])) && line.is(end - 1, &["meet", "meets"])
        || trigger.is_verb() && line.reads(head.wrapping_sub(2), "continue to")
        // "We will meet when there is peace": some day, or never.
        || trigger.is_verb() && line.is(end, &["when", "once", "until"]) && line.is(end + 1, &["there"])
}

/// `X and Y held their weekly audience on Tuesday`: the one of that day, of two who are named.
fn is_theirs_on_a_day(line: &Line<'_>, trigger: &Trigger) -> bool {
    let day = |at: usize| {
        weekday_named(line.word(at)).is_some()
            || line.is(at, &["today", "yesterday", "tomorrow"])
            || line.word(at).bytes().next().is_some_and(|byte| byte.is_ascii_digit())
    };
    // "The Liberals and the Greens", "Dutch and Danish clerks" are two bodies or many people.
    let one = |at: usize| line.is_capitalised(at) && !line.word(at).ends_with('s');
    let pair = |and: usize| {
        let end = (and + 1..line.len()).find(|&at| !line.is_capitalised(at)).unwrap_or(line.len());
        line.is(and, &["and"])
            && and.checked_sub(1).is_some_and(one)
            && end > and + 1
            && one(end - 1)
            && !line.word(end).ends_with('s')
    };
    let near = trigger.phrase.saturating_sub(PAIR_REACH)..line.len().min(trigger.tokens.end + PAIR_REACH);
    line.holds(trigger.phrase..trigger.tokens.start, &["their"]) && near.clone().any(day) && near.into_iter().any(pair)
}

/// How many words off a weekly meeting its day and its two may be named.
const PAIR_REACH: usize = 24;
