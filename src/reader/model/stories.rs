//! The list of stories.
//!
//! **In:** the library's order, or what the filter found. **Out:** which stories are listed, which one is chosen and
//! from which one on they are in sight.
//! **Why:** moving through a list of a hundred thousand must cost the same as through five: the list is a vector of
//! small records and a window on it.

use crate::search::Match;

/// The list.
#[derive(Clone, Debug, Default)]
pub struct Stories {
    /// What is listed, in order; with the matched letters where the filter is at work.
    pub matches: Vec<Match>,
    /// Index of the chosen one.
    pub cursor: usize,
    /// Index of the first one in sight.
    pub top: usize,
}

impl Stories {
    /// Lists these; the first one is chosen.
    pub fn list(&mut self, matches: Vec<Match>) {
        *self = Self { matches, cursor: 0, top: 0 };
    }

    /// How many are listed.
    pub fn len(&self) -> usize {
        self.matches.len()
    }

    /// Whether none is listed.
    pub fn is_empty(&self) -> bool {
        self.matches.is_empty()
    }

    /// The chosen story.
    pub fn chosen(&self) -> Option<usize> {
        self.matches.get(self.cursor).map(|found| found.story)
    }

    /// Chooses the one that is `steps` further, or the last one that way.
    pub fn go(&mut self, steps: isize) {
        self.cursor = self.cursor.saturating_add_signed(steps).min(self.len().saturating_sub(1));
    }

    /// Chooses a story, if it is listed.
    pub fn choose(&mut self, story: usize) -> bool {
        let found = self.matches.iter().position(|found| found.story == story);
        self.cursor = found.unwrap_or(self.cursor);
        found.is_some()
    }

    /// Moves the window, which holds `whole` stories, so that the chosen one is in it.
    pub fn reveal(&mut self, whole: usize) {
        if self.cursor < self.top {
            self.top = self.cursor;
        } else if self.cursor >= self.top + whole {
            self.top = self.cursor + 1 - whole;
        }
    }

    /// Moves the window by `steps` stories, as far as there are any.
    pub fn scroll(&mut self, steps: isize, whole: usize) {
        self.top = self.top.saturating_add_signed(steps);
        self.clamp(whole);
    }

    /// Keeps the window on the list.
    pub fn clamp(&mut self, whole: usize) {
        self.top = self.top.min(self.len().saturating_sub(whole));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(count: usize) -> Stories {
        let mut stories = Stories::default();
        stories.list((0..count).map(|story| Match { story: story + 10, ..Match::default() }).collect());
        stories
    }

    #[test]
    fn the_choice_stays_on_the_list() {
        let mut stories = list(3);
        stories.go(-5);
        assert_eq!(stories.chosen(), Some(10));
        stories.go(isize::MAX);
        assert_eq!(stories.chosen(), Some(12));
        let mut none = list(0);
        none.go(1);
        assert_eq!(none.chosen(), None);
    }

    #[test]
    fn the_window_follows_the_choice() {
        let mut stories = list(10);
        stories.go(4);
        stories.reveal(3);
        assert_eq!(stories.top, 2);
        stories.go(-4);
        stories.reveal(3);
        assert_eq!(stories.top, 0);
    }

    #[test]
    fn the_window_can_be_moved_away_from_the_choice_but_not_off_the_list() {
        let mut stories = list(10);
        stories.scroll(100, 4);
        assert_eq!((stories.top, stories.cursor), (6, 0));
        stories.scroll(-100, 4);
        assert_eq!(stories.top, 0);
    }

    #[test]
    fn a_story_that_is_not_listed_leaves_the_choice_alone() {
        let mut stories = list(3);
        stories.go(1);
        assert!(!stories.choose(99));
        assert_eq!(stories.chosen(), Some(11));
        assert!(stories.choose(12));
        assert_eq!(stories.chosen(), Some(12));
    }
}
