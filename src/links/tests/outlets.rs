//! What one outlet tells in full and another in part: the same meeting all the same, or not.

use super::*;

const LATER: &str = "Wednesday, March 21, 2018";

#[test]
fn talks_of_last_week_are_those_of_a_day_in_it() {
    are_one(&[
        (THURSDAY, "Heiko Maas met Jean-Yves Le Drian in Lisbon on Tuesday."),
        (LATER, "Envoys believe that the Lisbon talks of last week cleared the air between Heiko Maas and his guest."),
    ]);
}

#[test]
fn talks_without_names_are_of_those_who_met_there_that_day() {
    are_one(&[
        (MONDAY, "The Lisbon talks are planned for Tuesday, an envoy said."),
        (WEDNESDAY, "Heiko Maas met Jean-Yves Le Drian in Lisbon on Tuesday."),
    ]);
}

#[test]
fn a_plan_told_weeks_before_without_a_day_is_the_meeting_that_follows() {
    are_one(&[
        ("Monday, February 19, 2018", "Angela Merkel and Emmanuel Macron will meet in Lisbon."),
        (WEDNESDAY, "Angela Merkel and Emmanuel Macron held talks in Lisbon on Tuesday."),
    ]);
}

#[test]
fn a_meeting_on_the_screen_is_the_call_of_the_other_side() {
    are_one(&[
        (WEDNESDAY, "Angela Merkel met Shinzo Abe by video link on Tuesday."),
        (WEDNESDAY, "Shinzo Abe held a videoconference with Angela Merkel on Tuesday."),
    ]);
}

#[test]
fn a_numbered_round_that_was_put_off_is_the_same_round() {
    are_one(&[
        (MONDAY, "The third round of talks between Norway and Chile will be held on Wednesday."),
        (LATER, "The third round of talks between Norway and Chile was held on March 20, 2018."),
    ]);
}

#[test]
fn a_plan_that_was_put_off_binds_no_telling_of_the_later_day() {
    are_one(&[
        (MONDAY, "The third round of talks between Norway and Chile will be held in Lima on Wednesday."),
        (LATER, "The third round of talks between Norway and Chile was held in Lima on March 20, 2018."),
        (LATER, "Norway and Chile held talks in Lima on March 20, 2018."),
    ]);
}

#[test]
fn two_held_rounds_of_one_number_a_week_apart_are_two() {
    are_apart(&[
        (WEDNESDAY, "The third round of talks between Norway and Chile was held on March 13, 2018."),
        (LATER, "The third round of talks between Norway and Chile was held on March 20, 2018."),
    ]);
}

#[test]
fn what_stories_of_other_months_tell_without_a_day_is_not_one() {
    let told = "Angela Merkel spoke to Emmanuel Macron by phone.";
    let (_, connections) = joined(&[
        ("Monday, January 8, 2018", told),
        ("Monday, January 29, 2018", told),
        ("Monday, February 26, 2018", told),
        ("Monday, March 26, 2018", told),
    ]);
    assert!(clusters(&connections).iter().all(|stories| stories.len() <= 2), "{:#?}", connections.meetings);
}

#[test]
fn two_who_met_in_the_corridors_of_a_gathering_are_not_the_gathering() {
    are_apart(&[
        (LATER, "Angela Merkel met Emmanuel Macron in Lisbon on March 13, 2018."),
        (WEDNESDAY, "The ninth Lisbon summit took place on March 13. Angela Merkel and Emmanuel Macron like the town."),
    ]);
}

#[test]
fn people_whom_only_the_other_story_names_are_told_as_a_reason() {
    let (_, connections) = joined(&[
        (
            LATER,
            "Envoys believe that the Lisbon talks of last week cleared the air. The budget passed. Heiko Maas is back at \
             work. So is Jean-Yves Le Drian.",
        ),
        (THURSDAY, "Heiko Maas met Jean-Yves Le Drian in Lisbon on Tuesday."),
    ]);
    let link = connections.links.first().expect("a link");
    let people = link.reasons.iter().find(|reason| reason.feature == "participants").expect("a reason about people");
    assert!(people.weight > 0.0, "{people:?}");
    assert!(people.says.contains("Heiko Maas") && people.from.is_some() && people.to.is_some(), "{people:?}");
}
