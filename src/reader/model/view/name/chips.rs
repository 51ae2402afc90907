//! Ways of writing in, rows of them out, side by side, each with how often.

use std::ops::Range;

use super::{LABEL, WIDE, number};
use crate::dossier::Source;
use crate::dossier::name::Written;
use crate::reader::model::view::content::{Cell, Role, Row};
use crate::text::width::{truncate, width};

/// Columns between two of them.
const GAP: u16 = 3;

/// Words side by side.
#[derive(Clone, Debug, Default)]
pub(super) struct Chips {
    label: String,
    all: Vec<Chip>,
    role: Role,
    begins: u16,
}

/// One of them.
#[derive(Clone, Debug)]
struct Chip {
    row: usize,
    column: u16,
    words: String,
    times: String,
    first: Source,
}

impl Chips {
    /// As many in a row as fit; the label stands before the first where there is room for it.
    pub(super) fn of(label: &str, written: &[Written], role: Role, columns: u16) -> Self {
        let begins = if columns < WIDE { 0 } else { LABEL };
        let mut chips = Self { label: label.to_owned(), all: Vec::new(), role, begins };
        let (mut row, mut column) = (0, begins);
        for one in written {
            let times = number(one.times);
            let room = usize::from(columns.saturating_sub(begins)).saturating_sub(width(&times) + 1);
            let words = truncate(&one.words, room).into_owned();
            let wide = u16::try_from(width(&words) + 1 + width(&times)).unwrap_or(u16::MAX);
            if column > begins && column.saturating_add(wide) > columns {
                (row, column) = (row + 1, begins);
            }
            chips.all.push(Chip { row, column, words, times, first: one.first });
            column = column.saturating_add(wide).saturating_add(GAP);
        }
        chips
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn rows(&self) -> usize {
        self.all.last().map_or(0, |last| last.row + 1)
    }

    pub(super) fn row_of(&self, chip: usize) -> usize {
        self.all.get(chip).map_or(0, |chip| chip.row)
    }

    pub(super) fn columns_of(&self, chip: usize) -> Option<Range<u16>> {
        self.all.get(chip).map(Chip::columns)
    }

    pub(super) fn source(&self, chip: usize) -> Option<Source> {
        self.all.get(chip).map(|chip| chip.first)
    }

    /// The one that stands at this row and column.
    pub(super) fn at(&self, row: usize, column: u16) -> Option<usize> {
        self.all.iter().position(|chip| chip.row == row && chip.columns().contains(&column))
    }

    pub(super) fn row(&self, row: usize) -> Row {
        let first = self.all.partition_point(|chip| chip.row < row);
        let own = || self.all.iter().skip(first).take_while(|chip| chip.row == row);
        let mut cells = Vec::new();
        if row == 0 && self.begins > 0 {
            cells.push(Cell::new(0, self.label.clone(), Role::Muted).within(self.begins));
        }
        for chip in own() {
            cells.push(Cell::new(chip.column, chip.words.clone(), self.role));
            let behind = chip.columns().end.saturating_sub(u16::try_from(width(&chip.times)).unwrap_or(0));
            cells.push(Cell::new(behind, chip.times.clone(), Role::Muted));
        }
        let told = own().map(|chip| format!("{} {}", chip.words, chip.times)).collect::<Vec<_>>().join(", ");
        let label = if row == 0 { format!("{}: ", self.label) } else { String::new() };
        Row::new(cells).said(format!("{label}{told}"))
    }
}

impl Chip {
    fn columns(&self) -> Range<u16> {
        let wide = width(&self.words) + 1 + width(&self.times);
        self.column..self.column.saturating_add(u16::try_from(wide).unwrap_or(u16::MAX))
    }
}
