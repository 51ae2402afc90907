//! Marks of two passages in, how much they say the same out; and for many passages, which are worth comparing.
//!
//! **Why:** a rare word in common says more than a common one, and a story of five megabytes has too many passages to
//! compare each with each. Candidates come from an index of marks, so the work grows with the length of the stories.

use std::collections::HashMap;

use super::wording::{Mark, Words, hash};
use crate::language::{Part, Passage};
use crate::library::Library;
use crate::text::Span;

/// Stories of the library that are read for how rare a word is, and bytes of each: what the whole library would tell
/// better would take a second to ask.
const SAMPLE: (usize, usize) = (48, 3_000);

/// How rare each mark is in the library.
pub(super) struct Rarity {
    stories: f64,
    /// Stories of the sample that hold it.
    held: HashMap<Mark, u32>,
}

impl Rarity {
    /// Asked of a sample of the library.
    pub(super) fn of(library: &Library) -> Self {
        let mut held: HashMap<Mark, u32> = HashMap::new();
        let mut stories = 0.0;
        let ids = library.stories.iter().map(|story| story.article.id.as_str());
        for story in sample(ids).into_iter().filter_map(|number| library.stories.get(number)) {
            let text = story.article.text.as_str();
            let end = (0..=SAMPLE.1.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
            let passage = Passage { part: Part::Text, span: Span::new(0, end.unwrap_or(0)) };
            Words::within(story, passage.span.end())
                .marks(passage)
                .into_iter()
                .for_each(|mark| *held.entry(mark).or_default() += 1);
            stories += 1.0;
        }
        Self { stories, held }
    }

    /// 1 for what one story at most says, less for what many say: the inverse document frequency (Spärck Jones, *A
    /// statistical interpretation of term specificity*, Journal of Documentation 28, 1972), scaled.
    pub(super) fn weight(&self, mark: Mark) -> f64 {
        let held = f64::from(self.held.get(&mark).copied().unwrap_or(0).max(1));
        let whole = (1.0 + self.stories).ln();
        if whole > 0.0 { (1.0 + self.stories / held).ln() / whole } else { 1.0 }
    }
}

/// The numbers of the stories that are asked, of the ids of all. The ids choose them, not their places: a story more in the
/// library is in the sample itself or changes nothing.
fn sample<'i>(ids: impl Iterator<Item = &'i str>) -> Vec<usize> {
    let mut chosen: Vec<(Mark, &str, usize)> = ids.enumerate().map(|(number, id)| (hash("", id), id, number)).collect();
    if chosen.len() > SAMPLE.0 {
        chosen.select_nth_unstable(SAMPLE.0);
        chosen.truncate(SAMPLE.0);
    }
    chosen.into_iter().map(|(_, _, number)| number).collect()
}

/// What a passage says, weighed.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// Ascending, each with its weight.
    marks: Vec<(Mark, f64)>,
    whole: f64,
}

impl Content {
    pub(super) fn of(marks: Vec<Mark>, rarity: &Rarity) -> Self {
        let marks: Vec<(Mark, f64)> = marks.into_iter().map(|mark| (mark, rarity.weight(mark))).collect();
        let whole = marks.iter().map(|(_, weight)| weight).sum();
        Self { marks, whole }
    }

    /// Whether both say something, and exactly the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let marks = |content: &Self| content.marks.iter().map(|(mark, _)| *mark).collect::<Vec<_>>();
        !self.marks.is_empty() && self.len() == other.len() && marks(self) == marks(other)
    }

    /// How many different things it says.
    pub(super) fn len(&self) -> usize {
        self.marks.len()
    }

    /// The weight of what both say, and how many marks that are.
    fn shared(&self, other: &Self) -> (f64, usize) {
        let (mut left, mut right) = (self.marks.iter().peekable(), other.marks.iter().peekable());
        let (mut weight, mut count) = (0.0, 0);
        while let (Some((a, own)), Some((b, _))) = (left.peek(), right.peek()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => _ = left.next(),
                std::cmp::Ordering::Greater => _ = right.next(),
                std::cmp::Ordering::Equal => {
                    weight += own;
                    count += 1;
                    left.next();
                    right.next();
                }
            }
        }
        (weight, count)
    }

    /// How much of the shorter passage the longer one says too, 0 to 1. `damping` is the weight of what every passage is
    /// taken to say besides: little in common of little is little. `longer` is the part that the longer passage has in
    /// the measure: 0 where quoting in part is quoting, ½ where both should be about the same (Tversky, *Features of
    /// similarity*, Psychological Review 84, 1977).
    pub(super) fn likeness(&self, other: &Self, damping: f64, longer: f64) -> f64 {
        let (shared, count) = self.shared(other);
        if count < 2 {
            return 0.0;
        }
        let (short, long) = (self.whole.min(other.whole), self.whole.max(other.whole));
        shared / (short * (1.0 - longer) + long * longer + damping)
    }
}

/// Passages that are compared with each one, best first.
const CANDIDATES: usize = 8;
/// A mark that more passages hold tells them apart badly and is not looked up, except where passages are this few.
const MOST_HOLDING: usize = 48;

/// Which passages hold a mark.
pub(super) struct Index {
    holding: HashMap<Mark, Vec<u32>>,
}

impl Index {
    pub(super) fn of<'c>(contents: impl IntoIterator<Item = &'c Content>) -> Self {
        let mut holding: HashMap<Mark, Vec<u32>> = HashMap::new();
        for (number, content) in (0..).zip(contents) {
            for (mark, _) in &content.marks {
                let all = holding.entry(*mark).or_default();
                // One more than are looked up shows that there are too many.
                if all.len() <= MOST_HOLDING {
                    all.push(number);
                }
            }
        }
        Self { holding }
    }

    /// The passages that have most in common with `content`, most first.
    pub(super) fn like(&self, content: &Content) -> impl Iterator<Item = usize> + use<> {
        let mut sums: HashMap<u32, f64> = HashMap::new();
        for (mark, weight) in &content.marks {
            let all = self.holding.get(mark).filter(|all| all.len() <= MOST_HOLDING);
            all.into_iter().flatten().for_each(|number| *sums.entry(*number).or_default() += weight);
        }
        let mut best: Vec<(u32, f64)> = sums.into_iter().collect();
        let order = |a: &(u32, f64), b: &(u32, f64)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if best.len() > CANDIDATES {
            best.select_nth_unstable_by(CANDIDATES, order);
            best.truncate(CANDIDATES);
        }
        best.sort_unstable_by(order);
        best.into_iter().map(|(number, _)| number as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_more_changes_one_of_the_sample_at_most_and_the_order_none() {
        let ids: Vec<String> = (0..500).map(|number| format!("{number:03}.txt")).collect();
        let chosen = |ids: &[String]| {
            let numbers = sample(ids.iter().map(String::as_str));
            let mut chosen: Vec<String> = numbers.into_iter().map(|number| ids[number].clone()).collect();
            chosen.sort();
            chosen
        };
        let before = chosen(&ids);
        assert_eq!(before.len(), SAMPLE.0);
        for more in ["000-a.txt", "250-a.txt", "z.txt"] {
            let mut all = ids.clone();
            all.push(more.to_owned());
            all.sort();
            let after = chosen(&all);
            assert!(before.iter().filter(|id| !after.contains(id)).count() <= 1, "{more}");
            all.reverse();
            assert_eq!(chosen(&all), after);
        }
    }
}
