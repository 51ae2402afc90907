//! An article's sentences in; its words as the features see them, and the regions where names can be, out.
//!
//! Four words in five of running text are in lower case with no capital near; names are there so rarely that the
//! recogniser does not look. What it looks at are *regions*: words with a capital, what joins them, and one word on
//! either side (98.6 % of the names of the development data lie whole in them, a third of the words).

use std::ops::Range;

use super::clusters::Clusters;
use super::gazetteer::{self, Marks};
use super::label::{BEGIN, INSIDE, LAST, UNIT};
use super::words::{Vocabulary, Word};
use crate::language::line::Line;
use crate::language::names::Found;

/// The most words in lower case that a name bridges (`Bank of the West`, `Ministry for the Protection of Nature`).
const BRIDGE: usize = 3;

/// The most tokens of a region. No sentence comes near it but endless lists; and a sum of so many scores, each below
/// 2²¹ in size, cannot overflow.
const LONGEST: usize = 256;

/// What the recogniser knows of an article before it scores anything. Positions count tokens through all sentences.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// Every token.
    pub words: Vec<Word>,
    /// For every token, what the gazetteer knows the phrases as that cover it.
    pub marks: Vec<Marks>,
    /// For every token, what the rules take it for: see [`Document::hint`]. 0 where they see no name.
    pub hints: Vec<u8>,
    /// Each sentence.
    pub sentences: Vec<Sentence>,
    /// Where names can be, in order, each within one sentence.
    pub regions: Vec<Region>,
}

/// A sentence's tokens and what holds for all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The first token with a letter.
    pub first: usize,
    /// Whether nearly all its words have capitals, as in headlines.
    pub headline: bool,
}

/// A stretch of tokens that can hold names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Region {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The number of its sentence.
    pub sentence: usize,
}

impl Document {
    /// Reads the sentences of the next article; the memory of the last one is used again.
    pub(crate) fn read(&mut self, lines: &[Line<'_>], clusters: &Clusters, vocabulary: &mut Vocabulary) {
        self.words.clear();
        self.sentences.clear();
        self.regions.clear();
        for line in lines {
            let start = self.words.len();
            for token in line.tokens {
                let word = token.span.of(line.text);
                self.words.push(vocabulary.look_up(word, token.kind, clusters));
            }
            let tokens = start..self.words.len();
            let sentence = sentence(&self.words, tokens);
            let number = self.sentences.len();
            add_regions(&self.words, &sentence, number, &mut self.regions);
            self.sentences.push(sentence);
        }
        self.marks.clear();
        self.marks.resize(self.words.len(), Marks::default());
        for region in &self.regions {
            gazetteer::mark(&self.words, &region.tokens, &mut self.marks);
        }
    }

    /// Takes in what the rules found.
    pub(crate) fn hint(&mut self, found: &[Found]) {
        self.hints.clear();
        self.hints.resize(self.words.len(), 0);
        for name in found {
            let Some(sentence) = self.sentences.get(name.line) else { continue };
            let range = sentence.tokens.start + name.tokens.start..sentence.tokens.start + name.tokens.end;
            for at in range.clone() {
                let position = match (at == range.start, at + 1 == range.end) {
                    (true, true) => UNIT,
                    (true, false) => BEGIN,
                    (false, true) => LAST,
                    (false, false) => INSIDE,
                };
                let code = 1 + (name.kind as usize * 4 + position) * 2 + usize::from(name.sense.is_some());
                if let Some(hint) = self.hints.get_mut(at) {
                    *hint = u8::try_from(code).unwrap_or_default();
                }
            }
        }
    }

    /// The word at `at`, if it lies in `sentence`.
    pub(crate) fn word(&self, at: usize, sentence: &Sentence) -> Option<&Word> {
        self.words.get(at).filter(|_| sentence.tokens.contains(&at))
    }
}

fn sentence(words: &[Word], tokens: Range<usize>) -> Sentence {
    let own = words.get(tokens.clone()).unwrap_or_default();
    let first = own.iter().position(|word| word.has_letter).unwrap_or_default();
    let letters = own.iter().filter(|word| word.has_letter).count();
    let capitals = own.iter().filter(|word| word.capital).count();
    Sentence { first: tokens.start + first, headline: letters > 3 && capitals * 10 >= letters * 7, tokens }
}

fn add_regions(words: &[Word], sentence: &Sentence, number: usize, regions: &mut Vec<Region>) {
    let range = sentence.tokens.clone();
    let mut open: Option<Range<usize>> = None;
    for at in range.clone() {
        if !is_anchor(words, at, sentence) {
            continue;
        }
        let start = at.saturating_sub(1).max(range.start);
        let end = (at + 2).min(range.end);
        open = match open.take() {
            Some(region) if at < region.end + BRIDGE && end - region.start <= LONGEST => Some(region.start..end),
            Some(region) => {
                regions.push(Region { tokens: region.clone(), sentence: number });
                Some(start.max(region.end)..end)
            }
            None => Some(start..end),
        };
    }
    regions.extend(open.map(|tokens| Region { tokens, sentence: number }));
}

/// Whether a name can be at `at` for the word's own sake.
fn is_anchor(words: &[Word], at: usize, sentence: &Sentence) -> bool {
    let Some(word) = words.get(at) else { return false };
    word.has_capital && !(at == sentence.first && word.closed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::fixture::story;
    use crate::language::sentences;

    /// The words of each region of a text.
    fn regions(text: &str) -> Vec<String> {
        let article = story(text);
        let (tokens, sentences) = sentences::split(&article);
        let lines: Vec<Line<'_>> = sentences.iter().map(|sentence| Line::new(&article, &tokens, sentence)).collect();
        let mut document = Document::default();
        document.read(&lines, &Clusters::packed(&[]), &mut Vocabulary::default());
        let words = |region: &Region| {
            let tokens = tokens.get(region.tokens.clone()).unwrap();
            tokens.first().unwrap().span.cover(tokens.last().unwrap().span).of(text).to_owned()
        };
        document.regions.iter().map(words).collect()
    }

    #[test]
    fn a_region_reaches_over_small_words_and_one_word_to_either_side() {
        assert_eq!(regions("they saw the Bank of the West burn all night"), ["the Bank of the West burn"]);
        assert_eq!(
            regions("they saw Oslo by night and then by day saw Bergen again"),
            ["saw Oslo by", "saw Bergen again"]
        );
    }

    #[test]
    fn a_word_that_opens_a_sentence_for_its_place_alone_makes_no_region() {
        assert!(regions("However they went home.").is_empty());
        assert_eq!(regions("Quilligan went home."), ["Quilligan went"]);
    }

    #[test]
    fn regions_are_bounded_and_miss_no_capital() {
        let text = "Oslo ".repeat(3 * LONGEST);
        let regions = regions(&text);
        assert!(regions.len() >= 3);
        assert_eq!(regions.iter().map(|region| region.split(' ').count()).sum::<usize>(), 3 * LONGEST);
    }
}
