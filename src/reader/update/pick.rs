//! Lists to pick from.
//!
//! **In:** commands and typed text while a picker is open. **Out:** another choice, or what picking it means.

use super::{Effects, correct, edit, order, run, themes, visits};
use crate::reader::actions::Command;
use crate::reader::model::Model;
use crate::reader::model::picker::{Pick, Picker};
use crate::reader::model::view::View;

/// Below this many columns what an action does has a row of its own.
const NARROW: u16 = 80;

/// Opens the palette of what can be done here.
pub(super) fn palette(model: &mut Model) {
    let context = model.context();
    let palette = Picker::palette(model.keymap(), context, |command| model.can(command));
    let is_narrow = model.size.0 < NARROW && !model.is_linear();
    model.picker = Some(if is_narrow { palette.in_two_rows() } else { palette });
}

/// Opens the saved queries.
pub(super) fn queries(model: &mut Model) {
    model.picker = Some(Picker::queries(&model.settings.queries));
}

/// Types text into the picker that is open; tells whether there is one.
pub(super) fn insert(model: &mut Model, typed: &str) -> bool {
    let Some(picker) = &mut model.picker else { return false };
    picker.input.insert(typed);
    picker.filter();
    true
}

/// Edits the line of the picker that is open; tells whether there is one.
pub(super) fn edit(model: &mut Model, command: Command) -> bool {
    let Some(picker) = &mut model.picker else { return false };
    if edit::change(&mut picker.input, command) {
        picker.filter();
    }
    true
}

/// Chooses another line.
pub(super) fn go(model: &mut Model, steps: isize) {
    let height = model.picker_height();
    if let Some(picker) = &mut model.picker {
        picker.go(steps, height);
    }
}

/// Does what the chosen line means, and closes the picker.
pub(super) fn pick(model: &mut Model, effects: &mut Effects) {
    let picked = model.picker.as_ref().and_then(|picker| picker.picked().cloned());
    let Some(picked) = picked else { return };
    model.picker = None;
    match picked {
        Pick::Command(command) => {
            run::run(model, command, effects);
        }
        Pick::Sort(sort) => order::sort(model, sort),
        Pick::GroupBy(group_by) => order::group_by(model, group_by),
        Pick::Visit(number) => visits::go(model, number),
        Pick::Passage(passage) => visits::go_to(model, passage),
        Pick::Story(story) => visits::go_to_story(model, story),
        Pick::Source(source) => visits::go_to_source(model, source),
        Pick::Query(query) => edit::ask(model, &query),
        Pick::Correct(step) => correct::step(model, *step),
        Pick::Why(from, to) => model.open_view(View::Why { from, to }),
        Pick::View(view) => model.open_view(view),
        Pick::Nothing => model.say("That stands in no story; there is no place to go to."),
        Pick::Theme(name) => themes::keep(model, name, effects),
    }
}
