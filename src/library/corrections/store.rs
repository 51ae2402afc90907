//! A path and a change in, the file changed out: written whole or not at all, and never over what someone else has written
//! meanwhile. Whoever holds the lock of a file beside it may change it; the system lets go of it when a program ends, however.

use std::cell::{Cell, RefCell};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::{Entry, TakenOut, What, edit, parse};
use crate::library::by_hand::{ByHandError, shown, text_of};
use crate::library::private;
use crate::text::sanitise::one_line;

/// How long to wait for another reader that is writing.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long to wait before the next look.
const PAUSE: Duration = Duration::from_millis(15);

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
    /// What would be written would not say what was meant.
    #[error("{}: the correction cannot be written so that it is read again; nothing was changed", shown(.0))]
    Unreadable(PathBuf),
}

/// Puts an entry at the end of the file, which is made where there is none, with `words` in the comment before it.
pub fn add(path: &Path, entry: &Entry, words: &str) -> Result<(), StoreError> {
    let wanted = |mut entries: Vec<Entry>| {
        entries.push(entry.clone());
        entries
    };
    change(path, |text| Some(edit::with(text, entry, words)), wanted).map(drop)
}

/// Puts what was taken out of the file back, byte for byte where it stood. Where what stood around it is not there any
/// more, it goes to the end, with the comments in it; where not even that would be read as it was, the bare entry does, with
/// `words` in the comment before it.
pub fn put_back(path: &Path, taken: &TakenOut, words: &str) -> Result<(), StoreError> {
    let place = Cell::new(0);
    let edited = |text: &str| {
        let (edited, number) = edit::back(text, taken)?;
        place.set(number);
        Some(edited)
    };
    let wanted = |mut entries: Vec<Entry>| {
        entries.insert(place.get().min(entries.len()), taken.entry.clone());
        entries
    };
    let at_end = |mut entries: Vec<Entry>| {
        entries.push(taken.entry.clone());
        entries
    };
    match change(path, edited, wanted) {
        Ok(true) => return Ok(()),
        Ok(false) | Err(StoreError::Unreadable(_)) => {}
        Err(error) => return Err(error),
    }
    match change(path, |text| Some(edit::at_end(text, taken)), at_end) {
        Err(StoreError::Unreadable(_)) => add(path, &taken.entry, words),
        done => done.map(drop),
    }
}

/// Takes the last entry that says this out of the file, and the comment before it that says `words`; gives it as it stood
/// there, `None` where there was none.
pub fn remove(path: &Path, what: &What, words: &str) -> Result<Option<TakenOut>, StoreError> {
    let taken = RefCell::new(None);
    let wanted = |mut entries: Vec<Entry>| {
        if let Some(at) = entries.iter().rposition(|entry| entry.what == *what) {
            entries.remove(at);
        }
        entries
    };
    let edited = |text: &str| {
        let (edited, out) = edit::without(text, what, words)?;
        *taken.borrow_mut() = Some(out);
        Some(edited)
    };
    let is_changed = change(path, edited, wanted)?;
    Ok(taken.into_inner().filter(|_| is_changed))
}

/// Notes with the last entry that says this what it changed; tells whether there was one.
pub fn note(path: &Path, what: &What, changed: &str) -> Result<bool, StoreError> {
    let wanted = |mut entries: Vec<Entry>| {
        if let Some(entry) = entries.iter_mut().rfind(|entry| entry.what == *what) {
            entry.changed = Some(changed.to_owned());
        }
        entries
    };
    change(path, |text| edit::noting(text, what, changed), wanted)
}

/// Changes the file as it is now; tells whether there was anything to change. What is not read again as the entries that are
/// `wanted` is not written.
fn change(
    path: &Path,
    edited: impl FnOnce(&str) -> Option<String>,
    wanted: impl FnOnce(Vec<Entry>) -> Vec<Entry>,
) -> Result<bool, StoreError> {
    // Where the name is a link to a file under version control, that file is written and the link stays.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let wrong = |why| StoreError::Unwritten { path: path.clone(), why };
    if let Some(folder) = path.parent() {
        private::make_folder(folder).map_err(wrong)?;
    }
    let _lock = take(path)?;
    let text = text_of(path)?.unwrap_or_default();
    if let Some(fault) = edit::broken(&text) {
        return Err(fault.in_file(path, &text).into());
    }
    let Some(edited) = edited(&text) else { return Ok(false) };
    let (before, faults) = parse(&text);
    let (after, new_faults) = parse(&edited);
    if after.entries != wanted(before.entries) || new_faults.len() != faults.len() {
        return Err(StoreError::Unreadable(path.clone()));
    }
    replace(path, &edited).map_err(wrong).map(|()| true)
}

/// Puts a text in place of what a file says, whole. Only whoever has the lock may.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let fresh = path.with_extension("toml.new");
    let done = (|| {
        private::write_file(&fresh, text.as_bytes())?;
        let file = OpenOptions::new().append(true).open(&fresh)?;
        file.sync_all()?;
        if let Ok(known) = fs::metadata(path) {
            file.set_permissions(known.permissions())?;
        }
        fs::rename(&fresh, path)
    })();
    if done.is_err() {
        let _ = fs::remove_file(&fresh);
    }
    done
}

/// The lock: a file that stays, since one that is taken away could be two programs' at once.
fn take(path: &Path) -> Result<File, StoreError> {
    let begun = Instant::now();
    let wrong = |why| StoreError::Unwritten { path: path.to_owned(), why };
    let lock = private::make_file(&path.with_extension("toml.lock")).map_err(wrong)?;
    loop {
        match lock.try_lock() {
            Ok(()) => return Ok(lock),
            // Not every file system knows locks; no work is refused for that.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => return Ok(lock),
            Err(TryLockError::Error(why)) => return Err(wrong(why)),
            Err(TryLockError::WouldBlock) if begun.elapsed() > PATIENCE => {
                return Err(StoreError::Busy(path.to_owned()));
            }
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
        }
    }
}
