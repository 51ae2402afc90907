//! `Talks with X are scheduled for Friday`: a noun that opens its sentence in, the one whose plans these are out.
//!
//! **Why:** a story that follows a traveller or a host tells what is still to come without naming them again. Whoever the
//! sentence before speaks of has the plans, if the sentence itself names nobody but the other side.

use super::{Named, clause};
use crate::meetings::scene::{Actor, Row, Scene};
use crate::meetings::triggers::Trigger;

/// How many sentences back the one may be told whose plans these are.
const REACH: usize = 2;
/// How many words behind the other side the plans may be told.
const PLANS: usize = 22;
/// How many people of a sentence are looked at.
const MOST_PEOPLE: usize = 8;

/// The one whose plans `trigger` tells, where `named` is the other side alone.
pub(super) fn planner(scene: &Scene<'_>, number: usize, trigger: &Trigger, named: &[Named]) -> Option<Named> {
    let row = scene.rows.get(number)?;
    let [guest] = named else { return None };
    let own = |one: &Named| Named { tokens: trigger.tokens.clone(), ..one.clone() };
    if trigger.is_verb() || !guest.is_person() || !is_an_entry(row, trigger, guest) {
        return None;
    }
    let before = scene.rows.get(number.saturating_sub(REACH)..number)?;
    let topic = |row: &Row<'_>| {
        let told = |actor: &&Actor| actor.is_person && actor.who.len() == 1 && !clause::only_tells(row, actor);
        row.actors.iter().take(MOST_PEOPLE).find(told).map(Named::of_actor)
    };
    let told = before.iter().rev().filter(|row| row.is_story && !row.is_headline).find_map(topic)?;
    told.first().filter(|one| one.id != guest.id).map(own)
}

/// Whether the sentence is nothing but an entry of somebody's plans: it opens with the noun, and says of it only that it is to be.
fn is_an_entry(row: &Row<'_>, trigger: &Trigger, guest: &Named) -> bool {
    let line = &row.line;
    let opens = |at: usize| at <= row.start + 1 && line.is(trigger.tokens.end, &["with"]);
    let joined = || {
        let talks = &["talks", "meetings", "lunch", "dinner", "meeting", "conversation", "call"];
        let and = trigger.phrase.wrapping_sub(1);
        line.is(and, &["and", ","])
            && (row.start..row.start + 2).any(|at| line.is(at, talks) && line.is(at + 1, &["with"]))
    };
    let limit = line.len().min(guest.tokens.end + PLANS);
    let planned = |at: usize| {
        let be = line.is(at, &["is", "are", "was", "were"]);
        let light = usize::from(line.is(at + 1, &["also", "then", "now", "due", "to"]));
        let next = at + 1 + light;
        be && (line.is(next, &["scheduled", "planned", "set", "expected", "due", "follow"])
            || line.is(next, &["on"])
                && line.holds(next + 1..next + 3, &["programme", "program", "agenda", "schedule"]))
            || line.is(at, &["will"]) && line.is(at + 1, &["follow"])
    };
    (opens(trigger.phrase) || joined()) && (guest.tokens.end..limit).any(planned)
}
