//! Keys and what they are bound to.
//!
//! **In:** the bindings of the action table, and those that people set. **Out:** a [`Keymap`]: in each place a tree from
//! keys, one after the other, to commands; and what is wrong with the bindings that were set.
//! **Why:** a key, the help and the hint line must agree whoever bound it, and two meanings of one key must be told
//! before they are pressed.

mod bind;
mod key;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

pub use bind::{BindingFault, Replaced};
pub use key::Key;

use super::actions::{Command, Context, entry_of};
use super::settings::Binding;

/// What each key does in each place.
#[derive(Clone, Debug)]
pub struct Keymap {
    trees: HashMap<Context, Node>,
    /// The chords of each command in each place, as they are written; those that people set come first.
    chords: HashMap<(Context, Command), Vec<String>>,
}

/// What comes of some keys pressed one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// They are bound to this.
    Command(Command),
    /// More keys have to follow.
    Begun,
    /// They are bound to nothing.
    Nothing,
}

/// A key that can follow those that were pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Following {
    /// The key.
    pub key: Key,
    /// What it does; `None` where still more keys follow.
    pub command: Option<Command>,
}

/// What can follow some keys, in the order in which it was bound.
#[derive(Clone, Debug, Default)]
struct Node {
    next: Vec<(Key, Node)>,
    command: Option<Command>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::new(&[]).0
    }
}

impl Keymap {
    /// The keys of the action table with those that people set, what is wrong with these (they are left out), and
    /// which keys of the table they take the place of.
    pub fn new(set: &[Binding]) -> (Self, Vec<BindingFault>, Vec<Replaced>) {
        let (bound, faults, replaced) = bind::all(set);
        let mut map = Self { trees: HashMap::new(), chords: HashMap::new() };
        for one in &bound {
            map.trees.entry(one.context).or_default().put(&one.chord, one.command);
            let chords = map.chords.entry((one.context, one.command)).or_default();
            let written = bind::written(&one.chord);
            if one.line.is_some() { chords.insert(0, written) } else { chords.push(written) }
        }
        (map, faults, replaced)
    }

    /// What comes of `keys` in `context`.
    pub fn find(&self, context: Context, keys: &[Key]) -> Found {
        match self.node(context, keys) {
            Some(Node { command: Some(command), .. }) => Found::Command(*command),
            Some(_) if !keys.is_empty() => Found::Begun,
            _ => Found::Nothing,
        }
    }

    /// The command that `key` alone gives in `context`.
    pub fn command(&self, context: Context, key: Key) -> Option<Command> {
        match self.find(context, &[key]) {
            Found::Command(command) => Some(command),
            Found::Begun | Found::Nothing => None,
        }
    }

    /// The command that `key` gives in `context`, alone or as the first of several: then the first of these.
    pub fn begun_by(&self, context: Context, key: Key) -> Option<Command> {
        let mut node = self.node(context, &[key])?;
        while node.command.is_none() {
            node = &node.next.first()?.1;
        }
        node.command
    }

    /// The keys that can follow `keys` in `context`.
    pub fn following(&self, context: Context, keys: &[Key]) -> Vec<Following> {
        let next = self.node(context, keys).map(|node| node.next.as_slice()).unwrap_or_default();
        next.iter().map(|(key, node)| Following { key: *key, command: node.command }).collect()
    }

    /// The chords of `command` in `context`, as they are written; those that people set come first.
    pub fn chords(&self, context: Context, command: Command) -> &[String] {
        self.chords.get(&(context, command)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The chords of `command` in the places where it works, each once.
    pub fn chords_anywhere(&self, command: Command) -> Vec<&str> {
        let mut chords: Vec<&str> = Vec::new();
        for context in entry_of(command).map(|entry| entry.contexts).unwrap_or_default() {
            for chord in self.chords(*context, command) {
                if !chords.contains(&chord.as_str()) {
                    chords.push(chord);
                }
            }
        }
        chords
    }

    fn node(&self, context: Context, keys: &[Key]) -> Option<&Node> {
        let tree = self.trees.get(&context)?;
        keys.iter().try_fold(tree, |node, key| node.next.iter().find(|(next, _)| next == key).map(|(_, node)| node))
    }
}

impl Node {
    fn put(&mut self, keys: &[Key], command: Command) {
        let Some((first, rest)) = keys.split_first() else {
            self.command = Some(command);
            return;
        };
        let at = self.next.iter().position(|(key, _)| key == first).unwrap_or_else(|| {
            self.next.push((*first, Self::default()));
            self.next.len() - 1
        });
        if let Some((_, node)) = self.next.get_mut(at) {
            node.put(rest, command);
        }
    }
}
