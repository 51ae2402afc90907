//! The map with lines.
//!
//! **In:** what stands around something. **Out:** a [`Content`] whose stops are the things on the map. **Why:** the lines of
//! the thing under the cursor are lit, and what they lead to says how: so the drawing can be read one thing at a time.

use std::ops::Range;

use super::layout::{Beside, Column, Layout, Spot, brief_day, free};
use super::{target, told};
use crate::dossier::Source;
use crate::dossier::neighbourhood::{Edge, Neighbourhood, Node, Relation};
use crate::library::Library;
use crate::links::Tier;
use crate::reader::model::view::remembered::Remembered;
use crate::reader::model::view::{Cell, Content, From, Inputs, Role, Row, Target, Towards};
use crate::text::width::width;

/// From this height of the screen on the columns have headings, in rows.
const HEADINGS_FROM: u16 = 30;
/// Beside a meeting whose series goes on in the next one.
const SERIES: &str = "┊";
const COLUMNS: [Column; 3] = [Column::Stories, Column::Meetings, Column::Names];

/// The map as it is drawn.
#[derive(Debug)]
pub(super) struct Drawn {
    found: Neighbourhood,
    layout: Layout,
    title: Vec<Cell>,
    has_headings: bool,
    is_finding: bool,
    /// What was told of the things that the cursor was on.
    told: Remembered<(usize, u16)>,
}

impl Drawn {
    pub(super) fn new(inputs: &Inputs<'_>, found: Neighbourhood) -> Self {
        let layout = Layout::new(inputs.library, &found, inputs.columns, inputs.rows);
        let title = told::title(inputs.library, found.centre, false);
        let has_headings = inputs.rows >= HEADINGS_FROM && !layout.spots.is_empty();
        let told = Remembered::new(told::KEPT);
        Self { found, layout, title, has_headings, is_finding: inputs.is_finding, told }
    }

    fn node(&self, stop: usize) -> Option<Node> {
        self.layout.spots.get(stop).map(|spot| spot.node)
    }

    /// How the thing under the cursor belongs to another one, if it does.
    fn edge(&self, at: usize, other: Node) -> Option<Edge> {
        let node = self.node(at)?;
        self.found.graph.joints(node).into_iter().find(|edge| edge.joins(node, other))
    }

    fn columns(&self, column: Column) -> Range<u16> {
        self.layout.columns.get(column as usize).cloned().unwrap_or_default()
    }

    /// The words of a thing in one of its rows.
    fn words(&self, library: &Library, spot: &Spot, row: usize, at: usize) -> Vec<Cell> {
        let columns = self.columns(spot.column);
        let room = (columns.end - columns.start).saturating_sub(free(spot.column));
        let line = row - spot.rows.start;
        let words = spot.lines.get(line).cloned().unwrap_or_default();
        let edge = self.edge(at, spot.node);
        if line > 0 && line + 1 == spot.lines.len() {
            return self.below(spot, words, edge.as_ref());
        }
        let is_centre = spot.node == self.found.centre;
        let role = match (is_centre, &edge) {
            (true, _) => Role::Strong,
            (false, Some(_)) if !matches!(spot.node, Node::Name(_)) => Role::Strong,
            _ => told::role(library, spot.node),
        };
        // Set in as far as the sign before the row above.
        let indent = narrow(words.len() - words.trim_start().len());
        let end = columns.start.saturating_add(narrow(width(&words))).saturating_add(2);
        let from = columns.start + indent;
        let mut cells = vec![Cell::new(from, words.trim_start(), role).within(room.saturating_sub(indent))];
        // A name has one row only.
        if let Some(edge) = edge.filter(|_| spot.column == Column::Names) {
            let how = told::brief_relation(edge.relation);
            if end.saturating_add(narrow(width(&how))) <= columns.end {
                cells.push(Cell::new(end, how, Role::Accent));
            }
        }
        cells
    }

    /// The second row of a thing: when and where it was; what is joined to the thing under the cursor says how.
    fn below(&self, spot: &Spot, words: String, edge: Option<&Edge>) -> Vec<Cell> {
        let columns = self.columns(spot.column);
        let mut cells = Vec::new();
        let mut at = columns.start;
        if self.goes_on(spot) {
            cells.push(Cell::new(at, SERIES, Role::Faint));
            at += 2;
        }
        let room = columns.end.saturating_sub(at + free(spot.column));
        let how = edge.map(|edge| self.how(edge.relation)).unwrap_or_default();
        if how.is_empty() {
            cells.push(Cell::new(at, words, Role::Muted).within(room));
            return cells;
        }
        let left = usize::from(room).saturating_sub(width(&how) + 2);
        // Where there is no room for all of it, the outlet or place gives way, then a day that is not sure is told shorter.
        let day = &spot.told.day;
        let told = [words, day.clone(), brief_day(day)].into_iter().find(|told| width(told) <= left);
        let told = told.filter(|told| !told.is_empty()).unwrap_or_else(|| brief_day(day));
        let behind = if told.is_empty() { 0 } else { narrow(width(&told)) + 2 };
        cells.push(Cell::new(at, told, Role::Muted).within(room));
        let how_at = at.saturating_add(behind);
        cells.push(Cell::new(how_at, how, Role::Accent).within((at + room).saturating_sub(how_at)));
        cells
    }

    /// How something belongs to the thing under the cursor, as far as it is told beside days; all of it or none.
    fn how(&self, relation: Relation) -> String {
        match (self.layout.beside, relation) {
            (Beside::Words, _) => told::brief_relation(relation),
            (Beside::Dots, Relation::ProbablyTells) => Tier::Probable.dots().to_owned(),
            (Beside::Dots, Relation::Series) => Tier::Series.dots().to_owned(),
            (Beside::Dots, _) => String::new(),
        }
    }

    /// Whether the meeting below this one is the next one of its series.
    fn goes_on(&self, spot: &Spot) -> bool {
        if spot.column != Column::Meetings {
            return false;
        }
        let meetings = &self.found.graph.meetings;
        let next = meetings.iter().skip_while(|meeting| Node::Meeting(**meeting) != spot.node).nth(1);
        next.is_some_and(|next| {
            let next = Node::Meeting(*next);
            self.found.graph.edges_of(next).any(|edge| edge.joins(spot.node, next))
        })
    }

    /// The lines between two columns in a row, and those that lead to them from the words on the left.
    fn wires(&self, library: &Library, gap: usize, row: usize, at: usize) -> Vec<Cell> {
        let Some(wires) = self.layout.wires.get(gap) else { return Vec::new() };
        let (left, right) =
            if gap == 0 { (Column::Stories, Column::Meetings) } else { (Column::Meetings, Column::Names) };
        let cursor = self.node(at);
        let is_lit = |here: usize, there: usize| self.is_lit(cursor, (left, here), (right, there));
        let signs = wires.row(row, is_lit);
        let mut start = self.columns(left).end;
        let mut cells = Vec::new();
        // The words of a thing are followed by the line that begins at it.
        let is_port = |spot: &Spot| spot.port() == row;
        if let Some(&(sign, lit)) = signs.first().filter(|(sign, _)| *sign != ' ') {
            let end = self
                .end_of(library, left, row, at)
                .filter(|_| self.spot_is(left, row, is_port) || self.is_named(left, row));
            if let Some(end) = end.filter(|end| *end < start) {
                cells.push(wire(end, sign.to_string().repeat(usize::from(start - end)), lit));
            }
        }
        let mut run = String::new();
        let mut run_lit = false;
        for (sign, lit) in signs.iter().copied().chain([(' ', false)]) {
            if (lit != run_lit || sign == ' ') && !run.is_empty() {
                let length = narrow(width(&run));
                cells.push(wire(start, std::mem::take(&mut run), run_lit));
                start = start.saturating_add(length);
            }
            if sign == ' ' {
                start = start.saturating_add(1);
            } else {
                run.push(sign);
            }
            run_lit = lit;
        }
        cells
    }

    /// The column behind the words at a row, one left free.
    fn end_of(&self, library: &Library, column: Column, row: usize, at: usize) -> Option<u16> {
        if self.is_named(column, row) {
            return Some(self.columns(column).start + narrow(width(told::NAMED)) + 1);
        }
        let (_, spot) = self.layout.spot_at(column, row)?;
        let cells = self.words(library, spot, row, at);
        let end = |cell: &Cell| cell.column + narrow(width(&cell.words)).min(cell.width);
        Some(cells.iter().map(end).max()? + 1)
    }

    fn spot_is(&self, column: Column, row: usize, is: impl Fn(&Spot) -> bool) -> bool {
        self.layout.spot_at(column, row).is_some_and(|(_, spot)| is(spot))
    }

    /// Whether this is where names meet that no meeting joins.
    fn is_named(&self, column: Column, row: usize) -> bool {
        column == Column::Meetings && self.layout.named == Some(row)
    }

    /// Whether a line belongs to the thing under the cursor.
    fn is_lit(&self, cursor: Option<Node>, from: (Column, usize), to: (Column, usize)) -> bool {
        let Some(cursor) = cursor else { return false };
        let node = |(column, row): (Column, usize)| {
            self.layout.spots.iter().find(|spot| spot.column == column && spot.port() == row).map(|spot| spot.node)
        };
        match (node(from), node(to)) {
            (Some(one), Some(other)) => one == cursor || other == cursor,
            // A line to where names meet.
            (one, other) => one.or(other).is_some_and(|end| {
                let mut names = self.found.graph.edges_of(end).filter(|edge| edge.relation == Relation::Names);
                end == cursor || names.any(|edge| edge.joins(end, cursor))
            }),
        }
    }

    /// The line of the stories that share only a series with the one in the middle.
    fn lane(&self, row: usize, at: usize) -> Option<Cell> {
        let is_kin = |edge: &&Edge| edge.relation == Relation::Series && matches!(edge.from, Node::Story(_));
        let port = |node: Node| self.layout.spots.iter().find(|spot| spot.node == node).map(|spot| spot.rows.start);
        let edges = || self.found.graph.edges.iter().filter(is_kin);
        let ports: Vec<usize> = edges().flat_map(|edge| [port(edge.from), port(edge.to)]).flatten().collect();
        let (first, last) = (ports.iter().min()?, ports.iter().max()?);
        let cursor = self.node(at);
        let lit = edges().any(|edge| {
            let ends = port(edge.from).zip(port(edge.to)).map(|(one, other)| one.min(other)..=one.max(other));
            (Some(edge.from) == cursor || Some(edge.to) == cursor) && ends.is_some_and(|ends| ends.contains(&row))
        });
        let sign = match ports.contains(&row) {
            true if row == *first => "╭",
            true if row == *last => "╰",
            true => "├",
            false if (first..=last).contains(&&row) => "┊",
            false => return None,
        };
        Some(wire(0, sign.to_owned(), lit))
    }
}

/// A line.
fn wire(column: u16, signs: String, lit: bool) -> Cell {
    Cell::new(column, signs, if lit { Role::Line } else { Role::Faint })
}

fn narrow(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}

impl Content for Drawn {
    fn title(&self) -> Vec<Cell> {
        self.title.clone()
    }

    fn count(&self) -> Option<String> {
        Some(told::counted(&self.found))
    }

    fn head_rows(&self, _: &Library, _: usize) -> usize {
        usize::from(self.has_headings)
    }

    fn head(&self, _: &Library, _: usize) -> Vec<Row> {
        if !self.has_headings {
            return Vec::new();
        }
        let cell = |(column, words): (Column, &str)| Cell::new(self.columns(column).start, words, Role::Muted);
        let has = |column: Column| {
            let is_named = column == Column::Meetings && self.layout.named.is_some();
            is_named || self.layout.spots.iter().any(|spot| spot.column == column)
        };
        let words = COLUMNS.into_iter().zip(["Stories", "Meetings", "Names"]).filter(|(column, _)| has(*column));
        vec![Row::new(words.map(cell).collect())]
    }

    fn rows(&self) -> usize {
        self.layout.rows
    }

    fn row(&self, library: &Library, number: usize, at: usize) -> Row {
        let mut cells: Vec<Cell> = self.lane(number, at).into_iter().filter(|_| self.layout.lane > 0).collect();
        for column in COLUMNS {
            if let Some((_, spot)) = self.layout.spot_at(column, number) {
                cells.extend(self.words(library, spot, number, at));
            } else if self.is_named(column, number) {
                cells.push(Cell::new(self.columns(column).start, told::NAMED, Role::Muted));
            }
            cells.extend(self.wires(library, column as usize, number, at));
        }
        // The sign of a series stands between its meetings as well.
        let meetings = || self.layout.spots.iter().filter(|spot| spot.column == Column::Meetings);
        let above = meetings().rfind(|spot| spot.rows.start <= number).filter(|spot| spot.rows.end <= number);
        if above.is_some_and(|spot| self.goes_on(spot)) {
            cells.push(Cell::new(self.columns(Column::Meetings).start, SERIES, Role::Faint));
        }
        let more = self.layout.more.iter().filter(|(_, row, _)| *row == number);
        cells.extend(more.map(|(column, _, words)| {
            let columns = self.columns(*column);
            Cell::new(columns.start, words.clone(), Role::Muted).within(columns.end - columns.start)
        }));
        Row::new(cells)
    }

    fn stops(&self) -> usize {
        self.layout.spots.len()
    }

    fn rows_of(&self, stop: usize) -> Range<usize> {
        self.layout.spots.get(stop).map_or(0..0, |spot| spot.rows.clone())
    }

    fn columns_of(&self, stop: usize) -> Option<Range<u16>> {
        self.layout.spots.get(stop).map(|spot| self.columns(spot.column))
    }

    fn stop_at(&self, row: usize, column: u16) -> Option<usize> {
        let under = COLUMNS.into_iter().find(|one| self.columns(*one).contains(&column))?;
        self.layout.spot_at(under, row).map(|(number, _)| number)
    }

    fn step(&self, stop: usize, towards: Towards) -> Option<usize> {
        let from = self.layout.spots.get(stop)?;
        let spots = || self.layout.spots.iter().enumerate();
        let away = |spot: &Spot| spot.port().abs_diff(from.port());
        match towards {
            Towards::Up => {
                let mut above =
                    spots().filter(|(_, spot)| spot.column == from.column && spot.rows.end <= from.rows.start);
                above.next_back().map(|(number, _)| number)
            }
            Towards::Down => {
                let mut below =
                    spots().filter(|(_, spot)| spot.column == from.column && spot.rows.start >= from.rows.end);
                below.next().map(|(number, _)| number)
            }
            Towards::Left | Towards::Right => {
                let is_there = |spot: &Spot| match towards {
                    Towards::Left => spot.column < from.column,
                    _ => spot.column > from.column,
                };
                // Along a line to the nearest end of it; where there is none, to what stands nearest.
                let there = spots().filter(|(_, spot)| is_there(spot));
                let by = there.min_by_key(|(_, spot)| {
                    let columns = (spot.column as usize).abs_diff(from.column as usize);
                    (self.edge(stop, spot.node).is_none(), columns, away(spot))
                });
                by.map(|(number, _)| number)
            }
        }
    }

    fn start(&self, _: &Library, _: From) -> usize {
        self.layout.number(self.found.centre).unwrap_or(0)
    }

    fn target(&self, _: &Library, stop: usize) -> Option<Target> {
        Some(target(self.node(stop)?, self.found.centre))
    }

    fn source(&self, _: &Library, stop: usize) -> Option<Source> {
        told::source(&self.found, self.node(stop)?)
    }

    fn has_detail(&self) -> bool {
        true
    }

    fn detail(&self, library: &Library, stop: usize, columns: u16) -> Vec<Row> {
        let told = |node| {
            self.told.get((stop, columns), || told::detail(library, &self.found, node, columns, self.is_finding))
        };
        self.node(stop).map(told).unwrap_or_default()
    }

    fn empty(&self) -> &str {
        told::empty(self.is_finding)
    }
}
