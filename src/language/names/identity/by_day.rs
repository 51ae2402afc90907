//! Who is meant where the tables know several: `Bush` in a story of 1991 and in one of 2005.
//!
//! Names are recognised before the article's day is known, for they help to find it. Once it is, a surname alone, or a
//! name that two people bear, goes to the one who was in office then or was nearest to it.

use std::collections::HashSet;

use jiff::civil::Date;

use super::canonical::spaced;
use super::titled;
use crate::article::Article;
use crate::language::calendar::days_between;
use crate::language::facts::{Facts, Person};
use crate::language::packed::Sense;
use crate::language::spelling::key;
use crate::language::transliteration::without_article;
use crate::language::types::{EntityId, Form, Name, NameKind, Part};

/// How many namesakes are weighed at most.
const MOST_NAMESAKES: usize = 64;

/// Gives names that several office-holders bear to the one of the day; whether any changed hands.
pub(in crate::language) fn choose_by_day(article: &Article, names: &mut Vec<Name>, facts: &Facts, day: Date) -> bool {
    let states: HashSet<EntityId> = names.iter().filter_map(|name| name.state.clone()).collect();
    let mut taken: HashSet<EntityId> = names.iter().map(|name| name.id.clone()).collect();
    let mut changed = false;
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Person) {
        let Some(now) = facts.person(&name.id) else { continue };
        let namesakes = namesakes(article, name, &states, facts);
        let best = namesakes.iter().min_by_key(|person| distance(person, day)).copied();
        let better = best.filter(|person| distance(person, day) < distance(now, day) && !taken.contains(&person.id));
        if let Some(person) = better {
            taken.insert(person.id.clone());
            name.id = person.id.clone();
            person.name.clone_into(&mut name.name);
            changed = true;
        }
    }
    titled::give_to_holders(article, names, &states, facts, day) || changed
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
