//! Those who only tell of it: someone in a sentence in, whether a verb of saying has them for its subject out.
//!
//! **Why:** `X met Y, the palace's spokesman Z said` puts whoever tells of a meeting right behind those who were in it, and a
//! comma between them makes no list.

use crate::meetings::scene::{Actor, Row};

/// What is done with news of a meeting.
const TELLS: &[&str] = &[
    "said",
    "says",
    "told",
    "tells",
    "added",
    "announced",
    "reported",
    "confirmed",
    "stated",
    "noted",
    "explained",
    "recalled",
    "disclosed",
    "tweeted",
];
/// How many words an aside behind the name may have.
const ASIDE: usize = 12;

/// `…, Z said`, `…, Z, who speaks for the palace, told reporters`.
pub(in crate::meetings::slots) fn only_tells(row: &Row<'_>, actor: &Actor) -> bool {
    let line = &row.line;
    let end = actor.tokens.end;
    let closes = || (end + 1..(end + ASIDE).min(line.len())).find(|&at| line.word(at) == ",");
    let verb = if line.word(end) == "," { closes().map(|comma| comma + 1) } else { Some(end) };
    let verb = verb.map(|verb| verb + usize::from(line.is(verb, &["later", "also", "then"])));
    let tells = |verb: usize| line.is(verb, TELLS) && !line.is_capitalised(verb) && !is_to_someone(row, verb);
    verb.is_some_and(tells) || speaks_for(row, end)
}

/// `In a call on Monday, X told President Y`: who says it to somebody by name speaks with them.
fn is_to_someone(row: &Row<'_>, verb: usize) -> bool {
    let line = &row.line;
    let next = row.actors_from(verb + 1).first().filter(|next| next.is_person && next.tokens.start <= verb + TITLE);
    line.is(verb, &["told", "tells"])
        && next.is_some_and(|next| (verb + 1..next.tokens.start).all(|at| line.is_capitalised(at)))
}

/// How many words behind `told` whom it is told may be named, behind a title.
const TITLE: usize = 5;

/// How many words the office of someone may have.
const OFFICE: usize = 8;

/// `…, Z's office said`, `…, Z's spokesman told reporters`.
fn speaks_for(row: &Row<'_>, end: usize) -> bool {
    let line = &row.line;
    let speakers =
        &["office", "spokesman", "spokeswoman", "spokesperson", "aide", "aides", "ministry", "press", "party"];
    let limit = line.len().min(end + OFFICE);
    let verb = (end..limit).find(|&at| line.is(at, TELLS));
    line.is(end, &["'s", "’s"])
        && line.holds(end + 1..end + 3, speakers)
        && verb.is_some_and(|verb| (end..verb).all(|at| line.word(at) != ","))
}
