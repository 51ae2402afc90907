//! Invented stories in, what this room makes of them out: one test for each rule of telling a meeting.

use std::path::Path;

use proptest::prelude::*;

use super::{MeetingKind, MeetingMention, Status, Story, read_story};
use crate::article::read;
use crate::language::{Facts, Part};

/// The story of a file that holds `text`.
fn file(text: &str) -> Story {
    let mut articles = read("story.txt", Path::new("story.txt"), text.as_bytes()).articles;
    read_story(articles.remove(0), Facts::shipped(), None)
}

/// The story of Wednesday, 14 March 2018, that has `body` under a headline that tells of no meeting.
fn story(body: &str) -> Story {
    file(&format!("A busy week in the capitals of Europe\n\nWednesday, March 14, 2018\n\n{body}\n"))
}

/// Each meeting in one line: `bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin`, absent parts as `-`.
fn told(story: &Story) -> Vec<String> {
    story.meetings.iter().map(line).collect()
}

fn line(meeting: &MeetingMention) -> String {
    let or_dash = |text: String| if text.is_empty() { "-".to_owned() } else { text };
    let when = meeting.when.map_or_else(String::new, |when| {
        let (from, to) = (when.interval.from, when.interval.to);
        if from == to { from.to_string() } else { format!("{from}..{to}") }
    });
    let place = meeting.place.as_ref().map_or_else(String::new, |place| place.id.to_string());
    let parts = [meeting.kind.word(), meeting.status.word(), &or_dash(who(meeting)), &or_dash(when), &or_dash(place)];
    parts.join(" ")
}

fn who(meeting: &MeetingMention) -> String {
    let mut ids: Vec<&str> = meeting.participants.iter().map(|participant| participant.id.as_str()).collect();
    ids.sort_unstable();
    ids.join("+")
}

/// The one meeting that a story with this body tells of.
fn only(body: &str) -> MeetingMention {
    let story = story(body);
    assert_eq!(story.meetings.len(), 1, "{:?}", told(&story));
    story.meetings[0].clone()
}

#[track_caller]
fn tells(body: &str, expected: &[&str]) {
    assert_eq!(told(&story(body)), expected, "{body}");
}

#[track_caller]
fn tells_of_none(body: &str) {
    tells(body, &[]);
}

// Kinds.

#[test]
fn two_people_who_met_make_a_bilateral_meeting() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin on Tuesday.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn three_people_who_met_make_a_multilateral_meeting() {
    tells(
        "Angela Merkel, Emmanuel Macron and Theresa May met in Brussels on Tuesday.",
        &["multilateral held angela-merkel+emmanuel-macron+theresa-may 2018-03-13 brussels"],
    );
}

#[test]
fn trilateral_talks_are_multilateral_however_few_are_named() {
    let meeting = only("Angela Merkel held trilateral talks with Emmanuel Macron in Berlin on Tuesday.");
    assert_eq!(meeting.kind, MeetingKind::Multilateral);
}

#[test]
fn words_of_the_telephone_make_a_call() {
    for body in [
        "Angela Merkel spoke with Emmanuel Macron by telephone on Tuesday.",
        "Angela Merkel held a telephone conversation with Emmanuel Macron on Tuesday.",
        "Angela Merkel had a phone call with Emmanuel Macron on Tuesday.",
        "Angela Merkel telephoned Emmanuel Macron on Tuesday.",
        "Angela Merkel and Emmanuel Macron talked on the phone on Tuesday.",
        "On Tuesday Angela Merkel discussed the crisis with Emmanuel Macron by phone.",
        "Angela Merkel spoke with Emmanuel Macron over a video link on Tuesday.",
    ] {
        tells(body, &["call held angela-merkel+emmanuel-macron 2018-03-13 -"]);
    }
}

#[test]
fn a_leader_spoke_early_in_the_day_with_another() {
    tells(
        "Chancellor Angela Merkel spoke early this morning with President Emmanuel Macron about the flood.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-14 -"],
    );
}

#[test]
fn a_summit_and_a_conference_are_named_as_such() {
    tells(
        "Angela Merkel and Emmanuel Macron held a summit in Berlin on Tuesday.",
        &["summit held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn those_who_gathered_for_a_summit_take_part_in_it() {
    tells(
        "Angela Merkel, Emmanuel Macron and Theresa May gathered in Lausanne on Tuesday for a summit on energy.",
        &["summit held angela-merkel+emmanuel-macron+theresa-may 2018-03-13 lausanne"],
    );
}

#[test]
fn a_numbered_round_of_named_talks_is_a_round_with_its_series() {
    let meeting =
        only("The Geneva process goes on. The fifth round of the Geneva talks took place on March 12-13, 2018.");
    assert_eq!(line(&meeting), "round held - 2018-03-12..2018-03-13 -");
    assert_eq!((meeting.ordinal, meeting.series.is_some()), (Some(5), true));
}

// Whether it took place.

#[test]
fn what_will_take_place_is_planned() {
    for body in [
        "Angela Merkel will meet Emmanuel Macron in Berlin on Friday.",
        "Angela Merkel is to meet Emmanuel Macron in Berlin on Friday.",
        "Angela Merkel plans to meet Emmanuel Macron in Berlin on Friday.",
        "Angela Merkel is set to meet Emmanuel Macron in Berlin on Friday.",
        "Angela Merkel is expected to meet Emmanuel Macron in Berlin on Friday.",
        "A meeting between Angela Merkel and Emmanuel Macron is scheduled for Friday in Berlin.",
    ] {
        tells(body, &["bilateral planned angela-merkel+emmanuel-macron 2018-03-16 berlin"]);
    }
}

#[test]
fn what_was_called_off_is_cancelled() {
    for body in [
        "The meeting between Angela Merkel and Emmanuel Macron on Tuesday was cancelled.",
        "The meeting between Angela Merkel and Emmanuel Macron on Tuesday was called off.",
        "The meeting between Angela Merkel and Emmanuel Macron on Tuesday has been canceled.",
    ] {
        tells(body, &["bilateral cancelled angela-merkel+emmanuel-macron 2018-03-13 -"]);
    }
}

#[test]
fn another_event_that_was_cancelled_leaves_the_meeting_held() {
    let meeting = only("Angela Merkel met Emmanuel Macron on Tuesday after a concert in Potsdam was cancelled.");
    assert_eq!(meeting.status, Status::Held);
}

#[test]
fn what_goes_on_is_ongoing() {
    let meeting = only("Angela Merkel and Emmanuel Macron are meeting in Berlin on Wednesday.");
    assert_eq!(meeting.status, Status::Ongoing);
}

#[test]
fn a_meeting_that_was_announced_earlier_and_held_is_told_once() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin on Tuesday. The meeting lasted two hours.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

// Who.

#[test]
fn participants_follow_with_between_and_of() {
    for body in [
        "A meeting between Angela Merkel and Emmanuel Macron took place on Tuesday.",
        "The meeting of Angela Merkel and Emmanuel Macron took place on Tuesday.",
        "The meeting of Angela Merkel with Emmanuel Macron took place on Tuesday.",
        "Angela Merkel held a meeting with Emmanuel Macron on Tuesday.",
        "Angela Merkel sat down with Emmanuel Macron on Tuesday.",
        "Angela Merkel received Emmanuel Macron on Tuesday.",
        "Angela Merkel hosted Emmanuel Macron on Tuesday.",
        "On Tuesday, Angela Merkel and Emmanuel Macron met for an hour.",
        "Emmanuel Macron was received by Angela Merkel on Tuesday.",
    ] {
        tells(body, &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 -"]);
    }
}

#[test]
fn titles_between_the_names_do_not_hide_them() {
    tells(
        "German Chancellor Angela Merkel met with French President Emmanuel Macron in Berlin on Tuesday.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn people_told_by_their_office_alone_are_found() {
    tells(
        "The presidents of Russia and Turkey met in Sochi on Tuesday.",
        &["bilateral held recep-tayyip-erdogan+vladimir-putin 2018-03-13 sochi"],
    );
    tells(
        "Vladimir Putin met the Turkish president in Sochi on Tuesday.",
        &["bilateral held recep-tayyip-erdogan+vladimir-putin 2018-03-13 sochi"],
    );
}

#[test]
fn a_counterpart_is_the_holder_of_the_same_office() {
    tells(
        "Foreign Minister Sergey Lavrov met his Turkish counterpart in Moscow on Tuesday.",
        &["bilateral held mevlut-cavusoglu+sergey-lavrov 2018-03-13 moscow"],
    );
}

#[test]
fn the_i_of_a_quotation_is_its_speaker() {
    tells(
        "\"I met Emmanuel Macron in Berlin on Tuesday,\" Angela Merkel said.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn the_you_of_a_quotation_is_the_one_who_is_told() {
    let meeting = only("\"I am glad to discuss this with you today,\" Angela Merkel told Emmanuel Macron.");
    assert_eq!(who(&meeting), "angela-merkel+emmanuel-macron");
    assert_eq!(meeting.status, Status::Held);
}

#[test]
fn a_summit_that_brought_people_together_is_theirs() {
    let meeting =
        only("The summit in Brussels on Tuesday brought together Angela Merkel, Emmanuel Macron and Theresa May.");
    assert_eq!(who(&meeting), "angela-merkel+emmanuel-macron+theresa-may");
}

#[test]
fn his_meeting_is_the_meeting_of_the_one_who_is_spoken_of() {
    tells(
        "Emmanuel Macron praised the result of his meeting with Angela Merkel on Tuesday.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 -"],
    );
}

#[test]
fn states_beside_people_do_not_meet_themselves() {
    let meeting = only("Russia's Vladimir Putin and Turkey's Recep Tayyip Erdogan met in Sochi on Tuesday.");
    assert_eq!(who(&meeting), "recep-tayyip-erdogan+vladimir-putin");
}

#[test]
fn a_topic_of_talks_does_not_take_part_in_them() {
    tells(
        "Angela Merkel and Emmanuel Macron discussed Donald Trump in Berlin on Tuesday.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn someone_who_only_speaks_of_a_meeting_does_not_take_part() {
    let meeting = only("Theresa May welcomed the meeting between Angela Merkel and Emmanuel Macron on Tuesday.");
    assert_eq!(who(&meeting), "angela-merkel+emmanuel-macron");
}

#[test]
fn a_spokesman_of_a_government_does_not_meet_for_it() {
    tells_of_none("The Kremlin said on Tuesday that Washington had misread its words.");
}

// Where.

#[test]
fn the_place_stands_before_talks_or_after_in() {
    let place = |body: &str| only(body).place.map(|place| place.id.to_string());
    assert_eq!(place("The Vienna talks between Sergey Lavrov and John Kerry ended on Tuesday."), Some("vienna".into()));
    assert_eq!(place("In Vienna, Sergey Lavrov met John Kerry on Tuesday."), Some("vienna".into()));
    assert_eq!(
        place("Vladimir Putin met Emmanuel Macron in the Black Sea resort of Sochi on Tuesday."),
        Some("sochi".into())
    );
}

#[test]
fn what_talks_are_about_is_not_where_they_are() {
    for body in [
        "Angela Merkel and Emmanuel Macron discussed the situation in Syria on Tuesday.",
        "Angela Merkel met Emmanuel Macron on Tuesday to speak about the war in Yemen.",
        "Angela Merkel held talks with Emmanuel Macron on Tuesday on a ceasefire in Libya.",
    ] {
        assert_eq!(only(body).place, None, "{body}");
    }
}

#[test]
fn nobody_calls_at_a_place() {
    assert_eq!(only("In Berlin, Angela Merkel spoke by telephone with Emmanuel Macron on Tuesday.").place, None);
}

// When.

#[test]
fn a_date_of_a_document_is_not_the_day_of_the_meeting() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin on Tuesday to review the Minsk agreements of February 12, 2015.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn each_of_two_meetings_in_one_sentence_takes_its_own_day() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin on Monday and Theresa May met Mark Rutte in London on Tuesday.",
        &[
            "bilateral held angela-merkel+emmanuel-macron 2018-03-12 berlin",
            "bilateral held mark-rutte+theresa-may 2018-03-13 london",
        ],
    );
}

#[test]
fn a_list_of_rounds_becomes_one_round_a_date() {
    let story = story(
        "Three rounds of the Geneva talks took place on January 10-11, February 6-7 and March 5-6. \
         The sides spoke of prisoners.",
    );
    let rounds: Vec<_> = story.meetings.iter().map(|meeting| (meeting.ordinal, line(meeting))).collect();
    assert_eq!(
        rounds,
        [
            (Some(1), "round held - 2018-01-10..2018-01-11 -".to_owned()),
            (Some(2), "round held - 2018-02-06..2018-02-07 -".to_owned()),
            (Some(3), "round held - 2018-03-05..2018-03-06 -".to_owned()),
        ]
    );
}

#[test]
fn several_calls_told_together_are_told_apart_by_their_days() {
    tells(
        "Sergey Lavrov and Rex Tillerson held telephone conversations: the first took place on Monday, the second \
         took place on Tuesday.",
        &["call held rex-tillerson+sergey-lavrov 2018-03-12 -", "call held rex-tillerson+sergey-lavrov 2018-03-13 -"],
    );
}

#[test]
fn two_calls_of_the_same_people_on_two_days_are_two() {
    tells(
        "Sergey Lavrov spoke by phone with Rex Tillerson on Monday. Sergey Lavrov spoke by phone with Rex Tillerson \
         again on Tuesday.",
        &["call held rex-tillerson+sergey-lavrov 2018-03-12 -", "call held rex-tillerson+sergey-lavrov 2018-03-13 -"],
    );
}

// What is not a meeting.

#[test]
fn gatherings_of_other_sorts_are_none_of_ours() {
    for body in [
        "Angela Merkel and Emmanuel Macron gave a joint news conference in Berlin on Tuesday.",
        "Angela Merkel attended a press conference with Emmanuel Macron on Tuesday.",
        "Angela Merkel chaired a cabinet meeting with Olaf Scholz on Tuesday.",
        "The budget committee meets on Tuesday.",
        "The board of the company meets Angela Merkel's critics on Wednesday.",
        "A town-hall meeting with Angela Merkel will be held in Berlin on Friday.",
    ] {
        tells_of_none(body);
    }
}

#[test]
fn a_match_is_not_a_meeting() {
    tells_of_none("Germany met France in the final on Tuesday and won by two goals.");
    tells_of_none("In their last encounter, in Paris in 2016, Germany beat France 2-1.");
    tells_of_none("Lionel Messi held talks with coach Jorge Sampaoli on Tuesday.");
    tells_of_none("Germany will meet France in the quarter-final of the World Cup in Sochi on Friday.");
}

#[test]
fn meeting_a_demand_is_not_meeting_a_person() {
    tells_of_none("Angela Merkel met the demands of the unions on Tuesday.");
    tells_of_none("Angela Merkel received a letter on Tuesday.");
    tells_of_none("Angela Merkel hosted a dinner on Tuesday.");
}

#[test]
fn a_denial_is_not_a_meeting() {
    tells_of_none("Angela Merkel did not meet Emmanuel Macron on Tuesday.");
    tells_of_none("Angela Merkel has never met Mike Pence.");
    tells_of_none("Angela Merkel refused to meet Emmanuel Macron on Tuesday.");
}

#[test]
fn a_process_or_a_dialogue_is_not_a_meeting() {
    tells_of_none("Angela Merkel and Emmanuel Macron support the political process in Syria.");
    tells_of_none("Angela Merkel called for an intra-Syrian dialogue with all groups.");
    let story = story("The Astana process goes on. Angela Merkel praised the Astana talks.");
    assert_eq!(told(&story), Vec::<String>::new());
    assert_eq!(story.series.len(), 1);
}

#[test]
fn a_caption_tells_of_no_meeting() {
    let story = file(
        "A busy week in the capitals of Europe\n\nWednesday, March 14, 2018\n\n\
         The government sent its budget to parliament on Wednesday and expects a vote in the spring.\n\n\
         Photo: Angela Merkel meets Emmanuel Macron in Berlin, March 13, 2018\n\n\
         The opposition wants more money for schools and less for roads, and says so every week.\n",
    );
    assert_eq!(told(&story), Vec::<String>::new());
}

#[test]
fn headlines_of_other_stories_tell_of_no_meeting() {
    let story = file(
        "A busy week in the capitals of Europe\n\nWednesday, March 14, 2018\n\n\
         The government sent its budget to parliament on Wednesday and expects a vote in the spring.\n\n\
         See also:\n\n- Angela Merkel meets Emmanuel Macron in Berlin\n- Theresa May to meet Mark Rutte on Friday\n\n\
         The opposition wants more money for schools and less for roads, and says so every week.\n",
    );
    assert_eq!(told(&story), Vec::<String>::new());
}

// The same meeting, told again.

#[test]
fn no_break_spaces_are_spaces() {
    tells(
        "Angela\u{a0}Merkel met Emmanuel\u{a0}Macron in\u{a0}Berlin on March\u{a0}13.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn the_meeting_is_the_one_told_before() {
    let meeting = only(
        "Angela Merkel met Emmanuel Macron in Berlin. The talks took place on Tuesday. The two leaders discussed the \
         budget.",
    );
    assert_eq!(line(&meeting), "bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin");
    assert_eq!(meeting.evidence.len(), 3);
}

#[test]
fn the_two_leaders_are_the_pair_told_last() {
    tells(
        "Angela Merkel and Emmanuel Macron agreed on Tuesday to reopen the crossing. The two leaders shook hands in \
         Strasbourg.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-14 strasbourg"],
    );
}

#[test]
fn this_summit_is_of_the_pair_told_last() {
    tells(
        "Angela Merkel and Emmanuel Macron emerged on Tuesday with an agreement. \"This summit has laid the ground,\" \
         a minister said.",
        &["summit held angela-merkel+emmanuel-macron 2018-03-14 -"],
    );
}

#[test]
fn the_two_leaders_are_nobody_where_no_pair_was_told() {
    tells_of_none("Angela Merkel praised the budget on Tuesday. The two leaders shook hands in Strasbourg.");
}

#[test]
fn a_headline_that_names_one_side_tells_of_the_meeting_below() {
    let story = file(
        "Readout of the Chancellor's call with President Macron\n\nWednesday, March 14, 2018\n\n\
         Chancellor Angela Merkel spoke early this morning with President Emmanuel Macron about the flood.\n",
    );
    assert_eq!(told(&story), ["call held angela-merkel+emmanuel-macron 2018-03-14 -"]);
}

#[test]
fn since_tells_what_was_before_the_meeting() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin, the first such visit since 2014.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-14 berlin"],
    );
}

#[test]
fn a_meeting_of_two_is_not_the_meeting_of_three() {
    tells(
        "Vladimir Putin met Recep Tayyip Erdogan in Sochi on Monday. Vladimir Putin, Recep Tayyip Erdogan and Hassan \
         Rouhani will meet in Ankara on April 4.",
        &[
            "bilateral held recep-tayyip-erdogan+vladimir-putin 2018-03-12 sochi",
            "multilateral planned hassan-rouhani+recep-tayyip-erdogan+vladimir-putin 2018-04-04 ankara",
        ],
    );
}

#[test]
fn the_same_host_meets_two_guests_in_two_meetings() {
    tells(
        "Vladimir Putin met Bashar al-Assad in Sochi on Monday. Vladimir Putin met Hassan Rouhani in Sochi on Tuesday.",
        &[
            "bilateral held bashar-al-assad+vladimir-putin 2018-03-12 sochi",
            "bilateral held hassan-rouhani+vladimir-putin 2018-03-13 sochi",
        ],
    );
}

#[test]
fn a_call_and_a_handshake_are_two_meetings() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin on Monday. Angela Merkel spoke with Emmanuel Macron by phone on \
         Tuesday.",
        &[
            "bilateral held angela-merkel+emmanuel-macron 2018-03-12 berlin",
            "call held angela-merkel+emmanuel-macron 2018-03-13 -",
        ],
    );
}

#[test]
fn an_earlier_holder_of_an_office_has_his_own_meetings() {
    tells(
        "Vladimir Putin met Donald Trump in Hamburg on July 7, 2017. Vladimir Putin met Barack Obama in Hangzhou on \
         September 5, 2016.",
        &[
            "bilateral held donald-trump+vladimir-putin 2017-07-07 hamburg",
            "bilateral held barack-obama+vladimir-putin 2016-09-05 hangzhou",
        ],
    );
}

#[test]
fn what_is_said_in_a_call_belongs_to_it() {
    let story = story(
        "Vladimir Putin spoke by telephone with Angela Merkel on Tuesday. Putin told Merkel that the truce held. \
         Merkel praised the truce.",
    );
    assert_eq!(told(&story), ["call held angela-merkel+vladimir-putin 2018-03-13 -"]);
}

// What the story is about.

#[test]
fn the_main_meeting_is_the_one_told_first_and_most() {
    let story = story(
        "Angela Merkel met Emmanuel Macron in Berlin on Tuesday. The meeting lasted two hours.\n\nThe two leaders \
         discussed the budget.\n\nTheresa May met Mark Rutte in London on Monday.",
    );
    let main: Vec<String> = story.meetings.iter().filter(|meeting| meeting.main).map(who).collect();
    assert_eq!(main, ["angela-merkel+emmanuel-macron"]);
}

#[test]
fn a_main_meeting_without_a_day_was_on_the_day_of_the_story() {
    let meeting = only("Angela Merkel met Emmanuel Macron in Berlin.");
    assert_eq!(line(&meeting), "bilateral held angela-merkel+emmanuel-macron 2018-03-14 berlin");
    assert_eq!(meeting.when.unwrap().passage, None);
}

#[test]
fn an_article_without_a_meeting_has_no_main_one() {
    assert!(story("The government sent its budget to parliament on Wednesday.").meetings.is_empty());
}

// Whatever comes.

/// Words that the rules look for, so that arbitrary text reaches deep into them.
fn prose() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Angela Merkel",
        "Putin",
        "the Russian president",
        "his counterpart",
        "I",
        "you",
        "we",
        "said",
        "told",
        "met",
        "meeting",
        "with",
        "between",
        "and",
        ",",
        ".",
        "\n\n",
        "\"",
        "in",
        "Sochi",
        "Syria",
        "on",
        "Tuesday",
        "March 13",
        "2018",
        "the",
        "seventh",
        "round",
        "rounds",
        "of",
        "talks",
        "Astana talks",
        "by",
        "phone",
        "call",
        "discussed",
        "the first took place on",
        "brought together",
        "summit",
        "APEC",
        "was cancelled",
        "will",
        "-",
        "See also:",
        "é",
        "\u{a0}",
        "\u{1F600}",
    ]);
    prop::collection::vec(words, 0..60).prop_map(|words| words.join(" "))
}

fn check(story: &Story) {
    let fits = |passage: super::Passage| {
        let text = if passage.part == Part::Title { &story.article.title.text } else { &story.article.text };
        text.get(passage.span.start()..passage.span.end()).is_some_and(|words| !words.is_empty())
    };
    for meeting in &story.meetings {
        assert!(!meeting.evidence.is_empty() && meeting.evidence.iter().all(|passage| fits(*passage)));
        assert!(meeting.evidence.is_sorted());
        assert!(meeting.participants.iter().all(|participant| fits(participant.passage)));
        assert!(meeting.when.and_then(|when| when.passage).is_none_or(fits));
        assert!(meeting.place.as_ref().is_none_or(|place| fits(place.passage)));
        assert!((0.0..=1.0).contains(&meeting.confidence));
        let mut ids: Vec<_> = meeting.participants.iter().map(|participant| &participant.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), meeting.participants.len(), "nobody takes part twice");
    }
    assert!(story.meetings.iter().filter(|meeting| meeting.main).count() <= 1);
    assert!(story.series.iter().flat_map(|series| &series.evidence).all(|passage| fits(*passage)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_prose_gives_passages_that_lie_in_it(text in prose()) {
        check(&story(&text));
    }

    #[test]
    fn arbitrary_text_never_panics(text in "\\PC{0,200}") {
        check(&file(&format!("x {text}")));
    }
}
