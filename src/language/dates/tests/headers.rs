//! What headers and feet of pages say of a story's day in forms of their own.

use super::*;

/// The day of a story below such a header.
fn under(header: &str) -> Option<Date> {
    let text = format!("{header}\nThey met in the hall.\nThe hall was full of guests that evening.\n");
    published(&with_kind(story(&text), 0, BlockKind::Dateline)).map(|told| told.best)
}

/// The day of a story above such a line.
fn above(foot: &str) -> Option<Date> {
    let text = format!("They met in the hall.\nThe hall was full of guests that evening.\nNo more.\n{foot}\n");
    published(&with_kind(story(&text), 3, BlockKind::Chrome)).map(|told| told.best)
}

#[test]
fn the_number_of_an_issue_is_no_day_and_its_year_is_the_storys() {
    assert_eq!(under("Harbour News, No. 5, 17 March 2011"), Some(date(2011, 3, 17)));
    assert_eq!(under("Letter No. 12/2016, 9 June"), Some(date(2016, 6, 9)));
    assert_eq!(under("Week of 3-9 May 2010 | issued 10 May"), Some(date(2010, 5, 10)));
    // A fraction is no year.
    assert_eq!(under("Letter No. 12/40, 9 June"), None);
}

#[test]
fn broadcasts_and_offices_write_their_years_in_their_own_ways() {
    assert_eq!(under("Kolm home service 0630 GMT 2 October 71"), Some(date(1971, 10, 2)));
    assert_eq!(under("Press note 19 / 02 / 2008"), Some(date(2008, 2, 19)));
    assert_eq!(under("KOLM, April 3 Juche 101 (2012)"), Some(date(2012, 4, 3)));
    // Day and month of the one cannot be told apart, and the other counts people.
    assert_eq!(under("Press note 05 / 06 / 2008"), None);
    assert_eq!(above("On 2 October 71 people came"), None);
}

#[test]
fn a_communique_is_dated_by_the_town_and_day_below_it() {
    assert_eq!(above("Kolm, 21 June 2013"), Some(date(2013, 6, 21)));
    assert_eq!(above("Done at Rio de Janeiro, 3 May 1990"), Some(date(1990, 5, 3)));
    assert_eq!(above("Kolm is to host it again, 21 June 2013"), None);
}
