//! Gatherings that are none of ours: matches, interviews with newspapers.
//!
//! **In:** a candidate with its sentence. **Out:** whether it is left out. **Why:** teams bear the names of states, and
//! newspapers talk to everyone.

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

/// Whether the story speaks of matches again and again.
pub(super) fn is_of_sport(scene: &Scene<'_>) -> bool {
    scene.rows.iter().flat_map(words_of_sport).take(SPORT_WORDS).count() == SPORT_WORDS
}

/// From how many words of sport on a story's states are teams.
const SPORT_WORDS: usize = 2;

/// Words that make a name that of a newspaper or a station.
const OUTLETS: &[&str] = &[
    "news",
    "newspaper",
    "tv",
    "television",
    "radio",
    "times",
    "post",
    "herald",
    "tribune",
    "gazette",
    "telegraph",
    "guardian",
    "chronicle",
    "daily",
    "weekly",
    "broadcasting",
    "channel",
    "reuters",
    "afp",
    "bloomberg",
    "bbc",
    "cnn",
    "cbc",
    "cnbc",
    "nbc",
    "cbs",
    "npr",
    "jazeera",
    "haaretz",
    "xinhua",
    "tass",
    "interfax",
    "ansa",
    "magazine",
    "journal",
    "observer",
    "mail",
    "media",
    "pbs",
    "express",
    "standard",
    "politico",
    "axios",
];
/// Trades of those who ask.
const REPORTERS: &[&str] = &[
    "journalist",
    "journalists",
    "reporter",
    "reporters",
    "correspondent",
    "correspondents",
    "broadcaster",
    "anchor",
    "columnist",
    "presenter",
    "interviewer",
    "blogger",
    "podcast",
    "interview",
    "newsroom",
];
/// How many words behind a verb the trade of whoever is spoken to may stand.
const TRADE_REACH: usize = 12;

/// `a phone interview with the Evening Post`, `spoke to Radio Cottia`, `was talking to Y, a freelance journalist`, `sat down
/// with Y for an interview`: told to a newspaper.
pub(super) fn is_for_the_press(row: &Row<'_>, trigger: &Trigger, candidate: &Candidate) -> bool {
    let line = &row.line;
    let body = |one: &Participant| one.kind == NameKind::Organisation;
    let interview = line.is(trigger.tokens.end - 1, &["interview"]);
    let outlet = |one: &Participant| body(one) && line.holds(line.positions(one.passage), OUTLETS);
    let speaks = matches!(trigger.frame, Frame::Speaks | Frame::Phones) || interview;
    let of_states = candidate.participants.iter().filter(|one| !one.acts_for.is_empty()).count() > 1;
    interview && candidate.participants.iter().any(body)
        || speaks && (candidate.participants.iter().any(outlet) || !of_states && is_to_a_reporter(row, trigger))
}

/// Whether the words behind a verb say that whoever is spoken to asks for a newspaper: `to reporters in Oslo`, `to Y, a
/// freelance journalist`, `with Y for an interview`. What reporters are told of it (`…, she told reporters`) and what it is
/// about says nothing of those who spoke.
fn is_to_a_reporter(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let end = trigger.tokens.end;
    let ends = &[
        "that", "who", "which", "while", "when", "about", "on", "over", "after", "before", "said", "told", "was",
        "were",
    ];
    let mut apposed = false;
    for at in end..end + TRADE_REACH {
        let word = line.word(at);
        if matches!(word, "." | ";" | "“" | "”" | "") {
            return false;
        }
        if word == "," {
            let behind_a_name = at > 0 && row.actor_at(at - 1).is_some_and(|actor| actor.is_person);
            if apposed || !behind_a_name {
                return false;
            }
            apposed = true;
        } else if line.is(at, REPORTERS) {
            return !line.is(at + 1, ends);
        } else if line.is(at, ends) && !row.is_date_at(at + 1) && !line.holds(at..at + 3, &["phone", "telephone"]) {
            return false;
        }
    }
    false
}

/// `seven of the Northern Congress`, `the president of the Congress, X`: a body whose name is a word for a meeting. One
/// that is counted or held somewhere is a meeting.
pub(super) fn is_body(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let noun = trigger.tokens.end.saturating_sub(1);
    if !trigger.is_verb() && is_session_of_parliament(line, noun) {
        return true;
    }
    if trigger.is_verb() || !line.is_capitalised(noun) || trigger.ordinal.is_some() || line.is_all_capitals() {
        return false;
    }
    let congress = line.is(noun, &["congress"]);
    let is_body =
        row.actors_before(noun + 1).iter().rev().take(4).any(|actor| !actor.is_person && actor.tokens.contains(&noun));
    // "Northern Congress secretary-general X": whose office stands behind it is no meeting.
    let office = line.is(noun + 1, OF_BODIES);
    // "seven come from the Northern Congress".
    let of = trigger.phrase.saturating_sub(1);
    let from = line.holds(of..trigger.phrase + 1, &["from"])
        || line.is(of, &["of"])
            && line.is(of.wrapping_sub(1), &["president", "speaker", "member", "members", "leader", "head"]);
    let is_event = row.events_at(noun).next().is_some() && !office && !from;
    // "given by Congress", "the Cottian Congress": where nothing says that it opens or is held.
    let held = line.holds(noun + 1..noun + HELD_REACH, HELD) || line.holds(noun.saturating_sub(HELD_REACH)..noun, HELD);
    // "addressed Congress": who speaks before it holds no meeting; "attended the Congress of Toilers" may.
    let bare = congress && !line.is_capitalised(noun.wrapping_sub(1)) && !line.is(noun.wrapping_sub(1), ARTICLES);
    (is_body || congress && !is_event) && (!held || office || bare)
}

/// Those who belong to a body, told behind its name.
const OF_BODIES: &[&str] = &[
    "secretary-general",
    "secretary",
    "president",
    "treasurer",
    "founder",
    "director",
    "deputy",
    "lawyer",
    "delegate",
    "lawmaker",
    "lawmakers",
    "official",
    "officials",
    "leader",
    "leaders",
    "chief",
    "spokesperson",
    "spokesman",
    "member",
    "members",
    "mp",
    "mps",
    "party",
    "general",
    "chairman",
    "government",
    "worker",
    "workers",
    "candidate",
];
/// Words that make a congress one that is held.
const ARTICLES: &[&str] = &["the", "a", "an", "its", "their", "this", "party"];

/// `addressed a joint session of Congress`: a parliament that sits.
fn is_session_of_parliament(line: &Line<'_>, noun: usize) -> bool {
    let of = noun + 1 + usize::from(line.is(noun + 2, &["the"]));
    line.is(noun, &["session", "sitting"])
        && line.is(noun + 1, &["of"])
        && line
            .is(of + 1, &["congress", "parliament", "senate", "legislature", "bundestag", "knesset", "duma", "seimas"])
}

/// How many words off a congress may be told to be held.
const HELD_REACH: usize = 7;

/// What is done with a congress that is a meeting.
const HELD: &[&str] = &[
    "held",
    "hold",
    "holds",
    "opened",
    "opens",
    "open",
    "attended",
    "attend",
    "attends",
    "closed",
    "ended",
    "convened",
    "took",
    "hosted",
    "host",
    "hosts",
    "gathered",
    "sidelines",
    "addressed",
    "delegates",
    "begins",
    "began",
    "lasted",
];

/// Whether a sentence speaks of sport, asked once for all its candidates.
pub(super) fn speaks_of_sport(row: &Row<'_>) -> bool {
    words_of_sport(row).next().is_some()
}

/// `Germany met France in the final`: teams that bear the names of states play; `talks with coach X` are theirs too.
/// `is_of_sport`: whether the story or its sentence speaks of sport.
pub(super) fn is_match(row: &Row<'_>, trigger: &Trigger, candidate: &Candidate, is_of_sport: bool) -> bool {
    if is_contest(row, trigger, candidate) {
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
