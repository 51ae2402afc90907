//! How far the joining of stories has come.
//!
//! **In:** each story that a step is done with. **Out:** [`Reached`], told now and then. **Why:** in a large library a step takes
//! seconds, and whoever waits for links should see that they come.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How many steps joining takes: who is who and when, what is told in passing, which tellings are of one meeting.
pub const STEPS: usize = 3;

/// So often at most a step tells how far it has come.
const TIMES: usize = 100;

/// How far joining has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// The steps that are done, of [`STEPS`].
    pub steps: usize,
    /// How many of the stories that the present step looks at are done, of how many; `None` where it does not go by stories.
    pub inside: Option<(usize, usize)>,
}

/// Is told how far joining has come, from several threads.
pub type Report<'r> = &'r (dyn Fn(Reached) + Sync);

/// The stories of one step, counted by all threads together.
pub(super) struct Counted<'r> {
    report: Report<'r>,
    steps: usize,
    all: usize,
    done: AtomicUsize,
}

impl<'r> Counted<'r> {
    /// So many stories, of a step before which so many are done.
    pub(super) const fn new(report: Report<'r>, steps: usize, all: usize) -> Self {
        Self { report, steps, all, done: AtomicUsize::new(0) }
    }

    /// One more of them is done.
    pub(super) fn one_more(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if done.is_multiple_of(self.all / TIMES + 1) {
            (self.report)(Reached { steps: self.steps, inside: Some((done, self.all)) });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn a_step_tells_every_story_of_few_and_now_and_then_one_of_many() {
        for (all, most) in [(3, 3), (99, 99), (10_000, TIMES)] {
            let told = Mutex::new(Vec::new());
            let report = |reached: Reached| told.lock().unwrap().push(reached);
            let counted = Counted::new(&report, 1, all);
            (0..all).for_each(|_| counted.one_more());
            let told = told.into_inner().unwrap();
            assert!((most / 2..=most).contains(&told.len()), "{all}: {}", told.len());
            assert!(told.iter().all(|reached| reached.steps == 1 && reached.inside.is_some_and(|(_, of)| of == all)));
            assert!(told.is_sorted_by_key(|reached| reached.inside));
        }
    }
}
