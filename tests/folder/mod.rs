//! A folder of a test's own, filled with files and removed at its end.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A fresh folder; gone when it is dropped.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// A folder that no other test has.
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("dateline-test-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a temporary folder");
        Self(path)
    }

    /// Writes a file, with the folders that lead to it.
    #[must_use]
    pub(crate) fn with(self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder above every file")).expect("a folder");
        fs::write(path, content).expect("a file");
        self
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
        // What a program kept that ran inside.
        for what in ["config", "state"] {
            let name = self.0.file_name().unwrap_or_default().to_string_lossy();
            let _ = fs::remove_dir_all(self.0.with_file_name(format!("{name}-{what}")));
        }
    }
}
