//! Selecting in the text.
//!
//! **In:** commands, and the mouse with its button held down. **Out:** a selection whose moving end is in sight.

use ratatui::layout::Position;

use crate::article::BlockKind;
use crate::language::{Part, Passage};
use crate::reader::actions::Select;
use crate::reader::layout::page::{Page, RowKind};
use crate::reader::model::find::Find;
use crate::reader::model::selection::{Grain, Point, Press, Selection, is_before, unit_at};
use crate::reader::model::{Focus, Model};

/// Carries a command out.
pub(super) fn run(model: &mut Model, command: Select) {
    match command {
        Select::Begin => begin(model),
        Select::End => model.selecting.selection = None,
        _ => go(model, command),
    }
}

fn begin(model: &mut Model) {
    let Some((story, passage)) = model.shown.zip(meant(model)) else {
        model.say("There is no text to select in.");
        return;
    };
    model.selecting.selection = Some(Selection::of(story, passage));
    reveal(model);
}

/// What a command is about that takes words from the text: what was found, the passage in focus, or else the first
/// sentence in sight.
pub(super) fn meant(model: &Model) -> Option<Passage> {
    if model.view().is_some() {
        return model.view_source().map(|source| source.passage);
    }
    let page = model.page()?;
    let in_sight = |passage: &Passage| {
        let rows = page.sheet.shown(*passage).map(|shown| page.rows_of(shown));
        let sight = model.rows_at_hand();
        rows.is_some_and(|rows| rows.start < sight.end && rows.end > sight.start)
    };
    let found = model.find.as_ref().and_then(Find::focused).filter(in_sight);
    found.or_else(|| model.focused_passage().filter(in_sight)).or_else(|| first_in_sight(model, page))
}

/// The first sentence of the story that begins in sight; without sentences the first row that does.
fn first_in_sight(model: &Model, page: &Page) -> Option<Passage> {
    let story = model.story()?;
    let mut sight = model.rows_at_hand();
    if model.is_linear() {
        // A sentence may begin further down than in the row with the cursor.
        sight.end = sight.end.max(model.top + model.text_height());
    }
    let is_told = |kind: BlockKind| matches!(kind, BlockKind::Paragraph | BlockKind::Quote);
    let rows = || page.rows.iter().enumerate().take(sight.end).skip(sight.start);
    let told = rows().find(|(_, row)| matches!(row.kind, RowKind::Body(kind) if is_told(kind)));
    let any = || rows().find(|(_, row)| matches!(row.kind, RowKind::Body(_) | RowKind::Title));
    let (_, row) = told.or_else(any)?;
    let pieces = page.sheet.passages(row.span);
    let piece = pieces.first()?;
    sentence_at(model, *piece)
        .or_else(|| {
            let block = story.article.blocks.iter().find(|block| block.span.contains(piece.span))?;
            (piece.part == Part::Text).then_some(Passage { part: Part::Text, span: block.span })
        })
        .or(Some(*piece))
}

/// The first sentence that begins in a row; else the one that the row goes on with. `MOSCOW, July 6 /TASS/.` is none that
/// anybody would quote.
fn sentence_at(model: &Model, row: Passage) -> Option<Passage> {
    let story = model.story()?;
    let is_dateline = |found: &Passage| {
        let dateline = story.article.dateline.filter(|_| found.part == Part::Text);
        dateline.is_some_and(|dateline| dateline.span.contains(found.span))
    };
    let sentences = story.annotations.sentences.iter().map(|sentence| sentence.passage);
    let mut touching =
        sentences.filter(|found| found.part == row.part && found.span.overlaps(row.span) && !is_dateline(found));
    let first = touching.next()?;
    let begins = first.span.start() >= row.span.start();
    Some(if begins { first } else { touching.next().unwrap_or(first) })
}

/// Moves an end of what is selected.
fn go(model: &mut Model, command: Select) {
    let half = isize::try_from((model.text_height() / 2).max(1)).unwrap_or(isize::MAX);
    let Some(mut selection) = model.selecting.selection else { return };
    let (Some(story), Some(page)) = (model.story(), model.page()) else { return };
    let mut step = |grain, forward| selection.step(story, page, grain, forward);
    match command {
        Select::Left => step(Grain::Letter, false),
        Select::Right => step(Grain::Letter, true),
        Select::Word => step(Grain::Word, true),
        Select::WordBack => step(Grain::Word, false),
        Select::Sentence => step(Grain::Sentence, true),
        Select::SentenceBack => step(Grain::Sentence, false),
        Select::Paragraph => step(Grain::Paragraph, true),
        Select::ParagraphBack => step(Grain::Paragraph, false),
        Select::Down => selection.go_rows(page, 1),
        Select::Up => selection.go_rows(page, -1),
        Select::PageDown => selection.go_rows(page, half),
        Select::PageUp => selection.go_rows(page, -half),
        Select::RowStart => selection.go_along_row(page, false),
        Select::RowEnd => selection.go_along_row(page, true),
        Select::Top => selection.go_to_edge(page, false),
        Select::Bottom => selection.go_to_edge(page, true),
        _ => selection.swap(),
    }
    model.selecting.selection = Some(selection);
    reveal(model);
}

/// Brings the moving end into sight, with as little scrolling as that takes.
fn reveal(model: &mut Model) {
    if model.is_linear() {
        // The page is turned to wherever the cursor is.
        return;
    }
    let caret = model.selecting.selection.zip(model.page()).and_then(|(selection, page)| selection.caret(page));
    let Some((row, _)) = caret else { return };
    let lowest = row.saturating_sub(model.text_height().saturating_sub(1));
    model.top = model.top.clamp(lowest, row).min(model.last_top());
}

/// Remembers where the button of the mouse went down; what was selected is so no longer.
pub(super) fn press(model: &mut Model, column: u16, row: u16) {
    model.selecting.selection = None;
    model.selecting.press = under(model, column, row, Grain::Letter);
}

/// Selects the word under the pointer at a second click, the paragraph at a third one; tells whether it is in the text.
pub(super) fn press_again(model: &mut Model, column: u16, row: u16, times: u8) -> bool {
    let grain = if times == 2 { Grain::Word } else { Grain::Paragraph };
    let (Some(press), Some(story)) = (under(model, column, row, grain), model.shown) else { return false };
    model.selecting.press = Some(press);
    model.selecting.selection = Some(Selection::new(story, press.unit.0, press.unit.1));
    model.focus = Focus::Text;
    true
}

/// What lies in the text under a cell; `None` for a cell elsewhere.
fn under(model: &Model, column: u16, row: u16, grain: Grain) -> Option<Press> {
    let at = Position { x: column, y: row };
    let covered = model.loading.is_some() || model.picker.is_some() || model.overlay.is_some();
    if covered || !model.panes.text.contains(at) {
        return None;
    }
    Some(Press { unit: unit(model, column, row, grain)?, grain })
}

fn unit(model: &Model, column: u16, row: u16, grain: Grain) -> Option<(Point, Point)> {
    let measure = model.panes.measure();
    let (story, page) = model.story().zip(model.page())?;
    let row = model.top + usize::from(row.checked_sub(measure.y)?);
    unit_at(story, page, row, usize::from(column.saturating_sub(measure.x)), grain)
}

/// Selects from where the button went down to the cell it was drawn to; tells whether it went down in the text.
pub(super) fn drag(model: &mut Model, column: u16, row: u16) -> bool {
    let (Some(press), Some(story)) = (model.selecting.press, model.shown) else { return false };
    let measure = model.panes.measure();
    if measure.is_empty() {
        return false;
    }
    // Beyond the edge the text comes to meet the pointer.
    if row < measure.y {
        model.top = model.top.saturating_sub(1);
    } else if row >= measure.bottom() {
        model.top = (model.top + 1).min(model.last_top());
    }
    let row = row.clamp(measure.y, measure.bottom() - 1);
    let Some((first, last)) = unit(model, column, row, press.grain) else { return true };
    let Some(page) = model.page() else { return true };
    let (begin, end) = press.unit;
    let selection = if is_before(page, first, begin) {
        Selection::new(story, end, first)
    } else {
        Selection::new(story, begin, last)
    };
    // A hand that trembles selects nothing.
    if model.selecting.selection.is_some() || (first, last) != press.unit {
        model.selecting.selection = Some(selection);
        model.focus = Focus::Text;
    }
    true
}
