//! What this room hands on.

use std::path::PathBuf;
use std::sync::Arc;

use super::corrections::{Corrections, Standing};
use crate::language::EntityId;
use crate::links::{Connections, Entity, Link, LinkTarget, Meeting, MentionRef, OwnReadings};
use crate::meetings::{MeetingMention, Story};

/// A folder of stories, read and linked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// What to call it on the screen: the folder's name, or `5 files`; free of control characters.
    pub label: String,
    /// The stories, ordered by id; every index elsewhere points into this.
    pub stories: Vec<Story>,
    /// What joins them.
    pub connections: Connections,
    /// What each story told by itself; nothing before they were analysed.
    pub own_readings: OwnReadings,
    /// Files and records that could not be read, with the reason.
    pub skipped: Vec<Skipped>,
    /// What is worth knowing of stories that were read all the same.
    pub notices: Vec<Notice>,
    /// What its reader corrected.
    pub corrections: Arc<Corrections>,
    /// Whether each of these applies; nothing before the stories were analysed.
    pub standing: Vec<Standing>,
    /// What was passed over in folders.
    pub passed_over: PassedOver,
}

/// How many files of each sort were passed over in folders: they hold no stories. One that is asked for by its own name is read,
/// or stands among what was skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PassedOver {
    /// Hidden files and folders.
    pub hidden: usize,
    /// Files that are not text.
    pub binary: usize,
    /// Tables, by their names: `.csv` and `.tsv`.
    pub tables: usize,
}

impl PassedOver {
    /// How many of each sort there are, in words: `2 hidden`, `1 binary`.
    pub fn words(self) -> Vec<String> {
        self.words_and(["", "", ""])
    }

    /// The same, behind each sort what can be said of it: of hidden files, binary ones and tables.
    pub fn words_and(self, behind: [&str; 3]) -> Vec<String> {
        let tables = if self.tables == 1 { "table" } else { "tables" };
        let counts = [(self.hidden, "hidden"), (self.binary, "binary"), (self.tables, tables)];
        let told = counts.iter().zip(behind).filter(|((count, _), _)| *count > 0);
        told.map(|((count, what), behind)| format!("{count} {what}{behind}")).collect()
    }
}

/// A file or record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The file.
    pub path: PathBuf,
    /// 1-based line in a file of many records.
    pub line: Option<usize>,
    /// Why, and what to do about it, in one line free of control characters.
    pub why: String,
}

/// Something about a story that was read; nothing is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The file.
    pub path: PathBuf,
    /// 1-based line in a file of many records.
    pub line: Option<usize>,
    /// What, in one line free of control characters.
    pub what: String,
}

impl Library {
    /// The order of the list: newest story first, those whose day cannot be told last; one day's stories by id.
    pub fn newest_first(&self) -> Vec<usize> {
        let day = |&story: &usize| {
            let published = self.stories.get(story).and_then(|story| story.annotations.published.as_ref());
            published.map(|published| published.best)
        };
        let mut order: Vec<usize> = (0..self.stories.len()).collect();
        order.sort_by_key(|story| std::cmp::Reverse(day(story)));
        order
    }

    /// The links of one story, surest first.
    pub fn links_of(&self, story: usize) -> impl Iterator<Item = &Link> {
        self.connections.links.iter().filter(move |link| link.from == story || link.to == story)
    }

    /// How many other stories share a meeting with this one.
    pub fn linked_stories(&self, story: usize) -> usize {
        let mut others: Vec<usize> = self
            .links_of(story)
            .filter(|link| matches!(link.target, LinkTarget::Meeting(_)))
            .map(|link| link.other(story))
            .collect();
        others.sort_unstable();
        others.dedup();
        others.len()
    }

    /// The meeting that a mention belongs to, with its index.
    pub fn meeting_of(&self, mention: MentionRef) -> Option<(usize, &Meeting)> {
        self.connections.meetings.iter().enumerate().find(|(_, meeting)| meeting.mentions.contains(&mention))
    }

    /// What one story says of a meeting.
    pub fn mention(&self, at: MentionRef) -> Option<&MeetingMention> {
        self.stories.get(at.story)?.meetings.get(at.mention)
    }

    /// The story with this id.
    pub fn story(&self, id: &str) -> Option<&Story> {
        let at = self.stories.binary_search_by(|story| story.article.id.as_str().cmp(id)).ok();
        // Whoever puts a library together by hand may have left them in another order.
        at.and_then(|at| self.stories.get(at)).or_else(|| self.stories.iter().find(|story| story.article.id == id))
    }

    /// The entity with this identity.
    pub fn entity(&self, id: &EntityId) -> Option<&Entity> {
        self.connections.entities.iter().find(|entity| &entity.id == id)
    }
}
