//! The theme that was chosen in the reader, kept for the next time.
//!
//! **In:** a path beside the reader's state. **Out:** a choice; the file, written. **Why:** the file of settings belongs to
//! whoever wrote it, with comments and all, and is never changed. Once something else is set there than when the choice was
//! made, the newer word counts and the choice is forgotten.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::library::private;
use crate::text::sanitise::one_line;

/// A choice, and what was set when it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The name of a theme, or [`AUTO`](super::AUTO).
    pub chosen: String,
    /// The name that was set in the file of settings at that time.
    pub instead_of: String,
}

/// Where it is kept: beside this file of the reader's state.
pub fn file(state: &Path) -> PathBuf {
    state.with_file_name("theme")
}

/// The choice that was made in place of what is `set` now. None where there is none, or it can no longer be read.
pub fn read(path: &Path, set: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let mut lines = text.lines();
    let kept = Kept { chosen: one_line(lines.next()?), instead_of: one_line(lines.next()?) };
    (kept.instead_of == set && !kept.chosen.is_empty()).then_some(kept.chosen)
}

/// Keeps a choice: written whole, or not at all.
pub fn write(path: &Path, kept: &Kept) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        private::make_folder(folder)?;
    }
    let fresh = path.with_extension(format!("new-{}", std::process::id()));
    private::write_file(&fresh, format!("{}\n{}\n", kept.chosen, kept.instead_of).as_bytes())?;
    fs::rename(&fresh, path).inspect_err(|_| drop(fs::remove_file(&fresh)))
}
