//! Habits: a trigger in its sentence in, whether it tells of what is done again and again out.
//!
//! **Why:** `meets every second Tuesday` and `held its weekly meeting` are of no day in particular.

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
        && !line.is(end, &["with", "between"]);
    (end..end + 6).any(often)
        || trigger.is_verb() && (end..end + 6).any(weekdays)
        || of_the_week
        || trigger.is_verb() && line.holds(head.saturating_sub(2)..head, habit)
        || (0..2).any(|at| line.is(at, &["when", "whenever"])) && line.is(end - 1, &["meet", "meets"])
        // "We will meet when there is peace": some day, or never.
        || trigger.is_verb() && line.is(end, &["when", "once", "until"]) && line.is(end + 1, &["there"])
}
