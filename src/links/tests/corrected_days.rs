//! A reader's day of a meeting, against the days that the stories tell.

use super::{MONDAY, THURSDAY, WEDNESDAY, clusters, dated};
use crate::language::{Facts, Interval};
use crate::links::{Connections, MeetingCorrection, Quote, connect_corrected, explain, standing};
use crate::meetings::Story;

const MET: &str = "Angela Merkel met Emmanuel Macron in Berlin on Tuesday.";
const ALSO_MET: &str = "French President Emmanuel Macron and Angela Merkel met in Berlin on Tuesday.";
const LATER: &str = "Emmanuel Macron met Angela Merkel in Berlin on March 2.";
const IN_PASSING: &str = "Angela Merkel still hums the tune that she and Emmanuel Macron heard in Berlin on Tuesday.";

const REPORT: &str = "Angela Merkel met Emmanuel Macron in Salzburg on Monday.";
const THERE: &str = "Angela Merkel still praises the trout that she and Emmanuel Macron ate in Salzburg.";

const LONG_AFTER: Interval = Interval::day(jiff::civil::date(2019, 5, 2));
const RIGHT: Interval = Interval::day(jiff::civil::date(2018, 3, 2));
const FARTHER: Interval = Interval::day(jiff::civil::date(2018, 2, 9));

fn quote(story: usize, words: &str) -> Quote {
    Quote { story: format!("{story}.txt"), words: words.to_owned(), occurrence: 1, who: Vec::new(), in_passing: false }
}

fn on(story: usize, words: &str, on: Interval) -> MeetingCorrection {
    MeetingCorrection::Day { telling: quote(story, words), others: Vec::new(), on }
}

fn corrected(told: &[(&str, &str)], corrections: &[MeetingCorrection]) -> (Vec<Story>, Connections) {
    let mut stories: Vec<Story> =
        told.iter().enumerate().map(|(number, (day, body))| dated(&format!("{number}.txt"), day, body)).collect();
    let connections = connect_corrected(&mut stories, Facts::shipped(), corrections);
    (stories, connections)
}

/// The days of each meeting, and of each telling of it.
fn days(stories: &[Story], connections: &Connections) -> Vec<(Option<Interval>, Vec<Option<Interval>>)> {
    let told = |at: &crate::links::MentionRef| stories[at.story].meetings[at.mention].when.map(|when| when.interval);
    let of = |meeting: &crate::links::Meeting| {
        (meeting.when.map(|when| when.interval), meeting.mentions.iter().map(told).collect())
    };
    connections.meetings.iter().map(of).collect()
}

#[test]
fn a_corrected_day_is_that_of_the_meeting_whichever_story_it_was_seen_in() {
    let told = [(WEDNESDAY, MET), (THURSDAY, ALSO_MET), (WEDNESDAY, MET)];
    let (_, before) = corrected(&told, &[]);
    assert_eq!(clusters(&before), [[0, 1, 2]]);
    for (story, words) in [(0, MET), (1, ALSO_MET), (2, "Merkel met Emmanuel")] {
        for day in [RIGHT, Interval { from: RIGHT.from, to: jiff::civil::date(2018, 3, 4) }] {
            let (stories, after) = corrected(&told, &[on(story, words, day)]);
            assert_eq!(clusters(&after), [[0, 1, 2]], "it is not torn in two");
            assert_eq!(days(&stories, &after), [(Some(day), vec![Some(day); 3])]);
            let tiers = |connections: &Connections| connections.links.iter().map(|link| link.tier).collect::<Vec<_>>();
            assert_eq!(tiers(&after), tiers(&before), "no link is lost, none is less sure");
        }
    }
}

#[test]
fn a_corrected_day_is_told_as_one_among_the_reasons() {
    let told = [(WEDNESDAY, MET), (THURSDAY, ALSO_MET), (MONDAY, LATER)];
    let (stories, connections) = corrected(&told, &[on(0, MET, RIGHT)]);
    let says = |a, b| {
        let reasons = explain(&stories, &connections, a, b).reasons;
        reasons.into_iter().find(|reason| reason.feature == "day").map(|reason| reason.says)
    };
    assert_eq!(says(0, 1).as_deref(), Some("both on 2 Mar 2018, as corrected"));
    let mixed = says(0, 2).unwrap();
    assert!(mixed.contains("2 Mar 2018, as corrected") && !mixed.contains("both say"), "{mixed}");
}

#[test]
fn a_story_that_comes_later_joins_a_corrected_meeting_with_the_wrong_day_and_with_the_right_one() {
    let entry = [on(0, MET, RIGHT)];
    let mut told = vec![(WEDNESDAY, MET)];
    for more in [(THURSDAY, ALSO_MET), (MONDAY, LATER), (WEDNESDAY, MET)] {
        told.push(more);
        let (stories, connections) = corrected(&told, &entry);
        assert_eq!(clusters(&connections), [(0..told.len()).collect::<Vec<_>>()]);
        assert_eq!(days(&stories, &connections)[0].0, Some(RIGHT));
    }
    // Without the correction they are two.
    assert_eq!(corrected(&told, &[]).1.meetings.len(), 2);
}

#[test]
fn what_another_meeting_tells_is_not_dated_with_a_corrected_one() {
    let others = "Angela Merkel met Theresa May in Berlin on Tuesday.";
    let told = [(WEDNESDAY, MET), (THURSDAY, ALSO_MET), (WEDNESDAY, others)];
    let (stories, connections) = corrected(&told, &[on(0, MET, RIGHT)]);
    let day = stories[2].meetings[0].when.map(|when| when.interval);
    assert_eq!(day, Some(Interval::day(jiff::civil::date(2018, 3, 13))));
    assert_eq!(connections.meetings.len(), 2);
    // Nor is what a correction says to be another meeting.
    let apart = MeetingCorrection::Apart { telling: quote(1, ALSO_MET), others: vec![quote(0, MET)] };
    for entries in [[apart.clone(), on(0, MET, RIGHT)], [on(0, MET, RIGHT), apart]] {
        let (stories, connections) = corrected(&told, &entries);
        assert_eq!(connections.meetings.len(), 3);
        assert_ne!(stories[1].meetings[0].when.map(|when| when.interval), Some(RIGHT));
    }
}

#[test]
fn what_a_correction_joins_with_a_meeting_is_on_its_corrected_day() {
    let others = "Angela Merkel met Theresa May in Paris on Monday.";
    let told = [(WEDNESDAY, MET), (WEDNESDAY, others)];
    let same = MeetingCorrection::Same(vec![quote(0, MET), quote(1, others)]);
    for entries in [[same.clone(), on(0, MET, RIGHT)], [on(0, MET, RIGHT), same]] {
        let (stories, connections) = corrected(&told, &entries);
        assert_eq!(days(&stories, &connections), [(Some(RIGHT), vec![Some(RIGHT); 2])]);
    }
}

#[test]
fn of_two_days_of_one_meeting_the_later_correction_counts_for_all_that_tell_of_it() {
    let told = [(WEDNESDAY, MET), (THURSDAY, ALSO_MET)];
    let entries = [on(0, MET, FARTHER), on(1, ALSO_MET, RIGHT)];
    let (stories, connections) = corrected(&told, &entries);
    assert_eq!(days(&stories, &connections), [(Some(RIGHT), vec![Some(RIGHT); 2])]);
    let overruled: Vec<_> = standing(&stories, &entries).into_iter().map(|one| one.overruled).collect();
    assert_eq!(overruled, [Some(1), None]);
    let (stories, connections) = corrected(&told, &entries[..1]);
    assert_eq!(days(&stories, &connections), [(Some(FARTHER), vec![Some(FARTHER); 2])]);
}

#[test]
fn a_meeting_that_only_a_corrected_day_joined_stays_one_on_another_corrected_day() {
    let told = [(WEDNESDAY, MET), (MONDAY, LATER)];
    let first = on(0, MET, RIGHT);
    assert_eq!(corrected(&told, std::slice::from_ref(&first)).1.meetings.len(), 1);
    let second = MeetingCorrection::Day { telling: quote(1, LATER), others: vec![quote(0, MET)], on: FARTHER };
    let entries = [first, second];
    let (stories, connections) = corrected(&told, &entries);
    assert_eq!(days(&stories, &connections), [(Some(FARTHER), vec![Some(FARTHER); 2])]);
    assert_eq!(standing(&stories, &entries)[0].overruled, Some(1));
    // Whoever says afterwards that they are two meetings leaves the day to that which was named first.
    let apart = MeetingCorrection::Apart { telling: quote(0, MET), others: vec![quote(1, LATER)] };
    let (stories, connections) = corrected(&told, &[entries[1].clone(), apart]);
    assert_eq!(connections.meetings.len(), 2);
    assert_eq!(stories[1].meetings[0].when.map(|when| when.interval), Some(FARTHER));
    assert_ne!(stories[0].meetings[0].when.map(|when| when.interval), Some(FARTHER));
}

#[test]
fn a_day_holds_as_long_as_any_telling_that_it_names_is_there() {
    let entry = MeetingCorrection::Day { telling: quote(7, MET), others: vec![quote(0, MET)], on: RIGHT };
    let (stories, connections) = corrected(&[(WEDNESDAY, MET)], std::slice::from_ref(&entry));
    assert_eq!(days(&stories, &connections), [(Some(RIGHT), vec![Some(RIGHT)])]);
    let found = &standing(&stories, &[entry])[0];
    assert_eq!((found.holds, found.gone.len()), (true, 1));
}

#[test]
fn what_is_told_in_passing_with_the_day_that_was_corrected_is_still_heard() {
    let told = [(WEDNESDAY, MET), (THURSDAY, ALSO_MET), (THURSDAY, IN_PASSING)];
    assert_eq!(clusters(&corrected(&told, &[]).1), [[0, 1, 2]]);
    let (stories, connections) = corrected(&told, &[on(0, MET, RIGHT)]);
    assert_eq!(clusters(&connections), [[0, 1, 2]]);
    assert_eq!(days(&stories, &connections), [(Some(RIGHT), vec![Some(RIGHT); 3])]);
    // Nor is it lost where it tells no day, and the reader's day is later than its story.
    let told = [(WEDNESDAY, REPORT), (THURSDAY, THERE)];
    assert_eq!(clusters(&corrected(&told, &[]).1), [[0, 1]]);
    for day in [RIGHT, LONG_AFTER] {
        assert_eq!(clusters(&corrected(&told, &[on(0, REPORT, day)]).1), [[0, 1]]);
    }
}

#[test]
fn who_tells_of_a_corrected_meeting_in_passing_stays_with_it_where_another_was_on_the_old_day() {
    let call = "Angela Merkel and Emmanuel Macron spoke by telephone on Tuesday.";
    let told = [(WEDNESDAY, MET), (THURSDAY, ALSO_MET), (WEDNESDAY, call), (THURSDAY, IN_PASSING)];
    let (_, before) = corrected(&told, &[]);
    assert_eq!(clusters(&before), [vec![0, 1, 3], vec![2]]);
    for day in [RIGHT, LONG_AFTER] {
        let (stories, after) = corrected(&told, &[on(0, MET, day)]);
        let mut found = clusters(&after);
        found.sort();
        assert_eq!(found, [vec![0, 1, 3], vec![2]]);
        assert!(days(&stories, &after).contains(&(Some(day), vec![Some(day); 3])), "{:?}", days(&stories, &after));
    }
}
