//! Who is meant where the tables know several: `Bush` in a story of 1991 and in one of 2005.
//!
//! Names are recognised before the article's day is known, for they help to find it. Once it is, a surname alone, or a
//! name that two people bear, goes to the one who was in office then or was nearest to it.

use std::collections::HashSet;

use jiff::civil::Date;

use super::canonical::spaced;
use super::titled::{self, Calls, Moved};
use crate::article::Article;
use crate::language::calendar::days_between;
use crate::language::facts::{Facts, Person};
use crate::language::packed::Sense;
use crate::language::spelling::key;
use crate::language::transliteration::without_article;
use crate::language::types::{EntityId, Form, Name, NameKind, Part};

/// How many namesakes are weighed at most.
const MOST_NAMESAKES: usize = 64;

/// Whom the names of an article can mean, whatever its day is: what to look up is looked up once, however many days are tried.
pub(in crate::language) struct Bearers<'f> {
    facts: &'f Facts,
    states: HashSet<EntityId>,
    /// The names of people of whom the day can tell more, by their places.
    people: Vec<Bearer>,
}

/// One name that the day may give to another.
struct Bearer {
    place: usize,
    /// The office-holders whom every mention of it can mean.
    namesakes: Vec<&'static Person>,
    /// What stands before its mentions.
    calls: Calls,
}

impl<'f> Bearers<'f> {
    /// Those of these names of an article.
    pub(in crate::language) fn of(article: &Article, names: &[Name], facts: &'f Facts) -> Self {
        let states: HashSet<EntityId> = names.iter().filter_map(|name| name.state.clone()).collect();
        let people = names.iter().enumerate().filter(|(_, name)| name.kind == NameKind::Person);
        let people = people.filter_map(|(place, name)| {
            let is_known = facts.person(&name.id).is_some();
            let namesakes = if is_known { namesakes(article, name, &states, facts) } else { Vec::new() };
            let calls = Calls::of(article, name, is_known, facts);
            (!namesakes.is_empty() || calls.may_move()).then_some(Bearer { place, namesakes, calls })
        });
        let people = people.collect();
        Self { facts, states, people }
    }

    /// The names, of which these are, where names that several office-holders bear go to the one of the day; `None` where
    /// none changes hands.
    pub(in crate::language) fn on(&self, names: &[Name], day: Date) -> Option<Vec<Name>> {
        let mut taken: Option<HashSet<&EntityId>> = None;
        let mut given: Vec<(usize, &'static Person)> = Vec::new();
        let mut moved: Vec<Moved> = Vec::new();
        for bearer in &self.people {
            let Some(name) = names.get(bearer.place) else { continue };
            let mut own = self.facts.person(&name.id);
            let best = bearer.namesakes.iter().min_by_key(|person| distance(person, day)).copied();
            let better = best.zip(own).filter(|(person, now)| distance(person, day) < distance(now, day));
            if let Some((person, _)) = better {
                let taken = taken.get_or_insert_with(|| names.iter().map(|name| &name.id).collect());
                if taken.insert(&person.id) {
                    given.push((bearer.place, person));
                    own = Some(person);
                }
            }
            moved.extend(bearer.calls.moved((bearer.place, name), own, (&self.states, self.facts), day));
        }
        if given.is_empty() && moved.is_empty() {
            return None;
        }
        let mut names = names.to_vec();
        for (place, person) in given {
            if let Some(name) = names.get_mut(place) {
                name.id = person.id.clone();
                person.name.clone_into(&mut name.name);
            }
        }
        titled::give_to_holders(&mut names, moved);
        Some(names)
    }
}

/// The office-holders whom every mention of the name can mean; empty where one mention is of one alone.
fn namesakes(article: &Article, name: &Name, states: &HashSet<EntityId>, facts: &Facts) -> Vec<&'static Person> {
    let mut forms: Vec<String> = Vec::new();
    for mention in name.mentions.iter().filter(|mention| mention.form == Form::Name) {
        let text = if mention.passage.part == Part::Title { &article.title.text } else { &article.text };
        let words = spaced(mention.passage.span.of(text));
        if !forms.contains(&words) {
            if forms.len() >= 8 {
                return Vec::new();
            }
            forms.push(words);
        }
    }
    // A form of several words says more than a surname.
    let full = forms.iter().filter(|form| form.contains(' '));
    let mut fitting: Option<Vec<usize>> = None;
    for form in full {
        let keys: Vec<String> = form.split(' ').map(key).collect();
        let people = facts.lexicon.phrase(&keys.join(" "), true).filter_map(|sense| match sense {
            Sense::Person(index) => Some(index),
            _ => None,
        });
        let people: Vec<usize> = people.take(MOST_NAMESAKES).collect();
        fitting = Some(match fitting {
            Some(known) => known.into_iter().filter(|index| people.contains(index)).collect(),
            None => people,
        });
    }
    if let Some(fitting) = fitting {
        return fitting.into_iter().filter_map(|index| facts.people.get(index)).collect();
    }
    let Some(surname) = forms.first() else { return Vec::new() };
    let called = facts.people_called(&key(without_article(surname))).take(MOST_NAMESAKES);
    called.filter(|person| person.terms.iter().any(|term| states.contains(&term.of))).collect()
}

/// Days between `day` and the nearest day in office.
fn distance(person: &Person, day: Date) -> i32 {
    let away = person.terms.iter().map(|term| {
        let before = days_between(day, term.from).max(0);
        let after = term.to.map_or(0, |to| days_between(to, day)).max(0);
        before.max(after)
    });
    away.min().unwrap_or(i32::MAX)
}
