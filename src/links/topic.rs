//! A story and a meeting of it in, marks of what is talked about out: what else the story names, and the longer words of the
//! sentences that tell of the meeting.
//!
//! **Why:** of two meetings of the same people within days, those that share a topic are likelier to be one.

use std::sync::LazyLock;

use super::background::Background;
use crate::language::{EntityId, Passage, Shapes};
use crate::meetings::{MeetingMention, Story};

/// How many marks of its topic a telling has at most.
const MARKS: usize = 48;
/// How many words of the sentences that tell of a meeting are read for its topic. It bounds the work in a text without
/// full stops, whose one sentence tells of thousands.
const MOST_WORDS: usize = 2048;
/// Words shorter than this tell little of a topic.
const SHORTEST: usize = 5;

/// What the story names besides those who meet, and the longer words of the sentences that tell of the meeting.
pub(super) fn topic(background: &Background<'_>, meeting: &MeetingMention) -> Vec<u32> {
    let takes_part = |id: &EntityId| meeting.participants.iter().any(|one| &one.id == id || one.acts_for.contains(id));
    let is_place = |id: &EntityId| meeting.place.as_ref().is_some_and(|place| &place.id == id);
    let names = background.topical.iter().filter(|name| !takes_part(&name.id) && !is_place(&name.id));
    let names = names.map(|name| mark(name.id.as_str()));
    let words = words(background.story, meeting);
    let mut marks: Vec<u32> = names.take(MARKS / 2).chain(words.take(MARKS / 2)).collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// The longer words of the sentences that tell of the meeting. A capital is a name's, and names are counted apart.
fn words<'a>(story: &'a Story, meeting: &'a MeetingMention) -> impl Iterator<Item = u32> + 'a {
    let (tokens, sentences) = (&story.annotations.tokens, &story.annotations.sentences);
    let holding = meeting.evidence.iter().filter_map(|passage| {
        let after = sentences.partition_point(|sentence| sentence.passage.start_key() <= passage.start_key());
        let at = after.checked_sub(1)?;
        Some((at, sentences.get(at)?))
    });
    let said = holding.flat_map(|(number, sentence)| {
        let part = sentence.passage.part;
        tokens.of_sentence(number, sentence).into_iter().map(move |token| Passage { part, span: token.span })
    });
    let said = said.map(|passage| story.words(passage));
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

static SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(OF_MEETINGS.iter().copied()));

fn is_telling(word: &str) -> bool {
    let is_of_meetings = || SHAPES.may_hold(word) && OF_MEETINGS.binary_search(&word).is_ok();
    word.len() >= SHORTEST && word.chars().all(char::is_lowercase) && !is_of_meetings()
}

/// A word as a number, the same everywhere (FNV-1a).
fn mark(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Marks that every telling is taken to have besides its own, and no other shares: one mark in common is little.
const DAMPING: f64 = 4.0;

/// How much of their topics two tellings share: the damped cosine of the two sets of marks, 0 to 1.
pub(super) fn shared_topic(a: &[u32], b: &[u32]) -> f64 {
    let shared = a.iter().filter(|mark| b.binary_search(mark).is_ok()).count();
    let size = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if shared == 0 { 0.0 } else { size(shared) / ((size(a.len()) + DAMPING) * (size(b.len()) + DAMPING)).sqrt() }
}
