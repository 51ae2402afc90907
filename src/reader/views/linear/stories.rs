//! The list of stories: a line a story, which goes on in the next row where it is longer than the screen is wide.
//!
//! **In:** the list. **Out:** rows, with the cursor at the chosen line. **Why:** a line that is cut cannot be heard to its end.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::{going_on, heading, inside, say};
use crate::reader::model::Model;
use crate::reader::model::digest::count;

/// Draws the list; gives the place of the cursor: the beginning of the chosen story.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) -> Position {
    heading(model, buffer, &what(model));
    let area = inside(model);
    if model.stories.is_empty() {
        let words = if model.library.stories.is_empty() {
            ["No stories here.", "Give dateline a folder or files to read."]
        } else {
            ["Nothing matches.", "Escape clears the filter."]
        };
        words.iter().enumerate().for_each(|(row, words)| say(model, buffer, area, row, words));
        return area.as_position();
    }
    let mut cursor = area.as_position();
    let mut row = 0;
    for at in model.stories.top..model.stories.lines() {
        let rows = model.line_rows(at);
        if row >= usize::from(area.height) {
            break;
        }
        if at == model.stories.cursor {
            cursor.y = area.y.saturating_add(u16::try_from(row).unwrap_or(u16::MAX));
        }
        for words in &rows {
            say(model, buffer, area, row, words);
            row += 1;
        }
    }
    cursor
}

/// `List of 5 stories, newest first.`
fn what(model: &Model) -> String {
    let all = count(model.library.stories.len(), "story", "stories");
    let [order, _] = model.order_told();
    let mut words = match (model.query.is_empty(), model.unread()) {
        (false, _) => format!("List, {} of {all} match “{}”, {order}.", model.stories.len(), model.typing.asked.trim()),
        (true, Some(0)) => format!("List of {all}, all read, {order}."),
        (true, Some(unread)) => format!("List of {all}, {unread} unread, {order}."),
        (true, None) => format!("List of {all}, {order}."),
    };
    if let Some(told) = going_on(model) {
        let _ = write!(words, " {told}");
    }
    let skipped = model.library.skipped.len();
    if skipped > 0 {
        let _ = write!(words, " {} not read.", count(skipped, "file was", "files were"));
    }
    words
}
