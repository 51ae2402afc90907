//! A view beside list and text: its heading, its rows, what is told of the thing under the cursor.
//!
//! **In:** the model. **Out:** cells. **Why:** rows are drawn alike whatever view made them, so that all of them have the
//! same margins, the same cursor and the same signs.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::hints::beside_line;
use super::pen::{rule, to_u16, write};
use super::{query, saved};
use crate::reader::model::Model;
use crate::reader::model::underway::Steps;
use crate::reader::model::view::{Cell, Open, Role, Row};
use crate::reader::theme::Theme;
use crate::search::find;
use crate::text::letters::first_upper;
use crate::text::width::{truncate, width};

/// Draws the view on the screen; gives the place of the cursor while its line is typed.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) -> Option<Position> {
    let open = model.view()?;
    let (parts, theme, library) = (model.view_parts(), &model.theme, &model.library);
    heading(model, buffer, open, parts.heading);
    rule(buffer, parts.rule, "─", theme.faint);
    let pen = Pen { model, looked_for: model.looked_for_in_view() };
    for (y, row) in (parts.head.y..parts.head.bottom()).zip(open.content.head(library, open.at.cursor)) {
        pen.row(buffer, Rect { y, height: 1, ..parts.head }, &row, Style::new());
    }
    rule(buffer, parts.head_rule, "─", theme.faint);
    body(&pen, buffer, open, parts.body);
    if parts.detail.height > 0 {
        rule(buffer, Rect { height: 1, ..parts.detail }, "─", theme.faint);
        let told = open.content.detail(library, open.at.cursor, parts.detail.width);
        // Some air before the keys, where there is room for it.
        let air = u16::from(parts.detail.height > 5);
        for (y, row) in (parts.detail.y + 1..parts.detail.bottom() - air).zip(told) {
            pen.row(buffer, Rect { y, height: 1, ..parts.detail }, &row, Style::new());
        }
    }
    saved::line(model, buffer, parts.saved);
    query::below(model, buffer, parts.below);
    query::line(model, buffer, parts.line).or_else(|| line(model, buffer, open))
}

/// What it is, and at the right how much of it there is.
fn heading(model: &Model, buffer: &mut Buffer, open: &Open, area: Rect) {
    if area.is_empty() {
        return;
    }
    let count = open.content.count().unwrap_or_default();
    let room = usize::from(area.width);
    let taken = if width(&count) * 2 < room { width(&count) + 2 } else { 0 };
    let left = Rect { width: area.width.saturating_sub(to_u16(taken)), ..area };
    let pen = Pen { model, looked_for: None };
    let title = Row::new(open.content.title());
    pen.row(buffer, left, &title, Style::new().add_modifier(Modifier::BOLD));
    if taken > 0 {
        let x = area.right().saturating_sub(to_u16(width(&count)));
        write(buffer, area, x, area.y, &count, model.theme.muted);
    }
}

/// The rows that scroll, with a bar beside those of the thing under the cursor.
fn body(pen: &Pen<'_>, buffer: &mut Buffer, open: &Open, area: Rect) {
    let theme = &pen.model.theme;
    if open.content.rows() == 0 {
        // What is wrong with what is typed is told below that, where there is room for a row of its own.
        let untold = open.mistake.as_ref().filter(|_| pen.model.view_parts().below.is_empty());
        let words = match (untold, &open.mistake) {
            (Some(mistake), _) => format!("✗ {mistake}"),
            (None, Some(_)) => String::new(),
            (None, None) => open.content.empty().to_owned(),
        };
        let mut words = crate::reader::model::linear::said::rows(&words, usize::from(area.width));
        if let Some(told) = pen.model.finding.as_ref().and_then(|_| pen.model.going_on(Steps::One)) {
            words.extend([String::new(), first_upper(&told)]);
        }
        let top = area.y + area.height.saturating_sub(to_u16(words.len())) / 3;
        for (y, words) in (top..area.bottom()).zip(words) {
            write(buffer, area, area.x, y, &words, theme.muted);
        }
        return;
    }
    let chosen = open.content.rows_of(open.at.cursor);
    let columns = open.content.columns_of(open.at.cursor);
    for (y, number) in (area.y..area.bottom()).zip(open.at.top..open.content.rows()) {
        let line = Rect { y, height: 1, ..area };
        let row = open.content.row(&pen.model.library, number, open.at.cursor);
        let is_chosen = chosen.contains(&number) && open.content.stops() > 0;
        pen.row(buffer, line, &row, Style::new());
        if !is_chosen {
            continue;
        }
        let columns = columns.clone().unwrap_or(0..area.width);
        let bar = line.x + columns.start;
        if bar > 0 {
            let beside = Rect { x: bar - 1, width: 1, ..line };
            write(buffer, beside, beside.x, y, "▌", theme.accent);
        }
        let lit = Rect { x: bar, width: columns.end.min(area.width).saturating_sub(columns.start), ..line };
        let lit = lit.intersection(*buffer.area());
        let chosen = theme.select.patch(theme.chosen);
        buffer.set_style(lit, chosen);
        // What is dim cannot be read on the light ground of a row that is reversed.
        if chosen.add_modifier.contains(Modifier::REVERSED) {
            buffer.set_style(lit, Style::new().remove_modifier(Modifier::DIM));
        }
    }
}

/// The line for words that are looked for, or for what narrows the view where that has no row of its own, in place of the keys.
fn line(model: &Model, buffer: &mut Buffer, open: &Open) -> Option<Position> {
    let typed = open.typed.as_ref().filter(|_| model.view_parts().line.is_empty())?;
    let (area, theme) = (model.panes.hints, &model.theme);
    let sign = if open.content.is_filtered() { "filter " } else { "look for " };
    let x = write(buffer, area, area.x + 1, area.y, sign, theme.accent);
    let (before, after) = typed.input.parts();
    let cursor = write(buffer, area, x, area.y, before, theme.base);
    let end = write(buffer, area, cursor, area.y, after, theme.base);
    beside_line(model, buffer, end + 2);
    Some(Position { x: cursor.min(area.right().saturating_sub(1)), y: area.y })
}

/// Draws rows.
pub(super) struct Pen<'m> {
    pub(super) model: &'m Model,
    pub(super) looked_for: Option<&'m str>,
}

impl Pen<'_> {
    /// Draws a row into an area of one row; `more` is added to every style.
    pub(super) fn row(&self, buffer: &mut Buffer, area: Rect, row: &Row, more: Style) {
        for cell in &row.cells {
            self.cell(buffer, area, cell, more);
        }
    }

    fn cell(&self, buffer: &mut Buffer, area: Rect, cell: &Cell, more: Style) {
        let x = area.x.saturating_add(cell.column);
        if x >= area.right() {
            return;
        }
        let room = usize::from(cell.width.min(area.right() - x));
        let words = truncate(&cell.words, room);
        let x = if cell.is_right { x + to_u16(room.saturating_sub(width(&words))) } else { x };
        let role = if is_bar(&words) && cell.role == Role::Lit { Role::Accent } else { cell.role };
        let style = style(&self.model.theme, role).patch(more);
        write(buffer, area, x, area.y, &words, style);
        let Some(looked_for) = self.looked_for else { return };
        for span in find(&words, looked_for) {
            let before = words.get(..span.start()).map_or(0, width);
            write(buffer, area, x + to_u16(before), area.y, span.of(&words), self.model.theme.found(false));
        }
    }
}

/// Whether words are a drawn bar: without colours what is lit is reversed, and a reversed block is nothing at all.
fn is_bar(words: &str) -> bool {
    words.chars().all(|sign| matches!(sign, '▀'..='▟'))
}

/// How words in a view are drawn.
fn style(theme: &Theme, role: Role) -> Style {
    match role {
        Role::Base => theme.base_text(),
        Role::Muted => theme.muted,
        Role::Faint => theme.faint,
        Role::Strong => theme.strong,
        Role::Accent | Role::Line => theme.accent,
        Role::Name(kind) => theme.name(kind),
        // Underlined it would look like something to follow, and in italics like a place; in a text these tell days from other
        // words, here they have a column of their own.
        Role::Date => theme.date.remove_modifier(Modifier::all()),
        Role::Differs => theme.accent.add_modifier(Modifier::BOLD),
        Role::Wrong => theme.wrong,
        Role::Lit => theme.matched,
    }
}
