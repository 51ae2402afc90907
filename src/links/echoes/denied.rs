//! Echoes that were heard and what a reader says is no meeting in, the echoes without that out.
//!
//! **Why:** what is told in passing is heard anew whenever stories are joined, and would be heard again in the very words of
//! which a reader said that they tell of no meeting.

use super::OfStory;
use crate::links::corrections::{MeetingCorrection, Places, Quote, said, stays};
use crate::meetings::{DeniedMention, Story};

/// Takes out of these echoes what corrections deny, which stays with its story, and what was heard in words that tell of no
/// meeting.
pub(super) fn deny(found: &mut [OfStory], stories: &mut [Story], corrections: &[MeetingCorrection]) {
    if !corrections.iter().any(|one| matches!(one, MeetingCorrection::NoMeeting(_))) {
        return;
    }
    let places = Places::of(stories);
    let mut denied: Vec<(usize, DeniedMention)> = Vec::new();
    for (number, echoes) in found {
        let Some(story) = stories.get(*number) else { continue };
        echoes.retain(|echo| stays(story, echo));
        // The last word on each echo.
        let mut last: Vec<Option<usize>> = vec![None; echoes.len()];
        for (by, correction) in corrections.iter().enumerate() {
            let says_so = matches!(correction, MeetingCorrection::NoMeeting(_)).then_some(by);
            // A quote of what is told plainly, or was, names no echo.
            let in_passing = |quote: &&Quote| {
                quote.story == story.article.id
                    && (quote.in_passing || places.find(quote).is_err() && places.find_denied(quote).is_none())
            };
            for quote in correction.quotes().filter(in_passing) {
                let named = said(quote, story, echoes.iter().enumerate());
                if let Some(place) = named.and_then(|at| last.get_mut(at)) {
                    *place = says_so;
                }
            }
        }
        let mut last = last.into_iter();
        let mut left = Vec::with_capacity(echoes.len());
        for (place, meeting) in echoes.drain(..).enumerate() {
            match last.next().flatten() {
                Some(by) => denied.push((*number, DeniedMention { meeting, place, by })),
                None => left.push(meeting),
            }
        }
        *echoes = left;
    }
    for (number, one) in denied {
        if let Some(story) = stories.get_mut(number) {
            story.denied.push(one);
        }
    }
}
