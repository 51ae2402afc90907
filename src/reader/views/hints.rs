//! The last line: the keys that do something here, or a notice.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pen::{write_all, write_all_cut};
use crate::reader::model::Model;
use crate::reader::model::keyline::{KeyLine, LastLine};
use crate::reader::model::messages::Message;
use crate::text::width::truncate;

pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let area = model.panes.hints;
    match model.last_line() {
        LastLine::Typed => {}
        LastLine::Notice(notice) => draw_notice(model, buffer, area.x + 1, notice),
        LastLine::Query(words) => {
            let room = usize::from(area.width.saturating_sub(2));
            write_all(buffer, area, area.x + 1, area.y, &[(truncate(&words, room).into_owned(), model.theme.base)]);
        }
        LastLine::Keys(line) => draw_keys(model, buffer, area, line),
    }
}

fn draw_keys(model: &Model, buffer: &mut Buffer, area: Rect, line: KeyLine) {
    let theme = &model.theme;
    if let Some(told) = line.awaited {
        write_all(buffer, area, area.x + 1, area.y, &[(told.to_owned(), theme.base)]);
    }
    for hint in line.hints {
        let words = [(hint.written(), theme.accent), (format!(" {}", hint.label), theme.muted)];
        write_all(buffer, area, hint.x, area.y, &words);
    }
    for (x, words) in line.progress.into_iter().chain(line.found) {
        write_all(buffer, area, x, area.y, &[(words, theme.muted)]);
    }
}

/// What is said while a line is typed, in what the line leaves free from column `x` on; tells whether anything is.
pub(super) fn beside_line(model: &Model, buffer: &mut Buffer, x: u16) -> bool {
    let notice = model.notice();
    if let Some(notice) = notice {
        draw_notice(model, buffer, x, notice);
    }
    notice.is_some()
}

/// What was said last. Trouble has its sign before it.
fn draw_notice(model: &Model, buffer: &mut Buffer, x: u16, notice: &Message) {
    let (area, theme) = (model.panes.hints, &model.theme);
    let mut words = vec![(notice.words().to_owned(), theme.base)];
    if notice.kind().is_trouble() {
        words.insert(0, (format!("{} ", notice.kind().sign()), theme.wrong));
    }
    write_all_cut(buffer, area, x, area.y, &words);
}
