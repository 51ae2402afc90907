//! How the screen is divided and the text is set.
//!
//! **In:** keys such as `, m` or `+`, and the mouse on a border. **Out:** another arrangement or typography, and a word
//! of it where the change cannot be seen. **Why:** whatever changes here, the words at the top of the text stay there.

use ratatui::layout::Position;

use crate::reader::actions::Command;
use crate::reader::layout::{LEAST_TEXT, LISTS, MEASURES, PANELS, TWO_PANES};
use crate::reader::model::appearance::Border;
use crate::reader::model::{Focus, Model};

/// How many columns a key makes the line wider.
const MEASURE_STEP: u16 = 4;
/// How many columns a key makes the list wider.
const LIST_STEP: u16 = 2;

/// Carries out a command.
pub(super) fn run(model: &mut Model, command: Command) {
    let look = model.typography();
    let margins = model.arrangement().margins;
    let chosen = &mut model.appearance.chosen;
    match command {
        Command::Zen => zen(model),
        Command::WiderMeasure => measure(model, true),
        Command::NarrowerMeasure => measure(model, false),
        Command::Justify => {
            chosen.justified = Some(!look.justified);
            model.say(if look.justified { "Lines end where their words do." } else { "Lines end at the margin." });
        }
        Command::Hyphenate => {
            chosen.hyphenated = Some(!look.hyphenated);
            model.say(if look.hyphenated { "Words stay whole." } else { "English words may be divided." });
        }
        Command::LineSpacing => {
            let spacing = if look.spacing == 1 { 2 } else { 1 };
            chosen.spacing = Some(spacing);
            model.say(if spacing == 1 { "Lines stand close." } else { "Lines stand apart." });
        }
        Command::Margins => {
            chosen.margins = Some(margins.next());
            model.say(format!("Margins: {}.", margins.next().word()));
        }
        Command::WiderList => list(model, true),
        Command::NarrowerList => list(model, false),
        Command::TallerPanel => panel(model, true),
        Command::LowerPanel => panel(model, false),
        _ => {}
    }
}

/// Lets the text stand alone, or brings the rest back.
fn zen(model: &mut Model) {
    if model.appearance.zen && !model.is_linear() {
        model.appearance.zen = false;
        return;
    }
    if model.shown.is_none() {
        model.say("No story to read.");
        return;
    }
    // What was taken away before the mode began is not missed in it.
    if model.is_linear() {
        model.say("In linear mode the text stands alone already.");
        return;
    }
    model.appearance.zen = true;
    model.focus = Focus::Text;
    let key = |command| model.keymap().chords(crate::reader::actions::Context::Text, command).first().cloned();
    if let Some(key) = key(Command::Zen).or_else(|| key(Command::Leave)) {
        model.say(format!("{key} brings the rest back."));
    }
}

fn measure(model: &mut Model, wider: bool) {
    let (least, most) = (*MEASURES.start(), *MEASURES.end());
    let (widest, shown) = (model.arrangement().measure, model.typography().columns);
    let to = if wider { widest + MEASURE_STEP } else { widest.min(shown.max(least)).saturating_sub(MEASURE_STEP) };
    let to = to.clamp(least, most);
    if wider && shown < widest {
        model.say(format!("The pane has no room for lines of more than {shown} columns."));
    } else if wider && to == widest {
        model.say(format!("Lines are at their widest, {most} columns."));
    } else if !wider && to >= shown {
        model.say(format!("Lines are at their narrowest, {least} columns."));
    } else {
        model.appearance.chosen.measure = Some(to);
        model.say(format!("Lines of up to {to} columns."));
    }
}

fn list(model: &mut Model, wider: bool) {
    if model.appearance.zen || model.size.0 < TWO_PANES {
        model.say(if model.appearance.zen {
            "There is no list beside the text now.".to_owned()
        } else {
            format!("List and text stand side by side from {TWO_PANES} columns on.")
        });
        return;
    }
    let now = model.panes.list.width;
    let to = if wider { now + LIST_STEP } else { now.saturating_sub(LIST_STEP) };
    if !set_list(model, to) {
        model.say(if wider { "The list is at its widest." } else { "The list is at its narrowest." });
    }
}

/// Gives the list as many columns as asked for, as far as that goes; tells whether that changed anything.
fn set_list(model: &mut Model, columns: u16) -> bool {
    let most = model.size.0.saturating_sub(LEAST_TEXT + 1).min(*LISTS.end());
    let columns = columns.min(most).max(*LISTS.start());
    model.appearance.chosen.list = Some(columns);
    columns != model.panes.list.width
}

fn panel(model: &mut Model, taller: bool) {
    let now = model.panes.panel.height;
    if now == 0 {
        model.say("There is no panel here.");
        return;
    }
    if !set_panel(model, if taller { now + 1 } else { now - 1 }) {
        model.say(if taller { "The panel is at its tallest." } else { "The panel is at its lowest." });
    }
}

/// Gives the panel as many rows as asked for, as far as that goes; tells whether that changed anything.
fn set_panel(model: &mut Model, rows: u16) -> bool {
    let most = (model.size.1 / 2).min(*PANELS.end());
    let rows = rows.min(most).max(*PANELS.start());
    model.appearance.chosen.panel = Some(rows);
    rows != model.panes.panel.height
}

/// Takes the border at a cell in hand; tells whether there is one.
pub(super) fn take(model: &mut Model, at: Position) -> bool {
    let panes = &model.panes;
    let on_rule = panes.panel.contains(at) && at.y == panes.panel.y;
    model.appearance.dragged =
        if panes.divider.contains(at) { Some(Border::List) } else { on_rule.then_some(Border::Panel) };
    model.appearance.dragged.is_some()
}

/// Moves the border in hand to a cell; tells whether there is one.
pub(super) fn drag(model: &mut Model, at: Position) -> bool {
    match model.appearance.dragged {
        Some(Border::List) => set_list(model, at.x),
        Some(Border::Panel) => {
            let below = model.panes.panel.bottom();
            set_panel(model, below.saturating_sub(at.y))
        }
        None => return false,
    };
    true
}

/// Lets the border go; tells whether there was one.
pub(super) fn release(model: &mut Model) -> bool {
    model.appearance.dragged.take().is_some()
}
