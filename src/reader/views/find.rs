//! The line for what is looked for in a story, and how much of it there is.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Style;

use super::hints::beside_line;
use super::pen::write;
use crate::language::Passage;
use crate::reader::layout::page::Page;
use crate::reader::model::Model;
use crate::reader::model::overlay::Overlay;
use crate::text::Span;

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
    if !beside_line(model, buffer, end + 2) && !find.input.is_empty() {
        let style = if find.places.is_empty() { theme.wrong } else { theme.muted };
        write(buffer, area, end + 2, area.y, &find.counted(), style);
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
    if !beside_line(model, buffer, end + 2) && !look.input.is_empty() {
        let style = if overlay.shown() == 0 { theme.wrong } else { theme.muted };
        let words = format!("{} of {}", overlay.shown(), overlay.count());
        write(buffer, area, end + 2, area.y, &words, style);
    }
    Some(Position { x: cursor.min(area.right().saturating_sub(1)), y: area.y })
}

/// Where the places are shown that touch these bytes of the sheet, in order: all alike but the one in focus.
pub(super) fn lit(model: &Model, page: &Page, sight: Span) -> Vec<(Span, Style)> {
    let Some(find) = model.find.as_ref().filter(|find| find.story == page.story) else { return Vec::new() };
    let focused = find.focused();
    let theme = &model.theme;
    let shown = |place: &Passage| page.sheet.shown(*place).unwrap_or_default();
    // A text of megabytes has thousands of places, and a screen a few.
    let first = find.places.partition_point(|place| shown(place).end() <= sight.start());
    let in_sight = find.places.iter().skip(first).take_while(|place| shown(place).start() < sight.end());
    in_sight.map(|place| (shown(place), theme.found(Some(*place) == focused))).collect()
}
