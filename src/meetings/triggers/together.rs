//! Verbs of coming together that tell of a meeting only with the words behind them: a position in a sentence in, how they
//! name those who meet out.
//!
//! **Why:** people come together, return to the table and exchange views; prices come together, too, and one returns
//! a book to the table. The word behind the verb decides.

use super::{Frame, accompanied, calls, company, journeys, someone};
use crate::language::{Line, weekday_named};

/// In which frame the verb `word` at `at` names those who meet, and whether face to face.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<(Frame, bool)> {
    let next = |words: &[&str]| line.is(at + 1, words);
    let told_on = |at: usize| line.is(at, &["in", "at", "on", "for", "over", "again"]);
    Some(match word {
        "call" | "calls" | "called" | "phone" | "ring" | "rang" | "rung" | "telephone"
            if calls::is_by_telephone(line, at, word) =>
        {
            (Frame::Phones, false)
        }
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
        "expected" | "awaited" if is_expected_by(line, at) => (Frame::Hosts, true),
        "interacted" | "interacts" if next(&["with"]) && line.is_capitalised(at + 2) => (Frame::Speaks, true),
        "reviewed" | "reviews" | "review" if is_review_of_relations(line, at) => (Frame::Discusses, false),
        "shook" | "shakes" | "shake" | "clasped" | "pressed" if is_somebodys_hand(line, at) => (Frame::Meets, true),
        "dined" | "lunched" | "breakfasted" if is_of_several(line, at) => (Frame::Speaks, true),
        "ate" | "having" if super::verbs::is_meal(line, at) => (Frame::Speaks, true),
        // "was to talk to X", "stopped to chat with X".
        "talk" | "chat" | "consult" | "converse"
            if line.is(at.wrapping_sub(1), &["to", "will", "would"]) && next(&["to", "with"]) =>
        {
            (Frame::Speaks, false)
        }
        _ => {
            return accord(line, at, word)
                .or_else(|| super::participles::at(line, at, word))
                .or_else(|| journeys::at(line, at, word))
                .or_else(|| company::at(line, at, word))
                .or_else(|| accompanied::at(line, at, word));
        }
    })
}

/// The same for what two agree upon and put their names to.
fn accord(line: &Line<'_>, at: usize, word: &str) -> Option<(Frame, bool)> {
    Some(match word {
        "reached" | "struck" | "clinched" | "sealed" | "hammered" | "thrashed" if is_struck(line, at, word) => {
            (Frame::Joins, true)
        }
        "reached" | "struck" | "concluded" | "clinched" | "sealed" | "negotiated" | "initialled" | "agreed"
            if is_accord_of(line, at) =>
        {
            (Frame::Joins, true)
        }
        "affixed" | "appended" if line.holds(at.saturating_sub(4)..at, &["signatures", "initials"]) => {
            (Frame::Joins, true)
        }
        "put" if is_signed(line, at) => (Frame::Joins, true),
        _ => return None,
    })
}

/// `is expected at the palace on Monday by President X`; an answer is expected by the evening, too.
fn is_expected_by(line: &Line<'_>, at: usize) -> bool {
    let be = at.wrapping_sub(1 + usize::from(line.is(at.wrapping_sub(1), &["also", "then", "now"])));
    let ends = |at: &usize| line.is(*at, &["by"]) || matches!(line.word(*at), "," | "." | ";" | "");
    let by = (at + 1..at + EXPECTED_REACH).find(ends).filter(|&by| line.is(by, &["by"]));
    let name = |by: usize| {
        line.is_capitalised(by + 1) && line.is_capitalised(by + 2) && weekday_named(line.word(by + 1)).is_none()
    };
    line.is(be, &["is", "are", "was", "were"])
        && line.is(at + 1, &["in", "at", "on", "for", "there", "today", "tomorrow"])
        && by.is_some_and(|by| someone::is_by_office(line, by + 1) || name(by))
}

/// How many words behind `expected` its `by` may stand.
const EXPECTED_REACH: usize = 14;

/// `reviewed bilateral relations`, `reviewed ways to widen cooperation`: what two sides do together.
fn is_review_of_relations(line: &Line<'_>, at: usize) -> bool {
    let matters = &["relations", "ties", "cooperation", "developments", "relationship", "issues"];
    let shared =
        &["bilateral", "mutual", "brotherly", "fraternal", "between", "regional", "joint", "common", "strategic"];
    let end =
        (at + 1..at + MATTER_REACH).find(|&at| matches!(line.word(at), "." | "," | ";")).unwrap_or(at + MATTER_REACH);
    line.holds(at + 1..end, matters) && line.holds(at + 1..end, shared)
}

/// How many words behind a review its matter may stand.
const MATTER_REACH: usize = 9;

/// `put their names to a treaty`; one puts a name to a face, and a name forward.
fn is_signed(line: &Line<'_>, at: usize) -> bool {
    let names = line.is(at + 1, &["their"]) && line.is(at + 2, &["names", "signatures", "signature", "initials"]);
    let paper = |at: usize| {
        line.is(
            at,
            &["treaty", "contract", "accord", "agreement", "pact", "deal", "declaration", "protocol", "memorandum"],
        )
    };
    names && line.is(at + 3, &["to", "on", "under"]) && (at + 4..at + 4 + MATTER_REACH).any(paper)
}

/// `X and Y struck a deal in Oslo`, `thrashed out a compromise`.
fn is_struck(line: &Line<'_>, at: usize, word: &str) -> bool {
    let out = matches!(word, "hammered" | "thrashed");
    let first = at + 1 + usize::from(out);
    let accord = &["deal", "agreement", "accord", "compromise", "truce", "pact", "ceasefire"];
    let noun = (first + 1..first + 4).find(|&at| line.is(at, accord));
    // "struck a deal with her readers".
    let with_some = |noun: usize| line.is(noun + 1, &["with"]) && !line.is_capitalised(noun + 2);
    (!out || line.is(at + 1, &["out"]))
        && line.is(first, &["a", "an", "the"])
        && noun.is_some_and(|noun| !with_some(noun))
        && !line.is(at.wrapping_sub(1), &["had", "have", "has", "be", "been", "was", "were"])
}

/// `the deal reached late on Tuesday by the presidents of A and B`, `a pact struck between X and Y`: whose it is stands behind the verb.
fn is_accord_of(line: &Line<'_>, at: usize) -> bool {
    let accord = &["deal", "agreement", "accord", "compromise", "truce", "pact", "ceasefire", "treaty", "settlement"];
    let ends = |at: &usize| matches!(line.word(*at), "." | "," | ";" | ":" | "");
    let sides = (at + 1..at + MATTER_REACH).take_while(|at| !ends(at)).find(|&at| line.is(at, &["by", "between"]));
    line.holds(at.saturating_sub(4)..at, accord) && sides.is_some()
}

/// `shook President X's hand`.
fn is_somebodys_hand(line: &Line<'_>, at: usize) -> bool {
    let end = company::end_of_name(line, at + 1);
    line.is_capitalised(at + 1) && line.is(end - 1, &["'s", "’s"]) && line.is(end, &["hand", "hands"])
}

/// `X and Y dined by the harbour`: two who are told before the verb; who dines alone or out is one.
fn is_of_several(line: &Line<'_>, at: usize) -> bool {
    let and = (at.saturating_sub(SUBJECT_REACH).max(1)..at).rev().find(|&at| line.is(at, &["and", "with"]));
    let listed = and.is_some_and(|and| {
        line.is_capitalised(and - 1)
            && (and + 1..at).all(|at| line.is_capitalised(at) || line.is(at, &["later", "then", "also"]))
    });
    listed && !line.is(at + 1, &["alone", "out", "separately", "apart"])
}

/// How many words before its verb the `and` of two may stand.
const SUBJECT_REACH: usize = 8;

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

/// `signed for a club`; but `X signed for Quillia and Y for Sudonia`.
pub(super) fn is_for_one_side(line: &Line<'_>, at: usize) -> bool {
    let and = (at + 2..at + SIDES).find(|&at| line.is(at, &["and", "while"]));
    let other = |and: usize| line.is_capitalised(and + 1) && line.holds(and + 2..and + SIDES, &["for"]);
    line.is(at + 1, &["for"]) && !and.is_some_and(other)
}

/// How many words tell who signs for a side.
const SIDES: usize = 10;
