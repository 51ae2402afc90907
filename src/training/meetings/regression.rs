//! Examples in, a weight for each notice out: logistic regression that leaves most weights at zero.
//!
//! The loss is the negative log likelihood with an elastic net (Zou and Hastie 2005): a part for the size of the weights, so that
//! what is rare is believed little, and a part that makes a weight zero where the data says next to nothing. Cyclic coordinate
//! descent from zero with one Newton step a weight and round, for a fixed number of rounds.

use std::collections::{BTreeMap, HashMap};

use super::stories::Example;

/// How much the squares of all weights count.
const SQUARES: f64 = 1.2;
/// How much the weights themselves count.
const SIZES: f64 = 0.6;
/// In how many examples a notice must stand.
const LEAST: usize = 4;
const ROUNDS: usize = 60;
/// The largest step of one weight.
const STEP: f64 = 0.5;
/// No step is divided by less.
const LEAST_BEND: f64 = 1e-6;
/// Below this a weight is left out of the table.
pub(super) const SMALLEST: f64 = 0.005;

/// What each notice is worth.
pub(super) type Weights = HashMap<String, f64>;

/// The weights that fit the chosen examples best. All two of a sentence weigh as one.
pub(super) fn learn(all: &[Example], chosen: impl Fn(&Example) -> bool) -> Weights {
    let examples: Vec<&Example> = all.iter().filter(|example| chosen(example)).collect();
    let (names, columns) = columns(&examples);
    let shares = shares(&examples);
    let mut weights = vec![0.0_f64; names.len()];
    let mut scores = vec![0.0_f64; examples.len()];
    for _ in 0..ROUNDS {
        for ((name, column), weight) in names.iter().zip(&columns).zip(&mut weights) {
            // How common company is at all is not held near zero.
            let is_free = name.starts_with("always");
            let (mut slope, mut bend) = if is_free { (0.0, 0.0) } else { (SQUARES * *weight, SQUARES) };
            for number in column {
                let (Some(example), Some(score), Some(share)) =
                    (examples.get(*number), scores.get(*number), shares.get(*number))
                else {
                    continue;
                };
                let said = probability(*score);
                slope += share * (said - f64::from(u8::from(example.met)));
                bend += share * said * (1.0 - said);
            }
            let next = *weight - (slope / bend.max(LEAST_BEND)).clamp(-STEP, STEP);
            let next = if is_free { next } else { soft(next, SIZES / bend) };
            let change = next - *weight;
            *weight = next;
            for number in column {
                if let Some(score) = scores.get_mut(*number) {
                    *score += change;
                }
            }
        }
    }
    let kept = names.into_iter().zip(weights).filter(|(_, weight)| weight.abs() >= SMALLEST);
    kept.map(|(name, weight)| (name.to_owned(), weight)).collect()
}

/// Every notice that stands in enough examples, in order, and the numbers of these.
fn columns<'e>(examples: &[&'e Example]) -> (Vec<&'e str>, Vec<Vec<usize>>) {
    let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, example) in examples.iter().enumerate() {
        for notice in &example.notices {
            found.entry(notice).or_default().push(number);
        }
    }
    found.into_iter().filter(|(_, column)| column.len() >= LEAST).unzip()
}

/// What each example weighs beside the others of its sentence.
fn shares(examples: &[&Example]) -> Vec<f64> {
    let mut of_sentence: HashMap<usize, f64> = HashMap::new();
    for example in examples {
        *of_sentence.entry(example.sentence).or_default() += 1.0;
    }
    examples.iter().map(|example| 1.0 / of_sentence.get(&example.sentence).copied().unwrap_or(1.0)).collect()
}

/// Nearer to zero by `by`, and zero where it would pass it.
fn soft(weight: f64, by: f64) -> f64 {
    weight.signum() * (weight.abs() - by).max(0.0)
}

/// How likely it is by these weights that the two met.
pub(super) fn likelihood(weights: &Weights, example: &Example) -> f64 {
    probability(example.notices.iter().filter_map(|notice| weights.get(notice)).sum())
}

fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(sentence: usize, notices: &[&str], met: bool) -> Example {
        let notices = notices.iter().map(|notice| (*notice).to_owned()).collect();
        Example { sentence, notices, met, fold: 0, words: String::new() }
    }

    #[test]
    fn what_stands_where_people_met_speaks_for_it_and_what_is_rare_says_nothing() {
        let mut all = Vec::new();
        for number in 0..40 {
            let met = number % 2 == 0;
            let word = if met { "word dined" } else { "word praised" };
            all.push(example(number, &["always 0", word, "word the"], met));
        }
        all.push(example(50, &["always 0", "word once"], true));
        let weights = learn(&all, |_| true);
        assert!(weights["word dined"] > 1.0 && weights["word praised"] < -1.0, "{weights:?}");
        assert!(!weights.contains_key("word once"));
        let dined = example(60, &["always 0", "word dined", "word the"], true);
        assert!(likelihood(&weights, &dined) > 0.8);
    }
}
