//! Words of what was done in circumstances that are told beside it: a position in a sentence in, what they say of its time out.
//!
//! **Why:** in `said after talks on Monday that it would rain` the nearest word of time is one of what was said; in `At a
//! meeting on Monday, X promised help` it tells that the meeting is over, and in `had a chance to meet` that it took place.

use std::ops::Range;

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
    let said = (at.saturating_sub(REACH)..at).rev().find(|&at| line.is_of(at, &SAID) || line.is(at, &["that"]));
    said.is_some_and(|said| line.is_of(said, &SAID))
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
    let mut near = at + 1..at + OFFER;
    let made_there =
        (promised || line.is(at, &["invited"])) && near.clone().any(|lead| is_there(line, at + 1..lead, lead));
    // "was invited to speak at a summit" tells of one to come.
    let at_one = |lead: usize| {
        line.is(lead, &["at", "in", "over"]) && is_at_an_event(line, lead + 1, lead == at + 1)
            || line.is(lead, &["by"]) && line.is(lead + 1, &["phone", "telephone"])
    };
    let made_there = made_there || promised && near.any(at_one);
    made_there.then_some(Tense::Past)
}

/// Meetings at which something may be promised.
const EVENTS: &[&str] = &[
    "talks",
    "meeting",
    "meetings",
    "summit",
    "dinner",
    "lunch",
    "luncheon",
    "breakfast",
    "supper",
    "banquet",
    "call",
    "conversation",
    "conference",
    "session",
    "reception",
    "audience",
    "visit",
    "trip",
    "ceremony",
    "forum",
    "congress",
    "briefing",
    "encounter",
    "discussions",
    "negotiations",
    "consultations",
    "rally",
    "hearing",
];

/// How many words an event may have before its noun: `a joint press conference`.
const EVENT_WORDS: usize = 4;

/// `a dinner`, `talks`, `the working lunch`; where the words stand right `behind` a promise, `a letter`, too. Not `a few weeks`.
fn is_at_an_event(line: &Line<'_>, from: usize, behind: bool) -> bool {
    let article = line.is(from, &["a", "an"]);
    let said_in = &["letter", "interview", "speech", "statement", "message", "broadcast", "address"];
    let in_words = behind && article && line.holds(from + 1..from + 3, said_in);
    in_words || (article || line.is(from, &["talks", "dinner", "lunch"])) && is_event(line, from)
}

/// Whether the phrase that begins at `from` is that of an event.
fn is_event(line: &Line<'_>, from: usize) -> bool {
    let of_the_phrase = |at: &usize| {
        let word = line.word(*at);
        word.chars().any(char::is_alphanumeric) && !line.is(*at, &["with", "in", "on", "at", "of", "and", "that"])
    };
    (from..=from + EVENT_WORDS).take_while(of_the_phrase).any(|at| line.is(at, EVENTS))
}

/// `during talks`, `after a dinner`, `when he received X`. `promised`: the words for what was promised, for `a meeting after the
/// summit` has not been held.
fn is_there(line: &Line<'_>, promised: Range<usize>, lead: usize) -> bool {
    let past = |at: usize| line.word(at).ends_with("ed") || line.is(at, &["met", "spoke"]);
    let when = line.is(lead, &["when", "while", "as"]) && line.is(lead + 1, &["he", "she", "they"]) && past(lead + 2);
    let doing = line.is(lead, &["when", "while"]) && line.word(lead + 1).ends_with("ing");
    let during = line.is(lead, &["during"]) && is_event(line, lead + 1);
    let doing_so = line.is(lead + 1, &["meeting", "receiving", "hosting", "visiting"]);
    let after = line.is(lead, &["after", "following"])
        && (doing_so || is_event(line, lead + 1))
        && !line.holds(promised, EVENTS);
    when || doing || during || after
}

/// Whether the verb of saying at `said` only tells whose words these are that something is to come: `At a summit on Friday,
/// officials said, the two will sign`.
pub(super) fn is_attribution(line: &Line<'_>, said: usize) -> bool {
    let behind = said + 2..said + OFFER;
    let ahead = |at: usize| line.is(at, &["will", "shall"]) || line.is(at, &["is", "are"]) && line.is(at + 1, &["to"]);
    line.word(said + 1) == "," && behind.into_iter().any(ahead)
}
