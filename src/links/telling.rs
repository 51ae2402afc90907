//! A meeting of a story in, the same made ready for comparing out.
//!
//! **Why:** every telling is compared with many others; what depends on it alone is worked out once.

use std::sync::LazyLock;

use super::background::Background;
use super::days::{Days, possible_days};
use super::sides::count;
use super::topic::topic;
use super::types::MentionRef;
use crate::language::{EntityId, Passage, Shapes};
use crate::meetings::{MeetingKind, MeetingMention, Story};

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
    /// The days that it tells, as [`Days::told`]; every two tellings that are compared ask for them.
    pub days: Option<Days>,
    /// The days on which it can have been: those told, or those of which the story is likely to speak without telling;
    /// none where it may have been at any time.
    pub possible: Vec<Days>,
    /// The day of the story, or the days that its dateline allows; none where nothing tells them.
    pub days_of_story: Vec<i32>,
    /// How many sides it has, as [`count`].
    pub sides: usize,
    /// Whether its words tell of a screen: some call that a meeting.
    pub is_remote: bool,
    /// Whether its words tell that it was put off or moved to another day.
    pub is_put_off: bool,
    /// Marks of its topic, ascending: what else the story names, and words of the sentences that tell of it.
    pub topic: Vec<u32>,
}

/// Words of the evidence that are read for its day. It bounds the work in a text without full stops.
const READ_FOR_A_DAY: usize = 128;

/// The words of a text by their letters alone, so that those of a passage are the same as those of the whole around it.
pub(super) fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty())
}

/// `put off to March 19`, `postponed by a week`, `has been rescheduled`.
pub(super) fn tells_of_another_day<'w>(words: impl IntoIterator<Item = &'w str>) -> bool {
    const MOVED: [&str; 5] = ["postponed", "postponement", "rescheduled", "delayed", "deferred"];
    const APART: [(&str, &str); 3] = [("put", "off"), ("moved", "to"), ("pushed", "back")];
    static SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(MOVED.into_iter().chain(APART.map(|two| two.1))));
    let mut before = "";
    words.into_iter().any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        let first_word = std::mem::replace(&mut before, word);
        if !SHAPES.may_hold(word) {
            return false;
        }
        let is = |other: &str| word.eq_ignore_ascii_case(other);
        let two = APART.iter().any(|(first, second)| is(second) && first_word.eq_ignore_ascii_case(first));
        two || MOVED.iter().any(|moved| is(moved))
    })
}

/// The day of a story, of the days that it may be of.
pub(super) const fn day_of(days_of_story: &[i32]) -> Option<i32> {
    match days_of_story {
        [day] => Some(*day),
        _ => None,
    }
}

impl<'a> Telling<'a> {
    /// The tellings of those meetings of a story that are `wanted`, without their topics.
    pub(super) fn plain_of(
        number: usize,
        story: &'a Story,
        wanted: impl Fn(&MeetingMention) -> bool,
    ) -> impl Iterator<Item = Self> {
        let background = Background::of(story);
        let meetings = story.meetings.iter().enumerate().filter(move |(_, meeting)| wanted(meeting));
        meetings.map(move |(mention, meeting)| Self::of(number, &background, mention, meeting))
    }

    /// All tellings of a story, with their topics.
    pub(super) fn of_story(number: usize, story: &'a Story) -> impl Iterator<Item = Self> {
        Self::of_story_as(number, story, |_, meeting| meeting)
    }

    /// The same, each meeting as `told` tells it, by its number.
    pub(super) fn of_story_as(
        number: usize,
        story: &'a Story,
        told: impl Fn(usize, &'a MeetingMention) -> &'a MeetingMention,
    ) -> impl Iterator<Item = Self> {
        let background = Background::of(story);
        let meetings = story.meetings.iter().enumerate();
        meetings.map(move |(mention, meeting)| {
            let meeting = told(mention, meeting);
            Self { topic: topic(&background, meeting), ..Self::of(number, &background, mention, meeting) }
        })
    }

    /// The telling without its topic of a meeting that need not be in the story yet.
    pub(super) fn of(number: usize, background: &Background<'a>, mention: usize, meeting: &'a MeetingMention) -> Self {
        let story = background.story;
        let days_of_story = background.days_of_story.clone();
        let days = meeting.when.map(|when| Days::told(&when, &days_of_story));
        let possible = possible_days(meeting, &days_of_story);
        let event = background.event_of(meeting);
        let is_remote = meeting.evidence.iter().any(|passage| background.is_on_screen(*passage));
        let read = |passage: &Passage| words_of(story.words(*passage)).take(READ_FOR_A_DAY);
        let is_put_off = meeting.evidence.iter().any(|passage| tells_of_another_day(read(passage)));
        Self {
            number,
            mention,
            story,
            meeting,
            event,
            days,
            possible,
            days_of_story,
            sides: count(meeting),
            is_remote,
            is_put_off,
            topic: Vec::new(),
        }
    }

    /// The day of its story, where that is known.
    pub(super) fn published(&self) -> Option<i32> {
        day_of(&self.days_of_story)
    }

    /// The days that it tells, with some slack where they were inferred.
    pub(super) fn told(&self) -> Option<Days> {
        self.meeting.when.and(self.possible.first().copied())
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same as [`tells_of_another_day`], word by word in lower case.
    fn plainly(words: &str) -> bool {
        let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphabetic()).to_ascii_lowercase();
        let words: Vec<String> = words.split_whitespace().map(bare).collect();
        let two = [["put", "off"], ["moved", "to"], ["pushed", "back"]];
        let one = ["postponed", "postponement", "rescheduled", "delayed", "deferred"];
        words.windows(2).any(|pair| two.iter().any(|two| pair == two))
            || words.iter().any(|word| one.contains(&word.as_str()))
    }

    #[test]
    fn what_is_put_off_is_told_by_one_word_or_two() {
        assert!(tells_of_another_day("The round was (Postponed), the envoys said".split(' ')));
        assert!(tells_of_another_day("it has been PUT off.".split(' ')));
        assert!(!tells_of_another_day("they put it off".split(' ')));
    }

    #[test]
    fn what_is_put_off_between_dashes_is_heard_in_a_passage_as_in_the_whole() {
        for text in ["once postponed—twice, in fact—and held", "it was put off—again"] {
            let whole = tells_of_another_day(words_of(text));
            assert!(whole && tells_of_another_day(words_of(text.split('—').next().unwrap())), "{text}");
        }
    }

    proptest! {
        #[test]
        fn another_day_is_heard_in_the_same_words_as_one_by_one(
            words in prop::collection::vec("put|Off|,off|moved|TO|to\\.|pushed|back|x|…|delayed-|\\(Deferred", 0..12),
        ) {
            let words = words.join(" ");
            prop_assert_eq!(tells_of_another_day(words.split_whitespace()), plainly(&words));
        }
    }
}
