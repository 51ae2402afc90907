//! Kinds of names, highlighted or not.
//!
//! **In:** a switch. **Out:** the other state of it, and what it is now.

use crate::language::NameKind;
use crate::reader::actions::Command;
use crate::reader::model::Model;
use crate::reader::model::names::plural;

/// Carries a switch out.
pub(super) fn switch(model: &mut Model, command: Command) {
    // In linear mode the kind of a name is told after it, and nothing is lit.
    let told = if model.is_linear() { "told as such" } else { "highlighted" };
    let kind = match command {
        Command::SwitchPersons => NameKind::Person,
        Command::SwitchOrganisations => NameKind::Organisation,
        Command::SwitchPlaces => NameKind::Place,
        Command::SwitchGroups => NameKind::Group,
        Command::SwitchEvents => NameKind::Event,
        Command::SwitchDocuments => NameKind::Document,
        _ => {
            let words = if model.names.switch_all() { "All names are" } else { "No names are" };
            model.say(format!("{words} {told}."));
            return;
        }
    };
    let again = if model.names.switch(kind) { "" } else { " no longer" };
    let mut words = plural(kind).to_owned();
    words.get_mut(..1).map(str::make_ascii_uppercase);
    model.say(format!("{words} are{again} {told}."));
}
