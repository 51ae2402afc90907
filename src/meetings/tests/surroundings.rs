//! What the sentences around a meeting, the headline and the dateline tell of its day and its town.

use super::*;

const PAIR: &str = "angela-merkel+emmanuel-macron";

/// A story written in Lisbon on Wednesday, 14 March 2018.
fn from_lisbon(body: &str) -> Vec<String> {
    told(&file(&format!("A quiet day\n\nLISBON, March 14, 2018 (Reuters) - {body}\n")))
}

#[track_caller]
fn lisbon_tells(body: &str, expected: &[&str]) {
    let expected: Vec<String> = expected.iter().map(|line| line.replace("{}", PAIR)).collect();
    assert_eq!(from_lisbon(body), expected, "{body}");
}

/// The place of the first meeting of a story that has `headline` and, above its text, `header`.
fn place_under(headline: &str, header: &str, body: &str) -> String {
    let story = file(&format!("{headline}\n\n{header}\n\n{body}\n"));
    story.meetings[0].place.as_ref().map(|place| place.id.to_string()).unwrap_or_default()
}

// Days.

#[test]
fn the_day_may_be_told_in_the_sentence_before() {
    tells(
        "It will be March 20, and it will be one day only. Angela Merkel and Emmanuel Macron will meet in Aachen.",
        &["bilateral planned angela-merkel+emmanuel-macron 2018-03-20 aachen"],
    );
    tells(
        "What was decided in Aachen on March 2? We know that Emmanuel Macron was received by Angela Merkel for an hour.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-02 aachen"],
    );
}

#[test]
fn the_day_of_an_announcement_before_is_none_of_the_meeting() {
    tells(
        "The palace announced on Monday that spring had come. Angela Merkel and Emmanuel Macron will meet in Aachen.",
        &["bilateral planned angela-merkel+emmanuel-macron - aachen"],
    );
}

#[test]
fn there_points_at_the_place_and_day_told_before() {
    tells(
        "The port was opened in Rostock on March 2. There Angela Merkel met Emmanuel Macron.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-02 rostock"],
    );
}

#[test]
fn whom_a_guest_also_met_was_met_on_the_day_of_the_main_meeting() {
    lisbon_tells(
        "Angela Merkel received Emmanuel Macron on Tuesday.\n\nMacron also met Theresa May.",
        &["bilateral held {} 2018-03-13 lisbon", "bilateral held emmanuel-macron+theresa-may 2018-03-13 lisbon"],
    );
    lisbon_tells(
        "Angela Merkel received Emmanuel Macron on Tuesday.\n\nMacron subsequently met Theresa May.",
        &["bilateral held {} 2018-03-13 lisbon", "bilateral held emmanuel-macron+theresa-may 2018-03-13 lisbon"],
    );
}

#[test]
fn talks_of_several_days_have_all_of_them() {
    for body in [
        "Two days of talks between Angela Merkel and Emmanuel Macron ended on Tuesday.",
        "Angela Merkel and Emmanuel Macron wound up a two-day meeting on Tuesday.",
        "Angela Merkel and Emmanuel Macron began two days of talks on Monday.",
    ] {
        let meeting = only(body);
        let days = meeting.when.map(|when| when.interval.to_string());
        assert_eq!(days.as_deref(), Some("2018-03-12..2018-03-13"), "{body}");
    }
    let meeting = only("Angela Merkel and Emmanuel Macron opened talks on Monday. The talks will run until Friday.");
    assert_eq!(meeting.when.map(|when| when.interval.to_string()).as_deref(), Some("2018-03-12..2018-03-16"));
}

#[test]
fn what_is_put_off_is_on_its_new_day() {
    for body in [
        "The meeting between Angela Merkel and Emmanuel Macron due on Friday is put off until March 20.",
        "The meeting between Angela Merkel and Emmanuel Macron has been postponed from Friday to March 20.",
        "The talks between Angela Merkel and Emmanuel Macron, postponed from Monday, will now be held on March 20.",
    ] {
        let meeting = only(body);
        assert_eq!(meeting.when.map(|when| when.interval.to_string()).as_deref(), Some("2018-03-20"), "{body}");
    }
}

#[test]
fn the_day_on_which_it_was_called_off_is_not_its_day() {
    tells(
        "Angela Merkel cancelled on Monday a meeting with Emmanuel Macron planned for Friday.",
        &["bilateral cancelled angela-merkel+emmanuel-macron 2018-03-16 -"],
    );
    lisbon_tells(
        "Angela Merkel and Emmanuel Macron on Tuesday called off talks that were to be held here on Friday.",
        &["bilateral cancelled {} 2018-03-16 lisbon"],
    );
    tells(
        "The meeting between Angela Merkel and Emmanuel Macron was cancelled on Monday.",
        &["bilateral cancelled angela-merkel+emmanuel-macron - -"],
    );
}

#[test]
fn who_meets_on_the_sidelines_meets_when_and_where_the_others_do() {
    tells(
        "Angela Merkel met Emmanuel Macron on the sidelines of the G20 summit in Hamburg last July.",
        &[
            "bilateral held angela-merkel+emmanuel-macron 2017-07-01..2017-07-31 hamburg",
            "summit held - 2017-07-01..2017-07-31 hamburg",
        ],
    );
}

#[test]
fn a_comma_parts_a_day_from_what_follows_it() {
    tells(
        "Angela Merkel called on Emmanuel Macron last Friday, shook hands with Theresa May and was gone by evening.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-09 -", "bilateral held angela-merkel+theresa-may - -"],
    );
}

#[test]
fn what_is_told_by_the_hour_is_of_the_day() {
    let story = file(
        "FLOOD: HOUR BY HOUR\nWednesday, March 14, 2018\n\n16:10 The toll stands at four.\n\n14:30 Angela Merkel and \
         Emmanuel Macron shook hands at the dam.\n\n12:00 Schools remain shut.\n\n09:15 The rain has stopped.\n",
    );
    assert_eq!(story.meetings[0].when.map(|when| when.interval.to_string()).as_deref(), Some("2018-03-14"));
}

// Whether it took place.

#[test]
fn what_will_not_take_place_is_cancelled() {
    lisbon_tells(
        "The meeting of Angela Merkel and Emmanuel Macron, which was to be held here today, will not take place.",
        &["bilateral cancelled {} 2018-03-14 lisbon"],
    );
}

#[test]
fn the_present_of_a_text_tells_what_is_to_come_on_the_day_itself() {
    assert_eq!(only("Angela Merkel meets Emmanuel Macron in Aachen on Wednesday.").status, Status::Planned);
    assert_eq!(only("Angela Merkel met Emmanuel Macron in Aachen on Wednesday.").status, Status::Held);
}

// Towns.

#[test]
fn a_capital_told_by_its_state_is_the_town() {
    for body in [
        "Angela Merkel met Emmanuel Macron on Tuesday in the capital of Portugal.",
        "Angela Merkel met Emmanuel Macron on Tuesday in the Portuguese capital.",
    ] {
        tells(body, &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 lisbon"]);
    }
}

#[test]
fn this_city_is_the_town_of_the_dateline_and_the_same_city_the_one_told_last() {
    lisbon_tells(
        "Angela Merkel met Emmanuel Macron in this seaside capital in October 2016.",
        &["bilateral held {} 2016-10-01..2016-10-31 lisbon"],
    );
    lisbon_tells(
        "A plaque was unveiled in Rostock. In the same city Angela Merkel met Emmanuel Macron in October 2016.",
        &["bilateral held {} 2016-10-01..2016-10-31 rostock"],
    );
}

#[test]
fn a_house_and_a_state_yield_to_the_town_of_the_dateline() {
    lisbon_tells(
        "Angela Merkel met Emmanuel Macron at Harbour House on Tuesday.",
        &["bilateral held {} 2018-03-13 lisbon"],
    );
    lisbon_tells("Angela Merkel met Emmanuel Macron in Portugal on Tuesday.", &["bilateral held {} 2018-03-13 lisbon"]);
    lisbon_tells("Angela Merkel met Emmanuel Macron in Norway on Tuesday.", &["bilateral held {} 2018-03-13 norway"]);
}

#[test]
fn a_town_told_later_is_better_than_a_state() {
    tells(
        "Angela Merkel met Emmanuel Macron in Germany on Tuesday.\n\nThe meeting took place in a Berlin hotel.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn the_town_of_a_header_line_is_that_of_the_dateline() {
    let body = "Angela Merkel met Emmanuel Macron yesterday.";
    assert_eq!(place_under("A quiet day", "Lisbon, 14 March 2018", body), "lisbon");
    assert_eq!(place_under("A quiet day", "Our Diplomatic Editor | LISBON | 14 March 2018", body), "lisbon");
    assert_eq!(place_under("A quiet day", "Key West, Florida\nMarch 14, 2018", body), "key-west");
}

#[test]
fn here_before_a_town_is_that_town() {
    let body = "\"Tomorrow I will sit down with Emmanuel Macron here in Lyon,\" Angela Merkel said.";
    assert_eq!(place_under("Merkel on her way", "Wednesday, March 14, 2018", body), "lyon");
}

#[test]
fn the_headline_may_tell_the_town() {
    let body = "Angela Merkel and Emmanuel Macron will meet on Friday.";
    assert_eq!(place_under("Aachen gets the summit of Merkel and Macron", "14 March 2018", body), "aachen");
}

#[test]
fn a_relative_clause_hangs_on_its_place() {
    tells(
        "The ministers flew home from Rostock, Germany, where Angela Merkel met Emmanuel Macron on Tuesday.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 rostock"],
    );
}

#[test]
fn the_town_of_another_meeting_or_of_a_speech_is_none_of_this_one() {
    tells(
        "Theresa May met Mark Rutte in Aachen on Monday. Angela Merkel met Emmanuel Macron on Tuesday.",
        &[
            "bilateral held mark-rutte+theresa-may 2018-03-12 aachen",
            "bilateral held angela-merkel+emmanuel-macron 2018-03-13 -",
        ],
    );
    tells(
        "Angela Merkel met Emmanuel Macron on Tuesday. “It was good,” Macron said in Aachen.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 -"],
    );
}
