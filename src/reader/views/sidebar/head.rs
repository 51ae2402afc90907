//! The head of a group: what its stories have in common, and how many there are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::reader::model::Model;
use crate::reader::model::order::Group;
use crate::reader::model::stories::ListedGroup;
use crate::reader::views::pen::{to_u16, write, write_cut};
use crate::text::width::width;

/// The sign that tells whether a group is folded, and the blank after it.
const SIGN: usize = 2;
/// Between the name of a group and what else is said of it.
const GAP: u16 = 2;
/// Room that the name has to have beside the count of what is unread.
const NAME: usize = 16;

/// Draws one row.
pub(super) fn draw(model: &Model, buffer: &mut Buffer, area: Rect, listed: &ListedGroup, is_chosen: bool) {
    let Some(group) = model.order.grouping().and_then(|grouping| grouping.groups.get(listed.group)) else { return };
    let theme = &model.theme;
    if is_chosen {
        super::select(model, buffer, area);
    }
    let line = Rect { x: area.x + area.width.min(2), width: area.width.saturating_sub(3), ..area };
    let count = count(model, listed, group, usize::from(line.width));
    let at = line.right().saturating_sub(to_u16(width(&count)));
    let name = Rect { width: at.saturating_sub(line.x + 1), ..line };
    let sign = if listed.folded { "▸ " } else { "▾ " };
    let x = write(buffer, name, line.x, line.y, sign, if is_chosen { theme.accent } else { theme.muted });
    let left = usize::from(name.right().saturating_sub(x));
    let (what, more) = group.head(left, usize::from(GAP));
    let x = write_cut(buffer, name, (x, line.y), what, left, theme.muted.add_modifier(Modifier::BOLD));
    if !more.is_empty() {
        let left = usize::from(name.right().saturating_sub(x + GAP));
        write_cut(buffer, name, (x + GAP, line.y), more, left, theme.muted);
    }
    write(buffer, line, at, line.y, &count, theme.muted);
    if is_chosen {
        buffer.set_style(line, theme.chosen);
    }
}

/// `3`, or `3, 2 unread` where something was read and there is room to tell it: rather those who met than how much is unread.
fn count(model: &Model, listed: &ListedGroup, group: &Group, columns: usize) -> String {
    let count = listed.count.to_string();
    let more = format!("{count}, {} unread", listed.unread);
    let tells = model.unread().is_some() && listed.unread > 0;
    let who = |beside: &str| group.head(columns.saturating_sub(width(beside) + 1 + SIGN), usize::from(GAP)).1;
    if tells && NAME + width(&more) <= columns && who(&more) == who(&count) { more } else { count }
}
