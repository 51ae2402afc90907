//! What is selected in the text, and the cursor at the end that moves.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::pen::to_u16;
use crate::reader::layout::page::Page;
use crate::reader::model::Model;
use crate::text::Span;

/// Where it is shown, and how it is lit.
pub(super) fn lit(model: &Model, page: &Page) -> Option<(Span, Style)> {
    let selection = model.selecting.selection.filter(|selection| selection.story == page.story)?;
    Some((selection.shown(page)?, model.theme.selection))
}

/// The cell of the end that moves, where it is in sight: screen readers go by the cursor.
pub(super) fn caret(model: &Model) -> Option<Position> {
    let (row, column) = model.selecting.selection?.caret(model.page()?)?;
    let measure = model.panes.measure();
    let below = to_u16(row.checked_sub(model.top)?);
    let right = to_u16(column).min(measure.width.saturating_sub(1));
    (below < measure.height).then(|| Position { x: measure.x + right, y: measure.y + below })
}
