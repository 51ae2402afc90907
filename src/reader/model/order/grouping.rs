//! A library in, the groups that its stories fall into out.
//!
//! **Why:** which group a story is in depends on the library alone, so that it is looked up once and typing a filter only
//! deals stories out.
//!
//! A story stands in one group only, so that counts add up and a story is met once on the way down: under the meeting that
//! it is about (the main one), and under the series of that meeting, or else the first that it names. Meetings that only
//! one story tells of share a group: a head over every single story would group nothing.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::by_letters;
use crate::dossier::meeting::BETWEEN;
use crate::dossier::neighbourhood::{Labels, Node};
use crate::dossier::wording::{self, day};
use crate::library::Library;
use crate::links::{LinkTarget, Meeting, MentionRef, Tier};
use crate::meetings::Story;
use crate::reader::settings::GroupBy;
use crate::search::Match;
use crate::text::width::width;

/// What a group is known by, also in another list of the same library.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A day, an outlet, the identity of a meeting or of a series.
    Named(String),
    /// Meetings that only one story tells of.
    ToldOnce,
    /// Stories that have none.
    Without,
}

/// A group of stories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What it is known by.
    pub key: Key,
    /// What its head says first: a day, an outlet, a series.
    pub name: String,
    /// What else there is to say of it: the participants of a meeting, and where it was.
    pub more: String,
    /// Name and more in ever fewer words, for where there is no room for all of them.
    fewer: Vec<(String, String)>,
    day: Option<Date>,
}

/// All groups of a library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grouping {
    /// In the order of their names.
    pub groups: Vec<Group>,
    /// For each story its group.
    of_story: Vec<usize>,
}

impl Grouping {
    /// The groups of `library` by what was chosen. Takes n log n for n stories.
    /// Of meetings, only links count that are at least as sure as `least`.
    pub fn of(library: &Library, by: GroupBy, least: Tier) -> Self {
        let keyed: Vec<Group> = match by {
            GroupBy::None => Vec::new(),
            GroupBy::Day => library.stories.iter().map(by_day).collect(),
            GroupBy::Outlet => library.stories.iter().map(by_outlet).collect(),
            GroupBy::Meeting => by_meeting(library, &Tellers::of(library, least)),
            GroupBy::Series => by_series(library, &Tellers::of(library, least)),
        };
        let mut known: HashMap<Key, usize> = HashMap::new();
        let mut groups: Vec<Group> = Vec::new();
        let mut number = |group: Group| {
            *known.entry(group.key.clone()).or_insert_with(|| {
                groups.push(group);
                groups.len() - 1
            })
        };
        let of_story: Vec<usize> = keyed.into_iter().map(&mut number).collect();
        let (groups, places) = by_name(groups);
        let of_story = of_story.into_iter().map(|group| places.get(group).copied().unwrap_or(group)).collect();
        Self { groups, of_story }
    }

    /// Deals stories out: all of the first group in the order in which they came, then those of the next one; and the
    /// groups with their counts. Groups stand in the order of their first stories, or of days and names; those of stories
    /// that have none come last.
    pub fn divide(&self, found: Vec<Match>, by_first: bool, oldest: bool) -> (Vec<Match>, Vec<(usize, usize)>) {
        let mut dealt: Vec<Vec<Match>> = Vec::new();
        dealt.resize_with(self.groups.len(), Vec::new);
        let mut order: Vec<usize> = Vec::new();
        for found in found {
            let group = self.of_story.get(found.story).copied().unwrap_or_default();
            let Some(stories) = dealt.get_mut(group) else { continue };
            if stories.is_empty() {
                order.push(group);
            }
            stories.push(found);
        }
        let last = |group: &usize| self.groups.get(*group).map(|group| (group.key.is_last(), group.day));
        if by_first {
            order.sort_by_key(|group| last(group).map(|(last, _)| last));
        } else if oldest {
            order.sort_by_key(|group| (last(group).map(|(last, day)| (last, day.is_none(), day)), *group));
        } else {
            order.sort_by_key(|group| (last(group).map(|(last, day)| (last, Reverse(day))), *group));
        }
        let mut sorted = Vec::new();
        let mut counts = Vec::with_capacity(order.len());
        for group in order {
            let Some(stories) = dealt.get_mut(group) else { continue };
            counts.push((group, stories.len()));
            sorted.append(stories);
        }
        (sorted, counts)
    }
}

impl Key {
    /// How far behind groups with a name of their own it stands.
    const fn is_last(&self) -> u8 {
        match self {
            Self::Named(_) => 0,
            Self::ToldOnce => 1,
            Self::Without => 2,
        }
    }
}

impl Group {
    fn named(key: &str, name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::last(Key::Named(key.to_owned()), "") }
    }

    fn last(key: Key, name: &str) -> Self {
        Self { key, name: name.to_owned(), more: String::new(), fewer: Vec::new(), day: None }
    }

    /// What its head says in so many columns, with `gap` of them between name and more: as many words as fit, or else the fewest.
    pub fn head(&self, columns: usize, gap: usize) -> (&str, &str) {
        let fits = |(name, more): &(&str, &str)| width(name) + gap + width(more) <= columns;
        let fewer = || self.fewer.iter().map(|(name, more)| (name.as_str(), more.as_str()));
        let whole = (self.name.as_str(), self.more.as_str());
        std::iter::once(whole).chain(fewer()).find(fits).or_else(|| fewer().next_back()).unwrap_or(whole)
    }
}

/// Groups in the order of their names, and for each its new place.
fn by_name(groups: Vec<Group>) -> (Vec<Group>, Vec<usize>) {
    let mut order: Vec<(usize, Group)> = groups.into_iter().enumerate().collect();
    order.sort_by_cached_key(|(_, group)| (by_letters(&group.name), group.key.clone()));
    let mut places = vec![0; order.len()];
    for (place, (before, _)) in order.iter().enumerate() {
        if let Some(of_group) = places.get_mut(*before) {
            *of_group = place;
        }
    }
    (order.into_iter().map(|(_, group)| group).collect(), places)
}

fn by_day(story: &Story) -> Group {
    match story.annotations.published.as_ref().map(|published| published.best) {
        Some(on) => {
            Group { day: Some(on), ..Group::named(&on.to_string(), format!("{} {}", on.strftime("%a"), day(on))) }
        }
        None => Group::last(Key::Without, "Undated"),
    }
}

fn by_outlet(story: &Story) -> Group {
    match &story.article.outlet {
        Some(outlet) => Group::named(&by_letters(&outlet.name), outlet.name.clone()),
        None => Group::last(Key::Without, "Outlet unknown"),
    }
}

/// Who tells of which meeting, and who does so beside others.
struct Tellers<'l> {
    /// The meeting that each mention belongs to, by its index.
    known: HashMap<MentionRef, (usize, &'l Meeting)>,
    /// Stories that a link which counts joins to another one of the meeting.
    joined: HashSet<(usize, usize)>,
    least: Tier,
}

impl<'l> Tellers<'l> {
    fn of(library: &'l Library, least: Tier) -> Self {
        let meetings = library.connections.meetings.iter().enumerate();
        let told = meetings
            .flat_map(|(number, meeting)| meeting.mentions.iter().map(move |mention| (*mention, (number, meeting))));
        let links = library.connections.links.iter().filter(|link| link.tier <= least);
        let joined = links.filter_map(|link| match link.target {
            LinkTarget::Meeting(meeting) => Some([(link.from, meeting), (link.to, meeting)]),
            LinkTarget::Series(_) => None,
        });
        Self { known: told.collect(), joined: joined.flatten().collect(), least }
    }

    /// The meeting that a story tells of there, and whether it is shared.
    fn meeting(&self, story: usize, mention: usize) -> Option<(&'l Meeting, bool)> {
        let (number, meeting) = *self.known.get(&MentionRef { story, mention })?;
        // What only other links join is probably one meeting.
        let is_joined = || self.least >= Tier::Probable || self.joined.contains(&(story, number));
        Some((meeting, is_told_twice(meeting) && is_joined()))
    }
}

/// Whether more than one story tells of it.
fn is_told_twice(meeting: &Meeting) -> bool {
    let first = meeting.mentions.first().map(|mention| mention.story);
    meeting.mentions.iter().any(|mention| Some(mention.story) != first)
}

/// The meeting that a story is about: the main one; where there is none, one that other stories tell of as well, or else
/// the first.
fn leading<'l>(tellers: &Tellers<'l>, story: usize, told: &Story) -> Option<(&'l Meeting, bool)> {
    let of = |mention: usize| tellers.meeting(story, mention);
    let main = told.meetings.iter().position(|meeting| meeting.main).and_then(of);
    main.or_else(|| (0..told.meetings.len()).filter_map(of).find(|(_, is_shared)| *is_shared))
        .or_else(|| (0..told.meetings.len()).find_map(of))
}

/// The meeting that brings a story together with others: what it is about, where they tell of that too; or else what one of
/// them is about, or most of them tell.
fn joining<'l>(
    tellers: &Tellers<'l>,
    mains: &HashSet<&str>,
    story: usize,
    told: &Story,
) -> Option<(&'l Meeting, bool)> {
    let main = leading(tellers, story, told)?;
    let told = (0..told.meetings.len()).filter_map(|mention| tellers.meeting(story, mention));
    let shared = told.filter(|(_, is_shared)| *is_shared);
    let most = || {
        let worth = |(meeting, _): &(&Meeting, bool)| (mains.contains(meeting.id.as_str()), meeting.mentions.len());
        // Of equals the one that is told first.
        shared.rev().max_by_key(worth)
    };
    Some(main).filter(|(_, is_shared)| *is_shared).or_else(most).or(Some(main))
}

fn by_meeting(library: &Library, tellers: &Tellers<'_>) -> Vec<Group> {
    let stories = || library.stories.iter().enumerate();
    let mains = stories().filter_map(|(story, told)| leading(tellers, story, told)).map(|(main, _)| main.id.as_str());
    let mains: HashSet<&str> = mains.collect();
    let labels = Labels::new(library);
    let meetings = library.connections.meetings.iter().enumerate();
    let numbers: HashMap<&str, usize> = meetings.map(|(number, meeting)| (meeting.id.as_str(), number)).collect();
    let mut known: HashMap<usize, Group> = HashMap::new();
    let mut group = |(story, told): (usize, &Story)| match joining(tellers, &mains, story, told) {
        Some((meeting, true)) => {
            let number = numbers.get(meeting.id.as_str()).copied().unwrap_or(usize::MAX);
            known.entry(number).or_insert_with(|| of_meeting(&labels, (number, meeting))).clone()
        }
        Some(_) => told_once(),
        None => Group::last(Key::Without, "No meeting"),
    };
    stories().map(&mut group).collect()
}

fn told_once() -> Group {
    let fewer = ["Told in one story", "Told once"].map(|name| (name.to_owned(), String::new()));
    Group { fewer: fewer.into(), ..Group::last(Key::ToldOnce, "Meetings told in one story") }
}

/// The day of a meeting and who met where. Where room is short they are called as on the map, by their surnames; then the year
/// is left out, which the stories below tell; then some of those who met, and in the end all of them.
fn of_meeting(labels: &Labels<'_>, (number, meeting): (usize, &Meeting)) -> Group {
    let names: Vec<&str> = meeting.participants.iter().map(|one| one.name.as_str()).collect();
    let who = if names.is_empty() { meeting.kind.word().to_owned() } else { names.join(", ") };
    let place = meeting.place.as_ref().map_or_else(String::new, |place| format!(", {}", place.name));
    let day = wording::when_met(meeting).unwrap_or_else(|| "no day".to_owned());
    let year = meeting.when.map(|when| format!(" {}", when.interval.to.year()));
    let brief = year.and_then(|year| day.strip_suffix(&year)).unwrap_or(&day).to_owned();
    let called = labels.of(Node::Meeting(number));
    let mut fewer = vec![(day.clone(), format!("{}{place}", called.short))];
    let others = meeting.participants.len().saturating_sub(1);
    let first = called.short.split(BETWEEN).next().filter(|_| called.fewer.is_empty() && others > 0);
    let first = first.filter(|first| *first != called.short).map(|first| format!("{first} +{others}"));
    for who in std::iter::once(called.short.clone()).chain(called.fewer).chain(first) {
        fewer.extend([(day.clone(), who.clone()), (brief.clone(), who)]);
    }
    fewer.push((day.clone(), String::new()));
    let from = meeting.when.map(|when| when.interval.from);
    Group { more: format!("{who}{place}"), fewer, day: from, ..Group::named(&meeting.id, day) }
}

/// The series of the meeting that a story is about, as any of those tells it that are surely enough of that meeting, or
/// else the first that the story names.
fn by_series(library: &Library, tellers: &Tellers<'_>) -> Vec<Group> {
    let all = &library.connections.series;
    let mut first: Vec<Option<usize>> = vec![None; library.stories.len()];
    for (index, series) in all.iter().enumerate() {
        for (story, _) in &series.stories {
            if let Some(first) = first.get_mut(*story) {
                *first = first.or(Some(index));
            }
        }
    }
    let by_id: HashMap<_, usize> = all.iter().enumerate().map(|(index, series)| (&series.id, index)).collect();
    let group = |(story, told): (usize, &Story)| {
        let main = leading(tellers, story, told).filter(|(meeting, is_shared)| *is_shared || !is_told_twice(meeting));
        let main = main.and_then(|(meeting, _)| by_id.get(meeting.series.as_ref()?).copied());
        let index = main.or_else(|| first.get(story).copied().flatten());
        match index.and_then(|index| all.get(index)) {
            Some(series) => Group::named(series.id.as_str(), series.name.clone()),
            None => Group::last(Key::Without, "No series"),
        }
    };
    library.stories.iter().enumerate().map(group).collect()
}
