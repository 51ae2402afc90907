//! What surrounds a meeting: whether it took place at all, on which of several days, and in which of several places.

use super::*;

const IN_BERLIN: &str = "bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin";
const SOMEWHERE: &str = "bilateral held angela-merkel+emmanuel-macron 2018-03-13 -";

/// A story written in Lisbon on Wednesday, 14 March 2018.
fn from_lisbon(body: &str) -> Vec<String> {
    told(&file(&format!("A quiet day\n\nLISBON, March 14, 2018 (Reuters) - {body}\n")))
}

/// A story with a headline of its own.
fn under(headline: &str, body: &str) -> Vec<String> {
    told(&file(&format!("{headline}\n\nWednesday, March 14, 2018\n\n{body}\n")))
}

// Whether it took place.

#[test]
fn a_habit_is_not_a_meeting() {
    for body in [
        "Angela Merkel meets Emmanuel Macron every Tuesday.",
        "Angela Merkel meets Emmanuel Macron once a month.",
        "Angela Merkel would meet Emmanuel Macron twice a year.",
        "Angela Merkel speaks with Emmanuel Macron regularly.",
        "Whenever Angela Merkel meets Emmanuel Macron, the press waits outside.",
    ] {
        tells_of_none(body);
    }
}

#[test]
fn a_wish_or_an_offer_is_not_a_meeting() {
    for body in [
        "Angela Merkel called for talks with Emmanuel Macron on Tuesday.",
        "Angela Merkel offered to meet Emmanuel Macron on Tuesday.",
        "Angela Merkel proposed a meeting with Emmanuel Macron on Friday.",
        "Angela Merkel wants to hold talks with Emmanuel Macron.",
        "Angela Merkel is ready to meet Emmanuel Macron.",
        "Angela Merkel said she would like to meet Emmanuel Macron.",
        "Angela Merkel urged Emmanuel Macron to hold talks with Theresa May on Tuesday.",
        "Angela Merkel came out in favour of direct talks between Emmanuel Macron and Theresa May.",
        "Angela Merkel left a future gathering with Emmanuel Macron and Theresa May to her staff.",
        "Angela Merkel lifted the ban on Emmanuel Macron's visit to the mine.",
    ] {
        tells_of_none(body);
    }
    for body in [
        "In favour of the pact spoke a meeting between Angela Merkel and Emmanuel Macron on Tuesday.",
        "Angela Merkel argued for the future of coal at a meeting with Emmanuel Macron on Tuesday.",
    ] {
        tells(body, &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 -"]);
    }
}

#[test]
fn what_may_come_about_is_not_a_meeting() {
    for body in [
        "If Angela Merkel meets Emmanuel Macron on Friday, the markets will calm down.",
        "Nobody knows whether Angela Merkel meets Emmanuel Macron on Friday.",
        "Angela Merkel could meet Emmanuel Macron on Friday.",
        "Angela Merkel might be meeting Emmanuel Macron on Friday.",
    ] {
        tells_of_none(body);
    }
    tells(
        "Theresa May met Emmanuel Macron in Berlin on Tuesday.",
        &["bilateral held emmanuel-macron+theresa-may 2018-03-13 berlin"],
    );
}

#[test]
fn a_meeting_that_is_denied_in_whatever_words_is_none() {
    for body in [
        "There was no meeting between Angela Merkel and Emmanuel Macron on Tuesday.",
        "Angela Merkel denied a meeting with Emmanuel Macron on Tuesday.",
        "Angela Merkel ruled out a meeting with Emmanuel Macron on Tuesday.",
        "Angela Merkel declined to receive Emmanuel Macron on Tuesday.",
        "Angela Merkel hasn't met Emmanuel Macron yet.",
        "Angela Merkel won't meet Emmanuel Macron on Friday.",
        "Angela Merkel left Aachen on Tuesday without meeting Emmanuel Macron.",
        "Angela Merkel left Aachen on Tuesday without having met Emmanuel Macron.",
        "Neither Angela Merkel nor Emmanuel Macron met Theresa May on Tuesday.",
        "Angela Merkel and Emmanuel Macron have no plans to meet.",
    ] {
        tells_of_none(body);
    }
}

#[test]
fn the_present_of_a_headline_is_the_tense_of_the_story() {
    let held = "Angela Merkel met Emmanuel Macron in Berlin on Tuesday.";
    let planned = "Angela Merkel will meet Emmanuel Macron in Berlin on Friday.";
    let to_come = "bilateral planned angela-merkel+emmanuel-macron 2018-03-16 berlin";
    assert_eq!(under("Merkel meets Macron in Berlin", held), [IN_BERLIN]);
    assert_eq!(under("Merkel meets Macron in Berlin", planned), [to_come]);
    assert_eq!(under("Merkel to meet Macron in Berlin", planned), [to_come]);
}

// On which day.

#[test]
fn a_day_in_an_aside_is_not_the_day_of_the_meeting() {
    for body in [
        "Angela Merkel, who took office in November 2005, met Emmanuel Macron in Berlin on Tuesday.",
        "Angela Merkel met Emmanuel Macron, who was elected in May 2017, in Berlin on Tuesday.",
        "Angela Merkel met Emmanuel Macron, whose party was founded in April 2016, on Tuesday in Berlin.",
        "Angela Merkel met Emmanuel Macron in Berlin on Tuesday, their first talk since October 2016.",
    ] {
        tells(body, &[IN_BERLIN]);
    }
}

#[test]
fn the_day_of_an_announcement_is_not_the_day_of_the_meeting() {
    tells(
        "Angela Merkel announced on Monday that she will meet Emmanuel Macron on Friday.",
        &["bilateral planned angela-merkel+emmanuel-macron 2018-03-16 -"],
    );
    tells(
        "Angela Merkel announced on Monday that she met Emmanuel Macron in February.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-02-01..2018-02-28 -"],
    );
}

#[test]
fn what_the_talks_are_for_does_not_take_their_day() {
    for body in [
        "Angela Merkel met Emmanuel Macron on Tuesday to discuss the permits that run out on June 30.",
        "Angela Merkel met Emmanuel Macron on Tuesday for talks on the dam in Sudan.",
        "Angela Merkel received Emmanuel Macron on Tuesday to speak about fishing.",
    ] {
        tells(body, &[SOMEWHERE]);
    }
    let day = |body: &str| only(body).when.map(|when| when.interval.from.to_string()).unwrap_or_default();
    for body in [
        "Angela Merkel held a phone call with Emmanuel Macron on March 2 to discuss the permits.",
        "Angela Merkel held talks with Emmanuel Macron on March 2 to discuss the permits that run out on June 30.",
    ] {
        assert_eq!(day(body), "2018-03-02", "{body}");
    }
}

// In which place.

#[test]
fn a_seat_of_government_tells_the_town() {
    let place = |body: &str| only(body).place.map(|place| place.id.to_string()).unwrap_or_default();
    for (house, town) in [
        ("at the Elysee", "paris"),
        ("at the Elysee Palace", "paris"),
        ("at the Kremlin", "moscow"),
        ("in the Kremlin", "moscow"),
        ("at the White House", "washington"),
        ("at Downing Street", "london"),
    ] {
        assert_eq!(place(&format!("Angela Merkel met Theresa May {house} on Tuesday.")), town, "{house}");
    }
    assert_eq!(place("Angela Merkel was received at the Elysee by Emmanuel Macron on Tuesday."), "paris");
}

#[test]
fn a_place_behind_in_at_and_near_is_where_and_one_behind_about_and_on_is_not() {
    let place = |body: &str| only(body).place.map(|place| place.id.to_string()).unwrap_or_default();
    assert_eq!(place("At the port of Rostock, Angela Merkel met Emmanuel Macron on Tuesday."), "rostock");
    assert_eq!(place("Angela Merkel met Emmanuel Macron near Rostock on Tuesday."), "rostock");
    assert_eq!(place("Angela Merkel met Emmanuel Macron in Rostock about the dam in Sudan."), "rostock");
    assert_eq!(place("Angela Merkel and Emmanuel Macron spoke at length about the fighting in Mali on Tuesday."), "");
    assert_eq!(place("Angela Merkel met Emmanuel Macron on Tuesday about a flood in Mali."), "");
    assert_eq!(place("Angela Merkel met Emmanuel Macron over dinner in Rostock on Tuesday."), "rostock");
}

#[test]
fn here_is_where_the_story_was_written() {
    assert_eq!(
        from_lisbon("Angela Merkel met Emmanuel Macron here on Tuesday."),
        ["bilateral held angela-merkel+emmanuel-macron 2018-03-13 lisbon"]
    );
    assert_eq!(
        from_lisbon("Angela Merkel met Emmanuel Macron here on Tuesday to discuss fishing."),
        ["bilateral held angela-merkel+emmanuel-macron 2018-03-13 lisbon"]
    );
}

#[test]
fn the_main_meeting_of_the_day_was_in_the_town_of_the_dateline() {
    assert_eq!(
        from_lisbon("Angela Merkel met Emmanuel Macron on Wednesday."),
        ["bilateral held angela-merkel+emmanuel-macron 2018-03-14 lisbon"]
    );
}

#[test]
fn a_call_a_plan_and_an_older_meeting_were_not_in_the_town_of_the_dateline() {
    for (body, expected) in [
        ("Angela Merkel spoke by phone with Emmanuel Macron on Wednesday.", "call held {} 2018-03-14 -"),
        ("Angela Merkel will meet Emmanuel Macron on Friday.", "bilateral planned {} 2018-03-16 -"),
        ("Angela Merkel met Emmanuel Macron in February.", "bilateral held {} 2018-02-01..2018-02-28 -"),
    ] {
        assert_eq!(from_lisbon(body), [expected.replace("{}", "angela-merkel+emmanuel-macron")], "{body}");
    }
}

#[test]
fn what_is_ruled_out_behind_the_noun_or_told_as_unreal_is_no_meeting() {
    for body in [
        "A meeting between Angela Merkel and Emmanuel Macron is out of the question, a spokesman said on Tuesday.",
        "A summit of Angela Merkel and Emmanuel Macron is long overdue.",
        "Had Angela Merkel met Emmanuel Macron on Tuesday, the treaty would stand.",
        "The talks between Angela Merkel and Emmanuel Macron have not taken place.",
    ] {
        tells_of_none(body);
    }
}

#[test]
fn people_who_left_office_long_ago_do_not_meet_on_the_day_of_the_story() {
    let meeting = only("Helmut Kohl met François Mitterrand in Verdun.");
    assert_eq!(meeting.when, None);
}

#[test]
fn a_plan_of_a_day_gone_by_says_nothing_of_what_came_of_it() {
    let meeting = only("Angela Merkel was to meet Emmanuel Macron in Berlin on March 12.");
    assert_eq!(meeting.status, Status::Unknown);
}

#[test]
fn a_story_that_opens_with_what_stands_around_its_meeting_is_about_it_all_the_same() {
    let crowd = "Rain fell on the square before the town hall.\n\nA band played, and children sang.\n\n";
    let told = story(&format!("{crowd}Inside, Angela Merkel and Emmanuel Macron talked until ten at night."));
    assert!(told.meetings[0].main);
    assert_eq!(line(&told.meetings[0]), "bilateral held angela-merkel+emmanuel-macron 2018-03-14 -");
    let late = story(&format!("{crowd}{crowd}Inside, Angela Merkel and Emmanuel Macron talked until ten at night."));
    assert!(!late.meetings[0].main);
    let opened = story(&format!(
        "Theresa May met Mark Rutte in Oslo.\n\n{crowd}Angela Merkel and Emmanuel Macron talked until ten at night."
    ));
    assert_eq!(opened.meetings.iter().map(|meeting| meeting.main).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn a_weekday_that_has_no_date_yet_is_not_taken_for_a_guest() {
    let told =
        file("A guest in the villa\n\nOslo, 3 June\n\nAngela Merkel welcomed on Sunday in the garden Emmanuel Macron.");
    assert_eq!(told.annotations.published, None);
    assert_eq!(told.meetings.iter().map(who).collect::<Vec<_>>(), ["angela-merkel+emmanuel-macron"]);
}
