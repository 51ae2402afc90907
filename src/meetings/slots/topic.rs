//! The one whom a story is about: a noun that opens its sentence with one side in, the other side out.
//!
//! **Why:** `Minister X is in Tokyo. The talks with Premier Y lasted two hours` names X one sentence before; where a meeting of Y was told
//! already, that one is meant, and the topic is only asked where there is none.

use super::unnamed::OFFICES;
use super::{Named, clause};
use crate::meetings::scene::{Actor, Row, Scene};
use crate::meetings::triggers::Trigger;
use crate::meetings::types::{MeetingKind, Participant};

/// How many sentences back the one may be named.
const REACH: usize = 2;
/// How many people of a sentence are looked at.
const MOST_PEOPLE: usize = 8;
/// How many words before a name its trade may stand.
const TRADE: usize = 4;

/// Both sides of a meeting that opens its sentence, if one of them alone is named there: whom the story is about, and that one.
pub(in crate::meetings) fn pair(
    scene: &Scene<'_>,
    number: usize,
    trigger: &Trigger,
    named: &[Named],
) -> Option<Vec<Participant>> {
    let row = scene.rows.get(number)?;
    let [one] = named else { return None };
    let gathering = matches!(trigger.kind, MeetingKind::Summit | MeetingKind::Conference | MeetingKind::Round);
    let alone = row.actors.iter().take(MOST_PEOPLE).all(|actor| !actor.is_person || actor.tokens == one.tokens);
    if trigger.is_verb()
        || gathering
        || !is_a_sentence(row)
        || trigger.is_plural
        || !one.is_person()
        || !alone
        || !opens(row, trigger)
    {
        return None;
    }
    let before = scene.rows.get(number.saturating_sub(REACH)..number)?;
    let mut told = before.iter().rev().filter(|row| row.is_story && !row.is_headline && is_a_sentence(row));
    let (first, row_of) = told.find_map(|row| Some((first_person(row)?, row)))?;
    let topic = Some(first).filter(|first| is_topic(row_of, first))?;
    let other = Named::of_actor(topic).into_iter().next().filter(|other| other.id != one.id)?;
    let passage = row.line.passage(trigger.tokens.clone());
    let other = Participant { passage, ..other.participant(row_of, scene) };
    Some(vec![other, one.participant(row, scene)])
}

/// The lines of a list and of a diary have no topic.
fn is_a_sentence(row: &Row<'_>) -> bool {
    row.line.len().checked_sub(1).is_some_and(|last| matches!(row.line.word(last), "." | "!" | "”" | "\""))
}

/// Whether nothing but a day stands before the noun, and `with` behind it.
fn opens(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let light = |at: usize| row.is_date_at(at) || line.is(at, &["on", "in", "a", "an", "the"]) || line.word(at) == ",";
    let head = trigger.phrase.min(trigger.tokens.start);
    let end = trigger.tokens.end;
    let paid = line.is(end, &["on"]) && line.is(end - 1, &["call"]) && line.is(end.wrapping_sub(2), &["courtesy"]);
    let near = head <= row.start + LEAD;
    (line.is(end, &["with"]) || paid) && near && ((row.start..head).all(light) || opens_a_day(row, head))
}

/// `Friday's tour of the province opens with talks`: whose day it is has the talks.
fn opens_a_day(row: &Row<'_>, head: usize) -> bool {
    let line = &row.line;
    let with = head.wrapping_sub(1);
    let days = &[
        "programme",
        "program",
        "day",
        "visit",
        "schedule",
        "agenda",
        "evening",
        "morning",
        "afternoon",
        "trip",
        "stay",
    ];
    let runs = &[
        "begins",
        "began",
        "opens",
        "opened",
        "starts",
        "started",
        "ends",
        "ended",
        "continues",
        "continued",
        "closes",
        "closed",
        "concludes",
        "concluded",
    ];
    line.is(with, &["with"]) && line.is(with.wrapping_sub(1), runs) && line.holds(row.start..with, days)
}

/// How many words a day before the noun has at most.
const LEAD: usize = 8;

/// The first person of a sentence who is not named in passing.
fn first_person<'r>(row: &'r Row<'_>) -> Option<&'r Actor> {
    let first = row.actors.iter().take(MOST_PEOPLE).find(|actor| actor.is_person && actor.who.len() == 1)?;
    let before = first.tokens.start.wrapping_sub(1);
    let in_passing = clause::is_preposition(&row.line, before) || row.line.is(before, &["of"]);
    (!in_passing).then_some(first)
}

/// Whether a sentence is about the person whom it names first: nothing but a day, a place and titles stands before the name, so
/// that nobody else does something to that person, and nobody speaks for others.
fn is_topic(row: &Row<'_>, first: &Actor) -> bool {
    let line = &row.line;
    let start = first.tokens.start;
    let speaks = &["spokesman", "spokeswoman", "spokesperson", "analyst", "aide", "adviser", "reporter", "professor"];
    let light = &["the", "on", "in", "at", "and", "prime", "foreign", "former", "new"];
    let title = |at: usize| {
        line.is_capitalised(at)
            || line.is(at, light)
            || line.is(at, OFFICES)
            || line.is(at, &["of", "for"]) && line.is(at.wrapping_sub(1), OFFICES)
            || line.word(at) == ","
            || row.is_date_at(at)
            || row.spot_at(at).is_some()
    };
    let low = start.saturating_sub(TITLES).max(row.start);
    low == row.start && (low..start).all(title) && !line.holds(start.saturating_sub(TRADE)..start, speaks)
}

/// How many words a day, a place and titles before a name have at most.
const TITLES: usize = 24;
