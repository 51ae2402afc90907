//! Each way of telling a meeting in each way of building a sentence: one sentence for a cell of the grid, and beside each
//! group the sentences that are built alike and tell of no meeting.

use super::*;

const PAIR: &str = "angela-merkel+emmanuel-macron";

/// Each body tells of the two alone, held on Monday in Oslo; a visit may be told beside it.
#[track_caller]
fn tell_of_the_two_in_oslo(bodies: &[&str]) {
    for body in bodies {
        let story = story(body);
        let met: Vec<_> = told(&story).into_iter().filter(|line| !line.starts_with("visit")).collect();
        let expected = format!("held {PAIR} 2018-03-12 oslo");
        assert!(matches!(met.as_slice(), [one] if one.ends_with(&expected)), "{body}: {met:?}");
    }
}

/// Each body tells of a call of the two on Monday.
#[track_caller]
fn tell_of_a_call_on_monday(bodies: &[&str]) {
    for body in bodies {
        tells(body, &[&format!("call held {PAIR} 2018-03-12 -")]);
    }
}

#[test]
fn what_was_said_to_come_leaves_the_talks_in_the_past() {
    tell_of_the_two_in_oslo(&[
        "Angela Merkel said after talks with Emmanuel Macron in Oslo on Monday that fares would fall.",
        "At a meeting with Emmanuel Macron in Oslo on Monday, Angela Merkel said fares would fall.",
        "During talks with Emmanuel Macron in Oslo on Monday, Angela Merkel promised cheaper fares.",
        "Angela Merkel, speaking after talks with Emmanuel Macron in Oslo on Monday, said fares would fall.",
        "Angela Merkel had a chance to meet Emmanuel Macron in Oslo on Monday.",
        "It was in Oslo on Monday that Angela Merkel met Emmanuel Macron.",
    ]);
    tells(
        "Angela Merkel said a meeting with Emmanuel Macron in Oslo on Friday would be held in the town hall.",
        &[&format!("bilateral planned {PAIR} 2018-03-16 oslo")],
    );
}

#[test]
fn a_stay_or_a_gathering_tells_the_day_and_the_place_of_those_who_meet_there() {
    tell_of_the_two_in_oslo(&[
        "Angela Merkel met Emmanuel Macron on the sidelines of a conference on fishing in Oslo on Monday.",
        "During a visit to Oslo on Monday, Angela Merkel met Emmanuel Macron.",
        "Angela Merkel met Emmanuel Macron on Monday on the last day of a trip to Oslo.",
        "Angela Merkel, who is visiting Oslo, met Emmanuel Macron on Monday.",
        "Angela Merkel hosted Emmanuel Macron for talks in Oslo on Monday.",
        "Angela Merkel travelled to Oslo on Monday, where she held talks with Emmanuel Macron.",
        "Angela Merkel visited Oslo on Monday, meeting Emmanuel Macron.",
        "Angela Merkel left Oslo on Monday after talks with Emmanuel Macron.",
        "Angela Merkel and Emmanuel Macron discussed fares in Oslo on Monday.",
        "Angela Merkel and Emmanuel Macron discussed the bus tax in Oslo on Monday.",
        "Angela Merkel welcomed Emmanuel Macron to Oslo on Monday.",
    ]);
    // What is discussed, and what others do elsewhere, tells neither.
    for body in [
        "Angela Merkel and Emmanuel Macron discussed the fire in Oslo on Monday.",
        "Angela Merkel and Emmanuel Macron discussed the storm in Oslo on Monday.",
        "Angela Merkel and Emmanuel Macron discussed a boat race in Oslo on Sunday.",
        "Angela Merkel met Mark Rutte, and Emmanuel Macron met Theresa May in Oslo on Tuesday.",
    ] {
        let meetings = story(body).meetings;
        let first = meetings.first().map(|meeting| meeting.place.as_ref().map(|place| place.id.to_string()));
        assert_eq!(first, Some(None), "{body}");
    }
}

#[test]
fn a_speech_is_not_taken_to_have_been_where_its_report_was_written() {
    let place = |body: &str| {
        let story = file(&format!("PARIS, March 14, 2018 - {body}"));
        story.meetings.first().map(|meeting| meeting.place.as_ref().map(|place| place.id.to_string()))
    };
    assert_eq!(place("Angela Merkel addressed a conference on Tuesday."), Some(None));
    assert_eq!(place("Angela Merkel addressed a conference here on Tuesday."), Some(Some("paris".to_owned())));
    assert_eq!(place("Angela Merkel met Emmanuel Macron on Tuesday."), Some(Some("paris".to_owned())));
}

#[test]
fn participles_tell_of_meetings() {
    tell_of_the_two_in_oslo(&[
        "Receiving Emmanuel Macron in Oslo on Monday, Angela Merkel thanked him.",
        "Hosting French president Emmanuel Macron in Oslo on Monday, Angela Merkel thanked him.",
        "Meeting in Oslo on Monday, Angela Merkel and Emmanuel Macron agreed to lower fares.",
        "Angela Merkel told reporters after meeting with Emmanuel Macron in Oslo on Monday that all was well.",
        "Angela Merkel was seen greeting Emmanuel Macron in Oslo on Monday.",
        "A photograph showed Angela Merkel meeting Emmanuel Macron in Oslo on Monday.",
    ]);
    tell_of_none(&[
        "Meeting the deadline on Monday, Angela Merkel filed the papers.",
        "Receiving the prize in Oslo on Monday, Angela Merkel thanked Emmanuel Macron.",
        "Welcoming the news on Monday, Angela Merkel thanked Emmanuel Macron.",
        "Hosting the show on Monday, Angela Merkel praised Emmanuel Macron.",
        "Receiving Pulitzer honours in Oslo on Monday, Angela Merkel thanked Emmanuel Macron.",
        "Welcoming Sunday's verdict on Monday, Angela Merkel praised Emmanuel Macron.",
        "Hosting Eurovision in Oslo on Monday, Angela Merkel praised Emmanuel Macron.",
    ]);
}

#[test]
fn one_turns_to_another_at_a_meeting() {
    tell_of_the_two_in_oslo(&[
        "Angela Merkel raised the matter with Emmanuel Macron at a meeting in Oslo on Monday.",
        "Angela Merkel asked Emmanuel Macron for help at a meeting in Oslo on Monday.",
        "Angela Merkel sought help from Emmanuel Macron at talks in Oslo on Monday.",
        "Angela Merkel handed Emmanuel Macron a letter at a meeting in Oslo on Monday.",
        "Angela Merkel held a meeting in Oslo on Monday attended by Emmanuel Macron.",
        "Angela Merkel received a visit from Emmanuel Macron in Oslo on Monday.",
        "Angela Merkel gave an audience to Emmanuel Macron in Oslo on Monday.",
        "Angela Merkel had supper with Emmanuel Macron in Oslo on Monday.",
        "Angela Merkel got together with Emmanuel Macron in Oslo on Monday.",
        "Angela Merkel called on Emmanuel Macron to thank him in Oslo on Monday.",
        "Angela Merkel dropped in on Emmanuel Macron in Oslo on Monday.",
        "Angela Merkel stopped in Oslo on Monday to talk to Emmanuel Macron.",
    ]);
    tell_of_none(&[
        "Angela Merkel raised the matter with the bank on Monday.",
        "Angela Merkel appealed to Emmanuel Macron on Monday.",
        "Angela Merkel had dinner in Oslo on Monday.",
        "Angela Merkel was to talk to the press on Monday.",
        "Angela Merkel demanded a meeting with Emmanuel Macron on Monday.",
        "Angela Merkel would like to have dinner with Emmanuel Macron.",
        "Angela Merkel said talks with Emmanuel Macron would be useless.",
        "If Angela Merkel met Emmanuel Macron, fares would fall.",
        "Whether Angela Merkel will meet Emmanuel Macron is unclear.",
    ]);
}

#[test]
fn what_is_promised_after_a_feast_is_still_to_come() {
    let status = |body: &str| only(body).status;
    for body in [
        "Angela Merkel promised talks with Emmanuel Macron in Oslo after the holidays.",
        "Angela Merkel promised a meeting with Emmanuel Macron after the harvest.",
        "Angela Merkel promised talks with Emmanuel Macron in a few weeks.",
        "At a summit in Oslo on Friday, a spokesman said, Angela Merkel will meet Emmanuel Macron.",
    ] {
        assert_eq!(status(body), Status::Planned, "{body}");
    }
    assert_eq!(
        status("Angela Merkel promised Emmanuel Macron cheaper fares during talks in Oslo on Monday."),
        Status::Held
    );
}

#[test]
fn a_thing_before_a_name_is_no_trade_of_its_bearer() {
    tell_of_the_two_in_oslo(&[
        "In the corridor Angela Merkel met Emmanuel Macron in Oslo on Monday.",
        "Over beer Angela Merkel and Emmanuel Macron discussed fares in Oslo on Monday.",
    ]);
}

#[test]
fn one_calls_another_in_many_words() {
    tell_of_a_call_on_monday(&[
        "Angela Merkel called to congratulate Emmanuel Macron on Monday.",
        "Angela Merkel called up Emmanuel Macron on Monday.",
        "Angela Merkel placed a call to Emmanuel Macron on Monday.",
        "Angela Merkel urged Emmanuel Macron in a call on Monday to act.",
        "Angela Merkel expressed concern to Emmanuel Macron in a telephone call on Monday.",
        "Angela Merkel told Emmanuel Macron in a phone call on Monday that fares would fall.",
    ]);
    tell_of_none(&[
        "Angela Merkel called to say that Emmanuel Macron was ill.",
        "Angela Merkel called up the reserves on Monday.",
        "Angela Merkel made a call to arms on Monday.",
        "Angela Merkel called on Emmanuel Macron on Monday to resign.",
        "Angela Merkel called on Emmanuel Macron to thank the miners.",
        "Angela Merkel held dialogues with pupils in Oslo on Monday, and Emmanuel Macron cheered.",
    ]);
}

#[test]
fn a_trade_stands_between_a_verb_and_a_name() {
    let met = |body: &str| story(body).meetings.iter().map(who).collect::<Vec<_>>();
    for body in [
        "Finance Minister Oskar Lindqvist called Danish banker Peter Holm on Monday.",
        "Finance Minister Oskar Lindqvist told Danish banker Peter Holm at a meeting on Monday that fares were low.",
        "Finance Minister Oskar Lindqvist played host to Danish banker Peter Holm on Monday.",
        "Finance Minister Oskar Lindqvist visited rights activist Peter Holm in Oslo on Monday.",
        "Finance Minister Oskar Lindqvist visited Peter Holm in Oslo on Monday.",
        "Finance Minister Oskar Lindqvist met Danish banker Peter Holm Monday in Oslo.",
    ] {
        assert!(
            matches!(met(body).as_slice(), [one] if one.contains("lindqvist") && one.contains("peter-holm") && !one.contains("monday")),
            "{body}: {:?}",
            met(body)
        );
    }
}

#[test]
fn those_beside_the_ones_who_meet_take_part() {
    let three = "angela-merkel+emmanuel-macron+theresa-may";
    let people = |body: &str| {
        let story = story(body);
        let [meeting] = story.meetings.as_slice() else { return format!("{:?}", told(&story)) };
        let mut people: Vec<_> = meeting.participants.iter().map(|one| one.id.to_string()).collect();
        people.sort_unstable();
        people.join("+")
    };
    for body in [
        "Angela Merkel, together with Theresa May, met Emmanuel Macron in Oslo on Monday.",
        "Angela Merkel met Emmanuel Macron in Oslo on Monday, along with Theresa May.",
        "Present at the meeting in Oslo on Monday were Angela Merkel, Emmanuel Macron and Theresa May.",
        "Among those who met in Oslo on Monday were Angela Merkel, Emmanuel Macron and Theresa May.",
        "The talks in Oslo on Monday included Angela Merkel, Emmanuel Macron and Theresa May.",
        "Angela Merkel and Emmanuel Macron held a summit in Oslo on Monday. Theresa May told the summit that trade grew.",
    ] {
        assert_eq!(people(body), three, "{body}");
    }
    tell_of_none(&[
        "The list included Angela Merkel and Emmanuel Macron.",
        "Among those praised on Monday were Angela Merkel and Emmanuel Macron.",
        "The talks included a ban on coal.",
        "Angela Merkel works together with Emmanuel Macron.",
        "The singer Anna Brun opened the forum in Paris on Monday.",
    ]);
}

#[test]
fn a_quotation_is_said_by_whoever_stands_behind_it() {
    let met = |body: &str| story(body).meetings.iter().map(who).collect::<Vec<_>>();
    for body in [
        "“I met Emmanuel Macron in Oslo on Monday,” said German Chancellor Angela Merkel.",
        "Angela Merkel wants lower fares. “I met Emmanuel Macron in Oslo on Monday,” she said.",
    ] {
        assert_eq!(met(body), [PAIR], "{body}");
    }
}

#[test]
fn what_somebody_thinks_of_another_is_no_meeting() {
    tell_of_none(&[
        "Angela Merkel agreed with Emmanuel Macron on Monday that fares were too high.",
        "Angela Merkel sees President Emmanuel Macron as a rival.",
        "Angela Merkel saw President Emmanuel Macron win the vote on Monday.",
        "Angela Merkel welcomed a plan by Emmanuel Macron on Monday.",
    ]);
    tell_of_none(&[
        "Angela Merkel saw French president Emmanuel Macron smiling on Monday.",
        "Angela Merkel saw President Emmanuel Macron re-elected on Monday.",
    ]);
    tell_of_the_two_in_oslo(&[
        "Angela Merkel saw President Emmanuel Macron in Oslo on Monday.",
        "Angela Merkel saw French president Emmanuel Macron in Oslo on Monday.",
        "Angela Merkel saw President Emmanuel Macron separately in Oslo on Monday.",
        "Angela Merkel saw President Emmanuel Macron once more in Oslo on Monday.",
        "Angela Merkel saw the French president, Emmanuel Macron, in Oslo on Monday.",
    ]);
}

#[test]
fn what_would_be_good_after_talks_is_not_the_talks() {
    tell_of_the_two_in_oslo(&[
        "After talks with Emmanuel Macron in Oslo on Monday, Angela Merkel said lower fares would be welcome.",
        "Angela Merkel said after a meeting with Emmanuel Macron in Oslo on Monday that a pause would be possible.",
    ]);
    tell_of_none(&[
        "Angela Merkel said a meeting with Emmanuel Macron in Oslo on Friday would be premature.",
        "Angela Merkel said talks between the miners and Emmanuel Macron next week would be helpful.",
    ]);
}
