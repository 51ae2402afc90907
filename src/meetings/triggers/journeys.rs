//! Verbs that tell of a meeting at the end of a way: a position in a sentence in, how they name those who meet out.
//!
//! **Why:** whoever asks, urges or thanks somebody need not stand before him; whoever travels to a town to ask, urge or
//! thank somebody will.

use super::Frame;
use super::verbs::TITLES;
use crate::language::{Line, WordList};

/// Forms of verbs of motion.
const WAYS: WordList = WordList::of(&[
    "came",
    "come",
    "comes",
    "coming",
    "crossed",
    "driven",
    "drive",
    "drives",
    "drove",
    "flew",
    "flies",
    "fly",
    "flying",
    "go",
    "goes",
    "going",
    "gone",
    "head",
    "headed",
    "heading",
    "heads",
    "journeyed",
    "leave",
    "leaves",
    "leaving",
    "left",
    "returned",
    "returning",
    "returns",
    "sailed",
    "travel",
    "traveled",
    "traveling",
    "travelled",
    "travelling",
    "travels",
    "went",
]);
/// What is done to somebody at the end of the way.
const AIMS: WordList = WordList::of(&[
    "ask",
    "assure",
    "brief",
    "confront",
    "congratulate",
    "consult",
    "convince",
    "lobby",
    "persuade",
    "press",
    "reassure",
    "see",
    "tell",
    "thank",
    "urge",
    "warn",
]);
/// The same with a preposition.
const AIMS_WITH: WordList = WordList::of(&["confer", "consult", "negotiate", "speak", "talk"]);
/// How many words before the aim the way may begin.
const REACH: usize = 16;

/// In which frame the verb `word` at `at` names those who meet, and whether face to face.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<(Frame, bool)> {
    if !(AIMS.contains(word) || AIMS_WITH.contains(word)) || !is_aim(line, at) {
        return None;
    }
    let frame = if AIMS_WITH.contains(word) && line.is(at + 1, &["to", "with"]) { Frame::Speaks } else { Frame::Meets };
    // "went to consult X"; but "is going to tell X", "came to see X as a rival".
    let gone =
        || line.is(at.wrapping_sub(2), &["gone", "went", "goes", "flew", "flown", "flies", "travelled", "traveled"]);
    (line.is(at.wrapping_sub(1), &["to"]) && (gone() || goal(line, at - 1).is_some())).then_some((frame, true))
}

/// Whether the verb at `at` is one of those, with somebody behind it.
pub(super) fn is_aim(line: &Line<'_>, at: usize) -> bool {
    line.is_of(at, &AIMS) && is_somebody(line, at + 1)
        || line.is_of(at, &AIMS_WITH) && line.is(at + 1, &["to", "with"]) && is_somebody(line, at + 2)
}

/// The goal of the way that somebody goes `to` do something there, told before in the same clause.
fn goal(line: &Line<'_>, to: usize) -> Option<usize> {
    let low = to.saturating_sub(REACH);
    let ends = |at: &usize| matches!(line.word(*at), "." | ";" | ":" | "”" | "\"");
    let clause = (low..to).rev().find(ends).map_or(low, |at| at + 1);
    (clause..to).filter(|way| line.is_of(*way, &WAYS)).find_map(|way| {
        let over = way + 1 + usize::from(line.is(way + 1, &["over", "back", "on", "down", "up", "out", "off"]));
        let goal = over + 1 + usize::from(line.is(over + 1, &["the"]));
        let leads = line.is(over, &["to", "for"]) && goal < to && line.is_capitalised(goal) && !line.is(goal, TITLES);
        leads.then_some(goal)
    })
}

/// The goal of the way at whose end somebody is met by the verb at `at`.
pub(in crate::meetings) fn goal_of_way(line: &Line<'_>, at: usize) -> Option<usize> {
    let to = at.checked_sub(1).filter(|to| line.is(*to, &["to"]))?;
    is_aim(line, at).then(|| goal(line, to)).flatten()
}

/// Whether someone is told at `from`: by name, by people or by an office that is somebody's.
fn is_somebody(line: &Line<'_>, from: usize) -> bool {
    const OFFICES: &[&str] = &[
        "counterpart",
        "counterparts",
        "colleague",
        "colleagues",
        "host",
        "hosts",
        "leader",
        "leaders",
        "minister",
        "ministers",
        "premier",
        "president",
        "chancellor",
        "king",
        "queen",
        "rival",
        "ally",
        "governor",
        "mayor",
    ];
    let led = from + usize::from(line.is(from, &["his", "her", "their", "its", "the"]));
    let office = || {
        (led..led + 4).take_while(|&at| line.word(at).chars().all(char::is_alphanumeric)).any(|at| line.is(at, OFFICES))
    };
    led == from && line.is_capitalised(from) || led > from && (line.is_capitalised(led) || office())
}
