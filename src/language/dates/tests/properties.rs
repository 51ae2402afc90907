//! What holds for any text and any day.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::published;
use crate::language::fixture::{days, story, with_dateline};
use crate::language::{Facts, annotate};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// Words that dates are made of, and some that they are not.
const WORDS: [&str; 64] = [
    "January",
    "May",
    "march",
    "Sept.",
    "Monday",
    "Friday",
    "Monday-Friday",
    "mid-May",
    "mid-1990s",
    "the",
    "of",
    "last",
    "next",
    "this",
    "early",
    "late",
    "end",
    "half",
    "first",
    "quarter",
    "Q3",
    "week",
    "weeks",
    "month",
    "year",
    "years",
    "day",
    "days",
    "weekend",
    "century",
    "ago",
    "later",
    "earlier",
    "before",
    "after",
    "same",
    "following",
    "yesterday",
    "tomorrow",
    "today",
    "night",
    "summer",
    "winter",
    "1",
    "2",
    "31",
    "32",
    "12th",
    "2018",
    "1990s",
    "1800s",
    "2018-02-30",
    "31/12/2018",
    "9/11",
    "230992",
    "GMT",
    ",",
    ".",
    "-",
    "–",
    "[",
    "]",
    "“",
    "and",
];

fn any_day() -> impl Strategy<Value = Date> {
    (1950_i16..2035, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_words_are_read_without_harm_and_in_order(
        picks in prop::collection::vec(0_usize..64, 0..60),
        published in prop::option::of(any_day()),
    ) {
        let words: Vec<&str> = picks.iter().map(|pick| WORDS[*pick]).collect();
        let article = story(&words.join(" "));
        let told = annotate(&article, Facts::shipped(), published);
        for when in &told.dates {
            prop_assert!(when.interval.from <= when.interval.to);
            prop_assert!(!when.passage.span.of(&article.text).is_empty());
        }
        prop_assert!(told.dates.windows(2).all(|pair| pair[0].passage.span.end() <= pair[1].passage.span.start()));
    }

    #[test]
    fn a_full_date_is_the_same_in_every_form(day in any_day(), today in any_day()) {
        let month = MONTHS[usize::from(day.month().unsigned_abs()) - 1];
        let (year, number) = (day.year(), day.day());
        let short = month.get(..3).unwrap();
        for form in [
            format!("{month} {number}, {year}"),
            format!("{number} {month} {year}"),
            format!("{month} {number} {year}"),
            format!("{number}th of {month}, {year}"),
            format!("{short}. {number}, {year}"),
            format!("{year}-{:02}-{number:02}", day.month()),
            format!("{number:02}.{:02}.{year}", day.month()),
        ] {
            let expected = if form.contains("May.") { format!("May. {number}, {year} = {day}") } else { format!("{form} = {day}") };
            let told = days(&format!("They met on {form} in the hall."), today);
            if !form.starts_with("May.") {
                prop_assert_eq!(told, vec![expected]);
            }
        }
    }

    #[test]
    fn a_yearless_day_lies_within_a_year(day in any_day(), today in any_day()) {
        let month = MONTHS[usize::from(day.month().unsigned_abs()) - 1];
        let article = crate::language::fixture::dated(
            &format!("They met on {month} {} in the hall.", day.day()),
            today,
            crate::article::DateSource::Metadata,
        );
        let told = super::read(&article).dates;
        prop_assert_eq!(told.len(), 1);
        prop_assert!(crate::language::days_between(told[0].interval.from, today).abs() <= 366);
        prop_assert_eq!((told[0].interval.from.month(), told[0].interval.from.day()), (day.month(), day.day()));
    }

    #[test]
    fn the_year_of_a_dateline_is_always_one_that_a_neighbour_may_choose(day in any_day()) {
        let month = MONTHS[usize::from(day.month().unsigned_abs()) - 1];
        let article = with_dateline(&format!("OSLO, {month} {} –", day.day()), "OSLO", "They met in the hall.");
        prop_assert_eq!(published(&article), None);
        let told = annotate(&article, Facts::shipped(), Some(day));
        prop_assert!(told.possible_days.contains(&day));
        prop_assert_eq!(told.published.map(|told| told.best), Some(day));
    }
}
