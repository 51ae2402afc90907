//! Where the reader has been, as in a browser.
//!
//! **In:** the places left behind. **Out:** the place to go back or forward to.
//! **Why:** following meetings from story to story is a walk, and a walk needs a way back.

use super::view::View;
use crate::language::Passage;
use crate::reader::layout::page::Anchor;

/// A place in a story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The row at the top of the screen; `None` for the top of the page.
    pub top: Option<Anchor>,
    /// What is in focus.
    pub spot: Option<Spot>,
}

/// What is in focus in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The mark with this index, in reading order.
    Mark(usize),
    /// A passage that is no mark: the words that name a series.
    Passage(Passage),
}

/// A story and the place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Index of the story.
    pub story: usize,
    /// Where in it.
    pub place: Place,
    /// The view over it; `None` for list and text.
    pub view: Option<View>,
    /// Whether the list had the keyboard.
    pub in_list: bool,
}

/// How many places are kept.
const LONGEST: usize = 500;

/// The places behind and ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    behind: Vec<Visit>,
    ahead: Vec<Visit>,
}

impl History {
    /// Remembers `here` before a jump. What lay ahead is forgotten.
    pub fn leave(&mut self, here: Visit) {
        self.ahead.clear();
        if self.behind.last() != Some(&here) {
            self.behind.push(here);
        }
        if self.behind.len() > LONGEST {
            self.behind.remove(0);
        }
    }

    /// The place to go back to; `here` is then ahead.
    pub fn back(&mut self, here: Visit) -> Option<Visit> {
        let to = self.behind.pop()?;
        self.ahead.push(here);
        Some(to)
    }

    /// The place to go forward to; `here` is then behind.
    pub fn forward(&mut self, here: Visit) -> Option<Visit> {
        let to = self.ahead.pop()?;
        self.behind.push(here);
        Some(to)
    }

    /// All places with `here` among them, oldest first, and the number of `here`.
    pub fn all(&self, here: Visit) -> (Vec<Visit>, usize) {
        let ahead = self.ahead.iter().rev().copied();
        let all = self.behind.iter().copied().chain([here]).chain(ahead).collect();
        (all, self.behind.len())
    }

    /// Goes to the place with this number; all others are kept. `None` where that is `here`, or none.
    pub fn go(&mut self, here: Visit, to: usize) -> Option<Visit> {
        let (all, present) = self.all(here);
        let visit = all.get(to).copied().filter(|_| to != present)?;
        self.behind = all.iter().take(to).copied().collect();
        self.ahead = all.iter().skip(to + 1).rev().copied().collect();
        Some(visit)
    }

    /// The views over all places.
    pub fn views_mut(&mut self) -> impl Iterator<Item = &mut Option<View>> {
        self.behind.iter_mut().chain(&mut self.ahead).map(|visit| &mut visit.view)
    }

    /// Forgets which marks were in focus: another analysis numbers them anew.
    pub fn forget_marks(&mut self) {
        for visit in self.behind.iter_mut().chain(&mut self.ahead) {
            visit.place.spot = visit.place.spot.filter(|spot| matches!(spot, Spot::Passage(_)));
        }
    }

    /// Whether there is a way back.
    pub fn has_back(&self) -> bool {
        !self.behind.is_empty()
    }

    /// Whether there is a way forward.
    pub fn has_forward(&self) -> bool {
        !self.ahead.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(story: usize) -> Visit {
        Visit { story, place: Place::default(), view: None, in_list: false }
    }

    #[test]
    fn back_and_forward_walk_the_same_way() {
        let mut history = History::default();
        history.leave(visit(1));
        history.leave(visit(2));
        assert_eq!(history.back(visit(3)), Some(visit(2)));
        assert_eq!(history.back(visit(2)), Some(visit(1)));
        assert_eq!(history.back(visit(1)), None);
        assert_eq!(history.forward(visit(1)), Some(visit(2)));
        assert_eq!(history.forward(visit(2)), Some(visit(3)));
        assert_eq!(history.forward(visit(3)), None);
    }

    #[test]
    fn a_new_jump_forgets_what_lay_ahead() {
        let mut history = History::default();
        history.leave(visit(1));
        history.back(visit(2));
        assert!(history.has_forward());
        history.leave(visit(1));
        assert!(!history.has_forward());
    }

    #[test]
    fn leaving_the_same_place_twice_is_one_step() {
        let mut history = History::default();
        history.leave(visit(1));
        history.leave(visit(1));
        assert_eq!(history.back(visit(2)), Some(visit(1)));
        assert!(!history.has_back());
    }

    #[test]
    fn a_place_that_is_picked_keeps_all_others() {
        let mut history = History::default();
        history.leave(visit(1));
        history.leave(visit(2));
        history.leave(visit(3));
        assert_eq!(history.back(visit(4)), Some(visit(3)));
        let here = visit(3);
        assert_eq!(history.all(here), (vec![visit(1), visit(2), here, visit(4)], 2));
        assert_eq!(history.go(here, 2), None, "that is here");
        assert_eq!(history.go(here, 0), Some(visit(1)));
        assert_eq!(history.all(visit(1)), (vec![visit(1), visit(2), here, visit(4)], 0));
        assert_eq!(history.forward(visit(1)), Some(visit(2)));
        assert_eq!(history.go(visit(2), 9), None);
    }

    #[test]
    fn a_failed_step_changes_nothing() {
        let mut history = History::default();
        assert_eq!(history.back(visit(1)), None);
        assert!(!history.has_forward());
    }
}
