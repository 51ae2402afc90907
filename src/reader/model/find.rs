//! Looking for words in the story that is read.
//!
//! **In:** what is typed, and a laid out page. **Out:** every place of it, which one is in focus, and whether the walk
//! through them went round. **Why:** the places are the article's, so that another width of the page does not lose them.

use std::sync::Arc;

use super::Model;
use super::history::Place;
use super::input::Input;
use super::overlay::Overlay;
use crate::language::{Part, Passage};
use crate::meetings::Story;
use crate::reader::layout::page::Page;
use crate::search::Searched;
use crate::text::Span;
use crate::text::width::truncate;

/// The most columns that the words take beside the keys.
const WORDS: usize = 20;

/// Words looked for in one story.
#[derive(Clone, Debug)]
pub struct Find {
    /// What is typed.
    pub input: Input,
    /// Whether it still is.
    pub typing: bool,
    /// Whether it was begun towards the top.
    pub backward: bool,
    /// The story.
    pub story: usize,
    /// Where the text stood before.
    pub before: Place,
    /// The places that are shown, in the order in which they stand on the page.
    pub places: Vec<Passage>,
    /// The one in focus.
    pub at: Option<usize>,
    /// Title and text of the story, once they were looked through.
    searched: Option<Arc<[(Part, Searched); 2]>>,
}

impl Find {
    /// Nothing typed yet.
    pub fn new(story: usize, before: Place, backward: bool) -> Self {
        Self {
            input: Input::default(),
            typing: true,
            backward,
            story,
            before,
            places: Vec::new(),
            at: None,
            searched: None,
        }
    }

    /// Looks for what is typed in `story`, which is laid out as `page`.
    pub fn look(&mut self, story: &Story, page: &Page) {
        let words = self.input.text();
        let article = &story.article;
        let searched = self.searched.get_or_insert_with(|| {
            [(Part::Title, &article.title.text), (Part::Text, &article.text)]
                .map(|(part, text)| (part, Searched::new(text)))
                .into()
        });
        // A title of the text's own is found there.
        let passages = searched
            .iter()
            .flat_map(|(part, searched)| searched.find(&words).into_iter().map(|span| Passage { part: *part, span }));
        let mut shown: Vec<(Span, Passage)> =
            passages.filter_map(|passage| Some((page.sheet.shown(passage)?, passage))).collect();
        shown.sort_by_key(|(span, _)| span.start());
        self.places = shown.into_iter().map(|(_, passage)| passage).collect();
        self.at = None;
    }

    /// Looks again, where the story is laid out in another way: other places may be shown then, and in another order. The one
    /// in focus stays, if it is shown.
    pub fn look_again(&mut self, story: &Story, page: &Page) {
        let focused = self.focused();
        self.look(story, page);
        self.at = focused.and_then(|passage| self.places.iter().position(|place| *place == passage));
    }

    /// Puts the first place at or after the row `top` of `page` in focus, or the last one before it; tells whether the
    /// walk went round the end.
    pub fn nearest(&mut self, page: &Page, top: usize) -> bool {
        let row = |passage: &Passage| page.row_of(*passage).unwrap_or(0);
        let (found, round) = if self.backward {
            let before = self.places.iter().rposition(|place| row(place) <= top);
            (before.or(self.places.len().checked_sub(1)), before.is_none())
        } else {
            let after = self.places.iter().position(|place| row(place) >= top);
            (after.or((!self.places.is_empty()).then_some(0)), after.is_none())
        };
        self.at = found;
        round && found.is_some()
    }

    /// Puts the next place in focus, or the one before; tells whether the walk went round the end.
    pub fn go(&mut self, forward: bool) -> bool {
        let count = self.places.len();
        let Some(at) = self.at.filter(|_| count > 0) else { return false };
        let to = if forward { (at + 1) % count } else { (at + count - 1) % count };
        self.at = Some(to);
        (to > at) != forward || count == 1
    }

    /// The place in focus.
    pub fn focused(&self) -> Option<Passage> {
        self.places.get(self.at?).copied()
    }

    /// How many places there are, and which one is in focus.
    pub fn counted(&self) -> String {
        match (self.places.len(), self.at) {
            (0, _) => "not in this story".into(),
            (count, Some(at)) => format!("{} of {count}", at + 1),
            (count, None) => count.to_string(),
        }
    }
}

impl Model {
    /// What was found, for the end of the key line: `3 of 12 “words”`; none while it is typed.
    pub(in crate::reader) fn found_words(&self) -> Option<String> {
        if let Some(overlay) = &self.overlay {
            return found_above(overlay);
        }
        let find = self.find.as_ref().filter(|find| !find.typing && Some(find.story) == self.shown)?;
        Some(format!("{} “{}”", find.counted(), truncate(&find.input.text(), WORDS)))
    }
}

/// The same for what is laid over the screen.
fn found_above(overlay: &Overlay) -> Option<String> {
    let look = overlay.look.as_ref().filter(|look| !look.typing)?;
    let at = look.at.map_or_else(String::new, |at| format!("{} of ", at + 1));
    Some(format!("{at}{} “{}”", overlay.shown(), truncate(&look.input.text(), WORDS)))
}
