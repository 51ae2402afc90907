//! The same meeting in another order of words: adverbials before the object, sides behind a relative clause, lists that are interrupted, and
//! lists that tell their verb once.

use super::*;

const PAIR: &str = "angela-merkel+mark-rutte";

#[test]
fn times_and_places_may_stand_before_the_guest() {
    tell_of_the_two_on_monday(&[
        "Angela Merkel received at noon on Monday in the Palace of Olives the Dutch prime minister, Mark Rutte.",
        "Angela Merkel received on Monday, in the presence of the bishops, Prime Minister Mark Rutte.",
        "Angela Merkel hosted at the old mill on Monday for the third time this year Prime Minister Mark Rutte.",
        "Angela Merkel welcomed late on Monday at her summer residence Mark Rutte.",
    ]);
    tell_of_none(&[
        "Angela Merkel received at noon on Monday in the Palace of Olives a letter from Mark Rutte.",
        "Angela Merkel received in Oslo on Monday the support of Mark Rutte.",
        "Angela Merkel received on Monday the Mark Rutte prize.",
        "Angela Merkel welcomed on Monday in Oslo the decision of Mark Rutte.",
    ]);
}

#[test]
fn a_relative_clause_tells_who_held_the_talks() {
    tell_of_the_two_on_monday(&[
        "Angela Merkel praised the dinner which she held on Monday with Mark Rutte.",
        "Angela Merkel spoke of the talks that she had on Monday with Mark Rutte.",
        "Angela Merkel recalled the talks she had held with Mark Rutte on Monday.",
        "Emmanuel Macron praised the talks which Angela Merkel held with Mark Rutte on Monday.",
        "Emmanuel Macron praised the talks Angela Merkel had with Mark Rutte on Monday.",
    ]);
    tell_of_none(&[
        "Emmanuel Macron praised the speech which Angela Merkel held on Monday.",
        "Emmanuel Macron welcomed the talks that Angela Merkel had sought on Monday.",
    ]);
}

#[test]
fn a_list_goes_on_behind_what_is_told_aside() {
    let both = [
        "bilateral held angela-merkel+emmanuel-macron 2018-03-12 -".to_owned(),
        format!("bilateral held {PAIR} 2018-03-12 -"),
    ];
    for body in [
        "Angela Merkel met on Monday with Mark Rutte and with Emmanuel Macron.",
        "Angela Merkel met on Monday with Mark Rutte, who had come by train, and with Emmanuel Macron.",
        "Angela Merkel held talks on Monday with Mark Rutte and, separately, with Emmanuel Macron.",
        "On Monday Angela Merkel received Mark Rutte for twenty minutes, then Emmanuel Macron.",
    ] {
        let mut told = told(&story(body));
        told.sort();
        assert_eq!(told, both, "{body}");
    }
    tell_of_the_two_on_monday(&[
        "Angela Merkel received Mark Rutte for two hours on Monday, then left the house.",
        "Angela Merkel met Mark Rutte on Monday, who had worked with his staff and with little sleep.",
    ]);
}

#[test]
fn plans_that_share_a_verb_are_told_one_by_one() {
    let story = story(
        "Germany's Angela Merkel and the Netherlands' Mark Rutte met on Monday. Army officers will meet in Ghent on March 20, railway \
         engineers in Bruges on March 22 and sports officials in Lille on March 25.",
    );
    let planned: Vec<_> = told(&story).into_iter().filter(|line| line.contains("planned")).collect();
    let days = ["2018-03-20 ghent", "2018-03-22 bruges", "2018-03-25 lille"];
    assert_eq!(planned.len(), days.len(), "{planned:?}");
    assert!(planned.iter().zip(days).all(|(line, day)| line.ends_with(day)), "{planned:?}");
    tells(
        "Angela Merkel will meet Mark Rutte in Ghent on March 20 and Emmanuel Macron in Lille on March 25.",
        &[
            &format!("bilateral planned {PAIR} 2018-03-20 ghent"),
            "bilateral planned angela-merkel+emmanuel-macron 2018-03-25 lille",
        ],
    );
    tells(
        "Angela Merkel will meet Mark Rutte in Ghent on March 20, said Emmanuel Macron in Lille on Monday.",
        &[&format!("bilateral planned {PAIR} 2018-03-20 ghent")],
    );
}

#[test]
fn a_further_meeting_that_came_later_is_of_the_same() {
    tells(
        "Angela Merkel and Mark Rutte met in Oslo on March 5. A third meeting came in Bonn on March 9.",
        &[&format!("bilateral held {PAIR} 2018-03-05 oslo"), &format!("bilateral held {PAIR} 2018-03-09 bonn")],
    );
    tells(
        "Angela Merkel and Mark Rutte met in Oslo on March 5. A third meeting of the board came in Bonn on March 9.",
        &[&format!("bilateral held {PAIR} 2018-03-05 oslo")],
    );
}

#[test]
fn who_is_left_out_opens_no_clause() {
    tell_of_the_two_on_monday(&["Angela Merkel and Mark Rutte told no one but the cook and met on Monday."]);
    tell_of_the_two_on_monday(&["Angela Merkel and Mark Rutte avoided everybody but the caterers and met on Monday."]);
    tell_of_the_two_on_monday(&["Emmanuel Macron stayed at home but Angela Merkel met Mark Rutte on Monday."]);
}

#[test]
fn those_who_took_part_in_a_meal_are_told_behind_it() {
    tell_of_the_two_on_monday(&[
        "Monday closed with a private dinner, in which Angela Merkel and Mark Rutte took part.",
    ]);
}
