//! A text to read beside the text that was written.
//!
//! **In:** a story's text from outside. **Out:** the clean text that everyone works on, and, only where it differs by
//! soft characters alone (soft hyphens, zero width spaces, joiners, marks of a file's beginning), the text that holds
//! them too, with the way from the one to the other.
//! **Why:** these characters must reach neither a terminal nor a comparison of words, so the clean text has none; but
//! whoever has the original text can use the offsets of an export only if they count what stands there.

use super::offsets::OffsetMap;
use super::sanitise::{Soft, clean, holds_soft, sanitise};
use super::span::Span;

/// A text with its soft characters. Nothing worse is in it: no control, no bidirectional control, no tag. It is still
/// not for the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    text: String,
    /// From the clean text's offsets to this one's.
    map: OffsetMap,
}

impl Written {
    /// The text with its soft characters.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a range of the clean text stands in this one, with the soft characters inside it and without those at
    /// its ends.
    pub fn span(&self, clean: Span) -> Span {
        self.map.original(clean)
    }
}

/// `text` sanitised, so that a zero width space between two words parts them; and what was written, where soft
/// characters had to go.
pub fn read(text: &str) -> (String, Option<Written>) {
    let safe = sanitise(text).text;
    if safe.len() == text.len() || !holds_soft(text) {
        return (safe.into_owned(), None);
    }
    let written = clean(text, Soft::Keep).text;
    let read = clean(&written, Soft::Part);
    if read.text == written {
        return (read.text.into_owned(), None);
    }
    let (text, map) = (read.text.into_owned(), read.map);
    (text, Some(Written { text: written.into_owned(), map }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::sanitise::is_plain;

    fn written(text: &str) -> (String, String) {
        let (read, written) = read(text);
        let kept = written.map_or_else(|| read.clone(), |written| written.text);
        (read, kept)
    }

    #[test]
    fn soft_characters_are_written_but_not_read() {
        for (text, expected) in [
            ("a vo\u{ad}ca\u{ad}tion", "a vocation"),
            ("left \u{2060}— right", "left — right"),
            ("Or\u{200d}vin\u{200c}a mid\u{feff}dle", "Orvina middle"),
            ("\u{feff}At the beginning", "At the beginning"),
            ("over \u{200b}\u{200b}there", "over there"),
        ] {
            assert_eq!(written(text), (expected.to_owned(), text.to_owned()));
        }
    }

    #[test]
    fn a_zero_width_space_parts_two_words_where_nothing_else_does() {
        assert_eq!(read("north\u{200b}\u{200b}of Orvin\u{200b}, path/\u{200b}name").0, "north of Orvin, path/name");
        // Khmer sets no spaces between its words; this one would be drawn as a hole.
        assert_eq!(read("ខ្មែរ\u{200b}ខ្មែរ").0, "ខ្មែរខ្មែរ");
    }

    #[test]
    fn what_is_worse_is_neither_written_nor_read() {
        let text = "\u{1b}[1mOr\u{ad}vin\u{1b}[0m \u{202e}met\u{2066} As\u{e0041}ta\u{9b}2J\u{200e}.\r\nEnd";
        assert_eq!(written(text), ("Orvin met Asta.\nEnd".to_owned(), "Or\u{ad}vin met Asta.\nEnd".to_owned()));
        assert_eq!(written("\u{1b}\u{200b}[31mx"), ("[31mx".to_owned(), "\u{200b}[31mx".to_owned()));
    }

    #[test]
    fn a_text_without_soft_characters_is_kept_once() {
        for text in ["Plain", "Erdoğan 👩\u{200d}🚀", "می\u{200c}خواهم", "\u{1b}[1mbold", "a\r\nb", "می\u{200c}خواهم\0"]
        {
            assert_eq!(read(text).1, None, "{text:?}");
        }
    }

    #[test]
    fn ranges_take_in_the_soft_characters_inside_and_none_at_their_ends() {
        let text = "\u{ad}Or\u{ad}vin\u{200b}met\u{2060} Asta\u{ad}";
        let (read, written) = read(text);
        let written = written.unwrap();
        let held = |words: &str| {
            let at = read.find(words).unwrap();
            written.span(Span::new(at, at + words.len())).of(written.text())
        };
        assert_eq!(read, "Orvin met Asta");
        assert_eq!((held("Orvin"), held("met"), held("Asta")), ("Or\u{ad}vin", "met", "Asta"));
        assert_eq!(held("Orvin met"), "Or\u{ad}vin\u{200b}met");
    }

    #[test]
    fn soft_characters_without_end_are_read_in_linear_time() {
        let start = std::time::Instant::now();
        for part in ["\u{200b}", "a\u{200b}", "\u{ad}\u{200b}", "\u{200d}", "\u{1b}]\u{200b}"] {
            read(&part.repeat(300_000));
        }
        assert!(start.elapsed().as_secs() < 20);
    }

    fn soft_text() -> impl Strategy<Value = String> {
        let part = prop_oneof![
            "[a-zé习ខ 0-9.\n]{0,5}",
            "[\u{ad}\u{200b}-\u{200d}\u{2060}\u{feff}]{1,3}",
            "[\u{1b}\u{9b}\u{202e}\u{2066}\u{200e}\u{fe0f}\r\0👩❤نक\\[\\]]{1,3}",
            any::<char>().prop_map(String::from),
        ];
        proptest::collection::vec(part, 0..20).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn only_soft_characters_tell_the_two_apart(text in soft_text()) {
            let (read, written) = read(&text);
            // What is read is safe in every way that a sanitised text is.
            prop_assert_eq!(&sanitise(&read).text, &read);
            if let Some(written) = written {
                let soft = |c: char| holds_soft(c.encode_utf8(&mut [0; 4]));
                let hard = |text: &str| text.replace(soft, "").replace(' ', "");
                prop_assert_eq!(hard(&read), hard(&written.text));
                let selects = |c: char| matches!(c, '\u{180b}'..='\u{180f}' | '\u{fe0e}'..='\u{fe0f}');
                prop_assert_eq!(written.text.chars().find(|&c| !is_plain(c) && !soft(c) && !selects(c)), None);
            }
        }

        #[test]
        fn text_of_plain_and_soft_characters_is_written_byte_for_byte(text in "[a-z Éé习\n\u{a0}\u{ad}\u{200b}-\u{200d}\u{2060}\u{feff}]{0,40}") {
            prop_assert_eq!(written(&text).1, text);
        }

        #[test]
        fn every_character_that_is_read_stands_where_it_was_written(text in soft_text()) {
            let (read, Some(written)) = read(&text) else { return Ok(()) };
            let mut last = 0;
            for (at, c) in read.char_indices() {
                let place = written.span(Span::new(at, at + c.len_utf8()));
                let held = Span::checked(&written.text, place.start(), place.end()).map(|span| span.of(&written.text));
                prop_assert!(held.is_some_and(|held| held.starts_with(c) || c == ' ' && held == "\u{200b}"), "{c:?} {held:?}");
                prop_assert!(place.start() >= last);
                last = place.end();
            }
        }
    }
}
