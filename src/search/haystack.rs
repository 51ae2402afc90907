//! A text prepared for matching: folded, with the way back to its own bytes.
//!
//! **In:** a title, an outlet or a name as it is written.
//! **Out:** [`Hit`]s whose offsets point at the original letters, so that `erdogan` lights up `Erdoğan`.
//! **Why:** the matcher compares plain lower-case letters only; folding once makes it blind to case and diacritics
//! and leaves nothing of that to do on every key.

use super::matcher::Matcher;
use super::phrase;
use super::query::How;
use crate::text::fold::fold;

/// Longest part of a text that is searched, in characters: the matcher's matrix grows with the product of
/// text and pattern, and no title is longer in earnest.
const TEXT_LIMIT: usize = 600;
/// What the matcher gives for a letter.
const PER_LETTER: i64 = 16;
/// What the matcher adds for a letter that begins a word.
const BEGINS: i64 = 8;
/// A match scores at least this much a letter. The matcher gives [`PER_LETTER`] and takes 1 for each that it skips,
/// so that letters strewn over a whole title, which nobody meant, fall below.
const LEAST_PER_LETTER: i64 = 13;

/// So many letters side by side are meant wherever in a word they stand.
const SIDE_BY_SIDE: usize = 3;

/// A text, folded, with the byte offset of the character that each folded one comes from.
#[derive(Clone, Debug, Default)]
pub(super) struct Haystack {
    folded: String,
    /// Small numbers, for a library has a million of them.
    offsets: Box<[u16]>,
}

/// Where a pattern was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// The matcher's score; greater is better.
    pub(super) score: i64,
    /// Whether its letters stand side by side.
    pub(super) together: bool,
    /// Byte offsets of the matched characters in the original text, ascending.
    pub(super) offsets: Vec<usize>,
}

/// How well a pattern was found, without where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rating {
    /// As that of a [`Hit`].
    pub(super) score: i64,
    /// As that of a [`Hit`].
    pub(super) together: bool,
}

impl Hit {
    /// How good it is.
    pub(super) const fn rating(&self) -> Rating {
        Rating { score: self.score, together: self.together }
    }
}

impl Haystack {
    /// Prepares `text`.
    pub(super) fn new(text: &str) -> Self {
        let searched = text.char_indices().nth(TEXT_LIMIT).and_then(|(end, _)| text.get(..end)).unwrap_or(text);
        let folded = fold(searched);
        let offsets = folded.text.char_indices().map(|(at, _)| folded.map.original_offset(at));
        // No text that is searched has more bytes than that.
        let offsets = offsets.map(|at| u16::try_from(at).unwrap_or(u16::MAX)).collect();
        Self { folded: folded.text, offsets }
    }

    /// Finds `word`, which is folded, if it is there.
    pub(super) fn find(&self, matcher: &Matcher, word: &str, how: How) -> Option<Hit> {
        if how == How::Fuzzy && !is_number(word) {
            return self.fuzzy(matcher, word);
        }
        let at = self.place(word, how)?;
        let first = self.folded.get(..at)?.chars().count();
        let letters = word.chars().count();
        let mut offsets: Vec<usize> =
            self.offsets.get(first..first + letters)?.iter().copied().map(usize::from).collect();
        offsets.dedup();
        let Rating { score, together } = side_by_side(word);
        Some(Hit { score, together, offsets })
    }

    /// How well `word`, which is folded, is found, if it is there: what [`Self::find`] tells without the places, which cost
    /// most where ten thousand titles are asked for a letter.
    pub(super) fn rate(&self, matcher: &Matcher, word: &str, how: How) -> Option<Rating> {
        match (how, single(word)) {
            (How::Fuzzy, _) if is_number(word) => self.place(word, how).map(|_| side_by_side(word)),
            (How::Fuzzy, Some(letter)) => self.letter(letter).map(|(score, _)| Rating { score, together: true }),
            (How::Fuzzy, None) => self.fuzzy(matcher, word).map(|hit| hit.rating()),
            _ => self.place(word, how).map(|_| side_by_side(word)),
        }
    }

    /// The byte of the folded text where `word` begins.
    fn place(&self, word: &str, how: How) -> Option<usize> {
        match how {
            // Nobody who looks for round 26 means the year 2026, or the 2nd of 6.
            How::Fuzzy if is_number(word) => {
                let begins = |at: &usize| !self.folded.get(..*at).is_some_and(|before| before.ends_with(is_digit));
                self.folded.match_indices(word).map(|(at, _)| at).find(begins)
            }
            How::Exact | How::Fuzzy => self.folded.find(word),
            How::Prefix => self.folded.starts_with(word).then_some(0),
            How::Suffix => self.folded.ends_with(word).then(|| self.folded.len() - word.len()),
            How::Whole => (self.folded == word).then_some(0),
        }
    }

    /// What the matcher finds for one letter, without its matrix: whoever begins to type asks for one letter of
    /// every title. The letter counts most at the beginning, then after a space or the like, then after other
    /// punctuation; the last of equals is taken. Gives the score, and the byte of the folded text.
    fn letter(&self, letter: char) -> Option<(i64, usize)> {
        let bonus = |at: usize| match self.folded.get(..at).and_then(|before| before.chars().next_back()) {
            None => 2 * BEGINS,
            Some('\0' | ' ' | '/' | '\\' | '|' | '(' | ')' | '[' | ']' | '{' | '}') => BEGINS,
            Some('!'..='\'' | '*'..='.' | ':'..='@' | '^'..='`' | '~') => BEGINS - 1,
            Some(_) => 0,
        };
        let places = self.folded.match_indices(letter);
        let (bonus, at) = places.map(|(at, _)| (bonus(at), at)).max()?;
        Some((PER_LETTER - 1 + bonus, at))
    }

    /// Whether the bytes of `word` stand in it in this order: without that the matcher need not be asked.
    fn has_in_order(&self, word: &str) -> bool {
        let mut rest = self.folded.as_bytes();
        word.bytes().all(|byte| {
            let found = memchr::memchr(byte, rest);
            rest = found.and_then(|at| rest.get(at + 1..)).unwrap_or_default();
            found.is_some()
        })
    }

    /// Whether `asked`, which is folded, stands in it at the beginning of a word.
    pub(super) fn has(&self, asked: &str) -> bool {
        phrase::places(&self.folded, asked).next().is_some()
    }

    /// Whether letters that stand apart are what someone types who means this text: in each word that they are taken from they
    /// begin with its first letter (`ptn` for Putin, `vput` for Vladimir Putin), or several of them stand side by side in it.
    fn is_meant(&self, places: &[usize]) -> bool {
        let mut asked = places.iter().copied().peekable();
        // Whether the word that the walk is in was begun with its first letter, and the letters before the present one.
        let (mut is_begun, mut before) = (false, None::<char>);
        let (mut run, mut may_fail) = (0, false);
        for (at, letter) in self.folded.chars().enumerate() {
            if !before.is_some_and(char::is_alphanumeric) {
                is_begun = false;
            }
            if asked.next_if_eq(&at).is_some() {
                let begins = !before.is_some_and(char::is_alphanumeric) || !letter.is_alphanumeric();
                if run == 0 {
                    is_begun |= begins;
                    may_fail = !is_begun;
                }
                run += 1;
            } else {
                if may_fail && run < SIDE_BY_SIDE {
                    return false;
                }
                (run, may_fail) = (0, false);
            }
            before = Some(letter);
            if asked.peek().is_none() {
                break;
            }
        }
        !may_fail || run >= SIDE_BY_SIDE
    }

    fn fuzzy(&self, matcher: &Matcher, word: &str) -> Option<Hit> {
        if let Some(letter) = single(word) {
            let (score, at) = self.letter(letter)?;
            let place = self.folded.get(..at)?.chars().count();
            return Some(Hit { score, together: true, offsets: vec![usize::from(*self.offsets.get(place)?)] });
        }
        if !self.has_in_order(word) {
            return None;
        }
        let (score, places) = matcher.best(&self.folded, word)?;
        let (first, last) = (*places.first()?, *places.last()?);
        let letters = i64::try_from(places.len()).unwrap_or(i64::MAX);
        if score < letters.saturating_mul(LEAST_PER_LETTER) {
            return None;
        }
        let together = last - first + 1 == places.len();
        if !together && !self.is_meant(&places) {
            return None;
        }
        let offsets = places.iter().filter_map(|&place| self.offsets.get(place).copied().map(usize::from));
        let mut offsets: Vec<usize> = offsets.collect();
        offsets.dedup();
        Some(Hit { score, together, offsets })
    }
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

/// Whether a word is a number, of which no digit can be left out.
fn is_number(word: &str) -> bool {
    !word.is_empty() && word.chars().all(is_digit)
}

/// The only letter of a word that has no more.
fn single(word: &str) -> Option<char> {
    let mut letters = word.chars();
    letters.next().filter(|_| letters.next().is_none())
}

/// How good a place is in which all letters of `word` stand side by side.
fn side_by_side(word: &str) -> Rating {
    let letters = i64::try_from(word.chars().count()).unwrap_or(i64::MAX);
    Rating { score: letters.saturating_mul(PER_LETTER), together: true }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_found_from_its_first_digit_on_and_no_digit_is_left_out() {
        let found =
            |text: &str, word: &str| Haystack::new(text).find(&Matcher::new(), word, How::Fuzzy).map(|hit| hit.offsets);
        assert_eq!(found("Talks reach round 26", "26"), Some(vec![18, 19]));
        assert_eq!(found("Talks reach round 26", "2"), Some(vec![18]), "it is still being typed");
        for other in ["Talks of 2026", "2 of 6 sides", "round 126"] {
            assert_eq!(found(other, "26"), None, "{other}");
        }
        assert!(found("Flight MK26 lands", "26").is_some() && found("plan b2b", "b2b").is_some());
    }

    #[test]
    fn letters_that_stand_apart_begin_a_word_or_stand_side_by_side() {
        let finds = |text: &str, word: &str| Haystack::new(text).find(&Matcher::new(), word, How::Fuzzy).is_some();
        for (text, word) in [
            ("Wiebke Tamm", "wbk"),
            ("Wiebke Tamm", "wtam"),
            ("Wiebke Tamm", "iebk"),
            ("Wiebke Tamm", "wt"),
            ("Al-Nouri Rashad", "anr"),
            ("Prime Minister of Vesk", "pmvesk"),
        ] {
            assert!(finds(text, word), "{word} for {text}");
        }
        for (text, word) in [("Oskar Thenn", "sarn"), ("Wiebke Tamm", "etm"), ("Prime Minister of Vesk", "rmsk")] {
            assert!(!finds(text, word), "{word} for {text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_found_without_the_matcher_is_what_it_finds(
            text in "[a-cA-ZéÉ \\-./(\u{0}1İ習]{0,12}|\\PC{0,12}",
            word in "[a-c1é\\-. 習]|[a-cé]{2,4}",
        ) {
            let haystack = Haystack::new(&text);
            for how in [How::Fuzzy, How::Exact, How::Prefix, How::Suffix, How::Whole] {
                let hit = haystack.find(&Matcher::new(), &word, how);
                let rating = haystack.rate(&Matcher::new(), &word, how);
                prop_assert_eq!(rating, hit.map(|hit| hit.rating()), "{:?}", how);
            }
            let found = Matcher::new().best(&haystack.folded, &word);
            if is_number(&word) {
                prop_assert!(haystack.find(&Matcher::new(), &word, How::Fuzzy).is_none_or(|hit| hit.together));
            } else if word.chars().count() == 1 {
                let hit = haystack.find(&Matcher::new(), &word, How::Fuzzy);
                let expected = found.map(|(score, places)| (score, vec![usize::from(haystack.offsets[places[0]])]));
                prop_assert_eq!(hit.map(|hit| (hit.score, hit.offsets)), expected);
            } else {
                prop_assert!(found.is_none() || haystack.has_in_order(&word));
            }
        }
    }
}
