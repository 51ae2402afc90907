//! Invented stories in, what this room makes of them out: one test for each rule of telling a meeting.

mod accompanied;
mod agencies;
mod appointments;
mod archives;
mod arrived;
mod beside;
mod bystanders;
mod circumstances;
mod commissions;
mod company;
mod diaries;
mod frames;
mod grid;
mod half_told;
mod in_company;
mod kinds;
mod mistaken;
mod newsroom;
mod oblique;
mod orders;
mod others;
mod plain;
mod releases;
mod sides;
mod slots;
mod surroundings;
mod tables;
mod traps;
mod wordings;

use std::path::Path;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::{MeetingKind, MeetingMention, Status, Story, read_story};
use crate::article::read;
use crate::language::{Facts, Part};

/// The story of a file that holds `text`.
fn file(text: &str) -> Story {
    let mut articles = read("story.txt", Path::new("story.txt"), text.as_bytes()).articles;
    read_story(articles.remove(0), Facts::shipped(), None)
}

#[test]
fn every_step_of_the_reading_is_told_once_and_in_order() {
    let mut articles = read("story.txt", Path::new("story.txt"), b"Envoys meet\n\nThe envoys met in Bern.\n").articles;
    let told = std::cell::RefCell::new(Vec::new());
    let alone = super::read_story(articles[0].clone(), Facts::shipped(), None);
    let story = super::read_story_with_progress(articles.remove(0), Facts::shipped(), None, &|step| {
        told.borrow_mut().push(step);
    });
    assert_eq!(told.into_inner(), (1..=super::STEPS).collect::<Vec<_>>());
    assert_eq!(story.meetings, alone.meetings);
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

/// The same of each of several.
#[track_caller]
fn tell_of_none(bodies: &[&str]) {
    for body in bodies {
        tells_of_none(body);
    }
}

/// Each tells of Angela Merkel and Mark Rutte alone, on Monday.
#[track_caller]
fn tell_of_the_two_on_monday(bodies: &[&str]) {
    for body in bodies {
        let met = told(&story(body));
        let is_it = |one: &str| one.contains("held angela-merkel+mark-rutte 2018-03-12 ");
        assert!(matches!(met.as_slice(), [one] if is_it(one)), "{body}: {met:?}");
    }
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

#[test]
fn the_day_of_a_dateline_is_not_the_day_of_the_meeting() {
    let told_by = |text: &str| told(&file(text));
    assert_eq!(
        told_by("Lagos, 2 May 2021 - Muhammadu Buhari will meet Nana Akufo-Addo in Accra on May 9."),
        ["bilateral planned muhammadu-buhari+nana-akufo-addo 2021-05-09 accra"]
    );
    assert_eq!(
        told_by("PARIS, June 3, 2019 (Reuters) - Emmanuel Macron will meet Angela Merkel."),
        ["bilateral planned angela-merkel+emmanuel-macron - -"]
    );
}

#[test]
fn a_main_meeting_without_a_day_was_on_the_day_of_the_story_unless_told_as_recent() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-14 berlin"],
    );
    tells(
        "Angela Merkel spoke of her recent meeting with Emmanuel Macron in Berlin.",
        &["bilateral held angela-merkel+emmanuel-macron - berlin"],
    );
}

#[test]
fn a_register_of_meetings_and_a_text_without_full_stops_are_read_in_linear_time() {
    let register = |n: usize| format!("Ann{n} Quill met John Board. ");
    takes_linear_time("a register", &register);
    let one_meeting = |n: usize| if n == 0 { "Ann Quill met John Board ".to_owned() } else { "grain and ".to_owned() };
    takes_linear_time("one meeting and nothing more", &one_meeting);
    for shape in SHAPES {
        takes_linear_time(shape, &|_| (*shape).to_owned());
    }
}

/// Words which a text without full stops may repeat for ever; each made some rule walk the whole of it once a word.
const SHAPES: &[&str] = &[
    "the president met Vladimir Putin and his Syrian counterpart met ",
    "Received ",
    "Called ",
    "I met him. ",
    "I met him ",
    "I told you ",
    "Germany met France. ",
    "Germany met France ",
    "the third, ",
    "he met her ",
    "he saw Macron ",
    "on Monday Ann met Tom on Tuesday ",
    "talks with the ",
    "talks in Berlin ",
    "the two leaders met ",
    "the meetings the first was on May 3 ",
    "rounds on May 3, ",
    "the Astana talks first round ",
    "the APEC summit ",
    "Russian-Turkish talks ",
    "the foreign ministers met ",
    "the German chancellor met ",
    "Germany by Angela Merkel ",
    "Angela Merkel agreed with Vladimir Putin ",
];

/// How often a text may be read until it takes no longer than it may.
const TRIES: usize = 4;

#[track_caller]
fn takes_linear_time(name: &str, shape: &dyn Fn(usize) -> String) {
    let time_of = |times: usize| {
        let text: String = (0..times).map(shape).collect();
        let start = Instant::now();
        std::hint::black_box(story(&text));
        start.elapsed()
    };
    // Eight times the text; four times over is what a busy machine may add, a square would be 64. What it adds it does not add
    // each time; what the text takes it does.
    let tries = (0..TRIES).map(|_| (time_of(300), time_of(2400)));
    let is_linear = |(short, long): (Duration, Duration)| long < short * 32 + Duration::from_millis(250);
    let slow: Vec<_> = tries.take_while(|times| !is_linear(*times)).collect();
    assert!(slow.len() < TRIES, "{name}: {slow:?}");
}

#[test]
fn a_bare_summit_in_a_headline_is_no_meeting() {
    assert_eq!(
        told(&file("Malta summit was a waste of time\n\nWednesday, March 14, 2018\n\nNobody came and nobody spoke.\n")),
        [""; 0]
    );
}

#[test]
fn the_evidence_begins_where_its_sentence_begins() {
    let story = story("On Tuesday evening, Angela Merkel met Emmanuel Macron in Berlin.");
    let evidence = story.meetings[0].evidence[0];
    assert_eq!(story.words(evidence), "On Tuesday evening, Angela Merkel met Emmanuel Macron in Berlin");
}
