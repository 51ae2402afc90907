//! Matches: a candidate with its sentence in, whether teams or players are told to meet out.
//!
//! **Why:** teams bear the names of states and towns, and players are people; the words of sport around them tell.

use std::cell::OnceCell;
use std::sync::LazyLock;

use super::Candidate;
use crate::language::{Line, NameKind, Shapes};
use crate::meetings::scene::{Row, Scene};
use crate::meetings::triggers::{Frame, Trigger};
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
    "chess",
    "tennis",
];

/// The shapes of these and of what begins `World Cup` or a score.
static SPORT_SHAPES: LazyLock<Shapes> = LazyLock::new(|| {
    let others = ["world", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    Shapes::of(SPORT.iter().copied().chain(others))
});

/// Contests of two: where a sentence names one, those who meet in it are opponents, people too.
const CONTESTS: &[&str] = &[
    "wrestling",
    "wrestler",
    "boxing",
    "boxer",
    "bout",
    "derby",
    "heavyweight",
    "tennis",
    "chess",
    "judo",
    "ring",
    "playoff",
    "semi-final",
    "semifinal",
    "quarter-final",
    "quarterfinal",
];

/// The same in several words; a hyphen is a word to the rules.
const CONTESTS_IN_WORDS: &[&str] = &[
    "national team",
    "play - off",
    "kick - off",
    "day international",
    "test match",
    "for third place",
    "in the final",
    "in sport",
];

/// What a team's name has that no other body's has.
const TEAMS: &[&str] = &["fc", "afc", "sc", "rangers", "rovers", "wanderers", "springboks", "wallabies"];

/// How many words off a contest may stand. It bounds the work in a text without full stops.
const CONTEST_REACH: usize = 48;

/// Whether a sentence speaks of opponents: it names a contest, or a team where someone `meets`.
fn is_contest(row: &Row<'_>, trigger: &Trigger, candidate: &Candidate) -> bool {
    let line = &row.line;
    let meets = trigger.frame == Frame::Meets && line.is(trigger.tokens.start, &["meet", "meets", "met", "meeting"]);
    let is_team = |one: &Participant| {
        let told = line.positions(one.passage);
        one.kind != NameKind::Person && line.holds(told, TEAMS)
    };
    let contest = |at: usize| line.is(at, CONTESTS) || CONTESTS_IN_WORDS.iter().any(|words| line.reads(at, words));
    let (start, end) = (trigger.tokens.start, trigger.tokens.end);
    let mut near = start.saturating_sub(CONTEST_REACH)..line.len().min(end + CONTEST_REACH);
    meets && (near.any(contest) || candidate.participants.iter().any(is_team))
}

/// Where the words of sport of a sentence stand, and where it says `World Cup`.
fn words_of_sport(row: &Row<'_>) -> impl Iterator<Item = usize> {
    let line = &row.line;
    // Asked once at most, and not at all of most sentences.
    let all_capitals = OnceCell::new();
    let is_all_capitals = move || *all_capitals.get_or_init(|| line.is_all_capitals());
    (0..line.len()).filter(move |&at| {
        SPORT_SHAPES.may_hold(line.word(at))
            && (line.is(at, SPORT) && (!line.is_capitalised(at) || opens_as_sport(line, at) || is_all_capitals())
                || line.reads(at, "world cup")
                || is_score(line, at))
    })
}

/// `Chess: X to meet Y`, `Coach X`: told of sport, capital or not.
fn opens_as_sport(line: &Line<'_>, at: usize) -> bool {
    at == 0 && line.word(at + 1) == ":" || line.is(at, &["coach"]) && line.is_capitalised(at + 1)
}

/// `the 7-1`, `won 2-0`: a score, and no count of votes.
fn is_score(line: &Line<'_>, at: usize) -> bool {
    let goals = |at: usize| line.word(at).len() == 1 && line.word(at).chars().all(|c| c.is_ascii_digit());
    let told = || line.is(at.wrapping_sub(1), &["the", "won", "lost", "drew", "beat", "win", "of"]);
    let votes = &["vote", "votes", "majority", "ruling", "decision", "margin"];
    goals(at) && told() && matches!(line.word(at + 1), "-" | "–") && goals(at + 2) && !line.is(at + 3, votes)
}

/// How often each sentence speaks of sport, as far as it matters.
pub(super) struct Sport {
    words: Vec<usize>,
    /// Whether the story speaks of matches again and again.
    is_subject: bool,
}

impl Sport {
    /// That of every sentence, asked once for all candidates.
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let words = scene.rows.iter().map(|row| words_of_sport(row).take(SPORT_WORDS).count());
        let words: Vec<usize> = words.collect();
        let is_subject = words.iter().sum::<usize>() >= SPORT_WORDS;
        Self { words, is_subject }
    }

    /// Whether the story or its sentence with this number speaks of sport.
    pub(super) fn is_in(&self, row: usize) -> bool {
        self.is_subject || self.words.get(row).is_some_and(|words| *words > 0)
    }
}

/// From how many words of sport on a story's states are teams.
const SPORT_WORDS: usize = 2;

/// `The Herons meet the Sandmark Badgers on Friday`: two bodies with names in the plural, as teams have them, or in a story of
/// sport one that takes its verb in the plural, and another that is met. `Hamas meet Fatah` are no teams.
fn are_teams(row: &Row<'_>, trigger: &Trigger, candidate: &Candidate, is_of_sport: bool) -> bool {
    let line = &row.line;
    let (start, end) = (trigger.tokens.start, trigger.tokens.end);
    let bodies = candidate.participants.len() == 2
        && candidate.participants.iter().all(|one| one.kind == NameKind::Organisation && one.role.is_none());
    let alone = |at: usize| {
        row.actor_at(at)
            .is_some_and(|one| one.tokens.end == start && !line.is(one.tokens.start.wrapping_sub(1), &["and", ","]))
    };
    let subject = start.checked_sub(1).is_some_and(alone);
    let whom = end + usize::from(line.is(end, &["the"]));
    let object = row.actor_at(whom).is_some_and(|one| one.tokens.start == whom);
    let plural = |one: &Participant| {
        let told = line.positions(one.passage);
        let last = told.end.checked_sub(1).map_or("", |last| line.word(last));
        last.ends_with('s') && last.is_ascii() && !of_politics(last)
    };
    let teams = line.is(start, &["meet", "meets"]) && candidate.participants.iter().all(plural);
    bodies && (teams || is_of_sport && line.is(start, &["meet"])) && subject && object
}

/// `Democrats`, `Liberals`, `Nations`: plurals of parties, movements and states, which no team is called by.
fn of_politics(plural: &str) -> bool {
    let endings = ["crats", "ists", "als", "cans", "atives", "ations", "ties", "ions", "ates", "ments", "amas"];
    let whole =
        ["greens", "states", "affairs", "workers", "farmers", "rebels", "emirates", "houthis", "kurds", "brothers"];
    let word = plural.to_ascii_lowercase();
    endings.iter().any(|ending| word.ends_with(ending)) || whole.contains(&word.as_str())
}

/// `Germany met France in the final`: teams that bear the names of states play; `talks with coach X` are theirs too.
/// `is_of_sport`: whether the story or its sentence speaks of sport.
pub(super) fn is_match(row: &Row<'_>, trigger: &Trigger, candidate: &Candidate, is_of_sport: bool) -> bool {
    if is_contest(row, trigger, candidate) || are_teams(row, trigger, candidate, is_of_sport) {
        return true;
    }
    let players = &["coach", "referee", "trainer", "goalkeeper", "striker", "midfielder"];
    let plays = |one: &Participant| {
        let told = row.line.positions(one.passage);
        told.start > 0 && row.line.is(told.start - 1, players) || row.line.holds(told, players)
    };
    if candidate.participants.iter().any(plays) {
        return true;
    }
    // Players act for nobody.
    let meets = trigger.frame == Frame::Meets || row.line.is(trigger.tokens.start, &["meeting", "encounter"]);
    let player = |one: &Participant| one.kind == NameKind::Person && one.acts_for.is_empty() && one.role.is_none();
    if is_of_sport && meets && candidate.participants.iter().all(player) {
        return true;
    }
    let person = |one: &Participant| one.kind == NameKind::Person;
    candidate.event.is_none() && !candidate.participants.iter().any(person) && is_of_sport
}
