//! Stories whose dateline leaves the year open, and stories that look back.

use super::*;

#[test]
fn a_story_of_any_february_tells_of_no_meeting_in_september() {
    let february =
        "ESSEN, February 9 /Harbour Wire/. Lena Brandstetter spoke by phone with Oskar Wielandt on Tuesday.\n";
    let september = "Lena Brandstetter spoke by phone with Oskar Wielandt on Tuesday.";
    let mut stories = vec![file("a.txt", february), dated("b.txt", "Wednesday, September 12, 2018", september)];
    let connections = connect(&mut stories, Facts::shipped());
    assert_eq!(clusters(&connections).len(), 2, "{:#?}", explain(&stories, &connections, 0, 1));
}

#[test]
fn a_story_of_any_march_tells_of_the_meeting_in_the_march_that_another_story_tells() {
    let march = "ESSEN, March 14 /Harbour Wire/. Lena Brandstetter held a meeting with Oskar Wielandt on Tuesday.\n";
    let told = "Lena Brandstetter met Oskar Wielandt in Essen on Tuesday.";
    let mut stories = vec![file("a.txt", march), dated("b.txt", WEDNESDAY, told)];
    let connections = connect(&mut stories, Facts::shipped());
    assert_eq!(clusters(&connections), [[0, 1]], "{:#?}", explain(&stories, &connections, 0, 1));
    let published = stories[0].annotations.published.as_ref().unwrap();
    assert_eq!(published.best.to_string(), "2018-03-14");
}

#[test]
fn a_story_that_looks_back_tells_of_the_meeting_of_months_ago() {
    let spring = "Lena Brandstetter, Oskar Wielandt and Mirko Talvik met in Sopot on Tuesday.";
    let autumn = "Not so in spring. Then Lena Brandstetter, Oskar Wielandt and Mirko Talvik had met in Sopot.";
    let mut autumn = dated("b.txt", "Friday, September 14, 2018", autumn);
    autumn.meetings[0].when = None;
    let mut stories = vec![dated("a.txt", WEDNESDAY, spring), autumn];
    let connections = connect(&mut stories, Facts::shipped());
    assert_eq!(clusters(&connections), [[0, 1]], "{:#?}", explain(&stories, &connections, 0, 1));
}

#[test]
fn a_handshake_that_the_next_sentence_puts_on_a_screen_is_the_call() {
    are_one(&[
        (
            THURSDAY,
            "Lena Brandstetter met Oskar Wielandt on Wednesday. Nobody travelled: the meeting was held by video link.",
        ),
        (WEDNESDAY, "Oskar Wielandt held a video conference with Lena Brandstetter on Wednesday."),
    ]);
}
