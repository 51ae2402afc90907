//! Terminal escape sequences.
//!
//! **In:** text that begins with an escape character. **Out:** how far the sequence reaches. **Why:** dropping
//! the escape character alone would leave debris such as `]52;c;…` or `[31m` in the story.
//!
//! The grammar is ECMA-48's with the habits of xterm, in both encodings (`ESC [` and U+009B). A sequence that is
//! not finished never takes the rest of the article with it: a control string ends with its line at the latest.

/// The bytes of the escape sequence that `text` begins with; `None` where it begins with none.
pub(super) fn length(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    let begun = text.len() - rest.len();
    match first {
        '\u{1b}' => Some(begun + after_escape(rest)),
        '\u{9b}' => Some(begun + control_sequence(rest)),
        '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => Some(begun + control_string(rest)),
        '\u{8e}' | '\u{8f}' => Some(begun + shifted(rest)),
        _ => None,
    }
}

/// What follows an escape character.
fn after_escape(text: &str) -> usize {
    match text.bytes().next() {
        Some(b'[') => 1 + text.get(1..).map_or(0, control_sequence),
        // `k` sets the window title in screen and tmux.
        Some(b']' | b'P' | b'X' | b'^' | b'_' | b'k') => 1 + text.get(1..).map_or(0, control_string),
        Some(b'N' | b'O') => 1 + text.get(1..).map_or(0, shifted),
        Some(b' '..=b'/') => {
            let intermediates = run(text, |b| matches!(b, b' '..=b'/'));
            let last = text.as_bytes().get(intermediates);
            intermediates + usize::from(last.is_some_and(|b| matches!(b, b'0'..=b'~')))
        }
        Some(b'0'..=b'~') => 1,
        _ => 0,
    }
}

/// Parameters, intermediates and the letter that ends a control sequence. Controls in between are carried out by
/// a terminal without ending it, so they go as well; anything else breaks it off.
fn control_sequence(text: &str) -> usize {
    // The Linux console sends `ESC [ [ A` for a function key.
    let doubled = usize::from(text.starts_with('['));
    let inside =
        doubled + text.get(doubled..).map_or(0, |rest| run(rest, |b| matches!(b, b' '..=b'?') || is_inner_control(b)));
    let last = text.as_bytes().get(inside);
    inside + usize::from(last.is_some_and(|b| matches!(b, b'@'..=b'~')))
}

/// The body of an operating system command, device control string and the like, with its end: a string
/// terminator or bell. A line end, another escape or a cancel breaks it off.
fn control_string(text: &str) -> usize {
    for (at, c) in text.char_indices() {
        match c {
            '\u{7}' | '\u{18}' | '\u{1a}' | '\u{9c}' => return at + c.len_utf8(),
            '\u{1b}' => {
                let terminated = text.get(at..).is_some_and(|rest| rest.starts_with("\u{1b}\\"));
                return if terminated { at + 2 } else { at };
            }
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => return at,
            _ => {}
        }
    }
    text.len()
}

/// The one character that a single shift applies to.
fn shifted(text: &str) -> usize {
    usize::from(text.bytes().next().is_some_and(|b| matches!(b, b'!'..=b'~')))
}

/// How many bytes at the beginning are of a kind.
fn run(text: &str, kind: impl Fn(u8) -> bool) -> usize {
    text.bytes().take_while(|b| kind(*b)).count()
}

/// A control that a terminal carries out inside a control sequence; a line break is worth more as the sequence's end.
fn is_inner_control(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\n' | b'\r' | 0x18 | 0x1a | 0x1b)
}
