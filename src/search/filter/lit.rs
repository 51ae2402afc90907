//! A story and a query in, the letters of its title, outlet and names that the words of the query found out.
//!
//! **Why:** where a word matched is only worth knowing of the stories in sight; to note it of ten thousand for every letter
//! that is typed takes longer than to find them.

use std::cmp::Reverse;

use super::score::{Field, rank};
use super::{Entry, Filter};
use crate::search::haystack::Hit;
use crate::search::matcher::Matcher;
use crate::search::query::{How, Query, Test};

/// Where the words of a query were found in one story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lit {
    /// Byte offsets of the matched characters in [`Title::text`](crate::article::Title::text), ascending.
    pub title: Vec<usize>,
    /// Byte offsets of the matched characters in the outlet's name, ascending.
    pub outlet: Vec<usize>,
    /// The name that matched best, as a reader would write it, with the byte offsets of its matched characters;
    /// `None` where no name did.
    pub name: Option<(String, Vec<usize>)>,
}

/// One word's best hits in one story.
struct WordHits {
    best: Field,
    title: Option<Hit>,
    outlet: Option<Hit>,
    /// The name, by its index, and the hit in it.
    name: Option<(usize, Hit)>,
}

/// The words that a query looks for, with how each is meant.
fn words(query: &Query) -> impl Iterator<Item = (&str, How)> {
    let terms = query.groups.iter().flat_map(|group| &group.terms).filter(|term| !term.negated);
    terms.filter_map(|term| match &term.test {
        Test::Word(word, how) => Some((word.as_str(), *how)),
        _ => None,
    })
}

impl Filter {
    /// Where the words of `query` are found in the story with this index in [`Library::stories`](crate::library::Library);
    /// nowhere for a story that is not there.
    pub fn lit(&self, query: &Query, story: usize) -> Lit {
        let Some(entry) = self.places.get(story).and_then(|place| self.stories.get(*place)) else {
            return Lit::default();
        };
        let skim = Matcher::new();
        let mut lit = Lit::default();
        let mut best_name: Option<(i64, usize)> = None;
        for (word, how) in words(query) {
            let Some(hits) = self.hits(&skim, entry, word, how) else { continue };
            lit.title.extend(shown(hits.title.as_ref(), hits.best == Field::Title));
            lit.outlet.extend(shown(hits.outlet.as_ref(), hits.best == Field::Outlet));
            if let Some((name, hit)) = hits.name.filter(|(_, hit)| hit.together || hits.best == Field::Name) {
                let rank = rank(Field::Name, hit.rating());
                if best_name.is_none_or(|(best, _)| rank > best) {
                    best_name = Some((rank, name));
                }
            }
        }
        for offsets in [&mut lit.title, &mut lit.outlet] {
            offsets.sort_unstable();
            offsets.dedup();
        }
        lit.name = best_name.and_then(|(_, name)| {
            let name = self.names.get(name)?;
            let hits = words(query).filter_map(|(word, how)| name.haystack.find(&skim, word, how));
            Some((name.spelled.clone(), of_name(&hits.collect::<Vec<_>>())))
        });
        lit
    }

    /// Where one word matches in this story.
    fn hits(&self, skim: &Matcher, entry: &Entry, word: &str, how: How) -> Option<WordHits> {
        let title = entry.title.find(skim, word, how);
        let outlet = entry.outlet.and_then(|outlet| self.outlets.get(outlet)?.find(skim, word, how));
        let name = entry
            .names
            .iter()
            .filter_map(|&name| Some((name, self.names.get(name)?.haystack.find(skim, word, how)?)))
            // The first of equals: the name that the story brings first.
            .min_by_key(|(_, hit)| Reverse(rank(Field::Name, hit.rating())));
        let ranked = |field, hit: Option<&Hit>| hit.map(|hit| (rank(field, hit.rating()), field));
        let (_, best) = ranked(Field::Title, title.as_ref())
            .max(ranked(Field::Outlet, outlet.as_ref()))
            .max(ranked(Field::Name, name.as_ref().map(|(_, hit)| hit)))?;
        Some(WordHits { best, title, outlet, name })
    }
}

/// The letters of a name that any of the words found in it.
fn of_name(hits: &[Hit]) -> Vec<usize> {
    let together = hits.iter().any(|hit| hit.together);
    let shown = hits.iter().filter(|hit| hit.together || !together);
    let mut offsets = shown.map(|hit| hit.offsets.as_slice()).collect::<Vec<_>>().concat();
    offsets.sort_unstable();
    offsets.dedup();
    offsets
}

/// The letters to show: those of the field that decided, and whole runs in any other.
fn shown(hit: Option<&Hit>, decided: bool) -> impl Iterator<Item = usize> {
    hit.filter(|hit| decided || hit.together).into_iter().flat_map(|hit| hit.offsets.iter().copied())
}
