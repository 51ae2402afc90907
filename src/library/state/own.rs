//! What a reader did with a story.

use serde::{Deserialize, Serialize};

/// What the person who reads has done with one story; nothing of it comes from the story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// Whether it was read, or marked as read.
    pub read: bool,
    /// Whether it has a star.
    pub starred: bool,
    /// Tags, ascending, each once; free of control characters and white space at the ends.
    pub tags: Vec<String>,
    /// A note; empty where there is none. Free of control characters but line breaks.
    pub note: String,
}

/// How far a story was read: the row at the top of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadUpTo {
    /// Whether the offset points into the title.
    pub in_title: bool,
    /// Byte offset of the beginning of a row.
    pub offset: usize,
    /// How many rows above that one the screen began.
    pub above: usize,
}

/// Everything that is kept of one story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// What its reader did with it.
    pub own: Own,
    /// How far it was read; `None` where it was not begun.
    pub up_to: Option<ReadUpTo>,
    /// Whether it was ever marked as read or as unread: only where someone has begun to read, that a story is unread says
    /// anything.
    pub is_marked: bool,
}
