//! A word in, everything that the features need to know of it out: hashes of its form, its beginning and ending, its
//! shape and its clusters.
//!
//! News repeats its words; so what is known of one is remembered ([`Remembered`]).

use super::clusters::Clusters;
use super::remembered::Remembered;
use crate::language::gazetteer::Gazetteer;
use crate::language::gazetteer::class::Classes;
use crate::language::gazetteer::hash::PhraseHash;
use crate::language::types::TokenKind;
use crate::text::fold::folded;

/// What is known of one word, whatever stands around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(crate) struct Word {
    /// Hash of the word as written; 0 only before anything is known.
    pub exact: u64,
    /// Hash of the folded word; numbers keep only their length.
    pub lower: u64,
    /// Hash of the folded word without the Arabic article: `Assad` is who `al-Assad` is.
    pub stem: u64,
    /// Hash of the kinds of its characters, runs cut to three, and cut to one.
    pub shape: u32,
    /// The same with runs cut to one.
    pub short_shape: u32,
    /// Hashes of its first one to four letters, folded; 0 where it has no more letters than that.
    pub prefixes: [u32; 4],
    /// The same of its last letters.
    pub suffixes: [u32; 4],
    /// Its cluster of a hundred and of six hundred, from 1; 0 for a word of none.
    pub clusters: [u16; 2],
    /// Hash of its letters one by one, as the initials of a longer name.
    pub initials: u64,
    /// Hash of its key in the gazetteer.
    pub key: u64,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it holds a capital anywhere.
    pub has_capital: bool,
    /// Whether it has two letters or more, all capitals.
    pub all_capitals: bool,
    /// Whether it holds a letter.
    pub has_letter: bool,
    /// Whether it is letters alone, three of them at least.
    pub is_plain: bool,
    /// Whether it is one of the words that sentences open with.
    pub closed: bool,
}

/// A 64-bit hash (FNV-1a with a final mix), the same on every machine.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    mix(hash, 7)
}

/// Two numbers made one; every bit of either moves about half of the result's.
pub(crate) const fn mix(a: u64, b: u64) -> u64 {
    let mut x = a.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ b.wrapping_add(0x7f4a_7c15_d1b5_4a32);
    x ^= x >> 29;
    x = x.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x ^ (x >> 32)
}

/// Words that open sentences and are hardly ever a name there, folded.
const CLOSED: &[&str] = &[
    "a",
    "about",
    "after",
    "all",
    "also",
    "although",
    "among",
    "an",
    "and",
    "another",
    "any",
    "are",
    "as",
    "asked",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "did",
    "do",
    "during",
    "each",
    "earlier",
    "even",
    "for",
    "from",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "instead",
    "into",
    "is",
    "it",
    "its",
    "later",
    "many",
    "meanwhile",
    "more",
    "most",
    "much",
    "my",
    "no",
    "nor",
    "not",
    "now",
    "of",
    "on",
    "once",
    "one",
    "only",
    "or",
    "other",
    "our",
    "over",
    "she",
    "since",
    "so",
    "some",
    "such",
    "than",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "thus",
    "to",
    "under",
    "until",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "which",
    "while",
    "who",
    "why",
    "with",
    "without",
    "yet",
    "you",
    "your",
];

/// The words met lately.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    known: Remembered<Word>,
    closed: Vec<u64>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let mut closed: Vec<u64> = CLOSED.iter().map(|word| hash(word.as_bytes())).collect();
        closed.sort_unstable();
        Self { known: Remembered::default(), closed }
    }
}

impl Vocabulary {
    /// What is known of `word`.
    pub(crate) fn look_up(&mut self, word: &str, kind: TokenKind, clusters: &Clusters) -> Word {
        let exact = hash(word.as_bytes());
        match self.known.entry(exact) {
            Some((known, true)) => *known,
            Some((new, false)) => {
                *new = describe(word, kind, exact, clusters, &self.closed);
                *new
            }
            None => describe(word, kind, exact, clusters, &self.closed),
        }
    }
}

impl Word {
    /// What the gazetteer knows it as by itself.
    pub(crate) fn classes(&self) -> Classes {
        Gazetteer::shipped().look_up(PhraseHash::EMPTY.extend(self.key)).classes
    }
}

fn describe(word: &str, kind: TokenKind, exact: u64, clusters: &Clusters, closed: &[u64]) -> Word {
    let lower = folded(word);
    let own = hash(lower.as_bytes());
    let (mut upper, mut letters) = (0, 0);
    for c in word.chars() {
        upper += usize::from(c.is_uppercase());
        letters += usize::from(c.is_alphabetic());
    }
    let plain = word.to_lowercase();
    let by_lower = || clusters.of(hash(plain.as_bytes()));
    Word {
        exact,
        lower: if kind == TokenKind::Number { mix(3, lower.len() as u64) } else { own },
        stem: hash(without_article(&lower).as_bytes()),
        shape: shape(word, 3),
        short_shape: shape(word, 1),
        prefixes: std::array::from_fn(|n| part(lower.chars(), n + 1)),
        suffixes: std::array::from_fn(|n| part(lower.chars().rev(), n + 1)),
        clusters: clusters.of(exact).or_else(by_lower).unwrap_or_default(),
        initials: lower
            .chars()
            .filter(|c| c.is_alphabetic())
            .map(|c| u64::from(part(std::iter::once(c), 1)))
            .fold(17, mix),
        key: PhraseHash::word(word),
        capital: word.chars().next().is_some_and(char::is_uppercase),
        has_capital: upper > 0,
        all_capitals: letters > 1 && upper == letters,
        has_letter: letters > 0,
        is_plain: letters >= 3 && word.chars().all(char::is_alphabetic),
        closed: closed.binary_search(&own).is_ok(),
    }
}

/// The Arabic article and its assimilated forms, as they are written before a hyphen.
const ARTICLES: &[&str] = &["al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "en"];

fn without_article(lower: &str) -> &str {
    lower.split_once('-').filter(|(article, _)| ARTICLES.contains(article)).map_or(lower, |(_, rest)| rest)
}

/// Hash of the first `length` characters; 0 where there are no more than that.
fn part(mut letters: impl Iterator<Item = char>, length: usize) -> u32 {
    let mut hash = length as u64;
    for _ in 0..length {
        let Some(letter) = letters.next() else { return 0 };
        hash = mix(hash, u64::from(letter));
    }
    upper_half(hash)
}

fn shape(word: &str, longest_run: usize) -> u32 {
    let (mut hash, mut last, mut run) = (0, 0, 0);
    for c in word.chars() {
        let kind = if c.is_uppercase() {
            1
        } else if c.is_alphabetic() {
            2
        } else if c.is_numeric() {
            3
        } else {
            10 + u64::from(c)
        };
        run = if kind == last { run + 1 } else { 1 };
        last = kind;
        if run <= longest_run {
            hash = mix(hash, kind);
        }
    }
    upper_half(hash)
}

fn upper_half(hash: u64) -> u32 {
    u32::try_from(hash >> 32).unwrap_or_default() | 1
}
