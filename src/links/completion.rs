//! Meetings in, what single tellings of them leave open and linked stories tell out.
//!
//! **Why:** a column that says no more than `they met there in spring` is read beside the release that names day, town and
//! ministers. Whoever asks the column who met gets an answer, with the mark that other stories gave it. Linking is over when
//! this is done, so that what was concluded is never taken for evidence.

use std::collections::BTreeMap;

use super::record::is_told_better;
use super::types::{Completion, Meeting, MentionRef};
use crate::language::NameKind;
use crate::meetings::{MeetingDate, MeetingMention, MeetingPlace, Participant, Story};

/// Participants that are filled in at most: a list of a thousand guests in each of a thousand stories is a million.
const MOST: usize = 24;

/// What is to be filled in, for the tellings where anything is.
pub(super) fn completions(stories: &[Story], meetings: &[Meeting]) -> BTreeMap<MentionRef, Completion> {
    let told = meetings.iter().flat_map(|meeting| meeting.mentions.iter().map(move |at| (meeting, *at)));
    let completed = told.filter_map(|(meeting, at)| {
        let story = stories.get(at.story)?;
        let completion = completion(meeting, story, story.meetings.get(at.mention)?);
        (completion != Completion::default()).then_some((at, completion))
    });
    completed.collect()
}

fn completion(meeting: &Meeting, story: &Story, told: &MeetingMention) -> Completion {
    Completion {
        participants: participants(meeting, told),
        when: when(meeting, told),
        place: place(meeting, story, told),
        ordinal: meeting.ordinal.filter(|_| told.ordinal.is_none()),
        series: meeting.series.clone().filter(|_| told.series.is_none()),
    }
}

/// The side that the telling names, if any, and all others of the meeting.
fn participants(meeting: &Meeting, told: &MeetingMention) -> Option<Vec<Participant>> {
    if told.participants.len() > 1 || !(1..=MOST).contains(&meeting.participants.len()) {
        return None;
    }
    let own =
        told.participants.iter().filter(|one| !meeting.participants.iter().any(|known| is_told_better(one, known)));
    let mut all: Vec<Participant> = own.cloned().collect();
    let new = meeting.participants.iter().filter(|one| !told.participants.iter().any(|known| known.id == one.id));
    all.extend(new.cloned());
    (all != told.participants).then_some(all)
}

/// A day that some story tells in words, or any where there is none; all days of a round of which the telling has one.
fn when(meeting: &Meeting, told: &MeetingMention) -> Option<MeetingDate> {
    let best = meeting.when?;
    match told.when {
        None => Some(best),
        Some(own) => {
            let is_first_or_last = own.interval.from == best.interval.from || own.interval.to == best.interval.to;
            let is_part =
                meeting.ordinal.is_some() && own.interval.is_day() && !best.interval.is_day() && is_first_or_last;
            let is_surer = own.passage.is_none() && best.interval.days() <= own.interval.days();
            (best.passage.is_some() && (is_surer || is_part)).then_some(best)
        }
    }
}

/// The place, or a town in the state that is told.
fn place(meeting: &Meeting, story: &Story, told: &MeetingMention) -> Option<MeetingPlace> {
    let best = meeting.place.as_ref()?;
    let Some(own) = &told.place else { return Some(best.clone()) };
    let is_state =
        story.name(&own.id).is_some_and(|name| name.kind == NameKind::Place && name.state.as_ref() == Some(&own.id));
    (is_state && best.id != own.id).then(|| best.clone())
}
