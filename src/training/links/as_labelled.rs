//! Labels in, the tellings that a perfect reading of the stories would give out.
//!
//! **Why:** what linking should make of a telling does not depend on how many tellings the reading of today finds. So
//! the weights are learned from both: from stories as they are read, and from the same with their labels in place of what
//! was read, once whole and once with days and places left out here and there as real stories leave them out.

use jiff::civil::Date;
use serde::Deserialize;

use crate::language::{EntityId, Interval, NameKind, Part, Passage, Precision, slug};
use crate::meetings::{MeetingDate, MeetingKind, MeetingMention, MeetingPlace, Participant, Status, Story};
use crate::text::Span;

/// What labels say of one telling.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Told {
    /// Words for its kind, the first of which is meant.
    pub kind: Vec<String>,
    /// Full names.
    pub participants: Vec<String>,
    /// First and last day, as `2017-11-22`.
    pub from: Option<String>,
    pub to: Option<String>,
    pub place: Option<String>,
    /// Words for its status, the first of which is meant.
    pub status: Vec<String>,
    pub main: bool,
    /// Whether the story leaves the day open.
    #[serde(default)]
    pub undated: bool,
    /// Whether the days are those of a doubt, not of the meeting.
    #[serde(default)]
    pub within: bool,
}

/// How much of the labels is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Share {
    /// Everything.
    Whole,
    /// Every third day and every second place is left out.
    Part,
}

/// The telling of a story that its labels describe. `words` are where it is told; `number` counts tellings.
pub(super) fn telling(story: &Story, told: &Told, words: Option<Span>, share: Share, number: usize) -> MeetingMention {
    let passage = Passage { part: Part::Text, span: words.unwrap_or_else(|| first_words(story)) };
    let participants: Vec<Participant> =
        told.participants.iter().map(|name| participant(story, name, passage)).collect();
    let keeps = |every: usize| share == Share::Whole || !number.is_multiple_of(every);
    let day = |day: &Option<String>| day.as_ref().and_then(|day| day.parse::<Date>().ok());
    let days = day(&told.from).zip(day(&told.to)).filter(|_| !told.undated && keeps(3));
    let when = days.map(|(from, to)| MeetingDate {
        interval: Interval::between(from, to),
        precision: if from == to { Precision::Day } else { Precision::Range },
        passage: (!told.within).then_some(passage),
    });
    let place = told.place.as_ref().filter(|_| keeps(2));
    let place = place.map(|name| MeetingPlace { id: identity(story, name), name: name.clone(), passage });
    MeetingMention {
        kind: kind(told),
        status: status(told),
        main: told.main,
        participants,
        when,
        place,
        ordinal: None,
        series: None,
        event: None,
        sides: None,
        evidence: vec![passage],
        confidence: 1.0,
        is_likely: false,
        half_told: false,
        echo: None,
        corrected: None,
    }
}

/// The name that the story has for someone, by surname, else a name of its own.
fn participant(story: &Story, name: &str, passage: Passage) -> Participant {
    let last = |name: &str| slug(name.rsplit(' ').next().unwrap_or_default());
    let names = &story.annotations.names;
    let known = names.iter().find(|one| slug(&one.name) == slug(name));
    let known =
        known.or_else(|| names.iter().find(|one| one.kind == NameKind::Person && last(&one.name) == last(name)));
    match known {
        Some(known) => Participant::new(known.id.clone(), known.name.clone(), known.kind, passage),
        None => Participant::new(EntityId::new(&slug(name)), name, NameKind::Person, passage),
    }
}

fn identity(story: &Story, name: &str) -> EntityId {
    let known = story.annotations.names.iter().find(|one| slug(&one.name) == slug(name));
    known.map_or_else(|| EntityId::new(&slug(name)), |known| known.id.clone())
}

fn first_words(story: &Story) -> Span {
    let first = story.annotations.sentences.iter().find(|sentence| sentence.passage.part == Part::Text);
    first.map_or(Span::default(), |sentence| sentence.passage.span)
}

fn kind(told: &Told) -> MeetingKind {
    let kinds = [
        MeetingKind::Call,
        MeetingKind::Bilateral,
        MeetingKind::Multilateral,
        MeetingKind::Summit,
        MeetingKind::Round,
        MeetingKind::Conference,
        MeetingKind::Visit,
        MeetingKind::Talks,
    ];
    let several = if told.participants.len() > 2 { MeetingKind::Multilateral } else { MeetingKind::Bilateral };
    let word = told.kind.first().map(String::as_str).unwrap_or_default();
    kinds.into_iter().find(|kind| kind.word() == word).unwrap_or(several)
}

fn status(told: &Told) -> Status {
    let statuses = [Status::Held, Status::Ongoing, Status::Planned, Status::Cancelled];
    let word = told.status.first().map(String::as_str).unwrap_or_default();
    statuses.into_iter().find(|status| status.word() == word).unwrap_or(Status::Held)
}
