//! Rows drawn out to an even margin.
//!
//! **In:** the text of a row, and how many columns it lacks. **Out:** what to draw: its glyphs, with more of the spaces,
//! and the hyphen where a word is divided. **Why:** the text stays as it is: a space drawn three times is still one
//! byte, so whatever looks up a cell or lights a passage agrees with what is drawn.

use super::span::Span;
use super::wrap::{Glyph, glyphs};

/// The most columns that are put to one space: wider gaps join into rivers that run down the page.
const WIDEST: usize = 2;

/// What to draw for a row: its glyphs with the columns that it is `lacking` spread over its spaces, and a hyphen at its
/// end. A row whose gaps would become too wide is left as it is.
pub fn drawn(text: &str, span: Span, lacking: usize, hyphen: bool) -> impl Iterator<Item = Glyph<'_>> {
    let gaps = if lacking > 0 { gaps(text, span) } else { 0 };
    let gaps = if lacking <= gaps * WIDEST { gaps } else { 0 };
    let mut gap = 0;
    let stretched = glyphs(text, span).flat_map(move |glyph| {
        let mut times = 1;
        if gaps > 0 && glyph.symbol == " " {
            // Spread evenly: the extra columns up to this gap, less those up to the one before.
            let upto = |gap: usize| (gap * lacking + gaps / 2) / gaps;
            times += upto(gap + 1) - upto(gap);
            gap += 1;
        }
        std::iter::repeat_n(glyph, times)
    });
    // It belongs to the letter before it: it is lit, underlined and clicked together with it.
    let end = span.of(text).char_indices().next_back().map(|(at, _)| span.start() + at);
    let hyphen = end.filter(|_| hyphen).map(|offset| Glyph { offset, symbol: "-", width: 1 });
    stretched.chain(hyphen)
}

/// The spaces of a row.
fn gaps(text: &str, span: Span) -> usize {
    glyphs(text, span).filter(|glyph| glyph.symbol == " ").count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::wrap::{Breaks, Fill, Fit, fill};
    use proptest::prelude::*;

    fn row(text: &str, extra: usize, hyphen: bool) -> String {
        drawn(text, Span::whole(text), extra, hyphen).map(|glyph| glyph.symbol).collect()
    }

    #[test]
    fn columns_that_are_lacking_go_evenly_into_the_spaces() {
        assert_eq!(row("the tide is out", 0, false), "the tide is out");
        assert_eq!(row("the tide is out", 3, false), "the  tide  is  out");
        assert_eq!(row("the tide is out", 1, false).len(), 16);
        assert_eq!(row("the tide is out", 5, false).len(), 20);
    }

    #[test]
    fn a_line_break_inside_a_row_is_a_space_like_any_other() {
        assert_eq!(row("the tide\nis out", 3, false), "the  tide  is  out");
    }

    #[test]
    fn a_row_whose_gaps_would_become_too_wide_is_left_alone() {
        assert_eq!(row("the tide", 2, false), "the   tide");
        assert_eq!(row("the tide", 3, false), "the tide");
        assert_eq!(row("tide", 1, false), "tide");
    }

    #[test]
    fn a_hyphen_stands_with_the_letter_before_it() {
        assert_eq!(row("har", 0, true), "har-");
        let last = drawn("har", Span::new(0, 3), 0, true).last().unwrap();
        assert_eq!((last.offset, last.symbol), (2, "-"));
        assert_eq!(row("", 0, true), "");
    }

    proptest! {
        #[test]
        fn a_justified_row_is_as_wide_as_the_measure(text in "([a-z習近ا\u{301}]{1,9} ){0,40}", columns in 1usize..90) {
            let how = Fill { columns, breaks: Breaks::Reflow, fit: Fit::Hyphenated };
            for row in fill(&text, Span::whole(&text), how) {
                let lacking = columns.saturating_sub(row.width);
                let wide: usize = drawn(&text, row.span, lacking, row.hyphen).map(|glyph| glyph.width).sum();
                prop_assert!(wide == row.width || wide == columns, "{} {} {}", wide, row.width, columns);
            }
        }
    }
}
