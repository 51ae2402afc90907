//! What the reader of the stories corrected: where the file lies, what it says, what is wrong in it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::output::{Output, tell};
use crate::library::Library;
use crate::library::by_hand::{ByHandError, shown};
use crate::library::corrections::{Corrections, Standing, corrections_file, read_corrections};

/// How many corrections that no longer apply are told one by one.
const TOLD: usize = 5;

/// The file that was given, or else the one in the configuration folder; `None` where no variable says where that is.
pub(super) fn path(given: Option<&Path>) -> Option<PathBuf> {
    given.map(Path::to_path_buf).or_else(|| corrections_file(|name| std::env::var_os(name)))
}

/// What is right in the file; whatever is wrong in it is told, and nothing stops for it.
pub(super) fn read(given: Option<&Path>) -> Corrections {
    let (corrections, mistakes) = read_for_reader(given);
    for mistake in &mistakes {
        tell(&format!("dateline: {mistake}"));
    }
    corrections
}

/// The same for the reader, which tells of mistakes itself.
pub(super) fn read_for_reader(given: Option<&Path>) -> (Corrections, Vec<String>) {
    let (corrections, mistakes) = all(given);
    let holding = if corrections.entries.is_empty() { "no correction holds" } else { "the other corrections hold" };
    // Once, with the last of them.
    let last = mistakes.len().saturating_sub(1);
    let told = |(at, mistake): (usize, &ByHandError)| {
        if at == last { format!("{mistake}; {holding}") } else { mistake.to_string() }
    };
    (corrections, mistakes.iter().enumerate().map(told).collect())
}

fn all(given: Option<&Path>) -> (Corrections, Vec<ByHandError>) {
    let Some(path) = path(given) else { return (Corrections::default(), Vec::new()) };
    read_corrections(&path).unwrap_or_else(|error| {
        let faults = vec![error];
        (Corrections { faults: faults.clone(), ..Corrections::default() }, faults)
    })
}

/// Tells of corrections that no longer apply to these stories.
pub(super) fn tell_standing(library: &Library) {
    let standing = library.standing.iter().zip(&library.corrections.entries);
    let gone = standing.filter_map(|(standing, entry)| match standing {
        Standing::Gone(why) => Some(format!("“{}”: {why}", entry.what.told(library))),
        _ => None,
    });
    let gone: Vec<String> = gone.collect();
    for one in gone.iter().take(TOLD) {
        tell(&format!("dateline: a correction no longer applies: {one}"));
    }
    if gone.len() > TOLD {
        tell(&format!("dateline: nor do {} others", gone.len() - TOLD));
    }
}

/// Tells whether the file is right.
pub(super) fn check(given: Option<&Path>, out: &mut Output) -> io::Result<bool> {
    let Some(path) = path(given) else { return Ok(true) };
    let (corrections, mistakes) = all(given);
    for mistake in &mistakes {
        tell(&format!("dateline: {mistake}"));
    }
    if mistakes.is_empty() && path.exists() {
        let count = match corrections.entries.len() {
            1 => "1 correction".to_owned(),
            count => format!("{count} corrections"),
        };
        out.line(&format!("{}: {count}, all understood", shown(&path)))?;
        out.flush()?;
    }
    Ok(mistakes.is_empty())
}
