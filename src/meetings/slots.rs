//! Around a trigger: who meets, where, when, and whether it has happened.
//!
//! **In:** the story laid out by sentence, and a trigger in it. **Out:** the answer to one question each: [`who`],
//! [`place`], [`date`], [`status`]. **Why:** each answer is a short walk over the words near the trigger, which stops at words
//! that open another thought, so that `a conversation on the situation in Syria` is not held in Syria.

mod adverbials;
mod agenda;
mod another;
mod circumstances;
mod clause;
mod companions;
mod guests;
mod objects;
mod opponents;
mod place;
mod relatives;
mod setting;
mod several;
mod signatories;
mod speech;
mod status;
mod subject;
mod time;
mod told_before;
mod topic;
mod unnamed;
mod way;
mod who;

use std::ops::Range;

pub(super) use guests::is_of_a_thing;
pub(super) use place::{Extent, extent, place};
pub(super) use setting::{is_attended, is_joined, is_sideline};
pub(super) use several::{is_one_by_one, officials_before};
pub(super) use speech::addresses_you;
pub(super) use status::{status, was_expected};
pub(super) use time::{MOST_DAYS_BEFORE, date, days_before, is_day_of_speech, next_day, shifted};
pub(super) use told_before::pair_before;
pub(super) use topic::pair as pair_of_topic;
pub(super) use unnamed::{is_official, is_visit_to_someone};
pub(super) use who::{Reading, participants, reach};

use super::scene::{Actor, How, Row, Scene, Spot};
use super::types::Participant;
use crate::language::{EntityId, NameKind};

/// A participant with the words that name it.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// Who.
    pub id: EntityId,
    /// As a reader would write it.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// How it is told here.
    pub how: How,
    /// Token positions.
    pub tokens: Range<usize>,
}

impl Named {
    /// Everyone whom an actor stands for.
    pub(super) fn of_actor(actor: &Actor) -> Vec<Self> {
        let (kind, how) = (actor.kind, actor.how);
        let one = |(id, name): &(EntityId, String)| Self {
            id: id.clone(),
            name: name.clone(),
            kind,
            how,
            tokens: actor.tokens.clone(),
        };
        actor.who.iter().map(one).collect()
    }

    fn of_people(people: &Spot) -> Self {
        let tokens = people.tokens.clone();
        Self { id: people.id.clone(), name: people.name.clone(), kind: NameKind::Place, how: How::Role, tokens }
    }

    /// Whether it is a human being.
    pub(super) fn is_person(&self) -> bool {
        self.kind == NameKind::Person
    }

    /// The same as it is handed on.
    pub(super) fn participant(&self, row: &Row<'_>, scene: &Scene<'_>) -> Participant {
        let passage = row.line.passage(self.tokens.clone());
        Participant {
            acts_for: scene.sides.of(&self.id).to_vec(),
            // "Moscow" may stand for its president and is no office.
            role: matches!(self.how, How::Described | How::Role)
                .then_some(passage)
                .filter(|_| row.spot_at(self.tokens.start).is_none_or(|spot| spot.tokens != self.tokens)),
            ..Participant::new(self.id.clone(), self.name.clone(), self.kind, passage)
        }
    }
}

/// Whether another thought begins within `range`: a mark that ends a clause, or one of `words`.
fn triggers_apart(row: &Row<'_>, range: Range<usize>, words: &[&str]) -> bool {
    range.into_iter().any(|at| clause::is_clause_end(row.line.word(at)) || row.line.is(at, words))
}

/// Words that may stand between a trigger and its place or date.
const LIGHT: &[&str] = &[
    "the",
    "a",
    "an",
    "and",
    "with",
    "between",
    "was",
    "were",
    "is",
    "held",
    "hold",
    "holds",
    "took",
    "take",
    "place",
    "will",
    "be",
    "began",
    "begin",
    "on",
    "here",
    "today",
    "first",
    "their",
    "his",
    "official",
    "together",
    "brought",
    "of",
    "both",
    "to",
    "open",
    "opened",
    "ended",
    "for",
    "working",
    "my",
    "our",
    "counterpart",
    "counterparts",
    "colleague",
    "colleagues",
    "slated",
    "scheduled",
    "planned",
    "set",
    "also",
    "hands",
    "down",
    "talks",
    "meeting",
    "briefly",
    "privately",
    "separately",
    "meet",
    "met",
];

/// Words of an office, which stand before a name.
fn is_title(word: &str) -> bool {
    matches!(
        word,
        "president"
            | "minister"
            | "prime"
            | "foreign"
            | "counterpart"
            | "leader"
            | "leaders"
            | "presidents"
            | "ministers"
            | "state"
            | "secretary"
    )
}
