//! A list of words and a word in, whether the word is one of them out.
//!
//! **Why:** the rules ask of each word of a story some forty times whether it is in this list or that, and it hardly ever is. The
//! first letters and lengths of a list's words, as bits, are worked out when the program is built; one look at them answers for
//! nine words of ten, and only the tenth is held against the list. A short list is searched as fast without.

/// A list of words, ASCII case aside.
#[derive(Clone, Copy, Debug)]
pub struct WordList {
    words: &'static [&'static str],
    /// A bit for each first letter and length.
    marks: u128,
}

/// Letters are told apart by their last five bits, whatever their case, and lengths by their last two.
const LETTERS: usize = 32;
const LENGTHS: usize = 4;

impl WordList {
    /// The list of these words.
    pub const fn of(words: &'static [&'static str]) -> Self {
        let mut marks = 0;
        let mut rest = words;
        while let Some((word, others)) = rest.split_first() {
            marks |= mark(word.as_bytes());
            rest = others;
        }
        Self { words, marks }
    }

    /// Its words.
    pub const fn words(&self) -> &'static [&'static str] {
        self.words
    }

    /// Whether this word, ASCII case aside, may be one of them; `false` is certain.
    #[inline]
    pub(super) const fn may_hold(&self, word: &[u8]) -> bool {
        self.marks & mark(word) != 0
    }

    /// Whether this very word is one of them.
    #[inline]
    pub fn contains(&self, word: &str) -> bool {
        self.may_hold(word.as_bytes()) && self.words.contains(&word)
    }
}

#[inline]
const fn mark(word: &[u8]) -> u128 {
    let letter = match word.first() {
        Some(first) => *first as usize % LETTERS,
        None => 0,
    };
    1 << (letter * LENGTHS + word.len() % LENGTHS)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FRUIT: WordList = WordList::of(&["apple", "pear", "plum", "cherry", "étoile"]);

    #[test]
    fn a_word_with_another_first_letter_or_length_is_none_of_the_list() {
        assert!(FRUIT.contains("pear") && FRUIT.may_hold(b"PEAR") && FRUIT.contains("étoile"));
        assert!(!FRUIT.may_hold(b"peach") && !FRUIT.may_hold(b"quince") && !FRUIT.may_hold(b""));
        assert!(!FRUIT.contains("Pear") && !FRUIT.contains("pqrs"));
    }

    proptest! {
        #[test]
        fn no_word_of_a_list_is_ever_refused(words in prop::collection::vec("\\PC{0,9}", 0..9)) {
            // A constant lives as long as the program.
            let words: &'static [&'static str] = words.into_iter().map(|word| &*word.leak()).collect::<Vec<_>>().leak();
            let list = WordList::of(words);
            for word in words {
                prop_assert!(list.contains(word));
                prop_assert!(list.may_hold(word.to_ascii_uppercase().as_bytes()));
            }
        }
    }
}
