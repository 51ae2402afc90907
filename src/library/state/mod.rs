//! What a reader did with the stories, kept from one day to the next.
//!
//! **In:** a file, the keys of stories, changes. **Out:** what was done with each story; the file, changed. **Why:** what
//! people mark and write must never be lost: it is kept in `SQLite`, with a log that is written ahead, so that two readers
//! can be open at once and a power cut costs nothing that was confirmed. A damaged file is set aside and told of, never
//! written over.

mod change;
mod key;
mod marks;
mod opened;
mod own;
mod session;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rusqlite::{Connection, ErrorCode, OptionalExtension, TransactionBehavior, params};

pub use change::Change;
pub use key::StoryKey;
pub use marks::{KeptPlace, KeptWords, Mark};
pub use own::{Kept, Own, ReadUpTo};
pub use session::{DamagedSession, Sessions};

use self::opened::Opened;
use super::error::shown;
use super::private;
use crate::text::sanitise::one_line;

/// How long one reader waits for another one that is writing.
const PATIENCE: Duration = Duration::from_secs(5);
/// The version of the tables below. A later program may add columns; it raises the number.
const VERSION: i64 = 3;
/// What the folder is called that is the program's alone.
const OWN_FOLDER: &str = "dateline";
/// So many damaged files are set aside before the last one takes the place of another.
const MOST_ASIDE: u32 = 1000;

/// Why something could not be kept. Every message is one line, free of control characters.
#[derive(Debug, thiserror::Error)]
#[error("{}: {what}", shown(path))]
pub struct StateError {
    /// The file.
    pub path: PathBuf,
    /// What, and what to do about it.
    pub what: String,
}

/// Where what a reader did is kept.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    connection: Connection,
    /// Given back after the connection is closed.
    _opened: Opened,
    /// The number of what was loaded last: `SQLite` counts up whenever another connection has written.
    loaded: Cell<i64>,
}

impl Store {
    /// Opens the file, or makes it. A damaged one is set aside; its new path comes back with the store.
    pub fn open(path: &Path) -> Result<(Self, Option<PathBuf>), StateError> {
        let wrong = |what: String| StateError { path: path.to_owned(), what };
        if let Some(folder) = path.parent() {
            private::make_folder(folder).map_err(|error| wrong(one_line(&error.to_string())))?;
            // Only the program's own folder: any other may be shared on purpose.
            if folder.file_name().is_some_and(|name| name == OWN_FOLDER) {
                let _ = private::claim(folder);
            }
        }
        match Self::connect(path) {
            Ok(store) => Ok((store, None)),
            Err(error) if is_damaged(&error) => {
                let aside = aside(path);
                std::fs::rename(path, &aside).map_err(|error| wrong(one_line(&error.to_string())))?;
                let store = Self::connect(path).map_err(|error| wrong(told(&error)))?;
                Ok((store, Some(aside)))
            }
            Err(error) => Err(wrong(told(&error))),
        }
    }

    fn connect(path: &Path) -> Result<Self, rusqlite::Error> {
        // Held from here on, so that no other store of this process looks at the rights while this one is at work.
        let opened = Opened::now(path);
        if opened.is_first || !path.exists() {
            // `SQLite` gives its log the rights of the file. Where it cannot be made, it says why in words of its own.
            let _ = private::make_file(path);
            // A file may have been made before that was seen to, or by a hand.
            for file in [path.to_owned(), beside(path, "-wal"), beside(path, "-shm")] {
                let _ = private::claim(&file);
            }
        }
        let connection = Connection::open(path)?;
        connection.busy_timeout(PATIENCE)?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "normal")?;
        let sound: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if sound != "ok" {
            return Err(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT), None));
        }
        connection.execute_batch(
            "CREATE TABLE IF NOT EXISTS story (
                 file TEXT NOT NULL PRIMARY KEY, words TEXT NOT NULL,
                 read INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0,
                 tags TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
                 in_title INTEGER, offset INTEGER, above INTEGER, changed INTEGER NOT NULL DEFAULT 0,
                 marked INTEGER NOT NULL DEFAULT 0);
             CREATE INDEX IF NOT EXISTS story_by_words ON story (words);
             CREATE TABLE IF NOT EXISTS mark (
                 library TEXT NOT NULL, letter TEXT NOT NULL, file TEXT NOT NULL, words TEXT NOT NULL,
                 place TEXT NOT NULL, title TEXT NOT NULL, line TEXT NOT NULL, PRIMARY KEY (library, letter));",
        )?;
        let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if version < VERSION {
            // How the reader was left lies in files of its own, which are read before the first screen.
            connection.execute_batch("DROP TABLE IF EXISTS session")?;
            add_marked(&connection)?;
            connection.pragma_update(None, "user_version", VERSION)?;
        }
        Ok(Self { path: path.to_owned(), connection, _opened: opened, loaded: Cell::new(0) })
    }

    /// What was done with each of these stories, in their order: by its file, else by its words.
    pub fn load(&self, keys: &[StoryKey]) -> Result<Vec<Kept>, StateError> {
        self.load_with_progress(keys, &|_| {})
    }

    /// The same; tells on the way how many were looked up.
    pub fn load_with_progress(&self, keys: &[StoryKey], report: &dyn Fn(usize)) -> Result<Vec<Kept>, StateError> {
        let all = || -> Result<Vec<Kept>, rusqlite::Error> {
            // Before the reading: what is written during it counts as new the next time.
            self.loaded.set(self.version()?);
            let columns = "read, starred, tags, note, in_title, offset, above, marked";
            let mut by_file = self.connection.prepare(&format!("SELECT {columns} FROM story WHERE file = ?1"))?;
            let by_words = format!("SELECT {columns} FROM story WHERE words = ?1 ORDER BY changed DESC LIMIT 1");
            let mut by_words = self.connection.prepare(&by_words)?;
            let one = |(at, key): (usize, &StoryKey)| {
                report(at);
                match by_file.query_row([&key.file], kept).optional()? {
                    Some(kept) => Ok(kept),
                    None => Ok(by_words.query_row([&key.words], kept).optional()?.unwrap_or_default()),
                }
            };
            keys.iter().enumerate().map(one).collect()
        };
        all().map_err(|error| self.wrong(&error))
    }

    /// Whether no one else has written into the file since [`Self::load`].
    pub fn is_as_loaded(&self) -> Result<bool, StateError> {
        self.version().map(|version| version == self.loaded.get()).map_err(|error| self.wrong(&error))
    }

    /// A number that is another one after every change that came through another connection.
    fn version(&self) -> Result<i64, rusqlite::Error> {
        self.connection.pragma_query_value(None, "data_version", |row| row.get(0))
    }

    /// Keeps changes to stories, all or none. Only what changed is written, so that two readers do not undo each other's
    /// work.
    pub fn keep(&mut self, changes: &[(StoryKey, Change)]) -> Result<(), StateError> {
        let all = |connection: &mut Connection| -> Result<(), rusqlite::Error> {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
            let now = i64::try_from(now).unwrap_or(i64::MAX);
            for (key, change) in changes {
                // A story that moved brings along what was kept under its words.
                transaction.execute(
                    "INSERT INTO story (file, words, read, starred, tags, note, in_title, offset, above, marked)
                     SELECT ?1, ?2, read, starred, tags, note, in_title, offset, above, marked FROM story WHERE words = ?2
                     ORDER BY changed DESC LIMIT 1 ON CONFLICT (file) DO NOTHING",
                    params![key.file, key.words],
                )?;
                transaction.execute(
                    "INSERT INTO story (file, words) VALUES (?1, ?2) ON CONFLICT (file) DO UPDATE SET words = ?2",
                    params![key.file, key.words],
                )?;
                change.write(&transaction, &key.file)?;
                transaction.execute("UPDATE story SET changed = ?2 WHERE file = ?1", params![key.file, now])?;
            }
            transaction.commit()
        };
        all(&mut self.connection).map_err(|error| self.wrong(&error))
    }

    fn wrong(&self, error: &rusqlite::Error) -> StateError {
        StateError { path: self.path.clone(), what: told(error) }
    }
}

fn kept(row: &rusqlite::Row<'_>) -> Result<Kept, rusqlite::Error> {
    let tags: String = row.get(2)?;
    let place = |in_title: Option<bool>, offset: Option<i64>, above: Option<i64>| {
        let (offset, above) = (usize::try_from(offset?).ok()?, usize::try_from(above?).ok()?);
        Some(ReadUpTo { in_title: in_title?, offset, above })
    };
    let own = Own {
        read: row.get(0)?,
        starred: row.get(1)?,
        tags: change::tags_in(&tags).map(one_line).collect(),
        note: crate::text::sanitise::sanitise(&row.get::<_, String>(3)?).text.into_owned(),
    };
    Ok(Kept { own, up_to: place(row.get(4)?, row.get(5)?, row.get(6)?), is_marked: row.get(7)? })
}

/// Notes which stories were marked as read or unread, in a file that was made before that was kept.
fn add_marked(connection: &Connection) -> Result<(), rusqlite::Error> {
    // Another reader may be doing the same.
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let known = "SELECT count(*) FROM pragma_table_info('story') WHERE name = 'marked'";
    let known: i64 = connection.query_row(known, [], |row| row.get(0))?;
    if known == 0 {
        connection.execute_batch(
            "ALTER TABLE story ADD COLUMN marked INTEGER NOT NULL DEFAULT 0; UPDATE story SET marked = read;",
        )?;
    }
    connection.execute_batch("COMMIT")
}

fn is_damaged(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

fn told(error: &rusqlite::Error) -> String {
    let what = one_line(&error.to_string());
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            "another program has been writing into it for too long; close it and try again".to_owned()
        }
        Some(ErrorCode::DiskFull) => "the disk is full; free some space, nothing was lost".to_owned(),
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            format!("cannot be written ({what}); allow it (chmod u+w), or nothing you mark is kept")
        }
        _ => what,
    }
}

/// The path of a file that belongs to this one: the same with something more at the end of its name.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// A path beside `path` that no file has.
fn aside(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let numbered = |number: u32| path.with_file_name(format!("{name}.damaged-{number}"));
    (1..MOST_ASIDE).map(numbered).find(|path| !path.exists()).unwrap_or_else(|| numbered(MOST_ASIDE))
}
