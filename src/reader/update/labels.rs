//! Letters on links: typed, they are followed.
//!
//! **In:** a command, then letters. **Out:** another place, or the stories that name the same.

use super::{edit, follow, visits};
use crate::reader::layout::page::Lead;
use crate::reader::model::labels::{Labels, Target, Typed};
use crate::reader::model::view::View;
use crate::reader::model::whereabouts::Awaited;
use crate::reader::model::{Focus, Model};

/// Puts letters on everything in sight that can be followed.
pub(super) fn open(model: &mut Model) {
    if model.is_linear() {
        // There is no place for letters over words that are read aloud.
        model.say("Linear mode has no letters on links; Tab walks through them.");
        return;
    }
    let labels = model.labels();
    if labels.is_empty() {
        model.say("Nothing in sight leads anywhere.");
    } else {
        model.whereabouts.awaited = Some(Awaited::Label(labels));
    }
}

/// Types a letter of a label.
pub(super) fn letter(model: &mut Model, mut labels: Labels, letter: char) {
    match labels.take(letter) {
        Typed::Whole(target) => go(model, target),
        Typed::Begun => model.whereabouts.awaited = Some(Awaited::Label(labels)),
        Typed::None => {
            model.say(format!("No label goes on with {letter}; Esc leaves."));
            model.whereabouts.awaited = Some(Awaited::Label(labels));
        }
    }
}

/// Goes where a fact under the title leads.
pub(super) fn lead(model: &mut Model, lead: Lead) {
    match lead {
        Lead::Dating => visits::dating(model),
        Lead::Meetings => {
            model.top = 0;
            model.spot = None;
            follow::next_mark(model, true);
        }
    }
}

fn go(model: &mut Model, target: Target) {
    match target {
        Target::Mark(mark) => {
            model.focus = Focus::Text;
            follow::focus_mark(model, mark);
            model.settle();
            if !model.panel.kin.is_empty() && !model.panel.by_series() {
                follow::follow(model);
            }
        }
        Target::Lead(lead) => self::lead(model, lead),
        Target::Name(number) => model.open_view(View::Name(number)),
        Target::Kin(index) => follow::follow_to(model, index),
        Target::Named(query) => {
            model.leave_here();
            edit::ask(model, &query);
            model.focus = Focus::List;
            model.say(format!("Stories that name the same: {query}. Esc lists all again."));
        }
    }
}
