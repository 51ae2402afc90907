//! A word's hash in, what was worked out for it when it was last met, out.
//!
//! News repeats its words. The table holds nothing but pure functions of a word: what it forgets is worked out again
//! and comes out the same. It begins small, for a handful of stories must be ready at once, and grows with what is
//! read, up to a bound.

/// How many words are remembered at first and at most; powers of two.
const FEWEST: usize = 256;
const MOST: usize = 4096;

/// A table of the words met lately, one for each slot.
#[derive(Debug)]
pub(crate) struct Remembered<T> {
    entries: Vec<(u64, T)>,
    /// How many words were not there since it last grew.
    missed: usize,
}

impl<T: Clone + Default> Default for Remembered<T> {
    fn default() -> Self {
        Self { entries: vec![(0, T::default()); FEWEST], missed: 0 }
    }
}

impl<T: Clone + Default> Remembered<T> {
    /// What is held for the word with this hash, which is not 0, and whether it was there; if not, it is new.
    pub(crate) fn entry(&mut self, word: u64) -> Option<(&mut T, bool)> {
        if self.missed > self.entries.len() * 2 && self.entries.len() < MOST {
            let size = self.entries.len() * 4;
            self.entries.clear();
            self.entries.resize(size, (0, T::default()));
            self.missed = 0;
        }
        let slot = usize::try_from(word & (self.entries.len() as u64 - 1)).unwrap_or_default();
        let (held, entry) = self.entries.get_mut(slot)?;
        let known = *held == word;
        if !known {
            *held = word;
            *entry = T::default();
            self.missed += 1;
        }
        Some((entry, known))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_is_never_that_of_another_word() {
        let mut remembered = Remembered::<u64>::default();
        for word in (1..20_000_u64).chain(1..20_000) {
            let (held, known) = remembered.entry(word * 0x9e37_79b9).unwrap();
            assert!(if known { *held == word } else { *held == 0 });
            *held = word;
        }
        assert_eq!(remembered.entries.len(), MOST);
    }

    #[test]
    fn a_word_met_again_is_known() {
        let mut remembered = Remembered::<u64>::default();
        *remembered.entry(7).unwrap().0 = 1;
        assert_eq!(remembered.entry(7), Some((&mut 1, true)));
    }
}
