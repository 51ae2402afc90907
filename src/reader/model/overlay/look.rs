//! Words that are looked for in what is laid over the screen.
//!
//! **In:** a line that is typed. **Out:** whether an item has all of its words, and where, to be lit. **Why:** a list of a
//! hundred keys or a thousand messages is narrowed by typing, like the list of stories.

use super::Overlay;
use crate::reader::model::input::Input;
use crate::search::find;
use crate::text::Span;
use crate::text::fold::folded;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// What is typed.
    pub input: Input,
    /// Whether it is still being typed.
    pub typing: bool,
    /// Which of the items that have it is in focus.
    pub at: Option<usize>,
    words: Vec<String>,
    /// The first line in sight before.
    before: usize,
}

impl Look {
    /// The words, folded.
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether every word stands somewhere in `text`; case and diacritics do not count.
    pub(super) fn finds(&self, text: &str) -> bool {
        let text = folded(text);
        self.words.iter().all(|word| text.contains(word.as_str()))
    }

    /// Byte offsets of the letters of `text` that were looked for, ascending.
    pub fn lit(&self, text: &str) -> Vec<usize> {
        let spans: Vec<Span> = self.words.iter().flat_map(|word| find(text, word)).collect();
        let letters = text.char_indices().map(|(at, _)| at);
        letters.filter(|at| spans.iter().any(|span| span.holds(*at))).collect()
    }
}

impl Overlay {
    /// Opens the line for what is looked for; what was looked for before stands in it.
    pub fn begin_look(&mut self) {
        let before = self.top;
        let look = self.look.get_or_insert_with(|| Look { before, ..Look::default() });
        look.typing = true;
    }

    /// Whether the line for what is looked for is open.
    pub fn is_typed_into(&self) -> bool {
        self.look.as_ref().is_some_and(|look| look.typing)
    }

    /// Lists what has the words of the line.
    pub fn look(&mut self) {
        let Some(look) = &mut self.look else { return };
        look.words = look.input.text().split_whitespace().map(folded).filter(|word| !word.is_empty()).collect();
        look.at = None;
        self.top = 0;
        self.narrow();
    }

    /// Keeps what was found, and closes the line; without words everything is shown again.
    pub fn accept_look(&mut self, height: usize) {
        match &mut self.look {
            Some(look) if !look.words.is_empty() => look.typing = false,
            _ => self.end_look(height),
        }
    }

    /// Shows everything again, where it stood before.
    pub fn end_look(&mut self, height: usize) {
        if let Some(look) = self.look.take() {
            self.narrow();
            // What was in focus stays in sight.
            self.top = look.before;
            self.scroll(0, height);
        }
    }

    /// Puts the next item that was found in focus, or the one before, with `height` lines in sight; tells whether it
    /// went round at the end.
    pub fn next_found(&mut self, forward: bool, height: usize) -> bool {
        let (count, top) = (self.items.len(), self.top);
        let in_sight = self.items.iter().position(|lines| lines.start >= top).unwrap_or(0);
        let Some(look) = self.look.as_mut().filter(|_| count > 0) else { return false };
        let (at, round) = match (look.at, forward) {
            (None, true) => (in_sight, false),
            (None, false) => (in_sight.checked_sub(1).unwrap_or(count - 1), in_sight == 0),
            (Some(at), true) => ((at + 1) % count, at + 1 == count),
            (Some(at), false) => ((at + count - 1) % count, at == 0),
        };
        look.at = Some(at);
        let Some(lines) = self.items.get(at).cloned() else { return round };
        if lines.start < self.top {
            // With its heading, where it is the first one under it.
            self.top = lines.start.saturating_sub(1);
        } else if lines.end > self.top + height {
            self.top = lines.end.saturating_sub(height);
        }
        self.scroll(0, height);
        round
    }
}
