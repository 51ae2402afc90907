//! Words that are put between those of the article.
//!
//! **In:** the marked passages of a story. **Out:** what goes after which of its bytes. **Why:** raised numbers, and links
//! told in words, are set and wrapped like the text itself.

use super::InkKind;
use super::ends::ends;
use crate::language::Part;
use crate::links::Tier;
use crate::meetings::Story;
use crate::reader::model::marks::{Mark, raised};

/// Words that are not the article's, put between its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Insert {
    /// After which byte of which part.
    pub(super) after: (Part, usize),
    pub(super) words: String,
    /// In which style they are drawn; `None` for that of the text.
    pub(super) kind: Option<InkKind>,
}

/// What follows the number of what is only probably a meeting, or of one of which other stories only probably tell.
pub(super) const PROBABLY: &str = "≈";

/// The raised number of a meeting after each passage that tells of it, or after the one that it is a part of.
pub(super) fn numbers(story: &Story, marks: &[Mark], bonds: &[Option<Tier>]) -> Vec<Insert> {
    let mut inserts: Vec<Insert> = Vec::new();
    for (part, at, mention) in ends(story, marks) {
        if inserts.last().is_some_and(|before| before.after == (part, at)) {
            inserts.push(Insert { after: (part, at), words: "·".into(), kind: None });
        }
        let kind = Some(InkKind::Number(mention));
        let is_likely = story.meetings.get(mention).is_some_and(|told| told.is_likely);
        let is_probable = is_likely || bonds.get(mention) == Some(&Some(Tier::Probable));
        let words = raised(mention + 1) + if is_probable { PROBABLY } else { "" };
        inserts.push(Insert { after: (part, at), words, kind });
    }
    inserts
}
