//! A library and other corrections in, the library that they make out: what they do not touch is not read again.
//!
//! **Why:** whoever corrects one of ten thousand stories waits for that one. The result is that of analysing all anew, word
//! for word; a test holds it.
//!
//! What is done depends on what changed:
//! - which tellings are of one meeting: stories stay as they are, and are joined anew;
//! - a name or the day of a story: the stories that it can touch are read again ([`Changed`]), then all are settled and joined
//!   from what each told by itself ([`OwnReadings`](crate::links::OwnReadings));
//! - the day of a meeting: no story is read again, all are settled and joined, since an undated neighbour may take its day.

use std::sync::Arc;

use rayon::prelude::*;

use super::corrections::{Corrections, standing};
use super::open::{Count, Progress, Report, heeding, read_counted};
use super::types::Library;
use crate::language::{Changed, Correction, Facts};
use crate::links::{MeetingCorrection, Reached, connect_keeping, rejoin};
use crate::meetings::Story;

impl Library {
    /// The library as these corrections make it. `facts` are those by which it was analysed; one that was not is analysed.
    #[must_use]
    pub fn corrected(&self, corrections: Corrections, facts: &Facts, progress: Report<'_>) -> Self {
        if !self.own_readings.are_of(self.stories.len()) {
            return self.unread().correcting(corrections).analysed(facts, progress);
        }
        let changed = Changed::between(&readings(&self.corrections), &readings(&corrections));
        let of_meetings = corrections.of_meetings();
        let heeded = heeding(facts, &corrections);
        let facts = heeded.as_ref();
        let (skipped, notices) = (self.skipped.clone(), self.notices.clone());
        let (passed_over, label) = (self.passed_over, self.label.clone());
        let mut after = Self { label, skipped, notices, passed_over, ..Self::default() };
        after.corrections = Arc::new(corrections);
        let stories = self.stories.len();
        let linking = |reached| progress(Progress::Linking { stories, reached });
        if changed.is_nothing() && days(&self.corrections.of_meetings()) == days(&of_meetings) {
            after.stories.clone_from(&self.stories);
            after.own_readings = self.own_readings.clone();
            // Who is who, the first step, stays.
            linking(Reached { steps: 1, inside: None });
            after.connections = rejoin(&mut after.stories, facts, &of_meetings);
        } else {
            after.stories = self.read_again(&changed, facts, progress);
            linking(Reached::default());
            (after.connections, after.own_readings) =
                connect_keeping(&mut after.stories, facts, &of_meetings, &linking);
        }
        after.standing = standing(&after, &after.corrections);
        after
    }

    /// Every story as it reads alone: anew where it may read otherwise now, as it was read before elsewhere.
    fn read_again(&self, changed: &Changed, facts: &Facts, progress: Report<'_>) -> Vec<Story> {
        let is_touched = |(number, story): (usize, &Story)| {
            let (names, corrected) = self.own_readings.names(number, story);
            changed.touches(&story.article, &names, corrected, facts)
        };
        let touched: Vec<bool> = self.stories.par_iter().enumerate().map(is_touched).collect();
        let count = Count::new(touched.iter().filter(|touched| **touched).count());
        progress(Progress::Analysing { done: 0, total: count.total() });
        let read = |((number, story), is_touched): ((usize, &Story), bool)| {
            if is_touched {
                return read_counted(Arc::clone(&story.article), facts, &count, progress);
            }
            let mut story = self.own_readings.restored(number, story);
            // The entries that changed something in it have their places in the new list.
            story.annotations.corrected.retain_mut(|number| changed.now(*number).map(|now| *number = now).is_some());
            story
        };
        self.stories.par_iter().enumerate().zip(touched).map(read).collect()
    }
}

/// What is heeded while stories are read.
fn readings(corrections: &Corrections) -> Vec<&Correction> {
    corrections.numbered_of_reading().map(|(_, one)| one).collect()
}

/// The days to which meetings are corrected.
fn days(corrections: &[MeetingCorrection]) -> Vec<&MeetingCorrection> {
    corrections.iter().filter(|one| matches!(one, MeetingCorrection::Day { .. })).collect()
}

#[cfg(test)]
mod tests;
