//! Somebody in a sentence in, the words of the office that stand beside the name out.
//!
//! **Why:** whether someone holds an office, and which, is asked by more than one room: news tells much of private people that is no
//! meeting, and `the chancellor` is whoever is called so elsewhere in the story.

use foldhash::HashSet;

use super::scene::{Actor, How, Row, Scene};
use crate::language::EntityId;

/// Offices in small letters.
pub(super) const OFFICES: &[&str] = &[
    "president",
    "minister",
    "premier",
    "chancellor",
    "king",
    "queen",
    "secretary",
    "ambassador",
    "envoy",
    "leader",
    "chief",
    "mayor",
    "governor",
    "counterpart",
    "colleague",
    "host",
    "guest",
    "chairman",
    "head",
    "general",
    "bishop",
    "state",
];
/// More of them, which stand beside a name and in no longer phrase of it.
const MORE_OFFICES: &[&str] = &[
    "premier-designate",
    "director",
    "commissioner",
    "archbishop",
    "patriarch",
    "cardinal",
    "pope",
    "emir",
    "sultan",
    "prince",
    "princess",
    "speaker",
    "senator",
    "deputy",
    "delegate",
    "negotiator",
    "mediator",
    "rector",
    "commander",
    "president-elect",
    "executive",
    "representative",
    "spokesman",
    "marshal",
    "colonel",
    "admiral",
    "sheikh",
    "ayatollah",
    "imam",
    "boss",
    "owner",
    "founder",
    "secretary-general",
    "vice-president",
    "chairwoman",
    "chair",
    "chairperson",
    "taoiseach",
    "dictator",
    "candidate",
];

/// Everybody beside whose name the story tells an office anywhere.
pub(super) fn in_office(scene: &Scene<'_>) -> HashSet<EntityId> {
    let titled = scene.rows.iter().flat_map(|row| row.actors.iter().filter(|actor| is_titled(row, actor)));
    titled.flat_map(|actor| &actor.who).map(|(id, _)| id.clone()).collect()
}

/// Whether an office stands beside the name, or for it.
fn is_titled(row: &Row<'_>, actor: &Actor) -> bool {
    actor.is_person && actor.how != How::Pronoun && (actor.how == How::Described || beside(row, actor).next().is_some())
}

/// Where the words of an office stand beside a name, or for it.
pub(super) fn beside(row: &Row<'_>, actor: &Actor) -> impl Iterator<Item = usize> {
    let line = &row.line;
    let (start, end) = (actor.tokens.start, actor.tokens.end);
    let apposed = if line.word(end) == "," { end + 1..end + TITLE + 2 } else { end..end };
    (start.saturating_sub(TITLE)..end).chain(apposed).filter(|&at| is_office(row, at))
}

/// Whether the word at `at` is one of an office.
pub(super) fn is_office(row: &Row<'_>, at: usize) -> bool {
    row.line.is(at, OFFICES) || row.line.is(at, MORE_OFFICES)
}

/// How many words beside a name its office may stand.
const TITLE: usize = 4;
