//! The fuzzy matcher, whose answer hangs on the text and the word alone.
//!
//! **In:** a folded text and a folded word of two letters or more.
//! **Out:** the score, and which characters of the text matched.
//! **Why:** `fuzzy-matcher` 0.3.7 keeps its matrix from one call to the next and reads a bonus that an earlier call may have
//! left there; the order of a list must not hang on what was asked before it, or on which thread asked.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// The matcher for folded text.
pub(super) struct Matcher(SkimMatcherV2);

impl Matcher {
    /// A matcher, to be made once a query: it allocates for each thread that asks it.
    pub(super) fn new() -> Self {
        // Both sides are folded already; and its cache must stay on: without it version 0.3.7 panics.
        Self(SkimMatcherV2::default().respect_case())
    }

    /// Where `word` matches best in `text`, if it does: the score, and the matched characters by their number. `fuzzy_match`
    /// gives other scores than this for a few matches in a hundred; everything is ranked by this one.
    pub(super) fn best(&self, text: &str, word: &str) -> Option<(i64, Vec<usize>)> {
        if reads_what_was_left(text, word) {
            self.forget();
        }
        self.0.fuzzy_indices(text, word)
    }

    /// Cuts the kept matrix down to the four cells that a single letter takes; those behind them begin anew. Of these four, the
    /// next call sets the ones that it reads: three lie in its first row, the last begins a row.
    fn forget(&self) {
        const LEAST: &str = "a";
        let _ = self.0.fuzzy_indices(LEAST, LEAST);
    }
}

/// Whether the matcher would read a bonus that it has not set itself: only where a letter of the word stands doubled in the text.
fn reads_what_was_left(text: &str, word: &str) -> bool {
    let mut before = None;
    text.chars().any(|letter| before.replace(letter) == Some(letter) && word.contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_doubled_letter_scores_the_same_whatever_was_asked_before() {
        let asked = Matcher::new();
        let fresh = Matcher::new().best("ccaa", "ca");
        for text in ["ca ca ca", "a caca", "cacaca"] {
            let _ = asked.best(text, "caca");
            assert_eq!(asked.best("ccaa", "ca"), fresh, "after {text}");
        }
    }

    proptest! {
        #[test]
        fn what_was_asked_before_changes_no_answer(
            before in prop::collection::vec(("[ab é]{0,12}", "[abé]{2,4}"), 0..6),
            text in "[ab é]{0,12}",
            word in "[abé]{2,4}",
        ) {
            let asked = Matcher::new();
            for (text, word) in &before {
                let _ = asked.best(text, word);
            }
            prop_assert_eq!(asked.best(&text, &word), Matcher::new().best(&text, &word));
        }
    }
}
