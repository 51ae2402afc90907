//! A phrase in, the kinds of names that it can be out.
//!
//! **In:** the hash of a phrase's folded words. **Out:** an [`Entry`]: the classes of names that the tables know it as,
//! and whether a longer phrase begins with it. **Why:** the recogniser weighs what a word is known to be against how
//! the sentence uses it; so the tables are wide and need not be sure.
//!
//! `tables/` holds the phrases; the build script packs them as [`table`] describes, and nothing is read, parsed or
//! allocated at run time. `docs/facts.md` says where each table comes from.

pub(in crate::language) mod class;
pub(in crate::language) mod hash;
mod table;

use self::class::{CONTINUES, Classes};
use self::hash::PhraseHash;
use self::table::{COMBINATION_BITS, HEADER, bucket, fingerprint};

/// What is known of a phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// What the phrase can be, by the bits of [`class`]; none if it is in no table.
    pub(super) classes: Classes,
    /// Whether a longer phrase begins with this one.
    pub(super) continues: bool,
}

/// The known phrases of up to six words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gazetteer {
    bytes: &'static [u8],
}

impl Gazetteer {
    /// The gazetteer that the program ships.
    pub(super) const fn shipped() -> Self {
        Self { bytes: include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.bin")) }
    }

    /// What is known of a phrase. Its words are the tokens of the text in order, punctuation and `'s` among them, but
    /// without those whose key is empty (hyphens and points that stand alone), and without a leading `The`.
    pub(super) fn look_up(self, phrase: PhraseHash) -> Entry {
        let classes = self.find(phrase).unwrap_or_default();
        Entry { classes: classes & !CONTINUES, continues: classes & CONTINUES != 0 }
    }

    fn find(self, phrase: PhraseHash) -> Option<Classes> {
        let buckets = self.number(0)?;
        let position = |number: u32| usize::try_from(number).ok();
        let first_start = HEADER + position(self.number(2)?)?;
        let first_entry = first_start + position(buckets)? + 1;
        let bucket = first_start + position(bucket(phrase, buckets))?;
        let (start, end) = (position(self.number(bucket)?)?, position(self.number(bucket + 1)?)?);
        let entries = self.bytes.get((first_entry + start) * 4..(first_entry + end) * 4)?;
        let mut entries = entries.as_chunks().0.iter().map(|entry| u32::from_le_bytes(*entry));
        let wanted = fingerprint(phrase);
        let entry = entries.find(|entry| entry & (u32::MAX << COMBINATION_BITS) == wanted)?;
        self.number(HEADER + position(entry & !(u32::MAX << COMBINATION_BITS))?)
    }

    /// The number at position `at`, counted in numbers.
    fn number(self, at: usize) -> Option<u32> {
        let bytes = self.bytes.get(at * 4..at * 4 + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::class::*;
    use super::*;
    use crate::language::tokens::tokens_in;
    use crate::text::Span;

    fn known(phrase: &str) -> Entry {
        let mut tokens = Vec::new();
        tokens_in(phrase, Span::whole(phrase), &mut tokens);
        let words = tokens.iter().map(|token| PhraseHash::word(token.span.of(phrase)));
        Gazetteer::shipped().look_up(words.fold(PhraseHash::EMPTY, PhraseHash::extend))
    }

    #[test]
    fn phrases_are_known_by_class_whatever_their_case_and_diacritics() {
        let classes_of = |phrase: &str| known(phrase).classes;
        assert_ne!(classes_of("Russia") & STATE, 0);
        assert_ne!(classes_of("FRENCH") & DEMONYM, 0);
        assert_ne!(classes_of("St. Petersburg") & TOWN, 0);
        assert_ne!(classes_of("Recep Tayyip Erdoğan") & PERSON, 0);
        assert_ne!(classes_of("foreign minister") & TITLE, 0);
        assert_ne!(classes_of("Sergey") & GIVEN_NAME, 0);
        assert_ne!(classes_of("Lavrov") & FAMILY_NAME, 0);
        assert_ne!(classes_of("Kremlin") & SEAT, 0);
        assert_ne!(classes_of("UN") & BODY & !IN_CAPITALS, 0);
        assert_ne!(classes_of("UN") & IN_CAPITALS, 0);
        assert_eq!(classes_of("Qwrtz Zzyzx"), 0);
    }

    #[test]
    fn beginnings_of_longer_phrases_say_so() {
        assert!(known("United").continues);
        assert!(known("United Arab").continues);
        assert!(!known("Zzyzx").continues);
    }

    #[test]
    fn bytes_that_are_no_gazetteer_know_nothing() {
        for bytes in [&b""[..], &[0; 12], &[255; 64], &[1; 200]] {
            let gazetteer = Gazetteer { bytes: Box::leak(bytes.to_vec().into_boxed_slice()) };
            assert_eq!(gazetteer.look_up(PhraseHash::EMPTY.extend(PhraseHash::word("Russia"))), Entry::default());
        }
    }
}
