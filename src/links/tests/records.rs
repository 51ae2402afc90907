//! What the record of a meeting says, and what it fills in where a telling leaves it open.

use super::*;
use crate::links::record::record;
use crate::links::telling::Telling;
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

#[test]
fn whoever_only_one_story_names_stands_behind_those_whom_all_name() {
    let mut stories: Vec<Story> = (0..3).map(|at| dated(&format!("{at}.txt"), WEDNESDAY, MET)).collect();
    let mut stray = stories[0].meetings[0].participants[0].clone();
    (stray.id, stray.name) = (EntityId::new("nils-oberg"), "Nils Oberg".to_owned());
    stray.acts_for.clear();
    stories[0].meetings[0].participants.insert(0, stray);
    let record = |stories: &[Story]| {
        let tellings: Vec<_> = stories.iter().enumerate().flat_map(|(at, one)| Telling::of_story(at, one)).collect();
        let members: Vec<usize> = (0..tellings.len()).collect();
        let names = record(&tellings, &members).participants.into_iter().map(|who| who.name);
        names.collect::<Vec<_>>()
    };
    assert_eq!(record(&stories), ["Angela Merkel", "Emmanuel Macron", "Nils Oberg"]);
    assert_eq!(record(&stories[..1])[0], "Nils Oberg", "one story has its own order");
}

#[test]
fn a_meeting_that_was_held_was_where_those_say_who_tell_that_it_was() {
    let plan = "Angela Merkel will meet Emmanuel Macron in Lisbon on Tuesday.";
    let held = "Angela Merkel met Emmanuel Macron in Porto on Tuesday.";
    for stories in
        [[(MONDAY, plan), (MONDAY, plan), (WEDNESDAY, held)], [(WEDNESDAY, held), (MONDAY, plan), (MONDAY, plan)]]
    {
        let mut stories: Vec<Story> =
            stories.iter().enumerate().map(|(at, (day, body))| dated(&format!("{at}.txt"), day, body)).collect();
        let clustered = connect(&mut stories, Facts::shipped());
        let held = clustered.meetings.iter().find(|meeting| meeting.status == Status::Held).unwrap();
        assert_eq!(held.place.as_ref().map(|place| place.name.as_str()), Some("Porto"));
    }
    let (_, planned) = joined(&[(MONDAY, plan)]);
    assert_eq!(planned.meetings[0].place.as_ref().map(|place| place.name.as_str()), Some("Lisbon"));
}

/// A story of a day that is not known, but that it or one so many days later.
fn of_about(words: &str, later: i64) -> Story {
    let mut stories = vec![dated("0.txt", WEDNESDAY, &format!("Angela Merkel met Emmanuel Macron in Berlin {words}."))];
    connect(&mut stories, Facts::shipped());
    let published = stories[0].annotations.published.as_mut().unwrap();
    let last = published.best.checked_add(jiff::Span::new().days(later)).unwrap();
    published.interval = crate::language::Interval::between(published.best, last);
    stories.remove(0)
}

#[test]
fn a_day_that_is_counted_from_a_day_that_nobody_knows_is_only_about_that_day() {
    for (words, later, is_guessed) in [
        ("yesterday", 1, true),
        ("yesterday", 0, false),
        ("on Tuesday", 9, true),
        ("on Tuesday", 1, false),
        ("on March 13, 2018", 9, false),
    ] {
        let connections = crate::links::join(&[of_about(words, later)]);
        let meeting = &connections.meetings[0];
        assert_eq!((meeting.is_guessed, meeting.is_about()), (is_guessed, is_guessed), "{words} {later}");
    }
}

#[test]
fn a_story_that_tells_the_day_itself_makes_the_day_of_the_meeting_sure() {
    let stories = [of_about("on Tuesday", 9), dated("1.txt", WEDNESDAY, MET)];
    let connections = crate::links::join(&stories);
    assert_eq!(clusters(&connections), [[0, 1]]);
    assert!(!connections.meetings[0].is_about());
}
