//! Kinds of names, highlighted or not; the page of a name.
//!
//! **In:** a switch. **Out:** the other state of it, and what it is now. **In:** a question who somebody is. **Out:** the page of
//! the only name at hand, or a list of those that may be meant.

use crate::language::{EntityId, NameKind};
use crate::reader::actions::Command;
use crate::reader::model::Model;
use crate::reader::model::names::plural;
use crate::reader::model::picker::{Item, Kind, Pick, Picker};
use crate::reader::model::view::{View, counted};

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

/// Opens the page of a name at hand: the names of the passage in focus come first, then those in sight.
pub(super) fn who(model: &mut Model) {
    let entities = &model.library.connections.entities;
    let at_hand = model.names_at_hand();
    let numbered = |id: &EntityId| entities.iter().enumerate().find(|(_, entity)| entity.id == *id);
    let items = at_hand.iter().filter_map(|here| numbered(&here.id)).map(|(number, entity)| Item {
        label: entity.name.clone(),
        detail: format!("{}  {}", entity.kind.word(), counted(entity.mentions, "mention", "mentions")),
        pick: Pick::View(View::Name(number)),
    });
    let items: Vec<Item> = items.collect();
    match items.as_slice() {
        [] => model.say("There is no name here; 3 lists all names."),
        [Item { pick: Pick::View(view), .. }] if model.view().is_some_and(|open| open.view == *view) => {
            model.say("This is the page of that name.");
        }
        [Item { pick: Pick::View(view), .. }] => model.open_view(*view),
        _ => model.picker = Some(Picker::new(Kind::Who, items)),
    }
}
