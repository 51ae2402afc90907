//! Moving through the list, the text and what is laid over them.
//!
//! **In:** a command such as `page-down`. **Out:** another first row, or another chosen story. **Why:** the same keys
//! move whatever has the keyboard.

use crate::reader::actions::Command;
use crate::reader::model::{Focus, Model};

/// Moves whatever has the keyboard.
pub(super) fn go(model: &mut Model, command: Command) {
    if model.is_linear() && (model.overlay.is_some() || model.focus == Focus::Text) {
        model.move_cursor(command);
    } else if model.overlay.is_some() {
        let height = model.overlay_height();
        let steps = steps(command, height);
        if let Some(overlay) = &mut model.overlay {
            overlay.scroll(steps, height);
        }
    } else if model.focus == Focus::Text {
        text(model, steps(command, model.text_height()));
    } else {
        choose(model, steps(command, model.lines_in_sight()));
    }
}

/// How far a command moves where so many rows are in sight. A page keeps one row of the page before in sight.
fn steps(command: Command, height: usize) -> isize {
    let page = isize::try_from(height.saturating_sub(1).max(1)).unwrap_or(isize::MAX);
    let half = isize::try_from((height / 2).max(1)).unwrap_or(isize::MAX);
    match command {
        Command::Down => 1,
        Command::Up => -1,
        Command::HalfPageDown => half,
        Command::HalfPageUp => -half,
        Command::PageDown => page,
        Command::PageUp => -page,
        Command::Bottom => isize::MAX,
        Command::Top => isize::MIN,
        _ => 0,
    }
}

/// Scrolls the text.
pub(super) fn text(model: &mut Model, steps: isize) {
    model.top = model.top.saturating_add_signed(steps).min(model.last_top());
}

/// Chooses another story of the list, and shows it.
pub(super) fn choose(model: &mut Model, steps: isize) {
    model.stories.go(steps);
    model.reveal_choice();
    model.show(model.stories.chosen());
}
