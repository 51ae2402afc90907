//! Descriptions by office in, the people they mean out: `the Turkish leader`, `presidents of Turkey and Iran`,
//! `his Syrian counterpart`.
//!
//! A description is resolved by office, state and date: first among the people whom the article names, then in the
//! table of office-holders. What cannot be resolved stays without a name rather than get a wrong one.

use super::Known;
use std::collections::HashMap;
use std::ops::Range;

use jiff::civil::Date;

use crate::language::facts::{Facts, Person};
use crate::language::line::Line;
use crate::language::packed::Sense;
use crate::language::types::{EntityId, Form, Name, NameKind, NameMention, Part, Passage};

/// Finds the descriptions in `lines` and adds them to `names` as mentions.
pub(in crate::language) fn describe(
    lines: &[Line<'_>],
    known: &[Vec<Known>],
    names: &mut Vec<Name>,
    facts: &Facts,
    date: Option<Date>,
) {
    let mut described = Vec::new();
    let mut resolver = Resolver::new(facts, date, names);
    for (line, known) in lines.iter().zip(known) {
        let phrases = phrases_of(line, known);
        resolver.read_line(line, &phrases, &mut described);
    }
    let described: Vec<(EntityId, String, Passage)> =
        described.into_iter().map(|(person, passage)| (person.id.clone(), person.name.to_owned(), passage)).collect();
    add(names, described);
}

/// Adds the descriptions, and puts mentions and names back into the order of reading.
fn add(names: &mut Vec<Name>, described: Vec<(EntityId, String, Passage)>) {
    let mut places: HashMap<EntityId, usize> =
        names.iter().enumerate().map(|(place, name)| (name.id.clone(), place)).collect();
    for (id, name, passage) in described {
        let place = *places.entry(id.clone()).or_insert(names.len());
        if place == names.len() {
            names.push(Name { id, name, kind: NameKind::Person, state: None, mentions: Vec::new() });
        }
        if let Some(known) = names.get_mut(place) {
            known.mentions.push(NameMention { passage, form: Form::Description });
        }
    }
    for name in names.iter_mut() {
        name.mentions.sort_by_key(|mention| mention.passage);
    }
    names.sort_by_key(|name| name.mentions.first().map(|mention| mention.passage));
}

/// A phrase that the tables know, in one sentence.
struct Phrase {
    tokens: Range<usize>,
    /// The state that it names, or by whose people it is called.
    state: Option<usize>,
    /// Whether it is an adjective.
    is_adjective: bool,
    /// The offices that it can mean: `president` is a state's or an organisation's.
    offices: Vec<usize>,
}

fn phrases_of(line: &Line<'_>, known: &[Known]) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let mut end = 0;
    for Known { start, length, senses } in known {
        if *start < end {
            continue;
        }
        end = start + length;
        let capital = line.is_capitalised(*start);
        let office = |sense: &Sense| if let Sense::Office(office) = sense { Some(*office) } else { None };
        let offices: Vec<usize> = senses.iter().filter_map(office).collect();
        let state = senses.iter().filter(|_| capital).find_map(|sense| match sense {
            Sense::State(state) => Some((*state, false)),
            Sense::Demonym(state) => Some((*state, true)),
            _ => None,
        });
        if state.is_some() || !offices.is_empty() {
            let is_adjective = state.is_some_and(|(_, adjective)| adjective);
            phrases.push(Phrase { tokens: *start..end, state: state.map(|(state, _)| state), is_adjective, offices });
        }
    }
    phrases
}

/// How many words back a person can stand whom `counterpart` refers to.
const NEAR: usize = 40;

struct Resolver<'a> {
    facts: &'a Facts,
    date: Option<Date>,
    /// Where people are named: part and first byte of each mention, with who of the table it is, if anyone.
    people: HashMap<(Part, usize), Option<&'a Person>>,
    /// The office-holders among them, each once.
    holders: Vec<&'a Person>,
    /// The office of the person named or described last, for `his Syrian counterpart`.
    last: Option<&'a str>,
}

impl<'a> Resolver<'a> {
    fn new(facts: &'a Facts, date: Option<Date>, names: &[Name]) -> Self {
        let (mut people, mut holders) = (HashMap::new(), Vec::new());
        for name in names.iter().filter(|name| name.kind == NameKind::Person) {
            let person = facts.person(&name.id);
            holders.extend(person);
            people.extend(name.mentions.iter().map(|mention| (mention.passage.start_key(), person)));
        }
        Self { facts, date, people, holders, last: None }
    }

    fn read_line(&mut self, line: &Line<'_>, phrases: &[Phrase], out: &mut Vec<(&'a Person, Passage)>) {
        for (number, phrase) in phrases.iter().enumerate() {
            if !phrase.offices.is_empty() {
                let offices = self.offices(phrase);
                self.remember_office_of_next_person(line, phrase.tokens.end, &offices);
                if let Some((states, tokens)) = self.states_around(line, phrases, number) {
                    self.resolve_all(&states, &offices, line.passage(tokens), out);
                }
            }
            let Some(state) = self.state_of(phrase) else { continue };
            if line.is(phrase.tokens.end, &["counterpart", "counterparts", "colleague", "colleagues"])
                && let Some(office) = self.last_office(line, phrase.tokens.start)
                && !self.names_someone(line, phrase.tokens.end + 1)
            {
                let tokens = phrase.tokens.start..phrase.tokens.end + 1;
                self.resolve_all(&[state], &[office], line.passage(tokens), out);
            }
            if let Some((states, tokens)) = self.states_without_a_noun(line, phrases, number) {
                self.resolve_all(&states, &["leader"], line.passage(tokens), out);
            }
        }
    }

    fn offices(&self, phrase: &Phrase) -> Vec<&'a str> {
        phrase.offices.iter().filter_map(|office| self.facts.offices.get(*office)).copied().collect()
    }

    fn state_of(&self, phrase: &Phrase) -> Option<EntityId> {
        phrase.state.and_then(|state| self.facts.states.get(state)).map(|state| state.id.clone())
    }

    /// Whether a person's name begins at `at`: then the words before it are a title, not a description.
    fn names_someone(&self, line: &Line<'_>, at: usize) -> bool {
        let at = if line.is(at, &[","]) { at + 1 } else { at };
        self.is_person(line, at)
    }

    /// Whether a person's name begins at `at`.
    fn is_person(&self, line: &Line<'_>, at: usize) -> bool {
        line.kind(at).is_some() && self.people.contains_key(&line.passage(at..at + 1).start_key())
    }

    fn remember_office_of_next_person(&mut self, line: &Line<'_>, at: usize, offices: &[&'a str]) {
        let counterpart = |office: &&&str| office.starts_with("head-of") || office.ends_with("minister");
        if let Some(office) = offices.iter().find(counterpart).filter(|_| self.names_someone(line, at)) {
            self.last = Some(office);
        }
    }

    /// The office of the nearest person before `at`, by the table, else the last one told.
    fn last_office(&self, line: &Line<'_>, at: usize) -> Option<&'a str> {
        let person = (at.saturating_sub(NEAR)..at).rev().find(|position| self.is_person(line, *position));
        let person = person.and_then(|at| *self.people.get(&line.passage(at..at + 1).start_key())?);
        let held = person.and_then(|person| {
            let current = person.terms.iter().filter(|term| self.date.is_none_or(|date| term.holds(date)));
            current.max_by_key(|term| term.from).map(|term| term.office)
        });
        held.or(self.last)
    }

    /// The states of the office phrase `number`: `the Russian and US presidents`, `leaders of Russia and the US`; with
    /// the token range of the whole description. `None` where a name follows.
    fn states_around(
        &self,
        line: &Line<'_>,
        phrases: &[Phrase],
        number: usize,
    ) -> Option<(Vec<EntityId>, Range<usize>)> {
        let office = phrases.get(number)?;
        let mut states = Vec::new();
        let mut end = office.tokens.end;
        if line.is(end, &["of"]) {
            let mut next = number + 1;
            let mut from = end + 1;
            while let Some(phrase) = phrases.get(next)
                && let Some(state) = self.state_of(phrase)
                && (from..phrase.tokens.start).all(|at| line.is(at, &["the", "and", ",", "both"]))
            {
                states.push(state);
                (from, end, next) = (phrase.tokens.end, phrase.tokens.end, next + 1);
            }
            // "leaders of the Russian and American delegations" lead delegations, not states.
            if next > number + 1 && phrases.get(next - 1).is_some_and(|last| last.is_adjective) {
                return None;
            }
        }
        let mut start = office.tokens.start;
        if states.is_empty() {
            let mut before = number;
            while let Some(phrase) = before.checked_sub(1).and_then(|n| phrases.get(n))
                && let Some(state) = self.state_of(phrase)
                && (phrase.tokens.end..start).all(|at| line.is(at, &["and", ",", "'s", "’s"]))
            {
                states.push(state);
                (start, before) = (phrase.tokens.start, before - 1);
            }
            states.reverse();
        }
        (!states.is_empty() && !self.names_someone(line, end)).then_some((states, start..end))
    }

    /// `the trilateral summit of the Russian, Turkish and Iranian`: a list of peoples met, their leaders left out.
    fn states_without_a_noun(
        &self,
        line: &Line<'_>,
        phrases: &[Phrase],
        number: usize,
    ) -> Option<(Vec<EntityId>, Range<usize>)> {
        let first = phrases.get(number)?;
        let start = first.tokens.start;
        let met = line.is(start.checked_sub(2)?, &["of", "between", "with"])
            && line.is(start.checked_sub(3)?, &["summit", "meeting", "talks", "conference"])
            && line.is(start - 1, &["the"]);
        if !met {
            return None;
        }
        let mut states = Vec::new();
        let mut end = start;
        for phrase in phrases.get(number..)? {
            if !phrase.is_adjective || !(end..phrase.tokens.start).all(|at| line.is(at, &["and", ","])) {
                break;
            }
            states.push(self.state_of(phrase)?);
            end = phrase.tokens.end;
        }
        let noun_follows = phrases.binary_search_by_key(&end, |phrase| phrase.tokens.start).is_ok()
            || line.is(end, &["leaders", "sides", "delegations", "teams", "governments"])
            || line.is_capitalised(end);
        (states.len() > 1 && !noun_follows).then_some((states, start..end))
    }

    fn resolve_all(
        &self,
        states: &[EntityId],
        offices: &[&str],
        passage: Passage,
        out: &mut Vec<(&'a Person, Passage)>,
    ) {
        let of_state = |state: &EntityId| offices.iter().find_map(|office| self.resolve(state, office));
        out.extend(states.iter().filter_map(of_state).map(|person| (person, passage)));
    }

    fn resolve(&self, state: &EntityId, office: &str) -> Option<&'a Person> {
        let office = match office {
            "leader" => self.facts.state(state)?.leading_office(self.date)?,
            office => office,
        };
        let facts = self.facts;
        let fits = |person: &&Person| {
            person
                .terms
                .iter()
                .any(|term| &term.of == state && term.office == office && self.date.is_none_or(|date| term.holds(date)))
        };
        let named: Vec<&Person> = self.holders.iter().copied().filter(fits).collect();
        match (named.as_slice(), self.date) {
            ([person], _) => Some(person),
            (_, Some(date)) => facts.holder(state, office, date),
            _ => None,
        }
    }
}
