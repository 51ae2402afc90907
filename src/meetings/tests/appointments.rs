//! Those who are seen, called on or received by what they are: an office, a trade, a session of theirs.

use super::*;

/// Each of `bodies` tells of the meetings `expected` and of no other.
#[track_caller]
fn each_tells(bodies: &[&str], expected: &[&str]) {
    for body in bodies {
        tells(body, expected);
    }
}

const HELD: &str = "bilateral held lars-holm+rosa-quintela 2018-03-13 -";
const PLANNED: &str = "bilateral planned lars-holm+rosa-quintela 2018-03-15 -";
const CALL: &str = "call held lars-holm+rosa-quintela 2018-03-14 -";

#[test]
fn a_guest_told_by_trade_is_a_guest() {
    each_tells(
        &[
            "Mayor Rosa Quintela received oyster fishers' leader Lars Holm on Tuesday.",
            "Mayor Rosa Quintela on Tuesday received the harbour poet Lars Holm.",
            "Lars Holm was received on Tuesday by the valley's cheese chief, Dame Rosa Quintela.",
        ],
        &[HELD],
    );
    tells_of_none("Mayor Rosa Quintela received news Lars Holm had left on Tuesday.");
    tells_of_none("Mayor Rosa Quintela welcomed on Tuesday the plan, Lars Holm said.");
}

#[test]
fn whoever_is_seen_by_office_is_met() {
    each_tells(
        &[
            "Rosa Quintela will see the transport minister, Lars Holm, on Thursday.",
            "Rosa Quintela is due on Thursday to see Velox chairman Lars Holm.",
        ],
        &[PLANNED],
    );
    tells("Rosa Quintela walked over on Tuesday to call on the Speaker of the House, Mr Lars Holm.", &[HELD]);
    tells_of_none("Rosa Quintela will see chairman Lars Holm resign on Thursday.");
    tells_of_none("Rosa Quintela will see growth on Thursday, Lars Holm said.");
    tells_of_none("Rosa Quintela decided to call on Minister Lars Holm to resign on Thursday.");
}

#[test]
fn a_session_is_a_meeting_where_its_sides_are_told() {
    each_tells(
        &[
            "It was raised on Tuesday in a third session between Rosa Quintela and Lars Holm.",
            "Rosa Quintela gave in on Tuesday after a six-hour session in her office with Lars Holm.",
        ],
        &[HELD],
    );
    tells_of_none("Rosa Quintela and Lars Holm watched a special session of parliament on Tuesday.");
}

#[test]
fn bargaining_is_talks_where_it_is_begun_or_resumed() {
    tells("Rosa Quintela and Lars Holm resumed hard bargaining on Tuesday.", &[HELD]);
    tells_of_none("Rosa Quintela and Lars Holm are good at bargaining.");
}

#[test]
fn coming_off_the_telephone_and_ringing_somebodys_man_are_calls() {
    each_tells(
        &[
            "President Rosa Quintela has just come off the phone with President Lars Holm.",
            "Rosa Quintela rang the World Bank's Lars Holm in Washington.",
        ],
        &[CALL],
    );
}

#[test]
fn an_office_between_commas_parts_no_subject_from_its_verb() {
    each_tells(
        &[
            "Rosa Quintela and Lars Holm, premier of a government that fell, conferred on Tuesday.",
            "The Prime Minister, the Hon. Rosa Quintela, on Tuesday received Lars Holm.",
        ],
        &[HELD],
    );
}

#[test]
fn a_denied_meeting_is_none_without_the_word_report_too() {
    tells_of_none("The palace denied on Monday that Rosa Quintela had met Lars Holm at the weekend.");
}

#[test]
fn a_coach_and_a_score_tell_of_sport() {
    tells_of_none("Brazil meet Germany on Tuesday for the first time since the 7-1. Coach Lars Holm is calm.");
    tells_of_none(
        "Chess: Holm and Quintela to meet\n\nRosa Quintela meets Lars Holm on Friday in game 3 of the match.",
    );
}

#[test]
fn a_delegation_meets_as_it() {
    tells(
        "The delegation led by Rosa Quintela toured the port, where it held talks on Tuesday with Lars Holm.",
        &["bilateral held lars-holm+rosa-quintela 2018-03-13 -"],
    );
}

#[test]
fn a_verb_without_a_subject_in_a_diary_is_done_by_the_one_whose_day_it_is() {
    let story = file(
        "The day of Premier Rosa Quintela\n\nWednesday, March 14, 2018\n\n9:15 Arrives at office. 10:30 Receives \
         Cattle Union chairman Lars Holm. 12:00 Lunch alone.\n",
    );
    assert_eq!(told(&story), ["bilateral held lars-holm+rosa-quintela 2018-03-14 -"]);
}

#[test]
fn they_who_are_received_together_are_the_list_told_before() {
    tells(
        "Rosa Quintela, Lars Holm and Birgit Aebi travel to Berlin on Thursday, where Emmanuel Macron is to receive them.",
        &["multilateral planned birgit-aebi+emmanuel-macron+lars-holm+rosa-quintela 2018-03-15 berlin"],
    );
}

#[test]
fn presidents_who_are_counted_are_those_whom_the_next_sentence_names() {
    tells(
        "The presidents of the three islands met in Berlin on Tuesday. Rosa Quintela was host to Lars Holm and Birgit Aebi.",
        &["multilateral held birgit-aebi+lars-holm+rosa-quintela 2018-03-13 berlin"],
    );
}

#[test]
fn who_invites_to_talks_that_are_accepted_takes_part() {
    tells(
        "The bakers' union has accepted an invitation from Minister Lars Holm to talks at his office on Thursday.",
        &["talks planned lars-holm 2018-03-15 -"],
    );
}

#[test]
fn a_day_after_another_is_counted_from_it() {
    tells(
        "Rosa Quintela and Lars Holm rode out together on Tuesday, a day after the two held talks in Berlin.",
        &["bilateral held lars-holm+rosa-quintela 2018-03-12 berlin"],
    );
}

#[test]
fn a_verb_goes_on_with_somebody_else_where_a_day_has_closed_the_first() {
    tells(
        "Rosa Quintela conferred with Lars Holm in Berlin on Monday and with Birgit Aebi in London on Tuesday.",
        &[
            "bilateral held lars-holm+rosa-quintela 2018-03-12 berlin",
            "bilateral held birgit-aebi+rosa-quintela 2018-03-13 london",
        ],
    );
}

#[test]
fn the_way_tells_the_place_behind_a_day_and_behind_and() {
    each_tells(
        &[
            "Rosa Quintela went to London on Tuesday, where she was received by Lars Holm.",
            "Rosa Quintela toured London on Tuesday and was received by Lars Holm.",
            "Rosa Quintela paid a visit to London on Tuesday, where she was welcomed by Lars Holm.",
        ],
        &["bilateral held lars-holm+rosa-quintela 2018-03-13 london"],
    );
}

#[test]
fn people_sit_over_tea_and_are_had_to_lunch() {
    tells("Rosa Quintela sat down over tea on Tuesday with Lars Holm.", &[HELD]);
    tells(
        "Mrs Rosa Quintela had the leaders of the dockers' union to lunch on Tuesday.",
        &["bilateral held rosa-quintela 2018-03-13 -"],
    );
    tells_of_none("Rosa Quintela had the keys of the city sent to Lars Holm on Tuesday.");
}

#[test]
fn what_has_only_begun_on_the_day_of_the_story_goes_on() {
    tells(
        "Rosa Quintela and Lars Holm have begun talks in Berlin today.",
        &["bilateral ongoing lars-holm+rosa-quintela 2018-03-14 berlin"],
    );
}

#[test]
fn what_two_signed_elsewhere_on_another_day_is_a_meeting_of_its_own() {
    tells(
        "Rosa Quintela and Lars Holm signed a treaty in Berlin on Tuesday. On March 8 the two had met in London.",
        &[
            "bilateral held lars-holm+rosa-quintela 2018-03-13 berlin",
            "bilateral held lars-holm+rosa-quintela 2018-03-08 london",
        ],
    );
}

#[test]
fn an_answered_gathering_and_an_exchange_of_views_are_meetings() {
    each_tells(
        &[
            "Rosa Quintela exchanged views with Lars Holm on Tuesday.",
            "Rosa Quintela paid a visit to mayor Lars Holm on Tuesday.",
            "Rosa Quintela and Lars Holm got together on Tuesday for a walk.",
            "Rosa Quintela and Lars Holm got together in the harbour on Tuesday.",
            "Rosa Quintela was met on Tuesday by Lars Holm.",
            "Rosa Quintela visited Lars Holm in hospital on Tuesday.",
            "Lars Holm, whom Rosa Quintela received on Tuesday, was content.",
            "Ambassador Lars Holm presented his credentials on Tuesday to President Rosa Quintela.",
            "Following a meeting with Lars Holm on Tuesday, Rosa Quintela said that she would build it.",
            "Speaking after meeting Premier Lars Holm on Tuesday, Rosa Quintela was content.",
            "The premiers of Quillia, Rosa Quintela, and Sudonia, Lars Holm, met on Tuesday.",
        ],
        &[HELD],
    );
    tells_of_none("Rosa Quintela was met on Tuesday with boos, Lars Holm said.");
    tells_of_none("Rosa Quintela pulled out of Tuesday's talks with Lars Holm.");
    tells_of_none("Rosa Quintela welcomed the decision of the judge Lars Holm on Tuesday.");
    tells_of_none("Prices and wages came together, Rosa Quintela told Lars Holm on Tuesday.");
}

#[test]
fn one_side_is_enough_where_the_other_is_told_by_what_it_is() {
    tells("The nurses' representatives met Lars Holm on Tuesday.", &["talks held lars-holm 2018-03-13 -"]);
    tells("Lars Holm held a meeting with union leaders on Tuesday.", &["talks held lars-holm 2018-03-13 -"]);
    tells("OPEC ministers met in Berlin on Tuesday to discuss Sudonia.", &["multilateral held opec 2018-03-13 berlin"]);
}

#[test]
fn the_day_on_which_a_meeting_is_told_gives_way_to_its_own() {
    tells(
        "Rosa Quintela received Lars Holm at her house, the palace said on Wednesday. The meeting on Tuesday was short.",
        &[HELD],
    );
}

#[test]
fn two_days_joined_by_and_are_both_days_of_one_meeting() {
    tells(
        "Rosa Quintela and Lars Holm met in Berlin on Monday and Tuesday.",
        &["bilateral held lars-holm+rosa-quintela 2018-03-12..2018-03-13 berlin"],
    );
}

#[test]
fn what_was_to_have_been_and_was_called_off_is_cancelled() {
    tells(
        "Rosa Quintela and Lars Holm were to have met on Thursday, but she called it off.",
        &["bilateral cancelled lars-holm+rosa-quintela 2018-03-15 -"],
    );
}

#[test]
fn who_agreed_to_meet_and_called_it_off_and_who_was_to_have_met_did_not() {
    tells(
        "A day after agreeing to a meeting between Lars Holm and Rosa Quintela in Porto, Sudonia called it off.",
        &["bilateral cancelled lars-holm+rosa-quintela - porto"],
    );
    tells(
        "Lars Holm was due to have met Rosa Quintela on Tuesday in Porto.",
        &["bilateral cancelled lars-holm+rosa-quintela 2018-03-13 porto"],
    );
    tells(
        "Lars Holm met Rosa Quintela on Tuesday in Porto to discuss the toll, days after Sudonia cancelled it.",
        &["bilateral held lars-holm+rosa-quintela 2018-03-13 porto"],
    );
    tells(
        "Lars Holm, who said that the fair would not go ahead, met Rosa Quintela on Tuesday in Porto.",
        &["bilateral held lars-holm+rosa-quintela 2018-03-13 porto"],
    );
    tells(
        "Lars Holm, who looks forward to his garden, met Rosa Quintela on Tuesday in Porto.",
        &["bilateral held lars-holm+rosa-quintela 2018-03-13 porto"],
    );
    tells(
        "Lars Holm met Rosa Quintela on Tuesday in Porto. He saw the sea and called it cold.",
        &["bilateral held lars-holm+rosa-quintela 2018-03-13 porto"],
    );
    tells(
        "Lars Holm met Rosa Quintela on Tuesday in Porto after he had refused to call it off.",
        &["bilateral held lars-holm+rosa-quintela 2018-03-13 porto"],
    );
}
