//! A phrase as one number, which grows word by word.
//!
//! **In:** words as they are written, or their keys. **Out:** a [`PhraseHash`]. **Why:** the recogniser asks for every
//! stretch of words of every sentence; it must not build a string for each.

use crate::language::spelling::key;

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// The hash of a phrase: of the keys of its words, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PhraseHash(u64);

impl PhraseHash {
    /// The phrase of no words.
    pub(crate) const EMPTY: Self = Self(OFFSET);

    /// The hash of one word's key, for [`Self::extend`]. Equal to [`word_hash`] of [`key`], but a word in ASCII is
    /// folded on the way and nothing is allocated.
    pub(crate) fn word(word: &str) -> u64 {
        let mut hash = OFFSET;
        for byte in word.bytes() {
            let folded = match byte {
                b'.' | b'-' => continue,
                b'\t'..=b'\r' => b' ',
                0x80.. => return word_hash(key(word).as_bytes()),
                _ => byte.to_ascii_lowercase(),
            };
            hash = step(hash, folded);
        }
        hash
    }

    /// The phrase with one more word at its end, given by its hash.
    pub(crate) const fn extend(self, word: u64) -> Self {
        Self((self.0.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// The bits of the hash, well mixed: the finaliser of `MurmurHash3` (Austin Appleby, public domain).
    pub(crate) const fn mixed(self) -> u64 {
        let mut bits = self.0;
        bits = (bits ^ (bits >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        bits = (bits ^ (bits >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        bits ^ (bits >> 33)
    }
}

/// The hash of the bytes of a word's [`key`]: FNV-1a, 64 bits (Fowler, Noll, Vo).
pub(crate) fn word_hash(key: &[u8]) -> u64 {
    key.iter().fold(NO_LETTERS, |hash, byte| step(hash, *byte))
}

/// The hash of a word of whose key nothing is left.
pub(crate) const NO_LETTERS: u64 = OFFSET;

const fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(PRIME)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn phrases_differ_by_the_order_and_the_cut_of_their_words() {
        let phrase = |words: &[&str]| {
            words.iter().fold(PhraseHash::EMPTY, |phrase, word| phrase.extend(PhraseHash::word(word))).mixed()
        };
        assert_eq!(phrase(&["St.", "Petersburg"]), phrase(&["ST", "PETERSBURG"]));
        assert_ne!(phrase(&["Paris", "Peace"]), phrase(&["Peace", "Paris"]));
        assert_ne!(phrase(&["New", "York"]), phrase(&["NewYork"]));
        assert_ne!(phrase(&["New"]), phrase(&["New", "York"]));
    }

    proptest! {
        #[test]
        fn a_word_hashes_like_its_key(word in "[ -~\\t\\r\\n\u{b}\u{c}]{0,12}|[a-zA-ZğİßŒé\u{301}.-]{0,12}|\\PC{0,12}|(?s).{0,12}") {
            prop_assert_eq!(PhraseHash::word(&word), word_hash(key(&word).as_bytes()));
        }
    }
}
