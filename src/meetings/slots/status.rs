//! Whether a meeting has taken place: a trigger in, its status out.
//!
//! The tense of the words around it says most of it ([`tense_at`]); what is called off, what is put off, what goes on
//! while the story is written and what a timetable tells in the present are told in words of their own.

use super::{LIGHT, clause, is_title};
use jiff::civil::Date;

use crate::language::{Line, Tense, When, tense_at};
use crate::meetings::scene::Row;
use crate::meetings::triggers::{self, Trigger};
use crate::meetings::types::{MeetingKind, Status};

/// Whether it has happened, by the words around the trigger.
pub(in crate::meetings) fn status(
    row: &Row<'_>,
    trigger: &Trigger,
    when: Option<&When>,
    today: Option<Date>,
) -> Status {
    let line = &row.line;
    let head = trigger.tokens.start;
    if is_called_off(row, trigger) {
        return Status::Cancelled;
    }
    if trigger.is_verb() && is_missed(line, head) {
        return Status::Cancelled;
    }
    // "The ministers meet in Oslo on Thursday", told on that day: a timetable, not a report.
    let ahead = || when.zip(today).is_some_and(|(when, today)| when.interval.from >= today);
    let present = ["meet", "meets", "hold", "holds", "host", "hosts", "receive", "receives", "gather", "gathers"];
    let went = trigger.is_verb() && went_to(row, head);
    let on_a_timetable = !row.is_headline && trigger.is_verb() && line.is(head, &present) && !went && ahead();
    if on_a_timetable || is_prepared(row, trigger) {
        return Status::Planned;
    }
    // "The talks, postponed from Monday, will be held on Thursday": whatever came before, they are to come.
    let end = trigger.tokens.end;
    let will = (end..(end + NEGATED).min(line.len())).find(|&at| line.is(at, &["will"]));
    let put = ["postponed", "moved", "rescheduled", "delayed", "deferred"];
    let is_put_off = !trigger.is_verb() && trigger.phrase.min(head) <= row.start + 2;
    if is_put_off && will.is_some_and(|will| line.holds(end..will, &put) || line.is(will + 1, &["now"])) {
        return Status::Planned;
    }
    if !trigger.is_verb() && is_taken_as_held(row, trigger) {
        return Status::Held;
    }
    if is_of_today(when, today) && has_only_begun(row, trigger) {
        return Status::Ongoing;
    }
    if has_run(row, trigger) {
        return Status::Held;
    }
    if line.holds(head.saturating_sub(4)..head, &["following", "after", "during", "since"]) && !trigger.is_verb() {
        return Status::Held;
    }
    // "the first premier to visit Libya since 1943" has done so.
    let first = trigger.kind == MeetingKind::Visit
        && line.is(head.wrapping_sub(1), &["to"])
        && line.holds(head.saturating_sub(6)..head, &["first"]);
    if first || trigger.is_verb() && (is_past(row, head) || went) {
        return Status::Held;
    }
    // "told X on the telephone that he would sell": what was said is to come, the call is not.
    let addressed = &["told", "informed", "assured", "congratulated", "thanked", "warned"];
    let by_phone = trigger.kind == MeetingKind::Call;
    if by_phone
        && line.holds(head.saturating_sub(8)..head, addressed)
        && !line.holds(row.start..head, &["will", "would"])
    {
        return Status::Held;
    }
    match tense_at(line, head) {
        _ if goes_on(row, trigger) => Status::Ongoing,
        Tense::Future => Status::Planned,
        Tense::Past | Tense::Open => Status::Held,
    }
}

/// `were to have met on Wednesday`, `was due to have received her`: whoever tells it so tells that it did not come to pass.
fn is_missed(line: &Line<'_>, head: usize) -> bool {
    let been = usize::from(line.is(head.wrapping_sub(1), &["been"]));
    let have = head.wrapping_sub(1 + been);
    let due = usize::from(line.is(have.wrapping_sub(2), &["due", "supposed", "scheduled", "meant"]));
    line.is(have, &["have"])
        && line.is(have.wrapping_sub(1), &["to"])
        && line.is(have.wrapping_sub(2 + due), &["was", "were"])
}

/// `told a symposium that prices would fall`, `would not comment on the supper`: what is to come is something else.
fn is_taken_as_held(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let lead = trigger.phrase.min(trigger.tokens.start).wrapping_sub(1);
    let passed_over = line.is(lead, &["on"]) && line.is(lead.wrapping_sub(1), &["comment", "remark"]);
    passed_over || line.is(lead, &["told", "addressed", "attended", "chaired", "inaugurated"])
}

/// `A meeting between X and Y is being prepared`, `expects X in Berlin on Monday`.
fn is_prepared(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let end = trigger.tokens.end;
    let prepared = |at: usize| {
        line.is(at, &["being"])
            && line.is(at - 1, &["is", "are"])
            && line.is(at + 1, &["prepared", "planned", "arranged", "organised", "organized"])
    };
    let noun = !trigger.is_verb() && trigger.phrase.min(trigger.tokens.start) <= row.start + 2;
    is_looked_forward_to(row, trigger)
        || !trigger.is_verb() && is_agreed_upon(row, trigger)
        || noun && (end..end + PREPARED_REACH).any(prepared)
        || line.is(end - 1, &["appointment"]) && line.holds(end.saturating_sub(5)..end, &["has", "have"])
        || line.is(trigger.tokens.start, &["expects", "awaits", "expected"])
}

/// `looked forward to his meeting with X`, `is looking forward to meeting Y`: yet to come when it was said.
fn is_looked_forward_to(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let head = trigger.phrase.min(trigger.tokens.start);
    // "I look forward to our discussion", said to the one who sits opposite.
    let opposite = line.holds(head.saturating_sub(8)..head, &["I", "we"])
        || line.holds(trigger.phrase..trigger.tokens.start, &["our", "my"]);
    !opposite && head.checked_sub(2).is_some_and(|forward| line.reads(forward, "forward to"))
}

/// How many words behind a noun it may be said to be prepared.
const PREPARED_REACH: usize = 16;

/// `are meeting`, `the talks continue`, `Talks between X and Y are under way`.
fn goes_on(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let head = trigger.tokens.start;
    let now = usize::from(line.is(head.wrapping_sub(1), &["now", "currently", "still"]));
    let meets = line.is(head, &["meeting"]) && line.is(head.wrapping_sub(1 + now), &["are", "is"]);
    if trigger.is_verb() && meets || line.holds(head..head + 5, &["continues", "continue", "underway", "under-way"]) {
        return true;
    }
    let under_way =
        |at: usize| line.reads(at, "under way") || line.is(at, &["underway"]) || line.reads(at, "in progress");
    let end = trigger.tokens.end;
    let at = (end..end + PREPARED_REACH).find(|&at| under_way(at));
    !trigger.is_verb()
        && at.is_some_and(|at| {
            line.holds(at.saturating_sub(3)..at, &["is", "are"]) && !line.holds(end..at, &["said", ",", ";"])
        })
}

/// `undertook to hold another round`, `promised to hold talks`: what was agreed is to come.
fn is_agreed_upon(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let hold = trigger.phrase.min(trigger.tokens.start).wrapping_sub(1);
    let agreed = hold.wrapping_sub(2);
    line.is(hold, &["have", "hold"])
        && line.is(hold.wrapping_sub(1), &["to"])
        && (line.is(agreed, AGREED)
            || line.is(agreed, &["promised", "intend", "intends", "plan", "plans", "planned", "pledged", "vowed"]))
}

/// Whether the story tells it of its own day alone.
fn is_of_today(when: Option<&When>, today: Option<Date>) -> bool {
    when.zip(today).is_some_and(|(when, today)| when.interval.is_day() && when.interval.from == today)
}

/// `began the seventh round on Saturday`, `have begun talks`, `opened a two-day summit`, told on that day: it goes on.
fn has_only_begun(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let (start, end) = (trigger.phrase.min(trigger.tokens.start), trigger.tokens.end);
    let begun = ["began", "opened", "started", "resumed", "begun", "reopened"];
    let over = ["ended", "closed", "concluded", "adjourned", "finished", "wrapped", "broke"];
    let verb = (start.saturating_sub(3)..trigger.tokens.start).rev().find(|&at| line.is(at, &begun));
    let perfect = verb.is_some_and(|at| line.is(at.wrapping_sub(1), &["have", "has"]));
    let days = line.holds(start..end, &["day"]) && line.holds(start..end, &["-"]);
    let is_long = perfect || days || trigger.kind == MeetingKind::Round && trigger.ordinal.is_some();
    verb.is_some() && !trigger.is_verb() && is_long && !row.is_headline && !line.holds(end..end + OVER_REACH, &over)
}

/// How many words behind its noun `ended` may stand.
const OVER_REACH: usize = 24;

/// `the sixth round ended`, `the talks broke up`: whatever else its sentence tells, it has taken place.
fn has_run(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let run = [
        "ended",
        "broke",
        "concluded",
        "closed",
        "collapsed",
        "finished",
        "lasted",
        "wound",
        "wrapped",
        "opened",
        "began",
    ];
    let end = trigger.tokens.end;
    let named = |at: usize| {
        line.is_capitalised(at) || line.is(at, &["of", "between", "and", "the", "with", "talks", "on", "in"])
    };
    let verb = (end..(end + 12).min(line.len())).find(|&at| line.is(at, &run) || !named(at) && !row.is_date_at(at));
    let future = ["would", "will", "that", "which", "if", "once", "when", "until"];
    !trigger.is_verb() && verb.is_some_and(|at| line.is(at, &run) && !line.holds(end..at, &future))
}

/// `met`, `have spent`, `was received`: a past form that no `will` or `is to` stands before.
fn is_past(row: &Row<'_>, head: usize) -> bool {
    let line = &row.line;
    let past = ["met", "spoke", "sat", "shook", "spent", "saw", "came", "brought", "talked", "held"];
    let word = line.word(head);
    let is_past_form = line.is(head, &past) || word.len() > 4 && word.ends_with("ed");
    let future = ["will", "to", "would", "shall", "may", "might", "could", "should", "be"];
    // "…, elected on May 18, received": a month is no `may`.
    triggers::is_in_turn(line, head)
        || is_past_form && !(head.saturating_sub(3)..head).any(|at| line.is(at, &future) && !row.is_date_at(at))
}

/// `travelled to Aachen to meet her`: whoever has gone to meet someone has met, unless the day is yet to come.
fn went_to(row: &Row<'_>, head: usize) -> bool {
    let line = &row.line;
    let went = &[
        "flew",
        "went",
        "travelled",
        "traveled",
        "came",
        "drove",
        "used",
        "took",
        "broke",
        "interrupted",
        "stopped",
        "paused",
        "crossed",
        "hurried",
        "rushed",
        "slipped",
        "returned",
        "managed",
    ];
    let future = &["will", "would", "that", "because", "said", "plans", "later", "next"];
    let low = head.saturating_sub(MOTION_REACH).max(row.start);
    line.is(head.wrapping_sub(1), &["to"])
        && (low..head).rev().find(|&at| line.is(at, went)).is_some_and(|at| !line.holds(at..head, future))
}

/// How many words before `to meet` the verb of going may stand.
const MOTION_REACH: usize = 12;

/// How many words behind the subject `will not take place` may stand.
const NEGATED: usize = 32;

/// What is done with a meeting that is yet to come.
const AGREED: &[&str] = &[
    "agree",
    "agreed",
    "agrees",
    "agreeing",
    "accepted",
    "accepting",
    "announced",
    "announcing",
    "proposed",
    "confirmed",
];

/// `agreed to a meeting with X and then called it off`: what was agreed is what is called off. What was held is not, and `it`
/// is then something else.
fn is_called_off_behind(line: &Line<'_>, trigger: &Trigger) -> bool {
    let (head, end) = (trigger.phrase.min(trigger.tokens.start), trigger.tokens.end);
    let it = (end..(end + NEGATED).min(line.len())).find(|&at| line.is(at, &["it"]));
    let is_agreed = || line.holds(head.saturating_sub(4)..head, AGREED);
    it.filter(|_| is_agreed()).is_some_and(|it| {
        let called = line.is(it - 1, &["called", "calls", "calling", "call"]) && line.is(it + 1, &["off"]);
        let not = |at: usize| line.is(at, &["not", "never", "would", "could", "might", "may", "to"]);
        (called || line.is(it - 1, &["cancelled", "canceled", "scrapped"])) && !not(it.wrapping_sub(2))
    })
}

/// `the meeting … was cancelled`, `scrapped the talks`: said of the trigger, not of something else in its sentence.
fn is_called_off(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let off = |at: usize| {
        line.is(at, &["cancelled", "canceled", "scrapped", "cancels", "scraps", "postponed", "postpones"])
            || line.is(at, &["called", "calls", "calling"]) && line.is(at + 1, &["off"])
            || line.is(at, &["off"]) && (row.is_headline || line.is(at.wrapping_sub(1), &["is", "was", "are", "were"]))
    };
    let (start, end) = (trigger.tokens.start, trigger.tokens.end);
    // "The first meeting of the two, which was to be held today, will not take place."
    let not = |at: usize| line.is(at, &["not"]) && line.is(at.wrapping_sub(1), &["will", "would"]);
    let takes_place = |at: usize| line.is(at + 1, &["take", "happen"]) || line.is(at + 2, &["held"]);
    let opens = !trigger.is_verb() && trigger.phrase.min(start) <= row.start + 2;
    if opens && (end..(end + NEGATED).min(line.len())).any(|at| not(at) && takes_place(at)) {
        return true;
    }
    if (start.saturating_sub(6)..start).any(off) || is_called_off_behind(line, trigger) {
        return true;
    }
    let passable = |at: usize| {
        line.is_capitalised(at)
            || line.is(at, &["has", "have", "had", "been", "abruptly", "later", "in", "at", "due"])
            || clause::is_of_the_meeting(row, trigger, at)
            || line.is(at, &["would", ",", "are"])
            || LIGHT.contains(&line.word(at).to_lowercase().as_str())
            || is_title(line.word(at))
            || row.is_date_at(at)
    };
    // "would not go ahead", "will not take place": said of what stands before it.
    let fails = |at: usize| {
        line.is(at, &["will", "would"])
            && line.is(at + 1, &["not"])
            && (line.reads(at + 2, "go ahead") || line.reads(at + 2, "take place"))
    };
    let is_off = |at: usize| off(at) || fails(at);
    let predicate = (end..(end + 24).min(line.len())).find(|&at| is_off(at) || !passable(at));
    !trigger.is_verb() && predicate.is_some_and(is_off)
}

/// `The two leaders were expected to discuss`: what was planned, told after it.
pub(in crate::meetings) fn was_expected(row: &Row<'_>, trigger: &Trigger) -> bool {
    let head = trigger.tokens.start;
    let plan =
        (head.saturating_sub(4)..head).find(|&at| row.line.is(at, &["expected", "due", "scheduled", "set", "likely"]));
    trigger.is_verb() && plan.is_some_and(|plan| row.line.is(plan.wrapping_sub(1), &["was", "were", "been"]))
}
