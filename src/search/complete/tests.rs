use super::*;
use crate::article::Outlet;
use crate::language::{EntityId, NameKind};
use crate::links::Entity;
use crate::meetings::Story;
use crate::search::fixture::story;

fn library() -> Library {
    let outlets = ["Sputnik", "Al Jazeera", "Al Jazeera", ""];
    let stories: Vec<Story> = outlets.iter().map(|outlet| story("A title", outlet, &[])).collect();
    let entity = |name: &str, kind, stories: &[usize]| Entity {
        id: EntityId::new(name),
        name: name.to_owned(),
        kind,
        mentions: 9,
        stories: stories.to_vec(),
    };
    let mut library = Library { stories, ..Library::default() };
    library.connections.entities = vec![
        entity("Vladimir Medinsky", NameKind::Person, &[0]),
        entity("Vladimir Putin", NameKind::Person, &[0, 1]),
        entity("Sochi", NameKind::Place, &[1]),
    ];
    library
}

fn texts(line: &str) -> Vec<String> {
    let found = complete(&library(), &[], Sought::Stories, line, line.len());
    found.map(|found| found.choices.into_iter().map(|choice| choice.text).collect()).unwrap_or_default()
}

#[test]
fn the_beginning_of_a_field_goes_on_to_its_colon() {
    assert_eq!(texts("whe"), ["where:", "when:"]);
    assert_eq!(texts("").len(), FIELDS.len());
    assert!(texts("putin").is_empty());
}

#[test]
fn values_of_most_stories_come_first_and_are_quoted_where_they_have_to_be() {
    assert_eq!(texts("who:vla"), ["who:\"Vladimir Putin\" ", "who:\"Vladimir Medinsky\" "]);
    assert_eq!(texts("x who:put"), ["who:\"Vladimir Putin\" "]);
    assert_eq!(texts("where:"), ["where:Sochi "]);
    assert_eq!(texts("outlet:"), ["outlet:\"Al Jazeera\" ", "outlet:Sputnik "]);
    assert_eq!(texts("kind:c"), ["kind:call ", "kind:conference "]);
    assert!(texts("outlet:zzz").is_empty());
    assert!(texts("nofield:a").is_empty());
}

#[test]
fn what_is_replaced_is_the_term_at_the_cursor() {
    let line = "a outlet:\"Al J\" b";
    let found = complete(&library(), &[], Sought::Stories, line, line.len() - 3).unwrap();
    assert_eq!(found.span.of(line), "outlet:\"Al J\"");
    let line = "!kind:s";
    assert_eq!(complete(&library(), &[], Sought::Stories, line, line.len()).unwrap().span.of(line), "kind:s");
}

#[test]
fn a_value_that_holds_a_quotation_mark_can_still_be_read() {
    let mut library = library();
    library.stories[0].article = std::sync::Arc::new(crate::article::Article {
        outlet: Some(Outlet { name: "The \"Post\" now".into(), span: None }),
        ..(*library.stories[0].article).clone()
    });
    let line = "outlet:the";
    let choice = complete(&library, &[], Sought::Stories, line, line.len()).unwrap().choices.remove(0);
    assert_eq!((choice.text.as_str(), choice.shown.as_str()), ("outlet:\"The Post now\" ", "The \"Post\" now"));
}

#[test]
fn what_names_are_called_is_offered_only_where_names_are_looked_for() {
    let offered = |sought| {
        let found = complete(&library(), &[], sought, "kind:p", 6);
        found.map(|found| found.choices.into_iter().map(|choice| choice.shown).collect::<Vec<_>>()).unwrap_or_default()
    };
    assert!(offered(Sought::Stories).iter().all(|kind| kind != "person"));
    assert_eq!(offered(Sought::Names)[..2], ["person", "place"]);
    let help = |sought| field_help(sought, "KIND").unwrap();
    assert_ne!(help(Sought::Names), help(Sought::Stories));
}
