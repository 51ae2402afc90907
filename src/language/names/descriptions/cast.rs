//! Who plays in the story: every person by place, and with which offices the story itself introduces them.
//!
//! **In:** sentences and the names found; [`introductions`](super::introductions) adds the offices. **Out:** a [`Cast`].
//! **Why:** `the president` is the story's own president, whatever the tables say.

use std::collections::HashMap;
use std::ops::Range;

use super::Places;
use crate::language::calendar::Interval;
use crate::language::facts::{Facts, Person, Term};
use crate::language::line::Line;
use crate::language::names::identity::is_woman;
use crate::language::types::{EntityId, Name, NameKind};

/// A person at one place.
#[derive(Clone, Debug)]
pub(super) struct Player {
    pub tokens: Range<usize>,
    /// Index into [`Cast::people`].
    pub person: usize,
}

/// Someone whom the story names or describes.
#[derive(Clone, Debug)]
pub(super) struct Role {
    pub id: EntityId,
    pub name: String,
    /// What the tables know.
    pub known: Option<&'static Person>,
    /// The offices with which the story introduces them.
    pub told: Vec<Told>,
    /// The first sentence and token where they are named.
    pub first: (usize, usize),
    /// Sentences where they are named or described, ascending.
    pub rows: Vec<usize>,
    /// What the given name tells, if it tells anything.
    pub is_woman: Option<bool>,
}

/// An office with which the story introduces someone.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// The state or body, where the story tells.
    pub of: Option<EntityId>,
    /// What the words can mean.
    pub offices: Vec<&'static str>,
    /// The word by which it is called in short.
    pub head: String,
}

/// Everyone whom the story names.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub people: Vec<Role>,
    /// By sentence, in order.
    pub players: Vec<Vec<Player>>,
    by_id: HashMap<EntityId, usize>,
    /// Sentences that tell someone without a name, by the word for the office: `a minister`.
    pub nameless: HashMap<String, Vec<usize>>,
}

/// The longest list of offices that is kept of one person.
const MOST_OFFICES: usize = 8;

impl Cast {
    pub(super) fn new(lines: &[Line<'_>], places: &Places, names: &[Name], facts: &Facts) -> Self {
        let mut cast = Self { players: vec![Vec::new(); lines.len()], ..Self::default() };
        for name in names.iter().filter(|name| name.kind == NameKind::Person) {
            for mention in &name.mentions {
                let Some(number) = places.line_of(mention.passage) else { continue };
                let Some(tokens) = lines.get(number).map(|line| line.positions(mention.passage)) else { continue };
                cast.add(number, tokens, &name.id, &name.name, facts);
            }
        }
        for players in &mut cast.players {
            players.sort_by_key(|player| player.tokens.start);
        }
        cast
    }

    /// Adds someone who is described at `tokens` of the sentence `number`.
    pub(super) fn describe(&mut self, number: usize, tokens: Range<usize>, id: &EntityId, name: &str, facts: &Facts) {
        self.add(number, tokens, id, name, facts);
        if let Some(players) = self.players.get_mut(number)
            && let Some(new) = players.pop()
        {
            let place = players.partition_point(|player| player.tokens.start <= new.tokens.start);
            players.insert(place, new);
        }
    }

    fn add(&mut self, number: usize, tokens: Range<usize>, id: &EntityId, name: &str, facts: &Facts) {
        let person = *self.by_id.entry(id.clone()).or_insert(self.people.len());
        if person == self.people.len() {
            let (known, is_woman) = (facts.person(id), is_woman(name));
            let (id, name) = (id.clone(), name.to_owned());
            let (told, rows) = (Vec::new(), Vec::new());
            self.people.push(Role { id, name, known, told, first: (usize::MAX, 0), rows, is_woman });
        }
        if let (Some(role), Some(players)) = (self.people.get_mut(person), self.players.get_mut(number)) {
            role.first = role.first.min((number, tokens.start));
            if role.rows.last().is_none_or(|last| *last < number) {
                role.rows.push(number);
            }
            players.push(Player { tokens, person });
        }
    }

    /// The person whose name begins at `at` of sentence `number`.
    pub(super) fn person_at(&self, number: usize, at: usize) -> Option<usize> {
        self.player_at(number, at).map(|player| player.person)
    }

    /// The same with its words.
    pub(super) fn player_at(&self, number: usize, at: usize) -> Option<&Player> {
        let players = self.players.get(number)?;
        let place = players.binary_search_by_key(&at, |player| player.tokens.start).ok()?;
        players.get(place)
    }

    /// The person whose name ends before `at`.
    pub(super) fn person_before(&self, number: usize, at: usize) -> Option<usize> {
        self.player_before(number, at).filter(|player| player.tokens.end == at).map(|player| player.person)
    }

    /// The last person named or described before `at` in the sentence.
    pub(super) fn player_before(&self, number: usize, at: usize) -> Option<&Player> {
        let players = self.players.get(number)?;
        let next = players.partition_point(|player| player.tokens.end <= at);
        players.get(next.checked_sub(1)?)
    }

    /// Whether a person's name begins at `at`: then the words before it are a title, not a description.
    pub(super) fn names_someone(&self, line: &Line<'_>, number: usize, at: usize) -> bool {
        let at = if line.is(at, &[","]) { at + 1 } else { at };
        self.person_at(number, at).is_some()
    }

    /// Remembers an office of someone.
    pub(super) fn tell(&mut self, person: usize, told: Told) {
        if let Some(role) = self.people.get_mut(person).filter(|role| role.told.len() < MOST_OFFICES) {
            role.told.push(told);
        }
    }

    /// The only person whom the story introduces as holder of this office.
    pub(super) fn only(&self, fits: impl Fn(&Told) -> bool) -> Option<&Role> {
        let mut roles = self.people.iter().filter(|role| role.told.iter().any(&fits));
        roles.next().filter(|_| roles.next().is_none())
    }
}

impl Role {
    /// Whether the story or, for these days, the tables give the person an office that fits.
    pub(super) fn holds(&self, fits: impl Fn(&str) -> bool, days: Option<Interval>) -> bool {
        let told = self.told.iter().any(|told| told.offices.iter().any(|office| fits(office)));
        told || self.terms(days).any(|term| fits(term.office))
    }

    /// The terms of office in the tables that touch the days.
    pub(super) fn terms(&self, days: Option<Interval>) -> impl Iterator<Item = &'static Term> {
        let terms = self.known.map_or(&[][..], |person| person.terms).iter();
        terms.filter(move |term| days.is_none_or(|days| touches(term, days)))
    }

    /// The state or body that the person acts for, if there is only one.
    pub(super) fn acts_for(&self, days: Option<Interval>) -> Option<EntityId> {
        let told = self.told.iter().filter_map(|told| told.of.clone());
        let mut states = told.chain(self.terms(days).map(|term| term.of.clone()));
        let only = states.next()?;
        states.all(|state| state == only).then_some(only)
    }
}

/// Whether a day of `days` lies in the term.
pub(super) fn touches(term: &Term, days: Interval) -> bool {
    term.from <= days.to && term.to.is_none_or(|to| days.from <= to)
}
