//! JSON without invisible characters.
//!
//! **In:** the strings of an export. **Out:** the same JSON values, with every control, format and other invisible
//! character as an escape such as `\u00ad`. **Why:** the text of a story keeps its soft hyphens and zero width spaces,
//! because offsets count them; yet standard output may be a terminal, and what comes out must be safe to look at.

use std::io::{self, Write};

use serde_json::ser::Formatter;

use crate::text::sanitise::is_plain;

/// A formatter whose strings hold nothing invisible.
pub(super) struct Escaping<F>(pub(super) F);

impl<F: Formatter> Formatter for Escaping<F> {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, hidden)) = rest.char_indices().find(|(_, c)| !is_plain(*c)) {
            out.write_all(rest.get(..at).unwrap_or_default().as_bytes())?;
            for unit in hidden.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = rest.get(at + hidden.len_utf8()..).unwrap_or_default();
        }
        out.write_all(rest.as_bytes())
    }

    // What is not a string is laid out as the formatter inside lays it out.

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Serialize;
    use serde_json::ser::{CompactFormatter, PrettyFormatter};
    use serde_json::{Serializer, Value, json};

    use super::*;

    fn printed(value: &Value, formatter: impl Formatter) -> String {
        let mut out = Vec::new();
        value.serialize(&mut Serializer::with_formatter(&mut out, Escaping(formatter))).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn invisible_characters_are_written_as_escapes_and_visible_ones_as_they_are() {
        let text = "Or\u{ad}vin é习\u{a0}\u{200b}\u{7f}\u{9b}\u{202e}\u{e0041} “x”\n\"";
        let expected = r#""Or\u00advin é习 \u200b\u007f\u009b\u202e\udb40\udc41 “x”\n\"""#.replace("习 ", "习\u{a0}");
        assert_eq!(printed(&json!(text), CompactFormatter), expected);
    }

    #[test]
    fn everything_else_looks_as_before() {
        let value = json!({"a": [1, 2.5, null, true, "x"], "b": {}, "c": [], "é": {"d": "–"}});
        assert_eq!(printed(&value, CompactFormatter), serde_json::to_string(&value).unwrap());
        assert_eq!(printed(&value, PrettyFormatter::new()), serde_json::to_string_pretty(&value).unwrap());
    }

    proptest! {
        #[test]
        fn any_text_comes_back_equal_and_nothing_invisible_is_printed(text in "(\\PC|[\u{0}-\u{ff}\u{200b}-\u{206f}\u{feff}]){0,40}") {
            let value = json!({"text": text, "list": [text]});
            for printed in [printed(&value, CompactFormatter), printed(&value, PrettyFormatter::new())] {
                prop_assert!(printed.chars().all(is_plain), "{printed:?}");
                prop_assert_eq!(&serde_json::from_str::<Value>(&printed).unwrap(), &value);
            }
        }
    }
}
