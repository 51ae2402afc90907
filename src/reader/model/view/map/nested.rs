//! The map as a tree.
//!
//! **In:** what stands around something. **Out:** a [`Content`] of one row a thing: what is in the middle, below it what is
//! joined to it, below each of these what else that is joined to. **Why:** narrow screens have no room for three columns, and
//! lines that cross cannot be heard.

use std::ops::Range;

use super::{target, told};
use crate::dossier::Source;
use crate::dossier::neighbourhood::{Edge, Neighbourhood, Node, Relation, label};
use crate::library::Library;
use crate::reader::model::view::remembered::Remembered;
use crate::reader::model::view::{Cell, Content, From, Inputs, Role, Row, Target, Towards};
use crate::text::letters::first_upper;
use crate::text::width::width;

/// How far each level is moved in, in columns, with lines and without.
const INDENT: [u16; 2] = [3, 2];
/// From this width on lines lead to each thing, and how it belongs there stands at the right.
const LINES_FROM: u16 = 40;

/// From this height of the screen on the thing under the cursor is told of below the rows, in rows.
const TOLD_BELOW_FROM: u16 = 16;

#[derive(Debug)]
struct Line {
    node: Node,
    level: u16,
    /// How the thing that is one level further out belongs to it: what that is, by what, and whether it begins there.
    relation: Option<(Node, Relation, bool)>,
    /// The signs that lead to it.
    branch: String,
}

/// The map as a list.
#[derive(Debug)]
pub(super) struct Nested {
    found: Neighbourhood,
    lines: Vec<Line>,
    more: Option<String>,
    columns: u16,
    title: Vec<Cell>,
    is_finding: bool,
    /// Rows that were in sight, and what was told of the things that the cursor was on.
    made: Remembered<usize>,
    told: Remembered<(usize, u16)>,
}

impl Nested {
    pub(super) fn new(inputs: &Inputs<'_>, found: Neighbourhood) -> Self {
        let title = told::title(inputs.library, found.centre, inputs.is_linear);
        let lines = if found.graph.has(found.centre) { lines(&found) } else { Vec::new() };
        // Below the rows it is told already, where there is room for that.
        let is_alone = lines.len() == 1 && (inputs.is_linear || inputs.rows < TOLD_BELOW_FROM);
        let more = if is_alone { Some(told::alone(inputs.is_finding).to_owned()) } else { told::all_left_out(&found) };
        let (made, told) = (Remembered::new(told::KEPT), Remembered::new(told::KEPT));
        Self { found, lines, more, columns: inputs.columns, title, is_finding: inputs.is_finding, made, told }
    }
}

/// What is in the middle, what is joined to it, and what else that is joined to.
fn lines(found: &Neighbourhood) -> Vec<Line> {
    let centre = found.centre;
    let line = |node, level, relation| Line { node, level, relation, branch: String::new() };
    let mut lines = vec![line(centre, 0, None)];
    let other = |node: Node, edge: &Edge| Some(((node, edge.relation, edge.from == node), edge.other(node)?));
    let near: Vec<_> = found.graph.joints(centre).iter().filter_map(|edge| other(centre, edge)).collect();
    let is_kin = |node: Node| near.iter().any(|((_, relation, _), kin)| *relation == Relation::Series && *kin == node);
    for &(relation, node) in &near {
        lines.push(line(node, 1, Some(relation)));
        let further = found.graph.edges_of(node).filter_map(|edge| other(node, edge));
        // That those of one series with the middle are so with each other goes without saying.
        let is_said = |((_, relation, _), far): &((Node, Relation, bool), Node)| {
            *far == centre || *relation == Relation::Series && is_kin(node) && is_kin(*far)
        };
        lines.extend(further.filter(|far| !is_said(far)).map(|(relation, far)| line(far, 2, Some(relation))));
    }
    // What only a thing of the second level joins to the middle is there already; the rest stands at the end.
    let known: Vec<Node> = lines.iter().map(|line| line.node).collect();
    let rest = found.graph.nodes().filter(|node| !known.contains(node));
    lines.extend(rest.map(|node| line(node, 1, None)));
    branch(&mut lines);
    lines
}

/// Draws the lines of the tree, from its end: whether one goes on below hangs on what comes later.
fn branch(lines: &mut [Line]) {
    let mut goes_on = [false; 2];
    for line in lines.iter_mut().rev() {
        let [near, far] = goes_on;
        let sign = |goes_on: bool| if goes_on { "├─ " } else { "╰─ " };
        line.branch = match line.level {
            0 => String::new(),
            1 => sign(near).to_owned(),
            _ => format!("{}{}", if near { "│  " } else { "   " }, sign(far)),
        };
        goes_on = if line.level > 1 { [near, true] } else { [line.level == 1, false] };
    }
}

/// A thing, how far in, and how it belongs to what stands above it.
fn row(library: &Library, line: &Line, columns: u16) -> Row {
    let has_lines = columns >= LINES_FROM;
    let [with_lines, without] = INDENT;
    let column = line.level * if has_lines { with_lines } else { without };
    let called = if has_lines { told::full(library, line.node) } else { told::brief(library, line.node) };
    let called = format!("{}{called}", label(library, line.node).doubt());
    let role = if line.level == 0 { Role::Strong } else { told::role(library, line.node) };
    let Some((parent, relation, is_from)) = line.relation else {
        let sign = if line.level == 0 { "◆ " } else { "" };
        let heard = told::heard(library, line.node, None);
        let said = if line.level == 0 { format!("In the middle: {heard}.") } else { format!("Also there: {heard}.") };
        let branch = has_lines.then(|| Cell::new(0, line.branch.clone(), Role::Faint)).filter(|_| line.level > 0);
        let cell = Cell::new(column, format!("{sign}{called}"), role).within(columns.saturating_sub(column));
        return Row::new(branch.into_iter().chain([cell]).collect()).said(said);
    };
    let is_doubtful = matches!(relation, Relation::ProbablyTells | Relation::Series);
    let how = if has_lines && is_doubtful { told::brief_relation(relation) } else { told::words(relation, is_from) };
    let wide = |words: &str| u16::try_from(width(words)).unwrap_or(u16::MAX);
    let mut cells = Vec::new();
    if has_lines {
        let room = columns.saturating_sub(column + wide(&how) + 2);
        let called = told::full_within(library, line.node, usize::from(room));
        cells.push(Cell::new(0, line.branch.clone(), Role::Faint));
        cells.push(Cell::new(column, called, role).within(room));
        cells.push(Cell::new(0, how, Role::Muted).right(columns));
    } else {
        let behind = column.saturating_add(wide(&called)).saturating_add(2);
        cells.extend([Cell::new(column, called, role), Cell::new(behind, how, Role::Muted)]);
    }
    // Of what is further in it is heard what it belongs to.
    let how = told::words(relation, is_from);
    let how = how.trim_end_matches([' ', '●', '○']);
    let told = if line.level > 1 { format!("{}: {how}", told::brief(library, parent)) } else { first_upper(how) };
    Row::new(cells).said(format!("{told}: {}.", told::heard(library, line.node, Some(relation))))
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
        self.made.get(number, || vec![row(library, line, self.columns)]).pop().unwrap_or_default()
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
        self.told.get((stop, columns), || told::detail(library, &self.found, line.node, columns, self.is_finding))
    }

    fn empty(&self) -> &str {
        told::empty(self.is_finding)
    }
}
