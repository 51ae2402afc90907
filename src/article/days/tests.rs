use super::*;
use jiff::civil::date as day;

fn words(text: &str) -> Option<(&str, Option<Date>)> {
    let found = day_words(text, &tokens(text, Span::whole(text), 20))?;
    Some((found.span.of(text), found.date))
}

#[test]
fn days_in_words_are_found_with_their_value_where_it_is_complete() {
    assert_eq!(words("Monday, March 20, 2006 — The"), Some(("Monday, March 20, 2006", Some(day(2006, 3, 20)))));
    assert_eq!(words("15 July 2014 - More"), Some(("15 July 2014", Some(day(2014, 7, 15)))));
    assert_eq!(words("Sept. 26, 1992 (NW)"), Some(("Sept. 26, 1992", Some(day(1992, 9, 26)))));
    assert_eq!(words("July 6 /TASS/"), Some(("July 6", None)));
    assert_eq!(words("2016-05-14 09:30"), Some(("2016-05-14", Some(day(2016, 5, 14)))));
    assert_eq!(words("Tuesday, 25 May 2021 – 18:40"), Some(("Tuesday, 25 May 2021", Some(day(2021, 5, 25)))));
    assert_eq!(words("20.05.2021 | News"), Some(("20.05.2021", Some(day(2021, 5, 20)))));
    assert_eq!(words("July 9/2018 The"), Some(("July 9/2018", Some(day(2018, 7, 9)))));
    assert_eq!(words("19 / 02 / 2008"), Some(("19 / 02 / 2008", Some(day(2008, 2, 19)))));
    assert_eq!(words("April 3 Juche 101 (2012) (Agency)"), Some(("April 3 Juche 101 (2012)", Some(day(2012, 4, 3)))));
    assert_eq!(words("21 August 68"), Some(("21 August 68", Some(day(1968, 8, 21)))));
    assert_eq!(words("21 August 68 people"), Some(("21 August", None)));
    assert_eq!(words("February 2006"), Some(("February 2006", None)));
    assert_eq!(words("Sunday — A Visit"), Some(("Sunday", None)));
}

#[test]
fn a_year_in_two_digits_ends_the_line_not_the_tokens_that_were_taken_of_it() {
    let taken = |text: &'static str, limit: usize| {
        let found = day_words(text, &tokens(text, Span::whole(text), limit))?;
        Some((found.span.of(text), found.date))
    };
    assert_eq!(taken("21 August 68 sailors came ashore", 3), Some(("21 August", None)));
    assert_eq!(taken("21 August 68  \nSailors came ashore", 3), Some(("21 August 68", Some(day(1968, 8, 21)))));
}

#[test]
fn a_month_or_a_number_alone_is_no_date() {
    for text in ["May said", "may 5", "26 parties", "2254", "09:30", "March on Rome", "9/2018", "05 / 06 / 2017"] {
        assert_eq!(words(text), None, "{text}");
    }
}

#[test]
fn fields_of_records_are_read_in_the_usual_forms() {
    for field in [
        "2017-11-21",
        "2017-11-21T23:59:00+03:00",
        "Tue, 21 Nov 2017 10:00:00 GMT",
        "November 21, 2017",
        "21.11.2017",
        "21/11/2017",
        "11/21/2017",
    ] {
        assert_eq!(stated(field), Some(day(2017, 11, 21)), "{field}");
    }
    assert_eq!(stated("05/06/2017"), None);
    assert_eq!(stated("yesterday"), None);
    assert_eq!(from_unix(1_511_222_400), Some(day(2017, 11, 21)));
    assert_eq!(from_unix(1_511_222_400_000), Some(day(2017, 11, 21)));
}

#[test]
fn paths_and_addresses_tell_their_day() {
    for path in [
        "https://example.org/news/2017/11/21/talks",
        "2017-11-21-talks.txt",
        "wire/20171121.txt",
        "a_2017_11_21_b",
        "20171121T1030.txt",
    ] {
        assert_eq!(in_path(path), Some(day(2017, 11, 21)), "{path}");
    }
    for path in ["001_1db66647af5f272a.txt", "story-12345678.html", "v2017.1.1234", "talks.txt", ""] {
        assert_eq!(in_path(path), None, "{path}");
    }
}
