//! Tables and houses: nouns that tell of a meeting by where somebody sits and whose guest one is.
//!
//! **In:** a sentence and the position of a noun. **Out:** whether people meet there: `over lunch with X`, `a banquet in honour of
//! X`, `sat on X's sofa`, `was X's guest`. **Why:** most lunches, sofas and guests are nobody's meeting; the words
//! around them tell.

use super::hospitality;
use crate::language::Line;
use crate::meetings::types::MeetingKind;

/// What kind of meeting the noun `word` at `at` tells of.
pub(super) fn kind(line: &Line<'_>, at: usize, word: &str) -> Option<MeetingKind> {
    let rooms = ["table", "sofa", "kitchen", "house", "villa", "home", "dacha", "ranch", "farm", "study"];
    let is_one = word == "guest" && is_guest(line, at) || rooms.contains(&word) && is_somebodys(line, at);
    is_one.then_some(MeetingKind::Talks)
}

/// `was the guest of the king`, `was X's guest`.
fn is_guest(line: &Line<'_>, at: usize) -> bool {
    let own = line.is(at.wrapping_sub(1), &["'s", "’s"])
        && line.is_capitalised(at.wrapping_sub(2))
        && line.holds(at.saturating_sub(OWNER_REACH)..at, &["was", "be", "is"]);
    own || line.is(at + 1, &["of"]) && line.is(at.wrapping_sub(1), &["the", "a"])
}

/// `was at X's table`, `spent three hours in X's kitchen`: whoever is there sits with the one whose it is.
fn is_somebodys(line: &Line<'_>, at: usize) -> bool {
    let own = at.wrapping_sub(1);
    if !line.is(own, &["'s", "’s"]) || !line.is_capitalised(at.wrapping_sub(2)) {
        return false;
    }
    let lead = (at.saturating_sub(OWNER_REACH)..at - 1).rev().find(|&lead| line.is(lead, &["at", "in", "on"]));
    let stays = &["was", "were", "sat", "spent", "dined", "ate"];
    lead.is_some_and(|lead| line.holds(lead.saturating_sub(OWNER_REACH)..lead, stays))
}

/// How many words before a table whose it is may be told, and before that who sits there.
const OWNER_REACH: usize = 6;

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
        || hospitality::is_of_two_somewhere(line, at)
        || hospitality::is_at_anothers(line, at)
}

/// `a banquet this evening in honour of X`.
pub(super) fn is_in_honour(line: &Line<'_>, at: usize) -> bool {
    (at + 1..at + HONOUR_REACH).any(|at| line.reads(at, "in honour of") || line.reads(at, "in honor of"))
}

/// How many words behind a meal it may be told in whose honour it is given.
const HONOUR_REACH: usize = 7;

/// `Merkel-Macron`: two names that a hyphen makes one word.
fn is_pair_in_one_word(word: &str) -> bool {
    let capital = |half: &str| half.starts_with(char::is_uppercase) && half.chars().count() > 2;
    word.split_once(['-', '–', '‑']).is_some_and(|(one, other)| capital(one) && capital(other))
}
