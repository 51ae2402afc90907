//! Quotations: a sentence in, who speaks it and to whom out, for the `I` and `you` who meet in it.

use crate::meetings::scene::{Actor, Row, Scene};
use crate::meetings::triggers::Trigger;

/// Who says the quotation that sentence `number` is part of: the nearest `X said`, `X told Y` of the same block.
pub(super) fn speaker<'s>(scene: &'s Scene<'_>, number: usize) -> Option<&'s Actor> {
    scene.voices.speaker(number).and_then(|told| actor(scene, told))
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
