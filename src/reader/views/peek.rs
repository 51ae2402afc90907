//! A look at what Enter would lead to, over the lower part of the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::pen::{rule, sign, to_u16, write};
use super::view::Pen;
use crate::reader::actions::Context;
use crate::reader::model::Model;
use crate::text::width::width;

/// What is told of the keys, the longest that fits.
const KEYS: [&str; 4] =
    [" Enter follow  j k scroll  J K next  p close ", " Enter follow  j k  J K  p close ", " j k  J K  p ", ""];

/// Draws it over whatever stands there.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let Some(peek) = &model.peek else { return };
    let (area, inside, theme) = (model.peek_area(), model.peek_inside(), &model.theme);
    let screen = *buffer.area();
    for position in area.intersection(screen).positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.reset();
        }
    }
    buffer.set_style(area.intersection(screen), theme.base);
    if area.x > 0 {
        for y in area.top()..area.bottom() {
            sign(buffer, area.x, y, "│", theme.faint);
        }
    }
    if area.height > 1 {
        heading(model, buffer, Rect { height: 1, ..area });
    }
    if model.is_peek_above() {
        rule(buffer, Rect { y: area.bottom() - 1, height: 1, ..area }, "─", theme.faint);
    }
    let pen = Pen { model, looked_for: None };
    let head = peek.rows.iter().take(peek.head);
    let rest = peek.rows.iter().skip(peek.head + peek.top);
    for (y, row) in (inside.top()..inside.bottom()).zip(head.chain(rest)) {
        pen.row(buffer, Rect { y, height: 1, ..inside }, row, Style::new());
    }
}

/// The rule, with what this is on the left and the keys on the right.
fn heading(model: &Model, buffer: &mut Buffer, row: Rect) {
    let theme = &model.theme;
    rule(buffer, row, "─", theme.faint);
    if row.x > 0 {
        let corner = if row.x == model.panes.divider.x && model.view().is_none() { "├" } else { "┌" };
        sign(buffer, row.x, row.y, corner, theme.faint);
    }
    let x = write(buffer, row, row.x + 2, row.y, " Peek ", theme.accent.add_modifier(Modifier::BOLD));
    let room = usize::from(row.right().saturating_sub(x + 2));
    // In the list Enter reads the chosen story, whatever is looked at.
    let is_list = model.context() == Context::List;
    let told = KEYS.map(|keys| if is_list { keys.replacen(" Enter follow ", "", 1) } else { keys.to_owned() });
    let keys = told.iter().find(|keys| width(keys) <= room).map_or("", String::as_str);
    let at = row.right().saturating_sub(to_u16(width(keys)) + 1);
    write(buffer, row, at, row.y, keys, theme.muted);
}
