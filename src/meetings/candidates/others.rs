//! Gatherings that are none of ours: interviews with newspapers, bodies whose names are words for a meeting.
//!
//! **In:** a candidate with its sentence. **Out:** whether it is left out. **Why:** newspapers talk to everyone, and a congress
//! may be a parliament.

use super::Candidate;
use crate::language::{Line, NameKind};
use crate::meetings::scene::Row;
use crate::meetings::triggers::{Frame, Trigger};
use crate::meetings::types::Participant;

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
