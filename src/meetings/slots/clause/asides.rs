//! Asides between commas: a comma or a pronoun in a sentence in, where its aside begins or ends out.
//!
//! **Why:** `Merkel, in office since 2005, met`: what an aside tells belongs to nobody's verb, and the walk to the left
//! and to the right jumps over it.

use crate::meetings::scene::Row;

/// How an aside between commas begins.
const ASIDES: &[&str] = &[
    "who",
    "which",
    "whose",
    "where",
    "a",
    "an",
    "the",
    "his",
    "her",
    "its",
    "accompanied",
    "flanked",
    "joined",
    "along",
    "speaking",
    "according",
    "including",
    "whom",
    "head",
    "chairman",
    "led",
    "one",
    "himself",
    "herself",
    "once",
    "now",
    "then",
    "still",
    "both",
    "each",
    "among",
    "in",
    "on",
    "at",
    "after",
    "as",
];
/// The longest aside that is jumped over.
const LONGEST_ASIDE: usize = 28;

/// Where the aside that ends with the comma at `close` opens: `, who had met him at the airport,`.
pub(super) fn ending_at(row: &Row<'_>, begin: usize, close: usize) -> Option<usize> {
    let line = &row.line;
    let low = begin.max(close.saturating_sub(LONGEST_ASIDE));
    let open = (low..close).rev().find(|&at| line.word(at) == ",")?;
    let age = line.word(open + 1).chars().all(|c| c.is_ascii_digit()) && close == open + 2;
    let told = age || line.is(open + 1, ASIDES) || line.is(open + 1, OFFICES) && !names_someone(row, close);
    (told && !is_apposed(row, open, close)).then_some(open)
}

/// Offices that an aside may begin with, without an article: `X, leader of the party,`.
const OFFICES: &[&str] = &[
    "president",
    "premier",
    "prime",
    "minister",
    "foreign",
    "finance",
    "chancellor",
    "leader",
    "leaders",
    "secretary",
    "chief",
    "governor",
    "mayor",
    "director",
    "speaker",
    "archbishop",
    "bishop",
    "ambassador",
    "envoy",
    "commander",
];

/// Whether a person is named right before `close`.
fn names_someone(row: &Row<'_>, close: usize) -> bool {
    close.checked_sub(1).and_then(|at| row.actor_at(at)).is_some_and(|actor| actor.is_person)
}

/// `The prime minister, the Hon. X, met`: the name of the one whose office stands before the comma, and no aside.
fn is_apposed(row: &Row<'_>, open: usize, close: usize) -> bool {
    let line = &row.line;
    let named_before = open.checked_sub(1).and_then(|at| row.actor_at(at)).is_some_and(|actor| actor.is_person);
    let plain = (open + 1..close).all(|at| !line.is(at, &["of", "with", "by", "and", "for", "who", "to", "in", "at"]));
    let short = close - open <= APPOSED;
    short && plain && !named_before && line.is(open + 1, &["the"]) && names_someone(row, close)
}

/// The most words of a title and a name between commas.
const APPOSED: usize = 7;

/// Where the aside that opens with the pronoun at `who` closes, as far as what follows tells of where or when:
/// `, who was elected in May, in Berlin`.
pub(in crate::meetings::slots) fn end_of(row: &Row<'_>, who: usize) -> Option<usize> {
    let line = &row.line;
    let opens = line.is(who, &["who", "which", "whose"]) && line.word(who.wrapping_sub(1)) == ",";
    let closes =
        |at: usize| line.word(at) == "," && (line.is(at + 1, &["in", "on", "at", "near"]) || row.is_date_at(at + 1));
    (who + 1..(who + LONGEST_ASIDE).min(line.len())).find(|&at| opens && closes(at))
}
