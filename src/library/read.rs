//! One file in, its articles out.
//!
//! **In:** a path. **Out:** the articles it holds, or why there are none. **Why:** a file may be too large, not text, or
//! vanish while it is read; whatever happens to one must not happen to the others.

use std::fs;
use std::io::Read;
use std::path::Path;

use super::error::reason;
use super::open::{Progress, Report};
use super::scan::File;
use super::types::{Notice, Skipped};
use crate::article::{self, Article, Fault};
use crate::text::decode::is_binary;

/// The largest file of one article, in bytes: a thousand times a long read; beyond that it is a log or a dump.
const LARGEST_ARTICLE: u64 = 16 << 20;
/// The largest file of many records, in bytes.
const LARGEST_COLLECTION: u64 = 1 << 30;

/// What became of one file.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Its articles, in its order.
    pub(super) articles: Vec<Article>,
    /// What in it could not be read.
    pub(super) skipped: Vec<Skipped>,
    /// What is worth knowing of those that were read.
    pub(super) notices: Vec<Notice>,
    /// Whether it was passed over because it is not text.
    pub(super) binary: bool,
}

/// From this many records on it takes so long to read a file that they are counted.
const MANY: usize = 2000;

/// Reads one file; `progress` is told how far that has come in one of very many records.
pub(super) fn read(file: &File, progress: Report<'_>) -> Outcome {
    let bytes = match load(&file.path) {
        Ok(bytes) => bytes,
        Err(why) => return Outcome { skipped: vec![skip(&file.path, None, why)], ..Outcome::default() },
    };
    if is_binary(&bytes) {
        return Outcome { binary: true, ..Outcome::default() };
    }
    let reached = |done, total| {
        if total >= MANY {
            progress(Progress::Records { done, total });
        }
    };
    let reading = article::read_telling(&file.id, &file.path, &bytes, &reached);
    drop(bytes);
    let notice = |notice: Fault| Notice { path: file.path.clone(), line: notice.line, what: notice.why };
    Outcome {
        articles: reading.articles,
        skipped: reading.faults.into_iter().map(|fault| skip(&file.path, fault.line, fault.why)).collect(),
        notices: reading.notices.into_iter().map(notice).collect(),
        binary: false,
    }
}

fn skip(path: &Path, line: Option<usize>, why: String) -> Skipped {
    Skipped { path: path.to_owned(), line, why }
}

fn load(path: &Path) -> Result<Vec<u8>, String> {
    let many =
        path.extension().is_some_and(|end| end.eq_ignore_ascii_case("jsonl") || end.eq_ignore_ascii_case("ndjson"));
    let largest = if many { LARGEST_COLLECTION } else { LARGEST_ARTICLE };
    let file = fs::File::open(path).map_err(|error| reason(&error))?;
    let expected = file.metadata().map_or(0, |about| about.len());
    let mut bytes = Vec::new();
    if expected <= largest {
        bytes.reserve_exact(usize::try_from(expected).unwrap_or(0) + 1);
        // What a file says of its length is not always true; one byte more than allowed tells.
        file.take(largest + 1).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    }
    if expected > largest || bytes.len() as u64 > largest {
        return Err(format!("is larger than {} MB; split it into smaller files", largest >> 20));
    }
    Ok(bytes)
}
