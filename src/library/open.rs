//! From paths to a library: scan, read on every core, put in order, link.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::error::{OpenError, passed_over, reason};
use super::read::{Outcome, analyse, read};
use super::types::{Library, Skipped};
use super::{ids, scan};
use crate::article::Article;
use crate::language::Facts;
use crate::links::connect;
use crate::meetings::Story;

/// How far the opening of a library has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Looking for files.
    Scanning,
    /// Reading files and finding names, dates and meetings in them.
    Reading {
        /// Files read so far.
        done: usize,
        /// Files in all.
        total: usize,
    },
    /// Comparing the stories with each other.
    Linking {
        /// Stories in all.
        stories: usize,
    },
}

impl Library {
    /// Opens files and folders, and every file in the folders below them. Hidden and binary files are passed over and
    /// counted; what cannot be read is told in [`Library::skipped`] and hides nothing else.
    ///
    /// `progress` is called from several threads, at most a few hundred times.
    ///
    /// Fails where not a single story can be read.
    pub fn open(paths: &[PathBuf], progress: &(dyn Fn(Progress) + Sync)) -> Result<Self, OpenError> {
        Self::open_knowing(paths, Facts::shipped(), progress)
    }

    /// The same with names of the user's own among the `facts`.
    pub fn open_knowing(
        paths: &[PathBuf],
        facts: &Facts,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Self, OpenError> {
        progress(Progress::Scanning);
        Self::check(paths)?;
        let scan::Found { mut files, mut skipped, hidden } = scan::scan(paths);
        // Results come back in this order, so that nothing depends on which thread was faster.
        files.sort_by(|a, b| (&a.id, &a.path).cmp(&(&b.id, &b.path)));
        let outcomes = read_all(&files, facts, progress);
        let mut stories = Vec::new();
        let mut notices = Vec::new();
        let mut binary = 0;
        for (file, outcome) in files.iter().zip(outcomes) {
            stories.extend(outcome.stories);
            skipped.extend(outcome.skipped);
            notices.extend(outcome.notices);
            // In a folder a picture is no surprise, but someone who names one is owed an answer.
            if outcome.binary && paths.contains(&file.path) {
                let why = "is not a text file; give text or JSONL files".to_owned();
                skipped.push(Skipped { path: file.path.clone(), line: None, why });
            } else {
                binary += usize::from(outcome.binary);
            }
        }
        if stories.is_empty() {
            return Err(nothing(paths, skipped, hidden, binary));
        }
        progress(Progress::Linking { stories: stories.len() });
        let mut library = Self::of(label(paths), stories, facts);
        library.skipped = skipped;
        library.skipped.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
        library.notices.append(&mut notices);
        library.notices.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
        (library.hidden, library.binary) = (hidden, binary);
        Ok(library)
    }

    /// Whether a single path leads anywhere, told before anything is read: most likely it is a slip of the keyboard.
    /// Of several paths the good ones are opened all the same.
    pub fn check(paths: &[PathBuf]) -> Result<(), OpenError> {
        let [path] = paths else { return Ok(()) };
        match std::fs::metadata(path) {
            Ok(_) => Ok(()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Err(OpenError::Missing { path: path.clone() })
            }
            Err(error) => Err(OpenError::Unreadable { path: path.clone(), why: reason(&error) }),
        }
    }

    /// A library of articles that were read already; `label` is what to call it on the screen.
    pub fn from_articles(label: &str, articles: Vec<Article>) -> Self {
        Self::from_articles_knowing(label, articles, Facts::shipped())
    }

    /// The same with names of the user's own among the `facts`.
    pub fn from_articles_knowing(label: &str, articles: Vec<Article>, facts: &Facts) -> Self {
        let stories = articles.into_par_iter().map(|article| analyse(article, facts)).collect();
        Self::of(label.to_owned(), stories, facts)
    }

    fn of(label: String, mut stories: Vec<Story>, facts: &Facts) -> Self {
        let notices = ids::settle(&mut stories);
        let connections = connect(&mut stories, facts);
        Self { label, stories, connections, notices, ..Self::default() }
    }
}

fn read_all(files: &[scan::File], facts: &Facts, progress: &(dyn Fn(Progress) + Sync)) -> Vec<Outcome> {
    let total = files.len();
    let step = (total / 200).max(1);
    let done = AtomicUsize::new(0);
    progress(Progress::Reading { done: 0, total });
    files
        .par_iter()
        .map(|file| {
            let outcome = read(file, facts);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            if done.is_multiple_of(step) || done == total {
                progress(Progress::Reading { done, total });
            }
            outcome
        })
        .collect()
}

/// Why there is nothing to show.
fn nothing(paths: &[PathBuf], mut skipped: Vec<Skipped>, hidden: usize, binary: usize) -> OpenError {
    if skipped.is_empty() {
        let path = paths.first().cloned().unwrap_or_else(|| ".".into());
        return OpenError::Empty { path, passed: passed_over(hidden, binary) };
    }
    let more = skipped.len() - 1;
    OpenError::NothingRead { first: skipped.swap_remove(0), more }
}

/// The folder's name, or how many paths there are.
fn label(paths: &[PathBuf]) -> String {
    match paths {
        [path] => scan::own_name(path),
        paths if paths.iter().all(|path| path.is_file()) => format!("{} files", paths.len()),
        paths => format!("{} paths", paths.len()),
    }
}

#[cfg(test)]
mod tests;
