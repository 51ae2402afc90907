//! What a pass has learned: a score for each feature and label, and for passing from one label to the next.

use super::examples::{Examples, Sequence};
use crate::language::training::{Decoder, Grid, LABELS, Scores, Transitions};

/// The weights of one pass.
#[derive(Clone, Debug)]
pub(super) struct Weights {
    /// Of each feature, in the numbering of [`Examples::rows`].
    pub rows: Vec<Scores<f32>>,
    /// Of passing from a label to the next.
    pub transitions: Transitions<f32>,
}

impl Weights {
    /// Nothing learned about `rows` features.
    pub(super) fn nothing(rows: usize) -> Self {
        Self { rows: vec![[0.0; LABELS]; rows], transitions: [[0.0; LABELS]; LABELS] }
    }

    /// Every score, in a fixed order.
    pub(super) fn scores_mut(&mut self) -> impl Iterator<Item = &mut f32> {
        self.rows.iter_mut().chain(&mut self.transitions).flatten()
    }

    /// Every score, in the same order.
    pub(super) fn scores(&self) -> impl Iterator<Item = &f32> {
        self.rows.iter().chain(&self.transitions).flatten()
    }

    /// Adds the weights of `features` to `scores`.
    pub(super) fn add(&self, features: &[u32], scores: &mut Scores<f32>) {
        for feature in features {
            let Some(row) = self.rows.get(*feature as usize) else { continue };
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += weight;
            }
        }
    }

    /// The scores of the tokens of a sequence, and its best labels.
    pub(super) fn label(
        &self,
        examples: &Examples,
        sequence: &Sequence,
        decoder: &mut Decoder,
    ) -> (Vec<Scores<f32>>, Vec<u8>) {
        let score = |token: usize| {
            let mut scores = examples.carried.get(token).copied().unwrap_or([0.0; LABELS]);
            self.add(examples.features(token), &mut scores);
            scores
        };
        let scores: Vec<_> = sequence.tokens.clone().map(score).collect();
        let mut labels = Vec::new();
        decoder.decode(&scores, &Grid::new(&self.transitions), &mut labels);
        (scores, labels)
    }
}
