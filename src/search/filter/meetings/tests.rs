use std::path::Path;

use super::*;
use crate::article::{Outlet, read};

const MONDAY: &str = "Monday, March 12, 2018";
const WEDNESDAY: &str = "Wednesday, March 14, 2018";

/// Three meetings: one in Berlin of which two outlets tell, a call, and a round of talks.
fn library() -> Library {
    let stories = [
        ("Kurier", MONDAY, "Merkel awaits a guest", "Angela Merkel will meet Emmanuel Macron in Berlin on Tuesday."),
        ("Gazette", WEDNESDAY, "A guest at last", "Angela Merkel met Emmanuel Macron in Berlin on Tuesday."),
        ("Gazette", WEDNESDAY, "A line is open", "Shinzo Abe spoke by phone with Donald Trump on Monday about whales."),
        (
            "Kurier",
            WEDNESDAY,
            "No end to it",
            "The Geneva process goes on. The fifth round of the Geneva talks took place on March 5, 2018.",
        ),
    ];
    let articles = stories.iter().enumerate().map(|(number, (outlet, day, title, body))| {
        let name = format!("{number}.txt");
        let text = format!("{title}\n\n{day}\n\n{body}\n");
        let mut article = read(&name, Path::new(&name), text.as_bytes()).articles.remove(0);
        article.outlet = Some(Outlet { name: (*outlet).to_owned(), span: None });
        article
    });
    Library::from_articles("test", articles.collect())
}

/// The days of the meetings that a line finds.
#[track_caller]
fn found(line: &str, own: &[Own]) -> Vec<&'static str> {
    let library = library();
    let query = Query::parse(line).unwrap();
    let name = |number: usize| match library.connections.meetings[number].when.unwrap().interval.from.day() {
        13 => "guest",
        12 => "call",
        5 => "round",
        other => panic!("{other}"),
    };
    Filter::new(&library).meetings(&library, own, &query).into_iter().map(name).collect()
}

#[test]
fn an_empty_query_finds_every_meeting_in_order() {
    assert_eq!(found("", &[]), ["round", "call", "guest"]);
}

#[test]
fn words_are_looked_for_in_people_places_kinds_series_and_titles() {
    assert_eq!(found("mcron", &[]), ["guest"]);
    assert_eq!(found("berlin", &[]), ["guest"]);
    assert_eq!(found("'call", &[]), ["call"]);
    assert_eq!(found("geneva", &[]), ["round"]);
    assert_eq!(found("'awaits", &[]), ["guest"]);
    assert_eq!(found("merkel abe", &[]), Vec::<&str>::new());
    assert_eq!(found("merkel | abe", &[]), ["call", "guest"]);
    assert_eq!(found("!merkel !abe", &[]), ["round"]);
}

#[test]
fn phrases_are_looked_for_in_the_texts_of_the_stories() {
    assert_eq!(found("\"about whales\"", &[]), ["call"]);
    assert_eq!(found("\"will meet\"", &[]), ["guest"]);
    assert!(found("\"about seals\"", &[]).is_empty());
}

#[test]
fn fields_ask_the_meeting_and_those_who_tell_of_it() {
    assert_eq!(found("who:trump", &[]), ["call"]);
    assert!(found("who:berlin", &[]).is_empty());
    assert_eq!(found("where:berlin", &[]), ["guest"]);
    assert_eq!(found("when:2018-03-12..2018-03-20", &[]), ["call", "guest"]);
    assert!(found("when:2018-03-14", &[]).is_empty(), "the day of a story is not the day of its meeting");
    assert_eq!(found("kind:call", &[]), ["call"]);
    assert_eq!(found("status:held", &[]), ["round", "call", "guest"], "the later story leads");
    assert_eq!(found("outlet:gazette", &[]), ["call", "guest"]);
    assert_eq!(found("outlet:kurier outlet:gazette", &[]), ["guest"], "one of each");
    assert_eq!(found("meeting:2018-03-12-call", &[]), ["call"]);
    assert_eq!(found("has:meeting", &[]), ["round", "call", "guest"]);
}

#[test]
fn what_is_linked_is_so_only_from_the_least_sure_link_on_that_counts() {
    let mut library = library();
    for link in &mut library.connections.links {
        link.tier = Tier::Probable;
    }
    let filter = Filter::new(&library);
    let found = |least: Tier| {
        let query = Query::parse("is:linked").unwrap().linked_from(least);
        (filter.meetings(&library, &[], &query).len(), filter.count(&library, &[], &query))
    };
    assert_eq!((found(Tier::Series), found(Tier::Probable), found(Tier::Same)), ((1, 2), (1, 2), (0, 0)));
}

#[test]
fn what_the_reader_did_counts_by_story() {
    let read = Own { read: true, starred: true, tags: vec!["visits".into()], ..Own::default() };
    let own = [read.clone(), Own::default(), read, Own::default()];
    assert_eq!(found("is:read", &own), ["call"], "every story of it");
    assert_eq!(found("is:unread", &own), ["round", "guest"], "any story of it");
    assert_eq!(found("is:starred", &own), ["call", "guest"]);
    assert_eq!(found("is:linked", &own), ["guest"]);
    assert!(found("is:undated", &own).is_empty());
    assert_eq!(found("tag:visits", &own), ["call", "guest"]);
    assert_eq!(found("has:tag", &own), ["call", "guest"]);
    assert!(found("has:note", &own).is_empty());
}

#[test]
fn a_round_is_found_by_its_number() {
    assert_eq!(found("round 5", &[]), ["round"]);
    assert_eq!(found("round 15", &[]), Vec::<&str>::new());
}

#[test]
fn what_a_meeting_is_called_counts_more_than_a_title_of_its_story() {
    let library = library();
    let found = |line: &str| {
        let query = Query::parse(line).unwrap();
        let (all, best) = Filter::new(&library).meetings_with_best(&library, &[], &query);
        (all.len(), best.map(|best| library.connections.meetings[best].when.unwrap().interval.from.day()))
    };
    assert_eq!(found("geneva"), (1, Some(5)));
    assert_eq!(found("'line"), (1, None), "only a title says so");
    assert_eq!(found("'guest | 'abe"), (2, Some(12)), "the one of the call has it by itself");
    assert_eq!(found("!merkel"), (2, Some(5)));
}
