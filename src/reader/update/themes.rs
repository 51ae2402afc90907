//! Choosing a theme: the screen wears the one under the cursor.
//!
//! **In:** commands while the list of themes is open, and the themes that were read. **Out:** the theme in force, and the
//! choice to be kept.

use super::Effects;
use crate::reader::model::Model;
use crate::reader::model::messages::Message;
use crate::reader::model::picker::{Kind, Pick, Picker};
use crate::reader::theme::{Listed, Palette, Shelf, Theme};

/// Opens the list of themes. Those that are built in are known; the others are asked for.
pub(super) fn open(model: &mut Model, effects: &mut Effects) {
    if model.look.palette == Palette::None {
        model.say("NO_COLOR is set, and with it there is one look only; unset it to choose a theme.");
        return;
    }
    if model.look.listed.is_empty() {
        model.look.listed = Shelf::default().all();
    }
    model.look.before = Some(model.theme);
    model.picker = Some(Picker::themes(&model.look, &model.look.name));
    reveal(model);
    effects.read_themes = true;
}

/// Takes the themes that were read.
pub(super) fn take(model: &mut Model, listed: Vec<Listed>) {
    model.look.listed = listed;
    // A theme that was changed meanwhile is seen at once; one with a fault changes nothing.
    let in_force = resolved(model, &model.look.name);
    if let (Ok(theme), Some(before)) = (model.look.theme(&in_force), &mut model.look.before) {
        *before = theme;
    }
    let under_cursor = chosen(model).unwrap_or_else(|| model.look.name.clone());
    if let Some(picker) = &mut model.picker
        && picker.kind == Kind::Themes
    {
        let mut fresh = Picker::themes(&model.look, "");
        fresh.input = std::mem::take(&mut picker.input);
        fresh.filter();
        fresh.choose_theme(&under_cursor);
        model.picker = Some(fresh);
        reveal(model);
    }
}

/// Takes the theme that suits the terminal, which has told of its background only now.
pub(super) fn suit(model: &mut Model, is_light: bool, theme: &Theme) {
    model.look.is_light = Some(is_light);
    match &mut model.look.before {
        Some(before) => *before = *theme,
        None => model.theme = *theme,
    }
}

/// Puts the theme under the cursor on, or the old one again once nobody chooses any more.
pub(super) fn follow(model: &mut Model) {
    let Some(before) = model.look.before else { return };
    if model.picker.as_ref().is_none_or(|picker| picker.kind != Kind::Themes) {
        model.theme = before;
        model.look.before = None;
    } else if let Some(name) = chosen(model)
        && let Ok(theme) = model.look.theme(&resolved(model, &name))
    {
        model.theme = theme;
    }
}

/// Keeps the chosen theme.
pub(super) fn keep(model: &mut Model, name: String, effects: &mut Effects) {
    match model.look.theme(&resolved(model, &name)) {
        Ok(theme) => {
            model.look.before = None;
            model.theme = theme;
            let kept = if model.look.is_kept { "kept with what you marked" } else { "until you quit" };
            model.say(format!("Theme {name}, {kept}; config.toml stays as it is."));
            model.look.name.clone_from(&name);
            effects.keep_theme = Some(name);
        }
        Err(error) => model.tell(Message::warning(format!("The theme stays as it was: {error}"))),
    }
}

fn chosen(model: &Model) -> Option<String> {
    match model.picker.as_ref()?.picked()? {
        Pick::Theme(name) => Some(name.clone()),
        _ => None,
    }
}

fn resolved(model: &Model, name: &str) -> String {
    model.settings.theme.resolve(name, model.look.palette, model.look.is_light).to_owned()
}

fn reveal(model: &mut Model) {
    let height = model.picker_height();
    if let Some(picker) = &mut model.picker {
        picker.reveal(height);
    }
}
