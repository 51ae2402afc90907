//! What is typed in, what is listed out.

use super::stories::{Line, Window};
use super::{Model, excerpt};
use crate::reader::layout::ListRows;
use crate::reader::settings::Sort;
use crate::search::{Match, Query, complete};

impl Model {
    /// Reads what the filter line asks for; tells whether it can be understood. Where it cannot, the list stays.
    pub(in crate::reader) fn read_query(&mut self) -> bool {
        match Query::parse(&self.input.text()) {
            Ok(query) => {
                self.excerpts.clear();
                (self.query, self.mistake) = (query, None);
            }
            Err(mistake) => self.mistake = Some(mistake),
        }
        self.mistake.is_none()
    }

    /// Lists what is asked for, and chooses the best, or the story that is being read where nothing is asked.
    pub(in crate::reader) fn list_stories(&mut self) {
        let library = &self.library;
        let found = if self.query.is_empty() {
            let all = self.order.newest().iter();
            all.map(|story| Match { story: *story, ..Match::default() }).collect()
        } else {
            self.prepared.filter(library).run(library, &self.keeping.own, &self.query)
        };
        let (found, groups) = self.order.arrange(library, &self.digests, found);
        self.stories.list(found, groups);
        self.count_unread();
        if self.query.is_empty()
            && let Some(story) = self.shown
        {
            self.stories.choose(story);
        }
        self.reveal_choice();
    }

    /// Lists the stories anew, with the same one chosen in the same row.
    pub(in crate::reader) fn list_again(&mut self) {
        let (chosen, row) = (self.stories.chosen(), self.stories.cursor.saturating_sub(self.stories.top));
        self.list_stories();
        if chosen.is_some_and(|story| self.stories.choose(story)) {
            self.stories.top = self.stories.cursor.saturating_sub(row);
            self.reveal_choice();
        }
    }

    /// Counts what of the list was not read yet, once after each change: heads and heading tell it on every frame.
    pub(in crate::reader) fn count_unread(&mut self) {
        self.stories.count_unread(&self.keeping.own);
    }

    /// The order of the list in a few words, and in fewer.
    pub(in crate::reader) fn order_told(&self) -> [&'static str; 2] {
        match self.order.sort {
            Sort::Relevance if self.order.is_scored() => ["best first", "by match"],
            Sort::Relevance | Sort::Newest => ["newest first", "by date"],
            Sort::Oldest => ["oldest first", "oldest"],
            Sort::Title => ["by title", "title"],
            Sort::Outlet => ["by outlet", "outlet"],
            Sort::Linked => ["most linked", "links"],
        }
    }

    /// The parts of the list.
    pub(in crate::reader) fn list_rows(&self) -> ListRows {
        ListRows::of(self.panes.list, !self.settings.queries.is_empty())
    }

    /// The rows in which its lines are in sight.
    pub(in crate::reader) fn list_window(&self) -> Window {
        if self.is_linear() {
            return Window { rows: self.linear_rows(0), step: 1 };
        }
        let rows = self.list_rows();
        Window { rows: usize::from(rows.stories.height), step: usize::from(rows.step) }
    }

    /// How many lines of the list are wholly in sight.
    pub(in crate::reader) fn lines_in_sight(&self) -> usize {
        if self.is_linear() { self.lines_heard() } else { self.stories.whole(self.list_window()) }
    }

    /// Looks up what could go on at the cursor of the filter line.
    pub(in crate::reader) fn offer_completion(&mut self) {
        let (line, cursor) = (self.input.text(), self.input.parts().0.len());
        self.typing.offer(complete(&self.library, &self.keeping.own, &line, cursor));
    }

    /// Finds the lines that have a phrase, for the stories in sight that were found by their texts.
    pub(super) fn quote_texts(&mut self, window: Window) {
        if self.query.phrases().next().is_none() {
            return;
        }
        for (.., line) in self.stories.in_sight(window) {
            if let Line::Story(found) = line
                && let Some(found) = self.stories.matches.get(found)
                && let Some(story) = self.library.stories.get(found.story)
                && !self.excerpts.contains_key(&found.story)
            {
                self.excerpts.insert(found.story, excerpt::of(story, &self.query));
            }
        }
    }

    /// Brings the chosen line of the list into sight.
    pub(in crate::reader) fn reveal_choice(&mut self) {
        self.stories.reveal(self.list_window());
    }

    /// Chooses a story of the list, if it is listed, and unfolds its group; tells whether it is.
    pub(in crate::reader) fn choose_unfolded(&mut self, story: usize) -> bool {
        if !self.stories.choose(story) {
            return false;
        }
        if let Some(head) = self.stories.chosen_head() {
            self.fold(head);
            self.stories.choose(story);
        }
        true
    }

    /// Folds a group of the list, by its index there, or unfolds it.
    pub(in crate::reader) fn fold(&mut self, listed: usize) {
        if let Some(group) = self.stories.groups().get(listed).copied() {
            self.order.fold(group.group);
            let order = &self.order;
            self.stories.fold(|group| order.is_folded(group));
        }
    }

    /// Folds all groups, or unfolds them where all are folded.
    pub(in crate::reader) fn fold_all(&mut self) {
        self.order.fold_all(self.stories.groups().iter().any(|group| !group.folded));
        let order = &self.order;
        self.stories.fold(|group| order.is_folded(group));
    }
}
