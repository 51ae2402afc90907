//! What is no meeting, from where it is seen.

use super::correcting::{added, correct};
use super::*;
use crate::library::corrections::What;
use crate::links::MeetingCorrection;
use crate::reader::actions::Correct;

#[test]
fn a_meeting_that_is_none_is_none_in_one_story_or_in_all() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter Tab");
    let at = model.telling_at_hand().unwrap();
    let (number, meeting) = model.library.meeting_of(at).unwrap();
    let tellings = meeting.mentions.len();
    let denied = |model: &mut Model, keys: &str| {
        correct(model, Correct::NoMeeting);
        let effects = press(model, keys);
        let What::Meeting(MeetingCorrection::NoMeeting(quotes)) = added(&effects) else { panic!("{effects:?}") };
        quotes.iter().map(|quote| quote.story.clone()).collect::<Vec<_>>()
    };
    let mut of_words = model.clone();
    correct(&mut of_words, Correct::NoMeeting);
    let title = of_words.picker.as_ref().unwrap().title().to_owned();
    assert_eq!(title, "Astrid Halvorsen – Demir Ilmaz, 21 May 2031 is no meeting, as told in…");
    let lines: Vec<String> = of_words.picker.as_ref().unwrap().items.iter().map(|item| item.label.clone()).collect();
    assert!(lines[0].contains("Premier Halvorsen calls") && lines[1] == "no meeting at all", "{lines:?}");
    assert_eq!(denied(&mut model.clone(), "Enter"), ["call.txt"]);
    assert_eq!(denied(&mut model.clone(), "Down Enter").len(), tellings);
    // In a list one asks about the meeting, and all that tell of it come first.
    model.open_view(crate::reader::model::view::View::Meeting(number));
    correct(&mut model, Correct::NoMeeting);
    assert_eq!(model.picker.as_ref().unwrap().items[0].label, "no meeting at all");
}

#[test]
fn a_meeting_that_one_story_tells_is_denied_at_once() {
    let mut model = reader(120, 36);
    show(&mut model, ROUND);
    press(&mut model, "Enter Tab");
    let effects = correct(&mut model, Correct::NoMeeting);
    let What::Meeting(MeetingCorrection::NoMeeting(one)) = added(&effects) else { panic!("{effects:?}") };
    assert_eq!(one.len(), 1);
}
