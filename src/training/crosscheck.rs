//! Examples of all corpora in, which of them contradict the other corpora out.
//!
//! Some corpora hold many labels that are plainly wrong: half of a name, a general word as a name, people as places. A model
//! that learned from the other corpora only makes other mistakes, so where both see a name and do not agree on it, the
//! label is likelier to be wrong than elsewhere, and the region is not learned from (after Wang and others 2019,
//! `CrossWeigh`). Where only one of them sees a name nothing is left out: that would take away just the names and the
//! words that are hard.

use rayon::prelude::*;

use super::corpus::Labelled;
use super::examples::{Examples, Sequence};
use super::jackknife::chosen;
use super::perceptron::train;
use super::recipe::{Pass, Recipe};
use crate::language::training::{Decoder, OUTSIDE};

/// How far the seeds of checking models are from that of the first pass.
const APART: u64 = 80;

/// Marks as unsure the regions of the corpora to be checked that contradict the others; how many.
pub(super) fn mark(
    examples: &mut Examples,
    documents: &[Labelled],
    recipe: &Recipe,
    tell: &(dyn Fn(&str) + Sync),
) -> usize {
    let check = |corpus: &usize| conflicts(examples, documents, *corpus, recipe, tell);
    // Side by side; no corpus is checked by what another's check has left.
    let found: Vec<Vec<usize>> = recipe.checked.par_iter().map(check).collect();
    let mut count = 0;
    for number in found.into_iter().flatten() {
        if let Some(sequence) = examples.sequences.get_mut(number) {
            sequence.unsure = true;
            count += 1;
        }
    }
    count
}

/// The numbers of the sequences of `corpus` that a model of all others labels otherwise.
fn conflicts(
    examples: &Examples,
    documents: &[Labelled],
    corpus: usize,
    recipe: &Recipe,
    tell: &(dyn Fn(&str) + Sync),
) -> Vec<usize> {
    let is_own = |document: usize| documents.get(document).is_some_and(|document| document.corpus == corpus);
    let pass = Pass { seed: recipe.first.seed + APART, ..recipe.first.clone() };
    let tell = |line: &str| tell(&format!("check of corpus {corpus}, {line}"));
    let weights = train(examples, &chosen(examples, |document| !is_own(document)), &pass, 1, &tell);
    let mut decoder = Decoder::default();
    let mut conflicts = chosen(examples, is_own);
    conflicts.retain(|number| {
        let check = |sequence: &Sequence| {
            let (_, labels) = weights.label(examples, sequence, &mut decoder);
            let gold = examples.gold.get(sequence.tokens.clone()).unwrap_or_default();
            contradict(&labels, gold)
        };
        examples.sequences.get(*number).is_some_and(check)
    });
    conflicts
}

/// Whether a token is of a name by both labels, but not of the same.
fn contradict(labels: &[u8], gold: &[u8]) -> bool {
    let is_name = |label: u8| usize::from(label) != OUTSIDE;
    labels.iter().zip(gold).any(|(label, gold)| label != gold && is_name(*label) && is_name(*gold))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::training::{Class, UNIT, label};
    use crate::training::corpus::parse;
    use crate::training::recipe::SHIPPED;

    #[test]
    fn only_regions_that_another_corpus_would_name_otherwise_are_left_out() {
        let [person, place] = [Class::Person, Class::Place].map(|class| u8::try_from(label(class, UNIT)).unwrap());
        let mut examples = Examples::default();
        // Of the first corpus, feature 3 is a person and feature 9 nothing.
        for _ in 0..20 {
            examples.push(0, &[vec![3]], &[person], false);
            examples.push(0, &[vec![9]], &[0], false);
        }
        for (feature, gold) in [(3, person), (3, place), (3, 0), (9, place)] {
            examples.push(1, &[vec![feature]], &[gold], false);
        }
        examples.number_rows();
        let document =
            |corpus| parse("{\"text\": \"Rain.\", \"spans\": []}", "a.jsonl".as_ref(), corpus).unwrap().remove(0);
        let recipe = Recipe { checked: &[1], ..SHIPPED };
        assert_eq!(mark(&mut examples, &[document(0), document(1)], &recipe, &|_| ()), 1);
        let unsure: Vec<_> = examples.sequences.iter().skip(40).map(|sequence| sequence.unsure).collect();
        assert_eq!(unsure, [false, true, false, false]);
    }
}
