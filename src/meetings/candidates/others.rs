//! Gatherings that are none of ours: matches, interviews with newspapers.
//!
//! **In:** a candidate with its sentence. **Out:** whether it is left out. **Why:** teams bear the names of states, and
//! newspapers talk to everyone.

use super::Candidate;
use crate::language::NameKind;
use crate::meetings::scene::{Row, Scene};
use crate::meetings::triggers::Trigger;
use crate::meetings::types::Participant;

/// Words that only sport uses, in lower case: the Arab League and the Davis Cup are names.
const SPORT: &[&str] = &[
    "football",
    "soccer",
    "rugby",
    "cricket",
    "handball",
    "hockey",
    "basketball",
    "stadium",
    "tournament",
    "championship",
    "coach",
    "goalkeeper",
    "semi-final",
    "semifinal",
    "semi-finals",
    "quarter-final",
    "quarterfinal",
    "quarter-finals",
    "kick-off",
    "qualifier",
    "squad",
    "goals",
    "match",
    "matches",
    "final",
    "beat",
    "league",
    "cup",
];

/// Whether the word at `at` is of sport, or begins `World Cup`.
fn is_sport(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    line.is(at, SPORT) && (!line.is_capitalised(at) || line.is_all_capitals()) || line.reads(at, "world cup")
}

/// Whether the story speaks of matches again and again.
pub(super) fn is_of_sport(scene: &Scene<'_>) -> bool {
    let told = scene.rows.iter().flat_map(|row| (0..row.line.len()).filter(|&at| is_sport(row, at)));
    told.take(SPORT_WORDS).count() == SPORT_WORDS
}

/// From how many words of sport on a story's states are teams.
const SPORT_WORDS: usize = 2;

/// `a phone interview with the Evening Post`: told to a newspaper.
pub(super) fn is_for_the_press(row: &Row<'_>, trigger: &Trigger, candidate: &Candidate) -> bool {
    let body = |one: &Participant| one.kind == NameKind::Organisation;
    row.line.is(trigger.tokens.end - 1, &["interview"]) && candidate.participants.iter().any(body)
}

/// `Germany met France in the final`: teams that bear the names of states play; `talks with coach X` are theirs too.
pub(super) fn is_match(row: &Row<'_>, candidate: &Candidate, is_of_sport: bool) -> bool {
    let players = &["coach", "referee", "trainer", "goalkeeper", "striker", "midfielder"];
    let plays = |one: &Participant| {
        let told = row.line.positions(one.passage);
        told.start > 0 && row.line.is(told.start - 1, players)
    };
    if candidate.participants.iter().any(plays) {
        return true;
    }
    let person = |one: &Participant| one.kind == NameKind::Person;
    candidate.event.is_none()
        && !candidate.participants.iter().any(person)
        && (is_of_sport || (0..row.line.len()).any(|at| is_sport(row, at)))
}
