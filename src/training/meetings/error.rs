//! What can keep the program from learning the weights of company, each with the path and what to do.

use std::io;
use std::path::{Path, PathBuf};

/// Why there is no table. Every message is one line.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    /// A file of the data cannot be read.
    #[error("{}: {why}; give files of stories as JSON Lines", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: io::Error,
    },
    /// A file is not what it should be.
    #[error("{}: {why}; compare it with the form that docs/meetings.md describes", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The table cannot be read or written.
    #[error("{}: {why}; say with --out where the table is", path.display())]
    Written {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: io::Error,
    },
    /// A line of the data holds no story.
    #[error("{}: a line has no text; take it out", .0.display())]
    Empty(PathBuf),
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

    /// Of what is written in `path`.
    pub(super) fn malformed<E: ToString>(path: &Path) -> impl FnOnce(E) -> Self {
        let path = path.to_owned();
        move |why| Self::Malformed { path, why: why.to_string() }
    }

    /// Of reading or writing the table at `path`.
    pub(super) fn table(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |why| Self::Written { path, why }
    }
}
