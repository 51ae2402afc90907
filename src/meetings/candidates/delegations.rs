//! `Teams of X and Y attended the round`: who came to a gathering that is told before without its sides.
//!
//! **In:** a sentence that lists several sides and says that they took part, and the candidates told so far. **Out:** the sides
//! with the gathering. **Why:** an agency tells in its first sentence that a round has ended and in its second who came.

use super::told::Told;
use crate::language::NameKind;
use crate::meetings::scene::{Row, Scene};
use crate::meetings::slots::Named;
use crate::meetings::types::{MeetingKind, Participant};

/// How many sentences back the gathering may be told.
const REACH: usize = 2;
/// How many sides of a sentence are read.
const MOST_SIDES: usize = 12;

impl Told {
    /// Gives a gathering without sides those that `row` says took part in it.
    pub(super) fn take_delegations(&mut self, scene: &Scene<'_>, number: usize, row: &Row<'_>) {
        let is_open = |kind| {
            matches!(kind, MeetingKind::Round | MeetingKind::Summit | MeetingKind::Conference | MeetingKind::Talks)
        };
        // Asked before the words, which are many.
        if !row.actors.first().is_some_and(|first| !first.is_person && first.kind != NameKind::Person) {
            return;
        }
        let mut near = self.all.iter_mut().rev().take_while(|one| one.row + REACH >= number);
        let last = near.find(|one| is_open(one.kind));
        let Some(last) = last.filter(|last| last.participants.is_empty() && last.row < number) else { return };
        let Some(verb) = takes_part(row) else { return };
        let mut sides: Vec<Participant> = Vec::new();
        let told = row.actors_before(verb).iter().take(MOST_SIDES).filter(|actor| !actor.is_person);
        for side in told.flat_map(Named::of_actor) {
            if sides.iter().all(|known| known.id != side.id) {
                sides.push(side.participant(row, scene));
            }
        }
        if sides.len() > 1 {
            last.participants = sides;
        }
    }
}

/// Where a sentence says that those who open it took part in what was told before.
fn takes_part(row: &Row<'_>) -> Option<usize> {
    let line = &row.line;
    let events =
        &["event", "meeting", "talks", "round", "session", "negotiations", "summit", "gathering", "conference"];
    let verb = (row.start..line.len()).find(|&at| {
        let took = ["took part in", "are taking part in", "participated in", "were represented at", "were present at"];
        took.iter().any(|words| line.reads(at, words)) || line.is(at, &["attended"]) && line.is(at + 1, &["the"])
    })?;
    let the = (verb..verb + 5).find(|&at| line.is(at, &["the", "it"]))?;
    let points = line.is(the, &["it"]) || line.holds(the + 1..the + 5, events);
    points.then_some(verb)
}
