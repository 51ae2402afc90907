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
    /// How many slots there are, and beginnings.
    slots: u32,
    beginnings: u32,
    /// Where the parts begin behind the slots, counted in numbers.
    first_entry: usize,
    first_sense: usize,
    first_beginning: usize,
    /// Where the spellings begin, in bytes.
    spellings: usize,
}

impl Lexicon {
    /// The lexicon in `bytes`, as the build script packed it. Bytes that are not one know no spelling.
    pub(super) const fn packed(bytes: &'static [u8]) -> Self {
        let (slots, entries, senses, beginnings) =
            (number_at(bytes, 0), number_at(bytes, 1), number_at(bytes, 2), number_at(bytes, 3));
        let first_entry = (slots as usize).saturating_add(HEADER);
        let first_sense = (entries as usize).saturating_mul(ENTRY).saturating_add(first_entry);
        let first_beginning = (senses as usize).saturating_add(first_sense);
        let spellings = (beginnings as usize).saturating_add(first_beginning).saturating_mul(4);
        Self { bytes, slots, beginnings, first_entry, first_sense, first_beginning, spellings }
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
        let (at, bit) = beginning(words, self.beginnings);
        Some((self.number(self.first_beginning + usize::try_from(at).ok()?)?, bit))
    }

    /// Everything that a key means, each with whether its spelling is in capitals.
    fn senses(self, key: &str) -> impl Iterator<Item = (Sense, bool)> + Clone + use<> {
        let (first, count) = self.entry(key).unwrap_or_default();
        (first..first + count).filter_map(move |at| unpack(self.number(at)?))
    }

    /// Positions of an entry's senses, counted in numbers from the start: the first one and how many.
    fn entry(self, key: &str) -> Option<(usize, usize)> {
        let position = |number: u32| usize::try_from(number).ok();
        let last = self.slots.checked_sub(1)?;
        let mut slot = hash(key) & last;
        for _ in 0..self.slots {
            let entry = position(self.number(HEADER + position(slot)?)?)?.checked_sub(1)?;
            let entry = self.first_entry + entry * ENTRY;
            let field = |n: usize| self.number(entry + n).and_then(position);
            let start = self.spellings + field(0)?;
            if self.bytes.get(start..start + field(1)?) == Some(key.as_bytes()) {
                return Some((self.first_sense + field(2)?, field(3)?));
            }
            // A power of two.
            slot = (slot + 1) & last;
        }
        None
    }

    /// The number at position `at`, counted in numbers.
    #[inline]
    fn number(self, at: usize) -> Option<u32> {
        let bytes = self.bytes.get(at * 4..)?.first_chunk()?;
        Some(u32::from_le_bytes(*bytes))
    }
}

/// The number at position `at`, counted in numbers; 0 behind the end.
const fn number_at(bytes: &[u8], at: usize) -> u32 {
    let Some((_, rest)) = bytes.split_at_checked(at * 4) else { return 0 };
    match rest.first_chunk() {
        Some(number) => u32::from_le_bytes(*number),
        None => 0,
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
