//! What is told in words where nothing is told by signs and styles.
//!
//! **In:** a story and its marked passages. **Out:** the words that go between those of the article: the kind of a name
//! after it, a link after its passage, and what a block is before it.
//! **Why:** whoever hears a text or reads it with the fingers gets what others see, at its place; and as little as
//! possible of it, so that the prose is not drowned.

use super::ends::ends;
use super::insert::Insert;
use crate::article::{BlockKind, TitleFrom};
use crate::language::{Form, Name, NameKind, Part, Passage};
use crate::meetings::Story;
use crate::reader::layout::Spoken;
use crate::reader::model::marks::Mark;
use crate::reader::settings::Labels;

/// What stands before a title.
pub(super) const TITLE: &str = "Title: ";

/// What stands before a block of this kind, after one of the kind `before`.
pub(super) fn before(kind: BlockKind, before: Option<BlockKind>) -> &'static str {
    match kind {
        BlockKind::Heading => "Heading: ",
        BlockKind::Quote => "Quotation: ",
        BlockKind::Caption => "Caption: ",
        // Of several lines in a row it is said once.
        BlockKind::Headlines if before != Some(kind) => "Other headlines: ",
        BlockKind::Chrome if before != Some(kind) => "Around the story: ",
        BlockKind::Paragraph | BlockKind::Dateline | BlockKind::Headlines | BlockKind::Chrome => "",
    }
}

/// Kinds after names and links after passages, in reading order. Of each meeting everything is said once (`links`, by
/// its index in the story), then only its number.
pub(super) fn inserts(story: &Story, marks: &[Mark], spoken: Spoken, links: &[String]) -> Vec<Insert> {
    let mut said = vec![false; links.len()];
    let links = ends(story, marks).into_iter().map(|(part, at, mention)| {
        let link = links.get(mention).map_or("", String::as_str);
        let is_new = said.get_mut(mention).is_some_and(|said| !std::mem::replace(said, true));
        let words = if is_new { link } else { link.split(':').next().unwrap_or(link) };
        (part, at, 1, format!(" [{words}]"))
    });
    let inside = Inside::of(story);
    let names = story.annotations.names.iter().filter(|name| spoken.names.shows(name.kind));
    let names = names.flat_map(|name| kinds(story, name, spoken.labels));
    let names = names.filter(|(part, at, ..)| !inside.holds(*part, *at));
    let mut all: Vec<(Part, usize, u8, String)> = names.chain(links).collect();
    all.sort_by_key(|(part, at, order, _)| (*part, *at, *order));
    all.into_iter().map(|(part, at, _, words)| Insert { after: (part, at), words, kind: None }).collect()
}

/// Where names are, for a name that is a part of another one: nothing is said in the middle of a name.
struct Inside {
    /// Where each begins, in reading order, and where the furthest up to it ends.
    mentions: Vec<((Part, usize), (Part, usize))>,
}

impl Inside {
    fn of(story: &Story) -> Self {
        let mentions = story.annotations.names.iter().flat_map(|name| &name.mentions).map(|mention| mention.passage);
        let mut mentions: Vec<((Part, usize), (Part, usize))> =
            mentions.map(|at| ((at.part, at.span.start()), (at.part, at.span.end()))).collect();
        mentions.sort_unstable();
        let mut furthest = (Part::Title, 0);
        for (_, end) in &mut mentions {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self { mentions }
    }

    /// Whether a name begins before this place and ends after it.
    fn holds(&self, part: Part, at: usize) -> bool {
        let before = self.mentions.partition_point(|(start, _)| *start < (part, at));
        before.checked_sub(1).and_then(|last| self.mentions.get(last)).is_some_and(|(_, end)| *end > (part, at))
    }
}

/// The kind of a name after its mentions.
fn kinds(story: &Story, name: &Name, labels: Labels) -> Vec<(Part, usize, u8, String)> {
    // `Russian` says itself what it is.
    let most = match labels {
        Labels::None => 0,
        Labels::First if name.kind == NameKind::Group => 0,
        Labels::First => 1,
        Labels::All => usize::MAX,
    };
    let title = match story.article.title.from {
        TitleFrom::Text(span) => Some(span),
        TitleFrom::Record | TitleFrom::Derived(_) => None,
    };
    // A title is heard at one go; the names in it come again.
    let in_title = |passage: Passage| {
        passage.part == Part::Title
            || title.is_some_and(|title| passage.part == Part::Text && title.contains(passage.span))
    };
    let mentions = name.mentions.iter().filter(|mention| mention.form == Form::Name).map(|mention| mention.passage);
    let told = mentions.filter(|passage| labels == Labels::All || !in_title(*passage)).take(most);
    told.map(|passage| (passage.part, passage.span.end(), 0, format!(" [{}]", name.kind.word()))).collect()
}
