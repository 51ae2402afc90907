//! Circumstances of a meeting that are told by words for another: `hosted X for talks`, `met X during a visit to Oslo`, `on
//! the sidelines of a summit`.
//!
//! **In:** a trigger in its sentence, and another one or none. **Out:** whether the other only tells the circumstances, and
//! the place that they tell. **Why:** the day and the place behind such words are those of the meeting, too; where each
//! trigger takes what stands nearest, the meeting itself would be left without.

use std::ops::Range;

use super::place::{self, Extent};
use super::{clause, is_title, triggers_apart};
use crate::language::{Facts, Line, When};
use crate::meetings::scene::{Row, Spot};
use crate::meetings::trades::is_trade;
use crate::meetings::triggers::{Frame, Trigger};

/// How many words may lie between a meeting and its circumstances.
const REACH: usize = 24;

/// Words that lead from a meeting to its circumstances, which take place with it.
const LEADS: &[&str] = &["for", "during", "at", "over", "of", "in", "on"];

/// Words behind which another thought begins.
const BREAKS: &[&str] =
    &["that", "who", "which", "but", "when", "while", "because", "before", "after", "since", "ahead", "until"];

/// Whether `other` takes no day away from `trigger`: `hosted X for talks`, `During a visit to Oslo, X met Y`, `travelled to
/// Oslo on Monday, where he held talks with X`. `tokens`: the day.
pub(super) fn shares_its_day(row: &Row<'_>, tokens: &Range<usize>, trigger: &Trigger, other: &Trigger) -> bool {
    is_told_around(row, trigger, other) || is_way_there(row, tokens, trigger, other)
}

/// Whether the noun `other` only tells the circumstances of what `trigger` tells.
fn is_told_around(row: &Row<'_>, trigger: &Trigger, other: &Trigger) -> bool {
    let line = &row.line;
    let names_someone = line.is(other.tokens.end, &["with", "between"]) || line.is(other.tokens.end, &["of"]);
    let told = trigger.is_verb() || line.is(trigger.tokens.end, &["with", "between"]);
    let lead = other.phrase.min(other.tokens.start).wrapping_sub(1);
    // "held talks with X after the summit on Sunday".
    let after = other.is_definite && line.is(lead, &["after", "before"]) && other.tokens.start == other.phrase + 1;
    if other.is_verb() || names_someone || !told || trigger.is_weak || !line.is(lead, LEADS) && !after {
        return false;
    }
    if trigger.tokens.end <= lead {
        // Behind the meeting.
        return lead - trigger.tokens.end <= REACH && !triggers_apart(row, trigger.tokens.end..lead, BREAKS);
    }
    // "During a visit to Oslo on Monday, X met Y".
    let opens = lead <= row.start + 1 && !line.is(lead, &["for"]) || line.is(lead, &["of"]) && lead <= row.start + 4;
    let gap = other.tokens.end..trigger.tokens.start;
    let comma = gap.clone().any(|at| line.word(at) == ",");
    opens && comma && gap.len() <= REACH && !triggers_apart(row, gap, BREAKS)
}

/// `travelled to Oslo on Monday, where he held talks`, `visited Oslo on Monday, meeting X`: the day of the way is that of the
/// meeting at its end.
pub(super) fn is_way_there(row: &Row<'_>, tokens: &Range<usize>, trigger: &Trigger, other: &Trigger) -> bool {
    let line = &row.line;
    let goes = other.frame == Frame::Visits || other.kind == crate::meetings::types::MeetingKind::Visit;
    let between = other.tokens.end <= tokens.start && tokens.end <= trigger.tokens.start;
    let behind = tokens.end + usize::from(line.word(tokens.end) == ",");
    let joined = line.is(behind, &["where", "meeting"])
        || line.is(behind, &["by", "with"]) && behind == tokens.end
        || line.is(behind, &["and"]) && trigger.tokens.start.saturating_sub(behind) <= JOINED;
    goes && between && joined && trigger.tokens.start.saturating_sub(tokens.end) <= REACH
}

/// How many words behind `and` the meeting at the end of a way may be told.
const JOINED: usize = 4;

/// Stays and gatherings at which people meet.
const STAYS: &[&str] = &[
    "visit",
    "trip",
    "tour",
    "stay",
    "stop",
    "stopover",
    "journey",
    "summit",
    "conference",
    "forum",
    "congress",
    "meeting",
    "assembly",
    "session",
    "event",
    "ceremony",
    "funeral",
    "visiting",
    "visited",
    "visits",
    "convention",
    "symposium",
];

/// The place of the stay or gathering in which the meeting is told: `during a visit to Oslo`, `on the sidelines of a summit on
/// climate in Bonn`, `X, who is visiting Oslo, met Y`.
pub(super) fn place_of_stay<'r>(row: &'r Row<'_>, trigger: &Trigger) -> Option<&'r Spot> {
    let line = &row.line;
    let (start, end) = (trigger.tokens.start, trigger.tokens.end);
    let low = start.saturating_sub(REACH).max(row.start);
    let behind = (end..(end + REACH).min(line.len())).take_while(|&at| !triggers_apart(row, at..at + 1, BREAKS));
    let mut around = behind.chain(low..start.min(line.len()));
    around.find_map(|at| {
        let stay = line.is(at, STAYS) && !trigger.tokens.contains(&at);
        let place = stay.then(|| goal_of(row, at)).flatten()?;
        let fits = at >= end || is_of_the_sentence(row, at, place.tokens.end..start);
        (fits && is_led(row, at)).then_some(place)
    })
}

/// `during a visit`, `on the sidelines of a summit`, `at the end of his first trip`, `is visiting`.
fn is_led(row: &Row<'_>, stay: usize) -> bool {
    let line = &row.line;
    let lead = |at: &usize| line.is(*at, &["during", "on", "of", "at", "in"]);
    let of_the_phrase = |at: &usize| line.word(*at).chars().any(char::is_alphanumeric) || line.word(*at) == "-";
    let be = line.is(stay.wrapping_sub(1), &["is", "was", "are", "were"]);
    let low = stay.saturating_sub(LEAD_REACH).max(row.start);
    let verb = line.is(stay, &["visited", "visits"]);
    let begun =
        || line.holds(low..stay, &["began", "begins", "ended", "ends", "opened", "paid", "started", "concluded"]);
    be || verb
        || begun()
        || !line.is(stay, &["visiting"]) && (low..stay).rev().take_while(of_the_phrase).any(|at| lead(&at))
}

/// How many words before a stay its preposition may stand.
const LEAD_REACH: usize = 6;

/// Where the stay that is told at `stay` leads: `to Oslo`, `on climate in Bonn`.
fn goal_of<'r>(row: &'r Row<'_>, stay: usize) -> Option<&'r Spot> {
    let line = &row.line;
    let visit = line.is(stay, &["visit", "trip", "tour", "journey", "visiting"]);
    if line.is(stay, &["visiting", "visited", "visits"]) {
        return row.spot_at(stay + 1 + usize::from(line.is(stay + 1, &["the"])));
    }
    let lead = |at: usize| line.is(at, &["in", "at"]) || visit && line.is(at, &["to", "of"]);
    let free = |at: &usize| !triggers_apart(row, *at..*at + 1, BREAKS) && !line.is(*at, &["with", "between"]);
    (stay + 1..(stay + GOAL_REACH).min(line.len()))
        .take_while(free)
        .filter(|&at| lead(at))
        .find_map(|at| place::spot_after(row, at + 1))
}

/// How many words behind a stay its place may stand.
const GOAL_REACH: usize = 8;

/// `During a visit to Oslo on Monday, X met Y`, `X, on a visit to Oslo, met Y`: what stands before belongs to the meeting.
fn is_of_the_sentence(row: &Row<'_>, stay: usize, gap: Range<usize>) -> bool {
    let line = &row.line;
    let opens = stay <= row.start + LEAD_REACH;
    let aside = (stay.saturating_sub(LEAD_REACH)..stay).any(|at| line.word(at) == ",");
    let comma = gap.clone().any(|at| line.word(at) == ",");
    // "visited Oslo on Monday, meeting X", "ended a visit to Oslo on Monday after talks with X".
    let light = |at: usize| {
        row.is_date_at(at)
            || line.is(at, &["on", ",", "by", "after", "with", "and", "then", "talks", "a", "meeting", "late", "early"])
    };
    let verb = line.is(stay, &["visited", "visits"]);
    if gap.len() <= DIRECT && gap.clone().all(light) {
        return true;
    }
    !verb
        && (opens || aside)
        && comma
        && gap.len() <= REACH
        && !gap.into_iter().any(|at| line.is(at, &["that", "said", "told"]))
}

/// How many words may lie between the way and what it ends in.
const DIRECT: usize = 7;

/// Topics that have a day and a place of their own.
const HAPPENINGS: &[&str] = &[
    "attack",
    "attacks",
    "killing",
    "killings",
    "murder",
    "shooting",
    "crash",
    "blast",
    "bombing",
    "explosion",
    "fire",
    "protest",
    "protests",
    "election",
    "elections",
    "vote",
    "war",
    "fighting",
    "clashes",
    "strike",
    "strikes",
    "coup",
    "violence",
    "death",
    "deaths",
    "arrest",
    "arrests",
    "raid",
    "flood",
    "floods",
    "earthquake",
    "accident",
    "disaster",
    "match",
    "game",
    "trial",
    "demonstration",
    "demonstrations",
    "riots",
    "kidnapping",
    "assassination",
    "summit",
    "meeting",
    "conference",
    "talks",
    "situation",
    "crisis",
    "conflict",
    "unrest",
];

/// `discussed prices in Oslo on Monday`, `met to talk about prices on Monday in Oslo`: a town beside a day is where and when
/// they talked about it.
pub(super) fn town_beside_a_day<'r>(row: &'r Row<'_>, trigger: &Trigger, facts: &Facts) -> Option<&'r Spot> {
    let line = &row.line;
    let end = trigger.tokens.end;
    // "…, and Y met Z in Oslo on Monday" is of another two.
    let acts = |at: usize| clause::is_verb_like(line.word(at)) && row.actor_at(at - 1).is_some();
    let topic = |at: usize| line.is(at, HAPPENINGS) || is_event(line, at);
    let free = |at: &usize| !(triggers_apart(row, *at..*at + 1, BREAKS) || topic(*at) || *at > end && acts(*at));
    let lead = (end..(end + REACH).min(line.len())).take_while(free).find(|&at| {
        let told = line.is(at, &["in", "at"]).then(|| row.spot_at(at + 1)).flatten();
        told.is_some_and(|spot| {
            is_beside(row, &spot.tokens, at) && place::extent(facts, &spot.id, &spot.name) == Extent::Town
        })
    })?;
    row.spot_at(lead + 1)
}

/// `the storm in Madrid`, `a signing on Monday`: a noun with its article, right before a place or a day, is something that was
/// there and then, unless it is a matter that is nowhere (`the budget`) or tells who was met.
fn is_event(line: &Line<'_>, at: usize) -> bool {
    let lower = |at: &usize| line.word(*at).chars().all(|c| c.is_lowercase() || c == '-') && !line.word(*at).is_empty();
    let leads = |at: usize| line.is(at, &["in", "at", "on", "of"]);
    let noun = (at + 1..at + 1 + TOPIC).take_while(|at| lower(at) && !leads(*at)).last();
    line.is(at, &["the", "a", "an", "this", "that", "last", "next"])
        && noun.is_some_and(|noun| leads(noun + 1) && !line.is(noun, MATTERS) && !is_of_somebody(line.word(noun)))
}

fn is_of_somebody(word: &str) -> bool {
    is_title(word) || is_trade(word)
}

/// How many words a topic may have.
const TOPIC: usize = 5;

/// What people talk about that has no place and no day.
const MATTERS: &[&str] = &[
    "budget",
    "deal",
    "deals",
    "agreement",
    "agreements",
    "accord",
    "pact",
    "treaty",
    "plan",
    "plans",
    "issue",
    "issues",
    "matter",
    "matters",
    "question",
    "questions",
    "dispute",
    "disputes",
    "problem",
    "problems",
    "future",
    "economy",
    "truce",
    "ceasefire",
    "proposal",
    "proposals",
    "project",
    "projects",
    "ties",
    "relations",
    "threat",
    "threats",
    "price",
    "prices",
    "tax",
    "taxes",
    "law",
    "laws",
    "border",
    "borders",
    "progress",
    "possibility",
    "prospects",
    "need",
    "role",
    "cooperation",
    "case",
    "status",
    "debt",
    "debts",
    "policy",
    "reform",
    "reforms",
    "topic",
    "subject",
    "latest",
    "same",
    "day",
    "days",
    "week",
    "month",
    "year",
    "evening",
    "morning",
    "night",
    "afternoon",
    "hour",
    "sidelines",
    "loan",
    "bill",
    "crisis",
    "shortage",
    "development",
    "developments",
    "programme",
    "program",
    "pipeline",
    "market",
    "side",
    "fringes",
    "margins",
    "first",
    "time",
    "hours",
    "phone",
    "telephone",
    "fate",
    "terms",
    "details",
    "state",
];

/// `in Oslo on Monday`, `on Monday in Oslo`. `lead`: the preposition of the place.
fn is_beside(row: &Row<'_>, spot: &Range<usize>, lead: usize) -> bool {
    let light = |at: usize| usize::from(row.line.is(at, &["on", "late", "early", "earlier", "last"]));
    let is_day = |at: usize| row.date_at(at).is_some_and(|(_, When { interval, .. })| interval.is_day());
    is_day(spot.end + light(spot.end)) || is_day(lead.wrapping_sub(1))
}
