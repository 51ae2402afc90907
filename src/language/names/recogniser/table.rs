//! Numbers of features in, their weights out.
//!
//! Of the 2²² rows that a feature can hash into, some hundred and fifty thousand hold weights worth keeping. A *block*
//! tells for 64 rows which are kept (a bit each) and how many are kept before them; so a row is found in two look-ups,
//! without a key (a succinct rank, after Jacobson 1989).

use super::label::LABELS;

/// The weights of one pass.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table {
    blocks: &'static [[u8; Table::BLOCK]],
    rows: &'static [[u8; Table::ROW]],
}

impl Table {
    /// Bytes of a block: how many rows are kept before it (`u32`), which of its 64 are (`u64`).
    pub(crate) const BLOCK: usize = 12;

    /// Bytes of a row: a signed byte a label; by how many bits they are to be shifted, since most rows are small and a
    /// few are large; and what fills it up to a number that processors add at once.
    pub(crate) const ROW: usize = (LABELS + 1).next_multiple_of(8);

    /// Position of the shift in a row.
    pub(crate) const SHIFT: usize = LABELS;

    /// No weights.
    pub(crate) const fn empty() -> Self {
        Self { blocks: &[], rows: &[] }
    }

    /// The table of these blocks and rows. The number of blocks is a power of two.
    pub(crate) fn new(blocks: &'static [u8], rows: &'static [u8]) -> Self {
        Self { blocks: blocks.as_chunks().0, rows: rows.as_chunks().0 }
    }

    /// The position of the row of `feature`; 0, where nothing but zeros is, if it was not kept. Without a branch, for
    /// whether a row was kept cannot be foretold.
    fn position(&self, feature: u32) -> usize {
        let feature = feature as usize;
        let Some(block) = self.blocks.get((feature / 64) & self.blocks.len().wrapping_sub(1)) else { return 0 };
        let [a, b, c, d, kept @ ..] = *block;
        let kept = u64::from_le_bytes(kept);
        let below = kept & ((1_u64 << (feature % 64)) - 1);
        let own = (kept >> (feature % 64) & 1) as u32;
        ((u32::from_le_bytes([a, b, c, d]) + below.count_ones() + 1) * own) as usize
    }

    /// The weights of `feature`, a signed byte a label.
    pub(crate) fn row(&self, feature: u32) -> Option<&'static [u8; Self::ROW]> {
        self.rows.get(self.position(feature))
    }
}

/// Packs `rows` (the number of a row and its weights, in order of numbers) into blocks and rows.
#[cfg(any(test, feature = "training"))]
pub(crate) fn pack(bits: u32, rows: &[(u32, [i16; LABELS])]) -> (Vec<u8>, Vec<u8>) {
    let mut kept = vec![0_u64; 1 << bits.saturating_sub(6)];
    for (number, _) in rows {
        if let Some(block) = kept.get_mut(*number as usize / 64) {
            *block |= 1 << (number % 64);
        }
    }
    let mut before = 0_u32;
    let mut blocks = Vec::with_capacity(kept.len() * Table::BLOCK);
    for kept in kept {
        blocks.extend(before.to_le_bytes());
        blocks.extend(kept.to_le_bytes());
        before += kept.count_ones();
    }
    let mut packed = vec![0; Table::ROW];
    for (_, weights) in rows {
        let largest = weights.iter().map(|weight| weight.unsigned_abs()).max().unwrap_or_default();
        let shift = (0..8_u8).find(|shift| rounded(largest, *shift) <= 127).unwrap_or(8);
        let byte = |weight: i16| {
            let size = i8::try_from(rounded(weight.unsigned_abs(), shift)).unwrap_or(i8::MAX);
            if weight < 0 { -size } else { size }.cast_unsigned()
        };
        packed.extend(weights.map(byte));
        packed.push(shift);
        packed.extend([0; Table::ROW - LABELS - 1]);
    }
    (blocks, packed)
}

/// `size` divided by two to the power of `shift`, to the nearest.
#[cfg(any(test, feature = "training"))]
fn rounded(size: u16, shift: u8) -> u32 {
    (u32::from(size) + (1 << shift >> 1)) >> shift
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    const BITS: u32 = 9;

    proptest! {
        #[test]
        fn every_row_is_found_as_nearly_as_a_byte_tells_and_no_other(
            rows in prop::collection::btree_map(0..1_u32 << BITS, prop::array::uniform21(-20_000..20_000_i16), 0..40),
        ) {
            let sorted: Vec<_> = rows.clone().into_iter().collect();
            let (blocks, weights) = pack(BITS, &sorted);
            let table = Table::new(Box::leak(blocks.into_boxed_slice()), Box::leak(weights.into_boxed_slice()));
            let rows: BTreeMap<u32, [i16; LABELS]> = rows;
            for number in 0..1 << BITS {
                let found = table.row(number).unwrap();
                let expected = rows.get(&number).copied().unwrap_or([0; LABELS]);
                let largest = i32::from(expected.iter().map(|weight| weight.unsigned_abs()).max().unwrap());
                for (byte, weight) in found.iter().zip(expected) {
                    let stored = i32::from(byte.cast_signed()) << found[Table::SHIFT];
                    prop_assert!((stored - i32::from(weight)).abs() * 127 <= largest + 127, "{stored} for {weight}");
                }
            }
        }
    }
}
