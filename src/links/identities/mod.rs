//! All stories in; one identity for whoever several of them name out.
//!
//! **In:** stories, each with identities of its own making. **Out:** [`Identities`]: what has to be rewritten where, so
//! that `Sergey Quillyev` here and `S. Quilliev` there are one, as are an abbreviation and its long form.
//! **Why:** meetings are compared by who takes part. Identities of the tables of facts stand as they are; everything
//! is decided in an order that is the stories' own, so that neither the order of files nor threads show.
//!
//! Names are grouped by the sound of their surnames and given names ([`people`]) or by spelling ([`bodies`]), places that a
//! dateline has in capitals as other words write them ([`places`]); each is compared with a bounded number of others, so that
//! the work grows with the number of names.

mod bodies;
mod context;
mod misread;
mod people;
mod places;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::own_readings::OwnReadings;
use crate::language::{self, Corrections, EntityId, Facts, Name, NameKind, join_equal, person_apart};
use crate::meetings::Story;

/// What to call someone.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Called {
    id: EntityId,
    name: String,
}

/// What has to be rewritten.
#[derive(Debug, Default)]
pub(super) struct Identities {
    /// In every story.
    everywhere: HashMap<EntityId, Called>,
    /// In one story only, by its index: surnames without a given name.
    here: HashMap<(usize, EntityId), Called>,
    /// People whose identity is something else's in another story, with the one that they get in all.
    apart: HashMap<EntityId, EntityId>,
    /// People of few stories who are a place in the others.
    misread: HashMap<EntityId, Called>,
    /// What the reader knows better, if anything.
    corrected: Option<Corrected>,
}

/// Corrections, with how the library calls those as whom others are corrected.
#[derive(Debug)]
struct Corrected {
    corrections: Corrections,
    known: std::collections::HashMap<EntityId, language::Called>,
}

/// An identity as the library's stories write it.
struct Entry<'s> {
    id: &'s EntityId,
    kind: NameKind,
    /// The spelling of most stories.
    name: &'s str,
    /// The stories that name it, ascending.
    stories: Vec<usize>,
    /// Whether the tables of facts know it.
    is_known: bool,
}

impl Identities {
    /// Finds what is one in all stories.
    pub(super) fn of(stories: &[Story], facts: &Facts) -> Self {
        let apart = namesakes(stories, facts);
        let entries = entries(stories, &apart, facts);
        let mut identities = Self::default();
        bodies::unify(stories, &entries, &mut identities);
        people::unify(stories, &entries, facts, &mut identities);
        places::unify(stories, &mut identities);
        drop(entries);
        let misread = misread::misread(stories, facts, &identities.everywhere);
        let mut identities = Self { apart, misread, ..identities };
        identities.corrected = identities.corrected(stories, facts);
        identities
    }

    /// The corrections, and how the stories call those as whom others are corrected.
    fn corrected(&self, stories: &[Story], facts: &Facts) -> Option<Corrected> {
        if facts.corrections.is_empty() {
            return None;
        }
        let targets: HashSet<EntityId> = facts.corrections.targets().collect();
        let mut known: std::collections::HashMap<EntityId, language::Called> = std::collections::HashMap::new();
        for (number, story) in stories.iter().enumerate().filter(|_| !targets.is_empty()) {
            for name in &story.annotations.names {
                let (mut id, mut written) = (name.id.clone(), name.name.clone());
                let mut kind = name.kind;
                self.rewrite(number, &mut kind, &mut id, &mut written);
                if !targets.contains(&id) {
                    continue;
                }
                let called = language::Called { id: id.clone(), name: written, kind };
                let best = known.entry(id).or_insert_with(|| called.clone());
                // As the list of all names has it: a longer spelling is the better name.
                let better = |it: &language::Called| (Reverse(it.name.chars().count()), it.name.clone(), it.kind);
                if better(&called) < better(best) {
                    *best = called;
                }
            }
        }
        Some(Corrected { corrections: facts.corrections.clone(), known })
    }

    /// Rewrites all stories, and keeps what they told before.
    pub(super) fn apply_all(&self, stories: &mut [Story], own: &mut OwnReadings) {
        own.keep_all(
            stories,
            |number, story| self.may_change(number, story),
            |number, story| self.apply(number, story),
        );
    }

    /// Whether rewriting the story can change anything in it: a story is only kept as it was where it can.
    fn may_change(&self, number: usize, story: &Story) -> bool {
        let is_called_otherwise = |name: &Name| {
            let person = name.kind == NameKind::Person;
            person && (self.misread.contains_key(&name.id) || self.apart.contains_key(&name.id))
                || self.everywhere.contains_key(&name.id)
                || !self.here.is_empty() && self.here.contains_key(&(number, name.id.clone()))
        };
        self.corrected.is_some() || story.annotations.names.iter().any(is_called_otherwise)
    }

    /// Rewrites the story with the index `number`.
    pub(super) fn apply(&self, number: usize, story: &mut Story) {
        self.unify(number, story);
        self.correct(story);
    }

    fn unify(&self, number: usize, story: &mut Story) {
        if [&self.everywhere, &self.misread].iter().all(|map| map.is_empty())
            && self.here.is_empty()
            && self.apart.is_empty()
        {
            return;
        }
        let mut changed = false;
        for name in &mut story.annotations.names {
            changed |= self.rewrite(number, &mut name.kind, &mut name.id, &mut name.name);
        }
        if !changed {
            return;
        }
        join_equal(&mut story.annotations.names);
        for meeting in &mut story.meetings {
            for participant in &mut meeting.participants {
                self.rewrite(number, &mut participant.kind, &mut participant.id, &mut participant.name);
                for side in &mut participant.acts_for {
                    if let Some(called) = self.everywhere.get(side) {
                        *side = called.id.clone();
                    }
                }
            }
            let mut seen = HashSet::new();
            meeting.participants.retain(|participant| seen.insert(participant.id.clone()));
            if let Some(place) = &mut meeting.place {
                self.rewrite(number, &mut NameKind::Place, &mut place.id, &mut place.name);
            }
        }
    }

    /// Corrects the story by what its reader knows better, who has the last word.
    fn correct(&self, story: &mut Story) {
        let Some(Corrected { corrections, known }) = &self.corrected else { return };
        let applied = corrections.apply(&story.article, &mut story.annotations.names, known);
        story.annotations.note_corrections(&applied.numbers);
        let id_of = |id: &EntityId| {
            let moved = applied.moved.get(id).map(|called| called.id.clone());
            moved.or_else(|| corrections.stands_for(&story.article.id, id))
        };
        let states = story.annotations.names.iter_mut().filter_map(|name| name.state.as_mut());
        states.for_each(|state| *state = id_of(state).unwrap_or_else(|| state.clone()));
        for meeting in &mut story.meetings {
            if let Some(event) = &mut meeting.event {
                *event = id_of(event).unwrap_or_else(|| event.clone());
            }
            for participant in &mut meeting.participants {
                let mut sides = Vec::with_capacity(participant.acts_for.len());
                for side in participant.acts_for.drain(..) {
                    let side = id_of(&side).unwrap_or(side);
                    if !sides.contains(&side) {
                        sides.push(side);
                    }
                }
                participant.acts_for = sides;
                if let Some(called) = applied.called(&participant.id, participant.passage) {
                    participant.id = called.id.clone();
                    participant.name.clone_from(&called.name);
                    participant.kind = called.kind;
                }
            }
            let mut seen = HashSet::new();
            meeting.participants.retain(|participant| seen.insert(participant.id.clone()));
            if let Some(place) = &mut meeting.place
                && let Some(called) = applied.called(&place.id, place.passage)
            {
                place.id = called.id.clone();
                place.name.clone_from(&called.name);
            }
        }
    }

    fn rewrite(&self, number: usize, kind: &mut NameKind, id: &mut EntityId, name: &mut String) -> bool {
        let place = self.misread.get(id).filter(|_| *kind == NameKind::Person);
        if let Some(place) = place {
            (*id, *name, *kind) = (place.id.clone(), place.name.clone(), NameKind::Place);
            return true;
        }
        let apart = self.apart.get(id).filter(|_| *kind == NameKind::Person);
        if let Some(apart) = apart {
            *id = apart.clone();
        }
        let was_apart = apart.is_some();
        let everywhere = || self.everywhere.get(id);
        let here = || (!self.here.is_empty()).then(|| self.here.get(&(number, id.clone()))).flatten();
        let Some(called) = everywhere().or_else(here).cloned() else { return was_apart };
        (*id, *name) = (called.id, called.name);
        true
    }
}

/// The people whose identity is that of something else in another story, with the one by which they are told apart: the same
/// that a single story would give them.
fn namesakes(stories: &[Story], facts: &Facts) -> HashMap<EntityId, EntityId> {
    let names = || stories.iter().flat_map(|story| &story.annotations.names);
    let others: HashSet<&EntityId> =
        names().filter(|name| name.kind != NameKind::Person).map(|name| &name.id).collect();
    let people = names().filter(|name| name.kind == NameKind::Person && others.contains(&name.id));
    let unknown = people.filter(|name| facts.person(&name.id).is_none() && !facts.user.knows(&name.id));
    unknown.map(|name| (name.id.clone(), person_apart(&name.id))).collect()
}

/// Every identity of the library with its stories, by identity.
fn entries<'s>(stories: &'s [Story], apart: &'s HashMap<EntityId, EntityId>, facts: &Facts) -> Vec<Entry<'s>> {
    /// Its kind, its stories, and how many stories write it how.
    type Found<'s> = (NameKind, Vec<usize>, BTreeMap<&'s str, usize>);
    let mut found: HashMap<&EntityId, Found<'_>> = HashMap::new();
    for (number, story) in stories.iter().enumerate() {
        for name in &story.annotations.names {
            let id = apart.get(&name.id).filter(|_| name.kind == NameKind::Person).unwrap_or(&name.id);
            let (kind, stories, spellings) =
                found.entry(id).or_insert_with(|| (name.kind, Vec::new(), BTreeMap::new()));
            *kind = (*kind).min(name.kind);
            stories.push(number);
            *spellings.entry(&name.name).or_default() += 1;
        }
    }
    let mut entries: Vec<Entry<'s>> = found
        .into_iter()
        .filter_map(|(id, (kind, stories, spellings))| {
            let most = spellings.into_iter().max_by_key(|(name, count)| (*count, name.chars().count(), *name))?;
            let (name, _) = most;
            Some(Entry { id, kind, name, stories, is_known: facts.knows(id, name) })
        })
        .collect();
    entries.sort_unstable_by(|a, b| a.id.cmp(b.id));
    entries
}
