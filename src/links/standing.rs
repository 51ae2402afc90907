//! A telling in, where in its story it stands out.
//!
//! **Why:** the headline and the first sentences of a story are what it is about. Words there that only another story's report
//! explains (`in the old mint the two shook hands at last`) are told otherwise than those which stand by the way further down.

use crate::article::{BlockKind, TitleFrom};
use crate::language::{Part, Passage};
use crate::meetings::{MeetingMention, Story};

/// Where a telling stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// In the headline.
    Title,
    /// In the sentences with which the story opens.
    Opening,
    /// Further down.
    Below,
}

/// Sentences of the first paragraph with which a story opens.
const OPENING: usize = 2;

impl Standing {
    /// Where the foremost words of a telling stand.
    pub fn of(story: &Story, told: &MeetingMention) -> Self {
        told.evidence.iter().map(|passage| of_passage(story, *passage)).min().unwrap_or(Self::Below)
    }
}

fn of_passage(story: &Story, passage: Passage) -> Standing {
    let is_title = match &story.article.title.from {
        TitleFrom::Text(title) => title.contains(passage.span),
        TitleFrom::Record | TitleFrom::Derived(_) => false,
    };
    if is_title || passage.part == Part::Title {
        return Standing::Title;
    }
    let mut blocks = story.article.blocks.iter().filter(|block| {
        let is_title = matches!(&story.article.title.from, TitleFrom::Text(title) if title.contains(block.span));
        block.kind.is_story() && block.kind != BlockKind::Heading && !is_title
    });
    let Some(first) = blocks.next().filter(|block| block.span.contains(passage.span)) else { return Standing::Below };
    let sentences = story.annotations.sentences.iter().map(|sentence| sentence.passage);
    let before = sentences.filter(|one| one.part == Part::Text && one.span.start() >= first.span.start());
    let before = before.take_while(|one| one.span.end() <= passage.span.start()).count();
    if before < OPENING { Standing::Opening } else { Standing::Below }
}
