//! Stories and corrected days in, the meetings on these days out.
//!
//! **Why:** whoever corrects the day of a meeting means the meeting, and not one story's telling of it. An entry names a telling;
//! what the stories join with it by what they tell themselves is put on the day as a whole. So a meeting is not torn in two, a
//! story that comes later and tells the wrong day joins it as well, and one that tells the right day does.
//!
//! What was told stays with each telling ([`CorrectedDay`]), so that all can be taken back and be joined by what is told.

use super::MeetingCorrection;
use super::decided::decide;
use crate::language::{Interval, Passage, Precision};
use crate::links::assemble::clusters;
use crate::links::tellings::Tellings;
use crate::links::types::MentionRef;
use crate::meetings::{CorrectedDay, MeetingDate, MeetingMention, Story};

/// Puts the tellings that entries name on their days, before stories without a day look for one among their neighbours.
pub(in crate::links) fn date(stories: &mut [Story], corrections: &[MeetingCorrection]) {
    stories.iter_mut().flat_map(|story| &mut story.meetings).for_each(take_back);
    for (by, tellings, on) in named(stories, corrections) {
        for at in tellings {
            put_on(stories, at, on, by);
        }
    }
}

/// Puts every meeting on the day to which it was corrected. Returns the tellings that are one meeting for that.
pub(in crate::links) fn date_meetings(
    stories: &mut [Story],
    corrections: &[MeetingCorrection],
) -> Vec<Vec<MentionRef>> {
    stories.iter_mut().flat_map(|story| &mut story.meetings).for_each(take_back);
    let named = named(stories, corrections);
    if named.is_empty() {
        return Vec::new();
    }
    let told = clusters(&Tellings::of(stories).plain(), &decide(stories, corrections).0, &[]);
    let mut dated: Vec<bool> = vec![false; told.len()];
    for (by, tellings, on) in named {
        for (meeting, is_dated) in told.iter().zip(&mut dated) {
            if tellings.iter().any(|at| meeting.contains(at)) {
                *is_dated = true;
                for at in meeting {
                    put_on(stories, *at, on, by);
                }
            }
        }
    }
    told.into_iter().zip(dated).filter_map(|(meeting, is_dated)| is_dated.then_some(meeting)).collect()
}

/// Gives a telling the day back that its story tells.
pub(in crate::links) fn take_back(meeting: &mut MeetingMention) {
    if let Some(corrected) = meeting.corrected.take() {
        meeting.when = corrected.told;
    }
}

/// The entries that correct days, by their indices, with the tellings that each means and the days; later entries last, since
/// they count for more.
fn named(stories: &[Story], corrections: &[MeetingCorrection]) -> Vec<(usize, Vec<MentionRef>, Interval)> {
    if !corrections.iter().any(|one| matches!(one, MeetingCorrection::Day { .. })) {
        return Vec::new();
    }
    let (decisions, heeded) = decide(stories, corrections);
    let days = corrections.iter().zip(heeded).enumerate().filter_map(|(by, (correction, heeded))| {
        let MeetingCorrection::Day { on, .. } = correction else { return None };
        let first = *heeded.tellings.first()?;
        // Another correction may say of some that they are of another meeting.
        let is_meant = |at: &MentionRef| *at == first || decisions.says(first, *at) == Some(true);
        Some((by, heeded.tellings.into_iter().filter(is_meant).collect(), *on))
    });
    days.collect()
}

/// Puts a meeting of a story on these days.
fn put_on(stories: &mut [Story], at: MentionRef, interval: Interval, by: usize) {
    let Some(meeting) = stories.get_mut(at.story).and_then(|story| story.meetings.get_mut(at.mention)) else { return };
    let told = meeting.corrected.map_or(meeting.when, |corrected| corrected.told);
    // The words that told the wrong day, or else those that tell of the meeting, lead to where it was corrected.
    let passage = told.and_then(|when| when.passage).or_else(|| meeting.evidence.first().copied());
    meeting.when = Some(corrected(interval, passage));
    meeting.corrected = Some(CorrectedDay { told, by });
}

/// A day, or several, as a reader gives it in place of what these words tell.
pub(in crate::links) fn corrected(interval: Interval, passage: Option<Passage>) -> MeetingDate {
    let precision = if interval.is_day() { Precision::Day } else { Precision::Range };
    MeetingDate { interval, precision, passage }
}
