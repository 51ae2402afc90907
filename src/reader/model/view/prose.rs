//! Words of articles in rows of a view.
//!
//! **In:** a text, a range of it, what each of its bytes is. **Out:** rows of cells. **Why:** evidence, previews and
//! quotations set the same texts in the same way: reflowed, clean, never cut inside a word.

use super::{Cell, Role, Row};
use crate::meetings::Story;
use crate::reader::model::digest;
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::text::wrap::{Breaks, glyphs, wrap};

/// The rows of a range, so many columns wide, from this column on; `role` tells what a byte is.
pub(in crate::reader) fn prose(
    text: &str,
    span: Span,
    columns: u16,
    column: u16,
    role: &impl Fn(usize) -> Role,
) -> Vec<Row> {
    let rows = wrap(text, span, usize::from(columns.max(1)), Breaks::Reflow);
    rows.iter().map(|row| Row::new(cells(text, row.span, column, role))).collect()
}

/// A row of text as cells from this column on, one for each run of words of one role.
pub(in crate::reader) fn cells(text: &str, span: Span, column: u16, role: &impl Fn(usize) -> Role) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    let mut at = column;
    for glyph in glyphs(text, span) {
        let own = role(glyph.offset);
        match cells.last_mut().filter(|cell| cell.role == own) {
            Some(cell) => cell.words.push_str(glyph.symbol),
            None => cells.push(Cell::new(at, glyph.symbol, own)),
        }
        at = at.saturating_add(u16::try_from(glyph.width).unwrap_or(1));
    }
    cells
}

/// `Northwire · 21 May 2031`.
pub(in crate::reader) fn outlet_and_day(story: &Story) -> String {
    let outlet = story.article.outlet.as_ref().map_or_else(|| "unknown".into(), |outlet| one_line(&outlet.name));
    let day = story.annotations.published.as_ref().map_or_else(|| "undated".into(), digest::published);
    format!("{outlet} · {day}")
}
