//! Who meets, where and when.

use super::*;

// Who.

#[test]
fn the_office_before_a_name_may_say_of_what_it_is() {
    tells(
        "Chancellor of Germany Angela Merkel met President of the French Republic Emmanuel Macron in Berlin on Tuesday.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
    tells(
        "Angela Merkel had talks with the President of France Emmanuel Macron in Berlin on Tuesday.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn participants_follow_with_between_and_of() {
    for body in [
        "A meeting between Angela Merkel and Emmanuel Macron took place on Tuesday.",
        "The meeting of Angela Merkel and Emmanuel Macron took place on Tuesday.",
        "The meeting of Angela Merkel with Emmanuel Macron took place on Tuesday.",
        "Angela Merkel held a meeting with Emmanuel Macron on Tuesday.",
        "Angela Merkel sat down with Emmanuel Macron on Tuesday.",
        "Angela Merkel received Emmanuel Macron on Tuesday.",
        "Angela Merkel hosted Emmanuel Macron on Tuesday.",
        "On Tuesday, Angela Merkel and Emmanuel Macron met for an hour.",
        "Emmanuel Macron was received by Angela Merkel on Tuesday.",
    ] {
        tells(body, &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 -"]);
    }
}

#[test]
fn titles_between_the_names_do_not_hide_them() {
    tells(
        "German Chancellor Angela Merkel met with French President Emmanuel Macron in Berlin on Tuesday.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn people_told_by_their_office_alone_are_found() {
    tells(
        "The presidents of Russia and Turkey met in Sochi on Tuesday.",
        &["bilateral held recep-tayyip-erdogan+vladimir-putin 2018-03-13 sochi"],
    );
    tells(
        "Vladimir Putin met the Turkish president in Sochi on Tuesday.",
        &["bilateral held recep-tayyip-erdogan+vladimir-putin 2018-03-13 sochi"],
    );
}

#[test]
fn a_counterpart_is_the_holder_of_the_same_office() {
    tells(
        "Foreign Minister Sergey Lavrov met his Turkish counterpart in Moscow on Tuesday.",
        &["bilateral held mevlut-cavusoglu+sergey-lavrov 2018-03-13 moscow"],
    );
}

#[test]
fn the_i_of_a_quotation_is_its_speaker() {
    tells(
        "\"I met Emmanuel Macron in Berlin on Tuesday,\" Angela Merkel said.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn the_you_of_a_quotation_is_the_one_who_is_told() {
    let meeting = only("\"I am glad to discuss this with you today,\" Angela Merkel told Emmanuel Macron.");
    assert_eq!(who(&meeting), "angela-merkel+emmanuel-macron");
    assert_eq!(meeting.status, Status::Held);
}

#[test]
fn a_summit_that_brought_people_together_is_theirs() {
    let meeting =
        only("The summit in Brussels on Tuesday brought together Angela Merkel, Emmanuel Macron and Theresa May.");
    assert_eq!(who(&meeting), "angela-merkel+emmanuel-macron+theresa-may");
    let meeting = only(
        "The summit in Brussels on Tuesday brought Angela Merkel to one table with Emmanuel Macron and Theresa May.",
    );
    assert_eq!(who(&meeting), "angela-merkel+emmanuel-macron+theresa-may");
}

#[test]
fn his_meeting_is_the_meeting_of_the_one_who_is_spoken_of() {
    tells(
        "Emmanuel Macron praised the result of his meeting with Angela Merkel on Tuesday.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 -"],
    );
}

#[test]
fn states_beside_people_do_not_meet_themselves() {
    let meeting = only("Russia's Vladimir Putin and Turkey's Recep Tayyip Erdogan met in Sochi on Tuesday.");
    assert_eq!(who(&meeting), "recep-tayyip-erdogan+vladimir-putin");
}

#[test]
fn a_topic_of_talks_does_not_take_part_in_them() {
    tells(
        "Angela Merkel and Emmanuel Macron discussed Donald Trump in Berlin on Tuesday.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn someone_who_only_speaks_of_a_meeting_does_not_take_part() {
    let meeting = only("Theresa May welcomed the meeting between Angela Merkel and Emmanuel Macron on Tuesday.");
    assert_eq!(who(&meeting), "angela-merkel+emmanuel-macron");
}

#[test]
fn a_spokesman_of_a_government_does_not_meet_for_it() {
    tells_of_none("The Kremlin said on Tuesday that Washington had misread its words.");
}

// Where.

#[test]
fn the_place_stands_before_talks_or_after_in() {
    let place = |body: &str| only(body).place.map(|place| place.id.to_string());
    assert_eq!(place("The Vienna talks between Sergey Lavrov and John Kerry ended on Tuesday."), Some("vienna".into()));
    assert_eq!(place("In Vienna, Sergey Lavrov met John Kerry on Tuesday."), Some("vienna".into()));
    assert_eq!(
        place("Vladimir Putin met Emmanuel Macron in the Black Sea resort of Sochi on Tuesday."),
        Some("sochi".into())
    );
}

#[test]
fn what_talks_are_about_is_not_where_they_are() {
    for body in [
        "Angela Merkel and Emmanuel Macron discussed the situation in Syria on Tuesday.",
        "Angela Merkel met Emmanuel Macron on Tuesday to speak about the war in Yemen.",
        "Angela Merkel held talks with Emmanuel Macron on Tuesday on a ceasefire in Libya.",
    ] {
        assert_eq!(only(body).place, None, "{body}");
    }
}

#[test]
fn nobody_calls_at_a_place() {
    assert_eq!(only("In Berlin, Angela Merkel spoke by telephone with Emmanuel Macron on Tuesday.").place, None);
}

// When.

#[test]
fn a_date_of_a_document_is_not_the_day_of_the_meeting() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin on Tuesday to review the Minsk agreements of February 12, 2015.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn each_of_two_meetings_in_one_sentence_takes_its_own_day() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin on Monday and Theresa May met Mark Rutte in London on Tuesday.",
        &[
            "bilateral held angela-merkel+emmanuel-macron 2018-03-12 berlin",
            "bilateral held mark-rutte+theresa-may 2018-03-13 london",
        ],
    );
}

#[test]
fn a_list_of_rounds_becomes_one_round_a_date() {
    let story = story(
        "Three rounds of the Geneva talks took place on January 10-11, February 6-7 and March 5-6. \
         The sides spoke of prisoners.",
    );
    let rounds: Vec<_> = story.meetings.iter().map(|meeting| (meeting.ordinal, line(meeting))).collect();
    assert_eq!(
        rounds,
        [
            (Some(1), "round held - 2018-01-10..2018-01-11 -".to_owned()),
            (Some(2), "round held - 2018-02-06..2018-02-07 -".to_owned()),
            (Some(3), "round held - 2018-03-05..2018-03-06 -".to_owned()),
        ]
    );
}

#[test]
fn several_calls_told_together_are_told_apart_by_their_days() {
    tells(
        "Sergey Lavrov and Rex Tillerson held telephone conversations: the first took place on Monday, the second \
         took place on Tuesday.",
        &["call held rex-tillerson+sergey-lavrov 2018-03-12 -", "call held rex-tillerson+sergey-lavrov 2018-03-13 -"],
    );
}

#[test]
fn two_calls_of_the_same_people_on_two_days_are_two() {
    tells(
        "Sergey Lavrov spoke by phone with Rex Tillerson on Monday. Sergey Lavrov spoke by phone with Rex Tillerson \
         again on Tuesday.",
        &["call held rex-tillerson+sergey-lavrov 2018-03-12 -", "call held rex-tillerson+sergey-lavrov 2018-03-13 -"],
    );
}
