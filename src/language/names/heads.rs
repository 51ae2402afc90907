//! Phrases that one word makes a name: `Ministry`, `summit`, `Agreements`, `Sea`.
//!
//! The words around a head decide how far the name reaches: capitalised words before it, and `of …` after it.

mod words;

use std::ops::Range;

use self::words::{Head, head};
use crate::language::line::Line;
use crate::language::packed::Sense;
use crate::language::types::{NameKind, TokenKind};

/// The most words that a name has on either side of its head; a longer run of capitals is a headline or a list.
const LONGEST: usize = 16;

/// What the head at `at` makes, if it is one; `counted` tells which places have a series of talks in this article.
pub(super) fn kind_at(line: &Line<'_>, at: usize) -> Option<NameKind> {
    if line.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    let capital = || line.is_capitalised(at);
    let kind = match head(line.word(at)) {
        None if line.is(at, &["resolution"]) && line.kind(at + 1) == Some(TokenKind::Number) => NameKind::Document,
        Some(Head::Body) if capital() || line.is(at, &["ministry"]) || line.is(at, &["service"]) && press(line, at) => {
            NameKind::Organisation
        }
        Some(Head::Event | Head::Talks) => NameKind::Event,
        Some(Head::Document) => NameKind::Document,
        Some(Head::Place) if capital() => NameKind::Place,
        None | Some(Head::Body | Head::Place) => return None,
    };
    Some(kind)
}

fn press(line: &Line<'_>, at: usize) -> bool {
    line.is(at.saturating_sub(1), &["press", "intelligence", "security", "secret", "border", "customs"])
}

/// How far the name with its head at `at` reaches; `None` where nothing but the head is there.
pub(super) fn reach(line: &Line<'_>, at: usize, kind: NameKind, senses: &[Option<Sense>]) -> Option<Range<usize>> {
    let start = start_of(line, at, kind, senses);
    let end = end_of(line, at, kind);
    let capital_head = line.is_capitalised(at);
    let modified = start < at;
    if kind == NameKind::Event && is_talks(line, at) && !(modified && placed(start, at, senses)) {
        return None;
    }
    if modified && !capital_head && !matches!(kind, NameKind::Organisation) && !named(line, start, at, senses) {
        // "Russian summit" and "Putin process" are not names.
        return None;
    }
    (modified || capital_head && end > at + 1).then_some(start..end)
}

/// Whether a modifier in `start..at` is a place, body or unknown name, not only a demonym or a person.
fn named(line: &Line<'_>, start: usize, at: usize, senses: &[Option<Sense>]) -> bool {
    (start..at).any(|position| match senses.get(position).copied().flatten() {
        Some(Sense::Demonym(_) | Sense::Person(_) | Sense::Office(_)) => false,
        Some(_) => true,
        None => line.is_capitalised(position),
    })
}

fn placed(start: usize, at: usize, senses: &[Option<Sense>]) -> bool {
    (start..at)
        .all(|position| matches!(senses.get(position).copied().flatten(), Some(Sense::Capital(_) | Sense::Place(_))))
}

fn start_of(line: &Line<'_>, at: usize, kind: NameKind, senses: &[Option<Sense>]) -> usize {
    let mut start = at;
    while let Some(before) = start.checked_sub(1).filter(|before| at - before <= LONGEST) {
        let sense = senses.get(before).copied().flatten();
        let capital = line.is_capitalised(before);
        let joins = match sense {
            Some(Sense::Office(_)) => capital && kind == NameKind::Organisation && line.is(before, &["general"]),
            Some(Sense::Person(_)) => false,
            Some(_) => true,
            None => capital && !opens(line, before),
        };
        // "foreign Ministry", "press service": lower-case parts of a body's name, if a capital stands before or after.
        let lower = kind == NameKind::Organisation
            && line
                .is(before, &["foreign", "defense", "defence", "interior", "finance", "press", "security", "health"])
            && !capital;
        if !(joins || lower) {
            break;
        }
        start = before;
    }
    while start < at && !line.is_capitalised(start) {
        start += 1;
    }
    start
}

/// Words that begin sentences with a capital and are no part of a name.
const PRONOUNS: &[&str] = &[
    "He", "She", "They", "We", "You", "It", "His", "Her", "Their", "Our", "My", "Your", "Its", "This", "That", "These",
    "Those",
];

/// Whether a pronoun stands at `at`; with a capital, after a colon or a quotation mark, it is still no name.
pub(super) fn is_pronoun(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    word.starts_with(|first: char| first.is_ascii_uppercase()) && PRONOUNS.contains(&word)
}

const STARTERS: &[&str] = &[
    "The",
    "A",
    "An",
    "In",
    "On",
    "At",
    "After",
    "Before",
    "During",
    "While",
    "When",
    "His",
    "Her",
    "Its",
    "Their",
    "This",
    "That",
    "These",
    "Those",
    "It",
    "He",
    "She",
    "They",
    "We",
    "I",
    "But",
    "And",
    "For",
    "From",
    "By",
    "As",
    "With",
    "Both",
    "Six",
    "Two",
    "Three",
    "Four",
    "Five",
    "Many",
    "Some",
    "All",
    "Over",
    "Under",
    "Earlier",
    "Later",
    "Meanwhile",
    "However",
    "According",
    "Following",
    "Last",
    "Next",
    "Another",
    "No",
    "Not",
    "There",
    "Here",
    "If",
    "Speaking",
    "Over",
    "More",
    "Read",
    "See",
    "Also",
    "Asked",
    "Once",
    "Then",
    "Our",
    "My",
    "Your",
    "One",
    "Each",
    "Neither",
    "None",
    "Nobody",
    "What",
    "Who",
    "Why",
    "How",
    "Where",
    "Former",
    "New",
];

/// Whether the word at `at` has its capital only from where it stands: at the start of a sentence, after a dateline,
/// a bracket or an opening quotation mark.
pub(super) fn opens(line: &Line<'_>, at: usize) -> bool {
    let after_mark = || line.kind(at - 1) == Some(TokenKind::Mark) && !line.is(at - 1, &[",", "-", "&"]);
    (at == 0 || after_mark()) && line.is(at, STARTERS)
}

fn end_of(line: &Line<'_>, at: usize, kind: NameKind) -> usize {
    let mut end = at + 1;
    if kind == NameKind::Document && line.kind(end) == Some(TokenKind::Number) && line.is(at, &["resolution"]) {
        return end + 1;
    }
    if !line.is_capitalised(at) || !line.is(end, &["of", "for", "on"]) {
        return end;
    }
    let mut next = end + 1;
    while line.is(next, &["the"]) {
        next += 1;
    }
    let from = next;
    while next < from + LONGEST
        && (line.is_capitalised(next) || next > from && line.is(next, &["and", "of"]) && line.is_capitalised(next + 1))
    {
        next += 1;
    }
    if next > from {
        end = next;
    }
    end
}

/// Whether the head is one of those that only name a series (`talks`, `meetings`).
pub(super) fn is_talks(line: &Line<'_>, at: usize) -> bool {
    head(line.word(at)) == Some(Head::Talks)
}

/// Whether the word tells that talks are a series (`process`, `format`, `round`).
pub(super) fn tells_series(line: &Line<'_>, at: usize) -> bool {
    line.is(at, &["process", "format", "round", "rounds"])
}
