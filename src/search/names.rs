//! The filter of the list of names.
//!
//! **In:** a [`Library`] with its [`Names`], once; then a [`NameQuery`] on every key.
//! **Out:** [`FoundNames`]: the names that answer it, counted in the stories that answer it.
//! **Why:** whoever looks for someone types a part of any spelling; and who is in the news *there* and *then* is asked
//! like everything else. Names and spellings are folded once.

use std::cmp::Reverse;
use std::collections::HashSet;

use rayon::prelude::*;

use super::filter::Filter;
use super::haystack::{Haystack, Hit};
use super::matcher::Matcher;
use super::query::{NameQuery, NameTest};
use crate::dossier::name::{Counts, Names};
use crate::language::{Form, NameKind};
use crate::library::{Library, Own};
use crate::text::fold::folded;

/// A name that answers a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundName {
    /// Index into [`Connections::entities`](crate::links::Connections::entities).
    pub entity: usize,
    /// Mentions in the stories that are counted.
    pub mentions: usize,
    /// Stories among those that mention it.
    pub stories: usize,
    /// Byte offsets of the matched characters in the entity's name, ascending.
    pub lit: Vec<usize>,
    /// The spelling that matched where the name did not, with its matched characters.
    pub spelling: Option<(String, Vec<usize>)>,
}

/// The names that answer a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundNames {
    /// Those with letters side by side first, where words are asked; then by mentions.
    pub names: Vec<FoundName>,
    /// Whether each story is counted; `None` where all are.
    pub counted: Option<Vec<bool>>,
}

/// The names of a library, prepared for filtering.
#[derive(Clone, Debug, Default)]
pub struct NameFilter {
    /// In the order of the entities.
    entities: Vec<Searched>,
}

/// One name, prepared.
#[derive(Clone, Debug)]
struct Searched {
    kind: NameKind,
    name: Haystack,
    /// Other ways in which it is written.
    spellings: Vec<(String, Haystack)>,
}

impl NameFilter {
    /// Prepares every name of `library` and every way in which it is written.
    pub fn new(library: &Library, names: &Names) -> Self {
        let mut spellings = spellings(library, names);
        let prepare = |(entity, spellings): (&crate::links::Entity, Vec<&str>)| {
            let own = folded(&entity.name);
            let others = spellings.into_iter().filter(|spelling| folded(spelling) != own);
            let spellings = others.map(|spelling| (spelling.to_owned(), Haystack::new(spelling))).collect();
            Searched { kind: entity.kind, name: Haystack::new(&entity.name), spellings }
        };
        let entities = &library.connections.entities;
        spellings.resize(entities.len(), Vec::new());
        Self { entities: entities.par_iter().zip(spellings).map(prepare).collect() }
    }

    /// The names for which `query` holds, with their counts. `stories` is the filter of the library's stories and `own`
    /// is as in [`Filter::run`].
    pub fn run(
        &self,
        library: &Library,
        names: &Names,
        stories: &Filter,
        own: &[Own],
        query: &NameQuery,
    ) -> FoundNames {
        let counted = (!query.stories.is_empty()).then(|| {
            let mut counted = vec![false; library.stories.len()];
            for found in stories.run(library, own, &query.stories) {
                if let Some(counted) = counted.get_mut(found.story) {
                    *counted = true;
                }
            }
            counted
        });
        let counts = Counts::of(library, names, counted.as_deref());
        let meant = self.meant(library, names, query);
        let skim = Matcher::new();
        let entities = self.entities.par_iter().enumerate();
        let found = entities.filter_map(|(entity, searched)| {
            let (mentions, stories) = (*counts.mentions.get(entity)?, *counts.stories.get(entity)?);
            if counted.is_some() && stories == 0 {
                return None;
            }
            let answer = answer(&skim, searched, query, |test| {
                meant.get(test).and_then(|meant| meant.get(entity)).copied().unwrap_or_default()
            })?;
            let found = FoundName { entity, mentions, stories, lit: answer.lit, spelling: answer.spelling };
            Some((answer.apart, found))
        });
        let mut found: Vec<(usize, FoundName)> = found.collect();
        // Equal ones stay in the order of the library's entities.
        found.sort_by_key(|(apart, found)| (*apart, Reverse(found.mentions)));
        FoundNames { names: found.into_iter().map(|(_, found)| found).collect(), counted }
    }

    /// For each `who:` in the order in which they were typed, whether each entity is meant: those called so, and those who met them.
    fn meant(&self, library: &Library, names: &Names, query: &NameQuery) -> Vec<Vec<bool>> {
        let tests = query.names.iter().flatten().filter_map(|(_, test)| match test {
            NameTest::Who(asked) => Some(asked),
            _ => None,
        });
        tests.map(|asked| self.called_or_met(library, names, asked)).collect()
    }

    fn called_or_met(&self, library: &Library, names: &Names, asked: &str) -> Vec<bool> {
        let is_called = |searched: &Searched| {
            matches!(searched.kind, NameKind::Person | NameKind::Organisation)
                && (searched.name.has(asked) || searched.spellings.iter().any(|(_, spelling)| spelling.has(asked)))
        };
        let mut meant: Vec<bool> = self.entities.par_iter().map(is_called).collect();
        let called: Vec<usize> =
            meant.iter().enumerate().filter(|(_, meant)| **meant).map(|(entity, _)| entity).collect();
        let numbers = library.connections.meetings.len();
        let mut met = vec![false; numbers];
        let took_part = |entity: usize, meeting: usize| {
            let id = library.connections.entities.get(entity).map(|entity| &entity.id);
            let people = library.connections.meetings.get(meeting).map(|meeting| meeting.participants.as_slice());
            id.zip(people).is_some_and(|(id, people)| people.iter().any(|one| one.id == *id))
        };
        for entity in called {
            for meeting in names.meetings(entity).iter().map(|meeting| *meeting as usize) {
                if took_part(entity, meeting)
                    && let Some(met) = met.get_mut(meeting)
                {
                    *met = true;
                }
            }
        }
        for (entity, meant) in meant.iter_mut().enumerate().filter(|(_, meant)| !**meant) {
            let mut meetings = names.meetings(entity).iter().map(|meeting| *meeting as usize);
            *meant = meetings.any(|meeting| met.get(meeting) == Some(&true) && took_part(entity, meeting));
        }
        meant
    }
}

/// What answers a query in one name.
#[derive(Default)]
struct Answer {
    /// How many words have their letters apart.
    apart: usize,
    lit: Vec<usize>,
    spelling: Option<(String, Vec<usize>)>,
}

/// `None` where something does not hold. `is_meant` tells of each `who:`, by its number.
fn answer(skim: &Matcher, searched: &Searched, query: &NameQuery, is_meant: impl Fn(usize) -> bool) -> Option<Answer> {
    let mut answer = Answer::default();
    let mut who = 0;
    for group in &query.names {
        let mut holds = false;
        for (negated, test) in group {
            let (found, hit) = match test {
                NameTest::Kind(kinds) => (kinds.contains(&searched.kind), None),
                NameTest::Who(_) => {
                    who += 1;
                    (is_meant(who - 1), None)
                }
                NameTest::Word(word, how) => {
                    let hit = best(searched, |haystack| haystack.find(skim, word, *how));
                    (hit.is_some(), hit)
                }
            };
            holds |= found != *negated;
            if let Some((spelling, hit)) = hit.filter(|_| !negated) {
                answer.take(spelling, hit);
            }
        }
        if !holds {
            return None;
        }
    }
    answer.lit.sort_unstable();
    answer.lit.dedup();
    Some(answer)
}

/// The best hit: in the name itself unless only a spelling has the letters side by side.
fn best(searched: &Searched, find: impl Fn(&Haystack) -> Option<Hit>) -> Option<(Option<&str>, Hit)> {
    let own = find(&searched.name).map(|hit| (None, hit));
    if own.as_ref().is_some_and(|(_, hit)| hit.together) {
        return own;
    }
    let others =
        searched.spellings.iter().filter_map(|(spelling, haystack)| Some((Some(spelling.as_str()), find(haystack)?)));
    let best = others.min_by_key(|(_, hit)| (!hit.together, Reverse(hit.score)));
    best.filter(|(_, hit)| own.is_none() || hit.together).or(own)
}

impl Answer {
    fn take(&mut self, spelling: Option<&str>, hit: Hit) {
        self.apart += usize::from(!hit.together);
        match spelling {
            None => self.lit.extend(hit.offsets),
            Some(spelling) => self.spelling = Some((spelling.to_owned(), hit.offsets)),
        }
    }
}

/// The ways in which each entity is written, in no order that differs from run to run.
fn spellings<'l>(library: &'l Library, names: &Names) -> Vec<Vec<&'l str>> {
    let of_story = |number: usize| {
        let story = library.stories.get(number);
        let told = names.in_story(number).flat_map(move |(name, entity)| {
            let mentions =
                story.and_then(|story| story.annotations.names.get(name)).map(|name| name.mentions.as_slice());
            let by_name = mentions.unwrap_or_default().iter().filter(|mention| mention.form == Form::Name);
            by_name.map(move |mention| (entity, story.map_or("", |story| story.words(mention.passage))))
        });
        let mut told: Vec<(usize, &str)> = told.collect();
        told.sort_unstable();
        told.dedup();
        told
    };
    let all: Vec<Vec<(usize, &str)>> = (0..library.stories.len()).into_par_iter().map(of_story).collect();
    let mut known = HashSet::new();
    let mut found = vec![Vec::new(); library.connections.entities.len()];
    for (entity, words) in all.into_iter().flatten() {
        if known.insert((entity, words))
            && let Some(spellings) = found.get_mut(entity)
        {
            spellings.push(words);
        }
    }
    found
}

#[cfg(test)]
mod tests;
