//! The graph for drawing programs: does it hold what the library holds, in the grammar of DOT?

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod folder;

use std::collections::BTreeSet;

use dateline::dossier::neighbourhood::Node;
use dateline::export::{Format, write, write_around};
use dateline::library::Library;
use folder::Folder;

fn dot(library: &Library, around: Option<Node>) -> String {
    let mut out = Vec::new();
    match around {
        Some(centre) => write_around(library, centre, Format::Dot, &mut out).unwrap(),
        None => write(library, Format::Dot, &mut out).unwrap(),
    }
    String::from_utf8(out).unwrap()
}

/// The statements of a graph as a list of words each, as the grammar of DOT parts them; strings come out unescaped.
fn statements(dot: &str) -> Vec<Vec<String>> {
    let mut all = vec![Vec::new()];
    let mut letters = dot.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                let mut word = String::new();
                loop {
                    match letters.next().unwrap() {
                        '"' => break,
                        '\\' => word.push(if letters.peek() == Some(&'n') { '\n' } else { *letters.peek().unwrap() }),
                        other => {
                            word.push(other);
                            continue;
                        }
                    }
                    letters.next();
                }
                all.last_mut().unwrap().push(word);
            }
            ';' | '{' | '}' => all.push(Vec::new()),
            '[' | ']' | '=' | ',' => {}
            space if space.is_whitespace() => {}
            first => {
                let mut word = String::from(first);
                while let Some(next) = letters.next_if(|next| next.is_alphanumeric() || "->".contains(*next)) {
                    word.push(next);
                }
                all.last_mut().unwrap().push(word);
            }
        }
    }
    all.retain(|statement| !statement.is_empty());
    all
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
fn a_graph_holds_every_story_and_meeting_and_its_edges_join_what_is_in_it() {
    let library = two_stories();
    let written = dot(&library, None);
    let statements = statements(&written);
    let declared: BTreeSet<&String> =
        statements.iter().filter(|words| words[1] == "shape").map(|words| &words[0]).collect();
    let edges: Vec<&Vec<String>> = statements.iter().filter(|words| words[1] == "->").collect();
    assert!(edges.iter().all(|words| declared.contains(&words[0]) && declared.contains(&words[2])), "{written}");
    let stories = declared.iter().filter(|id| id.starts_with("story ")).count();
    assert_eq!(stories, 2, "{written}");
    let meetings: BTreeSet<String> =
        library.connections.meetings.iter().map(|one| format!("meeting {}", one.id)).collect();
    assert!(!meetings.is_empty() && meetings.iter().all(|id| declared.contains(id)), "{written}");
    assert!(
        edges.iter().any(|words| words[4] == "tells of") && edges.iter().any(|words| words[4] == "took part"),
        "{written}"
    );
    assert_eq!(dot(&two_stories(), None), written, "the same library gives the same bytes");
}

#[test]
fn what_stands_around_a_story_is_a_part_of_the_graph_with_the_story_marked() {
    let library = two_stories();
    let part = dot(&library, Some(Node::Story(0)));
    let marked: Vec<&str> = part.lines().filter(|line| line.contains("penwidth")).collect();
    assert_eq!(marked.len(), 1, "{part}");
    assert!(marked[0].starts_with("  \"story a \\\"1\\\".txt\" [shape=note"), "{}", marked[0]);
    assert!(marked[0].contains(r"&amp; <b>others</b>") && marked[0].contains(r"\\N"), "{}", marked[0]);
    let whole = dot(&library, None);
    let edges = part.lines().filter(|line| line.contains(" -> "));
    assert!(edges.clone().count() > 2 && edges.into_iter().all(|line| whole.contains(line)), "{part}\n{whole}");
    assert_eq!(statements(&dot(&library, Some(Node::Story(9)))).len(), 4, "nothing stands around what is not there");
}
