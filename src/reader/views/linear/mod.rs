//! The screen in linear mode: lines of words, one below the other.
//!
//! **In:** the model. **Out:** a first line that tells what this is, the lines of the list or of the text, a last line for
//! notices; and the place of the terminal's own cursor, which is always shown.
//! **Why:** a screen reader knows of a terminal only its characters and its cursor. Nothing here is told by colour,
//! place, shape or a drawn line; [`said::audible`] lets none of these through, whatever an article holds.

mod lists;
mod peek;
mod stories;
mod text;
mod typed;
mod view;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::pen::write;
use crate::library::Progress;
use crate::reader::actions::Context;
use crate::reader::model::linear::{place, plain, said, story};
use crate::reader::model::messages::Kind;
use crate::reader::model::underway::Steps;
use crate::reader::model::{Focus, Model};
use crate::text::letters::first_upper;

/// Draws the whole screen.
pub(super) fn draw(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    let buffer = frame.buffer_mut();
    let cursor = if model.loading.is_some() {
        say(model, buffer, area, 0, &loading(model));
        Position::ORIGIN
    } else {
        let cursor = content(model, buffer);
        notice(model, buffer);
        cursor
    };
    // A cursor that is not on the screen would be nowhere at all.
    let at = |place: u16, size: u16| place.min(size.saturating_sub(1));
    frame.set_cursor_position(Position { x: at(cursor.x, area.width), y: at(cursor.y, area.height) });
}

/// Draws what has the keyboard; gives the place of the cursor.
fn content(model: &Model, buffer: &mut Buffer) -> Position {
    if model.shows_following {
        return lists::following(model, buffer);
    }
    match model.context() {
        Context::Picker => lists::picker(model, buffer),
        Context::Overlay => lists::overlay(model, buffer),
        Context::Prompt => typed::prompt(model, buffer),
        Context::Find => typed::find(model, buffer),
        Context::List | Context::Text | Context::View if model.peek.is_some() => peek::draw(model, buffer),
        Context::View => view::draw(model, buffer),
        Context::Filter if model.linear.is_typing || model.view().is_some() => typed::filter(model, buffer),
        _ if model.focus == Focus::Text => text::draw(model, buffer),
        _ => stories::draw(model, buffer),
    }
}

/// What goes on in the background, as a sentence: `Looking for meetings: 40 of 100.`
fn going_on(model: &Model) -> Option<String> {
    let soon = || model.finding.is_some().then(|| "still looking for meetings".to_owned());
    model.going_on(Steps::Tenth).or_else(soon).map(|told| said::sentence(&first_upper(told.trim_end_matches(" …"))))
}

/// Writes the first line: what this is.
fn heading(model: &Model, buffer: &mut Buffer, words: &str) {
    say(model, buffer, model.panes.header, 0, words);
}

/// The rows between the first line and the last.
fn inside(model: &Model) -> Rect {
    let (width, height) = model.size;
    let above = model.panes.header.height;
    Rect { x: 0, y: above, width, height: height.saturating_sub(above + model.panes.hints.height) }
}

/// Writes a line into this row of an area.
fn say(model: &Model, buffer: &mut Buffer, area: Rect, row: usize, words: &str) {
    let Some(y) = u16::try_from(row).ok().filter(|row| *row < area.height) else { return };
    write(buffer, area, area.x, area.y + y, &said::audible_line(words), model.theme.base);
}

/// Writes as many rows of words as there are, over whatever stands there; the last one at the bottom of the screen.
fn notice(model: &Model, buffer: &mut Buffer) {
    let screen = *buffer.area();
    let Some(words) = words_of_notice(model) else { return };
    let rows = said::rows(&words, usize::from(screen.width));
    // The beginning is what counts.
    let first = usize::from(screen.height).saturating_sub(rows.len());
    for (row, words) in rows.iter().enumerate() {
        let y = first + row;
        let line = Rect { y: u16::try_from(y).unwrap_or(u16::MAX), height: 1, ..screen }.intersection(screen);
        super::pen::rule(buffer, line, " ", model.theme.base);
        say(model, buffer, screen, y, words);
    }
}

/// What is to be told once; else what is chosen, for those who asked to have it written once more.
fn words_of_notice(model: &Model) -> Option<String> {
    if let Some(notice) = model.notice() {
        let kind = if notice.kind() == Kind::Answer { "note" } else { notice.kind().word() };
        return Some(format!("{}: {}", first_upper(kind), plain::notice(notice.words())));
    }
    if let Some(selected) = place::selected(model) {
        return Some(selected);
    }
    if model.settings.announce && model.context() == Context::List {
        let line = story::line(model, model.stories.cursor);
        return (!line.is_empty()).then_some(line);
    }
    None
}

/// How far the reading has come. By tens, as each change is spoken.
fn loading(model: &Model) -> String {
    let tens = |done: usize, total: usize| (done * 10).checked_div(total).unwrap_or(0) * 10;
    match model.loading {
        None | Some(Progress::Scanning) => "Looking for stories.".into(),
        Some(Progress::Reading { done, total }) => format!("Reading {total} files, {} percent.", tens(done, total)),
        Some(Progress::Records { done, total }) => format!("Reading {total} stories, {} percent.", tens(done, total)),
        Some(Progress::Dating { done, total }) => {
            format!("Looking for the days of {total} stories, {} percent.", tens(done, total))
        }
        Some(Progress::Analysing { done, total }) => {
            format!("Looking for meetings in {total} stories, {} percent.", tens(done, total))
        }
        Some(Progress::Inside { done, total, step }) => {
            format!("Looking for meetings: {}.", Steps::Tenth.inside(done, total, step))
        }
        Some(Progress::Linking { stories, reached }) => {
            format!("Linking {stories} stories, {}.", Steps::Tenth.linking(reached))
        }
    }
}
