//! The last line: the keys that do something here, or a notice.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::pen::{write_all, write_all_cut};
use crate::reader::model::Model;
use crate::reader::model::keyline::{KeyLine, LastLine};
use crate::reader::model::linear::said::rows;
use crate::reader::model::messages::Message;
use crate::text::width::truncate;

/// Rows of a screen from which on a notice may take two of them.
const TALL: u16 = 10;

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
    words.splice(0..0, sign(model, notice));
    write_all_cut(buffer, area, x, area.y, &words);
}

fn sign(model: &Model, notice: &Message) -> Option<(String, Style)> {
    notice.kind().is_trouble().then(|| (format!("{} ", notice.kind().sign()), model.theme.wrong))
}

/// What was said last and does not fit on the line, on the one above it, too. It is drawn last, over what stands there.
pub(super) fn draw_long(model: &Model, buffer: &mut Buffer) {
    let (area, theme) = (model.panes.hints, &model.theme);
    let LastLine::Notice(notice) = model.last_line() else { return };
    if model.size.1 < TALL || area.y == 0 || model.picker.is_some() || model.overlay.is_some() {
        return;
    }
    let sign: Vec<(String, Style)> = sign(model, notice).into_iter().collect();
    let indent = 2 * sign.len();
    let room = usize::from(area.width.saturating_sub(2)).saturating_sub(indent);
    let rows = rows(notice.words(), room);
    let Some((first, rest)) = rows.split_first().filter(|(_, rest)| !rest.is_empty()) else { return };
    let above = Rect { y: area.y - 1, height: 1, ..area };
    for row in [above, area] {
        write_all(buffer, row, row.x, row.y, &[(" ".repeat(usize::from(row.width)), theme.base)]);
    }
    let first: Vec<_> = sign.into_iter().chain([(first.clone(), theme.base)]).collect();
    write_all(buffer, above, above.x + 1, above.y, &first);
    let rest = (format!("{:indent$}{}", "", rest.join(" ")), theme.base);
    write_all_cut(buffer, area, area.x + 1, area.y, &[rest]);
}
