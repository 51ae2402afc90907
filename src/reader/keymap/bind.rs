//! Bindings in, those that go together out.
//!
//! A binding that someone set takes the place of those of the table that have the same keys, or keys that would hide it or
//! be hidden by it. Two of someone's own that do so are a mistake, which is told.

use std::fmt;

use super::Key;
use crate::library::by_hand::nearest;
use crate::reader::actions::{Command, Context, TABLE, entry_of};
use crate::reader::settings::Binding;

/// Keys, one after the other, that give a command in one place.
#[derive(Clone, Debug)]
pub(super) struct Bound {
    pub context: Context,
    pub chord: Vec<Key>,
    pub command: Command,
    /// The line that says so; `None` for the table.
    pub line: Option<usize>,
}

/// What is wrong with a binding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BindingFault {
    /// The 1-based line that says it.
    pub line: usize,
    /// What, and what would be right, in one line.
    pub what: String,
}

/// A key of the table that lost its meaning to one that someone set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The 1-based line that took it.
    pub line: usize,
    /// In which place.
    pub context: Context,
    /// Its keys, as they are written.
    pub chord: String,
    /// What it meant.
    pub command: Command,
}

impl fmt::Display for Replaced {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let meaning = entry_of(self.command).map_or("", |entry| entry.name);
        write!(to, "line {}: takes `{}` in [keys.{}] from `{meaning}`", self.line, self.chord, self.context.name())
    }
}

/// All bindings that go together.
pub(super) fn all(set: &[Binding]) -> (Vec<Bound>, Vec<BindingFault>, Vec<Replaced>) {
    let mut bound: Vec<Bound> = table().collect();
    let (mut faults, mut replaced) = (Vec::new(), Vec::new());
    // What is said first in a file stands; the sections of a file come in no order of their own.
    let mut set: Vec<&Binding> = set.iter().collect();
    set.sort_by_key(|binding| binding.line);
    for binding in set {
        match read(binding) {
            Ok((chord, contexts, command)) => {
                for context in contexts {
                    let taken =
                        Bound { context, chord: chord.clone(), command: Command::Quit, line: Some(binding.line) };
                    let taken = command.map(|command| Bound { command, ..taken.clone() }).ok_or(taken);
                    add(&mut bound, taken, &mut faults, &mut replaced);
                }
            }
            Err(what) => faults.push(BindingFault { line: binding.line, what }),
        }
    }
    (bound, faults, replaced)
}

fn table() -> impl Iterator<Item = Bound> {
    let one = |context: &Context, keys: &str, command| {
        Some(Bound { context: *context, chord: chord(keys)?, command, line: None })
    };
    TABLE.iter().flat_map(move |entry| {
        let contexts = entry.contexts.iter();
        contexts.flat_map(move |context| entry.keys.iter().filter_map(move |keys| one(context, keys, entry.command)))
    })
}

/// Adds a binding; `Err` holds one that only takes keys away.
fn add(
    bound: &mut Vec<Bound>,
    new: Result<Bound, Bound>,
    faults: &mut Vec<BindingFault>,
    replaced: &mut Vec<Replaced>,
) {
    let (own, is_bound) = match &new {
        Ok(own) => (own.clone(), true),
        Err(own) => (own.clone(), false),
    };
    let line = own.line.unwrap_or_default();
    let hides = |other: &Bound| {
        let same = other.chord == own.chord;
        other.context == own.context
            && (same || is_bound && (other.chord.starts_with(&own.chord) || own.chord.starts_with(&other.chord)))
    };
    if let Some(other) = bound.iter().find(|other| hides(other) && other.line.is_some_and(|other| other != line)) {
        let (keys, theirs, at) = (written(&own.chord), written(&other.chord), other.line.unwrap_or_default());
        let what = if keys == theirs {
            format!("`{keys}` is bound in line {at} already; leave one of them out")
        } else {
            format!("`{keys}` and `{theirs}` of line {at} begin alike, so that one could never be pressed; change one")
        };
        faults.push(BindingFault { line, what });
        return;
    }
    for lost in bound.iter().filter(|other| hides(other) && other.line.is_none()) {
        let chord = written(&lost.chord);
        replaced.push(Replaced { line, context: own.context, chord, command: lost.command });
    }
    bound.retain(|other| !hides(other) || other.line.is_some());
    bound.extend(new.ok());
}

/// Keys, places, and a command or `none`.
type Read = (Vec<Key>, Vec<Context>, Option<Command>);

fn read(binding: &Binding) -> Result<Read, String> {
    let written = &binding.chord;
    let chord = chord(written).ok_or_else(|| {
        format!("`{written}` is no key: write one as j, C-o, Alt-x, S-Tab, F5, Space, and several with spaces between")
    })?;
    if binding.action == "none" {
        return Ok((chord, binding.context.map_or_else(|| Context::ALL.to_vec(), |context| vec![context]), None));
    }
    let Some(entry) = TABLE.iter().find(|entry| entry.name == binding.action) else {
        let names: Vec<&str> = TABLE.iter().map(|entry| entry.name).collect();
        let near = nearest(&binding.action, &names);
        return Err(format!(
            "there is no action `{}`{near} (`dateline config actions` prints them all)",
            binding.action
        ));
    };
    let contexts = match binding.context {
        None => entry.contexts.to_vec(),
        Some(context) if entry.contexts.contains(&context) => vec![context],
        Some(context) => {
            let places: Vec<&str> = entry.contexts.iter().map(|context| context.name()).collect();
            let (action, here) = (&binding.action, context.name());
            return Err(format!("`{action}` does nothing in [keys.{here}]; it works in {}", places.join(", ")));
        }
    };
    Ok((chord, contexts, entry_of(entry.command).map(|entry| entry.command)))
}

/// The keys of `g g`, `C-x C-s`.
fn chord(written: &str) -> Option<Vec<Key>> {
    let keys: Option<Vec<Key>> = written.split_whitespace().map(Key::parse).collect();
    keys.filter(|keys| !keys.is_empty())
}

/// Keys as they are written.
pub(super) fn written(chord: &[Key]) -> String {
    chord.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
}
