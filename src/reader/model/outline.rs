//! The outline of a story.
//!
//! **In:** a story. **Out:** its headings with the passages about meetings below them; where it has no headings, the first
//! words of its paragraphs, each with the numbers of the meetings that it tells of. **Why:** most stories of the day have
//! no headings, and their paragraphs are what one looks for in them.

use super::marks::{self, Mark, raised};
use super::picker::{Item, Kind, Pick, Picker};
use crate::article::{Block, BlockKind, TitleFrom};
use crate::language::{Part, Passage};
use crate::meetings::Story;
use crate::text::Span;
use crate::text::sanitise::one_line;

/// So many characters of a paragraph are told: more than any list is wide.
pub(super) const LONGEST: usize = 120;

/// The outline to pick from; the last entry at or before the byte `at` of the text is chosen.
pub fn of(story: &Story, at: usize) -> Picker {
    let article = &story.article;
    let title = if let TitleFrom::Text(span) = article.title.from { Some(span) } else { None };
    let is_title = |block: &&Block| !title.is_some_and(|title| title.contains(block.span.trimmed(&article.text)));
    let told: Vec<&Block> = article.blocks.iter().filter(|block| block.kind.is_story()).filter(is_title).collect();
    let has_headings = told.iter().any(|block| block.kind == BlockKind::Heading);
    let marks: Vec<Mark> = marks::of(story).into_iter().filter(|mark| mark.passage.part == Part::Text).collect();
    let mut items: Vec<(usize, Item)> = Vec::new();
    for block in told.iter().filter(|block| !has_headings || block.kind == BlockKind::Heading) {
        let numbers = if has_headings { Vec::new() } else { numbers(&marks, block.span) };
        items.push((block.span.start(), item(story, block.span, "", &numbers)));
    }
    if has_headings {
        let passages = marks.iter().map(|mark| {
            let lead = format!("  {} ", raised(mark.number()));
            (mark.passage.span.start(), item(story, mark.passage.span, &lead, &[]))
        });
        items.extend(passages);
        items.sort_by_key(|(start, _)| *start);
    }
    let here = items.iter().rposition(|(start, _)| *start <= at).unwrap_or(0);
    let kind = if has_headings { Kind::Outline } else { Kind::Paragraphs };
    let mut picker = Picker::new(kind, items.into_iter().map(|(_, item)| item).collect());
    picker.cursor = here;
    picker
}

fn item(story: &Story, span: Span, lead: &str, numbers: &[usize]) -> Item {
    let text = &story.article.text;
    let words: String = span.of(text).chars().take(LONGEST).collect();
    let through = span.start().saturating_mul(100) / text.len().max(1);
    let numbers: String = numbers.iter().map(|number| raised(*number)).collect::<Vec<_>>().join("·");
    let detail = if numbers.is_empty() { format!("{through} %") } else { format!("{numbers}  {through} %") };
    let pick = Pick::Passage(Passage { part: Part::Text, span });
    Item { label: format!("{lead}{}", one_line(&words)), detail, pick }
}

/// The numbers of the meetings that a paragraph tells of, each once.
fn numbers(marks: &[Mark], block: Span) -> Vec<usize> {
    let inside = marks.iter().filter(|mark| block.holds(mark.passage.span.start()));
    let mut numbers: Vec<usize> = inside.map(Mark::number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::fixture;

    fn labels(picker: &Picker) -> Vec<&str> {
        picker.items.iter().map(|item| item.label.as_str()).collect()
    }

    #[test]
    fn a_story_with_headings_is_told_by_them_with_its_meetings_below() {
        let library = fixture::library();
        let picker = of(&library.stories[fixture::CALL], 0);
        assert_eq!(picker.kind, Kind::Outline);
        let labels = labels(&picker);
        assert!(labels.contains(&"The inquiry"), "{labels:?}");
        assert!(labels.iter().any(|label| label.starts_with("  ¹ ")), "{labels:?}");
        assert!(!labels.iter().any(|label| label.contains("Storm warning")), "what is not the story is left out");
    }

    #[test]
    fn a_story_without_headings_is_told_by_its_paragraphs_and_their_meetings() {
        let library = fixture::library();
        let story = &library.stories[fixture::SUMMIT];
        let picker = of(story, story.article.text.len());
        assert_eq!((picker.kind, picker.items.len(), picker.cursor), (Kind::Paragraphs, 2, 1));
        assert!(labels(&picker)[1].starts_with("Ilmaz confirmed that he would travel"));
        assert!(picker.items[0].detail.contains('¹'), "{:?}", picker.items[0]);
    }
}
