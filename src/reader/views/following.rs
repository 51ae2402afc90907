//! The keys that can follow those that were pressed, in a box above the key line.
//!
//! **In:** the model. **Out:** each key with its line of help, or all of them with a few words where one of these lines has
//! no room; what does not fit is counted. **Why:** nobody learns a chord from half a sentence.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::pen::{clear, rule, to_u16, write, write_cut};
use crate::reader::actions::{brief, entry_of};
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
    let wide = screen.width / columns;
    let cells = usize::from(inside.height.min(rows)) * usize::from(columns);
    // The last cell tells how many there is no room for.
    let shown = if following.len() > cells { cells.saturating_sub(1) } else { following.len() };
    // Rows that there is no room for take no column from those that there is.
    let rows = rows.min(inside.height).max(1);
    let cell = |at: usize| {
        let (row, column) = (to_u16(at) % rows, to_u16(at) / rows);
        let cell = Rect { x: column * wide + 1, y: inside.y + row, width: wide.saturating_sub(2), height: 1 };
        cell.intersection(inside)
    };
    // One wording for all: a sentence beside a bare name is hard to read.
    let is_brief = following
        .iter()
        .take(shown)
        .enumerate()
        .any(|(at, one)| width(&one.key.to_string()) + 2 + width(told(one, false)) > usize::from(cell(at).width));
    for (at, following) in following.iter().take(shown).enumerate() {
        one(model, buffer, cell(at), following, is_brief);
    }
    if shown < following.len() {
        let (area, more) = (cell(shown), format!("… and {} more", following.len() - shown));
        write_cut(buffer, area, (area.x, area.y), &more, usize::from(area.width), model.theme.muted);
    }
}

fn one(model: &Model, buffer: &mut Buffer, area: Rect, following: &Following, is_brief: bool) {
    let key = following.key.to_string();
    let x = write(buffer, area, area.x, area.y, &format!("{key}  "), model.theme.accent);
    let room = usize::from(area.right().saturating_sub(x));
    let style: Style = model.theme.base_text();
    write_cut(buffer, area, (x, area.y), told(following, is_brief), room, style);
}

/// What a key does: in a few words where there are some and they are asked for; `…` where more keys follow.
fn told(following: &Following, is_brief: bool) -> &'static str {
    let Some(entry) = following.command.and_then(entry_of) else { return "…" };
    brief(entry.command).filter(|_| is_brief).unwrap_or(entry.help)
}
