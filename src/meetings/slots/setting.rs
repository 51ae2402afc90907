//! Whether the words around a trigger make its subject one who meets.
//!
//! **In:** a trigger in its sentence. **Out:** yes or no to one question each: does the subject hold the talks
//! (`held talks`, `said after talks with`), is the meeting only where others meet (`on the sidelines of`).
//! **Why:** these are lists of phrases, which would hide the rules of [`who`](super::who).

use crate::meetings::scene::Row;
use crate::meetings::triggers::Trigger;
use crate::meetings::types::MeetingKind;

/// `on the sidelines of a summit`: a place to meet, and no meeting of those who meet there.
pub(super) fn is_sideline(row: &Row<'_>, trigger: &Trigger) -> bool {
    let from = trigger.tokens.start.saturating_sub(7);
    let edges = &["margins", "sidelines", "fringes", "margin", "edges"];
    // "In the margins she will have a conversation with X" is one.
    let edge = (from..trigger.tokens.start).find(|&at| row.line.is(at, edges));
    !trigger.is_verb() && edge.is_some_and(|edge| row.line.is(edge + 1, &["of", "to"]))
}

/// Verbs and prepositions that make a noun behind them something that the subject did or was in.
const LIGHT_VERBS: &[&str] = &[
    "held",
    "hold",
    "holds",
    "had",
    "have",
    "having",
    "holding",
    "attended",
    "attend",
    "in",
    "at",
    "during",
    "after",
    "began",
    "begin",
    "opened",
    "concluded",
    "ended",
    "resumed",
    "wrapped",
    "wound",
    "closed",
    "started",
    "set",
];
/// Verbs of those who hold or join a meeting, or call it off.
const HOLDING: &[&str] = &[
    "held",
    "hold",
    "holds",
    "had",
    "attend",
    "attends",
    "attended",
    "began",
    "begin",
    "begins",
    "open",
    "opens",
    "opened",
    "start",
    "starts",
    "started",
    "resume",
    "resumes",
    "resumed",
    "conclude",
    "concluded",
    "wrapped",
    "wound",
    "closed",
    "conducted",
    "join",
    "joins",
    "joined",
    "gave",
    "granted",
    "gives",
    "grants",
    "paid",
    "pay",
    "pays",
    "chaired",
    "chairs",
    "maintained",
    "sustained",
    "took",
    "cancelled",
    "canceled",
    "postponed",
    "scrapped",
    "off",
];

/// `in a telephone conversation on Wednesday confirmed`, `held talks`, `arrived for talks`, `said after talks with`: the
/// meeting is where the subject does something.
pub(super) fn is_setting(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let head = trigger.tokens.start;
    let phrase = trigger.phrase.min(head);
    let before = |reach: usize| phrase.saturating_sub(reach)..head;
    let gathered = &["gathered", "gather", "gathers", "assembled", "convened", "arrived", "flew", "arrives", "came"];
    // "gathered in Lausanne on Monday for a summit"
    let for_it = line.holds(before(4), &["for"]) && line.holds(head.saturating_sub(14)..head, gathered);
    let takes_part = line.holds(before(5), HOLDING)
        || line.reads(head.saturating_sub(4), "take part in")
        || line.holds(before(7), &["part"]) && line.holds(before(7), &["take", "took", "taking"]);
    for_it
        || takes_part
        || !trigger.is_definite && line.holds(before(4), LIGHT_VERBS)
        || line.is(phrase.wrapping_sub(1), &["after", "during", "from", "over", "before"]) && !trigger.is_definite
        || line.holds(before(4), &["at"]) && trigger.kind == MeetingKind::Summit
}

/// `Russia and Turkey held talks`.
pub(super) fn holds_talks(row: &Row<'_>, trigger: &Trigger) -> bool {
    let from = trigger.phrase.saturating_sub(5);
    row.line.holds(
        from..trigger.tokens.start,
        &[
            "held",
            "hold",
            "holds",
            "began",
            "begin",
            "begins",
            "open",
            "opens",
            "opened",
            "start",
            "started",
            "concluded",
            "ended",
            "finished",
            "wrapped",
            "resume",
            "resumed",
            "set",
            "off",
            "cancelled",
            "canceled",
            "postponed",
            "scrapped",
        ],
    )
}
