//! A path and a change in, the file changed out: written whole or not at all, and never over what someone else has written
//! meanwhile.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use super::{Entry, What, edit};
use crate::library::by_hand::{ByHandError, shown, text_of};
use crate::library::private;
use crate::text::sanitise::one_line;

/// How long to wait for another reader that is writing.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long to wait before the next look.
const PAUSE: Duration = Duration::from_millis(15);
/// A file that is being written for so long was left by a program that ended.
const ABANDONED: Duration = Duration::from_secs(20);

/// Why the file was not changed. Every message is one line, free of control characters.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// What it says cannot be read.
    #[error("{0}; mend it first, nothing was changed")]
    Broken(#[from] ByHandError),
    /// The system refused.
    #[error("{}: cannot be written ({}); nothing was changed", shown(path), one_line(&why.to_string()))]
    Unwritten {
        /// The file.
        path: PathBuf,
        /// Why.
        why: io::Error,
    },
    /// Another reader was writing all the time.
    #[error("{}: another program has been writing it for too long; nothing was changed", shown(.0))]
    Busy(PathBuf),
}

/// Puts an entry at the end of the file, which is made where there is none.
pub fn add(path: &Path, entry: &Entry) -> Result<(), StoreError> {
    change(path, |text| Some(edit::with(text, entry))).map(drop)
}

/// Takes the last entry that says this out of the file; tells whether there was one.
pub fn remove(path: &Path, what: &What) -> Result<bool, StoreError> {
    change(path, |text| edit::without(text, what))
}

/// Notes with the last entry that says this what it changed; tells whether there was one.
pub fn note(path: &Path, what: &What, changed: &str) -> Result<bool, StoreError> {
    change(path, |text| edit::noting(text, what, changed))
}

/// Changes the file as it is now; tells whether there was anything to change.
fn change(path: &Path, edited: impl FnOnce(&str) -> Option<String>) -> Result<bool, StoreError> {
    // Where the name is a link to a file under version control, that file is written and the link stays.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let wrong = |why| StoreError::Unwritten { path: path.clone(), why };
    if let Some(folder) = path.parent() {
        private::make_folder(folder).map_err(wrong)?;
    }
    let fresh = path.with_extension("toml.new");
    let mut file = take(path, &fresh)?;
    let done = (|| {
        let text = text_of(path)?.unwrap_or_default();
        if let Some(fault) = edit::broken(&text) {
            return Err(fault.in_file(path, &text).into());
        }
        let Some(edited) = edited(&text) else { return Ok(false) };
        let mut write = || {
            file.write_all(edited.as_bytes())?;
            file.sync_all()?;
            if let Ok(known) = fs::metadata(path) {
                file.set_permissions(known.permissions())?;
            }
            fs::rename(&fresh, path)
        };
        write().map_err(wrong).map(|()| true)
    })();
    if !matches!(done, Ok(true)) {
        let _ = fs::remove_file(&fresh);
    }
    done
}

/// The file that becomes the new one. Only one program can make it, so that whoever has it may read, change and write.
fn take(path: &Path, fresh: &Path) -> Result<File, StoreError> {
    let begun = SystemTime::now();
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    loop {
        match options.open(fresh) {
            Ok(file) => return Ok(file),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(why) => return Err(StoreError::Unwritten { path: path.to_owned(), why }),
        }
        let since = |time: io::Result<SystemTime>| time.ok().and_then(|time| time.elapsed().ok());
        if since(fs::metadata(fresh).and_then(|known| known.modified())).is_some_and(|age| age > ABANDONED) {
            let _ = fs::remove_file(fresh);
        } else if since(Ok(begun)).is_none_or(|waited| waited > PATIENCE) {
            return Err(StoreError::Busy(path.to_owned()));
        } else {
            thread::sleep(PAUSE);
        }
    }
}
