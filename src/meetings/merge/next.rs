//! `The next meeting will be held in Oslo on May 3`: a candidate that counts another meeting of the same in, its sides out.
//!
//! **Why:** the sides of what is told so are those of a meeting told before; where the story is about a gathering, it is the
//! gathering that an ordinal, `such` or `previous` counts on, and no pair that met beside it.

use super::{Draft, MOST_COMPARED};
use crate::meetings::candidates::Candidate;
use crate::meetings::types::MeetingKind;

/// Within how many sentences the story says what it is about.
const OPENING: usize = 6;

/// `The next meeting will be held in Oslo on May 3`, `The previous meeting was on May 3`: of the same sides as one told before.
pub(super) fn is_another_of_the_same(candidate: &Candidate) -> bool {
    let kinds = [
        MeetingKind::Talks,
        MeetingKind::Bilateral,
        MeetingKind::Round,
        MeetingKind::Multilateral,
        MeetingKind::Summit,
    ];
    (candidate.is_new || candidate.is_vague)
        && candidate.is_definite
        && !(candidate.points_back && candidate.is_vague)
        && candidate.participants.is_empty()
        && candidate.event.is_none()
        && kinds.contains(&candidate.kind)
        && candidate.when.is_some_and(|when| when.passage.is_some())
}

/// Takes the sides of the gathering that the story is about, else of the meeting told last.
pub(super) fn complete(candidate: &mut Candidate, drafts: &[Draft]) {
    let opens = |draft: &&Draft| draft.rows.first().is_some_and(|row| *row <= OPENING);
    let gathering = drafts.iter().take(MOST_COMPARED).filter(opens).find(|draft| is_gathering(&draft.known));
    let gathering = gathering.filter(|_| candidate.sides != Some(2));
    let last = || drafts.iter().rev().take(MOST_COMPARED).find(|draft| draft.known.participants.len() > 1);
    let Some(same) = gathering.or_else(last) else { return };
    candidate.participants.clone_from(&same.known.participants);
    candidate.is_many |= same.known.is_many;
    if same.known.kind == MeetingKind::Round && candidate.kind == MeetingKind::Talks {
        candidate.kind = MeetingKind::Round;
        candidate.series = candidate.series.take().or_else(|| same.known.series.clone());
    }
}

/// Whether several sides gathered, however many are named.
fn is_gathering(known: &Candidate) -> bool {
    !known.is_weak && (known.participants.len() > 2 || known.is_many || known.kind == MeetingKind::Round)
}
