//! How the reader was left, one small file for each library.
//!
//! **In:** a folder, a library, a text. **Out:** that text again; the file. **Why:** whoever comes back wants to see the
//! first screen where they left it, and opening a database costs that screen more than reading a small file. Nothing in it
//! is precious: a file that cannot be read or written is passed over.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::time::SystemTime;

use super::key::digest;
use crate::library::private;

/// So many libraries are remembered; the ones left longest ago are forgotten.
const MOST: usize = 200;
/// A longer file is none of ours, in bytes.
const LONGEST: u64 = 1 << 20;

/// The folder in which it is kept how libraries were left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sessions {
    folder: PathBuf,
}

impl Sessions {
    /// In this folder, which need not be there.
    pub const fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// What [`Self::keep`] was given last for this library.
    pub fn read(&self, library: &str) -> Option<String> {
        let file = self.file(library);
        let is_ours = fs::metadata(&file).ok()?.len() <= LONGEST;
        let text = is_ours.then(|| fs::read_to_string(&file).ok())??;
        // Two libraries whose digests are the same are told apart by the first line.
        text.strip_prefix(&first_line(library)).map(str::to_owned)
    }

    /// Keeps how the reader was left: wholly or not at all, and the last of two readers wins.
    pub fn keep(&self, library: &str, value: &str) -> io::Result<()> {
        private::make_folder(&self.folder)?;
        self.forget_the_oldest()?;
        let file = self.file(library);
        let new = file.with_extension(format!("{}.new", std::process::id()));
        private::write_file(&new, format!("{}{value}", first_line(library)).as_bytes())?;
        fs::rename(&new, &file).inspect_err(|_| {
            let _ = fs::remove_file(&new);
        })
    }

    fn file(&self, library: &str) -> PathBuf {
        self.folder.join(format!("{:032x}.json", digest(library.bytes())))
    }

    fn forget_the_oldest(&self) -> io::Result<()> {
        let age = |entry: &fs::DirEntry| {
            entry.metadata().and_then(|about| about.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
        };
        let mut files: Vec<(SystemTime, PathBuf)> =
            fs::read_dir(&self.folder)?.flatten().map(|entry| (age(&entry), entry.path())).collect();
        files.sort();
        let more = (files.len() + 1).saturating_sub(MOST);
        files.iter().take(more).try_for_each(|(_, file)| fs::remove_file(file))
    }
}

/// The name of the library in quotation marks, in one line.
fn first_line(library: &str) -> String {
    format!("{library:?}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own, removed at the end.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("dateline-sessions-{name}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&folder);
            Self(folder)
        }

        fn sessions(&self) -> Sessions {
            Sessions::new(self.0.join("deeper"))
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn how_the_reader_was_left_is_kept_for_each_library() {
        let folder = Folder::new("each");
        let sessions = folder.sessions();
        assert_eq!(sessions.read("/news"), None);
        sessions.keep("/news", "{\"story\":\"a\"}").unwrap();
        sessions.keep("/news", "{\"story\":\"b\"}").unwrap();
        assert_eq!(sessions.read("/news").as_deref(), Some("{\"story\":\"b\"}"));
        assert_eq!(sessions.read("/news\n/other"), None);
        assert_eq!(fs::read_dir(folder.0.join("deeper")).unwrap().count(), 1, "nothing half written is left behind");
    }

    #[test]
    fn a_file_of_another_library_is_not_taken() {
        let folder = Folder::new("other");
        let sessions = folder.sessions();
        sessions.keep("/news", "x").unwrap();
        fs::rename(sessions.file("/news"), sessions.file("/other")).unwrap();
        assert_eq!(sessions.read("/other"), None);
        fs::write(sessions.file("/news"), [0xff, 0xfe]).unwrap();
        assert_eq!(sessions.read("/news"), None);
    }

    #[test]
    fn the_libraries_left_longest_ago_are_forgotten() {
        let folder = Folder::new("oldest");
        let sessions = folder.sessions();
        for number in 0..MOST + 3 {
            sessions.keep(&number.to_string(), "x").unwrap();
        }
        assert!(fs::read_dir(folder.0.join("deeper")).unwrap().count() <= MOST);
        assert!(sessions.read(&(MOST + 2).to_string()).is_some());
    }
}
