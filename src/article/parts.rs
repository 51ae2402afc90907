//! The parts of a text, each sorted by its looks and words alone.
//!
//! **In:** the text of one story. **Out:** its [`Part`]s in order. **Why:** what a line is depends on what stands
//! around it; this is what can be said before looking around.

use std::collections::HashSet;

use super::header::{HeaderLine, header_line};
use super::layout::{bullet, units};
use super::prose::{End, Look};
use super::{BlockKind, Span, furniture, heading};
use crate::text::fold::folded;

/// A paragraph or line with what can be said of it by itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// Where it stands.
    pub(super) span: Span,
    /// How it looks, without a list mark.
    pub(super) look: Look,
    /// What it is by itself.
    pub(super) sort: Sort,
    /// What it is where it stands, once that is decided.
    pub(super) kind: Option<BlockKind>,
}

/// What a part is by itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sort {
    /// Page furniture.
    Chrome,
    /// The label of a list; its bytes.
    Label(usize),
    /// A label with a headline behind it, in one line.
    Headline,
    /// The words under a picture.
    Caption,
    /// A date, place, byline or outlet.
    Header(HeaderLine),
    /// An entry of a list.
    Bullet,
    /// Running text.
    Prose,
    /// Any other line.
    Line,
}

/// The parts of `text`.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for unit in units(text) {
        let held = unit.span.of(text);
        match furniture::trailing_label(held) {
            Some(at) => {
                parts.push(part(text, Span::new(unit.span.start(), unit.span.start() + at).trimmed(text)));
                let tail = Span::new(unit.span.start() + at, unit.span.end());
                parts.push(Part { span: tail, look: Look::at(tail.of(text)), sort: Sort::Headline, kind: None });
            }
            None => parts.push(part(text, unit.span)),
        }
    }
    ask_for_title(&mut parts);
    repeat_captions(text, &mut parts);
    parts
}

fn part(text: &str, span: Span) -> Part {
    let held = span.of(text);
    let mark = bullet(held).unwrap_or(0);
    let (level, words) = heading::heading(text, span);
    if level > 0 {
        let look = Look::at(words.of(text));
        // Whatever it looks like, running text it is not.
        let sort = match sort(text, words, &look, false) {
            Sort::Prose | Sort::Caption | Sort::Bullet => Sort::Line,
            sort => sort,
        };
        return Part { span, look, sort, kind: None };
    }
    let look = Look::at(held.get(mark..).unwrap_or_default());
    Part { span, sort: sort(text, span, &look, mark > 0), look, kind: None }
}

fn sort(text: &str, span: Span, look: &Look, bulleted: bool) -> Sort {
    let held = span.of(text);
    if let Some(label) = furniture::list_label(held) {
        let rest = Look::at(held.get(label..).unwrap_or_default().trim());
        if rest.words == 0 {
            return Sort::Label(label);
        }
        if rest.is_headline() {
            return Sort::Headline;
        }
    }
    if let Some(line) = header_line(text, span) {
        return Sort::Header(line);
    }
    // Neither the page's lines nor captions are long.
    if look.words <= furniture::MOST_WORDS && look.length <= furniture::MOST_BYTES {
        let bare = folded(held);
        if furniture::is_chrome(text, span, &bare, look) {
            return Sort::Chrome;
        }
        if furniture::is_caption(text, span, &bare, look) {
            return Sort::Caption;
        }
    }
    if bulleted {
        return Sort::Bullet;
    }
    if look.is_prose() { Sort::Prose } else { Sort::Line }
}

/// A question or call that comes first and has paragraphs behind it is a headline.
fn ask_for_title(parts: &mut [Part]) {
    let Some(first) = parts.iter().position(|part| matches!(part.sort, Sort::Prose | Sort::Line | Sort::Bullet)) else {
        return;
    };
    let paragraphs_follow = parts.iter().skip(first + 1).any(|part| part.sort == Sort::Prose && part.look.words > 12);
    if let Some(part) = parts.get_mut(first)
        && part.sort == Sort::Prose
        && part.look.end == End::Call
        && part.look.words <= 16
        && paragraphs_follow
    {
        part.sort = Sort::Line;
    }
}

/// A saved page often holds a picture's words twice; the second time without the credit they were known by.
fn repeat_captions(text: &str, parts: &mut [Part]) {
    /// More captions than this are no longer compared with everything.
    const MOST: usize = 8;
    let words =
        |span: Span| -> HashSet<String> { folded(span.of(text)).split_whitespace().map(str::to_owned).collect() };
    let captions: Vec<(usize, HashSet<String>)> = parts
        .iter()
        .filter(|part| part.sort == Sort::Caption)
        .take(MOST)
        .map(|part| (part.look.words, words(part.span)))
        .collect();
    for part in parts.iter_mut().filter(|part| matches!(part.sort, Sort::Prose | Sort::Line) && part.look.words >= 6) {
        // Most paragraphs are longer than any caption.
        let own = part.look.words;
        let alike = captions.iter().filter(|(length, _)| own * 10 >= length * 6 && own * 8 <= length * 10);
        let twin = alike.map(|(_, caption)| caption).any(|caption| {
            let own = words(part.span);
            own.intersection(caption).count() * 10 >= own.len() * 8
        });
        if twin {
            part.sort = Sort::Caption;
        }
    }
}
