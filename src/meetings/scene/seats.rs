//! Seats of power, bodies within bodies and those who hold no office yet: names in, which of them meet nobody out.
//!
//! **Why:** the Kremlin speaks and agrees, and one is received in it; and of a `President-elect` the office is held by another.

use super::{Actor, How, Row};
use crate::language::Line;

/// `received him in the Kremlin`: the seat that is named at `at` is where, and not who.
pub(super) fn is_a_place(row: &Row<'_>, at: usize) -> bool {
    let the = usize::from(row.line.is(at.wrapping_sub(1), &["the"]));
    row.line.is(at.wrapping_sub(1 + the), &["in", "at", "inside", "outside"])
}

/// `Sudonian President-elect X` holds no office yet, and whoever does is not meant.
pub(super) fn is_elect(line: &Line<'_>, actor: &Actor) -> bool {
    let end = actor.tokens.end;
    actor.how == How::Described && line.word(end) == "-" && line.is(end + 1, &["elect", "designate"])
}

/// `the Senate Budget Committee`, `the board of Siemens`: a body within another one, whose sittings are none of ours.
pub(super) fn is_inner_body(name: &str) -> bool {
    let inner = ["committee", "board", "cabinet", "caucus", "bureau", "subcommittee", "court", "press"];
    let head = name.split(" of ").next().and_then(|head| head.split_whitespace().last());
    head.is_some_and(|head| inner.iter().any(|inner| head.eq_ignore_ascii_case(inner)))
}
