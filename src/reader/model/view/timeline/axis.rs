//! A chart in, the rows out in which it is drawn: the axis, a lane a series, the density of stories.

use super::line::mark_role;
use crate::dossier::timeline::{Chart, LaneCell, Unit};
use crate::library::Library;
use crate::reader::model::digest::count;
use crate::reader::model::view::{Cell, Role, Row};
use crate::text::width::width;

/// From lowest to highest.
const BLOCKS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// As many meetings can be told in one column by a digit.
const A_DIGIT: usize = 9;

/// What stands beside the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// Columns for the names of lanes, on the left.
    gutter: u16,
    /// Columns for their counts, on the right.
    counts: u16,
    columns: u16,
}

impl Frame {
    /// Shares out so many columns; the names take no more than they need.
    pub(super) fn new(columns: u16, names: impl Iterator<Item = usize>) -> Self {
        let most = match columns {
            100.. => 22,
            70..100 => 16,
            40..70 => 10,
            _ => return Self { gutter: 0, counts: 0, columns },
        };
        let names = names.chain([width("stories")]).max().and_then(|name| u16::try_from(name).ok());
        let gutter = names.unwrap_or(most).min(most) + 3;
        Self { gutter, counts: if columns >= 70 { 6 } else { 0 }, columns }
    }

    /// The columns of the axis itself.
    pub(super) fn room(self) -> usize {
        usize::from(self.columns.saturating_sub(self.gutter + self.counts))
    }

    /// How many rows [`rows`](Self::rows) makes: the scale, the lanes, the density.
    pub(super) fn height(chart: &Chart) -> usize {
        chart.lanes.len().min(chart.cells.len()) + 2
    }

    /// The rows of a chart, with the meeting at `lit` in another light.
    pub(super) fn rows(self, library: &Library, chart: &Chart, lit: Option<usize>) -> Vec<Row> {
        let place = lit.and_then(|meeting| chart.place_of(library, meeting));
        let lane_lit = lit.and_then(|meeting| chart.lane_of(meeting));
        let mut rows = vec![self.scale(chart)];
        for (number, (lane, cells)) in chart.lanes.iter().zip(&chart.cells).enumerate() {
            let lit = place.filter(|(lane, _)| *lane == number).map(|(_, column)| column);
            let mut row = Vec::new();
            if self.gutter > 0 {
                let role = if lane_lit == Some(number) { Role::Strong } else { Role::Base };
                row.push(Cell::new(1, lane.name.clone(), role).within(self.gutter - 3));
            }
            row.extend(self.runs(lane_cells(cells), lit));
            row.extend(self.number(lane.meetings.len()));
            let told = if lane.series.is_some() {
                count(lane.meetings.len(), "round", "rounds")
            } else {
                count(lane.meetings.len(), "meeting", "meetings")
            };
            // A lane of all meetings tells in words what the heading has told.
            let is_all = lane.series.is_none() && chart.lanes.len() == 1;
            let told = if is_all { String::new() } else { format!("{}: {told}", lane.name) };
            rows.push(Row::new(row).said(told));
        }
        let mut row = Vec::new();
        if self.gutter > 0 {
            row.push(Cell::new(1, "stories", Role::Muted).within(self.gutter - 3));
        }
        row.extend(self.runs(density(&chart.stories), place.map(|(_, column)| column)));
        row.extend(self.number(chart.stories.iter().sum()));
        rows.push(Row::new(row).said(""));
        rows
    }

    /// Years, months and days, with the year in which it begins in front.
    fn scale(self, chart: &Chart) -> Row {
        let axis = &chart.axis;
        let mut cells = Vec::new();
        let first = axis.called_after(0).filter(|_| self.gutter > 0 && !matches!(axis.unit(), Unit::Years(_)));
        cells.extend(first.map(|day| Cell::new(1, day.year().to_string(), Role::Strong).within(self.gutter - 2)));
        for tick in axis.ticks() {
            let role = if tick.is_major && tick.column > 0 { Role::Strong } else { Role::Muted };
            cells.push(Cell::new(self.column(tick.column), tick.words, role));
        }
        Row::new(cells).said("")
    }

    fn column(self, of_axis: usize) -> u16 {
        self.gutter.saturating_add(u16::try_from(of_axis).unwrap_or(u16::MAX))
    }

    fn number(self, number: usize) -> Option<Cell> {
        let cell = Cell::new(self.columns.saturating_sub(self.counts), number.to_string(), Role::Muted);
        (self.counts > 0).then(|| cell.right(self.counts))
    }

    /// Signs, those of one role that stand side by side in one cell.
    fn runs(self, signs: Vec<(String, Role)>, lit: Option<usize>) -> Vec<Cell> {
        let mut cells: Vec<Cell> = Vec::new();
        let mut last: Option<usize> = None;
        for (column, (sign, role)) in signs.into_iter().enumerate().filter(|(_, (sign, _))| sign != " ") {
            let role = if lit == Some(column) { Role::Lit } else { role };
            match cells.last_mut() {
                Some(cell) if cell.role == role && last.is_some_and(|last| last + 1 == column) => {
                    cell.words.push_str(&sign);
                }
                _ => cells.push(Cell::new(self.column(column), sign, role)),
            }
            last = Some(column);
        }
        cells
    }
}

/// What is drawn in the cells of a lane: a sign where one meeting stands, a digit where several do, and blocks where they
/// are too many for digits anywhere in it.
fn lane_cells(cells: &[LaneCell]) -> Vec<(String, Role)> {
    let most = cells.iter().map(|cell| cell.meetings).max().unwrap_or(0);
    let sign = |cell: &LaneCell| match (cell.meetings, cell.mark) {
        (0, _) if most > A_DIGIT => (" ".to_owned(), Role::Faint),
        (0, _) if cell.goes_on => ("━".to_owned(), Role::Base),
        (0, _) if cell.may_be => ("┈".to_owned(), Role::Faint),
        (0, _) | (_, None) => (" ".to_owned(), Role::Faint),
        (many, _) if most > A_DIGIT => (block(many, most), Role::Base),
        (1, Some(mark)) => (mark.sign().to_owned(), mark_role(mark)),
        (many, Some(_)) => (many.to_string(), Role::Strong),
    };
    cells.iter().map(sign).collect()
}

fn density(stories: &[usize]) -> Vec<(String, Role)> {
    let most = stories.iter().copied().max().unwrap_or(0);
    let sign = |stories: usize| if stories == 0 { " ".to_owned() } else { block(stories, most) };
    stories.iter().map(|stories| (sign(*stories), Role::Muted)).collect()
}

/// A block as high as `part` of `most`, the lowest for very few.
fn block(part: usize, most: usize) -> String {
    let height = (part * BLOCKS.len()).div_ceil(most.max(1)).clamp(1, BLOCKS.len());
    BLOCKS.get(height - 1).copied().unwrap_or(" ").to_owned()
}
