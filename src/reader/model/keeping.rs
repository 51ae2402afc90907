//! What the reader does with stories: read, star, tags, notes; and the way back.
//!
//! **In:** what was kept, and changes by hand. **Out:** what to keep. **Why:** the model knows at once what a key did,
//! while the file is written elsewhere; and whatever a key did, another one takes back.

use std::collections::HashSet;

use super::bookmarks::{anchor, up_to};
use super::correcting::Request;
use super::digest::count;
use super::history::Place;
use super::messages::Message;
use super::{Focus, Model, Page};
use crate::library::{Change, Kept, Own, ReadUpTo};
use crate::reader::actions::Command;
use crate::reader::settings::ReadWhen;

/// So many steps can be taken back.
const STEPS: usize = 200;

/// What was done with the stories, and what of it is still to be kept.
#[derive(Clone, Debug, Default)]
pub struct Keeping {
    /// By story; missing ones were not touched.
    pub own: Vec<Own>,
    /// Changes that no one was told of yet.
    pub(super) unsaved: Vec<(usize, Change)>,
    steps: Vec<Step>,
    /// Whether it is known what was kept.
    is_known: bool,
    /// Changes made before that.
    early: Vec<(usize, Change)>,
    /// Whether there is no place where anything can be kept.
    is_refused: bool,
    /// The story that has the keyboard.
    reading: Option<usize>,
    /// How many stories were read.
    read: usize,
    /// Whether any story was read, or marked as unread: until then that none was read says nothing.
    is_begun: bool,
    /// Counts the changes.
    changes: usize,
}

/// What was done with a story that nobody touched.
static UNTOUCHED: Own = Own { read: false, starred: false, tags: Vec::new(), note: String::new() };

impl Keeping {
    /// Counts what was read, once after each change: the list tells it on every frame.
    fn count(&mut self) {
        self.read = self.own.iter().filter(|own| own.read).count();
        self.is_begun |= self.read > 0;
        self.changes += 1;
    }

    /// Another number after each change.
    pub(super) const fn changes(&self) -> usize {
        self.changes
    }
}

/// What was done with a story, with one change more.
fn changed(own: &Own, change: &Change) -> Own {
    let mut kept = Kept { own: own.clone(), ..Kept::default() };
    change.apply(&mut kept);
    kept.own
}

/// Something that can be taken back.
#[derive(Clone, Debug)]
struct Step {
    /// What it was, as in `starred`.
    told: String,
    /// What takes it back.
    back: Vec<(usize, Change)>,
    /// The same of a correction.
    correction: Option<Request>,
}

impl Model {
    /// Takes in what was kept of every story; of none where nothing can be kept.
    pub(in crate::reader) fn take_kept(&mut self, kept: Vec<Kept>) {
        // Whoever has begun to read is not moved.
        let is_untouched = self.top == 0 && self.spot.is_none() && !self.is_resumed();
        if let Some(here) = self.here().filter(|_| !is_untouched) {
            self.places.insert(here.story, here.place);
        }
        for (story, kept) in kept.iter().enumerate() {
            if let Some(up_to) = kept.up_to.filter(|_| is_untouched || Some(story) != self.shown) {
                self.places.entry(story).or_insert_with(|| place(up_to));
            }
        }
        self.keeping.is_refused = kept.is_empty() && !self.library.stories.is_empty();
        self.keeping.is_begun |= kept.iter().any(|kept| kept.is_marked);
        let places: HashSet<usize> =
            (0..).zip(&kept).filter(|(_, kept)| kept.up_to.is_some()).map(|(at, _)| at).collect();
        let before = std::mem::take(&mut self.keeping.own);
        self.keeping.own = kept.into_iter().map(|kept| kept.own).collect();
        self.keeping.own.resize(self.library.stories.len(), Own::default());
        self.keeping.is_known = true;
        // What was done meanwhile is on its way to the file.
        for (story, change) in std::mem::take(&mut self.keeping.early) {
            if let Some(own) = self.keeping.own.get_mut(story) {
                *own = changed(own, &change);
            }
        }
        self.keeping.count();
        self.count_unread();
        // What is written under a title tells of all this; whatever it tells nothing new of stays laid out.
        let (own, shown) = (&self.keeping.own, self.shown.filter(|shown| is_untouched && places.contains(shown)));
        self.pages.retain(|page| {
            Some(page.story) != shown && own.get(page.story) == Some(before.get(page.story).unwrap_or(&UNTOUCHED))
        });
        self.forget_labels();
        if self.query.asks_for_own() {
            self.list_again();
        }
    }

    /// Whether what was kept is to be looked up again; what is changed until it comes is kept in mind.
    pub(in crate::reader) const fn asks_again(&mut self) -> bool {
        // Who is waiting for an answer asks no second time.
        std::mem::replace(&mut self.keeping.is_known, false)
    }

    /// Takes in what another reader has changed meanwhile; `None` where that is nothing. Tells whether it was anything.
    pub(in crate::reader) fn take_kept_again(&mut self, kept: Option<Vec<Kept>>) -> bool {
        self.keeping.is_known = true;
        let early = std::mem::take(&mut self.keeping.early);
        let Some(kept) = kept else { return false };
        self.keeping.is_begun |= kept.iter().any(|kept| kept.is_marked);
        let mut newer: Vec<Own> = kept.into_iter().map(|kept| kept.own).collect();
        newer.resize(self.library.stories.len(), Own::default());
        for (story, change) in early {
            if let Some(own) = newer.get_mut(story) {
                *own = changed(own, &change);
            }
        }
        let others = (0..newer.len()).filter(|story| newer.get(*story) != Some(self.own(*story)));
        let others: Vec<usize> = others.collect();
        self.keeping.own = newer;
        if others.is_empty() {
            return false;
        }
        self.keeping.count();
        for story in &others {
            self.forget_page(*story);
        }
        if self.query.asks_for_own() {
            self.list_again();
        }
        let told = count(others.len(), "story", "stories");
        self.tell(Message::event(format!("Another reader changed what is kept of {told}.")));
        true
    }

    /// What was done with a story.
    pub(in crate::reader) fn own(&self, story: usize) -> &Own {
        self.keeping.own.get(story).unwrap_or(&UNTOUCHED)
    }

    /// What an answer to a change has to add where it is lost at the end; `None` where it is kept.
    pub(in crate::reader) fn unkept(&self) -> Option<String> {
        let keys = self.keymap().chords_anywhere(Command::Messages);
        let see = keys.first().map_or_else(String::new, |key| format!(": see {}", self.told_key(key)));
        self.keeping.is_refused.then(|| format!(", but nothing is kept{see}"))
    }

    /// How many stories were not read yet; `None` until someone has begun to read this library: to tell it of a new one
    /// would only be noise.
    pub(in crate::reader) fn unread(&self) -> Option<usize> {
        let unread = self.library.stories.len().checked_sub(self.keeping.read)?;
        self.keeping.is_begun.then_some(unread)
    }

    /// Another number after each change.
    pub(super) const fn own_changes(&self) -> usize {
        self.keeping.changes()
    }

    /// Whether a change would change anything.
    pub(in crate::reader) fn changes(&self, story: usize, change: &Change) -> bool {
        changed(self.own(story), change) != *self.own(story)
    }

    /// Makes changes by hand, which can be taken back; `told` is what they do, as in `starred`.
    pub(in crate::reader) fn change(&mut self, changes: Vec<(usize, Change)>, told: &str) {
        let back = self.carry(changes);
        if back.is_empty() {
            return;
        }
        self.remember(Step { told: told.to_owned(), back, correction: None });
    }

    /// Remembers how to take a correction back.
    pub(super) fn remember_correction(&mut self, told: String, back: Request) {
        self.remember(Step { told, back: Vec::new(), correction: Some(back) });
    }

    /// Forgets the last step back that is this one; tells whether there was one.
    pub(super) fn forget_correction(&mut self, request: &Request) -> bool {
        let steps = &mut self.keeping.steps;
        let Some(at) = steps.iter().rposition(|step| step.correction.as_ref() == Some(request)) else { return false };
        steps.remove(at);
        true
    }

    /// Whether the next step back is this one.
    pub(super) fn takes_back_next(&self, request: &Request) -> bool {
        self.keeping.steps.last().is_some_and(|step| step.correction.as_ref() == Some(request))
    }

    fn remember(&mut self, step: Step) {
        self.keeping.steps.push(step);
        let more = self.keeping.steps.len().saturating_sub(STEPS);
        self.keeping.steps.drain(..more);
    }

    /// Takes the last step back; tells what it was.
    pub(in crate::reader) fn take_back(&mut self) -> Option<String> {
        let step = self.keeping.steps.pop()?;
        self.carry(step.back);
        if let Some(request) = step.correction {
            self.take_correction_back(request);
        }
        Some(step.told)
    }

    /// Makes changes that differ from what is there; gives what takes them back.
    fn carry(&mut self, changes: Vec<(usize, Change)>) -> Vec<(usize, Change)> {
        let mut back = Vec::new();
        self.keeping.own.resize(self.library.stories.len(), Own::default());
        for (story, change) in changes {
            let Some(before) = self.keeping.own.get(story).cloned() else { continue };
            let after = changed(&before, &change);
            if after != before {
                if let Some(own) = self.keeping.own.get_mut(story) {
                    *own = after;
                }
                back.push((story, change.undone(&Kept { own: before, ..Kept::default() })));
                // What stands under the title tells of all but whether it was read.
                if !matches!(change, Change::Read(_)) {
                    self.forget_page(story);
                }
                self.keeping.is_begun |= matches!(change, Change::Read(_));
                if !self.keeping.is_known {
                    self.keeping.early.push((story, change.clone()));
                }
                self.keeping.unsaved.push((story, change));
            }
        }
        self.keeping.count();
        self.count_unread();
        back
    }

    /// Has the story laid out anew, at the place where it stands.
    fn forget_page(&mut self, story: usize) {
        if let Some(here) = self.here().filter(|here| here.story == story) {
            self.places.insert(story, here.place);
        }
        self.pages.retain(|page| page.story != story);
    }

    /// Notes that a story was read, once it is left, and how far.
    pub(super) fn notice_reading(&mut self) {
        let reading = self.shown.filter(|_| self.focus == Focus::Text && self.loading.is_none());
        let left = self.keeping.reading.filter(|left| Some(*left) != reading);
        self.keeping.reading = reading;
        // What stands in a window that no one looks at is not read.
        let reached = |page: &Page| self.top + self.text_height() >= page.rows.len();
        let at_end = reading.filter(|_| self.is_looked_at && self.page().is_some_and(reached));
        let read = match self.settings.read_when {
            ReadWhen::Left => left,
            ReadWhen::End => at_end,
            ReadWhen::Never => None,
        };
        if let Some(story) = read {
            self.carry(vec![(story, Change::Read(true))]);
        }
        if let Some(story) = left {
            self.keep_place(story);
        }
    }

    /// Keeps how far a story was read.
    fn keep_place(&mut self, story: usize) {
        let here = self.here().filter(|here| here.story == story).map(|here| here.place);
        let place = here.or_else(|| self.places.get(&story).copied()).unwrap_or_default();
        self.keeping.unsaved.push((story, Change::UpTo(place.top.map(up_to))));
    }

    /// Everything that is to be kept now, and forgotten here.
    pub(in crate::reader) fn take_unsaved(&mut self) -> Vec<(usize, Change)> {
        std::mem::take(&mut self.keeping.unsaved)
    }
}

fn place(read: ReadUpTo) -> Place {
    Place { top: Some(anchor(read)), spot: None }
}
