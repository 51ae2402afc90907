//! What is typed in, what is listed out.
//!
//! **In:** the filter line, what was prepared for it, the order that was chosen. **Out:** the list, and why each story in sight
//! is in it. **Why:** all of this follows from the line and is done anew with each letter, so that it stands in one place.

use ratatui::layout::Rect;

use super::query_line::rows_to_tell;
use super::stories::{Line, Window};
use super::typing::before_mistake;
use super::{Model, excerpt};
use crate::reader::layout::ListRows;
use crate::reader::settings::Sort;
use crate::search::{Match, Query};
use crate::text::width::width;

/// The heading of the list.
pub const HEADING: &str = "Stories";

/// What is said in the heading of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// How many stories there are.
    Count,
    /// In which order.
    Order,
}

impl Model {
    /// Reads what the filter line asks for; tells whether the list has to follow. Where the line cannot be understood, the
    /// list stays as it was before the word with the mistake was begun.
    pub(in crate::reader) fn read_query(&mut self) -> bool {
        let line = self.input.text();
        let (asked, query) = match Query::parse(&line) {
            Ok(query) => {
                self.mistake = None;
                (line, query)
            }
            Err(mistake) => {
                let is_good = |line: &str| Query::parse(line).is_ok();
                let asked = before_mistake(&self.typing.asked, &line, mistake.span.start(), is_good);
                self.mistake = Some(mistake);
                if asked == self.typing.asked {
                    return false;
                }
                let query = Query::parse(&asked).unwrap_or_default();
                (asked, query)
            }
        };
        self.excerpts.clear();
        self.lit.clear();
        (self.typing.asked, self.query) = (asked, query.linked_from(self.least));
        true
    }

    /// Lists what is asked for, and chooses the best, or the story that is being read where nothing is asked.
    /// While the filter is still being prepared by another thread the list stays as it is.
    pub(in crate::reader) fn list_stories(&mut self) {
        self.list_if(false);
    }

    /// Lists what is asked for where the list still waits for the filter: whoever opens the best story of the list means that of
    /// the line that was typed, however soon.
    pub(in crate::reader) fn list_at_once(&mut self) {
        if self.prepared.await_filter(false) {
            self.list_if(true);
        }
    }

    /// The same; `waits` for the filter where it is still being prepared.
    fn list_if(&mut self, waits: bool) {
        let library = &self.library;
        self.prepared.await_filter(false);
        let found = if self.query.is_empty() {
            let all = self.order.newest().iter();
            all.map(|story| Match { story: *story, ..Match::default() }).collect()
        } else if let Some(filter) =
            self.prepared.filter_now(library, &self.query).or_else(|| waits.then(|| self.prepared.filter(library)))
        {
            filter.run(library, &self.keeping.own, &self.query)
        } else {
            self.prepared.await_filter(true);
            return;
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
        let below = self.mistake.as_ref().map_or(1, |mistake| rows_to_tell(mistake, self.panes.list.width));
        ListRows::of(self.panes.list, !self.settings.queries.is_empty(), below)
    }

    /// What the heading of the list counts, and its order, in as many words as `room` columns have place for.
    pub(in crate::reader) fn heading_words(&self, room: usize) -> (String, Option<&'static str>) {
        let all = self.library.stories.len();
        let listed = format!("  {} of {all}", self.stories.len());
        // What is known most exactly, as far as it fits beside the order.
        let mut counts = match (self.query.is_empty(), self.unread()) {
            // Of nothing, nothing is unread.
            (false, Some(_)) if self.stories.is_empty() => vec![listed],
            (false, Some(_)) => vec![format!("{listed}, {} unread", self.stories.unread()), listed],
            (false, None) => vec![listed],
            (true, Some(0)) => vec![format!("  {all}, all read"), format!("  {all}")],
            (true, Some(unread)) => vec![format!("  {unread} of {all} unread")],
            (true, None) => vec![format!("  {all}")],
        };
        // An order that someone chose is told rather than how many there are in all.
        if self.order.sort != Sort::default() {
            counts.push(format!("  {}", self.stories.len()));
        }
        // The order in fewer words goes before a count in fewer.
        for counted in &counts {
            for order in self.order_told() {
                if width(counted) + 2 + width(order) <= room {
                    return (counted.clone(), Some(order));
                }
            }
        }
        (counts.pop().unwrap_or_default(), None)
    }

    /// What stands at this column of the heading, of which `heading` is the area.
    pub(in crate::reader) fn heading_at(&self, heading: Rect, column: u16) -> Option<Heading> {
        let columns = |words: &str| u16::try_from(width(words)).unwrap_or(u16::MAX);
        let x = heading.x + 1 + columns(HEADING);
        let (counted, order) = self.heading_words(usize::from(heading.right().saturating_sub(x + 1)));
        let end = heading.right().saturating_sub(1);
        let order = order.map_or(end..end, |order| end - columns(order)..end);
        if order.contains(&column) {
            return Some(Heading::Order);
        }
        // Two spaces stand before the count.
        (x + 2..x + columns(&counted)).contains(&column).then_some(Heading::Count)
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

    /// Finds out why the stories in sight are listed: the letters that the words of the filter found, and the lines that have
    /// its phrase.
    pub(super) fn explain_matches(&mut self, window: Window) {
        if self.query.is_empty() {
            return;
        }
        let has_phrase = self.query.phrases().next().is_some();
        for (.., line) in self.stories.in_sight(window) {
            let Line::Story(found) = line else { continue };
            let Some(story) = self.stories.matches.get(found).map(|found| found.story) else { continue };
            if self.query.letters() > 0 && !self.lit.contains_key(&story) {
                let Some(filter) = self.prepared.filter_now(&self.library, &self.query) else { return };
                self.lit.insert(story, filter.lit(&self.query, story));
            }
            if has_phrase
                && !self.excerpts.contains_key(&story)
                && let Some(told) = self.library.stories.get(story)
            {
                self.excerpts.insert(story, excerpt::of(told, &self.query));
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
