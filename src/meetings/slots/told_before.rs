//! Those whom `the two presidents`, `the three leaders` and `their talks` mean: a trigger in, the people told before out.
//!
//! **Why:** newsrooms name two people in one sentence and go on with `the two`. The nearest sentence that names just as many is
//! meant.

use super::several::{are_opponents, told_number};
use super::who::{MOST_ACTORS, MOST_IN_HEADLINE};
use super::{Named, clause};
use crate::meetings::scene::{Actor, How, Row, Scene};
use crate::meetings::triggers::Trigger;
use crate::meetings::types::{MeetingKind, Participant};

/// How many sentences back `the two leaders` may point.
const REACH: usize = 6;

/// `the two presidents met`, `this summit`: as many people as are counted, two where nothing counts them, as they were told
/// last before.
pub(in crate::meetings) fn pair_before(scene: &Scene<'_>, number: usize, trigger: &Trigger) -> Vec<Participant> {
    let opponents = scene.rows.get(number).is_some_and(|row| are_opponents(row, trigger));
    if opponents || trigger.is_plural || matches!(trigger.kind, MeetingKind::Conference) {
        return vec![];
    }
    let count = scene.rows.get(number).and_then(|row| told_number(row, trigger)).unwrap_or(2);
    let group = |at: usize| {
        let row = scene.rows.get(at).filter(|row| row.is_story)?;
        people(scene, row, if at == number { trigger.tokens.start } else { row.line.len() }, count)
    };
    (number.saturating_sub(REACH)..=number).rev().find_map(group).unwrap_or_default()
}

/// The people whom a row names before `end`, if they are as many as `count`: those of its first list, else all of them.
fn people(scene: &Scene<'_>, row: &Row<'_>, end: usize, count: usize) -> Option<Vec<Participant>> {
    let told = |actor: &&Actor| actor.is_person && actor.how != How::Pronoun && actor.tokens.start < end;
    let actors = || row.actors.iter().take(MOST_ACTORS);
    let first = actors().find(told)?;
    let named = |actors: &[&Actor]| -> Vec<Participant> {
        let mut people: Vec<Participant> = Vec::new();
        for one in actors.iter().flat_map(|actor| Named::of_actor(actor)) {
            if people.iter().all(|known| known.id != one.id) {
                people.push(one.participant(row, scene));
            }
        }
        people
    };
    let listed = named(&clause::list_from(row, first));
    let all = named(&actors().filter(told).take(MOST_IN_HEADLINE).collect::<Vec<_>>());
    // Whoever only tells of the two is none of them.
    let involved = || {
        let involved = actors().filter(told).filter(|actor| !row.is_headline && !clause::only_tells(row, actor));
        named(&involved.take(MOST_IN_HEADLINE).collect::<Vec<_>>())
    };
    let people = match () {
        () if listed.len() == count => listed,
        () if all.len() == count => all,
        () => involved(),
    };
    (people.len() == count).then_some(people)
}
