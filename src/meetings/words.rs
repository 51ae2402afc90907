//! The words of a story that tell of meetings, sentence by sentence.
//!
//! **In:** the story, laid out by sentence. **Out:** [`MeetingWords`]. **Why:** whom, where and when they tell depends on names and
//! dates; the words themselves on nothing else. A story whose own day is open is read again on days that others suggest, and
//! its words are found once for all of these.

use super::scene::Scene;
use super::triggers::{self, Trigger, Triggers};
use super::types::MeetingKind;

/// The triggers of a story by the number of their sentence, ascending; of most sentences there are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingWords(Box<[(usize, Triggers)]>);

impl MeetingWords {
    /// Those of all sentences that the story itself tells.
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let told = scene.rows.iter().enumerate().filter(|(_, row)| row.is_story);
        let triggers = told.map(|(number, row)| (number, triggers::in_line(&row.line)));
        Self(triggers.filter(|(_, triggers)| *triggers != Triggers::default()).collect())
    }

    /// Those of one sentence.
    pub(super) fn in_sentence(&self, number: usize) -> (&[Trigger], bool) {
        let at = self.0.binary_search_by_key(&number, |(sentence, _)| *sentence);
        let found = at.ok().and_then(|at| self.0.get(at));
        found.map_or((&[], false), |(_, triggers)| (triggers.found.as_slice(), triggers.has_denied))
    }

    /// Whether one of a sentence tells of a round.
    pub(super) fn tell_of_a_round(&self, number: usize) -> bool {
        self.in_sentence(number).0.iter().any(|trigger| trigger.kind == MeetingKind::Round)
    }
}
