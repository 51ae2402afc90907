//! The trained weights as bytes: how the trainer writes them and the program reads them in place.
//!
//! | part | content |
//! |---|---|
//! | name of the format | 8 bytes |
//! | header | 8 little-endian `u32`: bytes of clusters; blocks and rows of the first table; the same of the second; what a unit of the first pass's scores and of the second's weights is worth in the second pass; nothing |
//! | transitions | of the first pass and of the second: `LABELS × LABELS` little-endian `i32` each |
//! | clusters | see [`Clusters`] |
//! | tables | see [`Table`], the first pass's and the second's |
//!
//! Nothing is parsed but the header, so the recogniser is ready at once.

use super::clusters::Clusters;
use super::decode::{Grid, Scores};
use super::label::LABELS;
use super::table::Table;

/// The first bytes of the weights: a new format takes a new number.
pub(crate) const FORMAT: &[u8; 8] = b"dateline";
/// Numbers in the header.
pub(crate) const HEADER: usize = 8;

/// A trained model.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    /// Which clusters words belong to.
    pub clusters: Clusters,
    /// The first pass: features of the words.
    pub first: Pass,
    /// The second pass: features of the first one's labels.
    pub second: Pass,
    /// What a unit of the first pass's scores is worth in the second.
    pub carried: i32,
    /// What a unit of the second pass's weights is worth in it.
    pub fresh: i32,
}

/// What one pass scores with.
#[derive(Clone, Debug)]
pub(crate) struct Pass {
    /// The weights of features.
    pub table: Table,
    /// The weights of passing from one label to the next.
    pub transitions: Grid<i32>,
}

static SHIPPED: &[u8] = include_bytes!("weights.bin");

impl Model {
    /// The model that the program ships.
    pub(crate) fn shipped() -> Self {
        Self::read(SHIPPED).unwrap_or_else(Self::empty)
    }

    /// A model that knows nothing.
    pub(crate) fn empty() -> Self {
        let pass = Pass { table: Table::empty(), transitions: Grid::new(&[[0; LABELS]; LABELS]) };
        Self { clusters: Clusters::packed(&[]), first: pass.clone(), second: pass, carried: 1, fresh: 1 }
    }

    /// The model in `bytes`; `None` where they are not one.
    pub(crate) fn read(bytes: &'static [u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(FORMAT)?;
        let header: Vec<usize> =
            (0..HEADER).map(|_| usize::try_from(number(&mut rest)?).ok()).collect::<Option<Vec<_>>>()?;
        let &[clusters, first_blocks, first_rows, second_blocks, second_rows, carried, fresh, _] = header.as_slice()
        else {
            return None;
        };
        let transitions = [transitions(&mut rest)?, transitions(&mut rest)?];
        let clusters = Clusters::packed(take(&mut rest, clusters)?);
        let first = table(&mut rest, first_blocks, first_rows)?;
        let second = table(&mut rest, second_blocks, second_rows)?;
        let [of_first, of_second] = transitions;
        Some(Self {
            clusters,
            first: Pass { table: first, transitions: of_first },
            second: Pass { table: second, transitions: of_second },
            carried: i32::try_from(carried).ok()?,
            fresh: i32::try_from(fresh).ok()?,
        })
    }
}

fn take(rest: &mut &'static [u8], length: usize) -> Option<&'static [u8]> {
    let (taken, left) = rest.split_at_checked(length)?;
    *rest = left;
    Some(taken)
}

fn number(rest: &mut &'static [u8]) -> Option<i32> {
    Some(i32::from_le_bytes(take(rest, 4)?.try_into().ok()?))
}

fn transitions(rest: &mut &'static [u8]) -> Option<Grid<i32>> {
    let mut read = [[0; LABELS]; LABELS];
    for score in read.iter_mut().flatten() {
        *score = number(rest)?;
    }
    Some(Grid::new(&read))
}

fn table(rest: &mut &'static [u8], blocks: usize, rows: usize) -> Option<Table> {
    Some(Table::new(take(rest, blocks * Table::BLOCK)?, take(rest, rows * Table::ROW)?))
}

/// Sums of weights, a label each, and what fills them up.
pub(crate) type Sum = [i16; Table::ROW];

impl Pass {
    /// The sum of the weights of `features`.
    pub(crate) fn sum(&self, features: &[u32]) -> Sum {
        let mut sum = [0; Table::ROW];
        for row in features.iter().filter_map(|feature| self.table.row(*feature)) {
            let shift = u32::from(row[Table::SHIFT]);
            for (sum, weight) in sum.iter_mut().zip(row) {
                *sum = i16::saturating_add(*sum, i16::from(weight.cast_signed()).wrapping_shl(shift));
            }
        }
        sum
    }
}

/// The sums as scores.
pub(crate) fn as_scores(sum: &Sum) -> Scores<i32> {
    std::array::from_fn(|label| sum.get(label).copied().map_or(0, i32::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_are_a_model_of_six_megabytes_at_most() {
        assert!(Model::read(SHIPPED).is_some());
        assert!(SHIPPED.len() <= 6_000_000, "{} bytes", SHIPPED.len());
    }

    #[test]
    fn bytes_that_are_no_model_are_none() {
        for bytes in [&b""[..], b"dateline", b"datelime\0\0\0\0", &[255; 4000]] {
            assert!(Model::read(Box::leak(bytes.to_vec().into_boxed_slice())).is_none());
        }
        for length in [9, 40, 3_000, SHIPPED.len() / 2, SHIPPED.len() - 1] {
            assert!(Model::read(SHIPPED.get(..length).unwrap()).is_none(), "{length} bytes of the weights");
        }
    }
}
