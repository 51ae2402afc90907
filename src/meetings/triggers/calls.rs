//! Calls: a position in a sentence in, whether somebody telephones there out.
//!
//! **Why:** `called X on Monday`, `called X a friend`, `called on X on Friday` and `called on X to resign` differ only in what
//! stands behind the name; and one telephones by `taking a call` and by being `on the phone with` somebody, too.

use super::verbs::{BE, TITLES, is_to_come};
use super::{Frame, Trigger, someone};
use crate::language::Line;
use crate::meetings::trades::is_trade;
use crate::meetings::types::MeetingKind;

/// The most words of a name with its titles.
const LONGEST_NAME: usize = 24;

/// Words of an office or trade between `called` and a name, and within a name.
const OF_A_NAME: &[&str] = &[
    "the",
    "his",
    "her",
    "french",
    "president",
    "counterpart",
    "of",
    "state",
    "prime",
    "minister",
    "foreign",
    "finance",
    "defence",
    "defense",
    "interior",
    "opposition",
    "party",
    "leader",
    "'s",
    "’s",
    "-",
];

/// What is done by telephone, behind `called to`.
const AIMS: &[&str] = &[
    "congratulate",
    "thank",
    "wish",
    "invite",
    "console",
    "reassure",
    "warn",
    "inform",
    "assure",
    "urge",
    "ask",
    "tell",
    "comfort",
];

/// `called Macron on Monday`, `called Merkel to congratulate her`, `called up X`, `called to thank X`; not `called Macron a
/// friend`.
fn is_call(line: &Line<'_>, at: usize) -> bool {
    let first = if line.is(at + 1, &["up"]) {
        at + 2
    } else if line.is(at + 1, &["to"]) && line.is(at + 2, AIMS) {
        at + 3
    } else {
        at + 1
    };
    if line.is(first, &["him", "her"]) && is_call_to_one_told(line, at, first + 1) {
        return true;
    }
    let mut end = first;
    while end <= at + LONGEST_NAME
        && (line.is_capitalised(end) || line.is(end, OF_A_NAME) || end > first && is_trade(line.word(end)))
    {
        end += 1;
    }
    // "will call X to account".
    if line.is(at, &["call"]) && line.is(end, &["to"]) && !line.is(end + 1, AIMS) {
        return false;
    }
    let named = end > first && line.is_capitalised(end - 1);
    let told = [
        "to",
        "on",
        "late",
        "early",
        "yesterday",
        "again",
        "by",
        "from",
        "this",
        "and",
        "tomorrow",
        "tonight",
        "today",
        "next",
        "later",
        "last",
        "about",
        "shortly",
        "twice",
    ];
    named
        && !is_name_for_it(line, end)
        && (line.is(end, &told)
            || line.is(end, &["in", "at"]) && line.is(at, &["rang"])
            || first > at + 1 && line.is(end, &["for", "in", "with", "over", "at"])
            || matches!(line.word(end), "." | ","))
}

/// `about the levy a coward`: behind what it is about stands what somebody is called.
fn is_name_for_it(line: &Line<'_>, about: usize) -> bool {
    let leads = &[
        "of",
        "for",
        "in",
        "on",
        "at",
        "with",
        "before",
        "after",
        "to",
        "by",
        "from",
        "and",
        "or",
        "as",
        "over",
        "into",
        "than",
        "during",
        "such",
        "when",
        "following",
    ];
    let ends = |at: &usize| matches!(line.word(*at), "." | "," | ";" | "");
    line.is(about, &["about"])
        && (about + 3..about + NAME_FOR_IT)
            .take_while(|at| !ends(at))
            .any(|at| line.is(at, &["a", "an"]) && !line.is(at - 1, leads))
}

/// How many words behind `about` somebody may be called something.
const NAME_FOR_IT: usize = 8;

/// Whether the verb `word` at `at` is one of telephoning: `called X on Monday`, `had rung X`, `will ring X`, `rang me`. Who is called
/// something is not telephoned.
pub(super) fn is_by_telephone(line: &Line<'_>, at: usize, word: &str) -> bool {
    let now = usize::from(line.is(at.wrapping_sub(1), &["now", "currently", "still"]));
    let be = || line.is(at.wrapping_sub(1 + now), BE);
    match word {
        "call" | "phone" | "ring" | "telephone" => is_to_come(line, at) && is_call(line, at),
        // "rang at eleven", "rang me": whoever tells it was rung; a bell rings, too, and nobody is named then.
        "rang" if line.is(at + 1, &["me", "us", "at", "yesterday", "again"]) => true,
        "rung" => line.is(at.wrapping_sub(1), &["had", "has", "have"]) && is_call(line, at),
        "called" | "calls" | "rang" => !be() && is_call(line, at),
        _ => false,
    }
}

/// `rang her late on Sunday`, `called him to thank him`; one calls somebody to the stage, by a name and a liar, too.
fn is_call_to_one_told(line: &Line<'_>, at: usize, end: usize) -> bool {
    let times = &["on", "late", "early", "yesterday", "again", "this", "last", "shortly", "after", "twice"];
    // "called him before the committee": a witness.
    let rang = line.is(at, &["rang"]) && line.is(end, &["at", "in", "and", "from", "about", "before"]);
    let phone = line.is(end, &["by", "from"]) && line.holds(end + 1..end + 3, super::PHONE);
    let ends = matches!(line.word(end), "." | ",");
    line.is(end, times) || rang || phone || ends || line.is(end, &["to"]) && line.is(end + 1, AIMS)
}

/// What a visitor does with whom he calls on: no appeal.
const OF_A_VISITOR: &[&str] = &[
    "discuss",
    "present",
    "offer",
    "pay",
    "congratulate",
    "convey",
    "seek",
    "ask",
    "brief",
    "deliver",
    "hand",
    "express",
    "talk",
    "say",
    "thank",
    "wish",
    "introduce",
    "report",
    "inform",
    "bid",
    "apologise",
    "apologize",
];

/// `called on Iran to stop`, `called on X on Monday to resign`: a demand, not a visit.
pub(super) fn is_appeal(line: &Line<'_>, at: usize) -> bool {
    let days = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"];
    // "called on the bishop on Friday, to ask" is a visit.
    let end = (at + 3..at + APPEAL).find(|&at| matches!(line.word(at), "." | ";" | ":")).unwrap_or(at + APPEAL);
    let appeal = (at + 3..end).find(|&at| line.is(at, &["to", "for"]));
    // "called on X to thank her": of whom one calls on oneself, and no demand.
    let of_a_visitor = |to: usize| {
        line.is(to, &["to"])
            && line.is(to + 1, &["thank", "congratulate", "wish", "bid", "brief", "inform", "introduce"])
            && line.is(to + 2, &["him", "her", "them", "farewell"])
    };
    appeal.filter(|&appeal| !of_a_visitor(appeal)).is_some_and(|appeal| {
        let asked = line.is(appeal, &["to"]) && line.word(appeal - 1) != "," && !line.is(appeal + 1, OF_A_VISITOR);
        !line.holds(at + 3..appeal, days) || asked
    })
}

/// How many words behind `called on` what was asked for may stand.
const APPEAL: usize = 24;

/// `took a call from`, `received a call from`: somebody rang.
fn is_answered(line: &Line<'_>, at: usize) -> bool {
    let taken = &[
        "took", "take", "takes", "taken", "received", "receives", "had", "got", "after", "answered", "returned",
        "fielded",
    ];
    let made = &["placed", "made", "returned", "makes", "places", "put", "puts"];
    let before = at.saturating_sub(4)..at;
    let rang = line.is(at + 1, &["to"]) && line.is_capitalised(at + 2) && line.holds(before.clone(), made);
    // "urged X in a call on Monday": by a verb of speech, and at some time.
    let spoken = line.is(at.wrapping_sub(1), &["a", "the"])
        && line.is(at.wrapping_sub(2), &["in", "during"])
        && (line.is(at + 1, &["on", "late", "early", "yesterday", "this"]) || matches!(line.word(at + 1), "," | "."));
    rang || spoken || is_somebodys_call(line, at) || line.is(at + 1, &["from"]) && line.holds(before, taken)
}

/// `X's call to President Y was short`, `X's call to Y on Monday`; what somebody is called on to do is no call, nor what a party
/// is called to.
fn is_somebodys_call(line: &Line<'_>, at: usize) -> bool {
    let own = line.is(at.wrapping_sub(1), &["'s", "’s"]) && line.is(at + 1, &["to"]);
    let end = (at + 2..at + LONGEST_NAME).find(|&at| !line.is_capitalised(at) && !line.is(at, OF_A_NAME));
    let times = &["on", "late", "early", "yesterday", "this", "last", "earlier", "came", "lasted", "took"];
    let told = |end: usize| line.is(end, times) || line.holds(at + 2..end, TITLES);
    own && line.is_capitalised(at + 2)
        && end.is_some_and(|end| {
            end > at + 3 && told(end) && !line.holds(end..end + 4, &["to", "for"]) && !line.is(end, &["that"])
        })
}

/// `his call with Macron` is by telephone; `a call for talks` is not.
pub(super) fn is_held(line: &Line<'_>, at: usize) -> bool {
    line.is(at + 1, &["with", "between"]) || is_answered(line, at)
}

/// `held a conference call`, `had a three-way call`: of several who are told before it.
pub(super) fn is_of_more(line: &Line<'_>, at: usize) -> bool {
    let kind = line.is(at.wrapping_sub(1), &["conference", "way", "joint"]);
    let held = line.holds(at.saturating_sub(5)..at, &["held", "hold", "holds", "had", "joined"]);
    kind && held && !line.holds(at.saturating_sub(5)..at, &["earnings", "press", "analyst", "investor", "results"])
}

/// `were soon on the phone again`, `sat for an hour on the telephone`, `picks up the phone`.
pub(super) fn line_of_the_telephone(line: &Line<'_>, at: usize) -> Option<Trigger> {
    let the = line.is(at.wrapping_sub(1), &["the"]);
    let lead = if the { at.wrapping_sub(2) } else { at.wrapping_sub(1) };
    // "has just come off the phone with".
    let off = the && line.is(lead, &["off"]) && line.is(at + 1, &["with"]);
    let on = off
        || line.is(lead, &["on", "by", "over"])
            && !line.is(at + 1, &["call", "calls", "conversation", "conversations"]);
    let picked = the && line.is(lead, &["up"]) && line.is(lead.wrapping_sub(1), &["picked", "picks", "pick"]);
    if !on && !picked {
        return None;
    }
    // A verb of speech before it tells of the same call.
    let speech = &[
        "spoke",
        "speak",
        "speaks",
        "talked",
        "spoken",
        "speaking",
        "discussed",
        "conferred",
        "conversation",
        "met",
        "meet",
        "meets",
        "meeting",
        "got",
        "reached",
        "joined",
    ];
    // "got on the phone to X" tells it by the telephone alone.
    let got = the && line.is(lead.wrapping_sub(1), &["got", "gets", "getting"]) && line.is(at + 1, &["to", "with"]);
    if !got && (line.holds(at.saturating_sub(12)..at, speech) || line.holds(at..at + 8, speech)) {
        return None;
    }
    Some(Trigger {
        is_new: line.is(at + 1, &["again"]),
        ..Trigger::plain(at..at + 1, MeetingKind::Call, Frame::Speaks)
    })
}

/// `a call on the prime minister`: a visit to someone, where it is a noun and no appeal.
fn is_courtesy(line: &Line<'_>, at: usize) -> bool {
    let noun = line.is(at.wrapping_sub(1), &["a", "his", "her", "the", "courtesy", "their", "farewell", "brief"]);
    noun && (line.is_capitalised(at + 2) || line.is(at + 2, &["the", "his", "her"])) && !is_appeal(line, at)
}

/// `a courtesy call on X`, `is to call on Minister X`.
pub(super) fn is_paid(line: &Line<'_>, at: usize) -> bool {
    let on = line.is(at + 1, &["on"]) && (is_courtesy(line, at) || someone::is_call_on_someone(line, at));
    on || paid_on(line, at).is_some()
}

/// Where `on` stands in `a courtesy call of nearly forty minutes on President X`: behind the length of the call.
pub(super) fn paid_on(line: &Line<'_>, at: usize) -> Option<usize> {
    let paid = line.is(at, &["call"]) && line.is(at.wrapping_sub(1), &["courtesy", "farewell", "protocol"]);
    let measure = &[
        "of", "a", "an", "and", "quarter", "half", "hour", "hours", "minutes", "some", "nearly", "ten", "twenty",
        "thirty", "forty", "fifty",
    ];
    let of_its_phrase = |at: &usize| line.is(*at, measure);
    let end = (at + 1..at + PAID_REACH).take_while(of_its_phrase).last()? + 1;
    (paid && line.is(end, &["on"]) && line.is_capitalised(end + 1)).then_some(end)
}

/// How many words its length may take.
const PAID_REACH: usize = 9;
