//! A list of words in, whether a word can be one of them out, by its first letter and its length.
//!
//! **Why:** rules ask of every word of a story whether it is in this list or that, and it hardly ever is. Two looks at the
//! word tell so for nine of ten words; only the tenth is held against the list.

/// The first letters and lengths of the words of a list.
#[derive(Clone, Debug)]
pub(crate) struct Shapes([u32; LETTERS]);

/// Letters are told apart by their last five bits, whatever their case; other bytes share them.
const LETTERS: usize = 32;
/// Words of this length or more are not told apart by it.
const LONGEST: usize = 31;

impl Shapes {
    /// The shapes of these words.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut shapes = [0; LETTERS];
        for word in words {
            if let Some(lengths) = shapes.get_mut(letter(word)) {
                *lengths |= length(word);
            }
        }
        Self(shapes)
    }

    /// Whether the word, ASCII case aside, may be one of the list; `false` is certain.
    #[inline]
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        self.0.get(letter(word)).is_some_and(|lengths| lengths & length(word) != 0)
    }
}

#[inline]
fn letter(word: &str) -> usize {
    word.as_bytes().first().map_or(0, |first| usize::from(*first) % LETTERS)
}

#[inline]
fn length(word: &str) -> u32 {
    1 << word.len().min(LONGEST)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn another_first_letter_or_length_is_no_word_of_the_list() {
        let shapes = Shapes::of(["summit", "talks"]);
        assert!(shapes.may_hold("Talks") && shapes.may_hold("SUMMIT"));
        assert!(!shapes.may_hold("walks") && !shapes.may_hold("talk") && !shapes.may_hold(""));
    }

    proptest! {
        #[test]
        fn no_word_of_the_list_is_ever_refused(words in prop::collection::vec("\\PC{0,40}", 0..8)) {
            let shapes = Shapes::of(words.iter().map(String::as_str));
            for word in &words {
                prop_assert!(shapes.may_hold(word));
                prop_assert!(shapes.may_hold(&word.to_ascii_uppercase()));
            }
        }
    }
}
