//! Meetings told by time that is given, houses to which one is bidden and sides that are cut short, and what only sounds so.

use super::*;

const PAIR: &str = "angela-merkel+emmanuel-macron";

/// Each body tells of one meeting of the two.
#[track_caller]
fn tell_of_the_pair(bodies: &[&str]) {
    for body in bodies {
        let met = told(&story(body));
        assert!(matches!(met.as_slice(), [one] if one.contains(PAIR)), "{body}: {met:?}");
    }
}

#[test]
fn a_guest_is_given_time() {
    tell_of_the_pair(&[
        "Angela Merkel gave Emmanuel Macron forty minutes at the villa on Monday.",
        "Angela Merkel granted Emmanuel Macron half an hour on Monday.",
        "Angela Merkel found a quarter of an hour for Emmanuel Macron on Monday.",
        "Angela Merkel made time for President Emmanuel Macron on Monday.",
        "Angela Merkel flew to Nice on Monday for a weekend with President Emmanuel Macron.",
    ]);
    tell_of_none(&[
        "Angela Merkel gave Emmanuel Macron forty minutes to decide on Monday.",
        "Angela Merkel gave Emmanuel Macron 48 hours on Monday.",
        "Angela Merkel gave Emmanuel Macron two hours' notice on Monday.",
        "Angela Merkel found an hour for the garden on Monday, and Emmanuel Macron a chair.",
        "Angela Merkel made time for Emmanuel Macron's novel on Monday.",
        "Angela Merkel drove home on Monday for a weekend with friends, and Emmanuel Macron stayed in Lyon.",
        "Angela Merkel kept Emmanuel Macron for hours in suspense on Monday.",
    ]);
}

#[test]
fn a_host_is_at_it_or_expects_somebody() {
    tell_of_the_pair(&[
        "Angela Merkel is hosting Emmanuel Macron for talks in Meseberg.",
        "Angela Merkel was receiving President Emmanuel Macron on Monday when the lights failed.",
        "Angela Merkel is expected at the Elysee on Friday by President Emmanuel Macron.",
        "Angela Merkel invited Emmanuel Macron to a late working breakfast at her flat on Monday.",
        "Angela Merkel and Emmanuel Macron dined beside the canal on Monday.",
        "Angela Merkel shook President Emmanuel Macron's hand on Monday.",
    ]);
    tell_of_none(&[
        "Angela Merkel is receiving letters from readers of Emmanuel Macron.",
        "Angela Merkel is expected on Friday, by all accounts, and Emmanuel Macron is not.",
        "The bill is expected in Lyon by Monday, Angela Merkel and Emmanuel Macron said.",
        "Angela Merkel was at home on Monday while Emmanuel Macron dined alone.",
        "Angela Merkel and Emmanuel Macron faced each other across the Rhine on Monday.",
    ]);
}

#[test]
fn two_sides_review_their_relations_and_put_their_names_to_a_paper() {
    tell_of_the_pair(&[
        "Angela Merkel reviewed bilateral ties with Emmanuel Macron in Oslo on Monday.",
        "Angela Merkel and Emmanuel Macron put their names to a treaty on eels in Oslo on Monday.",
        "Angela Merkel interacted with Emmanuel Macron at the margins of a fair on Monday.",
        "Angela Merkel had a brief interaction with Emmanuel Macron on Monday.",
        "Angela Merkel had a pull-aside with Emmanuel Macron on Monday.",
    ]);
    tell_of_none(&[
        "Angela Merkel reviewed the guard on Monday, and Emmanuel Macron the harvest.",
        "Angela Merkel reviewed bilateral ties in a book that Emmanuel Macron read on Monday.",
        "Angela Merkel and Emmanuel Macron put their names forward on Monday.",
        "Angela Merkel interacted with pupils on Monday, and Emmanuel Macron with nurses.",
    ]);
}

#[test]
fn calls_are_made_by_pronoun_by_contact_and_by_possession() {
    let call = format!("call held {PAIR} 2018-03-12 -");
    for body in [
        "Angela Merkel was tired on Monday. Emmanuel Macron rang her late on Monday.",
        "Angela Merkel had a telephone contact with Emmanuel Macron on Monday.",
        "Angela Merkel got on the phone to Emmanuel Macron on Monday.",
        "Angela Merkel's call to Emmanuel Macron came on Monday.",
    ] {
        tells(body, &[&call]);
    }
    tell_of_none(&[
        "Angela Merkel was tired on Monday. Emmanuel Macron called her to the stage on Monday.",
        "Angela Merkel was tired on Monday. Emmanuel Macron called her a friend on Monday.",
        "Angela Merkel's call to Emmanuel Macron to resign came on Monday.",
        "Angela Merkel had no telephone contact with Emmanuel Macron on Monday.",
    ]);
}

#[test]
fn what_is_looked_forward_to_is_yet_to_come() {
    for body in [
        "Angela Merkel looked forward to her meeting with Emmanuel Macron on March 16.",
        "Angela Merkel said she was looking forward to meeting Emmanuel Macron on March 16.",
    ] {
        tells(body, &[&format!("bilateral planned {PAIR} 2018-03-16 -")]);
    }
    tells(
        "Angela Merkel moved forward after her meeting with Emmanuel Macron on Monday.",
        &[&format!("bilateral held {PAIR} 2018-03-12 -")],
    );
}

#[test]
fn an_appointment_may_be_called_off() {
    tells(
        "Angela Merkel is in Kiel. An appointment with President Emmanuel Macron on Monday was called off.",
        &[&format!("bilateral cancelled {PAIR} 2018-03-12 -")],
    );
    tell_of_none(&[
        "The appointment of Emmanuel Macron on Monday was called off, Angela Merkel said.",
        "Angela Merkel missed an appointment with Emmanuel Macron on Monday.",
    ]);
}

#[test]
fn an_office_may_have_two_words() {
    tells(
        "The case of Prime Minister Theresa May was heard. Nothing came of it for days. Emmanuel Macron received the premier \
         in Oslo on Monday.",
        &["bilateral held emmanuel-macron+theresa-may 2018-03-12 oslo"],
    );
}

#[test]
fn a_body_is_taken_up_by_one_word() {
    let story = story(
        "The rebel Quill Liberation Front holds the hills. On Monday the government of Colombia and the rebels met in Oslo.",
    );
    let met = told(&story);
    assert!(matches!(met.as_slice(), [one] if one.contains("colombia+quill-liberation-front")), "{met:?}");
    tell_of_none(&["The rebel Quill Liberation Front holds the hills. On Monday the rebels met resistance."]);
}

#[test]
fn sides_of_a_format_count_their_meetings() {
    let story = story("The ninth meeting on fisheries in the Bergen format was held in Oslo on Monday.");
    let rounds: Vec<_> = story.meetings.iter().map(|one| (one.kind.word(), one.ordinal)).collect();
    assert_eq!(rounds, [(MeetingKind::Round.word(), Some(9))]);
    tells_of_none("A meeting of clerks on the new paper format was held in Oslo on Monday.");
}

#[test]
fn what_somebody_is_told_somewhere_is_told_to_the_face() {
    tells(
        "Angela Merkel told President Emmanuel Macron in Oslo on Monday that the eels were back.",
        &[&format!("bilateral held {PAIR} 2018-03-12 oslo")],
    );
    tells(
        "Angela Merkel met Emmanuel Macron in Oslo on Monday. Angela Merkel told Emmanuel Macron at the palace that the eels \
         were back.",
        &[&format!("bilateral held {PAIR} 2018-03-12 oslo")],
    );
    tell_of_none(&[
        "Angela Merkel told Emmanuel Macron on Monday that the eels were back.",
        "Angela Merkel told Emmanuel Macron in a letter on Monday that the eels were back.",
        "Angela Merkel told Parliament in Berlin on Monday that Emmanuel Macron was wrong.",
        "Angela Merkel was told in Oslo on Monday that Emmanuel Macron was wrong.",
    ]);
}

#[test]
fn talks_that_open_a_sentence_are_those_of_the_one_whom_the_story_is_about() {
    let held = format!("bilateral held {PAIR} 2018-03-12 -");
    tells("Angela Merkel is pleased. The talks with Emmanuel Macron on Monday lasted two hours.", &[&held]);
    tells(
        "Angela Merkel met Emmanuel Macron on Monday. Theresa May was not there. The talks with Emmanuel Macron lasted two hours.",
        &[&held],
    );
    tell_of_none(&[
        "Spokesman Jean Brun is pleased. The talks with Emmanuel Macron on Monday lasted two hours.",
        "10:00 Call with Angela Merkel\n\n11:00 Meeting with Emmanuel Macron",
        "Angela Merkel is pleased. The trouble with Emmanuel Macron on Monday lasted two hours.",
    ]);
}

#[test]
fn of_which_state_somebody_is_ends_no_list() {
    tells(
        "On Monday a meeting of King Felipe of Spain with Angela Merkel took place in Oslo.",
        &["bilateral held angela-merkel+king-felipe-vi 2018-03-12 oslo"],
    );
}

#[test]
fn a_joint_body_sits_and_a_guest_is_received_in_a_palace() {
    let sitting = told(&story("The Joint Quillon Commission met in Oslo on Monday to count boats."));
    assert!(
        matches!(sitting.as_slice(), [one] if one.contains("joint-quillon-commission 2018-03-12 oslo")),
        "{sitting:?}"
    );
    tells("Angela Merkel was received at the Elysee Palace on Monday.", &["talks held angela-merkel 2018-03-12 paris"]);
    tell_of_none(&[
        "The Quillon Library Committee met in Oslo on Monday to count books.",
        "Angela Merkel was received with cheers at the port on Monday.",
    ]);
}

#[test]
fn two_commanders_need_no_names() {
    tells(
        "The encounter between the commanders of the two armies in Oslo on Monday ended without a result.",
        &["talks held - 2018-03-12 oslo"],
    );
}

#[test]
fn what_was_done_again_was_done_on_two_days() {
    tells(
        "Angela Merkel met Emmanuel Macron on March 5 and again on March 12.",
        &[&format!("bilateral held {PAIR} 2018-03-05 -"), &format!("bilateral held {PAIR} 2018-03-12 -")],
    );
    tells(
        "Angela Merkel met Emmanuel Macron on March 5, and again on March 12 she was ill.",
        &[&format!("bilateral held {PAIR} 2018-03-05 -")],
    );
}

#[test]
fn teams_habits_and_questions_are_no_meetings() {
    tell_of_none(&[
        "The Sandmark Herons meet the Tarnby Badgers on March 20.",
        "The choir of Angela Merkel meets on Wednesdays with Emmanuel Macron.",
        "The Council of Ministers holds its weekly meeting tomorrow.",
        "Q: Did Angela Merkel meet Emmanuel Macron on Monday?",
    ]);
    tells(
        "Q: How was Monday? Angela Merkel met Emmanuel Macron on Monday.",
        &[&format!("bilateral held {PAIR} 2018-03-12 -")],
    );
}

#[test]
fn the_president_of_a_house_is_its_own() {
    let release = file(
        "THE WHITE HOUSE\n\nMarch 14, 2012\n\nReadout of a call on boats\n\nThe President spoke by telephone today with Chancellor \
         Angela Merkel of Germany.\n",
    );
    assert_eq!(told(&release), ["call held angela-merkel+barack-obama 2012-03-14 -"]);
    let paper = file(
        "THE WHITE HORSE\n\nMarch 14, 2012\n\nA word on boats\n\nThe President spoke by telephone today with Chancellor Angela \
         Merkel of Germany.\n",
    );
    assert!(told(&paper).iter().all(|one| !one.contains("barack-obama")), "{:?}", told(&paper));
}

#[test]
fn a_summit_with_a_name_is_no_meeting_of_two_who_came_to_it() {
    tells(
        "Angela Merkel met Emmanuel Macron in Oslo on Monday. The East Asia Summit opens in Singapore on Friday.",
        &[&format!("bilateral held {PAIR} 2018-03-12 oslo"), "summit planned - 2018-03-16 singapore"],
    );
    let own = story("Angela Merkel met Emmanuel Macron in Oslo on Monday. The Oslo Summit lasted two hours.");
    assert_eq!(own.meetings.len(), 1, "{:?}", told(&own));
}

#[test]
fn two_sides_may_be_told_by_what_they_are() {
    for body in [
        "The government and the rebels held talks in Oslo on Monday.",
        "Army and rebel commanders are to come together in Oslo on Friday.",
        "Talks between union and management negotiators resumed in Oslo on Monday.",
    ] {
        assert_eq!(story(body).meetings.len(), 1, "{body}: {:?}", told(&story(body)));
    }
    tell_of_none(&[
        "The government and the rebels traded fire near Oslo on Monday.",
        "The government met its targets on Monday, and the rebels theirs.",
        "The army and the government said on Monday that talks were far off.",
        "The rebels and the guerrillas sat in the hills above Oslo on Monday.",
    ]);
}

#[test]
fn one_may_be_somewhere_to_see_somebody() {
    tell_of_the_pair(&["Angela Merkel was in Lyon on Monday to see President Emmanuel Macron."]);
    tell_of_none(&["Angela Merkel was in Lyon on Monday to see the cathedral, and Emmanuel Macron stayed away."]);
}

#[test]
fn what_is_said_ahead_of_talks_and_a_deal_that_is_struck() {
    tells(
        "Ahead of talks with Emmanuel Macron in Oslo on Friday, Angela Merkel said the eels were back.",
        &[&format!("bilateral planned {PAIR} 2018-03-16 oslo")],
    );
    tell_of_the_pair(&[
        "Angela Merkel and Emmanuel Macron struck a deal on eels in Oslo on Monday.",
        "Angela Merkel and Emmanuel Macron thrashed out a compromise in Oslo on Monday.",
    ]);
    assert_eq!(
        told(&story("Angela Merkel, Emmanuel Macron and Theresa May held a conference call on Monday.")),
        ["call held angela-merkel+emmanuel-macron+theresa-may 2018-03-12 -"]
    );
    tell_of_none(&[
        "Ahead of the vote on Emmanuel Macron in Oslo on Friday, Angela Merkel said the eels were back.",
        "Angela Merkel struck a match on Monday, and Emmanuel Macron did not.",
        "Angela Merkel and Emmanuel Macron reached the harbour on Monday.",
        "Angela Merkel told an earnings conference call on Monday that Emmanuel Macron was wrong.",
    ]);
}
