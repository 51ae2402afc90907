//! What is received that is no guest: a participle in, yes or no out.
//!
//! **Why:** `the requests received by the minister` and `the delegates received by the minister` differ in one noun.

use super::GUESTS;
use crate::meetings::scene::Row;
use crate::meetings::slots::is_title;
use crate::meetings::slots::unnamed::OFFICES;

/// `the requests received by the government`: things, where nobody stands before the participle at `head`.
pub(super) fn are_received(row: &Row<'_>, head: usize) -> bool {
    row.line.is(head, &["received", "welcomed", "greeted"])
        && are_things(row.line.before(head))
        && row.actor_at(head.wrapping_sub(1)).is_none()
}

/// Whether a noun in the plural is none for people.
fn are_things(noun: &str) -> bool {
    let one = noun.strip_suffix('s').filter(|one| one.len() > 1 && one.chars().all(char::is_lowercase));
    let people = |one: &str| {
        [noun, one].iter().any(|word| is_title(word) || GUESTS.contains(word))
            || OFFICES.contains(&one)
            || PEOPLE.contains(&noun)
    };
    one.is_some_and(|one| !people(one))
}

/// More words for people who are received.
const PEOPLE: &[&str] = &[
    "guests",
    "visitors",
    "delegates",
    "dignitaries",
    "diplomats",
    "emissaries",
    "mediators",
    "lawmakers",
    "deputies",
    "senators",
    "politicians",
    "heads",
    "chiefs",
    "commanders",
    "generals",
    "princes",
    "monarchs",
    "royals",
    "chairmen",
    "statesmen",
    "colleagues",
    "allies",
    "rivals",
    "businessmen",
    "bankers",
    "members",
    "persons",
    "others",
    "foreigners",
    "observers",
    "inspectors",
    "experts",
    "clerics",
    "priests",
    "elders",
    "activists",
    "dissidents",
    "victims",
    "survivors",
    "hostages",
    "prisoners",
    "refugees",
    "veterans",
    "athletes",
    "players",
    "students",
    "scientists",
    "writers",
    "artists",
];
