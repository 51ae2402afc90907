//! What the recogniser must not get wrong, each error that was seen in other recognisers in a sentence of its own, and
//! what must hold for any text.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use crate::article::Article;
use crate::language::fixture::{read, story, with_dateline, words};
use crate::language::{Facts, Form, mentions};

/// The mentions of a story, each as `kind: words`.
fn found_in(article: &Article) -> Vec<String> {
    let found = mentions(article, Facts::shipped());
    found.into_iter().map(|(passage, kind)| format!("{}: {}", kind.word(), words(article, passage))).collect()
}

#[track_caller]
fn finds(text: &str, expected: &[&str]) {
    assert_eq!(found_in(&story(text)), expected, "{text}");
}

#[test]
fn armed_groups_are_bodies_however_their_names_are_transliterated() {
    finds("Fighters of Jabhat al-Nusra left the village.", &["organisation: Jabhat al-Nusra"]);
    finds("Fighters of the group “Dzhebhat EN-Nusra” left the village.", &["organisation: Dzhebhat EN-Nusra"]);
}

#[test]
fn agreements_named_by_their_place_are_documents() {
    finds("Both sides break the Lisbon Agreements every day.", &["document: Lisbon Agreements"]);
}

#[test]
fn a_surname_that_was_typed_in_lower_case_belongs_to_the_given_name_before_it() {
    finds("The room was booked by Foreign Minister Mehmet quilligoglu last week.", &["person: Mehmet quilligoglu"]);
    finds("They told Angela that it was late.", &["person: Angela"]);
}

#[test]
fn a_region_with_a_hyphen_is_a_place_and_no_person() {
    finds("The road through Nagorno-Karabakh was closed again.", &["place: Nagorno-Karabakh"]);
}

#[test]
fn a_seat_of_government_is_a_body_and_no_place() {
    finds("The Kremlin said that it knew nothing of it.", &["organisation: Kremlin"]);
}

#[test]
fn a_body_that_the_tables_know_by_several_words_is_not_cut_to_the_first() {
    finds("The report came from the Kremlin press service.", &["organisation: Kremlin press service"]);
}

#[test]
fn a_dash_parts_a_person_from_a_body() {
    finds("No date for talks with Merkel – Kremlin", &["person: Merkel", "organisation: Kremlin"]);
}

#[test]
fn a_second_letter_in_capitals_is_a_slip() {
    finds("They flew to KIev on the same evening.", &["place: KIev"]);
}

#[test]
fn the_agency_of_a_dateline_is_a_body() {
    let article = with_dateline("OSLO, May 3 /TASS/.", "OSLO", "The ministers shook hands.");
    assert_eq!(found_in(&article), ["place: OSLO", "organisation: TASS"]);
}

#[test]
fn the_town_of_a_dateline_is_a_place_whatever_else_bears_its_name() {
    let article = with_dateline("BRUSSELS, May 3 (Reuters) -", "BRUSSELS", "Brussels said no to the plan.");
    assert_eq!(found_in(&article).first().map(String::as_str), Some("place: BRUSSELS"));
}

#[test]
fn a_state_and_the_person_after_it_are_two_names() {
    let found = found_in(&story("The foreign ministers of Norway and the USA Maria Quilligan and John Kerry spoke."));
    assert!(found.contains(&"place: USA".to_owned()), "{found:?}");
    assert!(found.contains(&"person: John Kerry".to_owned()), "{found:?}");
}

#[test]
fn names_whose_words_a_no_break_space_joins_are_found_whole() {
    finds("They asked Angela\u{a0}Merkel in New\u{a0}York.", &["person: Angela\u{a0}Merkel", "place: New\u{a0}York"]);
}

#[test]
fn both_sides_of_a_hyphen_are_named() {
    finds("A new round of Norwegian-Swedish talks began.", &["group: Norwegian", "group: Swedish"]);
}

#[test]
fn a_headline_in_capitals_names_people_and_places() {
    let found = found_in(&story("MERKEL AND PUTIN MEET IN BERLIN TO DISCUSS UKRAINE\nThey met for two hours.\n"));
    assert_eq!(found, ["person: MERKEL", "person: PUTIN", "place: BERLIN", "place: UKRAINE"]);
}

#[test]
fn what_was_recognised_before_changes_nothing() {
    let texts = [
        "Maria Quilligan met Robert Brown in Oslo.",
        "The Brown company opened an office in Quilligan Street.",
        "Fighters of Jabhat al-Nusra left Aleppo, said Sergey Lavrov.",
    ];
    let alone: Vec<_> =
        texts.map(|text| std::thread::spawn(move || found_in(&story(text))).join().unwrap()).into_iter().collect();
    for text in texts.iter().rev() {
        found_in(&story(text));
    }
    assert_eq!(texts.map(|text| found_in(&story(text))).to_vec(), alone);
}

#[test]
fn names_without_end_are_read_in_linear_time() {
    for unit in
        ["Quilligan ", "Oslo, ", "A. ", "Ministry of ", "al-Quil-", "( ", "Oslo-Bergen ", "Maria Quilligan said. "]
    {
        let time = |count: usize| {
            let article = story(&unit.repeat(count));
            let start = Instant::now();
            mentions(&article, Facts::shipped());
            start.elapsed()
        };
        time(200);
        let (short, long) = (time(2_000), time(16_000));
        // Eight times the text: a busy machine gets four times that, a quadratic way would need eight.
        assert!(long < short * 32 + Duration::from_millis(200), "{unit:?}: {short:?} and {long:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_has_mentions_of_whole_characters_in_order(text in "(\\PC|[A-Z][a-zé'’-]{0,6}|[ ,.\n\u{a0}]){0,60}") {
        let article = story(&text);
        let mut end = 0;
        for (passage, _) in mentions(&article, Facts::shipped()) {
            let (start, stop) = (passage.span.start(), passage.span.end());
            prop_assert!(start >= end && stop > start);
            prop_assert!(text.is_char_boundary(start) && text.is_char_boundary(stop));
            end = stop;
        }
    }

    #[test]
    fn every_mention_by_name_belongs_to_someone(text in "((Maria|Oslo|NATO|Quilligan|met|in|the|[A-Z]{2,4}) ){0,20}") {
        let article = story(&text);
        let by_name: usize = read(&article)
            .names
            .iter()
            .map(|name| name.mentions.iter().filter(|mention| mention.form == Form::Name).count())
            .sum();
        prop_assert_eq!(by_name, mentions(&article, Facts::shipped()).len());
    }
}
