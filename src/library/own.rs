//! What a reader did with a story.

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
