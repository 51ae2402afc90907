//! One spelling of a word in, the sound that all its transliterations share out.
//!
//! **In:** a word in Latin letters. **Out:** its [`Sound`]: the consonants as classes (`dzh`, `dj` and `j` are one, as
//! are `kh` and `h`, `q`, `k` and hard `c`), and the vowel class of every gap between them. **Why:** `Aliyev` and
//! `Aliev`, `Jabhat` and `dzhebhat`, `Muhammad` and `Mohamed` are the same word of another script. Consonants are what
//! transliterations agree on and serve as a key; vowels vary within limits and are compared pair by pair
//! ([`Sound::is_like`]), so that `Miller` and `Mahler` stay two. The classes follow the romanisations in use for
//! Russian and Ukrainian (BGN/PCGN, ISO 9, press usage), Arabic and Persian (ALA-LC, press usage, Turkish spellings)
//! and the Turkic languages.
//!
//! The build script compiles this file too, to find the names of the tables by sound.

use super::packed::BODY_SOUND;
use super::spelling::key;

/// What a word sounds like, as far as its transliterations agree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Sound {
    /// One letter for each consonant, doubled ones once.
    pub consonants: String,
    /// One class for each gap around them, from before the first to after the last; `-` where no vowel stands.
    vowels: Vec<u8>,
}

/// No vowel.
const NONE: u8 = b'-';

/// Spellings of one consonant, the longest first: what is written, the class. Other letters stand for themselves.
const CONSONANTS: &[(&str, &str)] = &[
    ("shtsh", "s"),
    ("schtsch", "s"),
    ("shch", "s"),
    ("tsch", "c"),
    ("dsch", "j"),
    ("tch", "c"),
    ("tsh", "c"),
    ("sch", "s"),
    ("dzh", "j"),
    ("zh", "j"),
    ("dj", "j"),
    ("dz", "z"),
    ("ch", "c"),
    ("cz", "c"),
    ("ts", "c"),
    ("tz", "c"),
    ("sh", "s"),
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("ck", "k"),
    ("q", "k"),
    ("w", "v"),
    ("x", "ks"),
];

/// Arabic articles as they are written before a hyphen, with the assimilated ones.
const ARTICLES: &[&str] =
    &["al", "el", "ul", "il", "an", "en", "as", "es", "ash", "esh", "ad", "ed", "at", "et", "ar", "er", "az", "ez"];

/// The word without an Arabic article that is joined to it by a hyphen: `al-Assad`, `EN-Nusra`.
pub(crate) fn without_article(word: &str) -> &str {
    let Some((article, rest)) = word.split_once(['-', '\u{2010}', '\u{2011}']) else { return word };
    let is_article = !rest.is_empty() && ARTICLES.iter().any(|known| known.eq_ignore_ascii_case(article));
    if is_article { rest } else { word }
}

/// The key of a body's name by sound, articles left out; `None` for a single word, which sounds like too many others.
pub(crate) fn body_sound(name: &str) -> Option<String> {
    let words = name.split_whitespace().map(without_article);
    let words: Vec<&str> =
        words.filter(|word| !ARTICLES.iter().any(|known| known.eq_ignore_ascii_case(word))).collect();
    let mut sound = String::from(BODY_SOUND);
    for word in &words {
        sound.push_str(&Sound::of(word).consonants);
        sound.push(' ');
    }
    (words.len() > 1).then_some(sound)
}

impl Sound {
    /// The sound of a word, without regard to case, diacritics, hyphens and points.
    pub(crate) fn of(word: &str) -> Self {
        Self::of_key(&key(word))
    }

    /// The same of a word that is a key already.
    pub(crate) fn of_key(key: &str) -> Self {
        let mut sound = Self::default();
        let mut group = String::new();
        let mut rest = key;
        while let Some(first) = rest.chars().next() {
            let before = rest.len();
            if is_vowel_at(rest, key.len() == before, &group) {
                group.push(if first == 'w' { 'u' } else { first });
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
                continue;
            }
            let (length, class) = consonant_at(rest, before == key.len());
            rest = rest.get(length..).unwrap_or_default();
            // A final or mute h only lengthens the vowel before it: Nusra, Nusrah.
            let is_mute = first == 'h' && length == 1 && rest.is_empty() && !group.is_empty();
            for class in class.chars().filter(|class| class.is_alphanumeric() && !is_mute) {
                sound.push(class, &mut group);
            }
        }
        sound.vowels.push(vowel_class(&group));
        sound
    }

    fn push(&mut self, class: char, group: &mut String) {
        if group.is_empty() && self.consonants.ends_with(class) {
            return;
        }
        self.vowels.push(vowel_class(group));
        group.clear();
        self.consonants.push(class);
    }

    /// Whether both can be the same word of another script: equal consonants, and in each gap vowels that
    /// transliterations confuse. Words of one syllable have to agree exactly.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        if self == other {
            return !self.consonants.is_empty() || !self.vowels.is_empty();
        }
        let syllables = |sound: &Self| sound.vowels.iter().filter(|vowel| **vowel != NONE).count();
        if self.consonants != other.consonants || syllables(self).min(syllables(other)) < 2 {
            return false;
        }
        let mut dropped = 0;
        let last = self.vowels.len().saturating_sub(1);
        self.vowels.iter().zip(&other.vowels).enumerate().all(|(gap, (&a, &b))| match (a.min(b), a.max(b)) {
            (a, b) if a == b => true,
            // Aleksandr, Aleksander: a helping vowel inside the word.
            (NONE, b'a' | b'e') => {
                dropped += 1;
                dropped == 1 && gap > 0 && gap < last
            }
            (b'a', b'e') | (b'e', b'i') | (b'o', b'u') => true,
            _ => false,
        })
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Whether a vowel, or a letter that only colours the one before it, stands at the start of `rest`.
fn is_vowel_at(rest: &str, is_first: bool, group: &str) -> bool {
    let mut letters = rest.chars();
    let (first, next) = (letters.next(), letters.next());
    match first {
        Some('w') => !is_first && group.ends_with(['a', 'o', 'e']) && next.is_some_and(|next| !is_vowel(next)),
        // Polish and German write what English writes as y: Sikorskij.
        Some('j') => group.ends_with('i') && next.is_none(),
        Some(c) => is_vowel(c),
        None => false,
    }
}

/// How long the consonant at the start of `rest` is, in bytes, and its class.
fn consonant_at(rest: &str, is_first: bool) -> (usize, &str) {
    if is_first && rest.starts_with('x') {
        // Chinese: Xi.
        return (1, "s");
    }
    if let Some((written, class)) = CONSONANTS.iter().find(|(written, _)| rest.starts_with(written)) {
        return (written.len(), class);
    }
    let length = rest.chars().next().map_or(1, char::len_utf8);
    if rest.starts_with('c') {
        // Soft before front vowels, and at the end of Serbian names without their accent.
        let soft = rest.get(1..).is_some_and(|tail| tail.is_empty() || tail.starts_with(['e', 'i', 'y']));
        return (1, if soft { "c" } else { "k" });
    }
    (length, rest.get(..length).unwrap_or_default())
}

/// The class of the vowels between two consonants.
fn vowel_class(group: &str) -> u8 {
    match group {
        "" => return NONE,
        "ou" | "oo" | "uo" | "eu" => return b'u',
        "ee" | "ij" => return b'i',
        "ei" | "ey" | "ai" | "ay" | "ae" | "eyi" | "ayi" => return b'e',
        "au" => return b'a',
        "oi" | "oy" => return b'o',
        _ => {}
    }
    group.bytes().rev().find(|vowel| *vowel != b'y').unwrap_or(b'i')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn alike(a: &str, b: &str) -> bool {
        Sound::of(a).is_like(&Sound::of(b))
    }

    #[test]
    fn transliterations_of_one_word_are_alike() {
        for (a, b) in [
            ("Aliyev", "Aliev"),
            ("Jabhat", "dzhebhat"),
            ("Jabhat", "Djebhat"),
            ("Muhammad", "Mohamed"),
            ("Hussein", "Husayn"),
            ("Rouhani", "Ruhani"),
            ("Rouhani", "Rohani"),
            ("Yushchenko", "Yuschenko"),
            ("Zelensky", "Zelenskiy"),
            ("Zelensky", "Zelenskyy"),
            ("Sergei", "Sergey"),
            ("Dmitri", "Dmitriy"),
            ("Aleksandr", "Alexander"),
            ("Yekaterina", "Ekaterina"),
            ("Erdoğan", "Erdogan"),
            ("Khatami", "Hatami"),
            ("Nusra", "Nusrah"),
            ("Tareq", "Tarik"),
            ("Yanukovich", "Yanukovych"),
            ("Amir", "Ameer"),
            ("Milosevic", "Milosevich"),
            ("Wladimir", "Vladimir"),
            ("Abdulla", "Abdullah"),
        ] {
            assert!(alike(a, b), "{a} {b}: {:?} {:?}", Sound::of(a), Sound::of(b));
        }
    }

    #[test]
    fn other_words_are_not() {
        for (a, b) in [
            ("Miller", "Mahler"),
            ("Brown", "Brian"),
            ("Peng", "Ping"),
            ("Un", "Il"),
            ("Bush", "Bosh"),
            ("Martin", "Morton"),
            ("Ivanov", "Ivanova"),
            ("Clinton", "Clintons"),
            ("Hassan", "Hussein"),
            ("Salim", "Sulaim"),
        ] {
            assert!(!alike(a, b), "{a} {b}: {:?} {:?}", Sound::of(a), Sound::of(b));
        }
    }

    #[test]
    fn arabic_articles_come_off_before_a_hyphen_only() {
        assert_eq!(without_article("al-Assad"), "Assad");
        assert_eq!(without_article("EN-Nusra"), "Nusra");
        assert_eq!(without_article("ash-Shaar"), "Shaar");
        assert_eq!(without_article("Alami"), "Alami");
        assert_eq!(without_article("Jean-Luc"), "Jean-Luc");
        assert_eq!(without_article("al-"), "al-");
    }

    proptest! {
        #[test]
        fn being_alike_has_no_order_and_every_word_is_like_itself(a in "\\PC{1,12}", b in "[a-z]{1,8}") {
            let (x, y) = (Sound::of(&a), Sound::of(&b));
            prop_assert!(y.is_like(&y));
            prop_assert_eq!(x.is_like(&y), y.is_like(&x));
        }
    }
}
