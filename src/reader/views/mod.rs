//! Screens.
//!
//! **In:** the [`Model`]. **Out:** cells. **Why:** views only read: whatever is on the screen follows from the model,
//! and drawing twice draws the same.

mod bookmarks;
mod find;
mod following;
mod header;
mod hints;
mod labels;
mod linear;
mod loading;
mod overlay;
mod page;
mod panel;
mod peek;
mod pen;
mod picker;
mod prompt;
mod query;
mod saved;
mod selected;
mod sidebar;
mod view;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::model::Model;

/// Draws the whole screen.
pub fn draw(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    let buffer = frame.buffer_mut();
    buffer.set_style(area, model.theme.base);
    // Between a change of size and the action that tells of it, the model still knows the old size.
    if (area.width, area.height) != model.size || area.is_empty() {
        return;
    }
    if model.is_linear() {
        linear::draw(model, frame);
        return;
    }
    if model.loading.is_some() {
        loading::draw(model, buffer);
        return;
    }
    header::draw(model, buffer);
    hints::draw(model, buffer);
    let cursor = match &model.picker {
        Some(picker) if picker.kind.covers() => picker::draw(model, buffer),
        Some(_) => {
            below_picker(model, buffer);
            picker::draw(model, buffer)
        }
        None => below_picker(model, buffer),
    };
    hints::draw_long(model, buffer);
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
}

/// Draws what lies below a list to pick from; gives the place of the cursor.
fn below_picker(model: &Model, buffer: &mut Buffer) -> Option<Position> {
    if model.overlay.is_some() {
        overlay::draw(model, buffer);
        following::draw(model, buffer);
        return find::line(model, buffer);
    }
    if model.view().is_some() {
        let cursor = prompt::draw(model, buffer).or(view::draw(model, buffer));
        peek::draw(model, buffer);
        following::draw(model, buffer);
        return cursor;
    }
    let cursor = sidebar::draw(model, buffer)
        .or(find::line(model, buffer))
        .or(prompt::draw(model, buffer))
        .or(selected::caret(model));
    page::draw(model, buffer);
    let panel = model.panes.panel;
    // What the look at something else is laid over need not be drawn, and of a row nobody reads half.
    if model.rows_below_peek(panel).is_none_or(|row| panel.y < row) {
        panel::draw(model, buffer);
    }
    peek::draw(model, buffer);
    labels::draw(model, buffer);
    following::draw(model, buffer);
    cursor
}
