//! Drafts in, the same with what later sentences tell of the earlier ones.
//!
//! **Why:** a story may open with a meeting and name those who met only afterwards; rounds are counted before and after their sides
//! are told.

use super::fit::{alike, forbids};
use super::{Draft, HEADLINE_REACH, MOST_COMPARED, people};
use crate::meetings::types::{MeetingKind, Participant};

/// `The talks that opened on Tuesday have ended. X and Y spent four days here`: what is told first without people is
/// the meeting that is told next.
pub(super) fn take_up_what_was_announced(drafts: &mut Vec<Draft>) {
    let Some(first) = drafts.first() else { return };
    let open = first.known.participants.is_empty()
        && first.known.is_definite
        && !first.known.is_weak
        && first.known.event.is_none();
    let Some(row) = first.rows.first().copied().filter(|_| open && !first.is_a_meeting()) else { return };
    let next = drafts.iter().skip(1).position(|draft| {
        let near = draft.rows.first().is_some_and(|at| *at <= row + HEADLINE_REACH);
        near && draft.known.participants.len() > 1 && !forbids(&first.known, &draft.known)
    });
    let Some(next) = next else { return };
    let first = drafts.remove(0);
    if let Some(draft) = drafts.get_mut(next) {
        draft.add(first.known);
    }
}

/// `The presidents of the three islands met on Monday. X was host to Y and Z`: several who are only counted are those
/// whom the next sentences name together.
pub(super) fn take_up_the_counted(drafts: &mut Vec<Draft>) {
    let nameless = |draft: &Draft| {
        draft.known.participants.is_empty()
            && draft.known.is_many
            && !draft.known.is_weak
            && draft.known.event.is_none()
    };
    let Some(number) = drafts.iter().take(MOST_COMPARED).position(nameless) else { return };
    let Some(row) = drafts.get(number).and_then(|draft| draft.rows.last().copied()) else { return };
    let next = drafts.iter().skip(number + 1).take(MOST_COMPARED).position(|draft| {
        let near = draft.rows.first().is_some_and(|at| *at <= row + HEADLINE_REACH);
        let fits = |whole: &Draft| !forbids(&whole.known, &draft.known) && whole.known.status == draft.known.status;
        near && people(&draft.known) > 2 && drafts.get(number).is_some_and(fits)
    });
    let Some(next) = next.map(|next| number + 1 + next) else { return };
    let named = drafts.remove(next);
    if let Some(whole) = drafts.get_mut(number) {
        whole.evidence.extend(named.evidence);
        whole.rows.extend(named.rows);
        whole.known.participants = named.known.participants;
    }
}

/// `The first round, on May 2, had lasted twenty minutes`: the rounds of one story are of the same sides.
pub(super) fn share_people_of_rounds(drafts: &mut [Draft]) {
    let is_round = |draft: &&Draft| draft.known.kind == MeetingKind::Round && draft.known.participants.len() == 2;
    let mut told: Vec<Vec<Participant>> =
        drafts.iter().filter(is_round).map(|draft| draft.known.participants.clone()).collect();
    if told.is_empty() {
        // "X and Y met for the second round … The next one is set for May": the only pair of the story.
        // Two who telephoned are not yet those of the rounds.
        let face_to_face = |draft: &Draft| !matches!(draft.known.kind, MeetingKind::Call | MeetingKind::Visit);
        let several =
            |draft: &&Draft| draft.known.participants.len() > 1 && !draft.known.is_weak && face_to_face(draft);
        told = drafts.iter().filter(several).map(|draft| draft.known.participants.clone()).collect();
    }
    told.dedup_by(|a, b| a.len() == b.len() && alike(a, b) == a.len());
    let [sides] = told.as_slice() else { return };
    for draft in
        drafts.iter_mut().filter(|draft| draft.known.kind == MeetingKind::Round && draft.known.participants.is_empty())
    {
        draft.known.participants.clone_from(sides);
    }
}
