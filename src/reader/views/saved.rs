//! The saved queries above the list; the one that is asked is underlined.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::reader::model::Model;
use crate::reader::views::pen::{to_u16, write};
use crate::text::width::ELLIPSIS;

/// Draws them.
pub(super) fn line(model: &Model, buffer: &mut Buffer, area: Rect) {
    if area.is_empty() {
        return;
    }
    let area = inside(area);
    let tabs = model.saved_tabs(usize::from(area.width));
    if tabs.first().is_some_and(|tab| tab.column > 0) {
        write(buffer, area, area.x, area.y, ELLIPSIS, model.theme.muted);
    }
    for tab in tabs {
        let style =
            if tab.is_active { model.theme.strong.add_modifier(Modifier::UNDERLINED) } else { model.theme.muted };
        write(buffer, area, area.x + to_u16(tab.column), area.y, &tab.words, style);
    }
}

/// The columns in which they stand.
fn inside(area: Rect) -> Rect {
    Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }
}
