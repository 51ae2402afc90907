//! A word of a token's window in, the sum of the weights of its own features out.
//!
//! These features are the same wherever the word stands, and they are nearly half of all; so their sums are
//! remembered ([`Remembered`]).

use super::features::{WINDOW, of_word};
use super::model::{Pass, Sum};
use super::remembered::Remembered;
use super::words::Word;

/// A word's sums by its number in the window, each with whether it is worked out.
#[derive(Clone, Debug, Default)]
struct Sums {
    done: [bool; WINDOW],
    sums: [Sum; WINDOW],
}

/// The sums of the words met lately.
#[derive(Debug, Default)]
pub(crate) struct WordSums {
    known: Remembered<Sums>,
    /// The sums of no word: before the sentence and after it.
    outside: Sums,
    features: Vec<u32>,
}

impl WordSums {
    /// Adds what `word` is worth as number `number` of a window.
    pub(crate) fn add(&mut self, word: Option<&Word>, number: usize, pass: &Pass, sum: &mut Sum) {
        let Self { known, outside, features } = self;
        let entry = match word {
            None => Some(outside),
            Some(word) => known.entry(word.exact).map(|(sums, _)| sums),
        };
        let Some(Sums { done, sums }) = entry else { return };
        let (Some(done), Some(own)) = (done.get_mut(number), sums.get_mut(number)) else { return };
        if !std::mem::replace(done, true) {
            features.clear();
            of_word(word, number, features);
            *own = pass.sum(features);
        }
        for (sum, own) in sum.iter_mut().zip(own) {
            *sum = sum.saturating_add(*own);
        }
    }
}
