//! The fuzzy filter of the sidebar.
//!
//! **In:** a [`Library`], once; then a query on every key.
//! **Out:** the matching stories, best first.
//! **Why:** titles, outlets and names are folded once; a name that a thousand stories share is matched once a query.

use std::cmp::Reverse;
use std::collections::HashMap;

use fuzzy_matcher::skim::SkimMatcherV2;
use rayon::prelude::*;

use super::haystack::{self, Haystack, Hit};
use crate::language::{EntityId, NameKind};
use crate::library::Library;
use crate::meetings::Story;

/// A story that matches a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// Its index in [`Library::stories`].
    pub story: usize,
    /// How well it matches; greater is better, 0 for the empty query.
    pub score: i64,
    /// Byte offsets of the matched characters in [`Title::text`](crate::article::Title::text), ascending.
    pub title: Vec<usize>,
    /// Byte offsets of the matched characters in the outlet's name, ascending.
    pub outlet: Vec<usize>,
    /// The name that matched best, as a reader would write it, with the byte offsets of its matched characters;
    /// `None` where no name did.
    pub name: Option<(String, Vec<usize>)>,
}

/// A library, prepared for filtering.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// In the order of the list: newest first.
    stories: Vec<Entry>,
    names: Vec<(String, Haystack)>,
}

/// One story, prepared.
#[derive(Clone, Debug)]
struct Entry {
    story: usize,
    title: Haystack,
    outlet: Haystack,
    /// Indices into [`Filter::names`].
    names: Vec<usize>,
}

/// A field of a story, in the order in which a hit in it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Name,
    Outlet,
    Title,
}

/// One word's best hits in one story.
struct WordHits<'a> {
    rank: i64,
    best: Field,
    title: Option<Hit>,
    outlet: Option<Hit>,
    name: Option<(usize, &'a Hit)>,
}

impl Filter {
    /// Prepares every title, outlet and name of `library`.
    pub fn new(library: &Library) -> Self {
        let spelling: HashMap<&EntityId, &str> =
            library.connections.entities.iter().map(|entity| (&entity.id, entity.name.as_str())).collect();
        let mut filter = Self::default();
        let mut known = HashMap::new();
        for story in library.newest_first() {
            if let Some(told) = library.stories.get(story) {
                let names = filter.names_of(told, &spelling, &mut known);
                let outlet = told.article.outlet.as_ref().map_or("", |outlet| outlet.name.as_str());
                filter.stories.push(Entry {
                    story,
                    title: Haystack::new(&told.article.title.text),
                    outlet: Haystack::new(outlet),
                    names,
                });
            }
        }
        filter
    }

    /// The stories in which every word of `query` matches, in whatever field, best first; stories that match equally
    /// well stay in the order of the list. An empty query matches every story.
    pub fn run(&self, query: &str) -> Vec<Match> {
        let words: Vec<String> =
            query.split_whitespace().map(haystack::pattern).filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return self.stories.iter().map(|entry| Match { story: entry.story, ..Match::default() }).collect();
        }
        let skim = haystack::matcher();
        let names: Vec<Vec<Option<Hit>>> =
            words.iter().map(|word| self.names.par_iter().map(|(_, name)| name.find(&skim, word)).collect()).collect();
        let mut matches: Vec<Match> = self
            .stories
            .par_iter()
            .filter_map(|entry| {
                let hits: Option<Vec<WordHits<'_>>> =
                    words.iter().zip(&names).map(|(word, names)| entry.find(&skim, word, names)).collect();
                Some(self.gather(entry.story, hits?, &names))
            })
            .collect();
        matches.sort_by_key(|found| Reverse(found.score));
        matches
    }

    /// The prepared names of one story; `known` holds those of the stories before it.
    fn names_of<'a>(
        &mut self,
        story: &'a Story,
        spelling: &HashMap<&EntityId, &'a str>,
        known: &mut HashMap<(&'a EntityId, &'a str), usize>,
    ) -> Vec<usize> {
        let searched = |kind| !matches!(kind, NameKind::Group | NameKind::Document);
        let names = story.annotations.names.iter().filter(|name| searched(name.kind));
        names
            .map(|name| {
                let spelled = spelling.get(&name.id).copied().unwrap_or(&name.name);
                *known.entry((&name.id, spelled)).or_insert_with(|| {
                    self.names.push((spelled.to_owned(), Haystack::new(spelled)));
                    self.names.len() - 1
                })
            })
            .collect()
    }

    /// Puts the words' hits in one story together.
    fn gather(&self, story: usize, hits: Vec<WordHits<'_>>, names: &[Vec<Option<Hit>>]) -> Match {
        let mut found = Match { story, ..Match::default() };
        let mut best_name: Option<(i64, usize)> = None;
        for hit in hits {
            found.score += hit.rank;
            found.title.extend(shown(hit.title.as_ref(), hit.best == Field::Title));
            found.outlet.extend(shown(hit.outlet.as_ref(), hit.best == Field::Outlet));
            if let Some((name, hit)) = hit.name.filter(|(_, name)| name.together || hit.best == Field::Name) {
                let rank = rank(Field::Name, hit);
                if best_name.is_none_or(|(best, _)| rank > best) {
                    best_name = Some((rank, name));
                }
            }
        }
        for offsets in [&mut found.title, &mut found.outlet] {
            offsets.sort_unstable();
            offsets.dedup();
        }
        found.name = best_name.and_then(|(_, name)| self.lit_name(name, names));
        found
    }

    /// A name with the letters that any of the words found in it; `names` holds a row of hits for each word.
    fn lit_name(&self, name: usize, names: &[Vec<Option<Hit>>]) -> Option<(String, Vec<usize>)> {
        let (spelled, _) = self.names.get(name)?;
        let hits: Vec<&Hit> = names.iter().filter_map(|row| row.get(name)?.as_ref()).collect();
        let together = hits.iter().any(|hit| hit.together);
        let mut offsets: Vec<usize> =
            hits.iter().filter(|hit| hit.together || !together).flat_map(|hit| hit.offsets.iter().copied()).collect();
        offsets.sort_unstable();
        offsets.dedup();
        Some((spelled.clone(), offsets))
    }
}

impl Entry {
    /// Where one word matches in this story; `names` holds its hit in each of the library's names.
    fn find<'a>(&self, matcher: &SkimMatcherV2, word: &str, names: &'a [Option<Hit>]) -> Option<WordHits<'a>> {
        let title = self.title.find(matcher, word);
        let outlet = self.outlet.find(matcher, word);
        let name = self
            .names
            .iter()
            .filter_map(|&name| Some((name, names.get(name)?.as_ref()?)))
            // The first of equals: the name that the story brings first.
            .min_by_key(|(_, hit)| Reverse(rank(Field::Name, hit)));
        let ranked = |field, hit: Option<&Hit>| hit.map(|hit| (rank(field, hit), field));
        let (rank, best) = ranked(Field::Title, title.as_ref())
            .max(ranked(Field::Outlet, outlet.as_ref()))
            .max(ranked(Field::Name, name.map(|(_, hit)| hit)))?;
        Some(WordHits { rank, best, title, outlet, name })
    }
}

/// What a hit is worth: letters side by side before letters apart, then the title before outlet and names, then the
/// matcher's own score, which stays far below the steps between them.
fn rank(field: Field, hit: &Hit) -> i64 {
    const STEP: i64 = 100_000;
    let field = match field {
        Field::Title => 2,
        Field::Outlet => 1,
        Field::Name => 0,
    };
    STEP * (field + if hit.together { 3 } else { 0 }) + hit.score
}

/// The letters to show: those of the field that decided, and whole runs in any other.
fn shown(hit: Option<&Hit>, decided: bool) -> impl Iterator<Item = usize> {
    hit.filter(|hit| decided || hit.together).into_iter().flat_map(|hit| hit.offsets.iter().copied())
}

#[cfg(test)]
mod tests;
