//! A query in, whether a story answers it, and where, out.

use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem::Finder;
use rayon::prelude::*;

use super::score::{COUNTED, Field, OFTEN, WordHits, rank};
use super::{Entry, Filter, haystack, phrase};
use crate::language::{Interval, NameKind};
use crate::library::{Library, Own};
use crate::links::Tier;
use crate::meetings::{MeetingMention, Story};
use crate::search::haystack::Hit;
use crate::search::query::{Days, Flag, How, Possession, Query, Term, Test};

/// A query with everything worked out that is the same for all stories.
pub(super) struct Asked<'q> {
    groups: Vec<Vec<Prepared<'q>>>,
    skim: SkimMatcherV2,
    /// How sure a link is at least that counts.
    least: Tier,
}

/// A term with its hits in the library's names.
struct Prepared<'q> {
    term: &'q Term,
    /// For a word: its hit in each name, in their order.
    hits: Vec<Option<Hit>>,
    /// For a word: its hit in each outlet, in their order.
    in_outlets: Vec<Option<Hit>>,
    /// For a phrase: what finds its first word.
    finder: Option<Finder<'q>>,
    /// For `who:`, `where:` and `outlet:`: whether each name or outlet is meant, in their order.
    meant: Vec<bool>,
}

/// What answers a term in one story.
pub(super) enum Answer<'a> {
    /// A word, in title, outlet or names.
    Word(WordHits<'a>),
    /// A phrase in the text, so often.
    Phrase(usize),
    /// A field: it holds or not, and nothing is better or worse.
    Field,
}

impl<'q> Asked<'q> {
    pub(super) fn new(query: &'q Query, filter: &Filter) -> Self {
        let names = &filter.names;
        let skim = haystack::matcher();
        let prepare = |term: &'q Term| {
            let (hits, in_outlets, meant) = (Vec::new(), Vec::new(), Vec::new());
            let mut prepared = Prepared { term, hits, in_outlets, finder: None, meant };
            let by_name = |asked: &str, kinds: &[NameKind]| {
                names.iter().map(|name| kinds.contains(&name.kind) && name.haystack.has(asked)).collect()
            };
            match &term.test {
                Test::Word(word, how) => {
                    prepared.hits = names.par_iter().map(|name| name.haystack.find(&skim, word, *how)).collect();
                    let outlets = filter.outlets.iter();
                    prepared.in_outlets = outlets.map(|outlet| outlet.find(&skim, word, *how)).collect();
                }
                Test::Phrase(asked) => prepared.finder = Some(phrase::finder(asked)),
                Test::Who(asked) => prepared.meant = by_name(asked, &[NameKind::Person, NameKind::Organisation]),
                Test::Outlet(asked) => prepared.meant = filter.outlets.iter().map(|outlet| outlet.has(asked)).collect(),
                Test::Where(asked) => prepared.meant = by_name(asked, &[NameKind::Place]),
                _ => {}
            }
            prepared
        };
        let groups = query.groups.iter().map(|group| group.terms.iter().map(prepare).collect()).collect();
        Self { groups, skim, least: query.least }
    }

    /// What answers the query in this story, or `None` where something does not hold.
    pub(super) fn of<'a>(
        &'a self,
        library: &Library,
        own: Option<&Own>,
        entry: &Entry,
        text: &str,
    ) -> Option<Vec<Answer<'a>>> {
        let story = library.stories.get(entry.story)?;
        let mut answers = Vec::new();
        for group in &self.groups {
            let mut holds = false;
            for prepared in group {
                let answer = self.ask(prepared, library, (story, own), entry, text);
                if prepared.term.negated {
                    holds |= answer.is_none();
                } else if let Some(answer) = answer {
                    holds = true;
                    answers.push(answer);
                }
            }
            if !holds {
                return None;
            }
        }
        Some(answers)
    }

    /// The hits of all words in one name of the library.
    pub(super) fn hits_in(&self, name: usize) -> impl Iterator<Item = &Hit> {
        let wanted = self.groups.iter().flatten().filter(|prepared| !prepared.term.negated);
        wanted.filter_map(move |prepared| prepared.hits.get(name)?.as_ref())
    }

    fn ask<'a>(
        &'a self,
        prepared: &'a Prepared<'_>,
        library: &Library,
        (story, own): (&Story, Option<&Own>),
        entry: &Entry,
        text: &str,
    ) -> Option<Answer<'a>> {
        let told = |test: &dyn Fn(&MeetingMention) -> bool| story.meetings.iter().any(test);
        let named = || entry.names.iter().any(|name| prepared.meant.get(*name) == Some(&true));
        let holds = match &prepared.term.test {
            Test::Word(word, how) => return self.word(prepared, entry, word, *how).map(Answer::Word),
            Test::Phrase(asked) => {
                let places = phrase::places_with(text, asked, prepared.finder.as_ref()?);
                let often = places.take(if asked.len() < COUNTED { 1 } else { OFTEN }).count();
                return (often > 0).then_some(Answer::Phrase(often));
            }
            Test::Who(_) | Test::Where(_) => named(),
            Test::When(days) => is_of(story, *days),
            Test::Outlet(_) => entry.outlet.is_some_and(|outlet| prepared.meant.get(outlet) == Some(&true)),
            Test::Kind(kinds) => told(&|meeting| kinds.contains(&meeting.kind)),
            Test::Status(all) => told(&|meeting| all.contains(&meeting.status)),
            Test::Is(flags) => flags.iter().any(|flag| self.is(*flag, story, own, entry)),
            Test::Has(things) => things.iter().any(|thing| has(*thing, story, own)),
            Test::Tag(asked) => own.is_some_and(|own| own.tags.iter().any(|tag| begins(tag, asked))),
            Test::Meeting(asked) => {
                let all = &library.connections.meetings;
                entry
                    .meetings
                    .iter()
                    .filter_map(|number| all.get(*number))
                    .any(|one| one.id.starts_with(asked.as_str()))
            }
        };
        holds.then_some(Answer::Field)
    }

    fn is(&self, flag: Flag, story: &Story, own: Option<&Own>, entry: &Entry) -> bool {
        match flag {
            Flag::Unread => !own.is_some_and(|own| own.read),
            Flag::Read => own.is_some_and(|own| own.read),
            Flag::Starred => own.is_some_and(|own| own.starred),
            Flag::Linked => entry.linked.is_some_and(|tier| tier <= self.least),
            Flag::Undated => story.annotations.published.is_none(),
        }
    }

    /// Where one word matches in this story.
    fn word<'a>(&self, prepared: &'a Prepared<'_>, entry: &Entry, word: &str, how: How) -> Option<WordHits<'a>> {
        let title = entry.title.find(&self.skim, word, how);
        let outlet = entry.outlet.and_then(|outlet| prepared.in_outlets.get(outlet)?.as_ref());
        let name = entry
            .names
            .iter()
            .filter_map(|&name| Some((name, prepared.hits.get(name)?.as_ref()?)))
            // The first of equals: the name that the story brings first.
            .min_by_key(|(_, hit)| std::cmp::Reverse(rank(Field::Name, hit)));
        let ranked = |field, hit: Option<&Hit>| hit.map(|hit| (rank(field, hit), field));
        let (rank, best) = ranked(Field::Title, title.as_ref())
            .max(ranked(Field::Outlet, outlet))
            .max(ranked(Field::Name, name.map(|(_, hit)| hit)))?;
        Some(WordHits { rank, best, title, outlet, name })
    }
}

/// Whether a tag begins so; `asked` is folded.
pub(super) fn begins(tag: &str, asked: &str) -> bool {
    crate::text::fold::folded(tag).starts_with(asked)
}

/// Whether the story is of one of these days, or tells of a meeting on one.
fn is_of(story: &Story, days: Days) -> bool {
    let published = story.annotations.published.as_ref().map(|published| Interval::day(published.best));
    let told = story.meetings.iter().filter_map(|meeting| meeting.when).map(|when| when.interval);
    published.into_iter().chain(told).any(|interval| days.meets(interval))
}

fn has(thing: Possession, story: &Story, own: Option<&Own>) -> bool {
    match thing {
        Possession::Note => own.is_some_and(|own| !own.note.is_empty()),
        Possession::Tag => own.is_some_and(|own| !own.tags.is_empty()),
        Possession::Meeting => !story.meetings.is_empty(),
    }
}
