//! The second round of dating: a story that does not tell its own day takes it from stories about the same meetings.
//!
//! **In:** stories, some without a day. **Out:** the same stories, read again from a neighbour's day where that makes
//! a meeting of theirs agree with one of the neighbour's. A story reads differently once its year is known
//! (`November 22` has a value, `the presidents of Turkey and Iran` have names), which is why everything that asks the
//! calendar is done again and not patched; what does not (words, sentences, names) is kept from the first reading.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::compare::score;
use super::identities::Identities;
use super::telling::{Around, Telling};
use super::weights::probability;
use crate::language::{Annotations, EntityId, Facts, Name, annotate_on};
use crate::meetings::{Story, tell};

/// How many neighbours are tried, those with most people in common first.
const NEIGHBOURS: usize = 8;
/// How sure the best pair of meetings must be before a day is taken over.
const SURE: f64 = 0.8;
/// From this probability on no further neighbour is tried.
const SETTLED: f64 = 0.95;

/// The stories that tell of meetings but not of their day, by index, each with the names of its own reading.
pub(super) type Undated = Vec<(usize, Vec<Name>)>;

/// Finds the undated stories, before anything in them is rewritten.
pub(super) fn undated(stories: &[Story]) -> Undated {
    let stories = stories.iter().enumerate();
    let undated = stories.filter(|(_, story)| story.annotations.published.is_none() && !story.meetings.is_empty());
    undated.map(|(number, story)| (number, story.annotations.names.clone())).collect()
}

/// Gives undated stories the day of the neighbour whose meetings they agree with best.
pub(super) fn date_by_neighbours(undated: Undated, stories: &mut [Story], identities: &Identities, facts: &Facts) {
    if undated.is_empty() {
        return;
    }
    // Every story is judged by the stories that were dated before this round, so that the order does not matter.
    let people = dated_stories_by_person(stories);
    let dated: Vec<(usize, Story)> = undated
        .into_par_iter()
        .filter_map(|(number, names)| {
            best_reading(stories, &people, (number, names), identities, facts).map(|story| (number, story))
        })
        .collect();
    drop(people);
    for (number, story) in dated {
        if let Some(place) = stories.get_mut(number) {
            *place = story;
        }
    }
}

/// For each person, the dated stories that name them, ascending.
type StoriesByPerson = HashMap<EntityId, Vec<usize>>;

fn dated_stories_by_person(stories: &[Story]) -> StoriesByPerson {
    let mut people = StoriesByPerson::new();
    for (number, story) in stories.iter().enumerate().filter(|(_, story)| story.annotations.published.is_some()) {
        for id in named_people(story) {
            people.entry(id.clone()).or_default().push(number);
        }
    }
    people
}

fn best_reading(
    stories: &[Story],
    people: &StoriesByPerson,
    (number, names): (usize, Vec<Name>),
    identities: &Identities,
    facts: &Facts,
) -> Option<Story> {
    let undated = stories.get(number)?;
    let first_reading = Annotations { names, ..undated.annotations.clone() };
    let mut best: Option<(f64, Story)> = None;
    for other in neighbours(stories, people, undated) {
        let neighbour = stories.get(other)?;
        let day = neighbour.annotations.published.as_ref()?.best;
        let annotations = annotate_on(day, &undated.article, &first_reading, facts);
        let mut story = tell(undated.article.clone(), annotations, facts);
        identities.apply(number, &mut story);
        let sure = agreement((number, &story), (other, neighbour));
        if sure >= SURE && best.as_ref().is_none_or(|(most, _)| sure > *most) {
            best = Some((sure, story));
        }
        if best.as_ref().is_some_and(|(most, _)| *most >= SETTLED) {
            break;
        }
    }
    best.map(|(_, story)| story)
}

/// The stories to try, those with most people in common first, one a month: neighbours of one month would have the
/// story read in the same way.
fn neighbours(stories: &[Story], people: &StoriesByPerson, undated: &Story) -> Vec<usize> {
    let mut common: HashMap<usize, usize> = HashMap::new();
    for id in named_people(undated) {
        for &other in people.get(id).into_iter().flatten() {
            *common.entry(other).or_default() += 1;
        }
    }
    let mut neighbours: Vec<(usize, usize)> = common.into_iter().filter(|(_, common)| *common > 1).collect();
    // Of equals the one whose identity comes first, so that the order of files does not matter.
    let identity = |number: usize| stories.get(number).map(|story| (&story.article.id, &story.article.text));
    neighbours.sort_unstable_by_key(|&(other, common)| (std::cmp::Reverse(common), identity(other)));
    let mut months = HashSet::new();
    let mut is_new_month = |other: usize| {
        let published = stories.get(other).and_then(|story| story.annotations.published.as_ref());
        published.is_some_and(|published| months.insert((published.best.year(), published.best.month())))
    };
    let neighbours = neighbours.into_iter().map(|(other, _)| other).filter(|&other| is_new_month(other));
    neighbours.take(NEIGHBOURS).collect()
}

/// The probability that some meeting of one story is a meeting of the other.
fn agreement<'s>(a: (usize, &'s Story), b: (usize, &'s Story)) -> f64 {
    let told = |(number, story): (usize, &'s Story)| {
        let told = (0..story.meetings.len()).filter_map(move |mention| Telling::plain(number, story, mention));
        told.filter(|telling| telling.meeting.when.is_some_and(|when| when.passage.is_some()))
    };
    let around = Around::default();
    let mut best: f64 = 0.0;
    // A day that was told in words must agree: one inferred from the neighbour's own day proves nothing.
    for one in told(a) {
        for other in told(b) {
            best = best.max(score(&one, &other, &around).map_or(0.0, probability));
        }
    }
    best
}

fn named_people(story: &Story) -> Vec<&EntityId> {
    let people = story.annotations.names.iter().filter(|name| name.kind == crate::language::NameKind::Person);
    people.map(|name| &name.id).collect()
}
