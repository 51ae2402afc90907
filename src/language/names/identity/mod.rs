//! Mentions in, names out: which mentions are the same person, body or place, and what a reader would call it.
//!
//! **In:** mentions with their kinds and what the tables know them as. **Out:** [`Name`]s, each with an identity that
//! other articles arrive at too. **Why:** a reader follows people, not spellings. [`people`] has the rules for people
//! ([`person_name`] takes their names apart), [`bodies`] those for everything else, [`canonical`] says how a name is
//! written.

mod bodies;
mod by_day;
mod canonical;
mod honorific;
mod mentions;
mod namesakes;
mod people;
mod person_name;
#[cfg(test)]
mod tests;
mod titled;

pub use bodies::spelling_key;
pub(in crate::language) use by_day::Bearers;
pub use namesakes::with_ending as person_apart;
pub use person_name::PersonName;

use std::collections::{HashMap, HashSet};

use super::Found;
use crate::language::facts::Facts;
use crate::language::line::Line;
use crate::language::packed::Sense;
use crate::language::spelling::slug;
use crate::language::types::{EntityId, Form, Name, NameKind, NameMention};

/// Who or what a mention is.
#[derive(Clone, Debug)]
struct Identity {
    id: EntityId,
    name: String,
    state: Option<EntityId>,
}

/// Whether the given name is a woman's, where it tells.
pub(super) fn is_woman(name: &str) -> Option<bool> {
    let gender = honorific::Gender::of_given_name(PersonName::parse(name)?.first_given());
    gender.map(|gender| gender == honorific::Gender::Woman)
}

/// Groups mentions by identity; the names come in the order of their first mention.
pub(super) fn group(lines: &[Line<'_>], found: Vec<Found>, facts: &Facts) -> Vec<Name> {
    let states = states_named(&found, facts);
    let people = people::assign(lines, &found, &states, facts);
    let bodies = bodies::assign(lines, &found, facts);
    let mut names: Vec<(Name, Kinds)> = Vec::new();
    let mut places: HashMap<EntityId, usize> = HashMap::new();
    let mut identities: Vec<Option<Identity>> =
        people.into_iter().zip(bodies).map(|(person, body)| person.or(body)).collect();
    namesakes::part(lines, &found, &mut identities, facts);
    for (mention, identity) in found.into_iter().zip(identities) {
        let (Some(line), Some(identity)) = (lines.get(mention.line), identity) else { continue };
        let passage = line.passage(mention.tokens);
        let number = *places.entry(identity.id.clone()).or_insert(names.len());
        if number == names.len() {
            let Identity { id, name, state } = identity;
            let name = Name { id, name, kind: mention.kind, state, mentions: Vec::new() };
            names.push((name, Kinds::default()));
        }
        if let Some((name, kinds)) = names.get_mut(number) {
            name.mentions.push(NameMention { passage, form: Form::Name });
            kinds.count(mention.kind);
            name.kind = kinds.most(name.kind);
        }
    }
    names.into_iter().map(|(name, _)| name).collect()
}

/// How often mentions of one name were taken for what.
#[derive(Clone, Copy, Debug, Default)]
struct Kinds([u32; NameKind::ALL.len()]);

impl Kinds {
    fn count(&mut self, kind: NameKind) {
        for (count, one) in self.0.iter_mut().zip(NameKind::ALL) {
            *count += u32::from(one == kind);
        }
    }

    fn of(self, kind: NameKind) -> u32 {
        self.0.iter().zip(NameKind::ALL).find(|(_, one)| *one == kind).map_or(0, |(count, _)| *count)
    }

    /// The most frequent kind; `known` stands against an equal one.
    fn most(self, known: NameKind) -> NameKind {
        NameKind::ALL.into_iter().fold(known, |most, kind| if self.of(kind) > self.of(most) { kind } else { most })
    }
}

fn of_sense(sense: Sense, words: &str, facts: &Facts) -> Identity {
    let known = match sense {
        Sense::State(index) => facts.states.get(index).map(|state| (&state.id, state.name, Some(state.id.clone()))),
        Sense::Capital(index) => facts.capitals.get(index).map(|it| (&it.id, it.name, it.state.clone())),
        Sense::Body(index) => facts.bodies.get(index).map(|it| (&it.id, it.name, it.state.clone())),
        Sense::Place(index) => facts.places.get(index).map(|it| (&it.id, it.name, it.state.clone())),
        Sense::Person(index) => facts.people.get(index).map(|person| (&person.id, person.name, None)),
        Sense::User(index) => facts.user.get(index).map(|(id, user)| (id, user.name.as_str(), None)),
        Sense::Demonym(index) => {
            return facts.states.get(index).map_or_else(
                || plain(words),
                |state| Identity {
                    id: EntityId::new(&slug(state.adjective)),
                    name: state.adjective.to_owned(),
                    state: Some(state.id.clone()),
                },
            );
        }
        Sense::Seat(index) => {
            let state = facts.states.get(index).map(|state| state.id.clone());
            return Identity { state, ..plain(words) };
        }
        _ => None,
    };
    known.map_or_else(|| plain(words), |(id, name, state)| Identity { id: id.clone(), name: name.to_owned(), state })
}

fn plain(words: &str) -> Identity {
    let slug = slug(words);
    // A name of marks alone still needs an identity of its own.
    let id = if slug.is_empty() { EntityId::new("unnamed") } else { EntityId::new(&slug) };
    Identity { id, name: words.to_owned(), state: None }
}

/// The states that the article names, by any word for them.
fn states_named(found: &[Found], facts: &Facts) -> HashSet<EntityId> {
    found
        .iter()
        .filter_map(|mention| match mention.sense? {
            Sense::State(index) | Sense::Demonym(index) | Sense::Seat(index) => {
                facts.states.get(index).map(|state| state.id.clone())
            }
            Sense::Capital(index) => facts.capitals.get(index)?.state.clone(),
            Sense::Body(index) => facts.bodies.get(index).map(|body| body.id.clone()),
            Sense::Place(index) => facts.places.get(index)?.state.clone(),
            _ => None,
        })
        .collect()
}
