//! Ways to tell of a meeting: who stands where around the word that tells it, in several wordings each.

use super::*;

/// Each of `bodies` tells of the meetings `expected` and of no other.
#[track_caller]
fn each_tells(bodies: &[&str], expected: &[&str]) {
    for body in bodies {
        tells(body, expected);
    }
}

#[track_caller]
fn each_tells_of_none(bodies: &[&str]) {
    each_tells(bodies, &[]);
}

const IN_BERLIN: &str = "bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin";
const IN_AACHEN: &str = "bilateral held angela-merkel+emmanuel-macron 2018-03-13 aachen";
const SOMEWHERE: &str = "bilateral held angela-merkel+emmanuel-macron 2018-03-13 -";
const CALL: &str = "call held angela-merkel+emmanuel-macron 2018-03-13 -";

// The subject, and what stands between it and its verb.

#[test]
fn an_aside_between_subject_and_verb_hides_neither() {
    each_tells(
        &[
            "Angela Merkel, who had met him at the airport, received Emmanuel Macron in Berlin on Tuesday.",
            "Angela Merkel, whose party lost seats in the north, met Emmanuel Macron in Berlin on Tuesday.",
            "Angela Merkel, whom the papers had written off, received Emmanuel Macron in Berlin on Tuesday.",
            "Angela Merkel, the German chancellor, met Emmanuel Macron in Berlin on Tuesday.",
            "Angela Merkel, accompanied by Heiko Maas, met Emmanuel Macron in Berlin on Tuesday.",
            "Emmanuel Macron, who flew in from Lisbon, was received by Angela Merkel in Berlin on Tuesday.",
        ],
        &[IN_BERLIN],
    );
}

#[test]
fn what_opens_a_clause_within_an_aside_opens_none_for_the_verb() {
    each_tells(
        &[
            "Angela Merkel, who was late because it snowed, met Emmanuel Macron in Berlin on Tuesday.",
            "Angela Merkel (63), in office since 2005, met Emmanuel Macron in Berlin on Tuesday.",
            "Angela Merkel (who had met him once before) received Emmanuel Macron in Berlin on Tuesday.",
        ],
        &[IN_BERLIN],
    );
}

#[test]
fn brackets_and_ages_are_passed_over() {
    each_tells(
        &[
            "Angela Merkel (CDU) met Emmanuel Macron in Berlin on Tuesday.",
            "Angela Merkel, 63, met Emmanuel Macron in Berlin on Tuesday.",
            "Emmanuel Macron [centre] met Angela Merkel in Berlin on Tuesday.",
        ],
        &[IN_BERLIN],
    );
}

#[test]
fn whoever_does_something_after_the_talks_was_there() {
    each_tells(
        &[
            "After an hour of talks with Emmanuel Macron in Berlin, Angela Merkel flew home on Tuesday.",
            "Following a meeting with Emmanuel Macron in Berlin on Tuesday, Angela Merkel spoke of a good start.",
        ],
        &[IN_BERLIN],
    );
}

// Pronouns and numbers.

#[test]
fn he_and_she_are_those_who_are_spoken_of() {
    each_tells(
        &[
            "Angela Merkel came to Aachen on Monday. She met Emmanuel Macron on Tuesday.",
            "Angela Merkel spent the week abroad. On Tuesday she held talks with Emmanuel Macron.",
            "Emmanuel Macron spent the week abroad. On Tuesday he sat down with Angela Merkel.",
        ],
        &[SOMEWHERE],
    );
}

#[test]
fn him_and_her_are_not_the_ones_who_receive_them() {
    each_tells(
        &[
            "Angela Merkel was late. Emmanuel Macron met her in Aachen on Tuesday.",
            "Emmanuel Macron was late. Angela Merkel received him in Aachen on Tuesday.",
            "Angela Merkel waited on the steps for Emmanuel Macron. She received him in Aachen on Tuesday.",
        ],
        &[IN_AACHEN],
    );
}

#[test]
fn they_the_two_and_the_pair_are_those_told_before() {
    for sentence in [
        "On Tuesday they sat down together in Aachen.",
        "The two met in Aachen on Tuesday.",
        "On Tuesday the two spoke for an hour in Aachen.",
        "The pair met in Aachen on Tuesday.",
        "The pair spent two hours together in Aachen on Tuesday.",
        "Both leaders met in Aachen on Tuesday.",
    ] {
        tells(&format!("Angela Merkel and Emmanuel Macron know each other well. {sentence}"), &[IN_AACHEN]);
    }
    tells_of_none(
        "Angela Merkel and Emmanuel Macron know each other well. Both spent Tuesday's long day in the same hotel in Aachen.",
    );
    tells_of_none(
        "There was no meeting of Angela Merkel and Emmanuel Macron on Tuesday, although the two spent the day in the same hall.",
    );
}

// Sides told by those who act for them.

#[test]
fn the_government_of_the_story_negotiates_for_its_state() {
    let told_by = |body: &str| told(&file(&format!("A quiet day\n\nBOGOTA, March 14, 2018 (Reuters) - {body}\n")));
    for body in [
        "Government and ELN negotiators met in Quito on Tuesday.",
        "Negotiators of the government and the ELN held talks in Quito on Tuesday.",
        "Colombian government and ELN negotiators held talks in Quito on Tuesday.",
    ] {
        assert_eq!(told_by(body), ["bilateral held colombia+eln 2018-03-13 quito"], "{body}");
    }
}

#[test]
fn ministers_whom_no_table_knows_meet_for_their_states() {
    each_tells(
        &[
            "The foreign ministers of Burundi and Malawi met in Lusaka on Tuesday.",
            "The foreign ministers of Burundi and Malawi held talks in Lusaka on Tuesday.",
            "Malawian and Burundian negotiators met in Lusaka on Tuesday.",
            "Negotiators from Burundi and Malawi met in Lusaka on Tuesday.",
            "The Burundian and Malawian delegations met in Lusaka on Tuesday.",
        ],
        &["bilateral held burundi+malawi 2018-03-13 lusaka"],
    );
}

#[test]
fn capitals_that_talk_with_each_other_are_their_states() {
    each_tells(
        &[
            "Talks between Seoul and Pyongyang opened in Panmunjom on Tuesday.",
            "Seoul and Pyongyang held talks in Panmunjom on Tuesday.",
        ],
        &["bilateral held north-korea+south-korea 2018-03-13 panmunjom"],
    );
}

#[test]
fn countries_that_no_table_knows_are_sides() {
    each_tells(
        &[
            "Talks between Ruritania and Syldavia opened in Vienna on Tuesday.",
            "Negotiations between Ruritania and Syldavia took place in Vienna on Tuesday.",
            "Ruritania's president met Syldavia's president in Vienna on Tuesday.",
        ],
        &["bilateral held ruritania+syldavia 2018-03-13 vienna"],
    );
}

// Measures and numbers of talks.

#[test]
fn hours_and_days_of_talks_are_talks() {
    each_tells(
        &[
            "Two hours of talks between Angela Merkel and Emmanuel Macron ended in Berlin on Tuesday.",
            "Angela Merkel held three hours of talks with Emmanuel Macron in Berlin on Tuesday.",
            "Angela Merkel and Emmanuel Macron met in Berlin for two hours of talks on Tuesday.",
            "Angela Merkel and Emmanuel Macron talked for three hours in Berlin on Tuesday.",
            "Angela Merkel spent an hour with Emmanuel Macron in Berlin on Tuesday.",
        ],
        &[IN_BERLIN],
    );
}

#[test]
fn how_often_people_met_this_year_is_not_when() {
    each_tells(
        &[
            "Angela Merkel and Emmanuel Macron met for a third time this year in Berlin on Tuesday.",
            "Angela Merkel met Emmanuel Macron for the second time this month in Berlin on Tuesday.",
        ],
        &[IN_BERLIN],
    );
}

#[test]
fn a_number_alone_counts_the_rounds_that_were_spoken_of() {
    for body in [
        "Negotiators have met for many rounds in Geneva. The thirty-first began on March 5.",
        "Everybody has lost count of the rounds. The thirty-first was on March 5.",
    ] {
        let meeting = only(body);
        assert_eq!((meeting.ordinal, line(&meeting)), (Some(31), "round held - 2018-03-05 -".to_owned()), "{body}");
    }
}

#[test]
fn the_rounds_of_one_story_have_the_same_sides() {
    tells(
        "The third round of talks between Angela Merkel and Emmanuel Macron took place in Berlin on Tuesday. The second \
         round of talks, on March 6, lasted twenty minutes.",
        &[
            "round held angela-merkel+emmanuel-macron 2018-03-13 berlin",
            "round held angela-merkel+emmanuel-macron 2018-03-06 -",
        ],
    );
}

// Hosts and guests.

#[test]
fn guests_who_are_received_one_by_one_have_a_meeting_each() {
    each_tells(
        &[
            "Angela Merkel received Emmanuel Macron and Theresa May separately in Berlin on Tuesday.",
            "Angela Merkel met Emmanuel Macron and Theresa May in turn in Berlin on Tuesday.",
            "Angela Merkel held separate meetings with Emmanuel Macron and Theresa May in Berlin on Tuesday.",
            "Emmanuel Macron and Theresa May were received separately by Angela Merkel in Berlin on Tuesday.",
        ],
        &[IN_BERLIN, "bilateral held angela-merkel+theresa-may 2018-03-13 berlin"],
    );
}

#[test]
fn a_guest_is_told_before_the_host_where_the_verb_is_passive() {
    each_tells(
        &[
            "Emmanuel Macron was welcomed by Angela Merkel in Berlin on Tuesday.",
            "Emmanuel Macron was received in Berlin on Tuesday by Angela Merkel.",
        ],
        &[IN_BERLIN],
    );
    tells("Emmanuel Macron was greeted at the airport by Angela Merkel on Tuesday.", &[SOMEWHERE]);
    tells(
        "Emmanuel Macron will be received by Angela Merkel in Berlin on Friday.",
        &["bilateral planned angela-merkel+emmanuel-macron 2018-03-16 berlin"],
    );
}

#[test]
fn whoever_goes_to_a_town_to_see_someone_meets_there() {
    each_tells(
        &[
            "Emmanuel Macron flew to Aachen on Tuesday to see Angela Merkel.",
            "Emmanuel Macron went to Aachen to see Angela Merkel on Tuesday.",
            "Emmanuel Macron travelled to Aachen on Tuesday to meet Angela Merkel.",
            "Emmanuel Macron flew to Aachen on Tuesday for talks with Angela Merkel.",
            "Angela Merkel rested for a week. Emmanuel Macron flew to Aachen on Tuesday to see her.",
        ],
        &[IN_AACHEN],
    );
    tells_of_none("Emmanuel Macron flew to Lyon on Tuesday to see a play.");
}

#[test]
fn a_visitor_of_a_state_is_met_by_the_state() {
    each_tells(
        &[
            "Emmanuel Macron visited Warsaw on Tuesday.",
            "Emmanuel Macron began a visit to Warsaw on Tuesday.",
            "Emmanuel Macron arrived in Warsaw on Tuesday for a two-day visit.",
        ],
        &["visit held emmanuel-macron+poland 2018-03-13 warsaw"],
    );
    tells("Emmanuel Macron will visit Warsaw on Friday.", &["visit planned emmanuel-macron+poland 2018-03-16 warsaw"]);
    tells_of_none("Angela Merkel visited Hamburg on Tuesday.");
}

// By telephone and on a screen.

#[test]
fn being_on_the_phone_with_someone_is_a_call() {
    each_tells(
        &[
            "Angela Merkel and Emmanuel Macron were soon on the phone again on Tuesday.",
            "Angela Merkel and Emmanuel Macron were on the telephone on Tuesday.",
            "Angela Merkel was on the phone with Emmanuel Macron on Tuesday.",
            "Angela Merkel picked up the phone on Tuesday and spoke with Emmanuel Macron.",
            "Angela Merkel rang Emmanuel Macron on Tuesday.",
            "Angela Merkel called Emmanuel Macron on Tuesday to congratulate him.",
            "Angela Merkel, then in Rome, spoke by phone with Emmanuel Macron on Tuesday.",
            "Angela Merkel and Emmanuel Macron spoke for 40 minutes by telephone on Tuesday.",
        ],
        &[CALL],
    );
    tells_of_none("Angela Merkel called Emmanuel Macron a friend on Tuesday.");
}

#[test]
fn meeting_on_a_screen_is_a_call() {
    each_tells(
        &[
            "Angela Merkel and Emmanuel Macron met by video link on Tuesday.",
            "Angela Merkel met Emmanuel Macron via video link on Tuesday.",
            "Angela Merkel held a meeting with Emmanuel Macron via video link on Tuesday.",
            "Angela Merkel and Emmanuel Macron held a videoconference on Tuesday.",
            "Angela Merkel and Emmanuel Macron talked on Zoom on Tuesday.",
        ],
        &[CALL],
    );
}

#[test]
fn calling_on_someone_is_a_visit_and_calling_on_someone_to_act_is_none() {
    each_tells(
        &[
            "Angela Merkel called on Emmanuel Macron in Aachen on Tuesday.",
            "On Tuesday, Angela Merkel called on Emmanuel Macron in Aachen.",
        ],
        &[IN_AACHEN],
    );
    each_tells_of_none(&[
        "Angela Merkel called on Emmanuel Macron to stop the sale on Tuesday.",
        "Angela Merkel called on Emmanuel Macron and Theresa May to keep calm on Tuesday.",
    ]);
}

// What two people do together.

#[test]
fn those_who_agree_or_sign_something_together_have_met() {
    each_tells(
        &[
            "Angela Merkel and Emmanuel Macron agreed on Tuesday to reopen the bridge.",
            "An accord between Angela Merkel and Emmanuel Macron was made public on Tuesday.",
        ],
        &[SOMEWHERE],
    );
    tells("Angela Merkel and Emmanuel Macron signed a treaty in Aachen on Tuesday.", &[IN_AACHEN]);
}

#[test]
fn an_accord_tells_of_no_meeting_beside_the_one_that_is_told() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin on Tuesday. Angela Merkel and Emmanuel Macron signed a treaty.",
        &[IN_BERLIN],
    );
    each_tells_of_none(&[
        "Angela Merkel signed the budget on Tuesday.",
        "Angela Merkel agreed on Tuesday with what Emmanuel Macron had written.",
    ]);
}

#[test]
fn teams_that_bear_the_names_of_states_play() {
    each_tells_of_none(&[
        "Sweden met Denmark in the semi-final on Tuesday.",
        "Sweden meets Denmark at the stadium in Solna on Friday.",
        "Sweden and Denmark met in Solna on Tuesday. The football was poor and the coach was sent off.",
        "On Friday Solna FC meet Aarhus Rovers.",
        "Lars Holm meets Erik Vand on Friday for the heavyweight title.",
    ]);
    tells("Angela Merkel met Emmanuel Macron in Berlin on Tuesday before the football final.", &[IN_BERLIN]);
}

#[test]
fn whoever_holds_talks_with_two_others_takes_part() {
    each_tells(
        &[
            "Angela Merkel held talks with Emmanuel Macron and Theresa May in Berlin on Tuesday.",
            "Angela Merkel had a meeting with Emmanuel Macron and Theresa May in Berlin on Tuesday.",
        ],
        &["multilateral held angela-merkel+emmanuel-macron+theresa-may 2018-03-13 berlin"],
    );
}
