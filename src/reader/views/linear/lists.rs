//! Lists of lines: what is laid over the screen, lists to pick from, the keys that can follow.
//!
//! **In:** the model. **Out:** a heading with a count, and a line a thing. **Why:** each of them replaces the screen instead of
//! covering a part of it: there is no above and below in what is heard.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{heading, inside, say, typed};
use crate::reader::actions::entry_of;
use crate::reader::model::Model;
use crate::reader::model::linear::{awaited as heard_awaited, overlay as heard, picker as heard_picker, said};
use crate::reader::views::pen::to_u16;
use crate::text::width::{truncate, width};

/// A list to pick from. While words are typed the cursor stands in their line, and the best line is told below; with a
/// line chosen, it stands on that.
pub(super) fn picker(model: &Model, buffer: &mut Buffer) -> Position {
    let Some(picker) = &model.picker else { return Position::ORIGIN };
    let count = picker.matches.len();
    // How many there are is never cut.
    let counted = match picker.items.len() {
        1 if count == 1 => ", 1 line.".to_owned(),
        all if count == all => format!(", {all} lines."),
        all => format!(", {count} of {all} lines."),
    };
    let room = usize::from(model.size.0).saturating_sub(width(&counted));
    heading(model, buffer, &format!("{}{counted}", truncate(picker.title(), room)));
    let typed = typed::line(model, buffer, "Type to choose: ", picker.input.parts());
    let area = below_line(inside(model));
    if count == 0 {
        let rows = said::rows(picker.nothing(), usize::from(area.width));
        rows.iter().enumerate().for_each(|(row, words)| say(model, buffer, area, row, words));
        return typed;
    }
    let columns = usize::from(area.width);
    let rows = |at: usize| said::rows(&heard_picker::line(picker, at), columns);
    if model.linear.is_typing && !picker.input.is_empty() {
        rows(picker.cursor).iter().enumerate().for_each(|(row, words)| say(model, buffer, area, row, words));
        return typed;
    }
    let mut cursor = area.as_position();
    let mut row = 0;
    for at in picker.top..count {
        if row >= usize::from(area.height) {
            break;
        }
        if at == picker.cursor {
            cursor.y = area.y.saturating_add(to_u16(row));
        }
        for words in rows(at) {
            say(model, buffer, area, row, &words);
            row += 1;
        }
    }
    cursor
}

/// The help, the messages, or the files that were not read.
pub(super) fn overlay(model: &Model, buffer: &mut Buffer) -> Position {
    let Some(overlay) = &model.overlay else { return Position::ORIGIN };
    let (area, lines) = (inside(model), heard::lines(overlay));
    let mut cursor = area.as_position();
    let (mut row, mut last) = (0, model.linear.tops.overlay);
    for (at, line) in lines.iter().enumerate().skip(last) {
        if row >= usize::from(area.height) {
            break;
        }
        if at == model.linear.line {
            cursor.y = area.y.saturating_add(to_u16(row));
        }
        for words in said::rows(&line.words, usize::from(area.width)) {
            say(model, buffer, area, row, &words);
            row += 1;
        }
        last = at + 1;
    }
    let (what, first) = (overlay.kind.title(), model.linear.tops.overlay + 1);
    heading(model, buffer, &format!("{what}, lines {first} to {last} of {}. Escape closes.", lines.len()));
    cursor
}

/// The keys that can follow those that were pressed, or the marks while the letter of one is waited for.
pub(super) fn following(model: &Model, buffer: &mut Buffer) -> Position {
    if let Some(awaited) = model.awaited() {
        heading(model, buffer, &heard_awaited::heading(model, awaited));
        return lines(model, buffer, &heard_awaited::lines(model, awaited));
    }
    let following = model.keymap.following(model.context(), &model.pending);
    let pressed: Vec<String> = model.pending.iter().map(|key| said::chord(&key.to_string())).collect();
    heading(model, buffer, &format!("After {}, {} keys can follow.", pressed.join(", then "), following.len()));
    let told = following.iter().map(|following| {
        let told = following.command.and_then(entry_of).map_or("more keys follow", |entry| entry.help);
        // An ellipsis stands for the words of the key before.
        let told = told.replacen("… ", "the same, ", usize::from(told.starts_with('…')));
        format!("{}: {told}", said::chord(&following.key.to_string()))
    });
    lines(model, buffer, &told.collect::<Vec<_>>())
}

/// Writes lines that nothing is chosen from; those that do not fit are counted in the last row.
fn lines(model: &Model, buffer: &mut Buffer, lines: &[String]) -> Position {
    let area = inside(model);
    let (columns, height) = (usize::from(area.width), usize::from(area.height));
    let all: Vec<Vec<String>> = lines.iter().map(|words| said::rows(words, columns)).collect();
    let fits = all.iter().map(Vec::len).sum::<usize>() <= height;
    let room = if fits { height } else { height.saturating_sub(1) };
    let mut row = 0;
    for (at, rows) in all.iter().enumerate() {
        if row + rows.len() > room {
            say(model, buffer, area, row, &format!("And {} more.", all.len() - at));
            break;
        }
        for words in rows {
            say(model, buffer, area, row, words);
            row += 1;
        }
    }
    area.as_position()
}

fn below_line(area: Rect) -> Rect {
    let above = area.height.min(1);
    Rect { y: area.y + above, height: area.height - above, ..area }
}
