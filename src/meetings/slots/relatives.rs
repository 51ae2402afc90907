//! Relative clauses behind a noun: `the round that he had in Tarn with X`, `the talks Y had in Oslo with Z`.
//!
//! **In:** a noun that tells of a meeting, in its sentence. **Out:** who holds it, by the clause behind it, and where that goes on. **Why:**
//! the sides of such a meeting are told behind the noun, by a verb of their own; whoever stands before it only speaks of it.

use std::ops::Range;

use super::{Named, is_title};
use crate::meetings::scene::Row;
use crate::meetings::triggers::Trigger;

/// Verbs of holding.
const HELD: &[&str] = &["held", "had", "hold", "have", "having", "conducted"];
/// What may stand before them, beside those who hold.
const LIGHT: &[&str] = &[
    "and",
    "he",
    "she",
    "they",
    "both",
    "the",
    "two",
    "his",
    "her",
    "will",
    "would",
    "to",
    "are",
    "is",
    "was",
    "were",
    "also",
    "then",
    "later",
    "just",
    "again",
    "has",
    "of",
    "men",
    "women",
    "sides",
    "leaders",
    "ministers",
    "presidents",
    "premiers",
    "counterpart",
    "colleague",
    "earlier",
    "already",
    "first",
    "pair",
];
/// What `had` helps to tell of something else than holding.
const OTHER_VERBS: &[&str] = &[
    "been", "sought", "come", "said", "taken", "given", "to", "not", "never", "seen", "begun", "set", "hoped", "led",
    "made",
];
/// How many words behind the noun the verb may stand.
const REACH: usize = 16;

/// Who holds the meeting, and behind which word that is told.
pub(super) struct Holding {
    /// The words of those who hold it.
    pub subject: Range<usize>,
    /// Behind the verb.
    pub end: usize,
}

impl Holding {
    /// Those who hold it, as far as people are named.
    pub(super) fn holders(&self, row: &Row<'_>) -> Vec<Named> {
        let holders =
            row.actors_from(self.subject.start).iter().take_while(|actor| actor.tokens.end <= self.subject.end);
        holders.filter(|actor| actor.is_person).flat_map(Named::of_actor).collect()
    }
}

/// The clause behind the noun of `trigger` that tells who held it.
pub(super) fn holding(row: &Row<'_>, trigger: &Trigger) -> Option<Holding> {
    let line = &row.line;
    let noun = trigger.tokens.end;
    if trigger.is_verb() {
        return None;
    }
    let comma = usize::from(line.word(noun) == ",");
    let relative = line.is(noun + comma, &["which", "that"]);
    if comma == 1 && !relative {
        return None;
    }
    let from = noun + comma + usize::from(relative);
    let someone = |at: usize| {
        row.actor_at(at).is_some()
            || line.is(at, &["he", "she", "they", "the", "both"])
            || is_title(&line.word(at).to_lowercase())
    };
    if !someone(from) {
        return None;
    }
    let of_them = |at: usize| {
        row.actor_at(at).is_some()
            || line.is(at, LIGHT)
            || line.is_capitalised(at)
            || is_title(&line.word(at).to_lowercase())
    };
    let verb = (from + 1..from + REACH).find(|&at| line.is(at, HELD) || !of_them(at))?;
    let last = (verb..verb + 3).take_while(|&at| line.is(at, HELD)).last()?;
    let other = line.is(last + 1, OTHER_VERBS) || line.word(last + 1).ends_with("ed");
    (!other).then_some(Holding { subject: from..verb, end: last + 1 })
}

/// Whether those who hold it are only pointed at: `the round that both had`.
pub(super) fn is_of_those_told(row: &Row<'_>, trigger: &Trigger) -> bool {
    holding(row, trigger).is_some_and(|holding| row.line.holds(holding.subject, &["they", "two", "both", "pair"]))
}

/// `praised the talks that Y held with X`: whoever is told before the noun took no part.
pub(super) fn is_of_others(row: &Row<'_>, trigger: &Trigger) -> bool {
    holding(row, trigger).is_some() && !is_of_those_told(row, trigger)
}
