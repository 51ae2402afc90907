//! Whether the words around a trigger make its subject one who meets.
//!
//! **In:** a trigger in its sentence. **Out:** yes or no to one question each: does the subject hold the talks
//! (`held talks`, `said after talks with`), is the meeting only where others meet (`on the sidelines of`), is a thing
//! received and nobody met. **Why:** these are lists of phrases, which would hide the rules of [`who`](super::who).

use super::{clause, is_title};
use crate::meetings::scene::{Actor, How, Row};
use crate::meetings::triggers::{Frame, Trigger};
use crate::meetings::types::MeetingKind;

/// `on the sidelines of a summit`: a place to meet, and no meeting of those who meet there.
pub(super) fn is_sideline(row: &Row<'_>, trigger: &Trigger) -> bool {
    let from = trigger.tokens.start.saturating_sub(7);
    let edges = &["margins", "sidelines", "fringes", "margin", "edges"];
    // "In the margins she will have a conversation with X" is one.
    let edge = (from..trigger.tokens.start).find(|&at| row.line.is(at, edges));
    !trigger.is_verb() && edge.is_some_and(|edge| row.line.is(edge + 1, &["of", "to"]))
}

/// How many words after a host's verb the guest may stand. It bounds the work in a text without full stops.
const GUEST_REACH: usize = 64;

/// How many words behind a host's verb the word for the guests may stand.
const GUEST_WORDS: usize = 10;

/// Words for guests.
const GUESTS: &[&str] = &[
    "ambassador",
    "ambassadors",
    "envoy",
    "envoys",
    "emissary",
    "representative",
    "representatives",
    "delegation",
    "delegations",
    "negotiator",
    "negotiators",
    "governor",
    "mayor",
    "bishop",
    "archbishop",
    "commissioner",
    "director",
    "secretary",
    "commander",
    "executive",
    "boss",
    "speaker",
    "counterpart",
    "colleague",
    "leaders",
    "officials",
    "presidents",
    "ministers",
];

/// Words that may stand between a host's verb and the name of the guest.
const BEFORE_A_GUEST: &[&str] = &[
    "by",
    "to",
    "of",
    ",",
    "head",
    "chairman",
    "envoy",
    "king",
    "the",
    "a",
    "his",
    "her",
    "its",
    "visiting",
    "new",
    "outgoing",
    "former",
    "'s",
    "’s",
    "'",
    "’",
    "-",
    "separately",
    "evening",
    "morning",
    "afternoon",
    "night",
    "republic",
    "yesterday",
    "at",
    "in",
    "later",
    "two",
    "men",
    "on",
    "state",
    "chief",
    "party",
    "official",
    "warmly",
    "airport",
    "palace",
    "residence",
    "here",
    "today",
    "this",
    "tonight",
    "audience",
    "caretaker",
    "comrade",
    "women",
    "opposition",
    "first",
    "briefly",
    "privately",
    "also",
    "for",
    "and",
    "deputy",
    "vice",
    "special",
    "newly",
    "appointed",
    "among",
    "others",
    "both",
    "then",
    "afterwards",
    "room",
    "office",
    "parliament",
    "castle",
    "house",
    "mansion",
    "town",
    "hall",
];

/// `welcomed the meeting`, `received a letter from Macron`: a host's verb whose object is not a person.
pub(super) fn is_of_a_thing(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    if trigger.frame != Frame::Hosts {
        return false;
    }
    // "received the party delegation of …": behind the word for people everything tells who they are.
    let people = (trigger.tokens.end..line.len().min(trigger.tokens.end + GUEST_WORDS))
        .take_while(|&at| !clause::is_clause_end(line.word(at)))
        .find(|&at| line.is(at, GUESTS) && !line.is(at + 1, &["'s", "’s", "'", "’"]));
    let led_by = people.filter(|&people| !line.holds(trigger.tokens.end..people, &["from", "of", "by", "for", "that"]));
    let of_people = |at: usize| {
        people.is_some_and(|people| led_by.is_some() || at >= people)
            && !clause::is_clause_end(line.word(at))
            && (!clause::is_verb_like(line.word(at))
                || line.is(at, &["headed", "named", "was", "were", "appointed", "united"]))
    };
    // "a summit in Oslo on Monday, hosted by X": told of the summit.
    let be = (trigger.tokens.start.saturating_sub(2)..trigger.tokens.start)
        .any(|at| line.is(at, &["was", "were", "is", "are", "been", "be", "being"]));
    let by = (trigger.tokens.end..(trigger.tokens.end + GUEST_WORDS).min(line.len())).find(|&at| line.is(at, &["by"]));
    if line.is(trigger.tokens.start, &["hosted"]) && by == Some(trigger.tokens.end) && !be {
        return true;
    }
    let before_name = |at: usize| {
        line.is_capitalised(at)
            || is_title(line.word(at))
            || line.is(at, BEFORE_A_GUEST)
            || row.date_at(at).is_some()
            || row.spot_at(at).is_some()
            || of_people(at)
    };
    // "received the president of Quillonia", whom nobody names: the state is the guest.
    let is_guest = |actor: &Actor| actor.is_person || actor.how == How::Role;
    // "was greeted at the jetty by X".
    let from = by.filter(|_| be).unwrap_or(trigger.tokens.end);
    let object = (from..line.len().min(trigger.tokens.end + GUEST_REACH))
        .find(|&at| row.actor_at(at).is_some_and(is_guest) || !before_name(at));
    let guest = object.and_then(|at| row.actor_at(at)).or_else(|| guest_by_trade(row, from));
    guest.is_none_or(|guest| {
        line.is(guest.tokens.end, &["'s", "’s"]) || line.word(guest.tokens.end.saturating_sub(1)).ends_with("'s")
    })
}

/// `received banana growers' leader X`, `was received by the state's junta chief, Colonel Y`: a name with nothing before
/// it but the words for what its bearer is.
fn guest_by_trade<'r>(row: &'r Row<'_>, from: usize) -> Option<&'r Actor> {
    let line = &row.line;
    let limit = line.len().min(from + TRADE_REACH);
    // "received today the imam X", "hosted on Monday by the mufti Y".
    let passable = |at: usize| {
        line.is(at, &["by", "on"])
            || row.date_at(at).is_some()
            || matches!(line.word(at), "-" | "'" | "’" | "'s" | "’s" | ",")
            || line.word(at).chars().all(char::is_alphabetic)
                && !clause::is_preposition(line, at)
                && !clause::is_verb_like(line.word(at))
                && !line.is(at, NO_TRADE)
    };
    let is_person = |at: usize| row.actor_at(at).filter(|actor| actor.is_person && actor.tokens.start == at);
    let guest = (from..limit).take_while(|&at| passable(at)).find_map(is_person)?;
    let trade = guest.tokens.start.checked_sub(1).filter(|at| *at > from)?;
    // "received Monday's paper, X said": behind a comma only a title leads on to the name.
    let comma = (from..=trade).find(|&at| line.word(at) == ",");
    let titled = comma.is_none_or(|comma| guest.tokens.start - comma <= 3 && line.is_capitalised(comma + 1));
    let goes_on = clause::is_verb_like(line.word(guest.tokens.end)) && line.word(guest.tokens.end) != "was";
    (titled && !goes_on).then_some(guest)
}

/// How many words behind a host's verb a guest told by trade may stand.
const TRADE_REACH: usize = 14;

/// What is no part of the words for someone.
const NO_TRADE: &[&str] = &[
    "and",
    "or",
    "that",
    "this",
    "which",
    "who",
    "whom",
    "when",
    "where",
    "while",
    "because",
    "but",
    "as",
    "if",
    "so",
    "not",
    "no",
    "news",
    "word",
    "praise",
    "support",
    "help",
    "letter",
    "letters",
    "money",
    "votes",
    "thousands",
    "millions",
    "applause",
    "threats",
    "calls",
    "reports",
    "it",
    "them",
    "they",
    "he",
    "she",
    "we",
    "it's",
];

/// Verbs and prepositions that make a noun behind them something that the subject did or was in.
const LIGHT_VERBS: &[&str] = &[
    "held",
    "hold",
    "holds",
    "had",
    "have",
    "having",
    "holding",
    "attended",
    "attend",
    "in",
    "at",
    "during",
    "after",
    "began",
    "begin",
    "opened",
    "concluded",
    "ended",
    "resumed",
    "wrapped",
    "wound",
    "closed",
    "started",
    "set",
];
/// Verbs of those who hold or join a meeting, or call it off.
const HOLDING: &[&str] = &[
    "held",
    "hold",
    "holds",
    "had",
    "attend",
    "attends",
    "attended",
    "began",
    "begin",
    "begins",
    "open",
    "opens",
    "opened",
    "start",
    "starts",
    "started",
    "resume",
    "resumes",
    "resumed",
    "conclude",
    "concluded",
    "wrapped",
    "wound",
    "closed",
    "conducted",
    "join",
    "joins",
    "joined",
    "gave",
    "granted",
    "gives",
    "grants",
    "paid",
    "pay",
    "pays",
    "chaired",
    "chairs",
    "maintained",
    "sustained",
    "took",
    "cancelled",
    "canceled",
    "postponed",
    "scrapped",
    "off",
];

/// `in a telephone conversation on Wednesday confirmed`, `held talks`, `arrived for talks`, `said after talks with`: the
/// meeting is where the subject does something.
pub(super) fn is_setting(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let head = trigger.tokens.start;
    let phrase = trigger.phrase.min(head);
    let before = |reach: usize| phrase.saturating_sub(reach)..head;
    let gathered = &["gathered", "gather", "gathers", "assembled", "convened", "arrived", "flew", "arrives", "came"];
    // "gathered in Lausanne on Monday for a summit"
    let for_it = line.holds(before(4), &["for"]) && line.holds(head.saturating_sub(14)..head, gathered);
    let takes_part = line.holds(before(5), HOLDING)
        || line.reads(head.saturating_sub(4), "take part in")
        || line.holds(before(7), &["part"]) && line.holds(before(7), &["take", "took", "taking"]);
    for_it
        || takes_part
        || !trigger.is_definite && line.holds(before(4), LIGHT_VERBS)
        || line.is(phrase.wrapping_sub(1), &["after", "during", "from", "over", "before"]) && !trigger.is_definite
        || line.holds(before(4), &["at"]) && trigger.kind == MeetingKind::Summit
}

/// `Russia and Turkey held talks`.
pub(super) fn holds_talks(row: &Row<'_>, trigger: &Trigger) -> bool {
    let from = trigger.phrase.saturating_sub(5);
    row.line.holds(
        from..trigger.tokens.start,
        &[
            "held",
            "hold",
            "holds",
            "began",
            "begin",
            "begins",
            "open",
            "opens",
            "opened",
            "start",
            "started",
            "concluded",
            "ended",
            "finished",
            "wrapped",
            "resume",
            "resumed",
            "set",
            "off",
            "cancelled",
            "canceled",
            "postponed",
            "scrapped",
        ],
    )
}
