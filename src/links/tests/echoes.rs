//! What a story tells only in passing joins the meeting that another story reports.

use super::*;

const REPORT: &str = "Angela Merkel met Emmanuel Macron in Salzburg on Monday.";
const TROUT: &str = "Angela Merkel still praises the trout that she and Emmanuel Macron ate in Salzburg on Monday.";

/// The words of the echoes that a story holds.
fn echoes(story: &Story) -> Vec<&str> {
    let echoes = story.meetings.iter().filter(|meeting| meeting.echo.is_some());
    echoes.flat_map(|meeting| &meeting.evidence).map(|passage| story.words(*passage)).collect()
}

/// The echoes that a story with these words, of Thursday, holds of the report.
fn heard(body: &str) -> Vec<String> {
    let (stories, _) = joined(&[(WEDNESDAY, REPORT), (THURSDAY, body)]);
    echoes(&stories[1]).into_iter().map(str::to_owned).collect()
}

/// Whether a story with these words, of Thursday, is linked with the report, be it by what it tells in passing or in full.
fn is_linked(body: &str) -> bool {
    !joined(&[(WEDNESDAY, REPORT), (THURSDAY, body)]).1.links.is_empty()
}

#[test]
fn what_is_told_in_passing_is_linked_with_the_report() {
    let (stories, connections) = joined(&[(WEDNESDAY, REPORT), (THURSDAY, TROUT)]);
    assert_eq!(echoes(&stories[0]), [""; 0]);
    let echo = stories[1].meetings.iter().find(|meeting| meeting.echo.is_some()).unwrap();
    assert_eq!(echo.echo.as_ref().unwrap().story, stories[0].article.id);
    let who: Vec<&str> = echo.participants.iter().map(|who| who.name.as_str()).collect();
    assert_eq!(who, ["Angela Merkel", "Emmanuel Macron"]);
    assert_eq!(echo.place.as_ref().map(|place| place.name.as_str()), Some("Salzburg"));
    assert_eq!(clusters(&connections), [[0, 1]]);
    let link = &connections.links[0];
    assert!(link.reasons.iter().any(|reason| reason.feature == "echo"), "{link:#?}");
    assert!(link.reasons.iter().any(|reason| reason.says.contains("both say 12 Mar 2018")), "{link:#?}");
    assert_eq!(link.tier, Tier::Probable);
}

#[test]
fn two_stories_are_as_sure_when_they_are_explained_as_their_link_is() {
    let again = "Angela Merkel and Emmanuel Macron met on Monday in Salzburg for an hour.";
    let (stories, connections) = joined(&[(WEDNESDAY, REPORT), (THURSDAY, again), (THURSDAY, TROUT)]);
    assert_eq!(connections.links.len(), 3);
    for link in &connections.links {
        for (one, other) in [(link.from, link.to), (link.to, link.from)] {
            let told = crate::links::explain(&stories, &connections, one, other);
            assert!((told.confidence - link.confidence).abs() < 1e-9, "{told:#?}\n{link:#?}");
            assert_eq!(told.reasons.len(), link.reasons.len());
            let first = &link.reasons[0];
            let sides = if one < other { (first.from, first.to) } else { (first.to, first.from) };
            assert_eq!((told.reasons[0].from, told.reasons[0].to), sides);
        }
    }
}

#[test]
fn a_place_and_a_day_are_enough_where_the_words_tell_of_two() {
    let body = "Emmanuel Macron will stay another year. The two leaders at the round table in Salzburg on Monday \
                left nobody in doubt of it.";
    let found = heard(body);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].ends_with("in Salzburg on Monday"), "{found:?}");
}

#[test]
fn another_day_is_another_occasion() {
    let body = "Angela Merkel still praises the trout that she and Emmanuel Macron ate in Salzburg on February 2.";
    assert_eq!(heard(body), [""; 0]);
}

#[test]
fn somebody_else_at_the_table_is_another_meeting() {
    let body = "Emmanuel Macron is said to be jealous. Angela Merkel still praises the trout that she and Theresa May \
                ate at one table in Salzburg on Monday.";
    assert_eq!(heard(body), [""; 0]);
}

#[test]
fn whoever_only_speaks_to_the_public_or_runs_an_errand_meets_nobody() {
    for body in [
        "Angela Merkel told reporters in Salzburg on Monday that she was tired. Emmanuel Macron said nothing.",
        "Angela Merkel opened a festival in Salzburg on Monday. Emmanuel Macron prefers Avignon.",
        "Angela Merkel and Emmanuel Macron condemned the attack on Monday.",
        "Angela Merkel and Emmanuel Macron stand by the agreement of Monday.",
        "Angela Merkel and Emmanuel Macron often talk.",
        "Angela Merkel looks forward to lunch with Emmanuel Macron in Salzburg in March.",
    ] {
        assert_eq!(heard(body), [""; 0], "{body}");
    }
}

#[test]
fn words_that_fit_two_meetings_are_of_neither() {
    let body = "Angela Merkel will not forget the lunch in Salzburg on Monday, whatever Emmanuel Macron and Leo \
                Varadkar may think.";
    let other = "Angela Merkel met Leo Varadkar in Salzburg on Monday.";
    let (stories, _) = joined(&[(WEDNESDAY, REPORT), (WEDNESDAY, other), (THURSDAY, body)]);
    assert_eq!(echoes(&stories[2]), [""; 0]);
}

#[test]
fn a_story_that_reports_the_meeting_itself_holds_no_echo_of_it() {
    let found = heard(&format!("{REPORT} {TROUT}"));
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_story_that_reports_a_call_of_theirs_can_hold_an_echo_of_their_meeting() {
    let body = format!("Angela Merkel phoned Emmanuel Macron on Tuesday. {TROUT}");
    let (stories, connections) = joined(&[(WEDNESDAY, REPORT), (THURSDAY, &body)]);
    assert_eq!(echoes(&stories[1]).len(), 1, "{:#?}", stories[1].meetings);
    assert_eq!(clusters(&connections), [vec![0, 1], vec![1]]);
}

#[test]
fn echoes_are_the_same_in_any_order_and_however_often_stories_are_connected() {
    let told = [("b.txt", WEDNESDAY, REPORT), ("a.txt", THURSDAY, TROUT), ("c.txt", THURSDAY, TROUT)];
    let read = |order: [usize; 3]| -> Vec<Story> {
        order.iter().map(|at| told[*at]).map(|(name, day, body)| dated(name, day, body)).collect()
    };
    let mut stories = read([0, 1, 2]);
    let first = connect(&mut stories, Facts::shipped());
    let heard = stories.clone();
    assert_eq!(clusters(&first), [[0, 1, 2]]);
    assert_eq!(connect(&mut stories, Facts::shipped()), first);
    assert_eq!(stories, heard);
    assert_eq!(crate::links::join(&stories), first);
    let mut turned = read([2, 0, 1]);
    let second = connect(&mut turned, Facts::shipped());
    assert_eq!([&turned[1], &turned[2], &turned[0]], [&heard[0], &heard[1], &heard[2]]);
    assert_eq!(second.meetings[0].id, first.meetings[0].id);
    let confidences = |connections: &Connections| -> Vec<f64> {
        let mut all: Vec<f64> = connections.links.iter().map(|link| link.confidence).collect();
        all.sort_by(f64::total_cmp);
        all
    };
    assert_eq!(confidences(&second), confidences(&first));
}

#[test]
fn an_office_without_a_name_is_the_one_by_whom_the_report_calls_it() {
    let report = "Chancellor Ilse Hagen met President Otto Prell in Vell on Monday.";
    let letter = "What Ilse Hagen and the president settled on Monday between them was the price of eels.";
    let heard = |body: &str| echoes(&joined(&[(WEDNESDAY, report), (THURSDAY, body)]).0[1]).len();
    assert_eq!(heard(letter), 1);
    for other in ["the anglers' club", "the president of the anglers", "the club president", "her president"] {
        assert_eq!(heard(&letter.replace("the president", other)), 0, "{other}");
    }
}

#[test]
fn here_is_the_town_of_the_dateline() {
    let letter = "SALZBURG, March 15, 2018 - The town eats late. Over the roast on Monday, the German and French leaders ate as late as anybody here.\n";
    let mut stories = vec![dated("0.txt", WEDNESDAY, REPORT), file("1.txt", letter)];
    connect(&mut stories, Facts::shipped());
    assert_eq!(echoes(&stories[1]).len(), 1, "{:#?}", stories[1].annotations.names);
}

#[test]
fn what_went_without_toasts_was_held_and_what_was_done_without_talks_was_not() {
    let talks = "In Salzburg the swans have two leaders to thank for it: over a dinner without toasts, in March, they kept the weir.";
    assert_eq!(heard(talks).len(), 1);
    let none = "In Salzburg the swans have two leaders to thank for it: without talks, in March, they kept the weir.";
    assert_eq!(heard(none), [""; 0]);
}

#[test]
fn a_pronoun_means_those_who_were_named_last_and_nobody_where_a_third_was_named_with_them() {
    let letter = "Angela Merkel likes her trout cold. Emmanuel Macron does not. The waiters were none the wiser. In \
                  Salzburg in March they had at least shared a sauce.";
    assert_eq!(heard(letter).len(), 1);
    let third = letter.replace("Emmanuel Macron does not", "Emmanuel Macron and Leo Varadkar do not");
    assert_eq!(heard(&third), [""; 0]);
}

#[test]
fn two_who_put_their_names_to_a_paper_somewhere_were_there() {
    let letter = "The mill is shut, for the accord reached in Salzburg on Monday by the leaders of Germany and France \
                  frees the river.";
    assert!(is_linked(letter));
    let dated = "The mill is shut, for the Salzburg accord of Monday frees the river, whatever the leaders of Germany \
                 and France may say.";
    assert_eq!(heard(dated), [""; 0]);
}

#[test]
fn the_one_in_a_town_is_what_was_told_of_before() {
    let letter = "I count the dinners of Angela Merkel. Emmanuel Macron gave most of them. The one in Salzburg on Monday, \
                  with a swan in it, was the prettiest.";
    assert_eq!(heard(letter).len(), 1);
    let bridges = letter.replace("dinners", "bridges");
    assert_eq!(heard(&bridges), [""; 0]);
}

#[test]
fn an_hour_is_a_meeting_where_two_spent_it() {
    let letter = "It was Emmanuel Macron to whom Angela Merkel gave an hour on Monday.";
    assert_eq!(heard(letter).len(), 1);
    for other in ["a medal", "a call an hour later", "the minutes", "a rush hour fare", "a chart of the opening hours"]
    {
        assert_eq!(heard(&letter.replace("an hour", other)), [""; 0], "{other}");
    }
    let rain = "It was Emmanuel Macron who thanked Angela Merkel after hours of rain on Monday.";
    assert_eq!(heard(rain), [""; 0]);
}

#[test]
fn whoever_exchanges_views_meets_and_whoever_exchanges_gifts_need_not() {
    let letter = "Angela Merkel is tired. Emmanuel Macron is not. An exchange of views in Salzburg on Monday did it.";
    assert_eq!(heard(letter).len(), 1);
    assert_eq!(heard(&letter.replace("views", "prisoners")), [""; 0]);
}

#[test]
fn a_speaker_who_was_there_is_the_other_side() {
    let report = "Premier Ilse Hagen met President Otto Prell in Salzburg on Monday.";
    let answer = "The premier was asked for her hat. She said: “On Monday Otto Prell and I lunched on cold soup, and mine is still there.”";
    let heard = |body: &str| echoes(&joined(&[(WEDNESDAY, report), (THURSDAY, body)]).0[1]).len();
    assert_eq!(heard(answer), 1);
    assert_eq!(heard(&answer.replace("and I lunched", "lunched")), 0);
    assert_eq!(heard(&answer.replace("Otto Prell and I lunched", "Otto Prell and Peter I and the cook lunched")), 0);
}

#[test]
fn people_who_met_where_many_gathered_met_beside_them() {
    let report = "The leaders of the Danube League opened the Danube Forum in Salzburg on Monday.";
    let answer = "Premier Ilse Hagen and I lunched on cold soup in Salzburg on Monday.";
    let (stories, connections) = joined(&[(WEDNESDAY, report), (THURSDAY, answer)]);
    assert!(!stories[0].meetings.is_empty());
    assert_eq!(connections.links, []);
}

#[test]
fn an_office_behind_a_comma_introduces_as_well() {
    let report = "Premier Otto Prell met the Norland chancellor, Ilse Hagen, in Vell on Monday.";
    let letter = "What Otto Prell and the chancellor settled on Monday between them was the price of eels.";
    let heard = |body: &str| echoes(&joined(&[(WEDNESDAY, report), (THURSDAY, body)]).0[1]).len();
    assert_eq!(heard(letter), 1);
    assert_eq!(heard(&letter.replace("the chancellor", "the bishop")), 0);
}

#[test]
fn those_who_have_not_met_did_not_meet() {
    let letter = "Those who ate with Angela Merkel and Emmanuel Macron in Salzburg on Monday";
    assert!(is_linked(&format!("{letter} liked the trout.")));
    let rested = "Angela Merkel and Emmanuel Macron, who did not meet in Salzburg on Monday, had rooms on one floor.";
    assert_eq!(heard(rested), [""; 0]);
    let dined = "Angela Merkel and Emmanuel Macron had not met since May when they sat down in Salzburg on Monday.";
    assert_eq!(heard(dined).len(), 1);
    let only = "Angela Merkel and Emmanuel Macron not only met but shared a sauce over dinner in Salzburg on Monday.";
    assert!(is_linked(only));
}

#[test]
fn what_was_decided_between_two_is_theirs_whoever_is_told_of_before() {
    let letter = "The bishop, Georg Stein, said that nothing decided on Monday in Salzburg between Angela Merkel and the \
                  president would bind him.";
    let report = "Angela Merkel met President Emmanuel Macron in Salzburg on Monday.";
    let heard = |body: &str| echoes(&joined(&[(WEDNESDAY, report), (THURSDAY, body)]).0[1]).len();
    assert_eq!(heard(letter), 1);
    let other = letter.replace("and the president", "and Leo Varadkar");
    assert_eq!(heard(&other), 0);
}

/// How many echoes a story of Thursday with these words holds of a report of Wednesday.
fn heard_of(report: &str, body: &str) -> usize {
    echoes(&joined(&[(WEDNESDAY, report), (THURSDAY, body)]).0[1]).len()
}

#[test]
fn two_who_hold_one_office_are_told_by_it() {
    let report =
        "Foreign Minister Otto Prell of Norland met Ilse Hagen, the foreign minister of Sudonia, in Vell on Monday.";
    let ticker = "How it came about: a strike, a flood, and then the lunch that the two foreign ministers had in Vell on Monday.";
    assert_eq!(heard_of(report, ticker), 1);
    for other in [("foreign ministers", "fisheries ministers"), ("Vell", "Lyon"), ("Monday", "March 2")] {
        assert_eq!(heard_of(report, &ticker.replace(other.0, other.1)), 0, "{other:?}");
    }
}

#[test]
fn a_speaker_tells_of_his_talk_with_someone() {
    let report = "Secretary Otto Prell met President Ilse Hagen in Vell on Tuesday.";
    let remarks = "Otto Prell spoke to the press. “My stroll with President Hagen on Tuesday was long,” he said.";
    assert_eq!(heard_of(report, remarks), 1);
    assert_eq!(heard_of(report, &remarks.replace("My stroll with", "My letter to")), 0);
}

#[test]
fn a_town_stands_for_what_was_there() {
    let feature =
        "Angela Merkel fished for eels. Nothing was as before for her and Emmanuel Macron after Salzburg on March 12.";
    assert_eq!(heard_of(REPORT, feature), 1);
    assert_eq!(heard_of(REPORT, &feature.replace("March 12", "March 2")), 0);
    assert_eq!(heard_of(REPORT, &feature.replace("after Salzburg on", "after the Salzburg bread of")), 0);
}

#[test]
fn a_pronoun_and_the_day_tell_of_a_meeting_of_one_who_is_named() {
    let report = "Otto Prell met Ilse Hagen in Vell on Monday.";
    let letter = "Ilse Hagen is busy. In Vell they talk of ours. He met her in the boat house on Monday, and Otto Prell caught a cold.";
    assert_eq!(heard_of(report, letter), 1);
    assert_eq!(heard_of(report, &letter.replace("met her in", "painted")), 0);
}

#[test]
fn words_of_an_echo_are_told_by_where_they_stand_in_their_story() {
    let said = |body: &str| -> String {
        let (_, connections) = joined(&[(WEDNESDAY, REPORT), (THURSDAY, body)]);
        let mut reasons = connections.links.iter().flat_map(|link| &link.reasons);
        reasons.find(|reason| reason.feature == "echo").map(|reason| reason.says.clone()).unwrap_or_default()
    };
    assert!(said(TROUT).contains(" opens with it, in words that fit no other meeting"), "{}", said(TROUT));
    let below = format!("The lake rose by a foot. The ferries stayed in. The mayor was content.\n\n{TROUT}");
    assert!(said(&below).contains(" tells of it only in passing, "), "{}", said(&below));
    let last = format!("The lake rose by a foot. The ferries stayed in. {TROUT}");
    assert!(said(&last).contains(" tells of it only in passing, "), "the third sentence: {}", said(&last));
}
