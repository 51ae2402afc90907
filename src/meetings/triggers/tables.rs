//! Tables and houses: nouns that tell of a meeting by where somebody sits and whose guest one is.
//!
//! **In:** a sentence and the position of a noun. **Out:** whether people meet there: `over lunch with X`, `a banquet in honour of
//! X`, `dined by X's hearth`, `was X's guest`. **Why:** most lunches, sofas and guests are nobody's meeting; the words
//! around them tell.

use crate::language::{Line, WordList};
use crate::meetings::types::MeetingKind;

/// What a host has his guests sit at or on …
const SEATS: &[&str] = &["table", "sofa", "couch", "fireside", "hearth", "bedside"];
/// … and the rooms and houses to which they come.
const ROOMS: &[&str] = &["kitchen", "house", "villa", "home", "dacha", "ranch", "farm", "study"];

/// What somebody has for himself, and has others come to.
pub(super) const HOMES: &[&str] = &[
    "home",
    "house",
    "residence",
    "table",
    "villa",
    "flat",
    "hand",
    "office",
    "homestead",
    "farm",
    "farmhouse",
    "ranch",
    "estate",
    "dacha",
    "tent",
    "compound",
    "lodge",
    "cottage",
    "apartment",
];

/// What kind of meeting the noun `word` at `at` tells of.
pub(super) fn kind(line: &Line<'_>, at: usize, word: &str) -> Option<MeetingKind> {
    // Asked of every word.
    const IN_HOUSES: WordList = WordList::of(ROOMS);
    const TO_SIT_AT: WordList = WordList::of(SEATS);
    let is_place = IN_HOUSES.contains(word) || TO_SIT_AT.contains(word);
    let is_one = word == "guest" && is_guest(line, at) || is_place && is_somebodys(line, at);
    is_one.then_some(MeetingKind::Talks)
}

/// `was the guest of the king`, `was X's guest`.
fn is_guest(line: &Line<'_>, at: usize) -> bool {
    let own = line.is(at.wrapping_sub(1), &["'s", "’s"])
        && line.is_capitalised(at.wrapping_sub(2))
        && line.holds(at.saturating_sub(OWNER_REACH)..at, &["was", "be", "is"]);
    own || line.is(at + 1, &["of"]) && line.is(at.wrapping_sub(1), &["the", "a"])
}

/// `was in X's study`, `spent three hours in X's kitchen`: whoever is there sits with the one whose it is; who was arrested or
/// born there does not.
fn is_somebodys(line: &Line<'_>, at: usize) -> bool {
    let own = at.wrapping_sub(1);
    if !line.is(own, &["'s", "’s"]) || !line.is_capitalised(at.wrapping_sub(2)) {
        return false;
    }
    let lead = (at.saturating_sub(OWNER_REACH)..at - 1).rev().find(|&lead| line.is(lead, &["at", "in", "on"]));
    lead.is_some_and(|lead| {
        line.is(lead.wrapping_sub(1), &["was", "were"])
            || line.holds(lead.saturating_sub(OWNER_REACH)..lead, &["sat", "spent", "dined", "ate"])
    })
}

/// How many words before a table whose it is may be told, and before that who sits there.
const OWNER_REACH: usize = 6;

/// `was at X's table`, `dined by X's hearth`: where the host's name begins, behind a verb (`is_be`: a form of `to be`).
pub(super) fn end_at_table(line: &Line<'_>, at: usize, is_be: bool) -> Option<usize> {
    let seats: &[&str] = if is_be { &["table"] } else { SEATS };
    let far = if is_be { 2 } else { 6 };
    let lead = (at + 1..at + far).find(|&lead| line.is(lead, if is_be { &["at"] } else { &["at", "on", "by"] }))?;
    let of_a_host =
        |seat: usize| line.is(seat, seats) && line.is(seat - 1, &["'s", "’s"]) && !line.is(seat + 1, &["of", "tennis"]);
    let name = line.is_capitalised(lead + 1) || line.is(lead + 1, &["the", "his", "her"]);
    (name && (lead + 2..lead + TABLE_REACH).any(of_a_host)).then_some(lead + 1)
}

/// Whether the noun is one whose owner is there too: a table at which people sit, a hand that is shaken (`Y's table`, `Y's hand`).
pub(in crate::meetings) fn brings_its_owner(line: &Line<'_>, noun: usize) -> bool {
    line.is(noun, SEATS) || line.is(noun, &["hand", "hands"])
}

/// How many words behind a verb the table may stand.
const TABLE_REACH: usize = 12;

/// `over lunch with`, `a working dinner with`, `a dinner for`.
pub(super) fn eats_with_someone(line: &Line<'_>, at: usize) -> bool {
    let before = &["working", "over", "another", "private", "business", "official", "state", "at"];
    line.is(at + 1, &["with", "between", "for"])
        || is_in_honour(line, at)
        // "a Merkel-Macron dinner".
        || is_pair_in_one_word(line.before(at))
        || line.is(at.wrapping_sub(1), before)
        || line.is(at.wrapping_sub(1), &["a"]) && line.is(at.wrapping_sub(2), &["at", "over"])
        || (at + 1..at + 8).any(|at| super::is_home(line, at))
        || is_of_two_somewhere(line, at)
        || is_held_by_someone(line, at)
        || is_at_anothers(line, at)
}

/// `a banquet this evening in honour of X`.
pub(super) fn is_in_honour(line: &Line<'_>, at: usize) -> bool {
    (at + 1..at + HONOUR_REACH).any(|at| is_honour(line, at))
}

/// `in honour of`, in both spellings.
pub(super) fn is_honour(line: &Line<'_>, at: usize) -> bool {
    line.reads(at, "in honour of") || line.reads(at, "in honor of")
}

/// How many words behind a meal it may be told in whose honour it is given.
const HONOUR_REACH: usize = 7;

/// `Merkel-Macron`: two names that a hyphen makes one word.
fn is_pair_in_one_word(word: &str) -> bool {
    let capital = |half: &str| half.starts_with(char::is_uppercase) && half.chars().count() > 2;
    word.split_once(['-', '–', '‑']).is_some_and(|(one, other)| capital(one) && capital(other))
}

/// `at President X's dinner in Oslo`, `during Y's lunch`: whose meal it is sits there too.
fn is_at_anothers(line: &Line<'_>, meal: usize) -> bool {
    let owned = line.is(meal.wrapping_sub(1), &["'s", "’s"]) && line.is_capitalised(meal.wrapping_sub(2));
    owned
        && (meal.saturating_sub(MEAL_REACH)..meal)
            .any(|at| line.is(at, &["at", "during", "over"]) && line.is_capitalised(at + 1))
}

/// How many words before a meal `at` may stand.
const MEAL_REACH: usize = 8;

/// `a lunch in Oslo between X and Y`, `began with breakfast at the Old Mill with President X`: told with its place before its
/// sides.
fn is_of_two_somewhere(line: &Line<'_>, at: usize) -> bool {
    let own = (at + 2..at + SIDES_REACH).take_while(|&at| line.word(at).chars().any(char::is_alphanumeric));
    let with = |at: usize| {
        line.is(at, &["with"]) && (line.is_capitalised(at + 1) || super::someone::is_by_office(line, at + 1))
    };
    line.is(at + 1, &["in", "at", "on"]) && own.into_iter().any(|at| line.is(at, &["between"]) || with(at))
}

/// `the brunch that the two had in Tarn`, `a lunch that X had with Y`.
fn is_held_by_someone(line: &Line<'_>, at: usize) -> bool {
    let verb = (at + 2..at + SIDES_REACH).find(|&at| line.is(at, &["held", "had", "hosted", "shared"]));
    let someone = |at: usize| line.is_capitalised(at) || line.is(at, &["he", "she", "they", "the", "his", "her"]);
    let took_part = (at + 1..at + SIDES_REACH).any(|at| line.reads(at, "in which"))
        && (at + 3..at + HELD_REACH).any(|at| line.reads(at, "took part") || line.reads(at, "take part"));
    line.is(at + 1, &["which", "that"]) && someone(at + 2) && verb.is_some() || took_part
}

/// How many words behind a meal it may be told that somebody took part.
const HELD_REACH: usize = 28;

/// How many words behind a meal `between` may stand.
const SIDES_REACH: usize = 9;
