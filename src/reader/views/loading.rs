//! While the library is being read: how far it has come.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pen::{rule, to_u16, write};
use crate::library::Progress;
use crate::links::STEPS;
use crate::meetings;
use crate::reader::model::Model;
use crate::reader::model::underway::Steps;
use crate::text::width::width;

/// How wide the bar is.
const BAR: u16 = 40;

pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let (screen, theme) = (*buffer.area(), &model.theme);
    let (words, part) = told(model.loading);
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

/// How far it has come in words, and so much of so much where that is known.
fn told(reached: Option<Progress>) -> (String, Option<(usize, usize)>) {
    match reached {
        None | Some(Progress::Scanning) => ("Looking for stories".to_owned(), None),
        Some(Progress::Reading { done, total }) => (format!("Reading  {done} of {total} files"), Some((done, total))),
        Some(Progress::Records { done, total }) => (format!("Reading  {done} of {total} stories"), Some((done, total))),
        Some(Progress::Dating { done, total }) => {
            (format!("Looking for days  {done} of {total} stories"), Some((done, total)))
        }
        Some(Progress::Analysing { done, total }) => {
            (format!("Looking for meetings  {done} of {total} stories"), Some((done, total)))
        }
        Some(Progress::Inside { done, total, step }) => {
            let words = format!("Looking for meetings  {}", Steps::One.inside(done, total, step));
            (words, Some((done * meetings::STEPS + step, total * meetings::STEPS)))
        }
        Some(Progress::Linking { stories, reached }) => {
            let words = format!("Linking  {stories} stories, {}", Steps::One.linking(reached));
            let (done, of) = reached.inside.unwrap_or((0, 1));
            (words, Some((reached.steps * of + done, STEPS * of)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::links::Reached;

    #[test]
    fn steps_inside_a_long_story_and_inside_linking_move_the_bar() {
        let (words, part) = told(Some(Progress::Inside { done: 2, total: 5, step: 3 }));
        assert!(words.starts_with("Looking for meetings  2 of 5, step 4 of "), "{words}");
        assert_eq!(part, Some((2 * meetings::STEPS + 3, 5 * meetings::STEPS)));
        let reached = Reached { steps: 1, inside: Some((50, 200)) };
        let (words, part) = told(Some(Progress::Linking { stories: 300, reached }));
        assert!(words.starts_with("Linking  300 stories, step 2 of ") && words.ends_with("50 of 200"), "{words}");
        assert_eq!(part, Some((250, STEPS * 200)));
    }
}
