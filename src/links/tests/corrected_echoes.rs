//! What a reader says of words that tell of a meeting only in passing.

use super::{THURSDAY, WEDNESDAY, clusters, dated};
use crate::language::{Facts, Interval};
use crate::links::{Connections, LinkTarget, MeetingCorrection, MentionRef, Quote, Tier, connect_corrected, standing};
use crate::meetings::{Status, Story};

const REPORT: &str = "Angela Merkel met Emmanuel Macron in Salzburg on Monday.";
const AGAIN: &str = "Emmanuel Macron and Angela Merkel met in Salzburg on Monday for an hour.";
const TROUT: &str = "Angela Merkel still praises the trout that she and Emmanuel Macron ate in Salzburg on Monday.";
const OTHER: &str = "Angela Merkel met Emmanuel Macron in Lisbon on January 22.";

fn stories(told: &[(&str, &str)]) -> Vec<Story> {
    told.iter().enumerate().map(|(number, (day, body))| dated(&format!("{number}.txt"), day, body)).collect()
}

fn corrected(stories: &mut [Story], corrections: &[MeetingCorrection]) -> Connections {
    connect_corrected(stories, Facts::shipped(), corrections)
}

/// The first telling of a story.
fn quote(stories: &[Story], story: usize) -> Quote {
    Quote::of(stories, MentionRef { story, mention: 0 }).unwrap()
}

fn sorted(connections: &Connections) -> Vec<Vec<usize>> {
    let mut found = clusters(connections);
    found.sort();
    found
}

#[test]
fn words_that_a_reader_gives_to_another_meeting_leave_the_first_as_it_was() {
    let mut stories = stories(&[(WEDNESDAY, REPORT), (WEDNESDAY, OTHER), (THURSDAY, TROUT), (THURSDAY, AGAIN)]);
    assert_eq!(sorted(&corrected(&mut stories, &[])), [vec![0, 2, 3], vec![1]]);
    let echo = quote(&stories, 2);
    assert!(echo.in_passing);
    let same = [MeetingCorrection::Same(vec![echo, quote(&stories, 1)])];
    let connections = corrected(&mut stories, &same);
    assert_eq!(sorted(&connections), [vec![0, 3], vec![1, 2]]);
    let link = connections.links.iter().find(|link| (link.from, link.to) == (1, 2)).unwrap();
    assert_eq!((link.tier, link.reasons[0].feature), (Tier::Same, "correction"));
    assert!(link.reasons.iter().all(|reason| reason.feature != "echo"), "the words need not fit: {link:#?}");
    let standing = standing(&stories, &same);
    assert!(standing[0].holds && standing[0].tellings.len() == 2, "{standing:?}");
    let again = corrected(&mut stories, &same);
    assert_eq!(again, connections, "it is the same when all are connected once more");
    assert_eq!(sorted(&corrected(&mut stories, &[])), [vec![0, 2, 3], vec![1]], "taken back, all is as before");
}

#[test]
fn words_that_are_not_of_a_meeting_are_of_one_of_their_own() {
    let mut stories = stories(&[(WEDNESDAY, REPORT), (THURSDAY, TROUT)]);
    let before = corrected(&mut stories, &[]);
    assert_eq!(sorted(&before), [[0, 1]]);
    for (telling, other) in [(0, 1), (1, 0)] {
        let parted =
            MeetingCorrection::Apart { telling: quote(&stories, telling), others: vec![quote(&stories, other)] };
        let connections = corrected(&mut stories, std::slice::from_ref(&parted));
        assert_eq!(sorted(&connections), [[0], [1]], "no story loses its meeting");
        assert!(!connections.links.iter().any(|link| matches!(link.target, LinkTarget::Meeting(_))));
        let own = connections.meetings.iter().find(|meeting| meeting.mentions[0].story == 1).unwrap();
        assert_eq!((own.participants.len(), own.status), (2, Status::Held));
        assert_eq!(own.place.as_ref().map(|place| place.name.as_str()), Some("Salzburg"));
        let back = corrected(&mut stories, &[]);
        assert_eq!(back, before);
    }
}

#[test]
fn words_in_passing_stay_with_the_others_from_which_one_story_is_parted() {
    let mut stories = stories(&[(WEDNESDAY, REPORT), (THURSDAY, AGAIN), (THURSDAY, TROUT)]);
    assert_eq!(sorted(&corrected(&mut stories, &[])), [[0, 1, 2]]);
    let others = vec![quote(&stories, 1), quote(&stories, 2)];
    let apart = MeetingCorrection::Apart { telling: quote(&stories, 0), others };
    let connections = corrected(&mut stories, std::slice::from_ref(&apart));
    assert_eq!(sorted(&connections), [vec![0], vec![1, 2]]);
}

#[test]
fn two_stories_that_tell_in_passing_only_stay_together_when_the_report_is_parted_from_both() {
    let also = "The trout that Angela Merkel and Emmanuel Macron ate together in Salzburg on Monday was fresh.";
    let mut stories = stories(&[(WEDNESDAY, REPORT), (THURSDAY, TROUT), (THURSDAY, also)]);
    assert_eq!(sorted(&corrected(&mut stories, &[])), [[0, 1, 2]]);
    let others = vec![quote(&stories, 1), quote(&stories, 2)];
    let apart = MeetingCorrection::Apart { telling: quote(&stories, 0), others };
    assert_eq!(sorted(&corrected(&mut stories, &[apart])), [vec![0], vec![1, 2]]);
}

#[test]
fn of_two_corrections_of_words_in_passing_the_later_one_counts() {
    let mut stories = stories(&[(WEDNESDAY, REPORT), (WEDNESDAY, OTHER), (THURSDAY, TROUT)]);
    corrected(&mut stories, &[]);
    let (report, other, echo) = (quote(&stories, 0), quote(&stories, 1), quote(&stories, 2));
    let same = MeetingCorrection::Same(vec![echo.clone(), other.clone()]);
    let apart = MeetingCorrection::Apart { telling: echo.clone(), others: vec![other] };
    let back = MeetingCorrection::Same(vec![echo, report]);
    let after = |stories: &mut Vec<Story>, made: &[MeetingCorrection]| sorted(&corrected(stories, made));
    assert_eq!(after(&mut stories, &[same.clone(), apart.clone()]), [vec![0], vec![1], vec![2]]);
    assert_eq!(after(&mut stories, &[apart.clone(), same.clone()]), [vec![0], vec![1, 2]]);
    assert_eq!(after(&mut stories, &[same, apart, back]), [vec![0, 2], vec![1]]);
}

#[test]
fn a_meeting_that_is_told_only_in_passing_is_put_on_the_day_to_which_it_is_corrected() {
    let mut stories = stories(&[(WEDNESDAY, REPORT), (THURSDAY, TROUT)]);
    corrected(&mut stories, &[]);
    let (report, echo) = (quote(&stories, 0), quote(&stories, 1));
    let apart = MeetingCorrection::Apart { telling: echo.clone(), others: vec![report] };
    let on = Interval::day(jiff::civil::date(2018, 3, 3));
    let day = MeetingCorrection::Day { telling: echo, others: Vec::new(), on };
    let corrections = [apart, day];
    let connections = corrected(&mut stories, &corrections);
    let own = connections.meetings.iter().find(|meeting| meeting.mentions[0].story == 1).unwrap();
    assert_eq!(own.when.map(|when| when.interval), Some(on));
    assert!(standing(&stories, &corrections).iter().all(|one| one.holds && one.overruled.is_none()));
}

#[test]
fn words_in_passing_are_never_taken_for_a_plain_telling_of_the_same_words() {
    let mut stories = stories(&[(WEDNESDAY, REPORT), (WEDNESDAY, OTHER)]);
    corrected(&mut stories, &[]);
    let plain = quote(&stories, 0);
    let in_passing = Quote { in_passing: true, ..plain.clone() };
    let entries = [plain, in_passing].map(|first| MeetingCorrection::Same(vec![first, quote(&stories, 1)]));
    let told: Vec<bool> = standing(&stories, &entries).iter().map(|one| one.holds).collect();
    assert_eq!(told, [true, false]);
}

#[test]
fn what_is_told_in_passing_stays_with_a_meeting_that_is_joined_with_another() {
    let mut stories = stories(&[(WEDNESDAY, REPORT), (WEDNESDAY, OTHER), (THURSDAY, TROUT)]);
    assert_eq!(sorted(&corrected(&mut stories, &[])), [vec![0, 2], vec![1]]);
    let same = MeetingCorrection::Same(vec![quote(&stories, 0), quote(&stories, 1)]);
    assert_eq!(sorted(&corrected(&mut stories, &[same])), [[0, 1, 2]]);
}

#[test]
fn words_in_passing_and_what_is_told_by_half_are_of_one_meeting_where_a_reader_says_so() {
    let report = "President Ivo Malek met Chancellor Doris Amsel of Ostmark at the palace in Verrin on Monday evening.";
    let trout = "Doris Amsel still praises the trout that she and Ivo Malek ate in Verrin on Monday.";
    let by_half = "President Jonas Orlik opened the new harbour on Tuesday. In the evening the Chancellor of Sarnia, Edda \
                   Brandt, was received at the palace for a conversation of an hour.";
    let mut stories = stories(&[(WEDNESDAY, report), (THURSDAY, trout), (WEDNESDAY, by_half)]);
    let before = corrected(&mut stories, &[]);
    assert_eq!(sorted(&before), [vec![0, 1], vec![2]]);
    let (echo, half) = (quote(&stories, 1), quote(&stories, 2));
    assert!(echo.in_passing && stories[2].meetings[0].half_told);
    for named in [[echo.clone(), half.clone()], [half.clone(), echo.clone()]] {
        let same = [MeetingCorrection::Same(named.to_vec())];
        let connections = corrected(&mut stories, &same);
        assert_eq!(sorted(&connections), [vec![0], vec![1, 2]]);
        assert!(standing(&stories, &same)[0].holds);
        let apart = MeetingCorrection::Apart { telling: named[0].clone(), others: vec![named[1].clone()] };
        let [same] = same;
        assert_eq!(sorted(&corrected(&mut stories, &[same, apart])), [vec![0], vec![1], vec![2]]);
    }
    assert_eq!(corrected(&mut stories, &[]), before);
}

#[test]
fn the_words_that_a_report_leaves_behind_keep_those_who_met() {
    let bridge = "The trout that the two presidents ate together in Salzburg on Monday was fresh.";
    let report = "President Angela Merkel met President Emmanuel Macron in Salzburg on Monday.";
    let mut stories = stories(&[(WEDNESDAY, report), (THURSDAY, TROUT), (THURSDAY, bridge)]);
    let before = corrected(&mut stories, &[]);
    let told: Vec<usize> = before.meetings[0].mentions.iter().map(|at| at.story).filter(|story| *story > 0).collect();
    assert!(!told.is_empty(), "{before:#?}");
    let others = told.iter().map(|story| quote(&stories, *story)).collect();
    let apart = MeetingCorrection::Apart { telling: quote(&stories, 0), others };
    let connections = corrected(&mut stories, &[apart]);
    let left = connections.meetings.iter().find(|meeting| meeting.mentions[0].story > 0).unwrap();
    let who: Vec<&str> = left.participants.iter().map(|who| who.name.as_str()).collect();
    assert_eq!(who.len(), 2, "{who:?}");
    for (story, participant) in stories.iter().skip(1).flat_map(|story| {
        story.meetings.iter().flat_map(move |told| told.participants.iter().map(move |who| (story, who)))
    }) {
        assert!(!story.words(participant.passage).is_empty());
    }
}
