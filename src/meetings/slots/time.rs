//! When: a trigger in, its date and whether it has happened out.

use std::ops::Range;

use crate::language::{Tense, When, tense_at};
use crate::meetings::scene::Row;
use crate::meetings::triggers::Trigger;
use crate::meetings::types::Status;

/// The date that belongs to the trigger: the nearest one that no other trigger of the sentence is nearer to.
pub(in crate::meetings) fn date<'r>(
    row: &'r Row<'_>,
    trigger: &Trigger,
    others: &[Trigger],
) -> Option<&'r (Range<usize>, When)> {
    let distance = |trigger: &Trigger, tokens: &Range<usize>| {
        if tokens.start >= trigger.tokens.end {
            tokens.start - trigger.tokens.end
        } else {
            trigger.tokens.start.saturating_sub(tokens.end)
        }
    };
    row.dates
        .iter()
        .filter(|(tokens, _)| !dates_a_document(row, tokens))
        .filter(|(tokens, _)| others.iter().all(|other| distance(trigger, tokens) <= distance(other, tokens)))
        .min_by_key(|(tokens, _)| distance(trigger, tokens))
}

/// `the Minsk Agreements of February 12, 2015` and `the May agreements` date a document, not what the sentence tells.
fn dates_a_document(row: &Row<'_>, tokens: &Range<usize>) -> bool {
    let documents =
        &["agreement", "agreements", "accord", "accords", "resolution", "treaty", "declaration", "memorandum", "act"];
    if row.line.is(tokens.end, documents) {
        return true;
    }
    let Some(of) = tokens.start.checked_sub(1).filter(|&of| row.line.is(of, &["of", "dated"])) else { return false };
    row.line.holds(of.saturating_sub(2)..of, documents)
}

/// Whether it has happened, by the words around the trigger.
pub(in crate::meetings) fn status(row: &Row<'_>, trigger: &Trigger) -> Status {
    let line = &row.line;
    let head = trigger.tokens.start;
    if line.holds(0..line.len(), &["cancelled", "canceled", "scrapped"]) || line.reads(head + 1, "was called off") {
        return Status::Cancelled;
    }
    if line.holds(head.saturating_sub(4)..head, &["following", "after", "during", "since"]) && !trigger.is_verb {
        return Status::Held;
    }
    let ongoing = trigger.is_verb && line.is(head, &["meeting"]) && line.is(head.wrapping_sub(1), &["are", "is"])
        || line.holds(head..head + 5, &["continues", "continue", "underway", "under-way"]);
    match tense_at(line, head) {
        _ if ongoing => Status::Ongoing,
        Tense::Future => Status::Planned,
        Tense::Past | Tense::Open => Status::Held,
    }
}
