//! A trigger and what was found around it in, the words that tell of the meeting out.

use std::ops::Range;

use crate::meetings::scene::Row;
use crate::meetings::triggers::Trigger;

/// How many words before who, where and when still belong to the evidence, at the start of a sentence.
const LEAD: usize = 8;

/// The words that tell of the meeting: from the first to the last that say who, where and when.
pub(super) fn evidence(
    row: &Row<'_>,
    trigger: &Trigger,
    others: &[Trigger],
    told: impl Iterator<Item = Range<usize>>,
) -> Range<usize> {
    let mut reach = trigger.phrase.min(trigger.tokens.start)..trigger.tokens.end;
    for tokens in told.filter(|tokens| !tokens.is_empty()) {
        reach = reach.start.min(tokens.start)..reach.end.max(tokens.end);
    }
    // The words that open the sentence are part of what it tells: "The day after tomorrow, I plan to meet …".
    let first = others.iter().all(|other| other.tokens.start > trigger.tokens.start);
    if first && reach.start <= row.start + LEAD {
        reach.start = row.start;
    }
    reach
}
