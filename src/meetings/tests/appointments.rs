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
