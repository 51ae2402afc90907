use std::collections::BTreeSet;
use std::time::Instant;

use super::*;
use crate::library::Library;

#[allow(dead_code, clippy::duplicate_mod, reason = "the stories of the reader's tests, of which not each is needed")]
#[path = "../../reader/fixture.rs"]
mod fixture;

use fixture::{ALONE, CALL, ROUND, SERIES, SUMMIT, WIDE};

fn around(library: &Library, centre: Node) -> Neighbourhood {
    neighbourhood(library, centre, Bounds::default()).unwrap()
}

fn named(library: &Library, name: &str) -> usize {
    library.connections.entities.iter().position(|entity| entity.name == name).unwrap()
}

/// A line an edge: `story 0 tells of Halvorsen – Ilmaz, 21 May 2031: “…”`.
fn told(library: &Library, graph: &Graph) -> Vec<String> {
    let name = |node| match node {
        Node::Story(story) => format!("story {story}"),
        Node::Meeting(_) => [label(library, node).short, label(library, node).day].join(", "),
        Node::Name(_) => label(library, node).title,
    };
    let line = |edge: &Edge| format!("{} | {} | {}", name(edge.from), edge.relation.words(), name(edge.to));
    graph.edges.iter().map(line).collect()
}

fn check(library: &Library, found: &Neighbourhood, bounds: Bounds) {
    let graph = &found.graph;
    assert!(graph.has(found.centre), "{found:?}");
    assert!(graph.stories.len() <= bounds.stories && graph.meetings.len() <= bounds.meetings, "{found:?}");
    assert!(graph.names.len() <= bounds.names, "{found:?}");
    let mut pairs = BTreeSet::new();
    for edge in &graph.edges {
        assert!(graph.has(edge.from) && graph.has(edge.to) && edge.from != edge.to, "{edge:?}");
        assert!(pairs.insert((edge.from.min(edge.to), edge.from.max(edge.to))), "{edge:?}");
        assert!(edge.source.is_none_or(|source| !source.words(library).is_empty()), "{edge:?}");
    }
    let nodes: BTreeSet<Node> = graph.nodes().collect();
    assert_eq!(nodes.len(), graph.nodes().count());
}

#[test]
fn around_a_story_stand_its_meetings_who_met_and_the_stories_that_tell_of_them_too() {
    let library = fixture::library();
    let found = around(&library, Node::Story(CALL));
    assert_eq!(found.graph.stories.iter().copied().collect::<BTreeSet<_>>(), BTreeSet::from([CALL, SUMMIT, WIDE]));
    assert_eq!(found.graph.meetings, [1, 2]);
    let told = told(&library, &found.graph);
    assert!(told.contains(&"story 0 | tells of | Halvorsen – Ilmaz, 21 May 2031".to_owned()), "{told:#?}");
    assert!(told.contains(&"Astrid Halvorsen | took part | Halvorsen – Ilmaz, 21 May 2031".to_owned()), "{told:#?}");
    assert!(told.contains(&"Halvorsen – Ilmaz, 24 May 2031 | place | Port Sarn".to_owned()), "{told:#?}");
}

#[test]
fn what_is_only_probably_the_same_meeting_is_called_so_on_the_other_side() {
    let library = fixture::library();
    let told = told(&library, &around(&library, Node::Story(CALL)).graph);
    assert!(told.contains(&"story 0 | tells of | Halvorsen – Ilmaz, 24 May 2031".to_owned()), "{told:#?}");
    let probably = format!("story {WIDE} | probably the same meeting | Halvorsen – Ilmaz, 24 May 2031");
    assert!(told.contains(&probably), "{told:#?}");
}

#[test]
fn links_that_are_less_sure_than_asked_for_join_nothing() {
    let library = fixture::library();
    let bounds = Bounds { least: Tier::Probable, ..Bounds::default() };
    let found = neighbourhood(&library, Node::Story(SERIES), bounds).unwrap();
    assert_eq!(found.graph.stories, [SERIES]);
    let found = around(&library, Node::Story(SERIES));
    assert_eq!(found.graph.stories.len(), 2);
    assert_eq!(told(&library, &found.graph)[0], format!("story {SERIES} | same series | story {ROUND}"));
}

#[test]
fn where_a_story_tells_of_no_meeting_the_names_in_it_stand_around_it() {
    let library = fixture::library();
    let found = around(&library, Node::Story(ALONE));
    assert_eq!((found.graph.stories.as_slice(), found.graph.meetings.len()), ([ALONE].as_slice(), 0));
    let names = library.stories[ALONE].annotations.names.len();
    assert_eq!(found.graph.edges.len(), names.min(9));
    assert!(found.graph.edges.iter().all(|edge| edge.relation == Relation::Names && edge.source.is_some()));
}

#[test]
fn around_a_name_stand_its_meetings_and_those_who_were_there() {
    let library = fixture::library();
    let found = around(&library, Node::Name(named(&library, "Astrid Halvorsen")));
    assert_eq!(found.graph.meetings, [1, 2]);
    assert!(found.graph.names.contains(&named(&library, "Demir Ilmaz")));
    assert!([CALL, SUMMIT, WIDE].iter().all(|story| found.graph.stories.contains(story)));
    assert!(found.graph.names[0] == named(&library, "Astrid Halvorsen"), "she leads the people");
}

#[test]
fn around_a_meeting_stand_who_tells_of_it_who_took_part_and_their_other_meetings() {
    let library = fixture::library();
    let found = around(&library, Node::Meeting(2));
    assert_eq!(found.graph.meetings, [1, 2], "the same two also telephoned");
    assert_eq!(found.graph.stories.len(), 3);
}

/// Two rounds more of the talks, of which the sides are states.
fn with_rounds() -> Library {
    let mut library = fixture::library();
    let round = library.connections.meetings[0].clone();
    for number in [4, 5] {
        let id = format!("round-{number}");
        library.connections.meetings.push(crate::links::Meeting { id, ordinal: Some(number), ..round.clone() });
    }
    library
}

#[test]
fn each_round_belongs_to_every_other_one_of_its_series() {
    let library = with_rounds();
    let found = around(&library, Node::Meeting(3));
    assert_eq!(found.graph.meetings, [0, 3, 4]);
    let kin = |node: Node| -> Vec<Node> {
        let joints = found.graph.joints(node);
        joints.iter().filter(|edge| edge.relation == Relation::Series).filter_map(|edge| edge.other(node)).collect()
    };
    for node in [0, 3, 4].map(Node::Meeting) {
        assert_eq!(kin(node).len(), 2, "{node:?}");
    }
    let drawn = found.graph.edges.iter().filter(|edge| edge.relation == Relation::Series).count();
    assert_eq!(drawn, 2, "only neighbours are joined by a line");
}

#[test]
fn a_state_that_is_named_by_its_adjective_only_stands_among_the_names() {
    let mut library = fixture::library();
    let entities = &mut library.connections.entities;
    let place = entities.iter().position(|entity| entity.kind == crate::language::NameKind::Person).unwrap();
    let (id, name) = (crate::language::EntityId::new("norwegian"), "Norwegian".to_owned());
    entities[place] =
        crate::links::Entity { id, name, kind: crate::language::NameKind::Group, ..entities[place].clone() };
    let who = &mut library.connections.meetings[1].participants[0];
    (who.id, who.name) = (crate::language::EntityId::new("norway"), "Norway".into());
    let found = around(&library, Node::Meeting(1));
    assert!(found.graph.names.contains(&place), "{found:?}");
    assert_eq!(label(&library, Node::Name(place)).title, "Norway");
    let told = told(&library, &found.graph);
    assert!(told.iter().any(|line| line.starts_with("Norway | took part | ")), "{told:#?}");
}

#[test]
fn of_more_than_two_who_met_ever_fewer_are_called_and_the_others_counted() {
    let mut library = fixture::library();
    let pair = label(&library, Node::Meeting(1));
    assert!(pair.fewer.is_empty(), "{pair:?}");
    let meeting = &mut library.connections.meetings[1];
    let mut third = meeting.participants[0].clone();
    (third.id, third.name) = (crate::language::EntityId::new("norway"), "Norway".into());
    third.kind = crate::language::NameKind::Place;
    meeting.participants.push(third);
    let called = label(&library, Node::Meeting(1));
    let [one, other] = pair.short.split(" – ").collect::<Vec<_>>()[..] else { panic!("{pair:?}") };
    assert_eq!(called.fewer, [format!("{one} – {other} +1"), format!("{one} +2")]);
}

#[test]
fn every_neighbourhood_keeps_its_bounds_and_tells_what_it_leaves_out() {
    let library = fixture::library();
    let all = whole(&library, Tier::Series);
    for stories in 1..4 {
        let bounds = Bounds { stories, meetings: 1, names: 2, least: Tier::Series };
        for centre in all.nodes() {
            check(&library, &neighbourhood(&library, centre, bounds).unwrap(), bounds);
            check(&library, &around(&library, centre), Bounds::default());
        }
    }
    let narrow = Bounds { stories: 2, meetings: 1, names: 2, least: Tier::Series };
    let found = neighbourhood(&library, Node::Story(CALL), narrow).unwrap();
    assert_eq!((found.more_stories, found.more_meetings), (1, 1));
}

#[test]
fn what_is_not_in_the_library_has_no_neighbourhood() {
    let library = fixture::library();
    for centre in [Node::Story(99), Node::Meeting(99), Node::Name(999)] {
        assert_eq!(neighbourhood(&library, centre, Bounds::default()), None);
        assert_eq!(label(&library, centre), Label::default());
    }
    assert_eq!(whole(&Library::default(), Tier::Series), Graph::default());
}

#[test]
fn the_whole_library_is_one_graph_with_every_story_and_meeting() {
    let library = fixture::library();
    let graph = whole(&library, Tier::Series);
    assert_eq!((graph.stories.len(), graph.meetings.len()), (library.stories.len(), 3));
    let told = told(&library, &graph);
    assert!(told.contains(&format!("story {SERIES} | same series | story {ROUND}")), "{told:#?}");
    assert_eq!(whole(&library, Tier::Series), graph);
}

/// `NEIGHBOURHOODS=folder cargo test --lib --release neighbourhoods_are_found_at_once -- --nocapture` measures a large one.
#[test]
fn neighbourhoods_are_found_at_once() {
    let Some(folder) = std::env::var_os("NEIGHBOURHOODS") else { return };
    let library = Library::open(&[folder.into()], &|_| ()).unwrap();
    let connections = &library.connections;
    eprintln!(
        "{} meetings, {} links, {} names",
        connections.meetings.len(),
        connections.links.len(),
        connections.entities.len()
    );
    let busiest =
        (0..connections.meetings.len()).max_by_key(|meeting| connections.meetings[*meeting].mentions.len()).unwrap();
    for centre in
        [Node::Story(0), Node::Story(5_000), Node::Meeting(busiest), Node::Name(0), Node::Name(1), Node::Name(50)]
    {
        let began = Instant::now();
        let found = around(&library, centre);
        let labels: usize = found.graph.nodes().map(|node| label(&library, node).short.len()).sum();
        eprintln!(
            "{centre:?}: {:?}, {} edges, more {} {} {}, {labels}",
            began.elapsed(),
            found.graph.edges.len(),
            found.more_stories,
            found.more_meetings,
            found.more_names
        );
    }
    let began = Instant::now();
    eprintln!("whole: {} edges in {:?}", whole(&library, Tier::Series).edges.len(), began.elapsed());
}
