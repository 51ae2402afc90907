//! The shipped tables of facts, read into a form that the rules can ask.
//!
//! **In:** the tab-separated files of `tables/`, which are built into the program. **Out:** [`Facts`]: states,
//! bodies, places, people with their offices, and one [`Lexicon`] over all their spellings.
//! `docs/facts.md` says where each table comes from.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use jiff::civil::Date;

use super::lexicon::{Lexicon, Sense};
use super::types::EntityId;

/// A state or territory.
#[derive(Debug)]
pub struct State {
    /// Its identity, such as `russia`.
    pub id: EntityId,
    /// As a journalist writes it.
    pub name: &'static str,
    /// The first of its adjectives, such as `Russian`.
    pub adjective: &'static str,
}

/// An organisation, or a place that is not a state or capital.
#[derive(Debug)]
pub struct Known {
    /// Its identity.
    pub id: EntityId,
    /// As a journalist writes it.
    pub name: &'static str,
    /// The state it belongs to.
    pub state: Option<EntityId>,
}

/// Someone who holds or held an office.
#[derive(Debug)]
pub struct Person {
    /// Their identity.
    pub id: EntityId,
    /// As a journalist writes it.
    pub name: &'static str,
    /// The surnames by which they are called alone.
    pub surnames: Vec<&'static str>,
    /// Their offices, in the order of the table.
    pub terms: Vec<Term>,
}

/// One term of office.
#[derive(Debug)]
pub struct Term {
    /// The state or organisation.
    pub of: EntityId,
    /// The office's identity, such as `head-of-state`.
    pub office: &'static str,
    /// First day.
    pub from: Date,
    /// Last day; `None` while it lasts.
    pub to: Option<Date>,
}

impl Term {
    /// Whether `date` lies in the term.
    pub fn holds(&self, date: Date) -> bool {
        self.from <= date && self.to.is_none_or(|to| date <= to)
    }
}

/// The tables.
#[derive(Debug, Default)]
pub struct Facts {
    /// States and territories.
    pub states: Vec<State>,
    /// Capitals of states.
    pub capitals: Vec<Known>,
    /// Organisations, then agencies.
    pub bodies: Vec<Known>,
    /// Towns, regions, seas.
    pub places: Vec<Known>,
    /// Office-holders.
    pub people: Vec<Person>,
    /// Offices: identity and lower-case phrases.
    pub offices: Vec<(&'static str, Vec<&'static str>)>,
    /// Folded given names.
    pub given_names: HashSet<&'static str>,
    /// Every spelling of all of them.
    pub lexicon: Lexicon,
    people_by_id: HashMap<EntityId, usize>,
    states_by_id: HashMap<EntityId, usize>,
    people_by_surname: HashMap<String, Vec<usize>>,
}

impl Facts {
    /// The tables that the program ships, read on first use.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Facts> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let mut facts = Self::default();
            facts.add_states(include_str!("tables/states.tsv"));
            facts.add_offices(include_str!("tables/offices.tsv"));
            facts.add_bodies(include_str!("tables/organisations.tsv"), 4);
            facts.add_bodies(include_str!("tables/agencies.tsv"), 3);
            facts.add_places(include_str!("tables/places.tsv"));
            facts.add_people(include_str!("tables/holders.tsv"));
            facts.given_names = lines(include_str!("tables/given_names.txt")).collect();
            facts
        })
    }

    /// The office-holder with this identity.
    pub fn person(&self, id: &EntityId) -> Option<&Person> {
        self.people_by_id.get(id).and_then(|index| self.people.get(*index))
    }

    /// The state with this identity.
    pub fn state(&self, id: &EntityId) -> Option<&State> {
        self.states_by_id.get(id).and_then(|index| self.states.get(*index))
    }

    /// Office-holders who are called by this surname alone (folded).
    pub fn people_called(&self, surname: &str) -> impl Iterator<Item = &Person> {
        self.people_by_surname.get(surname).into_iter().flatten().filter_map(|index| self.people.get(*index))
    }

    /// Who holds `office` of `of` on `date`: the one whose term began last.
    pub fn holder(&self, of: &EntityId, office: &str, date: Date) -> Option<&Person> {
        self.people
            .iter()
            .flat_map(|person| person.terms.iter().map(move |term| (person, term)))
            .filter(|(_, term)| &term.of == of && term.office == office && term.holds(date))
            .max_by_key(|(_, term)| term.from)
            .map(|(person, _)| person)
    }

    /// Whether `person` holds or held `office` of `of`.
    pub fn ever_held(person: &Person, of: &EntityId, office: &str) -> bool {
        person.terms.iter().any(|term| &term.of == of && term.office == office)
    }

    fn add_states(&mut self, table: &'static str) {
        for row in rows(table) {
            let [id, name, _, others, adjectives, capitals, seats] = columns(&row);
            let index = self.states.len();
            let state = State { id: EntityId::new(id), name, adjective: list(adjectives).next().unwrap_or_default() };
            self.lexicon.add(name, Sense::State(index));
            list(others).for_each(|other| self.lexicon.add(other, Sense::State(index)));
            list(adjectives).for_each(|adjective| self.lexicon.add(adjective, Sense::Demonym(index)));
            self.add_capitals(list(capitals), id);
            list(seats).for_each(|seat| self.lexicon.add(seat, Sense::Seat(index)));
            self.states_by_id.insert(state.id.clone(), index);
            self.states.push(state);
        }
    }

    /// Spellings of one capital (`Kyiv`, `Kiev`) are one place; a former capital (`Almaty`) is another.
    fn add_capitals(&mut self, spellings: impl Iterator<Item = &'static str>, state: &str) {
        let mut own: Vec<(String, usize)> = Vec::new();
        for spelling in spellings {
            let sound = skeleton(spelling);
            let known = own.iter().find(|(other, _)| *other == sound).map(|(_, place)| *place);
            let place = known.unwrap_or(self.capitals.len());
            if known.is_none() {
                let id = EntityId::new(&slug(spelling));
                self.capitals.push(Known { id, name: spelling, state: Some(EntityId::new(state)) });
                own.push((sound, place));
            }
            self.lexicon.add(spelling, Sense::Capital(place));
        }
    }

    fn add_offices(&mut self, table: &'static str) {
        for row in rows(table) {
            let [id, phrases, ..] = columns::<2>(&row);
            let index = self.offices.len();
            for phrase in list(phrases) {
                self.lexicon.add(phrase, Sense::Office(index));
                self.lexicon.add(&plural(phrase), Sense::Office(index));
            }
            self.offices.push((id, list(phrases).collect()));
        }
    }

    fn add_bodies(&mut self, table: &'static str, state_column: usize) {
        for row in rows(table) {
            let [id, name, others, ..] = columns::<3>(&row);
            let index = self.bodies.len();
            self.lexicon.add(name, Sense::Body(index));
            list(others).for_each(|other| self.lexicon.add(other, Sense::Body(index)));
            let state = row.get(state_column).filter(|state| !state.is_empty()).map(|state| EntityId::new(state));
            self.bodies.push(Known { id: EntityId::new(id), name, state });
        }
    }

    fn add_places(&mut self, table: &'static str) {
        for row in rows(table) {
            let [id, name, others, _, state] = columns(&row);
            let index = self.places.len();
            self.lexicon.add(name, Sense::Place(index));
            list(others).for_each(|other| self.lexicon.add(other, Sense::Place(index)));
            let state = (!state.is_empty()).then(|| EntityId::new(state));
            self.places.push(Known { id: EntityId::new(id), name, state });
        }
    }

    fn add_people(&mut self, table: &'static str) {
        for row in rows(table) {
            let [of, office, name, others, surnames, from, to] = columns(&row);
            let Ok(from) = from.parse() else { continue };
            let term = Term { of: EntityId::new(of), office, from, to: to.parse().ok() };
            let id = EntityId::new(&slug(name));
            let index = *self.people_by_id.entry(id.clone()).or_insert(self.people.len());
            if index == self.people.len() {
                self.people.push(Person { id, name, surnames: list(surnames).collect(), terms: Vec::new() });
                for surname in list(surnames) {
                    self.people_by_surname.entry(super::lexicon::key(surname)).or_default().push(index);
                }
            }
            std::iter::once(name).chain(list(others)).for_each(|spelling| {
                // A single word is a surname, which needs the article to say whose.
                if spelling.contains([' ', '-']) {
                    self.lexicon.add(spelling, Sense::Person(index));
                }
            });
            if let Some(person) = self.people.get_mut(index) {
                person.terms.push(term);
            }
        }
    }
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    lines(table).map(|line| line.split('\t').collect())
}

/// The first `N` columns; a short row is filled up with empty ones.
fn columns<const N: usize>(row: &[&'static str]) -> [&'static str; N] {
    std::array::from_fn(|column| row.get(column).copied().unwrap_or_default())
}

fn list(column: &'static str) -> impl Iterator<Item = &'static str> {
    column.split('|').filter(|item| !item.is_empty())
}

/// The plural of an office: `foreign ministers`, `ministers of foreign affairs`, `secretaries of state`.
fn plural(office: &str) -> String {
    let (head, tail) =
        office.split_once(" of ").map_or((office, String::new()), |(head, tail)| (head, format!(" of {tail}")));
    match head.strip_suffix('y') {
        Some(stem) => format!("{stem}ies{tail}"),
        None => format!("{head}s{tail}"),
    }
}

/// What is left of a name when spellings differ only in vowels and doubled letters: `Kiev` and `Kyiv` are both `kv`.
fn skeleton(name: &str) -> String {
    let mut sound: Vec<char> = super::lexicon::key(name)
        .chars()
        .filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | ' '))
        .collect();
    sound.dedup();
    sound.into_iter().collect()
}

/// The identity that a name is written as: folded, with hyphens between its words.
pub fn slug(name: &str) -> String {
    let folded = crate::text::fold::folded(name);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}
