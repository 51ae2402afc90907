//! What the sentences around a meeting tell of it: meetings in, the same with their days and places out.
//!
//! **In:** the story laid out by sentence and its meetings, each with the sentences that tell it. **Out:** the day and
//! the town of those whose own sentences leave them open. **Why:** a story does not say everything in one sentence: `It
//! will be Geneva, it will be on June 16. … The presidents will meet in the Swiss city`; and it hardly ever says that
//! its own town is where the news happened. [`time`] finds days,
//! [`length`](mod@length) how many there are, [`place`] towns, [`arrived`](mod@arrived) those that were reached before.

mod arrived;
pub(super) mod length;
pub(super) mod place;
pub(super) mod time;

use super::scene::{Row, Scene};
use super::types::{MeetingMention, Participant};
use crate::language::NameKind;

/// Which sentences tell of which meeting, by numbers.
pub(super) struct Tellings {
    /// The sentences of each meeting, in order.
    rows: Vec<Vec<usize>>,
    /// Every sentence that tells of a meeting with that meeting, in order.
    all: Vec<(usize, usize)>,
}

impl Tellings {
    /// Looks every passage of evidence up.
    pub(super) fn of(scene: &Scene<'_>, meetings: &[MeetingMention]) -> Self {
        let row_of = |passage: &crate::language::Passage| {
            let key = passage.start_key();
            scene.rows.partition_point(|row| row.line.whole().start_key() <= key).checked_sub(1)
        };
        let rows: Vec<Vec<usize>> = meetings
            .iter()
            .map(|meeting| {
                let mut rows: Vec<usize> = meeting.evidence.iter().filter_map(row_of).collect();
                rows.sort_unstable();
                rows.dedup();
                rows
            })
            .collect();
        let mut all: Vec<(usize, usize)> =
            rows.iter().enumerate().flat_map(|(meeting, rows)| rows.iter().map(move |row| (*row, meeting))).collect();
        all.sort_unstable();
        Self { rows, all }
    }

    /// The sentences that tell of this meeting.
    fn rows(&self, meeting: usize) -> &[usize] {
        self.rows.get(meeting).map_or(&[], Vec::as_slice)
    }

    /// The other meetings of which this sentence tells.
    fn others(&self, row: usize, meeting: usize) -> impl Iterator<Item = usize> {
        let first = self.all.partition_point(|(other, _)| *other < row);
        let same = self.all.iter().skip(first).take_while(move |(other, _)| *other == row);
        same.map(|(_, other)| *other).filter(move |other| *other != meeting)
    }

    /// Whether this sentence tells of another meeting.
    fn tells_of_another(&self, row: usize, meeting: usize) -> bool {
        self.others(row, meeting).next().is_some()
    }
}

/// Whether two sentences stand in one paragraph of the story.
fn are_of_one_paragraph(one: &Row<'_>, other: &Row<'_>) -> bool {
    one.is_story && other.is_story && one.line.block.is_some() && one.line.block == other.line.block
}

/// Whether a sentence goes on to tell of a meeting: it names someone who took part, or points back.
fn goes_on(row: &Row<'_>, meeting: &MeetingMention) -> bool {
    let line = &row.line;
    let start = row.start;
    let nouns = [
        "talks",
        "meeting",
        "summit",
        "session",
        "conversation",
        "encounter",
        "negotiations",
        "round",
        "two",
        "three",
        "leaders",
        "presidents",
        "ministers",
        "men",
        "women",
        "pair",
        "conference",
        "visit",
        "discussions",
        "sides",
    ];
    let points = line.is(start, &["they", "both", "it", "there", "neither"])
        || line.is(start, &["the", "this", "that", "their", "those"]) && line.holds(start + 1..start + 4, &nouns);
    points || names_one_of(row, &meeting.participants)
}

/// Whether a sentence names one of those who took part.
fn names_one_of(row: &Row<'_>, participants: &[Participant]) -> bool {
    let known =
        |id: &crate::language::EntityId| participants.iter().any(|one| &one.id == id && one.kind == NameKind::Person);
    row.actors.iter().take(MOST_ACTORS).any(|actor| actor.who.iter().any(|(id, _)| known(id)))
}

/// How many of those whom a sentence names are looked at; a list of names may have thousands.
const MOST_ACTORS: usize = 16;

/// Whether a sentence has one of these words.
fn says(row: &Row<'_>, words: &[&str]) -> bool {
    row.line.holds(0..row.line.len().min(LONGEST_ROW), words)
}

/// How many words of a sentence are looked at; a text without full stops is one of thousands.
const LONGEST_ROW: usize = 160;
