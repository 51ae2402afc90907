//! What both passes have learned in, the bytes that the program ships out.
//!
//! The form is told in the recogniser's `model.rs`. Weights are stored as signed bytes, in units of a step; transitions
//! and what the passes are worth to each other as whole numbers, so that the program never adds fractions.

use super::example_sets::SECOND_ROW_BITS;
use super::recipe::Recipe;
use super::weights::Weights;
use crate::language::training::{FORMAT, LABELS, ROW_BITS, Table, pack_table};

/// In the second pass scores are counted in this part of one.
const THOUSANDTHS: f32 = 1000.0;

/// The greatest weight that a signed byte holds, in units.
const MOST: f32 = 127.0;

/// What was learned.
#[derive(Debug)]
pub(super) struct Learned {
    /// The rows of the first pass's features, in order, and its weights.
    pub first: (Vec<u32>, Weights),
    /// The same of the second.
    pub second: (Vec<u32>, Weights),
}

/// A packed model, and what is in it.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How many rows of weights each pass has, and how many it had before rare ones were left out.
    pub rows: [(usize, usize); 2],
    /// How many weights of the first pass a byte could not hold, and were cut to what it can.
    pub cut: usize,
}

/// Packs a model with the clusters that it was learned with.
pub(super) fn pack(clusters: &[u8], learned: &Learned, recipe: &Recipe) -> Packed {
    let (first_rows, first) = &learned.first;
    let (second_rows, second) = &learned.second;
    let kept = [
        kept(first_rows, first, ROW_BITS, recipe.step, recipe.least),
        // Every weight of the second pass fits, and all but those of nothing stay.
        kept(second_rows, second, SECOND_ROW_BITS, own_step(second), own_step(second) / 2.0),
    ];
    let [first_kept, second_kept] = &kept;
    let carried = whole(recipe.step * recipe.carried * THOUSANDTHS);
    let fresh = whole(own_step(second) * THOUSANDTHS).max(1);
    let (first_blocks, first_weights) = pack_table(ROW_BITS, first_kept);
    let (second_blocks, second_weights) = pack_table(SECOND_ROW_BITS, second_kept);

    let mut bytes = FORMAT.to_vec();
    let sizes = [
        clusters.len(),
        first_blocks.len() / Table::BLOCK,
        first_weights.len() / Table::ROW,
        second_blocks.len() / Table::BLOCK,
        second_weights.len() / Table::ROW,
    ];
    for size in sizes {
        bytes.extend(u32::try_from(size).unwrap_or(u32::MAX).to_le_bytes());
    }
    for number in [carried, fresh, 0] {
        bytes.extend(number.to_le_bytes());
    }
    for score in first.transitions.as_flattened() {
        bytes.extend(whole(score / recipe.step).to_le_bytes());
    }
    for score in second.transitions.as_flattened() {
        bytes.extend((whole(score / own_step(second)) * fresh).to_le_bytes());
    }
    for part in [clusters, &first_blocks, &first_weights, &second_blocks, &second_weights] {
        bytes.extend(part);
    }
    let cut = first.rows.as_flattened().iter().filter(|weight| (**weight / recipe.step).round().abs() > MOST).count();
    Packed { bytes, rows: [(first_kept.len(), first_rows.len()), (second_kept.len(), second_rows.len())], cut }
}

/// The unit in which the greatest weight is the greatest that a byte holds; never nothing.
fn own_step(weights: &Weights) -> f32 {
    let most = weights.rows.as_flattened().iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
    if most > 0.0 { most / MOST } else { 1.0 }
}

/// The rows below `2^bits` with a weight of at least `least`, in units of `step`; in order, as `rows` are.
fn kept(rows: &[u32], weights: &Weights, bits: u32, step: f32, least: f32) -> Vec<(u32, [i8; LABELS])> {
    let own = rows.iter().copied().zip(&weights.rows).filter(|(row, _)| *row < 1 << bits);
    let kept = own.filter(|(_, weights)| weights.iter().any(|weight| weight.abs() >= least));
    kept.map(|(row, weights)| (row, weights.map(|weight| byte(weight / step)))).collect()
}

/// The nearest whole number that a signed byte holds on both sides of nothing.
#[allow(clippy::cast_possible_truncation, reason = "it was clamped to what fits")]
fn byte(number: f32) -> i8 {
    number.round().clamp(-MOST, MOST) as i8
}

/// The nearest whole number. Scores are sums of some hundred thousand steps of one at most.
#[allow(clippy::cast_possible_truncation, reason = "a float is cut to the nearest that fits")]
fn whole(number: f32) -> i32 {
    number.round() as i32
}
