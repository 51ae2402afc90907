//! Everything that a reader can ask for, in one table.
//!
//! **In:** nothing. **Out:** [`TABLE`]: for each [`Command`] its name, default keys, the places where it works, the
//! label for the hint line and one line of help; and [`keys_markdown`], the page about the keys.
//! **Why:** the keymap, the hint line, the help overlay and the documentation are all made from this table, so
//! they cannot disagree.

use std::fmt::Write as _;

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

/// What a key can be bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the table holds one line of help for each, which is shown to readers as well")]
pub enum Command {
    Down,
    Up,
    HalfPageDown,
    HalfPageUp,
    PageDown,
    PageUp,
    Top,
    Bottom,
    Open,
    Leave,
    Filter,
    ClearFilter,
    Accept,
    Cancel,
    NextMatch,
    PreviousMatch,
    Complete,
    CompleteBack,
    OlderQuery,
    NewerQuery,
    CursorLeft,
    CursorRight,
    CursorHome,
    CursorEnd,
    EraseLeft,
    EraseRight,
    EraseWord,
    EraseLine,
    NextMark,
    PreviousMark,
    Follow,
    NextStory,
    PreviousStory,
    NextOther,
    PreviousOther,
    Back,
    Forward,
    Skipped,
    Help,
    Close,
    Redraw,
    Suspend,
    Quit,
    QuitAnywhere,
}

/// Where the keyboard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// The list of stories.
    List,
    /// The filter line above it.
    Filter,
    /// The text of a story.
    Text,
    /// Something laid over the screen: the help, the files that were not read.
    Overlay,
}

impl Context {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 4] = [Self::List, Self::Filter, Self::Text, Self::Overlay];

    /// Its name in a configuration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Filter => "filter",
            Self::Text => "text",
            Self::Overlay => "overlay",
        }
    }
}

/// A heading in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Following meetings from story to story.
    Follow,
    /// Finding a story.
    Find,
    /// Moving.
    Move,
    /// The filter line.
    Edit,
    /// The program itself.
    Program,
}

impl Group {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 5] = [Self::Follow, Self::Find, Self::Move, Self::Edit, Self::Program];

    /// The heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Follow => "Follow a meeting",
            Self::Find => "Find a story",
            Self::Move => "Move",
            Self::Edit => "Type into the filter",
            Self::Program => "The program",
        }
    }
}

/// One command as the reader sees it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// What it does.
    pub command: Command,
    /// Its name in a configuration.
    pub name: &'static str,
    /// Its heading in the help.
    pub group: Group,
    /// The keys it has from the start, as [`Key`] reads them.
    pub keys: &'static [&'static str],
    /// Where it works.
    pub contexts: &'static [Context],
    /// Its label in the hint line, if it is worth the room; neighbours with the same label share it.
    pub hint: Option<&'static str>,
    /// One line of help.
    pub help: &'static str,
}

const fn entry(
    command: Command,
    name: &'static str,
    group: Group,
    keys: &'static [&'static str],
    contexts: &'static [Context],
    help: &'static str,
) -> Entry {
    Entry { command, name, group, keys, contexts, hint: None, help }
}

impl Entry {
    const fn hint(mut self, label: &'static str) -> Self {
        self.hint = Some(label);
        self
    }
}

const READING: &[Context] = &[Context::List, Context::Text];
const MOVING: &[Context] = &[Context::List, Context::Text, Context::Overlay];
const LIST: &[Context] = &[Context::List];
const TEXT: &[Context] = &[Context::Text];
const FILTER: &[Context] = &[Context::Filter];
const OVERLAY: &[Context] = &[Context::Overlay];
const CHOOSING: &[Context] = &[Context::List, Context::Filter, Context::Text, Context::Overlay];

/// Every command. The order is that of the hint line and of the help.
pub const TABLE: &[Entry] = {
    use Command as C;
    use Group::{Edit, Find, Follow, Move, Program};
    &[
        entry(C::Open, "open", Move, &["Enter", "l", "Right"], LIST, "read the story").hint("read"),
        entry(C::Follow, "follow", Follow, &["Enter"], TEXT, "go to the same meeting in the other story")
            .hint("follow"),
        entry(C::NextMark, "next-mark", Follow, &["Tab"], READING, "next passage about a meeting").hint("next passage"),
        entry(C::PreviousMark, "previous-mark", Follow, &["S-Tab"], READING, "previous passage about a meeting"),
        entry(
            C::PreviousStory,
            "previous-story",
            Follow,
            &["["],
            READING,
            "previous story of this meeting, or of the series",
        )
        .hint("story of this meeting"),
        entry(C::NextStory, "next-story", Follow, &["]"], READING, "next story of this meeting, or of the series")
            .hint("story of this meeting"),
        entry(C::NextOther, "next-other", Follow, &["J", "S-Down"], READING, "choose the next of the other stories"),
        entry(C::PreviousOther, "previous-other", Follow, &["K", "S-Up"], READING, "choose the one before"),
        entry(C::Back, "back", Follow, &["C-o", "Backspace", "Alt-Left"], READING, "back to where you came from")
            .hint("back"),
        entry(C::Forward, "forward", Follow, &["Alt-Right", "C-i"], READING, "forward again").hint("forward"),
        entry(C::Leave, "leave", Move, &["Esc", "h", "Left"], TEXT, "back to the list").hint("list"),
        entry(C::Filter, "filter", Find, &["/"], READING, "filter the stories: words, fields, phrases").hint("filter"),
        entry(C::ClearFilter, "clear-filter", Find, &["Esc"], LIST, "clear the filter").hint("clear filter"),
        entry(C::Accept, "accept", Edit, &["Enter"], FILTER, "read the chosen story").hint("read"),
        entry(C::Cancel, "cancel", Edit, &["Esc"], FILTER, "clear the filter, then leave it").hint("clear"),
        entry(C::Complete, "complete", Edit, &["Tab"], FILTER, "complete a field or a value; again for the next one")
            .hint("complete"),
        entry(C::CompleteBack, "complete-back", Edit, &["S-Tab"], FILTER, "complete with the choice before"),
        entry(C::OlderQuery, "older-query", Edit, &["Up"], FILTER, "the query asked before"),
        entry(C::NewerQuery, "newer-query", Edit, &["Down"], FILTER, "the query after it, or else the next match"),
        entry(C::NextMatch, "next-match", Edit, &["C-n", "C-j"], FILTER, "choose the next match"),
        entry(C::PreviousMatch, "previous-match", Edit, &["C-p", "C-k"], FILTER, "choose the match before"),
        entry(C::Down, "down", Move, &["j", "Down"], MOVING, "down a line, or to the next story"),
        entry(C::Up, "up", Move, &["k", "Up"], MOVING, "up a line, or to the story before"),
        entry(C::HalfPageDown, "half-page-down", Move, &["C-d"], MOVING, "down half a page"),
        entry(C::HalfPageUp, "half-page-up", Move, &["C-u"], MOVING, "up half a page"),
        entry(C::PageDown, "page-down", Move, &["Space", "PageDown", "C-f"], MOVING, "down a page"),
        entry(C::PageUp, "page-up", Move, &["PageUp", "C-b"], MOVING, "up a page"),
        entry(C::Top, "top", Move, &["g", "Home"], MOVING, "to the top"),
        entry(C::Bottom, "bottom", Move, &["G", "End"], MOVING, "to the end"),
        entry(C::CursorLeft, "cursor-left", Edit, &["Left", "C-b"], FILTER, "one character to the left"),
        entry(C::CursorRight, "cursor-right", Edit, &["Right", "C-f"], FILTER, "one character to the right"),
        entry(C::CursorHome, "cursor-home", Edit, &["Home", "C-a"], FILTER, "to the beginning"),
        entry(C::CursorEnd, "cursor-end", Edit, &["End", "C-e"], FILTER, "to the end"),
        entry(C::EraseLeft, "erase-left", Edit, &["Backspace", "C-h"], FILTER, "erase to the left"),
        entry(C::EraseRight, "erase-right", Edit, &["Delete", "C-d"], FILTER, "erase to the right"),
        entry(C::EraseWord, "erase-word", Edit, &["C-w", "Alt-Backspace"], FILTER, "erase the word to the left"),
        entry(C::EraseLine, "erase-line", Edit, &["C-u"], FILTER, "erase everything to the left"),
        entry(C::Skipped, "not-read", Program, &["!"], READING, "the files that could not be read, and why")
            .hint("not read"),
        entry(C::Help, "help", Program, &["?", "F1"], READING, "this help").hint("help"),
        entry(
            C::Close,
            "close",
            Program,
            &["Esc", "q", "?", "Enter", "!"],
            OVERLAY,
            "close what is laid over the screen",
        )
        .hint("close"),
        entry(C::Redraw, "redraw", Program, &["C-l"], CHOOSING, "draw the screen anew"),
        entry(C::Suspend, "suspend", Program, &["C-z"], CHOOSING, "suspend; fg in the shell brings it back"),
        entry(C::Quit, "quit", Program, &["q"], READING, "quit").hint("quit"),
        entry(C::QuitAnywhere, "quit-anywhere", Program, &["C-c"], CHOOSING, "quit, wherever you are"),
    ]
};

/// The page about the keys, in Markdown.
pub fn keys_markdown() -> String {
    let mut page = String::from("# Keys\n\nMade from the table of actions; `?` shows the same in the reader.\n");
    for group in Group::ALL {
        let _ = write!(page, "\n## {}\n\n| keys | what they do |\n|---|---|\n", group.title());
        for entry in TABLE.iter().filter(|entry| entry.group == group) {
            let keys: Vec<String> = entry.keys.iter().map(|key| format!("`{}`", key.replace('|', "\\|"))).collect();
            let _ = writeln!(page, "| {} | {} |", keys.join(" "), entry.help);
        }
    }
    page.push_str(
        "\nThe mouse works too: the wheel scrolls what is under it, a click chooses a story, a pane or a marked passage.\n",
    );
    page
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
        for key in
            ["1", "2", "3", "4", "n", "N", "w", "c", "p", "t", "m", "'", "s", "u", "z", "+", "-", "y", "o", ":", "C-p"]
        {
            assert!(!taken.contains(key), "{key}");
        }
    }
}
