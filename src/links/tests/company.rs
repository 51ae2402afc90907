//! Stories that no meeting dates, and what the names that they share with others tell of their day.

use jiff::civil::{Date, date};

use super::*;
use crate::article::DateSource;
use crate::language::Published;

const HARBOUR: &str = "Ilmar Tavast praised the pilots of the Harbour Guild in Kolmsund. Oona Reyes thanked the crews.";
const ELSEWHERE: &str = "Bertil Quandt opened a school in Marvik. Lucinda Haraldsen paid for the roof of it.";

/// The days of these stories after all have been joined; what tells that of the last.
fn days(mut stories: Vec<Story>) -> (Vec<Option<Date>>, Option<Published>) {
    connect(&mut stories, Facts::shipped());
    let published = |story: &Story| story.annotations.published.clone();
    (stories.iter().map(|story| published(story).map(|told| told.best)).collect(), stories.last().and_then(published))
}

/// Stories of one spring, and one of another autumn.
fn spring() -> Vec<Story> {
    vec![
        dated("a.txt", "Monday, March 12, 2018", HARBOUR),
        dated("b.txt", "Wednesday, March 14, 2018", HARBOUR),
        dated("c.txt", "Thursday, October 6, 2011", ELSEWHERE),
    ]
}

fn day_in_spring(text: &str) -> Option<Date> {
    let mut stories = spring();
    stories.push(file("x.txt", text));
    assert_eq!(stories[3].annotations.published, None, "it tells its day by itself");
    days(stories).0[3]
}

const OPEN: &str = "Pilots go back to work\n\nIlmar Tavast and Oona Reyes asked the pilots of the Harbour Guild on \
                    Thursday to take the ships out again.\n";

#[test]
fn the_year_of_a_dateline_is_that_of_the_stories_that_name_the_same_people() {
    let mut stories = spring();
    let text = "Pilots stay ashore\n\nKOLMSUND, March 7 (Coastwire) - Ilmar Tavast asked the Harbour Guild for patience. \
                Oona Reyes kept silent.\n";
    stories.push(file("x.txt", text));
    let (days, told) = days(stories);
    assert_eq!(days[3], Some(date(2018, 3, 7)));
    let Published { reasons, neighbours, .. } = told.unwrap();
    assert!(reasons[0].says.contains("March 7"), "{reasons:?}");
    let company = "2 stories of about 12 Mar 2018 name the same: Ilmar Tavast, Oona Reyes and ";
    assert!(reasons[1].says.starts_with(company), "{reasons:?}");
    assert_eq!(neighbours, ["a.txt", "b.txt"], "which stories these are is told as well");
}

#[test]
fn a_dateline_and_a_meeting_of_its_own_day_tell_the_year_that_an_announcement_tells() {
    let announced = dated(
        "a.txt",
        "Monday, March 12, 2018",
        "Ilmar Tavast will meet the pilots' president, Oona Reyes, on Wednesday of next week in Kolmsund.",
    );
    let told = |day: &str| {
        let text = format!(
            "The ships go out\n\nKOLMSUND, {day} (Coastwire) - Ilmar Tavast and Oona Reyes met for six hours and parted \
             friends.\n"
        );
        vec![announced.clone(), dated("c.txt", "Thursday, October 6, 2011", HARBOUR), file("x.txt", &text)]
    };
    let (march, by) = days(told("March 21"));
    assert_eq!(march[2], Some(date(2018, 3, 21)));
    assert_eq!(by.unwrap().neighbours, ["a.txt"], "the story of another year has no part in it");
    assert_ne!(days(told("August 21")).0[2], Some(date(2018, 8, 21)), "nothing tells of August");
}

#[test]
fn a_weekday_without_a_date_is_one_of_the_weeks_of_its_company() {
    let mut stories = spring();
    stories.push(file("x.txt", OPEN));
    connect(&mut stories, Facts::shipped());
    let published = stories[3].annotations.published.as_ref().unwrap();
    assert_eq!(published.from, DateSource::Links);
    assert!((date(2018, 3, 8)..=date(2018, 3, 22)).contains(&published.best), "{published:?}");
    assert!(!published.is_certain());
}

#[test]
fn a_text_that_speaks_from_no_day_stays_undated_in_any_company() {
    let portrait = "Two of the harbour\n\nIlmar Tavast and Oona Reyes grew up beside the Harbour Guild of Kolmsund. In May \
                    1998 the pilots elected her.\n";
    assert_eq!(day_in_spring(portrait), None);
}

#[test]
fn towns_and_states_alone_date_no_story() {
    let body = "The mayors of Marseille, Gdansk and Antwerp signed a letter to France, Poland and Belgium.";
    let mut stories = vec![
        dated("a.txt", "Monday, March 12, 2018", body),
        dated("b.txt", "Wednesday, March 14, 2018", body),
        file(
            "x.txt",
            "Ports\n\nRain fell on Marseille, Gdansk and Antwerp on Thursday, and on all of France and Poland.\n",
        ),
    ];
    stories.push(file("y.txt", "Ports\n\nANTWERP, March 9 - Trains from Marseille and Gdansk were late.\n"));
    let (days, _) = days(stories);
    assert_eq!(days[2..], [None, None]);
}

#[test]
fn company_of_several_times_dates_no_story() {
    let mut stories = spring();
    stories.push(dated("d.txt", "Thursday, October 6, 2011", HARBOUR));
    stories.push(dated("e.txt", "Friday, October 7, 2011", HARBOUR));
    stories.push(file("x.txt", OPEN));
    assert_eq!(days(stories).0[5], None);
}

#[test]
fn a_person_who_is_named_at_all_times_tells_none() {
    let mut stories: Vec<Story> = (0..9)
        .map(|year| dated(&format!("{year}.txt"), &format!("May 3, {}", 2003 + year), "Ilmar Tavast opened the fair."))
        .collect();
    stories.push(dated("a.txt", "Monday, March 12, 2018", "Ilmar Tavast opened the fair in Kolmsund."));
    stories.push(file("x.txt", "The fair\n\nKOLMSUND, March 7 (Coastwire) - Ilmar Tavast asked for patience.\n"));
    assert_eq!(days(stories).0[10], None);
}

#[test]
fn the_order_of_files_does_not_change_the_days_that_company_tells() {
    let stories = || {
        let mut stories = spring();
        stories.push(file("x.txt", OPEN));
        stories.push(file("y.txt", "Pilots\n\nKOLMSUND, March 7 (Coastwire) - Ilmar Tavast and Oona Reyes waited.\n"));
        stories.push(file("z.txt", "Roofs\n\nOn Monday Bertil Quandt and Lucinda Haraldsen saw the school again.\n"));
        stories
    };
    let (straight, _) = days(stories());
    assert!(straight.iter().filter(|day| day.is_some()).count() >= 5, "{straight:?}");
    for turned in 1..6 {
        let mut other = stories();
        other.rotate_left(turned);
        let (mut other, _) = days(other);
        other.rotate_right(turned);
        assert_eq!(other, straight);
    }
    let (mut backward, _) = days(stories().into_iter().rev().collect());
    backward.reverse();
    assert_eq!(backward, straight);
}

/// A dateline with a weekday that fits 2008 (when that day was a Monday) a little better than 2009 (when it was the day after).
const TWO_YEARS: &str = "Lights out\n\nKOLMSUND, Sept 8 (Coastwire) - The lamps of the northern pier went out on Monday. \
                         British Prime Minister Gordon Brown saw it. Nobody was hurt.\n";

fn library_of(year: i16, stories: usize) -> Vec<Story> {
    let named = |number: usize| {
        let month = ["June", "July", "August", "October"][number % 4];
        dated(&format!("{number}.txt"), &format!("{month} 2, {year}"), ELSEWHERE)
    };
    (0..stories).map(named).chain([file("x.txt", TWO_YEARS)]).collect()
}

fn last_day(year: i16, stories: usize) -> Option<Date> {
    days(library_of(year, stories)).0.last().copied().flatten()
}

#[test]
fn a_year_that_is_only_guessed_is_that_of_the_library() {
    assert_eq!(last_day(2009, 0), Some(date(2008, 9, 8)));
    assert_eq!(last_day(2009, 4), Some(date(2009, 9, 8)));
    let reasons = days(library_of(2009, 4)).1.unwrap().reasons;
    assert!(
        reasons.iter().any(|reason| reason.says == "4 of 4 stories that tell their day are of about that time"),
        "{reasons:?}"
    );
}

#[test]
fn a_library_that_is_small_or_of_a_time_that_does_not_fit_leaves_a_guessed_year() {
    assert_eq!(last_day(2009, 2), Some(date(2008, 9, 8)));
    // He was no prime minister then.
    assert_eq!(last_day(2004, 4), Some(date(2008, 9, 8)));
}
