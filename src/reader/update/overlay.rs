//! What is laid over the screen: the help, the messages, the files that were not read.
//!
//! **In:** commands and typed text. **Out:** one of them laid over the screen, narrowed to what is looked for.

use super::edit;
use crate::reader::actions::Command;
use crate::reader::layout::overlay_inside;
use crate::reader::model::Model;
use crate::reader::model::overlay::{Kind, Overlay};

/// Lays something over the screen.
pub(super) fn open(model: &mut Model, command: Command) {
    let kind = match command {
        Command::Messages => Kind::Messages,
        Command::Skipped => Kind::Skipped,
        _ => Kind::Help,
    };
    let mut overlay = made(model, kind);
    if kind == Kind::Messages {
        model.messages.see();
        overlay.scroll(isize::MAX, model.overlay_height());
    }
    model.overlay = Some(overlay);
}

fn made(model: &Model, kind: Kind) -> Overlay {
    let columns = usize::from(overlay_inside(model.size.0, model.size.1).width);
    let from = model.overlay.as_ref().map_or_else(|| model.context(), |overlay| overlay.from);
    match kind {
        Kind::Help => Overlay::help(model.keymap(), model.names, from, columns),
        Kind::Messages => Overlay::messages(&model.messages, from, columns),
        Kind::Skipped => Overlay::skipped(&model.library, from, columns),
    }
}

/// Wraps the lines to the width that there is now.
pub(super) fn renew(model: &mut Model) {
    let Some(kind) = model.overlay.as_ref().map(|overlay| overlay.kind) else { return };
    let (newer, height) = (made(model, kind), model.overlay_height());
    if let Some(overlay) = &mut model.overlay {
        overlay.renew(newer, height);
    }
}

/// Shows what was said meanwhile, where the messages are looked at; `told` is how many there were before.
pub(super) fn follow_log(model: &mut Model, told: u64) {
    let is_open = model.overlay.as_ref().is_some_and(|overlay| overlay.kind == Kind::Messages);
    if is_open && model.messages.told() != told {
        model.messages.see();
        renew(model);
    }
}

/// Does what a command means for what is laid over the screen; tells whether it means anything there.
pub(super) fn run(model: &mut Model, command: Command) -> bool {
    let height = model.overlay_height();
    if model.picker.is_some() {
        return false;
    }
    let Some(overlay) = &mut model.overlay else { return false };
    match command {
        Command::Close if overlay.look.is_some() => overlay.end_look(height),
        Command::Close => model.overlay = None,
        Command::Find | Command::FindBack => overlay.begin_look(),
        Command::FindAccept => overlay.accept_look(height),
        Command::FindCancel => overlay.end_look(height),
        Command::FindNext | Command::FindPrevious => next(model, command == Command::FindNext),
        _ => {
            let is_typed_into = overlay.is_typed_into();
            if let Some(look) = overlay.look.as_mut().filter(|look| look.typing)
                && edit::change(&mut look.input, command)
            {
                overlay.look();
            }
            return is_typed_into;
        }
    }
    true
}

fn next(model: &mut Model, forward: bool) {
    let height = model.overlay_height();
    let Some(overlay) = &mut model.overlay else { return };
    if overlay.look.is_none() {
        model.say("Nothing is looked for; / begins.");
    } else if overlay.next_found(forward, height) {
        let end = if forward { "from the top on" } else { "from the end on" };
        let counted = model.found_words().and_then(|words| Some(words.split_once(" “")?.0.to_owned()));
        model.say(counted.map_or_else(|| format!("Round again: {end}."), |at| format!("Round again, {at}: {end}.")));
    }
}

/// Types text into the line that is open; tells whether there is one.
pub(super) fn insert(model: &mut Model, typed: &str) -> bool {
    let Some(overlay) = &mut model.overlay else { return false };
    let Some(look) = overlay.look.as_mut().filter(|look| look.typing) else { return false };
    look.input.insert(typed);
    overlay.look();
    true
}
