//! A library before and after a correction in, what the correction changed out, in numbers and words.
//!
//! **Why:** whoever corrects one thing must see whether that did what they meant, and nothing else.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::language::{EntityId, Interval};
use crate::library::types::Library;
use crate::links::{Entity, LinkTarget, Tier};
use crate::text::letters::count;

/// What a correction changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Links that are no more, and new ones.
    pub links: (usize, usize),
    /// Names that are no more, and new ones.
    pub names: (usize, usize),
    /// Names that are written otherwise, are of another kind, or are mentioned more or less often.
    pub names_changed: usize,
    /// Meetings that are on other days.
    pub meetings_dated: usize,
    /// How many meetings there are less, or more.
    pub meetings: (usize, usize),
    /// Stories that are of another day.
    pub stories_dated: usize,
}

impl Difference {
    /// What changed from one to the other. Both are of the same stories.
    pub fn between(before: &Library, after: &Library) -> Self {
        let (old, new) = (links(before), links(after));
        let (had, has) = (names(before), names(after));
        let gone = had.keys().filter(|id| !has.contains_key(*id)).count();
        let come = has.keys().filter(|id| !had.contains_key(*id)).count();
        let is_other = |(id, entity): &(&&EntityId, &&Entity)| {
            let told = |entity: &Entity| (entity.name.clone(), entity.kind, entity.mentions);
            had.get(**id).is_some_and(|known| told(known) != told(entity))
        };
        let days = |library: &Library| -> Vec<Option<jiff::civil::Date>> {
            let published = library.stories.iter().map(|story| story.annotations.published.as_ref());
            published.map(|published| published.map(|it| it.best)).collect()
        };
        let stories_dated = days(before).iter().zip(days(after)).filter(|(old, new)| **old != *new).count();
        let count = |library: &Library| library.connections.meetings.len();
        Self {
            links: (missing(&old, &new), missing(&new, &old)),
            names: (gone, come),
            names_changed: has.iter().filter(is_other).count(),
            meetings_dated: dated_anew(before, after),
            meetings: (count(before).saturating_sub(count(after)), count(after).saturating_sub(count(before))),
            stories_dated,
        }
    }

    /// `3 links removed, 1 added; 1 name fewer`, or `nothing changed`.
    pub fn words(&self) -> String {
        let mut parts = Vec::new();
        match self.links {
            (0, 0) => {}
            (0, added) => parts.push(format!("{} added", count(added, "link", "links"))),
            (removed, 0) => parts.push(format!("{} removed", count(removed, "link", "links"))),
            (removed, added) => parts.push(format!("{} removed, {added} added", count(removed, "link", "links"))),
        }
        match self.meetings {
            (0, 0) => {}
            (0, more) => parts.push(format!("{} more", count(more, "meeting", "meetings"))),
            (fewer, _) => parts.push(format!("{} fewer", count(fewer, "meeting", "meetings"))),
        }
        if self.meetings_dated > 0 {
            parts.push(format!("{} on another day", count(self.meetings_dated, "meeting", "meetings")));
        }
        if self.stories_dated > 0 {
            parts.push(format!("{} on another day", count(self.stories_dated, "story", "stories")));
        }
        match self.names {
            (0, 0) => {}
            (0, new) => parts.push(format!("{} more", count(new, "name", "names"))),
            (gone, 0) => parts.push(format!("{} fewer", count(gone, "name", "names"))),
            (gone, new) => parts.push(format!("{} removed, {new} added", count(gone, "name", "names"))),
        }
        if self.names_changed > 0 && self.names == (0, 0) {
            parts.push(format!("{} changed", count(self.names_changed, "name", "names")));
        }
        if parts.is_empty() { "nothing changed".to_owned() } else { parts.join("; ") }
    }
}

/// How many links of each sort there are between each two stories.
fn links(library: &Library) -> HashMap<(usize, usize, bool), usize> {
    let mut links = HashMap::new();
    for link in &library.connections.links {
        let is_series = matches!(link.target, LinkTarget::Series(_)) || link.tier == Tier::Series;
        *links.entry((link.from, link.to, is_series)).or_default() += 1;
    }
    links
}

/// How many of some are not among others.
fn missing<K: Eq + std::hash::Hash>(some: &HashMap<K, usize>, others: &HashMap<K, usize>) -> usize {
    some.iter().map(|(key, count)| count.saturating_sub(others.get(key).copied().unwrap_or(0))).sum()
}

fn names(library: &Library) -> HashMap<&EntityId, &Entity> {
    library.connections.entities.iter().map(|entity| (&entity.id, entity)).collect()
}

/// Meetings of the same stories that are on other days.
fn dated_anew(before: &Library, after: &Library) -> usize {
    type Days = Vec<Option<Interval>>;
    let days = |library: &Library| -> BTreeMap<BTreeSet<usize>, Days> {
        let mut days: BTreeMap<BTreeSet<usize>, Days> = BTreeMap::new();
        for meeting in &library.connections.meetings {
            let stories = meeting.mentions.iter().map(|mention| mention.story).collect();
            days.entry(stories).or_default().push(meeting.when.map(|when| when.interval));
        }
        for days in days.values_mut() {
            days.sort_unstable();
        }
        days
    };
    let (old, new) = (days(before), days(after));
    let both = new.iter().filter_map(|(stories, days)| Some((old.get(stories)?, days)));
    both.filter(|(old, new)| old.len() == new.len())
        .map(|(old, new)| {
            let mut kept = old.clone();
            let is_kept = |day: &Option<Interval>, kept: &mut Days| {
                kept.iter().position(|other| other == day).map(|at| kept.swap_remove(at)).is_some()
            };
            new.iter().filter(|day| !is_kept(day, &mut kept)).count()
        })
        .sum()
}
