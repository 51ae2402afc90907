//! Places in stories that the person who reads has marked with a letter.
//!
//! **In:** the letter, the key of the story, the place. **Out:** all marks of a library. **Why:** a mark tells its title and
//! its line even where its story is gone, so that nobody wonders what the letter was for.

use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::{ReadUpTo, StateError, Store, StoryKey};
use crate::text::sanitise::one_line;

/// A place that a letter leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The letter.
    pub letter: char,
    /// Where in the story.
    pub place: KeptPlace,
    /// The title of the story, in one line free of control characters.
    pub title: String,
    /// The words at the place, likewise.
    pub line: String,
}

/// A place in a story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptPlace {
    /// The row at the top of the screen; `None` for the top of the page.
    pub top: Option<ReadUpTo>,
    /// The words in focus.
    pub focus: Option<KeptWords>,
}

/// A passage of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptWords {
    /// Whether the offsets point into the title.
    pub in_title: bool,
    /// Byte offset of the first one.
    pub start: usize,
    /// Byte offset after the last one.
    pub end: usize,
}

impl Store {
    /// The marks of a library, in the order of their letters, each with the key of its story.
    pub fn marks(&self, library: &str) -> Result<Vec<(StoryKey, Mark)>, StateError> {
        let all = || -> Result<Vec<(StoryKey, Mark)>, rusqlite::Error> {
            let mut found = self.connection.prepare(
                "SELECT letter, file, words, place, title, line FROM mark WHERE library = ?1 ORDER BY letter",
            )?;
            let one = |row: &rusqlite::Row<'_>| {
                let words = |column| row.get::<_, String>(column);
                let (letter, place) = (words(0)?, words(3)?);
                let (title, line) = (one_line(&words(4)?), one_line(&words(5)?));
                let key = StoryKey { file: words(1)?, words: words(2)? };
                // A place that a later program wrote in other words is the top of the story.
                let place = serde_json::from_str(&place).unwrap_or_default();
                let letter = letter.chars().next().filter(|letter| letter.is_alphanumeric());
                Ok(letter.map(|letter| (key, Mark { letter, place, title, line })))
            };
            let marks: Result<Vec<_>, _> = found.query_map([library], one)?.collect();
            Ok(marks?.into_iter().flatten().collect())
        };
        all().map_err(|error| self.wrong(&error))
    }

    /// Keeps a mark; the one that had its letter is gone.
    pub fn keep_mark(&self, library: &str, story: &StoryKey, mark: &Mark) -> Result<(), StateError> {
        let place = serde_json::to_string(&mark.place).unwrap_or_default();
        let written = self.connection.execute(
            "INSERT INTO mark (library, letter, file, words, place, title, line) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (library, letter) DO UPDATE
             SET file = ?3, words = ?4, place = ?5, title = ?6, line = ?7",
            params![library, mark.letter.to_string(), story.file, story.words, place, mark.title, mark.line],
        );
        written.map(|_| ()).map_err(|error| self.wrong(&error))
    }
}
