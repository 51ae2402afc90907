//! The headline of a release in, the meeting that it names out.

use std::ops::Range;

use super::people;
use crate::language::{Precision, tense_at};
use crate::meetings::candidates::Candidate;
use crate::meetings::scene::{Actor, Row, Scene};
use crate::meetings::types::{MeetingDate, MeetingKind, Participant, Status};

/// What a headline says of its meeting.
pub(super) struct Headline {
    /// The meeting.
    pub meeting: Candidate,
    /// `Talks with X`: the press service's own side is not named.
    pub is_one_sided: bool,
}

/// What press services call their releases.
const RELEASES: &[&str] = &[
    "readout",
    "readouts",
    "remarks",
    "statement",
    "statements",
    "background",
    "joint",
    "press",
    "summary",
    "corrected",
];
/// Nouns of meetings; of a press conference those who met tell together.
const NOUNS: &[&str] = &[
    "meeting",
    "call",
    "talks",
    "talk",
    "conversation",
    "conference",
    "trilateral",
    "bilateral",
    "lunch",
    "dinner",
    "consultations",
    "discussion",
    "engagement",
    "visit",
];
/// Words of the telephone, and of video.
const BY_WIRE: &[&str] =
    &["telephone", "phone", "virtual", "video", "videoconference", "call", "virtually", "telephonic"];

/// The meeting of the headline, where the story begins with one in the form of a release.
pub(super) fn read(scene: &Scene<'_>) -> Option<Headline> {
    let row = scene.rows.first().filter(|row| row.is_headline)?;
    announced(scene, row).or_else(|| named(scene, row))
}

/// `On May 3, X will hold talks with Y`.
fn announced(scene: &Scene<'_>, row: &Row<'_>) -> Option<Headline> {
    let line = &row.line;
    let (tokens, when) = row.date_at(1).filter(|_| line.is(0, &["on"]))?;
    let will = (tokens.end..line.len()).find(|&at| line.is(at, &["will"]))?;
    let told = people(scene, row, row.actors.iter());
    if told.len() < 2 || tense_at(line, will + 1) != crate::language::Tense::Future {
        return None;
    }
    let mut meeting = candidate(row, 0..line.len(), told, Status::Planned);
    meeting.when =
        Some(MeetingDate { interval: when.interval, precision: when.precision, passage: Some(when.passage) });
    Some(Headline { meeting, is_one_sided: false })
}

/// `Readout of X's Call with Y`, `Remarks by X and Y Before Bilateral Meeting`, `Telephone conversation with Y`.
fn named(scene: &Scene<'_>, row: &Row<'_>) -> Option<Headline> {
    let line = &row.line;
    let starts_with_noun = (0..4).any(|at| is_noun(row, at) && line.is(at + 1, &["with"]));
    let is_release = line.is(0, RELEASES) || starts_with_noun || possessed(row).is_some();
    let tells = |at: usize| {
        let verb = ["say", "says", "said", "hails", "calls", "ends", "resume", "resumes", "was", "were", "is", "are"];
        line.is(at, &verb) && !line.is_capitalised(at) || line.is(at, &["“", "\"", "?"])
    };
    if !is_release || (1..line.len()).any(tells) {
        return None;
    }
    let zone = zone(row);
    let noun = zone.clone().find(|&at| is_noun(row, at))?;
    let takes_part = |actor: &&Actor| !speaks_for_others(row, actor);
    let within = |actor: &&Actor| zone.contains(&actor.tokens.start);
    let mut told = people(scene, row, row.actors.iter().filter(takes_part).filter(within));
    if told.len() == 1 && line.is(0, &["statement", "statements"]) {
        // "Statement by President X on the Call with Y": who makes it took part.
        let speaker = row.actors.iter().filter(takes_part).filter(|actor| actor.tokens.end <= zone.start);
        told.splice(0..0, people(scene, row, speaker));
    }
    let with = (noun..zone.end).find(|&at| line.is(at, &["with"]));
    let before = with.is_some_and(|with| {
        row.actors.iter().any(|actor| actor.is_person && zone.contains(&actor.tokens.start) && actor.tokens.end <= with)
    });
    let is_one_sided = told.len() == 1 || with.is_some() && !before && zone.start == 0;
    // "Conversations with X and Y" are two, each with one of them.
    let several = line.word(noun).ends_with('s') && !line.is(noun, &["talks", "consultations"]);
    if told.is_empty() || several && told.len() > 1 {
        return None;
    }
    let to_come = (0..noun).any(|at| line.is(at, &["upcoming", "previewing", "preview", "ahead"]));
    let mut meeting = candidate(row, zone, told, if to_come { Status::Planned } else { Status::Held });
    meeting.when = row.dates.iter().find(|(_, when)| when.precision == Precision::Day).map(|(_, when)| MeetingDate {
        interval: when.interval,
        precision: when.precision,
        passage: Some(when.passage),
    });
    Some(Headline { meeting, is_one_sided })
}

/// `The Chancellor's call with`, `PM meeting with`: the noun of a headline that has no verb before it.
fn possessed(row: &Row<'_>) -> Option<usize> {
    let line = &row.line;
    let noun = (1..line.len().min(12)).find(|&at| is_noun(row, at) && line.is(at + 1, &["with"]))?;
    let owner = row.actors.iter().find(|actor| actor.is_person)?;
    let between = owner.tokens.end..noun;
    let light = |at: usize| {
        line.is(at, &["'s", "’s", "’", "'"])
            || line.is(at, BY_WIRE)
            || line.is(at, &["bilateral", "meeting", "phone", "upcoming", "introductory", "trilateral", "working"])
    };
    (owner.tokens.start <= 4 && owner.tokens.end <= noun && between.clone().all(light)).then_some(noun)
}

/// Whether a noun of a meeting stands at `at`; `press call` is with journalists.
fn is_noun(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    let word = line.word(at);
    let singular = word.strip_suffix('s').unwrap_or(word);
    let noun = NOUNS.iter().any(|noun| noun.eq_ignore_ascii_case(word) || noun.eq_ignore_ascii_case(singular));
    let with_journalists =
        line.is(at.wrapping_sub(1), &["press", "media", "background"]) && !line.is(at, &["conference"]);
    let gathering = line.is(at, &["conference"]) && !line.is(at.wrapping_sub(1), &["press", "news", "video"]);
    let adjective = line.is(at, &["bilateral", "trilateral"]) && is_noun_word(row, at + 1);
    noun && !with_journalists && !gathering && !adjective
}

/// `Press Secretary X`: the one who signs a release for others.
fn speaks_for_others(row: &Row<'_>, actor: &Actor) -> bool {
    let start = actor.tokens.start;
    let line = &row.line;
    line.holds(start.saturating_sub(2)..start, &["spokesperson", "spokesman", "spokeswoman"])
        || line.is(start.wrapping_sub(1), &["secretary"]) && line.is(start.wrapping_sub(2), &["press"])
}

fn is_noun_word(row: &Row<'_>, at: usize) -> bool {
    row.line.is(at, NOUNS)
}

/// The part of the headline that names who met: who makes a statement on a meeting need not take part in it.
fn zone(row: &Row<'_>) -> Range<usize> {
    let line = &row.line;
    let len = line.len();
    let speaks_for = ["by", "from", "call", "briefing"];
    let last = (0..len).rev().find(|&at| is_noun(row, at));
    let leads =
        |at: usize| line.is(at, &["on", "previewing", "following", "regarding"]) && last.is_some_and(|noun| noun >= at);
    let is_speech = (0..len.min(4)).any(|at| line.is(at, &["remarks"]));
    let spoken = (0..6).any(|at| line.is(at, &speaks_for));
    let from = (1..len).find(|&at| leads(at)).filter(|_| spoken && !is_speech).unwrap_or(0);
    from..len
}

fn candidate(row: &Row<'_>, zone: Range<usize>, participants: Vec<Participant>, status: Status) -> Candidate {
    let line = &row.line;
    let by_wire = zone.clone().any(|at| line.is(at, BY_WIRE) && (is_noun(row, at) || !line.is(at, &["call"])));
    let visit = !by_wire && zone.clone().find(|&at| is_noun(row, at)).is_some_and(|at| line.is(at, &["visit"]));
    let kind = match (by_wire, visit) {
        (true, _) => MeetingKind::Call,
        (false, true) => MeetingKind::Visit,
        (false, false) => MeetingKind::Talks,
    };
    Candidate { status, participants, ..Candidate::untold(0, kind, line.whole()) }
}
