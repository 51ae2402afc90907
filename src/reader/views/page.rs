//! The text of the story: only the rows in sight are drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::pen::{rule, sign, to_u16, write};
use super::{find, selected};
use crate::article::BlockKind;
use crate::reader::layout::page::{InkKind, Page, PlacedMark, Row, RowKind};
use crate::reader::model::Model;
use crate::reader::model::history::Spot;
use crate::text::Span;

/// A passage up to this long is lit as a whole; of a longer one only the rows are tinted, or the page would glow.
const LIT_UP_TO: usize = 80;

pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let mut measure = model.panes.measure();
    // What something else is drawn over is not drawn.
    if let Some(above) = model.rows_above_peek(model.panes.text) {
        measure.height = measure.height.min(above.saturating_sub(measure.y));
    }
    let Some(page) = model.page() else {
        if model.shown.is_none() {
            write(buffer, measure, measure.x, measure.y, "No story to read.", model.theme.muted);
        }
        return;
    };
    let focus = Focused::of(model, page);
    let mut lit = find::lit(model, page, sight(page, model.top, measure.height));
    lit.extend(selected::lit(model, page));
    let in_sight = page.rows.iter().enumerate().skip(model.top);
    for (y, (index, row)) in (measure.y..measure.bottom()).zip(in_sight) {
        let line = Rect { y, height: 1, ..measure };
        margin(model, buffer, page, &focus, line, index);
        draw_row(model, buffer, page, &focus, line, index);
        if index == focus.rows.start && focus.is_long() {
            let width = page.glyphs(row).map(|glyph| to_u16(glyph.width)).sum();
            let words = Rect { x: line.x + row.indent, width, ..line };
            buffer.set_style(words.intersection(line), model.theme.focused);
        }
        light(buffer, page, &lit, line, row);
        if index == focus.rows.start {
            begin(model, buffer, page, &focus, line, row);
        }
    }
}

/// The passage in focus.
struct Focused {
    shown: Option<Span>,
    rows: std::ops::Range<usize>,
    mention: Option<usize>,
}

impl Focused {
    /// Whether it is too long to be lit as a whole.
    fn is_long(&self) -> bool {
        self.shown.is_some_and(|shown| shown.len() > LIT_UP_TO)
    }

    fn of(model: &Model, page: &Page) -> Self {
        match model.spot {
            Some(Spot::Mark(index)) => page.marks.get(index).map(|placed| Self {
                shown: Some(placed.shown),
                rows: placed.rows.clone(),
                mention: Some(placed.mark.mention),
            }),
            Some(Spot::Passage(passage)) => page.sheet.shown(passage).map(|shown| Self {
                shown: Some(shown),
                rows: page.rows_of(shown),
                mention: None,
            }),
            None => None,
        }
        .unwrap_or(Self { shown: None, rows: 0..0, mention: None })
    }
}

/// The bar beside rows that tell of a meeting, and the tint of those in focus.
fn margin(model: &Model, buffer: &mut Buffer, page: &Page, focus: &Focused, line: Rect, index: usize) {
    let theme = &model.theme;
    let has_margin = line.x >= model.panes.text.x + 2;
    if focus.rows.contains(&index) {
        let wide = if has_margin { Rect { x: line.x - 2, width: line.width + 2, ..line } } else { line };
        buffer.set_style(wide, theme.tint);
        if has_margin {
            sign(buffer, line.x - 2, line.y, "▌", theme.accent.patch(theme.tint));
        }
    } else if has_margin && let Some(bar) = bar(page, index) {
        rule(buffer, Rect { x: line.x - 2, width: 1, ..line }, bar, theme.faint);
    }
}

/// The bar beside a row that tells of a meeting; a broken one where that is only probably a meeting, or other stories
/// only probably tell of it too.
fn bar(page: &Page, row: usize) -> Option<&'static str> {
    let mut bars = page.marks.iter().filter(|placed| placed.rows.contains(&row));
    let first = bars.next()?;
    let is_probable = |placed: &PlacedMark| page.is_probable(placed.mark.mention);
    Some(if is_probable(first) && bars.all(is_probable) { "┊" } else { "▎" })
}

fn draw_row(model: &Model, buffer: &mut Buffer, page: &Page, focus: &Focused, line: Rect, index: usize) {
    let Some(row) = page.rows.get(index) else { return };
    // Of several meetings told in the same rows the number of the one in focus stands out.
    let meant = focus.mention.filter(|_| focus.rows.contains(&index));
    let base = base_style(model, row.kind);
    let mut x = line.x + row.indent;
    let first = page.inks.partition_point(|ink| ink.span.end() <= row.span.start());
    let mut inks = page.inks.iter().skip(first).peekable();
    for glyph in page.glyphs(row) {
        while inks.next_if(|ink| ink.span.end() <= glyph.offset).is_some() {}
        let ink = inks.peek().filter(|ink| ink.span.holds(glyph.offset)).map(|ink| ink.kind);
        let focused = focus.shown.filter(|shown| shown.holds(glyph.offset));
        let style = match ink {
            Some(InkKind::Number(mention)) => number_style(model, page, mention, meant),
            _ => glyph_style(model, base, row.kind, ink, focused),
        };
        x = write(buffer, line, x, line.y, glyph.symbol, style);
    }
}

/// The bytes of the sheet that are shown from the row `top` on.
fn sight(page: &Page, top: usize, height: u16) -> Span {
    let rows = page.rows.iter().skip(top).take(usize::from(height));
    rows.map(|row| row.span).reduce(Span::cover).unwrap_or_default()
}

/// Lights what is looked for and what is selected, the latter above the former.
fn light(buffer: &mut Buffer, page: &Page, lit: &[(Span, Style)], line: Rect, row: &Row) {
    if !lit.iter().any(|(span, _)| span.overlaps(row.span)) {
        return;
    }
    let mut x = line.x + row.indent;
    for glyph in page.glyphs(row) {
        let cell = Rect { x, width: to_u16(glyph.width), ..line }.intersection(line);
        for (_, style) in lit.iter().filter(|(span, _)| span.holds(glyph.offset)) {
            buffer.set_style(cell, *style);
        }
        x += to_u16(glyph.width);
    }
}

fn base_style(model: &Model, kind: RowKind) -> Style {
    match kind {
        RowKind::Title | RowKind::Body(BlockKind::Heading) => model.theme.strong,
        RowKind::Body(BlockKind::Paragraph | BlockKind::Quote) => model.theme.base_text(),
        RowKind::Facts | RowKind::Blank | RowKind::Body(_) => model.theme.muted,
    }
}

fn glyph_style(model: &Model, base: Style, kind: RowKind, ink: Option<InkKind>, focused: Option<Span>) -> Style {
    let theme = &model.theme;
    let ink = ink.filter(|ink| !matches!(ink, InkKind::Name(kind) if !model.names.shows(*kind)));
    let quiet = matches!(kind, RowKind::Body(kind) if !kind.is_story());
    match ink {
        Some(InkKind::Number(_) | InkKind::Lead(_)) => theme.accent,
        // What surrounds the story keeps the second sign of its names, not their colours.
        Some(InkKind::Name(kind)) if quiet => base.add_modifier(theme.name(kind).add_modifier),
        Some(InkKind::Name(kind)) => named(base, theme.name(kind)),
        Some(InkKind::Date) if quiet => base.add_modifier(theme.date.add_modifier),
        Some(InkKind::Date) => base.patch(theme.date),
        None => match focused {
            // No attribute of its own where there are colours: names have theirs, and stay apart from other words.
            Some(shown) if shown.len() <= LIT_UP_TO => base.patch(theme.accent).patch(theme.focused),
            _ => base,
        },
    }
}

/// A name in a headline has its own attributes and not those of the headline; one that would have the same has none, as a
/// title in italics stands upright among italics.
fn named(base: Style, name: Style) -> Style {
    let signs = if base.add_modifier.is_empty() {
        name.add_modifier
    } else if name.add_modifier == base.add_modifier {
        Modifier::empty()
    } else {
        name.add_modifier
    };
    Style { add_modifier: signs, ..base.patch(name) }
}

/// Amber and bold where the meeting leads to another story; beside the passage of another one, which is `meant`, quiet.
fn number_style(model: &Model, page: &Page, mention: usize, meant: Option<usize>) -> Style {
    if meant.is_some_and(|meant| meant != mention) {
        return model.theme.muted;
    }
    if meant.is_some() {
        return model.theme.accent.add_modifier(Modifier::BOLD);
    }
    if page.bond(mention).is_some() { model.theme.accent.add_modifier(Modifier::BOLD) } else { model.theme.muted }
}

/// A sign in the space before the first letter of the passage in focus, which begins in this row: of two that stand in the
/// same rows it tells which is meant.
fn begin(model: &Model, buffer: &mut Buffer, page: &Page, focus: &Focused, line: Rect, row: &Row) {
    let Some(start) = focus.shown.map(Span::start).filter(|_| focus.mention.is_some()) else { return };
    let before = page.glyphs(row).take_while(|glyph| glyph.offset < start).map(|glyph| to_u16(glyph.width));
    let first = line.x + row.indent + before.sum::<u16>();
    let Some(x) = first.checked_sub(1).filter(|x| *x >= model.panes.text.x) else { return };
    let theme = &model.theme;
    if buffer.cell((x, line.y)).is_some_and(|cell| cell.symbol() == " ") {
        sign(buffer, x, line.y, "▸", theme.accent.patch(theme.tint));
    }
}
