//! Rows of text for the screen.
//!
//! **In:** a range of a text and a number of columns. **Out:** [`Row`]s: byte ranges that fit, and for each the
//! [`Glyph`]s to draw. **Why:** names, meetings and matches are byte ranges into the text, so rows have to be as
//! well; a wrapped copy would lose the way back.
//!
//! Words, their break opportunities and the choice of rows are textwrap's (optimal fit: the rows of a paragraph
//! are chosen together, which avoids ragged edges); this module adds the byte ranges, grapheme clusters and hard
//! line breaks.

use textwrap::WordSeparator::UnicodeBreakProperties;
use textwrap::WordSplitter;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};
use unicode_segmentation::UnicodeSegmentation;

use super::span::Span;
use super::width::{cluster_width, width};

/// Above this many bytes rows are filled one after the other: twice as fast, and nobody reads a megabyte for its
/// even margin.
const OPTIMAL_FIT_LIMIT: usize = 100_000;

/// What a line break inside the text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaks {
    /// A line break ends the row.
    Keep,
    /// A line break is a space, as in wire copy that came wrapped at 72 columns; a blank line still separates.
    /// A word that was divided at the line's end (`pro-`, `hibited`) is drawn without a gap.
    Reflow,
}

/// One row of wrapped text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What stands in it, without the white space at its ends; empty for a blank line.
    pub span: Span,
    /// How many columns its glyphs take.
    pub width: usize,
}

/// One thing to draw: a grapheme cluster, or the single space that stands for a line break or tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph<'t> {
    /// Where it begins, in bytes into the whole text.
    pub offset: usize,
    /// What to draw; never a line break or tab.
    pub symbol: &'t str,
    /// How many columns it takes.
    pub width: usize,
}

/// The rows of `span` in `text`, none wider than `columns` (0 counts as 1), which together hold everything but
/// white space.
///
/// A word longer than a row is divided between grapheme clusters; only a cluster that is wider than `columns` by
/// itself (an ideograph in one column) gets a row that does not fit. White space alone gives no row.
pub fn wrap(text: &str, span: Span, columns: usize, breaks: Breaks) -> Vec<Row> {
    let columns = columns.max(1);
    let span = span.trimmed(text);
    let optimal = span.len() <= OPTIMAL_FIT_LIMIT;
    let mut rows = Vec::new();
    for section in sections(text, span, breaks) {
        if section.is_empty() {
            rows.push(Row { span: section, width: 0 });
        } else {
            lay_out(text, section, columns, optimal, &mut rows);
        }
    }
    rows
}

/// What to draw for `span` (usually a row's): every grapheme cluster with its place in `text`.
///
/// A run of white space that holds a line break is one space, or nothing where it divides a word after a hyphen;
/// a tab is one space.
pub fn glyphs(text: &str, span: Span) -> impl Iterator<Item = Glyph<'_>> {
    let held = span.of(text);
    let mut clusters = held.grapheme_indices(true);
    // White space up to here has been looked at: `true` drops it, `false` draws it as it stands.
    let mut gap = (0, false);
    std::iter::from_fn(move || {
        loop {
            let (start, cluster) = clusters.next()?;
            let offset = span.start() + start;
            if !cluster.chars().all(char::is_whitespace) {
                return Some(Glyph { offset, symbol: cluster, width: cluster_width(cluster) });
            }
            if start >= gap.0 {
                let (before, rest) = held.split_at_checked(start)?;
                let run = rest.get(..rest.len() - rest.trim_start().len())?;
                gap = (start + run.len(), run.contains('\n'));
                if gap.1 {
                    if divides_word(before, rest.trim_start()) {
                        continue;
                    }
                    return Some(Glyph { offset, symbol: " ", width: 1 });
                }
            }
            match (gap.1, cluster) {
                (true, _) => {}
                (false, "\t") => return Some(Glyph { offset, symbol: " ", width: 1 }),
                (false, _) => return Some(Glyph { offset, symbol: cluster, width: cluster_width(cluster) }),
            }
        }
    })
}

/// Whether the white space between the two is only there because a word was divided at the end of a line.
fn divides_word(before: &str, after: &str) -> bool {
    before.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphabetic))
        && after.starts_with(char::is_lowercase)
}

/// The parts of `span` that rows may not cross; an empty one stands for a blank line.
fn sections(text: &str, span: Span, breaks: Breaks) -> Vec<Span> {
    let mut sections: Vec<Span> = Vec::new();
    let mut at = span.start();
    for line in span.of(text).split_inclusive('\n') {
        let line_span = Span::new(at, at + line.len()).trimmed(text);
        at += line.len();
        match sections.last_mut() {
            Some(last) if breaks == Breaks::Reflow && last.is_empty() && line_span.is_empty() => {}
            Some(last) if breaks == Breaks::Reflow && !last.is_empty() && !line_span.is_empty() => {
                *last = last.cover(line_span);
            }
            _ => sections.push(line_span),
        }
    }
    sections
}

/// A word, or part of one, that stays in one row, and the gap after it.
#[derive(Debug)]
struct Piece {
    span: Span,
    width: usize,
    gap: usize,
}

#[expect(clippy::cast_precision_loss, reason = "no piece is 2^52 columns wide")]
impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.width as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.gap as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Fills rows with one section of the text.
fn lay_out(text: &str, section: Span, columns: usize, optimal: bool, rows: &mut Vec<Row>) {
    let pieces = pieces(text, section, columns);
    #[expect(clippy::cast_precision_loss, reason = "no screen is 2^52 columns wide")]
    let line_width = [columns as f64];
    // An overflow has to cost more than any gap at a row's end, or the fit would prefer a row that is too wide.
    let penalties = Penalties { overflow_penalty: 1_000_000 + columns.saturating_mul(columns), ..Penalties::new() };
    let fitted = if optimal { wrap_optimal_fit(&pieces, &line_width, &penalties).ok() } else { None };
    for row in fitted.unwrap_or_else(|| wrap_first_fit(&pieces, &line_width)) {
        let (Some(first), Some(last)) = (row.first(), row.last()) else { continue };
        let span = first.span.cover(last.span);
        let width = drawn_width(text, span);
        if width <= columns {
            rows.push(Row { span, width });
        } else {
            rows.extend(divide(text, span, columns).map(|(span, width)| Row { span, width }));
        }
    }
}

/// The words of a section with the gaps between them, those wider than `columns` divided.
fn pieces(text: &str, section: Span, columns: usize) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(section.len() / 6 + 1);
    let mut at = section.start();
    let words = UnicodeBreakProperties.find_words(section.of(text));
    for word in textwrap::word_splitters::split_words(words, &WordSplitter::Custom(hyphens)) {
        // textwrap's words lie next to each other in the text, so their lengths lead back to it.
        let held = Span::new(at, at + word.word.len() + word.whitespace.len());
        at = held.end();
        let span = held.trimmed(text);
        if span.is_empty() {
            continue;
        }
        if let Some(last) = pieces.last_mut() {
            last.gap = gap_width(text, last.span.end(), span.start());
        }
        let columns_of_word = drawn_width(text, span);
        if columns_of_word <= columns {
            pieces.push(Piece { span, width: columns_of_word, gap: 0 });
        } else {
            pieces.extend(divide(text, span, columns).map(|(span, width)| Piece { span, width, gap: 0 }));
        }
    }
    pieces
}

/// The places in a word where a row may end: after a hyphen with three letters or more on both sides, so that
/// `2017-11-21`, `12-14` and `al-Assad` stay whole.
fn hyphens(word: &str) -> Vec<usize> {
    const LETTERS: usize = 3;
    let whole = |part: &str| part.chars().take_while(|c| c.is_alphabetic()).count() >= LETTERS;
    let whole_before = |part: &str| part.chars().rev().take_while(|c| c.is_alphabetic()).count() >= LETTERS;
    let split = |(at, _)| {
        word.split_at_checked(at)
            .filter(|(before, after)| whole_before(before) && whole(after.trim_start_matches('-')))
            .map(|_| at + 1)
    };
    word.match_indices('-').filter_map(split).collect()
}

/// The columns between two words, as [`glyphs`] draws them.
fn gap_width(text: &str, start: usize, end: usize) -> usize {
    let gap = Span::new(start, end).of(text);
    if !gap.contains('\n') {
        return width(gap);
    }
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    usize::from(!divides_word(before, after))
}

/// The columns that the glyphs of `span` take.
fn drawn_width(text: &str, span: Span) -> usize {
    let held = span.of(text);
    if held.contains('\n') { glyphs(text, span).map(|glyph| glyph.width).sum() } else { width(held) }
}

/// `span` in parts of at most `columns` columns, divided between grapheme clusters, without white space at the
/// parts' ends.
fn divide(text: &str, span: Span, columns: usize) -> impl Iterator<Item = (Span, usize)> {
    let mut rest = span;
    std::iter::from_fn(move || {
        rest = rest.trimmed(text);
        let mut used = 0;
        let mut end = rest.start();
        for glyph in glyphs(text, rest) {
            if used > 0 && used + glyph.width > columns {
                break;
            }
            used += glyph.width;
            end = glyph.offset + first_cluster(Span::new(glyph.offset, rest.end()).of(text));
        }
        let part = Span::new(rest.start(), end).trimmed(text);
        rest = Span::new(end, rest.end());
        (!part.is_empty()).then(|| (part, drawn_width(text, part)))
    })
}

/// The bytes of the grapheme cluster that `text` begins with.
fn first_cluster(text: &str) -> usize {
    text.graphemes(true).next().map_or(0, str::len)
}

#[cfg(test)]
mod tests;
