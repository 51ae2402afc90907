//! Two stories in, their paragraphs side by side out.
//!
//! **In:** stories with their blocks and sentences. **Out:** rows of an alignment: each paragraph of the story itself
//! once, in order, beside the one of the other story that says the same, or beside a gap.
//! **Why:** two columns that scroll together need to know what stands beside what.
//!
//! Pairs that are like each other come from an index of marks; of these, the chain that rises on both sides and weighs
//! most is taken. With a tree of running maxima (Fenwick, *A new data structure for cumulative frequency tables*,
//! Software: Practice and Experience 24, 1994) that takes a logarithm of time for each pair, where the table of
//! Needleman and Wunsch takes the product of the two lengths.

use super::likeness::{Content, Index, Rarity};
use super::wording::Words;
use super::{Aligned, SharedMeeting, Source};
use crate::language::{Part, Passage};
use crate::meetings::Story;
use crate::text::Span;

/// Likeness from which two paragraphs stand side by side.
const ALIKE: f64 = 0.22;
/// What every paragraph is taken to say besides, in weights of rare words.
const DAMPING: f64 = 2.0;
/// How much the longer one counts.
const LONGER: f64 = 0.35;
/// Bytes from which a paragraph is parted at the ends of sentences.
const LONGEST: usize = 1_600;

/// Parts a story into what is aligned: its paragraphs, headings and quotations, long ones by sentences. What a page says
/// around the story is left out.
pub(super) fn paragraphs(story: &Story) -> Vec<Passage> {
    let blocks = story.article.blocks.iter().enumerate().filter(|(_, block)| block.kind.is_story());
    let mut parts = Vec::new();
    let sentences = &story.annotations.sentences;
    for (number, block) in blocks {
        let mut open = block.span;
        if block.span.len() > LONGEST {
            let first = sentences.partition_point(|sentence| sentence.block < Some(number));
            let own = sentences.get(first..).unwrap_or_default().iter();
            for sentence in own.take_while(|sentence| sentence.block == Some(number)) {
                let end = sentence.passage.span.end();
                if end > open.start() + LONGEST / 2 && end < open.end() {
                    parts.push(Span::new(open.start(), end).trimmed(&story.article.text));
                    open = Span::new(end, open.end());
                }
            }
        }
        let last = open.trimmed(&story.article.text);
        if !last.is_empty() {
            parts.push(last);
        }
    }
    let end = super::end_of(story);
    parts.retain(|part| part.start() < end);
    if let Some(last) = parts.last_mut() {
        *last = Span::new(last.start(), last.end().min(end)).trimmed(&story.article.text);
    }
    parts.into_iter().map(|span| Passage { part: Part::Text, span }).collect()
}

/// Aligns the paragraphs of two stories.
pub(super) fn align(
    stories: [(usize, &Story); 2],
    words: [&Words<'_>; 2],
    rarity: &Rarity,
    meetings: &[SharedMeeting],
) -> Vec<Aligned> {
    let [in_left, in_right] = words;
    let [left, right] = stories.map(|(_, story)| paragraphs(story));
    let contents = |words: &Words<'_>, parts: &[Passage]| -> Vec<Content> {
        parts.iter().map(|part| Content::of(words.marks(*part), rarity)).collect()
    };
    let (of_left, of_right) = (contents(in_left, &left), contents(in_right, &right));
    let mut pairs = pairs(&of_left, &of_right);
    pairs.extend(by_meeting(stories, [&left, &right], meetings));
    pairs.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(b.2.total_cmp(&a.2)));
    pairs.dedup_by_key(|pair| (pair.0, pair.1));
    let chain = heaviest_chain(&pairs, right.len());
    let source = |side: usize, passage: Passage| stories.get(side).map(|(story, _)| Source { story: *story, passage });
    let mut rows = Vec::with_capacity(left.len() + right.len());
    let (mut at_left, mut at_right) = (left.iter(), right.iter());
    let (mut taken_left, mut taken_right) = (0, 0);
    let ends = std::iter::once((left.len(), right.len(), 0.0));
    for (in_left, in_right, likeness) in chain.into_iter().chain(ends) {
        let before = at_left.by_ref().take(in_left - taken_left);
        rows.extend(before.map(|part| Aligned { sides: [source(0, *part), None], likeness: 0.0 }));
        let before = at_right.by_ref().take(in_right - taken_right);
        rows.extend(before.map(|part| Aligned { sides: [None, source(1, *part)], likeness: 0.0 }));
        if let (Some(one), Some(other)) = (at_left.next(), at_right.next()) {
            rows.push(Aligned { sides: [source(0, *one), source(1, *other)], likeness });
        }
        (taken_left, taken_right) = (in_left + 1, in_right + 1);
    }
    rows
}

/// Pairs of paragraphs that first tell of a meeting that both stories tell, however different their words are.
fn by_meeting<'m>(
    stories: [(usize, &'m Story); 2],
    parts: [&'m [Passage]; 2],
    meetings: &'m [SharedMeeting],
) -> impl Iterator<Item = (usize, usize, f64)> + 'm {
    let place = move |shared: &SharedMeeting, side: usize| {
        let (telling, (_, story), parts) = (shared.tellings.get(side)?, stories.get(side)?, parts.get(side)?);
        let told = story.meetings.get(telling.mention)?;
        told.evidence.iter().find_map(|evidence| {
            let at = parts.partition_point(|part| part.start_key() <= evidence.start_key()).checked_sub(1)?;
            parts.get(at).filter(|part| part.part == evidence.part && part.span.contains(evidence.span)).map(|_| at)
        })
    };
    meetings.iter().filter_map(move |shared| Some((place(shared, 0)?, place(shared, 1)?, ALIKE)))
}

/// Pairs of passages that are like each other: index on the left, index on the right, likeness.
fn pairs(left: &[Content], right: &[Content]) -> Vec<(usize, usize, f64)> {
    let index = Index::of(right);
    let mut pairs = Vec::new();
    for (number, content) in left.iter().enumerate() {
        let like = index.like(content).filter_map(|other| {
            let how = content.likeness(right.get(other)?, DAMPING, LONGER);
            (how >= ALIKE).then_some((number, other, how))
        });
        pairs.extend(like);
    }
    pairs
}

/// The heaviest chain of pairs that rises strictly on both sides. `pairs` are sorted by left, then right; all their right
/// sides are below `width`.
fn heaviest_chain(pairs: &[(usize, usize, f64)], width: usize) -> Vec<(usize, usize, f64)> {
    // For each position of the tree: the weight of the best chain that ends in its range, and its last pair.
    let mut tree: Vec<(f64, Option<usize>)> = vec![(0.0, None); width + 1];
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for row in pairs.chunk_by(|a, b| a.0 == b.0) {
        let Some(first) = row.first().map(|pair| pairs.partition_point(|one| one.0 < pair.0)) else { continue };
        // All are asked before any is entered: two pairs of one row do not follow each other.
        let asked: Vec<(f64, Option<usize>)> = row.iter().map(|(_, right, _)| best_below(&tree, *right)).collect();
        for ((number, (_, right, likeness)), (weight, last)) in (first..).zip(row).zip(asked) {
            if let Some(place) = before.get_mut(number) {
                *place = last;
            }
            let (mut at, weight) = (right + 1, weight + likeness);
            while let Some(place) = tree.get_mut(at) {
                if weight > place.0 {
                    *place = (weight, Some(number));
                }
                at += at & at.wrapping_neg();
            }
        }
    }
    let mut chain = Vec::new();
    let mut last = best_below(&tree, width).1;
    while let Some(number) = last {
        chain.extend(pairs.get(number).copied());
        last = before.get(number).copied().flatten();
    }
    chain.reverse();
    chain
}

/// The best chain that ends to the left of `right`.
fn best_below(tree: &[(f64, Option<usize>)], right: usize) -> (f64, Option<usize>) {
    let (mut best, mut at) = ((0.0, None), right);
    while at > 0 {
        if let Some(place) = tree.get(at).filter(|place| place.0 > best.0) {
            best = *place;
        }
        at -= at & at.wrapping_neg();
    }
    best
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_heaviest_chain_passes_by_a_pair_that_would_cross_it() {
        let pairs = [(0, 2, 0.9), (1, 0, 0.6), (2, 1, 0.6), (3, 3, 0.2)];
        assert_eq!(heaviest_chain(&pairs, 4), [(1, 0, 0.6), (2, 1, 0.6), (3, 3, 0.2)]);
        assert_eq!(heaviest_chain(&[], 0), []);
    }

    /// The same by trying everything that came before, in quadratic time.
    fn weight_by_table(pairs: &[(usize, usize, f64)]) -> f64 {
        let mut best: Vec<f64> = Vec::new();
        for (number, pair) in pairs.iter().enumerate() {
            let earlier = (0..number).filter(|at| pairs[*at].0 < pair.0 && pairs[*at].1 < pair.1);
            best.push(pair.2 + earlier.map(|at| best[at]).fold(0.0, f64::max));
        }
        best.into_iter().fold(0.0, f64::max)
    }

    proptest! {
        #[test]
        fn a_chain_rises_on_both_sides_and_none_is_heavier(
            points in prop::collection::btree_map((0..12_usize, 0..12_usize), 1..10_u32, 0..40),
        ) {
            let pairs: Vec<_> = points.into_iter().map(|((a, b), weight)| (a, b, f64::from(weight))).collect();
            let chain = heaviest_chain(&pairs, 12);
            prop_assert!(chain.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
            let weight: f64 = chain.iter().map(|pair| pair.2).sum();
            prop_assert!((weight - weight_by_table(&pairs)).abs() < 1e-9, "{weight}");
        }
    }
}
