//! Two stories side by side.
//!
//! **In:** two stories. **Out:** a [`Content`]: the facts of each meeting that both tell with a sign between the sides, what
//! only one of them tells, the quotations, the paragraphs aligned. **Why:** what the second outlet adds, and where the two
//! disagree, is seen at once; every cell leads to the words that say it.
//!
//! Each side of a row is a stop of its own: left and right go from one story to the other, up and down stay in it. Where
//! there is no room for two columns of text, the sides stand one below the other, with the letter of the story before them.

mod facts;
mod grid;
mod item;
mod quotations;
mod texts;

use std::ops::Range;

pub(super) use self::grid::Grid;
use self::item::{Item, Line, Told};
use super::content::{Cell, Content, From, Role, Row, Target, Towards};
use super::{Inputs, View};
use crate::dossier::Source;
use crate::dossier::comparison::{Agreement, Comparison, compare};
use crate::language::NameKind;
use crate::library::Library;
use crate::reader::model::digest;
use crate::reader::model::linear::said;
use crate::text::Span;
use crate::text::letters::first_upper;

/// What both stories are called here.
#[derive(Clone, Debug, Default)]
struct Names([String; 2]);

impl Names {
    /// Their outlets, where these tell them apart.
    fn of(library: &Library, stories: [usize; 2]) -> Self {
        let outlets = stories.map(|story| {
            let outlet = library.stories.get(story).and_then(|story| story.article.outlet.as_ref());
            outlet.map(|outlet| outlet.name.clone())
        });
        let [left, right] = outlets;
        let letter = |side: usize| format!("story {}", Grid::letter(side));
        if left == right {
            return Self([0, 1].map(letter));
        }
        Self([left.unwrap_or_else(|| letter(0)), right.unwrap_or_else(|| letter(1))])
    }

    /// Whether a story is called by a letter, and not by its outlet.
    fn is_letter(&self, side: usize) -> bool {
        self.of_side(side) == format!("story {}", Grid::letter(side))
    }

    fn of_side(&self, side: usize) -> &str {
        self.0.get(side).map_or("", String::as_str)
    }
}

/// A place for the cursor: one side of an item, or a heading.
#[derive(Clone, Debug)]
struct Stop {
    item: usize,
    side: usize,
    target: Target,
}

/// Two stories side by side.
#[derive(Debug, Default)]
pub(super) struct SideBySide {
    grid: Grid,
    comparison: Comparison,
    head: Vec<Row>,
    items: Vec<Item>,
    /// The first row of each item, and the number of all rows.
    starts: Vec<usize>,
    rows: usize,
    stops: Vec<Stop>,
    /// Where each story names whom, in reading order.
    named: [Vec<(Span, NameKind)>; 2],
    /// Stops on what the stories disagree about, ascending.
    disagreements: Vec<usize>,
}

/// Compares two stories for the screen.
pub(super) fn content(inputs: &Inputs<'_>, from: usize, to: usize) -> SideBySide {
    let library = inputs.library;
    if library.stories.len() <= from.max(to) {
        return SideBySide::default();
    }
    let comparison = compare(library, from, to);
    let names = Names::of(library, [from, to]);
    let grid = Grid::new(inputs.columns, inputs.is_linear);
    let mut page = SideBySide { grid, head: head(library, grid, [from, to], &names), ..SideBySide::default() };
    page.named = [from, to].map(|story| texts::names(library, story));
    let mut items = facts::items(inputs, grid, &comparison, &names);
    items.extend(quotations::items(library, grid, &comparison, &names));
    items.extend(texts::items(library, grid, &comparison, &names));
    items.extend(facts::rest(inputs, grid, &comparison, &names));
    for item in items {
        page.add(item);
    }
    page.comparison = comparison;
    page
}

impl SideBySide {
    fn add(&mut self, mut item: Item) {
        let number = self.items.len();
        for (side, told) in item.sides.iter_mut().enumerate() {
            let Some(target) = told.target else { continue };
            told.stop = Some(self.stops.len());
            if item.agreement == Some(Agreement::Differs) && side == 0 {
                self.disagreements.push(self.stops.len());
            }
            self.stops.push(Stop { item: number, side, target });
        }
        self.starts.push(self.rows);
        self.rows += item.height(self.grid);
        self.items.push(item);
    }

    /// The item that a row belongs to, and which of its rows that is.
    fn item_at(&self, row: usize) -> Option<(usize, usize)> {
        let item = self.starts.partition_point(|start| *start <= row).checked_sub(1)?;
        Some((item, row - self.starts.get(item)?))
    }

    /// The nearest stop among these items, on this side where it has one.
    fn nearest(&self, mut items: impl Iterator<Item = usize>, side: usize) -> Option<usize> {
        items.find_map(|item| self.items.get(item)?.stop(side))
    }

    /// Words of a side as they are drawn: names in their colours.
    fn pieces(&self, library: &Library, side: usize, line: &Line) -> Vec<(String, Role)> {
        match line {
            Line::Words(pieces) => pieces.clone(),
            Line::Text(span) => {
                let story = self.comparison.stories.get(side).and_then(|story| library.stories.get(*story));
                let named = self.named.get(side).map_or(&[][..], Vec::as_slice);
                story.map_or_else(Vec::new, |story| texts::pieces(&story.article.text, *span, named))
            }
        }
    }

    fn draw(&self, library: &Library, item: &Item, row: usize) -> Vec<Cell> {
        let mut cells = Vec::new();
        if row == 0 {
            cells.extend(item.label_cells(self.grid));
        }
        for (side, told) in item.sides.iter().enumerate() {
            let Some(line) = item.line_at(self.grid, side, row) else { continue };
            let columns = self.grid.columns(side, item.is_stacked(self.grid));
            if item.is_stacked(self.grid) && line == 0 && !told.lines.is_empty() {
                cells.push(Cell::new(0, Grid::letter(side), Role::Muted));
            }
            let Some(line) = told.lines.get(line) else { continue };
            cells.extend(grid::in_columns(&columns, self.pieces(library, side, line)));
        }
        cells
    }
}

impl Content for SideBySide {
    fn title(&self) -> Vec<Cell> {
        let shared = match self.comparison.meetings.len() {
            0 => "no meeting in common".to_owned(),
            count => digest::count(count, "meeting in common", "meetings in common"),
        };
        vec![Cell::new(0, "Side by side", Role::Strong), Cell::new(14, shared, Role::Muted)]
    }

    fn count(&self) -> Option<String> {
        let count = self.disagreements.len();
        (count > 0).then(|| digest::count(count, "disagreement ≠", "disagreements ≠"))
    }

    fn head(&self, _: &Library, _: usize) -> Vec<Row> {
        self.head.clone()
    }

    fn head_rows(&self, _: &Library, _: usize) -> usize {
        self.head.len()
    }

    fn rows(&self) -> usize {
        self.rows
    }

    fn row(&self, library: &Library, number: usize, _: usize) -> Row {
        let Some((item, row)) = self.item_at(number) else { return Row::blank() };
        let Some(item) = self.items.get(item) else { return Row::blank() };
        let drawn = Row::new(self.draw(library, item, row));
        if self.grid.is_linear { drawn.said(item.said(row)) } else { drawn }
    }

    fn stops(&self) -> usize {
        self.stops.len()
    }

    fn rows_of(&self, stop: usize) -> Range<usize> {
        let Some(stop) = self.stops.get(stop) else { return 0..0 };
        let (Some(start), Some(item)) = (self.starts.get(stop.item), self.items.get(stop.item)) else { return 0..0 };
        let rows = item.rows_of(self.grid, stop.side);
        start + rows.start..start + rows.end
    }

    fn columns_of(&self, stop: usize) -> Option<Range<u16>> {
        let stop = self.stops.get(stop)?;
        let item = self.items.get(stop.item)?;
        (!item.is_heading()).then(|| self.grid.columns(stop.side, item.is_stacked(self.grid)))
    }

    fn stop_at(&self, row: usize, column: u16) -> Option<usize> {
        let (item, row) = self.item_at(row)?;
        let item = self.items.get(item)?;
        let side = if item.is_stacked(self.grid) {
            (0..2).position(|side| item.rows_of(self.grid, side).contains(&row))?
        } else {
            usize::from(column >= self.grid.columns(1, false).start)
        };
        (row < item.body(self.grid)).then(|| item.stop(side)).flatten()
    }

    fn step(&self, stop: usize, towards: Towards) -> Option<usize> {
        let at = self.stops.get(stop)?;
        match towards {
            Towards::Left => self.items.get(at.item)?.sides.first()?.stop.filter(|_| at.side == 1),
            Towards::Right => self.items.get(at.item)?.sides.get(1)?.stop.filter(|_| at.side == 0),
            Towards::Up => self.nearest((0..at.item).rev(), at.side),
            Towards::Down => self.nearest(at.item + 1..self.items.len(), at.side),
        }
    }

    fn start(&self, _: &Library, from: From) -> usize {
        let of_focus = self
            .comparison
            .meetings
            .iter()
            .find(|shared| from.mention.is_some_and(|mention| shared.tellings.contains(&mention)));
        let view = of_focus.map(|shared| Target::View(View::Meeting(shared.meeting)));
        self.stops.iter().position(|stop| Some(stop.target) == view).unwrap_or(0)
    }

    fn target(&self, _: &Library, stop: usize) -> Option<Target> {
        self.stops.get(stop).map(|stop| stop.target)
    }

    /// Behind the heading of a meeting stand the words that tell of it in the story on that side.
    fn source(&self, library: &Library, stop: usize) -> Option<Source> {
        let Stop { side, target, .. } = self.stops.get(stop)?;
        let Target::View(View::Meeting(meeting)) = target else { return target.source(library) };
        let shared = self.comparison.meetings.iter().find(|shared| shared.meeting == *meeting)?;
        Target::Mention(*shared.tellings.get(*side)?).source(library)
    }

    fn disagreement(&self, from: usize, forward: bool) -> Option<usize> {
        let (first, last) = (self.disagreements.first(), self.disagreements.last());
        // Both sides of a row are one place.
        let here = self.stops.get(from)?.item;
        let item = |stop: &usize| self.stops.get(*stop).map(|stop| stop.item);
        let next = if forward {
            self.disagreements.iter().find(|stop| item(stop) > Some(here)).or(first)
        } else {
            self.disagreements.iter().rev().find(|stop| item(stop) < Some(here)).or(last)
        };
        next.copied()
    }

    fn meeting_of(&self, stop: usize) -> Option<usize> {
        // What belongs to no meeting stands below a heading that leads nowhere.
        let above = self.items.get(..=self.stops.get(stop)?.item)?;
        let heading = above.iter().rfind(|item| item.is_heading() && !item.label.is_empty())?;
        match heading.sides.first()?.target? {
            Target::View(View::Meeting(meeting)) => Some(meeting),
            _ => None,
        }
    }

    fn empty(&self) -> &'static str {
        "One of the two stories is not there any more."
    }
}

/// Both titles, each with its outlet and day.
fn head(library: &Library, grid: Grid, stories: [usize; 2], names: &Names) -> Vec<Row> {
    let told = stories.map(|story| {
        let story = library.stories.get(story);
        let title = story.map_or("", |story| story.article.title.text.as_str()).to_owned();
        let day = story.and_then(|story| story.annotations.published.as_ref()).map(digest::published);
        let outlet = story.and_then(|story| story.article.outlet.as_ref()).map(|outlet| outlet.name.clone());
        let facts: Vec<String> =
            [Some(outlet.unwrap_or_else(|| "unknown outlet".into())), day].into_iter().flatten().collect();
        (title, facts.join(" · "))
    });
    if grid.is_linear {
        let say = |side: usize| {
            let (title, facts) = told.get(side)?;
            Some(Row::blank().said(format!(
                "{}: {} {}.",
                first_upper(names.of_side(side)),
                said::sentence(title),
                first_upper(&facts.replace(" · ", ", "))
            )))
        };
        return (0..2).filter_map(say).collect();
    }
    if grid.has_two_columns() {
        let cell = |side: usize, words: &str, role: Role| {
            let columns = grid.columns(side, false);
            Cell::new(columns.start, words, role).within(columns.end - columns.start)
        };
        // Where the outlets do not tell the stories apart, these say by which words they are called below.
        let tagged = |side: usize, facts: &str| match names.of_side(side) {
            name if names.is_letter(side) => format!("{} · {facts}", first_upper(name)),
            _ => facts.to_owned(),
        };
        let [(left, of_left), (right, of_right)] = &told;
        return vec![
            Row::new(vec![cell(0, left, Role::Strong), cell(1, right, Role::Strong)]),
            Row::new(vec![cell(0, &tagged(0, of_left), Role::Muted), cell(1, &tagged(1, of_right), Role::Muted)]),
        ];
    }
    let line = |(side, (title, facts)): (usize, &(String, String))| {
        let width = u16::try_from(crate::text::width::width(facts)).unwrap_or(u16::MAX);
        let columns = grid.columns(side, true);
        let facts = Cell::new(columns.start, facts.clone(), Role::Muted).within(columns.end - columns.start);
        let title = Cell::new(columns.start.saturating_add(width).saturating_add(2), title.clone(), Role::Strong);
        Row::new(vec![Cell::new(0, Grid::letter(side), Role::Muted), facts, title])
    };
    told.iter().enumerate().map(line).collect()
}

/// What one side of an item tells of words in a story.
fn passage(source: Source, lines: Vec<Line>, spoken: String) -> Told {
    Told { lines, target: Some(Target::Passage(source)), stop: None, spoken }
}

#[cfg(test)]
mod tests;
