//! The map as a nested list.
//!
//! **In:** what stands around something. **Out:** a [`Content`] of one row a thing: what is in the middle, below it what is
//! joined to it, below each of these what else that is joined to. **Why:** narrow screens have no room for three columns, and
//! lines cannot be heard.

use std::ops::Range;

use super::{target, told};
use crate::dossier::Source;
use crate::dossier::neighbourhood::{Edge, Neighbourhood, Node, Relation};
use crate::library::Library;
use crate::reader::model::view::remembered::Remembered;
use crate::reader::model::view::{Cell, Content, From, Inputs, Role, Row, Target, Towards};
use crate::text::width::width;

/// How far each level is moved in, in columns.
const INDENT: u16 = 2;

#[derive(Debug)]
struct Line {
    node: Node,
    level: u16,
    /// How it belongs to the line above that is one level further out.
    relation: Option<Relation>,
}

/// The map as a list.
#[derive(Debug)]
pub(super) struct Nested {
    found: Neighbourhood,
    lines: Vec<Line>,
    more: Option<String>,
    title: Vec<Cell>,
    is_finding: bool,
    /// Rows that were in sight, and what was told of the things that the cursor was on.
    made: Remembered<usize>,
    told: Remembered<(usize, u16)>,
}

impl Nested {
    pub(super) fn new(inputs: &Inputs<'_>, found: Neighbourhood) -> Self {
        let title = told::title(inputs.library, found.centre);
        let lines = if found.graph.has(found.centre) { lines(&found) } else { Vec::new() };
        let is_alone = lines.len() == 1;
        let more = if is_alone { Some(told::ALONE.to_owned()) } else { told::all_left_out(&found) };
        let (made, told) = (Remembered::new(told::KEPT), Remembered::new(told::KEPT));
        Self { found, lines, more, title, is_finding: inputs.is_finding, made, told }
    }
}

/// What is in the middle, what is joined to it, and what else that is joined to.
fn lines(found: &Neighbourhood) -> Vec<Line> {
    let centre = found.centre;
    let mut lines = vec![Line { node: centre, level: 0, relation: None }];
    let of =
        |node: Node| found.graph.edges_of(node).filter_map(move |edge: &Edge| Some((edge.relation, edge.other(node)?)));
    for (relation, near) in of(centre) {
        lines.push(Line { node: near, level: 1, relation: Some(relation) });
        let further = of(near).filter(|(_, node)| *node != centre);
        lines.extend(further.map(|(relation, node)| Line { node, level: 2, relation: Some(relation) }));
    }
    // What only a thing of the second level joins to the middle is there already; the rest stands at the end.
    let known: Vec<Node> = lines.iter().map(|line| line.node).collect();
    let rest = found.graph.nodes().filter(|node| !known.contains(node));
    lines.extend(rest.map(|node| Line { node, level: 1, relation: None }));
    lines
}

/// A thing, how far in, and how it belongs to what stands above it.
fn row(library: &Library, line: &Line) -> Row {
    let called = told::brief(library, line.node);
    let column = line.level * INDENT;
    let role = if line.level == 0 { Role::Strong } else { told::role(library, line.node) };
    let Some(relation) = line.relation else {
        let sign = if line.level == 0 { "◆ " } else { "" };
        let said = if line.level == 0 { format!("In the middle: {called}") } else { called.clone() };
        return Row::new(vec![Cell::new(column, format!("{sign}{called}"), role)]).said(said);
    };
    let how = told::relation(relation);
    let behind = column.saturating_add(u16::try_from(width(&called)).unwrap_or(u16::MAX)).saturating_add(2);
    // The level is heard as well as seen.
    let further = if line.level > 1 { "and there " } else { "" };
    Row::new(vec![Cell::new(column, called.clone(), role), Cell::new(behind, how, Role::Muted)])
        .said(format!("{further}{}: {called}", relation.words()))
}

impl Content for Nested {
    fn title(&self) -> Vec<Cell> {
        self.title.clone()
    }

    fn count(&self) -> Option<String> {
        Some(told::counted(&self.found))
    }

    fn rows(&self) -> usize {
        self.lines.len() + usize::from(self.more.is_some())
    }

    fn row(&self, library: &Library, number: usize, _: usize) -> Row {
        let Some(line) = self.lines.get(number) else {
            return self
                .more
                .iter()
                .map(|more| Row::new(vec![Cell::new(0, more.clone(), Role::Muted)]))
                .next()
                .unwrap_or_default();
        };
        self.made.get(number, || vec![row(library, line)]).pop().unwrap_or_default()
    }

    fn stops(&self) -> usize {
        self.lines.len()
    }

    fn rows_of(&self, stop: usize) -> Range<usize> {
        stop..stop + 1
    }

    fn step(&self, stop: usize, towards: Towards) -> Option<usize> {
        let level = self.lines.get(stop)?.level;
        match towards {
            Towards::Up => stop.checked_sub(1),
            Towards::Down => Some(stop + 1).filter(|next| *next < self.lines.len()),
            Towards::Left => self.lines.iter().take(stop).rposition(|line| line.level < level),
            Towards::Right => {
                Some(stop + 1).filter(|next| self.lines.get(*next).is_some_and(|line| line.level > level))
            }
        }
    }

    fn start(&self, _: &Library, _: From) -> usize {
        0
    }

    fn target(&self, _: &Library, stop: usize) -> Option<Target> {
        Some(target(self.lines.get(stop)?.node, self.found.centre))
    }

    fn source(&self, _: &Library, stop: usize) -> Option<Source> {
        told::source(&self.found, self.lines.get(stop)?.node)
    }

    fn has_detail(&self) -> bool {
        true
    }

    fn detail(&self, library: &Library, stop: usize, columns: u16) -> Vec<Row> {
        let Some(line) = self.lines.get(stop) else { return Vec::new() };
        self.told.get((stop, columns), || told::detail(library, &self.found, line.node, columns))
    }

    fn empty(&self) -> &str {
        told::empty(self.is_finding)
    }
}
