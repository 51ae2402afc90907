//! Words and one text in, every place where the text has them out.
//!
//! **Why:** who looks for `erdogan` in a story means `Erdoğan`, and a phrase goes on over the end of a line; the letters
//! as they were written are what has to be lit.

use crate::text::Span;
use crate::text::fold::{Folded, fold, folded};

/// More places than this are not told: nobody walks through them.
const MOST: usize = 10_000;

/// A text that words are looked for in, folded once: for each letter that is typed it is asked again.
#[derive(Clone, Debug)]
pub struct Searched {
    folded: Folded,
}

impl Searched {
    /// Prepares `text`; takes time linear in its length.
    pub fn new(text: &str) -> Self {
        Self { folded: fold(text) }
    }

    /// Every place of `words` in the text, in order and apart from each other; case, diacritics and the kind of white space
    /// do not count. A place may begin and end within a word.
    pub fn find(&self, words: &str) -> Vec<Span> {
        let words = folded(words);
        let mut parts = words.split_whitespace();
        let Some(first) = parts.next() else { return Vec::new() };
        let rest: Vec<&str> = parts.collect();
        let Folded { text, map } = &self.folded;
        let mut found: Vec<Span> = Vec::new();
        let mut end = 0;
        for (at, _) in text.match_indices(first) {
            if at >= end
                && let Some(to) = goes_on(text, at + first.len(), &rest)
            {
                found.push(map.original(Span::new(at, to)));
                end = to;
                if found.len() == MOST {
                    break;
                }
            }
        }
        found
    }
}

/// The same as [`Searched::find`], for a text that is looked through once.
pub fn find(text: &str, words: &str) -> Vec<Span> {
    Searched::new(text).find(words)
}

/// Where `rest`, word by word, ends in `text` from `at` on.
fn goes_on(text: &str, at: usize, rest: &[&str]) -> Option<usize> {
    rest.iter().try_fold(at, |at, word| {
        let after = text.get(at..)?;
        let spaces = after.len() - after.trim_start_matches(' ').len();
        let word_at = at + spaces;
        (spaces > 0 && text.get(word_at..)?.starts_with(word)).then_some(word_at + word.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found<'t>(text: &'t str, words: &str) -> Vec<&'t str> {
        find(text, words).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn the_letters_as_written_are_found() {
        assert_eq!(found("Erdoğan met ERDOGAN", "erdogan"), ["Erdoğan", "ERDOGAN"]);
        assert_eq!(found("the\u{a0}two\n  sides, the two", "The two"), ["the\u{a0}two", "the two"]);
        assert_eq!(found("aaaa", "aa"), ["aa", "aa"]);
        assert!(found("abc", " ").is_empty());
    }

    proptest! {
        #[test]
        fn places_lie_in_the_text_in_order_and_apart(text in "(a|á|ﬁ| |b|\u{301}|\n){0,30}", words in "(a|b| |fi){0,4}") {
            let mut end = 0;
            for span in find(&text, &words) {
                prop_assert!(span.start() >= end && text.get(span.start()..span.end()).is_some());
                end = span.end();
            }
        }
    }
}
