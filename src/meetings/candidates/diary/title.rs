//! Titles of diaries: a row at the head of an article in, whether it calls the article a diary, and of which office, out.
//!
//! **Why:** `agenda` and `programme` stand in the headlines of news as well; a title of a diary names its owner and tells
//! nothing of what anybody did.

use super::hours::{is_hour, weekday};
use super::{HEADED, HOUR_REACH, OFFICES};
use crate::meetings::scene::Row;

/// What a headline calls a diary.
const DIARIES: &[&str] = &[
    "diary",
    "engagements",
    "appointments",
    "schedule",
    "agenda",
    "calendar",
    "programme",
    "daybook",
    "itinerary",
    "audiences",
];
/// What is a diary only behind its owner: `The Minister's week`.
const TIMES: &[&str] = &["week", "day"];
/// The ending of a name that owns.
const OWNS: &[&str] = &["'s", "’s", "'", "’"];
/// Words that stand in the title of a diary beside its owner.
const OF_TITLES: &[&str] = &[
    "the", "public", "official", "weekly", "daily", "foreign", "prime", "deputy", "vice", "ministry", "office", "of",
    "for", "mr", "mrs", "ms", "dr", "'s", "’s", "'", "’", ":", ",", ".", "-", "–", "—", "|",
];
/// What newspapers call the list of what a royal house did.
pub(super) const COURTS: &[&str] = &["court circular", "court notices", "court news"];
/// Whether a row at the head of an article is the title of a diary, and no sentence about plans: `X's engagements`,
/// `Programme of the Minister`, but not `Minister X sets out her agenda`.
pub(super) fn is_title(row: &Row<'_>) -> bool {
    let line = &row.line;
    if line.len() > HOUR_REACH || matches!(line.word(line.len().wrapping_sub(1)), "." | "!" | "?") {
        return false;
    }
    let of_title = |at: usize| {
        line.is(at, OF_TITLES)
            || line.is(at, OFFICES)
            || line.is_capitalised(at) && (line.is(at + 1, OFFICES) || line.holds(0..at, &["of", "for"]))
            || row.actor_at(at).is_some()
            || row.spot_at(at).is_some()
            || row.people_at(at)
            || row.is_date_at(at)
    };
    let ends = |at: usize| {
        let mark = !line.word(at).chars().any(char::is_alphabetic) && !line.is(at, OWNS);
        let of = line.is(at, &["of", "for"]) && (line.is(at + 1, &["the"]) || line.is_capitalised(at + 1));
        mark || of || line.is(at, &["week"]) || weekday(line.word(at)).is_some() || row.is_date_at(at)
    };
    let named = |at: usize| line.is(at, DIARIES) || line.is(at, TIMES) && line.is(at.wrapping_sub(1), OWNS);
    let of_court = (0..line.len().min(HEADED)).any(|at| COURTS.iter().any(|words| line.reads(at, words)));
    of_court || (0..line.len()).any(|at| named(at) && (at + 1 == line.len() || ends(at + 1)) && (0..at).all(of_title))
}

/// Whether a row has an hour as the lines of diaries do, at its beginning or behind a mark: `9:15 Y`, `Mr Y, 9:15`, but not
/// `the hall opened at 9:15`.
pub(super) fn is_timed(row: &Row<'_>) -> bool {
    let line = &row.line;
    let apart = |at: usize| at < row.start + HEADED && !line.is(at.wrapping_sub(1), &["at"]);
    let marked = |at: usize| matches!(line.word(at.wrapping_sub(1)), "," | ":" | "(" | ";" | "-" | "–");
    (row.start..line.len()).any(|at| is_hour(line, at) && (apart(at) || marked(at)))
}

/// The office that the head of a diary tells last.
pub(super) fn office(head: &[Row<'_>]) -> Option<String> {
    let mut words = head.iter().flat_map(|row| (0..row.line.len()).map(move |at| (row, at)));
    words.rfind(|(row, at)| row.line.is(*at, OFFICES)).map(|(row, at)| row.line.word(at).to_lowercase())
}
