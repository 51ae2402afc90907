//! What is to be opened: the paths that were given, or what stands in for them.

use std::path::{Path, PathBuf};

use crate::language::Facts;
use crate::library::{Library, OpenError, Report};

/// The folder that is opened where no path is given.
const FOLDER: &str = "articles";

/// Where the articles come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// Files and folders.
    Paths(Vec<PathBuf>),
    /// The articles in the program itself.
    BuiltIn,
}

impl Source {
    /// `paths`; without any, the folder `articles` where there is one, else the built-in articles.
    pub(super) fn of(paths: &[PathBuf]) -> Self {
        if !paths.is_empty() {
            return Self::Paths(paths.to_vec());
        }
        if Path::new(FOLDER).is_dir() { Self::Paths(vec![FOLDER.into()]) } else { Self::BuiltIn }
    }

    /// Reads and links it all.
    pub(super) fn open(&self, facts: &Facts) -> Result<Library, OpenError> {
        Ok(self.read(&|_| ())?.analysed(facts, &|_| ()))
    }

    /// Reads it all; nothing is looked for in the stories yet.
    pub(super) fn read(&self, progress: Report<'_>) -> Result<Library, OpenError> {
        match self {
            Self::Paths(paths) => Library::read(paths, progress),
            Self::BuiltIn => Ok(Library::read_built_in()),
        }
    }

    /// Whether there is anything to open, told without reading it.
    pub(super) fn check(&self) -> Result<(), OpenError> {
        match self {
            Self::Paths(paths) => Library::check(paths),
            Self::BuiltIn => Ok(()),
        }
    }

    /// Whether this very path was asked for.
    pub(super) fn names(&self, path: &Path) -> bool {
        matches!(self, Self::Paths(paths) if paths.iter().any(|given| given == path))
    }
}
