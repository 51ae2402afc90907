//! Days, places and forms that two outlets tell in other words and that are the same, or are not.

use super::*;

/// The score of two tellings by the reasons that concern `feature`.
fn weight_of(feature: &str, one: &str, other: &str) -> f64 {
    let (stories, connections) = joined(&[(WEDNESDAY, one), (THURSDAY, other)]);
    let told = explain(&stories, &connections, 0, 1);
    told.reasons.iter().filter(|reason| reason.feature == feature).map(|reason| reason.weight).sum()
}

#[test]
fn a_house_of_which_nobody_tells_the_town_is_no_other_place_than_a_town() {
    let town = "Angela Merkel met Emmanuel Macron in Salzburg on Tuesday.";
    for house in ["at the Villa Rosenhain", "at the Rosenhain", "at Rosenhain Castle"] {
        let house = format!("Emmanuel Macron and Angela Merkel met {house} on Tuesday.");
        assert!(weight_of("place", town, &house) > -0.5, "{house}");
        are_one(&[(WEDNESDAY, town), (THURSDAY, &house)]);
    }
    let other = "Emmanuel Macron and Angela Merkel met in Lyon on Tuesday.";
    assert!(weight_of("place", town, other) < -1.0);
    let houses = ["at the Villa Rosenhain", "at Prell Castle"]
        .map(|house| format!("Emmanuel Macron and Angela Merkel met {house} on Tuesday."));
    assert!(weight_of("place", &houses[0], &houses[1]) < -1.0, "one house is not another");
}

#[test]
fn who_only_spoke_with_someone_may_have_phoned() {
    let call = "Angela Merkel phoned Emmanuel Macron on Tuesday.";
    let spoke = "Emmanuel Macron is content. Angela Merkel spoke with him about eels on Tuesday.";
    assert!(weight_of("kind", call, spoke) > -1.0);
    let dined = "Emmanuel Macron and Angela Merkel dined in Lyon on Tuesday.";
    assert!(weight_of("kind", call, dined) < -1.0);
}

#[test]
fn last_week_in_a_story_of_sunday_is_the_week_that_ends_or_the_one_before() {
    let sunday = "Sunday, March 18, 2018";
    let column = "Last week Angela Merkel met Emmanuel Macron in Berlin.";
    are_one(&[(WEDNESDAY, MET), (sunday, column)]);
    are_one(&[
        ("Thursday, March 8, 2018", "Angela Merkel met Emmanuel Macron in Berlin on Tuesday."),
        (sunday, column),
    ]);
    are_apart(&[
        ("Thursday, March 1, 2018", "Angela Merkel met Emmanuel Macron in Berlin on Tuesday."),
        (sunday, column),
    ]);
}

#[test]
fn last_week_on_another_day_and_a_weekend_are_of_one_week_alone() {
    let lunch = "Angela Merkel met Emmanuel Macron in Berlin on";
    let column = "Last week Angela Merkel met Emmanuel Macron in Berlin.";
    let thursday = "Thursday, March 15, 2018";
    are_one(&[("Friday, March 9, 2018", &format!("{lunch} Thursday.")), (thursday, column)]);
    are_apart(&[(WEDNESDAY, &format!("{lunch} Tuesday.")), (thursday, column)]);
    let friday = "Friday, March 16, 2018";
    let weekend = "Angela Merkel met Emmanuel Macron in Berlin at the weekend.";
    are_one(&[("Monday, March 12, 2018", &format!("{lunch} Sunday.")), (friday, weekend)]);
    are_apart(&[(WEDNESDAY, &format!("{lunch} Wednesday.")), (friday, weekend)]);
}

/// What the reason about `feature` says of the telling of two stories, with its weight.
fn said(stories: &[(&str, &str)], feature: &str) -> Option<(String, f64)> {
    let (stories, connections) = joined(stories);
    let told = explain(&stories, &connections, 0, 1);
    told.reasons.iter().find(|reason| reason.feature == feature).map(|reason| (reason.says.clone(), reason.weight))
}

#[test]
fn a_house_speaks_neither_for_a_town_nor_against_it() {
    let house = "Angela Merkel met Emmanuel Macron in Orlik Palace on Tuesday.";
    let town = "Angela Merkel met Emmanuel Macron in Berlin on Tuesday.";
    let (says, weight) = said(&[(WEDNESDAY, house), (WEDNESDAY, town)], "place").unwrap();
    assert!(weight.abs() < 1e-9 && says.ends_with("one may stand in the other"), "{says} {weight}");
    let elsewhere = "Angela Merkel met Emmanuel Macron in Lisbon on Tuesday.";
    let (says, weight) = said(&[(WEDNESDAY, elsewhere), (WEDNESDAY, town)], "place").unwrap();
    assert!(weight < 0.0 && says.contains(" against "), "{says} {weight}");
}

#[test]
fn a_whole_year_is_no_day_on_which_two_stories_agree() {
    let year = "Angela Merkel met Emmanuel Macron in Berlin in 2018.";
    let day = "Angela Merkel met Emmanuel Macron in Berlin on Tuesday.";
    let (says, weight) = said(&[("Wednesday, December 19, 2018", year), (WEDNESDAY, day)], "day").unwrap();
    assert!(weight.abs() < 1e-9 && says.ends_with("a whole year tells no day"), "{says} {weight}");
    let month = "Angela Merkel met Emmanuel Macron in Berlin in March.";
    let (says, weight) = said(&[("Wednesday, April 4, 2018", month), (WEDNESDAY, day)], "day").unwrap();
    assert!(weight > 0.0, "{says} {weight}");
}

#[test]
fn the_words_shown_for_who_met_are_a_name_or_an_office_and_never_a_verb() {
    let spoken = "“I will meet with the presidents of Turkey and Iran in Ankara on Friday,” Vladimir Putin said.";
    let told = "Vladimir Putin will meet with Recep Tayyip Erdogan and Hassan Rouhani in Ankara on Friday.";
    let (stories, connections) = joined(&[(WEDNESDAY, spoken), (WEDNESDAY, told)]);
    let link = connections.links.iter().find(|link| matches!(link.target, LinkTarget::Meeting(_))).unwrap();
    let reason = link.reasons.iter().find(|reason| reason.feature == "participants").unwrap();
    let words =
        |story: usize, passage: Option<Passage>| passage.map(|passage| stories[story].words(passage).to_owned());
    let (here, there) = (words(link.from, reason.from).unwrap(), words(link.to, reason.to).unwrap());
    assert!(here.contains("presidents of Turkey and Iran"), "{here}");
    assert!(["Recep Tayyip Erdogan", "Hassan Rouhani"].contains(&there.as_str()), "{there}");
}

#[test]
fn a_house_is_known_by_the_words_around_it_and_by_the_tables_and_a_town_is_none_for_them() {
    let met = |place: &str| format!("Angela Merkel met Emmanuel Macron {place} on Tuesday.");
    let weight =
        |here: &str, there: &str| said(&[(WEDNESDAY, &met(here)), (WEDNESDAY, &met(there))], "place").unwrap().1;
    assert!(weight("in the Rosenhain residence", "in Salzburg").abs() < 1e-9);
    assert!(weight("in Kultaranta", "in Turku").abs() < 1e-9, "the tables know it");
    assert!(weight("in Rosenhain", "in Salzburg") < 0.0, "nothing says that it is one");
    assert!(weight("in Lyon", "in Salzburg") < 0.0);
}

#[test]
fn nobody_is_named_where_only_their_town_is() {
    let visit = "Emmanuel Macron praised eels on Monday. Angela Merkel visited Paris on Tuesday.";
    let met = "Angela Merkel met Emmanuel Macron in Paris on Tuesday.";
    let (says, _) = said(&[(WEDNESDAY, visit), (WEDNESDAY, met)], "participants").unwrap();
    assert_eq!(says, "both name Angela Merkel; Emmanuel Macron inferred from “Paris” here, named there");
    let (says, _) = said(&[(WEDNESDAY, met), (WEDNESDAY, met)], "participants").unwrap();
    assert_eq!(says, "both name Angela Merkel and Emmanuel Macron");
}
