//! Plain sentences of the news that stand near a rule which leaves something out: they tell of their meetings all the same.

use super::*;

const PAIR: &str = "angela-merkel+emmanuel-macron";

/// One meeting of the two in `body`, told as `kind`, on Monday, in `place`.
#[track_caller]
fn tells_of_the_pair(body: &str, kind: &str, place: &str) {
    tells(body, &[&format!("{kind} held {PAIR} 2018-03-12 {place}")]);
}

#[test]
fn what_is_discussed_may_be_a_conflict_or_ties() {
    tells_of_the_pair("Angela Merkel discussed the conflict with Emmanuel Macron by phone on Monday.", "call", "-");
    tells_of_the_pair(
        "Angela Merkel discussed bilateral relations with Emmanuel Macron in Oslo on Monday.",
        "bilateral",
        "oslo",
    );
    tells_of_the_pair("Angela Merkel discussed the war with Emmanuel Macron in Oslo on Monday.", "bilateral", "oslo");
}

#[test]
fn a_list_goes_on_where_to_is_said_again() {
    tells(
        "Angela Merkel spoke to Emmanuel Macron and to Theresa May by phone on Monday.",
        &["call held angela-merkel+emmanuel-macron+theresa-may 2018-03-12 -"],
    );
}

#[test]
fn whoever_had_already_called_has_called() {
    for subject in [
        "Angela Merkel had already",
        "Angela Merkel herself",
        "Angela Merkel first",
        "Angela Merkel earlier",
        "Angela Merkel today",
        "Angela Merkel just",
    ] {
        let story = story(&format!("{subject} called Emmanuel Macron on Monday."));
        assert_eq!(story.meetings.iter().map(who).collect::<Vec<_>>(), [PAIR], "{subject}");
    }
}

#[test]
fn a_round_of_talks_may_fail_over_sanctions() {
    for body in [
        "The third round between France and Japan ended in Vienna on Monday without a deal on sanctions.",
        "The third round opened in Vienna on Monday between France and Japan, presidential spokesman Jean Brun said.",
        "The third round between French and Japanese negotiators ended in Vienna on Monday, a day after the election.",
        "France and Japan entered into the third round in Vienna on Monday.",
    ] {
        let story = story(body);
        let rounds: Vec<_> = story.meetings.iter().map(|meeting| (meeting.kind.word(), meeting.ordinal)).collect();
        assert_eq!(rounds, [(MeetingKind::Round.word(), Some(3))], "{body}");
    }
}

#[test]
fn who_is_embraced_by_a_person_is_there() {
    tells_of_the_pair("Angela Merkel was warmly embraced by Emmanuel Macron in Oslo on Monday.", "bilateral", "oslo");
}

#[test]
fn guests_received_by_someone_are_people() {
    tells_of_the_pair(
        "Among the guests received by Emmanuel Macron in Oslo on Monday was Angela Merkel.",
        "bilateral",
        "oslo",
    );
    tells_of_the_pair(
        "Angela Merkel was among the guests received by Emmanuel Macron in Oslo on Monday.",
        "bilateral",
        "oslo",
    );
}

#[test]
fn ministers_of_any_sort_can_be_brought_together() {
    for whom in ["finance ministers", "defence chiefs", "lawmakers", "regional rivals", "two mediators,"] {
        let body = format!("Norway on Monday brought together {whom} Angela Merkel and Emmanuel Macron in Oslo.");
        let story = story(&body);
        let met = |meeting: &MeetingMention| who(meeting).contains(PAIR);
        assert!(story.meetings.iter().any(met), "{body} {:?}", told(&story));
    }
}

#[test]
fn some_talks_of_two_are_talks() {
    tells_of_the_pair("Angela Merkel and Emmanuel Macron held some talks in Oslo on Monday.", "bilateral", "oslo");
    let story = story("Angela Merkel has held numerous talks in Oslo with Emmanuel Macron.");
    assert_eq!(story.meetings.iter().map(who).collect::<Vec<_>>(), [PAIR]);
}

#[test]
fn who_travels_for_pleasure_meets_nobody() {
    for body in [
        "The leader of the rock band, Bono, visited Oslo on Monday to play two shows.",
        "The head chef Thomas Bern visited Paris on Monday.",
        "Former president Bill Clinton visited Rome on Monday with his family for a holiday.",
        "Prince Harry visited Oslo on Monday to see a football match.",
    ] {
        tells_of_none(body);
    }
}

#[test]
fn what_reporters_are_told_of_a_call_leaves_it_a_call() {
    for behind in [
        ", he told reporters at the White House.",
        ", reporters in Berlin were told.",
        " about a detained German reporter.",
    ] {
        tells_of_the_pair(&format!("Emmanuel Macron spoke by phone with Angela Merkel on Monday{behind}"), "call", "-");
    }
    tells_of_the_pair("Angela Merkel called Emmanuel Macron on Monday, a Bremen correspondent was told.", "call", "-");
}

#[test]
fn a_congress_that_is_addressed_is_no_meeting() {
    tells_of_none("Emmanuel Macron addressed Congress on Monday about taxes.");
    tells_of_none("The Brazilian president addressed Congress on Monday.");
    tells_of_none("French President Emmanuel Macron addressed a joint session of Congress on Monday.");
}

#[test]
fn who_holds_no_office_meets_nobody_by_a_speech() {
    tells_of_none("The actor Thomas Bern told a conference in Paris on Monday that films were dear.");
    tells_of_none("Thomas Bern told a conference in Paris on Monday that rockets would be cheap.");
}

#[test]
fn where_somebody_else_was_says_nothing_of_the_meeting() {
    for body in [
        "Angela Merkel met Emmanuel Macron on Monday when Theresa May visited Oslo.",
        "Angela Merkel met Emmanuel Macron on Monday as thousands visited the fair in Oslo.",
        "Angela Merkel met Emmanuel Macron on Monday, the day when Theresa May visited Oslo.",
    ] {
        let story = story(body);
        let met = story.meetings.iter().find(|meeting| who(meeting) == PAIR);
        assert_eq!(met.map(|meeting| meeting.place.as_ref().map(|place| place.id.as_str())), Some(None), "{body}");
    }
}

#[test]
fn whoever_travels_to_ask_somebody_meets_there() {
    for body in [
        "Angela Merkel flew to Oslo on Monday to press Emmanuel Macron on the budget.",
        "Angela Merkel has driven out to Oslo on Monday to brief the French president, Emmanuel Macron.",
        "On Monday Angela Merkel went to Oslo to talk to Emmanuel Macron about a bridge in Lyon.",
        "Angela Merkel went to consult Emmanuel Macron in Oslo on Monday.",
    ] {
        tells_of_the_pair(body, "bilateral", "oslo");
    }
    for body in [
        "Angela Merkel flew to Oslo on Monday to see the old harbour.",
        "Angela Merkel flew to Oslo on Monday to warn France.",
        "Angela Merkel flew to Oslo on Monday to see France play Norway.",
        "Angela Merkel is going to ask Emmanuel Macron for help.",
        "Letters went to Oslo on Monday. Angela Merkel wanted to urge Emmanuel Macron to wait.",
    ] {
        let story = story(body);
        let met = |id: &str| {
            story.meetings.iter().any(|meeting| meeting.participants.iter().any(|who| who.id.as_str() == id))
        };
        assert!(!met("emmanuel-macron") && !met("france"), "{body}: {:?}", told(&story));
    }
}

#[test]
fn a_guest_may_stand_behind_the_house() {
    for house in ["at the ministry", "on Monday at the ministry", "in her summer palace", "at her residence on Monday"]
    {
        let story = story(&format!("Angela Merkel received {house} Emmanuel Macron."));
        assert_eq!(story.meetings.iter().map(who).collect::<Vec<_>>(), [PAIR], "{house}");
    }
    for thing in ["in the post a letter from Emmanuel Macron", "at the ministry a copy of Emmanuel Macron's book"] {
        assert!(story(&format!("Angela Merkel received {thing}.")).meetings.is_empty(), "{thing}");
    }
}

#[test]
fn a_commission_of_two_sides_sits_in_rounds() {
    let told =
        story("The seventh session of the mixed border committee of France and Germany ended in Oslo on Monday.");
    let rounds: Vec<_> = told.meetings.iter().map(|meeting| (meeting.kind.word(), meeting.ordinal)).collect();
    assert_eq!(rounds, [(MeetingKind::Round.word(), Some(7))]);
    assert!(story("The seventh session of the budget committee ended in Oslo on Monday.").meetings.is_empty());
}
