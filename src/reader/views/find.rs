//! The line for what is looked for in a story, and how much of it there is.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::pen::{to_u16, write};
use crate::language::Passage;
use crate::reader::layout::page::Page;
use crate::reader::model::Model;
use crate::reader::model::find::Find;
use crate::reader::model::overlay::Overlay;
use crate::text::Span;
use crate::text::width::{truncate, width};

/// The most columns that the words take beside the keys.
const WORDS: usize = 20;

/// Draws the line in place of the keys while it is typed; gives the place of the cursor.
pub(super) fn line(model: &Model, buffer: &mut Buffer) -> Option<Position> {
    if let Some(overlay) = &model.overlay {
        return line_above(model, buffer, overlay);
    }
    let find = model.find.as_ref().filter(|find| find.typing)?;
    let (area, theme) = (model.panes.hints, &model.theme);
    let sign = if find.backward { "look back for " } else { "look for " };
    let x = write(buffer, area, area.x + 1, area.y, sign, theme.accent);
    let (before, after) = find.input.parts();
    let cursor = write(buffer, area, x, area.y, before, theme.base);
    let end = write(buffer, area, cursor, area.y, after, theme.base);
    if !find.input.is_empty() {
        let style = if find.places.is_empty() { theme.wrong } else { theme.muted };
        write(buffer, area, end + 2, area.y, &counted(find), style);
    }
    Some(Position { x: cursor.min(area.right().saturating_sub(1)), y: area.y })
}

/// The same for what is laid over the screen.
fn line_above(model: &Model, buffer: &mut Buffer, overlay: &Overlay) -> Option<Position> {
    let look = overlay.look.as_ref().filter(|look| look.typing)?;
    let (area, theme) = (model.panes.hints, &model.theme);
    let x = write(buffer, area, area.x + 1, area.y, "look for ", theme.accent);
    let (before, after) = look.input.parts();
    let cursor = write(buffer, area, x, area.y, before, theme.base);
    let end = write(buffer, area, cursor, area.y, after, theme.base);
    if !look.input.is_empty() {
        let style = if overlay.shown() == 0 { theme.wrong } else { theme.muted };
        let words = format!("{} of {}", overlay.shown(), overlay.count());
        write(buffer, area, end + 2, area.y, &words, style);
    }
    Some(Position { x: cursor.min(area.right().saturating_sub(1)), y: area.y })
}

/// What was looked for in what is laid over the screen: `3 of 12 “words”`.
fn found_above(overlay: &Overlay) -> Option<String> {
    let look = overlay.look.as_ref().filter(|look| !look.typing)?;
    let at = look.at.map_or_else(String::new, |at| format!("{} of ", at + 1));
    Some(format!("{at}{} “{}”", overlay.shown(), truncate(&look.input.text(), WORDS)))
}

fn counted(find: &Find) -> String {
    match (find.places.len(), find.at) {
        (0, _) => "not in this story".into(),
        (count, Some(at)) => format!("{} of {count}", at + 1),
        (count, None) => count.to_string(),
    }
}

/// What was found, for the end of the key line: `3 of 12 “words”`; none while it is typed.
pub(super) fn found(model: &Model) -> Option<String> {
    if let Some(overlay) = &model.overlay {
        return found_above(overlay);
    }
    let find = model.find.as_ref().filter(|find| !find.typing && Some(find.story) == model.shown)?;
    Some(format!("{} “{}”", counted(find), truncate(&find.input.text(), WORDS)))
}

/// Draws what was found at the right end of `area`; gives what is left of it.
pub(super) fn draw_found(model: &Model, buffer: &mut Buffer, area: Rect) -> Rect {
    let Some(words) = found(model) else { return area };
    let wide = to_u16(width(&words)) + 2;
    if wide + 20 > area.width {
        return area;
    }
    let left = Rect { width: area.width - wide, ..area };
    write(buffer, area, left.right() + 1, area.y, &words, model.theme.muted);
    left
}

/// Where the places are shown that touch these bytes of the sheet, in order: all alike, the one in focus reversed.
pub(super) fn lit(model: &Model, page: &Page, sight: Span) -> Vec<(Span, Style)> {
    let Some(find) = model.find.as_ref().filter(|find| find.story == page.story) else { return Vec::new() };
    let focused = find.focused();
    let matched = model.theme.matched;
    let style = |focused| if focused { matched.add_modifier(Modifier::REVERSED) } else { matched };
    let shown = |place: &Passage| Some((page.sheet.shown(*place)?, style(Some(*place) == focused)));
    find.places.iter().filter_map(shown).filter(|(span, _)| span.overlaps(sight)).collect()
}
