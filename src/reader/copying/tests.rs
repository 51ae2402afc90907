//! Citations of the stories of the fixture.

use crate::export::citation::*;
use crate::reader::fixture::{self, ALONE, CALL, SUMMIT};

#[test]
fn a_citation_names_outlet_title_day_and_address() {
    let mut story = fixture::library().stories[CALL].clone();
    let cited = citation(&story, Dating::Done);
    assert_eq!(cited, "Northwire, “Premier Halvorsen calls President Ilmaz over the strait”, 21 May 2031");
    std::sync::Arc::make_mut(&mut story.article).url = Some("https://northwire.example/a".into());
    assert_eq!(citation(&story, Dating::Done), cited + ", https://northwire.example/a");
}

#[test]
fn what_is_no_address_on_the_web_is_not_cited() {
    let mut story = fixture::library().stories[CALL].clone();
    let cited = citation(&story, Dating::Done);
    for address in ["javascript:alert(1)", "--help", "https://northwire.example/ b", "file:///a", ""] {
        std::sync::Arc::make_mut(&mut story.article).url = Some(address.into());
        assert_eq!(citation(&story, Dating::Done), cited, "{address}");
    }
}

#[test]
fn a_day_that_was_inferred_is_called_so_and_one_that_is_looked_for_is_not_called_missing() {
    let library = fixture::library();
    let summit = citation(&library.stories[SUMMIT], Dating::Done);
    assert!(summit.ends_with("about 22 May 2031"), "{summit}");
    assert!(summit.contains("…”"), "first words stand for a title: {summit}");
    assert!(citation(&library.stories[ALONE], Dating::Done).ends_with(", undated"));
    assert!(!citation(&library.stories[ALONE], Dating::GoingOn).contains("undated"));
}

#[test]
fn marks_inside_a_quotation_stay_the_sources_own_and_each_has_its_fellow() {
    for (words, expected) in [
        ("He left.", "“He left.”"),
        ("He said “no”, then left.", "He said “no”, then left."),
        ("He said \"no\".", "He said \"no\"."),
        ("“No.”", "“No.”"),
        ("It is late,” he said.", "“It is late,” he said."),
        ("He said, “It is late.", "He said, “It is late.”"),
        ("It is late,\" he said.", "\"It is late,\" he said."),
        ("He said, \"It is late.", "He said, \"It is late.\""),
        ("\"No.\"", "\"No.\""),
        ("“No,” he said. “Never.”", "“No,” he said. “Never.”"),
        ("\"We meet tomorrow.", "“We meet tomorrow.”"),
        ("“We meet tomorrow.", "“We meet tomorrow.”"),
        ("We meet tomorrow.”", "“We meet tomorrow.”"),
        ("„Nein“, sagte er.", "„Nein“, sagte er."),
        ("Il a dit « non ».", "Il a dit « non »."),
        ("“", "“”"),
        ("", "“”"),
    ] {
        assert_eq!(quoted(words), expected);
    }
    assert_eq!(quotation(&["“No.”".into()], "A"), "“No.” — A");
}

#[test]
fn every_paragraph_of_a_quotation_is_opened_and_the_last_one_closed() {
    assert_eq!(quotation(&["One.".into(), "Two.".into()], "A"), "“One.\n\n“Two.” — A");
}
