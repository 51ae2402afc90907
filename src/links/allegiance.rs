//! All stories in, the same with the sides of people whom only other stories tell out.
//!
//! **Why:** one story introduces `the Norlander negotiator Lena Roth`, the next knows her by name only, and a third says that
//! Norland met. She is Norland's in all three, also where one story that names the host's state was read as if she were its.
//! The tables of facts know more than stories do, so whom they know is left alone.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt, HashSet};

use super::introduced;
use super::own_readings::OwnReadings;
use crate::language::{EntityId, Facts, Name, NameKind};
use crate::meetings::{Participant, Story};

/// The most sides that are taken from other stories, as where someone heads a state and a union of states.
const MOST_SIDES: usize = 2;

/// Fills in for whom people act where their own story does not tell, and keeps what it told.
pub(super) fn fill(stories: &mut [Story], facts: &Facts, own: &mut OwnReadings) {
    call_peoples_by_their_places(stories, facts, own);
    let sides = sides(stories, facts);
    if sides.is_empty() {
        return;
    }
    let is_told = |who: &Participant| who.kind == NameKind::Person && sides.contains_key(&who.id);
    let tells = |_, story: &Story| story.meetings.iter().flat_map(|meeting| &meeting.participants).any(is_told);
    own.keep_all(stories, tells, |_, story| fill_in(story, &sides));
}

fn fill_in(story: &mut Story, sides: &HashMap<EntityId, Side>) {
    for participant in story.meetings.iter_mut().flat_map(|one| &mut one.participants) {
        if participant.kind == NameKind::Person
            && let Some(side) = sides.get(&participant.id)
            && (participant.acts_for.is_empty() || side.is_agreed)
        {
            participant.acts_for.clone_from(&side.told);
        }
    }
}

/// Where one story tells of Norrmark and another only of Norrmarkian ministers, these are Norrmark's.
fn call_peoples_by_their_places(stories: &mut [Story], facts: &Facts, own: &mut OwnReadings) {
    let places = introduced::of_peoples(stories, facts);
    if places.is_empty() {
        return;
    }
    let is_changed =
        |name: &Name| name.kind == NameKind::Group && name.state.is_none() && places.contains_key(&name.id);
    let acts = |who: &Participant| who.acts_for.iter().any(|side| places.contains_key(side));
    let may_change = |_, story: &Story| {
        let mut who = story.meetings.iter().flat_map(|one| &one.participants);
        story.annotations.names.iter().any(is_changed) || who.any(acts)
    };
    own.keep_all(stories, may_change, |_, story| call_by_places(story, &places));
}

fn call_by_places(story: &mut Story, places: &HashMap<EntityId, (EntityId, String)>) {
    for name in story.annotations.names.iter_mut().filter(|name| name.kind == NameKind::Group) {
        name.state = name.state.take().or_else(|| places.get(&name.id).map(|(id, _)| id.clone()));
    }
    for who in story.meetings.iter_mut().flat_map(|one| &mut one.participants) {
        if let Some((id, name)) = places.get(&who.id).filter(|_| who.kind != NameKind::Person) {
            (who.id, who.name, who.kind) = (id.clone(), name.clone(), NameKind::Place);
        }
        for side in &mut who.acts_for {
            if let Some((id, _)) = places.get(side) {
                *side = id.clone();
            }
        }
    }
}

/// For whom someone acts, by what stories tell.
struct Side {
    /// Ascending.
    told: Vec<EntityId>,
    /// Whether several stories tell so, and each other side is told by one at most: that one took a host for a side.
    is_agreed: bool,
}

/// For each person the sides that most stories tell.
fn sides(stories: &[Story], facts: &Facts) -> HashMap<EntityId, Side> {
    let mut told: HashMap<&EntityId, BTreeMap<&[EntityId], usize>> = HashMap::new();
    let names = stories.iter().flat_map(|story| &story.annotations.names);
    let places: HashSet<&EntityId> = names.filter(|name| name.kind == NameKind::Place).map(|name| &name.id).collect();
    for story in stories {
        for (who, place) in introduced::introduced(story, &places, facts) {
            *told.entry(who).or_default().entry(std::slice::from_ref(place)).or_default() += 1;
        }
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
        let (sides, _) = told.iter().find(|(_, count)| **count == most)?;
        let is_agreed = most > 1 && told.iter().all(|(other, count)| other == sides || *count == 1);
        (sides.len() <= MOST_SIDES).then(|| (id.clone(), Side { told: sides.to_vec(), is_agreed }))
    };
    told.into_iter().filter_map(most).collect()
}
