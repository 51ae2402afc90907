//! The marks that there are, in a box above the key line, while the letter of one is waited for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pen::{rule, to_u16, write, write_cut};
use crate::reader::model::Model;
use crate::reader::model::bookmarks::{Bookmark, title_of};
use crate::reader::model::whereabouts::Awaited;
use crate::text::width::width;

/// From this width on the line of a place stands beside its title.
const LINE_FROM: u16 = 70;

/// What is said of a mark whose story is gone.
const GONE: &str = "not in this library any more";

pub(super) fn draw(model: &Model, buffer: &mut Buffer, awaited: &Awaited) {
    let screen = *buffer.area();
    let marks: Vec<(char, &Bookmark)> = model.whereabouts.bookmarks.iter().collect();
    let goes = *awaited == Awaited::GoToMark;
    let before = usize::from(goes && model.whereabouts.before_jump.is_some());
    let bottom = screen.height.saturating_sub(model.panes.hints.height);
    let wanted = to_u16(marks.len().max(1) + before).saturating_add(1);
    let height = wanted.min(bottom.saturating_sub(model.panes.top_rule.bottom()));
    let area = Rect { x: 0, y: bottom - height.min(bottom), width: screen.width, height };
    rule(buffer, area, " ", model.theme.base);
    rule(buffer, Rect { height: area.height.min(1), ..area }, "━", model.theme.muted);
    let heading = if goes { " Marks " } else { " Marks: a letter that is taken moves here " };
    write(buffer, area, area.x + 1, area.y, heading, model.theme.accent);
    let inside = Rect { y: area.y + area.height.min(1), height: area.height.saturating_sub(1), ..area };
    let mut rows =
        (inside.y..inside.bottom()).map(|y| Rect { x: 1, y, width: inside.width.saturating_sub(2), height: 1 });
    if before > 0
        && let Some(row) = rows.next()
    {
        let x = write(buffer, row, row.x, row.y, "'  ", model.theme.accent);
        write(buffer, row, x, row.y, "where you were before the last jump", model.theme.base_text());
    }
    if marks.is_empty()
        && let Some(row) = rows.next()
    {
        write_cut(
            buffer,
            row,
            (row.x, row.y),
            "No mark is set yet: m and a letter sets one.",
            usize::from(row.width),
            model.theme.muted,
        );
    }
    let room = usize::from(inside.height).saturating_sub(before);
    for (at, (row, (letter, mark))) in rows.zip(&marks).enumerate() {
        if at + 1 == room && marks.len() > room {
            write(buffer, row, row.x, row.y, &format!("… and {} more", marks.len() - at), model.theme.muted);
            break;
        }
        one(model, buffer, row, *letter, mark);
    }
}

fn one(model: &Model, buffer: &mut Buffer, row: Rect, letter: char, mark: &Bookmark) {
    let theme = &model.theme;
    let x = write(buffer, row, row.x, row.y, &format!("{letter}  "), theme.accent);
    let room = usize::from(row.right().saturating_sub(x));
    let title = title_of(&model.library, mark);
    let is_gone = mark.story.is_none();
    let style = if is_gone { theme.muted } else { theme.base_text() };
    if is_gone {
        let beside = room.saturating_sub(width(GONE) + 3);
        let x = write_cut(buffer, row, (x, row.y), title, beside, style);
        write(buffer, row, x, row.y, &format!(" · {GONE}"), theme.muted);
    } else if row.width >= LINE_FROM {
        // Title and line share the row, so that the lines stand below each other.
        let half = room * 2 / 5;
        write_cut(buffer, row, (x, row.y), title, half, style);
        let beside = room.saturating_sub(half + 2);
        write_cut(buffer, row, (x + to_u16(half) + 2, row.y), &mark.line, beside, theme.muted);
    } else {
        write_cut(buffer, row, (x, row.y), title, room, style);
    }
}
