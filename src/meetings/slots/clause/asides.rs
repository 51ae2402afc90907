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
    (age || line.is(open + 1, ASIDES)).then_some(open)
}

/// Where the aside that opens with the pronoun at `who` closes, as far as what follows tells of where or when:
/// `, who was elected in May, in Berlin`.
pub(in crate::meetings::slots) fn end_of(row: &Row<'_>, who: usize) -> Option<usize> {
    let line = &row.line;
    let opens = line.is(who, &["who", "which", "whose"]) && line.word(who.wrapping_sub(1)) == ",";
    let closes = |at: usize| {
        line.word(at) == "," && (line.is(at + 1, &["in", "on", "at", "near"]) || row.date_at(at + 1).is_some())
    };
    (who + 1..(who + LONGEST_ASIDE).min(line.len())).find(|&at| opens && closes(at))
}
