//! The known ways to take two meetings for one, or one for two: a test or more for each.

use super::*;
use crate::links::{OwnReadings, allegiance, sides};
use crate::meetings::Participant;
use crate::text::Span;

/// A passage for what only the identity of matters.
fn nowhere() -> Passage {
    Passage { part: Part::Text, span: Span::default() }
}

/// The verdict on the likeliest pair of two stories, with the features of what decided.
fn verdict(stories: &[(&str, &str)]) -> (Verdict, Vec<&'static str>) {
    let (stories, connections) = joined(stories);
    let explanation = explain(&stories, &connections, 0, 1);
    (explanation.verdict, explanation.vetoes.iter().map(|veto| veto.feature).collect())
}

#[test]
fn two_of_three_and_another_two_of_them_in_one_town_within_days_are_three_meetings() {
    let (_, connections) = joined(&[
        (WEDNESDAY, "Angela Merkel met Emmanuel Macron in Sopot on Monday."),
        (THURSDAY, "Angela Merkel, Emmanuel Macron and Theresa May met in Sopot on Wednesday."),
        (THURSDAY, "Angela Merkel met Mark Rutte in Sopot on Tuesday."),
    ]);
    assert_eq!(clusters(&connections), [[0], [2], [1]]);
}

#[test]
fn calls_on_two_days_running_stay_two_where_one_story_tells_both() {
    let (_, connections) = joined(&[
        (
            WEDNESDAY,
            "Angela Merkel spoke by phone with Emmanuel Macron on Monday. Merkel and Macron spoke by telephone again on Tuesday.",
        ),
        (WEDNESDAY, "Emmanuel Macron held a telephone conversation with Angela Merkel on Tuesday."),
        ("Tuesday, March 13, 2018", "Emmanuel Macron held a telephone conversation with Angela Merkel on Monday."),
    ]);
    let mut found = clusters(&connections);
    found.sort();
    assert_eq!(found, [[0, 1], [0, 2]], "{:#?}", connections.meetings);
}

#[test]
fn a_plan_and_three_reports_are_one_meeting_with_the_latest_status() {
    let stories = [
        (MONDAY, "Angela Merkel will meet Emmanuel Macron in Berlin on Thursday."),
        (WEDNESDAY, "Angela Merkel is to meet Emmanuel Macron in Berlin on Thursday."),
        ("Friday, March 16, 2018", "Angela Merkel met Emmanuel Macron in Berlin on Thursday."),
    ];
    are_one(&stories);
    let (_, connections) = joined(&stories);
    assert_eq!(connections.meetings[0].status, Status::Held);
}

#[test]
fn the_round_of_a_series_is_another_one_for_its_number_though_no_day_is_told() {
    let (verdict, vetoes) = verdict(&[
        (WEDNESDAY, "The Geneva process goes on. The fifth round of the Geneva talks was held last week."),
        (THURSDAY, "The Geneva process goes on. The sixth round of the Geneva talks was held last week."),
    ]);
    assert_eq!(verdict, Verdict::Vetoed);
    assert!(vetoes.contains(&"ordinal"), "{vetoes:?}");
}

#[test]
fn the_same_office_with_another_holder_says_who_held_it() {
    let (stories, connections) = joined(&[
        ("Monday, September 5, 2016", "Vladimir Putin met the US president in Hangzhou on Sunday."),
        ("Saturday, July 8, 2017", "Vladimir Putin met the US president in Hamburg on Friday."),
    ]);
    let explanation = explain(&stories, &connections, 0, 1);
    let holder = explanation.vetoes.iter().find(|veto| veto.feature == "participants").unwrap();
    assert_eq!(holder.says, "Barack Obama here, Donald Trump there");
    let turned = explain(&stories, &connections, 1, 0);
    let holder = turned.vetoes.iter().find(|veto| veto.feature == "participants").unwrap();
    assert_eq!(holder.says, "Donald Trump here, Barack Obama there");
}

#[test]
fn the_president_and_the_vice_president_receive_the_guest_on_one_day_in_two_meetings() {
    let guest = "in Washington on Tuesday to discuss trade and the visas of students.";
    let (verdict, vetoes) = verdict(&[
        (WEDNESDAY, &format!("Donald Trump met Leo Varadkar {guest}")),
        (WEDNESDAY, &format!("Mike Pence met Leo Varadkar {guest}")),
    ]);
    assert_eq!((verdict, vetoes), (Verdict::Vetoed, vec!["participants"]));
}

#[test]
fn a_video_call_is_a_meeting_elsewhere_and_dated_a_day_later() {
    are_one(&[
        (WEDNESDAY, "Shinzo Abe and Scott Morrison discussed tariffs on wool in a video call on Tuesday."),
        (WEDNESDAY, "Shinzo Abe and Scott Morrison held a video conference on tariffs on wool on Wednesday."),
    ]);
}

#[test]
fn a_vague_mention_joins_one_meeting_at_most_in_whatever_order_the_files_come() {
    let vague = "The government sent its budget to parliament. The opposition wants more for schools.\n\nRoads come \
                 later.\n\nA vote is expected in the spring.\n\nSome spoke of a recent meeting between Angela Merkel \
                 and Emmanuel Macron.";
    let bodies = [
        ("Friday, March 2, 2018", "Angela Merkel met Emmanuel Macron in Berlin on Thursday."),
        (WEDNESDAY, "Angela Merkel met Emmanuel Macron in Paris on Tuesday."),
        (THURSDAY, vague),
    ];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let stories: Vec<(&str, &str)> = order.iter().map(|&number| bodies[number]).collect();
        let (_, connections) = joined(&stories);
        let at = |number: usize| order.iter().position(|one| *one == number).unwrap();
        let bridged = clusters(&connections).iter().any(|of| of.contains(&at(0)) && of.contains(&at(1)));
        assert!(!bridged, "{:#?}", connections.meetings);
    }
}

#[test]
fn telephone_interviews_in_the_plural_are_both_calls() {
    let (_, connections) = joined(&[
        (
            WEDNESDAY,
            "Sergey Lavrov and Rex Tillerson held telephone interviews: the first took place on Monday, the second \
             took place on Tuesday.",
        ),
        ("Tuesday, March 13, 2018", "Sergey Lavrov had a telephone conversation with Rex Tillerson on Monday."),
        (WEDNESDAY, "Rex Tillerson telephoned Sergey Lavrov on Tuesday."),
    ]);
    let mut found = clusters(&connections);
    found.sort();
    assert_eq!(found, [[0, 1], [0, 2]], "{:#?}", connections.meetings);
}

#[test]
fn a_round_in_a_list_of_rounds_is_the_one_told_alone_elsewhere() {
    let (_, connections) = joined(&[
        (WEDNESDAY, "Three rounds of the Geneva talks took place on January 10-11, February 6-7 and March 5-6."),
        ("Thursday, February 8, 2018", "The second round of the Geneva talks was held on February 6-7, 2018."),
    ]);
    let mut found = clusters(&connections);
    found.sort();
    assert_eq!(found, [vec![0], vec![0], vec![0, 1]], "{:#?}", connections.meetings);
}

#[test]
fn the_presidents_and_the_ministers_told_by_office_alone_meet_apart_in_one_town_on_one_day() {
    are_apart(&[
        (WEDNESDAY, "The presidents of Russia and Turkey met in Sopot on Tuesday."),
        (WEDNESDAY, "The foreign ministers of Russia and Turkey met in Sopot on Tuesday."),
    ]);
}

#[test]
fn a_counterpart_here_and_two_leaders_there_are_one_meeting() {
    are_one(&[
        (WEDNESDAY, "Vladimir Putin received his Turkish counterpart in Sopot on Tuesday."),
        (THURSDAY, "The Russian and Turkish leaders met in Sopot on Tuesday."),
    ]);
}

#[test]
fn a_meeting_on_a_screen_is_the_meeting_dated_a_day_later_elsewhere() {
    are_one(&[
        (WEDNESDAY, "Shinzo Abe and Scott Morrison met by video link on Tuesday to discuss wool."),
        (WEDNESDAY, "A meeting between Shinzo Abe and Scott Morrison on wool took place on Wednesday."),
    ]);
}

#[test]
fn a_meeting_that_was_put_off_is_the_one_that_was_planned_and_one_that_nobody_put_off_is_another() {
    let plan = (MONDAY, "Angela Merkel will meet Emmanuel Macron in Berlin on Thursday.");
    let put_off = "Angela Merkel's meeting with Emmanuel Macron in Berlin has been put off to March 26.";
    let (_, connections) = joined(&[plan, (THURSDAY, put_off)]);
    assert_eq!(clusters(&connections), [[0, 1]], "{:#?}", connections.meetings);
    let another = "Angela Merkel will meet Emmanuel Macron in Berlin on March 26.";
    let (_, connections) = joined(&[plan, (THURSDAY, another)]);
    assert_eq!(clusters(&connections).len(), 2, "{:#?}", connections.meetings);
}

#[test]
fn the_side_that_several_stories_tell_overrules_the_host_that_one_took_for_it() {
    let told = "Norland's negotiator Lena Roth met Sudania's negotiator Omar Diallo in Kuala Lumpur on Monday.";
    let participant = |id: &str, sides: &[&str]| Participant {
        acts_for: sides.iter().map(|side| EntityId::new(side)).collect(),
        ..Participant::new(EntityId::new(id), id, NameKind::Person, nowhere())
    };
    let mut stories: Vec<Story> = (0..3).map(|_| joined(&[(WEDNESDAY, told)]).0.remove(0)).collect();
    for (story, side) in stories.iter_mut().zip(["norland", "norland", "malaysia"]) {
        let meeting = story.meetings.first_mut().unwrap();
        meeting.participants = vec![participant("lena-roth", &[side]), participant("omar-diallo", &["sudania"])];
    }
    allegiance::fill(&mut stories, Facts::shipped(), &mut OwnReadings::default());
    let sides = |story: &Story| story.meetings[0].participants[0].acts_for.clone();
    assert!(stories.iter().all(|story| sides(story) == [EntityId::new("norland")]));
}

#[test]
fn a_people_before_a_noun_is_the_body_that_is_called_by_it() {
    let side = |id: &str, kind| Participant::new(EntityId::new(id), id, kind, nowhere());
    let body = side("moro-islamic-liberation-front", NameKind::Organisation);
    assert!(sides::stands_for(&side("moro", NameKind::Place), &body));
    assert!(!sides::stands_for(&side("moro", NameKind::Place), &side("moro-front", NameKind::Organisation)));
    assert!(!sides::stands_for(&side("moroland", NameKind::Place), &body));
    let rebels = side("sudan-people-s-liberation-movement", NameKind::Organisation);
    assert!(!sides::stands_for(&side("sudan", NameKind::Place), &rebels));
}
