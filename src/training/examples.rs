//! Features of tokens in, the examples that a pass learns from out.

use std::ops::Range;

use crate::language::training::Scores;

/// Sequences of tokens with their features and right labels.
#[derive(Debug, Default)]
pub(super) struct Examples {
    /// The rows of the weights that any feature uses, in order. Features are numbered by their place here, so that
    /// learning needs memory for rows in use only.
    pub rows: Vec<u32>,
    /// The features of every token, one token after the other.
    features: Vec<u32>,
    /// Where each token's features end.
    ends: Vec<usize>,
    /// The right label of each token.
    pub gold: Vec<u8>,
    /// What each token is given before its own weights are added; empty for nothing.
    pub carried: Vec<Scores<f32>>,
    /// What is labelled as one.
    pub sequences: Vec<Sequence>,
}

/// A region of a document.
#[derive(Clone, Debug)]
pub(super) struct Sequence {
    /// Its tokens among all tokens of the examples.
    pub tokens: Range<usize>,
    /// The number of its document.
    pub document: usize,
    /// Whether it holds a name that cannot be told with labels, so that nothing right can be learned from it.
    pub unsure: bool,
}

impl Examples {
    /// No examples yet of tokens that are given `carried`.
    pub(super) fn with_carried(carried: Vec<Scores<f32>>) -> Self {
        Self { carried, ..Self::default() }
    }

    /// The features of a token.
    pub(super) fn features(&self, token: usize) -> &[u32] {
        let start = token.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let end = self.ends.get(token).copied().unwrap_or_default();
        self.features.get(start..end).unwrap_or_default()
    }

    /// How many tokens there are.
    pub(super) fn tokens(&self) -> usize {
        self.ends.len()
    }

    /// Adds a sequence: the row numbers of each token's features, and its right labels.
    pub(super) fn push(&mut self, document: usize, features: &[Vec<u32>], gold: &[u8], unsure: bool) {
        let start = self.ends.len();
        for own in features {
            self.features.extend(own);
            self.ends.push(self.features.len());
        }
        self.gold.extend(gold);
        self.sequences.push(Sequence { tokens: start..self.ends.len(), document, unsure });
    }

    /// Numbers the features by the rows in use. To be called once, after the last sequence.
    pub(super) fn number_rows(&mut self) {
        let size = self.features.iter().max().map_or(0, |most| *most as usize + 1);
        let mut numbers = vec![0_u32; size];
        for row in &self.features {
            if let Some(number) = numbers.get_mut(*row as usize) {
                *number = 1;
            }
        }
        for (row, number) in (0_u32..).zip(numbers.iter_mut()).filter(|(_, number)| **number > 0) {
            *number = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
            self.rows.push(row);
        }
        for feature in &mut self.features {
            *feature = numbers.get(*feature as usize).copied().unwrap_or_default();
        }
    }
}
