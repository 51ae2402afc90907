//! A look at what Enter would lead to.
//!
//! **In:** a command. **Out:** a look opened, closed, scrolled, or at the next thing. **Why:** whatever else is pressed closes
//! it and does what it always does, so that nobody has to leave first.

use super::{follow, scroll};
use crate::reader::actions::Command;
use crate::reader::model::Model;
use crate::reader::model::peek::{Peek, Subject};

/// Opens it, where there is something to look at.
pub(super) fn open(model: &mut Model) {
    if model.subject_of_peek() == Subject::Nothing {
        let words = if model.peeks_at_others() {
            follow::nothing_to_follow(model)
        } else {
            "Nothing leads on from here.".to_owned()
        };
        model.say(words);
        return;
    }
    model.peek = Some(Peek::new());
}

/// Does what a command means while it is open; tells whether it means anything there.
pub(super) fn run(model: &mut Model, command: Command) -> bool {
    if model.peek.is_none() || model.picker.is_some() || model.prompt.is_some() {
        return false;
    }
    let page = isize::try_from(model.peek_height().saturating_sub(1).max(1)).unwrap_or(1);
    match command {
        Command::Down => model.scroll_peek(1),
        Command::Up => model.scroll_peek(-1),
        Command::HalfPageDown => model.scroll_peek((page / 2).max(1)),
        Command::HalfPageUp => model.scroll_peek(-(page / 2).max(1)),
        Command::PageDown => model.scroll_peek(page),
        Command::PageUp => model.scroll_peek(-page),
        Command::Top => model.scroll_peek(isize::MIN),
        Command::Bottom => model.scroll_peek(isize::MAX),
        Command::NextOther => next(model, true),
        Command::PreviousOther => next(model, false),
        // From a list that shows the story already, Enter goes on as from the text.
        Command::Open if model.peeks_at_others() => {
            model.peek = None;
            follow::follow(model);
        }
        Command::Peek | Command::Leave | Command::LeaveView | Command::ClearFilter => model.peek = None,
        // Enter leads to what is looked at; whatever else is pressed means what it always means.
        _ => {
            model.peek = None;
            return false;
        }
    }
    true
}

/// Looks at the next thing: another story of the meeting, the next story of the list, the next row of a view.
fn next(model: &mut Model, forward: bool) {
    let steps = if forward { 1 } else { -1 };
    if model.view().is_some() {
        model.move_in_view(if forward { Command::Down } else { Command::Up });
    } else if model.peeks_at_others() {
        model.panel.choose(steps);
    } else {
        scroll::choose(model, steps);
    }
}
