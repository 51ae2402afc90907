//! Where the reader is, in a sentence.
//!
//! **In:** the model. **Out:** the list, the story, the row and the meeting in focus, in words. **Why:** what others see at a
//! glance has to be asked for, and answered at once.

use std::fmt::Write as _;

use super::said;
use crate::reader::actions::{Context, TABLE};
use crate::reader::model::digest::count;
use crate::reader::model::stories::Line;
use crate::reader::model::view::Open;
use crate::reader::model::{Focus, Model};

/// Where the reader is; in linear mode also which keys do something here.
pub(in crate::reader) fn told(model: &Model) -> String {
    let place = match model.view() {
        Some(open) => view(open),
        None if model.focus == Focus::Text => text(model),
        None => list(model),
    };
    if model.is_linear() { format!("{place} {}", keys(model)) } else { place }
}

fn view(open: &Open) -> String {
    let heading = super::view::heading(open, usize::MAX);
    match open.content.stops() {
        0 => heading,
        stops => format!("{heading} Row {} of {stops}.", open.at.cursor + 1),
    }
}

fn list(model: &Model) -> String {
    let all = model.stories.len();
    if all == 0 {
        return "List of stories, none.".into();
    }
    let mut told = match model.stories.line(model.stories.cursor) {
        Some(Line::Story(place)) => format!("List, story {} of {all}.", place + 1),
        _ => format!("List of {all}, on the head of a group."),
    };
    if let Some(unread) = model.unread() {
        let _ = write!(told, " {unread} unread.");
    }
    told
}

fn text(model: &Model) -> String {
    let rows = model.page().map_or(0, |page| page.rows.len());
    let row = if model.is_linear() { model.linear.row } else { model.top };
    // What is in sight was read as good as the row at the top.
    let seen = (if model.is_linear() { row + 1 } else { model.top + model.text_height() }).min(rows);
    let percent = (seen * 100).checked_div(rows).unwrap_or(0);
    let mut told = format!("Text, line {} of {rows}, {percent} percent.", row + 1);
    let marks = model.marks().len();
    if let Some(mark) = model.focused_mark() {
        let _ = write!(told, " Passage {} of {marks} about a meeting is in focus.", mark + 1);
    } else if marks > 0 {
        let _ = write!(told, " {} about meetings.", count(marks, "passage", "passages"));
    }
    told
}

/// What is selected: all of its words where they are few, else the first and the last of them, and how many they are.
pub(in crate::reader) fn selected(model: &Model) -> Option<String> {
    const FEW: usize = 12;
    let (story, page) = model.story().zip(model.page())?;
    let passages = model.selecting.selection?.passages(page);
    let words: Vec<&str> = passages.iter().flat_map(|passage| story.words(*passage).split_whitespace()).collect();
    if words.len() <= FEW {
        return Some(format!("Selected: “{}”", words.join(" ")));
    }
    let (first, rest) = words.split_at_checked(FEW / 2)?;
    let (_, last) = rest.split_at_checked(rest.len().checked_sub(FEW / 2)?)?;
    Some(format!("Selected, {} words: “{} … {}”", words.len(), first.join(" "), last.join(" ")))
}

/// `Keys: Enter, read; slash, filter.`
fn keys(model: &Model) -> String {
    let context = match model.view() {
        Some(_) => Context::View,
        None if model.focus == Focus::Text => Context::Text,
        None => Context::List,
    };
    let here = TABLE.iter().filter(|entry| entry.contexts.contains(&context) && model.can(entry.command));
    let told = here.filter_map(|entry| {
        let key = model.keymap.chords(context, entry.command).first()?;
        Some(format!("{}, {}", said::chord(key), entry.hint?))
    });
    format!("Keys: {}.", told.collect::<Vec<_>>().join("; "))
}
