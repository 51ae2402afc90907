//! What goes on in the background without keeping anybody from reading.
//!
//! **In:** how far a thread has come. **Out:** words with counts for the first line. **Why:** whoever types into a filter that
//! is not there yet, or misses a star, should see that it is on its way and how long it will take.

use super::Model;
use crate::library::Progress;
use crate::links::{self, STEPS};
use crate::meetings;

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
    /// So many stories, of which one is so long that it takes steps of its own.
    pub(in crate::reader) fn inside(self, done: usize, all: usize, step: usize) -> String {
        let step = format!("step {} of {}", step + 1, meetings::STEPS);
        if all == 1 { step } else { format!("{}, {step} in a long story", self.told(done.min(all), all)) }
    }

    /// The step of the joining of stories, with the stories that it is done with.
    pub(in crate::reader) fn linking(self, reached: links::Reached) -> String {
        let step = format!("step {} of {STEPS}", reached.steps + 1);
        let inside = reached.inside.map_or_else(String::new, |(done, all)| format!(", {}", self.told(done, all)));
        format!("{step}{inside}")
    }

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
            Progress::Scanning | Progress::Reading { .. } | Progress::Records { .. } | Progress::Dating { .. } => None,
            Progress::Analysing { done, total } => {
                Some(format!("looking for meetings: {}", steps.told(done.min(total), total)))
            }
            Progress::Inside { done, total, step } => {
                Some(format!("looking for meetings: {}", steps.inside(done, total, step)))
            }
            Progress::Linking { reached, .. } => Some(format!("linking: {}", steps.linking(reached))),
        };
        if let Some(finding) = &self.finding {
            return words(finding.progress?);
        }
        let correcting = self.correcting.progress.map(|progress| match progress {
            Progress::Analysing { done, total } => format!("correcting: {}", steps.told(done.min(total), total)),
            Progress::Inside { done, total, step } => format!("correcting: {}", steps.inside(done, total, step)),
            Progress::Linking { reached, .. } => format!("correcting: linking, {}", steps.linking(reached)),
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

    #[test]
    fn what_goes_on_is_counted_whole_beside_the_views_and_on_narrow_screens() {
        use crate::reader::actions::{Action, Command};
        use crate::reader::fixture::library;
        use crate::reader::theme::Theme;
        use crate::reader::update::update;
        for (width, height) in [(60, 20), (80, 24), (100, 30), (120, 36)] {
            let mut model = Model::new(Theme::dark(), width, height);
            model.take_texts(library());
            for progress in [
                Progress::Analysing { done: 1950, total: 30_000 },
                Progress::Linking {
                    stories: 30_000,
                    reached: links::Reached { steps: 1, inside: Some((1950, 30_000)) },
                },
                Progress::Inside { done: 7, total: 8, step: 0 },
            ] {
                model.take_progress(progress);
                let told = model.going_on(Steps::One).unwrap();
                for command in [Command::Stories, Command::Names] {
                    update(&mut model, Action::Do(command));
                    let left: String = model.headline().left.iter().map(|said| said.words.as_str()).collect();
                    let end = model.view_tabs().first().map_or(width, |tab| tab.x);
                    assert!(crate::text::width::width(&left) + 2 <= usize::from(end), "{width}: {left}");
                    // Where even the words alone are too long, the count that changes is among those that stay.
                    let is_told =
                        left.ends_with(&told) || told.split(',').next().is_some_and(|first| left.contains(first));
                    assert!(is_told, "{width}: {left}");
                }
            }
        }
    }

    #[test]
    fn the_stories_of_a_step_of_linking_are_counted() {
        let told = |steps: Steps, inside| steps.linking(links::Reached { steps: 0, inside });
        assert_eq!(told(Steps::One, None), "step 1 of 3");
        assert_eq!(told(Steps::One, Some((57, 640))), "step 1 of 3, 57 of 640");
        assert_eq!(told(Steps::Tenth, Some((57, 640))), "step 1 of 3, 0 of 640");
    }

    #[test]
    fn inside_a_long_story_the_steps_are_counted() {
        use crate::reader::fixture::library;
        use crate::reader::theme::Theme;
        let mut model = Model::new(Theme::dark(), 120, 36);
        model.take_texts(library());
        let mut told = |done, total, step| {
            model.take_progress(Progress::Inside { done, total, step });
            model.going_on(Steps::One)
        };
        assert_eq!(told(0, 1, 2).as_deref(), Some("looking for meetings: step 3 of 7"));
        assert_eq!(told(7, 8, 0).as_deref(), Some("looking for meetings: 7 of 8, step 1 of 7 in a long story"));
    }
}
