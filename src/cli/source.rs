//! What is to be opened: the paths that were given, or what stands in for them.

use std::path::{Path, PathBuf};

use crate::language::Facts;
use crate::library::corrections::Corrections;
use crate::library::{Library, OpenError, Report};

/// The folder that is opened where no path is given.
const FOLDER: &str = "articles";

/// So many paths are looked up on the disk.
const MOST_ASKED: usize = 64;

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

    /// Reads and links it all, corrected so.
    pub(super) fn open(&self, facts: &Facts, corrections: Corrections) -> Result<Library, OpenError> {
        Ok(self.read(&|_| ())?.correcting(corrections).analysed(facts, &|_| ()))
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

    /// By what it is known again: the same for the same files and folders, however they are written.
    pub(super) fn identity(&self) -> String {
        let Self::Paths(paths) = self else { return "built in".to_owned() };
        let here = std::env::current_dir().unwrap_or_default();
        // The disk is asked for a few paths only: a shell may have written out thousands, before the first screen.
        let whole = |path: &PathBuf| {
            let asked = (paths.len() <= MOST_ASKED).then(|| path.canonicalize().ok()).flatten();
            asked.unwrap_or_else(|| here.join(path)).to_string_lossy().into_owned()
        };
        let mut whole: Vec<String> = paths.iter().map(whole).collect();
        whole.sort();
        whole.dedup();
        whole.join("\n")
    }

    /// Whether this very path was asked for.
    pub(super) fn names(&self, path: &Path) -> bool {
        matches!(self, Self::Paths(paths) if paths.iter().any(|given| given == path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_paths_are_the_same_library_however_they_are_written() {
        let identity = |paths: &[&str]| Source::of(&paths.iter().map(PathBuf::from).collect::<Vec<_>>()).identity();
        assert_eq!(identity(&["articles", "src"]), identity(&["./src/", "src/../articles", "src"]));
        assert_ne!(identity(&["articles"]), identity(&["articles", "src"]));
        assert_ne!(identity(&["articles"]), Source::BuiltIn.identity());
    }
}
