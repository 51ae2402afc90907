//! Meetings in; which numbered rounds are of one series out, whether or not any story gives it a name.
//!
//! **In:** every meeting of a library, by day. **Out:** the series that no story names, with the stories that tell of their
//! rounds; each round knows its series, and one of which nobody is told who met has the sides of the others.
//! **Why:** a column that lists `the twenty-fourth in December, the twenty-fifth in February` tells of rounds of the same talks,
//! and who talks is the same in all of them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::cluster::root;
use super::types::{Meeting, Series};
use crate::language::{EntityId, NameKind, Passage, slug};
use crate::meetings::{Participant, SeriesId, Story};

/// Rounds of one story that are compared with each other.
const COMPARED: usize = 32;

/// Gives rounds their series and, where nobody is named, its sides; returns the series that no story names.
pub(super) fn group(stories: &[Story], mut meetings: Vec<&mut Meeting>) -> Vec<Series> {
    let mut taken: HashSet<SeriesId> =
        stories.iter().flat_map(|story| story.series.iter().map(|series| series.id.clone())).collect();
    let groups = groups(&meetings);
    let names = names(stories, &meetings, &groups);
    let mut unnamed = Vec::new();
    for group in groups {
        let told: BTreeSet<SeriesId> =
            group.iter().filter_map(|number| meetings.get(*number)?.series.clone()).collect();
        let sides = sides(&group, &meetings, &names);
        let id = match told.len() {
            0 => {
                let series = new_series(stories, &group, &meetings, &sides, &mut taken);
                let id = series.id.clone();
                unnamed.push(series);
                Some(id)
            }
            1 => told.into_iter().next(),
            _ => None,
        };
        for number in group {
            let Some(meeting) = meetings.get_mut(number) else { continue };
            if meeting.series.is_none() {
                meeting.series.clone_from(&id);
            }
            if meeting.participants.is_empty() && !sides.is_empty() {
                meeting.participants.clone_from(&sides);
                meeting.sides_of_series = true;
            }
        }
    }
    unnamed
}

/// Indices of rounds that are of one series, ascending: those of which one story tells under different numbers.
fn groups(meetings: &[&mut Meeting]) -> Vec<Vec<usize>> {
    let mut of_story: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, meeting) in meetings.iter().enumerate().filter(|(_, meeting)| meeting.ordinal.is_some()) {
        for mention in &meeting.mentions {
            of_story.entry(mention.story).or_default().push(number);
        }
    }
    let mut roots: Vec<usize> = (0..meetings.len()).collect();
    let mut joined: BTreeSet<usize> = BTreeSet::new();
    for rounds in of_story.into_values() {
        let rounds = rounds.get(..COMPARED).unwrap_or(&rounds);
        for (at, one) in rounds.iter().enumerate() {
            for other in rounds.iter().skip(at + 1).filter(|other| may_be_kin(meetings, *one, **other)) {
                joined.extend([*one, *other]);
                let (a, b) = (root(&mut roots, *one), root(&mut roots, *other));
                if let Some(parent) = roots.get_mut(a.max(b)) {
                    *parent = a.min(b);
                }
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for number in joined {
        groups.entry(root(&mut roots, number)).or_default().push(number);
    }
    groups.into_values().collect()
}

/// Whether two rounds of one story may be of one series: other numbers, no other series, no other sides.
fn may_be_kin(meetings: &[&mut Meeting], one: usize, other: usize) -> bool {
    let (Some(one), Some(other)) = (meetings.get(one), meetings.get(other)) else { return false };
    let same_series = one.series.is_none() || other.series.is_none() || one.series == other.series;
    let shares = one.participants.iter().any(|who| other.participants.iter().any(|known| is_side_of(who, known)));
    let same_sides = one.participants.is_empty() || other.participants.is_empty() || shares;
    one.ordinal != other.ordinal && same_series && same_sides
}

fn is_side_of(one: &Participant, other: &Participant) -> bool {
    let sides = |who: &Participant| -> Vec<EntityId> { who.acts_for.iter().chain([&who.id]).cloned().collect() };
    let theirs = sides(other);
    sides(one).iter().any(|side| theirs.contains(side))
}

/// What the states and bodies are called that meet or for which people do, in some story.
type Names = HashMap<EntityId, (String, NameKind)>;

fn names(stories: &[Story], meetings: &[&mut Meeting], groups: &[Vec<usize>]) -> Names {
    let rounds = groups.iter().flatten().filter_map(|number| meetings.get(*number));
    let wanted: HashSet<&EntityId> =
        rounds.flat_map(|round| &round.participants).flat_map(|who| &who.acts_for).collect();
    let told = stories.iter().flat_map(|story| &story.annotations.names).map(|name| (&name.id, &name.name, name.kind));
    let met = stories.iter().flat_map(|story| &story.meetings).flat_map(|meeting| &meeting.participants);
    let met = met.map(|who| (&who.id, &who.name, who.kind));
    let mut names = Names::new();
    for (id, name, kind) in told.chain(met).filter(|(id, ..)| wanted.contains(id)) {
        // The first by letter, so that the order of files does not show.
        let known = names.entry(id.clone()).or_insert_with(|| (name.clone(), kind));
        if (name.as_str(), kind) < (known.0.as_str(), known.1) {
            *known = (name.clone(), kind);
        }
    }
    names.retain(|_, (_, kind)| *kind != NameKind::Person);
    names
}

/// The two sides of the first round that tells them: states and bodies for the people who act for them, since delegates change
/// from round to round. Where more take part, some are hosts, guests or observers of one round.
fn sides(group: &[usize], meetings: &[&mut Meeting], names: &Names) -> Vec<Participant> {
    let told = group.iter().filter_map(|number| meetings.get(*number));
    let mut two = told.filter(|meeting| meeting.participants.len() == 2);
    let Some(told) = two.next() else { return Vec::new() };
    let side = |who: &Participant| {
        let called = who.acts_for.iter().find_map(|side| Some((side, names.get(side)?)));
        match called.filter(|_| who.kind == NameKind::Person) {
            Some((side, (name, kind))) => Participant::new(side.clone(), name.clone(), *kind, who.passage),
            None => who.clone(),
        }
    };
    let sides: Vec<Participant> = told.participants.iter().map(side).collect();
    let are_two = sides.first().map(|side| &side.id) != sides.last().map(|side| &side.id);
    if are_two { sides } else { told.participants.clone() }
}

/// A series that is told by its rounds only, called after its sides.
fn new_series(
    stories: &[Story],
    group: &[usize],
    meetings: &[&mut Meeting],
    sides: &[Participant],
    taken: &mut HashSet<SeriesId>,
) -> Series {
    let rounds = || group.iter().filter_map(|number| meetings.get(*number));
    let place = rounds().find_map(|meeting| meeting.place.as_ref());
    let name = match (sides, place) {
        ([], Some(place)) => format!("rounds of talks in {}", place.name),
        ([], None) => "rounds of talks".to_owned(),
        (sides, _) => {
            let names: Vec<&str> = sides.iter().map(|side| side.name.as_str()).collect();
            format!("{} talks", names.join(" – "))
        }
    };
    let base = slug(&name);
    let mut ids =
        (1..).map(|count: u32| SeriesId::new(&if count == 1 { base.clone() } else { format!("{base}-{count}") }));
    let id = ids.find(|id| taken.insert(id.clone())).unwrap_or_else(|| SeriesId::new(&base));
    let mut tellers: Vec<(usize, Passage)> = rounds()
        .flat_map(|meeting| &meeting.mentions)
        .filter_map(|at| Some((at.story, *stories.get(at.story)?.meetings.get(at.mention)?.evidence.first()?)))
        .collect();
    tellers.sort_unstable();
    tellers.dedup_by_key(|(story, _)| *story);
    Series { id, name, is_named: false, stories: tellers }
}
