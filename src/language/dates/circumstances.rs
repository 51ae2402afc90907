//! Words of what was done in circumstances that are told beside it: a position in a sentence in, what they say of its time out.
//!
//! **Why:** in `said after talks on Monday that it would rain` the nearest word of time is one of what was said; in `At a
//! meeting on Monday, X promised help` it tells that the meeting is over, and in `had a chance to meet` that it took place.

use super::tense::{REACH, SAID, Tense};
use crate::language::line::Line;

/// Past forms that tell in a main clause what was said or offered then, and of nothing to come.
pub(super) const MAIN: &[&str] = &[
    "said",
    "told",
    "announced",
    "confirmed",
    "agreed",
    "added",
    "promised",
    "invited",
    "proposed",
    "offered",
    "vowed",
    "warned",
    "urged",
    "asked",
    "accused",
    "called",
];

/// Words that open a sentence with the circumstances of what its main clause tells.
const CIRCUMSTANCES: &[&str] = &[
    "at",
    "during",
    "in",
    "over",
    "on",
    "speaking",
    "meeting",
    "receiving",
    "welcoming",
    "hosting",
    "greeting",
    "visiting",
    "arriving",
];

/// Where the main clause begins behind the circumstances in which `at` stands: `At a meeting in Oslo on Monday, X said`.
pub(super) fn main_clause(line: &Line<'_>, at: usize) -> Option<usize> {
    let low = at.saturating_sub(REACH);
    // "OSLO, May 3 — At a meeting": behind the dateline, too.
    let first = |at: usize| at == 0 || matches!(line.before(at), "-" | "–" | "—" | ")");
    // "X, speaking after talks on Monday, said it would rain".
    let aside = |at: usize| line.is(at, &["speaking"]) && line.word(at - 1) == ",";
    let opens =
        (low..at).any(|at| line.is_capitalised(at) && line.is(at, CIRCUMSTANCES) && first(at) || at > 0 && aside(at));
    let ahead = || line.holds(low..at, &["upcoming", "next", "forthcoming", "coming"]);
    let comma = (at..(at + REACH).min(line.len())).find(|&at| line.word(at) == ",");
    comma.filter(|_| opens && !ahead()).map(|comma| comma + 1)
}

/// Whether something was said shortly before `at`: `said after talks on Monday`.
pub(super) fn has_said(line: &Line<'_>, at: usize) -> bool {
    let said = (at.saturating_sub(REACH)..at).rev().find(|&at| line.is(at, SAID) || line.is(at, &["that"]));
    said.is_some_and(|said| line.is(said, SAID))
}

/// `had a chance to meet`, `got to meet`, `was able to visit`: whoever did so has met.
const REACHED: &[&str] = &[
    "got",
    "chance",
    "opportunity",
    "able",
    "managed",
    "happened",
    "delighted",
    "pleased",
    "honoured",
    "honored",
    "glad",
    "privileged",
    "lucky",
    "enough",
    "fortunate",
    "first",
    "latest",
];

/// How many words behind an offer the talks may be told in which it was made.
const OFFER: usize = 10;

/// Whether `to` stands behind a word of success, so that what is done tells no time of its own: `was able to meet`.
pub(super) fn is_reached(line: &Line<'_>, at: usize) -> bool {
    line.is(at, &["to"]) && line.is(at.wrapping_sub(1), REACHED)
}

/// The time that a word of success before `to` and an offer made at a meeting tell.
pub(super) fn of_what_was_done(line: &Line<'_>, at: usize) -> Option<Tense> {
    if is_reached(line, at) {
        return line.is(at.wrapping_sub(1), &["got", "managed", "happened"]).then_some(Tense::Past);
    }
    let promised = line.is(at, &["promised"]);
    let near = at + 1..at + OFFER;
    let made_there = (promised || line.is(at, &["invited"])) && near.clone().any(|lead| is_there(line, lead));
    // "was invited to speak at a summit" tells of one to come.
    let at_one = |lead: usize| {
        line.is(lead, &["at", "in", "over"]) && line.is(lead + 1, &["a", "an", "talks", "dinner", "lunch"])
            || line.is(lead, &["by"]) && line.is(lead + 1, &["phone", "telephone"])
    };
    let made_there = made_there || promised && near.into_iter().any(at_one);
    made_there.then_some(Tense::Past)
}

/// `during talks`, `at a dinner`, `when he received X`.
fn is_there(line: &Line<'_>, lead: usize) -> bool {
    let past = |at: usize| line.word(at).ends_with("ed") || line.is(at, &["met", "spoke"]);
    let when = line.is(lead, &["when", "while", "as"]) && line.is(lead + 1, &["he", "she", "they"]) && past(lead + 2);
    let doing = line.is(lead, &["when", "while"]) && line.word(lead + 1).ends_with("ing");
    when || doing || line.is(lead, &["during", "after", "following"])
}
