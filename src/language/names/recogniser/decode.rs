//! Scores of labels for each token of a region in, the best valid sequence of labels out (Viterbi 1967).
//!
//! A name is closed before another begins, so most pairs of labels cannot follow each other. Labels are looked at in
//! two groups: those that *open* (outside, beginning, unit) can only follow one that *closes* (outside, last, unit),
//! which makes a small square of transitions; inside and last follow beginning and inside of their own class.

use super::label::{BEGIN, Class, INSIDE, LABELS, LAST, OUTSIDE, UNIT, label};

/// A score for each label.
pub(crate) type Scores<T> = [T; LABELS];

/// What it is worth to pass from one label (row) to the next (column).
pub(crate) type Transitions<T> = [Scores<T>; LABELS];

/// How many classes there are.
const CLASSES: usize = Class::ALL.len();

/// How many labels open, and how many close.
const OPEN: usize = 1 + 2 * CLASSES;

/// The labels that open: outside, then beginning and unit of each class.
const OPENING: [usize; OPEN] = labels_at(BEGIN);

/// The labels that close: outside, then last and unit of each class.
const CLOSING: [usize; OPEN] = labels_at(LAST);

/// Outside, and for each class the label of `position` and that of a unit.
const fn labels_at(position: usize) -> [usize; OPEN] {
    use Class::{Group, Organisation, Other, Person, Place};
    [
        OUTSIDE,
        label(Person, position),
        label(Person, UNIT),
        label(Organisation, position),
        label(Organisation, UNIT),
        label(Place, position),
        label(Place, UNIT),
        label(Group, position),
        label(Group, UNIT),
        label(Other, position),
        label(Other, UNIT),
    ]
}

/// Numbers that scores can be made of.
pub(crate) trait Number: Copy + Default + PartialOrd + std::ops::Add<Output = Self> {
    /// Less than any sum of scores, even with one added.
    const LEAST: Self;
}

impl Number for f32 {
    const LEAST: Self = -1e30;
}

impl Number for i32 {
    const LEAST: Self = -1_000_000_000;
}

/// Transitions in the order in which they are used.
#[derive(Clone, Debug)]
pub(crate) struct Grid<T> {
    /// From each label that closes to each that opens.
    between: [[T; OPEN]; OPEN],
    /// For each class: from beginning and from inside, to inside and then to last.
    within: [[T; 4]; CLASSES],
}

impl<T: Number> Grid<T> {
    /// The same transitions, those that can happen.
    pub(crate) fn new(transitions: &Transitions<T>) -> Self {
        let at =
            |from: usize, to: usize| transitions.get(from).and_then(|row| row.get(to)).copied().unwrap_or_default();
        let within = |class: Class| {
            let position = |position| label(class, position);
            [
                at(position(BEGIN), position(INSIDE)),
                at(position(INSIDE), position(INSIDE)),
                at(position(BEGIN), position(LAST)),
                at(position(INSIDE), position(LAST)),
            ]
        };
        Self { between: CLOSING.map(|from| OPENING.map(|to| at(from, to))), within: Class::ALL.map(within) }
    }
}

/// Which label came before each, by label.
type Links = [u8; LABELS];

/// Finds best sequences; keeps its memory from one region to the next.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    links: Vec<Links>,
}

impl Decoder {
    /// Appends the best labels for `scores` to `out`. Before and after the region everything is outside.
    pub(crate) fn decode<T: Number>(&mut self, scores: &[Scores<T>], grid: &Grid<T>, out: &mut Vec<u8>) {
        self.links.clear();
        let mut best = [T::LEAST; LABELS];
        best[OUTSIDE] = T::default();
        for own in scores {
            let (next, links) = step(&best, own, grid);
            best = next;
            self.links.push(links);
        }
        let mut last = OUTSIDE;
        for closing in CLOSING {
            if matches!((best.get(closing), best.get(last)), (Some(a), Some(b)) if a > b) {
                last = closing;
            }
        }
        let begin = out.len();
        let mut label = u8::try_from(last).unwrap_or_default();
        for links in self.links.iter().rev() {
            out.push(label);
            label = links.get(usize::from(label)).copied().unwrap_or_default();
        }
        out.get_mut(begin..).unwrap_or_default().reverse();
    }
}

/// The best scores after one more token, and where they come from.
fn step<T: Number>(best: &Scores<T>, own: &Scores<T>, grid: &Grid<T>) -> (Scores<T>, Links) {
    let mut next = [T::LEAST; LABELS];
    let mut links = [0_u8; LABELS];
    let mut opening = [T::LEAST; OPEN];
    let mut from = [0_u8; OPEN];
    for (closing, row) in CLOSING.iter().zip(&grid.between) {
        let before = best.get(*closing).copied().unwrap_or(T::LEAST);
        if before <= T::LEAST {
            continue;
        }
        let link = u8::try_from(*closing).unwrap_or_default();
        for ((score, from), transition) in opening.iter_mut().zip(&mut from).zip(row) {
            let through = before + *transition;
            if through > *score {
                *score = through;
                *from = link;
            }
        }
    }
    for ((label, score), from) in OPENING.iter().zip(opening).zip(from) {
        set(&mut next, &mut links, *label, score, from, own);
    }
    for (class, transitions) in Class::ALL.into_iter().zip(&grid.within) {
        let (begin, inside) = (label(class, BEGIN), label(class, INSIDE));
        let [begin_inside, inside_inside, begin_last, inside_last] = *transitions;
        for (to, after_begin, after_inside) in
            [(inside, begin_inside, inside_inside), (label(class, LAST), begin_last, inside_last)]
        {
            let of = |label: usize, transition: T| match best.get(label) {
                Some(score) if *score > T::LEAST => *score + transition,
                _ => T::LEAST,
            };
            let (a, b) = (of(begin, after_begin), of(inside, after_inside));
            let (score, from) = if b > a { (b, inside) } else { (a, begin) };
            set(&mut next, &mut links, to, score, u8::try_from(from).unwrap_or_default(), own);
        }
    }
    (next, links)
}

fn set<T: Number>(next: &mut Scores<T>, links: &mut Links, label: usize, score: T, from: u8, own: &Scores<T>) {
    if score <= T::LEAST {
        return;
    }
    if let (Some(next), Some(link), Some(own)) = (next.get_mut(label), links.get_mut(label), own.get(label)) {
        *next = score + *own;
        *link = from;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::language::names::recogniser::label::{closes, opens};

    fn can_follow(before: usize, label: usize) -> bool {
        if opens(label) { closes(before) } else { !closes(before) && (label - 1) / 4 == (before - 1) / 4 }
    }

    /// Every valid sequence, tried one after the other.
    fn best_of_all(scores: &[Scores<i32>], transitions: &Transitions<i32>) -> i32 {
        fn go(scores: &[Scores<i32>], transitions: &Transitions<i32>, before: usize) -> i32 {
            let Some((own, rest)) = scores.split_first() else {
                return if closes(before) { 0 } else { i32::MIN / 2 };
            };
            (0..LABELS)
                .filter(|label| can_follow(before, *label))
                .map(|label| own[label] + transitions[before][label] + go(rest, transitions, label))
                .max()
                .unwrap_or(i32::MIN / 2)
        }
        go(scores, transitions, 0)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn no_valid_sequence_scores_better_than_the_one_found(
            scores in prop::collection::vec(prop::array::uniform21(-50..50_i32), 0..4),
            transitions in prop::array::uniform21(prop::array::uniform21(-20..20_i32)),
        ) {
            let mut labels = Vec::new();
            Decoder::default().decode(&scores, &Grid::new(&transitions), &mut labels);
            prop_assert_eq!(labels.len(), scores.len());
            let mut before = 0;
            let mut sum = 0;
            for (own, label) in scores.iter().zip(&labels) {
                let label = usize::from(*label);
                prop_assert!(can_follow(before, label));
                sum += own[label] + transitions[before][label];
                before = label;
            }
            prop_assert!(closes(before));
            prop_assert_eq!(sum, best_of_all(&scores, &transitions));
        }
    }
}
