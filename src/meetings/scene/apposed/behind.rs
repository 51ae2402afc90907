//! Offices behind a name, and names that only say whose someone is: `X, founder of Acme`; `Y's predecessor, X`.
//!
//! **In:** a row with everyone in it. **Out:** the same, without those who are named to introduce somebody else.
//! **Why:** whoever leads a body acts for it, and the body is no third side; a predecessor's successor was not there.

use super::{ADJECTIVES, BEHIND, MOST_TITLES, OFFICES, is_within};
use crate::meetings::scene::{Actor, How, Row, Sides};

/// What someone is to somebody else, beside offices.
const RELATIONS: &[&str] = &[
    "predecessor",
    "successor",
    "rival",
    "deputy",
    "adviser",
    "advisor",
    "aide",
    "spokesman",
    "spokeswoman",
    "lawyer",
    "ally",
    "wife",
    "husband",
    "son",
    "daughter",
    "brother",
    "sister",
    "father",
    "mother",
    "widow",
];

/// `Y's predecessor, X`, `Y's foreign minister X`: Y is named to say who X is, and is not there.
pub(super) fn widen_over_owners(row: &mut Row<'_>) {
    let line = row.line;
    let mut owners = vec![];
    for (number, pair) in row.actors.windows(2).enumerate() {
        let [owner, next] = pair else { continue };
        let gap = owner.tokens.end..next.tokens.start;
        if !owner.is_person || !next.is_person || gap.len() > MOST_TITLES || !line.is(gap.start, &["'s", "’s"]) {
            continue;
        }
        let noun = next.tokens.start.wrapping_sub(1 + usize::from(line.word(next.tokens.start.wrapping_sub(1)) == ","));
        let relation = gap.contains(&noun) && (line.is(noun, RELATIONS) || line.is(noun, OFFICES));
        // "Biden's meeting with Prime Minister X" is no minister of Biden's.
        let parts = ["with", "to", "and", "of", "for", "by", "in", "on", "from", "at", "or"];
        if relation && !(gap.start + 1..noun).any(|at| line.is(at, &parts) || is_mark(line.word(at))) {
            owners.push((number, owner.tokens.start));
        }
    }
    for &(number, start) in &owners {
        if let Some(next) = row.actors.get_mut(number + 1) {
            next.tokens.start = start;
        }
    }
    let mut number = 0;
    row.actors.retain(|_| {
        number += 1;
        // They were found in order, and a text without full stops may have thousands.
        owners.binary_search_by_key(&number, |(owner, _)| owner + 1).is_err()
    });
}

/// Marks that part what stands beside each other.
fn is_mark(word: &str) -> bool {
    matches!(word, "," | "." | ";" | ":" | "(" | ")" | "“" | "”" | "\"" | "–" | "—")
}

/// Nouns of those who stand for a body without an office in it.
const STANDING: &[&str] =
    &["founder", "co", "owner", "member", "deputy", "spokesman", "spokeswoman", "veteran", "candidate"];
/// The most words of an office behind a name.
const LONGEST_BEHIND: usize = 12;

/// `X, leader of the Reform Party, met Y`: what stands in the aside belongs to X, who acts for it.
pub(super) fn widen_over_offices_behind(row: &mut Row<'_>, sides: &mut Sides) {
    let mut dropped = vec![false; row.actors.len()];
    let mut found = Vec::new();
    for (number, person) in row.actors.iter().enumerate() {
        let [(who, _)] = person.who.as_slice() else { continue };
        if !person.is_person || person.how == How::Described || dropped.get(number).copied().unwrap_or(false) {
            continue;
        }
        let Some(end) = office_behind(row, person) else { continue };
        for (at, other) in
            row.actors.iter().enumerate().skip(number + 1).take_while(|(_, other)| other.tokens.start < end)
        {
            if let ([(side, _)], Some(dropped)) = (other.who.as_slice(), dropped.get_mut(at)) {
                *dropped = true;
                if !other.is_person {
                    sides.add(who, side);
                }
            }
        }
        found.push((number, end));
    }
    for (number, end) in found {
        if let Some(person) = row.actors.get_mut(number) {
            person.tokens.end = end;
        }
    }
    let mut dropped = dropped.into_iter();
    row.actors.retain(|_| !dropped.next().unwrap_or(false));
}

/// Where the aside behind `person` ends that tells an office of a state or a body.
fn office_behind(row: &Row<'_>, person: &Actor) -> Option<usize> {
    let line = &row.line;
    let comma = person.tokens.end;
    let article = comma + 1 + usize::from(line.is(comma + 1, &["the", "a", "an", "his", "her", "its"]));
    if line.word(comma) != "," {
        return None;
    }
    let is_office = |at: usize| line.is(at, OFFICES) || line.is(at, STANDING);
    let light = |at: usize| line.is(at, ADJECTIVES) || row.people_at(at) || line.word(at) == "-";
    let office =
        (article..article + MOST_TITLES).find(|&at| !light(at) || is_office(at)).filter(|&at| is_office(at))?;
    let of = (office + 1..office + 4).find(|&at| line.is(at, &["of", "for", "at", "to"]))?;
    let limit = (of + LONGEST_BEHIND).min(line.len());
    let close =
        (of + 1..limit).find(|&at| !(line.is_capitalised(at) || line.is(at, WITHIN_BEHIND) || row.people_at(at)))?;
    // "X, leader of Acme and Y": the list goes on behind the aside.
    let body = row.actors_from(comma + 1).iter().take_while(|actor| actor.tokens.end <= close);
    let last = body.take_while(|actor| is_within(actor)).last()?;
    (last.tokens.end == close || line.is(close, BEHIND)).then_some(last.tokens.end)
}

/// Words within an office behind a name.
const WITHIN_BEHIND: &[&str] =
    &["of", "for", "to", "the", "de", "des", "la", "'s", "’s", "-", "council", "party", "union"];
