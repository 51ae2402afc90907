//! Where everything on the map stands.
//!
//! **In:** what stands around something, and how many columns there are. **Out:** a [`Layout`]: a [`Spot`] for each thing, the
//! columns between which lines are drawn, and the lines. **Why:** drawing, clicking and walking agree on every place.

use std::ops::Range;

use super::told;
use super::wires::{Hub, Wires};
use crate::dossier::neighbourhood::{Edge, Label, Neighbourhood, Node, Relation, label};
use crate::library::Library;
use crate::text::width::truncate;

/// Below this width of a column a story is called by its outlet, not by its title.
const TITLE_FROM: u16 = 20;
/// Rows of a body in which stories and meetings have a blank row between them.
const AIRY_FROM: u16 = 20;
/// What stands above and below the rows of a map on the screen, in rows, about.
const AROUND: u16 = 14;

/// One of the three columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Stories,
    Meetings,
    Names,
}

/// A thing and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) node: Node,
    pub(super) column: Column,
    pub(super) rows: Range<usize>,
    /// What stands in these rows.
    pub(super) lines: Vec<String>,
    /// The day alone, which stands beside how it belongs to the thing under the cursor.
    pub(super) day: String,
}

impl Spot {
    /// The row at which lines begin and end.
    pub(super) fn port(&self) -> usize {
        match self.column {
            Column::Stories => self.rows.end - 1,
            Column::Meetings | Column::Names => self.rows.start,
        }
    }
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// By the rows that they end at, then from left to right: the order of stops.
    pub(super) spots: Vec<Spot>,
    /// The columns of the screen that each column takes.
    pub(super) columns: [Range<u16>; 3],
    /// How many columns before the stories there are for the line of a series.
    pub(super) lane: u16,
    /// The lines between stories and meetings, and between meetings and names.
    pub(super) wires: [Wires; 2],
    /// In the middle column the row where names meet that no meeting joins, if there are any.
    pub(super) named: Option<usize>,
    /// What is left out, at the end of each column: `and 12 more`.
    pub(super) more: Vec<(Column, usize, String)>,
    /// How many rows there are.
    pub(super) rows: usize,
}

impl Layout {
    pub(super) fn new(library: &Library, found: &Neighbourhood, columns: u16, rows: u16) -> Self {
        let graph = &found.graph;
        let is_kin = |edge: &Edge| edge.relation == Relation::Series && matches!(edge.from, Node::Story(_));
        let lane = if graph.edges.iter().any(is_kin) { 2 } else { 0 };
        let (columns, gaps) = widths(columns, lane);
        let pitch = if rows.saturating_sub(AROUND) >= AIRY_FROM { 3 } else { 2 };
        let has_named = graph.edges.iter().any(|edge| edge.relation == Relation::Names);
        let middle = graph.meetings.len() + usize::from(has_named);
        let tallest = graph.stories.len().max(middle).max((graph.names.len() * 2).div_ceil(pitch));
        // What is shorter than the tallest column stands beside its middle.
        let first = |number: usize| tallest.saturating_sub(number) / 2 * pitch;
        let mut spots = Vec::new();
        let mut spot = |node: Node, column: Column, rows: Range<usize>| {
            let width = columns.get(column as usize).map_or(0, |range| range.end - range.start);
            let told = label(library, node);
            spots.push(Spot {
                node,
                column,
                rows,
                lines: lines(&told, node, width.saturating_sub(free(column))),
                day: told.day,
            });
        };
        for (number, story) in graph.stories.iter().enumerate() {
            let row = first(graph.stories.len()) + number * pitch;
            spot(Node::Story(*story), Column::Stories, row..row + 2);
        }
        let start = first(middle);
        for (number, meeting) in graph.meetings.iter().enumerate() {
            let row = start + number * pitch;
            spot(Node::Meeting(*meeting), Column::Meetings, row..row + 2);
        }
        let named = has_named.then(|| start + graph.meetings.len() * pitch);
        let taken = |row: usize| row >= start && (row - start).is_multiple_of(pitch) && (row - start) / pitch < middle;
        let step = if pitch == 3 { 2 } else { 1 };
        let mut row = (tallest * pitch).saturating_sub(graph.names.len() * pitch.min(2)) / 2;
        for name in &graph.names {
            row += usize::from(taken(row));
            spot(Node::Name(*name), Column::Names, row..row + 1);
            row += step;
        }
        let wires = wires(&spots, &graph.edges, named, gaps);
        let (more, rows) = more(found, &spots, named);
        spots.sort_by_key(|spot| (spot.rows.end, spot.column));
        Self { spots, columns, lane, wires, named, more, rows }
    }

    /// The thing in a column at a row, with its number.
    pub(super) fn spot_at(&self, column: Column, row: usize) -> Option<(usize, &Spot)> {
        self.spots.iter().enumerate().find(|(_, spot)| spot.column == column && spot.rows.contains(&row))
    }

    /// The number of a thing.
    pub(super) fn number(&self, node: Node) -> Option<usize> {
        self.spots.iter().position(|spot| spot.node == node)
    }
}

/// How many columns stay free behind the words of a thing, so that no line touches them.
pub(super) const fn free(column: Column) -> u16 {
    match column {
        Column::Stories | Column::Meetings => 1,
        Column::Names => 0,
    }
}

/// The three columns, and how wide the two gaps between them are. Before each column one stays free for the cursor.
fn widths(columns: u16, lane: u16) -> ([Range<u16>; 3], [u16; 2]) {
    let gaps = match columns {
        100.. => [10, 12],
        70..100 => [7, 8],
        _ => [4, 5],
    };
    let rest = columns.saturating_sub(lane + gaps[0] + gaps[1] + 2);
    // Where stories are called by their outlets, names get the room.
    let (stories, meetings) =
        if columns < 70 { (rest * 8 / 25, rest * 9 / 25) } else { (rest * 9 / 25, rest * 10 / 25) };
    let second = lane + stories + gaps[0] + 1;
    let third = second + meetings + gaps[1] + 1;
    ([lane..lane + stories, second..second + meetings, third..columns.max(third)], gaps)
}

/// What stands in the rows of a thing.
fn lines(told: &Label, node: Node, width: u16) -> Vec<String> {
    let dot = |facts: [&str; 2]| facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ");
    let cut = |words: &str| truncate(words, usize::from(width)).into_owned();
    match node {
        Node::Story(_) if width < TITLE_FROM && !told.whence.is_empty() => {
            vec![cut(&told.whence), cut(if told.day.is_empty() { "undated" } else { &told.day })]
        }
        Node::Story(_) => {
            let day = if told.day.is_empty() { "undated" } else { &told.day };
            vec![cut(&told.title), cut(&dot([&told.whence, day]))]
        }
        Node::Meeting(_) => vec![cut(&told.short), cut(&dot([&told.day, &told.whence]))],
        Node::Name(_) => vec![cut(&told.title)],
    }
}

/// The lines between the columns.
fn wires(spots: &[Spot], edges: &[Edge], named: Option<usize>, gaps: [u16; 2]) -> [Wires; 2] {
    let port = |node: Node| spots.iter().find(|spot| spot.node == node).map(Spot::port);
    let mut hubs = [Vec::new(), Vec::new()];
    let [to_meetings, to_names] = &mut hubs;
    let meetings = spots.iter().filter(|spot| spot.column == Column::Meetings);
    for spot in meetings {
        let stories =
            edges.iter().filter_map(|edge| edge.other(spot.node)).filter(|node| matches!(node, Node::Story(_)));
        to_meetings.push(Hub { row: spot.port(), joined: stories.filter_map(port).collect() });
    }
    let says_name = |edge: &&Edge| edge.relation == Relation::Names;
    to_meetings.extend(named.map(|row| {
        let mut joined: Vec<usize> = edges.iter().filter(says_name).filter_map(|edge| port(edge.from)).collect();
        joined.dedup();
        Hub { row, joined }
    }));
    for spot in spots.iter().filter(|spot| spot.column == Column::Names) {
        let others =
            edges.iter().filter_map(|edge| edge.other(spot.node)).filter(|node| matches!(node, Node::Meeting(_)));
        let is_named = edges.iter().filter(says_name).any(|edge| edge.to == spot.node);
        let joined = others.filter_map(port).chain(named.filter(|_| is_named)).collect();
        to_names.push(Hub { row: spot.port(), joined });
    }
    let mut gaps = gaps.into_iter().map(usize::from);
    hubs.map(|hubs| {
        Wires::new(hubs.into_iter().filter(|hub| !hub.joined.is_empty()).collect(), gaps.next().unwrap_or(2))
    })
}

/// What is told below the columns that leave something out, and how many rows there are then.
fn more(found: &Neighbourhood, spots: &[Spot], named: Option<usize>) -> (Vec<(Column, usize, String)>, usize) {
    let left_out = [
        (Column::Stories, found.more_stories),
        (Column::Meetings, found.more_meetings),
        (Column::Names, found.more_names),
    ];
    let end = |column: Column| {
        let named = named.filter(|_| column == Column::Meetings).map(|row| row + 1);
        let last = spots.iter().filter(|spot| spot.column == column).map(|spot| spot.rows.end).chain(named).max();
        last.unwrap_or(0)
    };
    let mut rows = end(Column::Stories).max(end(Column::Meetings)).max(end(Column::Names));
    let mut more = Vec::new();
    for (column, number) in left_out.into_iter().filter(|(_, number)| *number > 0) {
        let row = end(column) + usize::from(column != Column::Names);
        rows = rows.max(row + 1);
        more.push((column, row, told::left_out(number)));
    }
    (more, rows)
}
