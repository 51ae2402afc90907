//! The shipped tables of facts, in the form in which the rules ask them.
//!
//! **In:** the tab-separated files of `tables/`, which `build.rs` turns into constants and a packed lexicon when the
//! program is built. **Out:** [`Facts`]: states, bodies, places, people with their offices, and one [`Lexicon`] over
//! all their spellings, with no work to do at start. `docs/facts.md` says where each table comes from.

use std::sync::LazyLock;

use jiff::civil::Date;
use jiff::civil::date;

use super::corrections::Corrections;
use super::lexicon::Lexicon;
use super::packed::Sense;
use super::spelling::key;
use super::types::EntityId;
use super::user_names::UserNames;

include!(concat!(env!("OUT_DIR"), "/facts.rs"));

/// A state or territory.
#[derive(Debug)]
pub struct State {
    /// Its identity, such as `russia`.
    pub id: EntityId,
    /// As a journalist writes it.
    pub name: &'static str,
    /// The first of its adjectives, such as `Russian`.
    pub adjective: &'static str,
    /// The office that `the leader` means, each with the first day of which that is so, in order.
    pub leaders: &'static [(Date, &'static str)],
}

impl State {
    /// The office that `the leader` means on `date`; where the day is unknown, the latest one.
    pub fn leading_office(&self, date: Option<Date>) -> Option<&'static str> {
        let mut in_force = self.leaders.iter().filter(|(since, _)| date.is_none_or(|date| *since <= date));
        in_force.next_back().map(|(_, office)| *office)
    }
}

/// A capital, an organisation, or another place.
#[derive(Debug)]
pub struct Known {
    /// Its identity.
    pub id: EntityId,
    /// As a journalist writes it.
    pub name: &'static str,
    /// The state it belongs to.
    pub state: Option<EntityId>,
    /// How much room it takes; of a body its seat.
    pub extent: Extent,
}

/// How much room a place takes: what takes less may lie in what takes more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extent {
    /// A building, a bridge, an airport.
    House,
    /// A town.
    Town,
    /// A province, an island, a sea, a river, mountains.
    Region,
}

/// Someone who holds or held an office.
#[derive(Debug)]
pub struct Person {
    /// Their identity.
    pub id: EntityId,
    /// As a journalist writes it.
    pub name: &'static str,
    /// The surnames by which they are called alone.
    pub surnames: &'static [&'static str],
    /// Their offices, in the order of the table.
    pub terms: &'static [Term],
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

/// One term, found by its office: indices of the person and of the term.
#[derive(Debug)]
struct Held {
    of: EntityId,
    office: &'static str,
    person: usize,
    term: usize,
}

/// The tables.
#[derive(Debug)]
pub struct Facts {
    /// States and territories, by identity.
    pub states: &'static [State],
    /// Capitals of states.
    pub capitals: &'static [Known],
    /// Organisations, then agencies.
    pub bodies: &'static [Known],
    /// Towns, regions, seas.
    pub places: &'static [Known],
    /// Office-holders, by identity.
    pub people: &'static [Person],
    /// Identities of offices.
    pub offices: &'static [&'static str],
    /// Every spelling of all of them.
    pub lexicon: Lexicon,
    /// What the user adds.
    pub user: UserNames,
    /// What the user corrects.
    pub corrections: Corrections,
    /// Every term, by state or body and office.
    held: &'static [Held],
}

static SHIPPED: LazyLock<Facts> = LazyLock::new(|| Facts::with_user_names(UserNames::default()));

impl Facts {
    /// The tables that the program ships.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The same with what a user adds.
    pub fn with_user_names(user: UserNames) -> Self {
        Self {
            states: STATES,
            capitals: CAPITALS,
            bodies: BODIES,
            places: PLACES,
            people: PEOPLE,
            offices: OFFICES,
            held: HELD,
            lexicon: Lexicon::packed(include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"))),
            user,
            corrections: Corrections::default(),
        }
    }

    /// The same with what a user corrects, in place of what was corrected before.
    #[must_use]
    pub fn correcting(&self, corrections: Corrections) -> Self {
        Self { corrections, ..Self::with_user_names(self.user.clone()) }
    }

    /// The office-holder with this identity.
    pub fn person(&self, id: &EntityId) -> Option<&'static Person> {
        self.people.binary_search_by(|person| person.id.cmp(id)).ok().and_then(|index| self.people.get(index))
    }

    /// Whether any table, or the user, has this identity under this name.
    pub fn knows(&self, id: &EntityId, name: &str) -> bool {
        if self.person(id).is_some() || self.state(id).is_some() || self.user.knows(id) {
            return true;
        }
        let words: Vec<String> = name.split_whitespace().map(key).collect();
        let in_table = |table: &[Known], index: usize| table.get(index).is_some_and(|known| known.id == *id);
        self.lexicon.phrase(&words.join(" "), true).any(|sense| match sense {
            Sense::Body(index) => in_table(self.bodies, index),
            Sense::Place(index) => in_table(self.places, index),
            Sense::Capital(index) => in_table(self.capitals, index),
            _ => false,
        })
    }

    /// The state with this identity.
    pub fn state(&self, id: &EntityId) -> Option<&'static State> {
        self.states.binary_search_by(|state| state.id.cmp(id)).ok().and_then(|index| self.states.get(index))
    }

    /// The state that a place lies in, or that it is; `name` is how it is written.
    pub fn state_of(&self, id: &EntityId, name: &str) -> Option<EntityId> {
        if self.state(id).is_some() {
            return Some(id.clone());
        }
        let words: Vec<String> = name.split_whitespace().map(key).collect();
        let of = |table: &[Known], index: usize| table.get(index).filter(|known| known.id == *id)?.state.clone();
        self.lexicon.phrase(&words.join(" "), true).find_map(|sense| match sense {
            Sense::Place(index) => of(self.places, index),
            Sense::Capital(index) => of(self.capitals, index),
            Sense::Body(index) => of(self.bodies, index),
            _ => None,
        })
    }

    /// How much room a place takes; `name` is how it is written. `None` for states, and for what no table knows.
    pub fn extent_of(&self, id: &EntityId, name: &str) -> Option<Extent> {
        let words: Vec<String> = name.split_whitespace().map(key).collect();
        let of = |table: &[Known], index: usize| table.get(index).filter(|known| known.id == *id).map(|one| one.extent);
        self.lexicon.phrase(&words.join(" "), true).find_map(|sense| match sense {
            Sense::Place(index) => of(self.places, index),
            Sense::Capital(index) => of(self.capitals, index),
            _ => None,
        })
    }

    /// The capital in which this seat of a government stands (`Kremlin`, `White House`).
    pub fn town_of_seat(&self, name: &str) -> Option<&'static Known> {
        let words: Vec<String> = name.split_whitespace().map(key).collect();
        let seat = |sense: Sense| if let Sense::Seat(state) = sense { self.states.get(state) } else { None };
        let state = self.lexicon.phrase(&words.join(" "), true).find_map(seat)?;
        self.capital_of(&state.id)
    }

    /// The capital of a state.
    pub fn capital_of(&self, state: &EntityId) -> Option<&'static Known> {
        self.capitals.iter().find(|capital| capital.state.as_ref() == Some(state))
    }

    /// The state whose name or adjective this is (`Turkey`, `Turkish`, `Russian Federation`).
    pub fn state_called(&self, name: &str) -> Option<&'static State> {
        let words: Vec<String> = name.split_whitespace().map(key).collect();
        self.lexicon.phrase(&words.join(" "), true).find_map(|sense| match sense {
            Sense::State(index) | Sense::Demonym(index) => self.states.get(index),
            _ => None,
        })
    }

    /// A state or body with what a journalist calls it.
    pub fn side(&self, id: &EntityId) -> Option<(EntityId, String)> {
        let state = self.state(id).map(|state| state.name);
        let body = || self.bodies.iter().find(|body| body.id == *id).map(|body| body.name);
        state.or_else(body).map(|name| (id.clone(), name.to_owned()))
    }

    /// The state or body whose name this is (`Turkey`, `EU`).
    pub fn side_called(&self, name: &str) -> Option<(EntityId, String)> {
        let side = self.lexicon.phrase(&key(name), true).find_map(|sense| match sense {
            Sense::State(index) => self.states.get(index).map(|state| (&state.id, state.name)),
            Sense::Body(index) => self.bodies.get(index).map(|body| (&body.id, body.name)),
            _ => None,
        });
        side.map(|(id, name)| (id.clone(), name.to_owned()))
    }

    /// Office-holders who are called by this surname alone (a key).
    pub fn people_called(&self, surname: &str) -> impl Iterator<Item = &'static Person> + use<'_> {
        self.lexicon.people_called(surname).filter_map(|index| self.people.get(index))
    }

    /// The part of an office-holder's name by which they are called alone: `Xi` of `Xi Jinping`, `de Klerk` of `F.W. de Klerk`.
    pub fn surname<'n>(&self, person: &EntityId, name: &'n str) -> Option<&'n str> {
        self.person(person)?;
        let is_own = |word: &&str| self.people_called(&key(word)).any(|one| one.id == *person);
        let ends = || name.match_indices(' ').filter_map(|(at, _)| name.get(at + 1..)).filter(|end| end.contains(' '));
        name.split_whitespace().rfind(is_own).or_else(|| ends().find(is_own))
    }

    /// Who holds `office` of `of` on `date`: the one whose term began last.
    pub fn holder(&self, of: &EntityId, office: &str, date: Date) -> Option<&'static Person> {
        let key = |held: &Held| held.of.cmp(of).then_with(|| held.office.cmp(office));
        let first = self.held.partition_point(|held| key(held).is_lt());
        let same = self.held.iter().skip(first).take_while(|held| key(held).is_eq());
        let held = same.filter_map(|held| {
            let person = self.people.get(held.person)?;
            Some((person, person.terms.get(held.term)?))
        });
        held.filter(|(_, term)| term.holds(date)).max_by_key(|(_, term)| term.from).map(|(person, _)| person)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn offices_are_resolved_by_date() {
        let facts = Facts::shipped();
        let us = EntityId::new("united-states");
        let president = |day| facts.holder(&us, "head-of-state", day).map(|person| person.name);
        assert_eq!(president(date(2016, 7, 6)), Some("Barack Obama"));
        assert_eq!(president(date(2017, 11, 21)), Some("Donald Trump"));
    }

    #[test]
    fn a_surname_may_be_several_words_and_stand_first() {
        let facts = Facts::shipped();
        let surname = |key: &str, name: &'static str| {
            let person = facts.people_called(key).find(|person| person.name == name)?;
            facts.surname(&person.id, name)
        };
        assert_eq!(surname("de klerk", "F.W. de Klerk"), Some("de Klerk"));
        assert_eq!(surname("xi", "Xi Jinping"), Some("Xi"));
        assert_eq!(surname("obama", "Barack Obama"), Some("Obama"));
    }

    #[test]
    fn tables_are_sorted_as_look_ups_need_them() {
        let facts = Facts::shipped();
        assert!(facts.people.is_sorted_by(|a, b| a.id < b.id));
        assert!(facts.states.is_sorted_by(|a, b| a.id < b.id));
    }

    #[test]
    fn spellings_of_one_capital_are_one_place_and_a_former_capital_is_another() {
        use crate::language::packed::Sense;
        let lexicon = Facts::shipped().lexicon;
        assert_eq!(lexicon.word("Kyiv"), lexicon.word("Kiev"));
        assert!(matches!(lexicon.word("Astana"), Some(Sense::Capital(_))));
        assert_ne!(lexicon.word("Astana"), lexicon.word("Almaty"));
    }
}
