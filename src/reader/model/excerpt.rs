//! A story whose text has a phrase in, the line around it out.
//!
//! **Why:** a title does not say why a story was found by its text.

use crate::meetings::Story;
use crate::search::{Filter, Query};
use crate::text::Span;

/// So many bytes of the line before and after the phrase are kept: more than any list is wide.
const AROUND: usize = 160;

/// A line of a text with a phrase in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The words, without line breaks.
    pub words: String,
    /// Byte offsets of the characters of the phrase, ascending.
    pub lit: Vec<usize>,
}

/// The first line of `story` that has a phrase of `query`.
pub(super) fn of(story: &Story, query: &Query) -> Option<Excerpt> {
    let place = Filter::passage(story, query)?;
    let text = story.article.text.as_str();
    let around = around(text, place);
    let lit = place.of(text).char_indices().map(|(at, _)| place.start() + at - around.start()).collect();
    let flat = |letter: char| if letter.is_whitespace() && letter.len_utf8() == 1 { ' ' } else { letter };
    Some(Excerpt { words: around.of(text).chars().map(flat).collect(), lit })
}

/// The place with what stands around it, up to the ends of its lines.
fn around(text: &str, place: Span) -> Span {
    let before = text.get(..place.start()).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let start = (line.max(place.start().saturating_sub(AROUND))..=place.start()).find(|at| text.is_char_boundary(*at));
    let after = text.get(place.end()..).unwrap_or_default();
    let end = place.end() + after.find('\n').unwrap_or(after.len()).min(AROUND);
    let end = (place.end()..=end).rev().find(|at| text.is_char_boundary(*at));
    Span::new(start.unwrap_or(place.start()), end.unwrap_or(place.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_around_a_phrase_is_cut_between_letters() {
        let text = format!("first\n{}phrase{}\nlast", "é".repeat(200), "ö".repeat(200));
        let at = text.find("phrase").unwrap();
        let cut = around(&text, Span::new(at, at + 6));
        assert_eq!((at - cut.start(), cut.end() - at - 6), (160, 160));
        let short = "a\nb phrase c\nd";
        let at = short.find("phrase").unwrap();
        assert_eq!(around(short, Span::new(at, at + 6)).of(short), "b phrase c");
    }
}
