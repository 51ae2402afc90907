//! An article as rows.
//!
//! **In:** a story, what is said about it under its title, and how it is to be set. **Out:** a [`Page`]: rows that
//! fit, each with what it is; where names, dates and numbers stand; and which rows each marked passage takes.
//! **Why:** this is the costly part of showing an article. It is done once for a story and a way of setting it; drawing then
//! takes only the rows in sight.

use std::ops::Range;

mod ends;
mod insert;
mod setter;
mod spoken;

use self::insert::numbers;
use self::setter::Setter;
use super::Typography;
use super::sheet::Sheet;
use crate::article::BlockKind;
use crate::language::{NameKind, Passage};
use crate::links::Tier;
use crate::meetings::Story;
use crate::reader::model::marks::{self, Mark};
use crate::text::Span;
use crate::text::justify::drawn;
use crate::text::wrap::Glyph;

/// An article laid out in one way.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Index of the story.
    pub story: usize,
    /// How it is set.
    pub typography: Typography,
    /// What is drawn.
    pub sheet: Sheet,
    /// Its rows, top to bottom; their spans point into the sheet and never decrease.
    pub rows: Vec<Row>,
    /// Names, dates and numbers in the sheet, in order and apart from each other.
    pub inks: Vec<Ink>,
    /// The marked passages that are shown, in reading order.
    pub marks: Vec<PlacedMark>,
    /// For each meeting that the story tells of, how surely others tell of it too.
    pub bonds: Vec<Option<Tier>>,
    /// For each of them, whether it is only probably a meeting.
    pub likely: Vec<bool>,
}

/// Where the meetings of a story lead.
#[derive(Clone, Debug, Default)]
pub struct Leads<'l> {
    /// What is to be said of each of them where they are told in words.
    pub links: &'l [String],
    /// How surely other stories tell of each of them too; `None` where none does.
    pub bonds: Vec<Option<Tier>>,
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is a part of.
    pub kind: RowKind,
    /// Its text in the sheet.
    pub span: Span,
    /// Columns to leave free on the left.
    pub indent: u16,
    /// Columns that it lacks to end at the margin, where it is justified.
    pub lacking: u16,
    /// Whether a hyphen that is not in the text stands at its end.
    pub hyphen: bool,
}

impl Row {
    fn plain(kind: RowKind, span: Span) -> Self {
        Self { kind, span, indent: 0, lacking: 0, hyphen: false }
    }
}

/// What a row is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// The title.
    Title,
    /// Outlet, date and counts.
    Facts,
    /// The space between two parts.
    Blank,
    /// The text.
    Body(BlockKind),
}

/// Something in the text that is drawn in a style of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink {
    /// Where, in the sheet.
    pub span: Span,
    /// What.
    pub kind: InkKind,
}

/// What is drawn in a style of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InkKind {
    /// A name.
    Name(NameKind),
    /// A date.
    Date,
    /// The raised number of the meeting with this index in the story.
    Number(usize),
    /// A fact that can be followed.
    Lead(Lead),
}

/// A marked passage and where it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedMark {
    /// Which.
    pub mark: Mark,
    /// Where, in the sheet.
    pub shown: Span,
    /// The rows that it touches.
    pub rows: Range<usize>,
}

/// One of the facts under the title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// As it is shown.
    pub words: String,
    /// The same in fewer words, for where not all facts fit into one row.
    pub brief: Option<String>,
    /// Where it can be followed to; `None` where it only says something.
    pub lead: Option<Lead>,
}

/// Where a fact under the title leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// The first passage about a meeting.
    Meetings,
    /// How the day of the story is known.
    Dating,
}

/// A hold on a row of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Where in the article a row begins.
    pub passage: Passage,
    /// How many rows above that one.
    pub above: usize,
}

/// Lays out a story.
pub fn lay_out(index: usize, story: &Story, facts: &[Fact], typography: Typography) -> Page {
    lay_out_with(index, story, facts, typography, Leads::default())
}

/// Lays out a story whose meetings lead to others.
pub fn lay_out_with(index: usize, story: &Story, facts: &[Fact], typography: Typography, leads: Leads<'_>) -> Page {
    let Leads { links, bonds } = leads;
    let marks = marks::of(story);
    let inserts = match typography.spoken {
        Some(spoken) => spoken::inserts(story, &marks, spoken, links),
        None => numbers(story, &marks, &bonds),
    };
    let mut setter = Setter::new(story, inserts, typography);
    setter.title();
    setter.facts(facts);
    setter.blocks();
    let Setter { mut sheet, rows, mut inks, .. } = setter;
    sheet.finish();
    inks.extend(name_inks(story, &sheet));
    inks.sort_by_key(|ink| (ink.span.start(), std::cmp::Reverse(ink.span.len())));
    // Of two that overlap the first and longer one is drawn.
    let mut drawn_to = 0;
    inks.retain(|ink| {
        let free = ink.span.start() >= drawn_to && !ink.span.is_empty();
        drawn_to = if free { ink.span.end() } else { drawn_to };
        free
    });
    let marks = marks.into_iter().filter_map(|mark| place(mark, &sheet, &rows)).collect();
    let likely = story.meetings.iter().map(|told| told.is_likely).collect();
    Page { story: index, typography, sheet, rows, inks, marks, bonds, likely }
}

impl Page {
    /// What to draw for a row, left to right from its indent on.
    pub fn glyphs(&self, row: &Row) -> impl Iterator<Item = Glyph<'_>> {
        drawn(self.sheet.text(), row.span, usize::from(row.lacking), row.hyphen)
    }

    /// How surely other stories tell of this meeting of the story too; `None` where none does.
    pub fn bond(&self, mention: usize) -> Option<Tier> {
        self.bonds.get(mention).copied().flatten()
    }

    /// Whether this meeting of the story is only probably one, or others only probably tell of it too.
    pub fn is_probable(&self, mention: usize) -> bool {
        self.likely.get(mention).copied().unwrap_or_default() || self.bond(mention) == Some(Tier::Probable)
    }

    /// The row that shows `passage`, or the last one before it.
    pub fn row_of(&self, passage: Passage) -> Option<usize> {
        let shown = self.sheet.shown(passage)?;
        Some(self.rows_of(shown).start)
    }

    /// The rows that a span of the sheet touches.
    pub fn rows_of(&self, shown: Span) -> Range<usize> {
        rows_of(shown, &self.rows)
    }

    /// A hold on a row that survives another width.
    pub fn anchor(&self, row: usize) -> Option<Anchor> {
        // Blank rows and facts are not the article's: the next row that is holds them.
        let rest = self.rows.get(row..)?;
        let held = |row: &Row| matches!(row.kind, RowKind::Title | RowKind::Body(_));
        let above = rest.iter().position(held)?;
        let (part, at) = self.sheet.source(rest.get(above)?.span.start())?;
        Some(Anchor { passage: Passage { part, span: Span::new(at, at + 1) }, above })
    }

    /// The row that an anchor holds.
    pub fn row_at(&self, anchor: Anchor) -> Option<usize> {
        Some(self.row_of(anchor.passage)?.saturating_sub(anchor.above))
    }

    /// The mark that stands at a byte of the sheet; of several the shortest.
    pub fn mark_at(&self, offset: usize) -> Option<usize> {
        let held = self.marks.iter().enumerate().filter(|(_, placed)| placed.shown.holds(offset));
        held.min_by_key(|(_, placed)| placed.shown.len()).map(|(index, _)| index)
    }
}

fn rows_of(shown: Span, rows: &[Row]) -> Range<usize> {
    let first = rows.partition_point(|row| row.span.end() <= shown.start());
    let end = rows.partition_point(|row| row.span.start() < shown.end());
    first..end.max(first)
}

fn place(mark: Mark, sheet: &Sheet, rows: &[Row]) -> Option<PlacedMark> {
    let shown = sheet.shown(mark.passage)?;
    let rows = rows_of(shown, rows);
    (!rows.is_empty()).then_some(PlacedMark { mark, shown, rows })
}

fn name_inks(story: &Story, sheet: &Sheet) -> Vec<Ink> {
    let found = &story.annotations;
    let names = found
        .names
        .iter()
        .flat_map(|name| name.mentions.iter().map(move |mention| (mention.passage, InkKind::Name(name.kind))));
    let dates = found.dates.iter().map(|date| (date.passage, InkKind::Date));
    names.chain(dates).filter_map(|(passage, kind)| Some(Ink { span: sheet.shown(passage)?, kind })).collect()
}

#[cfg(test)]
mod tests;
