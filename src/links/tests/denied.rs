//! What a reader says is no meeting.

use super::{WEDNESDAY, clusters, dated};
use crate::language::{Facts, Interval};
use crate::links::{Connections, Gone, MeetingCorrection, MentionRef, Quote, connect_corrected, standing};
use crate::meetings::Story;

const MET: &str = "Angela Merkel met Emmanuel Macron in Berlin on Tuesday.";
const ALSO_MET: &str = "French President Emmanuel Macron and Angela Merkel met on Tuesday.";
const BOTH: &str =
    "Angela Merkel met Emmanuel Macron in Berlin on Tuesday. Theresa May met Mark Rutte in London on Monday.";

fn stories(told: &[&str]) -> Vec<Story> {
    told.iter().enumerate().map(|(number, body)| dated(&format!("{number}.txt"), WEDNESDAY, body)).collect()
}

fn quote(story: usize, words: &str) -> Quote {
    Quote { story: format!("{story}.txt"), words: words.to_owned(), occurrence: 1, who: Vec::new(), in_passing: false }
}

fn no_meeting(story: usize, words: &str) -> MeetingCorrection {
    MeetingCorrection::NoMeeting(vec![quote(story, words)])
}

fn corrected(told: &[&str], corrections: &[MeetingCorrection]) -> (Vec<Story>, Connections) {
    let mut stories = stories(told);
    let connections = connect_corrected(&mut stories, Facts::shipped(), corrections);
    (stories, connections)
}

#[test]
fn what_is_denied_is_no_meeting_and_what_the_story_tells_besides_stays() {
    let (stories, connections) = corrected(&[BOTH], &[no_meeting(0, MET)]);
    assert_eq!(connections.meetings.len(), 1);
    let who: Vec<&str> = connections.meetings[0].participants.iter().map(|who| who.name.as_str()).collect();
    assert_eq!(who, ["Theresa May", "Mark Rutte"]);
    assert_eq!((stories[0].meetings.len(), stories[0].denied.len()), (1, 1));
}

#[test]
fn what_one_story_tells_wrongly_stays_a_meeting_where_others_tell_it() {
    let told = [MET, ALSO_MET, MET];
    let (_, connections) = corrected(&told, &[no_meeting(0, MET)]);
    assert_eq!(clusters(&connections), [[1, 2]]);
}

#[test]
fn stories_that_are_joined_without_the_entry_tell_all_again() {
    let told = [BOTH, ALSO_MET];
    let (before, expected) = corrected(&told, &[]);
    let (mut stories, _) = corrected(&told, &[no_meeting(0, MET)]);
    assert_ne!(stories, before);
    assert_eq!(connect_corrected(&mut stories, Facts::shipped(), &[]), expected);
    assert_eq!(stories, before, "each telling stands where it stood");
}

#[test]
fn an_entry_applies_to_its_words_and_does_not_take_the_next_best_ones() {
    let entries = [no_meeting(0, MET)];
    let (stories, _) = corrected(&[BOTH], &entries);
    let found = &standing(&stories, &entries)[0];
    assert!(found.holds && found.gone.is_empty() && found.overruled.is_none());
    assert_eq!(
        found.denied.iter().map(|(story, words)| stories[*story].words(*words)).collect::<Vec<_>>(),
        [MET.trim_end_matches('.')]
    );
    // The story was mended meanwhile, and tells of no meeting in such words.
    let (stories, connections) = corrected(&["Theresa May met Mark Rutte in London on Monday."], &entries);
    let found = &standing(&stories, &entries)[0];
    assert_eq!((found.holds, found.gone.as_slice()), (false, &[Gone::Words("0.txt".into())][..]));
    assert_eq!(connections.meetings.len(), 1);
}

#[test]
fn of_what_is_denied_and_what_tells_of_it_as_a_meeting_the_later_one_counts() {
    let told = [MET, "Angela Merkel met Theresa May in Berlin on Tuesday."];
    let same = MeetingCorrection::Same(vec![quote(0, MET), quote(1, "Angela Merkel met Theresa May")]);
    let day = MeetingCorrection::Day {
        telling: quote(0, MET),
        others: Vec::new(),
        on: Interval::day(jiff::civil::date(2017, 11, 2)),
    };
    for other in [same, day] {
        let entries = [other.clone(), no_meeting(0, MET)];
        let (stories, connections) = corrected(&told, &entries);
        assert_eq!(clusters(&connections), [[1]], "{other:?}");
        let found = standing(&stories, &entries);
        assert_eq!((found[0].overruled, found[1].overruled), (Some(1), None), "{other:?}");
        let entries = [no_meeting(0, MET), other.clone()];
        let (stories, connections) = corrected(&told, &entries);
        assert!(
            connections.meetings.iter().any(|meeting| meeting.mentions.iter().any(|at| at.story == 0)),
            "{other:?}"
        );
        let found = standing(&stories, &entries);
        assert_eq!((found[0].overruled, found[1].overruled), (Some(1), None), "{other:?}");
    }
}

#[test]
fn what_is_told_in_passing_is_denied_too_and_not_heard_again_in_the_same_words() {
    // The second story tells of the meeting in words that alone would tell of none.
    let told = [
        "Angela Merkel met Emmanuel Macron in Salzburg on Monday.",
        "Angela Merkel still praises the trout that she and Emmanuel Macron ate in Salzburg on Monday.",
    ];
    let (stories, _) = corrected(&told, &[]);
    let echo = Quote::of(&stories, MentionRef { story: 1, mention: 0 }).unwrap();
    assert!(echo.in_passing);
    let entries = [MeetingCorrection::NoMeeting(vec![echo])];
    let (mut stories, connections) = corrected(&told, &entries);
    assert_eq!(clusters(&connections), [[0]]);
    assert!(standing(&stories, &entries)[0].holds);
    // What is joined twice is the same as what is joined once.
    assert_eq!(connect_corrected(&mut stories, Facts::shipped(), &entries), connections);
    let report = [no_meeting(0, told[0])];
    assert_eq!(corrected(&told, &report).1.meetings.len(), 0, "what echoes nothing is no meeting");
}
