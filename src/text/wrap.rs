//! Rows of text for the screen.
//!
//! **In:** a range of a text and a number of columns. **Out:** [`Row`]s: byte ranges that fit, and for each the
//! [`Glyph`]s to draw. **Why:** names, meetings and matches are byte ranges into the text, so rows have to be as
//! well; a wrapped copy would lose the way back.
//!
//! Words, their break opportunities and the choice of rows are textwrap's (optimal fit: the rows of a paragraph
//! are chosen together, which avoids ragged edges); this module adds the byte ranges, grapheme clusters and hard
//! line breaks. Rows may be justified and words divided: both are a matter of what is drawn, and change no byte range.

mod quick;

use textwrap::WordSeparator::UnicodeBreakProperties;
use textwrap::WordSplitter;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};
use unicode_segmentation::UnicodeSegmentation;

use super::hyphenation::syllables;
use super::span::Span;
use super::width::{cluster_width, width};

/// Above this many bytes rows are filled one after the other.
pub const OPTIMAL_FIT_LIMIT: usize = 100_000;

/// What a line break inside the text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaks {
    /// A line break ends the row.
    Keep,
    /// A line break is a space, as in wire copy that came wrapped at 72 columns; a blank line still separates.
    /// A word that was divided at the line's end (`pro-`, `hibited`) is drawn without a gap.
    Reflow,
}

/// How it is chosen where rows end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Each row takes as many words as fit.
    Quick,
    /// The rows of a paragraph are chosen together.
    Even,
    /// The same, and English words may be divided at the ends of rows.
    Hyphenated,
}

/// How rows are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fill {
    /// The widest row, in columns (0 counts as 1).
    pub columns: usize,
    /// What a line break inside the text means.
    pub breaks: Breaks,
    /// How it is chosen where rows end; above [`OPTIMAL_FIT_LIMIT`] it is always the quick way.
    pub fit: Fit,
}

/// One row of wrapped text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What stands in it, without the white space at its ends; empty for a blank line.
    pub span: Span,
    /// How many columns its glyphs take, with the hyphen.
    pub width: usize,
    /// Whether a hyphen that is not in the text is drawn at its end.
    pub hyphen: bool,
    /// Whether a paragraph or a line ends with it.
    pub last: bool,
}

/// One thing to draw: a grapheme cluster, the single space that stands for a line break or tab, or the hyphen at the end
/// of a row.
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
    fill(text, span, Fill { columns, breaks, fit: Fit::Even })
}

/// Like [`wrap`], where words may be divided as well.
pub fn fill(text: &str, span: Span, how: Fill) -> Vec<Row> {
    let span = span.trimmed(text);
    let fit = if span.len() > OPTIMAL_FIT_LIMIT { Fit::Quick } else { how.fit };
    let how = Fill { columns: how.columns.max(1), fit, ..how };
    let mut rows = Vec::new();
    for section in sections(text, span, how.breaks) {
        if section.is_empty() {
            rows.push(Row { span: section, width: 0, hyphen: false, last: true });
        } else {
            match how.fit {
                Fit::Quick => quick::lay_out(text, section, how.columns, &mut rows),
                Fit::Even | Fit::Hyphenated => lay_out(text, section, how, &mut rows),
            }
            if let Some(row) = rows.last_mut() {
                row.last = true;
            }
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
#[derive(Clone, Copy, Debug)]
struct Piece {
    span: Span,
    width: usize,
    gap: usize,
    /// Whether the word goes on, so that a row that ends here takes a hyphen.
    divided: bool,
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
        f64::from(u8::from(self.divided))
    }
}

/// Fills rows with one section of the text.
fn lay_out(text: &str, section: Span, how: Fill, rows: &mut Vec<Row>) {
    let mut pieces = pieces(text, section, how);
    let mut fitted = fit(&pieces, how.columns);
    for round in 1..=REFITS {
        if how.fit != Fit::Hyphenated || !join_unwanted(&mut pieces, &fitted, round == REFITS) {
            break;
        }
        fitted = fit(&pieces, how.columns);
    }
    let mut rest = pieces.as_slice();
    for length in fitted {
        let (row, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        rest = after;
        let (Some(first), Some(last)) = (row.first(), row.last()) else { continue };
        let span = first.span.cover(last.span);
        let width = drawn_width(text, span) + usize::from(last.divided);
        if width <= how.columns {
            rows.push(Row { span, width, hyphen: last.divided, last: false });
        } else {
            let parts = divide(text, span, how.columns);
            rows.extend(parts.map(|(span, width)| Row { span, width, hyphen: false, last: false }));
        }
    }
}

/// How many pieces each row takes.
fn fit(pieces: &[Piece], columns: usize) -> Vec<usize> {
    #[expect(clippy::cast_precision_loss, reason = "no screen is 2^52 columns wide")]
    let line_width = [columns as f64];
    // An overflow has to cost more than any gap at a row's end, or the fit would prefer a row that is too wide.
    let penalties = Penalties {
        overflow_penalty: 1_000_000 + columns.saturating_mul(columns),
        hyphen_penalty: HYPHEN_PENALTY,
        ..Penalties::new()
    };
    wrap_optimal_fit(pieces, &line_width, &penalties)
        .unwrap_or_else(|_| wrap_first_fit(pieces, &line_width))
        .into_iter()
        .map(<[Piece]>::len)
        .collect()
}

/// A hyphen costs as much as so many columns, squared, at the end of a row: it is worth a hole of seven columns.
const HYPHEN_PENALTY: usize = 50;
/// So many rows in a row may end with a hyphen (Bringhurst, 2.4.3).
const LADDER: usize = 2;
/// How often a paragraph is fitted anew to get rid of unwanted hyphens.
const REFITS: usize = 3;

/// Makes words whole whose hyphen would be one too many below each other, or would leave nothing but the end of the word
/// for the last row; tells whether there were any. With `all`, these words make all others whole as well.
fn join_unwanted(pieces: &mut Vec<Piece>, fitted: &[usize], all: bool) -> bool {
    let (mut at, mut end, mut ladder) = (0, 0, 0);
    let mut unwanted = Vec::new();
    for (row, length) in fitted.iter().enumerate() {
        end += length;
        let divided = end.checked_sub(1).and_then(|at| pieces.get(at)).is_some_and(|piece| piece.divided);
        ladder = if divided { ladder + 1 } else { 0 };
        let rest = pieces.get(end..).unwrap_or_default();
        let stub = row + 2 == fitted.len() && !rest.iter().any(|piece| piece.gap > 0);
        if divided && (ladder > LADDER || stub) {
            unwanted.push(end - 1);
            ladder = 0;
        }
    }
    if unwanted.is_empty() {
        return false;
    }
    // Another division of the same word would be no better.
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut unwanted = unwanted.into_iter().peekable();
    for word in pieces.chunk_by(|piece, _| piece.divided) {
        let end = at + word.len();
        let whole = all || unwanted.next_if(|unwanted| *unwanted < end).is_some();
        while unwanted.next_if(|unwanted| *unwanted < end).is_some() {}
        at = end;
        match (word.first(), word.last()) {
            (Some(first), Some(last)) if whole => {
                let width = word.iter().map(|piece| piece.width).sum();
                joined.push(Piece { span: first.span.cover(last.span), width, ..*last });
            }
            _ => joined.extend_from_slice(word),
        }
    }
    *pieces = joined;
    true
}

/// The words of a section with the gaps between them, those wider than `columns` divided.
fn pieces(text: &str, section: Span, how: Fill) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(section.len() / 6 + 1);
    let mut at = section.start();
    let words = UnicodeBreakProperties.find_words(section.of(text));
    let splitter = WordSplitter::Custom(if how.fit == Fit::Hyphenated { hyphens_and_syllables } else { hyphens });
    for word in textwrap::word_splitters::split_words(words, &splitter) {
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
        let divided = how.fit == Fit::Hyphenated && word.penalty == "-";
        let width = drawn_width(text, span);
        if width + usize::from(divided) <= how.columns {
            pieces.push(Piece { span, width, gap: 0, divided });
        } else {
            let parts = divide(text, span, how.columns);
            pieces.extend(parts.map(|(span, width)| Piece { span, width, gap: 0, divided: false }));
            if let Some(last) = pieces.last_mut() {
                last.divided = divided && last.width < how.columns;
            }
        }
    }
    pieces
}

/// The places in a word where a row may end, with a hyphen of the word's own or one that is put there.
fn hyphens_and_syllables(word: &str) -> Vec<usize> {
    let hyphens = hyphens(word);
    if hyphens.is_empty() { syllables(word) } else { hyphens }
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
