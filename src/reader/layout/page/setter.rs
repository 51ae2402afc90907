//! The parts of a story, put on a sheet one after the other and wrapped into rows.
//!
//! **In:** a story, the words that go between its own, and how it is to be set. **Out:** the sheet, the rows, and what in
//! them is drawn in a style of its own. **Why:** title, facts and blocks each have a way of being set; what is done with
//! the whole page stands apart from that.

use super::insert::Insert;
use super::{Fact, Ink, InkKind, Row, RowKind, spoken};
use crate::article::{BlockKind, TitleFrom};
use crate::language::{Part, Passage};
use crate::meetings::Story;
use crate::reader::layout::Typography;
use crate::reader::layout::sheet::Sheet;
use crate::text::Span;
use crate::text::hyphenation::is_english;
use crate::text::width::width;
use crate::text::wrap::{Breaks, Fill, Fit, OPTIMAL_FIT_LIMIT, fill};

/// How far quotations stand in.
const QUOTE_INDENT: u16 = 3;

/// Puts a story on a sheet, part by part.
pub(super) struct Setter<'s> {
    story: &'s Story,
    /// What goes between the words of the article; in reading order.
    inserts: Vec<Insert>,
    columns: usize,
    typography: Typography,
    fit: Fit,
    pub(super) sheet: Sheet,
    pub(super) rows: Vec<Row>,
    pub(super) inks: Vec<Ink>,
}

impl<'s> Setter<'s> {
    pub(super) fn new(story: &'s Story, inserts: Vec<Insert>, typography: Typography) -> Self {
        let columns = usize::from(typography.columns.max(1));
        let text = &story.article.text;
        let fit = match text.len() {
            0..=OPTIMAL_FIT_LIMIT if typography.hyphenated && is_english(text) => Fit::Hyphenated,
            0..=OPTIMAL_FIT_LIMIT => Fit::Even,
            _ => Fit::Quick,
        };
        Self { story, inserts, columns, typography, fit, sheet: Sheet::default(), rows: Vec::new(), inks: Vec::new() }
    }

    /// Sets the title, unless it is only the beginning of the text.
    pub(super) fn title(&mut self) {
        let title = &self.story.article.title;
        let passage = match title.from {
            TitleFrom::Derived(_) => return,
            TitleFrom::Text(span) => Passage { part: Part::Text, span },
            TitleFrom::Record => Passage { part: Part::Title, span: Span::whole(&title.text) },
        };
        let label = self.label(spoken::TITLE);
        let shown = label.cover(self.copy(passage));
        self.wrap(shown, RowKind::Title, 0);
    }

    /// Sets the facts, as many in a row as fit; one that is longer than a row goes on in the next.
    pub(super) fn facts(&mut self, facts: &[Fact]) {
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
            self.inks.extend(fact.lead.map(|lead| Ink { span: words, kind: InkKind::Lead(lead) }));
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
    pub(super) fn blocks(&mut self) {
        let article = &self.story.article;
        let mut before: Option<BlockKind> = None;
        for block in article.blocks.iter().filter(|block| !article.is_title(block)) {
            if !(before == Some(block.kind) && is_listed(block.kind)) {
                self.blank();
            }
            self.sheet.write("\n");
            let label = self.label(spoken::before(block.kind, before));
            let words = article.heading(block).1;
            let shown = label.cover(self.copy(Passage { part: Part::Text, span: words }));
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
