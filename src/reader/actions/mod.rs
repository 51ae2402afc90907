//! Everything that a reader can ask for, in one table.
//!
//! **In:** nothing. **Out:** [`TABLE`]: for each [`Command`] its name, default keys, the places where it works, the
//! label for the hint line and one line of help; and [`keys_markdown`], the page about the keys.
//! **Why:** the keymap, the hint line, the help overlay and the documentation are all made from this table, so
//! they cannot disagree.

mod command;
mod markdown;
mod table;

pub use command::{Command, Context, Group};
pub use markdown::keys_markdown;
pub use table::{Entry, TABLE};

use super::keymap::Key;
use crate::library::{Library, Progress};
use crate::meetings::Story;

/// Anything that can happen to the reader: the only door into its state.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A command, from a key or a click.
    Do(Command),
    /// A key that more have to follow.
    Begin(Key),
    /// The keys that can follow were waited for long enough to be shown.
    ShowFollowing,
    /// The keys pressed one after the other are bound to nothing.
    Forget,
    /// Text typed or pasted into the filter line.
    Insert(String),
    /// The terminal has this size now.
    Resize {
        /// Columns.
        width: u16,
        /// Rows.
        height: u16,
    },
    /// The main mouse button went down on this cell.
    Click {
        /// 0-based column.
        column: u16,
        /// 0-based row.
        row: u16,
    },
    /// The wheel turned over this cell.
    Wheel {
        /// 0-based column.
        column: u16,
        /// 0-based row.
        row: u16,
        /// Down (positive) or up.
        steps: i32,
    },
    /// The reading of the library has come so far.
    Progress(Progress),
    /// The texts of the library are there; nothing was looked for in them yet.
    Read(Box<Library>),
    /// What was found in one story, ahead of the others.
    Analysed(usize, Box<Story>),
    /// The library is there, with everything that was found in it.
    Loaded(Box<Library>),
    /// The terminal has to be drawn anew from nothing: after a suspension, or on request.
    Redraw,
}

/// The entry of a command.
pub fn entry_of(command: Command) -> Option<&'static Entry> {
    TABLE.iter().find(|entry| entry.command == command)
}

/// The default bindings, as the table states them: place, key, command.
pub fn default_bindings() -> impl Iterator<Item = (Context, Key, Command)> {
    let table = TABLE.iter().flat_map(|entry| {
        entry.contexts.iter().flat_map(move |context| entry.keys.iter().map(move |key| (*context, *key, entry.command)))
    });
    table.filter_map(|(context, key, command)| Some((context, Key::parse(key)?, command)))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn every_key_in_the_table_can_be_read() {
        for entry in TABLE {
            for key in entry.keys {
                assert!(Key::parse(key).is_some(), "{}: {key}", entry.name);
            }
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_place() {
        let mut seen = BTreeMap::new();
        for (context, key, command) in default_bindings() {
            if let Some(other) = seen.insert((context, key.to_string()), command) {
                panic!("{key} in {context:?} is both {other:?} and {command:?}");
            }
        }
    }

    #[test]
    fn every_command_has_one_entry_with_a_name_of_its_own() {
        let names: BTreeSet<_> = TABLE.iter().map(|entry| entry.name).collect();
        let commands: BTreeSet<_> = TABLE.iter().map(|entry| entry.command).collect();
        assert_eq!(names.len(), TABLE.len());
        assert_eq!(commands.len(), TABLE.len());
    }

    #[test]
    fn the_page_about_the_keys_names_every_command() {
        let page = keys_markdown();
        for entry in TABLE {
            assert!(page.contains(entry.help), "{}", entry.name);
        }
    }

    #[test]
    fn keys_meant_for_later_are_still_free() {
        let taken: BTreeSet<String> =
            default_bindings().filter(|(c, ..)| *c == Context::Text).map(|(_, key, _)| key.to_string()).collect();
        for key in ["1", "2", "3", "4", "w", "c", "p", "t", "m", "'", "s", "u", "z", "+", "-", "y", "o"] {
            assert!(!taken.contains(key), "{key}");
        }
    }
}
