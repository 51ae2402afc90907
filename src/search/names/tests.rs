use super::*;
use crate::language::{Name, NameMention, Part, Passage};
use crate::links::{Connections, Entity, Meeting, MentionRef};
use crate::meetings::{MeetingKind, Participant, Status, Story};
use crate::text::Span;

/// A story whose text is made of the words by which names are mentioned.
fn story(title: &str, outlet: &str, told: &[(&str, NameKind, &str)]) -> Story {
    let mut story = crate::search::fixture::story(title, outlet, &[]);
    let mut text = String::new();
    let mut names: Vec<Name> = Vec::new();
    for (id, kind, words) in told {
        let passage = Passage { part: Part::Text, span: Span::new(text.len(), text.len() + words.len()) };
        text.push_str(words);
        text.push(' ');
        let mention = NameMention { passage, form: Form::Name };
        let id = crate::language::EntityId::new(id);
        match names.iter_mut().find(|name| name.id == id) {
            Some(name) => name.mentions.push(mention),
            None => {
                names.push(Name { id, name: (*words).to_owned(), kind: *kind, state: None, mentions: vec![mention] });
            }
        }
    }
    let article = std::sync::Arc::make_mut(&mut story.article);
    article.text = text;
    story.annotations.names = names;
    story
}

const EMINE: (&str, NameKind, &str) = ("emine-ilmaz", NameKind::Person, "Emine İlmaz");
const SHORT: (&str, NameKind, &str) = ("emine-ilmaz", NameKind::Person, "Mrs. Demirci");
const ASTRID: (&str, NameKind, &str) = ("astrid-halvorsen", NameKind::Person, "Astrid Halvorsen");
const SARN: (&str, NameKind, &str) = ("port-sarn", NameKind::Place, "Port Sarn");
const BOARD: (&str, NameKind, &str) = ("joint-board", NameKind::Organisation, "Joint Board");

fn library() -> Library {
    let stories = vec![
        story("First", "Northwire", &[EMINE, SHORT, ASTRID, SARN]),
        story("Second", "Kystposten", &[EMINE, BOARD, SARN, SARN]),
        story("Third", "Kystposten", &[ASTRID, ASTRID, ASTRID]),
    ];
    let mut entities: Vec<Entity> = Vec::new();
    for (number, story) in stories.iter().enumerate() {
        for name in &story.annotations.names {
            match entities.iter_mut().find(|entity| entity.id == name.id) {
                Some(entity) => {
                    entity.mentions += name.mentions.len();
                    entity.stories.push(number);
                }
                None => entities.push(Entity {
                    id: name.id.clone(),
                    name: name.name.clone(),
                    kind: name.kind,
                    mentions: name.mentions.len(),
                    stories: vec![number],
                }),
            }
        }
    }
    entities.sort_by_key(|entity| Reverse(entity.mentions));
    let at = Passage { part: Part::Text, span: Span::default() };
    let participant =
        |(id, kind, name): (&str, NameKind, &str)| Participant::new(crate::language::EntityId::new(id), name, kind, at);
    let meeting = Meeting {
        id: "one".to_owned(),
        kind: MeetingKind::Bilateral,
        status: Status::Held,
        participants: vec![participant(EMINE), participant(ASTRID)],
        sides_of_series: false,
        is_guessed: false,
        is_likely: false,
        when: None,
        place: None,
        ordinal: None,
        series: None,
        mentions: vec![MentionRef { story: 0, mention: 0 }],
    };
    let connections = Connections { entities, meetings: vec![meeting], ..Connections::default() };
    Library { stories, connections, ..Library::default() }
}

/// Names found, with mentions and stories.
fn found(line: &str) -> Vec<(String, usize, usize)> {
    let library = library();
    let names = Names::of(&library);
    let query = NameQuery::parse(line).unwrap();
    let filter = NameFilter::new(&library, &names);
    let found = filter.run(&library, &names, &Filter::new(&library), &[], &query);
    let told = |one: FoundName| (library.connections.entities[one.entity].id.to_string(), one.mentions, one.stories);
    found.names.into_iter().map(told).collect()
}

fn ids(line: &str) -> Vec<String> {
    found(line).into_iter().map(|(id, ..)| id).collect()
}

#[test]
fn every_name_is_listed_by_mentions_where_nothing_is_asked() {
    assert_eq!(ids(""), ["astrid-halvorsen", "emine-ilmaz", "port-sarn", "joint-board"]);
    assert_eq!(found("").first(), Some(&("astrid-halvorsen".to_owned(), 4, 2)));
}

#[test]
fn words_match_names_and_other_spellings_without_case_and_diacritics() {
    assert_eq!(ids("ilmaz"), ["emine-ilmaz"]);
    assert_eq!(ids("demirci"), ["emine-ilmaz"]);
    assert_eq!(ids("^port"), ["port-sarn"]);
    assert_eq!(ids("'ard | sarn"), ["port-sarn", "joint-board"]);
    assert_eq!(ids("!ilmaz kind:person"), ["astrid-halvorsen"]);
    assert!(ids("zebra").is_empty());
}

#[test]
fn the_spelling_that_matched_is_told_where_the_name_did_not() {
    let library = library();
    let names = Names::of(&library);
    let filter = NameFilter::new(&library, &names);
    let run =
        |line| filter.run(&library, &names, &Filter::default(), &[], &NameQuery::parse(line).unwrap()).names.remove(0);
    let one = run("demir");
    assert_eq!((one.spelling, one.lit), (Some(("Mrs. Demirci".to_owned(), vec![5, 6, 7, 8, 9])), vec![]));
    let one = run("il");
    assert_eq!(one.spelling, None);
    assert_eq!(one.lit.first().and_then(|at| "Emine İlmaz".get(*at..)), Some("İlmaz"));
}

#[test]
fn stories_that_are_asked_for_are_those_in_which_names_are_counted() {
    assert_eq!(
        found("outlet:kyst"),
        [
            ("astrid-halvorsen".to_owned(), 3, 1),
            ("port-sarn".to_owned(), 2, 1),
            ("emine-ilmaz".to_owned(), 1, 1),
            ("joint-board".to_owned(), 1, 1)
        ]
    );
    assert_eq!(ids("where:sarn kind:organisation"), ["joint-board"]);
    assert!(ids("outlet:nobody").is_empty());
}

#[test]
fn who_asks_for_someone_and_for_those_who_met_them() {
    assert_eq!(ids("who:halvorsen"), ["astrid-halvorsen", "emine-ilmaz"]);
    assert_eq!(ids("who:halvorsen !halvorsen"), ["emine-ilmaz"]);
    assert_eq!(ids("who:joint"), ["joint-board"]);
    assert_eq!(ids("!who:halvorsen"), ["port-sarn", "joint-board"]);
}
