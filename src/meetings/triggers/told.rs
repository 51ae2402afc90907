//! Words said to somebody's face: a position in a sentence in, whether a verb of telling has somebody somewhere for its
//! object out.
//!
//! **Why:** `X told President Y in Oslo on Monday that the port was open` tells that the two were together; who tells a newspaper, a
//! parliament, a judge or nobody in particular meets none of ours, and `in March` and `in French` are nowhere.

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
/// Who hears what is told as a witness tells it.
const OF_A_COURT: &[&str] = &[
    "judge",
    "judges",
    "justice",
    "magistrate",
    "magistrates",
    "court",
    "tribunal",
    "coroner",
    "prosecutor",
    "inspector",
    "detective",
    "sheriff",
];
/// Times with a capital: what stands behind `in` and is none of a place …
pub(super) const TIMES: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "spring",
    "summer",
    "autumn",
    "winter",
    "christmas",
    "easter",
    "lent",
    "advent",
    "ramadan",
];
/// … or a language that ends as no other does.
const LANGUAGES: &[&str] = &[
    "french",
    "german",
    "greek",
    "dutch",
    "arabic",
    "hebrew",
    "latin",
    "czech",
    "mandarin",
    "hindi",
    "urdu",
    "swahili",
    "farsi",
    "pashto",
    "dari",
    "thai",
    "welsh",
    "basque",
    "catalan",
    "icelandic",
    "gaelic",
    "tamil",
];
/// How many words behind `at the` its house may stand.
const HOUSE_REACH: usize = 4;

/// The trigger that begins at `at`: weak, as what is said may be told of a meeting that other words tell.
pub(super) fn at(line: &Line<'_>, at: usize) -> Option<Trigger> {
    if !line.is(at, TELLS) || !line.is_capitalised(at + 1) {
        return None;
    }
    let end = end_of_name(line, at + 1);
    let town = line.is(end, &["in"]) && line.is_capitalised(end + 1) && !is_month_or_language(line, end + 1);
    let house = line.is(end, &["at"])
        && line.is(end + 1, &["the", "his", "her"])
        && line.holds(end + 2..end + 2 + HOUSE_REACH, HOUSES);
    // "had told", "was told": of before, or by nobody.
    let had = line.holds(at.saturating_sub(2)..at, &["had", "was", "were", "been", "not", "never", "be", "to", "have"]);
    let written = line.holds(
        end..end + WRITTEN_REACH,
        &["letter", "statement", "interview", "message", "telegram", "tweet", "email"],
    );
    let person = !line.is(end - 1, &["'s", "’s"]) && !line.holds(at + 1..end, OF_A_COURT);
    ((town || house) && !had && !written && person).then(|| Trigger {
        is_in_person: true,
        is_weak: true,
        ..Trigger::plain(at..at + 1, MeetingKind::Talks, Frame::Meets)
    })
}

/// `in April`, `in English`: behind `in` and with a capital, and no town. A language of one word ends as `Finnish`, `Maltese`
/// or `Latvian` do, and hardly any town does.
fn is_month_or_language(line: &Line<'_>, at: usize) -> bool {
    let named_so = |ending: &str| line.word(at).len() > ending.len() + 2 && line.word(at).ends_with(ending);
    let language = line.is(at, LANGUAGES) || ["ish", "ese", "ian"].iter().any(|ending| named_so(ending));
    line.is(at, TIMES) || language && !line.is_capitalised(at + 1)
}

/// How many words behind a name the letter may stand in which something is told.
const WRITTEN_REACH: usize = 8;
