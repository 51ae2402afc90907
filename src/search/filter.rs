//! The filter of the list.
//!
//! **In:** a [`Library`], once; then a [`Query`] on every key.
//! **Out:** the matching stories, best first.
//! **Why:** titles, outlets and names are folded once; a name that a thousand stories share is matched once a query.

mod asked;
mod lit;
mod meetings;
mod score;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use self::asked::Asked;
pub use self::lit::Lit;
use super::haystack::Haystack;
use super::phrase;
use super::query::{Query, Test};
use crate::language::{EntityId, NameKind};
use crate::library::{Library, Own};
use crate::links::{LinkTarget, Tier};
use crate::meetings::Story;
use crate::text::Span;
use crate::text::fold::{fold, folded};

/// A story that matches a query.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// Its index in [`Library::stories`].
    pub story: usize,
    /// How well it matches; greater is better, 0 for the empty query.
    pub score: i64,
}

/// A library, prepared for filtering.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// In the order of the list: newest first.
    stories: Vec<Entry>,
    /// For each story of the library its place in `stories`.
    places: Vec<usize>,
    names: Vec<SearchedName>,
    /// Every outlet once: a thousand stories share it.
    outlets: Vec<Haystack>,
    /// Texts, folded, in the order of `stories`; made when a phrase is first looked for.
    texts: OnceLock<Vec<String>>,
    /// Who met where; made when meetings are first looked for.
    meetings: OnceLock<meetings::Meetings>,
}

/// A name of the library, prepared.
#[derive(Clone, Debug)]
struct SearchedName {
    /// As a reader would write it.
    spelled: String,
    haystack: Haystack,
    kind: NameKind,
}

/// One story, prepared.
#[derive(Clone, Debug)]
struct Entry {
    story: usize,
    title: Haystack,
    /// Index into [`Filter::outlets`].
    outlet: Option<usize>,
    /// Indices into [`Filter::names`].
    names: Vec<usize>,
    /// How surely a meeting links it with another story, the surest of all; `None` where none does.
    linked: Option<Tier>,
    /// Indices of the meetings that it tells of, in [`Connections::meetings`](crate::links::Connections::meetings).
    meetings: Vec<usize>,
}

impl Filter {
    /// Prepares every title, outlet and name of `library`.
    pub fn new(library: &Library) -> Self {
        Self::with_progress(library, &|_| {})
    }

    /// The same; tells on the way how many stories are prepared.
    pub fn with_progress(library: &Library, report: &dyn Fn(usize)) -> Self {
        let spelling: HashMap<&EntityId, &str> =
            library.connections.entities.iter().map(|entity| (&entity.id, entity.name.as_str())).collect();
        let (meetings, linked) = (meetings_of(library), linked(library));
        let mut filter = Self { places: vec![0; library.stories.len()], ..Self::default() };
        let mut known = HashMap::new();
        let mut outlets: HashMap<&str, usize> = HashMap::new();
        for story in library.newest_first() {
            if let Some(told) = library.stories.get(story) {
                let names = filter.names_of(told, &spelling, &mut known);
                let outlet = told.article.outlet.as_ref().map(|outlet| {
                    *outlets.entry(&outlet.name).or_insert_with(|| {
                        filter.outlets.push(Haystack::new(&outlet.name));
                        filter.outlets.len() - 1
                    })
                });
                if let Some(place) = filter.places.get_mut(story) {
                    *place = filter.stories.len();
                }
                report(filter.stories.len());
                filter.stories.push(Entry {
                    story,
                    title: Haystack::new(&told.article.title.text),
                    outlet,
                    names,
                    linked: linked.get(story).copied().flatten(),
                    meetings: meetings.get(story).cloned().unwrap_or_default(),
                });
            }
        }
        filter
    }

    /// The stories of `library`, the one that this was made from, for which everything in `query` holds, best first;
    /// stories that match equally well stay in the order of the list. An empty query matches every story. `own` is
    /// what the reader did with each story, by index; missing ones were not touched.
    pub fn run(&self, library: &Library, own: &[Own], query: &Query) -> Vec<Match> {
        if query.is_empty() {
            return self.stories.iter().map(|entry| Match { story: entry.story, ..Match::default() }).collect();
        }
        let texts = query.asks_for_texts().then(|| self.texts(library));
        let asked = Asked::new(query, self);
        let mut matches: Vec<Match> = self
            .stories
            .par_iter()
            .enumerate()
            .filter_map(|(place, entry)| {
                let text = texts.and_then(|texts| texts.get(place)).map_or("", String::as_str);
                let score = asked.of(library, own.get(entry.story), entry, text)?;
                Some(Match { story: entry.story, score })
            })
            .collect();
        matches.sort_by_key(|found| Reverse(found.score));
        matches
    }

    /// How many stories [`Self::run`] would find.
    pub fn count(&self, library: &Library, own: &[Own], query: &Query) -> usize {
        if query.is_empty() {
            return self.stories.len();
        }
        let texts = query.asks_for_texts().then(|| self.texts(library));
        let asked = Asked::new(query, self);
        let stories = self.stories.par_iter().enumerate();
        stories
            .filter(|(place, entry)| {
                let text = texts.and_then(|texts| texts.get(*place)).map_or("", String::as_str);
                asked.of(library, own.get(entry.story), entry, text).is_some()
            })
            .count()
    }

    /// Folds the texts that phrases are looked for in, ahead of the first one; takes time linear in their length.
    pub fn prepare_texts(&self, library: &Library) {
        self.texts(library);
    }

    /// The same; tells on the way how many texts are folded.
    pub fn prepare_texts_with_progress(&self, library: &Library, report: &(dyn Fn(usize) + Sync)) {
        self.fold_texts(library, report);
    }

    /// Whether the texts were folded.
    pub fn has_texts(&self) -> bool {
        self.texts.get().is_some()
    }

    /// Where a story's text has the first of the phrases that are looked for; `None` where it has none. It folds the
    /// text anew as far as it has to, so that it is asked for stories in sight only.
    pub fn passage(story: &Story, query: &Query) -> Option<Span> {
        let text = story.article.text.as_str();
        query.phrases().find_map(|asked| {
            beginnings(text).find_map(|beginning| {
                let folded = fold(beginning);
                let place = phrase::places(&folded.text, asked).next()?;
                Some(folded.map.original(Span::new(place.start, place.end)))
            })
        })
    }

    fn texts(&self, library: &Library) -> &[String] {
        self.fold_texts(library, &|_| {})
    }

    fn fold_texts(&self, library: &Library, report: &(dyn Fn(usize) + Sync)) -> &[String] {
        self.texts.get_or_init(|| {
            let done = AtomicUsize::new(0);
            let text = |entry: &Entry| {
                report(done.fetch_add(1, Ordering::Relaxed));
                library.stories.get(entry.story).map(|story| folded(&story.article.text))
            };
            self.stories.par_iter().map(|entry| text(entry).unwrap_or_default()).collect()
        })
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
                    let haystack = Haystack::new(spelled);
                    self.names.push(SearchedName { spelled: spelled.to_owned(), haystack, kind: name.kind });
                    self.names.len() - 1
                })
            })
            .collect()
    }
}

/// Longer and longer beginnings of a text, up to the ends of lines, and at last all of it: what is looked for mostly stands
/// near the top, and a story may have megabytes.
fn beginnings(text: &str) -> impl Iterator<Item = &str> {
    const FIRST: usize = 1 << 13;
    const TIMES: usize = 8;
    let longer = std::iter::successors(Some(FIRST), |length| length.checked_mul(TIMES));
    let ends = longer.take_while(|length| *length < text.len()).filter_map(|length| {
        // A line break is one byte: it can be cut before it, and no mark folds into it.
        let end = text.as_bytes().get(..length)?.iter().rposition(|byte| *byte == b'\n')?;
        text.get(..end)
    });
    ends.chain(std::iter::once(text))
}

impl Query {
    fn asks_for_texts(&self) -> bool {
        self.groups.iter().flat_map(|group| &group.terms).any(|term| matches!(term.test, Test::Phrase(_)))
    }
}

/// The meetings that each story tells of.
fn meetings_of(library: &Library) -> Vec<Vec<usize>> {
    let mut told = vec![Vec::new(); library.stories.len()];
    for (number, meeting) in library.connections.meetings.iter().enumerate() {
        for mention in &meeting.mentions {
            if let Some(meetings) = told.get_mut(mention.story) {
                meetings.push(number);
            }
        }
    }
    told
}

/// How surely a meeting links each story with another one.
fn linked(library: &Library) -> Vec<Option<Tier>> {
    let mut linked: Vec<Option<Tier>> = vec![None; library.stories.len()];
    for link in &library.connections.links {
        if matches!(link.target, LinkTarget::Meeting(_)) {
            for story in [link.from, link.to] {
                if let Some(linked) = linked.get_mut(story) {
                    *linked = Some(linked.map_or(link.tier, |known| known.min(link.tier)));
                }
            }
        }
    }
    linked
}
