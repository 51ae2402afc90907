//! The columns of two stories side by side.

use std::ops::Range;

use crate::reader::model::view::{Cell, Role};
use crate::text::width::width;

/// Columns of the label before the sides, and of what stands between them.
const LABEL: u16 = 9;
const BETWEEN: u16 = 5;
/// From so many columns on two texts stand side by side.
const TWO_TEXTS: u16 = 84;
/// From so many columns on two facts do.
const TWO_FACTS: u16 = 52;

/// How many columns there are, and how they are used.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::reader::model::view) struct Grid {
    columns: u16,
    /// Whether rows are heard, and not seen.
    pub is_linear: bool,
}

impl Grid {
    pub(super) const fn new(columns: u16, is_linear: bool) -> Self {
        Self { columns, is_linear }
    }

    /// Whether there is room for two columns of running text.
    pub(super) const fn has_two_columns(self) -> bool {
        self.columns >= TWO_TEXTS && !self.is_linear
    }

    /// Whether there is room for two columns of facts.
    pub(super) const fn has_two_facts(self) -> bool {
        self.columns >= TWO_FACTS && !self.is_linear
    }

    /// The columns of a side.
    pub(super) const fn columns(self, side: usize, is_stacked: bool) -> Range<u16> {
        if is_stacked {
            return 3..if self.columns > 4 { self.columns } else { 4 };
        }
        let each = self.columns.saturating_sub(LABEL + BETWEEN) / 2;
        let start = if side == 0 { LABEL } else { LABEL + each + BETWEEN };
        start..start + each
    }

    /// How wide a side is.
    pub(super) fn width(self, is_stacked: bool) -> usize {
        let columns = self.columns(0, is_stacked);
        usize::from(columns.end.saturating_sub(columns.start)).max(1)
    }

    /// The column of the sign between two sides.
    pub(super) const fn sign(self) -> u16 {
        self.columns(0, false).end + 2
    }

    /// What stands before the side of a story where the sides stand one below the other.
    pub(super) const fn letter(side: usize) -> &'static str {
        if side == 0 { "A" } else { "B" }
    }
}

/// Words one after the other in a range of columns.
pub(super) fn in_columns(columns: &Range<u16>, pieces: Vec<(String, Role)>) -> Vec<Cell> {
    let mut column = columns.start;
    let mut cells = Vec::with_capacity(pieces.len());
    for (words, role) in pieces {
        let room = columns.end.saturating_sub(column);
        let wide = u16::try_from(width(&words)).unwrap_or(u16::MAX);
        if room > 0 && wide > 0 {
            cells.push(Cell::new(column, words, role).within(room));
        }
        column = column.saturating_add(wide);
    }
    cells
}
