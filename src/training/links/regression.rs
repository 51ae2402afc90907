//! Pairs with labels in, weights out: logistic regression that begins from what a person would say.
//!
//! The weights are the most probable ones where each has a normal distribution around its prior (so a feature of which the
//! data says little keeps it) and stays on its prior's side of zero (so that an agreement never speaks against a link).
//! Cyclic coordinate descent with one Newton step a coordinate and round: the loss is convex, the result does not
//! depend on where it begins.

use super::data_sets::{DataSet, Example};
use crate::links::training::{Feature, Line, Values, probability};

/// How far a weight strays from its prior without data: the standard deviation.
const SPREAD: f64 = 1.0;
/// What all pairs of one data set weigh at most, in pairs: a large set must not drown a small one.
const MOST: f64 = 300.0;
/// What the pairs of one meeting and those that are not weigh against each other is left as it is found.
const ROUNDS: usize = 400;
/// The largest step of one weight.
const STEP: f64 = 0.5;

/// An example with what it weighs.
pub(super) struct Weighted<'e> {
    example: &'e Example,
    weight: f64,
}

/// The chosen examples of all sets, each set within [`MOST`].
pub(super) fn weighted<'e>(sets: &[&'e DataSet], chosen: impl Fn(&Example) -> bool) -> Vec<Weighted<'e>> {
    let mut all = Vec::new();
    for set in sets {
        let own: Vec<&Example> = set.examples.iter().filter(|example| chosen(example)).collect();
        let weight = (MOST / f64::from(u32::try_from(own.len().max(1)).unwrap_or(u32::MAX))).min(1.0);
        all.extend(own.into_iter().map(|example| Weighted { example, weight }));
    }
    all
}

/// The weights that fit best, in the order of [`Feature::ALL`].
pub(super) fn learn(examples: &[Weighted<'_>], lines: &[Line]) -> Vec<f64> {
    let rows: Vec<Vec<f64>> =
        examples.iter().map(|one| one.example.values.iter().map(|(_, value)| value).collect()).collect();
    let mut weights: Vec<f64> = lines.iter().map(|line| line.prior).collect();
    let mut scores: Vec<f64> = rows.iter().map(|row| dot(&weights, row)).collect();
    for _ in 0..ROUNDS {
        for (place, line) in lines.iter().enumerate().take(Feature::ALL.len()) {
            let Some(weight) = weights.get_mut(place) else { continue };
            let mut slope = (*weight - line.prior) / (SPREAD * SPREAD);
            let mut bend = 1.0 / (SPREAD * SPREAD);
            for ((row, one), score) in rows.iter().zip(examples).zip(&scores) {
                let Some(value) = row.get(place).filter(|value| **value != 0.0) else { continue };
                let said = probability(*score);
                let held = f64::from(u8::from(one.example.same));
                slope += one.weight * (said - held) * value;
                bend += one.weight * said * (1.0 - said) * value * value;
            }
            let next = kept_beside(*weight - (slope / bend).clamp(-STEP, STEP), line.prior);
            let change = next - *weight;
            *weight = next;
            for (row, score) in rows.iter().zip(&mut scores) {
                *score += change * row.get(place).copied().unwrap_or_default();
            }
        }
    }
    weights
}

/// The weight, or zero where it is on the other side of zero than the prior.
fn kept_beside(weight: f64, prior: f64) -> f64 {
    if weight * prior < 0.0 { 0.0 } else { weight }
}

fn dot(weights: &[f64], row: &[f64]) -> f64 {
    weights.iter().zip(row).map(|(weight, value)| weight * value).sum()
}

/// The probability by these weights that a pair with these numbers is of one meeting.
pub(super) fn probability_of(weights: &[f64], values: &Values) -> f64 {
    probability(values.iter().zip(weights).map(|((_, value), weight)| value * weight).sum())
}
