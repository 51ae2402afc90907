//! Date expressions, tense, and the article's own day, each in sentences of a small story.

mod headers;
mod properties;
mod varied;

use jiff::civil::{Date, date};

use super::{Tense, tense_at};
use crate::article::{Article, Block, BlockKind, DateSource};
use crate::language::facts::Facts;
use crate::language::fixture::{dated, days, on_line, read, story, with_dateline};
use crate::language::{Published, annotate};
use crate::text::Span;

/// A Wednesday.
const TODAY: Date = date(2019, 5, 15);

/// Checks what the sentence's only date is told as.
#[track_caller]
fn says(text: &str, told: &str) {
    assert_eq!(days(text, TODAY), [told], "{text}");
}

#[track_caller]
fn says_no_date(text: &str) {
    assert_eq!(days(text, TODAY), Vec::<String>::new(), "{text}");
}

#[test]
fn full_dates_are_read_in_every_order() {
    says("They met on March 4, 2018.", "March 4, 2018 = 2018-03-04");
    says("They met on March 4 2018 in Oslo.", "March 4 2018 = 2018-03-04");
    says("They met on 4 March 2018.", "4 March 2018 = 2018-03-04");
    says("They met on the 4th of March, 2018.", "4th of March, 2018 = 2018-03-04");
    says("They met on Sept. 4, 2018.", "Sept. 4, 2018 = 2018-09-04");
    says("They met on 2018-03-04.", "2018-03-04 = 2018-03-04");
    says("They met on 04.03.2018.", "04.03.2018 = 2018-03-04");
    says("They met on 3/4/2018.", "3/4/2018 = 2018-03-04");
    says("They met on 24/3/2018.", "24/3/2018 = 2018-03-24");
    says("They met on Sunday, March 4, 2018.", "March 4, 2018 = 2018-03-04");
    says("They met on Sunday 4 March 2018.", "4 March 2018 = 2018-03-04");
}

#[test]
fn no_break_spaces_stand_inside_dates() {
    says("They met on March\u{a0}4,\u{a0}2018.", "March\u{a0}4,\u{a0}2018 = 2018-03-04");
    says("They met on 4\u{202f}March\u{a0}2018.", "4\u{202f}March\u{a0}2018 = 2018-03-04");
}

#[test]
fn ranges_of_days_have_two_ends() {
    says("Talks were held on January 23-24, 2018.", "January 23-24, 2018 = 2018-01-23..2018-01-24");
    says("Talks were held on January 23 and 24.", "January 23 and 24 = 2019-01-23..2019-01-24");
    says("Talks were held from 9 to 11 January.", "9 to 11 January = 2019-01-09..2019-01-11");
    says("Talks were held 9–11 January 2018.", "9–11 January 2018 = 2018-01-09..2018-01-11");
    says(
        "Talks were held from 30 January to 2 February 2018.",
        "30 January to 2 February 2018 = 2018-01-30..2018-02-02",
    );
    says("Talks were held January 30 to February 2, 2018.", "January 30 to February 2, 2018 = 2018-01-30..2018-02-02");
    says("Talks ran from December 30 to January 2, 2018.", "December 30 to January 2, 2018 = 2017-12-30..2018-01-02");
}

#[test]
fn days_joined_by_and_in_two_months_are_two_dates() {
    let told = days("Talks were held on January 30 and February 2, 2018.", TODAY);
    assert_eq!(told, ["January 30 = 2018-01-30", "February 2, 2018 = 2018-02-02"]);
}

#[test]
fn months_and_years_stand_alone_after_the_words_that_lead_to_them() {
    says("They met in March 2018.", "March 2018 = 2018-03-01..2018-03-31");
    says("They met in May.", "May = 2019-05-01..2019-05-31");
    says("They met last May.", "last May = 2018-05-01..2018-05-31");
    says("The March agreements hold.", "March = 2019-03-01..2019-03-31");
    says("They met in 2014.", "2014 = 2014-01-01..2014-12-31");
    says("The accord (2014) holds.", "2014 = 2014-01-01..2014-12-31");
    says("The 1990s were hard.", "1990s = 1990-01-01..1999-12-31");
}

#[test]
fn a_number_with_a_hyphen_in_it_is_one_number() {
    assert!(days("They met twenty-five years ago.", TODAY)[0].contains("= 1994-"));
    assert!(days("They met thirty-one years ago.", TODAY)[0].contains("= 1988-"));
}

#[test]
fn a_year_before_a_small_word_in_s_counts_nothing() {
    says("It was founded in 1999 as a club.", "1999 = 1999-01-01..1999-12-31");
    says("The club of 1999 was small.", "1999 = 1999-01-01..1999-12-31");
}

#[test]
fn a_year_stands_before_the_thing_of_that_year_and_beside_another_year() {
    says("The 1999 protests were worse.", "1999 = 1999-01-01..1999-12-31");
    says("The hall of the town; from file, 2008.", "2008 = 2008-01-01..2008-12-31");
    says("The 1999 storm was worse.", "1999 = 1999-01-01..1999-12-31");
    let told = days("They met in 1997 and 1998, too.", TODAY);
    assert_eq!(told, ["1997 = 1997-01-01..1997-12-31", "1998 = 1998-01-01..1998-12-31"]);
}

#[test]
fn decades_and_centuries_are_years() {
    says("It began in the 1930's abroad.", "1930's = 1930-01-01..1939-12-31");
    says("He grew up in the sixties.", "the sixties = 1960-01-01..1969-12-31");
    says("A house of the 20th century.", "the 20th century = 1900-01-01..1999-12-31");
    says("A house of the nineteenth century.", "the nineteenth century = 1800-01-01..1899-12-31");
}

#[test]
fn quarters_are_three_months() {
    says("Sales fell in the third quarter of 2018.", "third quarter of 2018 = 2018-07-01..2018-09-30");
    says("Sales fell in the first quarter of this year.", "first quarter of this year = 2019-01-01..2019-03-31");
    says("Sales fell in the first quarter.", "first quarter = 2019-01-01..2019-03-31");
}

#[test]
fn weekdays_count_from_the_day_of_the_article() {
    says("They met on Monday.", "Monday = 2019-05-13");
    says("They met on Wednesday.", "Wednesday = 2019-05-15");
    says("They will meet on Monday.", "Monday = 2019-05-20");
    says("They met last Wednesday.", "last Wednesday = 2019-05-08");
    says("They meet next Wednesday.", "next Wednesday = 2019-05-22");
    says("They met at the weekend.", "at the weekend = 2019-05-11..2019-05-12");
    says("They will meet next weekend.", "next weekend = 2019-05-18..2019-05-19");
}

#[test]
fn relative_days_weeks_months_and_years() {
    says("They met yesterday.", "yesterday = 2019-05-14");
    says("They meet today.", "today = 2019-05-15");
    says("They meet tomorrow.", "tomorrow = 2019-05-16");
    says("They leave the day after tomorrow.", "the day after tomorrow = 2019-05-17");
    says("They left the day before yesterday.", "the day before yesterday = 2019-05-13");
    says("They met three days ago.", "three days ago = 2019-05-12");
    says("They met 10 days ago.", "10 days ago = 2019-05-05");
    says("They met a week ago.", "a week ago = 2019-05-06..2019-05-12");
    says("They met last week.", "last week = 2019-05-06..2019-05-12");
    says("They will meet next month.", "next month = 2019-06-01..2019-06-30");
    says("They met two years ago.", "two years ago = 2017-01-01..2017-12-31");
    says("They met last year.", "last year = 2018-01-01..2018-12-31");
    says("They will meet at the end of the month.", "the end of the month = 2019-05-22..2019-05-31");
}

#[test]
fn a_gloss_in_brackets_says_which_day_was_meant() {
    let told = days("“We leave the day after tomorrow [May 20],” he said.", TODAY);
    assert_eq!(told, ["the day after tomorrow = 2019-05-20", "May 20 = 2019-05-20"]);
}

#[test]
fn a_list_of_dates_shares_the_verb_before_it() {
    let told = days("Rounds were held on July 3-4, August 10-14 and September 14-15.", TODAY);
    let expected = [
        "July 3-4 = 2018-07-03..2018-07-04",
        "August 10-14 = 2018-08-10..2018-08-14",
        "September 14-15 = 2018-09-14..2018-09-15",
    ];
    assert_eq!(told, expected);
}

#[test]
fn words_and_numbers_that_only_look_like_dates_are_none() {
    for text in [
        "May said that it was late.",
        "Theresa May arrived.",
        "The March on Rome is a film.",
        "They may meet.",
        "They march on.",
        "Resolution 2254 was named.",
        "Flight 1815 was late.",
        "The second half was better.",
        "The second quarter-final was better.",
        "The second quarter of the match was better.",
        "They paid 2000 dollars.",
        "Some 1990 people came.",
        "The 1950 people left in 2000 cars.",
        "It cost 4.5 million.",
        "The score was 3-4.",
        "Version 1.2.3 is out.",
        "He is 45 and lives alone.",
        "It was sunny in the sun and on Sundance.",
    ] {
        says_no_date(text);
    }
}

#[test]
fn impossible_days_have_no_value() {
    says_no_date("They met on February 30, 2018.");
    says_no_date("They met on 2018-13-40.");
    says_no_date("They met on 99.99.2018.");
}

#[test]
fn a_leap_day_is_found_in_the_leap_year_nearest() {
    assert_eq!(days("They met on February 29.", date(2016, 3, 2)), ["February 29 = 2016-02-29"]);
}

#[test]
fn the_ends_of_the_calendar_are_no_trouble() {
    for day in [Date::MIN, Date::MAX] {
        days("Yesterday, tomorrow, 999 years ago, next week, last month, May 3, on Friday, at the weekend.", day);
    }
}

#[track_caller]
fn tense(text: &str, word: &str) -> Tense {
    on_line(text, |line| tense_at(line, (0..line.len()).find(|at| line.is(*at, &[word])).unwrap()))
}

#[test]
fn the_verb_before_a_word_tells_its_time_and_else_the_verb_after_it() {
    assert_eq!(tense("They met on Monday.", "Monday"), Tense::Past);
    assert_eq!(tense("They will meet on Monday.", "Monday"), Tense::Future);
    assert_eq!(tense("On Monday they met.", "Monday"), Tense::Past);
    assert_eq!(tense("On Monday they will meet.", "Monday"), Tense::Future);
    assert_eq!(tense("Talks on Monday.", "Monday"), Tense::Open);
    assert_eq!(tense("He said the talks on Monday matter.", "Monday"), Tense::Open);
    assert_eq!(tense("They agreed to meet on Monday.", "Monday"), Tense::Future);
    assert_eq!(tense("They are set to talk on Monday.", "Monday"), Tense::Future);
    assert_eq!(tense("A house next to the talks on Monday.", "Monday"), Tense::Open);
}

#[test]
fn a_participle_after_be_leaves_the_time_to_the_words_before_it() {
    assert_eq!(tense("A vote is to be held on Monday.", "Monday"), Tense::Future);
    assert_eq!(tense("The deal will be signed on Monday.", "Monday"), Tense::Future);
    assert_eq!(tense("The deal will be formally signed on Monday.", "Monday"), Tense::Future);
    assert_eq!(tense("A vote was held on Monday.", "Monday"), Tense::Past);
    assert_eq!(tense("A vote has been held on Monday.", "Monday"), Tense::Past);
}

fn published(article: &Article) -> Option<Published> {
    read(article).published
}

fn with_kind(mut article: Article, number: usize, kind: BlockKind) -> Article {
    article.blocks[number].kind = kind;
    article
}

#[test]
fn a_record_tells_its_day_and_a_dateline_in_full_does() {
    let article = dated("They met on June 3, 2017.", TODAY, DateSource::Metadata);
    let told = published(&article).unwrap();
    assert_eq!((told.best, told.from, told.is_certain()), (TODAY, DateSource::Metadata, true));

    let article = with_dateline("OSLO, May 14, 2019 –", "OSLO", "They met on Monday.");
    let told = published(&article).unwrap();
    assert_eq!((told.best, told.from), (date(2019, 5, 14), DateSource::Dateline));
    assert!(told.reasons[0].says.contains("May 14, 2019"), "{:?}", told.reasons);
}

#[test]
fn a_dateline_without_a_year_is_settled_by_the_terms_of_office() {
    // Of their terms only one April is the same.
    let rest = "President Barack Obama met Prime Minister Taro Aso.";
    let told = published(&with_dateline("LONDON, April 22 –", "LONDON", rest)).unwrap();
    assert_eq!((told.best, told.from), (date(2009, 4, 22), DateSource::Dateline));
}

#[test]
fn a_dateline_without_a_year_is_settled_by_weekdays_and_stated_years() {
    // May 14, 2018 was a Monday.
    let rest = "They met on Monday. They had met in March 2017.";
    let told = published(&with_dateline("OSLO, May 14 –", "OSLO", rest)).unwrap();
    assert_eq!((told.best, told.from), (date(2018, 5, 14), DateSource::Dateline));
    // Of the stated year and the next ones, the stated year is the likeliest.
    let told = published(&with_dateline("OSLO, May 14 –", "OSLO", "They had met in March 2017.")).unwrap();
    assert_eq!(told.best, date(2017, 5, 14));
}

#[test]
fn a_dateline_without_a_year_is_settled_by_what_is_planned_for_a_month_of_a_stated_year() {
    let on = |rest| published(&with_dateline("OSLO, May 14 –", "OSLO", rest)).map(|told| told.best);
    assert_eq!(on("They will meet again in November 2018."), Some(date(2018, 5, 14)));
    assert_eq!(on("The next round will be held in early February 2018."), Some(date(2017, 5, 14)));
    // A bare year ahead is that of a programme, not of the next meeting.
    assert_eq!(on("The bridge will be finished by 2040."), None);
}

#[test]
fn a_dateline_that_fits_every_year_settles_nothing() {
    assert_eq!(published(&with_dateline("OSLO, May 14 –", "OSLO", "They met.")), None);
}

#[test]
fn a_page_header_is_believed_and_a_footer_only_where_it_is_nothing_but_a_day() {
    let text = "May 14, 2019 - home - print\nThey met in the hall.\nThe hall was full of guests that evening.\n";
    let told = published(&with_kind(story(text), 0, BlockKind::Chrome)).unwrap();
    assert_eq!((told.best, told.from), (date(2019, 5, 14), DateSource::Text));
    let foot = |line: &str| {
        let text = format!("They met in the hall.\nThe hall was full of guests that evening.\nNo more.\n{line}\n");
        published(&with_kind(story(&text), 3, BlockKind::Chrome)).map(|told| told.best)
    };
    assert_eq!(foot("Printed in the Courier's house on May 14, 2019"), None);
    assert_eq!(foot("14.05.2019"), Some(date(2019, 5, 14)));
    assert_eq!(foot("Posted May 14, 2019"), Some(date(2019, 5, 14)));
    assert_eq!(foot("First published on Tuesday, 14 May 2019"), Some(date(2019, 5, 14)));
    assert_eq!(foot("Modified May 14, 2019"), None);
}

#[test]
fn a_caption_dates_the_story_to_its_day_or_the_next() {
    let text = "Guests in the hall, May 14, 2019.\nThey met in the hall on Tuesday.\n";
    let told = published(&with_kind(story(text), 0, BlockKind::Caption)).unwrap();
    assert_eq!((told.interval.to_string().as_str(), told.from), ("2019-05-14..2019-05-15", DateSource::Text));
    // An archive picture does not, where the story speaks of a later year.
    let text = "Guests in the hall, May 14, 2012.\nThey had met in 2018.\n";
    assert_eq!(published(&with_kind(story(text), 0, BlockKind::Caption)), None);
}

#[test]
fn a_full_date_in_the_opening_dates_the_story_unless_it_is_to_come() {
    let told = published(&story("They met on May 14, 2019, in the hall.")).unwrap();
    assert_eq!((told.interval.from, told.from, told.is_certain()), (date(2019, 5, 14), DateSource::Text, false));
    assert_eq!(published(&story("They will meet on May 14, 2019, in the hall.")), None);
}

#[test]
fn without_any_evidence_the_day_stays_unknown_and_relative_dates_have_no_value() {
    let annotations = read(&story("They met on Monday in the hall."));
    assert_eq!((annotations.published, annotations.dates), (None, Vec::new()));
}

#[test]
fn an_address_is_stronger_than_a_file_name_and_both_are_weaker_than_a_dateline() {
    use crate::article::StatedDate;
    let mut article = dated("They met.", date(2019, 5, 13), DateSource::File);
    assert_eq!(published(&article).unwrap().from, DateSource::File);
    article.stated_dates.push(StatedDate { date: date(2019, 5, 14), from: DateSource::Url });
    assert_eq!(published(&article).unwrap().best, date(2019, 5, 14));
    let full = with_dateline("OSLO, May 12, 2019 –", "OSLO", "They met.");
    let article = Article { stated_dates: article.stated_dates, ..full };
    assert_eq!(published(&article).unwrap().from, DateSource::Dateline);
}

#[test]
fn a_neighbours_day_is_kept_between_what_has_been_and_what_is_to_come() {
    let article = story("They met on May 13. They will meet again on May 20.");
    let told = annotate(&article, Facts::shipped(), Some(date(2019, 5, 15))).published.unwrap();
    assert_eq!((told.best, told.from), (date(2019, 5, 15), DateSource::Links));
    assert_eq!(told.interval.to_string(), "2019-05-13..2019-05-20");
}

#[test]
fn what_a_story_tells_as_past_moves_it_further_from_a_neighbour_than_two_weeks() {
    let article = story("They talked on Saturday. She had seen him in Oslo on June 12.");
    let told = annotate(&article, Facts::shipped(), Some(date(2019, 5, 15))).published.unwrap();
    assert_eq!(told.best, date(2019, 6, 15));
}

#[test]
fn a_neighbours_day_before_a_term_of_office_is_none_of_a_story_that_names_the_office() {
    let article = story("French President Nicolas Sarkozy arrived on Wednesday.");
    let on = |day| annotate(&article, Facts::shipped(), Some(day)).published.map(|told| told.best);
    assert_eq!(on(date(2004, 4, 28)), None);
    assert_eq!(on(date(2008, 4, 30)), Some(date(2008, 4, 30)));
}

#[test]
fn a_neighbours_day_chooses_among_the_days_that_the_dateline_allows() {
    let article = with_dateline("OSLO, May 14 –", "OSLO", "They met on Monday.");
    let told = annotate(&article, Facts::shipped(), Some(date(2018, 5, 2)));
    assert!(told.possible_days.len() > 3);
    assert_eq!(told.published.map(|told| (told.best, told.from)), Some((date(2018, 5, 14), DateSource::Links)));
}

#[test]
fn the_foot_of_a_cutting_and_the_weekday_beside_its_date_tell_the_year_with_a_neighbour() {
    let text = "They met in the hall.\nThe hall was full of guests that evening.\nThe Ostland Courier, Monday May 14\n";
    let article = with_kind(story(text), 2, BlockKind::Dateline);
    let told = annotate(&article, Facts::shipped(), Some(date(2018, 4, 20)));
    assert!(told.possible_days.iter().all(|day| day.weekday() == jiff::civil::Weekday::Monday));
    assert_eq!(told.published.map(|told| told.best), Some(date(2018, 5, 14)));
}

#[test]
fn a_header_that_names_only_the_month_leaves_the_day_open() {
    let text = "Ostland Monthly, May 2018\nThey met in the hall.\n";
    let told = published(&with_kind(story(text), 0, BlockKind::Dateline)).unwrap();
    assert_eq!(told.interval.to_string(), "2018-05-01..2018-05-31");
    assert!(told.confidence < 0.1 && !told.is_certain());
}

#[test]
fn a_block_of_another_kind_is_no_evidence() {
    let mut article = story("They met.\nSee also: Talks of May 14, 2019");
    article.blocks = vec![
        Block { kind: BlockKind::Paragraph, span: Span::new(0, 9) },
        Block { kind: BlockKind::Headlines, span: Span::new(10, article.text.len()) },
    ];
    assert_eq!(published(&article), None);
}
