//! One row of the table of actions, and the places in which actions work.
//!
//! **In:** nothing. **Out:** [`Entry`]. **Why:** the parts of the table are written in the same words.

use super::{Command, Context, Group};

/// One command as the reader sees it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// What it does.
    pub command: Command,
    /// Its name in a configuration.
    pub name: &'static str,
    /// Its heading in the help.
    pub group: Group,
    /// The keys it has from the start, as [`Key`](crate::reader::keymap::Key) reads them.
    pub keys: &'static [&'static str],
    /// Where it works.
    pub contexts: &'static [Context],
    /// Its label in the hint line, if it is worth the room; neighbours with the same label share it.
    pub hint: Option<&'static str>,
    /// One line of help, which can be read without its neighbours.
    pub help: &'static str,
}

pub(super) const fn entry(
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
    pub(super) const fn hint(mut self, label: &'static str) -> Self {
        self.hint = Some(label);
        self
    }
}

pub(super) const READING: &[Context] = &[Context::List, Context::Text];
pub(super) const EVERYWHERE: &[Context] = &[Context::List, Context::Text, Context::View];
pub(super) const MOVING: &[Context] = &[Context::List, Context::Text, Context::View, Context::Overlay];
pub(super) const FOLLOWING: &[Context] = &[Context::Text, Context::View];
pub(super) const VIEW: &[Context] = &[Context::View];
pub(super) const LIST: &[Context] = &[Context::List];
pub(super) const TEXT: &[Context] = &[Context::Text];
pub(super) const FINDING: &[Context] = &[Context::Text, Context::View, Context::Overlay];
pub(super) const FILTER: &[Context] = &[Context::Filter];
pub(super) const TYPING: &[Context] = &[Context::Filter, Context::Find, Context::Prompt, Context::Picker];
pub(super) const ERASING: &[Context] =
    &[Context::Filter, Context::Find, Context::Prompt, Context::Picker, Context::Letter];
pub(super) const PROMPT: &[Context] = &[Context::Prompt];
pub(super) const SELECT: &[Context] = &[Context::Select];
pub(super) const TAKING: &[Context] = &[Context::Text, Context::Select, Context::View];
pub(super) const CITING: &[Context] = &[Context::List, Context::Text, Context::Select, Context::View];
pub(super) const FIND: &[Context] = &[Context::Find];
pub(super) const PICKER: &[Context] = &[Context::Picker];
pub(super) const OVERLAY: &[Context] = &[Context::Overlay];
pub(super) const LOOKING: &[Context] =
    &[Context::List, Context::Text, Context::Select, Context::View, Context::Overlay];
pub(super) const LOOKING_AT: &[Context] = &[Context::List, Context::Text, Context::View];
pub(super) const LETTER: &[Context] = &[Context::Letter];
pub(super) const CHOOSING: &[Context] = &[
    Context::List,
    Context::Filter,
    Context::Text,
    Context::Select,
    Context::View,
    Context::Overlay,
    Context::Find,
    Context::Prompt,
    Context::Picker,
    Context::Letter,
];
