//! Where: a trigger in, the place that the words around it give out.

use super::{LIGHT, Named, is_title};
use crate::meetings::scene::{Row, Spot};
use crate::meetings::triggers::{self, Trigger};

/// The place that belongs to the trigger: `in Sochi` after it, `in Vienna` before it, `the St Petersburg talks`.
pub(in crate::meetings) fn place<'r>(row: &'r Row<'_>, trigger: &Trigger, participants: &[Named]) -> Option<&'r Spot> {
    let line = &row.line;
    if let Some(spot) = trigger.tokens.start.checked_sub(1).and_then(|at| row.spot_at(at)).filter(|_| !trigger.is_verb)
    {
        return Some(spot);
    }
    let met = |at: usize| participants.iter().any(|(_, _, tokens)| tokens.contains(&at));
    let passable = |at: usize| {
        LIGHT.contains(&line.word(at).to_lowercase().as_str())
            || met(at)
            || row.date_at(at).is_some()
            || row.actor_at(at).is_some()
            || line.word(at) == ","
            || line.is_capitalised(at)
            || is_title(line.word(at))
            || triggers::count(line.word(at)).is_some()
    };
    let mut at = trigger.tokens.end;
    while at < line.len().min(trigger.tokens.end + 40) {
        if line.is(at, &["in", "at", "near"]) {
            return spot_after(row, at + 1);
        }
        if !passable(at) {
            break;
        }
        at += 1;
    }
    let mut at = trigger.tokens.start;
    while let Some(before) = at.checked_sub(1) {
        if line.is(before, &["in", "at", "near"]) {
            return spot_after(row, before + 1).filter(|spot| spot.tokens.end <= trigger.tokens.start);
        }
        if trigger.tokens.start - before > 12 || !passable(before) && row.spot_at(before).is_none() {
            break;
        }
        at = before;
    }
    None
}

/// The place in `in the Russian Black Sea resort of Sochi`: the last one of the phrase.
fn spot_after<'r>(row: &'r Row<'_>, from: usize) -> Option<&'r Spot> {
    let end = (from..(from + 9).min(row.line.len()))
        .find(|&at| {
            matches!(row.line.word(at), "," | "." | ";" | "”" | "\"")
                || row.line.is(at, &["with", "on", "and", "by", "for", "to"])
        })
        .unwrap_or((from + 9).min(row.line.len()));
    row.spots.iter().rfind(|spot| spot.tokens.start >= from && spot.tokens.end <= end)
}
