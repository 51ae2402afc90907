//! Spellings in, what they can mean out: the longest known phrase at a position.
//!
//! A spelling in capitals (`WHO`, `US`) is only ever matched by capitals. The table itself is made by the build
//! script in the form of [`packed`](super::packed) and read in place.

use super::gazetteer::hash::PhraseHash;
use super::line::Line;
use super::packed::{ENTRY, HEADER, SURNAME_SOUND, Sense, beginning, hash, unpack};
use super::spelling::key;

/// All spellings of the tables.
#[derive(Clone, Copy, Debug)]
pub struct Lexicon {
    bytes: &'static [u8],
}

impl Lexicon {
    /// The lexicon in `bytes`, as the build script packed it. Bytes that are not one know no spelling.
    pub(super) const fn packed(bytes: &'static [u8]) -> Self {
        Self { bytes }
    }

    /// The longest known phrase that begins at `at` (its length in tokens) and everything that it can mean.
    pub(super) fn longest_at(self, line: &Line<'_>, at: usize) -> Option<(usize, Vec<Sense>)> {
        let (mut phrase, mut words) = (String::new(), PhraseHash::EMPTY);
        let mut best = None;
        for length in 1..=line.len().saturating_sub(at) {
            let word = line.word(at + length - 1);
            words = words.extend(PhraseHash::word(word));
            if !self.may_begin(words) {
                break;
            }
            if length > 1 {
                phrase.push(' ');
            }
            phrase.push_str(&key(word));
            let in_capitals = || (at..at + length).all(|at| !line.word(at).chars().any(char::is_lowercase));
            let fits =
                self.senses(&phrase).filter(|(sense, capitals)| sense.is_phrase() && (!capitals || in_capitals()));
            let fits: Vec<Sense> = fits.map(|(sense, _)| sense).collect();
            if !fits.is_empty() {
                best = Some((length, fits));
            }
        }
        best
    }

    /// What a single word can mean, capitals aside; the first sense where there are several.
    pub(super) fn word(self, word: &str) -> Option<Sense> {
        self.senses(&key(word)).map(|(sense, _)| sense).find(|sense| sense.is_phrase())
    }

    /// Whether any known phrase begins with this key.
    pub(super) fn begins_phrase(self, key: &str) -> bool {
        self.senses(key).any(|(sense, _)| matches!(sense, Sense::Longest(_)))
    }

    /// Whether a key is a given name.
    pub(super) fn is_given_name(self, key: &str) -> bool {
        self.senses(key).any(|(sense, _)| matches!(sense, Sense::GivenName(_)))
    }

    /// The office-holders who are called by this key alone.
    pub(super) fn people_called(self, key: &str) -> impl Iterator<Item = usize> + use<> {
        self.senses(key).filter_map(|(sense, _)| if let Sense::Surname(index) = sense { Some(index) } else { None })
    }

    /// The office-holders with a surname of these consonants; vowels are still to be compared.
    pub(super) fn people_sounding(self, consonants: &str) -> impl Iterator<Item = usize> + use<> {
        self.people_called(&format!("{SURNAME_SOUND}{consonants}"))
    }

    /// The body whose name sounds like this ([`body_sound`](super::transliteration::body_sound)), if it is only one.
    pub(super) fn body_sounding(self, sound: &str) -> Option<Sense> {
        let mut bodies = self.senses(sound).map(|(sense, _)| sense);
        bodies.next().filter(|_| bodies.next().is_none())
    }

    /// Everything that a whole phrase can mean: the keys of its words, joined by spaces. A spelling in capitals counts
    /// only where the phrase is written so.
    pub(super) fn phrase(self, keys: &str, in_capitals: bool) -> impl Iterator<Item = Sense> + Clone + use<> {
        let fits = self.senses(keys).filter(move |(sense, capitals)| sense.is_phrase() && (!capitals || in_capitals));
        fits.map(|(sense, _)| sense)
    }

    /// Whether a phrase may begin with these words; `false` is certain.
    fn may_begin(self, words: PhraseHash) -> bool {
        self.beginnings(words).is_some_and(|(beginnings, bit)| beginnings & bit != 0)
    }

    /// The number among the beginnings that tells of these words, and its bit that does.
    fn beginnings(self, words: PhraseHash) -> Option<(u32, u32)> {
        let position = |number: u32| usize::try_from(number).ok();
        let [slots, entries, senses] = [0, 1, 2].map(|at| self.number(at).and_then(position));
        let (at, bit) = beginning(words, self.number(3)?);
        let first = HEADER + slots? + entries? * ENTRY + senses?;
        Some((self.number(first + position(at)?)?, bit))
    }

    /// Everything that a key means, each with whether its spelling is in capitals.
    fn senses(self, key: &str) -> impl Iterator<Item = (Sense, bool)> + Clone + use<> {
        let (first, count) = self.entry(key).unwrap_or_default();
        (first..first + count).filter_map(move |at| unpack(self.number(at)?))
    }

    /// Positions of an entry's senses, counted in numbers from the start: the first one and how many.
    fn entry(self, key: &str) -> Option<(usize, usize)> {
        let slots = self.number(0)?;
        let (entries, senses, beginnings) = (self.number(1)?, self.number(2)?, self.number(3)?);
        let position = |number: u32| usize::try_from(number).ok();
        let (slot_count, entry_count) = (position(slots)?, position(entries)?);
        let first_entry = HEADER + slot_count;
        let first_sense = first_entry + entry_count * ENTRY;
        let spellings = (first_sense + position(senses)? + position(beginnings)?) * 4;
        let mut slot = position(hash(key) & slots.checked_sub(1)?)?;
        for _ in 0..slot_count {
            let entry = position(self.number(HEADER + slot)?)?.checked_sub(1)?;
            let entry = first_entry + entry * ENTRY;
            let field = |n: usize| self.number(entry + n).and_then(position);
            let start = spellings + field(0)?;
            if self.bytes.get(start..start + field(1)?) == Some(key.as_bytes()) {
                return Some((first_sense + field(2)?, field(3)?));
            }
            slot = (slot + 1) % slot_count;
        }
        None
    }

    /// The number at position `at`, counted in numbers.
    fn number(self, at: usize) -> Option<u32> {
        let bytes = self.bytes.get(at * 4..at * 4 + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::facts::Facts;

    #[test]
    fn spellings_are_found_whatever_their_points_case_and_diacritics() {
        let lexicon = Facts::shipped().lexicon;
        let russia = lexicon.word("Russia");
        assert!(matches!(russia, Some(Sense::State(_))));
        assert_eq!(lexicon.word("RUSSIA"), russia);
        assert_eq!(lexicon.word("U.S."), lexicon.word("US"));
        assert_eq!(lexicon.word("Zzyzx"), None);
    }

    #[test]
    fn surnames_and_given_names_are_no_phrases() {
        let lexicon = Facts::shipped().lexicon;
        assert!(lexicon.people_called("putin").next().is_some());
        assert_eq!(lexicon.word("Putin"), None);
        assert!(lexicon.is_given_name("sergey"));
    }

    #[test]
    fn bytes_that_are_no_lexicon_know_nothing() {
        for bytes in [&b""[..], &[0; 12], &[255; 64]] {
            assert_eq!(Lexicon::packed(Box::leak(bytes.to_vec().into_boxed_slice())).word("Russia"), None);
        }
    }
}
