//! The line of words that a key asked for, in place of the keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Modifier;
use unicode_segmentation::UnicodeSegmentation;

use super::hints::beside_line;
use super::pen::{write, write_cut};
use crate::reader::model::Model;
use crate::text::width::width;

/// Draws the line; gives the place of the cursor.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) -> Option<Position> {
    let prompt = model.prompt.as_ref()?;
    let (area, theme) = (model.panes.hints, &model.theme);
    let x = write(buffer, area, area.x + 1, area.y, prompt.asked.label(), theme.accent);
    let (before, after) = prompt.input.parts();
    // A long line is shown from where the cursor is still in sight.
    let room = usize::from(area.right().saturating_sub(x + 1));
    let mut shown = before;
    while width(shown) > room {
        let Some(first) = shown.graphemes(true).next().map(str::len) else { break };
        shown = shown.get(first..).unwrap_or_default();
    }
    let cursor = write(buffer, area, x, area.y, shown, theme.base);
    let end = write(buffer, area, cursor, area.y, after, theme.base);
    if beside_line(model, buffer, end + 2) {
        // What is said goes before what is known already.
    } else if let Some(mistake) = &prompt.mistake {
        let left = usize::from(area.right().saturating_sub(end + 3));
        let style = theme.wrong.remove_modifier(Modifier::UNDERLINED);
        write_cut(buffer, area, (end + 2, area.y), &format!("✗ {mistake}"), left, style);
    } else if let Some(note) = prompt.note() {
        let left = usize::from(area.right().saturating_sub(end + 3));
        write_cut(buffer, area, (end + 2, area.y), note, left, theme.muted);
    } else if prompt.input.is_empty() {
        let left = usize::from(area.right().saturating_sub(end + 2));
        write_cut(buffer, area, (end + 1, area.y), prompt.asked.hint(), left, theme.muted);
    }
    Some(Position { x: cursor.min(area.right().saturating_sub(1)), y: area.y })
}
