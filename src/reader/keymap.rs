//! Keys and what they are bound to.
//!
//! **In:** key presses as the terminal tells them, and the bindings of the action table. **Out:** a [`Key`] with one
//! spelling for one key, and a [`Keymap`] from place and key to command.
//! **Why:** terminals spell the same key differently (Shift-Tab has a code of its own, Shift-j is `J`); the table,
//! the help and the tests need one spelling.

use std::collections::HashMap;
use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::actions::{Command, Context, default_bindings};

/// One key with its modifiers, in one spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

const MODIFIERS: [(&str, KeyModifiers); 3] =
    [("C-", KeyModifiers::CONTROL), ("Alt-", KeyModifiers::ALT), ("S-", KeyModifiers::SHIFT)];

const NAMED: [(&str, KeyCode); 16] = [
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Space", KeyCode::Char(' ')),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
    ("F1", KeyCode::F(1)),
];

impl Key {
    /// The key written `C-o`, `Alt-Right`, `S-Tab`, `Space`, `j`, `]`, or `None` where there is no such key.
    pub fn parse(written: &str) -> Option<Self> {
        let mut rest = written;
        let mut modifiers = KeyModifiers::NONE;
        // The dash itself is a key as well: a prefix is one only where something follows it.
        while let Some((after, modifier)) = MODIFIERS
            .iter()
            .find_map(|(prefix, modifier)| Some((rest.strip_prefix(prefix).filter(|a| !a.is_empty())?, *modifier)))
        {
            modifiers |= modifier;
            rest = after;
        }
        if let Some((_, code)) = NAMED.iter().find(|(name, _)| *name == rest) {
            return Some(Self { code: *code, modifiers });
        }
        let mut letters = rest.chars();
        let letter = letters.next()?;
        letters.next().is_none().then(|| Self::new(KeyCode::Char(letter), modifiers))
    }

    fn new(code: KeyCode, modifiers: KeyModifiers) -> Self {
        let modifiers = modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        match code {
            KeyCode::BackTab => Self { code: KeyCode::Tab, modifiers: modifiers | KeyModifiers::SHIFT },
            // The letter itself tells whether Shift was held; Shift-Space is a slip of the thumb.
            KeyCode::Char(letter) => {
                let shifted = modifiers.contains(KeyModifiers::SHIFT) && !modifiers.contains(KeyModifiers::CONTROL);
                let letter = if shifted && letter.is_ascii_lowercase() { letter.to_ascii_uppercase() } else { letter };
                Self { code: KeyCode::Char(letter), modifiers: modifiers - KeyModifiers::SHIFT }
            }
            code => Self { code, modifiers },
        }
    }

    /// The key that an event tells of; `None` where one was let go.
    pub fn pressed(event: KeyEvent) -> Option<Self> {
        (event.kind != KeyEventKind::Release).then(|| Self::new(event.code, event.modifiers))
    }

    /// The character that this key types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(letter) if self.modifiers.is_empty() => Some(letter),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (prefix, modifier) in MODIFIERS {
            if self.modifiers.contains(modifier) {
                f.write_str(prefix)?;
            }
        }
        match (NAMED.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, KeyCode::Char(letter)) => write!(f, "{letter}"),
            (None, KeyCode::F(number)) => write!(f, "F{number}"),
            (None, other) => write!(f, "{other:?}"),
        }
    }
}

/// What each key does in each place.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: HashMap<(Context, Key), Command>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self { bindings: default_bindings().map(|(context, key, command)| ((context, key), command)).collect() }
    }
}

impl Keymap {
    /// The command that `key` gives in `context`.
    pub fn command(&self, context: Context, key: Key) -> Option<Command> {
        self.bindings.get(&(context, key)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        Key::pressed(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn a_key_is_written_as_it_was_read() {
        for written in ["C-o", "Alt-Right", "S-Tab", "Space", "j", "]", "-", "C--", "F1", "G", "/"] {
            assert_eq!(Key::parse(written).unwrap().to_string(), written);
        }
        assert_eq!(Key::parse("nonsense"), None);
        assert_eq!(Key::parse(""), None);
    }

    #[test]
    fn the_spellings_of_terminals_are_one_key() {
        assert_eq!(press(KeyCode::BackTab, KeyModifiers::SHIFT), Key::parse("S-Tab"));
        assert_eq!(press(KeyCode::BackTab, KeyModifiers::NONE), Key::parse("S-Tab"));
        assert_eq!(press(KeyCode::Char('G'), KeyModifiers::SHIFT), Key::parse("G"));
        assert_eq!(press(KeyCode::Char('g'), KeyModifiers::SHIFT), Key::parse("G"));
        assert_eq!(press(KeyCode::Char('?'), KeyModifiers::SHIFT), Key::parse("?"));
    }

    #[test]
    fn a_key_let_go_is_no_key() {
        let mut event = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert_eq!(Key::pressed(event), None);
    }

    #[test]
    fn control_i_and_tab_are_two_keys() {
        let keymap = Keymap::default();
        let command = |key| keymap.command(Context::Text, Key::parse(key).unwrap());
        assert_eq!(command("C-i"), Some(Command::Forward));
        assert_eq!(command("Tab"), Some(Command::NextMark));
    }

    #[test]
    fn letters_are_typed_in_the_filter_line_and_commands_elsewhere() {
        let keymap = Keymap::default();
        let q = Key::parse("q").unwrap();
        assert_eq!(keymap.command(Context::Filter, q), None);
        assert_eq!(q.typed(), Some('q'));
        assert_eq!(keymap.command(Context::List, q), Some(Command::Quit));
        assert_eq!(Key::parse("C-c").unwrap().typed(), None);
    }
}
