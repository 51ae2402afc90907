//! When: a trigger in, its date and whether it has happened out.

use std::ops::Range;

use super::{LIGHT, clause, is_title};
use crate::language::{Precision, Tense, When, tense_at};
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
    dates_near(row, trigger)
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
                distance(trigger, tokens) <= distance(other, tokens)
                    || cut_off_from(row, tokens, other, trigger)
                    || are_parted(row, tokens, other)
            })
        })
        .min_by_key(|(tokens, when)| (is_of_a_span(row, tokens, when), distance(trigger, tokens)))
}

/// How many dates on each side of a trigger may be its own …
const MOST_DATES: usize = 12;
/// … and how many words before and behind it they may stand. No sentence has more; a text without full stops may.
const DATE_REACH: usize = 256;

/// The dates of the sentence that may belong to the trigger, in order.
fn dates_near<'r>(row: &'r Row<'_>, trigger: &Trigger) -> impl Iterator<Item = &'r (Range<usize>, When)> {
    let (start, end) = (trigger.tokens.start, trigger.tokens.end);
    let first = row.dates.len() - row.dates_from(start).len();
    let near = row.dates.iter().skip(first.saturating_sub(MOST_DATES)).take(2 * MOST_DATES);
    near.filter(move |(tokens, _)| tokens.start <= end + DATE_REACH && tokens.end + DATE_REACH >= start)
}

/// `for the third time this year`: counts meetings, and dates none where a day is told beside it.
fn is_of_a_span(row: &Row<'_>, tokens: &Range<usize>, when: &When) -> bool {
    when.precision != Precision::Day && row.line.is(tokens.start, &["this"])
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
    // "met on Tuesday to discuss the permits", "met on Tuesday for talks": the day is that of the verb before it.
    let aim = leads_to(row, tokens.end, trigger);
    before.tokens.end <= tokens.start && tokens.end <= trigger.tokens.start && (joined_on || aim && before.is_verb())
}

/// Whether `to` or `for` at `at` leads straight to the trigger.
fn leads_to(row: &Row<'_>, at: usize, trigger: &Trigger) -> bool {
    let next = trigger.phrase.min(trigger.tokens.start);
    next == at + 1 && row.line.is(at, if trigger.is_verb() { &["to"] } else { &["for"] })
}

/// How many words between a trigger and its date are looked at.
const REACH: usize = 64;

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
        || opens_another_thought(row, trigger.tokens.end..tokens.start)
}

/// Whether what is told between a trigger and a date parts them; an aside that is closed again does not.
fn opens_another_thought(row: &Row<'_>, between: Range<usize>) -> bool {
    let mut at = between.start;
    while at < between.end.min(between.start + REACH) {
        if let Some(end) = clause::aside_end(row, at).filter(|end| *end < between.end) {
            at = end;
        } else if row.line.is(at, &["that", "which", "who", "whose", "until"]) {
            return true;
        }
        at += 1;
    }
    false
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
    if first || trigger.is_verb() && (is_past(row, head) || went_to(row, head)) {
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

/// `travelled to Aachen to meet her`: whoever has gone to meet someone has met, unless the day is yet to come.
fn went_to(row: &Row<'_>, head: usize) -> bool {
    let line = &row.line;
    let went = &["flew", "went", "travelled", "traveled", "came", "drove"];
    let future = &["will", "would", "that", "because", "said", "plans", "later", "next"];
    let low = head.saturating_sub(MOTION_REACH).max(row.start);
    line.is(head.wrapping_sub(1), &["to"])
        && (low..head).rev().find(|&at| line.is(at, went)).is_some_and(|at| !line.holds(at..head, future))
}

/// How many words before `to meet` the verb of going may stand.
const MOTION_REACH: usize = 12;

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
