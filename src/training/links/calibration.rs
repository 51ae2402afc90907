//! Probabilities and what was true in, how well they hold out.

use std::fmt::Write;

/// Bins of probability.
const BINS: u32 = 10;

/// Expected calibration error: the mean distance between what was said and what was true, over bins of equal width, each
/// by its number of pairs (Naeini, Cooper and Hauskrecht 2015).
pub(super) fn error(judged: &[(f64, bool)]) -> f64 {
    let total = size(judged.len());
    bins(judged).iter().map(|bin| bin.count / total * (bin.said - bin.held).abs()).sum()
}

/// The error, and a line for each bin that holds pairs.
pub(super) fn report(judged: &[(f64, bool)]) -> String {
    let right = judged.iter().filter(|(said, held)| (*said >= 0.5) == *held).count();
    let mut text = format!(
        "expected calibration error {:.3} over {} pairs, {right} decided rightly\n",
        error(judged),
        judged.len()
    );
    for bin in bins(judged) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  said {:.2}, held {:.2}, {} pairs", bin.said, bin.held, bin.count);
    }
    text
}

struct Bin {
    said: f64,
    held: f64,
    count: f64,
}

fn bins(judged: &[(f64, bool)]) -> Vec<Bin> {
    let bins = (0..BINS).map(|bin| {
        let (low, high) = (f64::from(bin) / f64::from(BINS), f64::from(bin + 1) / f64::from(BINS));
        let own: Vec<&(f64, bool)> =
            judged.iter().filter(|(said, _)| (low..high).contains(said) || bin + 1 == BINS && *said >= high).collect();
        let count = size(own.len());
        let said = own.iter().map(|(said, _)| said).sum::<f64>() / count;
        let held = size(own.iter().filter(|(_, held)| *held).count()) / count;
        Bin { said, held, count }
    });
    bins.filter(|bin| bin.count > 0.0).collect()
}

fn size(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_as_often_as_it_says_has_no_error() {
        let judged: Vec<(f64, bool)> = (0..10).map(|number| (0.25, number % 4 == 0)).take(8).collect();
        assert!(error(&judged) < 1e-9, "{}", report(&judged));
    }

    #[test]
    fn what_is_sure_and_wrong_has_the_greatest_error() {
        assert!((error(&[(1.0, false), (0.0, true)]) - 1.0).abs() < 1e-9);
    }
}
