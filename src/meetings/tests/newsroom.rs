//! Sentences as newsrooms and press services write them: long offices, formal verbs, groups of states.

use super::*;

/// Each of `bodies` tells of the meetings `expected` and of no other.
#[track_caller]
fn each_tells(bodies: &[&str], expected: &[&str]) {
    for body in bodies {
        tells(body, expected);
    }
}

const RECEIVED: &str = "bilateral held emmanuel-macron+tomas-brel 2018-03-13 -";

#[test]
fn a_guest_is_told_behind_an_office_of_many_words() {
    each_tells(
        &[
            "Emmanuel Macron on Tuesday received the Ambassador of Turkey to Norway, Mr Tomas Brel.",
            "Emmanuel Macron received here on Tuesday Mr Tomas Brel.",
            "Emmanuel Macron received in audience on Tuesday the special envoy of the Turkish president, Mr. Tomas Brel.",
            "Emmanuel Macron on Tuesday received the new ambassador, H.E. Tomas Brel, for half an hour.",
        ],
        &[RECEIVED],
    );
}

#[test]
fn an_office_for_something_opens_no_topic() {
    tells("Emmanuel Macron met the Minister for Trade, Tomas Brel, on Tuesday.", &[RECEIVED]);
    tells("Emmanuel Macron met Turkey's ambassador, Tomas Brel, on Tuesday.", &[RECEIVED]);
}

#[test]
fn whoever_does_something_else_behind_an_office_is_not_its_holder() {
    tells(
        "Angela Merkel met Emmanuel Macron on Tuesday. To see the ambassador, Tomas Brel flew home.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 -"],
    );
}

#[test]
fn meals_visits_and_hours_with_someone_are_meetings() {
    each_tells(
        &[
            "Emmanuel Macron took tea on Tuesday with President Tomas Brel.",
            "Emmanuel Macron had dinner on Tuesday at the seaside home of Tomas Brel.",
            "Emmanuel Macron was with President Tomas Brel for three hours on Tuesday.",
            "Emmanuel Macron saw Tomas Brel, chief of the rebels, for two hours on Tuesday.",
            "Emmanuel Macron called on the archbishop, Mr Tomas Brel, on Tuesday, to ask for the bells.",
        ],
        &[RECEIVED],
    );
    tells_of_none("On Tuesday Emmanuel Macron saw Spain win.");
    tells_of_none("Emmanuel Macron took tea at noon on Tuesday.");
}

#[test]
fn a_working_meeting_put_off_is_called_off() {
    tells(
        "Emmanuel Macron and Tomas Brel postponed a working meeting on March 15.",
        &["bilateral cancelled emmanuel-macron+tomas-brel 2018-03-15 -"],
    );
}

#[test]
fn what_is_denied_supposed_or_played_is_no_meeting() {
    tells_of_none("A spokesman denied a report that Emmanuel Macron had met Tomas Brel on Tuesday.");
    tells_of_none("The palace has no plans for Emmanuel Macron to meet Tomas Brel on Tuesday.");
    tells_of_none("If Emmanuel Macron stays, Tomas Brel will meet him on Tuesday.");
    tells_of_none("Tomas Brel and Ivo Stark meet on Tuesday in the final of the chess tournament.");
}

#[test]
fn an_office_or_a_guest_is_whoever_was_introduced_by_it() {
    tells(
        "Sudonian President Tomas Brel came by train. Before that the president lunched with Emmanuel Macron on Tuesday.",
        &[RECEIVED],
    );
}

#[test]
fn the_next_meeting_is_of_the_same_sides() {
    tells(
        "Emmanuel Macron met Tomas Brel on Tuesday. The next meeting will be held on March 20.",
        &[RECEIVED, "bilateral planned emmanuel-macron+tomas-brel 2018-03-20 -"],
    );
}

#[test]
fn those_who_lead_two_sides_meet_for_them() {
    tells(
        "Israeli and Syrian negotiators sat down together on Tuesday. Tomas Brel leads the Israelis; Ivo Stark the Syrians.",
        &["bilateral held ivo-stark+tomas-brel 2018-03-13 -"],
    );
}

#[test]
fn the_word_for_a_place_before_its_subject_parts_no_verb_from_it() {
    tells(
        "Tomas Brel ended a journey. In Maputo he had been received on Tuesday by President Emmanuel Macron.",
        &["bilateral held emmanuel-macron+tomas-brel 2018-03-13 maputo"],
    );
}

#[test]
fn those_who_see_a_sight_or_hope_for_a_talk_meet_nobody() {
    each_tells(
        &[
            "Emmanuel Macron met Tomas Brel on Tuesday. They flew to Lyon to see the dam.",
            "Emmanuel Macron met Tomas Brel on Tuesday. They agreed to speak again soon.",
            "Emmanuel Macron met Tomas Brel on Tuesday. Shareholders are to meet in May.",
        ],
        &[RECEIVED],
    );
}

#[test]
fn an_opposition_leader_is_no_opposition_that_is_met() {
    tells("Emmanuel Macron met opposition leader Tomas Brel on Tuesday.", &[RECEIVED]);
}

#[test]
fn hands_shaken_visits_paid_and_chance_meetings_are_meetings() {
    each_tells(
        &[
            "Emmanuel Macron stopped on Tuesday and shook the hand of Tomas Brel.",
            "Emmanuel Macron bumped into Tomas Brel on Tuesday.",
            "On Tuesday Emmanuel Macron visited the Archbishop, Mr Tomas Brel.",
            "Emmanuel Macron had a good discussion with Tomas Brel on Tuesday.",
        ],
        &[RECEIVED],
    );
}

#[test]
fn whoever_receives_him_is_not_himself() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin on Tuesday, then went on to Oslo, where Tomas Brel received him.",
        &[
            "bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin",
            "bilateral held angela-merkel+tomas-brel 2018-03-13 oslo",
        ],
    );
}

#[test]
fn whoever_is_told_something_over_breakfast_was_there() {
    tells("Emmanuel Macron told Tomas Brel at a breakfast on Tuesday to keep the bridge open.", &[RECEIVED]);
}
