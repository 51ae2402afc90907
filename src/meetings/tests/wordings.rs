//! Who meets where the words put the sides in less common places: behind a verb of speech, before a colon, in no name.

use super::*;

/// Each of `bodies` tells of the meetings `expected` and of no other.
#[track_caller]
fn each_tells(bodies: &[&str], expected: &[&str]) {
    for body in bodies {
        tells(body, expected);
    }
}

const IN_BERLIN: &str = "bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin";
const SOMEWHERE: &str = "bilateral held angela-merkel+emmanuel-macron 2018-03-13 -";
const CALL: &str = "call held angela-merkel+emmanuel-macron 2018-03-13 -";

#[test]
fn whom_the_subject_addresses_at_a_meeting_is_the_other_side() {
    each_tells(
        &[
            "Angela Merkel told Emmanuel Macron in a telephone call on Tuesday to keep the bridge open.",
            "In a telephone call on Tuesday, Angela Merkel told Emmanuel Macron to keep the bridge open.",
            "Angela Merkel congratulated Emmanuel Macron by telephone on Tuesday.",
            "Angela Merkel took a telephone call from Emmanuel Macron on Tuesday.",
            "Angela Merkel gave in on Tuesday in a telephone call to Emmanuel Macron.",
        ],
        &[CALL],
    );
    each_tells(
        &[
            "Angela Merkel assured Emmanuel Macron of her support at a meeting in Berlin on Tuesday.",
            "At a meeting in Berlin on Tuesday, Angela Merkel and Emmanuel Macron spoke of the bridge.",
        ],
        &[IN_BERLIN],
    );
}

#[test]
fn a_possessive_means_whoever_was_told_before() {
    tells("Angela Merkel came late. Her talks with Emmanuel Macron on Tuesday were short.", &[SOMEWHERE]);
}

#[test]
fn a_side_told_by_its_office_alone_is_a_side() {
    tells("The ambassador met Emmanuel Macron on Tuesday.", &["talks held emmanuel-macron 2018-03-13 -"]);
    tells_of_none("The farmers met Emmanuel Macron's brother on Tuesday.");
}

#[test]
fn a_list_behind_several_meetings_counts_them() {
    each_tells(
        &[
            "Angela Merkel held meetings with Emmanuel Macron and Theresa May on Tuesday.",
            "Angela Merkel met on Tuesday with Emmanuel Macron and later with Theresa May.",
        ],
        &[SOMEWHERE, "bilateral held angela-merkel+theresa-may 2018-03-13 -"],
    );
}

#[test]
fn meals_calls_on_someone_and_nouns_of_several_words_are_meetings() {
    each_tells(
        &[
            "Emmanuel Macron joined Angela Merkel for lunch in Berlin on Tuesday.",
            "Angela Merkel played host to Emmanuel Macron in Berlin on Tuesday.",
            "Angela Merkel had a one-on-one with Emmanuel Macron in Berlin on Tuesday.",
            "The tête-à-tête of Angela Merkel with Emmanuel Macron in Berlin on Tuesday was long.",
            "Over breakfast in Berlin on Tuesday, Angela Merkel and Emmanuel Macron settled the terms.",
        ],
        &[IN_BERLIN],
    );
    each_tells(
        &[
            "Emmanuel Macron paid a courtesy call on Angela Merkel on Tuesday.",
            "Angela Merkel was closeted with Emmanuel Macron for hours on Tuesday.",
        ],
        &[SOMEWHERE],
    );
    tells_of_none("Angela Merkel invited Emmanuel Macron to visit the Alps in summer.");
}

#[test]
fn where_the_verb_stands_between_a_meeting_and_its_sides_they_are_found() {
    tells("A meeting took place on Tuesday between Angela Merkel and Emmanuel Macron.", &[SOMEWHERE]);
}

#[test]
fn a_session_of_heads_of_state_is_a_summit() {
    tells(
        "The tenth session of the assembly of heads of state of the African Union took place in Kigali on Tuesday.",
        &["summit held african-union 2018-03-13 kigali"],
    );
}

#[test]
fn several_meetings_on_two_days_are_one_a_day() {
    tells(
        "Angela Merkel reported on her contacts with Emmanuel Macron on 12 and 13 March.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-12 -", SOMEWHERE],
    );
}

#[test]
fn they_of_whom_one_speaks_are_those_told_before() {
    tells("Angela Merkel wrote to Emmanuel Macron. Macron said they had sat down on Tuesday in Berlin.", &[IN_BERLIN]);
}

#[test]
fn a_meeting_of_one_named_side_counts_where_the_other_is_told_without_a_name() {
    tells(
        "France and its second army of rebels began peace talks in Berlin on Tuesday.",
        &["talks held france 2018-03-13 berlin"],
    );
    tells("The two called on Emmanuel Macron at his hotel.", &["bilateral held emmanuel-macron 2018-03-14 -"]);
}

#[test]
fn whoever_stands_before_a_colon_has_what_stands_behind_it() {
    tells("Angela Merkel in Berlin on Tuesday: lunch with Emmanuel Macron.", &[IN_BERLIN]);
}

#[test]
fn a_house_that_meets_meets_nobody() {
    tells_of_none("The summit is near. The board of the African Union bank meets in Berlin this week.");
}

#[test]
fn leaders_of_a_body_who_meet_on_a_day_are_many() {
    tells("EU leaders met in Berlin on Tuesday.", &["multilateral held european-union 2018-03-13 berlin"]);
}
