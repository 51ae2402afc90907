//! What goes on in the background without keeping anybody from reading.
//!
//! **In:** how far a thread has come. **Out:** words with counts for the first line. **Why:** whoever types into a filter that
//! is not there yet, or misses a star, should see that it is on its way and how long it will take.

use super::Model;
use crate::library::Progress;
use crate::links::STEPS;

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
    pub fn words(self, steps: Steps) -> Option<String> {
        let told = |what: &str, (done, all): Reached| format!("{what}: {}", steps.told(done, all));
        let filter = self.filter.map(|reached| told("preparing the filter", reached));
        filter.or_else(|| self.keeping.map(|reached| told("looking up stars and notes", reached)))
    }
}

/// How finely a count is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Steps {
    /// As it is.
    One,
    /// By tenths of the whole: in linear mode each change of a line is spoken.
    Tenth,
}

impl Steps {
    fn told(self, done: usize, all: usize) -> String {
        let done = match self {
            Self::One => done,
            Self::Tenth => (done * 10).checked_div(all).unwrap_or(0) * all / 10,
        };
        format!("{done} of {all}")
    }
}

impl Model {
    /// What goes on in the background, in words with counts: `looking for meetings: 40 of 100`; `None` where nothing does that
    /// takes so long that someone may ask.
    pub(in crate::reader) fn going_on(&self, steps: Steps) -> Option<String> {
        let words = |progress| match progress {
            Progress::Scanning | Progress::Reading { .. } => None,
            Progress::Analysing { done, total } => {
                Some(format!("looking for meetings: {}", steps.told(done.min(total), total)))
            }
            Progress::Linking { stories, done } => {
                Some(format!("linking {stories} stories: step {} of {STEPS}", done + 1))
            }
        };
        if let Some(finding) = &self.finding {
            return words(finding.progress?);
        }
        let correcting = self.correcting.progress.map(|progress| match progress {
            Progress::Analysing { done, total } => format!("correcting: {}", steps.told(done.min(total), total)),
            Progress::Linking { stories, done } => {
                format!("correcting: linking {stories} stories, step {} of {STEPS}", done + 1)
            }
            _ => "correcting …".to_owned(),
        });
        correcting.or_else(|| self.underway.words(steps))
    }

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
        assert_eq!(underway.words(Steps::One).as_deref(), Some("preparing the filter: 2 of 9"));
        let underway = Underway { filter: None, ..underway };
        assert_eq!(underway.words(Steps::One).as_deref(), Some("looking up stars and notes: 3 of 9"));
        assert_eq!(Underway::default().words(Steps::One), None);
        let underway = Underway { keeping: Some((57, 64)), ..Underway::default() };
        assert_eq!(underway.words(Steps::Tenth).as_deref(), Some("looking up stars and notes: 51 of 64"));
    }
}
