//! The line of a view: what narrows it, or is looked for in it.
//!
//! **In:** what is typed. **Out:** fewer rows, or the cursor on a row with these words. **Why:** `/` does in every view what
//! it does in list and text.

use std::sync::Arc;

use super::{At, Open, Target, Typed};
use crate::reader::model::Model;
use crate::reader::model::input::Input;
use crate::search::find;

impl Model {
    /// Opens the line, with what was typed there last.
    pub(in crate::reader) fn open_view_line(&mut self) {
        let Some(open) = &mut self.views.open else { return };
        let mut input = Input::default();
        if open.content.is_filtered() {
            input.set(&open.at.words, "");
        }
        open.typed = Some(Typed { input, before: open.at.clone() });
    }

    /// Takes in what is typed now.
    pub(in crate::reader) fn take_view_line(&mut self) {
        let Some(open) = &mut self.views.open else { return };
        let Some(typed) = &open.typed else { return };
        open.at.words = typed.input.text();
        let before = typed.before.clone();
        if open.content.is_filtered() {
            (open.at.cursor, open.at.top) = (0, 0);
            self.settle_view();
        } else {
            (open.at.cursor, open.at.top) = (before.cursor, before.top);
            self.go_to_words(before.cursor, true);
        }
    }

    /// Closes the line and keeps what it led to.
    pub(in crate::reader) fn accept_view_line(&mut self) {
        let found = self.words_are_found();
        let Some(open) = &mut self.views.open else { return };
        let Some(typed) = open.typed.take() else { return };
        if open.content.is_filtered() || open.at.words.is_empty() || found {
            return;
        }
        let words = std::mem::take(&mut open.at.words);
        open.at = At { words: String::new(), ..typed.before };
        self.say(format!("“{words}” is not here."));
    }

    /// Closes the line and goes back to how the view was.
    pub(in crate::reader) fn cancel_view_line(&mut self) {
        let Some(open) = &mut self.views.open else { return };
        if let Some(typed) = open.typed.take() {
            open.at = typed.before;
        }
        self.settle_view();
    }

    /// Shows everything again, and lights nothing; tells whether there was anything to forget.
    pub(in crate::reader) fn forget_view_words(&mut self) -> bool {
        let Some(open) = &mut self.views.open else { return false };
        if open.at.words.is_empty() {
            return false;
        }
        let stood_on = open.content.is_filtered().then(|| open.content.target(&self.library, open.at.cursor)).flatten();
        open.at.words.clear();
        self.settle_view();
        self.stand_on(stood_on);
        self.reveal_cursor();
        true
    }

    /// Puts the cursor on what leads there, wherever it stands by now.
    fn stand_on(&mut self, target: Option<Target>) {
        let Some(open) = self.views.open.as_mut().filter(|_| target.is_some()) else { return };
        let stops = 0..open.content.stops();
        let same = stops.into_iter().find(|stop| open.content.target(&self.library, *stop) == target);
        open.at.cursor = same.unwrap_or(open.at.cursor);
    }

    /// Puts the cursor on the next stop with the words that are looked for, or on the one before.
    pub(in crate::reader) fn next_in_view(&mut self, forward: bool) {
        let Some(open) = self.view() else { return };
        if open.at.words.is_empty() || open.content.is_filtered() {
            let narrowed = open.content.is_filtered();
            self.say(if narrowed {
                "Every row here is one that was asked for."
            } else {
                "Nothing is looked for; / begins."
            });
            return;
        }
        let (last, at) = (open.content.stops().saturating_sub(1), open.at.cursor);
        let from = match (forward, at) {
            (true, at) if at >= last => 0,
            (true, at) => at + 1,
            (false, at) => at.checked_sub(1).unwrap_or(last),
        };
        let Some(to) = self.go_to_words(from, forward) else { return };
        let round = if forward { to <= at } else { to >= at };
        if to == at {
            self.say("This is the only place.");
        } else if round {
            self.say(if forward { "Round again: from the top on." } else { "Round again: from the end on." });
        }
    }

    /// What is looked for in the view on the screen, where words are.
    pub(in crate::reader) fn looked_for_in_view(&self) -> Option<&str> {
        let open = self.view().filter(|open| !open.content.is_filtered())?;
        Some(open.at.words.as_str()).filter(|words| !words.is_empty())
    }

    fn words_are_found(&self) -> bool {
        self.view().is_some_and(|open| self.has_words(open, open.at.cursor))
    }

    /// Puts the cursor on the first stop from this one on that has the words, round and round.
    fn go_to_words(&mut self, from: usize, forward: bool) -> Option<usize> {
        let open = self.view()?;
        let stops = open.content.stops();
        let walk =
            (0..stops).map(|steps| if forward { (from + steps) % stops } else { (from + stops - steps) % stops });
        let found = walk.into_iter().find(|stop| self.has_words(open, *stop));
        if let (Some(found), Some(open)) = (found, &mut self.views.open) {
            open.at.cursor = found;
        }
        self.reveal_cursor();
        found
    }

    fn has_words(&self, open: &Open, stop: usize) -> bool {
        let content = Arc::clone(&open.content);
        let mut rows = content.rows_of(stop).map(|row| content.row(&self.library, row, open.at.cursor));
        rows.any(|row| row.cells.iter().any(|cell| !find(&cell.words, &open.at.words).is_empty()))
    }
}
