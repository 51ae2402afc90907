//! The tellings of a meeting in, everyone who took part with the words that say so out.
//!
//! **Why:** a summit may be told by thousands of stories. Each of its tellings is looked at once: who of the record may be meant
//! by someone in it is looked up by identity, by side and by surname, and not asked of everyone.

use std::collections::{BTreeMap, HashMap};

use super::disagreement::is_one_side;
use super::said::told;
use super::{Attendee, Source};
use crate::language::EntityId;
use crate::library::Library;
use crate::links::Meeting;
use crate::meetings::{MeetingMention, Participant, Story};

/// Everyone of the record, in its order. `rounds` are the meetings of its series: what the record has from these, they say.
pub(super) fn of(library: &Library, record: &Meeting, rounds: &[usize]) -> Vec<Attendee> {
    let seats = Seats::of(&record.participants);
    let mut found: Vec<Found> = Vec::new();
    found.resize_with(record.participants.len(), Found::default);
    for (number, telling) in told(library, record) {
        let Some(story) = library.stories.get(number) else { continue };
        seats.take(&mut found, number, story, telling);
    }
    let attendee = |(who, found): (&Participant, Found)| {
        let inferred: Vec<Source> = found.stories.values().copied().flatten().collect();
        Attendee {
            id: who.id.clone(),
            name: who.name.clone(),
            kind: who.kind,
            source: if record.sides_of_series { in_rounds(library, rounds, &who.id) } else { found.source },
            stories: found.stories.len() - inferred.len(),
            inferred,
        }
    };
    record.participants.iter().zip(found).map(attendee).collect()
}

/// The words of the first round that names someone.
fn in_rounds(library: &Library, rounds: &[usize], who: &EntityId) -> Option<Source> {
    let rounds = rounds.iter().filter_map(|number| library.connections.meetings.get(*number));
    let told = rounds.filter(|round| !round.sides_of_series).flat_map(|round| told(library, round));
    let mut named = told.filter_map(|(story, telling)| {
        let one = telling.participants.iter().find(|one| one.id == *who)?;
        Some(Source { story, passage: one.passage })
    });
    named.next()
}

/// What the tellings say of one of them.
#[derive(Default)]
struct Found {
    /// The words that name it. The record has its passages from the first telling that names someone.
    source: Option<Source>,
    /// For each story that tells so the words that mean it, or none where it is named.
    stories: BTreeMap<usize, Option<Source>>,
}

/// Those of the record, by what someone in a telling may have in common with them. What is found so is only likely: it is
/// asked again.
struct Seats<'r> {
    all: &'r [Participant],
    by_id: HashMap<&'r EntityId, Vec<usize>>,
    /// By the states and bodies that they act for.
    by_side: HashMap<&'r EntityId, Vec<usize>>,
    by_surname: HashMap<&'r str, Vec<usize>>,
}

/// The last word of a name.
fn surname(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

impl<'r> Seats<'r> {
    fn of(all: &'r [Participant]) -> Self {
        let mut seats = Self { all, by_id: HashMap::new(), by_side: HashMap::new(), by_surname: HashMap::new() };
        for (place, who) in all.iter().enumerate() {
            seats.by_id.entry(&who.id).or_default().push(place);
            seats.by_surname.entry(surname(&who.name)).or_default().push(place);
            for side in &who.acts_for {
                seats.by_side.entry(side).or_default().push(place);
            }
        }
        seats
    }

    /// Everyone of the record whom these words may mean, ascending.
    fn likely(&self, one: &Participant) -> Vec<usize> {
        let mut likely: Vec<usize> = Vec::new();
        for id in std::iter::once(&one.id).chain(&one.acts_for) {
            likely.extend(self.by_id.get(id).into_iter().flatten());
        }
        likely.extend(self.by_side.get(&one.id).into_iter().flatten());
        likely.extend(self.by_surname.get(surname(&one.name)).into_iter().flatten());
        likely.sort_unstable();
        likely.dedup();
        likely
    }

    fn take(&self, found: &mut [Found], number: usize, story: &Story, telling: &MeetingMention) {
        for one in &telling.participants {
            for place in self.likely(one) {
                let (Some(who), Some(found)) = (self.all.get(place), found.get_mut(place)) else { continue };
                if one.id == who.id && one.passage == who.passage && found.source.is_none() {
                    found.source = Some(Source { story: number, passage: who.passage });
                }
                if !is_one_side(one, who) {
                    continue;
                }
                // A surname is a name as well; the state that someone acts for is not theirs.
                let is_same = one.id == who.id || one.kind == who.kind;
                let is_named = is_same && (story.names(&who.id) || story.inferred_from(one).is_none());
                let words = Source { story: number, passage: one.role.unwrap_or(one.passage) };
                let known = found.stories.entry(number).or_insert(Some(words));
                *known = known.filter(|_| !is_named);
            }
        }
    }
}
