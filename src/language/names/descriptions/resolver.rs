//! Offices with their states in, people out: whom the story introduces so, else who held the office then.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use super::around::{around, before, without_a_noun};
use super::cast::{Cast, Role, Told, touches};
use super::introductions::introduce_all;
use super::phrase::{Phrase, head_word};
use super::{Described, Places, alone, crowns, pairs};
use crate::language::calendar::Interval;
use crate::language::facts::{Facts, Person};
use crate::language::line::Line;
use crate::language::types::{EntityId, Name};

/// Offices that are several: heads of anything, and words that are a title of many.
const GENERAL: &[&str] = &["head", "title", "former", "counterpart"];
/// How many words back a person can stand whom `counterpart` refers to.
const NEAR: usize = 40;
/// How many sentences on the leaders of two states may be named.
const SOON: usize = 2;
/// How many sentences back the two may stand whose states are meant.
const BACK: usize = 6;

const UNITED_STATES: EntityId = EntityId::fixed("united-states");

/// What the sentences are read with.
pub(super) struct Resolver<'a> {
    facts: &'a Facts,
    /// When the article was published.
    days: Option<Interval>,
    lines: &'a [Line<'a>],
    phrases: &'a [Vec<Phrase>],
    /// Everyone whom the article names or describes.
    cast: Cast,
    /// Where someone is described: sentence and first token, with who it is.
    described: HashMap<(usize, usize), &'a Person>,
    /// The office-holders whom the article names, each once.
    holders: Vec<&'a Person>,
    /// Whether the article names the United States.
    has_us: bool,
    /// What it names, and the states of which it therefore speaks, once somebody asks.
    names: &'a [Name],
    spoken: OnceCell<crowns::Spoken>,
    /// The office of the person named or described last, for `his Syrian counterpart`.
    last: Option<&'static str>,
    out: Vec<Described>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(
        facts: &'a Facts,
        days: Option<Interval>,
        lines: &'a [Line<'a>],
        phrases: &'a [Vec<Phrase>],
        places: &Places,
        names: &'a [Name],
    ) -> Self {
        let mut cast = Cast::new(lines, places, names, facts);
        let holders = cast.people.iter().filter_map(|role| role.known).collect();
        let has_us = names.iter().any(|name| name.state.as_ref().is_some_and(|state| *state == UNITED_STATES));
        introduce_all(lines, phrases, &mut cast, days);
        let described = HashMap::new();
        let (spoken, last, out) = (OnceCell::new(), None, Vec::new());
        Self { facts, days, lines, phrases, cast, described, holders, has_us, names, spoken, last, out }
    }

    /// Everyone described.
    pub(super) fn read(mut self) -> Vec<Described> {
        let (lines, phrases) = (self.lines, self.phrases);
        for (number, (line, phrases)) in lines.iter().zip(phrases).enumerate() {
            self.read_line(line, number, phrases);
            self.read_addresses(line, number);
            self.read_pairs(line, number, phrases);
        }
        self.out
    }

    fn read_line(&mut self, line: &Line<'_>, number: usize, phrases: &[Phrase]) {
        for (at, phrase) in phrases.iter().enumerate() {
            if !phrase.offices.is_empty() {
                self.remember_office_of_next_person(line, number, phrase);
                if let Some((states, tokens)) = around(line, phrases, at, (number, &self.cast)) {
                    let asked = Asked { offices: &phrase.offices, head: head_word(line, phrase) };
                    self.resolve_all(&states, &asked, number, tokens, line);
                } else if line.reads(phrase.tokens.start, "secretary of state") {
                    self.resolve_secretary(line, number, phrase);
                } else if before(line, phrases, at, phrase.tokens.start).0.is_empty()
                    && let Some(role) = alone::only_holder(line, number, phrase, &self.cast, self.days)
                {
                    let (id, name) = (role.id.clone(), role.name.clone());
                    self.push(id, name, number, phrase.tokens.clone(), line);
                } else if line.is(phrase.tokens.start.wrapping_sub(1), &["the"])
                    && crowns::is_throne(line, phrase.tokens.start, &head_word(line, phrase))
                {
                    self.enthrone(&head_word(line, phrase), number, phrase.tokens.clone(), line);
                }
            }
            let Some(state) = phrase.of.clone() else { continue };
            if line.is(phrase.tokens.end, &["counterpart", "counterparts", "colleague", "colleagues"])
                && let Some(office) = self.last_office(number, phrase.tokens.start)
                && !self.cast.names_someone(line, number, phrase.tokens.end + 1)
            {
                let tokens = phrase.tokens.start..phrase.tokens.end + 1;
                let asked = Asked { offices: &[office], head: String::new() };
                self.resolve_all(&[state], &asked, number, tokens, line);
            }
            if let Some((states, tokens)) = without_a_noun(line, phrases, at) {
                let asked = Asked { offices: &["leader"], head: String::new() };
                self.resolve_all(&states, &asked, number, tokens, line);
            }
        }
    }

    /// `the Queen`, `Her Majesty` of a story that does not name her: who reigned then in the state that is meant.
    fn enthrone(&mut self, head: &str, number: usize, tokens: Range<usize>, line: &Line<'_>) {
        let office = crowns::office(head);
        let reigns =
            |state: &EntityId| self.in_table(state, office).filter(|person| crowns::fits_sex(head, person.name));
        let spoken = self.spoken.get_or_init(|| crowns::Spoken::of(self.names, self.facts));
        let realm = spoken.realm(head, |state| reigns(state).is_some());
        if let Some(person) = realm.and_then(|realm| reigns(&realm)) {
            self.push(person.id.clone(), person.name.to_owned(), number, tokens, line);
        }
    }

    /// `Her Majesty`: the queen of the story, else the one who reigns.
    fn read_addresses(&mut self, line: &Line<'_>, number: usize) {
        for at in 0..line.len() {
            let Some(head) = crowns::addressed(line, at) else { continue };
            let mut crowned =
                self.cast.people.iter().filter(|role| crowns::agrees(head, role) && crowns::is_crowned(role));
            match (crowned.next().map(called), crowned.next()) {
                (Some((id, name)), None) => self.push(id, name, number, at..at + 2, line),
                (None, _) => self.enthrone(head, number, at..at + 2, line),
                _ => {}
            }
        }
    }

    fn push(&mut self, id: EntityId, name: String, number: usize, tokens: Range<usize>, line: &Line<'_>) {
        self.cast.describe(number, tokens.clone(), &id, &name, self.facts);
        self.out.push((id, name, line.passage(tokens)));
    }

    /// `the two leaders`, `the foreign ministers`.
    fn read_pairs(&mut self, line: &Line<'_>, number: usize, phrases: &[Phrase]) {
        for at in 0..line.len() {
            let Some(words) = pairs::words_at(line, at) else { continue };
            // "the two Russian ministers", "the leaders" of states that were told already.
            let place = phrases.partition_point(|phrase| phrase.tokens.start < at);
            let is_told = phrases
                .get(place)
                .is_some_and(|phrase| phrase.of.is_some() && words.tokens.contains(&phrase.tokens.start));
            if is_told {
                continue;
            }
            let pair = words.resolve(self.lines, number, &self.cast, self.days);
            if let Some(pair) = pair {
                let people = pair.map(|person| self.cast.people.get(person).map(called));
                for (id, name) in people.into_iter().flatten() {
                    self.push(id, name, number, words.tokens.clone(), line);
                }
            } else if let Some(people) = self.of_their_states(&words, number) {
                // These are not on the stage: `the two` are still those who were named.
                let passage = line.passage(words.tokens);
                self.out.extend(people.into_iter().map(|(id, name)| (id, name, passage)));
            }
        }
    }

    /// After the presidents of two states, their foreign ministers.
    fn of_their_states(&self, words: &pairs::Words, number: usize) -> Option<[(EntityId, String); 2]> {
        let office = words.other_office()?;
        let pair = pairs::last_pair(self.lines, number, words.tokens.start, BACK, &self.cast)?;
        let [one, other] = pair.map(|person| self.cast.people.get(person)?.acts_for(self.days));
        let (one, other) = (one?, other?);
        if one == other {
            return None;
        }
        let holder = |state: &EntityId| {
            let asked = Asked { offices: &[office], head: String::new() };
            let told = self.told(state, &asked).map(called);
            told.or_else(|| self.in_table(state, office).map(|person| (person.id.clone(), person.name.to_owned())))
        };
        Some([holder(&one)?, holder(&other)?])
    }

    /// `the Secretary of State` without a state is the American one, in a story that is about America.
    fn resolve_secretary(&mut self, line: &Line<'_>, number: usize, phrase: &Phrase) {
        let (start, end) = (phrase.tokens.start, phrase.tokens.end);
        let bare = line.before(start).eq_ignore_ascii_case("the") && !line.is(end, &["for", "of"]);
        if bare && self.has_us && !self.cast.names_someone(line, number, end) {
            let asked = Asked { offices: &["foreign-minister"], head: "secretary".to_owned() };
            self.resolve_all(&[UNITED_STATES], &asked, number, phrase.tokens.clone(), line);
        }
    }

    fn remember_office_of_next_person(&mut self, line: &Line<'_>, number: usize, phrase: &Phrase) {
        let counterpart = |office: &&&'static str| office.starts_with("head-of") || office.ends_with("minister");
        let names = self.cast.names_someone(line, number, phrase.tokens.end);
        if let Some(office) = phrase.offices.iter().find(counterpart).filter(|_| names) {
            self.last = Some(office);
        }
    }

    /// The office of the nearest person before `at`, by the table, else the last one told.
    fn last_office(&self, number: usize, at: usize) -> Option<&'static str> {
        let mut before = (at.saturating_sub(NEAR)..at).rev();
        let person = before.find_map(|at| {
            let named = || self.cast.person_at(number, at).and_then(|person| self.cast.people.get(person));
            self.described.get(&(number, at)).map(|person| Some(*person)).or_else(|| named().map(|role| role.known))
        });
        let held = person.flatten().and_then(|person| {
            let current = person.terms.iter().filter(|term| self.days.is_none_or(|days| touches(term, days)));
            current.max_by_key(|term| term.from).map(|term| term.office)
        });
        held.or(self.last)
    }

    fn resolve_all(
        &mut self,
        states: &[EntityId],
        asked: &Asked<'_>,
        number: usize,
        tokens: Range<usize>,
        line: &Line<'_>,
    ) {
        let mut people: Vec<Option<(EntityId, String)>> = Vec::with_capacity(states.len());
        for state in states {
            // Whom the story itself introduces so comes before whom the tables know.
            if let Some(role) = self.told(state, asked) {
                people.push(Some(called(role)));
                continue;
            }
            let is_nobodys = self.facts.state(state).is_none() && !line.is(tokens.start.wrapping_sub(1), &["the"]);
            let person = asked.offices.iter().filter(|_| !is_nobodys).find_map(|office| self.in_table(state, office));
            people.push(person.map(|person| (person.id.clone(), person.name.to_owned())));
            if let (Some(person), [_]) = (person, states) {
                self.described.insert((number, tokens.start), person);
            }
        }
        // Without a day, one of two is not known to be of the same time as the other.
        if self.days.is_none() && people.iter().any(Option::is_none) {
            return;
        }
        if people.iter().all(Option::is_none) && people.len() == 2 {
            people = self.two_named_with(states, number).into_iter().flatten().map(Some).collect();
        }
        for (id, name) in people.into_iter().flatten() {
            self.push(id, name, number, tokens.clone(), line);
        }
    }

    /// `The leaders of Merovia and Tarsk met`: the two whom the nearest sentence names, where no table knows anyone.
    fn two_named_with(&self, states: &[EntityId], number: usize) -> Option<[(EntityId, String); 2]> {
        if states.iter().any(|state| self.facts.state(state).is_some()) {
            return None;
        }
        let here = |row: usize| self.cast.players.get(row).is_some_and(|players| !players.is_empty());
        let next = (number..=number + SOON).find(|row| here(*row));
        let back = (number.saturating_sub(SOON)..number).rev().find(|row| here(*row));
        let pair = next
            .into_iter()
            .chain(back)
            .find_map(|row| pairs::last_pair(self.lines, row, usize::MAX, 0, &self.cast))?;
        let [one, other] = pair.map(|person| self.cast.people.get(person));
        let is_free = |role: &Role| {
            let others = role.told.iter().any(|told| told.of.as_ref().is_some_and(|of| !states.contains(of)));
            role.known.is_none() && !others
        };
        Some([called(one.filter(|role| is_free(role))?), called(other.filter(|role| is_free(role))?)])
    }

    /// The only person whom the story introduces as holder of what is asked.
    fn told(&self, of: &EntityId, asked: &Asked<'_>) -> Option<&Role> {
        let is_its = |told: &Told| told.of.as_ref() == Some(of);
        if self.facts.state(of).is_some() {
            let telling = asked.offices.iter().filter(|office| !GENERAL.contains(office));
            let mut offices = telling.flat_map(|office| self.offices_of(of, office));
            let by_office =
                offices.find_map(|office| self.cast.only(|told| is_its(told) && told.offices.contains(&office)));
            return by_office
                .or_else(|| self.cast.only(|told| is_its(told) && !told.head.is_empty() && told.head == asked.head));
        }
        let only = self.cast.only(|told| is_its(told) && asked.agrees(told));
        // "President Ilse Quill … the Merovian president": nobody else is told to be president of anything.
        only.or_else(|| {
            self.cast.only(|told| asked.is_of_a_state() && asked.agrees(told)).filter(|role| is_unplaced(role))
        })
    }

    /// The offices that are meant: `leader` means another one in every state, and there not always the same.
    fn offices_of(&self, state: &EntityId, office: &'static str) -> impl Iterator<Item = &'static str> + use<'a> {
        let leading = self.facts.state(state).filter(|_| office == "leader");
        let days = self.days;
        let led = leading.map_or(&[][..], |state| state.leaders).iter().map(|(_, office)| *office);
        let led = led.filter(move |led| {
            let now = |days: Interval| leading.is_some_and(|it| it.leading_office(Some(days.from)) == Some(led));
            days.is_none_or(now)
        });
        led.chain((office != "leader").then_some(office))
    }

    /// Who held the office: the one whom the article names, else the one who did on all days that are possible.
    fn in_table(&self, state: &EntityId, office: &'static str) -> Option<&'a Person> {
        let offices: Vec<&str> = self.offices_of(state, office).collect();
        let fits = |person: &&Person| {
            let mut terms = person.terms.iter().filter(|term| &term.of == state && offices.contains(&term.office));
            terms.any(|term| self.days.is_none_or(|days| touches(term, days)))
        };
        let mut named = self.holders.iter().copied().filter(fits);
        match (named.next().filter(|_| named.next().is_none()), self.days) {
            (Some(person), _) => Some(person),
            (None, Some(days)) => {
                let holder = |day| offices.iter().find_map(|office| self.facts.holder(state, office, day));
                let (first, last) = (holder(days.from)?, holder(days.to)?);
                (first.id == last.id).then_some(first)
            }
            (None, None) => None,
        }
    }
}

/// Whether the story tells of no state or body for which the person acts, and the tables neither.
fn is_unplaced(role: &Role) -> bool {
    role.known.is_none() && role.told.iter().all(|told| told.of.is_none())
}

fn called(role: &Role) -> (EntityId, String) {
    (role.id.clone(), role.name.clone())
}

/// The office that a description tells.
struct Asked<'a> {
    offices: &'a [&'static str],
    /// The word for it.
    head: String,
}

impl Asked<'_> {
    /// Whether it is an office of states.
    fn is_of_a_state(&self) -> bool {
        self.offices.iter().any(|office| office.starts_with("head-of-") || office.ends_with("minister"))
    }

    /// Whether someone introduced so can be meant, in a state or body that no table knows. Offices of bodies are told by
    /// the word: the leader of a party need not be its secretary-general.
    fn agrees(&self, told: &Told) -> bool {
        let leads = |office: &str| office.starts_with("head-of-") || matches!(office, "leader" | "supreme-leader");
        let first = |words: &[&str]| words.contains(&self.head.as_str()) && words.contains(&told.head.as_str());
        let same = !told.head.is_empty() && self.head.trim_end_matches('s') == told.head;
        let by_office = self
            .offices
            .iter()
            .any(|office| !GENERAL.contains(office) && *office != "leader" && told.offices.contains(office));
        same || by_office
            || first(&["leader", "president", "chairman", "chairwoman", "chief", "head"])
            || self.head == "leader" && told.offices.iter().any(|office| leads(office))
            || matches!(self.head.as_str(), "chief" | "boss" | "head") && told.offices.contains(&"head")
    }
}
