//! A token in its document in; the features that are scored for it, out, as row numbers of the weights.
//!
//! A feature is a template's number and one or two values, hashed (Weinberger and others 2009) into 2²² rows. The
//! templates follow Ratinov and Roth 2009 and Zhang and Johnson 2003: words, shapes, endings, clusters and gazetteers
//! in a window of two to either side, pairs of them, the run of capitals that a token stands in, and how the document
//! writes the word elsewhere.

use super::document::{Document, Sentence};
use super::runs::Runs;
use super::statistics::Statistics;
use super::words::{Word, mix};

/// How many bits number a row.
pub(crate) const ROW_BITS: u32 = 22;

/// What stands for a word outside the sentence, by offset.
const OUTSIDE: u64 = 99;

/// The row of a feature.
pub(crate) const fn row(template: u64, a: u64, b: u64) -> u32 {
    let first = (a ^ template.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let both = ((first ^ (first >> 32)) ^ b.rotate_left(17)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (both >> (64 - ROW_BITS)) as u32
}

/// How many words the window around a token has, itself among them.
pub(crate) const WINDOW: usize = 5;

/// The token's own number in its window.
pub(crate) const OWN: usize = WINDOW / 2;

/// Appends the features that a word has by itself for the token in whose window it is number `number`. They are the
/// same wherever the word stands, so their sum need not be worked out twice.
pub(crate) fn of_word(word: Option<&Word>, number: usize, out: &mut Vec<u32>) {
    let template = number as u64;
    let Some(word) = word else {
        out.push(row(10 + template, OUTSIDE, 0));
        return;
    };
    out.push(row(10 + template, word.lower, 1));
    out.push(row(20 + template, u64::from(word.clusters[0]), 0));
    out.push(row(30 + template, u64::from(word.clusters[1]), 0));
    if number == OWN {
        let capital = u64::from(word.capital);
        out.push(row(50, word.exact, 0));
        for (number, (prefix, suffix)) in word.prefixes.iter().zip(&word.suffixes).enumerate() {
            if *prefix != 0 {
                out.push(row(60 + number as u64, u64::from(*prefix), capital));
                out.push(row(70 + number as u64, u64::from(*suffix), capital));
            }
        }
    }
}

/// What the features of a token are worked out from.
pub(crate) struct View<'a> {
    pub document: &'a Document,
    pub statistics: &'a Statistics,
    pub sentence: &'a Sentence,
}

impl View<'_> {
    /// The word `offset` tokens from `at`.
    fn near(&self, at: usize, offset: isize) -> Option<&Word> {
        self.document.word(at.checked_add_signed(offset)?, self.sentence)
    }

    fn lower(&self, at: usize, offset: isize) -> u64 {
        self.near(at, offset).map_or(OUTSIDE.wrapping_add_signed(offset as i64), |word| word.lower)
    }

    fn shape(&self, at: usize, offset: isize) -> u64 {
        self.near(at, offset).map_or(OUTSIDE, |word| u64::from(word.short_shape))
    }

    fn cluster(&self, at: usize, offset: isize, which: usize) -> u64 {
        let own = |word: &Word| word.clusters.get(which).copied().unwrap_or_default();
        self.near(at, offset).map_or(70_000, |word| u64::from(own(word)))
    }

    /// The words of the window around `at`, in order; `None` outside the sentence.
    pub(crate) fn window(&self, at: usize) -> [Option<&Word>; WINDOW] {
        std::array::from_fn(|number| self.near(at, number.cast_signed() - OWN.cast_signed()))
    }

    /// Appends the features of the token at `at` but those of the words of its window: see [`of_word`].
    pub(crate) fn of_surroundings(&self, at: usize, runs: &Runs, out: &mut Vec<u32>) {
        let Some(word) = self.document.words.get(at) else { return };
        let first = u64::from(at == self.sentence.first);
        let headline = u64::from(self.sentence.headline);
        let place = first * 2 + headline;
        out.push(row(0, 0, headline));
        out.push(row(51, u64::from(word.shape), place));
        for (number, offset) in (-1..=1_isize).enumerate() {
            out.push(row(40 + number as u64, self.shape(at, offset), 0));
        }
        self.pairs(at, word, out);
        self.gazetteer(at, place, out);
        if word.has_capital {
            self.elsewhere(at, word, place, out);
        }
        self.run(at, runs, headline, out);
    }

    fn pairs(&self, at: usize, word: &Word, out: &mut Vec<u32>) {
        let (own, shape, capital) = (word.lower, u64::from(word.short_shape), u64::from(word.capital));
        let (before, after) = (self.lower(at, -1), self.lower(at, 1));
        let (shape_before, shape_after) = (self.shape(at, -1), self.shape(at, 1));
        out.push(row(80, before, own));
        out.push(row(81, own, after));
        out.push(row(82, mix(shape_before, shape_after), shape));
        out.push(row(83, before, shape));
        out.push(row(84, shape, after));
        out.push(row(85, mix(self.lower(at, -2), before), capital));
        out.push(row(86, mix(after, self.lower(at, 2)), capital));
        out.push(row(87, self.cluster(at, -1, 0) * 1000 + self.cluster(at, 0, 0), 0));
        out.push(row(88, self.cluster(at, 1, 0) * 1000 + self.cluster(at, 0, 0), 0));
        out.push(row(89, mix(self.cluster(at, -1, 1), self.cluster(at, 1, 1)), capital));
        out.push(row(90, mix(mix(self.shape(at, -2), shape_before), mix(shape, shape_after)), self.shape(at, 2)));
    }

    fn gazetteer(&self, at: usize, place: u64, out: &mut Vec<u32>) {
        for (number, offset) in (-1..=1_isize).enumerate() {
            let Some(near) = at.checked_add_signed(offset).filter(|near| self.sentence.tokens.contains(near)) else {
                continue;
            };
            let marks = self.document.marks.get(near).copied().unwrap_or_default();
            for mark in marks.numbers() {
                out.push(row(100 + number as u64, mark, 0));
                if offset == 0 {
                    out.push(row(103, mark, self.shape(at, 1)));
                    out.push(row(104, mark, place));
                }
            }
        }
    }

    fn elsewhere(&self, at: usize, word: &Word, place: u64, out: &mut Vec<u32>) {
        out.push(row(110, u64::from(self.statistics.seen(word.stem)), place));
        for other in self.statistics.occurrences(word.stem).filter(|other| *other != at).take(4) {
            if let Some(before) = other.checked_sub(1).and_then(|before| self.document.words.get(before)) {
                out.push(row(120, before.lower, 0));
                out.push(row(122, u64::from(before.clusters[1]), 0));
            }
            if let Some(after) = self.document.words.get(other + 1) {
                out.push(row(121, after.lower, 0));
            }
        }
    }

    fn run(&self, at: usize, runs: &Runs, headline: u64, out: &mut Vec<u32>) {
        let Some(run) = runs.around(at) else { return };
        let word = |at: Option<usize>| at.and_then(|at| self.document.word(at, self.sentence));
        let lower = |at| word(at).map_or(OUTSIDE, |word| word.lower);
        let cluster = |at| word(at).map_or(70_000, |word| u64::from(word.clusters[1]));
        let place = (at - run.start).min(3) as u64 * 4 + (run.end - 1 - at).min(3) as u64;
        let (first, last) = (Some(run.start), run.end.checked_sub(1));
        let (before, after) = (run.start.checked_sub(1), Some(run.end));
        out.push(row(140, place, headline));
        out.push(row(141, lower(first), place));
        out.push(row(142, lower(last), place));
        out.push(row(143, lower(before), 0));
        out.push(row(144, lower(after), 0));
        out.push(row(145, cluster(before), 0));
        out.push(row(146, cluster(after), 0));
        out.push(row(147, cluster(first), place));
        out.push(row(148, cluster(last), place));
    }
}
