//! A seed in, the same random numbers every time out.

use crate::language::training::mix;

/// A stream of numbers that look random.
#[derive(Clone, Debug)]
pub(super) struct Random {
    state: u64,
}

impl Random {
    /// The stream that begins with `seed`.
    pub(super) const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next number: a linear congruential step (Knuth's MMIX), of which the upper half is random enough.
    fn next(&mut self) -> u32 {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.state >> 32).unwrap_or_default()
    }

    /// True in a `share` of all cases.
    pub(super) fn happens(&mut self, share: f32) -> bool {
        f64::from(self.next()) < f64::from(share) * f64::from(u32::MAX)
    }

    /// A number below `limit`, each as likely; 0 if there is none.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        let share = (u64::from(self.next()) * u64::try_from(limit).unwrap_or_default()) >> 32;
        usize::try_from(share).unwrap_or_default()
    }

    /// Brings `items` into a random order (Fisher and Yates).
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            self.state = mix(self.state, at as u64);
            let other = self.state % (at as u64 + 1);
            items.swap(at, usize::try_from(other).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_order_and_another_one_another() {
        let order = |seed| {
            let mut items: Vec<u32> = (0..100).collect();
            Random::new(seed).shuffle(&mut items);
            items
        };
        assert_eq!(order(1), order(1));
        assert_ne!(order(1), order(2));
        let mut sorted = order(1);
        sorted.sort_unstable();
        assert_eq!(sorted, (0..100).collect::<Vec<u32>>());
    }

    #[test]
    fn a_share_of_three_tenths_happens_three_times_in_ten() {
        let mut random = Random::new(5);
        let happened = (0..10_000).filter(|_| random.happens(0.3)).count();
        assert!((2_800..3_200).contains(&happened), "{happened}");
    }
}
