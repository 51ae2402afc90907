//! How the list is put in order and into groups.
//!
//! **In:** a library, what the filter found in it, and what was chosen: an order, what groups have in common, which of
//! them are folded. **Out:** the same stories in that order, group by group.
//! **Why:** titles are folded and meetings looked up once for a library; each time something else is listed, stories are
//! only sorted by a number that they already have.

mod grouping;

use std::cmp::Reverse;
use std::collections::HashSet;

pub use grouping::{Group, Grouping, Key};

use super::digest::Digest;
use super::stories::ListedGroup;
use crate::library::Library;
use crate::links::Tier;
use crate::reader::settings::{GroupBy, Sort};
use crate::search::Match;
use crate::text::fold::folded;

/// What the list looks like, and what has been worked out for it.
#[derive(Clone, Debug, Default)]
pub struct Order {
    /// The order.
    pub sort: Sort,
    /// What groups have in common.
    pub group_by: GroupBy,
    /// Whether groups are folded, but for `others`.
    all_folded: bool,
    others: HashSet<Key>,
    /// Whether what is listed was found by words, some better than others.
    is_scored: bool,
    /// Stories, newest first.
    newest: Vec<usize>,
    /// For each story its place in this order.
    places: Option<(Sort, Vec<usize>)>,
    grouping: Option<Grouping>,
    /// How sure links are at least that count.
    least: Tier,
}

impl Order {
    /// Looks at another library.
    pub fn take(&mut self, library: &Library) {
        self.newest = library.newest_first();
        (self.places, self.grouping) = (None, None);
    }

    /// Counts links that are at least so sure.
    pub fn count_links_from(&mut self, least: Tier) {
        if least != self.least {
            (self.places, self.grouping, self.least) = (None, None, least);
        }
    }

    /// Every story, newest first.
    pub fn newest(&self) -> &[usize] {
        &self.newest
    }

    /// The groups of the whole library; `None` where it is one list, and before anything was listed.
    pub fn grouping(&self) -> Option<&Grouping> {
        self.grouping.as_ref()
    }

    /// Groups by something else; nothing is folded then.
    pub fn group_by(&mut self, group_by: GroupBy) {
        if group_by != self.group_by {
            (self.group_by, self.grouping, self.all_folded) = (group_by, None, false);
            self.others.clear();
        }
    }

    /// Whether a group, by its index in the grouping, is folded.
    pub fn is_folded(&self, group: usize) -> bool {
        let group = self.grouping.as_ref().and_then(|grouping| grouping.groups.get(group));
        group.is_some_and(|group| self.all_folded != self.others.contains(&group.key))
    }

    /// Folds a group or unfolds it.
    pub fn fold(&mut self, group: usize) {
        let Some(group) = self.grouping.as_ref().and_then(|grouping| grouping.groups.get(group)) else { return };
        if !self.others.remove(&group.key) {
            self.others.insert(group.key.clone());
        }
    }

    /// Folds all groups, those that are not listed now among them, or unfolds them.
    pub fn fold_all(&mut self, folded: bool) {
        self.all_folded = folded;
        self.others.clear();
    }

    /// Whether what is listed was found by words, some better than others.
    pub const fn is_scored(&self) -> bool {
        self.is_scored
    }

    /// Puts what the filter found in order and into groups. It comes best first, and newest first where nothing is better.
    pub fn arrange(
        &mut self,
        library: &Library,
        digests: &[Digest],
        mut found: Vec<Match>,
    ) -> (Vec<Match>, Vec<ListedGroup>) {
        let is_scored = found.first().is_some_and(|best| best.score > 0);
        self.is_scored = is_scored;
        let as_it_came = self.sort == Sort::Relevance || self.sort == Sort::Newest && !is_scored;
        if !as_it_came {
            let places = self.places(library, digests);
            found.sort_by_key(|found| places.get(found.story).copied());
        }
        if self.group_by == GroupBy::None {
            return (found, Vec::new());
        }
        let (group_by, least) = (self.group_by, self.least);
        let grouping = self.grouping.get_or_insert_with(|| Grouping::of(library, group_by, least));
        // What is sorted by how much it says should not be torn apart by what is sorted by name.
        let by_first = self.sort == Sort::Linked || self.sort == Sort::Relevance && is_scored;
        let (sorted, groups) = grouping.divide(found, by_first, self.sort == Sort::Oldest);
        let mut from = 0;
        let mut listed = Vec::with_capacity(groups.len());
        for (group, count) in groups {
            listed.push(ListedGroup::new(group, from, count, self.is_folded(group)));
            from += count;
        }
        (sorted, listed)
    }

    /// For each story its place in the order that was chosen.
    fn places(&mut self, library: &Library, digests: &[Digest]) -> &[usize] {
        if self.places.as_ref().is_none_or(|(sort, _)| *sort != self.sort) {
            let order = sorted(library, digests, &self.newest, self.sort);
            let mut places = vec![0; library.stories.len()];
            for (place, story) in order.into_iter().enumerate() {
                if let Some(of_story) = places.get_mut(story) {
                    *of_story = place;
                }
            }
            self.places = Some((self.sort, places));
        }
        self.places.as_ref().map_or(&[], |(_, places)| places)
    }
}

/// All stories in this order; equal ones stay newest first.
fn sorted(library: &Library, digests: &[Digest], newest: &[usize], sort: Sort) -> Vec<usize> {
    let story = |at: usize| library.stories.get(at);
    let mut order = newest.to_vec();
    match sort {
        Sort::Relevance | Sort::Newest => {}
        Sort::Oldest => order.sort_by_key(|at| {
            let day = story(*at).and_then(|story| story.annotations.published.as_ref()).map(|told| told.best);
            (day.is_none(), day)
        }),
        Sort::Title => order.sort_by_cached_key(|at| story(*at).map(|story| by_letters(&story.article.title.text))),
        Sort::Outlet => order.sort_by_cached_key(|at| {
            let outlet = story(*at).and_then(|story| story.article.outlet.as_ref());
            (outlet.is_none(), outlet.map(|outlet| by_letters(&outlet.name)))
        }),
        Sort::Linked => order.sort_by_key(|at| {
            let digest = digests.get(*at).copied().unwrap_or_default();
            Reverse((digest.linked, digest.kin))
        }),
    }
    order
}

/// What a name or title is sorted by: its letters, without the quotation mark or bracket that it may begin with.
fn by_letters(text: &str) -> String {
    let folded = folded(text);
    folded.trim_start_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
}

#[cfg(test)]
mod tests;
