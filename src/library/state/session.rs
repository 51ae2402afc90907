//! How the reader was left, one small file for each library.
//!
//! **In:** a folder, a library, a text. **Out:** that text again; the file. **Why:** whoever comes back wants to see the
//! first screen where they left it, and opening a database costs that screen more than reading a small file. A file that
//! cannot be understood is set aside and told of, like a damaged database: nothing is lost without a word.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::time::SystemTime;

use super::key::digest;
use super::{aside, shown};
use crate::library::private;

/// So many libraries are remembered; the ones left longest ago are forgotten.
const MOST: usize = 200;
/// A longer file is none of ours, in bytes.
const LONGEST: u64 = 1 << 20;

/// In the name of a file that was set aside.
const ASIDE: &str = ".damaged-";

/// A file that cannot be understood, and where it lies now. The message is one line, free of control characters.
#[derive(Debug, thiserror::Error)]
#[error("What was kept of where you were was damaged; it lies in {}, and you begin anew.", shown(path))]
pub struct DamagedSession {
    /// The file.
    pub path: PathBuf,
}

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

    /// What [`Self::keep`] was given last for this library, as far as it is understood; `None` where there is nothing. A
    /// file that is none of ours or cannot be understood is set aside.
    pub fn read<T>(
        &self,
        library: &str,
        understand: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, DamagedSession> {
        let file = self.file(library);
        let Ok(about) = fs::metadata(&file) else { return Ok(None) };
        let text = if about.len() <= LONGEST { fs::read_to_string(&file).ok() } else { None };
        let parts = text.as_deref().and_then(|text| text.split_once('\n'));
        // Two libraries whose digests are the same are told apart by the first line.
        if parts.is_some_and(|(first, _)| first != first_line(library) && is_name(first)) {
            return Ok(None);
        }
        let own = parts.filter(|(first, _)| *first == first_line(library));
        own.and_then(|(_, value)| understand(value)).map(Some).ok_or_else(|| set_aside(file))
    }

    /// Keeps how the reader was left: wholly or not at all, and the last of two readers wins.
    pub fn keep(&self, library: &str, value: &str) -> io::Result<()> {
        private::make_folder(&self.folder)?;
        self.forget_the_oldest()?;
        let file = self.file(library);
        let new = file.with_extension(format!("{}.new", std::process::id()));
        private::write_file(&new, format!("{}\n{value}", first_line(library)).as_bytes())?;
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
        files.retain(|(_, file)| !file.to_string_lossy().contains(ASIDE));
        files.sort();
        let more = (files.len() + 1).saturating_sub(MOST);
        files.iter().take(more).try_for_each(|(_, file)| fs::remove_file(file))
    }
}

/// The name of the library in quotation marks, in one line.
fn first_line(library: &str) -> String {
    format!("{library:?}")
}

/// Whether that is such a line.
fn is_name(line: &str) -> bool {
    line.len() > 1 && line.starts_with('"') && line.ends_with('"')
}

/// Gives the file another name, so that nothing is written over it.
fn set_aside(file: PathBuf) -> DamagedSession {
    let aside = aside(&file);
    let path = if fs::rename(&file, &aside).is_ok() { aside } else { file };
    DamagedSession { path }
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

        fn count(&self) -> usize {
            fs::read_dir(self.0.join("deeper")).unwrap().count()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn read(sessions: &Sessions, library: &str) -> Option<String> {
        sessions.read(library, |value| Some(value.to_owned())).unwrap()
    }

    #[test]
    fn how_the_reader_was_left_is_kept_for_each_library() {
        let folder = Folder::new("each");
        let sessions = folder.sessions();
        assert_eq!(read(&sessions, "/news"), None);
        sessions.keep("/news", "{\"story\":\"a\"}").unwrap();
        sessions.keep("/news", "{\"story\":\"b\"}").unwrap();
        assert_eq!(read(&sessions, "/news").as_deref(), Some("{\"story\":\"b\"}"));
        assert_eq!(read(&sessions, "/news\n/other"), None);
        assert_eq!(folder.count(), 1, "nothing half written is left behind");
    }

    #[test]
    fn a_file_of_another_library_is_not_taken() {
        let folder = Folder::new("other");
        let sessions = folder.sessions();
        sessions.keep("/news", "x").unwrap();
        fs::rename(sessions.file("/news"), sessions.file("/other")).unwrap();
        assert_eq!(read(&sessions, "/other"), None);
        assert!(sessions.file("/other").exists(), "and it is left where it is");
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_told_of_and_outlives_the_next_one() {
        let folder = Folder::new("damaged");
        let sessions = folder.sessions();
        let contents: [&[u8]; 4] = [&[0xff, 0xfe], b"", b"garbage", b"\"/news\"\nno value"];
        for (at, content) in contents.iter().enumerate() {
            sessions.keep("/news", "x").unwrap();
            fs::write(sessions.file("/news"), content).unwrap();
            let damaged = sessions.read("/news", |value| (value == "x").then_some(())).unwrap_err();
            assert_eq!(fs::read(&damaged.path).unwrap(), *content);
            assert!(damaged.path.to_string_lossy().ends_with(&format!("{ASIDE}{}", at + 1)), "{damaged}");
            assert!(damaged.to_string().contains("damaged; it lies in "), "{damaged}");
            assert_eq!(read(&sessions, "/news"), None, "it is told of once");
        }
        for number in 0..MOST + 3 {
            sessions.keep(&number.to_string(), "x").unwrap();
        }
        assert!(folder.count() <= MOST + contents.len());
        let is_aside = |entry: &fs::DirEntry| entry.path().to_string_lossy().contains(ASIDE);
        let files = fs::read_dir(folder.0.join("deeper")).unwrap().flatten();
        assert_eq!(files.filter(is_aside).count(), contents.len());
    }

    #[test]
    fn the_libraries_left_longest_ago_are_forgotten() {
        let folder = Folder::new("oldest");
        let sessions = folder.sessions();
        for number in 0..MOST + 3 {
            sessions.keep(&number.to_string(), "x").unwrap();
        }
        assert!(folder.count() <= MOST);
        assert!(read(&sessions, &(MOST + 2).to_string()).is_some());
    }
}
