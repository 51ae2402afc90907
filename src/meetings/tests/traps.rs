//! The known ways to take for a meeting what is none, and to lose one in its sentence.

use super::*;

const OF_THREE: &str = "multilateral held hassan-rouhani+recep-tayyip-erdogan+vladimir-putin 2018-03-13 sochi";

#[test]
fn the_story_goes_on_behind_the_headline_of_another() {
    let story = story(
        "The government sent its budget to parliament on Wednesday and expects a vote in the spring.\n\n\
         Read More: Theresa May meets Mark Rutte in London\n\n\
         Angela Merkel met Emmanuel Macron in Berlin on Tuesday, and the two spoke for an hour about the budget.",
    );
    assert_eq!(told(&story), ["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"]);
}

#[test]
fn people_of_several_states_under_one_office_are_one_each() {
    for body in [
        "The Russian, Turkish and Iranian presidents met in Sochi on Tuesday.",
        "The Russian, Turkish and Iranian leaders held trilateral talks in Sochi on Tuesday.",
        "The presidents of Russia, Turkey and Iran met in Sochi on Tuesday.",
    ] {
        tells(body, &[OF_THREE]);
    }
}

#[test]
fn a_sentence_that_joins_a_congress_and_a_summit_tells_of_both() {
    tells(
        "The congress in Vienna opened on Monday and the summit of Vladimir Putin, Recep Tayyip Erdogan and Hassan \
         Rouhani took place in Sochi on Tuesday.",
        &["conference held - 2018-03-12 vienna", &OF_THREE.replace("multilateral", "summit")],
    );
}

#[test]
fn the_four_talks_of_a_translator_are_talks_of_four_and_four_that_were_held_are_not() {
    let meeting =
        only("In Vienna on Tuesday were four talks between Angela Merkel and Emmanuel Macron with two others.");
    assert_eq!((meeting.kind, meeting.sides), (MeetingKind::Multilateral, Some(4)));
    let meeting = only("Angela Merkel held four talks with Emmanuel Macron in Berlin on Tuesday.");
    assert_eq!((meeting.kind, meeting.sides), (MeetingKind::Bilateral, None));
}

#[test]
fn governments_that_speak_do_not_meet() {
    tells_of_none("Washington accused Moscow on Tuesday of delay.");
    tells_of_none("Moscow told Washington on Tuesday that the truce held.");
    tells_of_none("The Kremlin told reporters during a press call on Tuesday that Vladimir Putin had slept well.");
}

#[test]
fn a_press_call_is_no_call() {
    tells_of_none("In a press call on Tuesday, Angela Merkel spoke of Emmanuel Macron.");
}

#[test]
fn thanks_and_praise_belong_to_the_open_call_and_a_meeting_of_experts_does_not() {
    let call = "call held barack-obama+vladimir-putin 2018-03-13 -";
    for rest in [
        "Putin thanked Obama, and Obama urged patience.",
        "Obama told Putin that the truce held.",
        "A meeting of experts will take place on Friday.",
    ] {
        tells(&format!("Vladimir Putin spoke by telephone with Barack Obama on Tuesday. {rest}"), &[call]);
    }
}

#[test]
fn opponents_in_a_contest_do_not_meet_whatever_it_is_called() {
    for contest in [
        "the semi-final",
        "the quarter-final",
        "the play-off",
        "a one-day international",
        "a test match",
        "the final of the cup",
    ] {
        tells_of_none(&format!("Germany met France on Tuesday in {contest}."));
    }
    tells_of_none("Carl Alder met Jan Sommer on Tuesday in the play-off.");
}

#[test]
fn what_is_not_expected_is_no_plan() {
    tells_of_none("Angela Merkel is not expected to meet Emmanuel Macron on Friday.");
    tells_of_none("If Angela Merkel were to meet Emmanuel Macron on Friday, nobody would know.");
}

#[test]
fn two_who_are_told_in_the_next_sentence_are_no_ministers_of_a_body() {
    let told = told(&story("OPEC ministers met on Monday. Carl Alder fell out with Jan Sommer on Sunday."));
    assert!(!told.iter().any(|meeting| meeting.contains("alder")), "{told:?}");
}
