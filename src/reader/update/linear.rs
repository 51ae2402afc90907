//! Linear mode on and off, and what it says on request.
//!
//! **In:** a command. **Out:** the same place in the other mode; which names are followed by their kind; a sentence.

use crate::reader::actions::Command;
use crate::reader::model::Model;
use crate::reader::model::linear::place;
use crate::reader::settings::Labels;

pub(super) fn run(model: &mut Model, command: Command) {
    match command {
        Command::Linear => {
            let on = !model.is_linear();
            model.switch_linear(on);
            model.say(if on { "Linear mode is on." } else { "Linear mode is off." });
        }
        Command::SpokenLabels if model.is_linear() => {
            model.linear.kinds = model.linear.kinds.next();
            let words = match model.linear.kinds {
                Labels::First => "The kind of a name is told at its first mention.",
                Labels::All => "The kind of a name is told at every mention.",
                Labels::None => "The kinds of names are not told.",
            };
            model.say(words);
        }
        Command::SpokenLabels => model.say("Kinds of names are told in words in linear mode only."),
        _ => model.say(place::told(model)),
    }
}
