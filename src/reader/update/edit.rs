//! Typing into the filter line.
//!
//! **In:** text and editing commands. **Out:** another filter, and with it another list; the best match is shown.

use crate::reader::actions::Command;
use crate::reader::model::{BeforeFilter, Focus, Model};

/// Gives the filter line the keyboard.
pub(super) fn open(model: &mut Model) {
    model.focus = Focus::Filter;
    model.offer_completion();
    if model.input.is_empty() {
        model.before_filter = BeforeFilter { shown: model.shown, top: model.stories.top };
    }
}

/// Types text, where the filter line has the keyboard.
pub(super) fn insert(model: &mut Model, typed: &str) {
    if model.focus == Focus::Filter && model.overlay.is_none() && model.loading.is_none() {
        model.input.insert(typed);
        refresh(model);
        model.offer_completion();
    }
}

/// Edits the line.
pub(super) fn edit(model: &mut Model, command: Command) {
    let before = model.input.text();
    match command {
        Command::CursorLeft => model.input.left(),
        Command::CursorRight => model.input.right(),
        Command::CursorHome => model.input.home(),
        Command::CursorEnd => model.input.end(),
        Command::EraseLeft => model.input.erase_left(),
        Command::EraseRight => model.input.erase_right(),
        Command::EraseWord => model.input.erase_word(),
        Command::EraseLine => model.input.erase_line(),
        _ => {}
    }
    if model.input.text() != before {
        refresh(model);
    }
    model.offer_completion();
}

/// Writes what could go on at the cursor.
pub(super) fn complete(model: &mut Model, forward: bool) {
    if model.typing.complete(&mut model.input, forward) {
        refresh(model);
        if model.typing.offered().is_none() {
            model.offer_completion();
        }
    }
}

/// Writes a query that was asked before.
pub(super) fn older(model: &mut Model) {
    if model.typing.older(&mut model.input) {
        refresh(model);
    }
}

/// The way back from [`older`]; where there is none, the next match is chosen.
pub(super) fn newer(model: &mut Model) {
    if model.typing.newer(&mut model.input) {
        refresh(model);
    } else {
        super::scroll::choose(model, 1);
    }
}

/// Clears the filter.
pub(super) fn clear(model: &mut Model) {
    if !model.input.is_empty() {
        model.typing.remember(&model.input.text());
        model.input.clear();
        refresh(model);
        model.offer_completion();
    }
}

/// Clears the filter, or leaves the line where there is nothing to clear.
pub(super) fn cancel(model: &mut Model) {
    if model.input.is_empty() {
        model.focus = Focus::List;
    } else {
        clear(model);
    }
}

/// Lists what the line asks for, and shows the best. While nothing matches it is the story from before the filter,
/// and the list goes back to where it was then.
fn refresh(model: &mut Model) {
    if !model.read_query() {
        return;
    }
    let nothing_matched = model.stories.is_empty();
    model.list_stories();
    let before = model.before_filter;
    model.show(model.stories.chosen().or(before.shown));
    if nothing_matched && model.input.is_empty() {
        model.stories.top = before.top;
        model.reveal_choice();
    }
}
