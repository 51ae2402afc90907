//! The line of a view: what narrows it, or is looked for in it.
//!
//! **In:** what is typed. **Out:** fewer rows, or the cursor on a row with these words. **Why:** `/` does in every view what
//! it does in list and text.

use rayon::prelude::*;

use super::{At, Open, Target, Typed, View};
use crate::reader::model::Model;
use crate::reader::model::input::Input;
use crate::search::{NameQuery, Query};

/// So many stops are looked at side by side.
const AT_ONCE: usize = 512;

impl Model {
    /// Opens the line, with what was typed there last.
    pub(in crate::reader) fn open_view_line(&mut self) {
        let Some(open) = &mut self.views.open else { return };
        let mut input = Input::default();
        if open.content.is_filtered() {
            input.set(&open.at.words, "");
            input.select();
        }
        open.typed = Some(Typed { input, before: open.at.clone(), sought: None });
        self.offer_completion();
    }

    /// Narrows the view by a query that was not typed; tells whether it can be narrowed.
    pub(in crate::reader) fn narrow_view(&mut self, query: &str) -> bool {
        if self.narrowed_view().is_none() {
            return false;
        }
        self.open_view_line();
        self.typed_line().1.set(query, "");
        self.take_view_line();
        self.accept_view_line();
        true
    }

    /// Whether the view waits for the filter to be prepared.
    pub(in crate::reader) fn view_waits(&self) -> bool {
        self.view().is_some_and(|open| open.waits)
    }

    /// Whether what narrows a view can be found without waiting for another thread.
    pub(super) fn has_filter_for(&self, view: View, words: &str) -> bool {
        let query = match view {
            View::Meetings => Query::parse(words).unwrap_or_default(),
            View::Names => NameQuery::parse(words).unwrap_or_default().stories,
            _ => return true,
        };
        query.is_empty() || self.prepared.filter_now(&self.library, &query).is_some()
    }

    /// Takes in what is typed now.
    pub(in crate::reader) fn take_view_line(&mut self) {
        let Some(open) = &mut self.views.open else { return };
        let Some(typed) = &open.typed else { return };
        open.at.words = typed.input.text();
        let (before, sought) = (typed.before.clone(), typed.sought.clone());
        if open.content.is_filtered() {
            let here = (open.at.cursor, open.at.top);
            (open.at.cursor, open.at.top) = (0, 0);
            self.settle_view();
            let Some(open) = &mut self.views.open else { return };
            if open.mistake.is_some() {
                (open.at.cursor, open.at.top) = here;
            } else {
                open.at.cursor = open.content.best();
                self.reveal_cursor();
            }
        } else {
            (open.at.cursor, open.at.top) = (before.cursor, before.top);
            let words = open.at.words.clone();
            // Where the beginning of the words is not, the words are not either: a letter more only goes on from there.
            let so_far = sought.filter(|(sought, _)| is_more_of(&words, sought)).map(|(_, found)| found);
            let found = match so_far {
                Some(None) => None,
                Some(Some(from)) => self.go_to_words_until(from, before.cursor, true),
                None => self.go_to_words(before.cursor, true),
            };
            if let Some(typed) = self.views.open.as_mut().and_then(|open| open.typed.as_mut()) {
                typed.sought = Some((words, found));
            }
        }
    }

    /// Closes the line and keeps what it led to; where that waits for the filter, it waits no longer.
    pub(in crate::reader) fn accept_view_line(&mut self) {
        if self.view_waits() {
            let filter = self.prepared.filter(&self.library);
            if self.query_line().text().contains(['"', '“', '”', '„']) {
                filter.prepare_texts(&self.library);
            }
            self.settle_view();
        }
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
        self.go_to_words_until(from, from, forward)
    }

    /// The same, up to the stop before `end`.
    fn go_to_words_until(&mut self, from: usize, end: usize, forward: bool) -> Option<usize> {
        let open = self.view()?;
        let stops = open.content.stops();
        let at = |steps: usize| if forward { (from + steps) % stops } else { (from + stops - steps) % stops };
        let apart = if forward { (end + stops).saturating_sub(from) } else { (from + stops).saturating_sub(end) };
        let walked = if stops == 0 || apart % stops == 0 { stops } else { apart % stops };
        // Side by side, but not all at once: the first place is mostly near.
        let found = (0..walked.div_ceil(AT_ONCE)).find_map(|part| {
            let part = part * AT_ONCE..walked.min((part + 1) * AT_ONCE);
            part.into_par_iter().map(at).find_first(|stop| self.has_words(open, *stop))
        });
        if let (Some(found), Some(open)) = (found, &mut self.views.open) {
            open.at.cursor = found;
        }
        self.reveal_cursor();
        found
    }

    fn has_words(&self, open: &Open, stop: usize) -> bool {
        open.content.has_words(&self.library, stop, open.at.cursor, &open.at.words)
    }
}

/// Whether `words` are what was looked for and more letters; white space at an end is not looked for.
fn is_more_of(words: &str, sought: &str) -> bool {
    !sought.trim().is_empty() && words.starts_with(sought)
}
