//! A word of a token's window in, the sum of the weights of its own features out.
//!
//! These features are the same wherever the word stands, and they are nearly half of all; so their sums are
//! remembered, in a table of fixed size that holds nothing but pure functions of a word.

use super::features::{WINDOW, of_word};
use super::model::{Pass, Sum};
use super::table::Table;
use super::words::{REMEMBERED, Word};

/// A word's sums by its number in the window.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// [`Word::exact`]; 0 for none.
    word: u64,
    /// For each number in the window, whether its sum is worked out.
    done: [bool; WINDOW],
    sums: [Sum; WINDOW],
}

/// Nothing is known yet.
const NEW: Entry = Entry { word: 0, done: [false; WINDOW], sums: [[0; Table::ROW]; WINDOW] };

/// The sums of the words met lately.
#[derive(Debug)]
pub(crate) struct WordSums {
    entries: Vec<Entry>,
    /// The sums of no word: before the sentence and after it.
    outside: Entry,
    features: Vec<u32>,
}

impl Default for WordSums {
    fn default() -> Self {
        Self { entries: vec![NEW; REMEMBERED], outside: NEW, features: Vec::new() }
    }
}

impl WordSums {
    /// Adds what `word` is worth as number `number` of a window.
    pub(crate) fn add(&mut self, word: Option<&Word>, number: usize, pass: &Pass, sum: &mut Sum) {
        let Self { entries, outside, features } = self;
        let entry = match word {
            None => Some(outside),
            Some(word) => entries.get_mut(word.slot()),
        };
        let Some(entry) = entry else { return };
        let exact = word.map_or(0, |word| word.exact);
        if entry.word != exact {
            entry.word = exact;
            entry.done = [false; WINDOW];
        }
        let Entry { done, sums, .. } = entry;
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
