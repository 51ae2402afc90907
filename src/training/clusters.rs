//! The file of words and their clusters in, the packed table out.

use std::fs;
use std::path::Path;

use super::error::Error;
use crate::language::training::{hash, pack_clusters};

/// Packs the table at `path`: a word a line with its cluster of a hundred and of six hundred, from 0, parted by tabs.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    parse(&fs::read_to_string(path).map_err(Error::unreadable(path))?, path)
}

/// Packs the table in `file`; `path` is for messages.
pub(super) fn parse(file: &str, path: &Path) -> Result<Vec<u8>, Error> {
    let mut words = Vec::new();
    for (number, line) in file.lines().enumerate() {
        let word = word(line).ok_or_else(|| Error::Malformed {
            path: path.to_owned(),
            line: number + 1,
            why: "not a word and two small numbers, parted by tabs".to_owned(),
        })?;
        words.push(word);
    }
    Ok(pack_clusters(&words))
}

/// A word's hash and its clusters, from 1 as the packed table counts.
fn word(line: &str) -> Option<(u64, [u16; 2])> {
    let mut columns = line.split('\t');
    let word = columns.next()?;
    let mut cluster = || columns.next()?.parse::<u16>().ok()?.checked_add(1);
    Some((hash(word.as_bytes()), [cluster()?, cluster()?]))
}
