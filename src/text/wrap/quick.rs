//! Rows filled one after the other, for a text that is too long to have them chosen together.
//!
//! **In:** one section of a text. **Out:** its rows, a hundred times sooner. **Why:** five megabytes have to be on the
//! screen before anybody notices; and nobody reads them for their even margin.

use super::{Breaks, Fill, Fit, Row, divide, drawn_width, gap_width, pieces};
use crate::text::span::Span;

/// Fills rows with one section of the text.
pub(super) fn lay_out(text: &str, section: Span, columns: usize, rows: &mut Vec<Row>) {
    let mut filling = Filling { text, columns, rows, row: None };
    let held = section.of(text);
    let mut rest = held;
    while let Some(start) = rest.find(|c: char| !c.is_ascii_whitespace()) {
        let (_, from_word) = rest.split_at_checked(start).unwrap_or_default();
        let length = from_word.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(from_word.len());
        let (word, after) = from_word.split_at_checked(length).unwrap_or((from_word, ""));
        let at = section.start() + held.len() - from_word.len();
        let span = Span::new(at, at + length);
        if let Some(width) = plain_width(word).filter(|width| *width <= columns) {
            filling.put(span, width, true);
        } else {
            let how = Fill { columns, breaks: Breaks::Reflow, fit: Fit::Quick };
            for piece in pieces(text, span, how) {
                filling.put(piece.span, piece.width, false);
            }
        }
        rest = after;
    }
    filling.end_row();
}

/// The width of a word in which no row may end and whose characters take one column each; `None` where a closer look is
/// needed.
fn plain_width(word: &str) -> Option<usize> {
    if word.bytes().all(|byte| (0x21..0x7f).contains(&byte) && byte != b'-') {
        return Some(word.len());
    }
    let plain = |c: char| {
        matches!(c, '!'..=',' | '.'..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}'
            | '\u{2018}'..='\u{201f}')
    };
    word.chars().all(plain).then(|| word.chars().count())
}

/// Rows, and the one that is being filled.
struct Filling<'f> {
    text: &'f str,
    columns: usize,
    rows: &'f mut Vec<Row>,
    /// What stands in it, how wide it is, and whether that is known for sure.
    row: Option<(Span, usize, bool)>,
}

impl Filling<'_> {
    fn put(&mut self, span: Span, width: usize, plain: bool) {
        if let Some((row, used, sure)) = self.row {
            let gap = if row.end() + 1 == span.start() && self.text.as_bytes().get(row.end()) == Some(&b' ') {
                1
            } else {
                gap_width(self.text, row.end(), span.start())
            };
            if used + gap + width <= self.columns {
                self.row = Some((row.cover(span), used + gap + width, sure && plain));
                return;
            }
            self.end_row();
        }
        self.row = Some((span, width, plain));
    }

    fn end_row(&mut self) {
        let Some((span, width, sure)) = self.row.take() else { return };
        // Clusters may join where two pieces meet.
        let width = if sure { width } else { drawn_width(self.text, span) };
        if width <= self.columns {
            self.rows.push(Row { span, width, hyphen: false, last: false });
        } else {
            let parts = divide(self.text, span, self.columns);
            self.rows.extend(parts.map(|(span, width)| Row { span, width, hyphen: false, last: false }));
        }
    }
}
