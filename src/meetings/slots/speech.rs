//! Quotations: a sentence in, who speaks it and to whom out, for the `I` and `you` who meet in it.

use crate::meetings::scene::{Actor, Row, Scene};
use crate::meetings::triggers::Trigger;

/// Who says the quotation that sentence `number` is part of: the nearest `X said`, `X told Y` of the same block.
pub(super) fn speaker<'s>(scene: &'s Scene<'_>, number: usize) -> Option<&'s Actor> {
    let block = scene.rows.get(number)?.line.block;
    let spoken = |row: &'s Row<'_>| {
        row.actors.iter().find(|actor| {
            let verbs =
                ["said", "told", "says", "added", "noted", "stressed", "pointed", "declared", "remarked", "stated"];
            actor.is_person
                && (row.line.is(actor.tokens.end, &verbs)
                    || actor.tokens.start > 0 && row.line.is(actor.tokens.start - 1, &verbs[..3]))
        })
    };
    let same = |row: &&'s Row<'_>| row.line.block == block;
    let ahead = scene.rows.get(number..)?.iter().take_while(same).find_map(spoken);
    ahead.or_else(|| scene.rows.get(..number)?.iter().rev().take_while(same).find_map(spoken))
}

/// Whom the speaker of a quotation addresses: `…, Putin told Assad`.
pub(super) fn addressee<'s>(scene: &'s Scene<'_>, number: usize) -> Option<&'s Actor> {
    let block = scene.rows.get(number)?.line.block;
    let told = |row: &'s Row<'_>| {
        let person = |at: usize| row.actor_at(at).filter(|actor| actor.is_person);
        (0..row.line.len()).filter(|&at| row.line.is(at, &["told"])).find_map(|at| person(at + 1))
    };
    let same = |row: &&'s Row<'_>| row.line.block == block;
    scene.rows.get(number..)?.iter().take_while(same).find_map(told)
}

/// Whether the words around the trigger speak to the one who is met: `discuss with you`, `with you during a meeting`.
pub(in crate::meetings) fn addresses_you(row: &Row<'_>, trigger: &Trigger) -> bool {
    let (start, end) = (trigger.tokens.start, trigger.tokens.end);
    let with_you = |at: usize| row.line.is(at, &["with"]) && row.line.is(at + 1, &["you"]);
    (start.saturating_sub(6)..end + 2).any(with_you)
}
