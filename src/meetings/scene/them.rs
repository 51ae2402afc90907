//! `them`: rows in, the same with those who are received together as one actor out.
//!
//! **Why:** `X, Y and Z travel to Oslo, where W is to receive them` names the guests of a meeting long before its verb. Only
//! a list whose members stand side by side, and behind which one host alone is told, is meant.

use std::ops::Range;

use super::{Actor, How, Row};
use crate::language::NameKind;

/// Verbs whose object `them` is met.
const VERBS: &[&str] =
    &["receive", "receives", "received", "host", "hosts", "hosted", "meet", "meets", "met", "see", "saw"];
/// How many words before its verb the host may end.
const HOST_REACH: usize = 5;
/// How many words may stand between two of a list.
const LISTED: usize = 3;
/// How many people of a sentence are looked at.
const MOST_PEOPLE: usize = 16;

/// Adds them to every row.
pub(super) fn add(rows: &mut [Row<'_>]) {
    for row in rows.iter_mut().filter(|row| row.is_story && !row.is_headline) {
        let line = row.line;
        let pronoun = (row.start + 1..line.len()).find(|&at| line.is(at, &["them"]) && line.is(at - 1, VERBS));
        if let Some(found) = pronoun.and_then(|at| guests(row, at)) {
            row.actors.push(found);
            row.actors.sort_by_key(|actor| actor.tokens.start);
        }
    }
}

/// The list that `them` at `at` means.
fn guests(row: &Row<'_>, at: usize) -> Option<Actor> {
    let people = row.actors_before(at).iter().filter(|actor| actor.is_person && actor.who.len() == 1).take(MOST_PEOPLE);
    let people: Vec<&Actor> = people.collect();
    let (host, list) = people.split_last().filter(|(_, list)| list.len() > 1)?;
    let beside = |gap: Range<usize>| gap.len() <= LISTED && gap.into_iter().any(|at| row.line.is(at, &["and", ","]));
    let is_list = list.windows(2).all(|pair| match pair {
        [one, next] => next.tokens.start >= one.tokens.end && beside(one.tokens.end..next.tokens.start),
        _ => false,
    });
    let nearest = list.last()?;
    let apart = host.tokens.start > nearest.tokens.end + 1 && !beside(nearest.tokens.end..host.tokens.start);
    let acts = at - host.tokens.end.min(at) <= HOST_REACH;
    (is_list && apart && acts).then(|| Actor {
        tokens: at..at + 1,
        who: list.iter().flat_map(|actor| actor.who.iter().cloned()).collect(),
        is_person: true,
        kind: NameKind::Person,
        how: How::Pronoun,
        is_many: false,
    })
}
