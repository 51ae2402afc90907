//! Transcripts: the labels of those who speak in, a meeting of theirs out.
//!
//! `CHANCELLOR MERKEL:` at the beginning of a paragraph says who is in the room. Only holders of the highest offices, and
//! only of different sides, are taken for those who meet: the others are journalists, interpreters and aides.

use super::people;
use crate::meetings::candidates::Candidate;
use crate::meetings::scene::{Actor, Row, Scene};
use crate::meetings::types::{MeetingKind, Participant, Status};

/// Within how many words the mark behind a label stands.
const LABEL: usize = 16;
/// How many sentences of a transcript are read.
const READ: usize = 400;
/// Offices whose holders meet.
const OFFICES: &[&str] = &[
    "president",
    "prime",
    "chancellor",
    "king",
    "queen",
    "taoiseach",
    "premier",
    "secretary-general",
    "emperor",
    "crown",
];

/// The one who speaks, where the sentence begins with a label.
pub(super) fn label<'r>(row: &'r Row<'_>) -> Option<&'r Actor> {
    let line = &row.line;
    let mark = (1..LABEL).find(|&at| line.word(at) == ":")?;
    let actor = row.actors.iter().find(|actor| actor.is_person && actor.tokens.end == mark)?;
    let plain = |at: usize| line.is_capitalised(at) || line.is(at, &["of", "the", "and", "-", "’s", "'s", ",", "*"]);
    (0..actor.tokens.start).all(plain).then_some(actor)
}

/// Everyone with a label, in order.
pub(super) fn all(scene: &Scene<'_>) -> Vec<Participant> {
    let mut told: Vec<Participant> = Vec::new();
    for row in scene.rows.iter().take(READ).filter(|row| row.is_story) {
        for who in label(row).into_iter().flat_map(|actor| people(scene, row, std::iter::once(actor))) {
            if told.iter().all(|one| one.id != who.id) {
                told.push(who);
            }
        }
    }
    told
}

/// The meeting of the leaders who speak in a transcript.
pub(super) fn read(scene: &Scene<'_>) -> Option<Candidate> {
    let labelled = |row: &Row<'_>| label(row).is_some_and(|actor| row.line.holds(0..actor.tokens.end, OFFICES));
    let first = scene.rows.iter().take(READ).position(|row| row.is_story && labelled(row))?;
    let leaders = scene.rows.iter().take(READ).filter(|row| row.is_story && labelled(row));
    let mut told: Vec<Participant> = Vec::new();
    for row in leaders {
        for who in label(row).into_iter().flat_map(|actor| people(scene, row, std::iter::once(actor))) {
            if told.iter().all(|one| one.id != who.id && !one.acts_for.iter().any(|side| who.acts_for.contains(side))) {
                told.push(who);
            }
        }
    }
    let row = scene.rows.get(first)?;
    let reach = label(row).map(|actor| 0..actor.tokens.end)?;
    (told.len() > 1).then(|| Candidate {
        status: Status::Held,
        participants: told,
        ..Candidate::untold(first, MeetingKind::Talks, row.line.passage(reach))
    })
}
