//! A view in linear mode: its rows, one thing below the other.
//!
//! **In:** the open view. **Out:** rows, and the mistake or the reason why there are none. **Why:** every view has its facts in
//! rows already, so that nothing has to be told twice in two ways.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::{going_on, heading, inside, say};
use crate::reader::model::Model;
use crate::reader::model::linear::{said, view as heard};
use crate::reader::views::pen::to_u16;
use crate::text::width::width;

pub(super) fn draw(model: &Model, buffer: &mut Buffer) -> Position {
    let Some(open) = model.view() else { return Position::ORIGIN };
    let told = going_on(model).map_or_else(String::new, |told| format!(" {told}"));
    let room = usize::from(model.size.0).saturating_sub(width(&told));
    heading(model, buffer, &format!("{}{told}", heard::heading(open, room)));
    let area = inside(model);
    let (columns, height) = (usize::from(area.width), usize::from(area.height));
    let mut cursor = area.as_position();
    if open.content.rows() == 0 {
        let words = open.mistake.as_ref().map_or_else(|| open.content.empty().to_owned(), ToString::to_string);
        let rows = said::rows(&words, columns);
        rows.iter().enumerate().for_each(|(row, words)| say(model, buffer, area, row, words));
        return cursor;
    }
    let mut row = 0;
    if open.at.top == 0 {
        for words in heard::head(model, open, columns).into_iter().take(height / 2) {
            say(model, buffer, area, row, &words);
            row += 1;
        }
    }
    let at = open.content.rows_of(open.at.cursor);
    for number in open.at.top..open.content.rows() {
        if row >= height {
            break;
        }
        if number == at.start {
            cursor.y = area.y.saturating_add(to_u16(row));
        }
        for words in heard::rows(model, open, number, columns) {
            say(model, buffer, area, row, &words);
            row += 1;
        }
    }
    cursor
}
