//! The participants of two tellings in, who is whom out.
//!
//! The same identity is the same participant. A state or body is taken, more weakly, for someone who acts for it:
//! `Germany` here is `Angela Merkel` there. Two people who act for one state are two.

use crate::language::{EntityId, Facts, NameKind};
use crate::meetings::{MeetingKind, MeetingMention, Participant};

/// Who of one telling is who of the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Sides<'a> {
    /// The same on both sides.
    pub same: Vec<(&'a Participant, &'a Participant)>,
    /// A state or body on one side, someone acting for it on the other.
    pub by_state: Vec<(&'a Participant, &'a Participant)>,
    /// Told by one side only.
    pub only: (Vec<&'a Participant>, Vec<&'a Participant>),
}

impl<'a> Sides<'a> {
    pub(super) fn of(a: &'a MeetingMention, b: &'a MeetingMention) -> Self {
        let mut sides = Self::default();
        let mut left: Vec<&Participant> = b.participants.iter().collect();
        for one in &a.participants {
            match left.iter().position(|other| other.id == one.id) {
                Some(at) => sides.same.push((one, left.remove(at))),
                None => sides.only.0.push(one),
            }
        }
        let unmatched = std::mem::take(&mut sides.only.0);
        for one in unmatched {
            match left.iter().position(|other| stands_for(one, other) || stands_for(other, one)) {
                Some(at) => sides.by_state.push((one, left.remove(at))),
                None => sides.only.0.push(one),
            }
        }
        sides.only.1 = left;
        sides.drop_delegates();
        sides.drop_own_states(a, b);
        sides
    }

    /// A state that is told beside whoever acts for it (`Norland and its premier`) is no other side than his.
    fn drop_own_states(&mut self, a: &MeetingMention, b: &MeetingMention) {
        let adds = |who: &Participant, meeting: &MeetingMention| {
            let acts = |other: &Participant| other.kind == NameKind::Person && other.acts_for.contains(&who.id);
            who.kind == NameKind::Person || !meeting.participants.iter().any(acts)
        };
        self.only.0.retain(|who| adds(who, a));
        self.only.1.retain(|who| adds(who, b));
    }

    /// Someone told beside a state's head or the state itself (`Russia and its foreign minister`) adds no side, where
    /// the other telling has that state's side already.
    fn drop_delegates(&mut self) {
        let taken: Vec<EntityId> = self
            .by_state
            .iter()
            .flat_map(|(one, other)| [one, other])
            .filter(|who| who.kind != NameKind::Person)
            .map(|who| who.id.clone())
            .collect();
        let is_taken =
            |side: &EntityId| taken.contains(side) || whole_of(side).is_some_and(|whole| taken.contains(whole));
        let adds = |who: &&Participant| !who.acts_for.iter().any(is_taken);
        self.only.0.retain(adds);
        self.only.1.retain(adds);
    }

    /// The same with the other telling first.
    pub(super) fn turned(&self) -> Self {
        let turned =
            |pairs: &[(&'a Participant, &'a Participant)]| pairs.iter().map(|(one, other)| (*other, *one)).collect();
        let only = (self.only.1.clone(), self.only.0.clone());
        Self { same: turned(&self.same), by_state: turned(&self.by_state), only }
    }

    /// How many participants both tell of.
    pub(super) fn shared(&self) -> usize {
        self.same.len() + self.by_state.len()
    }

    /// Whether each tells of someone whom the other does not.
    pub(super) fn differ(&self) -> bool {
        !self.only.0.is_empty() && !self.only.1.is_empty()
    }
}

/// Whether `state` is what `who` acts for, or a short form of it (`the Federation` for `the Weavers' Federation`).
pub(super) fn stands_for(state: &Participant, who: &Participant) -> bool {
    match (state.kind, who.kind) {
        (NameKind::Person, _) => false,
        (_, NameKind::Person) => {
            who.acts_for.contains(&state.id)
                || is_body(state.kind) && who.acts_for.iter().any(|side| is_short_for(&state.id, side))
                || who
                    .acts_for
                    .iter()
                    .any(|side| names_its_people(&state.id, side) || whole_of(side) == Some(&state.id))
        }
        (one, other) => {
            is_body(one) && is_body(other) && (is_short_for(&state.id, &who.id) || whole_of(&who.id) == Some(&state.id))
                || is_body(other) && names_its_people(&state.id, &who.id)
        }
    }
}

const EUROPEAN_UNION: EntityId = EntityId::fixed("european-union");
const UNITED_NATIONS: EntityId = EntityId::fixed("united-nations");
/// Bodies that are parts of a larger one, which news names as often.
static PARTS: [(EntityId, EntityId); 9] = [
    (EntityId::fixed("european-commission"), EUROPEAN_UNION),
    (EntityId::fixed("european-council"), EUROPEAN_UNION),
    (EntityId::fixed("council-of-the-european-union"), EUROPEAN_UNION),
    (EntityId::fixed("european-parliament"), EUROPEAN_UNION),
    (EntityId::fixed("european-external-action-service"), EUROPEAN_UNION),
    (EntityId::fixed("un-security-council"), UNITED_NATIONS),
    (EntityId::fixed("united-nations-security-council"), UNITED_NATIONS),
    (EntityId::fixed("un-general-assembly"), UNITED_NATIONS),
    (EntityId::fixed("united-nations-general-assembly"), UNITED_NATIONS),
];

/// The larger body that a body is a part of.
fn whole_of(part: &EntityId) -> Option<&'static EntityId> {
    PARTS.iter().find(|(name, _)| name == part).map(|(_, whole)| whole)
}

/// A body, or the larger one that it is a part of.
fn whole(body: &EntityId) -> &EntityId {
    whole_of(body).unwrap_or(body)
}

const fn is_body(kind: NameKind) -> bool {
    matches!(kind, NameKind::Organisation | NameKind::Group)
}

/// Whether all words of one identity are words of a longer one.
fn is_short_for(short: &EntityId, long: &EntityId) -> bool {
    let (short, long) = (short.as_str(), long.as_str());
    short.len() < long.len() && short.split('-').all(|word| long.split('-').any(|other| other == word))
}

/// Whether a body is called by the people it speaks for, with two words more at least: `Moro negotiators` are those of the
/// `Moro Islamic Liberation Front`. A state does not stand for those who bear its name: Sudan is not the Sudan People's
/// Liberation Movement.
fn names_its_people(people: &EntityId, body: &EntityId) -> bool {
    if Facts::shipped().state(people).is_some() {
        return false;
    }
    let rest = body.as_str().strip_prefix(people.as_str()).and_then(|rest| rest.strip_prefix('-'));
    rest.is_some_and(|rest| rest.contains('-'))
}

/// How many sides a telling has: those it counts in words, unless it tells of a meeting of two, else the states and people it names, the people of one
/// state counted once.
pub(super) fn count(meeting: &MeetingMention) -> usize {
    let mut sides: Vec<&EntityId> =
        meeting.participants.iter().map(|who| whole(who.acts_for.first().unwrap_or(&who.id))).collect();
    sides.sort_unstable();
    sides.dedup();
    // Two people of one state who meet each other are two.
    let named = if sides.len() < 2 { meeting.participants.len() } else { sides.len() };
    // Of a meeting of two the words count who came along: `Ilse Hagen and four farmers sat with the minister`.
    let told = meeting.sides.filter(|_| meeting.kind != MeetingKind::Bilateral);
    told.map_or(named, |told| told.max(named))
}

/// Whether only one side is told, by its state and whoever acts for it.
pub(super) fn is_one_sided(meeting: &MeetingMention) -> bool {
    let mut states = meeting.participants.iter().filter(|who| who.kind != NameKind::Person);
    let (Some(state), None) = (states.next(), states.next()) else { return false };
    meeting.participants.iter().all(|who| who.id == state.id || who.acts_for.contains(&state.id))
}

/// The states and bodies of a telling: what each participant is or acts for, and what that is a part of, ascending.
pub(super) fn states(meeting: &MeetingMention) -> Vec<&EntityId> {
    let mut states: Vec<&EntityId> = meeting
        .participants
        .iter()
        .flat_map(|who| {
            let own = (who.kind != NameKind::Person).then_some(&who.id);
            who.acts_for.iter().chain(own)
        })
        .flat_map(|side| std::iter::once(side).chain(whole_of(side)))
        .collect();
    states.sort_unstable();
    states.dedup();
    states
}
