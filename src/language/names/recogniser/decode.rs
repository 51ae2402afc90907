//! Scores of labels for each token of a region in, the best valid sequence of labels out (Viterbi 1967).

use super::label::{LABELS, OUTSIDE, closes, opens};

/// A score for each label.
pub(crate) type Scores<T> = [T; LABELS];

/// What it is worth to pass from one label (row) to the next (column).
pub(crate) type Transitions<T> = [Scores<T>; LABELS];

/// Finds best sequences; keeps its memory from one region to the next.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    back: Vec<[u8; LABELS]>,
}

/// Numbers that scores can be made of.
pub(crate) trait Number: Copy + PartialOrd + std::ops::Add<Output = Self> {
    /// Less than any sum of scores.
    const LEAST: Self;
}

impl Number for f32 {
    const LEAST: Self = -1e30;
}

impl Number for i32 {
    const LEAST: Self = -1_000_000_000;
}

impl Decoder {
    /// Appends the best labels for `scores` to `out`. Before and after the region everything is outside.
    pub(crate) fn decode<T: Number>(&mut self, scores: &[Scores<T>], transitions: &Transitions<T>, out: &mut Vec<u8>) {
        self.back.clear();
        let mut best = [T::LEAST; LABELS];
        best[OUTSIDE] = scores.first().map_or(T::LEAST, |_| zero(transitions));
        for own in scores {
            let mut next = [T::LEAST; LABELS];
            let mut back = [0_u8; LABELS];
            for label in 0..LABELS {
                let (from, score) = best_before(&best, transitions, label);
                if let (Some(slot), Some(link), Some(own)) = (next.get_mut(label), back.get_mut(label), own.get(label))
                {
                    *slot = score + *own;
                    *link = u8::try_from(from).unwrap_or_default();
                }
            }
            self.back.push(back);
            best = next;
        }
        let last = (0..LABELS).filter(|&label| closes(label));
        let mut label = last.fold(OUTSIDE, |winner, label| if better(&best, label, winner) { label } else { winner });
        let begin = out.len();
        for back in self.back.iter().rev() {
            out.push(u8::try_from(label).unwrap_or_default());
            label = usize::from(back.get(label).copied().unwrap_or_default());
        }
        out.get_mut(begin..).unwrap_or_default().reverse();
    }
}

fn zero<T: Number>(transitions: &Transitions<T>) -> T {
    transitions[OUTSIDE][OUTSIDE]
}

fn better<T: Number>(scores: &Scores<T>, label: usize, than: usize) -> bool {
    matches!((scores.get(label), scores.get(than)), (Some(a), Some(b)) if a > b)
}

/// The label before `label` with the best score so far, and that score with the transition.
fn best_before<T: Number>(best: &Scores<T>, transitions: &Transitions<T>, label: usize) -> (usize, T) {
    let mut winner = (0, T::LEAST);
    if opens(label) {
        for from in (0..LABELS).filter(|&from| closes(from)) {
            winner = over(winner, best, transitions, from, label);
        }
    } else {
        // Inside or last: only after the beginning or inside of the same class.
        let begin = 1 + (label - 1) / 4 * 4;
        winner = over(winner, best, transitions, begin, label);
        winner = over(winner, best, transitions, begin + 1, label);
    }
    winner
}

fn over<T: Number>(
    winner: (usize, T),
    best: &Scores<T>,
    transitions: &Transitions<T>,
    from: usize,
    to: usize,
) -> (usize, T) {
    match (best.get(from), transitions.get(from).and_then(|row| row.get(to))) {
        (Some(&score), Some(&transition)) if score + transition > winner.1 => (from, score + transition),
        _ => winner,
    }
}
