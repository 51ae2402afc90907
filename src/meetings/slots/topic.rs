//! The one whom a story is about: a noun that opens its sentence with one side in, the other side out.
//!
//! **Why:** `Minister X is in Tokyo. The talks with Premier Y lasted two hours` names X one sentence before; where a meeting of Y was told
//! already, that one is meant, and the topic is only asked where there is none.

use super::Named;
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
    let (topic, row_of) = told.find_map(|row| Some((topic(row)?, row)))?;
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
    (line.is(end, &["with"]) || paid) && head <= row.start + LEAD && (row.start..head).all(light)
}

/// How many words a day before the noun has at most.
const LEAD: usize = 8;

/// The one person whom a sentence is about, if it is nobody who speaks for others.
fn topic<'r>(row: &'r Row<'_>) -> Option<&'r Actor> {
    let speaks = &["spokesman", "spokeswoman", "spokesperson", "analyst", "aide", "adviser", "reporter", "professor"];
    let people = row.actors.iter().take(MOST_PEOPLE).filter(|actor| actor.is_person && actor.who.len() == 1);
    let first = people.into_iter().next()?;
    let start = first.tokens.start;
    let in_passing = row.line.is(start.wrapping_sub(1), &["with", "by", "from", "of", "to"]);
    (!in_passing && !row.line.holds(start.saturating_sub(TRADE)..start, speaks)).then_some(first)
}
