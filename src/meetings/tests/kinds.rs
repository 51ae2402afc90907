//! What sort of meeting, and whether it took place.

use super::*;

// Kinds.

#[test]
fn two_people_who_met_make_a_bilateral_meeting() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin on Tuesday.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn three_people_who_met_make_a_multilateral_meeting() {
    tells(
        "Angela Merkel, Emmanuel Macron and Theresa May met in Brussels on Tuesday.",
        &["multilateral held angela-merkel+emmanuel-macron+theresa-may 2018-03-13 brussels"],
    );
}

#[test]
fn trilateral_talks_are_multilateral_however_few_are_named() {
    let meeting = only("Angela Merkel held trilateral talks with Emmanuel Macron in Berlin on Tuesday.");
    assert_eq!(meeting.kind, MeetingKind::Multilateral);
}

#[test]
fn a_courtesy_call_is_paid_in_person() {
    tells(
        "Angela Merkel had a courtesy call from Emmanuel Macron in Berlin on Tuesday.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
    tells(
        "Angela Merkel received a call from Emmanuel Macron on Tuesday.",
        &["call held angela-merkel+emmanuel-macron 2018-03-13 -"],
    );
}

#[test]
fn words_of_the_telephone_make_a_call() {
    for body in [
        "Angela Merkel spoke with Emmanuel Macron by telephone on Tuesday.",
        "Angela Merkel held a telephone conversation with Emmanuel Macron on Tuesday.",
        "Angela Merkel had a phone call with Emmanuel Macron on Tuesday.",
        "Angela Merkel telephoned Emmanuel Macron on Tuesday.",
        "Angela Merkel and Emmanuel Macron talked on the phone on Tuesday.",
        "On Tuesday Angela Merkel discussed the crisis with Emmanuel Macron by phone.",
        "Angela Merkel spoke with Emmanuel Macron over a video link on Tuesday.",
    ] {
        tells(body, &["call held angela-merkel+emmanuel-macron 2018-03-13 -"]);
    }
}

#[test]
fn a_leader_spoke_early_in_the_day_with_another() {
    tells(
        "Chancellor Angela Merkel spoke early this morning with President Emmanuel Macron about the flood.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-14 -"],
    );
}

#[test]
fn a_summit_and_a_conference_are_named_as_such() {
    tells(
        "Angela Merkel and Emmanuel Macron held a summit in Berlin on Tuesday.",
        &["summit held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn those_who_gathered_for_a_summit_take_part_in_it() {
    tells(
        "Angela Merkel, Emmanuel Macron and Theresa May gathered in Lausanne on Tuesday for a summit on energy.",
        &["summit held angela-merkel+emmanuel-macron+theresa-may 2018-03-13 lausanne"],
    );
}

#[test]
fn a_numbered_round_of_named_talks_is_a_round_with_its_series() {
    let meeting =
        only("The Geneva process goes on. The fifth round of the Geneva talks took place on March 12-13, 2018.");
    assert_eq!(line(&meeting), "round held - 2018-03-12..2018-03-13 -");
    assert_eq!((meeting.ordinal, meeting.series.is_some()), (Some(5), true));
}

// Whether it took place.

#[test]
fn what_will_take_place_is_planned() {
    for body in [
        "Angela Merkel will meet Emmanuel Macron in Berlin on Friday.",
        "Angela Merkel is to meet Emmanuel Macron in Berlin on Friday.",
        "Angela Merkel plans to meet Emmanuel Macron in Berlin on Friday.",
        "Angela Merkel is set to meet Emmanuel Macron in Berlin on Friday.",
        "Angela Merkel is expected to meet Emmanuel Macron in Berlin on Friday.",
        "A meeting between Angela Merkel and Emmanuel Macron is scheduled for Friday in Berlin.",
    ] {
        tells(body, &["bilateral planned angela-merkel+emmanuel-macron 2018-03-16 berlin"]);
    }
}

#[test]
fn what_was_called_off_is_cancelled() {
    for body in [
        "The meeting between Angela Merkel and Emmanuel Macron on Tuesday was cancelled.",
        "The meeting between Angela Merkel and Emmanuel Macron on Tuesday was called off.",
        "The meeting between Angela Merkel and Emmanuel Macron on Tuesday has been canceled.",
    ] {
        tells(body, &["bilateral cancelled angela-merkel+emmanuel-macron 2018-03-13 -"]);
    }
}

#[test]
fn another_event_that_was_cancelled_leaves_the_meeting_held() {
    let meeting = only("Angela Merkel met Emmanuel Macron on Tuesday after a concert in Potsdam was cancelled.");
    assert_eq!(meeting.status, Status::Held);
}

#[test]
fn what_goes_on_is_ongoing() {
    let meeting = only("Angela Merkel and Emmanuel Macron are meeting in Berlin on Wednesday.");
    assert_eq!(meeting.status, Status::Ongoing);
}

#[test]
fn a_meeting_that_was_announced_earlier_and_held_is_told_once() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin on Tuesday. The meeting lasted two hours.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}
