//! What is selected in the text.
//!
//! **In:** where a selection begins, and how its moving end goes on: by letters, words, sentences, paragraphs, rows.
//! **Out:** a [`Selection`]: two points of the article, and where they are shown. **Why:** points are the article's, so
//! that another width of the page does not lose them; and between two letters, as in every editor that selects with
//! Shift, so that what is taken ends where a word ends.

use unicode_segmentation::UnicodeSegmentation;

use crate::language::{Part, Passage};
use crate::meetings::Story;
use crate::reader::layout::page::{Page, Row, RowKind};
use crate::text::Span;
use crate::text::wrap::glyphs;

/// A place between two letters of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Which of its texts.
    pub part: Part,
    /// Before which byte of it.
    pub at: usize,
}

/// How far one step of the moving end goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// A letter, or whatever is seen as one.
    Letter,
    /// A word.
    Word,
    /// A sentence.
    Sentence,
    /// A paragraph, or whatever else stands by itself: the title, a heading.
    Paragraph,
}

/// What is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The story, by index.
    pub story: usize,
    /// The end that stays.
    pub anchor: Point,
    /// The end that moves.
    pub head: Point,
    /// The column that a walk over rows keeps to.
    column: Option<usize>,
}

/// What is selected, and what the mouse holds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Selecting {
    /// What is selected; `None` while nothing is being selected.
    pub selection: Option<Selection>,
    /// Where the button of the mouse went down, and is still held.
    pub press: Option<Press>,
}

/// Where the button of the mouse went down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Press {
    /// What lay under it, from its first point to its last.
    pub unit: (Point, Point),
    /// By what a drag selects.
    pub grain: Grain,
}

impl Selecting {
    /// Ends what is selected in another story than the one that is read.
    pub fn keep_to(&mut self, story: Option<usize>) {
        self.selection = self.selection.filter(|selection| Some(selection.story) == story);
    }
}

impl Selection {
    /// From one point to another, which moves.
    pub const fn new(story: usize, anchor: Point, head: Point) -> Self {
        Self { story, anchor, head, column: None }
    }

    /// All of a passage; its end moves.
    pub const fn of(story: usize, passage: Passage) -> Self {
        let (anchor, head) = ends(passage);
        Self::new(story, anchor, head)
    }

    /// Where it is shown on the page; empty where both ends are one.
    pub fn shown(&self, page: &Page) -> Option<Span> {
        let (anchor, head) = (offset(page, self.anchor)?, offset(page, self.head)?);
        let (from, to) = if anchor <= head { (self.anchor, self.head) } else { (self.head, self.anchor) };
        let start = anchor.min(head);
        let end = if from == to { start } else { before(page, to).unwrap_or(anchor.max(head)) };
        Some(Span::new(start, end.max(start)))
    }

    /// What is selected of the article, in the order of the page.
    pub fn passages(&self, page: &Page) -> Vec<Passage> {
        self.shown(page).map(|shown| page.sheet.passages(shown)).unwrap_or_default()
    }

    /// Takes one step; it ends at the first and at the last letter of the page.
    pub fn step(&mut self, story: &Story, page: &Page, grain: Grain, forward: bool) {
        self.column = None;
        let pieces = pieces(page);
        let Some(here) = pieces.iter().position(|piece| holds(*piece, self.head)) else { return };
        let at = self.head.at;
        let stops = |piece: &Passage| stops(story, *piece, grain, forward);
        let found = if forward {
            pieces.iter().enumerate().skip(here).find_map(|(index, piece)| {
                let next = stops(piece).into_iter().filter(|stop| index > here || *stop > at).min()?;
                Some(Point { part: piece.part, at: next })
            })
        } else {
            pieces.iter().enumerate().take(here + 1).rev().find_map(|(index, piece)| {
                let next = stops(piece).into_iter().filter(|stop| index < here || *stop < at).max()?;
                Some(Point { part: piece.part, at: next })
            })
        };
        self.head = found.unwrap_or(self.head);
    }

    /// Goes so many rows down, or up, and keeps to the column. Beyond the first row is its beginning, beyond the last one
    /// its end.
    pub fn go_rows(&mut self, page: &Page, steps: isize) {
        let rows: Vec<usize> = (0..page.rows.len()).filter(|row| text_row(page, *row).is_some()).collect();
        let Some((row, here)) = self.caret(page) else { return };
        let column = self.column.unwrap_or(here);
        let at = rows.partition_point(|other| *other < row);
        let Some(last) = rows.len().checked_sub(1) else { return };
        let to = at.saturating_add_signed(steps).min(last);
        let beyond = to == at && steps != 0;
        let Some(row) = rows.get(to).and_then(|row| page.rows.get(*row)) else { return };
        let reached = match (beyond, steps > 0) {
            (true, true) => row.span.end(),
            (true, false) => row.span.start(),
            (false, _) => offset_at(page, row, column),
        };
        self.head = source(page, reached).unwrap_or(self.head);
        self.column = Some(column);
    }

    /// Goes to the beginning of the row, or to its end.
    pub fn go_along_row(&mut self, page: &Page, to_end: bool) {
        self.column = None;
        let Some(row) = self.caret(page).and_then(|(row, _)| page.rows.get(row)) else { return };
        let reached = if to_end { row.span.end() } else { row.span.start() };
        self.head = source(page, reached).unwrap_or(self.head);
    }

    /// Goes to the beginning of the page, or to its end.
    pub fn go_to_edge(&mut self, page: &Page, to_end: bool) {
        self.column = None;
        let pieces = pieces(page);
        let piece = if to_end { pieces.last() } else { pieces.first() };
        if let Some((first, last)) = piece.map(|piece| ends(*piece)) {
            self.head = if to_end { last } else { first };
        }
    }

    /// Lets the other end move.
    pub const fn swap(&mut self) {
        std::mem::swap(&mut self.anchor, &mut self.head);
        self.column = None;
    }

    /// The row of the page and the column in it where the moving end is.
    pub fn caret(&self, page: &Page) -> Option<(usize, usize)> {
        let at = offset(page, self.head)?;
        let after = page.rows.partition_point(|row| row.span.start() <= at);
        let row = (0..after).rev().find(|row| text_row(page, *row).is_some())?;
        let held = page.rows.get(row)?;
        let left = cells(page, held).take_while(|(_, _, from)| *from < at).last();
        let column = left.map_or(usize::from(held.indent), |(column, width, _)| column + width);
        Some((row, column))
    }
}

/// The unit of the article under a cell: `row` of the page and a column in it, which may lie beside the text.
pub fn unit_at(story: &Story, page: &Page, row: usize, column: usize, grain: Grain) -> Option<(Point, Point)> {
    let held = text_row(page, row)?;
    let on = cells(page, held).take_while(|(from, ..)| *from <= column).last();
    let (_, _, from) = on.or_else(|| cells(page, held).next())?;
    let to = cells(page, held).map(|(_, _, other)| other).find(|other| *other > from).unwrap_or(held.span.end());
    let letter = (source(page, from)?, source(page, to)?);
    if grain == Grain::Letter {
        return Some(letter);
    }
    let point = letter.0;
    let piece = pieces(page).into_iter().find(|piece| holds(*piece, point))?;
    if grain == Grain::Paragraph {
        return Some(ends(piece));
    }
    let ends = stops(story, piece, grain, true);
    let starts = stops(story, piece, grain, false);
    let units = starts.into_iter().zip(ends).find(|(start, end)| *start <= point.at && point.at < *end);
    let at = |at| Point { at, ..point };
    Some(units.map_or(letter, |(start, end)| (at(start), at(end))))
}

/// Whether one point is shown before another.
pub fn is_before(page: &Page, one: Point, other: Point) -> bool {
    offset(page, one) < offset(page, other)
}

/// The first point of a passage, and its last.
const fn ends(passage: Passage) -> (Point, Point) {
    let Passage { part, span } = passage;
    (Point { part, at: span.start() }, Point { part, at: span.end() })
}

/// Whatever stands by itself on the page, top to bottom.
fn pieces(page: &Page) -> Vec<Passage> {
    page.sheet.passages(Span::whole(page.sheet.text()))
}

const fn holds(piece: Passage, point: Point) -> bool {
    matches!((piece.part, point.part), (Part::Title, Part::Title) | (Part::Text, Part::Text))
        && piece.span.start() <= point.at
        && point.at <= piece.span.end()
}

/// The places in a piece where a step can end: the ends of its units on the way forward, their beginnings on the way back.
fn stops(story: &Story, piece: Passage, grain: Grain, forward: bool) -> Vec<usize> {
    let text = match piece.part {
        Part::Title => &story.article.title.text,
        Part::Text => &story.article.text,
    };
    let edge = |span: Span| if forward { span.end() } else { span.start() };
    match grain {
        Grain::Letter => glyphs(text, piece.span).map(|glyph| glyph.offset).chain([piece.span.end()]).collect(),
        Grain::Word => {
            let words = piece.span.of(text).unicode_word_indices();
            let start = piece.span.start();
            words.map(|(at, word)| edge(Span::new(start + at, start + at + word.len()))).collect()
        }
        Grain::Sentence => {
            let sentences = story.annotations.sentences.iter().map(|sentence| sentence.passage);
            let inside = sentences.filter(|found| found.part == piece.part && piece.span.contains(found.span));
            let stops: Vec<usize> = inside.map(|found| edge(found.span.trimmed(text))).collect();
            // Before the story is analysed, a paragraph is as near as it gets.
            if stops.is_empty() { vec![edge(piece.span)] } else { stops }
        }
        Grain::Paragraph => vec![edge(piece.span)],
    }
}

/// Where the letter after a point is shown; else where the one before it ends.
fn offset(page: &Page, point: Point) -> Option<usize> {
    let span = Span::new(point.at, point.at + 1);
    let after = page.sheet.shown(Passage { part: point.part, span }).map(Span::start);
    after.or_else(|| before(page, point))
}

/// Where the letter before a point ends.
fn before(page: &Page, point: Point) -> Option<usize> {
    let span = Span::new(point.at.checked_sub(1)?, point.at);
    page.sheet.shown(Passage { part: point.part, span }).map(Span::end)
}

fn source(page: &Page, offset: usize) -> Option<Point> {
    page.sheet.source(offset).map(|(part, at)| Point { part, at })
}

/// A row of the title or of the text; `None` for another one.
fn text_row(page: &Page, row: usize) -> Option<&Row> {
    page.rows.get(row).filter(|row| matches!(row.kind, RowKind::Title | RowKind::Body(_)))
}

/// The letters of a row: the column of each, how many it takes, and where it stands in the sheet.
fn cells(page: &Page, row: &Row) -> impl Iterator<Item = (usize, usize, usize)> {
    let mut column = usize::from(row.indent);
    page.glyphs(row).map(move |glyph| {
        let from = column;
        column += glyph.width;
        (from, glyph.width, glyph.offset)
    })
}

/// Where in the sheet a column of a row is; its end where the column lies beyond.
fn offset_at(page: &Page, row: &Row, column: usize) -> usize {
    let found = cells(page, row).find(|(from, width, _)| column < from + width);
    found.map_or(row.span.end(), |(_, _, offset)| offset)
}

#[cfg(test)]
mod tests;
