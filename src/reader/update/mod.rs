//! The one door into the state.
//!
//! **In:** the [`Model`] and an [`Action`]. **Out:** the changed model, and [`Effects`]: what the run loop has to do.
//! **Why:** nothing here reads or writes anything outside the model, so every walk through the reader can be
//! replayed in a test.

mod arrange;
mod compare;
mod copy;
mod correct;
mod dossier;
mod edit;
mod find;
mod follow;
mod keep;
mod labels;
mod linear;
mod names;
mod order;
mod overlay;
mod peek;
mod pick;
mod places;
mod pointer;
mod run;
mod scroll;
mod select;
mod sureness;
mod themes;
mod view;
mod visits;
mod why;
mod window;

use super::actions::{Action, Command};
use super::keymap::Key;
use super::model::correcting;
use super::model::left::Left;
use super::model::{Focus, Model};
use super::outside::Request;
use crate::library::{Change, Mark};

/// What the run loop has to do after an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// What to draw.
    pub draw: Draw,
    /// How to go on.
    pub next: Next,
    /// What to keep of stories, by index.
    pub keep: Vec<(usize, Change)>,
    /// What is to become of the file of corrections.
    pub correct: Vec<correcting::Request>,
    /// What other programs have to do.
    pub request: Option<Request>,
    /// Marks to keep, each in the story with this index.
    pub marks: Vec<(usize, Mark)>,
    /// How the reader is left, at its end.
    pub left: Option<Left>,
    /// The themes are to be read, for [`Action::Themes`].
    pub read_themes: bool,
    /// The name of the theme that was chosen, to be kept.
    pub keep_theme: Option<String>,
    /// A file of which it is to be told whether it is there, for [`Action::IsThere`].
    pub look_up: Option<String>,
    /// Whether what was kept is to be looked up again: another reader may have changed it.
    pub look_again: bool,
}

/// What to draw after an action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Draw {
    /// The screen is still right.
    Nothing,
    /// What changed.
    #[default]
    Changes,
    /// Everything, from an empty screen.
    Everything,
}

/// How to go on after an action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Next {
    /// Wait for the next one.
    #[default]
    GoOn,
    /// Give the terminal to the shell until it lets us go on.
    Suspend,
    /// End.
    Quit,
}

/// Carries an action out.
pub fn update(model: &mut Model, action: Action) -> Effects {
    let mut effects = Effects::default();
    let told = model.messages.told();
    // By what was on the screen when it was clicked on.
    let pointed_at = pointer::pointed_at(model, &action);
    let begun = if action.is_from_a_hand() { hear(model, &action) } else { Vec::new() };
    match pointed_at.map_or(action, Action::Do) {
        Action::Begin(key) => {
            model.pending = begun;
            model.pending.push(key);
        }
        Action::Forget => model.say("These keys do nothing here; ? shows those that do."),
        Action::NotHere(command) => view::tell_not_here(model, command),
        // What was begun is forgotten already.
        Action::LeaveKeys => {}
        Action::Do(command) => {
            run::run(model, command, &mut effects);
        }
        Action::Paste(text) => window::paste(model, &text),
        Action::Insert(typed) => insert(model, &typed),
        action => match action {
            Action::Click { .. }
            | Action::ClickAgain { .. }
            | Action::Drag { .. }
            | Action::Release
            | Action::Wheel { .. } => point(model, &action, &mut effects),
            action => take(model, action, &mut effects),
        },
    }
    view::open_wanted(model);
    settle(model, told, &mut effects);
    effects
}

/// What comes from a hand ends a notice and the chord that was being pressed; gives the keys of that.
fn hear(model: &mut Model, action: &Action) -> Vec<Key> {
    model.whereabouts.is_touched = true;
    model.whereabouts.wanted_mark = None;
    model.forget_notice();
    if matches!(action, Action::Click { .. } | Action::ClickAgain { .. } | Action::Wheel { .. }) {
        model.whereabouts.awaited = None;
    }
    std::mem::take(&mut model.pending)
}

/// What is done with the mouse.
fn point(model: &mut Model, action: &Action, effects: &mut Effects) {
    match *action {
        Action::Click { column, row } => {
            select::press(model, column, row);
            pointer::click(model, column, row, effects);
        }
        Action::ClickAgain { column, row, times } if !select::press_again(model, column, row, times) => {
            pointer::click(model, column, row, effects);
        }
        Action::Drag { column, row }
            if !arrange::drag(model, (column, row).into()) && !select::drag(model, column, row) =>
        {
            effects.draw = Draw::Nothing;
        }
        Action::Release => {
            model.selecting.press = None;
            if !arrange::release(model) {
                effects.draw = Draw::Nothing;
            }
        }
        Action::Wheel { column, row, steps } => pointer::wheel(model, column, row, steps),
        _ => {}
    }
}

/// Takes in what comes from the terminal, from time and from the background.
fn take(model: &mut Model, action: Action, effects: &mut Effects) {
    match action {
        Action::ShowFollowing => model.shows_following = model.waits_for_more(),
        Action::ChooseFirst => scroll::go(model, Command::Top),
        Action::Resize { width, height } => {
            resize(model, width, height);
            // Even where the size is the same as before: it may have been smaller for a moment, and the terminal has
            // then forgotten what it cut off.
            effects.draw = Draw::Everything;
        }
        Action::Redraw => effects.draw = Draw::Everything,
        Action::Progress(progress) => model.take_progress(progress),
        Action::Read(_) | Action::Analysed(..) | Action::Loaded(_) => take_found(model, action),
        Action::Kept(kept) => model.take_kept(kept),
        Action::Counted(counts) => model.take_counts(counts),
        Action::Looked | Action::LookedAway | Action::KeptAgain(_) => window::take(model, action, effects),
        Action::Tell(message) => model.tell(message),
        Action::Marks(marks) => model.whereabouts.bookmarks.take(marks),
        Action::Corrected(corrected) => model.take_corrected(&corrected),
        Action::Correcting(progress) => model.correcting.progress = Some(progress),
        Action::Uncorrected(message, request) => model.take_failed_correction(message, request.as_deref()),
        Action::Underway(task, reached) => {
            let is_new = model.take_underway(task, reached);
            if !edit::list_what_waits(model) && !is_new {
                effects.draw = Draw::Nothing;
            }
        }
        Action::IsThere(name, is_there) => dossier::take_look(model, name, is_there),
        Action::Themes(listed) => themes::take(model, listed),
        Action::Suit(is_light, theme) => themes::suit(model, is_light, &theme),
        // What comes from a hand was done already.
        Action::Do(_)
        | Action::Begin(_)
        | Action::Forget
        | Action::NotHere(_)
        | Action::LeaveKeys
        | Action::Insert(_)
        | Action::Paste(_)
        | Action::Click { .. }
        | Action::ClickAgain { .. }
        | Action::Drag { .. }
        | Action::Release
        | Action::Wheel { .. } => {}
    }
}

/// Takes in stories, and goes to the passage that waited for them.
fn take_found(model: &mut Model, action: Action) {
    match action {
        Action::Read(library) => model.take_texts(*library),
        Action::Analysed(index, story) => model.take_story(index, *story),
        Action::Loaded(library) => model.load(*library),
        _ => {}
    }
    follow::go_on(model);
}

/// Brings everything in line with what was done, and collects what is to be kept of it.
fn settle(model: &mut Model, told: u64, effects: &mut Effects) {
    model.shows_following &= model.waits_for_more();
    overlay::follow_log(model, told);
    themes::follow(model);
    model.settle();
    if effects.next == Next::Quit {
        effects.left = model.left();
        // Whoever ends the reader leaves the story.
        model.focus = Focus::List;
        model.settle();
    }
    effects.look_up = dossier::wants_look(model);
    effects.keep = model.take_unsaved();
    effects.correct = model.take_wanted_corrections();
    effects.marks = model.whereabouts.bookmarks.take_unsaved();
}

/// Types text into the line that is open.
fn insert(model: &mut Model, typed: &str) {
    if !places::letter(model, typed)
        && !pick::insert(model, typed)
        && !overlay::insert(model, typed)
        && !view::insert(model, typed)
        && !keep::insert(model, typed)
        && !find::insert(model, typed)
    {
        edit::insert(model, typed);
    }
}

/// Reads the story that the filter found.
fn accept_filter(model: &mut Model) {
    if !edit::accept_in_view(model) {
        model.remember_query();
        model.list_at_once();
        open(model);
    }
}

fn resize(model: &mut Model, width: u16, height: u16) {
    model.size = (width, height);
    model.forget_labels();
    model.settle();
    model.reveal_choice();
    overlay::renew(model);
}

/// Reads the chosen story. On the head of a group, unfolds it, or goes to its first story.
fn open(model: &mut Model) {
    if let Some(head) = model.stories.chosen_head() {
        order::enter(model, head);
    } else if model.stories.chosen().is_some() {
        model.show(model.stories.chosen());
        model.focus = Focus::Text;
        model.settle();
        find::begin_with_the_phrase(model);
    }
}

#[cfg(test)]
mod tests;
