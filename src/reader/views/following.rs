//! The keys that can follow those that were pressed, in a box above the key line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::pen::{clear, rule, to_u16, write, write_cut};
use crate::reader::actions::entry_of;
use crate::reader::keymap::Following;
use crate::reader::model::Model;
use crate::text::width::width;

/// The narrowest column of a key and what it does.
const COLUMN: u16 = 28;

pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    if !model.shows_following {
        return;
    }
    if let Some(awaited) = model.awaited() {
        super::bookmarks::draw(model, buffer, awaited);
        return;
    }
    let following = model.keymap.following(model.context(), &model.pending);
    let screen = *buffer.area();
    let columns = (screen.width / COLUMN).max(1);
    let rows = to_u16(following.len()).div_ceil(columns);
    let height = (rows + 1).min(screen.height.saturating_sub(model.panes.hints.height));
    let bottom = screen.height.saturating_sub(model.panes.hints.height);
    let area = Rect { x: 0, y: bottom.saturating_sub(height), width: screen.width, height };
    clear(buffer, area, model.theme.base);
    let pressed: Vec<String> = model.pending.iter().map(ToString::to_string).collect();
    rule(buffer, Rect { height: area.height.min(1), ..area }, "━", model.theme.muted);
    write(buffer, area, area.x + 1, area.y, &format!(" {} … ", pressed.join(" ")), model.theme.accent);
    let inside = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    for (at, following) in following.iter().enumerate() {
        let (row, column) = (to_u16(at) % rows.max(1), to_u16(at) / rows.max(1));
        if row < inside.height {
            let wide = screen.width / columns;
            let cell = Rect { x: column * wide + 1, y: inside.y + row, width: wide.saturating_sub(2), height: 1 };
            one(model, buffer, cell.intersection(inside), following);
        }
    }
}

fn one(model: &Model, buffer: &mut Buffer, area: Rect, following: &Following) {
    let key = following.key.to_string();
    let x = write(buffer, area, area.x, area.y, &format!("{key}  "), model.theme.accent);
    let told = following.command.and_then(entry_of).map_or("…", |entry| entry.help);
    let room = usize::from(area.right().saturating_sub(x));
    let style: Style = model.theme.base_text();
    let name = entry_name(following);
    let shown = name.as_deref().filter(|_| width(told) > room).unwrap_or(told);
    write_cut(buffer, area, (x, area.y), shown, room, style);
}

/// The short name, where the help does not fit.
fn entry_name(following: &Following) -> Option<String> {
    following.command.and_then(entry_of).map(|entry| entry.name.replace('-', " "))
}
