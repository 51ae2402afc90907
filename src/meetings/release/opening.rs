//! The opening sentences of a release: a headline in, who is left out in it, and the day, place and status of the meeting
//! out.

use super::title::Headline;
use super::{people, speakers};
use jiff::civil::Date;

use crate::language::{EntityId, NameKind, Precision, days_between};
use crate::meetings::candidates::Candidate;
use crate::meetings::scene::Scene;
use crate::meetings::types::{MeetingDate, MeetingKind, Participant, Status};

/// How many sentences open a release.
const OPENING: usize = 3;
/// How many sentences are looked through for the first one of the story.
const FURNITURE: usize = 12;
/// How many sentences of a transcript are looked through for a day to come …
const BEGINNING: usize = 40;
/// … which is at most so many days away.
const SOON: i32 = 7;
/// The most people who meet.
const MOST_PEOPLE: usize = 8;

/// The sentences that open the story, by number; none of a transcript.
fn rows(scene: &Scene<'_>) -> impl Iterator<Item = usize> {
    let story = scene.rows.iter().enumerate().take(FURNITURE).filter(|(_, row)| row.is_story && !row.is_headline);
    story.take(OPENING).take_while(|(_, row)| speakers::label(row).is_none()).map(|(number, _)| number)
}

/// The headline's meeting with what the opening tells of it; `None` where one side is not told at all.
pub(super) fn complete(scene: &Scene<'_>, headline: Headline, candidates: &[Candidate]) -> Option<Candidate> {
    let mut meeting = headline.meeting;
    let named: Vec<EntityId> = meeting.participants.iter().map(|who| who.id.clone()).collect();
    let numbers: Vec<usize> = rows(scene).collect();
    let knows = |one: &Candidate, who: &Participant| one.participants.iter().any(|other| other.id == who.id);
    // What was held before is not the upcoming meeting of the headline.
    let may_be = |one: &Candidate| meeting.status != Status::Planned || one.status == Status::Planned;
    let mut plain = candidates.iter().filter(|one| numbers.contains(&one.row) && is_plain(one) && may_be(one));
    let told = plain.find(|one| {
        meeting.participants.iter().all(|who| knows(one, who))
            && one.participants.iter().all(|who| headline.is_one_sided || knows(&meeting, who))
    });
    if let Some(told) = told {
        let strangers: Vec<Participant> = told
            .participants
            .iter()
            .filter(|who| who.kind == NameKind::Person && !knows(&meeting, who))
            .cloned()
            .collect();
        meeting.participants.splice(0..0, strangers);
        meeting.when =
            meeting.when.or_else(|| told.when.filter(|when| !is_of_what_came_before(scene, told.row, *when)));
        meeting.place.clone_from(&told.place);
        (meeting.extent, meeting.state_of_place) = (told.extent, told.state_of_place.clone());
        meeting.status =
            if told.status == Status::Planned && !is_to_come(scene, told.row) { meeting.status } else { told.status };
        if told.kind == MeetingKind::Call {
            meeting.kind = told.kind;
        }
    }
    if headline.is_one_sided
        && told.is_none_or(|told| {
            told.participants.iter().all(|who| who.kind != NameKind::Person || named.contains(&who.id))
        })
        && let Some(host) = host(scene, &numbers, &meeting)
    {
        meeting.participants.insert(0, host);
    }
    if numbers.first().is_some_and(|&number| is_by_video(scene, number)) {
        meeting.kind = MeetingKind::Call;
    }
    meeting.participants.truncate(MOST_PEOPLE);
    (meeting.participants.len() > 1).then_some(meeting)
}

/// The first one of another side whom the opening names, or the first one who speaks.
fn host(scene: &Scene<'_>, numbers: &[usize], meeting: &Candidate) -> Option<Participant> {
    let other = |who: &Participant| meeting.participants.iter().all(|one| one.id != who.id);
    let opening = numbers.iter().take(1).filter_map(|&number| scene.rows.get(number));
    let told = opening.flat_map(|row| people(scene, row, row.actors.iter())).find(other);
    told.or_else(|| speakers::all(scene).into_iter().find(other))
}

/// `will`, `is to`, `looks forward to`: whether the sentence tells of what is to come.
fn is_to_come(scene: &Scene<'_>, number: usize) -> bool {
    let future = &["will", "to", "plan", "plans", "planned", "scheduled", "forward", "upcoming", "expected"];
    scene.rows.get(number).is_some_and(|row| row.line.holds(0..row.line.len(), future))
}

/// `Following the talks in Moscow on May 2, X telephoned Y`: the day of what came before.
fn is_of_what_came_before(scene: &Scene<'_>, number: usize, when: MeetingDate) -> bool {
    let (Some(row), Some(passage)) = (scene.rows.get(number), when.passage) else { return false };
    let first = row.actors.iter().find(|actor| actor.is_person).map_or(0, |actor| actor.tokens.start);
    row.line.is(row.start, &["following", "after"]) && row.line.positions(passage).start < first
}

/// The first day to come that the opening of an announcement names, or a transcript soon after its beginning.
pub(super) fn day_to_come(scene: &Scene<'_>, published: Date) -> Option<MeetingDate> {
    let opening: Vec<usize> = rows(scene).take(1).collect();
    let opening = opening.iter().filter_map(|&number| scene.rows.get(number)).map(|row| (row, i32::MAX));
    let later = scene.rows.iter().take(BEGINNING).filter(|row| row.is_story).map(|row| (row, SOON));
    opening.chain(later).flat_map(|(row, most)| row.dates.iter().map(move |(_, when)| (when, most))).find_map(
        |(when, most)| {
            let days = days_between(published, when.interval.from);
            let fits = when.precision == Precision::Day && days >= 0 && days <= most;
            fits.then_some(MeetingDate {
                interval: when.interval,
                precision: when.precision,
                passage: Some(when.passage),
            })
        },
    )
}

/// `via videoconference`, `by video link`.
fn is_by_video(scene: &Scene<'_>, number: usize) -> bool {
    let Some(row) = scene.rows.get(number) else { return false };
    let line = &row.line;
    let video = &["video", "videoconference", "teleconference", "telephone", "phone"];
    (0..line.len()).any(|at| line.is(at, &["via", "by", "over"]) && line.holds(at + 1..at + 3, video))
        || line.holds(0..line.len(), &["virtually"])
}

/// Whether it tells of people who met, at no gathering of more.
fn is_plain(one: &Candidate) -> bool {
    let gathering = matches!(one.kind, MeetingKind::Summit | MeetingKind::Conference | MeetingKind::Round);
    !one.is_weak && one.event.is_none() && !gathering && !one.is_plural
}

/// The first meeting that the opening of a release without a headline tells of.
pub(super) fn first(scene: &Scene<'_>, candidates: &[Candidate]) -> Option<Candidate> {
    let numbers: Vec<usize> = rows(scene).take(2).collect();
    let two = |one: &&Candidate| one.participants.iter().filter(|who| who.kind == NameKind::Person).count() > 1;
    let told = candidates.iter().filter(|one| numbers.contains(&one.row) && is_plain(one)).find(two)?;
    let mut meeting = told.clone();
    meeting.participants.retain(|who| who.kind == NameKind::Person);
    meeting.kind = match told.kind {
        MeetingKind::Visit => MeetingKind::Talks,
        _ if is_by_video(scene, told.row) => MeetingKind::Call,
        kind => kind,
    };
    Some(meeting)
}
