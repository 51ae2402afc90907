//! Offices set beside a name: `the Ambassador of Sudonia to Quillia, Mr X`, `the Minister for Trade, X`; `X, founder of Acme`;
//! `Y's predecessor, X`.
//!
//! **In:** a row with everyone in it. **Out:** the same, with the words of the office belonging to the one who holds it, and
//! the states and bodies in them remembered as the sides for which that one acts. **Why:** such an office may be many
//! words long and name two states, of which neither meets; and `for Trade` opens no topic.

mod behind;

use super::{Actor, How, Row, Sides};
use behind::{widen_over_offices_behind, widen_over_owners};

/// Nouns of an office whose holder is told behind a comma.
const OFFICES: &[&str] = &[
    "ambassador",
    "envoy",
    "minister",
    "president",
    "premier",
    "chancellor",
    "chairman",
    "chairwoman",
    "chair",
    "secretary",
    "secretary-general",
    "governor",
    "mayor",
    "commissioner",
    "representative",
    "emissary",
    "king",
    "queen",
    "emperor",
    "emir",
    "sultan",
    "prince",
    "patriarch",
    "archbishop",
    "bishop",
    "cardinal",
    "leader",
    "chief",
    "head",
    "director",
    "director-general",
    "speaker",
    "counterpart",
    "colleague",
    "number",
    "commander",
    "negotiator",
    "mediator",
    "consul",
    "taoiseach",
    "consul-general",
    "executive",
    "general",
    "boss",
];
/// Words that stand before an office.
const BEFORE: &[&str] =
    &["the", "a", "an", "his", "her", "its", "their", "'s", "’s", "new", "visiting", "outgoing", "then"];
/// Articles and possessives, which open its phrase.
const OPENING: &[&str] = &["the", "a", "an", "his", "her", "its", "their"];
/// Adjectives of an office.
const ADJECTIVES: &[&str] = &[
    "prime",
    "foreign",
    "deputy",
    "vice",
    "special",
    "party",
    "opposition",
    "newly",
    "appointed",
    "trade",
    "finance",
    "chief",
    "former",
    "military",
    "rebel",
    "union",
    "opposite",
    "defence",
    "defense",
    "local",
    "regional",
    "caretaker",
    "national",
    "acting",
    "interior",
    "permanent",
    "resident",
    "federal",
    "peace",
    "personal",
    "farm",
    "agriculture",
    "energy",
];
/// Words within an office: of what, for what, to which state.
const WITHIN: &[&str] =
    &["of", "for", "to", "in", "at", "and", "the", "on", "de", "des", "la", "'s", "’s", "-", "affairs"];
/// Forms of address between the comma and the name.
const ADDRESS: &[&str] = &[
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "dr",
    "dr.",
    "h.e.",
    "h.e",
    "h",
    "e",
    ".",
    "his",
    "her",
    "excellency",
    "comrade",
    "sir",
];
/// Words that may follow a name which stands beside its office: another verb would make it a subject of its own.
const BEHIND: &[&str] = &[
    ",",
    ".",
    ";",
    ")",
    "(",
    ":",
    "–",
    "—",
    "in",
    "at",
    "on",
    "for",
    "to",
    "today",
    "yesterday",
    "this",
    "with",
    "over",
    "during",
    "and",
    "who",
    "last",
    "late",
    "as",
    "by",
    "before",
    "after",
    "here",
    "early",
    "about",
    "near",
    "alone",
    "from",
    "tomorrow",
    "tonight",
    "next",
    "earlier",
    "again",
    "privately",
    "separately",
    "under",
    "but",
    "while",
];
/// The most words of an office …
const LONGEST: usize = 16;
/// … and between the comma and the name.
const MOST_TITLES: usize = 6;

/// Gives everyone told behind an office its words.
pub(super) fn widen(row: &mut Row<'_>, sides: &mut Sides) {
    widen_over_owners(row);
    widen_over_offices_behind(row, sides);
    let mut floor = row.start;
    let mut found = Vec::new();
    for (number, actor) in row.actors.iter().enumerate() {
        if !actor.is_person || actor.how == How::Described {
            continue;
        }
        if let Some(start) = office_before(row, actor, floor) {
            found.push((number, start));
        }
        if actor.how != How::Described {
            floor = actor.tokens.end;
        }
    }
    let mut dropped = vec![false; row.actors.len()];
    for &(number, start) in &found {
        let Some(person) = row.actors.get(number) else { continue };
        let end = person.tokens.start;
        let [(who, _)] = person.who.as_slice() else { continue };
        let mut side = None;
        let near = row.actors.iter().enumerate().take(number).rev().take(LONGEST);
        for (at, other) in near.take_while(|(_, other)| other.tokens.start >= start) {
            if !is_within(other) || other.tokens.end > end {
                continue;
            }
            if let [(told, _)] = other.who.as_slice() {
                side = Some(told).filter(|_| !other.is_person).or(side);
            }
            if let Some(dropped) = dropped.get_mut(at) {
                *dropped = true;
            }
        }
        if let Some(side) = side {
            sides.add(who, side);
        }
    }
    for (number, start) in found {
        if let Some(actor) = row.actors.get_mut(number) {
            actor.tokens.start = start;
        }
    }
    let mut dropped = dropped.into_iter();
    row.actors.retain(|_| !dropped.next().unwrap_or(false));
}

/// A state or body of which the office is, or the one whom an envoy comes from.
fn is_within(actor: &Actor) -> bool {
    !actor.is_person || actor.how == How::Described
}

/// Where the office begins whose holder is `person`, told behind a comma; not before `floor`.
fn office_before(row: &Row<'_>, person: &Actor, floor: usize) -> Option<usize> {
    let line = &row.line;
    let (start, end) = (person.tokens.start, person.tokens.end);
    let follows = end >= line.len() || line.is(end, BEHIND) || row.is_date_at(end);
    let comma = (start.saturating_sub(MOST_TITLES).max(floor)..start).rev().find(|&at| line.word(at) == ",")?;
    let address = |at: usize| line.is(at, ADDRESS) || line.is_capitalised(at);
    if !follows || !(comma + 1..start).all(address) {
        return None;
    }
    let low = comma.saturating_sub(LONGEST).max(floor);
    let passes = |at: usize| {
        line.is_capitalised(at)
            || line.is(at, WITHIN)
            || line.is(at, OFFICES)
            || row.people_at(at)
            || row.spot_at(at).is_some()
            || row.actor_at(at).is_some_and(is_within)
            || line.is(at, ADJECTIVES)
    };
    let mut office = None;
    let mut at = comma;
    while let Some(before) = at.checked_sub(1).filter(|before| *before >= low && passes(*before)) {
        at = before;
        if line.is(at, OFFICES) && introduced(row, at) {
            // "the envoy of the Sudonian president, Mr X" is the envoy.
            let whole = phrase(row, at, low);
            office = Some(whole);
            let of = whole.checked_sub(1).filter(|&of| line.is(of, &["of", "to"]));
            if of.is_none() {
                break;
            }
        }
    }
    office
}

/// Whether an article, a people or a possessive opens the phrase of the office at `at`.
fn introduced(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    let low = at.saturating_sub(4);
    (low..at).any(|at| line.is(at, BEFORE) || row.people_at(at)) || line.is_capitalised(at)
}

/// Where the phrase of the office at `at` begins: adjectives, peoples and the state whose office it is.
fn phrase(row: &Row<'_>, at: usize, low: usize) -> usize {
    let line = &row.line;
    let light = |at: usize| {
        line.is(at, BEFORE)
            || row.people_at(at)
            || line.is_capitalised(at)
            || line.is(at, ADJECTIVES)
            || row.actor_at(at).is_some_and(is_within)
    };
    let mut start = at;
    while let Some(before) = start.checked_sub(1).filter(|&before| before >= low && light(before)) {
        if row.is_date_at(before) {
            break;
        }
        start = before;
        if line.is(before, OPENING) {
            break;
        }
    }
    start
}
