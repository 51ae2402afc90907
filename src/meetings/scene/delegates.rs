//! Who speaks for a side: `government negotiator X`, `the rebel panel was headed by Y`.
//!
//! **In:** the rows of a story. **Out:** [`Delegates`]: for each state or body the people whom the story introduces as
//! its negotiators. **Why:** one outlet writes that the government met the front, another that X met Y; the story that
//! tells both says who stands for whom.

use std::collections::HashMap;

use super::{Actor, Row};
use crate::language::{EntityId, NameKind};
use crate::meetings::types::{MeetingKind, MeetingMention, Participant};

/// Words by which a negotiator is introduced.
const OFFICES: &[&str] =
    &["negotiator", "negotiators", "panel", "delegation", "team", "envoy", "side", "delegate", "counterpart"];
/// Words between a delegation and its head.
const LEADS: &[&str] = &["headed", "led", "chaired", "represented"];
/// How many words may stand between a side and who speaks for it.
const REACH: usize = 8;

/// For each side, those who negotiate for it.
#[derive(Debug, Default)]
pub(in crate::meetings) struct Delegates {
    of: HashMap<EntityId, Vec<Participant>>,
}

impl Delegates {
    /// Remembers whom `row` introduces; to be asked before the states that introduce people are dropped from it.
    pub(super) fn read(&mut self, row: &Row<'_>) {
        let line = &row.line;
        let verb = (row.start..line.len()).find(|&at| line.is(at, LEADS)).unwrap_or(line.len());
        for pair in row.actors.windows(2) {
            let [side, person] = pair else { continue };
            let gap = side.tokens.end..person.tokens.start;
            let near = !side.is_person && person.is_person && gap.len() <= REACH && side.who.len() == 1;
            let broken =
                |at: usize| matches!(line.word(at), "," | ";" | ".") || line.is(at, &["and", "with", "said", "told"]);
            if !near || gap.clone().any(broken) {
                continue;
            }
            let introduced = line.holds(gap.clone(), OFFICES) && !line.is(person.tokens.start.wrapping_sub(1), &["by"]);
            // "… and the rebel panel by Y": the verb stands in the first half of the sentence.
            let by = (gap.start..person.tokens.start).any(|at| line.is(at, &["by"]));
            let led = by && verb < person.tokens.start;
            if introduced || led {
                self.add(row, side, person);
            }
        }
    }

    fn add(&mut self, row: &Row<'_>, side: &Actor, person: &Actor) {
        let ([(side, _)], [(id, name)]) = (side.who.as_slice(), person.who.as_slice()) else { return };
        let known = self.of.entry(side.clone()).or_default();
        // Of more than one nothing is made.
        if known.len() < 2 && known.iter().all(|one| one.id != *id) {
            let passage = row.line.passage(person.tokens.clone());
            let one = Participant::new(id.clone(), name.clone(), NameKind::Person, passage);
            known.push(Participant { acts_for: vec![side.clone()], ..one });
        }
    }

    /// Names the delegates of the sides that met, where the story introduces just one of each.
    pub(in crate::meetings) fn name(&self, meeting: &mut MeetingMention) {
        let of_sides = matches!(meeting.kind, MeetingKind::Round | MeetingKind::Talks | MeetingKind::Bilateral);
        if !of_sides || meeting.participants.iter().any(|one| one.kind == NameKind::Person) {
            return;
        }
        for participant in &mut meeting.participants {
            if let Some([delegate]) = self.of.get(&participant.id).map(Vec::as_slice) {
                *participant = delegate.clone();
            }
        }
    }
}
