//! A query in, whether a story answers it, and how well, out.
//!
//! **Why:** this is asked of every story on every key: it notes no letter to be lit, which [`Lit`](super::Lit) works out for
//! the few stories in sight.

use memchr::memmem::Finder;
use rayon::prelude::*;

use super::score::{COUNTED, Field, OFTEN, PLACE, rank};
use super::{Entry, Filter, Haystack, phrase};
use crate::language::{Interval, NameKind};
use crate::library::{Library, Own};
use crate::links::Tier;
use crate::meetings::{MeetingMention, Story};
use crate::search::matcher::Matcher;
use crate::search::query::{Days, Flag, How, Possession, Query, Term, Test};

/// A query with everything worked out that is the same for all stories.
pub(super) struct Asked<'q> {
    groups: Vec<Vec<Prepared<'q>>>,
    skim: Matcher,
    /// How sure a link is at least that counts.
    least: Tier,
}

/// A term with its hits in the library's names.
struct Prepared<'q> {
    term: &'q Term,
    /// For a word: what its hit in each name is worth, in their order.
    in_names: Vec<Option<i64>>,
    /// For a word: what its hit in each outlet is worth, in their order.
    in_outlets: Vec<Option<i64>>,
    /// For a phrase: what finds its first word.
    finder: Option<Finder<'q>>,
    /// For `who:`, `where:` and `outlet:`: whether each name or outlet is meant, in their order.
    meant: Vec<bool>,
}

impl<'q> Asked<'q> {
    pub(super) fn new(query: &'q Query, filter: &Filter) -> Self {
        let names = &filter.names;
        let skim = Matcher::new();
        let prepare = |term: &'q Term| {
            let (in_names, in_outlets, meant) = (Vec::new(), Vec::new(), Vec::new());
            let mut prepared = Prepared { term, in_names, in_outlets, finder: None, meant };
            let by_name = |asked: &str, kinds: &[NameKind]| {
                names.iter().map(|name| kinds.contains(&name.kind) && name.haystack.has(asked)).collect()
            };
            match &term.test {
                Test::Word(word, how) => {
                    let worth = |field, text: &Haystack| text.rate(&skim, word, *how).map(|rating| rank(field, rating));
                    prepared.in_names = names.par_iter().map(|name| worth(Field::Name, &name.haystack)).collect();
                    prepared.in_outlets = filter.outlets.iter().map(|outlet| worth(Field::Outlet, outlet)).collect();
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

    /// How well this story answers the query, or `None` where something does not hold.
    pub(super) fn of(&self, library: &Library, own: Option<&Own>, entry: &Entry, text: &str) -> Option<i64> {
        let story = library.stories.get(entry.story)?;
        let mut score = 0;
        for group in &self.groups {
            let mut holds = false;
            for prepared in group {
                let worth = self.ask(prepared, library, (story, own), entry, text);
                if prepared.term.negated {
                    holds |= worth.is_none();
                } else if let Some(worth) = worth {
                    holds = true;
                    score += worth;
                }
            }
            if !holds {
                return None;
            }
        }
        Some(score)
    }

    /// What the answer to a term is worth; `None` where there is none. A field holds or not: nothing is better or worse.
    fn ask(
        &self,
        prepared: &Prepared<'_>,
        library: &Library,
        (story, own): (&Story, Option<&Own>),
        entry: &Entry,
        text: &str,
    ) -> Option<i64> {
        let told = |test: &dyn Fn(&MeetingMention) -> bool| story.meetings.iter().any(test);
        let named = || entry.names.iter().any(|name| prepared.meant.get(*name) == Some(&true));
        let holds = match &prepared.term.test {
            Test::Word(word, how) => return self.word(prepared, entry, word, *how),
            Test::Phrase(asked) => {
                let places = phrase::places_with(text, asked, prepared.finder.as_ref()?);
                let often = places.take(if asked.len() < COUNTED { 1 } else { OFTEN }).count();
                return (often > 0).then(|| PLACE * i64::try_from(often).unwrap_or_default());
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
        holds.then_some(0)
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

    /// What the best place of one word in this story is worth.
    fn word(&self, prepared: &Prepared<'_>, entry: &Entry, word: &str, how: How) -> Option<i64> {
        let title = entry.title.rate(&self.skim, word, how).map(|rating| rank(Field::Title, rating));
        let outlet = entry.outlet.and_then(|outlet| *prepared.in_outlets.get(outlet)?);
        let name = entry.names.iter().filter_map(|name| *prepared.in_names.get(*name)?).max();
        title.max(outlet).max(name)
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
    published.into_iter().chain(told).any(|interval| days.are_told(interval))
}

fn has(thing: Possession, story: &Story, own: Option<&Own>) -> bool {
    match thing {
        Possession::Note => own.is_some_and(|own| !own.note.is_empty()),
        Possession::Tag => own.is_some_and(|own| !own.tags.is_empty()),
        Possession::Meeting => !story.meetings.is_empty(),
    }
}
