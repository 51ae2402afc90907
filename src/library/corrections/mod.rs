//! What a reader corrected, in a file that people can read, edit and version: `corrections.toml`.
//!
//! **In:** the file. **Out:** [`Entry`]s, which go down to `language` and `links` ([`Corrections::of_reading`],
//! [`Corrections::of_meetings`]); the file with one more or one less; and what an entry changed ([`Difference`]).
//! **Why:** a correction is work, and work belongs to whoever did it: in plain words, with their own comments beside it. It
//! never changes an article. One that no longer applies stays in the file, and is told ([`Standing`]).
//!
//! [`parse`] reads the file, `words` tells an entry in words and in TOML, `told` in those of a library, `edit` puts entries in and takes them out
//! without touching anything else, `store` writes it.

mod difference;
mod edit;
mod parse;
mod standing;
mod store;
#[cfg(test)]
mod tests;
mod told;
mod words;

use std::ffi::OsString;
use std::path::PathBuf;

use jiff::civil::Date;

pub use difference::Difference;
pub use edit::TakenOut;
pub use parse::{parse, read_corrections};
pub use standing::{Standing, standing};
pub use store::{StoreError, add, note, put_back, remove};
pub use told::called;
pub use words::with_article;

use super::by_hand::ByHandError;
use super::folders::configuration_folder;
use crate::language::Correction;
use crate::links::MeetingCorrection;

/// One thing that was corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// In the reading of stories.
    Reading(Correction),
    /// In how they are joined.
    Meeting(MeetingCorrection),
}

/// One entry of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What was corrected.
    pub what: What,
    /// When.
    pub made: Option<Date>,
    /// What that changed then, in words.
    pub changed: Option<String>,
}

/// All entries, in the order of the file: of two that contradict each other the later one counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    /// They.
    pub entries: Vec<Entry>,
    /// What could not be read of the file, in its order.
    pub faults: Vec<ByHandError>,
}

/// Where the file lies: `corrections.toml` in the [`configuration_folder`], beside `names.toml`. `None` where no variable
/// says.
pub fn corrections_file(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    Some(configuration_folder(variable)?.join("corrections.toml"))
}

impl Corrections {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Those of names and days of stories, with the place of each in the list.
    pub(super) fn numbered_of_reading(&self) -> impl Iterator<Item = (usize, &Correction)> {
        self.entries.iter().enumerate().filter_map(|(number, entry)| match &entry.what {
            What::Reading(correction) => Some((number, correction)),
            What::Meeting(_) => None,
        })
    }

    /// Those of meetings, with the place of each in the list.
    fn numbered_of_meetings(&self) -> impl Iterator<Item = (usize, &MeetingCorrection)> {
        self.entries.iter().enumerate().filter_map(|(number, entry)| match &entry.what {
            What::Meeting(correction) => Some((number, correction)),
            What::Reading(_) => None,
        })
    }

    /// What is to be heeded while stories are read.
    pub fn of_reading(&self) -> crate::language::Corrections {
        let corrections: Vec<Correction> = self.numbered_of_reading().map(|(_, one)| one.clone()).collect();
        crate::language::Corrections::new(&corrections)
    }

    /// What is to be heeded while they are joined.
    pub fn of_meetings(&self) -> Vec<MeetingCorrection> {
        self.numbered_of_meetings().map(|(_, one)| one.clone()).collect()
    }
}
