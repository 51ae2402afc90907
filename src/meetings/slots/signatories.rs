//! Those who put their names to a paper, each for his side: `signed in Oslo for Quillia by X and for Sudonia by Y`, `X signed for the one
//! and Y for the other`.
//!
//! **In:** a verb of signing in its sentence. **Out:** who signed. **Why:** the sides stand between the two, so that they make no list.

use super::clause::is_clause_end;
use crate::language::NameKind;
use crate::meetings::scene::{Actor, Row};
use crate::meetings::triggers::{Frame, Trigger};

/// Within how many words of the verb they are told …
const REACH: usize = 40;
/// … and how many words of an office stand before a name.
const OFFICE: usize = 8;

/// What sides sign; a player signs a contract.
const PAPERS: &[&str] = &[
    "treaty",
    "accord",
    "agreement",
    "pact",
    "declaration",
    "protocol",
    "memorandum",
    "convention",
    "charter",
    "truce",
    "ceasefire",
    "communiqué",
];

/// Those who signed, two at least; none where they are told otherwise.
pub(super) fn of<'r>(row: &'r Row<'_>, trigger: &Trigger) -> Vec<&'r Actor> {
    let line = &row.line;
    let (head, end) = (trigger.tokens.start, trigger.tokens.end);
    if trigger.frame != Frame::Joins || !line.is(head, &["signed", "affixed", "initialled", "initialed", "appended"]) {
        return vec![];
    }
    let close = (end..line.len().min(end + REACH))
        .find(|&at| is_clause_end(line.word(at)))
        .unwrap_or(line.len().min(end + REACH));
    let person_from = |from: usize| {
        let near = row.actors_from(from).iter().take_while(|actor| actor.tokens.start <= from + OFFICE);
        near.into_iter().find(|actor| actor.is_person)
    };
    let for_a_side = |at: usize| {
        line.is(at, &["for"]) || line.is(at, &["behalf"]) && line.is(at + 1, &["of"]) || line.is(at, &["from", "of"])
    };
    // "for Quillia by X and for Sudonia by Y", "by X for Quillia and by Y for Sudonia".
    let passive: Vec<&Actor> =
        (end..close).filter(|&at| line.is(at, &["by"])).filter_map(|by| person_from(by + 1)).collect();
    if passive.len() > 1 {
        return passive;
    }
    // "signed by X for Quillia and Y for Sudonia", "X signed for Quillia and Y for Sudonia".
    let second = |and: &usize| {
        let one = person_from(and + 1).filter(|one| one.tokens.end < close && for_a_side(one.tokens.end));
        line.is(*and, &["and", "while"]) && one.is_some()
    };
    let first = passive.first().copied().or_else(|| {
        let before = row.actors_before(head).iter().rev().take(OFFICE).find(|actor| actor.is_person)?;
        (for_a_side(end) && head - before.tokens.end.min(head) <= 2).then_some(before)
    });
    let and = (end..close).find(second);
    // A player signs for a club, too: without a paper, both sides are states.
    let is_state = |lead: usize| {
        let name = lead + 1 + usize::from(line.is(lead + 1, &["the"]));
        row.actor_at(name).is_some_and(|side| side.kind == NameKind::Place)
    };
    let of_sides = |second: &Actor| {
        !passive.is_empty() || line.holds(row.start..close, PAPERS) || is_state(end) && is_state(second.tokens.end)
    };
    match (first, and.and_then(|and| person_from(and + 1))) {
        (Some(first), Some(second))
            if (end..close).any(for_a_side) && first.tokens != second.tokens && of_sides(second) =>
        {
            vec![first, second]
        }
        _ => vec![],
    }
}
