//! Date expressions of many kinds, each in a sentence of a story of Wednesday, 15 May 2019.

use super::{TODAY, says, says_no_date};
use crate::language::fixture::days;

#[track_caller]
fn say(text: &str, told: &[&str]) {
    assert_eq!(days(text, TODAY), told, "{text}");
}

#[test]
fn lists_of_days_share_their_month_and_year() {
    say("They met on March 12, 14 and 16.", &["March 12 = 2019-03-12", "14 = 2019-03-14", "16 = 2019-03-16"]);
    say("They met on 3, 5 and 9 April 2018.", &["3 = 2018-04-03", "5 = 2018-04-05", "9 April 2018 = 2018-04-09"]);
    say("They met on March 12 and 19, 2018.", &["March 12 = 2018-03-12", "19, 2018 = 2018-03-19"]);
    say(
        "They met on March 3, April 4 and May 5, 2018.",
        &["March 3 = 2018-03-03", "April 4 = 2018-04-04", "May 5, 2018 = 2018-05-05"],
    );
    say("They met on March 3, 2018, and April 4.", &["March 3, 2018 = 2018-03-03", "April 4 = 2018-04-04"]);
    say(
        "They met in March and April 2018.",
        &["March = 2018-03-01..2018-03-31", "April 2018 = 2018-04-01..2018-04-30"],
    );
}

#[test]
fn days_that_follow_each_other_are_one_range() {
    says("They met on March 11 and 12, 2018.", "March 11 and 12, 2018 = 2018-03-11..2018-03-12");
    says("They met on 11 and 12 March.", "11 and 12 March = 2019-03-11..2019-03-12");
}

#[test]
fn a_number_that_counts_people_is_no_further_day() {
    says("On March 1 and 12 people came.", "March 1 = 2019-03-01");
    says("On March 12, 15 guests left early.", "March 12 = 2019-03-12");
}

#[test]
fn ranges_are_joined_in_many_ways() {
    says("Talks were held from 3 May until 5 May 2018.", "3 May until 5 May 2018 = 2018-05-03..2018-05-05");
    says("Talks were held between 3 and 9 April.", "3 and 9 April = 2019-04-03..2019-04-09");
    says("Talks were held between April 3 and 9.", "April 3 and 9 = 2019-04-03..2019-04-09");
    says("Talks were held between April 28 and May 2.", "April 28 and May 2 = 2019-04-28..2019-05-02");
    says("Talks were held on January 9 to 11, 2018.", "January 9 to 11, 2018 = 2018-01-09..2018-01-11");
    says("Talks were held from the 3rd to the 5th of April.", "3rd to the 5th of April = 2019-04-03..2019-04-05");
    says("Talks were held on October 11/12, 2018.", "October 11/12, 2018 = 2018-10-11..2018-10-12");
    says("Talks were held Monday to Wednesday.", "Monday to Wednesday = 2019-05-13..2019-05-15");
    says("Talks were held Monday-Tuesday.", "Monday-Tuesday = 2019-05-13..2019-05-14");
    says("Talks will be held Monday through Thursday.", "Monday through Thursday = 2019-05-20..2019-05-23");
}

#[test]
fn a_long_stretch_tells_of_its_two_ends() {
    say(
        "The show runs from January 20 through March 9, 2018.",
        &["January 20 = 2018-01-20", "March 9, 2018 = 2018-03-09"],
    );
}

#[test]
fn days_and_months_of_another_year() {
    says("They met on August 4 last year.", "August 4 last year = 2018-08-04");
    says("They met on 4 August of last year.", "4 August of last year = 2018-08-04");
    says("They met in January of last year.", "January of last year = 2018-01-01..2018-01-31");
    says("They met in August last year.", "August last year = 2018-08-01..2018-08-31");
    says("They met in January this year.", "January this year = 2019-01-01..2019-01-31");
    says("They will meet in March next year.", "March next year = 2020-03-01..2020-03-31");
    says("They met last September.", "last September = 2018-09-01..2018-09-30");
    says("They met on October 19 [2017] here.", "October 19 [2017] = 2017-10-19");
}

#[test]
fn parts_of_a_month_or_year() {
    says("They met in late September 2018.", "late September 2018 = 2018-09-15..2018-09-30");
    says("They met in early April.", "early April = 2019-04-01..2019-04-15");
    says("They met in mid-April.", "mid-April = 2019-04-10..2019-04-20");
    says("They met at the end of April.", "the end of April = 2019-04-21..2019-04-30");
    says("They met at the beginning of April.", "the beginning of April = 2019-04-01..2019-04-10");
    says("They met in the middle of April.", "the middle of April = 2019-04-10..2019-04-20");
    says("They met in early 2018.", "early 2018 = 2018-01-01..2018-04-30");
    says("They met in late 2018.", "late 2018 = 2018-09-01..2018-12-31");
    says("They met in mid-2018.", "mid-2018 = 2018-05-01..2018-08-31");
    says("They met late last year.", "late last year = 2018-09-01..2018-12-31");
    says("They will meet early next month.", "early next month = 2019-06-01..2019-06-15");
    says("They will finish by the end of the year.", "the end of the year = 2019-12-01..2019-12-31");
    says("They will finish in the end of the month.", "the end of the month = 2019-05-22..2019-05-31");
    says("Sales fell in the first half of 2018.", "first half of 2018 = 2018-01-01..2018-06-30");
    says("Sales fell in the second half of last year.", "second half of last year = 2018-07-01..2018-12-31");
}

#[test]
fn parts_of_decades_and_centuries() {
    says("It began in the early 1990s.", "the early 1990s = 1990-01-01..1993-12-31");
    says("It began in the late 1980s.", "the late 1980s = 1987-01-01..1989-12-31");
    says("It began in the mid-1970s.", "mid-1970s = 1974-01-01..1976-12-31");
    says("It began in the 1800s.", "1800s = 1800-01-01..1899-12-31");
    says("It began in the past century.", "past century = 1900-01-01..1999-12-31");
    says("It was so from 1976-1983 here.", "1976-1983 = 1976-01-01..1983-12-31");
    say("It was so from 2004 to 2007.", &["2004 = 2004-01-01..2004-12-31", "2007 = 2007-01-01..2007-12-31"]);
}

#[test]
fn seasons_and_quarters() {
    says("They met in the summer of 2018.", "in the summer of 2018 = 2018-06-01..2018-08-31");
    says("They met last winter.", "last winter = 2018-12-01..2019-02-28");
    says("They met last summer.", "last summer = 2018-06-01..2018-08-31");
    says("They will meet this autumn.", "this autumn = 2019-09-01..2019-11-30");
    says("Sales fell in Q3 2018.", "Q3 2018 = 2018-07-01..2018-09-30");
    says_no_date("It was the spring of his life.");
    says_no_date("They will fall.");
}

#[test]
fn what_is_arranged_for_a_day_is_ahead() {
    says("The hall has been booked for Friday.", "Friday = 2019-05-17");
    says("The postponed talks are now set for Monday.", "Monday = 2019-05-20");
    says("They waited for Friday.", "Friday = 2019-05-10");
    says("The tents were hired for Friday's ball, which nobody forgot.", "Friday = 2019-05-10");
}

#[test]
fn weekdays_are_counted_in_their_month() {
    says("They met on the second Saturday of January.", "Saturday of January = 2019-01-12");
    says("They will meet on the third Tuesday in June.", "Tuesday in June = 2019-06-18");
    says("They met on the last Sunday of March 2018.", "last Sunday of March 2018 = 2018-03-25");
    says("They met on the second Monday of last month.", "Monday of last month = 2019-04-08");
    says("They met on the last Friday in Oslo.", "last Friday = 2019-05-10");
    says("The club sits on the first Friday of the month.", "Friday = 2019-05-17");
    says_no_date("They met on the fifth Monday of February 2018.");
}

#[test]
fn weekdays_of_another_week() {
    says("They met on Tuesday of last week.", "Tuesday of last week = 2019-05-07");
    says("They met on Friday last week.", "Friday last week = 2019-05-10");
    says("They will meet on Monday next week.", "Monday next week = 2019-05-20");
    says_no_date("They meet every second Tuesday.");
}

#[test]
fn parts_of_a_day_belong_to_the_day() {
    says("They met on Tuesday afternoon.", "Tuesday = 2019-05-14");
    says("They met late on Monday.", "Monday = 2019-05-13");
    says("They met last night.", "last night = 2019-05-14");
    says("They met earlier today.", "today = 2019-05-15");
    says("They met this morning.", "this morning = 2019-05-15");
    says("They met an hour ago.", "an hour ago = 2019-05-15");
    says("They met a couple of days ago.", "a couple of days ago = 2019-05-13");
    says("They met a fortnight ago.", "a fortnight ago = 2019-04-29..2019-05-05");
    says("They met two decades ago.", "two decades ago = 1999-01-01..1999-12-31");
    says("They will meet in three days’ time.", "in three days’ time = 2019-05-18");
    says("They will meet two weeks from now.", "two weeks from now = 2019-05-27..2019-06-02");
}

#[test]
fn what_counts_from_a_day_that_was_told_does_so() {
    say("They met on May 2. The next day they flew home.", &["May 2 = 2019-05-02", "The next day = 2019-05-03"]);
    say("They met on May 2. A day earlier they had talked.", &["May 2 = 2019-05-02", "A day earlier = 2019-05-01"]);
    say("They met on May 2 and signed a deal the same day.", &["May 2 = 2019-05-02", "the same day = 2019-05-02"]);
    say("They met on May 2. Two days later they met again.", &["May 2 = 2019-05-02", "Two days later = 2019-05-04"]);
    say("They met on May 2. They left that night.", &["May 2 = 2019-05-02", "that night = 2019-05-02"]);
    say(
        "They met on May 2, 2018. The day before, they had talked.",
        &["May 2, 2018 = 2018-05-02", "The day before = 2018-05-01"],
    );
    say(
        "They met on May 2, 2018. The following month they met again.",
        &["May 2, 2018 = 2018-05-02", "The following month = 2018-06-01..2018-06-30"],
    );
    says("They had talked a day earlier.", "a day earlier = 2019-05-14");
    says_no_date("The next day they flew home.");
    says_no_date("They met ten days before the vote.");
    says_no_date("They met the day before the vote.");
}

#[test]
fn a_quotation_counts_from_the_day_on_which_it_was_spoken() {
    say("“We will fly tomorrow,” he said on Monday.", &["tomorrow = 2019-05-14", "Monday = 2019-05-13"]);
    say("On May 2 he told guests: “We came yesterday.”", &["May 2 = 2019-05-02", "yesterday = 2019-05-01"]);
    say("“We will fly tomorrow,” he said.", &["tomorrow = 2019-05-16"]);
}

#[test]
fn the_day_of_what_was_said_is_past_whatever_was_said() {
    says("The ministry said on Friday that they will meet.", "Friday = 2019-05-10");
    says("On Friday, the ministry said that they will meet.", "Friday = 2019-05-10");
    says("The ministry on Friday said that they will meet.", "Friday = 2019-05-10");
    says("He told reporters in Oslo late on Friday that they will meet.", "Friday = 2019-05-10");
    says("They will meet on Friday, the ministry said.", "Friday = 2019-05-17");
}

#[test]
fn a_timetable_in_the_present_tense_lies_ahead() {
    says("The committee meets on Friday.", "Friday = 2019-05-17");
    says("The session ends on Friday.", "Friday = 2019-05-17");
    says("The rocket launches on June 28.", "June 28 = 2019-06-28");
    says("He is to lunch on Friday with the king.", "Friday = 2019-05-17");
}

#[test]
fn numbers_are_dates_in_their_usual_forms() {
    says("It is dated 13.11.2017 here.", "13.11.2017 = 2017-11-13");
    says("It is dated 13.11.17 here.", "13.11.17 = 2017-11-13");
    says("It is dated 11/13/2017 here.", "11/13/2017 = 2017-11-13");
    says("It was filed at 1409 230992 GMT.", "230992 = 1992-09-23");
    says("Since 9/11 all is new.", "9/11 = 2001-09-11");
    says("The September 11 attacks came first.", "September 11 = 2001-09-11");
    say("They came on 05/06/2018 and left on 25/06/2018.", &["05/06/2018 = 2018-06-05", "25/06/2018 = 2018-06-25"]);
    says_no_date("Version 13.11.17 is out.");
    says_no_date("It has 230992 parts.");
    says_no_date("The start is at 1900 GMT.");
    says_no_date("It is a 2000 mile walk.");
}

#[test]
fn numbers_of_days_alone_are_days_of_this_month() {
    says("They met on the 12th.", "12th = 2019-05-12");
    says("They met on the 20th.", "20th = 2019-04-20");
    says("They will meet on the 5th of next month.", "5th of next month = 2019-06-05");
    says_no_date("They met on the 9th floor.");
    says_no_date("They met on the 12th round of talks.");
}

#[test]
fn named_days() {
    says("They met on Christmas Eve 2018.", "Christmas Eve 2018 = 2018-12-24");
    says("They met on New Year’s Day.", "New Year’s Day = 2019-01-01");
    says_no_date("A new year has begun.");
}

#[test]
fn a_year_behind_the_name_of_an_edition() {
    says("It was shown at the Ostland Biennale 2018, too.", "2018 = 2018-01-01..2018-12-31");
    says("It was said in a 2018 interview.", "2018 = 2018-01-01..2018-12-31");
    says_no_date("It was on Flight 1988, too.");
}

#[test]
fn years_behind_of_and_numbers_beyond_twelve() {
    says("They met on Christmas Day of 2015.", "Christmas Day of 2015 = 2015-12-25");
    says("They met on Thursday 24 of September of 2015.", "24 of September of 2015 = 2015-09-24");
    says("They met sixteen years ago.", "sixteen years ago = 2003-01-01..2003-12-31");
    says("They will meet on May 20 and 21 whether it rains or not.", "May 20 and 21 = 2019-05-20..2019-05-21");
}

#[test]
fn a_day_of_several_is_counted_from_their_first() {
    say(
        "They met on 6 and 7 May. On the second day, they signed.",
        &["6 and 7 May = 2019-05-06..2019-05-07", "the second day = 2019-05-07"],
    );
    say(
        "They met from May 6 to May 9. On its last day, they signed.",
        &["May 6 to May 9 = 2019-05-06..2019-05-09", "its last day = 2019-05-09"],
    );
    says_no_date("On its second day it rained.");
}

#[test]
fn who_writes_days_first_in_words_does_so_in_figures() {
    say("They came on 05/06/2018 and left on 9 July 2018.", &["05/06/2018 = 2018-06-05", "9 July 2018 = 2018-07-09"]);
    say("They came on 05/06/2018 and left on July 9, 2018.", &["05/06/2018 = 2018-05-06", "July 9, 2018 = 2018-07-09"]);
}
