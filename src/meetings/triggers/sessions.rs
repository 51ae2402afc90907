//! Sittings that are meetings of sides, by the words around them: a position in a sentence in, their kind out.
//!
//! **Why:** parliaments, courts and dancers have sessions, too; `a third session between X and Y`, `a nine-hour session
//! with the unions` and `the ministers' emergency session` are told apart from these by what stands beside them.

use super::nouns::{OFFICIALS, OFFICIALS_REACH};
use super::phrase::ordinal_at;
use super::{Frame, Trigger};
use crate::language::Line;
use crate::meetings::types::MeetingKind;

/// What kind of meeting the noun `word` at `at` tells of, one of `dialogue`, `session`, `sitting`, `review` and `bargaining`.
pub(super) fn kind(line: &Line<'_>, at: usize, word: &str) -> Option<MeetingKind> {
    if is_numbered_sitting(line, at) {
        return Some(MeetingKind::Round);
    }
    let is_one = match word {
        "dialogue" => is_of_a_pair(line, at),
        "session" if is_of_heads_of_state(line, at) => return Some(MeetingKind::Summit),
        "session" => is_of_sides(line, at) || is_of_a_commission(line, at) || is_of_talks(line, at),
        "sitting" => is_of_a_commission(line, at),
        "sessions" | "review" | "reviews" => is_of_talks(line, at),
        "bargaining" => is_held(line, at),
        _ => false,
    };
    is_one.then_some(MeetingKind::Talks)
}

/// `a session with X`, `a third session between X and Y`, `a nine-hour session in Oslo with X`, `their first session`,
/// `the final face-to-face session`.
fn is_of_sides(line: &Line<'_>, at: usize) -> bool {
    let near = || line.holds(at + 1..at + SIDES_REACH, &["with", "between"]);
    let long = line.is(at.wrapping_sub(1), &["hour", "minute", "day", "night", "round"])
        && matches!(line.before(at.wrapping_sub(1)), "-" | "‑");
    let low = at.saturating_sub(3);
    let faced = line.is(at.wrapping_sub(1), &["face"]) && line.holds(low..at, &["to"]);
    let theirs = line.holds(low..at, &["their"])
        && line.is(at.wrapping_sub(1), &["first", "second", "third", "fourth", "fifth", "last", "final", "previous"]);
    let other = &["recording", "training", "photo", "practice", "therapy", "question"];
    line.is(at + 1, &["with", "between"]) && !line.is(at.wrapping_sub(1), other)
        || long && near()
        || faced
        || theirs
        || is_of_officials(line, at)
        || is_of_a_joint_body(line, at)
}

/// How many words behind a session the lead to its sides may stand.
const SIDES_REACH: usize = 6;

/// `the foreign ministers hold an emergency session`.
fn is_of_officials(line: &Line<'_>, at: usize) -> bool {
    let called = &["emergency", "extraordinary", "special", "crisis"];
    line.is(at.wrapping_sub(1), called)
        && !line.is(at + 1, &["of"])
        && line.holds(at.saturating_sub(OFFICIALS_REACH)..at, OFFICIALS)
}

/// `resumed formal bargaining`, `two weeks of bargaining with the union`.
fn is_held(line: &Line<'_>, at: usize) -> bool {
    let held = &["resumed", "resume", "resumes", "began", "begin", "opened", "ended", "suspended", "reopened"];
    line.is(at + 1, &["with", "between"]) || line.holds(at.saturating_sub(3)..at, held)
}

/// `the fiftieth session of the authority of heads of state`: a summit by another name.
fn is_of_heads_of_state(line: &Line<'_>, at: usize) -> bool {
    (at + 1..at + HEADS_REACH).any(|at| line.reads(at, "heads of state"))
        && !(at + 1..at + HEADS_REACH).any(|at| matches!(line.word(at), "," | ";"))
}

/// How many words behind a session its heads of state may stand.
const HEADS_REACH: usize = 9;

/// `a tripartite review`, `the second session of the talks`: a form of talks, by the words around it.
fn is_of_talks(line: &Line<'_>, at: usize) -> bool {
    let sided = &["tripartite", "trilateral", "bilateral", "joint", "negotiating", "opening", "closing", "talks"];
    line.holds(at.saturating_sub(3)..at, sided) || line.reads(at + 1, "of talks") || line.reads(at + 1, "of the talks")
}

/// `the ninth session of their joint commission`: two states sit in it.
fn is_of_a_joint_body(line: &Line<'_>, at: usize) -> bool {
    let bodies = &["commission", "committee", "council", "dialogue"];
    line.is(at + 1, &["of"]) && line.holds(at + 2..at + 5, &["joint"]) && line.holds(at + 3..at + 8, bodies)
}

/// `the seventh session of the mixed border committee`: two sides sit in it, and it sits again.
pub(super) fn is_of_a_commission(line: &Line<'_>, at: usize) -> bool {
    const BETWEEN_TWO: &[&str] = &[
        "armistice",
        "boundary",
        "border",
        "cease-fire",
        "ceasefire",
        "intergovernmental",
        "interstate",
        "joint",
        "mixed",
        "permanent",
        "bilateral",
        "binational",
        "truce",
    ];
    const BODIES: &[&str] = &["commission", "committee", "council"];
    let the = at + 2 + usize::from(line.is(at + 2, &["the", "their", "a"]));
    let body = (the..the + 4).find(|&at| line.is(at, BODIES));
    line.is(at + 1, &["of"]) && body.is_some_and(|body| line.holds(the..body, BETWEEN_TWO))
}

/// `opened its Sixth Session`, `the Second Session was put off`, `the first sitting of the joint commission`: one of those that
/// a body counts. Whose body it is, and whether two sides sit in it, the story tells.
pub(in crate::meetings) fn is_numbered_sitting(line: &Line<'_>, at: usize) -> bool {
    let bodies = &["commission", "committee", "council"];
    let Some(number) =
        at.checked_sub(1).filter(|&number| ordinal_at(line, number).is_some() || line.is(number, &["next"]))
    else {
        return false;
    };
    let counted = line.is(number.wrapping_sub(1), &["its", "the"]) || number == 0 || line.is_capitalised(number);
    let formal = line.is_capitalised(at) && line.is_capitalised(number);
    let own = line.is(number.wrapping_sub(1), &["its"]) || line.is(at + 1, &["of"]);
    let low = at.saturating_sub(BODY_REACH);
    let sits = line.is(at, &["session", "sitting"]) || line.is(at, &["meeting"]) && own;
    let alone = formal || line.is(number.wrapping_sub(1), &["its"]) || line.is(number, &["next"]);
    sits && counted && (alone && !line.is(at, &["meeting"]) || own && line.holds(low..at + BODY_REACH, bodies))
}

/// `The seventh meeting on fish in the Oslo format`: one of those that some sides, who are called a format, count.
pub(super) fn is_of_a_format(line: &Line<'_>, at: usize) -> bool {
    let counted = (at.saturating_sub(3)..at).any(|number| ordinal_at(line, number).is_some());
    let named = |at: usize| line.is(at, &["format"]) && line.is_capitalised(at - 1);
    line.is(at, &["meeting"])
        && counted
        && (at + 2..at + FORMAT_REACH).take_while(|&at| !matches!(line.word(at), "," | ";" | ".")).any(named)
}

/// How many words behind a meeting its format may stand.
const FORMAT_REACH: usize = 12;

/// How many words off a sitting its body may stand.
const BODY_REACH: usize = 16;

/// `the commission is to sit in Oslo on Monday`, `the committee of the two sits again in May`: the verb of a body.
pub(super) fn sits(line: &Line<'_>, at: usize, word: &str) -> Option<Trigger> {
    let bodies = &["commission", "committee", "council"];
    let verb = matches!(word, "sit" | "sits") && line.is(at + 1, &["in", "at", "on", "again", "next"]);
    let body = verb && line.holds(at.saturating_sub(BODY_REACH)..at, bodies);
    body.then(|| Trigger { is_in_person: true, ..Trigger::plain(at..at + 1, MeetingKind::Talks, Frame::Meets) })
}

/// `the EU-Quillia dialogue in March`, `the Oslo–Bergen energy dialogue was held`: a sitting of two who are joined by a
/// hyphen, where its time is told; without one it is a process.
fn is_of_a_pair(line: &Line<'_>, at: usize) -> bool {
    let pair = |at: usize| {
        line.is_capitalised(at) && matches!(line.word(at + 1), "-" | "–" | "‑") && line.is_capitalised(at + 2)
    };
    let told = |at: usize| {
        line.is(at, &["in", "on"]) && (line.is_capitalised(at + 1) || line.is(at + 1, &["early", "late"]))
            || line.is(at, &["held", "took", "last", "this", "yesterday", "today"])
    };
    (at.saturating_sub(PAIR_REACH)..at).any(pair) && (at + 1..at + TOLD_REACH).any(told)
}

/// How many words before a dialogue the pair may stand …
const PAIR_REACH: usize = 8;
/// … and behind it its time.
const TOLD_REACH: usize = 4;
