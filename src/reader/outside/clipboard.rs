//! The clipboard of the terminal.
//!
//! **In:** clean text, and what lies between here and the terminal. **Out:** the sequence that asks it to take the text
//! (OSC 52, <https://invisible-island.net/xterm/ctlseqs/ctlseqs.html>), or why there is none; and a file for what no
//! terminal takes. **Why:** this is the one clipboard that works over SSH.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crossterm::Command as _;
use crossterm::clipboard::CopyToClipboard;

use super::Clipboard;
use crate::library::private;

/// The longest sequence that is sent, in bytes: xterm and hterm take no more
/// (<https://chromium.googlesource.com/apps/libapps/+/HEAD/hterm/etc/osc52.sh>).
const LONGEST: usize = 100_000;

/// The longest string that GNU screen hands through, in bytes, less the four that begin and end it: 768 since version
/// 4.2.1 (the same source).
const SCREEN_CHUNK: usize = 768 - 4;

/// What to write to the terminal so that it takes the text; an error says why it cannot, in words that can follow a path.
pub(super) fn sequence(text: &str, clipboard: Clipboard) -> Result<String, &'static str> {
    let mut plain = String::new();
    if CopyToClipboard::to_clipboard_from(text).write_ansi(&mut plain).is_err() || plain.len() > LONGEST {
        return Err(", for it is too long for a terminal’s clipboard");
    }
    match clipboard {
        Clipboard::Direct => Ok(plain),
        // tmux hands through what is wrapped where `allow-passthrough` is on, and takes the plain one itself where
        // `set-clipboard` is; which of them is on cannot be seen from here.
        Clipboard::Tmux => {
            let doubled = plain.replace('\u{1b}', "\u{1b}\u{1b}");
            Ok(format!("\u{1b}Ptmux;{doubled}\u{1b}\\{plain}"))
        }
        Clipboard::Screen => Ok(through_screen(&plain)),
        Clipboard::Missing => Err(", for this terminal has no clipboard"),
    }
}

/// The sequence in strings that GNU screen hands through. It ends with BEL there: its other end would end the string.
fn through_screen(plain: &str) -> String {
    let ended = plain.strip_suffix("\u{1b}\\").unwrap_or(plain).to_owned() + "\u{7}";
    let mut wrapped = String::with_capacity(ended.len() + ended.len() / 100 + 8);
    let mut rest = ended.as_str();
    // The sequence is ASCII: it can be parted anywhere.
    while let Some((chunk, after)) = rest.split_at_checked(SCREEN_CHUNK.min(rest.len())).filter(|_| !rest.is_empty()) {
        wrapped.extend(["\u{1b}P", chunk, "\u{1b}\\"]);
        rest = after;
    }
    wrapped
}

/// Keeps the text in the folder, in place of what was copied before, for its owner alone; gives its path.
pub(super) fn keep(folder: &Path, text: &str) -> io::Result<PathBuf> {
    private::make_folder(folder)?;
    let (path, new) = (folder.join("copied.txt"), folder.join("copied.txt.new"));
    private::write_file(&new, text.as_bytes())?;
    fs::rename(&new, &path)?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, clipboard: Clipboard) -> String {
        sequence(text, clipboard).unwrap()
    }

    #[test]
    fn a_terminal_gets_the_text_in_base64() {
        assert_eq!(written("Grüße", Clipboard::Direct), "\u{1b}]52;c;R3LDvMOfZQ==\u{1b}\\");
    }

    #[test]
    fn tmux_gets_it_wrapped_and_plain() {
        let expected = "\u{1b}Ptmux;\u{1b}\u{1b}]52;c;aGk=\u{1b}\u{1b}\\\u{1b}\\\u{1b}]52;c;aGk=\u{1b}\\";
        assert_eq!(written("hi", Clipboard::Tmux), expected);
    }

    #[test]
    fn screen_gets_it_in_strings_that_it_hands_through() {
        assert_eq!(written("hi", Clipboard::Screen), "\u{1b}P\u{1b}]52;c;aGk=\u{7}\u{1b}\\");
        let text = "long ".repeat(1000);
        let long = written(&text, Clipboard::Screen);
        let strings: Vec<&str> = long.split("\u{1b}\\").filter(|string| !string.is_empty()).collect();
        assert!(strings.len() > 8 && strings.iter().all(|string| string.len() + 2 <= 768));
        let joined: String = strings.iter().map(|string| string.strip_prefix("\u{1b}P").unwrap()).collect();
        let plain = written(&text, Clipboard::Direct);
        assert_eq!(joined.trim_end_matches('\u{7}'), plain.trim_end_matches("\u{1b}\\"));
    }

    #[test]
    fn what_no_terminal_takes_is_told() {
        assert!(sequence(&"x".repeat(74_000), Clipboard::Direct).is_ok());
        assert!(sequence(&"x".repeat(75_000), Clipboard::Direct).unwrap_err().contains("too long"));
        assert!(sequence("x", Clipboard::Missing).unwrap_err().contains("no clipboard"));
    }
}
