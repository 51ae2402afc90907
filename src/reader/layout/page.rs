//! An article as rows.
//!
//! **In:** a story, what is said about it under its title, and how it is to be set. **Out:** a [`Page`]: rows that
//! fit, each with what it is; where names, dates and numbers stand; and which rows each marked passage takes.
//! **Why:** this is the costly part of showing an article. It is done once for a story and a way of setting it; drawing then
//! takes only the rows in sight.

use std::ops::Range;

mod insert;
mod spoken;

use self::insert::{Insert, numbers};
use super::Typography;
use super::sheet::Sheet;
use crate::article::{Block, BlockKind, TitleFrom};
use crate::language::{NameKind, Part, Passage};
use crate::links::Tier;
use crate::meetings::Story;
use crate::reader::model::marks::{self, Mark};
use crate::text::Span;
use crate::text::hyphenation::is_english;
use crate::text::justify::drawn;
use crate::text::width::width;
use crate::text::wrap::{Breaks, Fill, Fit, Glyph, OPTIMAL_FIT_LIMIT, fill};

/// How far quotations stand in.
const QUOTE_INDENT: u16 = 3;

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
    Lead,
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
    /// Whether it can be followed.
    pub lead: bool,
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
        None => numbers(&marks, &bonds),
    };
    let mut setter = Setter::new(story, inserts, typography);
    let titled = setter.title();
    setter.facts(facts);
    setter.blocks(titled);
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
    Page { story: index, typography, sheet, rows, inks, marks, bonds }
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

/// Puts a story on a sheet, part by part.
struct Setter<'s> {
    story: &'s Story,
    /// What goes between the words of the article; in reading order.
    inserts: Vec<Insert>,
    columns: usize,
    typography: Typography,
    fit: Fit,
    sheet: Sheet,
    rows: Vec<Row>,
    inks: Vec<Ink>,
}

impl<'s> Setter<'s> {
    fn new(story: &'s Story, inserts: Vec<Insert>, typography: Typography) -> Self {
        let columns = usize::from(typography.columns.max(1));
        let text = &story.article.text;
        let fit = match text.len() {
            0..=OPTIMAL_FIT_LIMIT if typography.hyphenated && is_english(text) => Fit::Hyphenated,
            0..=OPTIMAL_FIT_LIMIT => Fit::Even,
            _ => Fit::Quick,
        };
        Self { story, inserts, columns, typography, fit, sheet: Sheet::default(), rows: Vec::new(), inks: Vec::new() }
    }

    /// Sets the title, unless it is only the beginning of the text; gives the range of the text that it took.
    fn title(&mut self) -> Option<Span> {
        let title = &self.story.article.title;
        let (passage, taken) = match title.from {
            TitleFrom::Derived(_) => return None,
            TitleFrom::Text(span) => (Passage { part: Part::Text, span }, Some(span)),
            TitleFrom::Record => (Passage { part: Part::Title, span: Span::whole(&title.text) }, None),
        };
        let label = self.label(spoken::TITLE);
        let shown = label.cover(self.copy(passage));
        self.wrap(shown, RowKind::Title, 0);
        taken
    }

    /// Sets the facts, as many in a row as fit; one that is longer than a row goes on in the next.
    fn facts(&mut self, facts: &[Fact]) {
        let between = if self.typography.spoken.is_some() { ", " } else { " · " };
        let shorter = |fact: &Fact| fact.brief.clone().unwrap_or_else(|| fact.words.clone());
        let whole = facts.iter().map(|fact| fact.words.clone()).collect::<Vec<_>>().join(between);
        let brief = facts.iter().map(shorter).collect::<Vec<_>>().join(between);
        // Fewer words only where they save a row.
        let brief = width(&whole) > self.columns && width(&brief) <= self.columns;
        let mut row: Option<(Span, usize)> = None;
        for fact in facts {
            let shown = fact.brief.as_ref().filter(|_| brief).unwrap_or(&fact.words);
            let wide = width(shown);
            let fits = row.is_some_and(|(_, used)| used + width(between) + wide <= self.columns);
            if !fits && let Some((span, _)) = row.take() {
                self.wrap(span, RowKind::Facts, 0);
                self.sheet.write("\n");
            }
            if row.is_some() {
                self.sheet.write(between);
            }
            let words = self.sheet.write(shown);
            if fact.lead {
                self.inks.push(Ink { span: words, kind: InkKind::Lead });
            }
            row = Some(match row {
                Some((span, used)) => (span.cover(words), used + width(between) + wide),
                None => (words, wide),
            });
        }
        if let Some((span, _)) = row {
            self.wrap(span, RowKind::Facts, 0);
        }
    }

    /// Sets the text, without the block that is the title.
    fn blocks(&mut self, titled: Option<Span>) {
        let text = &self.story.article.text;
        let is_title =
            |block: &Block| titled.is_some_and(|title| title.trimmed(text).contains(block.span.trimmed(text)));
        let mut before: Option<BlockKind> = None;
        for block in self.story.article.blocks.iter().filter(|block| !is_title(block)) {
            if !(before == Some(block.kind) && is_listed(block.kind)) {
                self.blank();
            }
            self.sheet.write("\n");
            let label = self.label(spoken::before(block.kind, before));
            let shown = label.cover(self.copy(Passage { part: Part::Text, span: block.span }));
            let indent =
                if block.kind == BlockKind::Quote && self.typography.spoken.is_none() { QUOTE_INDENT } else { 0 };
            self.wrap(shown, RowKind::Body(block.kind), indent);
            before = Some(block.kind);
        }
    }

    fn blank(&mut self) {
        if !self.rows.is_empty() {
            let span = self.sheet.write("");
            // Where lines stand apart, paragraphs stand further apart.
            let blanks = usize::from(self.typography.spacing.max(1));
            self.rows.extend(std::iter::repeat_n(Row::plain(RowKind::Blank, span), blanks));
        }
    }

    /// Copies a passage, with the number of a meeting after each passage that tells of it.
    fn copy(&mut self, passage: Passage) -> Span {
        let (part, span) = (passage.part, passage.span);
        let source = match part {
            Part::Title => &self.story.article.title.text,
            Part::Text => &self.story.article.text,
        };
        let first = self.inserts.partition_point(|insert| insert.after <= (part, span.start()));
        let due = self.inserts.iter().skip(first).take_while(|insert| insert.after <= (part, span.end()));
        let mut shown = self.sheet.write("");
        let mut copied = span.start();
        for insert in due {
            let at = insert.after.1;
            shown = shown.cover(self.sheet.copy(source, Passage { part, span: Span::new(copied, at) }));
            copied = at;
            let words = self.sheet.write(&insert.words);
            self.inks.extend(insert.kind.map(|kind| Ink { span: words, kind }));
            shown = shown.cover(words);
        }
        shown.cover(self.sheet.copy(source, Passage { part, span: Span::new(copied, span.end()) }))
    }

    /// Writes what the next passage is, where that is told in words.
    fn label(&mut self, words: &str) -> Span {
        self.sheet.write(if self.typography.spoken.is_some() { words } else { "" })
    }

    fn wrap(&mut self, shown: Span, kind: RowKind, indent: u16) {
        // On a very narrow screen an indent would leave no room for the text.
        let indent = if self.columns >= 30 { indent } else { 0 };
        let columns = self.columns - usize::from(indent).min(self.columns - 1);
        let text = self.sheet.text();
        let fit = if is_prose(kind) || self.fit == Fit::Quick { self.fit } else { Fit::Even };
        let justified = self.typography.justified && is_prose(kind);
        let rows = fill(text, shown, Fill { columns, breaks: Breaks::Reflow, fit });
        let count = rows.len();
        for (at, row) in rows.into_iter().enumerate() {
            let lacking = if justified && !row.last { columns.saturating_sub(row.width) } else { 0 };
            let lacking = u16::try_from(lacking).unwrap_or(0);
            self.rows.push(Row { kind, span: row.span, indent, lacking, hyphen: row.hyphen });
            if is_prose(kind) && at + 1 < count {
                // Between two rows of the same text, so that it is tinted and found together with them.
                let between = Span::new(row.span.end(), row.span.end());
                let blanks = usize::from(self.typography.spacing.saturating_sub(1));
                self.rows.extend(std::iter::repeat_n(Row::plain(RowKind::Blank, between), blanks));
            }
        }
    }
}

/// Whether these rows are running text, which is justified, hyphenated and spaced.
const fn is_prose(kind: RowKind) -> bool {
    matches!(kind, RowKind::Body(BlockKind::Paragraph | BlockKind::Quote))
}

/// Whether several of these stand one below the other without space between them.
const fn is_listed(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Headlines | BlockKind::Chrome)
}

#[cfg(test)]
mod tests;
