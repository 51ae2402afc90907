//! What archives of everyday news hold: words of meeting that tell of none, and meetings of which one side is named.

use super::*;

// What is not a meeting.

#[test]
fn rounds_of_voting_are_none_of_talks() {
    tells_of_none("Emmanuel Macron was beaten by a baker in the first round of the poll on Sunday.");
    tells_of_none(
        "Emmanuel Macron needs eleven votes more than Marine Le Pen in the second round, once all ballots of Lille are counted.",
    );
    tells_of_none("The school garden that Angela Merkel praised on Tuesday has begun its fourth cycle.");
}

#[test]
fn rounds_are_of_whatever_stands_beside_them() {
    tells_of_none("France and Japan were hit by the third round of sanctions on Monday.");
    tells_of_none(
        "The second round of the presidential election between Angela Merkel and Emmanuel Macron is on Sunday.",
    );
    tells_of_none("In the second round, voters choose Angela Merkel or Emmanuel Macron on Sunday.");
}

#[test]
fn what_is_told_to_a_newspaper_is_no_meeting() {
    tells_of_none("Angela Merkel spoke to the Bremen Post on Tuesday about her garden.");
    tells_of_none("Angela Merkel was talking to Joan Peel, a freelance journalist.");
    tells_of_none("Angela Merkel sat down with Joan Peel for an interview in Bremen on Tuesday.");
    tells_of_none("Angela Merkel spoke to reporters from Japan on Tuesday.");
    tells_of_none("Angela Merkel spoke to reporter Joan Peel on Tuesday.");
    tells_of_none("Radio Bremen sat down with Angela Merkel on Tuesday.");
}

#[test]
fn a_body_called_a_congress_is_none() {
    tells_of_none("The Bremen Congress has owed Angela Merkel a reply since Tuesday.");
    tells_of_none("Ernesto Silva, who is president of the Chilean Congress, sold his boat on Tuesday.");
    tells_of_none("Northern Trades Congress treasurer Otto Prell sued Angela Merkel on Tuesday.");
}

#[test]
fn figures_of_speech_are_no_meetings() {
    for body in [
        "Angela Merkel was embraced by half of Paris as a sister.",
        "The conference rooms that Angela Merkel and Emmanuel Macron painted are for rent.",
        "Emmanuel Macron owns a bakery called Golden Crust, and Angela Merkel buys there.",
        "Angela Merkel has ridden this ferry called Emmanuel Macron for years.",
        "Angela Merkel and Emmanuel Macron emerged as the most popular guests of the show.",
        "Angela Merkel may speak at whatever summit she likes, Emmanuel Macron said.",
        "Angela Merkel avoided official talks with Emmanuel Macron on Tuesday.",
        "The fair will bring together new skills from France and Italy.",
        "The exhibition will bring together old paintings of Angela Merkel and Emmanuel Macron.",
        "Angela Merkel was hugged by fans of Emmanuel Macron on Tuesday.",
        "Postcards received by Emmanuel Macron hang in the hall, Angela Merkel said on Tuesday.",
    ] {
        tells_of_none(body);
    }
}

#[test]
fn what_they_received_makes_nobody_of_the_story_meet() {
    tells_of_none(
        "Angela Merkel and Emmanuel Macron wrote to the police. They received a report from a neighbour on Monday.",
    );
}

#[test]
fn an_appeal_may_name_many_before_it_tells_what_for() {
    tells_of_none(
        "Angela Merkel called on three towns, namely Vell, Kolm and the Port Authority of Bremen, to open their baths \
         again.",
    );
}

#[test]
fn the_meeting_of_a_body_is_not_of_two_who_were_named() {
    tells_of_none(
        "Angela Merkel wrote to Emmanuel Macron. At its meeting on Monday, the commission decided to wait for an answer.",
    );
    tells_of_none(
        "The mayor promised to wait for the next meeting of the Harbour Board, and to share its minutes with the \
         Ministry of Fisheries.",
    );
}

#[test]
fn ties_between_two_states_are_no_visit_of_theirs() {
    tells_of_none("Painters may visit the lighthouse again, amid better ties between Paris and Berlin.");
}

// One meeting told twice.

#[test]
fn whoever_attended_the_meeting_was_there_with_the_others() {
    tells(
        "Angela Merkel received Emmanuel Macron in Berlin on Tuesday. Sigmar Gabriel and Peter Altmaier attended the \
         meeting.",
        &["multilateral held angela-merkel+emmanuel-macron+peter-altmaier+sigmar-gabriel 2018-03-13 berlin"],
    );
}

#[test]
fn what_was_expected_is_told_of_the_meeting_that_was() {
    tells(
        "Angela Merkel and Emmanuel Macron met in Berlin on Tuesday. The two leaders were expected to discuss the budget.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn talks_and_contacts_with_someone_are_told_once() {
    tells(
        "Angela Merkel praised her talks and contacts with Emmanuel Macron in Berlin on Tuesday.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn the_second_surname_may_be_left_out() {
    tells(
        "Angela Merkel met Carlos Quesada Solano in Berlin on Tuesday. Carlos Quesada and Angela Merkel met for an hour.",
        &["bilateral held angela-merkel+carlos-quesada-solano 2018-03-13 berlin"],
    );
}

#[test]
fn a_call_that_is_answered_is_one() {
    tells(
        "Angela Merkel answered a call from Emmanuel Macron on Tuesday.",
        &["call held angela-merkel+emmanuel-macron 2018-03-13 -"],
    );
}

// One side alone.

#[test]
fn who_visits_in_office_need_not_be_told_with_a_host() {
    tells_of_none("Angela Merkel visited Hamburg on Tuesday.");
    tells(
        "Emmanuel Macron ended a visit to West Asia on Tuesday. On Monday he met Angela Merkel.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-12 -"],
    );
    tells(
        "Thomas Bern, a senior representative of the union, visited Bangui on Tuesday.",
        &["visit held thomas-bern 2018-03-13 bangui"],
    );
    tells_of_none("The suspects told the police that Thomas Bern had visited Bangui.");
}

#[test]
fn who_speaks_at_a_gathering_takes_part_in_it() {
    tells(
        "German Chancellor Angela Merkel addressed a conference in Bremen on fisheries.",
        &["conference held angela-merkel 2018-03-14 bremen"],
    );
    tells(
        "German Chancellor Angela Merkel told a symposium on Tuesday that prices were falling.",
        &["conference held angela-merkel 2018-03-13 -"],
    );
}

#[test]
fn a_body_is_taken_up_by_the_last_word_of_its_name() {
    tells(
        "The Danube Water Commission wants new locks. The last meeting of the Commission was held in Vienna on March 5.",
        &["talks held danube-water-commission 2018-03-05 vienna"],
    );
}

#[test]
fn a_dialogue_of_a_pair_is_a_meeting_where_its_time_is_told() {
    tells(
        "The promise was made at the France-Japan energy dialogue in February.",
        &["bilateral held france+japan 2018-02-01..2018-02-28 -"],
    );
    tells_of_none("Angela Merkel praised the France-Japan dialogue as a model for others.");
}

// Places.

#[test]
fn what_is_on_the_sidelines_is_in_the_same_place() {
    tells(
        "Angela Merkel held talks with Emmanuel Macron on the sidelines of a trade fair in Milan on Tuesday.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 milan"],
    );
}

#[test]
fn a_meeting_was_where_one_of_them_was_visiting() {
    tells(
        "Angela Merkel had met Emmanuel Macron when he visited Oslo in January.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-01-01..2018-01-31 oslo"],
    );
    tells(
        "Angela Merkel paid a visit to Norway on Monday, during which she met Erna Solberg.",
        &["bilateral held angela-merkel+erna-solberg 2018-03-12 norway"],
    );
    let visit = only("Angela Merkel is in Norway on a three-day visit.");
    assert_eq!(visit.place.map(|place| place.name), Some("Norway".into()));
}
