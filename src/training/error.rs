//! What can keep the program from training, each with the path and what to do.

use std::io;
use std::path::{Path, PathBuf};

/// Why there are no weights. Every message is one line.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    /// A file of the data cannot be read.
    #[error("{}: {why}; DATA must be the folder that holds names/*.jsonl and names/clusters.tsv (docs/recogniser.md)", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: io::Error,
    },
    /// A line of a file is not what it should be.
    #[error("{}, line {line}: {why}; compare it with the form that docs/recogniser.md describes", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        why: String,
    },
    /// A file holds no text.
    #[error("{}: no labelled text in it; get the file anew", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// The weights cannot be read or written.
    #[error("{}: {why}; say with --out where the weights are", path.display())]
    Weights {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: io::Error,
    },
    /// What was packed does not read as a model.
    #[error("the packed weights do not read as a model; src/training/packing.rs and the recogniser's model.rs differ")]
    Format,
    /// Standard output is closed or full.
    #[error("standard output: {0}; free some space or write elsewhere")]
    Output(#[from] io::Error),
}

impl Error {
    /// Of reading `path`.
    pub(super) fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |why| Self::Unreadable { path, why }
    }

    /// Of reading or writing weights at `path`.
    pub(super) fn weights(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |why| Self::Weights { path, why }
    }
}
