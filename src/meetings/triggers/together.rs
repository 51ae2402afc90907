//! Verbs of coming together that tell of a meeting only with the words behind them: a position in a sentence in, how they
//! name those who meet out.
//!
//! **Why:** people come together, return to the table and exchange views; prices come together, too, and one returns
//! a book to the table. The word behind the verb decides.

use super::{Frame, company, journeys};
use crate::language::Line;

/// In which frame the verb `word` at `at` names those who meet, and whether face to face.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<(Frame, bool)> {
    let next = |words: &[&str]| line.is(at + 1, words);
    let told_on = |at: usize| line.is(at, &["in", "at", "on", "for", "over", "again"]);
    Some(match word {
        "got" | "get" | "gets" | "met" if next(&["together"]) && line.is(at + 2, &["with"]) => (Frame::Speaks, true),
        "came" | "come" | "comes" | "got" | "get" | "gets" if next(&["together"]) && told_on(at + 2) => {
            (Frame::Meets, true)
        }
        "exchanged" | "exchange" | "exchanges" | "swapped"
            if next(&["views", "opinions", "ideas"])
                && (line.holds(at + 2..at + 6, &["with"]) || told_on(at + 2) || line.word(at + 2) == ".") =>
        {
            (Frame::Speaks, false)
        }
        "return" | "returned" | "returns" if is_to_the_table(line, at + 1) => (Frame::Meets, true),
        "presented" | "presents" if line.is(at + 2, &["credentials"]) || line.reads(at + 2, "letters of credence") => {
            (Frame::Speaks, true)
        }
        "ate" | "having" if super::verbs::is_meal(line, at) => (Frame::Speaks, true),
        // "was to talk to X", "stopped to chat with X".
        "talk" | "chat" | "consult" | "converse"
            if line.is(at.wrapping_sub(1), &["to", "will", "would"]) && next(&["to", "with"]) =>
        {
            (Frame::Speaks, false)
        }
        _ => {
            return super::participles::at(line, at, word)
                .or_else(|| journeys::at(line, at, word))
                .or_else(|| company::at(line, at, word));
        }
    })
}

/// `to the table in Oslo`, `to the negotiating table`.
fn is_to_the_table(line: &Line<'_>, to: usize) -> bool {
    let table = to + 2 + usize::from(line.is(to + 2, &["negotiating", "bargaining", "conference"]));
    line.is(to, &["to"]) && line.is(to + 1, &["the"]) && line.is(table, &["table"])
}

/// `was met at the airport by X`: what the one who meets does is told as something done to the other.
pub(super) fn is_met_by(line: &Line<'_>, at: usize) -> bool {
    let by = (at + 1..at + BY_REACH).find(|&at| line.is(at, &["by"]) || matches!(line.word(at), "," | "." | ";"));
    let be = &["was", "were", "been", "being", "is", "are"];
    line.is(at, &["met"])
        && line.is(at.wrapping_sub(1), be)
        && by
            .is_some_and(|by| line.is(by, &["by"]) && (line.is_capitalised(by + 1) || line.is(by + 1, &["the", "his"])))
}

/// How many words behind `was met` its `by` may stand.
const BY_REACH: usize = 8;
