//! A release of a press service in, the meeting that it is about out.
//!
//! **In:** the story laid out by sentence, and the candidates found in it. **Out:** the same candidates, led by the one
//! meeting that the release was published for, marked `is_lead`. **Why:** press services write headlines without a verb
//! (`Readout of the Chancellor's Call with X`, `Remarks by X and Y Before Bilateral Meeting`, `Talks with X`), leave out
//! their own head of state in them, and print transcripts below, in which other meetings are told at length. What the
//! headline and the opening sentence say is therefore taken together, and nothing that follows may change it.

mod opening;
mod speakers;
mod title;

use super::candidates::Candidate;
use super::merge::{Draft, is_short_for, take_better_place};
use super::scene::{Actor, How, Row, Scene};
use super::types::{MeetingDate, MeetingKind, Participant, Status};
use crate::article::{Article, TitleFrom};
use crate::language::{EntityId, Interval, NameKind, Precision, Published};

/// How many days before the release what it tells of as held may have been.
const OLDEST: i32 = 4;

/// Puts the meeting that a release is about first; leaves the candidates of everything else as they are.
pub(super) fn lead(
    article: &Article,
    scene: &Scene<'_>,
    mut candidates: Vec<Candidate>,
    published: Option<&Published>,
) -> Vec<Candidate> {
    let derived = matches!(article.title.from, TitleFrom::Derived(_));
    let titled = title::read(scene)
        .and_then(|headline| opening::complete(scene, headline, &candidates))
        .or_else(|| speakers::read(scene));
    let is_titled = titled.is_some();
    let found = titled.or_else(|| derived.then(|| opening::first(scene, &candidates)).flatten());
    let Some(mut lead) = found else { return candidates };
    lead.is_lead = true;
    lead.is_headline = false;
    // Nobody calls at a place.
    lead.place = lead.place.filter(|_| lead.kind != MeetingKind::Call);
    date(&mut lead, scene, published, is_titled);
    // What the same words were read for before is told by the lead.
    candidates.retain(|one| one.row != lead.row || one.row != 0 || one.evidence.part != lead.evidence.part);
    candidates.insert(0, lead);
    candidates
}

/// A day that cannot be that of the release is none of the meeting's; what was held on no told day was on the day of
/// the release.
fn date(lead: &mut Candidate, scene: &Scene<'_>, published: Option<&Published>, is_titled: bool) {
    let Some(published) = published else { return };
    let day = Interval::day(published.best);
    let held = matches!(lead.status, Status::Held | Status::Ongoing);
    let is_due = |when: MeetingDate| {
        let near = when.interval.gap(day) <= OLDEST || !held || !is_titled;
        let exact = matches!(when.precision, Precision::Day | Precision::Range);
        let past = when.interval.from <= published.interval.to;
        exact && near && if held { past } else { when.interval.to >= published.interval.from }
    };
    lead.when = lead.when.filter(|when| is_due(*when));
    if lead.when.is_none() {
        let inferred = MeetingDate { interval: day, precision: Precision::Day, passage: None };
        lead.when = if held { Some(inferred) } else { opening::day_to_come(scene, published.best) };
    }
}

/// Whether `candidate` tells of something else than the meeting that a release is about.
pub(super) fn differs(lead: &Candidate, candidate: &Candidate) -> bool {
    let other_event = candidate.event.is_some() && candidate.event != lead.event;
    let gathering = matches!(candidate.kind, MeetingKind::Summit | MeetingKind::Conference | MeetingKind::Round)
        && candidate.row > 0;
    let same = |one: &Participant, known: &Participant| {
        known.id == one.id || is_short_for(one, known) || is_short_for(known, one)
    };
    let stranger =
        |one: &Participant| one.kind == NameKind::Person && !lead.participants.iter().any(|known| same(one, known));
    other_event || gathering || candidate.participants.iter().any(stranger)
}

/// What is told again of the meeting that a release is about: where it was, and the words that say so.
pub(super) fn tell_again(draft: &mut Draft, candidate: Candidate) {
    let known = &mut draft.known;
    if known.kind != MeetingKind::Call {
        take_better_place(known, candidate.place, candidate.extent, candidate.state_of_place);
    }
    draft.evidence.push(candidate.evidence);
    draft.rows.push(candidate.row);
}

/// The people whom an actor names, each once.
fn people<'a>(scene: &Scene<'_>, row: &Row<'_>, actors: impl Iterator<Item = &'a Actor>) -> Vec<Participant> {
    let mut people: Vec<Participant> = Vec::new();
    for actor in actors.filter(|actor| actor.is_person) {
        for (id, name) in &actor.who {
            if people.iter().all(|one| one.id != *id) {
                people.push(participant(scene, row, actor, id, name));
            }
        }
    }
    people
}

fn participant(scene: &Scene<'_>, row: &Row<'_>, actor: &Actor, id: &EntityId, name: &str) -> Participant {
    let passage = row.line.passage(actor.tokens.clone());
    Participant {
        acts_for: scene.sides.of(id).to_vec(),
        role: matches!(actor.how, How::Described | How::Role).then_some(passage),
        ..Participant::new(id.clone(), name, actor.kind, passage)
    }
}
