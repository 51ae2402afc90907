//! Examples in, weights out: the averaged structured perceptron (Collins 2002).
//!
//! Each sequence is labelled with the weights so far; where the labels are wrong, the features of the right ones gain
//! and those of the wrong ones lose. What comes out is the mean of the weights over all steps, for the last ones
//! depend too much on the last examples. Wrong labels are given a margin while learning, and a share of the features
//! is hidden at each step: see [`Pass`].

use std::ops::Range;

use rayon::prelude::*;

use super::examples::Examples;
use super::random::Random;
use super::recipe::Pass;
use super::weights::Weights;
use crate::language::training::{Decoder, Grid, LABELS, OUTSIDE, Scores, Transitions};

/// How far apart the seeds of models are that are averaged.
const APART: u64 = 1000;

/// Learns the weights of `pass` from the sequences that `chosen` names by their numbers: the mean of `models` trainings.
/// `tell` is called after every epoch.
pub(super) fn train(
    examples: &Examples,
    chosen: &[usize],
    pass: &Pass,
    models: u64,
    tell: &(dyn Fn(&str) + Sync),
) -> Weights {
    // Learned side by side, summed in order: rounding must not depend on which is ready first.
    let learn = |model| Learner::new(examples, pass, pass.seed + APART * model).learn(chosen.to_vec(), tell);
    let mut sum = Weights::nothing(examples.rows.len());
    for learned in (0..models).into_par_iter().map(learn).collect::<Vec<_>>() {
        for (sum, own) in sum.scores_mut().zip(learned.scores()) {
            *sum += own;
        }
    }
    let share = 1.0 / count(models);
    sum.scores_mut().for_each(|score| *score *= share);
    sum
}

/// Weights on their way.
struct Learner<'a> {
    examples: &'a Examples,
    pass: &'a Pass,
    /// As they are now.
    now: Weights,
    /// Every change, times the steps before it: `now - changes / steps` is the mean over all steps.
    changes: Weights,
    /// How many sequences were seen, from 1.
    steps: f32,
    random: Random,
    decoder: Decoder,
    shown: Shown,
    scores: Vec<Scores<f32>>,
    labels: Vec<u8>,
}

impl<'a> Learner<'a> {
    fn new(examples: &'a Examples, pass: &'a Pass, seed: u64) -> Self {
        Self {
            examples,
            pass,
            now: Weights::nothing(examples.rows.len()),
            changes: Weights::nothing(examples.rows.len()),
            steps: 1.0,
            random: Random::new(seed),
            decoder: Decoder::default(),
            shown: Shown::default(),
            scores: Vec::new(),
            labels: Vec::new(),
        }
    }

    fn learn(mut self, mut order: Vec<usize>, tell: &(dyn Fn(&str) + Sync)) -> Weights {
        for epoch in 1..=self.pass.epochs {
            self.random.shuffle(&mut order);
            let wrong: usize = order.iter().map(|sequence| self.step(*sequence)).sum();
            tell(&format!("epoch {epoch} of {}: {wrong} labels wrong", self.pass.epochs));
        }
        let steps = self.steps;
        for (now, change) in self.now.scores_mut().zip(self.changes.scores()) {
            *now -= change / steps;
        }
        // Without dropout a token scores more by that share; transitions must keep up.
        let grown = 1.0 / (1.0 - self.pass.dropout);
        self.now.transitions.as_flattened_mut().iter_mut().for_each(|score| *score *= grown);
        self.now
    }

    /// Learns from one sequence; how many of its labels were wrong.
    fn step(&mut self, sequence: usize) -> usize {
        let Some(sequence) = self.examples.sequences.get(sequence) else { return 0 };
        let gold = self.examples.gold.get(sequence.tokens.clone()).unwrap_or_default();
        self.shown.draw(self.examples, &sequence.tokens, self.pass.dropout, &mut self.random);
        self.score(&sequence.tokens, gold);
        self.labels.clear();
        self.decoder.decode(&self.scores, &Grid::new(&self.now.transitions), &mut self.labels);
        let wrong = self.labels.iter().zip(gold).filter(|(label, gold)| label != gold).count();
        if wrong > 0 {
            self.correct(gold);
        }
        self.steps += 1.0;
        wrong
    }

    /// Scores the tokens by the features shown, wrong labels with the margin.
    fn score(&mut self, tokens: &Range<usize>, gold: &[u8]) {
        self.scores.clear();
        for ((number, token), gold) in tokens.clone().enumerate().zip(gold) {
            let mut scores = self.examples.carried.get(token).copied().unwrap_or([0.0; LABELS]);
            self.now.add(self.shown.features(number), &mut scores);
            for (label, score) in scores.iter_mut().enumerate() {
                if label != usize::from(*gold) {
                    *score += self.pass.margin;
                }
            }
            self.scores.push(scores);
        }
    }

    /// Moves the weights from the labels given towards the right ones.
    fn correct(&mut self, gold: &[u8]) {
        let (mut right_before, mut wrong_before) = (OUTSIDE, OUTSIDE);
        for (number, (right, wrong)) in gold.iter().zip(&self.labels).enumerate() {
            let (right, wrong) = (usize::from(*right), usize::from(*wrong));
            if right != wrong {
                for feature in self.shown.features(number) {
                    let feature = *feature as usize;
                    for (weights, by) in [(&mut self.now, 1.0), (&mut self.changes, self.steps)] {
                        let Some(row) = weights.rows.get_mut(feature) else { continue };
                        change(row, right, by);
                        change(row, wrong, -by);
                    }
                }
            }
            if (right_before, right) != (wrong_before, wrong) {
                for (weights, by) in [(&mut self.now, 1.0), (&mut self.changes, self.steps)] {
                    pass_on(&mut weights.transitions, right_before, right, by);
                    pass_on(&mut weights.transitions, wrong_before, wrong, -by);
                }
            }
            (right_before, wrong_before) = (right, wrong);
        }
    }
}

fn change(scores: &mut Scores<f32>, label: usize, by: f32) {
    if let Some(score) = scores.get_mut(label) {
        *score += by;
    }
}

fn pass_on(transitions: &mut Transitions<f32>, from: usize, to: usize, by: f32) {
    if let Some(row) = transitions.get_mut(from) {
        change(row, to, by);
    }
}

/// The features of a sequence that are not hidden at a step.
#[derive(Debug, Default)]
struct Shown {
    features: Vec<u32>,
    ends: Vec<usize>,
}

impl Shown {
    /// Draws which features of `tokens` are shown.
    fn draw(&mut self, examples: &Examples, tokens: &Range<usize>, dropout: f32, random: &mut Random) {
        self.features.clear();
        self.ends.clear();
        for token in tokens.clone() {
            let own = examples.features(token);
            if dropout > 0.0 {
                self.features.extend(own.iter().filter(|_| !random.happens(dropout)));
            } else {
                self.features.extend(own);
            }
            self.ends.push(self.features.len());
        }
    }

    /// What is shown of the token with this number in its sequence.
    fn features(&self, number: usize) -> &[u32] {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let end = self.ends.get(number).copied().unwrap_or_default();
        self.features.get(start..end).unwrap_or_default()
    }
}

/// A small count as a number to divide by.
fn count(models: u64) -> f32 {
    u16::try_from(models).map_or(f32::MAX, f32::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::training::{Class, UNIT, label};

    /// Sequences of one token each: features 3 and 70 make a person, 3 and 9 nothing.
    fn examples() -> Examples {
        let person = u8::try_from(label(Class::Person, UNIT)).unwrap();
        let mut examples = Examples::default();
        for document in 0..20 {
            let (features, gold) = if document % 2 == 0 { (vec![3, 70], person) } else { (vec![3, 9], 0) };
            examples.push(document, &[features], &[gold], false);
        }
        examples.number_rows();
        examples
    }

    #[test]
    fn what_the_examples_show_is_learned_with_a_margin() {
        let examples = examples();
        assert_eq!(examples.rows, [3, 9, 70]);
        let pass = Pass { epochs: 20, margin: 5.0, dropout: 0.0, seed: 1 };
        let weights = train(&examples, &(0..20).collect::<Vec<_>>(), &pass, 2, &|_| ());
        let mut decoder = Decoder::default();
        for sequence in &examples.sequences {
            let (scores, labels) = weights.label(&examples, sequence, &mut decoder);
            let gold = examples.gold[sequence.tokens.start];
            assert_eq!(labels, [gold]);
            let right = scores[0][usize::from(gold)] + weights.transitions[OUTSIDE][usize::from(gold)];
            let person = label(Class::Person, UNIT);
            let other = if usize::from(gold) == person { OUTSIDE } else { person };
            let wrong = scores[0][other] + weights.transitions[OUTSIDE][other];
            assert!(right - wrong > 1.0, "{right} {wrong}");
        }
    }

    #[test]
    fn hidden_features_are_those_that_the_dice_say_and_no_others() {
        let examples = examples();
        let mut shown = Shown::default();
        shown.draw(&examples, &(0..20), 0.5, &mut Random::new(3));
        let count: usize = (0..20).map(|token| shown.features(token).len()).sum();
        assert!((5..35).contains(&count), "{count}");
        shown.draw(&examples, &(0..20), 0.0, &mut Random::new(3));
        assert!((0..20).all(|token| shown.features(token) == examples.features(token)));
    }
}
