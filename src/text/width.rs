//! How many columns a text takes on a terminal.
//!
//! **In:** clean text. **Out:** its width in columns, or a version of it that fits.
//! **Why:** a byte, a character and a column are three different things as soon as a name is Chinese, a letter
//! carries a combining mark or a flag is made of two characters. A terminal draws grapheme clusters, so they are
//! what is measured here, each as the drawing library measures it.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What [`truncate`] puts where it cuts; one column wide.
pub const ELLIPSIS: &str = "…";

/// The width of `text` in terminal columns, summed over its grapheme clusters.
///
/// A tab counts as one column (it is to be drawn as a space); other control characters count nothing.
pub fn width(text: &str) -> usize {
    if let Some(columns) = narrow(text) {
        return columns;
    }
    text.graphemes(true).map(cluster_width).sum()
}

/// The width of one grapheme cluster in columns, by the rules of [`width`].
pub fn cluster_width(cluster: &str) -> usize {
    match cluster {
        "\t" => 1,
        _ if cluster.starts_with(|c: char| c.is_control()) => 0,
        _ => cluster.width(),
    }
}

/// `text` cut to at most `columns` columns, between grapheme clusters, with `…` in the last column where
/// something was cut. Text that fits comes back as it is.
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    let mut used = 0;
    // The end of the longest part that leaves a column for the ellipsis.
    let mut kept = 0;
    for (start, cluster) in text.grapheme_indices(true) {
        let wide = cluster_width(cluster);
        if used + wide > columns {
            if columns == 0 {
                return Cow::Borrowed("");
            }
            let part = text.get(..kept).unwrap_or_default().trim_end();
            return Cow::Owned(format!("{part}{ELLIPSIS}"));
        }
        used += wide;
        if used < columns {
            kept = start + cluster.len();
        }
    }
    Cow::Borrowed(text)
}

/// The width where every character is surely one column and a cluster of its own: ASCII, Latin, Greek, Cyrillic
/// and the usual punctuation. `None` where a closer look is needed.
fn narrow(text: &str) -> Option<usize> {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return Some(text.len());
    }
    let plain = |c: char| matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{2010}'..='\u{2027}');
    text.chars().all(plain).then(|| text.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn letters_with_marks_take_one_column_and_ideographs_two() {
        assert_eq!(width("Erdoğan"), 7);
        assert_eq!(width("Erdog\u{306}an"), 7);
        assert_eq!(width("习近平"), 6);
        assert_eq!(width("Москва – “ok”"), 13);
    }

    #[test]
    fn emoji_sequences_are_measured_as_one() {
        assert_eq!(width("👨\u{200d}👩\u{200d}👧"), 2);
        assert_eq!(width("🇮🇸"), 2);
        assert_eq!(width("👍🏽"), 2);
    }

    #[test]
    fn a_tab_is_one_column_and_other_controls_none() {
        assert_eq!(width("a\tb"), 3);
        assert_eq!(width("a\nb\r\n"), 2);
    }

    #[test]
    fn what_fits_is_not_cut() {
        assert_eq!(truncate("Sochi", 5), "Sochi");
        assert!(matches!(truncate("Sochi", 9), Cow::Borrowed(_)));
        assert_eq!(truncate("", 0), "");
    }

    #[test]
    fn a_cut_leaves_room_for_the_ellipsis_and_no_space_before_it() {
        assert_eq!(truncate("Talks in Sochi", 9), "Talks in…");
        assert_eq!(truncate("Talks in Sochi", 10), "Talks in…");
        assert_eq!(truncate("Talks", 1), "…");
        assert_eq!(truncate("Talks", 0), "");
    }

    #[test]
    fn a_cut_never_halves_a_wide_character_or_a_cluster() {
        assert_eq!(truncate("习近平", 4), "习…");
        assert_eq!(truncate("Erdog\u{306}an", 6), "Erdog\u{306}…");
    }

    proptest! {
        #[test]
        fn the_quick_measure_agrees_with_the_careful_one(text in "[ -~\u{a0}-\u{482}\u{2000}-\u{2030}]{0,20}") {
            prop_assert_eq!(width(&text), text.graphemes(true).map(cluster_width).sum::<usize>());
        }

        #[test]
        fn truncated_text_fits(text in "\\PC{0,30}", columns in 0usize..40) {
            prop_assert!(width(&truncate(&text, columns)) <= columns);
        }
    }
}
