//! Typing into the line that asks: that of the list, or of a view that is narrowed.
//!
//! **In:** text and editing commands. **Out:** another filter, and with it another list; the best match is shown.
//! **Why:** the list answers each letter, and what cannot be understood yet leaves it as it was; and so do the views.

use crate::reader::actions::Command;
use crate::reader::model::input::Input;
use crate::reader::model::{BeforeFilter, Focus, Model};

/// Gives the filter line the keyboard.
pub(super) fn open(model: &mut Model) {
    if model.focus != Focus::Filter {
        model.input.select();
    }
    model.focus = Focus::Filter;
    model.offer_completion();
    if model.input.is_empty() {
        model.before_filter = BeforeFilter { shown: model.shown, top: model.stories.top };
    }
}

/// Types text, where a line that asks has the keyboard.
pub(super) fn insert(model: &mut Model, typed: &str) {
    if model.query_line().is_typed && model.overlay.is_none() && model.loading.is_none() {
        model.typed_line().1.insert(typed);
        refresh(model);
        model.offer_completion();
    }
}

/// Edits the line.
pub(super) fn edit(model: &mut Model, command: Command) {
    if change(model.typed_line().1, command) {
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

/// Asks a query that was not typed, of the view on the screen or of the list.
pub(super) fn ask(model: &mut Model, query: &str) {
    model.remember_query();
    if model.view().is_some() {
        if !model.narrow_view(query) {
            model.say(
                "This view lists nothing that a query could choose from; the list, all meetings and all names do.",
            );
        }
        return;
    }
    model.input.set(query, "");
    refresh(model);
    model.offer_completion();
    model.focus = Focus::List;
}

/// Writes what could go on at the cursor.
pub(super) fn complete(model: &mut Model, forward: bool) {
    let (typing, input) = model.typed_line();
    if typing.complete(input, forward) {
        refresh(model);
        if model.typing.offered().is_none() {
            model.offer_completion();
        }
    }
}

/// Writes a query that was asked before; where something is typed, the way back from the next match comes first.
pub(super) fn older(model: &mut Model) {
    let chosen = model.narrowed_view().map_or(model.stories.cursor, |open| open.at.cursor);
    let walks = chosen > 0 && !model.typing.is_recalled();
    // Without a query the list has no matches to go back to, whichever row was chosen before the line opened.
    if walks && !model.query_line().text().is_empty() {
        go(model, -1);
    } else if model.recall_query(false) {
        refresh(model);
    } else if walks {
        go(model, -1);
    }
}

/// The way back from [`older`]; where there is none, the next match is chosen.
pub(super) fn newer(model: &mut Model) {
    if model.recall_query(true) {
        refresh(model);
    } else {
        go(model, 1);
    }
}

/// Chooses another match.
pub(super) fn go(model: &mut Model, steps: isize) {
    if model.narrowed_view().is_some() {
        model.move_in_view(if steps < 0 { Command::Up } else { Command::Down });
    } else {
        super::scroll::choose(model, steps);
    }
}

/// Clears the filter.
pub(super) fn clear(model: &mut Model) {
    if model.query_line().text().is_empty() {
        return;
    }
    model.remember_query();
    if model.narrowed_view().is_some_and(|open| open.typed.is_none()) {
        model.forget_view_words();
        return;
    }
    model.typed_line().1.clear();
    refresh(model);
    model.offer_completion();
}

/// Clears the filter, or leaves the line where there is nothing to clear.
pub(super) fn cancel(model: &mut Model) {
    if !model.query_line().text().is_empty() {
        clear(model);
    } else if model.narrowed_view().is_some() {
        model.accept_view_line();
    } else {
        model.focus = Focus::List;
    }
}

/// Closes the line of the view on the screen and keeps what it found; tells whether there is one.
pub(super) fn accept_in_view(model: &mut Model) -> bool {
    if model.narrowed_view().is_none() {
        return false;
    }
    model.remember_query();
    model.accept_view_line();
    true
}

/// Lists what the line asks for, where that had to wait for the filter; tells whether it had to.
pub(super) fn list_what_waits(model: &mut Model) -> bool {
    let (waited, view_waits) = (model.waited_for_filter(), model.view_waits());
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
    // A view that waits finds its rows as everything is brought in line.
    waited || view_waits
}

/// Lists what the line asks for, and shows the best. While nothing matches it is the story from before the filter,
/// and the list goes back to where it was then.
fn refresh(model: &mut Model) {
    if model.narrowed_view().is_some() {
        model.take_view_line();
    } else if model.read_query() {
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
