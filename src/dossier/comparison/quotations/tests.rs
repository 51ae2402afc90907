//! Invented paragraphs in, what is quoted in them out.

use std::path::Path;

use proptest::prelude::*;

use super::marks::quoted;
use super::quotations;
use crate::article::read;
use crate::language::Facts;
use crate::meetings::{Story, read_story};
use crate::text::Span;

fn story(text: &str) -> Story {
    let mut articles = read("story.txt", Path::new("story.txt"), text.as_bytes()).articles;
    read_story(articles.remove(0), Facts::shipped(), None)
}

/// The words of each quotation, parts joined by `/`, and its speaker.
fn told(body: &str) -> Vec<(String, String)> {
    let story = story(&format!("Ferry talks go on in the harbour town\n\nMay 4, 2031\n\n{body}\n"));
    let words = |part: &super::Source| story.words(part.passage).to_owned();
    let told = quotations(&story, 0).into_iter().map(|quotation| {
        let parts: Vec<String> = quotation.parts.iter().map(words).collect();
        (parts.join(" / "), quotation.speaker.map_or(String::new(), |speaker| speaker.name))
    });
    told.collect()
}

/// What stands between the marks of one paragraph.
fn between(text: &str) -> Vec<&str> {
    quoted(text, Span::whole(text)).into_iter().map(|quote| quote.inside.of(text)).collect()
}

#[test]
fn marks_of_all_kinds_are_paired() {
    for text in [
        "He said “the ferry will sail”.",
        "He said \"the ferry will sail\".",
        "He said „the ferry will sail“.",
        "He said „the ferry will sail”.",
        "He said ”the ferry will sail”.",
        "He said «the ferry will sail».",
        "He said « the ferry will sail ».",
        "He said »the ferry will sail«.",
        "He said ‘the ferry will sail’.",
        "He said 'the ferry will sail'.",
        "He said ``the ferry will sail''.",
        "He said 「the ferry will sail」.",
        "He said “the ferry will sail\".",
    ] {
        assert_eq!(between(text), ["the ferry will sail"], "{text}");
    }
}

#[test]
fn a_quotation_inside_another_belongs_to_it() {
    assert_eq!(between("“He told me ‘never again’ and left,” she said."), ["He told me ‘never again’ and left,"]);
    assert_eq!(between("«A «small» delay», she said."), ["A «small» delay"]);
    assert_eq!(between("\"He said 'no' twice,\" she said. \"Twice!\""), ["He said 'no' twice,", "Twice!"]);
}

#[test]
fn apostrophes_and_possessives_open_and_close_nothing() {
    assert_eq!(between("The ministers’ plan isn’t the crew's, nor the '90s one."), [""; 0]);
    assert_eq!(between("‘The ministers’ plan is dead,’ he said."), ["The ministers’ plan is dead,"]);
    assert_eq!(between("“The ministers’ plan is dead,” he said."), ["The ministers’ plan is dead,"]);
}

#[test]
fn a_quotation_that_never_closes_ends_with_its_paragraph_or_where_the_next_begins() {
    assert_eq!(between("She said: “The ferry will sail at noon"), ["The ferry will sail at noon"]);
    assert_eq!(between("“The ferry sails. “So does the tug,” he said."), ["The ferry sails.", "So does the tug,"]);
}

#[test]
fn a_quotation_goes_on_in_the_next_paragraph_where_that_opens_anew() {
    let said = told(
        "“The ferry will sail at noon tomorrow.\n\n“And the tug will follow it at once,” Premier Astrid Halvorsen said on \
         Monday.",
    );
    let words = "The ferry will sail at noon tomorrow. / And the tug will follow it at once,";
    assert_eq!(said, [(words.to_owned(), "Astrid Halvorsen".to_owned())]);
}

#[test]
fn few_words_between_marks_are_a_term_and_no_speech() {
    assert_eq!(told("The “blue line” was drawn in the harbour by a committee of pilots."), []);
}

#[test]
fn the_sentence_names_who_spoke() {
    let speaker = |body: &str| told(body).into_iter().map(|(_, speaker)| speaker).collect::<Vec<_>>();
    let quote = "“The ferry will sail at noon tomorrow,”";
    for text in [
        format!("{quote} Premier Astrid Halvorsen said on Monday."),
        format!("{quote} said Premier Astrid Halvorsen on Monday."),
        format!("Premier Astrid Halvorsen told reporters on Monday: {quote}"),
        format!("{quote} Premier Astrid Halvorsen told President Demir Ilmaz on Monday."),
    ] {
        assert_eq!(speaker(&text), ["Astrid Halvorsen"], "{text}");
    }
    let twice = format!("{quote} Premier Astrid Halvorsen said. “It will be a calm crossing for all,” she added.");
    assert_eq!(speaker(&twice), ["Astrid Halvorsen"; 2]);
    assert_eq!(speaker(&format!("{quote} he said on Monday.")), [""], "nobody is named");
}

proptest! {
    #[test]
    fn quotations_of_any_text_are_parts_of_it_in_order(text in "([a-z]{1,3}| |“|”|\"|'|’|‘|«|»|„|「|」|`|\\.|s’|\\n\\n){0,60}") {
        let found = quoted(&text, Span::whole(&text));
        prop_assert!(found.iter().all(|quote| quote.outside.contains(quote.inside) && text.get(quote.inside.start()..quote.inside.end()).is_some()));
        prop_assert!(found.windows(2).all(|two| two[0].outside.end() <= two[1].outside.start()));
        let story = story(&format!("A headline of the day\n\n{text}."));
        for quotation in quotations(&story, 0) {
            prop_assert!(!quotation.parts.is_empty());
            prop_assert!(quotation.parts.iter().all(|part| !story.words(part.passage).is_empty()));
        }
    }
}
