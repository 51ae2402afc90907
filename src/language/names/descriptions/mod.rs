//! Descriptions by office in, the people they mean out: `the Turkish leader`, `presidents of Turkey and Iran`,
//! `his Syrian counterpart`.
//!
//! A description is resolved by office, state and date: first among the people whom the article names ([`cast`]), then
//! in the table of office-holders; without a state it is someone of the article or nobody ([`alone`]). What cannot be
//! resolved stays without a name rather than get a wrong one.

mod alone;
mod cast;

use super::Known;
use cast::Cast;
use std::collections::HashMap;
use std::ops::Range;

use jiff::civil::Date;

use crate::language::facts::{Facts, Person};
use crate::language::line::Line;
use crate::language::packed::Sense;
use crate::language::types::{EntityId, Form, Name, NameKind, NameMention, Passage};

/// Finds the descriptions in `lines` and adds them to `names` as mentions.
pub(in crate::language) fn describe(
    lines: &[Line<'_>],
    known: &[Vec<Known>],
    names: &mut Vec<Name>,
    facts: &Facts,
    date: Option<Date>,
) {
    let phrases: Vec<Vec<Phrase>> =
        lines.iter().zip(known).map(|(line, known)| phrases_of(line, known, facts)).collect();
    let mut described = Vec::new();
    let mut resolver = Resolver::new(facts, date, lines, names);
    resolver.introduce_all(lines, &phrases);
    for (number, (line, phrases)) in lines.iter().zip(&phrases).enumerate() {
        resolver.read_line(line, number, phrases, &mut described);
        for (tokens, pair) in alone::pairs(lines, number, &resolver.cast, date) {
            let passage = line.passage(tokens);
            described.extend(pair.map(|role| (role.id.clone(), role.name.clone(), passage)));
        }
    }
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

fn phrases_of(line: &Line<'_>, known: &[Known], facts: &Facts) -> Vec<Phrase> {
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
            // "Ankara's top diplomat" is Turkey's.
            Sense::Capital(capital) if line.is(end, &["'s", "’s"]) => {
                let state = facts.capitals.get(*capital)?.state.as_ref()?;
                let place = facts.states.binary_search_by(|known| known.id.cmp(state)).ok()?;
                Some((place, false))
            }
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

/// Someone who is described: identity, name, and where.
type Described = (EntityId, String, Passage);

const UNITED_STATES: EntityId = EntityId::fixed("united-states");

struct Resolver<'a> {
    facts: &'a Facts,
    date: Option<Date>,
    /// Everyone whom the article names.
    cast: Cast,
    /// Where someone is described: sentence and first token, with who it is.
    described: HashMap<(usize, usize), &'a Person>,
    /// The office-holders among them, each once.
    holders: Vec<&'a Person>,
    /// Whether the article names the United States.
    has_us: bool,
    /// The office of the person named or described last, for `his Syrian counterpart`.
    last: Option<&'a str>,
}

impl<'a> Resolver<'a> {
    fn new(facts: &'a Facts, date: Option<Date>, lines: &[Line<'_>], names: &[Name]) -> Self {
        let cast = Cast::new(lines, names, facts);
        let holders = cast.people.iter().filter_map(|role| role.known).collect();
        let has_us = names.iter().any(|name| name.state.as_ref().is_some_and(|state| *state == UNITED_STATES));
        Self { facts, date, cast, described: HashMap::new(), holders, has_us, last: None }
    }

    /// Remembers who is introduced with which office.
    fn introduce_all(&mut self, lines: &[Line<'_>], phrases: &[Vec<Phrase>]) {
        for (number, (line, phrases)) in lines.iter().zip(phrases).enumerate() {
            for (at, phrase) in phrases.iter().enumerate().filter(|(_, phrase)| !phrase.offices.is_empty()) {
                let (states, start) = self.states_before(line, phrases, at, phrase.tokens.start);
                let state = if let [state] = states.as_slice() { Some(state.clone()) } else { None };
                let offices = self.offices(phrase);
                self.cast.introduce(line, number, phrase, start, state, &offices);
            }
        }
    }

    fn read_line(&mut self, line: &Line<'_>, number_of_line: usize, phrases: &[Phrase], out: &mut Vec<Described>) {
        for (number, phrase) in phrases.iter().enumerate() {
            if !phrase.offices.is_empty() {
                let offices = self.offices(phrase);
                self.remember_office_of_next_person(line, number_of_line, phrase.tokens.end, &offices);
                if let Some((states, tokens)) = self.states_around(line, number_of_line, phrases, number) {
                    self.resolve_all(&states, &offices, (number_of_line, tokens), line, out);
                } else if line.reads(phrase.tokens.start, "secretary of state") {
                    self.resolve_secretary(line, number_of_line, phrase, out);
                } else if let Some(role) =
                    alone::only_holder(line, number_of_line, phrase, &offices, &self.cast, self.date)
                    && self.is_told_alone(line, phrases, number)
                {
                    out.push((role.id.clone(), role.name.clone(), line.passage(phrase.tokens.clone())));
                }
            }
            let Some(state) = self.state_of(phrase) else { continue };
            if line.is(phrase.tokens.end, &["counterpart", "counterparts", "colleague", "colleagues"])
                && let Some(office) = self.last_office(number_of_line, phrase.tokens.start)
                && !self.names_someone(line, number_of_line, phrase.tokens.end + 1)
            {
                let tokens = phrase.tokens.start..phrase.tokens.end + 1;
                self.resolve_all(&[state], &[office], (number_of_line, tokens), line, out);
            }
            if let Some((states, tokens)) = self.states_without_a_noun(line, phrases, number) {
                self.resolve_all(&states, &["leader"], (number_of_line, tokens), line, out);
            }
        }
    }

    /// Whether no state stands around the office, not even one that it does not go with.
    fn is_told_alone(&self, line: &Line<'_>, phrases: &[Phrase], number: usize) -> bool {
        let start = phrases.get(number).map_or(0, |phrase| phrase.tokens.start);
        self.states_before(line, phrases, number, start).0.is_empty()
    }

    /// `the Secretary of State` without a state is the American one, in a story that is about America.
    fn resolve_secretary(&mut self, line: &Line<'_>, number: usize, phrase: &Phrase, out: &mut Vec<Described>) {
        let (start, end) = (phrase.tokens.start, phrase.tokens.end);
        let bare = line.before(start).eq_ignore_ascii_case("the") && !line.is(end, &["for", "of"]);
        if bare && self.has_us && !self.names_someone(line, number, end) {
            self.resolve_all(&[UNITED_STATES], &["foreign-minister"], (number, phrase.tokens.clone()), line, out);
        }
    }

    fn offices(&self, phrase: &Phrase) -> Vec<&'static str> {
        phrase.offices.iter().filter_map(|office| self.facts.offices.get(*office)).copied().collect()
    }

    fn state_of(&self, phrase: &Phrase) -> Option<EntityId> {
        phrase.state.and_then(|state| self.facts.states.get(state)).map(|state| state.id.clone())
    }

    /// Whether a person's name begins at `at`: then the words before it are a title, not a description.
    fn names_someone(&self, line: &Line<'_>, number: usize, at: usize) -> bool {
        let at = if line.is(at, &[","]) { at + 1 } else { at };
        self.cast.person_at(number, at).is_some()
    }

    fn remember_office_of_next_person(&mut self, line: &Line<'_>, number: usize, at: usize, offices: &[&'static str]) {
        let counterpart = |office: &&&str| office.starts_with("head-of") || office.ends_with("minister");
        if let Some(office) = offices.iter().find(counterpart).filter(|_| self.names_someone(line, number, at)) {
            self.last = Some(office);
        }
    }

    /// The office of the nearest person before `at`, by the table, else the last one told.
    fn last_office(&self, number: usize, at: usize) -> Option<&'a str> {
        let mut before = (at.saturating_sub(NEAR)..at).rev();
        let person = before.find_map(|at| {
            let named = || self.cast.person_at(number, at).and_then(|person| self.cast.people.get(person));
            self.described.get(&(number, at)).map(|person| Some(*person)).or_else(|| named().map(|role| role.known))
        });
        let person = person.flatten();
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
        number_of_line: usize,
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
            (states, start) = self.states_before(line, phrases, number, start);
        }
        (!states.is_empty() && !self.names_someone(line, number_of_line, end)).then_some((states, start..end))
    }

    /// The states told right before the phrase `number`, which begins at `start`, and where they begin.
    fn states_before(
        &self,
        line: &Line<'_>,
        phrases: &[Phrase],
        number: usize,
        mut start: usize,
    ) -> (Vec<EntityId>, usize) {
        let mut states = Vec::new();
        let mut before = number;
        while let Some(phrase) = before.checked_sub(1).and_then(|n| phrases.get(n))
            && let Some(state) = self.state_of(phrase)
            && (phrase.tokens.end..start).all(|at| line.is(at, &["and", ",", "'s", "’s"]))
        {
            states.push(state);
            (start, before) = (phrase.tokens.start, before - 1);
        }
        states.reverse();
        (states, start)
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
        &mut self,
        states: &[EntityId],
        offices: &[&str],
        (number, tokens): (usize, Range<usize>),
        line: &Line<'_>,
        out: &mut Vec<Described>,
    ) {
        let passage = line.passage(tokens.clone());
        for state in states {
            // Whom the story itself introduces so comes before whom the tables know.
            let told = offices.iter().find_map(|office| self.cast.introduced_as(state, self.office_of(state, office)?));
            if let Some(role) = told {
                out.push((role.id.clone(), role.name.clone(), passage));
                continue;
            }
            let person = offices.iter().find_map(|office| self.resolve(state, office));
            out.extend(person.map(|person| (person.id.clone(), person.name.to_owned(), passage)));
            if let (Some(person), [_]) = (person, states) {
                self.described.insert((number, tokens.start), person);
            }
        }
    }

    /// The office that is meant: `leader` means another one in every state.
    fn office_of<'o>(&self, state: &EntityId, office: &'o str) -> Option<&'o str> {
        if office == "leader" { self.facts.state(state)?.leading_office(self.date) } else { Some(office) }
    }

    fn resolve(&self, state: &EntityId, office: &str) -> Option<&'a Person> {
        let office = self.office_of(state, office)?;
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
