//! When: a trigger in, its date out.

use std::ops::Range;

use super::{circumstances, clause, relatives};
use crate::language::{Interval, Precision, When};
use crate::meetings::scene::Row;
use crate::meetings::triggers::{self, Trigger};

/// The date that belongs to the trigger: the nearest one that no other trigger of the sentence is nearer to.
pub(in crate::meetings) fn date<'r>(
    row: &'r Row<'_>,
    trigger: &Trigger,
    others: &[Trigger],
) -> Option<&'r (Range<usize>, When)> {
    let distance = |trigger: &Trigger, tokens: &Range<usize>| {
        let between = gap(trigger, tokens);
        // "called on X last Thursday, shook hands": a comma parts what is told of them.
        let comma = between.len() <= NEAR && between.clone().any(|at| row.line.word(at) == ",");
        between.len() + if comma { COMMA } else { 0 }
    };
    dates_near(row, trigger)
        .filter(|(tokens, _)| {
            !row.line.holds(trigger.tokens.end..tokens.start, &["since"])
                && !was_put_off(row, tokens, trigger)
                && !is_of_calling_off(row, tokens)
                && !is_of_another_clause(row, tokens, trigger)
                && !are_parted(row, tokens, trigger)
                && !dates_a_document(row, tokens)
                && !is_of_a_life(row, tokens)
                && !(trigger.is_weak && is_a_term(row, tokens))
                && (!is_a_beginning(row, tokens) || opens_with_when(row, tokens, trigger))
                && !others.iter().any(|other| {
                    cut_off_from(row, tokens, trigger, other)
                        && !circumstances::is_way_there(row, tokens, trigger, other)
                })
        })
        .filter(|(tokens, _)| {
            // "spoke at dinner on Sunday about a pact": what is agreed takes no day from those who meet.
            others.iter().filter(|other| !other.is_weak || trigger.is_weak).all(|other| {
                distance(trigger, tokens) <= distance(other, tokens)
                    || opens_with_when(row, tokens, trigger)
                    || cut_off_from(row, tokens, other, trigger)
                    || are_parted(row, tokens, other)
                    || circumstances::shares_its_day(row, tokens, trigger, other)
            })
        })
        .min_by_key(|(tokens, when)| (is_of_a_span(row, tokens, when), distance(trigger, tokens)))
}

/// `signed a pact to end it by May 3`, `by the end of the year`: a term that is set.
fn is_a_term(row: &Row<'_>, tokens: &Range<usize>) -> bool {
    let line = &row.line;
    let low = tokens.start.saturating_sub(TERM);
    line.is(tokens.start, &["by"])
        || (low..tokens.start).any(|at| line.is(at, &["by"]) && !line.is_capitalised(at + 1))
        || line.is(tokens.start.wrapping_sub(1), &["by"])
}

/// How many words before a date `by` may stand: `by the end of`.
const TERM: usize = 4;

/// How many words a comma between a trigger and a date counts for …
const COMMA: usize = 4;
/// … where they are no further from each other than this.
const NEAR: usize = 12;

/// The words between a trigger and a date.
fn gap(trigger: &Trigger, tokens: &Range<usize>) -> Range<usize> {
    if tokens.start >= trigger.tokens.end {
        trigger.tokens.end..tokens.start
    } else {
        tokens.end..trigger.tokens.start.max(tokens.end)
    }
}

/// `since October 12, when the two met`: the day of what `when` opens.
fn opens_with_when(row: &Row<'_>, tokens: &Range<usize>, trigger: &Trigger) -> bool {
    let comma = usize::from(row.line.word(tokens.end) == ",");
    row.line.is(tokens.end + comma, &["when"]) && tokens.end < trigger.tokens.start
}

/// Verbs of putting off.
const PUT: &[&str] = &["postponed", "moved", "rescheduled", "delayed", "shifted", "deferred", "adjourned"];

/// `was cancelled on Thursday`: the day of calling it off.
fn is_of_calling_off(row: &Row<'_>, tokens: &Range<usize>) -> bool {
    let line = &row.line;
    let on = usize::from(line.is(tokens.start.wrapping_sub(1), &["on"]));
    let before = tokens.start.wrapping_sub(1 + on);
    let off = ["cancelled", "canceled", "scrapped"];
    // "cancelled on Thursday", "on Thursday called off the summit".
    // "cancelled Friday's talks": theirs.
    if line.is(tokens.end, &["'s", "’s"]) {
        return false;
    }
    line.is(before, &off)
        || line.is(before, &["off"]) && line.is(before.wrapping_sub(1), &["called"])
        || line.is(tokens.end, &off)
        || line.is(tokens.end, &["called"]) && line.is(tokens.end + 1, &["off"])
}

/// Whether a meeting is put off, or on, at `at`: `put off until`, `postponed to`, `moved to`.
fn puts_off(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    let verb = |at: usize| {
        line.is(at, PUT)
            || line.is(at, &["put", "pushed"]) && line.is(at + 1, &["off", "back"])
            || line.is(at, &["brought"]) && line.is(at + 1, &["forward"])
    };
    line.is(at, &["to", "until", "till", "for"]) && (at.saturating_sub(PUT_OFF)..at).any(verb)
}

/// How many words behind the verb the new day of what is put off may stand.
const PUT_OFF: usize = 8;

/// `the talks due on Friday are put off until June`: Friday is no day of them any more.
fn was_put_off(row: &Row<'_>, tokens: &Range<usize>, trigger: &Trigger) -> bool {
    let is_new = (tokens.start.saturating_sub(3)..tokens.start).any(|at| puts_off(row, at));
    // "postponed from Monday"
    let from = tokens.start.checked_sub(1).filter(|&at| row.line.is(at, &["from"]));
    if from.is_some_and(|from| row.line.is(from.wrapping_sub(1), PUT)) {
        return true;
    }
    let mut later = row.dates_from(tokens.end).iter().take(3);
    !is_new
        && trigger.tokens.end <= tokens.start
        && later.any(|(other, _)| (other.start.saturating_sub(3)..other.start).any(|at| puts_off(row, at)))
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

/// `for the third time this year`, `the war of the 1940s`, `next year's budget`: dates something else where a day is told
/// beside it.
fn is_of_a_span(row: &Row<'_>, tokens: &Range<usize>, when: &When) -> bool {
    let line = &row.line;
    let days = when.interval.from.until(when.interval.to).map_or(0, |span| span.get_days());
    let wide = matches!(when.precision, Precision::Year) || days > SPAN;
    let of = line.is(tokens.start.wrapping_sub(1), &["of", "the"]) || line.is(tokens.end, &["'s", "’s", "'", "’"]);
    when.precision != Precision::Day && line.is(tokens.start, &["this"]) || wide && of
}

/// From how many days on a span is none of days.
const SPAN: i32 = 300;

const DAYS_IN_WEEK: i32 = 7;
/// Days or weeks that are counted at most.
const MOST_COUNTED: i32 = 30;
/// The most that [`days_before`] tells.
pub(in crate::meetings) const MOST_DAYS_BEFORE: i32 = DAYS_IN_WEEK * MOST_COUNTED;

/// `on Saturday, a day after the two met`: by how many days the meeting lies before the date that is told.
pub(in crate::meetings) fn days_before(row: &Row<'_>, trigger: &Trigger, tokens: &Range<usize>) -> i32 {
    let line = &row.line;
    let between = tokens.end..trigger.tokens.start;
    let lead =
        between.clone().find(|&at| line.is(at, &["after", "before"]) && line.is(at - 1, &["day", "days", "week"]));
    let Some(lead) = lead.filter(|lead| between.len() <= SHIFT_REACH && *lead >= tokens.end + 2) else { return 0 };
    let count = if line.is(lead - 2, &["a", "the"]) { Some(1) } else { triggers::count(line.word(lead - 2)) };
    let unit = if line.is(lead - 1, &["week"]) { DAYS_IN_WEEK } else { 1 };
    let count = count.and_then(|count| i32::try_from(count).ok()).filter(|count| *count <= MOST_COUNTED);
    let days = count.unwrap_or_default() * unit;
    if line.is(lead, &["after"]) { days } else { -days }
}

/// The days that lie `days` before those of `interval`.
pub(in crate::meetings) fn shifted(interval: Interval, days: i32) -> Interval {
    let back = jiff::Span::new().days(days);
    let both = interval.from.checked_sub(back).ok().zip(interval.to.checked_sub(back).ok());
    both.map_or(interval, |(from, to)| Interval { from, to })
}

/// `met X, the palace said on Monday`: told behind a comma as the day of what was said.
pub(in crate::meetings) fn is_day_of_speech(row: &Row<'_>, trigger: &Trigger, tokens: &Range<usize>) -> bool {
    let line = &row.line;
    let said = tokens.start.wrapping_sub(1 + usize::from(line.is(tokens.start.wrapping_sub(1), &["on"])));
    let comma = (trigger.tokens.end..said.min(trigger.tokens.end + REACH)).any(|at| line.word(at) == ",");
    line.is(said, &["said", "announced", "reported", "confirmed"]) && comma
}

/// `on Monday and Tuesday`, `today and tomorrow`: both days of one meeting.
pub(in crate::meetings) fn next_day(row: &Row<'_>, tokens: &Range<usize>, day: Interval) -> Option<Interval> {
    let joined = |from: usize, to: usize| to > from && to - from <= 2 && row.line.is(from, &["and"]);
    let other = row.dates.iter().take(MOST_DATES).find(|(other, when)| {
        when.precision == Precision::Day && (joined(tokens.end, other.start) || joined(other.end, tokens.start))
    });
    let (_, other) = other.filter(|_| day.is_day())?;
    let both = Interval { from: day.from.min(other.interval.from), to: day.to.max(other.interval.to) };
    (both.from.tomorrow().ok() == Some(both.to)).then_some(both)
}

/// How many words behind a date `a day after` and what was then may stand.
const SHIFT_REACH: usize = 14;

/// `had talks in Damascus; on Friday they drove up`: a semicolon parts what it tells.
fn are_parted(row: &Row<'_>, tokens: &Range<usize>, trigger: &Trigger) -> bool {
    gap(trigger, tokens).any(|at| row.line.word(at) == ";")
}

/// `met Macron on Monday and May met Rutte`: what is joined on behind the date of `before` begins another thought, and
/// the date is none of `trigger`'s.
fn cut_off_from(row: &Row<'_>, tokens: &Range<usize>, trigger: &Trigger, before: &Trigger) -> bool {
    let joined_on = row.line.is(tokens.end, &["and", "while", "but", "whereas"]) || row.line.word(tokens.end) == ";";
    // "met on Tuesday to discuss the permits", "met on Tuesday for talks": the day is that of the verb before it; of "held a call on
    // Tuesday to discuss the permits" that of the call.
    let aim = leads_to(row, tokens.end, trigger);
    before.tokens.end <= tokens.start
        && tokens.end <= trigger.tokens.start
        && (joined_on || aim && (before.is_verb() || trigger.is_verb()))
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
    // "It was X who, on Monday, met Y": an aside in the clause that tells of the meeting.
    let aside = |at: usize| row.line.is(at, &["who", "whose", "which"]) && row.line.word(at + 1) != ",";
    let told_aside = tokens.end < trigger.tokens.start
        && (tokens.start.saturating_sub(ASIDE)..tokens.start).any(aside)
        && (tokens.end..trigger.tokens.start).any(|at| row.line.word(at) == ",");
    if let Some(held) = relatives::holding(row, trigger) {
        // "praised on Monday the talks which X held with Y": told of the praise.
        return tokens.start < held.end || opens_another_thought(row, trigger, held.end..tokens.start);
    }
    told_aside
        || is_before_an_accord(row, tokens, trigger)
        || row.line.holds(tokens.end..trigger.tokens.start, &["that"]) && !is_picked_out(row, tokens)
        || opens_another_thought(row, trigger, trigger.tokens.end..tokens.start)
}

/// `ferries will run again from Friday after the truce struck between X and Y`: the day before the noun is that of what else is told.
fn is_before_an_accord(row: &Row<'_>, tokens: &Range<usize>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let head = trigger.tokens.start;
    let by = trigger.tokens.end..trigger.tokens.end + ASIDE;
    trigger.is_weak
        && tokens.end < head
        && line.is(head.wrapping_sub(1), &["deal", "agreement", "accord", "compromise", "truce", "pact", "treaty"])
        && line.holds(by, &["by", "between"])
}

/// `It was on Monday that they met`: the day is that of what stands behind `that`.
fn is_picked_out(row: &Row<'_>, tokens: &Range<usize>) -> bool {
    let opens = row.line.is(row.start, &["it"]) && row.line.is(row.start + 1, &["was", "is"]);
    opens && tokens.start <= row.start + ASIDE && row.line.is(tokens.end, &["that"])
}

/// Whether what is told between a trigger and a date parts them; an aside that is closed again does not.
fn opens_another_thought(row: &Row<'_>, trigger: &Trigger, between: Range<usize>) -> bool {
    let mut at = between.start;
    while at < between.end.min(between.start + REACH) {
        if let Some(end) = clause::aside_end(row, at).filter(|end| *end < between.end) {
            at = end;
        } else if row.line.is(at, &["that", "which", "who", "whose", "until"])
            && !clause::is_of_the_meeting(row, trigger, at)
            && !puts_off(row, at)
            && !is_until_an_hour(row, at)
        {
            return true;
        }
        at += 1;
    }
    false
}

/// `sat up until midnight on Monday`: told of the same day.
fn is_until_an_hour(row: &Row<'_>, at: usize) -> bool {
    row.line.is(at, &["until"]) && row.line.is(at + 1, HOURS)
}

/// Until when in the day people sit.
const HOURS: &[&str] = &["midnight", "dawn", "noon", "nightfall", "dusk", "daybreak", "late", "after"];

/// `the first encounter since 2014` was later.
fn is_a_beginning(row: &Row<'_>, tokens: &Range<usize>) -> bool {
    row.line.holds(tokens.start.saturating_sub(3)..tokens.start + 1, &["since"])
}

/// `met the poet X (1960-2010)`, `to end it by 2030`: the years of a life, and a term that is set.
fn is_of_a_life(row: &Row<'_>, tokens: &Range<usize>) -> bool {
    let line = &row.line;
    let is_year = |at: usize| line.word(at).len() == 4 && line.word(at).chars().all(|c| c.is_ascii_digit());
    let bracketed = line.word(tokens.start.wrapping_sub(1)) == "("
        && is_year(tokens.start)
        && matches!(line.word(tokens.start + 1), "-" | "–" | "—");
    bracketed
        || line.is(tokens.start.wrapping_sub(1), &["by"]) && tokens.len() == 1 && is_year(tokens.start)
        || line.is(tokens.start, &["by"]) && tokens.len() == 2 && is_year(tokens.start + 1)
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
