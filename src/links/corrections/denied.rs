//! Stories and what a reader says is no meeting in, the stories without it out.
//!
//! **Why:** a program that hears meetings hears some that are none, and whoever reads the sentence sees it. What is denied
//! stays with its story ([`DeniedMention`]), so that its entry is known to apply and can be taken back without reading again.
//! An entry after it that says something of the telling as of a meeting counts for more, as everywhere.

use std::collections::BTreeMap;

use super::MeetingCorrection;
use super::quotes::Places;
use super::take_back;
use crate::links::types::MentionRef;
use crate::meetings::{DeniedMention, MeetingMention, Story};

/// Gives stories back what was denied, where it stood, before they are joined by other corrections. What was told in passing
/// is heard anew.
pub(in crate::links) fn give_back(stories: &mut [Story]) {
    for story in stories.iter_mut().filter(|story| !story.denied.is_empty()) {
        let mut denied: Vec<DeniedMention> = story.denied.drain(..).filter(|one| one.meeting.echo.is_none()).collect();
        denied.sort_by_key(|denied| denied.place);
        for DeniedMention { meeting, place, .. } in denied {
            story.meetings.insert(place.min(story.meetings.len()), meeting);
        }
    }
}

/// Takes what corrections deny out of stories in which nothing is denied yet and no echo was heard yet.
pub(in crate::links) fn deny(stories: &mut [Story], corrections: &[MeetingCorrection]) {
    if !corrections.iter().any(|one| matches!(one, MeetingCorrection::NoMeeting(_))) {
        return;
    }
    let places = Places::of(stories);
    // The last word on each telling.
    let mut said: BTreeMap<MentionRef, Option<usize>> = BTreeMap::new();
    for (by, correction) in corrections.iter().enumerate() {
        let denied = matches!(correction, MeetingCorrection::NoMeeting(_)).then_some(by);
        said.extend(correction.quotes().filter_map(|quote| places.find(quote).ok()).map(|at| (at, denied)));
    }
    // From the last one on, so that the places of those before stay what they are.
    for (at, by) in said.into_iter().rev() {
        let (Some(by), Some(story)) = (by, stories.get_mut(at.story)) else { continue };
        if at.mention < story.meetings.len() {
            let mut meeting = story.meetings.remove(at.mention);
            take_back(&mut meeting);
            story.denied.push(DeniedMention { meeting, place: at.mention, by });
        }
    }
    for story in stories {
        story.denied.reverse();
    }
}

/// Whether what a story tells in passing is not in the words of something that was denied: they tell of no meeting.
pub(in crate::links) fn stays(story: &Story, echo: &MeetingMention) -> bool {
    let mut denied = story.denied.iter().flat_map(|denied| &denied.meeting.evidence);
    !denied.any(|own| echo.evidence.iter().any(|words| words.part == own.part && words.span.overlaps(own.span)))
}
