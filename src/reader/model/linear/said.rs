//! Signs as words.
//!
//! **In:** keys as they are written, sentences in parts, characters that only draw. **Out:** what can be heard.
//! **Why:** a screen reader leaves signs out or spells them, and either loses what they mean.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::Span;
use crate::text::width::cluster_width;
use crate::text::wrap::{Breaks, wrap};

/// Names of keys that would be passed over or misheard.
const KEYS: [(&str, &str); 38] = [
    ("Esc", "Escape"),
    ("PageUp", "Page Up"),
    ("PageDown", "Page Down"),
    (",", "comma"),
    (".", "full stop"),
    (":", "colon"),
    (";", "semicolon"),
    ("/", "slash"),
    ("\\", "backslash"),
    ("?", "question mark"),
    ("!", "exclamation mark"),
    ("#", "number sign"),
    ("*", "asterisk"),
    ("@", "at sign"),
    ("'", "apostrophe"),
    ("\"", "quotation mark"),
    ("`", "backtick"),
    ("[", "left bracket"),
    ("]", "right bracket"),
    ("(", "left parenthesis"),
    (")", "right parenthesis"),
    ("{", "left brace"),
    ("}", "right brace"),
    ("<", "less than"),
    (">", "greater than"),
    ("+", "plus"),
    ("-", "minus"),
    ("=", "equals"),
    ("_", "underscore"),
    ("|", "bar"),
    ("&", "and sign"),
    ("%", "percent sign"),
    ("$", "dollar sign"),
    ("^", "caret"),
    ("~", "tilde"),
    ("Left", "Left arrow"),
    ("Right", "Right arrow"),
    ("Up", "Up arrow"),
];

/// Keys pressed one after the other, as they are written (`A s`, `C-o`): `capital A, then s`, `Control o`.
pub(in crate::reader) fn chord(written: &str) -> String {
    let keys: Vec<String> = written.split(' ').map(key).collect();
    keys.join(", then ")
}

fn key(written: &str) -> String {
    const MODIFIERS: [(&str, &str); 3] = [("C-", "Control "), ("Alt-", "Alt "), ("S-", "Shift ")];
    for (prefix, word) in MODIFIERS {
        if let Some(rest) = written.strip_prefix(prefix).filter(|rest| !rest.is_empty()) {
            return format!("{word}{}", key(rest));
        }
    }
    if let Some((_, word)) = KEYS.iter().find(|(sign, _)| *sign == written) {
        return (*word).to_owned();
    }
    match (written, written.chars().next()) {
        ("Down", _) => "Down arrow".to_owned(),
        (_, Some(letter)) if letter.is_uppercase() && letter.len_utf8() == written.len() => {
            format!("capital {written}")
        }
        _ => written.to_owned(),
    }
}

/// Several keys that do the same: `Enter, l or Right arrow`.
pub(in crate::reader) fn keys<K: AsRef<str>>(written: &[K]) -> String {
    let mut said: Vec<String> = written.iter().map(|chord| self::chord(chord.as_ref())).collect();
    let Some(last) = said.pop() else { return String::new() };
    if said.is_empty() { last } else { format!("{} or {last}", said.join(", ")) }
}

/// `words` as a sentence: with a full stop, where it has no end of its own.
pub(in crate::reader) fn sentence(words: &str) -> String {
    let words = words.trim_end();
    let ended = words.trim_end_matches(['”', '"', '’', '\'', '»', ')', ']']).ends_with(['.', '!', '?', '…', ':', '。']);
    if words.is_empty() || ended { words.to_owned() } else { format!("{words}.") }
}

/// How a line of text begins: as many whole words as are heard in a breath.
pub(in crate::reader) fn beginning(line: &str) -> String {
    const WORDS: usize = 12;
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.get(..WORDS) {
        Some(first) if words.len() > WORDS => format!("{} …", first.join(" ")),
        _ => words.join(" "),
    }
}

/// The rows that `words` take in so many columns; at least one.
pub(in crate::reader) fn rows(words: &str, columns: usize) -> Vec<String> {
    let rows = wrap(words, Span::whole(words), columns, Breaks::Reflow);
    if rows.is_empty() {
        return vec![String::new()];
    }
    rows.into_iter().map(|row| row.span.of(words).to_owned()).collect()
}

/// What is drawn for a cluster: lines, blocks and shapes only draw, and are read out as *box drawings light horizontal*.
/// A line becomes a dash, a shape an asterisk, as wide as the cluster was.
pub(in crate::reader) fn audible(cluster: &str) -> Cow<'_, str> {
    let sign = match cluster.chars().next() {
        Some('\u{2500}' | '\u{2501}' | '\u{2504}'..='\u{2509}' | '\u{254c}' | '\u{254d}' | '\u{2550}') => '-',
        Some('\u{2500}'..='\u{259f}') => ' ',
        Some('\u{25a0}'..='\u{25ff}') => '*',
        _ => return Cow::Borrowed(cluster),
    };
    let columns = cluster_width(cluster).max(1);
    Cow::Owned(std::iter::once(sign).chain(std::iter::repeat_n(' ', columns - 1)).collect())
}

/// The same for a whole line.
pub(in crate::reader) fn audible_line(words: &str) -> String {
    words.graphemes(true).map(audible).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width::width;

    #[test]
    fn keys_are_told_by_their_names() {
        for (written, said) in [
            ("C-o", "Control o"),
            ("S-Tab", "Shift Tab"),
            (", r", "comma, then r"),
            ("A s", "capital A, then s"),
            ("Alt-Right", "Alt Right arrow"),
            ("C--", "Control minus"),
            ("PageDown", "Page Down"),
            ("?", "question mark"),
            ("F2", "F2"),
        ] {
            assert_eq!(chord(written), said);
        }
        assert_eq!(keys(&["Enter", "l", "Right"]), "Enter, l or Right arrow");
        assert_eq!(keys::<&str>(&[]), "");
    }

    #[test]
    fn a_sentence_ends_once() {
        for (words, said) in [("They met", "They met."), ("They met.", "They met."), ("“Why?”", "“Why?”"), ("", "")]
        {
            assert_eq!(sentence(words), said);
        }
    }

    #[test]
    fn signs_that_only_draw_are_not_read_out() {
        let words = "── ▌a ■ b ● c ◽ d ▶\u{fe0f} e é";
        let said = audible_line(words);
        assert_eq!(said, "--  a * b * c *  d *  e é");
        assert_eq!(width(&said), width(words));
    }
}
