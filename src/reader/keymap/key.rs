//! One key with one spelling.
//!
//! **Why:** terminals spell the same key differently (Shift-Tab has a code of its own, Shift-j is `J`).

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

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
    /// The key that leaves what was begun.
    pub const ESCAPE: Self = Self { code: KeyCode::Esc, modifiers: KeyModifiers::NONE };

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
        let function =
            rest.strip_prefix('F').and_then(|number| number.parse().ok()).filter(|number| (1..=24).contains(number));
        if let Some(number) = function {
            return Some(Self { code: KeyCode::F(number), modifiers });
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

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        Key::pressed(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn a_key_is_written_as_it_was_read() {
        for written in ["C-o", "Alt-Right", "S-Tab", "Space", "j", "]", "-", "C--", "F1", "F12", "G", "/"] {
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
}
