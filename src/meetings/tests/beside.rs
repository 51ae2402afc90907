//! People who are named beside those who meet, and verbs that tell of something else.

use super::*;

#[test]
fn an_office_behind_a_comma_is_no_third_side() {
    tells(
        "Angela Merkel met Jan Brod, founder of Siemens, in Berlin on Tuesday.",
        &["bilateral held angela-merkel+jan-brod 2018-03-13 berlin"],
    );
    tells(
        "Sergei Lavrov received Jan Brod, the envoy of the United Nations, in Moscow on Monday.",
        &["bilateral held jan-brod+sergey-lavrov 2018-03-12 moscow"],
    );
}

#[test]
fn a_list_goes_on_behind_an_office() {
    tells(
        "Vladimir Putin met Bashar al-Assad, the president of Syria, and Hassan Rouhani, president of Iran, in Sochi on \
         Monday.",
        &["multilateral held bashar-al-assad+hassan-rouhani+vladimir-putin 2018-03-12 sochi"],
    );
}

#[test]
fn whose_predecessor_someone_is_does_not_say_who_met() {
    tells(
        "Theresa May's predecessor, David Cameron, met Emmanuel Macron in Paris on Tuesday.",
        &["bilateral held david-cameron+emmanuel-macron 2018-03-13 paris"],
    );
    tells(
        "Theresa May's talks with President Emmanuel Macron in Paris on Tuesday were short.",
        &["bilateral held emmanuel-macron+theresa-may 2018-03-13 paris"],
    );
}

#[test]
fn each_of_two_clauses_has_its_own_pair() {
    tells(
        "Angela Merkel met Mark Rutte, and Emmanuel Macron met Theresa May in Paris on Tuesday.",
        &[
            "bilateral held angela-merkel+mark-rutte 2018-03-14 -",
            "bilateral held emmanuel-macron+theresa-may 2018-03-13 paris",
        ],
    );
}

#[test]
fn another_verb_has_another_guest() {
    let story = story("Emmanuel Macron met Mark Rutte and dined with Theresa May in Paris on Tuesday.");
    let pairs: Vec<String> = story.meetings.iter().map(who).collect();
    assert_eq!(pairs, ["emmanuel-macron+mark-rutte", "emmanuel-macron+theresa-may"]);
}

#[test]
fn he_stays_the_one_whom_the_sentences_are_about() {
    tells(
        "Emmanuel Macron was in Berlin on Monday. He met Angela Merkel there. On Tuesday he talked by telephone with \
         Theresa May.",
        &[
            "bilateral held angela-merkel+emmanuel-macron 2018-03-12 berlin",
            "call held emmanuel-macron+theresa-may 2018-03-13 -",
        ],
    );
}

#[test]
fn he_is_not_the_one_whom_the_sentence_names_in_passing() {
    let story = story(
        "After his dinner with Mark Rutte on Monday, Emmanuel Macron flew on to Germany, where he was received by Angela \
         Merkel.",
    );
    let pairs: Vec<String> = story.meetings.iter().map(who).collect();
    assert!(pairs.contains(&"angela-merkel+emmanuel-macron".to_owned()), "{pairs:?}");
}

#[test]
fn whoever_went_somewhere_to_meet_someone_has_met() {
    tells(
        "Emmanuel Macron went on to Berlin on Wednesday to meet Angela Merkel.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-14 berlin"],
    );
}

#[test]
fn a_meeting_on_a_screen_is_a_call_and_has_no_place() {
    tells(
        "Angela Merkel met Emmanuel Macron online on Tuesday. Their video meeting lasted an hour.",
        &["call held angela-merkel+emmanuel-macron 2018-03-13 -"],
    );
}

#[test]
fn what_was_broken_off_ruled_out_or_asked_about_is_not_told() {
    tells_of_none("The Workers' Union broke off wage talks with Lufthansa on Tuesday.");
    tells_of_none("A meeting between Angela Merkel and Emmanuel Macron was ruled out by Berlin.");
    tells_of_none("Did Chancellor Angela Merkel speak with President Emmanuel Macron on Monday?");
    tells_of_none("If Merkel and Macron were to meet again next week, it would be their first encounter in a year.");
}

#[test]
fn aides_who_sat_in_had_no_meeting_of_their_own() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin on Tuesday. Ministers Heiko Maas and Peter Altmaier sat in.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn a_month_between_commas_is_no_may() {
    let meeting = only("Andrzej Duda, whose rival was chosen on May 2, received Mark Rutte in Warsaw on Monday.");
    assert_eq!(meeting.status, Status::Held);
}
