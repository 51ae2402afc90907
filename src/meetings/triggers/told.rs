//! Words said to somebody's face: a position in a sentence in, whether a verb of telling has somebody somewhere for its
//! object out.
//!
//! **Why:** `X told President Y in Oslo on Monday that the port was open` tells that the two were together; who tells a newspaper, a
//! parliament or nobody in particular meets none of ours.

use super::company::end_of_name;
use super::{Frame, Trigger};
use crate::language::Line;
use crate::meetings::types::MeetingKind;

/// What is said to somebody who stands there; one urges and warns over the sea.
const TELLS: &[&str] = &["told", "assured", "informed", "briefed"];
/// Houses in which somebody is told something.
const HOUSES: &[&str] = &[
    "palace",
    "residence",
    "office",
    "villa",
    "ministry",
    "airport",
    "headquarters",
    "embassy",
    "kremlin",
    "elysee",
    "dacha",
];
/// How many words behind `at the` its house may stand.
const HOUSE_REACH: usize = 4;

/// The trigger that begins at `at`: weak, as what is said may be told of a meeting that other words tell.
pub(super) fn at(line: &Line<'_>, at: usize) -> Option<Trigger> {
    if !line.is(at, TELLS) || !line.is_capitalised(at + 1) {
        return None;
    }
    let end = end_of_name(line, at + 1);
    let town = line.is(end, &["in"]) && line.is_capitalised(end + 1);
    let house = line.is(end, &["at"])
        && line.is(end + 1, &["the", "his", "her"])
        && line.holds(end + 2..end + 2 + HOUSE_REACH, HOUSES);
    // "had told", "was told": of before, or by nobody.
    let had = line.holds(at.saturating_sub(2)..at, &["had", "was", "were", "been", "not", "never", "be", "to", "have"]);
    let written = line.holds(
        end..end + WRITTEN_REACH,
        &["letter", "statement", "interview", "message", "telegram", "tweet", "email"],
    );
    let person = !line.is(end - 1, &["'s", "’s"]);
    ((town || house) && !had && !written && person).then(|| Trigger {
        is_in_person: true,
        is_weak: true,
        ..Trigger::plain(at..at + 1, MeetingKind::Talks, Frame::Meets)
    })
}

/// How many words behind a name the letter may stand in which something is told.
const WRITTEN_REACH: usize = 8;
