//! Marks: a letter sets one, a letter leads back to it.
//!
//! **In:** a command, then a letter. **Out:** another place; the way back is remembered. **Why:** while the
//! letter is waited for it is no key of the list or the text, and whoever asked for the wrong one leaves with Escape.

use super::{follow, labels, visits};
use crate::reader::actions::Command;
use crate::reader::model::Model;
use crate::reader::model::bookmarks::{Bookmark, Bookmarks, title_of};
use crate::reader::model::whereabouts::Awaited;

/// The key that leads to the place before the last jump, in place of a letter.
const BEFORE: char = '\'';

/// Carries a command about places out.
pub(super) fn run(model: &mut Model, command: Command) {
    match command {
        Command::SetMark if model.here().is_some() => model.whereabouts.awaited = Some(Awaited::SetMark),
        Command::SetMark => model.say("No story to set a mark in."),
        Command::GoToMark => model.whereabouts.awaited = Some(Awaited::GoToMark),
        Command::LinkLabels => labels::open(model),
        Command::Places => visits::list(model),
        Command::Outline => visits::outline(model),
        Command::Dating => visits::dating(model),
        _ => model.whereabouts.awaited = None,
    }
}

/// Takes a letter, where one is waited for; tells whether one is.
pub(super) fn letter(model: &mut Model, typed: &str) -> bool {
    let Some(awaited) = model.whereabouts.awaited.take() else { return false };
    // What is pasted is no letter.
    let mut letters = typed.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        model.whereabouts.awaited = Some(awaited);
        return true;
    };
    match awaited {
        Awaited::SetMark => set(model, letter),
        Awaited::GoToMark if letter == BEFORE => before(model),
        Awaited::GoToMark => go_to(model, letter),
        Awaited::Label(waiting) => labels::letter(model, waiting, letter),
    }
    true
}

fn set(model: &mut Model, letter: char) {
    if !Bookmarks::is_name(letter) {
        model.say("A mark is a letter or a digit; nothing was marked.");
        return;
    }
    let Some((story, at)) = model.lasting() else { return };
    let Some(told) = model.library.stories.get(story) else { return };
    let mark = Bookmark { story: Some(story), at, title: told.article.title.text.clone(), line: at.line(told) };
    let before = model.whereabouts.bookmarks.get(letter).filter(|before| before.story != Some(story));
    let before = before.map(|before| format!("; it was in “{}”", title_of(&model.library, before)));
    let (before, unkept) = (before.unwrap_or_default(), model.unkept().unwrap_or_default());
    model.say(format!("Mark {letter} is here{before}{unkept}."));
    model.whereabouts.bookmarks.set(letter, mark);
}

fn go_to(model: &mut Model, letter: char) {
    let Some(mark) = model.whereabouts.bookmarks.get(letter).cloned() else {
        model.say(format!("No mark is called {letter}; m and a letter sets one."));
        return;
    };
    let Some(story) = mark.story.filter(|story| *story < model.library.stories.len()) else {
        let title = &mark.title;
        model.say(format!("“{title}”, which mark {letter} is in, is not in this library any more."));
        return;
    };
    model.leave_here();
    model.arrive(story);
    model.go_to_lasting(mark.at);
}

/// Goes to where the reader was before the last jump.
fn before(model: &mut Model) {
    let Some(visit) = model.whereabouts.before_jump else {
        model.say("There was no jump yet.");
        return;
    };
    model.leave_here();
    follow::visit(model, visit);
}

/// Takes the last letter back; with none, nothing is waited for any more.
pub(super) fn erase(model: &mut Model) {
    match &mut model.whereabouts.awaited {
        Some(Awaited::Label(labels)) if !labels.typed.is_empty() => labels.typed.clear(),
        awaited => *awaited = None,
    }
}
