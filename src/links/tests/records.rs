//! What the record of a meeting says, and what it fills in where a telling leaves it open.

use super::*;
use crate::links::{Completion, MentionRef};

fn completion(connections: &Connections, story: usize) -> Option<&Completion> {
    connections.completions.get(&MentionRef { story, mention: 0 })
}

#[test]
fn a_telling_without_a_day_and_a_place_has_those_of_the_other_story() {
    let told = "Angela Merkel met Emmanuel Macron in Berlin on Tuesday.";
    let mut open = dated("b.txt", WEDNESDAY, "Angela Merkel met Emmanuel Macron.");
    open.meetings[0].when = None;
    open.meetings[0].place = None;
    let mut stories = vec![dated("a.txt", WEDNESDAY, told), open];
    let connections = connect(&mut stories, Facts::shipped());
    let filled = completion(&connections, 1).unwrap();
    assert_eq!(filled.slots().collect::<Vec<_>>(), ["when", "where"]);
    assert_eq!(filled.when, stories[0].meetings[0].when);
    assert_eq!(filled.place, stories[0].meetings[0].place);
    assert_eq!(completion(&connections, 0), None, "whoever tells all needs nothing");
    assert_eq!(stories[1].meetings[0].when, None, "the story itself stays as it is");
}

#[test]
fn a_telling_of_one_side_has_the_other_side_from_the_other_story() {
    let mut one = dated("b.txt", WEDNESDAY, MET);
    one.meetings[0].participants.truncate(1);
    let mut stories = vec![dated("a.txt", WEDNESDAY, MET), one];
    let connections = connect(&mut stories, Facts::shipped());
    let filled = completion(&connections, 1).and_then(|filled| filled.participants.as_ref()).unwrap();
    let names: Vec<&str> = filled.iter().map(|who| who.name.as_str()).collect();
    assert_eq!(names, ["Angela Merkel", "Emmanuel Macron"]);
}

#[test]
fn in_the_record_a_person_stands_for_the_state() {
    let mut stories = vec![dated("a.txt", WEDNESDAY, MET), dated("b.txt", WEDNESDAY, MET)];
    let told = &mut stories[0].meetings[0].participants[0];
    told.id = EntityId::new("germany");
    told.name = "Germany".to_owned();
    told.kind = NameKind::Place;
    told.acts_for.clear();
    let connections = connect(&mut stories, Facts::shipped());
    assert_eq!(clusters(&connections), [[0, 1]]);
    let names: Vec<&str> = connections.meetings[0].participants.iter().map(|who| who.name.as_str()).collect();
    assert_eq!(names, ["Emmanuel Macron", "Angela Merkel"]);
}

#[test]
fn a_round_told_by_number_alone_has_the_series_and_the_sides_of_the_other_rounds() {
    let told = "The fifth round of talks between Norway and Sweden ended in Sopot on March 12, 2018. \
                The fourth round of talks between Norway and Sweden was held in Sopot on January 9, 2018.";
    let list = "The fourth round was held on January 9, 2018. The third round was held on November 7, 2017.";
    let (stories, connections) = joined(&[(WEDNESDAY, told), (THURSDAY, list)]);
    let of = |number: u32| connections.meetings.iter().find(|meeting| meeting.ordinal == Some(number)).unwrap();
    let (third, fifth) = (of(3), of(5));
    assert!(third.series.is_some() && third.series == fifth.series, "{:#?}", connections.meetings);
    assert_eq!(fifth.participants.len(), 2, "{:#?}", stories[0].meetings);
    assert!(third.sides_of_series && !fifth.sides_of_series);
    let ids =
        |meeting: &crate::links::Meeting| meeting.participants.iter().map(|who| who.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(third), ids(fifth));
    let series = connections.series.iter().find(|series| Some(&series.id) == third.series.as_ref()).unwrap();
    assert!(!series.is_named && series.stories.len() == 2, "{series:?}");
}
