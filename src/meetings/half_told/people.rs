//! A story in, everybody in it with what they are called and where out.

use std::collections::BTreeSet;

use foldhash::{HashMap, HashMapExt};

use super::telling::Open;
use crate::language::{EntityId, NameKind};
use crate::meetings::offices;
use crate::meetings::scene::{How, Scene};
use crate::meetings::slots::Named;
use crate::meetings::types::Participant;

/// How many people of a story are asked about: those named most often.
const MOST_PEOPLE: usize = 12;
/// Sentences on either side of a telling in which its people are looked for; those named most often may stand anywhere.
const NEAR: usize = 6;
/// How many of those named most often may stand anywhere.
const MAIN: usize = 3;

/// Somebody in the story.
pub(super) struct Someone {
    /// Each place that tells of them: the sentence, how they are told, and how they would take part.
    pub mentions: Vec<(usize, How, Participant)>,
    /// The words of offices beside their name.
    pub offices: BTreeSet<String>,
    /// Whether a headline names them.
    pub is_in_headline: bool,
    /// How many are named more often.
    pub rank: usize,
}

/// Everybody in the story, those named most often first.
pub(super) struct People(Vec<Someone>);

impl People {
    /// Those of a story.
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let mut numbers: HashMap<EntityId, usize> = HashMap::new();
        let mut all: Vec<Someone> = Vec::new();
        for (number, row) in scene.rows.iter().enumerate().filter(|(_, row)| row.is_story || row.is_headline) {
            for actor in row.actors.iter().filter(|actor| actor.is_person && actor.kind == NameKind::Person) {
                for named in Named::of_actor(actor).into_iter().filter(|_| actor.who.len() == 1) {
                    let at = *numbers.entry(named.id.clone()).or_insert(all.len());
                    if at == all.len() {
                        let (mentions, offices) = (Vec::new(), BTreeSet::new());
                        all.push(Someone { mentions, offices, is_in_headline: false, rank: 0 });
                    }
                    let Some(someone) = all.get_mut(at) else { continue };
                    someone.mentions.push((number, actor.how, named.participant(row, scene)));
                    someone.is_in_headline |= row.is_headline;
                    if actor.how != How::Pronoun {
                        let words = offices::beside(row, actor).map(|at| row.line.word(at).to_lowercase());
                        someone.offices.extend(words);
                    }
                }
            }
        }
        all.retain(|someone| someone.mentions.iter().any(|(_, how, _)| *how != How::Pronoun));
        all.sort_by_key(|someone| std::cmp::Reverse(someone.mentions.len()));
        all.truncate(MOST_PEOPLE);
        for (rank, someone) in all.iter_mut().enumerate() {
            someone.rank = rank;
        }
        Self(all)
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    /// Those who may have been there beside the ones who are told.
    pub(super) fn others(&self, open: &Open<'_>) -> impl Iterator<Item = &Someone> {
        self.0.iter().filter(|someone| {
            // Nobody meets the state for which they act.
            let is_told = |one: &Participant| someone.is(&one.id) || someone.acts_for(&one.id);
            !open.draft.known.participants.iter().any(is_told) && (someone.rank < MAIN || someone.is_near(open.number))
        })
    }
}

impl Someone {
    /// Whether it is the one who is called so.
    pub(super) fn is(&self, id: &EntityId) -> bool {
        self.mentions.first().is_some_and(|(_, _, one)| one.id == *id)
    }

    /// Whether they act for this state or body.
    fn acts_for(&self, side: &EntityId) -> bool {
        self.mentions.first().is_some_and(|(_, _, one)| one.acts_for.contains(side))
    }

    /// Whether a sentence near the `number`th tells of them.
    fn is_near(&self, number: usize) -> bool {
        self.mentions.iter().any(|(row, ..)| row.abs_diff(number) <= NEAR)
    }

    /// How many sentences before the `number`th they were told last; `None` where they were not.
    pub(super) fn before(&self, number: usize) -> Option<usize> {
        let before = self.mentions.iter().filter(|(row, ..)| *row < number);
        before.map(|(row, ..)| number - row).min()
    }

    /// How many sentences after the `number`th they are told next; `None` where they are not.
    pub(super) fn after(&self, number: usize) -> Option<usize> {
        let after = self.mentions.iter().filter(|(row, ..)| *row > number);
        after.map(|(row, ..)| row - number).min()
    }

    /// As the mention nearest to the `number`th sentence tells them.
    pub(super) fn participant(&self, number: usize) -> Option<&Participant> {
        self.mentions.iter().min_by_key(|(row, ..)| row.abs_diff(number)).map(|(_, _, one)| one)
    }
}
