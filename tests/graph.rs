//! The graph for drawing programs: does it hold what the library holds, in the grammar of DOT?

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod dot;
#[allow(dead_code, reason = "the reader's own tests use the rest")]
#[path = "../src/reader/fixture.rs"]
mod fixture;
mod folder;

use std::collections::BTreeMap;
use std::sync::Arc;

use dateline::dossier::neighbourhood::Node;
use dateline::export::{Format, write, write_around};
use dateline::library::Library;
use dateline::text::sanitise::is_plain;
use dot::{Attributes, End, Statement, Written, drawn};
use folder::Folder;
use proptest::prelude::*;

fn exported(library: &Library, around: Option<Node>) -> String {
    let mut out = Vec::new();
    match around {
        Some(centre) => write_around(library, centre, Format::Dot, &mut out).unwrap(),
        None => write(library, Format::Dot, &mut out).unwrap(),
    }
    String::from_utf8(out).unwrap()
}

/// The graph as the grammar of DOT reads it.
fn parsed(written: &str) -> Written {
    dot::read(written).unwrap_or_else(|wrong| panic!("{wrong}\n{written}"))
}

/// What is told of each node, by its name in the file; one that is told twice is a mistake.
fn nodes(graph: &Written) -> BTreeMap<String, Attributes> {
    let mut nodes = BTreeMap::new();
    for statement in &graph.statements {
        if let Statement::Node { id, port, attributes } = statement {
            assert!(port.is_empty() && nodes.insert(id.clone(), attributes.clone()).is_none(), "{id} twice");
        }
    }
    nodes
}

/// From where to where, and how.
fn edges(graph: &Written) -> Vec<(String, String, Attributes)> {
    let edge = |statement: &Statement| {
        let Statement::Edge { ends, attributes } = statement else { return None };
        let [End::Node { id: from, .. }, End::Node { id: to, .. }] = ends.as_slice() else { panic!("{ends:?}") };
        Some((from.clone(), to.clone(), attributes.clone()))
    };
    graph.statements.iter().filter_map(edge).collect()
}

const CALLED: &str = "Premier \"Ann\" Doe calls John Roe & <b>others</b> \\N\n\nOSLO, 3 May 2031 (Northwire) – Premier Ann Doe spoke by \
                      telephone with President John Roe on Saturday. Doe will meet Roe in Vienna on 9 May.\n";
const TOLD: &str = "President Roe to see Doe\n\nPARIS, 4 May 2031 (Kelp Post) – President John Roe had a telephone call with \
                    Premier Ann Doe on 3 May. Roe and Doe will meet in Vienna on 9 May.\n";

fn two_stories() -> Library {
    let folder = Folder::new().with("a \"1\".txt", CALLED).with("b.txt", TOLD);
    Library::open(&[folder.path().to_owned()], &|_| ()).unwrap()
}

#[test]
fn the_reader_knows_the_whole_grammar() {
    let graph = parsed(
        r#"/* a */ STRICT Graph "a" + "b" {
# a line
 node [a=1, b=-.5; c=<i<b>x</b>>][d="\"\\"] // end
 x = y; a -- {b c} -- d:p:ne [e=2.]; subgraph s { é_1 } ; Node_1:w }"#,
    );
    assert!(graph.is_strict && !graph.is_directed && graph.name.as_deref() == Some("ab"));
    let [Statement::Default { of, attributes }, Statement::Assigned { name, value }, chain, group, last] =
        graph.statements.as_slice()
    else {
        panic!("{graph:?}")
    };
    assert_eq!((of.as_str(), name.as_str(), value.as_str()), ("node", "x", "y"));
    assert_eq!((attributes["b"].as_str(), attributes["c"].as_str()), ("-.5", "<i<b>x</b>>"));
    assert_eq!(attributes["d"], r#""\\"#, "a mark is unescaped, a backslash is left to whoever draws");
    let Statement::Edge { ends, attributes } = chain else { panic!("{chain:?}") };
    assert!(ends.len() == 3 && matches!(&ends[1], End::Subgraph(both) if both.statements.len() == 2));
    assert_eq!(ends[2], End::Node { id: "d".into(), port: vec!["p".into(), "ne".into()] });
    assert_eq!(attributes["e"], "2.");
    assert!(matches!(group, Statement::Subgraph(one) if one.name.as_deref() == Some("s")));
    assert!(matches!(last, Statement::Node { id, port, .. } if id == "Node_1" && port == &["w"]));
}

#[test]
fn the_reader_takes_nothing_that_is_not_in_the_grammar() {
    for wrong in [
        "",
        "digraph",
        "digraph {",
        "digraph { a } b",
        "graph { a -> b }",
        "digraph { a -- b }",
        "digraph { a -> }",
        "digraph { a [b] }",
        "digraph { a [b=] }",
        "digraph { a [b=c }",
        "digraph { a [b=1, b=2] }",
        "digraph { a [b=c,,d=e] }",
        "digraph { \"a }",
        r#"digraph { a [b="c\"] }"#,
        "digraph { node }",
        "digraph { node -> a }",
        "digraph { 1a }",
        "digraph { a.b }",
        "digraph { a-b }",
        r"digraph { a \ b }",
        "digraph { /* a }",
        "digraph { a:b:no }",
        "digraph { {a} [b=c] }",
        "digraph { a = b = c }",
        "digraph { <a }",
        "digraph { ; }",
        "digraph { a & b }",
    ] {
        assert!(dot::read(wrong).is_err(), "{wrong}");
    }
    assert!(drawn(r"\N").is_err() && drawn("&lt;").is_err() && drawn(r"\").is_err());
    assert_eq!(drawn(r"a\\N\nb &amp;lt;").unwrap(), "a\\N\nb &lt;");
}

#[test]
fn a_graph_holds_every_story_and_meeting_and_its_edges_join_what_is_in_it() {
    let library = two_stories();
    let written = exported(&library, None);
    let graph = parsed(&written);
    let (declared, edges) = (nodes(&graph), edges(&graph));
    assert!(graph.is_directed && !graph.is_strict && graph.name.as_deref() == Some("dateline"));
    assert!(edges.iter().all(|(from, to, _)| declared.contains_key(from) && declared.contains_key(to)), "{written}");
    let stories = declared.keys().filter(|id| id.starts_with("story ")).count();
    assert_eq!(stories, 2, "{written}");
    let mut meetings = library.connections.meetings.iter().map(|one| format!("meeting {}", one.id));
    assert!(!library.connections.meetings.is_empty() && meetings.all(|id| declared.contains_key(&id)), "{written}");
    let is = |how: &str| edges.iter().any(|(.., attributes)| attributes["label"] == how);
    assert!(is("tells of") && is("took part"), "{written}");
    assert_eq!(exported(&two_stories(), None), written, "the same library gives the same bytes");
}

#[test]
fn what_stands_around_a_story_is_a_part_of_the_graph_with_the_story_marked() {
    let library = two_stories();
    let (part, whole) = (parsed(&exported(&library, Some(Node::Story(0)))), parsed(&exported(&library, None)));
    let marked: Vec<_> = nodes(&part).into_iter().filter(|(_, node)| node.contains_key("penwidth")).collect();
    let [(id, node)] = marked.as_slice() else { panic!("{marked:?}") };
    assert_eq!((id.as_str(), node["shape"].as_str()), ("story a \"1\".txt", "note"));
    let title = drawn(&node["tooltip"]).unwrap();
    assert!(title.starts_with("Premier \"Ann\" Doe calls John Roe & <b>others</b> \\N"), "{title}");
    let (part_edges, whole_edges) = (edges(&part), edges(&whole));
    assert!(part_edges.len() > 2 && part_edges.iter().all(|edge| whole_edges.contains(edge)), "{part:?}");
    let nothing = parsed(&exported(&library, Some(Node::Story(9))));
    assert!(nodes(&nothing).is_empty() && edges(&nothing).is_empty(), "nothing stands around what is not there");
}

/// Words as an attacker would write them into titles, outlets, file names and names.
fn hostile() -> impl Strategy<Value = String> {
    let signs = prop::sample::select(vec![
        "\"",
        "\\",
        "\\n",
        "\n",
        "\r",
        "->",
        "--",
        "[",
        "]",
        "{",
        "}",
        ";",
        ",",
        "=",
        ":",
        "+",
        "<",
        ">",
        "&amp;",
        "&#10;",
        "&",
        "/*",
        "*/",
        "//",
        "#",
        "\\N",
        "\\G",
        "strict",
        "node",
        "\0",
        "\u{1b}[31m",
        "\u{202e}",
        "\u{feff}",
        "é",
        "习",
        " ",
    ]);
    let any = any::<char>().prop_map(String::from);
    prop::collection::vec(prop_oneof![5 => signs.prop_map(str::to_owned), 1 => any], 0..24).prop_map(|all| all.concat())
}

/// Writes these words wherever a story, meeting or name can bring words in.
fn poison(library: &mut Library, words: &[String]) {
    for (number, story) in library.stories.iter_mut().enumerate() {
        let article = Arc::make_mut(&mut story.article);
        article.id = format!("{}{number}", words[0]);
        article.title.text = format!("{}{number}", words[1]);
        if let Some(outlet) = &mut article.outlet {
            outlet.name.clone_from(&words[2]);
        }
    }
    for meeting in &mut library.connections.meetings {
        meeting.id.push_str(&words[3]);
        meeting.participants.iter_mut().for_each(|one| one.name.clone_from(&words[4]));
    }
    for entity in &mut library.connections.entities {
        entity.name = format!("{}{}", words[5], entity.id.as_str());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_stories_say_the_graph_is_read_back_as_it_was_meant(words in prop::collection::vec(hostile(), 6)) {
        let mut library = fixture::library();
        poison(&mut library, &words);
        for centre in [None, Some(Node::Story(fixture::CALL)), Some(Node::Meeting(0)), Some(Node::Name(0))] {
            let graph = parsed(&exported(&library, centre));
            let (declared, edges) = (nodes(&graph), edges(&graph));
            let of = |sort: &str| declared.keys().filter(|id| id.starts_with(sort)).count();
            prop_assert_eq!(of("story ") + of("meeting ") + of("name "), declared.len());
            prop_assert_eq!(declared.len() + edges.len() + 3, graph.statements.len(), "no other statements");
            prop_assert!(edges.iter().all(|(from, to, _)| declared.contains_key(from) && declared.contains_key(to)));
            let told = declared.values().chain(edges.iter().map(|(.., attributes)| attributes));
            for value in told.flat_map(|attributes| [attributes.get("label"), attributes.get("tooltip")]).flatten() {
                let shown = drawn(value).map_err(TestCaseError::fail)?;
                prop_assert!(shown.chars().all(|letter| letter == '\n' || is_plain(letter)), "{shown:?}");
            }
            if centre.is_some() {
                continue;
            }
            prop_assert_eq!((of("story "), of("meeting ")), (library.stories.len(), library.connections.meetings.len()));
            for story in &library.stories {
                let own = format!("story {}", story.article.id);
                let plain: String = own.chars().filter(|letter| *letter == '\n' || is_plain(*letter)).collect();
                let id = plain.replace('\\', r"\\").replace('\n', r"\n");
                prop_assert!(declared.contains_key(&id), "{id:?} {declared:?}");
            }
        }
    }
}
