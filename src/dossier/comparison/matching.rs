//! The quotations of two stories in, which of them are one out.
//!
//! **Why:** outlets shorten, part and translate what was said. Word for word is told apart from other words; what only one
//! has is told too.
//!
//! The surest pairs are taken first, each quotation once; one that is left over may still be a piece of one that is
//! taken. Other speakers speak against a pair, for two people rarely say one thing.

use std::collections::HashMap;

use super::likeness::{Content, Index, Rarity};
use super::quotations::quotations;
use super::wording::{Words, words};
use super::{Quotation, QuotationPair, Wording};
use crate::meetings::Story;
use crate::text::fold::folded;

/// Likeness from which two quotations are one. Set on invented pairs: translations of one statement, and different
/// statements on one topic.
const ALIKE: f64 = 0.34;
/// What every quotation is taken to say besides, in weights of rare words.
const DAMPING: f64 = 1.5;
/// How much the longer one counts: quoting in part is quoting, but not quite the same.
const LONGER: f64 = 0.12;
/// What it does that both sentences name the same speaker, or two people.
const SAME_SPEAKER: f64 = 1.15;
const OTHER_SPEAKER: f64 = 0.6;
/// Fewer marks can be in common by chance.
const FEWEST_MARKS: usize = 3;
/// Words of a quotation that are compared word for word.
const MOST_WORDS: usize = 2_000;

/// A quotation as it is compared.
struct Side {
    quotation: Quotation,
    content: Content,
    /// Its folded words, with a space before and after each.
    spelled: String,
}

/// The quotations of two stories, each with its partner where there is one.
pub(super) fn matched(stories: [(usize, &Story); 2], words: [&Words<'_>; 2], rarity: &Rarity) -> Vec<QuotationPair> {
    let [(left, one), (right, other)] = stories;
    let [in_left, in_right] = words;
    let (left, right) = (sides(one, left, in_left, rarity), sides(other, right, in_right, rarity));
    let mut pairs = alike(&left, &right);
    pairs.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    let (mut taken_left, mut taken_right) = (vec![false; left.len()], vec![false; right.len()]);
    let mut chosen: Vec<(usize, usize, f64)> = Vec::new();
    // First each once; then pieces of what is taken.
    for is_piece in [false, true] {
        for (a, b, likeness) in &pairs {
            let (Some(at), Some(bt)) = (taken_left.get_mut(*a), taken_right.get_mut(*b)) else { continue };
            if !*at && !*bt || is_piece && *at != *bt {
                chosen.push((*a, *b, *likeness));
                (*at, *bt) = (true, true);
            }
        }
    }
    chosen.sort_by_key(|pair| (pair.0, pair.1));
    let both = chosen.iter().filter_map(|(a, b, likeness)| {
        let (one, other) = (left.get(*a)?, right.get(*b)?);
        let sides = [Some(one.quotation.clone()), Some(other.quotation.clone())];
        Some(QuotationPair { sides, wording: wording(one, other), likeness: *likeness })
    });
    let single = |sides| QuotationPair { sides, wording: Wording::Single, likeness: 0.0 };
    let only = |all: &[Side], taken: Vec<bool>| -> Vec<Quotation> {
        all.iter().zip(taken).filter(|(_, taken)| !taken).map(|(side, _)| side.quotation.clone()).collect()
    };
    let only_left = only(&left, taken_left).into_iter().map(|one| single([Some(one), None]));
    let only_right = only(&right, taken_right).into_iter().map(|one| single([None, Some(one)]));
    both.chain(only_left).chain(only_right).collect()
}

fn sides(story: &Story, number: usize, of_story: &Words<'_>, rarity: &Rarity) -> Vec<Side> {
    let found = quotations(story, number).into_iter().map(|quotation| {
        let mut marks: Vec<_> = quotation.parts.iter().flat_map(|part| of_story.marks(part.passage)).collect();
        marks.sort_unstable();
        marks.dedup();
        let spoken = quotation.parts.iter().flat_map(|part| words(story.words(part.passage))).take(MOST_WORDS);
        let spelled = spoken.fold(" ".to_owned(), |all, word| all + &folded(word) + " ");
        Side { content: Content::of(marks, rarity), spelled, quotation }
    });
    found.collect()
}

/// Pairs that are one quotation, with their likeness.
fn alike(left: &[Side], right: &[Side]) -> Vec<(usize, usize, f64)> {
    let spelled: HashMap<&str, usize> =
        right.iter().enumerate().rev().map(|(number, side)| (side.spelled.as_str(), number)).collect();
    let index = Index::of(right.iter().map(|side| &side.content));
    let mut pairs = Vec::new();
    for (number, one) in left.iter().enumerate() {
        if let Some(same) = spelled.get(one.spelled.as_str()) {
            pairs.push((number, *same, 1.0));
        }
        for other_number in index.like(&one.content) {
            let Some(other) = right.get(other_number) else { continue };
            let likeness = likeness(one, other);
            if likeness >= ALIKE && one.spelled != other.spelled {
                pairs.push((number, other_number, likeness));
            }
        }
    }
    pairs
}

fn likeness(one: &Side, other: &Side) -> f64 {
    if matches!(wording(one, other), Wording::Exact | Wording::Part) {
        return 0.99;
    }
    if one.content.len().min(other.content.len()) < FEWEST_MARKS {
        return 0.0;
    }
    let speakers = one.quotation.speaker.as_ref().zip(other.quotation.speaker.as_ref());
    let by_speaker = speakers.map_or(1.0, |(a, b)| if a.id == b.id { SAME_SPEAKER } else { OTHER_SPEAKER });
    (one.content.likeness(&other.content, DAMPING, LONGER) * by_speaker).min(0.98)
}

fn wording(one: &Side, other: &Side) -> Wording {
    let (short, long) = if one.spelled.len() <= other.spelled.len() { (one, other) } else { (other, one) };
    match long.spelled.find(&short.spelled) {
        Some(_) if short.spelled.len() == long.spelled.len() => Wording::Exact,
        Some(_) => Wording::Part,
        None => Wording::Other,
    }
}
