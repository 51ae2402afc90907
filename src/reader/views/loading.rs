//! While the library is being read: how far it has come.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pen::{rule, to_u16, write};
use crate::library::Progress;
use crate::links::STEPS;
use crate::reader::model::Model;
use crate::text::width::width;

/// How wide the bar is.
const BAR: u16 = 40;

pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let (screen, theme) = (*buffer.area(), &model.theme);
    let (words, part) = match model.loading {
        None | Some(Progress::Scanning) => ("Looking for stories".to_owned(), None),
        Some(Progress::Reading { done, total }) => (format!("Reading  {done} of {total} files"), Some((done, total))),
        Some(Progress::Records { done, total }) => (format!("Reading  {done} of {total} stories"), Some((done, total))),
        Some(Progress::Dating { done, total }) => {
            (format!("Looking for days  {done} of {total} stories"), Some((done, total)))
        }
        Some(Progress::Analysing { done, total } | Progress::Inside { done, total, .. }) => {
            (format!("Looking for meetings  {done} of {total} stories"), Some((done, total)))
        }
        Some(Progress::Linking { stories, reached }) => {
            (format!("Linking  {stories} stories"), Some((reached.steps, STEPS)))
        }
    };
    let y = screen.height / 2;
    let x = (screen.width.saturating_sub(to_u16(width(&words)))) / 2;
    write(buffer, screen, x, y, &words, theme.base);
    let bar = BAR.min(screen.width);
    let at = Rect { x: (screen.width - bar) / 2, y: y + 1, width: bar, height: 1 }.intersection(screen);
    let done = part.and_then(|(done, total)| (usize::from(at.width) * done.min(total)).checked_div(total));
    if let Some(done) = done {
        rule(buffer, at, "─", theme.faint);
        rule(buffer, Rect { width: to_u16(done), ..at }, "━", theme.accent);
    }
}
