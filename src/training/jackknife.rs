//! Examples of the first pass in, labels that it gives to texts that it did not learn from, out.
//!
//! The second pass must learn how far to trust the first. On texts that the first pass learned from it is nearly always
//! right, and the second would learn to trust it blindly. So for each part of the documents the first pass is learned
//! from the others (jack-knifing; Collins and Koo 2005, Krishnan and Manning 2006).

use rayon::prelude::*;

use super::examples::Examples;
use super::perceptron::train;
use super::recipe::{Pass, Recipe};
use super::weights::Weights;
use crate::language::training::{Decoder, LABELS, Scores};

/// What a first pass says of every token of the examples.
#[derive(Clone, Debug, Default)]
pub(super) struct Predicted {
    /// Its best labels.
    pub labels: Vec<u8>,
    /// Its scores, as they count in the second pass.
    pub scores: Vec<Scores<f32>>,
}

/// A sequence's number with its labels and scores.
type Labelled = (usize, Vec<u8>, Vec<Scores<f32>>);

/// Labels every sequence by a first pass that learned from documents of other folds only. Folds are learned side by
/// side; the result does not depend on how many at once.
pub(super) fn predict(examples: &Examples, recipe: &Recipe, tell: &(dyn Fn(&str) + Sync)) -> Predicted {
    let folds: Vec<Vec<Labelled>> = (0..recipe.folds)
        .into_par_iter()
        .map(|fold| {
            let tell = |line: &str| tell(&format!("first pass, fold {} of {}, {line}", fold + 1, recipe.folds));
            let pass = Pass { seed: recipe.first.seed + 9 + fold as u64, ..recipe.first.clone() };
            let chosen = chosen(examples, |document| document % recipe.folds != fold);
            let weights = train(examples, &chosen, &pass, 1, &tell);
            label(examples, &weights, |document| document % recipe.folds == fold, recipe.carried)
        })
        .collect();
    let mut predicted =
        Predicted { labels: vec![0; examples.tokens()], scores: vec![[0.0; LABELS]; examples.tokens()] };
    for (number, labels, scores) in folds.into_iter().flatten() {
        let Some(sequence) = examples.sequences.get(number) else { continue };
        let tokens = sequence.tokens.clone();
        for (to, from) in predicted.labels.get_mut(tokens.clone()).unwrap_or_default().iter_mut().zip(labels) {
            *to = from;
        }
        for (to, from) in predicted.scores.get_mut(tokens).unwrap_or_default().iter_mut().zip(scores) {
            *to = from;
        }
    }
    predicted
}

/// The numbers of the sequences that can be learned from, of the documents asked for.
pub(super) fn chosen(examples: &Examples, wanted: impl Fn(usize) -> bool) -> Vec<usize> {
    let sequences = examples.sequences.iter().enumerate();
    let usable = sequences.filter(|(_, sequence)| !sequence.unsure && wanted(sequence.document));
    usable.map(|(number, _)| number).collect()
}

fn label(examples: &Examples, weights: &Weights, wanted: impl Fn(usize) -> bool, carried: f32) -> Vec<Labelled> {
    let mut decoder = Decoder::default();
    let sequences = examples.sequences.iter().enumerate().filter(|(_, sequence)| wanted(sequence.document));
    let labelled = sequences.map(|(number, sequence)| {
        let (mut scores, labels) = weights.label(examples, sequence, &mut decoder);
        scores.as_flattened_mut().iter_mut().for_each(|score| *score *= carried);
        (number, labels, scores)
    });
    labelled.collect()
}
