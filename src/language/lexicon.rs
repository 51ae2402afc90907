//! Spellings in, what they can mean out: the longest known phrase at a position.
//!
//! Keys are folded and freed of points and hyphens, so that `St. Petersburg`, `St Petersburg` and `ST PETERSBURG`
//! are one, as are `U.S.` and `US`. A spelling in capitals (`WHO`, `US`) is only ever matched by capitals.

use std::collections::HashMap;

use super::line::Line;
use super::tokens::tokens_in;
use crate::text::Span;
use crate::text::fold::folded;

/// What a spelling can mean: an index into the table of that name in [`Facts`](super::facts::Facts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sense {
    /// A state's name.
    State(usize),
    /// A state's adjective or people.
    Demonym(usize),
    /// A capital.
    Capital(usize),
    /// What stands for a state's government, such as `Kremlin`.
    Seat(usize),
    /// An organisation or agency.
    Body(usize),
    /// A town, region or sea.
    Place(usize),
    /// An office-holder's full name.
    Person(usize),
    /// An office or title.
    Office(usize),
}

/// All spellings.
#[derive(Debug, Default)]
pub struct Lexicon {
    senses: HashMap<String, Vec<(Sense, bool)>>,
    /// For each first word, the most words that a phrase beginning with it has.
    longest: HashMap<String, usize>,
}

/// The folded form under which a word is found: lower case, no diacritics, points or hyphens.
pub(super) fn key(word: &str) -> String {
    let mut key = folded(word);
    key.retain(|c| c != '.' && c != '-');
    key
}

impl Lexicon {
    /// Adds a spelling.
    pub fn add(&mut self, spelling: &str, sense: Sense) {
        let mut tokens = Vec::new();
        tokens_in(spelling, Span::whole(spelling), &mut tokens);
        let words: Vec<String> =
            tokens.iter().map(|token| key(token.span.of(spelling))).filter(|word| !word.is_empty()).collect();
        let Some(first) = words.first() else { return };
        let capitals = !spelling.chars().any(char::is_lowercase) && spelling.chars().any(char::is_uppercase);
        let longest = self.longest.entry(first.clone()).or_default();
        *longest = (*longest).max(words.len());
        let senses = self.senses.entry(words.join(" ")).or_default();
        if !senses.iter().any(|(known, _)| *known == sense) {
            senses.push((sense, capitals));
        }
    }

    /// The longest known phrase that begins at `at` (its length in tokens) and everything that it can mean.
    pub fn longest_at(&self, line: &Line<'_>, keys: &[String], at: usize) -> Option<(usize, Vec<Sense>)> {
        let most = *self.longest.get(keys.get(at)?)?;
        let mut phrase = String::new();
        let mut best = None;
        for length in 1..=most {
            let Some(word) = keys.get(at + length - 1) else { break };
            if length > 1 {
                phrase.push(' ');
            }
            phrase.push_str(word);
            let in_capitals = || (at..at + length).all(|at| !line.word(at).chars().any(char::is_lowercase));
            let Some(senses) = self.senses.get(&phrase) else { continue };
            let fits: Vec<Sense> =
                senses.iter().filter(|(_, capitals)| !capitals || in_capitals()).map(|(sense, _)| *sense).collect();
            if !fits.is_empty() {
                best = Some((length, fits));
            }
        }
        best
    }

    /// What a single word can mean, capitals aside; the first sense where there are several.
    pub fn word(&self, word: &str) -> Option<Sense> {
        self.senses.get(&key(word))?.first().map(|(sense, _)| *sense)
    }
}
