//! A look at what Enter would lead to, in linear mode: its rows as lines.
//!
//! **In:** an open look. **Out:** lines in place of the list or the text. **Why:** the look leaves the place as it was, and so
//! does hearing it.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::{heading, inside, say};
use crate::reader::model::Model;
use crate::reader::model::linear::said;

pub(super) fn draw(model: &Model, buffer: &mut Buffer) -> Position {
    let area = inside(model);
    let Some(peek) = &model.peek else { return area.as_position() };
    heading(model, buffer, "A look at what Enter leads to. p closes.");
    let columns = usize::from(area.width);
    let head = peek.rows.iter().take(peek.head);
    let rows = head.chain(peek.rows.iter().skip(peek.head + peek.top));
    let told = rows.map(crate::reader::model::view::Row::told).filter(|words| !words.trim().is_empty());
    let lines = told.flat_map(|words| said::rows(&words, columns));
    for (row, words) in lines.take(usize::from(area.height)).enumerate() {
        say(model, buffer, area, row, &words);
    }
    area.as_position()
}
