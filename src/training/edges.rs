//! The range of a name in, its range without what may be in or out, out.
//!
//! Corpora differ in whether an article, quotation marks or a possessive belong to a name; the scorer takes all of
//! them off, of what is labelled and of what was found. Training and evaluation do the same.

use crate::text::Span;

/// What may stand before a name within its range.
const BEFORE: [char; 17] =
    [' ', '\t', '\n', '\u{a0}', '"', '“', '”', '‘', '’', '\'', '(', ')', '[', ']', ',', ';', ':'];
/// What may stand behind it.
const BEHIND: [char; 14] = [' ', '\t', '\n', '\u{a0}', '"', '“', '”', '(', ')', '[', ']', ',', ';', ':'];
/// Articles.
const ARTICLES: [&str; 5] = ["the ", "The ", "THE ", "a ", "an "];
/// Possessive endings.
const POSSESSIVES: [&str; 4] = ["'s", "’s", "'", "’"];

/// The range `start..end` of `text`, in bytes, without articles, quotation marks, brackets and possessive endings.
pub(super) fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let mut start = start;
    let mut held = text.get(start..end).unwrap_or_default();
    loop {
        let before = held;
        held = held.trim_start_matches(BEFORE);
        start += before.len() - held.len();
        held = held.trim_end_matches(BEHIND);
        if let Some(rest) = ARTICLES.iter().find_map(|article| held.strip_prefix(article)) {
            start += held.len() - rest.len();
            held = rest;
        }
        let owner = POSSESSIVES.iter().find_map(|ending| held.strip_suffix(ending));
        held = owner.filter(|owner| !owner.is_empty()).unwrap_or(held);
        if held.len() == before.len() {
            return Span::new(start, start + held.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trimmed_whole(text: &str) -> &str {
        trimmed(text, 0, text.len()).of(text)
    }

    #[test]
    fn articles_quotation_marks_and_possessives_are_no_part_of_a_name() {
        assert_eq!(trimmed_whole("the “Harbour League”’s"), "Harbour League");
        assert_eq!(trimmed_whole("(The Straits')"), "Straits");
    }

    #[test]
    fn a_name_that_is_only_marks_is_empty() {
        assert!(trimmed("“”", 0, "“”".len()).is_empty());
    }
}
