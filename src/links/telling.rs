//! A meeting of a story in, the same made ready for comparing out.
//!
//! **Why:** every telling is compared with many others; what depends on it alone is worked out once.

use std::collections::{HashMap, HashSet};

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
/// Stories of one week that tell no day speak of the same news.
const DAYS_IN_WEEK: i32 = 7;
/// How many words of the sentences that tell of a meeting are read for its topic. It bounds the work in a text without
/// full stops, whose one sentence tells of thousands.
const MOST_WORDS: usize = 2048;
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
    /// Whether its words tell of a screen: some call that a meeting.
    pub is_remote: bool,
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
        let is_remote = meeting.evidence.iter().any(|passage| tells_of_a_screen(story.words(*passage)));
        Some(Self { number, mention, story, meeting, event, possible, published, is_remote, topic: Vec::new() })
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

/// `met virtually`, `a video conference`, `gathered online`.
fn tells_of_a_screen(words: &str) -> bool {
    let of_screens = ["video", "videoconference", "virtual", "virtually", "online", "teleconference", "webcam"];
    words.split(|c: char| !c.is_alphabetic()).any(|word| of_screens.iter().any(|one| word.eq_ignore_ascii_case(one)))
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
    let said = holding.flat_map(move |sentence| {
        let tokens = story.annotations.tokens.get(sentence.tokens.clone()).unwrap_or_default();
        tokens.iter().map(|token| story.words(Passage { part: sentence.passage.part, span: token.span }))
    });
    said.take(MOST_WORDS).filter(|word| is_telling(word)).map(mark)
}

/// Words of meetings and of the days on which they are told say nothing of what was talked about.
const OF_MEETINGS: &[&str] = &[
    "about",
    "after",
    "again",
    "agree",
    "agreed",
    "ahead",
    "among",
    "before",
    "between",
    "bilateral",
    "called",
    "calls",
    "conference",
    "conversation",
    "cooperation",
    "counterpart",
    "countries",
    "country",
    "delegation",
    "delegations",
    "discuss",
    "discussed",
    "discussing",
    "discussion",
    "discussions",
    "during",
    "earlier",
    "early",
    "first",
    "foreign",
    "government",
    "hosted",
    "issues",
    "joint",
    "later",
    "leader",
    "leaders",
    "matters",
    "meeting",
    "meetings",
    "minister",
    "ministers",
    "ministry",
    "morning",
    "negotiations",
    "number",
    "other",
    "parties",
    "phone",
    "place",
    "premier",
    "present",
    "presidency",
    "president",
    "presidential",
    "presidents",
    "press",
    "prime",
    "range",
    "received",
    "relations",
    "round",
    "secretary",
    "sides",
    "spoke",
    "state",
    "statement",
    "states",
    "summit",
    "talked",
    "talks",
    "telephone",
    "their",
    "there",
    "these",
    "third",
    "three",
    "times",
    "today",
    "together",
    "topics",
    "trilateral",
    "video",
    "videoconference",
    "visit",
    "visited",
    "visiting",
    "where",
    "which",
    "while",
    "would",
    "yesterday",
];

fn is_telling(word: &str) -> bool {
    word.len() >= SHORTEST && word.chars().all(char::is_lowercase) && OF_MEETINGS.binary_search(&word).is_err()
}

/// A word as a number, the same everywhere (FNV-1a).
fn mark(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Two people, each two in the same order wherever they come from.
type Pair<'a> = (&'a EntityId, &'a EntityId);

/// What the other tellings of a library say of how much it means that two share something.
#[derive(Debug, Default)]
pub(super) struct Around<'a> {
    /// On how many days each two people are told to have met, or in how many weeks stories tell of it without a day.
    days_of_pair: HashMap<Pair<'a>, u32>,
    /// The first of two days running on each of which one story tells that the two met.
    days_running: HashSet<(Pair<'a>, i32)>,
}

/// People of one telling that are paired: a list of fifty guests would make a thousand pairs.
const GUESTS: usize = 16;

/// Every two of these identities.
pub(super) fn pairs<'i>(ids: &[&'i EntityId]) -> Vec<Pair<'i>> {
    let ids = ids.get(..GUESTS).unwrap_or(ids);
    let one = ids.iter().enumerate();
    one.flat_map(|(at, one)| {
        ids.iter().skip(at + 1).map(move |other| if one <= other { (*one, *other) } else { (*other, *one) })
    })
    .collect()
}

impl<'a> Around<'a> {
    /// Counts what the tellings share. Those of one story follow each other.
    pub(super) fn of(tellings: &[Telling<'a>]) -> Self {
        let mut told: HashMap<Pair<'a>, Vec<(i32, usize)>> = HashMap::new();
        let mut weeks: HashMap<Pair<'a>, Vec<i32>> = HashMap::new();
        for telling in tellings {
            let ids: Vec<&EntityId> = telling.meeting.participants.iter().map(|participant| &participant.id).collect();
            match (telling.meeting.when.and(telling.possible), telling.published) {
                (Some(days), _) => {
                    for pair in pairs(&ids) {
                        told.entry(pair).or_default().push((days.to, telling.number));
                    }
                }
                (None, Some(day)) => {
                    for pair in pairs(&ids) {
                        weeks.entry(pair).or_default().push(day.div_euclid(DAYS_IN_WEEK));
                    }
                }
                (None, None) => {}
            }
        }
        let mut around = Self::default();
        for (pair, mut told) in told {
            told.sort_unstable();
            let running = told.iter().filter(|(day, story)| told.binary_search(&(day + 1, *story)).is_ok());
            around.days_running.extend(running.map(|(day, _)| (pair, *day)));
            told.dedup_by_key(|(day, _)| *day);
            around.days_of_pair.insert(pair, u32::try_from(told.len()).unwrap_or(u32::MAX));
        }
        // What a story tells without a day may have been on any told one, so that the larger number counts.
        for (pair, mut weeks) in weeks {
            weeks.sort_unstable();
            weeks.dedup();
            let often = around.days_of_pair.entry(pair).or_default();
            *often = (*often).max(u32::try_from(weeks.len()).unwrap_or(u32::MAX));
        }
        around
    }

    /// Whether a story tells that two of these people met both on this day and on the next.
    pub(super) fn met_again(&self, shared: &[&EntityId], day: i32) -> bool {
        pairs(shared).into_iter().any(|pair| self.days_running.contains(&(pair, day)))
    }

    /// On how many days the rarest two of these people met; 1 where that is not known.
    pub(super) fn days_together(&self, shared: &[&EntityId]) -> u32 {
        pairs(shared).iter().filter_map(|pair| self.days_of_pair.get(pair)).min().copied().unwrap_or(1).max(1)
    }
}

/// Marks that every telling is taken to have besides its own, and no other shares: one mark in common is little.
const DAMPING: f64 = 4.0;

/// How much of their topics two tellings share: the damped cosine of the two sets of marks, 0 to 1.
pub(super) fn shared_topic(a: &[u32], b: &[u32]) -> f64 {
    let shared = a.iter().filter(|mark| b.binary_search(mark).is_ok()).count();
    let size = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if shared == 0 { 0.0 } else { size(shared) / ((size(a.len()) + DAMPING) * (size(b.len()) + DAMPING)).sqrt() }
}
