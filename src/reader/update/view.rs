//! The views beside list and text.
//!
//! **In:** commands and typed text. **Out:** a view opened or left, its cursor moved, what it shows narrowed or looked
//! through, whatever is under the cursor followed.

use std::sync::Arc;

use ratatui::layout::{Position, Rect};

use super::{edit, follow, order, visits};
use crate::dossier::neighbourhood::Node;
use crate::links::MentionRef;
use crate::reader::actions::{Command, Context, entry_of};
use crate::reader::model::Model;
use crate::reader::model::view::{Target, View};
use crate::text::width::width;

/// Opens one of the views that have a key of their own.
pub(super) fn open(model: &mut Model, command: Command) {
    let view = match command {
        Command::Meetings => View::Meetings,
        Command::Names => View::Names,
        Command::Map => {
            let Some(node) = around(model) else {
                model.say("There is no story to draw a map around.");
                return;
            };
            View::Map(node)
        }
        _ => {
            leave_for_stories(model);
            return;
        }
    };
    model.open_view(view);
}

/// Remembers a view that is asked for before the library is there; the last one counts.
pub(super) const fn want(model: &mut Model, command: Command) {
    if matches!(command, Command::Stories | Command::Meetings | Command::Names | Command::Map) {
        model.whereabouts.wanted = Some(command);
    }
}

/// Opens the view that was asked for before the library was there.
pub(super) fn open_wanted(model: &mut Model) {
    if model.loading.is_none()
        && let Some(command) = model.whereabouts.wanted.take()
    {
        open(model, command);
    }
}

/// What a map is drawn around: what the page in view is about, or else the story that is read.
fn around(model: &Model) -> Option<Node> {
    match model.view().map(|open| open.view) {
        Some(View::Meeting(meeting)) => Some(Node::Meeting(meeting)),
        Some(View::Name(name) | View::Beside(name)) => Some(Node::Name(name)),
        // What joins the two, or else the story on the left: never one that the view is not about.
        Some(View::Why { from, to } | View::Compare { from, to }) => {
            let tells = |at: usize, story: usize| {
                let meeting = model.library.connections.meetings.get(at);
                meeting.is_some_and(|meeting| meeting.mentions.iter().any(|mention| mention.story == story))
            };
            let joins = |at: &usize| tells(*at, from) && tells(*at, to);
            Some(model.meeting_of_row().filter(joins).map_or(Node::Story(from), Node::Meeting))
        }
        // Of a list what the cursor is on.
        Some(View::Meetings) => model.meeting_of_row().map(Node::Meeting).or_else(|| model.shown().map(Node::Story)),
        Some(View::Names) => match model.view_target() {
            Some(Target::View(View::Name(name))) => Some(Node::Name(name)),
            _ => model.shown().map(Node::Story),
        },
        _ => model.shown().map(Node::Story),
    }
}

/// Back to list and text, from however many views.
fn leave_for_stories(model: &mut Model) {
    if model.view().is_some() {
        model.leave_here();
        model.turn_to(None);
    }
}

/// Does what a command means for the view on the screen; tells whether it means anything there.
pub(super) fn run(model: &mut Model, command: Command) -> bool {
    if model.view().is_none() || model.picker.is_some() || model.prompt.is_some() {
        return false;
    }
    // What narrows it is typed as above the list.
    let is_narrowed = model.narrowed_view().is_some();
    let typed = model.views.open.as_mut().and_then(|open| open.typed.as_mut()).filter(|_| !is_narrowed);
    match (command, typed) {
        (Command::FindAccept, Some(_)) => model.accept_view_line(),
        (Command::FindCancel, Some(_)) => model.cancel_view_line(),
        (_, Some(typed)) => {
            if edit::change(&mut typed.input, command) {
                model.take_view_line();
            }
        }
        (_, None) => return walk(model, command),
    }
    true
}

/// Does what a command means while nothing is looked for; tells whether it means anything there.
fn walk(model: &mut Model, command: Command) -> bool {
    match command {
        Command::Down
        | Command::Up
        | Command::HalfPageDown
        | Command::HalfPageUp
        | Command::PageDown
        | Command::PageUp
        | Command::Top
        | Command::Bottom
        | Command::NextMark
        | Command::PreviousMark
        | Command::LeftInView
        | Command::RightInView => model.move_in_view(command),
        Command::NextOther => model.move_in_view(Command::Down),
        Command::PreviousOther => model.move_in_view(Command::Up),
        Command::Follow => enter(model),
        Command::NextStory => go_to_story(model, true),
        Command::PreviousStory => go_to_story(model, false),
        Command::Find => model.open_view_line(),
        Command::FindNext => model.next_in_view(true),
        Command::FindPrevious => model.next_in_view(false),
        Command::LeaveView => leave(model),
        _ => return false,
    }
    true
}

/// Types text into the line that looks for words in the view; tells whether there is one.
pub(super) fn insert(model: &mut Model, typed: &str) -> bool {
    let is_narrowed = model.narrowed_view().is_some();
    let line = model.views.open.as_mut().and_then(|open| open.typed.as_mut());
    let Some(line) = line.filter(|_| !is_narrowed) else { return false };
    line.input.insert(typed);
    model.take_view_line();
    true
}

/// First what was looked for is forgotten, then the view is left: for where it was opened, if that is known.
fn leave(model: &mut Model) {
    if model.forget_view_words() {
        return;
    }
    if model.history.has_back() {
        follow::back(model);
    } else {
        model.turn_to(None);
    }
}

/// Follows what is under the cursor.
fn enter(model: &mut Model) {
    match model.view_target() {
        Some(target) => go_to(model, target),
        None => model.say("Nothing leads on from here."),
    }
}

/// Goes to the story of the meeting under the cursor that comes after the one that is read, or before it, at the words that
/// tell of it; to the first or the last one where none of them is read.
fn go_to_story(model: &mut Model, forward: bool) {
    let Some(meeting) = model.meeting_of_row() else {
        let found = model.finding.is_none();
        model.say(if found { "This row is about no meeting." } else { "Meetings are still being looked for." });
        return;
    };
    let meeting = model.library.connections.meetings.get(meeting);
    let mentions = meeting.map(|meeting| meeting.mentions.as_slice()).unwrap_or_default();
    let tellers: Vec<MentionRef> =
        mentions.chunk_by(|one, next| one.story == next.story).filter_map(|told| told.first()).copied().collect();
    let count = tellers.len();
    let read = tellers.iter().position(|at| Some(at.story) == model.shown());
    let next = match (read, forward) {
        (Some(at), true) => (at + 1) % count,
        (Some(at), false) => (at + count - 1) % count,
        (None, true) => 0,
        (None, false) => count.saturating_sub(1),
    };
    if let Some(at) = tellers.get(next) {
        go_to(model, Target::Mention(*at));
    }
}

/// Goes to where something leads; the way back is remembered.
pub(super) fn go_to(model: &mut Model, target: Target) {
    match target {
        Target::View(view) => model.open_view(view),
        Target::Story(story) => {
            model.leave_here();
            model.turn_to(None);
            model.arrive(story);
        }
        Target::Mention(_) | Target::Passage(_) => {
            let library = Arc::clone(&model.library);
            let Some(source) = target.source(&library) else {
                model.say("The words that say so are not there any more.");
                return;
            };
            model.leave_here();
            model.turn_to(None);
            model.arrive(source.story);
            visits::show_passage(model, source.passage);
        }
    }
}

/// A click puts the cursor on what is under it; another one there follows it. One on the line opens that.
pub(super) fn click(model: &mut Model, at: Position) {
    let parts = model.view_parts();
    if parts.saved.contains(at) {
        order::click_saved(model, parts.saved, at);
        return;
    }
    if parts.heading.contains(at) && is_on_count(model, parts.heading, at.x) {
        edit::clear(model);
        return;
    }
    if parts.line.contains(at) || (parts.heading.contains(at) && model.view().is_some_and(|open| open.typed.is_some()))
    {
        model.open_view_line();
        return;
    }
    let beside = at.y >= parts.body.y && at.y < parts.body.bottom();
    let Some(open) = model.views.open.as_mut().filter(|_| beside) else { return };
    let row = open.at.top + usize::from(at.y - parts.body.y);
    let Some(stop) = open.content.stop_at(row, at.x.saturating_sub(parts.body.x)) else { return };
    if stop == open.at.cursor {
        enter(model);
    } else {
        open.at.cursor = stop;
    }
}

/// Whether a column of the heading is that of the count of what was found: like that of the list it shows everything again.
fn is_on_count(model: &Model, heading: Rect, column: u16) -> bool {
    let Some(open) = model.narrowed_view().filter(|open| !open.at.words.is_empty()) else { return false };
    let counted = open.content.count().map_or(0, |count| u16::try_from(width(&count)).unwrap_or(u16::MAX));
    (heading.right().saturating_sub(counted)..heading.right()).contains(&column)
}

/// Says that a key does nothing in a view, with what it does elsewhere.
pub(super) fn tell_not_here(model: &mut Model, command: Command) {
    let does = entry_of(command).map_or("", |entry| entry.help);
    let stories = model.keymap().chords(Context::View, Command::Stories).first().cloned();
    let back = stories.map(|key| format!("; {} leads back to the stories", model.told_key(&key))).unwrap_or_default();
    model.say(format!("Not in a view: {does}{back}."));
}
