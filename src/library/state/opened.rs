//! Which files of state this process has open.
//!
//! **In:** a path, for as long as a store of it lives. **Out:** whether it is the only one. **Why:** whoever opens a file beside
//! `SQLite` and closes it takes away all locks that the process has on it (<https://sqlite.org/howtocorrupt.html>, 2.2). So the
//! rights of a file are looked at only while no other store has it open.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

static OPENED: Mutex<BTreeMap<PathBuf, usize>> = Mutex::new(BTreeMap::new());

/// That a store is open, until it is dropped.
#[derive(Debug)]
pub(super) struct Opened {
    path: PathBuf,
    /// Whether no other store of this process had the file open.
    pub(super) is_first: bool,
}

impl Opened {
    /// From now on.
    pub(super) fn now(path: &Path) -> Self {
        let mut all = all();
        let stores = all.entry(path.to_owned()).or_default();
        *stores += 1;
        Self { path: path.to_owned(), is_first: *stores == 1 }
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        let mut all = all();
        if let Some(stores) = all.get_mut(&self.path) {
            *stores -= 1;
            if *stores == 0 {
                all.remove(&self.path);
            }
        }
    }
}

fn all() -> MutexGuard<'static, BTreeMap<PathBuf, usize>> {
    OPENED.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_several_is_told_and_the_first_after_all_are_closed() {
        let path = Path::new("of-this-test/state.db");
        let first = Opened::now(path);
        let second = Opened::now(path);
        assert!(first.is_first && !second.is_first);
        drop(first);
        assert!(!Opened::now(path).is_first);
        drop(second);
        assert!(Opened::now(path).is_first);
    }
}
