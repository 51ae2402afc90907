//! The town of a meeting that its own sentences leave open.

use super::*;

#[test]
fn talks_take_place_where_the_story_has_arrived() {
    let told_of = |body: &str| told(&story(body));
    let arrived = told_of(
        "Emmanuel Macron flew to Aachen on Tuesday.\n\nHe brought a map of the canal.\n\n\
         Angela Merkel and Emmanuel Macron held talks on Tuesday.",
    );
    assert!(arrived[0].ends_with("2018-03-13 aachen"), "{arrived:?}");
    let welcomed = told_of(
        "Emmanuel Macron was welcomed to Aachen on Tuesday with a march.\n\n\
         On Tuesday evening Angela Merkel received Emmanuel Macron.",
    );
    assert!(welcomed.iter().any(|one| one.ends_with("aachen")), "{welcomed:?}");
}

#[test]
fn the_town_of_another_day_or_of_somebody_else_is_not_it() {
    let other_day = told(&story(
        "Emmanuel Macron flew to Aachen on Monday.\n\nHe brought a map of the canal.\n\n\
         Angela Merkel and Emmanuel Macron held talks on Tuesday.",
    ));
    assert!(other_day.iter().any(|one| one.starts_with("bilateral") && one.ends_with("2018-03-13 -")), "{other_day:?}");
    let somebody_else = told(&story(
        "Tomas Brel arrived in Aachen.\n\nHe brought a map of the canal.\n\n\
         Angela Merkel and Emmanuel Macron held talks on Tuesday.",
    ));
    assert!(somebody_else[0].ends_with("2018-03-13 -"), "{somebody_else:?}");
}

#[test]
fn the_same_building_is_the_one_told_right_before() {
    let told = told(&file(
        "A busy week\n\nBONN, March 14, 2018 (Agency) - Angela Merkel and Emmanuel Macron met at a villa in Aachen on Monday. \
         Theresa May and Emmanuel Macron met in the same villa on Tuesday.\n",
    ));
    assert!(told.iter().any(|one| one.contains("theresa-may") && one.ends_with("aachen")), "{told:?}");
}

#[test]
fn a_town_behind_if_is_not_where_they_meet() {
    let told = told(&story("Angela Merkel will meet Emmanuel Macron in Aachen if Paris pays for the band."));
    assert!(told[0].ends_with("aachen"), "{told:?}");
}
