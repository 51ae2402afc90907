//! A library that comes in steps: first its texts, then what is found in them.
//!
//! **In:** a library that was only read; single stories that were analysed ahead of the others, because they are being
//! read; the library with everything. **Out:** the model with what is known by now. **Why:** who opens ten thousand
//! stories reads the first one while the others are still being analysed. Whatever comes in, the words that are being
//! read stay where they are, and so does the row of the list that is chosen.

use std::collections::HashSet;
use std::sync::Arc;

use super::history::{Place, Spot};
use super::panel::Panel;
use super::prompt::Asked;
use super::{Model, digest};
use crate::article::Article;
use crate::language::Passage;
use crate::library::{Library, Progress};
use crate::links::Tier;
use crate::meetings::Story;

/// What is known of a library whose stories are still being analysed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finding {
    /// How far it has come, once it takes so long that someone may ask.
    pub progress: Option<Progress>,
    /// Stories that were analysed ahead of the others.
    ahead: HashSet<usize>,
}

/// What a reader looks at.
struct Sight {
    place: Option<Place>,
    /// The words in focus.
    focus: Option<Passage>,
    chosen: Option<usize>,
    /// The row of the list, counted in stories, in which the chosen story stands.
    row: usize,
}

impl Model {
    /// Takes in a library that was only read, and shows its first story.
    pub(in crate::reader) fn take_texts(&mut self, library: Library) {
        self.finding = Some(Finding::default());
        self.resume_filter();
        self.log_unread(&library);
        self.replace(Arc::new(library));
        self.begin();
        self.reopen_view();
    }

    /// Takes in one story that was analysed ahead of the others.
    pub(in crate::reader) fn take_story(&mut self, index: usize, story: Story) {
        let Some(finding) = &mut self.finding else { return };
        finding.ahead.insert(index);
        let sight = self.sight();
        if let Some(known) = Arc::make_mut(&mut self.library).stories.get_mut(index) {
            *known = story;
        }
        self.views.library_changed();
        // Of other stories nothing new is known; to lay out a long one takes a while.
        self.pages.retain(|page| page.story != index);
        self.look_again(&sight);
    }

    /// Takes in the library with everything that was found, and shows its first story where none was shown yet.
    pub(in crate::reader) fn load(&mut self, library: Library) {
        let sight = self.sight();
        let had_texts = self.finding.take().is_some();
        if !had_texts {
            self.resume_filter();
        }
        self.log_standing(&library);
        self.replace(Arc::new(library));
        self.history.forget_marks();
        if had_texts {
            // Numbers of marks mean something else now.
            self.places.values_mut().for_each(|place| place.spot = None);
            self.look_again(&sight);
            self.begin_again();
        } else {
            self.begin();
        }
        self.reopen_view();
    }

    /// Takes in another analysis of the library that is read.
    /// Tells what had to be closed for it.
    pub(super) fn take_again(&mut self, library: Arc<Library>) -> Option<&'static str> {
        let sight = self.sight();
        // What a page is written of is looked up when its name is typed: it may be another one by then.
        let is_writing = self.prompt.as_ref().is_some_and(|prompt| prompt.asked == Asked::File);
        if is_writing {
            self.prompt = None;
        }
        let is_gone = self.replace(library);
        self.history.forget_marks();
        self.places.values_mut().for_each(|place| place.spot = None);
        self.look_again(&sight);
        match (is_gone, is_writing) {
            (true, _) => Some("What this view was about is not there any more."),
            (_, true) => Some("No page was written: the library is another one now."),
            _ => None,
        }
    }

    /// Takes in how far the library has come.
    pub(in crate::reader) fn take_progress(&mut self, progress: Progress) {
        if let Some(finding) = &mut self.finding {
            finding.progress = Some(progress);
        } else {
            self.loading = self.loading.map(|_| progress);
        }
    }

    /// The story that should be analysed ahead of the others, by its index: the one that is shown.
    pub fn wants_analysed(&self) -> Option<(usize, Arc<Article>)> {
        let shown = self.shown.filter(|story| self.is_only_read(*story))?;
        Some((shown, Arc::clone(&self.library.stories.get(shown)?.article)))
    }

    /// Whether nothing was looked for yet in the story with this index.
    pub(in crate::reader) fn is_only_read(&self, story: usize) -> bool {
        self.finding.as_ref().is_some_and(|finding| !finding.ahead.contains(&story))
    }

    /// Shows no links that are less sure than this; tells of nothing else than before.
    pub(in crate::reader) fn show_links_from(&mut self, least: Tier) {
        let sight = self.sight();
        self.least = least;
        self.digests = digest::of(&self.library, least);
        self.order.count_links_from(least);
        self.query.least = least;
        self.list_again();
        self.pages.clear();
        // Where what is listed depends on links, the story that is read may have left the list.
        let is_listed = |story: usize| self.stories.holds(story);
        if !self.query.is_empty() && self.shown.is_some_and(|shown| !is_listed(shown)) && !self.stories.is_empty() {
            self.forget_labels();
            self.panel = Panel::default();
            self.show(self.stories.chosen());
            return;
        }
        self.look_again(&sight);
    }

    /// Tells whether the view that was open is gone.
    fn replace(&mut self, library: Arc<Library>) -> bool {
        self.renew_list(&library);
        let visits = self.whereabouts.before_jump.iter_mut().map(|visit| &mut visit.view);
        let is_gone = self.views.renew(&self.library, &library, visits.chain(self.history.views_mut()));
        self.digests = digest::of(&library, self.least);
        self.library = library;
        self.order.take(&self.library);
        self.loading = None;
        self.prepared.forget();
        self.excerpts.clear();
        self.lit.clear();
        self.minutes.clear();
        self.pages.clear();
        self.panel = Panel::default();
        self.peek = None;
        self.list_stories();
        is_gone
    }

    fn sight(&self) -> Sight {
        Sight {
            place: self.here().map(|here| here.place),
            focus: self.focused_passage(),
            chosen: self.stories.chosen(),
            row: self.stories.cursor.saturating_sub(self.stories.top),
        }
    }

    /// Shows what was in sight before something new came in.
    fn look_again(&mut self, sight: &Sight) {
        if sight.chosen.is_some_and(|story| self.stories.choose(story)) {
            self.stories.top = self.stories.cursor.saturating_sub(sight.row);
        }
        self.forget_labels();
        self.panel = Panel::default();
        if let (Some(story), Some(place)) = (self.shown, sight.place) {
            let spot = place.spot.filter(|spot| matches!(spot, Spot::Passage(_)));
            self.places.insert(story, Place { spot, ..place });
            self.lay_out();
        }
        let mark = sight.focus.and_then(|words| self.marks().iter().position(|placed| placed.mark.passage == words));
        self.spot = mark.map(Spot::Mark).or(self.spot);
    }
}

#[cfg(test)]
mod tests;
