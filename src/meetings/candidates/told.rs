//! The candidates told so far in, what the next one takes from them out.

use foldhash::HashSet;

use super::Candidate;
use crate::language::{EntityId, NameKind};
use crate::meetings::offices::in_office;
use crate::meetings::scene::{Row, Scene};
use crate::meetings::triggers::Trigger;
use crate::meetings::types::{MeetingKind, Participant};

/// How many words behind `and` the verb of the next meeting stands at most.
const SAME_BREATH: usize = 4;

/// The candidates told so far, with what is asked of all of them.
pub(super) struct Told {
    /// In reading order.
    pub all: Vec<Candidate>,
    /// The first sentence that counts rounds.
    pub rounds: Option<usize>,
    /// Whether one of them is a round.
    pub has_round: bool,
    /// The last one that is of people only, two or more.
    people: Option<usize>,
    /// Everybody beside whose name the story tells an office.
    pub in_office: HashSet<EntityId>,
}

impl Told {
    /// None told yet.
    pub(super) fn new(scene: &Scene<'_>) -> Self {
        let rounds = |row: &Row<'_>| row.line.holds(0..row.line.len(), &["round", "rounds"]);
        let in_office = in_office(scene);
        Self { all: Vec::new(), rounds: scene.rows.iter().position(rounds), has_round: false, people: None, in_office }
    }

    /// Adds one.
    pub(super) fn push(&mut self, candidate: Candidate) {
        self.has_round |= candidate.kind == MeetingKind::Round;
        let people = &candidate.participants;
        if people.len() > 1 && people.iter().all(|one| one.kind == NameKind::Person) {
            self.people = Some(self.all.len());
        }
        self.all.push(candidate);
    }

    /// The people of the last one that is of people only.
    pub(super) fn pair(&self) -> &[Participant] {
        self.last_of_people().map_or(&[], |told| &told.participants)
    }

    /// The last one that is of people only.
    pub(super) fn last_of_people(&self) -> Option<&Candidate> {
        self.people.and_then(|number| self.all.get(number))
    }

    /// `paid a visit to Oslo on Friday, where he was received by X`: the visit of the same sentence is told by who met the
    /// visitor, and when and where it was is told with it.
    pub(super) fn take_visit(&mut self, row: &Row<'_>, candidate: &mut Candidate) {
        let is_visitor = |one: &Participant| {
            one.kind == NameKind::Person && candidate.participants.iter().any(|other| other.id == one.id)
        };
        let visit = self.all.last().filter(|last| last.row == candidate.row && last.kind == MeetingKind::Visit);
        let told = row.line.positions(candidate.evidence);
        let goes_on = |visit: &&Candidate| {
            let end = row.line.positions(visit.evidence).end;
            (end.saturating_sub(1)..told.end).any(|at| row.line.is(at, &["where", "and", "during", "which", "when"]))
        };
        // "another visit to Oslo, during which she met X" names the visitor only once.
        let is_of_nobody = |visit: &Candidate| visit.participants.is_empty();
        let is_same = visit
            .filter(goes_on)
            .is_some_and(|visit| is_of_nobody(visit) || visit.participants.first().is_some_and(is_visitor));
        if !is_same || candidate.participants.len() < 2 {
            return;
        }
        if let Some(visit) = self.all.pop() {
            candidate.when = candidate.when.or(visit.when);
            if candidate.place.is_none() {
                candidate.place = visit.place;
                (candidate.extent, candidate.state_of_place) = (visit.extent, visit.state_of_place);
            }
        }
    }

    /// `met X on Monday and held talks with Y`: what the same one did next in the same breath was on the same day, if no other
    /// is told.
    pub(super) fn share_day(&self, row: &Row<'_>, trigger: &Trigger, candidate: &mut Candidate) {
        let Some(last) = self.all.last().filter(|last| last.row == candidate.row && candidate.when.is_none()) else {
            return;
        };
        let line = &row.line;
        let from = line.positions(last.evidence).end;
        let to = trigger.phrase.min(trigger.tokens.start);
        let same = last.participants.first().zip(candidate.participants.first()).is_some_and(|(a, b)| a.id == b.id);
        let two = last.participants.len() > 1 && candidate.participants.len() > 1;
        let parted = |at: usize| {
            matches!(line.word(at), ";" | ":" | "“" | "”" | "\"")
                || line.is(at, &["that", "which", "who", "while", "but", "where", "before", "after", "would", "will"])
                || line.is(at, &["had"])
                    && (line.is(at + 1, &["met", "held", "seen", "spoken"]) || line.word(at + 1).ends_with("ed"))
        };
        let and = (from.saturating_sub(1)..to).find(|&at| line.is(at, &["and"]));
        let joined = and.is_some_and(|and| to - and <= SAME_BREATH) && !(from..to).any(parted);
        if same && two && joined && last.status == candidate.status && !last.is_weak && !candidate.is_weak {
            candidate.when = last.when;
        }
    }

    /// Adds several.
    pub(super) fn extend(&mut self, candidates: impl IntoIterator<Item = Candidate>) {
        for candidate in candidates {
            self.push(candidate);
        }
    }
}
