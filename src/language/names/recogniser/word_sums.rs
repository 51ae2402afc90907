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
    sums: [Sum; WINDOW],
}

/// The sums of the words met lately.
#[derive(Debug)]
pub(crate) struct WordSums {
    entries: Vec<Entry>,
    /// The sums of no word: before the sentence and after it.
    outside: Option<[Sum; WINDOW]>,
    features: Vec<u32>,
}

impl Default for WordSums {
    fn default() -> Self {
        let entry = Entry { word: 0, sums: [[0; Table::ROW]; WINDOW] };
        Self { entries: vec![entry; REMEMBERED], outside: None, features: Vec::new() }
    }
}

impl WordSums {
    /// Adds what `word` is worth as number `number` of a window.
    pub(crate) fn add(&mut self, word: Option<&Word>, number: usize, pass: &Pass, sum: &mut Sum) {
        let Self { entries, outside, features } = self;
        let sums = match word {
            None => Some(&*outside.get_or_insert_with(|| work_out(None, pass, features))),
            Some(word) => entries.get_mut(word.slot()).map(|entry| {
                if entry.word != word.exact {
                    *entry = Entry { word: word.exact, sums: work_out(Some(word), pass, features) };
                }
                &entry.sums
            }),
        };
        for (sum, own) in sum.iter_mut().zip(sums.and_then(|sums| sums.get(number)).into_iter().flatten()) {
            *sum = sum.saturating_add(*own);
        }
    }
}

fn work_out(word: Option<&Word>, pass: &Pass, features: &mut Vec<u32>) -> [Sum; WINDOW] {
    std::array::from_fn(|number| {
        features.clear();
        of_word(word, number, features);
        pass.sum(features)
    })
}
