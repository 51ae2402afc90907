//! Words in, the clusters that they belong to out.

/// The packed table of words and their clusters, read in place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clusters {
    slots: &'static [u8],
}

/// Bytes of a slot: a little-endian `u32` of fingerprint, cluster of a hundred, cluster of six hundred.
const SLOT: usize = 4;
/// Bits of the cluster of six hundred, of that of a hundred, and of the fingerprint.
const SMALL: u32 = 10;
const LARGE: u32 = 7;
const FINGERPRINT: u32 = 15;

impl Clusters {
    /// The table in `slots`, as [`pack`] wrote it. No slots know no word.
    pub(crate) const fn packed(slots: &'static [u8]) -> Self {
        Self { slots }
    }

    /// The clusters of the word with this hash, from 1: of a hundred, of six hundred.
    pub(crate) fn of(&self, word: u64) -> Option<[u16; 2]> {
        let count = self.slots.len() / SLOT;
        let mut slot = home(word, count)?;
        for _ in 0..count {
            let bytes = self.slots.get(slot * SLOT..slot * SLOT + SLOT)?;
            let held = u32::from_le_bytes(bytes.try_into().ok()?);
            if held == 0 {
                return None;
            }
            if held >> (SMALL + LARGE) == fingerprint(word) {
                let large = u16::try_from(held >> SMALL & ((1 << LARGE) - 1)).ok()?;
                let small = u16::try_from(held & ((1 << SMALL) - 1)).ok()?;
                return Some([large, small]);
            }
            slot = (slot + 1) % count;
        }
        None
    }
}

/// Where a word's search begins among `count` slots.
fn home(word: u64, count: usize) -> Option<usize> {
    let place = (u128::from(word) * u128::try_from(count).ok()?) >> 64;
    usize::try_from(place).ok().filter(|_| count > 0)
}

/// Never 0, so that no slot in use looks empty.
fn fingerprint(word: u64) -> u32 {
    u32::try_from(word & ((1 << FINGERPRINT) - 1)).unwrap_or_default() | 1
}

/// Packs words' hashes with their clusters (from 1); where two words look alike, the first keeps its place.
#[cfg(any(test, feature = "training"))]
pub(crate) fn pack(words: &[(u64, [u16; 2])]) -> Vec<u8> {
    let count = words.len() * 8 / 7 + 1;
    let mut slots = vec![0_u32; count];
    for (word, [large, small]) in words {
        let held = fingerprint(*word) << (SMALL + LARGE) | u32::from(*large) << SMALL | u32::from(*small);
        let mut slot = home(*word, count).unwrap_or_default();
        while slots.get(slot).is_some_and(|held| *held != 0) {
            slot = (slot + 1) % count;
        }
        if let Some(free) = slots.get_mut(slot) {
            *free = held;
        }
    }
    slots.into_iter().flat_map(u32::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_with_their_clusters_and_others_are_not() {
        let words: Vec<(u64, [u16; 2])> =
            (1..500_u16).map(|n| (u64::from(n).wrapping_mul(0x9e37_79b9_7f4a_7c15), [n % 100 + 1, n + 1])).collect();
        let clusters = Clusters::packed(Box::leak(pack(&words).into_boxed_slice()));
        let right = words.iter().filter(|(word, own)| clusters.of(*word) == Some(*own)).count();
        // Two in some thousands look alike.
        assert!(right >= 495, "{right}");
        assert_eq!(Clusters::packed(&[]).of(7), None);
    }
}
