//! Why there is no library to show, each with the path and the next step.

use std::path::{Path, PathBuf};

use super::types::{PassedOver, Skipped};
use crate::text::sanitise::one_line;

/// Nothing could be opened. Every message is one line, free of control characters.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// A path leads nowhere.
    #[error("{}: there is no such file or folder; check the spelling", shown(path))]
    Missing {
        /// As it was given.
        path: PathBuf,
    },
    /// A path cannot be looked at.
    #[error("{}: {why}", shown(path))]
    Unreadable {
        /// As it was given.
        path: PathBuf,
        /// Why, and what to do about it.
        why: String,
    },
    /// There is no file to read.
    #[error("{}: no articles here{passed}; give a folder that holds text or JSONL files", shown(path))]
    Empty {
        /// The first path that was given.
        path: PathBuf,
        /// What was passed over, in brackets; may be empty.
        passed: String,
    },
    /// There are files, but none could be read.
    #[error("{}{}: {}{}", shown(&first.path), at(first.line), first.why, others(*more))]
    NothingRead {
        /// The first of them.
        first: Skipped,
        /// How many others failed too.
        more: usize,
    },
}

/// A path as it may be printed: one line, no control characters.
pub fn shown(path: &Path) -> String {
    let name = one_line(&path.to_string_lossy());
    // A name of invisible characters only would leave a message without a subject.
    if name.is_empty() { "(a name without visible letters)".to_owned() } else { name }
}

fn at(line: Option<usize>) -> String {
    line.map(|line| format!(", line {line}")).unwrap_or_default()
}

fn others(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => " (and one other could not be read)".to_owned(),
        more => format!(" (and {more} others could not be read)"),
    }
}

/// Why the system refused a file or folder, and what to do about it.
pub(super) fn reason(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder; check the spelling".to_owned(),
        ErrorKind::PermissionDenied => "permission denied; allow reading it (chmod +r) and try again".to_owned(),
        _ => format!("cannot be read: {}; check the disk and try again", one_line(&error.to_string())),
    }
}

/// ` (2 hidden and 1 binary passed over)`, or nothing.
pub(super) fn passed_over(passed: PassedOver) -> String {
    let counts = passed.words();
    if counts.is_empty() { String::new() } else { format!(" ({} passed over)", counts.join(" and ")) }
}
