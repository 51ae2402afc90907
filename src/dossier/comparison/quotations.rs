//! A story in, what it quotes out.
//!
//! **In:** a story's blocks and names. **Out:** [`Quotation`]s in reading order: the words between quotation marks of any
//! kind, of several paragraphs where each opens anew and only the last closes, with whom the sentence names as speaker.
//! **Why:** who said what in which words is what outlets differ in most.

mod marks;
mod speakers;

use super::wording::words;
use super::{Quotation, Source};
use crate::article::Block;
use crate::language::{Part, Passage};
use crate::meetings::Story;
use crate::text::Span;
use marks::{Quoted, quoted};

/// Fewer words between marks are a term or a title, and not speech.
const FEWEST_WORDS: usize = 4;

/// The quotations of a story, in reading order; `number` is its index in the library.
pub(super) fn quotations(story: &Story, number: usize) -> Vec<Quotation> {
    let text = story.article.text.as_str();
    let mut said: Vec<Quotation> = Vec::new();
    let mut open: Option<Open> = None;
    let mut speakers = speakers::Speakers::of(story);
    let end = super::end_of(story);
    let blocks = story.article.blocks.iter().take_while(|block| block.span.start() < end);
    for block in blocks.filter(|block| block.kind.is_story()) {
        let found = quoted(text, Span::new(block.span.start(), block.span.end().min(end)));
        for (at, quote) in found.iter().enumerate() {
            let around = around(block, &found, at);
            let parts = match open.take() {
                Some(before) if at == 0 && before.goes_on(block, *quote) => before.and(quote.inside),
                Some(before) => {
                    said.extend(before.close(&mut speakers, text, number));
                    vec![quote.inside]
                }
                None => vec![quote.inside],
            };
            let now = Open { parts, kind: quote.kind, around };
            if quote.is_closed || at + 1 < found.len() {
                said.extend(now.close(&mut speakers, text, number));
            } else {
                open = Some(now);
            }
        }
        if found.is_empty()
            && let Some(before) = open.take()
        {
            said.extend(before.close(&mut speakers, text, number));
        }
    }
    said.extend(open.and_then(|before| before.close(&mut speakers, text, number)));
    said
}

/// A quotation whose end is not seen yet.
struct Open {
    parts: Vec<Span>,
    kind: marks::Kind,
    /// The words of the paragraph before and after it, without those of other quotations.
    around: [Span; 2],
}

impl Open {
    /// Whether a paragraph that opens with `quote` goes on with this one.
    fn goes_on(&self, block: &Block, quote: Quoted) -> bool {
        quote.kind == self.kind && quote.outside.start() == block.span.start()
    }

    fn and(mut self, part: Span) -> Vec<Span> {
        self.parts.push(part);
        self.parts
    }

    fn close(self, speakers: &mut speakers::Speakers<'_>, text: &str, story: usize) -> Option<Quotation> {
        let count: usize = self.parts.iter().map(|part| words(part.of(text)).take(FEWEST_WORDS).count()).sum();
        let is_unspaced = self.parts.iter().any(|part| part.len() >= 36 && !part.of(text).contains(' '));
        if count < FEWEST_WORDS && !is_unspaced {
            return None;
        }
        let source = |span: Span| Source { story, passage: Passage { part: Part::Text, span } };
        let speaker = speakers.of_quotation(self.around, story);
        Some(Quotation { parts: self.parts.into_iter().map(source).collect(), speaker })
    }
}

/// What stands before and after a quotation in its block, up to the next quotations.
fn around(block: &Block, found: &[Quoted], at: usize) -> [Span; 2] {
    let before = at.checked_sub(1).and_then(|at| found.get(at)).map_or(block.span.start(), |quote| quote.outside.end());
    let after = found.get(at + 1).map_or(block.span.end(), |quote| quote.outside.start());
    let own = found.get(at).map_or(block.span, |quote| quote.outside);
    [Span::new(before, own.start()), Span::new(own.end(), after)]
}

#[cfg(test)]
mod tests;
