//! The story told from what surrounds it.
//!
//! **In:** the text of one story. **Out:** its [`Block`]s and what its head tells. **Why:** a meeting in another
//! story's headline, in a caption or in a footer is not told by this story.
//!
//! First every part is sorted by its looks and words; then its neighbours decide: lines after “See also” are
//! headlines until paragraphs resume, a short line before a paragraph is a heading, short lines behind the last
//! paragraph belong to the page.

use super::head::{self, Head};
use super::layout::{bullet, is_numbered};
use super::parts::{Part, Sort, parts};
use super::prose::{End, is_quotation};
use super::{Block, BlockKind, Span, heading};

/// The blocks of a story and what its head tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Outline {
    /// The blocks in order.
    pub(super) blocks: Vec<Block>,
    /// The parts they were made from, one for each block.
    pub(super) parts: Vec<Part>,
    /// Headline and masthead.
    pub(super) head: Head,
}

/// Divides `text` into blocks.
pub(super) fn outline(text: &str) -> Outline {
    let mut parts = parts(text);
    let lead = parts.iter().position(|part| part.sort == Sort::Prose);
    let (before, story) = parts.split_at_mut_checked(lead.unwrap_or(0)).unwrap_or_default();
    let mut head = head::read(text, before);
    if lead.is_none() {
        head = without_paragraphs(text, &mut parts);
    } else {
        read_story(text, story);
    }
    let kind = |part: &Part| part.kind.unwrap_or(BlockKind::Paragraph);
    let blocks = parts.iter().map(|part| Block { kind: kind(part), span: part.span }).collect();
    Outline { blocks, parts, head }
}

/// A text in which nothing reads as running text: the first line is its headline, the rest its story.
fn without_paragraphs(text: &str, parts: &mut [Part]) -> Head {
    let head = head::read(text, parts);
    for part in parts.iter_mut() {
        let is_title = head.title.is_some_and(|title| part.span.contains(title));
        if part.kind == Some(BlockKind::Heading) && !is_title {
            part.kind = Some(BlockKind::Paragraph);
        }
    }
    head
}

/// Decides what the parts from the first paragraph on are.
fn read_story(text: &str, parts: &mut [Part]) {
    let last_prose = parts.iter().rposition(|part| matches!(part.sort, Sort::Prose | Sort::Bullet)).unwrap_or(0);
    let dated_headings = parts.iter().take(last_prose).filter(|part| matches!(part.sort, Sort::Header(_))).count() > 1;
    let tail_lines = parts.iter().skip(last_prose + 1).filter(|part| part.sort == Sort::Line).count();
    let mut in_list = false;
    let mut in_footer = false;
    let mut index = 0;
    while let Some(part) = parts.get(index) {
        let tail = index > last_prose;
        let kind = match &part.sort {
            Sort::Chrome => {
                in_footer |= tail;
                BlockKind::Chrome
            }
            Sort::Label(_) => {
                in_list = true;
                BlockKind::Headlines
            }
            Sort::Headline => BlockKind::Headlines,
            Sort::Caption => BlockKind::Caption,
            // A cutting names its source and day at its foot: `The Natal Courier, Monday September 28`.
            Sort::Header(line) if tail && line.outlet.is_some() && line.date.is_some() => BlockKind::Dateline,
            Sort::Header(_) if tail => BlockKind::Chrome,
            // The days of a chronicle are its headings.
            Sort::Header(_) if dated_headings => BlockKind::Heading,
            Sort::Header(_) => BlockKind::Dateline,
            Sort::Bullet => {
                index = read_bullets(text, parts, index, in_list);
                continue;
            }
            Sort::Prose if in_list && is_listed(part) => BlockKind::Headlines,
            Sort::Prose => {
                in_list = false;
                paragraph(text, part)
            }
            Sort::Line if in_list => BlockKind::Headlines,
            // A ranking or an enumeration is the story's own.
            Sort::Line if is_numbered(part.span.of(text)) => BlockKind::Paragraph,
            Sort::Line if tail => tail_line(text, part, in_footer, tail_lines),
            Sort::Line => line(text, part),
        };
        if let Some(part) = parts.get_mut(index) {
            part.kind = Some(kind);
        }
        index += 1;
    }
    empty_labels(parts);
    stacked_headings(parts);
}

/// A quotation or a paragraph.
fn paragraph(text: &str, part: &Part) -> BlockKind {
    if is_quotation(part.span.of(text)) { BlockKind::Quote } else { BlockKind::Paragraph }
}

/// Whether a part that might be a paragraph is a headline where it stands in a list: a question, or a quotation
/// without a full stop.
fn is_listed(part: &Part) -> bool {
    part.look.end != End::Stop && part.look.end != End::Colon && part.look.words <= 20
}

/// A line between paragraphs.
fn line(text: &str, part: &Part) -> BlockKind {
    let label = part.look.end == End::Colon && part.look.words <= 3;
    if part.look.is_heading() || label || heading::is_marked(part.span.of(text)) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

/// A line behind the last paragraph.
fn tail_line(text: &str, part: &Part, in_footer: bool, lines: usize) -> BlockKind {
    match part.look.words {
        _ if !in_footer && heading::is_marked(part.span.of(text)) => BlockKind::Heading,
        _ if matches!(part.look.end, End::Stop | End::Call) => BlockKind::Paragraph,
        _ if in_footer => BlockKind::Chrome,
        0..=4 => BlockKind::Chrome,
        // A paragraph that lost its full stop.
        8.. if lines == 1 => BlockKind::Paragraph,
        _ => BlockKind::Headlines,
    }
}

/// The entries of a list from `index` on: headlines of other stories, or facts of this one. Says where it ends.
fn read_bullets(text: &str, parts: &mut [Part], index: usize, in_list: bool) -> usize {
    let entries = parts.iter().skip(index).take_while(|part| part.sort == Sort::Bullet).count();
    let introduced = is_introduced(parts, index);
    let least = if in_list { 2 } else { 4 };
    let is_headline = |part: &&Part| part.look.is_headline() && part.look.words >= least && !part.look.begins_small;
    let headlines = parts.iter().skip(index).take(entries).filter(is_headline).count();
    let others = !introduced && headlines * 2 > entries;
    for part in parts.iter_mut().skip(index).take(entries) {
        let mark = bullet(part.span.of(text)).unwrap_or(0);
        let quotation = is_quotation(part.span.of(text).get(mark..).unwrap_or_default());
        part.kind = Some(match (others, quotation) {
            (true, _) => BlockKind::Headlines,
            (false, true) => BlockKind::Quote,
            (false, false) => BlockKind::Paragraph,
        });
    }
    index + entries
}

/// Whether the part before `index` announces what comes: it belongs to the story and ends with a colon.
fn is_introduced(parts: &[Part], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| parts.get(before));
    before.is_some_and(|part| part.look.end == End::Colon && part.kind.is_some_and(BlockKind::is_story))
}

/// A label that no headline follows is a button of the page: “Read More:” above real text.
fn empty_labels(parts: &mut [Part]) {
    let mut followed = false;
    for part in parts.iter_mut().rev() {
        if matches!(part.sort, Sort::Label(_)) && !followed {
            part.kind = Some(BlockKind::Chrome);
        }
        followed = part.kind == Some(BlockKind::Headlines);
    }
}

/// Three headings in a row head nothing: they are headlines of other stories, or a list that was announced.
fn stacked_headings(parts: &mut [Part]) {
    const STACK: usize = 3;
    let mut from = 0;
    while from < parts.len() {
        let is_heading = |part: &&Part| part.kind == Some(BlockKind::Heading) && part.look.words >= 4;
        let stack = parts.iter().skip(from).take_while(is_heading).count();
        if stack >= STACK {
            let kind = if is_introduced(parts, from) { BlockKind::Paragraph } else { BlockKind::Headlines };
            parts.iter_mut().skip(from).take(stack).for_each(|part| part.kind = Some(kind));
        }
        from += stack.max(1);
    }
}

/// The paragraphs of an outline that tell the story, in order.
pub(super) fn paragraphs(blocks: &[Block]) -> impl Iterator<Item = Span> {
    blocks.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote)).map(|block| block.span)
}

#[cfg(test)]
mod tests;
