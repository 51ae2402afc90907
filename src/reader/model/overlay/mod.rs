//! What can be laid over the screen: the help, the messages, the files that were not read.
//!
//! **In:** the action table and the keys, the log, or the library; words that are looked for. **Out:** the lines to show.
//! **Why:** they are scrolled and searched, so the state must know how many there are; drawing them is the views' part.

mod help;
mod log;
mod look;
mod skipped;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use self::help::{Shown, Sign};
pub use self::look::Look;
use super::messages::{Kind as Said, Messages};
use crate::library::Library;
use crate::reader::actions::Context;
use crate::reader::keymap::Keymap;
use crate::reader::model::names::ShownNames;
use crate::text::Span;
use crate::text::wrap::{Breaks, wrap};

/// What is laid over the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The keys and the legend.
    Help,
    /// What the reader had to say.
    Messages,
    /// The files that could not be read.
    Skipped,
}

impl Kind {
    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Help => "Keys",
            Self::Messages => "Messages",
            Self::Skipped => "Not read",
        }
    }
}

/// Something laid over the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    /// What.
    pub kind: Kind,
    /// Where the keyboard was before.
    pub from: Context,
    /// The lines to show: all of them, or those with the words that are looked for.
    pub lines: Vec<Line>,
    /// The first one in sight.
    pub top: usize,
    /// What is looked for.
    pub look: Option<Look>,
    /// The lines of each item that is shown.
    items: Vec<Range<usize>>,
    sections: Vec<Section>,
}

/// Some items under a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Section {
    /// Empty for none.
    heading: String,
    items: Vec<Item>,
}

/// Lines that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Item {
    lines: Vec<Line>,
    /// What words are looked for in.
    words: String,
    /// Whether an empty line follows.
    is_apart: bool,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A heading.
    Heading(String),
    /// Keys, and at this column what they do.
    Keys(String, u16, String),
    /// A message: when, of what kind, and at this column its words.
    Said(String, Said, u16, String),
    /// At this column, how it goes on.
    More(u16, String),
    /// Kinds of names, each drawn as in the text.
    Legend(Vec<Shown>),
    /// Signs in list, text and margin, with what they mean.
    Signs(Vec<Sign>),
    /// A file.
    File(String),
    /// Running text.
    Text(String),
    /// Nothing.
    Blank,
}

/// Spaces between the words of a legend.
pub const GAP: usize = 2;

impl Overlay {
    /// The keys as they are bound, those that do something in `from` before the others, wrapped to `columns`.
    pub fn help(keymap: &Keymap, names: ShownNames, from: Context, columns: usize) -> Self {
        Self::of(Kind::Help, from, help::sections(keymap, names, from, columns))
    }

    /// What the reader had to say, the newest last, wrapped to `columns`.
    pub fn messages(messages: &Messages, from: Context, columns: usize) -> Self {
        Self::of(Kind::Messages, from, log::sections(messages, columns))
    }

    /// The files that could not be read, and the notices on others, with the reasons wrapped to `columns`.
    pub fn skipped(library: &Library, from: Context, columns: usize) -> Self {
        Self::of(Kind::Skipped, from, skipped::sections(library, columns))
    }

    fn of(kind: Kind, from: Context, sections: Vec<Section>) -> Self {
        let mut overlay = Self { kind, from, lines: Vec::new(), top: 0, look: None, items: Vec::new(), sections };
        overlay.narrow();
        overlay
    }

    /// Takes the lines of another one of the same kind, with the same words looked for; whoever stood at the end stays
    /// at the end, with `height` lines in sight.
    pub fn renew(&mut self, newer: Self, height: usize) {
        let was_at_end = self.top + height >= self.lines.len();
        self.sections = newer.sections;
        self.narrow();
        self.scroll(if was_at_end && self.kind == Kind::Messages { isize::MAX } else { 0 }, height);
    }

    /// Moves by `steps` lines, of which `height` are in sight.
    pub fn scroll(&mut self, steps: isize, height: usize) {
        self.top = self.top.saturating_add_signed(steps).min(self.lines.len().saturating_sub(height));
    }

    /// How many items it has.
    pub fn count(&self) -> usize {
        self.sections.iter().map(|section| section.items.len()).sum()
    }

    /// How many of them are shown.
    pub fn shown(&self) -> usize {
        self.items.len()
    }

    /// The lines of the item in focus.
    pub fn focused(&self) -> Option<Range<usize>> {
        self.items.get(self.look.as_ref()?.at?).cloned()
    }

    /// Puts the item with this line in focus, where words are looked for.
    pub fn focus_on(&mut self, line: usize) {
        let item = self.items.iter().position(|lines| lines.contains(&line));
        if let Some(look) = &mut self.look {
            look.at = item.or(look.at);
        }
    }

    /// Lists the lines with the words that are looked for; all of them where nothing is.
    fn narrow(&mut self) {
        self.lines.clear();
        self.items.clear();
        let look = self.look.as_ref().filter(|look| !look.words().is_empty());
        for section in &self.sections {
            let mut items = section.items.iter().filter(|item| look.is_none_or(|look| look.finds(&item.words)));
            let Some(first) = items.next() else { continue };
            if self.lines.last().is_some_and(|line| *line != Line::Blank) {
                self.lines.push(Line::Blank);
            }
            if !section.heading.is_empty() {
                self.lines.push(Line::Heading(section.heading.clone()));
            }
            for item in std::iter::once(first).chain(items) {
                let start = self.lines.len();
                self.lines.extend(item.lines.iter().cloned());
                self.items.push(start..self.lines.len());
                if item.is_apart {
                    self.lines.push(Line::Blank);
                }
            }
        }
        if self.lines.last() == Some(&Line::Blank) {
            self.lines.pop();
        }
        if self.lines.is_empty() {
            self.lines.push(Line::Text("Nothing here has these words.".into()));
        }
        if let Some(look) = &mut self.look {
            look.at = look.at.filter(|at| *at < self.items.len());
        }
    }
}

/// The rows of some words in so many columns.
fn rows(words: &str, columns: usize) -> Vec<String> {
    let rows = wrap(words, Span::whole(words), columns.max(1), Breaks::Reflow);
    rows.iter().map(|row| row.span.of(words).to_owned()).collect()
}
