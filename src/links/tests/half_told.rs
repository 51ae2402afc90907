//! Meetings that a story tells by half, beside what others tell.

use super::*;
use crate::links::{echoes, rejoin};

const BY_HALF: &str = "President Ivo Malek opened the new harbour on Monday. In the evening the Chancellor of Ostmark, Doris Amsel, \
                       was received at the palace for a conversation of an hour.";

#[test]
fn what_two_stories_tell_by_half_is_one_meeting() {
    let (stories, connections) = joined(&[(WEDNESDAY, BY_HALF), (WEDNESDAY, BY_HALF)]);
    assert!(stories.iter().all(|story| story.meetings.iter().all(|meeting| meeting.half_told)));
    assert_eq!(clusters(&connections), [[0, 1]]);
    assert!(connections.meetings[0].is_likely);
}

#[test]
fn an_echo_takes_the_place_of_what_was_told_by_half_and_gives_it_back() {
    let full = "President Ivo Malek met Chancellor Doris Amsel of Ostmark at the palace in Verrin on Monday evening.";
    let (mut stories, connections) = joined(&[(WEDNESDAY, full), (WEDNESDAY, BY_HALF)]);
    assert_eq!(clusters(&connections), [[0, 1]]);
    assert!(stories[1].meetings[0].echo.is_some());
    assert_eq!(stories[1].set_aside.len(), 1);
    let again = rejoin(&mut stories, Facts::shipped(), &[]);
    assert_eq!(clusters(&again), [[0, 1]]);
    assert_eq!(stories[1].set_aside.len(), 1);
    echoes::take_out(&mut stories[1]);
    assert!(stories[1].meetings[0].half_told && stories[1].set_aside.is_empty());
    assert!(!connections.meetings[0].is_likely);
}
