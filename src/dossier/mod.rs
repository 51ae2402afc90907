//! A library in; what all its stories together say of one thing out.
//!
//! **In:** a [`Library`].
//! **Out:** a meeting as each outlet tells it, a name with everything that is said of it, two stories compared, the
//! neighbourhood of a story, the days of all meetings.
//! **Why:** the screen, linear mode, Markdown and graphs must tell the same facts; each is gathered here once, with the
//! words that say it.

pub mod clearest;
pub mod comparison;
pub mod meeting;
pub mod name;
pub mod neighbourhood;
pub mod timeline;
pub mod why;
pub mod wording;

use crate::language::Passage;
use crate::library::Library;
use crate::links::MentionRef;

/// The words of a story that say a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    /// Index of the story.
    pub story: usize,
    /// The words in it.
    pub passage: Passage,
}

impl Source {
    /// The words of a telling that a reader is shown first: those that say most of who met and when. `None` where nothing tells
    /// of it.
    pub fn of_telling(library: &Library, at: MentionRef) -> Option<Self> {
        let passage = clearest::clearest(library.stories.get(at.story)?, library.mention(at)?)?;
        Some(Self { story: at.story, passage })
    }

    /// The words themselves; empty where they do not fit.
    pub fn words(self, library: &Library) -> &str {
        library.stories.get(self.story).map_or("", |story| story.words(self.passage))
    }
}
