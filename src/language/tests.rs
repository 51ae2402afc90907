//! The room as a whole: sentences, identities, and what must hold for any text at all.

use std::time::{Duration, Instant};

use jiff::civil::date;
use proptest::prelude::*;

use super::facts::Facts;
use super::fixture::{dated, read, sentences_of, story, with_dateline};
use super::{Annotations, EntityId, Part, Passage, annotate, slug};
use crate::article::{Article, Block, BlockKind, DateSource, Title, TitleFrom};
use crate::text::Span;

#[test]
fn sentences_end_at_points_and_not_in_abbreviations() {
    assert_eq!(
        sentences_of("They met. They left! Why? No one knows…"),
        ["They met.", "They left!", "Why?", "No one knows…"]
    );
    assert_eq!(sentences_of("Dr. Blake met Gen. Moor on Sept. 4."), ["Dr. Blake met Gen. Moor on Sept. 4."]);
    assert_eq!(sentences_of("It rose by 3.5 per cent. Good."), ["It rose by 3.5 per cent.", "Good."]);
    assert_eq!(sentences_of("A J. R. Blake arrived."), ["A J. R. Blake arrived."]);
}

#[test]
fn initials_end_a_sentence_only_before_a_word_that_opens_one() {
    assert_eq!(sentences_of("She lives in the U.S. The house is old."), ["She lives in the U.S.", "The house is old."]);
    assert_eq!(sentences_of("The U.S. Senate sat."), ["The U.S. Senate sat."]);
    assert_eq!(sentences_of("She lives in the U.S."), ["She lives in the U.S."]);
}

#[test]
fn quotes_and_brackets_close_with_their_sentence() {
    assert_eq!(sentences_of("“They met.” Then they left."), ["“They met.”", "Then they left."]);
    assert_eq!(sentences_of("(They met.) Then they left."), ["(They met.)", "Then they left."]);
    assert_eq!(sentences_of("“They met?” she asked."), ["“They met?” she asked."]);
    assert_eq!(sentences_of("They left [on foot.] It rained."), ["They left [on foot.]", "It rained."]);
}

#[test]
fn a_sentence_never_goes_over_the_end_of_its_block() {
    assert_eq!(sentences_of("A heading\nThe story begins."), ["A heading", "The story begins."]);
    assert_eq!(sentences_of(""), Vec::<String>::new());
    assert_eq!(sentences_of("\n \n"), Vec::<String>::new());
}

#[test]
fn a_title_that_came_apart_is_read_first_and_in_its_own_text() {
    let title = Title { text: "Angela Merkel visits Oslo".into(), from: TitleFrom::Record };
    let article = Article { title, ..story("They met.") };
    let annotations = read(&article);
    assert_eq!(annotations.sentences[0].passage.part, Part::Title);
    assert_eq!(annotations.sentences[0].block, None);
    assert_eq!(annotations.names[0].mentions[0].passage.part, Part::Title);
    assert_eq!(annotations.sentences[1].passage.part, Part::Text);
}

#[test]
fn a_slug_is_one_for_all_spellings_of_a_name() {
    assert_eq!(slug("Recep Tayyip Erdoğan"), "recep-tayyip-erdogan");
    assert_eq!(slug("Ban Ki-moon"), "ban-ki-moon");
    assert_eq!(slug("  O’Donnell,\u{a0}J. "), slug("O’Donnell J"));
    assert_eq!(slug("…"), "");
    assert_eq!(slug("Сочи"), slug("СОЧИ"));
}

#[test]
fn identities_are_equal_wherever_they_come_from() {
    let (fixed, found) = (EntityId::fixed("oslo"), EntityId::new("oslo"));
    assert_eq!(fixed, found);
    assert_eq!(fixed.to_string(), "oslo");
    assert!(EntityId::new("accra") < fixed);
    let known: std::collections::HashSet<EntityId> = [fixed, found].into_iter().collect();
    assert_eq!(known.len(), 1);
}

#[test]
fn the_tables_are_asked_by_identity_and_by_day() {
    let facts = Facts::shipped();
    let germany = EntityId::new("germany");
    let chancellor = |day| facts.holder(&germany, "head-of-government", day).map(|person| person.name);
    assert_eq!(chancellor(date(2010, 5, 1)), Some("Angela Merkel"));
    assert_eq!(chancellor(date(1800, 5, 1)), None);
    assert_eq!(facts.holder(&EntityId::new("atlantis"), "head-of-state", date(2010, 5, 1)).map(|p| p.name), None);
    assert_eq!(facts.state(&germany).map(|state| (state.name, state.adjective)), Some(("Germany", "German")));
    assert!(facts.state(&EntityId::new("atlantis")).is_none());
    assert!(facts.person(&EntityId::new("nobody-at-all")).is_none());
    assert!(facts.people_called("merkel").any(|person| person.id.as_str() == "angela-merkel"));
}

#[test]
fn who_leads_a_state_may_change_with_its_constitution() {
    let facts = Facts::shipped();
    let turkey = facts.state(&EntityId::new("turkey")).unwrap();
    assert_eq!(turkey.leading_office(Some(date(2010, 1, 1))), Some("head-of-government"));
    assert_eq!(turkey.leading_office(Some(date(2017, 1, 1))), Some("head-of-state"));
    assert_eq!(turkey.leading_office(None), Some("head-of-state"));
}

/// Checks what every later room relies on.
fn check(article: &Article, annotations: &Annotations) {
    let holds = |passage: &Passage| {
        let text = if passage.part == Part::Title { &article.title.text } else { &article.text };
        let words = text.get(passage.span.start()..passage.span.end());
        assert!(words.is_some_and(|words| !words.is_empty()), "{passage:?} in {text:?}");
    };
    let tokens = annotations.tokens.of_all(&annotations.sentences).len();
    for sentence in &*annotations.sentences {
        holds(&sentence.passage);
        assert!(!sentence.tokens.is_empty() && sentence.tokens.end <= tokens);
    }
    for name in &annotations.names {
        assert!(!name.mentions.is_empty() && !name.id.as_str().is_empty() && !name.name.is_empty(), "{name:?}");
        name.mentions.iter().for_each(|mention| holds(&mention.passage));
        assert!(name.mentions.is_sorted_by_key(|mention| mention.passage), "{name:?}");
    }
    let first = |name: &super::Name| name.mentions.first().map(|mention| mention.passage);
    assert!(annotations.names.is_sorted_by_key(first), "{:?}", annotations.names);
    for when in &annotations.dates {
        holds(&when.passage);
        assert!(when.interval.from <= when.interval.to);
    }
    assert!(annotations.dates.is_sorted_by_key(|when| when.passage));
    let mut ids: Vec<&EntityId> = annotations.names.iter().map(|name| &name.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), annotations.names.len(), "two names with one identity");
}

/// `text` in blocks that begin where `cuts` say, as near as characters allow.
fn in_blocks(text: &str, cuts: &[usize]) -> Article {
    let mut ends: Vec<usize> = cuts.iter().map(|cut| text.floor_char_boundary(*cut)).collect();
    ends.extend([0, text.len()]);
    ends.sort_unstable();
    ends.dedup();
    let kinds = [BlockKind::Paragraph, BlockKind::Dateline, BlockKind::Caption, BlockKind::Chrome, BlockKind::Heading];
    let spans = ends.windows(2).map(|ends| Span::new(ends[0], ends[1]));
    let blocks = spans.zip(kinds.into_iter().cycle()).map(|(span, kind)| Block { kind, span }).collect();
    Article { blocks, ..story(text) }
}

/// Text made of the words that the rules look at, in any order.
fn news_like() -> impl Strategy<Value = String> {
    const WORDS: &str = "the The of and in on to ’s 's , . ( [ - – Mr. U.S. J. al-Assad Assad Putin Merkel Angela Ivan \
        von president presidents minister foreign Ministry leader counterpart Russian Turkish Turkey \
        Russia Kremlin Astana talks summit process round Agreements resolution 2254 May March Monday \
        last next 13 2017 3-4 1990 s first quarter two days ago day after tomorrow said met will his \
        PUTIN MEETS SUMMIT İstanbul ß ﬁ";
    let mut all: Vec<&str> = WORDS.split_whitespace().collect();
    all.extend(["\u{a0}", "\n", "e\u{301}"]);
    prop::collection::vec((prop::sample::select(all), any::<bool>()), 0..60)
        .prop_map(|words| words.iter().flat_map(|(word, space)| [*word, if *space { " " } else { "" }]).collect())
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_every_span_is_sound(
        text in any::<String>(), cuts in prop::collection::vec(0..200_usize, 0..6),
    ) {
        let article = in_blocks(&text, &cuts);
        check(&article, &read(&article));
    }

    #[test]
    fn words_of_the_news_in_any_order_are_read_without_panic(
        text in news_like(), title in news_like(), cuts in prop::collection::vec(0..400_usize, 0..6),
        day in (1..=9999_i16, 1..=12_i8, 1..=28_i8), known in any::<bool>(),
    ) {
        let day = date(day.0, day.1, day.2);
        let blocks = in_blocks(&text, &cuts).blocks;
        let title = Title { text: title, from: TitleFrom::Record };
        let stated = if known { dated(&text, day, DateSource::Metadata) } else { story(&text) };
        let article = Article { title, blocks, ..stated };
        check(&article, &annotate(&article, Facts::shipped(), Some(day)));
    }
}

#[test]
fn marks_and_digits_alone_name_nothing() {
    for text in ["", "…", "— — —", "1 2 3 4 5", "''''’’’’", "((((", "- - -"] {
        assert_eq!(read(&story(text)).names, Vec::new(), "{text}");
    }
}

/// The shortest of three readings.
fn time_of(text: &str) -> Duration {
    let article = with_dateline("MOSCOW, July 6 –", "MOSCOW", text);
    let once = || {
        let start = Instant::now();
        std::hint::black_box(read(&article));
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn time_grows_with_the_length_of_the_text() {
    let shapes: [fn(usize) -> String; 9] = [
        |n| format!("Person{n} Surname{n} met President Vladimir Putin of Russia in Sochi on Monday. "),
        |n| format!("President Ivan{n} Petrov and "),
        |_| "Council ".into(),
        |_| "Council of ".into(),
        |_| "on 1997 and in May 1-2 to a meeting of the Russian, Turkish ".into(),
        |_| "the presidents of Turkey and Iran and the Russian president and his Syrian counterpart, ".into(),
        |_| "Foreign Ministry of the United Nations of the ".into(),
        |_| "al-al-al-A.B.C.".into(),
        |n| format!("On July {} they met, ", n % 28 + 1),
    ];
    for shape in shapes {
        let text = |times: usize| (0..times).map(shape).collect::<String>();
        let (short, long) = (time_of(&text(150)), time_of(&text(1200)));
        // Eight times the text; four times over is what a busy machine may add, a square would be 64.
        assert!(long < short * 32 + Duration::from_millis(250), "{:?}: {short:?}, {long:?}", shape(0));
    }
}
