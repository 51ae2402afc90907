//! Whether the words around a trigger make its subject one who meets.
//!
//! **In:** a trigger in its sentence. **Out:** yes or no to one question each: does the subject hold the talks
//! (`held talks`, `said after talks with`), is the meeting only where others meet (`on the sidelines of`).
//! **Why:** these are lists of phrases, which would hide the rules of [`who`](super::who).

use crate::meetings::scene::Row;
use crate::meetings::triggers::Trigger;
use crate::meetings::types::MeetingKind;

/// `on the sidelines of a summit`: a place to meet, and no meeting of those who meet there.
pub(in crate::meetings) fn is_sideline(row: &Row<'_>, trigger: &Trigger) -> bool {
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
    "hosted",
    "hosts",
    "hosting",
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
    // "is in Quillia on a three-day visit".
    let stay = trigger.kind == MeetingKind::Visit && line.is(phrase.wrapping_sub(1), &["on"]);
    for_it
        // "was X's guest".
        || line.is(head, &["guest"])
        || stay
        || takes_part
        || is_joined(row, trigger)
        // "received a visit from X".
        || line.is(phrase.wrapping_sub(1), &["received", "receives"])
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
            "hosted",
            "hosts",
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

/// `X and Y attended the meeting`, `the talks were also attended by X`: those who are told beside others.
pub(in crate::meetings) fn is_attended(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let (phrase, end) = (trigger.phrase.min(trigger.tokens.start), trigger.tokens.end);
    let attended = line.is(phrase.wrapping_sub(1), &["attended"])
        || (end..end + ATTENDED_REACH).any(|at| line.reads(at, "attended by"));
    !trigger.is_verb()
        && trigger.is_definite
        && attended
        && line.is(end - 1, &["meeting", "talks", "session", "audience", "conversation"])
}

/// How many words behind a meeting `attended by` may stand.
const ATTENDED_REACH: usize = 5;

/// Verbs of those who take part in a gathering, told directly before it.
const JOINING: &[&str] = &[
    "attended",
    "attends",
    "attend",
    "attending",
    "addressed",
    "addresses",
    "address",
    "addressing",
    "chaired",
    "chairs",
    "chairing",
    "told",
    "opened",
    "inaugurated",
    "inaugurates",
    "joined",
    "joins",
    "keynoted",
];
/// The same in several words; the last of them leads to the gathering.
const JOINING_IN_WORDS: &[&str] = &[
    "take part in",
    "took part in",
    "takes part in",
    "taking part in",
    "participate in",
    "participated in",
    "participates in",
    "participating in",
    "spoke at",
    "speaks at",
    "speak at",
    "speaking at",
    "spoken at",
    "said at",
    "remarks at",
    "came at",
    "made at",
    "delivered at",
    "told at",
    "speech at",
    "address at",
    "speech to",
    "address to",
    "speaking to",
    "speaking during",
    "present at",
];

/// `X addressed the conference`, `told a symposium in Oslo`, `his remarks came at a forum`: the subject takes part.
pub(in crate::meetings) fn is_joined(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let phrase = trigger.phrase.min(trigger.tokens.start);
    let gathering = matches!(trigger.kind, MeetingKind::Conference | MeetingKind::Summit);
    let led = JOINING_IN_WORDS.iter().any(|words| {
        let count = words.split(' ').count();
        phrase.checked_sub(count).is_some_and(|start| line.reads(start, words))
    });
    gathering && !trigger.is_verb() && !trigger.is_plural && (line.is(phrase.wrapping_sub(1), JOINING) || led)
}
