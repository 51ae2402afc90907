//! Passages of a story as text of its own.
//!
//! **In:** a story, and ranges of it. **Out:** one line a paragraph, without the line breaks of the file, with words
//! that were divided there joined as they are drawn.

use crate::article::{BlockKind, TitleFrom};
use crate::language::{Part, Passage};
use crate::meetings::Story;
use crate::text::Span;
use crate::text::sanitise::sanitise;
use crate::text::wrap::{Breaks, glyphs, wrap};

/// The words as they are, where another program can be given them letter by letter; `None` where they hold signs that
/// must not leave, for without these they would be other words.
pub fn as_it_is(words: &str) -> Option<&str> {
    (sanitise(words).text == words && !words.contains(['\n', '\t'])).then_some(words)
}

/// The paragraphs of some passages, each in one line.
pub fn paragraphs(story: &Story, passages: &[Passage]) -> Vec<String> {
    let of = |passage: &Passage| {
        let text = match passage.part {
            Part::Title => &story.article.title.text,
            Part::Text => &story.article.text,
        };
        joined(text, passage.span)
    };
    passages.iter().flat_map(of).collect()
}

/// A range of a text, one line a paragraph; a blank line parts two.
fn joined(text: &str, span: Span) -> Vec<String> {
    let mut sections: Vec<Span> = Vec::new();
    let mut at = span.start();
    let mut parted = true;
    for line in span.of(text).split_inclusive('\n') {
        let held = Span::new(at, at + line.len()).trimmed(text);
        at += line.len();
        match sections.last_mut().filter(|_| !parted) {
            _ if held.is_empty() => {}
            Some(last) => *last = last.cover(held),
            None => sections.push(held),
        }
        parted = held.is_empty();
    }
    // Articles are clean already; what leaves for another program is not trusted to that.
    let line = |section: Span| {
        let drawn: String = glyphs(text, section).map(|glyph| glyph.symbol).collect();
        sanitise(&drawn).text.into_owned()
    };
    sections.into_iter().map(line).collect()
}

/// The whole story: its title, `source` (who published it, when and where), and its text without what surrounds it.
pub fn whole(story: &Story, source: &str) -> String {
    let is_told = |kind: BlockKind| kind.is_story() || kind == BlockKind::Dateline;
    let mut parts = heading(story);
    parts.extend((!source.is_empty()).then(|| source.to_owned()));
    parts.extend(body(story, is_told));
    parts.join("\n\n") + "\n"
}

/// Everything of a story in rows of at most `columns` columns, for a pager.
pub fn to_be_paged(story: &Story, source: &str, columns: usize) -> String {
    let mut parts = heading(story);
    parts.extend((!source.is_empty()).then(|| source.to_owned()));
    parts.extend(body(story, |_| true));
    let rows = |part: &String| {
        let rows = wrap(part, Span::whole(part), columns, Breaks::Keep);
        rows.iter().map(|row| row.span.of(part)).collect::<Vec<_>>().join("\n")
    };
    parts.iter().map(rows).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// The title; none where it is only the beginning of the text.
fn heading(story: &Story) -> Vec<String> {
    let title = &story.article.title;
    if matches!(title.from, TitleFrom::Derived(_)) { Vec::new() } else { vec![title.text.clone()] }
}

/// The paragraphs of the blocks that count, without the one that is the title.
fn body(story: &Story, counts: impl Fn(BlockKind) -> bool) -> Vec<String> {
    let article = &story.article;
    let blocks = article.blocks.iter().filter(|block| counts(block.kind) && !article.is_title(block));
    blocks.flat_map(|block| joined(&article.text, article.heading(block).1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::fixture::{self, CALL};

    fn lines(text: &str) -> Vec<String> {
        joined(text, Span::whole(text))
    }

    #[test]
    fn the_lines_of_a_file_are_joined_and_its_paragraphs_stay_apart() {
        let written = "The ferry was\nlate  again.\n \nNobody\tknew why.\n";
        assert_eq!(lines(written), ["The ferry was late  again.", "Nobody knew why."]);
        assert_eq!(lines("It was pro-\nhibited."), ["It was pro-hibited."], "as it is drawn");
        assert!(lines(" \n ").is_empty());
    }

    #[test]
    fn what_leaves_is_clean() {
        assert_eq!(lines("a\u{1b}]52;c;eA==\u{7}b\u{202e}c"), ["abc"]);
    }

    #[test]
    fn what_cannot_leave_letter_by_letter_does_not_leave() {
        for path in ["/home/a  b.txt", "/news/首脳.txt", "/é"] {
            assert_eq!(as_it_is(path), Some(path));
        }
        for path in ["a\u{1b}[31m.txt", "a\nb.txt", "a\tb", "a\u{202e}txt.b", "a\u{200b}b"] {
            assert_eq!(as_it_is(path), None, "{path:?}");
        }
    }

    #[test]
    fn the_whole_story_is_told_without_what_surrounds_it() {
        let library = fixture::library();
        let told = whole(&library.stories[CALL], "Northwire, 21 May 2031");
        let head = "Premier Halvorsen calls President Ilmaz over the strait\n\nNorthwire, 21 May 2031\n\nHOLMSUND";
        assert!(told.starts_with(head), "{told}");
        assert!(!told.contains("News  /  World") && !told.contains("Storm warning"), "{told}");
        assert!(told.contains("\n\nThe inquiry\n\n"), "{told}");
        assert_eq!(told.matches("calls President").count(), 1);
    }

    #[test]
    fn for_a_pager_everything_is_wrapped() {
        let library = fixture::library();
        let told = to_be_paged(&library.stories[CALL], "", 40);
        assert!(told.lines().all(|line| line.chars().count() <= 40), "{told}");
        assert!(told.contains("Storm warning"), "{told}");
    }
}
