//! A text and a quotation in, where the quotation stands in the text out, whatever the white space in either.

use std::ops::Range;

/// A text with white space folded, and the way back to its bytes.
pub(in crate::training) struct Folded {
    text: String,
    /// For each byte of `text`, its place in the original.
    places: Vec<usize>,
}

impl Folded {
    pub(in crate::training) fn new(original: &str) -> Self {
        let (mut text, mut places) = (String::new(), Vec::new());
        for (at, c) in original.char_indices() {
            let c = if c.is_whitespace() { ' ' } else { c };
            if c == ' ' && (text.is_empty() || text.ends_with(' ')) {
                continue;
            }
            text.push(c);
            places.extend((0..c.len_utf8()).map(|byte| at + byte));
        }
        Self { text, places }
    }

    /// Every place of the quotation, in bytes of the original.
    pub(in crate::training) fn find(&self, quotation: &str) -> Vec<Range<usize>> {
        let quotation = Self::new(quotation).text;
        let quotation = quotation.trim_end();
        if quotation.is_empty() {
            return Vec::new();
        }
        let found = self.text.match_indices(quotation).filter_map(|(at, words)| {
            let last = self.places.get(at + words.len() - 1)?;
            Some(*self.places.get(at)?..last + 1)
        });
        found.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_found_over_a_line_break_and_a_no_break_space() {
        let text = "The two leaders\n  met in\u{a0}Ülm today.";
        let [place] = Folded::new(text).find("leaders met  in Ülm")[..].to_vec().try_into().unwrap();
        let place: Range<usize> = place;
        assert_eq!(text.get(place).unwrap(), "leaders\n  met in\u{a0}Ülm");
        assert!(Folded::new(text).find(" ").is_empty());
    }
}
