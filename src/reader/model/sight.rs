//! What of the story and the lists is in sight.
//!
//! **In:** the state after a change, and the size of the screen. **Out:** the parts of the screen, a story that is laid out,
//! the place where it is read. **Why:** whatever changes, the same words stay in sight, and all that follows from a change
//! follows in one place.

use super::history::{Place, Visit};
use super::{Focus, Model, digest, kin, linear};
use crate::reader::layout::page::{Leads, Page, PlacedMark, lay_out_with};
use crate::reader::layout::{OVERLAY_WIDTH, Panes, PickerParts, low_picker_parts, overlay_inside, picker_parts};

/// How many laid out articles are kept, the one on the screen among them.
const PAGES_KEPT: usize = 8;

impl Model {
    /// The rows of the story in the reading pane.
    pub(in crate::reader) fn page(&self) -> Option<&Page> {
        self.pages.first().filter(|page| Some(page.story) == self.shown)
    }

    /// The marks of the story in the reading pane.
    pub(in crate::reader) fn marks(&self) -> &[PlacedMark] {
        self.page().map_or(&[], |page| &page.marks)
    }

    /// How many rows of text are in sight.
    pub(in crate::reader) fn text_height(&self) -> usize {
        usize::from(self.panes.measure().height)
    }

    /// The last row that may be the first in sight.
    pub(in crate::reader) fn last_top(&self) -> usize {
        // In linear mode the last page may be a short one: what was on the page before is not told again.
        let least = if self.is_linear() { 1 } else { self.text_height() };
        self.page().map_or(0, |page| page.rows.len().saturating_sub(least))
    }

    /// Where the reader is.
    pub(in crate::reader) fn here(&self) -> Option<Visit> {
        let story = self.shown?;
        let place = match self.page() {
            Some(page) => {
                let top = if self.is_linear() { self.linear.row } else { self.top };
                Place { top: (top > 0).then(|| page.anchor(top)).flatten(), spot: self.spot }
            }
            // Its pane is folded away and it has not been looked at since.
            None => self.places.get(&story).copied().unwrap_or_default(),
        };
        let view = self.view().map(|open| open.view);
        // Below a view the list is not where anyone stands.
        let in_list = self.focus != Focus::Text;
        Some(Visit { story, place, view, in_list })
    }

    /// Shows a story at the place where it was left.
    pub(in crate::reader) fn show(&mut self, story: Option<usize>) {
        if story == self.shown || story.is_none() {
            return;
        }
        if let Some(here) = self.here() {
            self.places.insert(here.story, here.place);
        }
        self.shown = story;
        self.spot = None;
        self.find = None;
        self.top = 0;
        (self.linear.row, self.linear.is_on_focus) = (0, false);
        self.lay_out();
        if self.page().is_some()
            && let Some(place) = story.and_then(|story| self.places.get(&story).copied())
        {
            self.go_to(place);
        }
    }

    /// Goes to a place in the story that is shown.
    pub(in crate::reader) fn go_to(&mut self, place: Place) {
        self.spot = place.spot;
        self.top = place.top.and_then(|top| self.page()?.row_at(top)).unwrap_or(0);
        (self.linear.row, self.linear.is_on_focus) = (self.top, self.focus_row() == Some(self.top));
    }

    /// Brings the rest of the state in line after a change: parts of the screen, rows of the text, window of the
    /// list, panel.
    pub(in crate::reader) fn settle(&mut self) {
        let (width, height) = self.size;
        // Whatever leaves the text brings the rest of the screen back.
        self.appearance.zen &= self.focus == Focus::Text;
        self.panes = Panes::of(width, height, self.focus == Focus::Text, self.arrangement());
        let window = self.list_window();
        self.stories.clamp(window);
        self.explain_matches(window);
        self.selecting.keep_to(self.shown.filter(|_| self.focus == Focus::Text));
        self.lay_out();
        self.top = self.top.min(self.last_top());
        let marks =
            self.pages.first().filter(|page| Some(page.story) == self.shown).map_or(&[][..], |page| &page.marks);
        self.panel.update(&self.library, (self.shown, self.spot), marks, self.least);
        self.settle_view();
        let height = self.overlay_height();
        if self.is_linear() {
            self.settle_linear();
            self.explain_matches(window);
        } else if let Some(overlay) = &mut self.overlay {
            overlay.scroll(0, height);
        }
        self.settle_peek();
        self.notice_reading();
    }

    /// How many lines of a list to pick from are in sight.
    pub(in crate::reader) fn picker_height(&self) -> usize {
        let rows = picker_parts(self.size.0, self.size.1, OVERLAY_WIDTH).items.height;
        usize::from(rows / self.picker.as_ref().map_or(1, |picker| picker.step(rows)))
    }

    /// Where the parts of the list to pick from stand.
    pub(in crate::reader) fn picker_parts(&self) -> PickerParts {
        let (width, height) = self.size;
        if let Some(picker) = self.picker.as_ref().filter(|picker| !picker.kind.covers()) {
            return low_picker_parts(width, height, u16::try_from(picker.items.len()).unwrap_or(u16::MAX));
        }
        picker_parts(width, height, self.picker.as_ref().map_or(OVERLAY_WIDTH, |picker| picker.kind.width()))
    }

    /// Whether something covers list and text.
    pub(in crate::reader) fn is_covered(&self) -> bool {
        self.overlay.is_some()
            || self.view().is_some()
            || self.picker.as_ref().is_some_and(|picker| picker.kind.covers())
    }

    /// How many lines of what is laid over the screen are in sight.
    pub(in crate::reader) fn overlay_height(&self) -> usize {
        usize::from(overlay_inside(self.size.0, self.size.1).height)
    }

    /// Makes sure that the story shown is laid out as it is to be set, at the place where it was left.
    pub(super) fn lay_out(&mut self) {
        let typography = self.typography();
        let Some(story) = self.shown else { return };
        // A pane that is folded away needs no rows.
        if typography.columns == 0 || self.page().is_some_and(|page| page.typography == typography) {
            return;
        }
        let mut place = self.here().map(|here| here.place).unwrap_or_default();
        place.top = self.hold(story, place.top);
        let fits = |page: &Page| page.story == story && page.typography == typography;
        if let Some(index) = self.pages.iter().position(fits) {
            let page = self.pages.remove(index);
            self.pages.insert(0, page);
        } else if let Some(told) = self.library.stories.get(story) {
            let digest = self.digests.get(story).copied().unwrap_or_default();
            let minutes = *self.minutes.entry(story).or_insert_with(|| digest::minutes(&told.article));
            let facts = digest::facts(told, minutes, (!self.is_only_read(story)).then_some(digest), self.own(story));
            let bonds = kin::bonds(&self.library, story, self.least);
            let (facts, links) = if self.linear.is_on {
                (linear::story::facts(told, facts), linear::meeting::links(&self.library, story, self.least))
            } else {
                (facts, Vec::new())
            };
            self.pages.insert(0, lay_out_with(story, told, &facts, typography, Leads { links: &links, bonds }));
            self.pages.truncate(PAGES_KEPT);
        }
        let find = self.find.as_mut().filter(|find| find.story == story);
        if let (Some(find), Some(page), Some(told)) = (find, self.pages.first(), self.library.stories.get(story)) {
            find.look_again(told, page);
        }
        self.go_to(place);
        self.held(story, place.top);
    }
}
