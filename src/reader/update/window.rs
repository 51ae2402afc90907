//! What the window of the terminal hands over besides keys and the mouse.
//!
//! **In:** a paste; that the window is looked at again, or no more. **Out:** the paste as one line where one is typed into;
//! and, in a window that is looked at again, what another reader has changed meanwhile.

use super::{Draw, Effects, insert};
use crate::reader::actions::Action;
use crate::reader::model::Model;
use crate::reader::model::input::{Input, pasted};
use crate::reader::model::messages::Message;

/// Takes in whether the window is looked at, and what was looked up because of that. Nothing is drawn where nothing
/// changed: who comes back finds the screen as it was.
pub(super) fn take(model: &mut Model, action: Action, effects: &mut Effects) {
    let changed = match action {
        Action::Looked => {
            model.is_looked_at = true;
            effects.look_again = model.asks_again();
            false
        }
        Action::LookedAway => {
            model.is_looked_at = false;
            false
        }
        Action::KeptAgain(kept) => model.take_kept_again(kept),
        _ => true,
    };
    if !changed {
        effects.draw = Draw::Nothing;
    }
}

/// Puts a paste into the line that is open, as one line. Elsewhere it would be so many keys: none of them is pressed.
pub(super) fn paste(model: &mut Model, text: &str) {
    if model.context().is_typed_into() && model.loading.is_none() {
        let text = pasted(text);
        let before = open_line(model).length();
        insert(model, &text);
        let (taken, all) = (open_line(model).length().saturating_sub(before), text.chars().count());
        if taken < all {
            model.tell(Message::warning(format!("The paste was cut: the line took {taken} of its {all} characters.")));
        }
    } else {
        model.say("Nothing was pasted: open a line to paste into first.");
    }
}

/// The line that typed text goes into, as [`insert`] looks for it.
fn open_line(model: &Model) -> &Input {
    let look = || model.overlay.as_ref()?.look.as_ref().filter(|look| look.typing).map(|look| &look.input);
    let find = || model.find.as_ref().filter(|find| find.typing).map(|find| &find.input);
    let picker = model.picker.as_ref().map(|picker| &picker.input);
    let prompt = || model.prompt.as_ref().map(|prompt| &prompt.input);
    let of_view = || model.view().and_then(|open| open.typed.as_ref()).map(|typed| &typed.input);
    picker.or_else(look).or_else(prompt).or_else(find).or_else(of_view).unwrap_or(&model.input)
}
