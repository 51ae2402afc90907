//! The text: its rows as they are, and below them what is told of the meeting in focus.
//!
//! **In:** the page and the panel. **Out:** rows, with the cursor where one reads. **Why:** screen readers read from the cursor
//! on; so the row that is meant is the one that has it.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{heading, say};
use crate::reader::layout::page::{Page, Row};
use crate::reader::model::Model;
use crate::reader::model::find::Find;
use crate::reader::model::linear::said;
use crate::reader::views::pen::{to_u16, write};
use crate::reader::views::selected;
use crate::text::wrap::glyphs;

/// Draws the text; gives the place of the cursor: the words that came into focus, or the beginning of the row.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) -> Position {
    heading(model, buffer, &what(model));
    let area = model.panes.measure();
    let Some(page) = model.page() else {
        if model.shown.is_none() {
            say(model, buffer, area, 0, "No story to read.");
        }
        return area.as_position();
    };
    for (y, row) in (area.y..area.bottom()).zip(page.rows.iter().skip(model.top)) {
        one(model, buffer, page, row, Rect { y, height: 1, ..area });
    }
    let below = model.panes.panel;
    for (row, words) in model.linear.below.iter().take(usize::from(below.height)).enumerate() {
        say(model, buffer, below, row, words);
    }
    if let Some(cursor) = selected::caret(model) {
        return cursor;
    }
    let row = model.linear.row.saturating_sub(model.top);
    let x = if model.linear.is_on_focus { column(model, page) } else { 0 };
    Position { x: area.x.saturating_add(x), y: area.y.saturating_add(to_u16(row)) }
}

fn one(model: &Model, buffer: &mut Buffer, page: &Page, row: &Row, area: Rect) {
    let mut x = area.x;
    for glyph in glyphs(page.sheet.text(), row.span) {
        x = write(buffer, area, x, area.y, &said::audible(glyph.symbol), model.theme.base);
    }
}

/// The column in which the words in focus begin, in the row with the cursor.
fn column(model: &Model, page: &Page) -> u16 {
    let found = model.find.as_ref().filter(|find| find.story == page.story).and_then(Find::focused);
    let Some(passage) = found.or_else(|| model.focused_passage()) else { return 0 };
    let (Some(shown), Some(row)) = (page.sheet.shown(passage), page.rows.get(model.linear.row)) else { return 0 };
    let before = glyphs(page.sheet.text(), row.span).take_while(|glyph| glyph.offset < shown.start());
    to_u16(before.map(|glyph| glyph.width).sum())
}

/// `Text of story 2 of 5.`
fn what(model: &Model) -> String {
    let place = model.shown.and_then(|shown| model.stories.matches.iter().position(|found| found.story == shown));
    let mut words = match place {
        Some(place) => format!("Text of story {} of {}.", place + 1, model.stories.len()),
        None => "Text of a story that is not in the list.".to_owned(),
    };
    if let Some(found) = model.found_words() {
        let _ = write!(words, " Place {found}.");
    }
    words
}
