//! Guests of a host: a host's verb in its sentence in, whether it has a person for its object out.
//!
//! **Why:** one receives an envoy, a letter and applause, and welcomes a plan; the words between the verb and a name say
//! which. They are lists, which would hide the rules of [`who`](super::who).

mod things;

use self::things::are_received;
use super::unnamed::is_at_a_seat;
use super::{adverbials, clause, is_title};
use crate::language::Line;
use crate::meetings::scene::{Actor, How, Row};
use crate::meetings::trades::is_trade;
use crate::meetings::triggers::{Frame, Trigger};

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
pub(in crate::meetings) fn is_of_a_thing(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    // "received me in his garden": whoever tells it.
    if trigger.frame != Frame::Hosts || line.is(trigger.tokens.end, &["me"]) || is_at_a_seat(row, trigger) {
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
    let by = by_at(row, trigger);
    if line.is(trigger.tokens.start, &["hosted"]) && by == Some(trigger.tokens.end) && !be {
        return true;
    }
    if by == Some(trigger.tokens.end) && !be && are_received(row, trigger.tokens.start) {
        return true;
    }
    let before_name = |at: usize| {
        line.is_capitalised(at)
            || is_of_a_name(line.word(at))
            || line.is(at, BEFORE_A_GUEST)
            || row.is_date_at(at)
            || row.spot_at(at).is_some()
            || is_of_a_house(line, trigger.tokens.end, at)
            || of_people(at)
    };
    // "received the president of Quillonia", whom nobody names: the state is the guest.
    let is_guest = |actor: &Actor| actor.is_person || actor.how == How::Role;
    // "was greeted at the jetty by X".
    let from = by.filter(|_| be).unwrap_or_else(|| object_at(row, trigger));
    let object = (from..line.len().min(trigger.tokens.end + GUEST_REACH))
        .find(|&at| row.actor_at(at).is_some_and(is_guest) || !before_name(at));
    let guest = object.and_then(|at| row.actor_at(at)).or_else(|| guest_by_trade(row, from));
    if guest.is_none() && (is_guest_without_a_name(row, from) || guest_before(row, trigger).is_some()) {
        return false;
    }
    guest.is_none_or(|guest| is_name_of_a_thing(line, guest))
}

/// Where `by` stands behind a passive: near, or behind the words of time and place.
fn by_at(row: &Row<'_>, trigger: &Trigger) -> Option<usize> {
    let end = trigger.tokens.end;
    let near = end..row.line.len().min(end + GUEST_WORDS);
    let is_by = |at: &usize| row.line.is(*at, &["by"]);
    near.into_iter().find(is_by).or_else(|| Some(adverbials::end_behind(row, end)).filter(is_by))
}

/// Where the object of an active verb begins: behind the words of time and place.
fn object_at(row: &Row<'_>, trigger: &Trigger) -> usize {
    let behind = adverbials::end_behind(row, trigger.tokens.end);
    if clause::is_preposition(&row.line, behind) { trigger.tokens.end } else { behind }
}

/// `received the Angela Merkel prize`, `welcomed Mark Rutte's offer`: what is called after somebody, or his.
fn is_name_of_a_thing(line: &Line<'_>, guest: &Actor) -> bool {
    let things =
        &["prize", "award", "medal", "cup", "trophy", "fund", "report", "letter", "papers", "fellowship", "team"];
    let own = line.is(guest.tokens.end, &["'s", "’s"]) || line.word(guest.tokens.end.saturating_sub(1)).ends_with("'s");
    own || guest.how == How::Named
        && line.is(guest.tokens.start.wrapping_sub(1), &["the"])
        && line.is(guest.tokens.end, things)
}

/// `welcomed in her garden X`, `received on Monday in his summer palace X`: words of the house, told before the guest.
fn is_of_a_house(line: &Line<'_>, from: usize, at: usize) -> bool {
    let lead = (from.max(at.saturating_sub(HOUSE_WORDS))..at).rev().find(|&lead| line.is(lead, &["at", "in"]));
    lead.is_some_and(|lead| {
        line.is(lead + 1, &["the", "his", "her", "its", "their"])
            && line.word(at).chars().all(char::is_alphabetic)
            && !clause::is_preposition(line, at)
            && !clause::is_verb_like(line.word(at))
    })
}

/// How many words the words for a house may stand behind `at`.
const HOUSE_WORDS: usize = 4;

/// Whether a word tells the office or trade of a guest.
fn is_of_a_name(word: &str) -> bool {
    is_title(word) || is_trade(word)
}

/// `Y, whom X received`: the one before the pronoun.
pub(super) fn guest_before<'r>(row: &'r Row<'_>, trigger: &Trigger) -> Option<&'r Actor> {
    let line = &row.line;
    let head = trigger.tokens.start;
    let low = head.saturating_sub(WHOM_REACH).max(row.start);
    let whom = (low..head).rev().find(|&at| line.is(at, &["whom"]) && trigger.is_verb())?;
    let end = whom - usize::from(line.is(whom.wrapping_sub(1), &["with"]));
    let comma = usize::from(line.word(end.wrapping_sub(1)) == ",");
    let apart = (whom..head).any(|at| line.word(at) == "," || line.is(at, &["they", "both"]));
    row.actor_at(end.checked_sub(1 + comma)?).filter(|actor| actor.is_person && !apart)
}

/// `Among the guests received by X in Oslo was Y`: the one whom the sentence picks out behind its verb.
pub(super) fn one_among_guests<'r>(row: &'r Row<'_>, trigger: &Trigger) -> Option<&'r Actor> {
    let line = &row.line;
    let (head, end) = (trigger.tokens.start, trigger.tokens.end);
    let among = trigger.frame == Frame::Hosts
        && line.is(end, &["by"])
        && line.holds(head.saturating_sub(AMONG_REACH).max(row.start)..head, &["among", "amongst"]);
    let limit = line.len().min(end + GUEST_REACH);
    let be =
        (end..limit).take_while(|&at| !clause::is_clause_end(line.word(at))).find(|&at| line.is(at, &["was", "were"]));
    be.filter(|_| among).and_then(|be| row.actor_at(be + 1)).filter(|actor| actor.is_person)
}

/// How many words before a participle `among those` may stand.
const AMONG_REACH: usize = 5;

/// How many words before its verb `whom` may stand.
const WHOM_REACH: usize = 8;

/// `received the leaders of the dockers' union`, `hosted envoys of three states`: people whom nobody names.
fn is_guest_without_a_name(row: &Row<'_>, from: usize) -> bool {
    let line = &row.line;
    let people = &[
        "leaders",
        "representatives",
        "delegation",
        "delegations",
        "ambassadors",
        "envoys",
        "officials",
        "ministers",
        "negotiators",
        "bishops",
        "executives",
        "executive",
        "presidents",
    ];
    let start = from + usize::from(line.is(from, &["a", "the", "his", "her", "by"]));
    let noun = (start..start + 3).find(|&at| line.is(at, people));
    noun.is_some_and(|noun| line.is(noun + 1, &["of", "from"]))
}

/// `received banana growers' leader X`, `was received by the state's junta chief, Colonel Y`: a name with nothing before
/// it but the words for what its bearer is.
fn guest_by_trade<'r>(row: &'r Row<'_>, from: usize) -> Option<&'r Actor> {
    let line = &row.line;
    let limit = line.len().min(from + TRADE_REACH);
    // "received today the imam X", "hosted on Monday by the mufti Y".
    // "the decision of the mayor, X": of an office only.
    let of_a_thing = |at: usize| line.is(at, &["of"]) && !is_title(line.word(at - 1)) && !line.is(at - 1, GUESTS);
    let passable = |at: usize| {
        line.is(at, &["on"])
            || line.is(at, &["by"]) && (at == from || row.is_date_at(at - 1))
            // "received at the summer palace the mufti X".
            || line.is(at, &["at", "in"]) && line.holds(at + 2..limit, &["the", "his", "her", "its"])
            || row.is_date_at(at)
            || matches!(line.word(at), "-" | "'" | "’" | "'s" | "’s" | ",")
            || line.word(at).chars().all(char::is_alphabetic)
                && !clause::is_preposition(line, at)
                && !clause::is_verb_like(line.word(at))
                && !line.is(at, NO_TRADE)
                && !of_a_thing(at)
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
