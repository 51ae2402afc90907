//! Which stories, meetings and names stand around something.
//!
//! **In:** a library and a thing. **Out:** the strongest of each kind, in the order in which they are shown, and how many
//! were left out. **Why:** a map of everything is a map of nothing.
//!
//! A story stands near the meetings that it tells of, and the stories that it is linked to; a meeting near the stories
//! that tell of it, who took part, and other meetings of its series, its people and its stories; a name near the meetings
//! that it took part in and the stories that name it. Where a story tells of no meeting, the names in it take its place.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::parties::Parties;
use super::{Bounds, Graph, Node};
use crate::language::{EntityId, NameKind};
use crate::library::Library;
use crate::links::{LinkTarget, Meeting, Tier};

/// So many shared people make two meetings neighbours; one of them alone meets too many.
const ENOUGH_PEOPLE: usize = 2;
/// What a shared series counts for against people and stories that meetings share.
const SERIES: usize = 3;

/// Candidates of one kind, each with its strength; the stronger ones compare as less.
type Ranked<R> = Vec<(R, usize)>;

/// The graph without its edges, and how many stories, meetings and names were left out.
pub(super) fn around(library: &Library, centre: Node, bounds: Bounds) -> Option<(Graph, [usize; 3])> {
    let mut more = [0; 3];
    let [more_stories, more_meetings, more_names] = &mut more;
    let meetings = &library.connections.meetings;
    let (mut stories, chosen, origin) = match centre {
        Node::Story(story) => {
            library.stories.get(story)?;
            let chosen = strongest(meetings_of_story(library, story), bounds.meetings, more_meetings);
            let room = bounds.stories.saturating_sub(1);
            let mut stories = strongest(linked_stories(library, story, &chosen, bounds.least), room, more_stories);
            stories.push(story);
            let origin = if chosen.is_empty() { Named::In(story) } else { Named::At };
            (stories, chosen, origin)
        }
        Node::Meeting(number) => {
            let meeting = meetings.get(number)?;
            let stories = strongest(tellers(library, meeting), bounds.stories, more_stories);
            let room = bounds.meetings.saturating_sub(1);
            let mut chosen = strongest(kindred(library, number, meeting), room, more_meetings);
            chosen.push(number);
            (stories, chosen, Named::At)
        }
        Node::Name(number) => {
            let id = &library.connections.entities.get(number)?.id;
            let chosen = strongest(meetings_of_name(library, number), bounds.meetings, more_meetings);
            let stories = strongest(stories_of_name(library, number, id, &chosen), bounds.stories, more_stories);
            (stories, chosen, Named::At)
        }
    };
    let own = if let Node::Name(number) = centre { Some(number) } else { None };
    let mut names = ranked_names(library, &chosen, &origin);
    names.retain(|(_, name)| Some(*name) != own);
    let mut names = strongest(names, bounds.names.saturating_sub(usize::from(own.is_some())), more_names);
    // Whoever is in the middle leads those of the same kind.
    if let Some(own) = own {
        names.insert(0, own);
    }
    names.sort_by_key(|name| library.connections.entities.get(*name).map(|entity| group(entity.kind)));
    sort_by_day(library, &mut stories);
    let mut meetings = chosen;
    meetings.sort_unstable();
    Some((Graph { stories, meetings, names, ..Graph::default() }, more))
}

/// Where names are taken from.
enum Named {
    /// The meetings that were chosen.
    At,
    /// This story, as it tells of no meeting.
    In(usize),
}

/// The strongest candidates; adds to `more` how many others there are.
fn strongest<R: Ord>(mut candidates: Ranked<R>, most: usize, more: &mut usize) -> Vec<usize> {
    candidates.sort_unstable();
    *more += candidates.len().saturating_sub(most);
    candidates.into_iter().take(most).map(|(_, found)| found).collect()
}

/// People, then bodies, then places, then the others.
pub(super) const fn group(kind: NameKind) -> u8 {
    match kind {
        NameKind::Person => 0,
        // What is there of a state is its adjective, where nothing else names it.
        NameKind::Organisation | NameKind::Group => 1,
        NameKind::Place => 2,
        NameKind::Event | NameKind::Document => 3,
    }
}

/// The day of publication; `None` sorts behind every day where it stands in this tuple.
pub(super) fn day_of(library: &Library, story: usize) -> (bool, Option<Date>) {
    let published = library.stories.get(story).and_then(|story| story.annotations.published.as_ref());
    (published.is_none(), published.map(|published| published.best))
}

pub(super) fn sort_by_day(library: &Library, stories: &mut [usize]) {
    stories.sort_by_key(|story| (day_of(library, *story), *story));
}

// --- meetings -------------------------------------------------------------------------------------------------------

/// What the story is about first, then what most stories tell of, then in the order of the text.
fn meetings_of_story(library: &Library, story: usize) -> Ranked<impl Ord> {
    let told = |(number, meeting): (usize, &Meeting)| {
        let own = meeting.mentions.iter().filter(|at| at.story == story);
        let first = own.clone().map(|at| at.mention).min()?;
        let is_main = own.filter_map(|at| library.mention(*at)).any(|mention| mention.main);
        Some(((!is_main, Reverse(count_stories(meeting)), first), number))
    };
    library.connections.meetings.iter().enumerate().filter_map(told).collect()
}

/// Those of most stories first, then the later ones.
fn meetings_of_name(library: &Library, name: usize) -> Ranked<impl Ord + use<>> {
    let meetings = library.connections.meetings.iter().enumerate();
    let parties = Parties::of(library);
    let of_name = meetings.filter(|(_, meeting)| parties.at(meeting).any(|(one, _)| one == name));
    of_name.map(|(number, meeting)| ((Reverse(count_stories(meeting)), Reverse(first_day(meeting))), number)).collect()
}

/// Other meetings of the series, of the same people, in the same stories; of equals the nearest in time.
fn kindred(library: &Library, own: usize, meeting: &Meeting) -> Ranked<impl Ord> {
    let people: BTreeSet<&str> = meeting.participants.iter().map(|one| one.id.as_str()).collect();
    let tellers: BTreeSet<usize> = meeting.mentions.iter().map(|at| at.story).collect();
    let enough = ENOUGH_PEOPLE.min(people.len()).max(1);
    let near = |(number, other): (usize, &Meeting)| {
        let shared = other.participants.iter().filter(|one| people.contains(one.id.as_str())).count();
        let stories: BTreeSet<usize> =
            other.mentions.iter().map(|at| at.story).filter(|story| tellers.contains(story)).collect();
        let series = other.series.is_some() && other.series == meeting.series;
        let strength = if shared >= enough { shared } else { 0 } + stories.len() + if series { SERIES } else { 0 };
        let apart =
            first_day(meeting).zip(first_day(other)).map(|(one, other)| (one - other).get_days().unsigned_abs());
        (strength > 0 && number != own).then_some(((Reverse(strength), apart.is_none(), apart), number))
    };
    library.connections.meetings.iter().enumerate().filter_map(near).collect()
}

fn first_day(meeting: &Meeting) -> Option<Date> {
    meeting.when.map(|when| when.interval.from)
}

fn count_stories(meeting: &Meeting) -> usize {
    // Mentions ascend by story.
    let mut last = None;
    meeting.mentions.iter().filter(|at| last.replace(at.story) != Some(at.story)).count()
}

// --- stories --------------------------------------------------------------------------------------------------------

/// The surest links first, then those over most meetings, then the nearest in time.
fn linked_stories(library: &Library, story: usize, chosen: &[usize], least: Tier) -> Ranked<impl Ord> {
    let mut found: BTreeMap<usize, (Tier, Reverse<usize>)> = BTreeMap::new();
    let links = library.connections.links.iter().filter(|link| link.tier <= least);
    for link in links.filter(|link| link.from == story || link.to == story) {
        let other = link.other(story);
        let (tier, Reverse(shared)) = found.entry(other).or_insert((link.tier, Reverse(0)));
        *tier = link.tier.min(*tier);
        *shared += usize::from(matches!(link.target, LinkTarget::Meeting(_)));
    }
    // Whoever tells of the same meeting may be joined to it by a third story only.
    let meetings = chosen.iter().filter_map(|number| library.connections.meetings.get(*number));
    for other in meetings.flat_map(|meeting| &meeting.mentions).map(|at| at.story).filter(|other| *other != story) {
        found.entry(other).or_insert((Tier::Series, Reverse(0)));
    }
    let own = day_of(library, story).1;
    let ranked = found.into_iter().map(|(other, strength)| {
        let day = day_of(library, other).1;
        let apart = own.zip(day).map(|(one, other)| (one - other).get_days().unsigned_abs());
        ((strength, apart.is_none(), apart), other)
    });
    ranked.collect()
}

/// Those that are about the meeting first, then those that tell most of it.
fn tellers(library: &Library, meeting: &Meeting) -> Ranked<impl Ord> {
    let mut found: BTreeMap<usize, (bool, Reverse<usize>)> = BTreeMap::new();
    for &at in &meeting.mentions {
        let Some(mention) = library.mention(at) else { continue };
        let (is_passing, Reverse(told)) = found.entry(at.story).or_insert((true, Reverse(0)));
        *is_passing &= !mention.main;
        *told += mention.evidence.len();
    }
    found.into_iter().map(|(story, strength)| (strength, story)).collect()
}

/// Those that tell of most of the chosen meetings first, then those that name it most.
fn stories_of_name(library: &Library, number: usize, id: &EntityId, chosen: &[usize]) -> Ranked<impl Ord> {
    let mut told: BTreeMap<usize, usize> = BTreeMap::new();
    for meeting in chosen.iter().filter_map(|number| library.connections.meetings.get(*number)) {
        let stories: BTreeSet<usize> = meeting.mentions.iter().map(|at| at.story).collect();
        for story in stories {
            *told.entry(story).or_default() += 1;
        }
    }
    let named = library.connections.entities.get(number).map_or(&[][..], |entity| &entity.stories);
    let stories: BTreeSet<usize> = named.iter().copied().chain(told.keys().copied()).collect();
    let ranked = stories.into_iter().map(|story| {
        let mentions =
            library.stories.get(story).and_then(|story| story.name(id)).map_or(0, |name| name.mentions.len());
        ((Reverse(told.get(&story).copied().unwrap_or(0)), Reverse(mentions)), story)
    });
    ranked.collect()
}

// --- names ----------------------------------------------------------------------------------------------------------

/// Who took part first, then places; those of most meetings first, people before bodies, then the most mentioned.
fn ranked_names(library: &Library, chosen: &[usize], origin: &Named) -> Ranked<impl Ord + use<>> {
    // How often each one takes part, and how often it is there at all.
    let mut found: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let parties = Parties::of(library);
    match origin {
        Named::At => {
            for meeting in chosen.iter().filter_map(|number| library.connections.meetings.get(*number)) {
                for (name, takes_part) in parties.at(meeting) {
                    let (part, there) = found.entry(name).or_default();
                    *part += usize::from(takes_part);
                    *there += 1;
                }
            }
        }
        Named::In(story) => {
            let names = library.stories.get(*story).into_iter().flat_map(|story| &story.annotations.names);
            for name in names.filter(|name| group(name.kind) < 3 && name.kind != NameKind::Group) {
                if let Some(number) = parties.name(&name.id) {
                    found.entry(number).or_default().1 += name.mentions.len();
                }
            }
        }
    }
    let ranked = found.into_iter().filter_map(|(number, (part, there))| {
        let entity = library.connections.entities.get(number)?;
        // The order of entities is that of their mentions.
        Some(((part == 0, Reverse(there), group(entity.kind), number), number))
    });
    ranked.collect()
}
