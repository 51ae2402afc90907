//! What is laid over the screen: the help, and the files that were not read.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::pen::{rule, to_u16, write, write_cut};
use crate::reader::layout::overlay_inside;
use crate::reader::model::Model;
use crate::reader::model::overlay::{GAP, Kind, Line, Sign};
use crate::text::width::width;

/// From which width on the explanations begin at which column.
const EXPLAINED_AT: [(u16, u16); 2] = [(72, 28), (30, 12)];

pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let Some(overlay) = &model.overlay else { return };
    let inside = overlay_inside(model.size.0, model.size.1);
    let theme = &model.theme;
    let heading = match overlay.kind {
        Kind::Help => "Keys",
        Kind::Skipped => "Not read",
    };
    if inside.y >= 2 && inside.height > 0 {
        let above = Rect { y: inside.y - 2, height: 2, ..inside };
        write(buffer, above, above.x, above.y, heading, theme.accent.add_modifier(Modifier::BOLD));
        let last = (overlay.top + usize::from(inside.height)).min(overlay.lines.len());
        if last < overlay.lines.len() || overlay.top > 0 {
            let place = format!("{}–{last} of {}", overlay.top + 1, overlay.lines.len());
            let x = above.right().saturating_sub(to_u16(width(&place)));
            write(buffer, above, x, above.y, &place, theme.muted);
        }
        rule(buffer, Rect { y: above.y + 1, height: 1, ..above }, "─", theme.faint);
    }
    for (y, line) in (inside.y..inside.bottom()).zip(overlay.lines.iter().skip(overlay.top)) {
        draw_line(model, buffer, Rect { y, height: 1, ..inside }, line);
    }
}

fn draw_line(model: &Model, buffer: &mut Buffer, area: Rect, line: &Line) {
    let theme = &model.theme;
    let (x, y) = (area.x, area.y);
    let room = usize::from(area.width);
    match line {
        Line::Heading(words) | Line::File(words) => {
            write_cut(buffer, area, (x, y), words, room, theme.strong);
        }
        Line::Keys(keys, explained) => {
            let end = write(buffer, area, x + 1, y, keys, theme.accent);
            let at = EXPLAINED_AT.iter().find(|(from, _)| area.width >= *from).map_or(end + 2, |(_, at)| x + at);
            let at = at.max(end + 2);
            let left = usize::from(area.right().saturating_sub(at));
            write_cut(buffer, area, (at, y), explained, left, theme.base);
        }
        Line::Legend(kinds) => {
            let mut x = x + 1;
            for kind in kinds {
                let (word, style) = kind.map_or(("date", theme.date), |kind| (kind.word(), theme.name(kind)));
                x = write(buffer, area, x, y, word, style) + to_u16(GAP);
            }
        }
        Line::Signs(signs) => {
            let mut x = x + 1;
            for shown in signs {
                let (sign, means) = shown.told();
                let style = match shown {
                    Sign::Number | Sign::InFocus | Sign::SameMeeting => theme.accent,
                    Sign::Tells => theme.faint,
                    Sign::SameSeries | Sign::Guessed | Sign::Derived => theme.muted,
                };
                let after = write(buffer, area, x, y, sign, style) + 1;
                x = write(buffer, area, after, y, means, theme.muted) + to_u16(GAP);
            }
        }
        Line::Text(words) => {
            write_cut(buffer, area, (x, y), words, room, theme.muted);
        }
        Line::Blank => {}
    }
}
