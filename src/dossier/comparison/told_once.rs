//! Two stories in, the days and names that only one of them tells out, those that matter first.
//!
//! What a story says more often, earlier, and of people rather than of anything else, matters more.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::{Agreement, Aspect, Fact, SharedMeeting, Source, Told, Value};
use crate::language::{EntityId, Form, Interval, Name, NameKind, Part, Passage};
use crate::meetings::Story;
use crate::text::fold::folded;

/// Names and days of each side that are told at most: a list of a thousand guests is no news story.
const MOST: usize = 400;
/// Days of an interval that can stand for a day in it.
const WEEK: i32 = 7;

/// Names that one story alone mentions.
pub(super) fn names(stories: [(usize, &Story); 2], meetings: &[SharedMeeting]) -> Vec<Fact> {
    let (known, taking_part) = (shown(meetings), TakingPart::of(stories, meetings));
    of_both(stories, |own, other, number| {
        let of_other: HashSet<&EntityId> =
            other.annotations.names.iter().flat_map(|name| [Some(&name.id), name.state.as_ref()]).flatten().collect();
        let spelled: HashSet<String> = other.annotations.names.iter().map(|name| folded(&name.name)).collect();
        let outlets: Vec<&str> =
            [own, other].iter().filter_map(|story| Some(story.article.outlet.as_ref()?.name.as_str())).collect();
        let names = own.annotations.names.iter().filter(|name| {
            name.kind != NameKind::Group
                && !of_other.contains(&name.id)
                && !outlets.contains(&name.name.as_str())
                && !taking_part.is_told(name)
                && !is_spelled(&folded(&name.name), &spelled)
        });
        let told = names.filter_map(|name| {
            let told = name.mentions.iter().filter(|mention| mention.form == Form::Name);
            let told = told.filter(|mention| is_told(own, mention.passage));
            let first = told.clone().next()?.passage;
            let source = Source { story: number, passage: first };
            let weight = Weight { people: name.kind == NameKind::Person, times: told.count() };
            let value = Value::Words(name.name.clone());
            (!known.contains(&source)).then_some((weight, Aspect::Name(name.kind), Told { value, source }))
        });
        told.collect()
    })
}

/// Days that one story alone tells; the day on which it was written says nothing.
pub(super) fn days(stories: [(usize, &Story); 2], meetings: &[SharedMeeting]) -> Vec<Fact> {
    let known = shown(meetings);
    of_both(stories, |own, other, number| {
        let short = |interval: &Interval| interval.days() <= WEEK;
        let mut of_other: Vec<Interval> =
            other.annotations.dates.iter().map(|when| when.interval).filter(short).collect();
        let written = own.annotations.published.as_ref().filter(|day| day.is_certain()).map(|day| day.interval);
        of_other.extend(written);
        of_other.sort_unstable();
        // Intervals are a week long at most, so that only neighbours can share a day.
        let is_told_there = |day: Interval| {
            let after = of_other.partition_point(|one| one.from <= day.to);
            of_other
                .get(..after)
                .unwrap_or_default()
                .iter()
                .rev()
                .take_while(|one| crate::language::days_between(one.from, day.from) <= WEEK)
                .any(|one| one.meet(day).is_some())
        };
        let days = own.annotations.dates.iter().filter(|when| when.interval.is_day() && !is_told_there(when.interval));
        let mut seen = HashSet::new();
        let days = days.filter(|when| is_told(own, when.passage)).filter_map(|when| {
            let source = Source { story: number, passage: when.passage };
            let is_new = seen.insert(when.interval) && !known.contains(&source);
            let value = Value::Days(when.interval);
            is_new.then_some((Weight { people: false, times: 1 }, Aspect::OtherDay, Told { value, source }))
        });
        days.collect()
    })
}

/// How much something matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Weight {
    people: bool,
    times: usize,
}

/// Asks for what the first story tells and the second does not, both ways round; those that matter most first.
fn of_both(
    stories: [(usize, &Story); 2],
    alone: impl Fn(&Story, &Story, usize) -> Vec<(Weight, Aspect, Told)>,
) -> Vec<Fact> {
    let [(left, one), (right, other)] = stories;
    let mut facts = Vec::new();
    for (own, against, number, agreement) in
        [(one, other, left, Agreement::OnlyLeft), (other, one, right, Agreement::OnlyRight)]
    {
        let mut told = alone(own, against, number);
        // A person counts like another mention: who is told three times matters more than someone told once.
        told.sort_by_key(|(weight, _, told)| (Reverse(weight.times + usize::from(weight.people)), told.source.passage));
        facts.extend(told.into_iter().take(MOST).map(|(_, aspect, told)| {
            let told = if agreement == Agreement::OnlyLeft { [Some(told), None] } else { [None, Some(told)] };
            Fact { aspect, agreement, told }
        }));
    }
    facts
}

/// Who takes part in shared meetings, and where these are: facts of theirs, told above what only one story tells.
struct TakingPart<'s> {
    ids: HashSet<&'s EntityId>,
    /// The last words of people's names, folded.
    surnames: HashSet<String>,
}

impl<'s> TakingPart<'s> {
    fn of(stories: [(usize, &'s Story); 2], meetings: &[SharedMeeting]) -> Self {
        let told = meetings.iter().flat_map(|shared| shared.tellings.iter().zip(stories));
        let told = told.filter_map(|(telling, (_, story))| story.meetings.get(telling.mention));
        let (mut ids, mut surnames) = (HashSet::new(), HashSet::new());
        for meeting in told {
            ids.extend(meeting.participants.iter().map(|who| &who.id));
            ids.extend(meeting.place.as_ref().map(|place| &place.id));
            let people = meeting.participants.iter().filter(|who| who.kind == NameKind::Person);
            surnames.extend(people.filter_map(|who| who.name.split_whitespace().next_back()).map(folded));
        }
        Self { ids, surnames }
    }

    fn is_told(&self, name: &Name) -> bool {
        let is_surname = name.kind == NameKind::Person && !name.name.contains(' ');
        self.ids.contains(&name.id) || is_surname && self.surnames.contains(&folded(&name.name))
    }
}

/// What a state or a part of one is called with, or without.
const FORMS: [&str; 16] = [
    "city",
    "confederation",
    "county",
    "district",
    "emirate",
    "federation",
    "government",
    "islands",
    "kingdom",
    "province",
    "region",
    "republic",
    "state",
    "states",
    "territory",
    "town",
];

/// Whether a name is among those that are spelled so, or with or without a word for what it is: `Northland` and `Northland
/// Republic`. All of them folded.
fn is_spelled(name: &str, spelled: &HashSet<String>) -> bool {
    let short = name.rsplit_once(' ').filter(|(_, form)| FORMS.contains(form)).map(|(short, _)| short);
    spelled.contains(name)
        || short.is_some_and(|short| spelled.contains(short))
        || FORMS.iter().any(|form| spelled.contains(&format!("{name} {form}")))
}

/// The words that facts of shared meetings stand on.
fn shown(meetings: &[SharedMeeting]) -> HashSet<Source> {
    let facts = meetings.iter().flat_map(|meeting| &meeting.facts);
    facts.flat_map(|fact| fact.told.iter().flatten()).map(|told| told.source).collect()
}

/// Whether the story itself says this: in its title or in a block that is not the page's.
fn is_told(story: &Story, passage: Passage) -> bool {
    let blocks = &story.article.blocks;
    let after = blocks.partition_point(|block| block.span.start() <= passage.span.start());
    let block = after.checked_sub(1).and_then(|at| blocks.get(at));
    let in_dateline = story.article.dateline.is_some_and(|dateline| dateline.span.overlaps(passage.span));
    passage.part == Part::Title || block.is_some_and(|block| block.kind.is_story()) && !in_dateline
}
