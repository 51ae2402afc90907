//! While the library is being read: how far it has come.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pen::{rule, to_u16, write};
use crate::reader::model::Model;
use crate::text::width::width;

/// How wide the bar is.
const BAR: u16 = 40;

pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let (screen, theme) = (*buffer.area(), &model.theme);
    let loading = model.loading.unwrap_or_default();
    let words = if loading.total == 0 {
        "Looking for stories".to_owned()
    } else {
        format!("Reading  {} of {} files", loading.read, loading.total)
    };
    let y = screen.height / 2;
    let x = (screen.width.saturating_sub(to_u16(width(&words)))) / 2;
    write(buffer, screen, x, y, &words, theme.base);
    let bar = BAR.min(screen.width);
    let at = Rect { x: (screen.width - bar) / 2, y: y + 1, width: bar, height: 1 }.intersection(screen);
    let done = (usize::from(at.width) * loading.read.min(loading.total)).checked_div(loading.total);
    if let Some(done) = done {
        rule(buffer, at, "─", theme.faint);
        rule(buffer, Rect { width: to_u16(done), ..at }, "━", theme.accent);
    }
}
