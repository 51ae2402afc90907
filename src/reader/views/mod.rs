//! Screens.
//!
//! **In:** the [`Model`]. **Out:** cells. **Why:** views only read: whatever is on the screen follows from the model,
//! and drawing twice draws the same.

mod bookmarks;
mod find;
mod following;
mod header;
mod hints;
mod loading;
mod overlay;
mod page;
mod panel;
mod pen;
mod picker;
mod prompt;
mod selected;
mod sidebar;

use ratatui::Frame;

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
    if model.loading.is_some() {
        loading::draw(model, buffer);
        return;
    }
    header::draw(model, buffer);
    hints::draw(model, buffer);
    if model.picker.is_some() {
        if let Some(cursor) = picker::draw(model, buffer) {
            frame.set_cursor_position(cursor);
        }
        return;
    }
    if model.overlay.is_some() {
        overlay::draw(model, buffer);
        following::draw(model, buffer);
        if let Some(cursor) = find::line(model, buffer) {
            frame.set_cursor_position(cursor);
        }
        return;
    }
    let cursor = sidebar::draw(model, buffer)
        .or(find::line(model, buffer))
        .or(prompt::draw(model, buffer))
        .or(selected::caret(model));
    page::draw(model, buffer);
    panel::draw(model, buffer);
    following::draw(model, buffer);
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
}
