//! When: a trigger in, its date and whether it has happened out.

use std::ops::Range;

use super::{LIGHT, is_title};
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
        .filter(|(tokens, _)| {
            !row.line.holds(trigger.tokens.end..tokens.start, &["since"])
                && !is_of_another_clause(row, tokens, trigger)
                && !are_parted(row, tokens, trigger)
                && !dates_a_document(row, tokens)
                && !is_a_beginning(row, tokens)
                && !others.iter().any(|other| cut_off_from(row, tokens, trigger, other))
        })
        .filter(|(tokens, _)| {
            others.iter().all(|other| {
                are_parted(row, tokens, other)
                    || cut_off_from(row, tokens, other, trigger)
                    || distance(trigger, tokens) <= distance(other, tokens)
            })
        })
        .min_by_key(|(tokens, _)| distance(trigger, tokens))
}

/// `had talks in Damascus; on Friday they drove up`: a semicolon parts what it tells.
fn are_parted(row: &Row<'_>, tokens: &Range<usize>, trigger: &Trigger) -> bool {
    let between = if tokens.end <= trigger.tokens.start {
        tokens.end..trigger.tokens.start
    } else {
        trigger.tokens.end..tokens.start
    };
    between.into_iter().any(|at| row.line.word(at) == ";")
}

/// `met Macron on Monday and May met Rutte`: what is joined on behind the date of `before` begins another thought, and
/// the date is none of `trigger`'s.
fn cut_off_from(row: &Row<'_>, tokens: &Range<usize>, trigger: &Trigger, before: &Trigger) -> bool {
    let joined_on = row.line.is(tokens.end, &["and", "while", "but", "whereas"]) || row.line.word(tokens.end) == ";";
    before.tokens.end <= tokens.start && tokens.end <= trigger.tokens.start && joined_on
}

/// How many words before a date its relative pronoun may stand.
const ASIDE: usize = 12;

/// `announced this afternoon that they will meet`: the day of the announcement.
fn is_of_another_clause(row: &Row<'_>, tokens: &Range<usize>, trigger: &Trigger) -> bool {
    // "discussed the licences that run out in June": what the relative clause tells.
    let aside = |at: usize| row.line.is(at, &["who", "whose", "which"]);
    let told_aside = tokens.end < trigger.tokens.start
        && (tokens.start.saturating_sub(ASIDE)..tokens.start).any(aside)
        && (tokens.end..trigger.tokens.start).any(|at| row.line.word(at) == ",");
    told_aside
        || row.line.holds(tokens.end..trigger.tokens.start, &["that"])
        || row.line.holds(trigger.tokens.end..tokens.start, &["that", "which", "who", "whose", "until"])
}

/// `the first encounter since 2014` was later.
fn is_a_beginning(row: &Row<'_>, tokens: &Range<usize>) -> bool {
    row.line.holds(tokens.start.saturating_sub(3)..tokens.start + 1, &["since"])
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
    if is_called_off(row, trigger) {
        return Status::Cancelled;
    }
    if line.holds(head.saturating_sub(4)..head, &["following", "after", "during", "since"]) && !trigger.is_verb() {
        return Status::Held;
    }
    let ongoing = trigger.is_verb() && line.is(head, &["meeting"]) && line.is(head.wrapping_sub(1), &["are", "is"])
        || line.holds(head..head + 5, &["continues", "continue", "underway", "under-way"]);
    // "the first premier to visit Libya since 1943" has done so.
    let first = trigger.kind == crate::meetings::types::MeetingKind::Visit
        && line.is(head.wrapping_sub(1), &["to"])
        && line.holds(head.saturating_sub(6)..head, &["first"]);
    if first || trigger.is_verb() && is_past(row, head) {
        return Status::Held;
    }
    match tense_at(line, head) {
        _ if ongoing => Status::Ongoing,
        Tense::Future => Status::Planned,
        Tense::Past | Tense::Open => Status::Held,
    }
}

/// `met`, `have spent`, `was received`: a past form that no `will` or `is to` stands before.
fn is_past(row: &Row<'_>, head: usize) -> bool {
    let line = &row.line;
    let past = ["met", "spoke", "sat", "shook", "spent", "saw", "came", "brought", "talked", "held"];
    let word = line.word(head);
    let is_past_form = line.is(head, &past) || word.len() > 4 && word.ends_with("ed");
    let future = ["will", "to", "would", "shall", "may", "might", "could", "should", "be"];
    is_past_form && !line.holds(head.saturating_sub(3)..head, &future)
}

/// `the meeting … was cancelled`, `scrapped the talks`: said of the trigger, not of something else in its sentence.
fn is_called_off(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let off = |at: usize| {
        line.is(at, &["cancelled", "canceled", "scrapped", "cancels", "scraps"])
            || line.is(at, &["called", "calls", "calling"]) && line.is(at + 1, &["off"])
    };
    let (start, end) = (trigger.tokens.start, trigger.tokens.end);
    if (start.saturating_sub(6)..start).any(off) {
        return true;
    }
    let passable = |at: usize| {
        line.is_capitalised(at)
            || line.is(at, &["has", "have", "had", "been", "abruptly", "later", "in", "at", "due"])
            || LIGHT.contains(&line.word(at).to_lowercase().as_str())
            || is_title(line.word(at))
            || row.date_at(at).is_some()
    };
    let predicate = (end..(end + 24).min(line.len())).find(|&at| off(at) || !passable(at));
    !trigger.is_verb() && predicate.is_some_and(off)
}
