//! Whether words speak of what was, or of what is to come.

use crate::language::line::Line;

/// The time that a stretch of words speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// It has happened.
    Past,
    /// It is to happen.
    Future,
    /// The words don't say.
    Open,
}

const FUTURE: &[&str] = &[
    "will",
    "shall",
    "would",
    "upcoming",
    "forthcoming",
    "slated",
    "scheduled",
    "plans",
    "plan",
    "planned",
    "planning",
    "expected",
    "expects",
    "intends",
    "ahead",
    "due",
    "proposed",
    "proposes",
    "next",
    "tomorrow",
    "coming",
    "invited",
    "promised",
    "prepares",
    "preparing",
];
const PAST: &[&str] = &[
    "was",
    "were",
    "had",
    "did",
    "took",
    "held",
    "met",
    "said",
    "told",
    "began",
    "ended",
    "spoke",
    "talked",
    "signed",
    "agreed",
    "received",
    "hosted",
    "visited",
    "arrived",
    "discussed",
    "confirmed",
    "announced",
    "resulted",
    "gave",
    "opened",
    "closed",
    "concluded",
    "resumed",
    "flew",
    "broke",
    "came",
    "went",
    "last",
    "ago",
    "yesterday",
    "earlier",
];
/// Words that set the time of what follows without telling when the meeting was.
const SPEECH: &[&str] = &["said", "told", "announced", "confirmed", "agreed", "added", "says"];
/// How many words back a cue still governs the word in question.
const REACH: usize = 14;

/// The tense that governs position `at` of `line`: the nearest cue before it, then the nearest after it.
pub fn tense_at(line: &Line<'_>, at: usize) -> Tense {
    let from = at.saturating_sub(REACH);
    for position in (from..at).rev() {
        if let Some(tense) = cue(line, position) {
            // "agreed to hold", "said he will": the cue nearest to the word has been looked at already.
            return tense;
        }
    }
    (at..(at + REACH).min(line.len())).find_map(|position| cue(line, position)).unwrap_or(Tense::Open)
}

fn cue(line: &Line<'_>, at: usize) -> Option<Tense> {
    if line.is(at, &["to"]) && line.is(at + 1, &["be", "hold", "meet", "visit", "host", "take", "receive", "attend"]) {
        // "is to meet", "agreed to hold", "set to meet"; "had agreed to meet" stays open to the later cue.
        return Some(Tense::Future);
    }
    if line.is(at, &["set"]) && line.is(at + 1, &["to", "for"]) {
        return Some(Tense::Future);
    }
    if line.is(at, FUTURE) && !(line.is(at, &["next"]) && line.is(at + 1, &["to"])) {
        return Some(Tense::Future);
    }
    if line.is(at, SPEECH) {
        return None;
    }
    // "is to be held", "will be signed", "may be held": the time is told by what stands before "be".
    if (1..=2).any(|back| at.checked_sub(back).is_some_and(|be| line.is(be, &["be"]))) {
        return None;
    }
    let word = line.word(at);
    // "approved", "resulted": most past forms are regular.
    let regular = word.len() > 5 && word.ends_with("ed") && !word.ends_with("eed");
    (regular || line.is(at, PAST)).then_some(Tense::Past)
}
