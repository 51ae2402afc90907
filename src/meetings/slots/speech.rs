//! Quotations: a sentence in, who speaks it and to whom out, for the `I` and `you` who meet in it.

use super::Named;
use super::clause::is_clause_end;
use crate::meetings::scene::{Actor, Row, Scene};
use crate::meetings::triggers::{Frame, Trigger};

/// Who says the quotation that sentence `number` is part of: the nearest `X said`, `X told Y` of the same block.
pub(super) fn speaker<'s>(scene: &'s Scene<'_>, number: usize) -> Option<&'s Actor> {
    scene.voices.speaker(number).and_then(|told| actor(scene, told))
}

/// `The premier rang on Sunday`, in a transcript: the one whose label stands before it was rung.
pub(super) fn rung(scene: &Scene<'_>, number: usize, trigger: &Trigger) -> Option<Named> {
    let row = scene.rows.get(number).filter(|row| rings_nobody(row, trigger))?;
    let own = scene.voices.label(number).and_then(|told| actor(scene, told)).map(Named::of_actor)?;
    let tokens = trigger.tokens.clone();
    own.into_iter().next().filter(|_| !row.actors.is_empty()).map(|named| Named { tokens, ..named })
}

/// `telephoned yesterday`, `rang at eleven`: whoever tells it was rung; `I rang` tells of somebody else.
fn rings_nobody(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let (head, end) = (trigger.tokens.start, trigger.tokens.end);
    let times =
        &["at", "on", "in", "yesterday", "again", "this", "last", "late", "early", "twice", "to", "from", "and"];
    trigger.frame == Frame::Phones
        && (line.is(end, times) || is_clause_end(line.word(end)) || line.word(end) == ",")
        && !line.holds(head.saturating_sub(3)..head, &["I", "we"])
}

/// Whom the speaker of a quotation addresses: `…, Putin told Assad`.
pub(super) fn addressee<'s>(scene: &'s Scene<'_>, number: usize) -> Option<&'s Actor> {
    scene.voices.addressee(number).and_then(|told| actor(scene, told))
}

fn actor<'s>(scene: &'s Scene<'_>, (row, at): (usize, usize)) -> Option<&'s Actor> {
    scene.rows.get(row)?.actors.get(at)
}

/// Whether the words around the trigger speak to the one who is met: `discuss with you`, `with you during a meeting`.
pub(in crate::meetings) fn addresses_you(row: &Row<'_>, trigger: &Trigger) -> bool {
    let (start, end) = (trigger.tokens.start, trigger.tokens.end);
    let with_you = |at: usize| row.line.is(at, &["with"]) && row.line.is(at + 1, &["you"]);
    (start.saturating_sub(6)..end + 2).any(with_you)
}
