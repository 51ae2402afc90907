//! All stories in, the same with the sides of people whom only other stories tell out.
//!
//! **Why:** one story introduces `the Norlander negotiator Lena Roth`, the next knows her by name only, and a third says that
//! Norland met. She is Norland's in all three. The tables of facts know more than stories do, so whom they know is left alone.

use std::collections::{BTreeMap, HashMap};

use crate::language::{EntityId, Facts, NameKind};
use crate::meetings::{Participant, Story};

/// The most sides that are taken from other stories, as where someone heads a state and a union of states.
const MOST_SIDES: usize = 2;

/// Fills in for whom people act where their own story does not tell.
pub(super) fn fill(stories: &mut [Story], facts: &Facts) {
    let sides = sides(stories, facts);
    if sides.is_empty() {
        return;
    }
    for participant in stories.iter_mut().flat_map(|story| &mut story.meetings).flat_map(|one| &mut one.participants) {
        if participant.acts_for.is_empty()
            && let Some(told) = sides.get(&participant.id).filter(|_| participant.kind == NameKind::Person)
        {
            participant.acts_for.clone_from(told);
        }
    }
}

/// For each person the sides that most stories tell, ascending.
fn sides(stories: &[Story], facts: &Facts) -> HashMap<EntityId, Vec<EntityId>> {
    let mut told: HashMap<&EntityId, BTreeMap<&[EntityId], usize>> = HashMap::new();
    for story in stories {
        let people = story.meetings.iter().flat_map(|meeting| &meeting.participants);
        let mut people: Vec<&Participant> =
            people.filter(|who| who.kind == NameKind::Person && !who.acts_for.is_empty()).collect();
        people.sort_unstable_by(|a, b| (&a.id, &a.acts_for).cmp(&(&b.id, &b.acts_for)));
        people.dedup_by(|a, b| (&a.id, &a.acts_for) == (&b.id, &b.acts_for));
        for who in people.into_iter().filter(|who| facts.person(&who.id).is_none()) {
            *told.entry(&who.id).or_default().entry(&who.acts_for).or_default() += 1;
        }
    }
    let most = |(id, told): (&EntityId, BTreeMap<&[EntityId], usize>)| {
        let most = told.values().max().copied()?;
        // Of equals the first by identity, so that the order of files does not show.
        let (sides, _) = told.into_iter().find(|(_, count)| *count == most)?;
        (sides.len() <= MOST_SIDES).then(|| (id.clone(), sides.to_vec()))
    };
    told.into_iter().filter_map(most).collect()
}
