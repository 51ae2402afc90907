//! People of all stories in, which of them are one out.
//!
//! A name with the same first given name and surname by sound is the same person's. One that is cut to initials or
//! leaves the first name out may be anybody's: it goes to the only one who fits and occurs near it ([`Surroundings`]). So
//! does a surname that no given name introduces in its own story.

use std::cmp::Reverse;
use std::collections::HashMap;

use rayon::prelude::*;

use super::context::{Around, Surroundings};
use super::{Called, Entry, Identities};
use crate::language::{EntityId, Facts, NameKind, PersonName, slug};
use crate::meetings::Story;

/// With how many others of one surname and given name a name is compared.
const MOST_NAMESAKES: usize = 32;
/// How many forms of one person a name must agree with.
const MOST_FORMS: usize = 8;

/// Someone, as far as the library tells.
struct Individual<'e> {
    /// The entries that are this person, the fullest name first.
    entries: Vec<usize>,
    names: Vec<&'e PersonName>,
    is_known: bool,
    /// The stories that name them in full, ascending.
    stories: Vec<usize>,
}

/// Finds the people who are one under several names.
pub(super) fn unify(stories: &[Story], entries: &[Entry<'_>], facts: &Facts, identities: &mut Identities) {
    let parsed: Vec<Option<PersonName>> = entries.par_iter().map(parsed).collect();
    let surroundings = Surroundings::new(stories, entries, facts);
    let mut library = Library::default();
    let mut order: Vec<(usize, &PersonName)> = parsed
        .iter()
        .enumerate()
        .filter_map(|(at, name)| name.as_ref().map(|name| (at, name)))
        .filter(|(at, name)| !name.is_bare() || entries.get(*at).is_some_and(|entry| entry.is_known))
        .collect();
    // Whom the tables know first, then the fuller and the more frequent names.
    order.sort_by_cached_key(|(at, name)| {
        entries
            .get(*at)
            .map(|entry| (!entry.is_known, Reverse(name.fullness()), Reverse(entry.stories.len()), entry.id))
    });
    for (at, name) in order {
        if let Some(entry) = entries.get(at) {
            library.place(at, name, entry, &surroundings);
        }
    }
    library.rewrite_names(entries, identities);
    for (entry, name) in entries.iter().zip(&parsed) {
        if let Some(name) = name.as_ref().filter(|name| name.is_bare() && !entry.is_known) {
            library.rewrite_surname(entry, name, entries, &surroundings, identities);
        }
    }
}

fn parsed(entry: &Entry<'_>) -> Option<PersonName> {
    let addressed = entry.name.starts_with("Mr ") || entry.name.starts_with("Mrs ");
    if entry.kind == NameKind::Person && !addressed { PersonName::parse(entry.name) } else { None }
}

#[derive(Default)]
struct Library<'e> {
    people: Vec<Individual<'e>>,
    /// By surname and given name, or its first letter.
    by_name: HashMap<(&'e str, String), Vec<usize>>,
    by_surname: HashMap<&'e str, Vec<usize>>,
}

impl<'e> Library<'e> {
    /// Gives the entry to the one person whose name it is, or makes a new one.
    fn place(&mut self, at: usize, name: &'e PersonName, entry: &Entry<'_>, surroundings: &Surroundings<'_>) {
        let mut fitting = self.namesakes(name);
        fitting.retain(|number| {
            self.people.get(*number).is_some_and(|person| {
                person.agrees(name)
                    && (person.names.iter().any(|own| own.agrees_fully(name)) || {
                        let mut around = surroundings.around(&person.stories);
                        entry.stories.iter().any(|story| around.is_near(*story))
                    })
            })
        });
        let number = match fitting.as_slice() {
            [only] if !entry.is_known => *only,
            _ => {
                self.people.push(Individual {
                    entries: Vec::new(),
                    names: Vec::new(),
                    is_known: entry.is_known,
                    stories: Vec::new(),
                });
                self.people.len() - 1
            }
        };
        for key in keys(name) {
            let same = self.by_name.entry((name.surname_sound(), key)).or_default();
            if same.len() < MOST_NAMESAKES && !same.contains(&number) {
                same.push(number);
            }
        }
        let same = self.by_surname.entry(name.surname_sound()).or_default();
        if same.len() < MOST_NAMESAKES && !same.contains(&number) {
            same.push(number);
        }
        if let Some(person) = self.people.get_mut(number) {
            person.entries.push(at);
            if person.names.len() < MOST_FORMS {
                person.names.push(name);
            }
            person.stories.extend(&entry.stories);
            person.stories.sort_unstable();
            person.stories.dedup();
        }
    }

    /// Those with whom a name is compared, ascending.
    fn namesakes(&self, name: &PersonName) -> Vec<usize> {
        let wanted = keys(name).filter(|key| !name.has_full_given() || key.chars().count() > 1);
        let found = wanted.filter_map(|key| self.by_name.get(&(name.surname_sound(), key)));
        let mut numbers: Vec<usize> = found.flatten().copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn rewrite_names(&self, entries: &[Entry<'_>], identities: &mut Identities) {
        for person in self.people.iter().filter(|person| person.entries.len() > 1) {
            let Some(called) = person.called(entries) else { continue };
            for entry in person.entries.iter().filter_map(|at| entries.get(*at)) {
                if *entry.id != called.id {
                    identities.everywhere.insert(entry.id.clone(), called.clone());
                }
            }
        }
    }

    /// Gives a surname to the only person with it who occurs near, story by story.
    fn rewrite_surname(
        &self,
        entry: &Entry<'_>,
        name: &PersonName,
        entries: &[Entry<'_>],
        surroundings: &Surroundings<'_>,
        identities: &mut Identities,
    ) {
        let called = self.by_surname.get(name.surname_sound()).map(Vec::as_slice).unwrap_or_default();
        let called: Vec<&Individual<'_>> = called
            .iter()
            .filter_map(|number| self.people.get(*number))
            .filter(|person| person.names.iter().any(|own| own.shares_surname(name)))
            .collect();
        if called.is_empty() {
            return;
        }
        let mut called: Vec<(&Individual<'_>, Around<'_>)> =
            called.into_iter().map(|person| (person, surroundings.around(&person.stories))).collect();
        for &story in &entry.stories {
            let mut near = called.iter_mut().filter_map(|(person, around)| around.is_near(story).then_some(*person));
            if let (Some(person), None) = (near.next(), near.next())
                && let Some(called) = person.called(entries)
            {
                identities.here.insert((story, entry.id.clone()), called);
            }
        }
    }
}

/// The given names by sound, and the first letter of the first.
fn keys(name: &PersonName) -> impl Iterator<Item = String> {
    let letter = name.first_given().chars().next().map(String::from);
    name.given_sounds().map(str::to_owned).chain(letter)
}

impl Individual<'_> {
    fn agrees(&self, name: &PersonName) -> bool {
        self.names.iter().all(|own| own.agrees(name) || self.is_known && own.is_bare())
    }

    /// The table's name, else the fullest.
    fn called(&self, entries: &[Entry<'_>]) -> Option<Called> {
        let first = entries.get(*self.entries.first()?)?;
        let id = if self.is_known { first.id.clone() } else { EntityId::new(&slug(first.name)) };
        Some(Called { id, name: first.name.to_owned() })
    }
}
