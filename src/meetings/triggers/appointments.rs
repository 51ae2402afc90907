//! Visits, calls and appointments: nouns that tell of somebody who goes to see somebody, a position in a sentence in, their
//! kind out.
//!
//! **Why:** one pays a visit to a minister and to a museum, has an appointment with a king and one as a judge, and spends a
//! weekend with a president and with a book; what stands behind the noun decides.

use super::someone;
use crate::language::Line;
use crate::meetings::types::MeetingKind;

/// What kind of meeting the noun `word` at `at` tells of, one of `visit`, `trip`, `appointment`, `call`, `interaction` and
/// hours of the day.
pub(super) fn kind(line: &Line<'_>, at: usize, word: &str) -> Option<MeetingKind> {
    let near = |words: &[&str]| line.holds(at.saturating_sub(4)..at, words);
    Some(match word {
        "visit"
            if line.is(at + 1, &["to"])
                && (someone::is_by_office(line, at + 2) || someone::is_by_trade(line, at + 2)) =>
        {
            MeetingKind::Talks
        }
        "appointment" if is_kept(line, at) => MeetingKind::Talks,
        // "received a visit from X".
        "visit"
            if line.is(at + 1, &["from"])
                && line.is_capitalised(at + 2)
                && near(&["received", "receives", "had", "got", "after", "during"]) =>
        {
            MeetingKind::Talks
        }
        // "planned to visit the island" is a verb.
        "visit" if line.is(at.wrapping_sub(1), &["to", "will", "would", "could", "may", "should", "might"]) => {
            return None;
        }
        "visit" | "trip" => MeetingKind::Visit,
        // "had a courtesy call from the envoy", who came in person.
        "call" if is_paid(line, at) => MeetingKind::Talks,
        "call" => MeetingKind::Call,
        // "had a brief interaction with the premier, Y".
        "interaction"
            if line.is(at + 1, &["with"]) && is_one(line, at + 2)
                || line.is(at + 1, &["between"]) && line.is_capitalised(at + 2) =>
        {
            MeetingKind::Talks
        }
        "weekend" | "evening" | "afternoon" | "day" if is_spent_with_someone(line, at) => MeetingKind::Talks,
        _ => return None,
    })
}

/// Whether the call at `at` is one that is paid, at a desk and not on the telephone.
fn is_paid(line: &Line<'_>, at: usize) -> bool {
    line.is(at.wrapping_sub(1), &["courtesy", "farewell", "protocol", "introductory"])
}

/// `had an appointment with X`, `An appointment with President X was called off`; not one that is missed or made as something.
fn is_kept(line: &Line<'_>, at: usize) -> bool {
    let low = at.saturating_sub(4);
    let someone = line.is_capitalised(at + 2) || line.is(at + 2, &["the", "his", "her"]);
    let had = line.holds(low..at, &["has", "had", "have", "kept", "for", "got"]);
    let owned = line.is(at.wrapping_sub(1), &["an", "his", "her", "their", "the", "'s", "’s"]);
    let lost = line.holds(low..at, &["missed", "seeking", "sought", "without", "requested", "wants"]);
    line.is(at + 1, &["with"]) && someone && (had || owned && someone::is_by_office(line, at + 2)) && !lost
}

/// `for a weekend with President X`, `spent the evening with the premier, Y`.
fn is_spent_with_someone(line: &Line<'_>, at: usize) -> bool {
    let spent = line.holds(at.saturating_sub(3)..at, &["for", "spend", "spends", "spending", "spent"]);
    spent && line.is(at + 1, &["with"]) && someone::is_by_office(line, at + 2)
}

/// `X Y`, `the premier, X`: two names or an office.
fn is_one(line: &Line<'_>, at: usize) -> bool {
    line.is_capitalised(at) || someone::is_by_office(line, at)
}
