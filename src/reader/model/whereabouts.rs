//! Where the reader is and was, beyond back and forward: marks, and what the next letter is for.
//!
//! **In:** places. **Out:** places to go to. **Why:** `m` and a letter, `'` and a letter, a label of a link: each waits for
//! a letter that no key map can name. They wait in one way, which says so, shows what letters there are, and is left with
//! Esc.

use super::bookmarks::{Bookmarks, Lasting};
use super::history::{Place, Spot, Visit};
use super::labels::Labels;
use super::left::Left;
use super::{Focus, Model, marks};
use crate::language::Passage;
use crate::reader::actions::Command;

/// Marks, and what the next letter is for.
#[derive(Clone, Debug, Default)]
pub struct Whereabouts {
    /// Places that letters lead to.
    pub bookmarks: Bookmarks,
    /// What the next letter is for.
    pub awaited: Option<Awaited>,
    /// Where the reader was before the last jump.
    pub before_jump: Option<Visit>,
    /// How the reader was left the last time, until the library is there.
    pub left: Option<Left>,
    /// Whether the reader goes on there.
    pub is_resumed: bool,
    /// The view that was open then, until it is opened again.
    pub view: Option<serde_json::Value>,
    /// The view that was asked for before there was anything to show, until the library is there.
    pub wanted: Option<Command>,
    /// Which way the next passage was asked for before the story was looked through, until it is; any other key ends that.
    pub wanted_mark: Option<bool>,
    /// Whether anybody has done anything since the start.
    pub is_touched: bool,
}

/// What the next letter is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// The name of a mark to set.
    SetMark,
    /// The name of a mark to go to.
    GoToMark,
    /// The letters on a link.
    Label(Labels),
}

impl Awaited {
    /// What it is, for the key line.
    pub const fn told(&self) -> &'static str {
        match self {
            Self::SetMark => "set a mark: a letter",
            Self::GoToMark => "go to a mark: its letter",
            Self::Label(_) => "follow a link: its letters",
        }
    }

    /// Whether the letters that there are, are shown after a pause.
    pub const fn is_listed(&self) -> bool {
        matches!(self, Self::SetMark | Self::GoToMark)
    }
}

impl Model {
    /// What the next letter is for.
    pub fn awaited(&self) -> Option<&Awaited> {
        self.whereabouts.awaited.as_ref()
    }

    /// Whether more keys have to follow those that were pressed, which are shown after a pause.
    pub(in crate::reader) fn waits_for_more(&self) -> bool {
        !self.pending.is_empty() || self.awaited().is_some_and(Awaited::is_listed)
    }

    /// Where the reader is, in a way that outlives another analysis.
    pub(in crate::reader) fn lasting(&self) -> Option<(usize, Lasting)> {
        let here = self.here()?;
        Some((here.story, Lasting::now(here.place, self.focused_passage())))
    }

    /// The words in focus at a place.
    pub(in crate::reader) fn words_of(&self, visit: Visit) -> Option<Passage> {
        match visit.place.spot? {
            Spot::Passage(passage) => Some(passage),
            Spot::Mark(index) => marks::of(self.library.stories.get(visit.story)?).get(index).map(|mark| mark.passage),
        }
    }

    /// Ends the waiting for letters on links, which lie elsewhere now.
    pub(in crate::reader) fn forget_labels(&mut self) {
        if matches!(self.awaited(), Some(Awaited::Label(_))) {
            self.whereabouts.awaited = None;
        }
    }

    /// Remembers where the reader is, before a jump.
    pub(in crate::reader) fn leave_here(&mut self) {
        if let Some(here) = self.here() {
            self.history.leave(here);
            self.whereabouts.before_jump = Some(here);
        }
    }

    /// Shows a place of a story, and gives it the keyboard.
    pub(in crate::reader) fn arrive(&mut self, story: usize) {
        self.show(Some(story));
        self.focus = Focus::Text;
        if self.choose_unfolded(story) {
            self.reveal_choice();
        }
        // On a narrow screen the text may only now have got its columns.
        self.settle();
    }

    /// Goes to a lasting place in the story that is shown.
    pub(in crate::reader) fn go_to_lasting(&mut self, at: Lasting) {
        let mark = |focus| self.marks().iter().position(|placed| placed.mark.passage == focus);
        let spot = at.focus.map(|focus| mark(focus).map_or(Spot::Passage(focus), Spot::Mark));
        self.go_to(Place { top: at.top, spot });
    }
}
