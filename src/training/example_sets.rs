//! Labelled articles in, what the first and the second pass learn from out.

use super::alignment::align;
use super::corpus::Labelled;
use super::examples::Examples;
use super::jackknife::Predicted;
use crate::language::training::{Clusters, OUTSIDE, ROW_BITS, Reader, row};

/// Bits that number a row of the second pass, which has far fewer features than the first: some 2,000 in 131,072 rows.
pub(super) const SECOND_ROW_BITS: u32 = 17;

/// Rows from here on are of no feature of the recogniser; a packed model has none of them.
const BEYOND: u32 = 1 << ROW_BITS;

/// What the first pass learns from, and how many names are lost because no labels can tell them.
pub(super) fn first(documents: &[Labelled], clusters: Clusters, domains: bool) -> (Examples, usize) {
    let mut examples = Examples::default();
    let mut reader = Reader::new(clusters);
    let mut lost = 0;
    for (number, labelled) in documents.iter().enumerate() {
        let tokens = reader.read(&labelled.article);
        let regions = reader.regions();
        let aligned = align(&labelled.article.text, &tokens, &regions, &labelled.names);
        lost += aligned.lost;
        for (region, tokens) in regions.into_iter().enumerate() {
            let mut features = reader.first_pass(region);
            if domains && labelled.corpus > 0 {
                for (at, own) in tokens.clone().zip(&mut features) {
                    own.extend(of_corpus(labelled.corpus, reader.outline(at)));
                }
            }
            let unsure = aligned.unsure.get(tokens.clone()).unwrap_or_default().contains(&true);
            // A text and its copies are never in different folds: what one is taught the other would be tested on.
            let number = labelled.source.unwrap_or(number);
            examples.push(number, &features, aligned.labels.get(tokens).unwrap_or_default(), unsure);
        }
    }
    examples.number_rows();
    (examples, lost)
}

/// Features that only texts of one corpus have: that they are of it, and with each stroke of a token's outline.
fn of_corpus(corpus: usize, outline: [u64; 3]) -> [u32; 4] {
    let [shape, cluster, known] = outline;
    [[0, 0], [1, shape], [2, cluster], [3, known]].map(|[which, value]| BEYOND | row(which, corpus as u64, value))
}

/// What the second pass learns from: the same sequences as in `first`, with the labels that a first pass `predicted`.
pub(super) fn second(documents: &[Labelled], clusters: Clusters, first: &Examples, predicted: Predicted) -> Examples {
    let mut examples = Examples::with_carried(predicted.scores);
    let mut reader = Reader::new(clusters);
    let mut sequences = first.sequences.iter();
    for (number, labelled) in documents.iter().enumerate() {
        let mut labels = vec![u8::try_from(OUTSIDE).unwrap_or_default(); reader.read(&labelled.article).len()];
        let regions = reader.regions();
        let own: Vec<_> = sequences.by_ref().take(regions.len()).collect();
        for (region, sequence) in regions.iter().zip(&own) {
            let found = predicted.labels.get(sequence.tokens.clone()).unwrap_or_default();
            if let Some(labels) = labels.get_mut(region.clone()).filter(|labels| labels.len() == found.len()) {
                labels.copy_from_slice(found);
            }
        }
        reader.gather(&labels);
        for (region, sequence) in own.into_iter().enumerate() {
            let gold = first.gold.get(sequence.tokens.clone()).unwrap_or_default();
            let mut features = reader.second_pass(region, &labels);
            features.iter_mut().flatten().for_each(|feature| *feature &= (1 << SECOND_ROW_BITS) - 1);
            examples.push(number, &features, gold, sequence.unsure);
        }
    }
    examples.number_rows();
    examples
}
