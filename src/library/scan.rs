//! Paths in, the files under them out; nothing is opened.
//!
//! **In:** files and folders as they were given. **Out:** every file once, with the id of its article, and what was
//! passed over. **Why:** folders hold hidden files, loops of links and pipes; none of them may hang or repeat anything.

use std::collections::HashSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::error::reason;
use super::types::{PassedOver, Skipped};
use crate::text::sanitise::one_line;

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct File {
    /// Where it is.
    pub(super) path: PathBuf,
    /// Relative to the folder that was given, with `/` between names; on one line, free of control characters.
    pub(super) id: String,
}

/// What lies under some paths.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// In no particular order.
    pub(super) files: Vec<File>,
    /// What cannot be looked at.
    pub(super) skipped: Vec<Skipped>,
    /// How many files and folders were passed over.
    pub(super) passed_over: PassedOver,
}

/// Lists every file under `paths`, each once, however many ways lead to it. A path that is itself hidden, or a
/// table, is read all the same: it was asked for.
pub(super) fn scan(paths: &[PathBuf]) -> Found {
    let mut scan = Scan::default();
    let folders: HashSet<PathBuf> =
        paths.iter().filter(|path| path.is_dir()).filter_map(|path| fs::canonicalize(path).ok()).collect();
    let several_folders = folders.len() > 1;
    for path in paths {
        let id = if path.is_dir() && !several_folders { String::new() } else { own_name(path) };
        scan.pending.push(File { path: path.clone(), id });
    }
    // Asked-for paths first, in their order; the stack gives back what came last.
    scan.pending.reverse();
    // Links come after everything else, so that a file goes by its own name where it has one.
    while let Some(next) = scan.pending.pop().or_else(|| scan.links.pop()) {
        scan.visit(next);
    }
    scan.found
}

#[derive(Default)]
struct Scan {
    found: Found,
    pending: Vec<File>,
    links: Vec<File>,
    /// Folders and files that were met, by their real paths.
    seen: HashSet<PathBuf>,
}

impl Scan {
    fn visit(&mut self, next: File) {
        // Follows links: what counts is where they lead.
        let known = fs::canonicalize(&next.path).and_then(|real| Ok((fs::metadata(&real)?, real)));
        match known {
            Err(error) => self.skip(next.path, reason(&error)),
            Ok((_, real)) if !self.seen.insert(real.clone()) => {}
            Ok((kind, real)) if kind.is_dir() => self.enter(&next, &real),
            Ok((kind, _)) if kind.is_file() => self.found.files.push(next),
            // A pipe or a device may never end.
            Ok(_) => self.skip(next.path, "is neither a file nor a folder; save its text in a file".to_owned()),
        }
    }

    /// Lists a folder, whose real path is `real`.
    fn enter(&mut self, folder: &File, real: &Path) {
        let entries = match fs::read_dir(&folder.path) {
            Ok(entries) => entries,
            Err(error) => return self.skip(folder.path.clone(), reason(&error)),
        };
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => return self.skip(folder.path.clone(), reason(&error)),
            };
            let name = entry.file_name();
            if name.as_encoded_bytes().starts_with(b".") {
                self.found.passed_over.hidden += 1;
                continue;
            }
            // A folder of stories may be called `exports.csv`.
            if is_table(Path::new(&name)) && entry.path().is_file() {
                self.found.passed_over.tables += 1;
                continue;
            }
            let file = File { path: entry.path(), id: joined(&folder.id, &name.to_string_lossy()) };
            match entry.file_type() {
                // The common case asks the disk nothing more.
                Ok(kind) if kind.is_file() => {
                    if self.seen.insert(real.join(&name)) {
                        self.found.files.push(file);
                    }
                }
                Ok(kind) if kind.is_symlink() => self.links.push(file),
                _ => self.pending.push(file),
            }
        }
        // Folders list their entries in any order; which of two links to one file is kept must not depend on it.
        self.links.sort_by(|a, b| b.id.cmp(&a.id));
    }

    fn skip(&mut self, path: PathBuf, why: String) {
        self.found.skipped.push(Skipped { path, line: None, why });
    }
}

/// Whether a file of this name is a table: its rows are no sentences, and what lies beside stories is mostly about them.
fn is_table(name: &Path) -> bool {
    let ending = name.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ["csv", "tsv"].iter().any(|table| table.eq_ignore_ascii_case(ending))
}

fn joined(folder: &str, name: &str) -> String {
    let name = one_line(name);
    if folder.is_empty() { name } else { format!("{folder}/{name}") }
}

/// The last name in `path`; for `.` and `..` the name of the folder that they lead to.
pub(super) fn own_name(path: &Path) -> String {
    let last = |path: &Path| match path.components().next_back() {
        Some(Component::Normal(name)) => Some(one_line(&name.to_string_lossy())),
        _ => None,
    };
    last(path)
        .or_else(|| last(&fs::canonicalize(path).ok()?))
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "/".to_owned())
}
