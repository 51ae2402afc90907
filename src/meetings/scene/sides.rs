//! For whom everybody acts: the names of an article in, the states and bodies behind its people out.
//!
//! **Why:** one outlet writes `Germany`, another `Angela Merkel`, and within one story both stand for one side. The
//! tables of facts tell it of office-holders on the story's day, the story itself of those whom it introduces so
//! (`Turkey's President X`, `Y of South Africa`).

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Row, Spot};
use crate::language::{Annotations, EntityId, Facts, Name, NameKind};

/// For whom the people of an article act.
#[derive(Debug, Default)]
pub(in crate::meetings) struct Sides {
    of: HashMap<EntityId, Vec<EntityId>>,
    names: HashMap<EntityId, String>,
    people: Vec<(EntityId, String)>,
    /// The two states that the story tells most, if these are two.
    pair: Option<[(EntityId, String); 2]>,
}

/// The most sides that one person has.
const MOST_SIDES: usize = 4;

impl Sides {
    /// What the tables tell of the article's people.
    pub(super) fn new(annotations: &Annotations, facts: &Facts) -> Self {
        let day = annotations.published.as_ref().map(|published| published.best);
        let mut sides = Self::default();
        for name in
            annotations.names.iter().filter(|name| matches!(name.kind, NameKind::Organisation | NameKind::Place))
        {
            sides.names.insert(name.id.clone(), name.name.clone());
        }
        for name in annotations.names.iter().filter(|name| name.kind == NameKind::Person) {
            sides.people.push((name.id.clone(), name.name.clone()));
            let known: Vec<EntityId> = facts.person(&name.id).map(|person| told_by(person, day)).unwrap_or_default();
            for side in known {
                sides.add(&name.id, &side);
                if let Some(state) = facts.state(&side) {
                    sides.names.insert(side, state.name.to_owned());
                }
            }
        }
        sides
    }

    /// The sides of `who`, those of the tables first.
    pub(in crate::meetings) fn of(&self, who: &EntityId) -> &[EntityId] {
        self.of.get(who).map(Vec::as_slice).unwrap_or_default()
    }

    /// A side with what a reader would call it.
    pub(in crate::meetings) fn named(&self, side: &EntityId) -> Option<(&EntityId, &str)> {
        self.names.get_key_value(side).map(|(id, name)| (id, name.as_str()))
    }

    /// The only person of the story who acts for a side.
    pub(in crate::meetings) fn only_one_of(&self, side: &EntityId) -> Option<&(EntityId, String)> {
        let mut people = self.people.iter().filter(|(who, _)| self.of(who).contains(side));
        people.next().filter(|_| people.next().is_none())
    }

    /// The two states that the story is of: those that it tells most, if it tells no third one as often.
    pub(in crate::meetings) fn pair(&self) -> Option<&[(EntityId, String); 2]> {
        self.pair.as_ref()
    }

    /// Counts which states the story tells.
    pub(super) fn count(&mut self, rows: &[Row<'_>], facts: &Facts) {
        let mut counts: Vec<((EntityId, String), usize)> = Vec::new();
        let mut place: HashMap<EntityId, usize> = HashMap::new();
        let mut add = |id: &EntityId, name: &str| {
            let at = *place.entry(id.clone()).or_insert(counts.len());
            match counts.get_mut(at) {
                Some((_, count)) => *count += 1,
                None => counts.push(((id.clone(), name.to_owned()), 1)),
            }
        };
        for row in rows.iter().filter(|row| row.is_story) {
            for actor in row.actors.iter().filter(|actor| actor.kind == NameKind::Place) {
                actor.who.iter().for_each(|(id, name)| add(id, name));
            }
            for people in row.peoples.iter().filter(|people| facts.state(&people.id).is_some()) {
                add(&people.id, &people.name);
            }
        }
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        if let [(one, _), (other, least), rest @ ..] = counts.as_slice()
            && rest.first().is_none_or(|(_, third)| third < least)
        {
            self.pair = Some([one.clone(), other.clone()]);
        }
    }

    /// Remembers for whom `who` acts.
    pub(super) fn add(&mut self, who: &EntityId, side: &EntityId) {
        let sides = self.of.entry(who.clone()).or_default();
        if sides.len() < MOST_SIDES && !sides.contains(side) {
            sides.push(side.clone());
        }
    }

    /// The state that `the government` is of, where nothing else is said: that of the dateline, else the one that the
    /// article names most, if it names one more often than any other.
    pub(super) fn home(here: Option<&Spot>, annotations: &Annotations, facts: &Facts) -> Option<(EntityId, String)> {
        let called = |id: &EntityId| facts.state(id).map(|state| (id.clone(), state.name.to_owned()));
        if let Some(state) = here.and_then(|here| facts.state_of(&here.id, &here.name)) {
            return called(&state);
        }
        let mut counts: HashMap<EntityId, usize> = HashMap::new();
        for name in &annotations.names {
            let state = state_named(name, facts);
            if let Some(state) = state {
                *counts.entry(state).or_default() += name.mentions.len();
            }
        }
        let most = counts.values().max().copied()?;
        let mut leading = counts.into_iter().filter(|(_, count)| *count == most).map(|(state, _)| state);
        let state = leading.next().filter(|_| leading.next().is_none())?;
        called(&state)
    }

    /// In `Turkey's President Tayyip Erdogan` and `US Secretary of State Antony Blinken` one person meets, not a state
    /// and a person; the same in `Jacob Zuma of South Africa`. The state is remembered as the person's side.
    pub(super) fn drop_states_that_introduce_people(&mut self, row: &mut Row<'_>) {
        let mut keep = vec![true; row.actors.len()];
        let joins = |at: usize| row.line.is(at, &[",", "and", "with", "in", "on", "to", "between", "-", "–", "met"]);
        for (at, pair) in row.actors.windows(2).enumerate() {
            let [one, next] = pair else { continue };
            let gap = one.tokens.end..next.tokens.start;
            let of = gap.len() <= 2
                && row.line.is(gap.start, &["of"])
                && (gap.len() == 1 || row.line.is(gap.start + 1, &["the"]));
            let introduces = !one.is_person && next.is_person && gap.len() <= 6 && !gap.clone().any(joins);
            // "X of Arvelor": a firm that was taken for a person.
            let firm = next.is_person && next.tokens.len() == 1 && next.how == super::How::Named;
            let follows = one.is_person && of && (!next.is_person || firm && gap.len() == 1);
            // "the President of the Federation, Mr Tom Okkels".
            let titled = (1..=2).any(|back| row.line.is(one.tokens.start.wrapping_sub(back), &["of"]))
                || one.how == super::How::Role;
            let apposed =
                !one.is_person && next.is_person && titled && gap.len() <= 2 && row.line.word(gap.start) == ",";
            // "Quill (Norrmark) and Prell (Sudonia)".
            let bracketed = one.is_person
                && !next.is_person
                && gap.len() == 1
                && row.line.word(gap.start) == "("
                && row.line.word(next.tokens.end) == ")";
            // "Quillia's junta chief, Colonel X".
            let comma = gap.clone().find(|&at| row.line.word(at) == ",");
            let possessed = !one.is_person
                && next.is_person
                && gap.len() <= 7
                && row.line.is(gap.start, &["'s", "’s"])
                && comma.is_some_and(|comma| {
                    let rank = comma + 1..gap.end;
                    rank.len() <= 2
                        && rank.clone().all(|at| row.line.is_capitalised(at))
                        && rank.start > gap.start + 2
                        && !(gap.start..comma).chain(rank).any(joins)
                });
            let (person, side, dropped) = if introduces || apposed || possessed {
                (next, one, at)
            } else if follows || bracketed {
                (one, next, at + 1)
            } else {
                continue;
            };
            if let ([(who, _)], [(side, _)]) = (person.who.as_slice(), side.who.as_slice()) {
                self.add(who, side);
            }
            if let Some(keep) = keep.get_mut(dropped) {
                *keep = false;
            }
        }
        for people in &row.peoples {
            // "Russian President X", "the Turkish leader, Y": the people's own.
            let person = row.actors_from(people.tokens.end).iter().take(2).find(|actor| {
                let gap = people.tokens.end..actor.tokens.start;
                actor.is_person && actor.tokens.start >= people.tokens.end && gap.len() <= 5 && !gap.clone().any(joins)
            });
            if let Some([(who, _)]) = person.map(|person| person.who.as_slice()) {
                self.add(who, &people.id);
                self.names.insert(people.id.clone(), people.name.clone());
            }
        }
        let mut keep = keep.into_iter();
        row.actors.retain(|_| keep.next().unwrap_or(true));
    }
}

/// The sides that the tables give on the day; where the day is unknown, those of every term if they are the same.
fn told_by(person: &crate::language::Person, day: Option<Date>) -> Vec<EntityId> {
    let holding = |term: &&crate::language::Term| day.is_none_or(|day| term.holds(day));
    let mut sides: Vec<EntityId> = person.terms.iter().filter(holding).map(|term| term.of.clone()).collect();
    sides.sort();
    sides.dedup();
    if day.is_none() && sides.len() > 1 { Vec::new() } else { sides }
}

fn state_named(name: &Name, facts: &Facts) -> Option<EntityId> {
    match name.kind {
        NameKind::Place => facts.state_of(&name.id, &name.name),
        NameKind::Group => name.state.clone(),
        _ => None,
    }
}
