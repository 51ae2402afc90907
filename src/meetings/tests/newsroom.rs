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
