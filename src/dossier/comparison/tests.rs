//! Invented stories in, what two of them tell alike and otherwise out.

use std::path::Path;

use proptest::prelude::*;

use super::{Agreement, Aspect, Comparison, Fact, Value, Wording, compare};
use crate::article::read;
use crate::language::Facts;
use crate::library::Library;
use crate::links::connect;
use crate::meetings::{Story, read_story};

fn file(name: &str, text: &str) -> Story {
    let mut articles = read(name, Path::new(name), text.as_bytes()).articles;
    read_story(articles.remove(0), Facts::shipped(), None)
}

/// A library of stories, each with the day on which it was written.
fn library(stories: &[(&str, &str)]) -> Library {
    let story = |(number, (day, body)): (usize, &(&str, &str))| {
        file(&format!("{number}.txt"), &format!("A busy week in the capitals of Europe\n\n{day}\n\n{body}\n"))
    };
    let mut stories: Vec<Story> = stories.iter().enumerate().map(story).collect();
    let connections = connect(&mut stories, Facts::shipped());
    Library { stories, connections, ..Library::default() }
}

const DAY: &str = "Wednesday, March 14, 2018";
const LATER: &str = "Friday, March 16, 2018";

fn compared(left: (&str, &str), right: (&str, &str)) -> (Library, Comparison) {
    let library = library(&[left, right]);
    let comparison = compare(&library, 0, 1);
    (library, comparison)
}

fn written(value: &Value) -> String {
    match value {
        Value::Days(days) => days.to_string(),
        Value::About(days) => format!("about {days}"),
        Value::Words(words) => words.clone(),
    }
}

/// `≠ 22 ships | 24 ships`.
fn line(fact: &Fact) -> String {
    let side = |side: usize| fact.told[side].as_ref().map_or(String::new(), |told| written(&told.value));
    format!("{} {} | {}", fact.agreement.sign(), side(0), side(1))
}

fn of_meeting(comparison: &Comparison, aspect: Aspect) -> Vec<String> {
    let facts = comparison.meetings.iter().flat_map(|meeting| &meeting.facts);
    facts.filter(|fact| fact.aspect == aspect).map(line).collect()
}

fn beside(comparison: &Comparison, aspect: Aspect) -> Vec<String> {
    comparison.beside.iter().filter(|fact| fact.aspect == aspect).map(line).collect()
}

#[test]
fn a_day_that_a_reader_corrected_disagrees_with_no_story() {
    use crate::dossier::meeting::{MeetingDossier, Slot};
    use crate::language::Interval;
    use crate::links::{MeetingCorrection, Quote, connect_corrected};
    let told =
        ["Emmanuel Macron met Angela Merkel in Meseberg on Tuesday.", "Angela Merkel met Emmanuel Macron on March 1."];
    let mut before = library(&[(DAY, told[0]), (LATER, told[1])]);
    assert_eq!(before.connections.meetings.len(), 2);
    let telling =
        Quote { story: "0.txt".into(), words: told[0].into(), occurrence: 1, who: Vec::new(), in_passing: false };
    let on = Interval::day(jiff::civil::date(2018, 3, 2));
    let entry = MeetingCorrection::Day { telling, others: Vec::new(), on };
    before.connections = connect_corrected(&mut before.stories, Facts::shipped(), &[entry]);
    assert_eq!(before.connections.meetings.len(), 1, "a day apart, as outlets date one meeting");
    assert_eq!(of_meeting(&compare(&before, 0, 1), Aspect::Day), ["± 2018-03-02 | 2018-03-01"]);
    let dossier = MeetingDossier::new(&before, 0).unwrap();
    assert!(dossier.disagreement(Slot::Day).is_none(), "{:?}", dossier.differences);
    let told = dossier.corrected_day(&before).flatten().map(|source| source.words(&before));
    assert!(told.is_some_and(|words| words.ends_with("Tuesday")), "{told:?}");
}

#[test]
fn facts_of_a_meeting_that_both_tell_stand_side_by_side() {
    let (_, comparison) = compared(
        (DAY, "President Emmanuel Macron met Chancellor Angela Merkel in Meseberg on Tuesday, his office said."),
        (LATER, "Chancellor Angela Merkel met President Emmanuel Macron on March 13 for talks on the euro zone."),
    );
    assert_eq!(comparison.meetings.len(), 1);
    assert_eq!(of_meeting(&comparison, Aspect::Day), ["= 2018-03-13 | 2018-03-13"]);
    assert_eq!(of_meeting(&comparison, Aspect::Place), ["+ Meseberg | "]);
    assert_eq!(of_meeting(&comparison, Aspect::Status), ["= held | held"]);
    let who = of_meeting(&comparison, Aspect::Participant);
    assert_eq!(who, ["= Emmanuel Macron | Emmanuel Macron", "= Angela Merkel | Angela Merkel"]);
}

#[test]
fn what_was_planned_in_the_earlier_story_and_held_in_the_later_one_is_no_disagreement() {
    let planned =
        "President Emmanuel Macron will meet Chancellor Angela Merkel in Meseberg on Thursday, his office said.";
    let held = "President Emmanuel Macron met Chancellor Angela Merkel in Meseberg on Thursday, his office said.";
    let (_, comparison) = compared((DAY, planned), (LATER, held));
    assert_eq!(of_meeting(&comparison, Aspect::Status), ["± planned | held"]);
}

#[test]
fn every_fact_stands_on_words_of_its_own_side() {
    let (library, comparison) = compared(
        (DAY, "President Emmanuel Macron met Chancellor Angela Merkel in Meseberg on Tuesday. Some 22 ships waited."),
        (
            LATER,
            "Chancellor Angela Merkel met President Emmanuel Macron on March 13. Jens Stoltenberg looked on in Oslo.",
        ),
    );
    let facts = comparison.meetings.iter().flat_map(|meeting| &meeting.facts).chain(&comparison.beside);
    for fact in facts {
        for (side, told) in fact.told.iter().enumerate() {
            let Some(told) = told else { continue };
            assert_eq!(told.source.story, side);
            assert!(!told.source.words(&library).is_empty(), "{fact:?}");
        }
    }
}

#[test]
fn numbers_of_one_thing_are_compared_and_others_are_not() {
    let pair = |left: &str, right: &str| beside(&compared((DAY, left), (DAY, right)).1, Aspect::Number);
    let ships = "The harbour master of Holmsund turned back 22 large cargo ships during the storm.";
    assert_eq!(
        pair(ships, "During the storm 24 cargo vessels were turned back by the harbour master of Holmsund."),
        ["≠ 22 large cargo ships | 24 cargo vessels"]
    );
    assert_eq!(
        pair(ships, "The harbour master of Holmsund turned back twenty-two ships in the storm."),
        ["= 22 large cargo ships | twenty-two ships"]
    );
    assert_eq!(
        pair(ships, "The harbour master of Holmsund turned back about 20 cargo ships during the storm."),
        ["± 22 large cargo ships | 20 cargo ships"]
    );
    let other = "The harbour master of Holmsund thanked 24 sailors who had waited out the storm.";
    assert_eq!(pair(ships, other), [""; 0], "sailors are no ships");
    let elsewhere = "The auction house in Geneva sold 24 ships in bottles to an unknown collector.";
    assert_eq!(pair(ships, elsewhere), [""; 0], "another sentence");
    let both = "During the storm 24 cargo vessels were turned back by the harbour master of Holmsund. Earlier, the harbour \
                master had let 22 ships pass.";
    assert_eq!(pair(ships, both), [""; 0], "who gives both numbers speaks of two things");
    assert_eq!(
        pair("The fund paid $1.2 million to the crews of Holmsund.", "The fund paid the crews of Holmsund $1,200,000."),
        ["= $1.2 million | $1,200,000"]
    );
}

#[test]
fn hedged_numbers_and_numbers_in_words_are_found_in_short_sentences_too() {
    let pair = |left: &str, right: &str| beside(&compared((DAY, left), (DAY, right)).1, Aspect::Number);
    assert_eq!(
        pair(
            "Angela Merkel met Emmanuel Macron in Meseberg. Merkel said about 300 growers came.",
            "Angela Merkel met Emmanuel Macron in Meseberg. Merkel said “about 450 growers came to the fair”, an aide said.",
        ),
        ["≠ 300 growers | 450 growers"]
    );
    assert_eq!(pair("Some 300 growers came.", "Some 450 growers came."), ["≠ 300 growers | 450 growers"]);
    assert_eq!(
        pair(
            "Both governments want to keep 5 demilitarised strips along the river, Macron told reporters in the evening.",
            "An envoy recalled that a treaty of May had set up five demilitarised strips between the two armies.",
        ),
        ["= 5 demilitarised strips | five demilitarised strips"]
    );
    assert_eq!(
        pair(
            "They spoke of the creation of 3 co-managed harbours.",
            "A pact foresees three co-managed harbours from June on."
        ),
        ["= 3 co-managed harbours | three co-managed harbours"]
    );
    let days = pair(
        "The envoy stayed for two days in the mountains with his family.",
        "A storm kept the ferry in the harbour of Holmsund for 2 days.",
    );
    assert_eq!(days, [""; 0], "a measure of anything");
    let killed = pair("The quake killed 30 people in the north.", "At the fair in Lyon 40 people won a goat.");
    assert_eq!(killed, [""; 0], "other people");
}

#[test]
fn of_all_the_offices_by_which_both_call_someone_one_in_common_is_enough() {
    let offices = |left: &str, right: &str| of_meeting(&compared((DAY, left), (DAY, right)).1, Aspect::Office);
    let left =
        "The French leader was tired. French President Emmanuel Macron met Angela Merkel in Meseberg on Tuesday.";
    let right = "Emmanuel Macron met Angela Merkel in Meseberg on Tuesday. The French president was late.";
    assert_eq!(offices(left, right), ["= French President | French president"]);
    let other = "Emmanuel Macron met Angela Merkel in Meseberg on Tuesday. The French guest was late.";
    let found = offices(left, other);
    assert!(found.iter().all(|one| one.starts_with('≈')), "{found:?}");
}

#[test]
fn names_and_days_that_one_story_alone_tells_come_with_those_that_matter_first() {
    let (_, comparison) = compared(
        (
            DAY,
            "Jens Stoltenberg spoke in Oslo on March 2. Stoltenberg said Stoltenberg would stay. Angela Merkel agreed.",
        ),
        (DAY, "Angela Merkel spoke in Berlin."),
    );
    let people = beside(&comparison, Aspect::Name(crate::language::NameKind::Person));
    assert_eq!(people, ["+ Jens Stoltenberg | "]);
    assert_eq!(beside(&comparison, Aspect::OtherDay), ["+ 2018-03-02 | "]);
    let sides: Vec<Agreement> = comparison.beside.iter().map(|fact| fact.agreement).collect();
    assert!(sides.contains(&Agreement::OnlyRight), "Berlin: {sides:?}");
}

/// How the only quotations of two stories go together, and how alike they are.
fn quoted(left: &str, right: &str) -> (Wording, f64) {
    let (_, comparison) = compared((DAY, left), (DAY, right));
    let pair = comparison.quotations.first().unwrap();
    (pair.wording, pair.likeness)
}

/// One statement in two translations.
const TRANSLATED: &[(&str, &str)] = &[
    (
        "“We have agreed that no ship will be turned back while the inquiry lasts,” Halvorsen said.",
        "“It was agreed between us that vessels are not to be turned back as long as the inquiry goes on,” Halvorsen said.",
    ),
    (
        "“The harbour must stay open to all fishermen, whatever flag they sail under,” the mayor said.",
        "“All fishermen have to find the harbour open, no matter under which flag they are sailing,” the mayor noted.",
    ),
    (
        "“A lot has to be done to win a complete victory over hunger in the mountain villages,” she said.",
        "“Much remains to be done if we want complete victory over hunger in the villages of the mountains,” she said.",
    ),
    (
        "“Our parliament will vote on the border treaty before the end of the spring session,” Ilmaz added.",
        "“Before the spring session ends, the border agreement will be put to a vote in our parliament,” Ilmaz added.",
    ),
    (
        "“The operation is coming to an end, and the time of political decisions begins,” the general said.",
        "“We are finishing the operation; now the time for political decisions is starting,” the general said. ",
    ),
    (
        "“Two bridges and the railway line must be rebuilt by winter, or the valley will be cut off,” he warned.",
        "“If the railway and the two bridges are not rebuilt by winter, the valley will be cut off,” he said.",
    ),
];

/// Different statements, of one speaker and on one topic.
const DIFFERENT: &[(&str, &str)] = &[
    (
        "“We have agreed that no ship will be turned back while the inquiry lasts,” Halvorsen said.",
        "“The inquiry has to tell us which ship changed course on that night in the strait,” Halvorsen said.",
    ),
    (
        "“The harbour must stay open to all fishermen, whatever flag they sail under,” the mayor said.",
        "“The harbour will be dredged next year, and the fishermen will pay nothing for it,” the mayor noted.",
    ),
    (
        "“Our parliament will vote on the border treaty before the end of the spring session,” Ilmaz added.",
        "“Our parliament never saw the text of the treaty that the two foreign ministers signed,” Ilmaz added.",
    ),
    (
        "“The operation is coming to an end, and the time of political decisions begins,” the general said.",
        "“The operation has cost us forty soldiers, and their families will be paid in full,” the general said.",
    ),
    (
        "“I thank the president for the warm welcome that we received in this city,” the premier said.",
        "“I told the president that the city cannot take in more families from the coast,” the premier said.",
    ),
    (
        "“We discussed trade, energy and the situation in the region with our partners,” the minister said.",
        "“We discussed with our partners how the visa rules for students could be made simpler,” the minister said.",
    ),
];

#[test]
fn translations_of_a_statement_are_matched_and_other_statements_are_not() {
    let told = |pairs: &[(&str, &str)]| -> Vec<(Wording, f64)> {
        pairs.iter().map(|(left, right)| quoted(left, right)).collect()
    };
    let (same, other) = (told(TRANSLATED), told(DIFFERENT));
    assert!(same.iter().all(|(wording, _)| *wording == Wording::Other), "{same:?} / {other:?}");
    assert!(other.iter().all(|(wording, _)| *wording == Wording::Single), "{same:?} / {other:?}");
}

#[test]
fn a_quotation_is_matched_word_for_word_and_in_part() {
    let whole = "“We have agreed that no ship will be turned back while the inquiry lasts,” Halvorsen said.";
    assert_eq!(
        quoted(
            whole,
            "Halvorsen told reporters: \"We have agreed that no ship will be turned back while the inquiry lasts.\""
        )
        .0,
        Wording::Exact
    );
    assert_eq!(quoted(whole, "Halvorsen promised that “no ship will be turned back”.").0, Wording::Part);
}

#[test]
fn paragraphs_that_say_the_same_stand_side_by_side_and_others_beside_gaps() {
    let (library, comparison) = compared(
        (
            DAY,
            "The harbour master of Holmsund turned back 22 cargo ships during the storm.\n\nA choir sang in the old \
             fish market until midnight.\n\nPresident Demir Ilmaz promised to rebuild the northern breakwater by autumn.",
        ),
        (
            DAY,
            "During the storm, 24 cargo ships were turned back by the harbour master of Holmsund.\n\nBy autumn the \
             northern breakwater will be rebuilt, President Demir Ilmaz promised.\n\nInsurers expect claims of a billion.",
        ),
    );
    let words = |row: &super::Aligned, side: usize| {
        row.sides[side]
            .map_or("", |source| source.words(&library))
            .split(' ')
            .next_back()
            .unwrap_or_default()
            .to_owned()
    };
    let rows: Vec<(String, String)> = comparison.paragraphs.iter().map(|row| (words(row, 0), words(row, 1))).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let expected =
        [("Europe", "Europe"), ("storm.", "Holmsund."), ("midnight.", ""), ("autumn.", "promised."), ("", "billion.")];
    assert_eq!(rows, expected);
}

#[test]
fn of_stories_as_long_as_books_the_beginning_is_compared_and_that_is_said() {
    let mut library = library(&[(DAY, "The port of Kolm closed."), (LATER, "The port of Kolm opened.")]);
    assert_eq!(compare(&library, 0, 1).is_cut, [false, false]);
    // As the reader lays it out: paragraphs of a few hundred bytes, four megabytes of them.
    let article = std::sync::Arc::make_mut(&mut library.stories[0].article);
    let paragraph =
        "In Kolm 22 ships lay before the harbour, \u{201c}and nobody knows why they wait\u{201d}, said a pilot. "
            .repeat(4);
    let kind = article.blocks.last().unwrap().kind;
    for _ in 0..10_000 {
        let start = article.text.len();
        article.text.push_str(&paragraph);
        let span = crate::text::Span::new(start, article.text.len());
        article.blocks.push(crate::article::Block { kind, span });
        article.text.push_str("\n\n");
    }
    let begun = std::time::Instant::now();
    let compared = compare(&library, 0, 1);
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
    assert_eq!(compared.is_cut, [true, false]);
    let ends = compared.paragraphs.iter().filter_map(|row| row.sides[0]).map(|source| source.passage.span.end());
    assert!(ends.max().unwrap() <= super::MOST_COMPARED);
    assert!(compared.quotations.len() < 10_000);
}

#[test]
fn stories_without_a_common_meeting_are_aligned_all_the_same() {
    let (_, comparison) = compared((DAY, "A choir sang in the fish market."), (DAY, "Cranes rest on the marshes."));
    assert_eq!(comparison.meetings, []);
    assert!(!comparison.paragraphs.is_empty());
    let nothing = compare(&Library::default(), 3, 4);
    assert_eq!((nothing.stories, nothing.paragraphs.len()), ([3, 4], 0));
}

#[test]
fn a_story_is_word_for_word_like_itself() {
    let text = "“We have agreed that no ship will be turned back,” Halvorsen said.\n\nThe inquiry into the loss of 22 ships goes on.";
    let (_, comparison) = compared((DAY, text), (DAY, text));
    assert!(comparison.quotations.iter().all(|pair| pair.wording == Wording::Exact));
    assert!(
        comparison.paragraphs.iter().all(|row| row.sides.iter().all(Option::is_some)),
        "{:?}",
        comparison.paragraphs
    );
    assert!(comparison.beside.iter().all(|fact| fact.agreement == Agreement::Same));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn paragraphs_of_any_texts_stand_in_order_each_once(
        texts in prop::array::uniform2("([Tt]he |ship |harbour |storm |22 |Angela Merkel |“|”|\"|‘|é|海峡|May 4 |\\. |, |\\n\\n){0,50}"),
    ) {
        let [left, right] = &texts;
        let (library, comparison) = compared((DAY, left), (DAY, right));
        for side in [0, 1] {
            let story = &library.stories[side];
            let told: Vec<_> = comparison.paragraphs.iter().filter_map(|row| row.sides[side]).map(|source| source.passage).collect();
            prop_assert_eq!(told, super::alignment::paragraphs(story));
        }
        prop_assert!(comparison.paragraphs.iter().all(|row| row.sides.iter().any(Option::is_some)));
        let covered = |story: &Story| {
            let parts = super::alignment::paragraphs(story);
            let own = story.article.blocks.iter().filter(|block| block.kind.is_story());
            own.map(|block| block.span.trimmed(&story.article.text)).filter(|span| !span.is_empty()).all(|span| {
                parts.iter().any(|part| part.span.start() == span.start()) && parts.iter().any(|part| part.span.end() == span.end())
            })
        };
        prop_assert!(library.stories.iter().all(covered));
    }
}
