//! Paths in, a [`Library`] out: the only room below the reader that touches the disk.
//!
//! **In:** files and folders, or nothing at all (then the articles that are built into the program).
//! **Out:** every story, read and linked, with what could not be read and why.
//! **Why:** the rooms below are pure functions of text; everything about files, threads and failures is here.

pub mod by_hand;
mod corrected;
pub mod corrections;
mod error;
mod folders;
mod ids;
mod names_file;
mod open;
pub mod private;
mod read;
mod samples;
mod scan;
mod state;
mod types;

pub use by_hand::ByHandError;
pub use error::OpenError;
pub use folders::{configuration_folder, state_folder};
pub use names_file::{names_file, read_names};
pub use open::{Progress, Report};
pub use samples::SAMPLES;
pub use state::{
    Change, DamagedSession, Kept, KeptPlace, KeptWords, Mark, Own, ReadUpTo, Sessions, StateError, Store, StoryKey,
};
pub use types::{Library, Notice, PassedOver, Skipped};
