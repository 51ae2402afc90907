//! Around a trigger: who meets, where, when, and whether it has happened.
//!
//! **In:** the story laid out by sentence, and a trigger in it. **Out:** the answer to one question each: [`who`],
//! [`place`], [`time`]. **Why:** each answer is a short walk over the words near the trigger, which stops at words
//! that open another thought, so that `a conversation on the situation in Syria` is not held in Syria.

mod place;
mod speech;
mod time;
mod who;

use std::ops::Range;

pub(super) use place::place;
pub(super) use speech::addresses_you;
pub(super) use time::{date, status};
pub(super) use who::{pair_before, participants};

use crate::language::EntityId;

/// A participant with the words that name it.
pub(super) type Named = (EntityId, String, Range<usize>);

/// Words that may stand between a trigger and its place or date.
const LIGHT: &[&str] = &[
    "the",
    "a",
    "an",
    "and",
    "with",
    "between",
    "was",
    "were",
    "is",
    "held",
    "hold",
    "holds",
    "took",
    "take",
    "place",
    "will",
    "be",
    "began",
    "begin",
    "took",
    "on",
    "here",
    "today",
    "first",
    "their",
    "his",
    "official",
    "together",
    "brought",
    "of",
    "both",
    "to",
    "open",
    "opened",
    "ended",
    "for",
    "working",
    "my",
    "our",
    "counterpart",
    "counterparts",
    "colleague",
    "colleagues",
    "slated",
    "scheduled",
    "planned",
    "set",
    "also",
    "hands",
    "down",
    "talks",
    "meeting",
    "briefly",
    "privately",
    "separately",
    "meet",
    "met",
];

/// Words of an office, which stand before a name.
fn is_title(word: &str) -> bool {
    matches!(
        word,
        "president"
            | "minister"
            | "prime"
            | "foreign"
            | "counterpart"
            | "leader"
            | "leaders"
            | "presidents"
            | "ministers"
            | "state"
            | "secretary"
    )
}
