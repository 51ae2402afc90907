//! What goes on in the background without keeping anybody from reading.
//!
//! **In:** how far a thread has come. **Out:** words with counts for the first line. **Why:** whoever types into a filter that
//! is not there yet, or misses a star, should see that it is on its way and how long it will take.

use super::Model;

/// Something that a thread is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Preparing what the filter looks in.
    Filter,
    /// Looking up what was kept of stories.
    Keeping,
}

/// How far something has come, in stories: so many of so many.
pub type Reached = (usize, usize);

/// What is going on, each only once it takes so long that someone may ask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Underway {
    filter: Option<Reached>,
    keeping: Option<Reached>,
}

impl Underway {
    /// What goes on, in words with counts; `None` where nothing does.
    pub fn words(self) -> Option<String> {
        let told = |what: &str, (done, all): Reached| format!("{what}: {done} of {all}");
        let filter = self.filter.map(|reached| told("preparing the filter", reached));
        filter.or_else(|| self.keeping.map(|reached| told("looking up stars and notes", reached)))
    }
}

impl Model {
    /// Takes in how far something has come; `None` where it is done. Tells whether that is anything new.
    pub(in crate::reader) fn take_underway(&mut self, task: Task, reached: Option<Reached>) -> bool {
        let known = match task {
            Task::Filter => &mut self.underway.filter,
            Task::Keeping => &mut self.underway.keeping,
        };
        std::mem::replace(known, reached) != reached
    }

    /// Whether the list waits for a filter that is there now; it is asked once.
    pub(in crate::reader) fn waited_for_filter(&mut self) -> bool {
        self.underway.filter.is_none() && self.prepared.await_filter(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_someone_waits_for_is_told_before_what_nobody_does() {
        let underway = Underway { filter: Some((2, 9)), keeping: Some((3, 9)) };
        assert_eq!(underway.words().as_deref(), Some("preparing the filter: 2 of 9"));
        let underway = Underway { filter: None, ..underway };
        assert_eq!(underway.words().as_deref(), Some("looking up stars and notes: 3 of 9"));
        assert_eq!(Underway::default().words(), None);
    }
}
