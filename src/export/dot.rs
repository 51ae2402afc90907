//! A graph of stories, meetings and names in, the same in DOT out.
//!
//! **In:** a library, and what to draw: all of it, or a [`Neighbourhood`](crate::dossier::neighbourhood::Neighbourhood).
//! **Out:** a graph in the DOT language (<https://graphviz.org/doc/info/lang.html>), which Graphviz and many others draw.
//! **Why:** the map belongs to whoever reads the stories, in the size and the colours that they need.
//!
//! Nodes are called by the ids of the JSON (`story a.txt`, `meeting …`, `name …`), so that both can be joined. The same
//! library gives the same bytes. Nothing from an article stands outside quotation marks, and no text is clipped silently:
//! what a label has no room for is in its tooltip.

use std::io::{self, Write};

use crate::dossier::neighbourhood::Bounds;
use crate::dossier::neighbourhood::{Edge, Graph, Label, Labels, Node, Relation, neighbourhood, whole};
use crate::dossier::wording;
use crate::language::NameKind;
use crate::library::Library;
use crate::links::Tier;
use crate::text::Span;
use crate::text::sanitise::{is_plain, one_line};
use crate::text::width::truncate;
use crate::text::wrap::{Breaks, wrap};

/// How wide a label is before it is wrapped, and how many rows its title takes at most.
const COLUMNS: usize = 32;
const ROWS: usize = 3;
/// How much of a sentence is told in a tooltip, in columns.
const QUOTED: usize = 240;

/// Writes the whole library as one graph.
pub(super) fn write_whole(library: &Library, out: impl Write) -> io::Result<()> {
    write(library, &whole(library, Tier::Series), None, out)
}

/// Writes what stands around one thing; an empty graph where there is no such thing.
pub(super) fn write_around(library: &Library, centre: Node, out: impl Write) -> io::Result<()> {
    let found = neighbourhood(library, centre, Bounds::default());
    let graph = found.map(|found| found.graph).unwrap_or_default();
    write(library, &graph, Some(centre), out)
}

fn write(library: &Library, graph: &Graph, centre: Option<Node>, mut out: impl Write) -> io::Result<()> {
    writeln!(out, "digraph dateline {{")?;
    writeln!(out, "  graph [rankdir=\"LR\", charset=\"UTF-8\"];")?;
    writeln!(out, "  node [fontname=\"sans-serif\"];")?;
    writeln!(out, "  edge [fontname=\"sans-serif\", fontsize=\"10\"];")?;
    let labels = Labels::new(library);
    for node in graph.nodes() {
        write_node(library, &labels.of(node), node, centre == Some(node), &mut out)?;
    }
    for edge in &graph.edges {
        write_edge(library, edge, &mut out)?;
    }
    writeln!(out, "}}")?;
    out.flush()
}

fn write_node(library: &Library, told: &Label, node: Node, is_centre: bool, mut out: impl Write) -> io::Result<()> {
    let tooltip = [told.title.clone(), told.about()].join("\n");
    write!(out, "  {} [shape={}, label={}", id(library, node), shape(library, node), text(&rows(told, node)))?;
    if told.is_likely {
        write!(out, ", style=\"dashed\"")?;
    }
    if is_centre {
        write!(out, ", penwidth=\"3\"")?;
    }
    writeln!(out, ", tooltip={}];", text(tooltip.trim_end()))
}

fn write_edge(library: &Library, edge: &Edge, mut out: impl Write) -> io::Result<()> {
    let (from, to) = (id(library, edge.from), id(library, edge.to));
    write!(out, "  {from} -> {to} [label={}", text(edge.relation.words()))?;
    match edge.relation {
        Relation::ProbablyTells => write!(out, ", style=\"dashed\"")?,
        Relation::Series => write!(out, ", style=\"dotted\", dir=\"none\"")?,
        Relation::Tells | Relation::TookPart | Relation::Place | Relation::Names => {}
    }
    if let Some(source) = edge.source {
        let words = one_line(source.words(library));
        write!(out, ", tooltip={}", text(&format!("“{}”", truncate(&words, QUOTED))))?;
    }
    writeln!(out, "];")
}

/// What a node is called in the file: as in the JSON, with its sort before it.
fn id(library: &Library, node: Node) -> String {
    let connections = &library.connections;
    let (sort, id) = match node {
        Node::Story(story) => ("story", library.stories.get(story).map(|story| story.article.id.as_str())),
        Node::Meeting(meeting) => ("meeting", connections.meetings.get(meeting).map(|meeting| meeting.id.as_str())),
        Node::Name(name) => ("name", connections.entities.get(name).map(|entity| entity.id.as_str())),
    };
    quoted(&format!("{sort} {}", id.unwrap_or_default()))
}

/// A shape for each sort, so that nobody needs colours.
fn shape(library: &Library, node: Node) -> &'static str {
    let kind = |name: usize| library.connections.entities.get(name).map(|entity| entity.kind);
    match node {
        Node::Story(_) => "note",
        Node::Meeting(_) => "box",
        Node::Name(name) => match kind(name) {
            Some(NameKind::Person) => "ellipse",
            Some(NameKind::Organisation) => "octagon",
            Some(NameKind::Place) => "house",
            _ => "plaintext",
        },
    }
}

/// The title in a few rows, and below it when and where.
fn rows(told: &Label, node: Node) -> String {
    let title = &told.title;
    let wrapped = wrap(title, Span::whole(title), COLUMNS, Breaks::Reflow);
    let mut rows: Vec<String> = wrapped.iter().take(ROWS).map(|row| row.span.of(title).to_owned()).collect();
    if let Some(last) = rows.last_mut().filter(|_| wrapped.len() > ROWS) {
        last.push('…');
    }
    let below = match node {
        Node::Meeting(_) => [&told.day, &told.whence],
        Node::Story(_) | Node::Name(_) => [&told.whence, &told.day],
    };
    let below: Vec<&str> = below.into_iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
    rows.extend((!below.is_empty()).then(|| below.join(" · ")));
    rows.extend(told.is_likely.then(|| wording::PROBABLY_ONE.to_owned()));
    rows.join("\n")
}

/// A string that is shown: what Graphviz would take for an entity or an escape is spelled so that it is not.
fn text(words: &str) -> String {
    quoted_with(words, true)
}

/// A string that names something.
fn quoted(words: &str) -> String {
    quoted_with(words, false)
}

/// A string of DOT. A backslash is doubled everywhere: before the closing mark it would hide it.
fn quoted_with(words: &str, is_shown: bool) -> String {
    let mut written = String::with_capacity(words.len() + 2);
    written.push('"');
    for letter in words.chars() {
        match letter {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '\n' => written.push_str("\\n"),
            '&' if is_shown => written.push_str("&amp;"),
            other if is_plain(other) => written.push(other),
            _ => {}
        }
    }
    written.push('"');
    written
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What Graphviz reads between the marks of a string, as its grammar says.
    fn read(written: &str) -> Option<String> {
        let mut letters = written.strip_prefix('"')?.chars();
        let mut read = String::new();
        loop {
            match letters.next()? {
                '"' => return letters.next().is_none().then_some(read),
                '\\' => match letters.next()? {
                    'n' => read.push('\n'),
                    other => read.push(other),
                },
                other => read.push(other),
            }
        }
    }

    #[test]
    fn marks_backslashes_breaks_and_entities_are_escaped() {
        assert_eq!(text("a \"b\" \\N &lt; c\nd\\"), r#""a \"b\" \\N &amp;lt; c\nd\\""#);
        assert_eq!(quoted("a&b.txt"), "\"a&b.txt\"");
        assert_eq!(text("]; x -> y; /* <b> # \u{1b}[31m\u{202e}"), "\"]; x -> y; /* <b> # [31m\"");
    }

    proptest! {
        #[test]
        fn no_text_ends_its_string_or_brings_in_anything_invisible(words in "(\\PC|[\u{0}-\u{ff}\u{200b}-\u{206f}\"\\\\&\n]){0,40}") {
            let written = quoted(&words);
            prop_assert!(written.chars().all(is_plain), "{written:?}");
            let plain: String = words.chars().filter(|c| *c == '\n' || is_plain(*c)).collect();
            prop_assert_eq!(read(&written), Some(plain));
            let shown = read(&text(&words));
            prop_assert!(shown.is_some_and(|shown| shown.matches('&').count() == shown.matches("&amp;").count()));
        }
    }
}
