use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn parsed(line: &str) -> Query {
    Query::parse(line).unwrap()
}

fn only(line: &str) -> Test {
    let query = parsed(line);
    let [group] = query.groups.as_slice() else { panic!("{query:?}") };
    let [term] = group.terms.as_slice() else { panic!("{query:?}") };
    term.test.clone()
}

fn word(text: &str, how: How) -> Test {
    Test::Word(text.to_owned(), how)
}

fn error(line: &str) -> (String, String) {
    let error = Query::parse(line).unwrap_err();
    (error.span.of(line).to_owned(), error.message)
}

#[test]
fn signs_around_a_word_say_how_it_is_looked_for() {
    assert_eq!(only("ptn"), word("ptn", How::Fuzzy));
    assert_eq!(only("'Putin"), word("putin", How::Exact));
    assert_eq!(only("^Putin"), word("putin", How::Prefix));
    assert_eq!(only("news$"), word("news", How::Suffix));
    assert_eq!(only("^TASS$"), word("tass", How::Whole));
    assert_eq!(only("'^x$"), word("^x$", How::Exact));
}

#[test]
fn letters_are_compared_without_case_and_diacritics() {
    assert_eq!(only("who:Erdoğan"), Test::Who("erdogan".into()));
    assert_eq!(only("\"Völlig  neu\""), Test::Phrase("vollig neu".into()));
}

#[test]
fn every_group_must_hold_and_one_of_its_alternatives() {
    let query = parsed("putin | assad sochi !trump");
    let words: Vec<Vec<(bool, &str)>> = query
        .groups
        .iter()
        .map(|group| {
            let word = |term: &'_ Term| matches!(&term.test, Test::Word(..)).then_some(term.negated);
            group
                .terms
                .iter()
                .filter_map(|term| Some((word(term)?, term.span.of("putin | assad sochi !trump"))))
                .collect()
        })
        .collect();
    assert_eq!(words, [vec![(false, "putin"), (false, "assad")], vec![(false, "sochi")], vec![(true, "!trump")]]);
}

#[test]
fn what_is_only_begun_asks_for_nothing_yet() {
    for line in ["", "  ", "!", "'", "^", "$", "^$", "\"", "\"\"", "who:", "when:", "|", "| |", "is:\"\"", "\u{301}"] {
        assert!(parsed(line).is_empty(), "{line:?}");
    }
    assert_eq!(parsed("putin |").groups.len(), 1);
    assert_eq!(parsed("| putin").groups.len(), 1);
}

#[test]
fn a_value_may_stand_in_quotation_marks_of_any_style() {
    assert_eq!(only("outlet:\"Al Jazeera\""), Test::Outlet("al jazeera".into()));
    assert_eq!(only("where:“New York”"), Test::Where("new york".into()));
    assert_eq!(only("who:\"de Klerk"), Test::Who("de klerk".into()));
    assert_eq!(parsed("\"a b\"c").groups.len(), 2);
}

#[test]
fn days_are_read_as_years_months_days_and_what_lies_between() {
    let days = |line: &str| match only(&format!("when:{line}")) {
        Test::When(days) => (days.from.map(|day| day.to_string()), days.to.map(|day| day.to_string())),
        other => panic!("{other:?}"),
    };
    let both = |from: &str, to: &str| (Some(from.to_owned()), Some(to.to_owned()));
    assert_eq!(days("2017"), both("2017-01-01", "2017-12-31"));
    assert_eq!(days("2017-"), both("2017-01-01", "2017-12-31"));
    assert_eq!(days("2017-2"), both("2017-02-01", "2017-02-28"));
    assert_eq!(days("2016-02-29"), both("2016-02-29", "2016-02-29"));
    assert_eq!(days("2017-11-13..2017-11-22"), both("2017-11-13", "2017-11-22"));
    assert_eq!(days("2016..2017-03"), both("2016-01-01", "2017-03-31"));
    assert_eq!(days("2017.."), (Some("2017-01-01".into()), None));
    assert_eq!(days("..2017"), (None, Some("2017-12-31".into())));
    assert_eq!(days("<2017"), (None, Some("2016-12-31".into())));
    assert_eq!(days("<=2017"), (None, Some("2017-12-31".into())));
    assert_eq!(days(">2017-11"), (Some("2017-12-01".into()), None));
    assert_eq!(days(">=2017-11"), (Some("2017-11-01".into()), None));
    assert_eq!(days("<"), (None, None));
}

#[test]
fn open_days_meet_every_day_on_their_side() {
    let day = |of_month| crate::language::Interval::day(date(2017, 11, of_month));
    let until = Days { from: None, to: Some(date(2017, 11, 13)) };
    assert!(until.meets(day(13)) && !until.meets(day(14)));
    let since = Days { from: Some(date(2017, 11, 13)), to: None };
    assert!(since.meets(day(13)) && !since.meets(day(12)));
}

#[test]
fn what_is_no_date_is_told_with_what_would_be_one() {
    for wrong in ["17", "2017-13", "2017-02-30", "2017-1-1-1", "yesterday", "2017-11-13..soon", "20171113"] {
        let (at, message) = error(&format!("x when:{wrong}"));
        assert_eq!(at, wrong);
        assert!(message.contains("is no date: write 2017"), "{message}");
    }
    assert_eq!(error("when:2018..2017").1, "2018 is after 2017");
}

#[test]
fn the_beginning_of_a_value_stands_for_every_value_that_begins_so() {
    assert_eq!(only("kind:sum"), Test::Kind(vec![MeetingKind::Summit]));
    assert_eq!(only("kind:C"), Test::Kind(vec![MeetingKind::Call, MeetingKind::Conference]));
    assert_eq!(only("is:un"), Test::Is(vec![Flag::Unread, Flag::Undated]));
    assert_eq!(only("has:note"), Test::Has(vec![Possession::Note]));
    assert_eq!(only("status:held"), Test::Status(vec![Status::Held]));
    let (at, message) = error("kind:phone");
    assert_eq!(at, "phone");
    assert!(message.contains("is one of call, bilateral"), "{message}");
}

#[test]
fn an_unknown_field_is_told_with_the_nearest_one_and_the_way_around() {
    let (at, message) = error("a wher:sochi");
    assert_eq!(at, "wher");
    assert!(message.starts_with("no field wher: – did you mean where:?"), "{message}");
    assert!(error("zzz:1").1.contains("who: where: when:"));
    assert_eq!(only("'wher:sochi"), word("wher:sochi", How::Exact));
    assert_eq!(only("10:30"), word("10:30", How::Fuzzy));
}

proptest! {
    #[test]
    fn any_line_is_a_query_or_an_error_whose_place_lies_in_it(line in r#"(\PC|[ "|!':^$<>.\-]|who:|when:|20|kind:){0,40}"#) {
        match Query::parse(&line) {
            Ok(query) => {
                let mut end = 0;
                for term in query.groups.iter().flat_map(|group| &group.terms) {
                    prop_assert!(term.span.start() >= end && line.is_char_boundary(term.span.start()));
                    prop_assert!(line.is_char_boundary(term.span.end()) && term.span.end() <= line.len());
                    end = term.span.end();
                }
                prop_assert!(query.groups.iter().all(|group| !group.terms.is_empty()));
            }
            Err(error) => {
                prop_assert!(error.span.end() <= line.len() && line.is_char_boundary(error.span.start()));
                prop_assert!(line.is_char_boundary(error.span.end()) && !error.message.contains('\n'));
            }
        }
    }
}

#[test]
fn a_year_is_no_answer_to_a_day_in_it_as_a_month_and_a_season_are_but_to_the_year() {
    use crate::language::Interval;
    let told = |asked: &str, from: jiff::civil::Date, to: jiff::civil::Date| match only(&format!("when:{asked}")) {
        Test::When(days) => days.are_told(Interval::between(from, to)),
        other => panic!("{other:?}"),
    };
    let (first, last) = (jiff::civil::date(2031, 1, 1), jiff::civil::date(2031, 12, 31));
    let answers = ["2031", ">2030", "2030..2032"].map(|asked| told(asked, first, last));
    assert_eq!(answers, [true; 3]);
    assert_eq!(["2031-05-20", "2031-05"].map(|asked| told(asked, first, last)), [false; 2]);
    let (may, end) = (jiff::civil::date(2031, 5, 1), jiff::civil::date(2031, 5, 31));
    assert_eq!(["2031-05-20", "2031-05", "2031"].map(|asked| told(asked, may, end)), [true; 3]);
    let (june, august) = (jiff::civil::date(2031, 6, 1), jiff::civil::date(2031, 8, 31));
    assert_eq!(["2031-07-10", "2031-07", "2031"].map(|asked| told(asked, june, august)), [true; 3]);
    assert!(!told("2031-09-01", june, august));
    // Half a year is no season.
    let half = ["2031-07-10", "2031-07", "2031"].map(|asked| told(asked, june, jiff::civil::date(2031, 11, 30)));
    assert_eq!(half, [false, false, true]);
}
