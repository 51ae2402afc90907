//! The outline of a story.
//!
//! **In:** a story. **Out:** its headings with the passages about meetings below them; where it has no headings, the first
//! words of its paragraphs, each with the numbers of the meetings that it tells of. **Why:** most stories of the day have
//! no headings, and their paragraphs are what one looks for in them.

use std::collections::HashSet;

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
    if has_headings {
        let headings = || told.iter().filter(|block| block.kind == BlockKind::Heading).map(|block| block.span);
        let least = headings().map(|span| heading(&article.text, span).0).min().unwrap_or(0);
        for span in headings() {
            let (level, words) = heading(&article.text, span);
            items.push((span.start(), item(story, words, &"  ".repeat(level - least), &[])));
        }
    } else {
        let of_block = |block: &&Block| item(story, block.span, "", &numbers(&marks, block.span));
        items.extend(told.iter().map(|block| (block.span.start(), of_block(block))));
    }
    if has_headings {
        let passages = one_a_sentence(story, &marks).map(|mark| {
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

/// The level of a heading, 0 where its words do not tell one, and its words without the signs that do (`## Talks`).
fn heading(text: &str, span: Span) -> (usize, Span) {
    const LEVELS: usize = 6;
    let words = span.of(text);
    let after = words.trim_start_matches('#');
    let level = words.len() - after.len();
    if level > LEVELS || !after.starts_with([' ', '\t']) || after.trim().is_empty() {
        return (0, span);
    }
    (level, Span::new(span.start() + level, span.end()).trimmed(text))
}

/// The first mark of each meeting in a sentence: what else tells of it there says nothing new.
fn one_a_sentence<'m>(story: &Story, marks: &'m [Mark]) -> impl Iterator<Item = &'m Mark> {
    let sentences = &story.annotations.sentences;
    let holds = |one: Passage, at: usize| one.part == Part::Text && one.span.holds(at);
    let sentence = |mark: &Mark| sentences.iter().position(|one| holds(one.passage, mark.passage.span.start()));
    let mut seen = HashSet::new();
    let is_first = |mark: &&Mark| sentence(mark).is_none_or(|sentence| seen.insert((sentence, mark.mention)));
    let first: Vec<&Mark> = marks.iter().filter(is_first).collect();
    first.into_iter()
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
    use crate::language::Sentence;
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
    fn headings_of_a_lower_level_are_set_in_and_lose_their_signs() {
        let text = "# Sea\n## Ships and\n### Crews #1\n#Harbours\n## \n";
        let told = |at: usize, words: &str| {
            let (level, span) = heading(text, Span::new(at, at + words.len()));
            (level, span.of(text))
        };
        assert_eq!(told(0, "# Sea"), (1, "Sea"));
        assert_eq!(told(6, "## Ships and"), (2, "Ships and"));
        assert_eq!(told(19, "### Crews #1"), (3, "Crews #1"));
        assert_eq!(told(32, "#Harbours"), (0, "#Harbours"), "a tag is no heading of a level");
        assert_eq!(told(42, "## "), (0, "## "));
    }

    #[test]
    fn a_meeting_of_which_a_sentence_tells_twice_has_one_line() {
        let mut story = fixture::library().stories[fixture::CALL].clone();
        let passage = |from, to| Passage { part: Part::Text, span: Span::new(from, to) };
        let sentence = |from, to| Sentence { passage: passage(from, to), block: None, tokens: 0..0 };
        story.annotations.sentences = vec![sentence(0, 40), sentence(41, 90)];
        let mark = |mention, from| Mark { mention, passage: passage(from, from + 3) };
        let marks = [mark(0, 2), mark(1, 8), mark(0, 20), mark(0, 50), mark(0, 60), mark(0, 95), mark(0, 99)];
        let told: Vec<usize> = one_a_sentence(&story, &marks).map(|mark| mark.passage.span.start()).collect();
        assert_eq!(told, [2, 8, 50, 95, 99], "what stands in no sentence stands for itself");
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
