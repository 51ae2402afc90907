//! Typing into the filter line.
//!
//! **In:** text and editing commands. **Out:** another filter, and with it another list; the best match is shown.
//! **Why:** the list answers each letter, and what cannot be understood yet leaves it as it was.

use crate::reader::actions::Command;
use crate::reader::model::input::Input;
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
    if change(&mut model.input, command) {
        refresh(model);
    }
    model.offer_completion();
}

/// Edits any line; tells whether its text is another one.
pub(super) fn change(input: &mut Input, command: Command) -> bool {
    let before = input.text();
    match command {
        Command::CursorLeft => input.left(),
        Command::CursorRight => input.right(),
        Command::CursorHome => input.home(),
        Command::CursorEnd => input.end(),
        Command::EraseLeft => input.erase_left(),
        Command::EraseRight => input.erase_right(),
        Command::EraseWord => input.erase_word(),
        Command::EraseLine => input.erase_line(),
        _ => {}
    }
    input.text() != before
}

/// Asks a query that was not typed.
pub(super) fn ask(model: &mut Model, query: &str) {
    model.log_mistake();
    model.typing.remember(&model.input.text());
    model.input.set(query, "");
    refresh(model);
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

/// Chooses the match before, or else writes a query that was asked before.
pub(super) fn older(model: &mut Model) {
    // The way back from the next match.
    if model.stories.cursor > 0 && !model.typing.is_recalled() {
        super::scroll::choose(model, -1);
    } else if model.typing.older(&mut model.input) {
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
        model.log_mistake();
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

/// Lists what the line asks for, where that had to wait for the filter; tells whether it had to.
pub(super) fn list_what_waits(model: &mut Model) -> bool {
    let waited = model.waited_for_filter();
    if waited && model.focus == Focus::Filter {
        model.read_query();
        list(model);
    } else if waited {
        // Nobody typed: what is read stays, where it is listed.
        let shown = model.shown;
        model.list_stories();
        if shown.is_some_and(|story| model.choose_unfolded(story)) {
            model.reveal_choice();
        }
    }
    waited
}

/// Lists what the line asks for, and shows the best. While nothing matches it is the story from before the filter,
/// and the list goes back to where it was then.
fn refresh(model: &mut Model) {
    if model.read_query() {
        list(model);
    }
}

fn list(model: &mut Model) {
    let nothing_matched = model.stories.is_empty();
    let before = model.before_filter;
    // In `who:` the letters before the colon were no words after all: what they chose is not what anybody asked for.
    if model.query.is_empty() && !model.input.is_empty() && model.focus == Focus::Filter {
        model.show(before.shown);
    }
    model.list_stories();
    model.show(model.stories.chosen().or(before.shown));
    if nothing_matched && model.input.is_empty() {
        model.stories.top = before.top;
        model.reveal_choice();
    }
}
