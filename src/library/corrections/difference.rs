//! A library before and after a correction in, what the correction changed out, in numbers and words.
//!
//! **Why:** whoever corrects one thing must see whether that did what they meant, and nothing else.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use crate::language::{EntityId, Passage};
use crate::library::types::Library;
use crate::links::{Entity, LinkTarget, Meeting, Tier};
use crate::text::letters::count;

/// What a correction changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Links that are no more, and new ones.
    pub links: (usize, usize),
    /// Links that are surer, and less sure.
    pub sureness: (usize, usize),
    /// Names that are no more, and new ones.
    pub names: (usize, usize),
    /// Names that are written otherwise or are of another kind; where none is gone and none new, also those that are
    /// mentioned more or less often.
    pub names_changed: usize,
    /// How many meetings there are less, or more.
    pub meetings: (usize, usize),
    /// How many tellings of meetings there are less, or more, where there are as many meetings as before.
    pub tellings: (usize, usize),
    /// What is told otherwise of meetings.
    pub told: Told,
    /// Stories that are of another day.
    pub stories_dated: usize,
}

/// In how many meetings something is told otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// When they were.
    pub days: usize,
    /// Where.
    pub places: usize,
    /// Who took part.
    pub participants: usize,
    /// What sort of meeting it was, or which of a series.
    pub kinds: usize,
    /// Whether they took place.
    pub statuses: usize,
}

impl Difference {
    /// What changed from one to the other. Both are of the same stories.
    pub fn between(before: &Library, after: &Library) -> Self {
        let (old, new) = (links(before), links(after));
        let names = names(before, after);
        let days = |library: &Library| -> Vec<Option<jiff::civil::Date>> {
            let published = library.stories.iter().map(|story| story.annotations.published.as_ref());
            published.map(|published| published.map(|it| it.best)).collect()
        };
        let stories_dated = days(before).iter().zip(days(after)).filter(|(old, new)| **old != *new).count();
        let count = |library: &Library| library.connections.meetings.len();
        // A meeting that is gone or new has its tellings with it.
        let is_as_many = count(before) == count(after);
        let tellings = if is_as_many { (more_tellings(before, after), more_tellings(after, before)) } else { (0, 0) };
        Self {
            links: (missing(&old, &new), missing(&new, &old)),
            sureness: (surer(&old, &new), surer(&new, &old)),
            names: names.0,
            names_changed: names.1,
            meetings: (count(before).saturating_sub(count(after)), count(after).saturating_sub(count(before))),
            tellings,
            told: Told::between(before, after),
            stories_dated,
        }
    }

    /// `3 links removed, 1 added; 1 name fewer`, or `nothing changed`.
    pub fn words(&self) -> String {
        let Told { days, places, participants, kinds, statuses } = self.told;
        let links = [
            (self.links.0, "removed"),
            (self.links.1, "added"),
            (self.sureness.0, "surer"),
            (self.sureness.1, "less sure"),
        ];
        let meetings = [
            (self.meetings.0, "fewer"),
            (self.meetings.1, "more"),
            (days, "on another day"),
            (places, "at another place"),
            (participants, "with other participants"),
            (kinds, "of another kind"),
            (statuses, "of another status"),
        ];
        let names = [(self.names.0, "fewer"), (self.names.1, "more"), (self.names_changed, "changed")];
        let parts = [
            told(&links, "link", "links"),
            told(&meetings, "meeting", "meetings"),
            told(&[(self.tellings.0, "fewer"), (self.tellings.1, "more")], "telling", "tellings"),
            told(&[(self.stories_dated, "on another day")], "story", "stories"),
            told(&names, "name", "names"),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { "nothing changed".to_owned() } else { parts.join("; ") }
    }
}

/// `3 links removed, 1 added`: what they are is said once.
fn told(changes: &[(usize, &str)], one: &str, many: &str) -> Option<String> {
    let mut changes = changes.iter().filter(|(number, _)| *number > 0);
    let (first, what) = changes.next()?;
    let first = format!("{} {what}", count(*first, one, many));
    Some(changes.fold(first, |told, (number, what)| format!("{told}, {number} {what}")))
}

/// Two stories, and whether it is a series that they share.
type Ends = (usize, usize, bool);

/// How sure the links of each sort between each two stories are, the surest first. A meeting joins two stories once, however
/// many of their tellings are of it: no view tells more.
fn links(library: &Library) -> HashMap<Ends, Vec<Tier>> {
    let mut surest: HashMap<(usize, usize, LinkTarget), Tier> = HashMap::new();
    for link in &library.connections.links {
        let known = surest.entry((link.from, link.to, link.target)).or_insert(link.tier);
        *known = (*known).min(link.tier);
    }
    let mut links: HashMap<Ends, Vec<Tier>> = HashMap::new();
    for ((from, to, target), tier) in surest {
        let is_series = matches!(target, LinkTarget::Series(_)) || tier == Tier::Series;
        links.entry((from, to, is_series)).or_default().push(tier);
    }
    for tiers in links.values_mut() {
        tiers.sort_unstable();
    }
    links
}

/// How many of some links are not among others.
fn missing(some: &HashMap<Ends, Vec<Tier>>, others: &HashMap<Ends, Vec<Tier>>) -> usize {
    some.iter().map(|(ends, tiers)| tiers.len().saturating_sub(others.get(ends).map_or(0, Vec::len))).sum()
}

/// How many tellings of meetings the stories of one library have more than the same stories of another one.
fn more_tellings(some: &Library, others: &Library) -> usize {
    let by_story = |library: &Library| {
        let mut counts: HashMap<usize, usize> = HashMap::new();
        for mention in library.connections.meetings.iter().flat_map(|meeting| &meeting.mentions) {
            *counts.entry(mention.story).or_default() += 1;
        }
        counts
    };
    let others = by_story(others);
    by_story(some).iter().map(|(story, count)| count.saturating_sub(others.get(story).copied().unwrap_or(0))).sum()
}

/// How many links of both are surer in the new ones.
fn surer(old: &HashMap<Ends, Vec<Tier>>, new: &HashMap<Ends, Vec<Tier>>) -> usize {
    let both = old.iter().filter_map(|(ends, tiers)| Some((tiers, new.get(ends)?)));
    both.map(|(old, new)| old.iter().zip(new).filter(|(old, new)| new < old).count()).sum()
}

/// Names that are gone and new, and those that are told otherwise.
fn names(before: &Library, after: &Library) -> ((usize, usize), usize) {
    let (had, has) = (by_id(before), by_id(after));
    let gone = had.keys().filter(|id| !has.contains_key(**id)).count();
    let come = has.keys().filter(|id| !had.contains_key(**id)).count();
    // Mentions that one name lost and another won are told by these already.
    let counts_mentions = (gone, come) == (0, 0);
    let is_other = |(id, entity): &(&&EntityId, &&Entity)| {
        let is_other = |known: &Entity| {
            (&known.name, known.kind) != (&entity.name, entity.kind)
                || counts_mentions && known.mentions != entity.mentions
        };
        had.get(**id).is_some_and(|known| is_other(known))
    };
    ((gone, come), has.iter().filter(is_other).count())
}

fn by_id(library: &Library) -> HashMap<&EntityId, &Entity> {
    library.connections.entities.iter().map(|entity| (&entity.id, entity)).collect()
}

impl Told {
    fn between(before: &Library, after: &Library) -> Self {
        let mut told = Self::default();
        for (old, others, new) in same_meetings(before, after) {
            let who = |meeting: &Meeting| -> BTreeSet<EntityId> {
                meeting.participants.iter().map(|who| who.id.clone()).collect()
            };
            let place = |meeting: &Meeting| meeting.place.as_ref().map(|place| place.id.clone());
            let sort = |meeting: &Meeting| (meeting.kind, meeting.ordinal, meeting.series.clone());
            let days = |meeting: &Meeting| meeting.when.map(|when| when.interval);
            // Of several that became one it is told as one of them was: whoever looks for what changed finds nothing.
            let is_new = |differs: &dyn Fn(&Meeting) -> bool| {
                usize::from(differs(old) && others.iter().all(|other| differs(other)))
            };
            told.days += is_new(&|old| days(old) != days(new));
            told.places += is_new(&|old| place(old) != place(new));
            told.participants += is_new(&|old| who(old) != who(new));
            told.kinds += is_new(&|old| sort(old) != sort(new));
            told.statuses += is_new(&|old| old.status != new.status);
        }
        told
    }
}

/// Meetings of one library and of the other that share tellings: each with that with which it shares most, and between them all
/// others that went into the new one.
fn same_meetings<'l>(before: &'l Library, after: &'l Library) -> Vec<(&'l Meeting, Vec<&'l Meeting>, &'l Meeting)> {
    let (old, new) = (&before.connections.meetings, &after.connections.meetings);
    let mut of_words: HashMap<(usize, Passage), usize> = HashMap::new();
    for (number, meeting) in old.iter().enumerate() {
        of_words.extend(words(before, meeting).map(|words| (words, number)));
    }
    let mut shared: HashMap<(usize, usize), usize> = HashMap::new();
    for (number, meeting) in new.iter().enumerate() {
        for known in words(after, meeting).filter_map(|words| of_words.get(&words)) {
            *shared.entry((*known, number)).or_default() += 1;
        }
    }
    let mut went_into: HashMap<usize, Vec<usize>> = HashMap::new();
    for (known, number) in shared.keys() {
        went_into.entry(*number).or_default().push(*known);
    }
    let mut shared: Vec<((usize, usize), usize)> = shared.into_iter().collect();
    shared.sort_unstable_by_key(|(both, count)| (Reverse(*count), *both));
    let (mut known, mut found) = (HashSet::new(), HashSet::new());
    let mut pairs = Vec::new();
    for ((one, other), _) in shared {
        if known.contains(&one) || found.contains(&other) {
            continue;
        }
        known.insert(one);
        found.insert(other);
        let others = went_into.get(&other).into_iter().flatten().filter(|known| **known != one);
        let others: Vec<&Meeting> = others.filter_map(|known| old.get(*known)).collect();
        pairs.extend(old.get(one).zip(new.get(other)).map(|(old, new)| (old, others, new)));
    }
    pairs
}

/// The first words of each telling of a meeting.
fn words<'l>(library: &'l Library, meeting: &'l Meeting) -> impl Iterator<Item = (usize, Passage)> + 'l {
    let first = |at: &crate::links::MentionRef| Some((at.story, *library.mention(*at)?.evidence.first()?));
    meeting.mentions.iter().filter_map(first)
}
