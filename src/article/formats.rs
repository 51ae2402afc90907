//! The formats that articles come in.
//!
//! **In:** a file's bytes and path. **Out:** a [`Reading`]: its articles, and what in it could not be read.
//! **Why:** whatever comes in, the rest of the house sees articles. A format is one file in this folder and one row
//! of [`FORMATS`].

mod jsonl;
mod plain;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::Article;
use super::compose::{Record, compose};
use crate::text::decode::{decode, is_binary};
use crate::text::sanitise::one_line;

/// What was read from one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The articles, in the file's order.
    pub articles: Vec<Article>,
    /// What could not be read.
    pub faults: Vec<Fault>,
    /// What is odd about articles that were read all the same.
    pub notices: Vec<Fault>,
}

/// Something in a file that could not be read, or not as it was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// 1-based line, where it concerns one.
    pub line: Option<usize>,
    /// Why, and what to do about it, in plain words that can follow the file's name: `is empty; save … in it`.
    pub why: String,
}

impl Fault {
    fn new(line: Option<usize>, why: impl Into<String>) -> Self {
        Self { line, why: why.into() }
    }
}

/// What a format's reader finds in one file.
#[derive(Debug, Default)]
struct Found {
    /// In the file's order.
    records: Vec<Record>,
    /// As in [`Reading`].
    faults: Vec<Fault>,
    /// As in [`Reading`].
    notices: Vec<Fault>,
}

/// From a file's id and decoded text to its records, and what of it could not be read.
type Reader = fn(id: &str, text: &str, reached: Reached<'_>) -> Found;

/// Is told how much of a file is read: so many of so many, from several threads, two hundred times at most.
pub type Reached<'r> = &'r (dyn Fn(usize, usize) + Sync);

/// A format: the endings of its files' names, and its reader.
struct Format {
    /// Lower case, without the dot.
    extensions: &'static [&'static str],
    read: Reader,
}

/// Every format but plain text, which is whatever has no row here.
const FORMATS: &[Format] = &[Format { extensions: &["jsonl", "ndjson"], read: jsonl::read }];

/// Reads the articles in the file at `path`, whose contents are `bytes` and whose stories are to be known by `id`.
///
/// Never fails as a whole: what cannot be read becomes a [`Fault`], the rest is read.
pub fn read(id: &str, path: &Path, bytes: &[u8]) -> Reading {
    read_telling(id, path, bytes, &|_, _| ())
}

/// The same; `reached` is told how many records of how many are read.
pub fn read_telling(id: &str, path: &Path, bytes: &[u8], reached: Reached<'_>) -> Reading {
    let nothing = |why: &str| Reading { faults: vec![Fault::new(None, why)], ..Reading::default() };
    if bytes.is_empty() {
        return nothing("is empty; save the story's text in it");
    }
    if is_binary(bytes) {
        return nothing("is not text; save the story's text in a text file");
    }
    let decoded = decode(bytes);
    // A line is taken apart, then an article is made of it: each is half of the way.
    let halves = |done: usize, total: usize| reached(done / 2, total);
    let Found { records, faults, notices } = (reader(path))(&one_line(id), &decoded.text, &halves);
    let (total, composed) = (records.len(), AtomicUsize::new(0));
    let compose = |record| {
        let article = compose(record, path);
        let done = composed.fetch_add(1, Ordering::Relaxed) + 1;
        if is_worth_telling(done, total) {
            halves(total + done, total);
        }
        article
    };
    Reading { articles: records.into_par_iter().map(compose).collect(), faults, notices }
}

/// Whether to tell that so many of so many are done: two hundred times in all at most.
const fn is_worth_telling(done: usize, total: usize) -> bool {
    let step = total / 200 + 1;
    done.is_multiple_of(step) || done == total
}

/// The reader for files named like `path`.
fn reader(path: &Path) -> Reader {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default().to_ascii_lowercase();
    FORMATS
        .iter()
        .find(|format| format.extensions.contains(&extension.as_str()))
        .map_or(plain::read, |format| format.read)
}

#[cfg(test)]
mod tests;
