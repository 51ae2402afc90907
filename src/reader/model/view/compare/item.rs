//! One thing told by two stories: its label, its sign, and what stands on each side.

use std::ops::Range;

use super::Grid;
use crate::dossier::comparison::Agreement;
use crate::reader::model::linear::said;
use crate::reader::model::view::{Cell, Role, Target};
use crate::text::Span;

/// A line of one side.
#[derive(Clone, Debug)]
pub(super) enum Line {
    /// Words of our own.
    Words(Vec<(String, Role)>),
    /// A row of the story's text.
    Text(Span),
}

/// What one side tells.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    pub lines: Vec<Line>,
    /// Where it leads; nothing where this side tells nothing.
    pub target: Option<Target>,
    /// The number of its stop.
    pub stop: Option<usize>,
    /// What is said of it in linear mode, where each side is said for itself.
    pub spoken: String,
}

/// How the sides of an item are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    /// One row across.
    #[default]
    Heading,
    /// Short words, beside each other wherever that is possible at all.
    Fact,
    /// Running text.
    Text,
}

/// One thing, told by one story or both.
#[derive(Clone, Debug, Default)]
pub(super) struct Item {
    pub shape: Shape,
    /// What it is about.
    pub label: Vec<(String, Role)>,
    /// How the sides go together; none for what is not judged.
    pub agreement: Option<Agreement>,
    pub sides: [Told; 2],
    /// Rows left free below it.
    pub below: usize,
    /// What is said of it as a whole in linear mode.
    pub spoken: String,
}

impl Item {
    /// A row across both sides.
    pub(super) fn heading(label: Vec<(String, Role)>, below: usize) -> Self {
        let spoken = label.iter().map(|(words, _)| words.trim()).collect::<Vec<_>>().join(", ");
        let spoken = said::sentence(&spoken);
        Self { label, below, spoken, ..Self::default() }
    }

    pub(super) fn is_heading(&self) -> bool {
        self.shape == Shape::Heading
    }

    /// Whether the sides stand one below the other.
    pub(super) fn is_stacked(&self, grid: Grid) -> bool {
        match self.shape {
            Shape::Heading => true,
            Shape::Fact => !grid.has_two_facts(),
            Shape::Text => !grid.has_two_columns(),
        }
    }

    /// Rows before the sides: the label has one to itself where the sides are stacked.
    fn above(&self, grid: Grid) -> usize {
        let has_label = !self.label.is_empty() || self.agreement.is_some();
        usize::from(self.is_heading() || self.is_stacked(grid) && has_label)
    }

    /// Its rows, without those that are left free below.
    pub(super) fn body(&self, grid: Grid) -> usize {
        if grid.is_linear {
            return 1;
        }
        let [left, right] = &self.sides;
        let (left, right) = (left.lines.len(), right.lines.len());
        self.above(grid) + if self.is_stacked(grid) { left + right } else { left.max(right).max(1) }
    }

    /// Its rows.
    pub(super) fn height(&self, grid: Grid) -> usize {
        self.body(grid) + if grid.is_linear { 0 } else { self.below }
    }

    /// The rows that belong to a side.
    pub(super) fn rows_of(&self, grid: Grid, side: usize) -> Range<usize> {
        if grid.is_linear || self.is_heading() || !self.is_stacked(grid) {
            return 0..self.body(grid);
        }
        let [left, right] = &self.sides;
        let above = self.above(grid);
        let end = above + left.lines.len();
        if side == 0 { above..end } else { end..end + right.lines.len() }
    }

    /// Which line of a side stands in a row.
    pub(super) fn line_at(&self, grid: Grid, side: usize, row: usize) -> Option<usize> {
        if self.is_heading() {
            return None;
        }
        let rows = self.rows_of(grid, side);
        rows.contains(&row).then(|| row - rows.start)
    }

    /// Its stop on this side, or else on the other one.
    pub(super) fn stop(&self, side: usize) -> Option<usize> {
        let [left, right] = &self.sides;
        if side == 0 { left.stop.or(right.stop) } else { right.stop.or(left.stop) }
    }

    /// Its label and its sign.
    pub(super) fn label_cells(&self, grid: Grid) -> Vec<Cell> {
        let is_stacked = self.is_stacked(grid);
        let sign = self.agreement.map(|agreement| (agreement.sign(), sign_role(agreement)));
        let mut cells = Vec::new();
        let mut from = 0;
        if let Some((sign, role)) = sign {
            cells.push(Cell::new(if is_stacked { 0 } else { grid.sign() }, sign, role));
            from = if is_stacked { 3 } else { 0 };
        }
        let end = if is_stacked { u16::MAX } else { grid.columns(0, false).start.saturating_sub(1) };
        cells.extend(super::grid::in_columns(&(from..end), self.label.clone()));
        cells
    }

    /// What is said of it in linear mode.
    pub(super) fn said(&self, row: usize) -> String {
        if row > 0 {
            return String::new();
        }
        let parts = [self.spoken.as_str(), self.sides[0].spoken.as_str(), self.sides[1].spoken.as_str()];
        parts.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// A disagreement is lit; a sign that says that all is well is not.
const fn sign_role(agreement: Agreement) -> Role {
    match agreement {
        Agreement::Differs => Role::Differs,
        Agreement::Near => Role::Base,
        Agreement::Same | Agreement::OnlyLeft | Agreement::OnlyRight => Role::Muted,
    }
}
