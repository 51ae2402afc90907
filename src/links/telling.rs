//! A meeting of a story in, the same made ready for comparing out.
//!
//! **Why:** every telling is compared with many others; what depends on it alone is worked out once.

use std::collections::HashMap;

use jiff::civil::{Date, date};

use super::types::MentionRef;
use crate::language::{EntityId, Interval, NameKind, Passage, days_between};
use crate::meetings::{MeetingKind, MeetingMention, Status, Story};

/// Days after a meeting in which stories still tell of it without naming the day.
const RECENT_DAYS: i32 = 21;
/// Days before a meeting in which stories tell of it as planned.
const PLANNED_DAYS: i32 = 90;
/// Days by which an inferred day may be late: stories tell of a meeting without its day for some days.
pub(super) const INFERRED_SLACK: i32 = 4;
/// How many marks of its topic a telling has at most.
const MARKS: usize = 48;
/// Words shorter than this tell little of a topic.
const SHORTEST: usize = 5;

/// Days counted from 1970, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Days {
    pub from: i32,
    pub to: i32,
}

impl Days {
    pub(super) fn of(interval: Interval) -> Self {
        Self { from: number_of(interval.from), to: number_of(interval.to) }
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

fn number_of(day: Date) -> i32 {
    days_between(date(1970, 1, 1), day)
}

/// A telling: a meeting as one story tells it.
#[derive(Clone, Debug)]
pub(super) struct Telling<'a> {
    /// Index of the story.
    pub number: usize,
    /// Index into its meetings.
    pub mention: usize,
    /// The story.
    pub story: &'a Story,
    /// What it says.
    pub meeting: &'a MeetingMention,
    /// The named event that it is or is a part of.
    pub event: Option<(&'a EntityId, &'a str)>,
    /// The days on which it can have been: those told, or those of which the story is likely to speak without telling.
    pub possible: Option<Days>,
    /// The day of the story.
    pub published: Option<i32>,
    /// Marks of its topic, ascending: what else the story names, and words of the sentences that tell of it.
    pub topic: Vec<u32>,
}

impl<'a> Telling<'a> {
    /// The telling without its topic; `None` where the story has no such meeting.
    pub(super) fn plain(number: usize, story: &'a Story, mention: usize) -> Option<Self> {
        let meeting = story.meetings.get(mention)?;
        let published = story.annotations.published.as_ref().map(|published| number_of(published.best));
        let possible = possible_days(meeting, published);
        let event = event_of(story, meeting);
        Some(Self { number, mention, story, meeting, event, possible, published, topic: Vec::new() })
    }

    /// All tellings of a story, with their topics.
    pub(super) fn of_story(number: usize, story: &'a Story) -> impl Iterator<Item = Self> {
        (0..story.meetings.len()).filter_map(move |mention| {
            let telling = Self::plain(number, story, mention)?;
            Some(Self { topic: topic(story, telling.meeting), ..telling })
        })
    }

    /// Where it is.
    pub(super) const fn mention(&self) -> MentionRef {
        MentionRef { story: self.number, mention: self.mention }
    }

    /// Its first words.
    pub(super) fn evidence(&self) -> Option<Passage> {
        self.meeting.evidence.first().copied()
    }

    /// Whether others than those named may have taken part.
    pub(super) const fn is_open(&self) -> bool {
        matches!(
            self.meeting.kind,
            MeetingKind::Summit | MeetingKind::Conference | MeetingKind::Round | MeetingKind::Multilateral
        )
    }
}

fn possible_days(meeting: &MeetingMention, published: Option<i32>) -> Option<Days> {
    if let Some(when) = meeting.when {
        let slack = if when.passage.is_some() { 0 } else { INFERRED_SLACK };
        let days = Days::of(when.interval);
        return Some(Days { from: days.from - slack, to: days.to });
    }
    let published = published?;
    let (before, after) = match meeting.status {
        Status::Planned => (1, PLANNED_DAYS),
        _ => (RECENT_DAYS, 1),
    };
    Some(Days { from: published - before, to: published + after })
}

/// The event that the meetings room found, or one that the words of a summit or conference name.
fn event_of<'a>(story: &'a Story, meeting: &'a MeetingMention) -> Option<(&'a EntityId, &'a str)> {
    if let Some(event) = &meeting.event {
        return Some((event, story.name(event).map_or(event.as_str(), |name| name.name.as_str())));
    }
    if !matches!(meeting.kind, MeetingKind::Summit | MeetingKind::Conference) {
        return None;
    }
    let holds = |passage: &Passage, inner: Passage| passage.part == inner.part && passage.span.contains(inner.span);
    let mut events = story.annotations.names.iter().filter(|name| name.kind == NameKind::Event);
    let event = events.find(|name| {
        name.mentions.iter().any(|mention| meeting.evidence.iter().any(|passage| holds(passage, mention.passage)))
    })?;
    Some((&event.id, event.name.as_str()))
}

/// What the story names besides those who meet, and the longer words of the sentences that tell of the meeting.
fn topic(story: &Story, meeting: &MeetingMention) -> Vec<u32> {
    let takes_part = |id: &EntityId| meeting.participants.iter().any(|one| &one.id == id || one.acts_for.contains(id));
    let is_place = |id: &EntityId| meeting.place.as_ref().is_some_and(|place| &place.id == id);
    let tells = |kind: NameKind| !matches!(kind, NameKind::Group);
    let names = story.annotations.names.iter().filter(|name| tells(name.kind) && name.state.as_ref() != Some(&name.id));
    let names = names.filter(|name| !takes_part(&name.id) && !is_place(&name.id)).map(|name| mark(name.id.as_str()));
    let mut marks: Vec<u32> = names.take(MARKS / 2).chain(words(story, meeting).take(MARKS / 2)).collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// The longer words of the sentences that tell of the meeting. A capital is a name's, and names are counted apart.
fn words<'a>(story: &'a Story, meeting: &'a MeetingMention) -> impl Iterator<Item = u32> + 'a {
    let sentences = &story.annotations.sentences;
    let holding = meeting.evidence.iter().filter_map(|passage| {
        let after = sentences.partition_point(|sentence| sentence.passage.start_key() <= passage.start_key());
        after.checked_sub(1).and_then(|at| sentences.get(at))
    });
    holding.flat_map(move |sentence| {
        let tokens = story.annotations.tokens.get(sentence.tokens.clone()).unwrap_or_default();
        let words = tokens.iter().map(|token| story.words(Passage { part: sentence.passage.part, span: token.span }));
        words.filter(|word| word.len() >= SHORTEST && word.chars().all(char::is_lowercase)).map(mark)
    })
}

/// A word as a number, the same everywhere (FNV-1a).
fn mark(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// What the other tellings of a library say of how much it means that two share something.
#[derive(Debug, Default)]
pub(super) struct Around<'a> {
    /// On how many days each two people are told to have met.
    days_of_pair: HashMap<(&'a EntityId, &'a EntityId), u32>,
    /// In how many stories each mark of a topic stands.
    stories_of_mark: HashMap<u32, u32>,
}

/// People of one telling that are paired: a list of fifty guests would make a thousand pairs.
const GUESTS: usize = 16;

/// Every two of these identities, each two in the same order wherever they come from.
pub(super) fn pairs<'i>(ids: &[&'i EntityId]) -> Vec<(&'i EntityId, &'i EntityId)> {
    let ids = ids.get(..GUESTS).unwrap_or(ids);
    let one = ids.iter().enumerate();
    one.flat_map(|(at, one)| {
        ids.iter().skip(at + 1).map(move |other| if one <= other { (*one, *other) } else { (*other, *one) })
    })
    .collect()
}

impl<'a> Around<'a> {
    /// Counts what the tellings share.
    pub(super) fn of(tellings: &[Telling<'a>]) -> Self {
        let mut days: HashMap<(&'a EntityId, &'a EntityId), Vec<Option<i32>>> = HashMap::new();
        let mut around = Self::default();
        let mut last: HashMap<u32, usize> = HashMap::new();
        for telling in tellings {
            let ids: Vec<&EntityId> = telling.meeting.participants.iter().map(|participant| &participant.id).collect();
            let day = telling.meeting.when.and(telling.possible).map(|days| days.to);
            for pair in pairs(&ids) {
                days.entry(pair).or_default().push(day);
            }
            for &mark in &telling.topic {
                // Tellings of one story follow each other.
                if last.insert(mark, telling.number) != Some(telling.number) {
                    *around.stories_of_mark.entry(mark).or_default() += 1;
                }
            }
        }
        around.days_of_pair = days
            .into_iter()
            .map(|(pair, mut days)| {
                days.sort_unstable();
                days.dedup();
                (pair, u32::try_from(days.iter().flatten().count()).unwrap_or(u32::MAX))
            })
            .collect();
        around
    }

    /// On how many days the rarest two of these people met; 1 where that is not known.
    pub(super) fn days_together(&self, shared: &[&EntityId]) -> u32 {
        pairs(shared).iter().filter_map(|pair| self.days_of_pair.get(pair)).min().copied().unwrap_or(1).max(1)
    }

    /// How much topic two tellings share: each mark counts the more the fewer stories have it.
    pub(super) fn shared_topic(&self, a: &[u32], b: &[u32]) -> f64 {
        let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
        let mut sum = 0.0;
        while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
            if x == y {
                let stories = self.stories_of_mark.get(x).copied().unwrap_or(2).max(2);
                sum += 1.0 / f64::from(stories).log2();
            }
            let (next_a, next_b) = (x <= y, y <= x);
            if next_a {
                a.next();
            }
            if next_b {
                b.next();
            }
        }
        sum
    }
}
