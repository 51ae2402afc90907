//! People of all stories in, which of them are one out.
//!
//! A name with the same first given name and surname by sound is the same person's. One that is cut to initials or
//! leaves the first name out may be anybody's: it goes to the only one who fits and occurs near it ([`Surroundings`]). So
//! does a surname that no given name introduces in its own story.

use std::cmp::Reverse;

use foldhash::HashMap;
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
    let bare = |(at, entry): (usize, &Entry<'_>)| {
        let name = parsed.get(at)?.as_ref().filter(|name| name.is_bare() && !entry.is_known)?;
        Some((at, library.with_surname(name)))
    };
    let surnames: Vec<(usize, Vec<usize>)> =
        entries.iter().enumerate().filter_map(bare).filter(|(_, people)| !people.is_empty()).collect();
    let company = Company::new(stories.len(), &surnames, entries);
    for (at, people) in &surnames {
        if let Some(entry) = entries.get(*at) {
            library.rewrite_surname((*at, entry), people, (entries, &company), &surroundings, identities);
        }
    }
}

/// How people are addressed by surname.
const ADDRESSES: [&str; 4] = ["Mr ", "Mrs ", "Ms ", "Dr "];

/// The name of a person; an address is none of it, and leaves a surname.
fn parsed(entry: &Entry<'_>) -> Option<PersonName> {
    if entry.kind != NameKind::Person {
        return None;
    }
    match ADDRESSES.iter().find_map(|address| entry.name.strip_prefix(address)) {
        Some(surname) => PersonName::parse(surname).filter(PersonName::is_bare),
        None => PersonName::parse(entry.name),
    }
}

/// The surnames without a given name in each story, each with the people who bear it.
struct Company<'n> {
    of_story: Vec<Vec<(usize, &'n [usize])>>,
}

/// Surnames of one story that are looked at.
const MOST_SURNAMES: usize = 16;

impl<'n> Company<'n> {
    fn new(stories: usize, surnames: &'n [(usize, Vec<usize>)], entries: &[Entry<'_>]) -> Self {
        let mut of_story = vec![Vec::new(); stories];
        for (at, people) in surnames {
            for story in entries.get(*at).map(|entry| &entry.stories).into_iter().flatten() {
                if let Some(known) = of_story.get_mut(*story).filter(|known: &&mut Vec<_>| known.len() < MOST_SURNAMES)
                {
                    known.push((*at, people.as_slice()));
                }
            }
        }
        // Fewer people with a surname tell more of whom a story means: where there are too many, the others are left out.
        for known in &mut of_story {
            known.sort_by_key(|(_, people)| people.len());
        }
        Self { of_story }
    }
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

    /// The people with a surname, no more than [`MOST_NAMESAKES`].
    fn with_surname(&self, name: &PersonName) -> Vec<usize> {
        let called = self.by_surname.get(name.surname_sound()).map(Vec::as_slice).unwrap_or_default();
        let bears = |number: &usize| {
            self.people.get(*number).is_some_and(|person| person.names.iter().any(|own| own.shares_surname(name)))
        };
        called.iter().copied().filter(bears).take(MOST_NAMESAKES).collect()
    }

    /// Gives a surname to the only person with it who occurs near, story by story.
    fn rewrite_surname(
        &self,
        (at, entry): (usize, &Entry<'_>),
        called: &[usize],
        (entries, company): (&[Entry<'_>], &Company<'_>),
        surroundings: &Surroundings<'_>,
        identities: &mut Identities,
    ) {
        let mut called: Vec<(usize, &Individual<'_>, Around<'_>)> = called
            .iter()
            .filter_map(|number| self.people.get(*number).map(|person| (*number, person)))
            .map(|(number, person)| (number, person, surroundings.around(&person.stories)))
            .collect();
        for &story in &entry.stories {
            let mut near = called.iter_mut().filter_map(|(number, person, around)| {
                let is_near = around.is_near(story) || self.keeps_company(story, (at, *number), company, surroundings);
                is_near.then_some(*person)
            });
            if let (Some(person), None) = (near.next(), near.next())
                && let Some(called) = person.called(entries)
            {
                identities.here.insert((story, entry.id.clone()), called);
            }
        }
    }

    /// Whether another surname of the story is that of someone whom a story of these weeks names together with the person: who
    /// writes of `Quill and Zorbax` means those two whom the next story calls by their full names.
    fn keeps_company(
        &self,
        story: usize,
        (at, number): (usize, usize),
        company: &Company<'_>,
        surroundings: &Surroundings<'_>,
    ) -> bool {
        let Some(person) = self.people.get(number) else { return false };
        let others = company.of_story.get(story).into_iter().flatten().filter(|(other, _)| *other != at);
        let others = others.flat_map(|(_, people)| people.iter()).filter(|other| **other != number);
        let mut others = others.take(MOST_NAMESAKES).filter_map(|other| self.people.get(*other));
        others.any(|other| surroundings.share_story_of(story, &person.stories, &other.stories))
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
