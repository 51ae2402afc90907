//! States that no table knows: places of a story in, those among them that govern and negotiate out.
//!
//! **In:** the rows of a story with the places named in them. **Out:** the same, with a place as an actor wherever it is
//! named, if the story once gives it what only states have: a president, a government, a foreign minister. **Why:** of
//! `the leaders of Merovia and the Tarsk Republic` and `Merovia's government` English says what they are; no list has all
//! the countries there were.

use std::collections::HashSet;
use std::ops::Range;

use super::Row;
use crate::language::{EntityId, Facts, Line, NameKind};

/// Those whom only a state has; `of` it, or behind it.
const OFFICES: &[&str] = &[
    "president",
    "presidents",
    "government",
    "governments",
    "minister",
    "ministers",
    "premier",
    "premiers",
    "chancellor",
    "leaders",
    "king",
    "queen",
    "parliament",
    "ambassador",
    "ambassadors",
    "embassy",
    "army",
    "republic",
    "kingdom",
];
/// Words that may stand before such a noun.
const QUALIFIERS: &[&str] = &["foreign", "prime", "defence", "defense", "finance", "interior", "vice", "deputy"];

/// Adds the states that only the story knows to the actors of every row.
pub(super) fn add(rows: &mut [Row<'_>], facts: &Facts) {
    let mut realms: HashSet<EntityId> = HashSet::new();
    for row in rows.iter() {
        let mut listed = false;
        for (number, spot) in row.spots.iter().enumerate() {
            let is_listed = listed
                && number.checked_sub(1).and_then(|number| row.spots.get(number)).is_some_and(|last| {
                    let gap = last.tokens.end..spot.tokens.start;
                    gap.len() <= 3 && gap.clone().all(|at| row.line.is(at, &["and", ",", "the"]))
                });
            listed = is_listed || is_of_state(&row.line, &spot.tokens);
            let is_unknown = || facts.state_of(&spot.id, &spot.name).is_none() && !facts.knows(&spot.id, &spot.name);
            if listed && !realms.contains(&spot.id) && is_unknown() {
                realms.insert(spot.id.clone());
            }
        }
    }
    if realms.is_empty() {
        return;
    }
    for row in rows {
        let told: Vec<_> = row.spots.iter().filter(|spot| realms.contains(&spot.id)).cloned().collect();
        for spot in told {
            row.add_body(spot.tokens, &spot.id, &spot.name, NameKind::Place);
        }
        row.actors.sort_by_key(|actor| (actor.tokens.start, std::cmp::Reverse(actor.tokens.end)));
    }
}

/// `the president of X`, `X's foreign minister`, `the X government`.
fn is_of_state(line: &Line<'_>, place: &Range<usize>) -> bool {
    let mut before = place.start;
    let back = |at: usize| at.checked_sub(1);
    if let Some(at) = back(before).filter(|&at| line.is(at, &["the"])) {
        before = at;
    }
    let of = back(before).filter(|&at| line.is(at, &["of"])).and_then(back);
    if of.is_some_and(|at| line.is(at, OFFICES)) {
        return true;
    }
    // "the minister of trade of X".
    let ministry = of.and_then(back).filter(|&at| line.is(at, &["of", "for"])).and_then(back);
    if ministry.is_some_and(|at| line.is(at, &["minister", "ministry", "secretary"])) {
        return true;
    }
    let owned = line.is(place.end, &["'s", "’s"]);
    let mut at = place.end + usize::from(owned);
    while line.is(at, QUALIFIERS) {
        at += 1;
    }
    // "the Kolm king" is as rare as "the Kolm army" is a street's.
    line.is(at, OFFICES) && (owned || at > place.end || line.is(at, &["government", "president", "leaders"]))
}
