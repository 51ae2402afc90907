//! The outline of a story.
//!
//! **In:** a story. **Out:** its headings with the passages about meetings below them; where it has no headings, the first
//! words of its paragraphs, each with the numbers of the meetings that it tells of. **Why:** most stories of the day have
//! no headings, and their paragraphs are what one looks for in them.

use super::marks::{self, Mark, raised};
use super::picker::{Item, Kind, Pick, Picker};
use crate::article::BlockKind;
use crate::language::{Part, Passage};
use crate::meetings::Story;
use crate::text::Span;
use crate::text::sanitise::one_line;

/// So many characters of a paragraph are told: more than any list is wide.
pub(super) const LONGEST: usize = 120;

/// The outline to pick from; the last entry at or before the byte `at` of the text is chosen.
pub fn of(story: &Story, at: usize) -> Picker {
    let article = &story.article;
    let told = || article.blocks.iter().filter(|block| block.kind.is_story() && !article.is_title(block));
    let headings = || told().filter(|block| block.kind == BlockKind::Heading);
    let marks: Vec<Mark> = marks::of(story).into_iter().filter(|mark| mark.passage.part == Part::Text).collect();
    let has_headings = headings().next().is_some();
    let mut items: Vec<(usize, Item)> = Vec::new();
    let paragraphs = told().filter(|_| !has_headings).map(|block| (0, block.span));
    let least = headings().map(|block| article.heading(block).0).min().unwrap_or(0);
    let entries = headings().map(|block| article.heading(block)).chain(paragraphs);
    for (level, words) in entries {
        let lead = "  ".repeat(level.saturating_sub(least));
        items.push((words.start(), item(story, (words, words), &lead, &numbers(&marks, words))));
    }
    if has_headings {
        // What a heading tells of stands beside it.
        let is_below = |mark: &&Mark| !headings().any(|block| block.span.holds(mark.passage.span.start()));
        let below: Vec<Mark> = marks.iter().filter(is_below).copied().collect();
        items.extend(a_sentence_each(story, &below));
        items.sort_by_key(|(start, _)| *start);
    }
    let here = items.iter().rposition(|(start, _)| *start <= at).unwrap_or(0);
    let kind = if has_headings { Kind::Outline } else { Kind::Paragraphs };
    let mut picker = Picker::new(kind, items.into_iter().map(|(_, item)| item).collect());
    picker.cursor = here;
    picker
}

/// A line for each sentence that tells of meetings, with their numbers before its words. Picking it leads to the first passage.
fn a_sentence_each(story: &Story, marks: &[Mark]) -> Vec<(usize, Item)> {
    let mut told: Vec<(Span, Vec<Mark>)> = Vec::new();
    for mark in marks {
        let words = sentence(story, mark.passage.span);
        match told.last_mut().filter(|(last, _)| last.holds(mark.passage.span.start())) {
            Some((_, marks)) => marks.push(*mark),
            None => told.push((words, vec![*mark])),
        }
    }
    let line = |(words, marks): (Span, Vec<Mark>)| {
        let first = marks.first()?.passage.span;
        let lead = format!("  {} ", raised_together(&numbers(&marks, words.cover(first))));
        Some((first.start(), item(story, (words, first), &lead, &[])))
    };
    told.into_iter().filter_map(line).collect()
}

/// The sentence that a passage begins in, without the dateline before it; the passage itself where none is known.
fn sentence(story: &Story, passage: Span) -> Span {
    let holds = |one: &Passage| one.part == Part::Text && one.span.holds(passage.start());
    let known = story.annotations.sentences.iter().map(|sentence| sentence.passage).find(holds);
    let sentence = known.map_or(passage, |known| known.span);
    let dateline = story.article.dateline.map(|dateline| dateline.span.end());
    match dateline.filter(|end| sentence.holds(*end) && *end <= passage.start()) {
        Some(end) => Span::new(end, sentence.end()).trimmed(&story.article.text),
        None => sentence,
    }
}

/// A line with these words that leads to that place.
fn item(story: &Story, (words, span): (Span, Span), lead: &str, numbers: &[usize]) -> Item {
    let text = &story.article.text;
    let words: String = words.of(text).chars().take(LONGEST).collect();
    let through = span.start().saturating_mul(100) / text.len().max(1);
    let numbers = raised_together(numbers);
    let detail = if numbers.is_empty() { format!("{through} %") } else { format!("{numbers}  {through} %") };
    let pick = Pick::Passage(Passage { part: Part::Text, span });
    Item { label: format!("{lead}{}", one_line(&words)), detail, pick }
}

fn raised_together(numbers: &[usize]) -> String {
    numbers.iter().map(|number| raised(*number)).collect::<Vec<_>>().join("·")
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

    /// The labels of the outline of a text, read as the program reads it.
    fn outlined(text: &str) -> Vec<String> {
        let article =
            crate::article::read("ferry.md", std::path::Path::new("ferry.md"), text.as_bytes()).articles.remove(0);
        let library = crate::library::Library::from_articles("ferry", vec![article]);
        of(&library.stories[0], 0).items.into_iter().map(|item| item.label).collect()
    }

    #[test]
    fn headings_of_a_lower_level_are_set_in_and_each_stands_once_without_its_signs() {
        let text = "# Ferry talks resume in Torvik\n\nThe crews of both sides hope for an end of the quarrel.\n\n\
                    ## The old quarrel\n\nThe two sides have quarrelled over the ferry for ten years.\n\n\
                    ### What do the crews say?\n\nNobody had asked them before the spring.\n\n\
                    ## What comes next\n\nThe ferry sails again on Monday.\n";
        assert_eq!(outlined(text), ["The old quarrel", "  What do the crews say?", "What comes next"]);
    }

    #[test]
    fn the_sentences_that_tell_of_meetings_stand_whole_below_the_headings() {
        let text = "# Ferry talks resume in Torvik\n\n\
                    TORVIK, 4 May 2031 – Prime Minister Anna Kral met Foreign Minister Jon Hresk in Torvik on Monday.\n\n\
                    ## Quarrel\n\nKral said that she had met Hresk in Sarn in March 2030 to end it.\n";
        let labels = outlined(text);
        assert!(labels.iter().any(|label| label.starts_with("  ¹ Prime Minister Anna Kral met")), "{labels:?}");
        assert!(
            labels
                .iter()
                .any(|label| label.ends_with("² Kral said that she had met Hresk in Sarn in March 2030 to end it.")),
            "{labels:?}"
        );
        assert!(!labels.iter().any(|label| label.contains('#')), "{labels:?}");
    }

    #[test]
    fn a_sentence_has_one_line_with_the_numbers_of_all_that_it_tells_of() {
        let mut story = fixture::library().stories[fixture::CALL].clone();
        let passage = |from, to| Passage { part: Part::Text, span: Span::new(from, to) };
        let sentence = |from, to| Sentence { passage: passage(from, to), block: None, tokens: 0..0 };
        story.annotations.sentences = [sentence(0, 40), sentence(41, 90)].into();
        let mark = |mention, from| Mark { mention, passage: passage(from, from + 3) };
        let marks = [mark(0, 2), mark(1, 8), mark(0, 20), mark(0, 50), mark(0, 60), mark(0, 95), mark(0, 99)];
        let told = a_sentence_each(&story, &marks);
        let starts: Vec<usize> = told.iter().map(|(start, _)| *start).collect();
        assert_eq!(starts, [2, 50, 95, 99], "what stands in no sentence stands for itself");
        assert!(told[0].1.label.starts_with("  ¹·² "), "{:?}", told[0].1);
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
