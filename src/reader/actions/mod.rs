//! Everything that a reader can ask for, in one table.
//!
//! **In:** nothing. **Out:** [`TABLE`]: for each [`Command`] its name, default keys, the places where it works, the
//! label for the hint line and one line of help; and [`keys_markdown`], the page about the keys.
//! **Why:** the keymap, the hint line, the help overlay and the documentation are all made from this table, so
//! they cannot disagree.

mod brief;
mod command;
mod entry;
mod markdown;
mod table;

pub use brief::brief;
pub use command::{Command, Context, Correct, Group, Select, Take};
pub use entry::Entry;
pub use markdown::keys_markdown;
pub use table::TABLE;

use super::keymap::Key;
use super::model::correcting::{Corrected, Request};
use super::model::messages::Message;
use super::model::prepared::Counts;
use super::model::underway::{Reached, Task};
use super::theme::{Listed, Theme};
use crate::library::{Kept, Library, Mark, Progress};
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
    /// Nobody has touched anything yet: the first story of the list is the chosen one, whichever it is by now.
    ChooseFirst,
    /// The keys pressed one after the other are bound to nothing.
    Forget,
    /// A key that does something elsewhere, but nothing in the view on the screen.
    NotHere(Command),
    /// The keys that were begun are left.
    LeaveKeys,
    /// Text typed into the line that is open.
    Insert(String),
    /// Text that was pasted, as it is: nothing of it is a key.
    Paste(String),
    /// The window of the terminal is looked at again.
    Looked,
    /// The window of the terminal is looked at no more.
    LookedAway,
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
    /// The button went down there again, in no time.
    ClickAgain {
        /// 0-based column.
        column: u16,
        /// 0-based row.
        row: u16,
        /// How often it has by now: 2 for a double click.
        times: u8,
    },
    /// The mouse went on to this cell with its main button held down.
    Drag {
        /// 0-based column.
        column: u16,
        /// 0-based row.
        row: u16,
    },
    /// The main mouse button was let go.
    Release,
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
    /// What was kept of every story of the library, by index.
    Kept(Vec<Kept>),
    /// The marks that were kept, each with the index of its story, where that is still there.
    Marks(Vec<(Option<usize>, Mark)>),
    /// How many stories each saved query finds.
    Counted(Counts),
    /// What is kept of every story now; `None` where no other reader has changed anything.
    KeptAgain(Option<Vec<Kept>>),
    /// Something that went wrong or is worth knowing, from a thread in the background.
    Tell(Message),
    /// A correction was kept, and this is the library with it.
    Corrected(Box<Corrected>),
    /// The library is being analysed anew, because of a correction.
    Correcting(Progress),
    /// Something in the background has come so far; `None` where it is done.
    Underway(Task, Option<Reached>),
    /// A correction came to nothing, for this reason.
    Uncorrected(Message, Option<Box<Request>>),
    /// Whether there is a file of this name already.
    IsThere(String, bool),
    /// The themes that there are.
    Themes(Vec<Listed>),
    /// Whether the terminal's background is light, told late, and the theme that suits it.
    Suit(bool, Box<Theme>),
    /// The terminal has to be drawn anew from nothing: after a suspension, or on request.
    Redraw,
}

impl Action {
    /// Whether someone did it, who has then seen what was said and leaves the keys that were begun. Every new action has
    /// to say so.
    pub const fn is_from_a_hand(&self) -> bool {
        match self {
            Self::Do(_)
            | Self::Begin(_)
            | Self::Forget
            | Self::NotHere(_)
            | Self::LeaveKeys
            | Self::Insert(_)
            | Self::Paste(_)
            | Self::Click { .. }
            | Self::ClickAgain { .. }
            | Self::Drag { .. }
            | Self::Wheel { .. } => true,
            Self::ShowFollowing
            | Self::ChooseFirst
            | Self::Looked
            | Self::LookedAway
            | Self::Resize { .. }
            | Self::Release
            | Self::Progress(_)
            | Self::Read(_)
            | Self::Analysed(..)
            | Self::Loaded(_)
            | Self::Kept(_)
            | Self::Marks(_)
            | Self::Counted(_)
            | Self::KeptAgain(_)
            | Self::Tell(_)
            | Self::Corrected(_)
            | Self::Correcting(_)
            | Self::Uncorrected(..)
            | Self::Underway(..)
            | Self::IsThere(..)
            | Self::Themes(_)
            | Self::Suit(..)
            | Self::Redraw => false,
        }
    }
}

/// The entry of a command.
pub fn entry_of(command: Command) -> Option<&'static Entry> {
    TABLE.iter().find(|entry| entry.command == command)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Every chord of the table with its place, in one spelling.
    fn chords() -> impl Iterator<Item = (Context, String, Command)> {
        TABLE.iter().flat_map(|entry| {
            let spelled =
                |chord: &str| chord.split(' ').map(|key| Key::parse(key).unwrap().to_string() + " ").collect();
            let of = move |context: &Context| (*context, entry.keys.iter().map(move |chord| spelled(chord)));
            let all = entry.contexts.iter().map(of);
            all.flat_map(move |(context, chords)| chords.map(move |chord| (context, chord, entry.command)))
        })
    }

    #[test]
    fn no_key_means_two_things_in_one_place_or_hides_another() {
        let mut seen: BTreeMap<(Context, String), Command> = BTreeMap::new();
        for (context, chord, command) in chords() {
            let same = |(other, keys): &&(Context, String)| {
                *other == context && (keys.starts_with(&chord) || chord.starts_with(keys.as_str()))
            };
            assert_eq!(seen.keys().find(same), None, "{chord} in {context:?} of {command:?}");
            seen.insert((context, chord), command);
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
        for entry in TABLE.iter().filter(|entry| !matches!(entry.command, Command::Saved(_))) {
            assert!(page.contains(entry.help), "{}", entry.name);
        }
        assert!(page.contains("| `Alt-1` … `Alt-9` | list, text, view | ask the first to the ninth"));
        assert!(page.contains("| `/` | list | ") && page.contains("| `/` | text, view, overlay | "));
    }
}
