//! The mouse.
//!
//! **In:** a click or a turn of the wheel, with the cell. **Out:** the same changes that keys make. **Why:** what lies
//! under the pointer is looked up in the same rectangles that were drawn.

use ratatui::layout::{Position, Rect};

use super::{Effects, arrange, edit, follow, labels, order, pick, scroll, view};
use crate::reader::actions::{Action, Command};
use crate::reader::layout::overlay_inside;
use crate::reader::layout::page::{InkKind, Lead, Page, Row, RowKind};
use crate::reader::model::listing::Heading;
use crate::reader::model::panel::Line as PanelLine;
use crate::reader::model::stories::Line;
use crate::reader::model::{Focus, Model};

/// How many rows of text one step of the wheel scrolls.
const WHEEL_ROWS: isize = 3;

/// What a click on the count of what is unread asks for.
const UNREAD: &str = "is:unread";

/// How many rows above the lines of what is laid over the screen its heading takes, where it has one.
const HEADING: u16 = 2;

/// What a click on the first or the last line asks for.
pub(super) fn pointed_at(model: &Model, action: &Action) -> Option<Command> {
    match *action {
        Action::Click { column, row } | Action::ClickAgain { column, row, .. } => {
            model.pointed_at(Position { x: column, y: row })
        }
        _ => None,
    }
}

/// Carries a click out.
pub(super) fn click(model: &mut Model, column: u16, row: u16, effects: &mut Effects) {
    let at = Position { x: column, y: row };
    if model.loading.is_some() {
        return;
    }
    if model.panes.hints.contains(at) {
        // Beside a key there is nothing, and who misses one loses nothing.
    } else if model.picker.is_some() {
        click_picker(model, at, effects);
    } else if model.overlay.is_some() {
        click_overlay(model, at);
    } else if model.view().is_some() {
        view::click(model, at);
    } else if arrange::take(model, at) {
        // It is moved by what follows.
    } else if model.panes.list.contains(at) {
        click_list(model, at);
    } else if model.panes.text.contains(at) {
        model.focus = Focus::Text;
        if let Some(mark) = mark_at(model, at) {
            follow::focus_mark(model, mark);
        } else if let Some(lead) = lead_at(model, at) {
            labels::lead(model, lead);
        }
    } else if model.panes.panel.contains(at) {
        click_panel(model, at);
    }
}

/// A click beside what is laid over the screen closes it; one on a line puts its item in focus while words are looked
/// for.
fn click_overlay(model: &mut Model, at: Position) {
    let inside = overlay_inside(model.size.0, model.size.1);
    // The margins and the heading are its own as well.
    let above = inside.y.min(HEADING);
    let own = Rect { y: inside.y - above, height: inside.height + above, ..inside };
    let Some(overlay) = &mut model.overlay else { return };
    if !own.contains(at) {
        model.overlay = None;
    } else if inside.contains(at) {
        overlay.focus_on(overlay.top + usize::from(at.y - inside.y));
    }
}

/// A click chooses a line, a second one picks it; a click beside the list closes it.
fn click_picker(model: &mut Model, at: Position, effects: &mut Effects) {
    let parts = model.picker_parts();
    let (items, own) = (parts.items, [parts.heading, parts.line, parts.rule]);
    let Some(picker) = &mut model.picker else { return };
    let line = picker.top + usize::from(at.y.saturating_sub(items.y) / picker.step(items.height));
    if own.iter().any(|part| part.contains(at)) {
        // What is typed there is at its end already.
    } else if !items.contains(at) {
        model.picker = None;
    } else if line == picker.cursor {
        pick::pick(model, effects);
    } else if line < picker.matches.len() {
        picker.cursor = line;
    }
}

fn click_list(model: &mut Model, at: Position) {
    let rows = model.list_rows();
    if rows.saved.contains(at) {
        order::click_saved(model, rows.saved, at);
        return;
    }
    if rows.heading.contains(at) {
        match model.heading_at(rows.heading, at.x) {
            Some(Heading::Order) => order::run(model, Command::Sort),
            Some(Heading::Count) if !model.query.is_empty() => edit::clear(model),
            Some(Heading::Count) if model.unread().is_some() => edit::ask(model, UNREAD),
            _ => {}
        }
        return;
    }
    if rows.filter.contains(at) {
        edit::open(model);
        return;
    }
    let line = rows.row_at(at.y).and_then(|row| model.stories.line_at(row, model.list_window()));
    let Some(index) = line else { return };
    if let Some(Line::Head(group)) = model.stories.line(index) {
        model.stories.cursor = index;
        model.fold(group);
        model.focus = Focus::List;
        return;
    }
    // A second click on the same story reads it.
    let again = index == model.stories.cursor && model.focus == Focus::List;
    model.stories.cursor = index;
    model.show(model.stories.chosen());
    model.focus = if again { Focus::Text } else { Focus::List };
}

fn click_panel(model: &mut Model, at: Position) {
    let rows = model.panes.panel.height.saturating_sub(1);
    let clicked = (at.y - model.panes.panel.y).checked_sub(1);
    let line = clicked.and_then(|row| model.panel.lines(usize::from(rows)).get(usize::from(row)).copied());
    match line {
        Some(PanelLine::Kin(index)) => follow::follow_to(model, index),
        Some(PanelLine::Quote | PanelLine::Reasons) => follow::follow(model),
        _ => {}
    }
}

/// The mark that is drawn at a cell: by its number, or by its words.
fn mark_at(model: &Model, at: Position) -> Option<usize> {
    let page = model.page()?;
    let (row, offset) = offset_at(model, page, at)?;
    if !matches!(row.kind, RowKind::Title | RowKind::Body(_)) {
        return None;
    }
    let number = page.inks.iter().find(|ink| ink.span.holds(offset));
    match number.map(|ink| ink.kind) {
        Some(InkKind::Number(mention)) => {
            // The number follows its passage.
            page.marks.iter().rposition(|placed| placed.mark.mention == mention && placed.shown.start() < offset)
        }
        _ => page.mark_at(offset),
    }
}

/// Where the fact under the title leads that is drawn at a cell.
fn lead_at(model: &Model, at: Position) -> Option<Lead> {
    let page = model.page()?;
    let (row, offset) = offset_at(model, page, at)?;
    let is_fact = row.kind == RowKind::Facts;
    page.inks.iter().filter(|ink| is_fact && ink.span.holds(offset)).find_map(|ink| match ink.kind {
        InkKind::Lead(lead) => Some(lead),
        _ => None,
    })
}

/// The row of the page and the byte of its sheet that are drawn at a cell.
fn offset_at<'p>(model: &Model, page: &'p Page, at: Position) -> Option<(&'p Row, usize)> {
    let measure = model.panes.measure();
    let row = page.rows.get(model.top + usize::from(at.y.checked_sub(measure.y)?))?;
    let mut column = usize::from(measure.x + row.indent);
    let offset = page.glyphs(row).find_map(|glyph| {
        let from = column;
        column += glyph.width;
        (from..column).contains(&usize::from(at.x)).then_some(glyph.offset)
    })?;
    Some((row, offset))
}

/// Carries a turn of the wheel out.
pub(super) fn wheel(model: &mut Model, column: u16, row: u16, steps: i32) {
    let at = Position { x: column, y: row };
    let steps = isize::try_from(steps).unwrap_or(0);
    if model.picker.is_some() && (model.is_covered() || model.picker_parts().items.contains(at)) {
        let rows = model.picker_height();
        model.picker.iter_mut().for_each(|picker| picker.scroll(steps, rows));
    } else if model.overlay.is_some() {
        let rows = model.overlay_height();
        model.overlay.iter_mut().for_each(|overlay| overlay.scroll(steps.saturating_mul(WHEEL_ROWS), rows));
    } else if model.view().is_some() {
        model.scroll_view(steps.saturating_mul(WHEEL_ROWS));
    } else if model.panes.list.contains(at) {
        let window = model.list_window();
        model.stories.scroll(steps, window);
    } else if model.panes.panel.contains(at) {
        model.panel.choose(steps);
    } else if model.panes.text.contains(at) {
        scroll::text(model, steps.saturating_mul(WHEEL_ROWS));
    }
}
