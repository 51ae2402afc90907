//! Files that readers ask for.
//!
//! **In:** a path and a clean text. **Out:** the file, under a number where there is one of that name; words about it.
//! **Why:** nothing that lies there is ever overwritten, and whoever asked has to know where to look.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use crate::library::by_hand::shown;
use crate::library::private;
use crate::reader::model::messages::Message;

/// So many numbers are tried.
const TRIED: usize = 100;

/// Writes a text into a new file.
pub(super) fn write(path: &Path, text: &str) -> Message {
    match new_file(path) {
        Ok((mut file, written)) => match file.write_all(text.as_bytes()) {
            Ok(()) => Message::answer(told(path, &written)),
            Err(error) => {
                // Half a page is worse than none.
                let _ = fs::remove_file(&written);
                Message::error(format!("Nothing was written: {}: {error}.", shown(&written)))
            }
        },
        Err(error) => Message::error(format!("Nothing was written: {}: {error}.", shown(path))),
    }
}

/// The name first: a narrow screen has no room for the folder.
fn told(asked: &Path, written: &Path) -> String {
    let name = written.file_name().map_or(written, Path::new);
    let taken = if written == asked { "" } else { ", as that name is taken," };
    let folder = written.parent().map(|folder| format!(" in {}", shown(folder))).unwrap_or_default();
    format!("Written to {}{taken}{folder}.", shown(name))
}

/// The path with `~` at its beginning as the home folder, as a shell would read it.
pub(super) fn at_home(path: &Path, home: Option<OsString>) -> PathBuf {
    let home = home.map(PathBuf::from).filter(|home| home.is_absolute());
    home.zip(path.strip_prefix("~").ok()).map_or_else(|| path.to_owned(), |(home, rest)| home.join(rest))
}

/// A file that was not there before, its owner's alone: `a.md`, `a-2.md` …
fn new_file(path: &Path) -> io::Result<(File, PathBuf)> {
    for number in 1..=TRIED {
        let path = numbered(path, number);
        match private::new_file(&path) {
            Ok(file) => return Ok((file, path)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn numbered(path: &Path, number: usize) -> PathBuf {
    if number == 1 {
        return path.to_owned();
    }
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{number}"));
    if let Some(end) = path.extension() {
        name.push(".");
        name.push(end);
    }
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_may_begin_at_home() {
        let at = |path: &str, home: Option<&str>| at_home(Path::new(path), home.map(OsString::from));
        assert_eq!(at("~/notes/a.md", Some("/home/ann")), Path::new("/home/ann/notes/a.md"));
        assert_eq!(at("notes/~/a.md", Some("/home/ann")), Path::new("notes/~/a.md"));
        assert_eq!(at("~ann/a.md", Some("/home/ann")), Path::new("~ann/a.md"));
        assert_eq!(at("~/a.md", Some("ann")), Path::new("~/a.md"));
        assert_eq!(at("~/a.md", None), Path::new("~/a.md"));
    }

    #[test]
    fn what_is_there_is_never_overwritten() {
        let folder = std::env::temp_dir().join(format!("dateline-written-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("a.b.md");
        assert!(write(&path, "one").words().starts_with("Written to "));
        let told = write(&path, "two");
        assert!(told.words().starts_with("Written to a.b-2.md, as that name is taken, in "), "{}", told.words());
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        assert_eq!(fs::read_to_string(folder.join("a.b-2.md")).unwrap(), "two");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        let told = write(&folder.join("no/such/folder.md"), "three");
        assert!(told.words().starts_with("Nothing was written: "), "{}", told.words());
        fs::remove_dir_all(&folder).unwrap();
    }
}
