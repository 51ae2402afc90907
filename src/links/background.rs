//! A story in, what all its tellings have in common out: its days, its events, the names that tell its topic.
//!
//! **Why:** a story may tell of thousands of meetings; what it says once is looked up once.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::days::days_of_story;
use crate::language::{EntityId, Name, NameKind, Passage, Shapes};
use crate::meetings::{MeetingKind, MeetingMention, Story};

/// What the tellings of one story share.
#[derive(Clone, Debug)]
pub(super) struct Background<'a> {
    pub story: &'a Story,
    /// The day of the story, or the days that its dateline allows, ascending; none where nothing tells them.
    pub days_of_story: Vec<i32>,
    /// What the story calls its names.
    called: HashMap<&'a EntityId, &'a str>,
    /// Where the story names events, in reading order, each with the rank of its name.
    events: Vec<(Passage, usize)>,
    /// The names that say something of the topic, by first mention: no peoples and no states.
    pub topical: Vec<&'a Name>,
}

impl<'a> Background<'a> {
    pub(super) fn of(story: &'a Story) -> Self {
        let names = &story.annotations.names;
        let events = names.iter().enumerate().filter(|(_, name)| name.kind == NameKind::Event);
        let mut events: Vec<(Passage, usize)> =
            events.flat_map(|(rank, name)| name.mentions.iter().map(move |mention| (mention.passage, rank))).collect();
        events.sort_unstable_by_key(|(passage, rank)| (passage.start_key(), *rank));
        let tells = |name: &&Name| name.kind != NameKind::Group && name.state.as_ref() != Some(&name.id);
        let topical = names.iter().filter(tells).collect();
        // Most stories tell of no named event, so that nothing need be looked up in them.
        let asks = story.meetings.iter().any(|meeting| meeting.event.is_some());
        let called = names.iter().filter(|_| asks).map(|name| (&name.id, name.name.as_str())).collect();
        Self { story, days_of_story: days_of_story(&story.annotations), called, events, topical }
    }

    /// The event that the meetings room found, or the first one that the words of a summit or conference name.
    pub(super) fn event_of(&self, meeting: &'a MeetingMention) -> Option<(&'a EntityId, &'a str)> {
        if let Some(event) = &meeting.event {
            return Some((event, self.called.get(event).copied().unwrap_or(event.as_str())));
        }
        if !matches!(meeting.kind, MeetingKind::Summit | MeetingKind::Conference) {
            return None;
        }
        let named = meeting.evidence.iter().flat_map(|passage| self.events_in(*passage));
        let event = self.story.annotations.names.get(named.min()?)?;
        Some((&event.id, event.name.as_str()))
    }

    /// The ranks of the events named within a passage.
    fn events_in(&self, passage: Passage) -> impl Iterator<Item = usize> {
        let first = self.events.partition_point(|(event, _)| event.start_key() < passage.start_key());
        let inside = move |event: &Passage| event.part == passage.part && event.span.start() < passage.span.end();
        let within = self.events.get(first..).unwrap_or_default().iter().take_while(move |(event, _)| inside(event));
        within.filter(move |(event, _)| passage.span.contains(event.span)).map(|(_, rank)| *rank)
    }

    /// Whether a passage tells of a screen, or the next sentence does of the meeting: `They met on Monday. The meeting was
    /// held by video link.`
    pub(super) fn is_on_screen(&self, passage: Passage) -> bool {
        let sentences = &self.story.annotations.sentences;
        let next = sentences.partition_point(|sentence| sentence.passage.start_key() <= passage.start_key());
        let own = next.checked_sub(1).and_then(|at| sentences.get(at));
        let next = sentences.get(next).filter(|next| own.is_some_and(|own| own.block == next.block));
        let next = next.map(|next| start_of(self.story.words(next.passage)));
        tells_of_a_screen(self.story.words(passage))
            || next.is_some_and(|words| tells_of_a_screen(words) && tells_of_the_meeting(words))
    }
}

/// `the meeting was held`, `their talks took place`.
fn tells_of_the_meeting(words: &str) -> bool {
    let meetings = ["meeting", "talks", "conversation", "discussion"];
    let happens = ["was", "were", "took"];
    let words = || words.split_whitespace();
    words().zip(words().skip(1)).any(|(word, next)| meetings.contains(&word) && happens.contains(&next))
}

/// Bytes of a sentence that are read for a screen. It bounds the work in a text without full stops.
const READ: usize = 512;

fn start_of(words: &str) -> &str {
    let end = words.char_indices().map(|(at, _)| at).take_while(|at| *at <= READ).last().unwrap_or(0);
    if words.len() <= READ { words } else { words.get(..end).unwrap_or(words) }
}

/// Words of screens.
const SCREENS: [&str; 7] = ["video", "videoconference", "virtual", "virtually", "online", "teleconference", "webcam"];
static SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(SCREENS));

/// `met virtually`, `a video conference`, `gathered online`.
fn tells_of_a_screen(words: &str) -> bool {
    let is_of_screens =
        |word: &str| SHAPES.may_hold(word) && SCREENS.iter().any(|screen| word.eq_ignore_ascii_case(screen));
    words.split(|c: char| !c.is_alphabetic()).any(is_of_screens)
}
