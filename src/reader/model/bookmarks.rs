//! Places that a letter leads back to.
//!
//! **In:** a letter and a place; what was kept of them. **Out:** the place of a letter, and all of them as they are listed.
//! **Why:** a walk through many stories needs fixed points. To the people who read they are *marks*; here that word is
//! taken by the marked passages of a story.

use std::collections::BTreeMap;

use super::history::Place;
use crate::language::{Part, Passage};
use crate::library::{KeptPlace, KeptWords, Library, Mark, ReadUpTo};
use crate::meetings::Story;
use crate::reader::layout::page::Anchor;
use crate::text::Span;
use crate::text::sanitise::one_line;

/// The longest line of a place that is kept, in characters: more than any list is wide.
const LONGEST_LINE: usize = 160;

/// A place that a letter leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// Index of its story; `None` where that is not in the library any more.
    pub story: Option<usize>,
    /// Where in it.
    pub at: Lasting,
    /// The title of the story when the mark was set.
    pub title: String,
    /// The words at the place.
    pub line: String,
}

/// A place in a story that outlives another analysis, which numbers the marked passages anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lasting {
    /// The row at the top of the screen; `None` for the top of the page.
    pub top: Option<Anchor>,
    /// The words in focus.
    pub focus: Option<Passage>,
}

/// All of them, by letter.
#[derive(Clone, Debug, Default)]
pub struct Bookmarks {
    all: BTreeMap<char, Bookmark>,
    /// Those that no one was told of yet, to be kept.
    unsaved: Vec<char>,
}

impl Bookmarks {
    /// Whether a mark can be called so.
    pub fn is_name(letter: char) -> bool {
        letter.is_alphanumeric()
    }

    /// Sets a mark; the one that had the letter is gone.
    pub fn set(&mut self, letter: char, mark: Bookmark) {
        self.all.insert(letter, mark);
        self.unsaved.push(letter);
    }

    /// The mark of a letter.
    pub fn get(&self, letter: char) -> Option<&Bookmark> {
        self.all.get(&letter)
    }

    /// All of them, in the order of their letters.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (char, &Bookmark)> {
        self.all.iter().map(|(letter, mark)| (*letter, mark))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Takes in what was kept; a mark that was set meanwhile counts for more.
    pub fn take(&mut self, kept: Vec<(Option<usize>, Mark)>) {
        for (story, mark) in kept {
            let at = Lasting::of(mark.place);
            self.all.entry(mark.letter).or_insert(Bookmark { story, at, title: mark.title, line: mark.line });
        }
    }

    /// What is to be kept now, with the index of each story, and forgotten here.
    pub fn take_unsaved(&mut self) -> Vec<(usize, Mark)> {
        let mut letters = std::mem::take(&mut self.unsaved);
        letters.dedup();
        let kept = |letter: char| {
            let mark = self.all.get(&letter)?;
            let (title, line) = (mark.title.clone(), mark.line.clone());
            Some((mark.story?, Mark { letter, place: mark.at.kept(), title, line }))
        };
        letters.into_iter().filter_map(kept).collect()
    }
}

impl Lasting {
    /// What was kept of a place.
    pub fn of(kept: KeptPlace) -> Self {
        let passage = |words: KeptWords| Passage {
            part: part(words.in_title),
            span: Span::new(words.start, words.end.max(words.start)),
        };
        Self { top: kept.top.map(anchor), focus: kept.focus.map(passage) }
    }

    /// What is kept of it.
    pub fn kept(self) -> KeptPlace {
        let words = |focus: Passage| KeptWords {
            in_title: focus.part == Part::Title,
            start: focus.span.start(),
            end: focus.span.end(),
        };
        KeptPlace { top: self.top.map(up_to), focus: self.focus.map(words) }
    }

    /// The words there: those in focus, else those in the topmost row, else the first of the story.
    pub fn line(self, story: &Story) -> String {
        let article = &story.article;
        let first = || {
            let block = article.blocks.iter().find(|block| block.kind.is_story());
            Passage {
                part: Part::Text,
                span: Span::new(block.map_or(0, |block| block.span.start()), article.text.len()),
            }
        };
        let from = self.focus.or(self.top.map(|top| top.passage)).unwrap_or_else(first);
        let text = if from.part == Part::Title { &article.title.text } else { &article.text };
        let start = (from.span.start().min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at));
        let rest = text.get(start.unwrap_or(text.len())..).unwrap_or_default();
        // Of one paragraph, its white space made plain.
        let paragraph = rest.trim_start().split("\n\n").next().unwrap_or_default();
        one_line(&paragraph.chars().take(LONGEST_LINE).collect::<String>())
    }

    /// A place as it is now; `passage` tells the words of a marked passage by its number.
    pub fn now(place: Place, passage: Option<Passage>) -> Self {
        Self { top: place.top, focus: passage }
    }
}

/// The row that an offset holds.
pub(super) fn anchor(up_to: ReadUpTo) -> Anchor {
    let passage = Passage { part: part(up_to.in_title), span: Span::new(up_to.offset, up_to.offset.saturating_add(1)) };
    Anchor { passage, above: up_to.above }
}

/// What is kept of a row.
pub(super) fn up_to(top: Anchor) -> ReadUpTo {
    let Anchor { passage, above } = top;
    ReadUpTo { in_title: passage.part == Part::Title, offset: passage.span.start(), above }
}

const fn part(in_title: bool) -> Part {
    if in_title { Part::Title } else { Part::Text }
}

/// The story that a mark belongs to, for who lists it.
pub fn title_of<'m>(library: &'m Library, mark: &'m Bookmark) -> &'m str {
    mark.story
        .and_then(|story| library.stories.get(story))
        .map_or(mark.title.as_str(), |story| &story.article.title.text)
}
