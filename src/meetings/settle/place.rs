//! The towns of meetings: sentences around them, the headline and the dateline in, a town where their own sentences
//! leave it open out.
//!
//! A state is no answer where the story names a town of it, and a house (`in the Harpa concert hall`) none where the
//! story is written in the town that holds it. What is told nearest wins: the sentence before or behind, the headline,
//! then the town in which the story is written, if the meeting is news of the day.

use super::arrived::arrived;
use super::{Tellings, are_of_one_paragraph, goes_on, says};
use crate::article::Article;
use crate::language::{EntityId, Interval, Part, Passage, Published};
use crate::meetings::scene::{Row, Scene, Spot};
use crate::meetings::slots::{Extent, extent};
use crate::meetings::types::{MeetingKind, MeetingMention, MeetingPlace, Status};

/// Gives each meeting face to face the town that the story tells.
pub(in crate::meetings) fn settle(
    article: &Article,
    scene: &Scene<'_>,
    tellings: &Tellings,
    published: Option<&Published>,
    meetings: &mut [MeetingMention],
) {
    // The main meeting first: others may have been where it was.
    let main = meetings.iter().position(|meeting| meeting.main);
    let rest = (0..meetings.len()).filter(|number| Some(*number) != main);
    for number in main.into_iter().chain(rest) {
        let Some(meeting) = meetings.get(number) else { continue };
        let told = Told::of(scene, meeting);
        if meeting.kind == MeetingKind::Call || matches!(told, Told::Town) {
            continue;
        }
        let found = around(scene, tellings, number, meeting, &told)
            .or_else(|| beside_its_day(scene, tellings, number, meeting, &told))
            .or_else(|| arrived(scene, tellings, number, meeting, &told))
            .or_else(|| headline(scene, meeting, published, &told))
            .or_else(|| dateline(article, scene, tellings, published, (number, main), meetings, &told));
        if let (Some(place), Some(meeting)) = (found, meetings.get_mut(number)) {
            meeting.place = Some(place);
        }
    }
}

/// What is told of a place so far.
pub(super) enum Told {
    Nothing,
    /// A town: there is nothing to add.
    Town,
    /// A house, or a place outside a town.
    House,
    State(EntityId),
}

impl Told {
    fn of(scene: &Scene<'_>, meeting: &MeetingMention) -> Self {
        let Some(place) = &meeting.place else { return Self::Nothing };
        match extent(scene.facts, &place.id, &place.name) {
            Extent::State if scene.facts.state(&place.id).is_some() => Self::State(place.id.clone()),
            Extent::State => Self::Nothing,
            Extent::House => Self::House,
            Extent::Town if is_house_of_a_name(scene, place) => Self::House,
            Extent::Town if is_only_near(scene, place) => Self::House,
            Extent::Town => Self::Town,
        }
    }

    /// Whether the town `spot` can be what is meant.
    pub(super) fn admits(&self, scene: &Scene<'_>, spot: &Spot) -> bool {
        extent(scene.facts, &spot.id, &spot.name) == Extent::Town
            && match self {
                Self::State(state) => scene.facts.state_of(&spot.id, &spot.name).as_ref() == Some(state),
                Self::Nothing | Self::House => true,
                Self::Town => false,
            }
    }
}

/// `in the Harpa concert hall`: a name of which only the words behind it tell that it is a house.
fn is_house_of_a_name(scene: &Scene<'_>, place: &MeetingPlace) -> bool {
    let houses =
        ["hall", "hotel", "palace", "centre", "center", "theatre", "building", "house", "villa", "club", "room"];
    let unknown = || scene.facts.state_of(&place.id, &place.name).is_none();
    row_of(scene, place).is_some_and(|row| {
        let end = place_end(row, row.line.positions(place.passage).start);
        unknown() && row.line.holds(end..end + 3, &houses)
    })
}

/// `in a castle outside Paris`: not in Paris.
fn is_only_near(scene: &Scene<'_>, place: &MeetingPlace) -> bool {
    row_of(scene, place).is_some_and(|row| {
        let start = row.line.positions(place.passage).start;
        row.line.is(start.wrapping_sub(1), &["outside", "near"]) && row.line.word(place_end(row, start)) != ","
    })
}

/// The sentence that names the place.
fn row_of<'r, 'a>(scene: &'r Scene<'a>, place: &MeetingPlace) -> Option<&'r Row<'a>> {
    let key = place.passage.start_key();
    let after = scene.rows.partition_point(|row| row.line.whole().start_key() <= key);
    scene.rows.get(after.checked_sub(1)?)
}

fn place_end(row: &Row<'_>, start: usize) -> usize {
    row.spot_at(start).map_or(start, |spot| spot.tokens.end)
}

pub(super) fn placed(row: &Row<'_>, spot: &Spot) -> MeetingPlace {
    MeetingPlace { id: spot.id.clone(), name: spot.name.clone(), passage: row.line.passage(spot.tokens.clone()) }
}

/// The town in the meeting's own sentences, or in the one before or behind.
fn around(
    scene: &Scene<'_>,
    tellings: &Tellings,
    number: usize,
    meeting: &MeetingMention,
    told: &Told,
) -> Option<MeetingPlace> {
    let town = |row: &Row<'_>| {
        let mut spots =
            row.spots.iter().take(MOST_SPOTS).filter(|spot| told.admits(scene, spot) && is_scene(row, spot));
        let first = spots.next()?;
        spots.all(|spot| spot.id == first.id).then(|| placed(row, first))
    };
    let alone = |at: usize| !tellings.tells_of_another(at, number);
    tellings.rows(number).iter().find_map(|&at| {
        let row = scene.rows.get(at).filter(|row| row.is_story)?;
        if row.is_headline || is_in_the_first_person(row) {
            return None;
        }
        let own = if alone(at) { town(row) } else { None };
        own.or_else(|| {
            let before = at.checked_sub(1)?;
            let other = scene.rows.get(before).filter(|other| other.is_story && !other.is_headline)?;
            let there = row.line.is(row.start, &["there"]);
            let may_be = are_of_one_paragraph(row, other) && alone(before) && meeting.status != Status::Cancelled;
            (there || may_be && !tells_of_speech(other)).then(|| town(other)).flatten()
        })
        .or_else(|| {
            let other = scene.rows.get(at + 1).filter(|other| are_of_one_paragraph(row, other))?;
            (alone(at + 1) && goes_on(other, meeting) && !tells_of_speech(other)).then(|| town(other)).flatten()
        })
    })
}

/// How many places of a sentence are looked at.
pub(super) const MOST_SPOTS: usize = 12;

/// Whether a sentence quotes somebody, who may have spoken anywhere.
pub(super) fn tells_of_speech(row: &Row<'_>) -> bool {
    says(row, &["said", "told", "says", "“", "\""]) || is_in_the_first_person(row)
}

/// Whether somebody speaks of themselves: of other days and places, as like as not.
pub(super) fn is_in_the_first_person(row: &Row<'_>) -> bool {
    says(row, &["I", "we", "my"])
}

/// The town in the sentence from which the day of the meeting was taken: `What was said in Tunis on May 2?`
fn beside_its_day(
    scene: &Scene<'_>,
    tellings: &Tellings,
    number: usize,
    meeting: &MeetingMention,
    told: &Told,
) -> Option<MeetingPlace> {
    let passage = meeting.when?.passage?;
    let key = passage.start_key();
    let at = scene.rows.partition_point(|row| row.line.whole().start_key() <= key).checked_sub(1)?;
    let row = scene.rows.get(at).filter(|row| row.is_story && !row.is_headline)?;
    let led = |spot: &&Spot| row.line.is(spot.tokens.start.wrapping_sub(1), &["in", "at"]);
    let mut spots = row.spots.iter().take(MOST_SPOTS).filter(|spot| told.admits(scene, spot)).filter(led);
    let first =
        spots.next().filter(|_| !tellings.rows(number).contains(&at) && !tellings.tells_of_another(at, number))?;
    spots.all(|spot| spot.id == first.id).then(|| placed(row, first))
}

/// Whether a place is where the sentence happens: `in Oslo` behind a verb, a name or a time, not `the war in Oslo`.
pub(super) fn is_scene(row: &Row<'_>, spot: &Spot) -> bool {
    let line = &row.line;
    let Some(lead) = spot.tokens.start.checked_sub(1) else { return false };
    if line.is(spot.tokens.start, &["this", "same"]) {
        return true;
    }
    // "in a Geneva hotel"
    let inside =
        line.is(lead, &["a", "the"]) && line.is(spot.tokens.end, &["hotel", "hotels", "villa", "palace", "restaurant"]);
    let lead = if inside { lead.saturating_sub(1) } else { lead };
    if !line.is(lead, &["in", "at"]) {
        return false;
    }
    let Some(before) = lead.checked_sub(1).filter(|before| *before >= row.start) else { return true };
    let word = line.word(before);
    let noun = word.chars().next().is_some_and(char::is_lowercase)
        && !(word.ends_with("ed") || EVENTS.contains(&word) || row.is_date_at(before));
    !noun
}

/// Small words behind which `in` tells the scene of the sentence.
const EVENTS: &[&str] = &[
    "met",
    "talks",
    "meeting",
    "summit",
    "held",
    "hour",
    "hours",
    "minutes",
    "was",
    "were",
    "be",
    "is",
    "place",
    "here",
    "again",
    "together",
    "alone",
    "spoke",
    "sat",
    "down",
    "briefly",
    "later",
    "that",
    "evening",
    "morning",
    "night",
    "afternoon",
    "today",
    "yesterday",
    "tomorrow",
    "conversation",
    "dinner",
    "lunch",
    "breakfast",
    "round",
    "session",
    "conference",
    "days",
    "them",
    "him",
    "her",
    "it",
    "handshakes",
    "up",
    "done",
    "open",
    "begin",
    "began",
    "met",
    "negotiations",
    "hands",
    "face",
    "two",
    "three",
    "other",
    "then",
];

/// The town that the headline gives the main meeting: `GENEVA GETS THE SUMMIT`, `the talks in Oslo`.
fn headline(
    scene: &Scene<'_>,
    meeting: &MeetingMention,
    published: Option<&Published>,
    told: &Told,
) -> Option<MeetingPlace> {
    let is_of_the_day = || {
        let day = published.map(|published| Interval::day(published.best));
        meeting.when.zip(day).is_some_and(|(when, day)| when.passage.is_none() && when.interval == day)
    };
    let is_meant = meeting.main || is_of_the_day();
    let row = scene.rows.iter().take(2).find(|row| row.is_headline).filter(|_| is_meant)?;
    let line = &row.line;
    let nouns = ["summit", "talks", "meeting", "conference", "round", "gets", "hosts", "negotiations"];
    let leads =
        |spot: &&Spot| line.is(spot.tokens.start.wrapping_sub(1), &["in", "at"]) || line.is(spot.tokens.end, &nouns);
    let mut spots = row.spots.iter().take(MOST_SPOTS).filter(|spot| told.admits(scene, spot)).filter(leads);
    let first = spots.next()?;
    spots.all(|spot| spot.id == first.id).then(|| placed(row, first))
}

/// Days between a main meeting and the story written in its town …
const MAIN_DAYS: i32 = 3;
/// … and between any other meeting and it.
const DAYS: i32 = 1;

/// A report is written where its meeting was: what is news of the day and has no town took place in that of the
/// dateline. What is told beside the main meeting did, where one who met is of the place or of the main meeting.
fn dateline(
    article: &Article,
    scene: &Scene<'_>,
    tellings: &Tellings,
    published: Option<&Published>,
    (number, main): (usize, Option<usize>),
    meetings: &[MeetingMention],
    told: &Told,
) -> Option<MeetingPlace> {
    let (here, dateline) = (scene.here.as_ref()?, article.dateline?);
    // Luxembourg and Singapore are towns where a dateline names them.
    let is_house = extent(scene.facts, &here.id, &here.name) == Extent::House;
    let admits = matches!(told, Told::Nothing | Told::House) && !is_house || told.admits(scene, here);
    // "X addressed a conference", written in Oslo: speeches are reported from afar.
    let is_a_speech = |meeting: &MeetingMention| {
        let gathering = matches!(meeting.kind, MeetingKind::Conference | MeetingKind::Summit);
        gathering && meeting.participants.len() == 1 && meeting.event.is_none()
    };
    let meeting = meetings.get(number).filter(|meeting| admits && !is_a_speech(meeting))?;
    let place = || {
        let passage = Passage { part: Part::Text, span: dateline.place.unwrap_or(dateline.span) };
        MeetingPlace { id: here.id.clone(), name: here.name.clone(), passage }
    };
    let held = matches!(meeting.status, Status::Held | Status::Ongoing);
    let Some(published) = published else {
        return (meeting.main && held && matches!(told, Told::State(_))).then(place);
    };
    let days = meeting.when?.interval.gap(Interval::day(published.best));
    if meeting.main {
        return (held && days <= MAIN_DAYS).then(place);
    }
    let state = scene.facts.state_of(&here.id, &here.name);
    let at_home = || {
        let of_here = |one: &crate::meetings::types::Participant| {
            state.as_ref().is_some_and(|state| one.acts_for.contains(state) || &one.id == state)
        };
        meeting.participants.iter().any(of_here)
    };
    let beside_main = || {
        let Some((main, told)) = main.and_then(|main| Some((main, meetings.get(main)?))) else { return false };
        let is_here = told.place.as_ref().is_some_and(|place| place.id == here.id);
        // "on the margins of a summit that closed the same day"
        let in_one_sentence = || tellings.rows(main).iter().any(|row| tellings.rows(number).binary_search(row).is_ok());
        held && is_here && (shares(told, meeting) || in_one_sentence())
    };
    let may_be = days <= DAYS && (held || meeting.status == Status::Planned) && meeting.kind != MeetingKind::Visit;
    (may_be && (at_home() || beside_main())).then(place)
}

fn shares(one: &MeetingMention, other: &MeetingMention) -> bool {
    one.participants.iter().any(|a| other.participants.iter().any(|b| a.id == b.id))
}
