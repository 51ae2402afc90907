//! What both passes have learned in, the bytes that the program ships out.
//!
//! The form is told in the recogniser's `model.rs`. Weights are stored as whole numbers of a step, and so are
//! transitions and what the passes are worth to each other: the program never adds fractions.

use super::example_sets::SECOND_ROW_BITS;
use super::recipe::Recipe;
use super::weights::Weights;
use crate::language::training::{FORMAT, LABELS, ROW_BITS, Table, pack_table};

/// In the second pass scores are counted in this part of one.
const THOUSANDTHS: f32 = 1000.0;

/// The unit of the second pass's weights. They are few, and their scores are small beside those of the first.
const SECOND_STEP: f32 = 0.01;

/// Rows of the second pass whose greatest weight is below this say nothing.
const SECOND_LEAST: f32 = 0.05;

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
}

/// Packs a model with the clusters that it was learned with.
pub(super) fn pack(clusters: &[u8], learned: &Learned, recipe: &Recipe) -> Packed {
    let (first_rows, first) = &learned.first;
    let (second_rows, second) = &learned.second;
    let kept = [
        kept(first_rows, first, ROW_BITS, recipe.step, recipe.least),
        kept(second_rows, second, SECOND_ROW_BITS, SECOND_STEP, SECOND_LEAST),
    ];
    let [first_kept, second_kept] = &kept;
    let carried = whole(recipe.step * recipe.carried * THOUSANDTHS);
    let fresh = whole(SECOND_STEP * THOUSANDTHS).max(1);
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
        bytes.extend((whole(score / SECOND_STEP) * fresh).to_le_bytes());
    }
    for part in [clusters, &first_blocks, &first_weights, &second_blocks, &second_weights] {
        bytes.extend(part);
    }
    Packed { bytes, rows: [(first_kept.len(), first_rows.len()), (second_kept.len(), second_rows.len())] }
}

/// The rows below `2^bits` with a weight of at least `least`, in units of `step`; in order, as `rows` are.
fn kept(rows: &[u32], weights: &Weights, bits: u32, step: f32, least: f32) -> Vec<(u32, [i16; LABELS])> {
    let own = rows.iter().copied().zip(&weights.rows).filter(|(row, _)| *row < 1 << bits);
    let kept = own.filter(|(_, weights)| weights.iter().any(|weight| weight.abs() >= least));
    kept.map(|(row, weights)| (row, weights.map(|weight| units(weight / step)))).collect()
}

/// The nearest whole number. Weights are some thousand steps at most.
#[allow(clippy::cast_possible_truncation, reason = "a float is cut to the nearest that fits")]
fn units(number: f32) -> i16 {
    number.round() as i16
}

/// The nearest whole number. Scores are sums of some hundred thousand steps of one at most.
#[allow(clippy::cast_possible_truncation, reason = "a float is cut to the nearest that fits")]
fn whole(number: f32) -> i32 {
    number.round() as i32
}
