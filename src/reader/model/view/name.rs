//! The page of one name.
//!
//! **In:** everything that the stories say of a name. **Out:** how it is written and called, its offices, whom it met, who is
//! named beside it, and every mention in its sentence, story by story; each leads to the words that say it. **Why:** fifty
//! thousand mentions are scrolled through like five: rows are made when they are in sight.

mod chips;
mod mentions;
mod offices;
mod rest;
mod tables;

use std::ops::Range;
use std::sync::Arc;

use self::chips::Chips;
use self::offices::Offices;
use self::tables::WidestMet;
use super::content::{Cell, Content, Role, Row, Target, Towards};
use super::meeting::people::Calling;
use super::names::{counted, number};
use super::{Inputs, Lines, View, course};
use crate::dossier::Source;
use crate::dossier::name::{NameDossier, Names};
use crate::language::NameKind;
use crate::library::Library;
use crate::links::Entity;
use crate::search::find;

/// So many meetings and names beside it come before the mentions; the others follow them.
const FIRST: usize = 8;
/// The columns of what a row is about.
const LABEL: u16 = 10;
/// From so many columns on rows begin with what they are about.
const WIDE: u16 = 50;

/// A part of the page.
#[derive(Debug)]
enum Part {
    /// Rows that lead nowhere.
    Rows(Vec<Row>),
    /// Ways in which it is written or called.
    Chips(Chips),
    /// Its offices, each of which leads to the words that say it, where a story does.
    Offices(Offices),
    /// Some of its meetings.
    Met(Range<usize>),
    /// Some of those named beside it.
    Beside(Range<usize>),
    /// So many more of these, on a page of their own.
    Rest(usize),
    /// Every mention, below its story.
    Mentions,
}

/// A part with the numbers of its rows and stops.
#[derive(Debug)]
struct Area {
    part: Part,
    rows: Range<usize>,
    stops: Range<usize>,
}

/// The page.
#[derive(Debug)]
pub(super) struct NamePage {
    entity: Entity,
    dossier: NameDossier,
    names: Arc<Names>,
    columns: u16,
    calling: Calling,
    widest: WidestMet,
    head: Vec<Row>,
    areas: Vec<Area>,
}

/// The page of the entity with this index.
pub(super) fn content(inputs: &Inputs<'_>, entity: usize) -> Arc<dyn Content> {
    page(inputs, entity, NameDossier::of, NamePage::lay_out)
}

/// Everyone named beside the entity who is no closer to it than chance would bring about.
pub(super) fn beside(inputs: &Inputs<'_>, entity: usize) -> Arc<dyn Content> {
    page(inputs, entity, NameDossier::of, NamePage::lay_out_rest)
}

/// The top of that page, for a look in passing: it leaves out who is named beside it, which takes a look at every name of
/// all its stories.
pub(super) fn preview(inputs: &Inputs<'_>, entity: usize) -> Arc<dyn Content> {
    page(inputs, entity, NameDossier::alone, NamePage::lay_out)
}

fn page(
    inputs: &Inputs<'_>,
    entity: usize,
    gather: fn(&Library, &Names, usize) -> Option<NameDossier>,
    lay_out: fn(&mut NamePage),
) -> Arc<dyn Content> {
    let (names, _) = inputs.prepared.names(inputs.library);
    let one = inputs.library.connections.entities.get(entity).cloned();
    let Some((one, dossier)) = one.zip(gather(inputs.library, &names, entity)) else {
        let words =
            if inputs.is_finding { "Names are still being looked for." } else { "This name is not there any more." };
        return Arc::new(Lines::new(vec![Cell::new(0, "Name", Role::Strong)], words));
    };
    let head = head(&dossier, &names, inputs.columns);
    let calling = Calling::default();
    let widest = WidestMet::of(inputs.library, &dossier.met);
    let columns = inputs.columns;
    let mut page = NamePage { entity: one, dossier, names, columns, calling, widest, head, areas: Vec::new() };
    lay_out(&mut page);
    Arc::new(page)
}

/// Its stories over time.
fn head(dossier: &NameDossier, names: &Names, columns: u16) -> Vec<Row> {
    let Some((from, to)) = names.days().filter(|_| columns >= WIDE) else { return Vec::new() };
    let room = usize::from(columns.saturating_sub(46)).min(60);
    let Some(course) = dossier.course(names, room.max(8)) else { return Vec::new() };
    let (from, to) = (course::told(course.unit, from), course::told(course.unit, to));
    let wide = |words: &str| u16::try_from(crate::text::width::width(words)).unwrap_or(u16::MAX);
    let bars = course::bars(&course);
    let start = LABEL + wide(&from) + 1;
    let end = start + wide(&bars) + 1;
    let cells = vec![
        Cell::new(0, "stories", Role::Muted).within(LABEL),
        Cell::new(LABEL, from, Role::Date),
        Cell::new(start, bars, Role::Base),
        Cell::new(end, to.clone(), Role::Date),
    ];
    // Half of a legend says nothing.
    let (at, legend) = (end + wide(&to) + 3, course::stretch(course.unit));
    let fits = at.saturating_add(wide(&legend)) <= columns;
    let cells = cells.into_iter().chain(fits.then(|| Cell::new(at, legend, Role::Muted))).collect();
    vec![Row::new(cells).said(course::spoken(&course))]
}

impl NamePage {
    /// Puts the parts below each other.
    fn lay_out(&mut self) {
        let (written, called) = (&self.dossier.written, &self.dossier.called);
        let parts = [
            Part::Chips(Chips::of("written", written, Role::Name(self.entity.kind), self.columns)),
            Part::Chips(Chips::of("called", called, Role::Base, self.columns)),
            Part::Offices(Offices::of(&self.dossier.offices, self.columns)),
        ];
        for part in parts {
            self.add(part);
        }
        let (met, beside, near) = (self.dossier.met.len(), self.dossier.beside.len(), self.near());
        let is_place = self.entity.kind == NameKind::Place;
        let meetings = if is_place { "Meetings there, and of those who act for it" } else { "Meetings" };
        self.add_list(meetings, "the latest", Part::Met(0..met.min(FIRST)), met);
        self.add_list("Named beside", "the closest", Part::Beside(0..near.min(FIRST)), beside);
        let rest = beside - near;
        if near <= FIRST {
            self.add(Part::Rest(rest));
        }
        self.add_list("Mentions", "", Part::Mentions, 0);
        if met > FIRST {
            self.add_list("The other meetings", "", Part::Met(FIRST..met), met - FIRST);
        }
        if near > FIRST {
            self.add_list("The others named beside", "", Part::Beside(FIRST..near), near - FIRST);
            self.add(Part::Rest(rest));
        }
    }

    /// A heading with a row of air above it, and what it is of. `first` says which of `all` are told, where not all are.
    fn add_list(&mut self, heading: &str, first: &str, part: Part, all: usize) {
        let count = self.count_of(&part).1;
        if count == 0 {
            return;
        }
        let told = match &part {
            Part::Mentions => format!(
                "{} in {}",
                number(self.dossier.mentions()),
                counted(self.dossier.stories(), "story", "stories")
            ),
            _ if count < all => format!("{first} {} of {}", number(count), number(all)),
            _ => number(all),
        };
        let wide = u16::try_from(heading.len()).unwrap_or(u16::MAX);
        let cells =
            vec![Cell::new(0, heading, Role::Strong), Cell::new(wide.saturating_add(2), told.clone(), Role::Muted)];
        let air = if self.areas.is_empty() { Vec::new() } else { vec![Row::blank()] };
        let mut rows: Vec<Row> = air;
        rows.push(Row::new(cells).said(format!("{heading}: {told}.")));
        if matches!(part, Part::Beside(_)) {
            rows.extend(self.beside_head());
        }
        self.add(Part::Rows(rows));
        self.add(part);
    }

    fn add(&mut self, part: Part) {
        let (rows, stops) = self.count_of(&part);
        let (row, stop) = self.areas.last().map_or((0, 0), |last| (last.rows.end, last.stops.end));
        if rows > 0 {
            self.areas.push(Area { part, rows: row..row + rows, stops: stop..stop + stops });
        }
    }

    /// How many rows and stops a part has.
    fn count_of(&self, part: &Part) -> (usize, usize) {
        match part {
            Part::Rows(rows) => (rows.len(), 0),
            Part::Chips(chips) => (chips.rows(), chips.len()),
            Part::Offices(offices) => offices.counts(),
            Part::Met(some) | Part::Beside(some) => (some.len(), some.len()),
            Part::Rest(rest) => (usize::from(*rest > 0), usize::from(*rest > 0)),
            Part::Mentions => self.mention_counts(),
        }
    }

    fn area_of_row(&self, row: usize) -> Option<&Area> {
        self.areas.get(self.areas.partition_point(|area| area.rows.end <= row))
    }

    fn area_of_stop(&self, stop: usize) -> Option<&Area> {
        self.areas.get(self.areas.partition_point(|area| area.stops.end <= stop))
    }

    /// The first row of a stop.
    fn row_of(&self, stop: usize) -> usize {
        let Some(area) = self.area_of_stop(stop) else { return 0 };
        let own = stop - area.stops.start;
        area.rows.start
            + match &area.part {
                Part::Rows(_) | Part::Rest(_) => 0,
                Part::Chips(chips) => chips.row_of(own),
                Part::Offices(offices) => offices.row_of(own),
                Part::Met(_) | Part::Beside(_) => own,
                Part::Mentions => self.row_of_mention_stop(own),
            }
    }

    /// The stops of the row that is the next one with any, from this stop on in this direction: the nearest by column.
    fn next_row(&self, stop: usize, is_down: bool) -> Option<usize> {
        let row = self.row_of(stop);
        let column = self.columns_of(stop).map_or(0, |columns| columns.start);
        let walk = |from: usize| {
            if is_down { Some(from + 1).filter(|next| *next < self.stops()) } else { from.checked_sub(1) }
        };
        let mut next = walk(stop)?;
        while self.row_of(next) == row {
            next = walk(next)?;
        }
        let (row, mut best) = (self.row_of(next), next);
        let distance = |stop: usize| self.columns_of(stop).map_or(0, |columns| columns.start.abs_diff(column));
        while let Some(after) = walk(next).filter(|after| self.row_of(*after) == row) {
            next = after;
            if distance(next) < distance(best) {
                best = next;
            }
        }
        Some(best)
    }
}

impl Content for NamePage {
    fn title(&self) -> Vec<Cell> {
        let wide = u16::try_from(crate::text::width::width(&self.entity.name)).unwrap_or(u16::MAX);
        vec![
            Cell::new(0, self.entity.name.clone(), Role::Name(self.entity.kind)),
            Cell::new(wide.saturating_add(2), self.entity.kind.word(), Role::Muted),
        ]
    }

    fn count(&self) -> Option<String> {
        let (stories, mentions) = (self.dossier.stories(), self.dossier.mentions());
        Some(format!("{}, {}", counted(stories, "story", "stories"), counted(mentions, "mention", "mentions")))
    }

    fn head(&self, _: &Library, _: usize) -> Vec<Row> {
        self.head.clone()
    }

    fn head_rows(&self, _: &Library, _: usize) -> usize {
        self.head.len()
    }

    fn rows(&self) -> usize {
        self.areas.last().map_or(0, |last| last.rows.end)
    }

    fn row(&self, library: &Library, number: usize, _: usize) -> Row {
        let Some(area) = self.area_of_row(number) else { return Row::blank() };
        let own = number - area.rows.start;
        match &area.part {
            Part::Rows(rows) => rows.get(own).cloned().unwrap_or_default(),
            Part::Chips(chips) => chips.row(own),
            Part::Offices(offices) => offices.row(own),
            Part::Met(some) => self.met_row(library, some.start + own),
            Part::Beside(some) => self.beside_row(library, some.start + own),
            Part::Rest(rest) => Self::rest_row(*rest),
            Part::Mentions => self.mention_row(library, own),
        }
    }

    /// A mention has the words of its whole sentence, which is looked at without making its row.
    fn has_words(&self, library: &Library, stop: usize, at: usize, words: &str) -> bool {
        let mention = self.area_of_stop(stop).filter(|area| matches!(area.part, Part::Mentions));
        let sentence = mention.and_then(|area| self.sentence_of_stop(library, stop - area.stops.start));
        let in_row = || self.rows_of(stop).flat_map(|row| self.row(library, row, at).cells);
        match sentence {
            Some(sentence) => !find(sentence, words).is_empty(),
            None => in_row().any(|cell| !find(&cell.words, words).is_empty()),
        }
    }

    fn stops(&self) -> usize {
        self.areas.last().map_or(0, |last| last.stops.end)
    }

    fn rows_of(&self, stop: usize) -> Range<usize> {
        let row = self.row_of(stop);
        let height = self.area_of_stop(stop).map_or(1, |area| match &area.part {
            Part::Offices(offices) => offices.height_of(stop - area.stops.start),
            _ => 1,
        });
        row..row + height
    }

    fn columns_of(&self, stop: usize) -> Option<Range<u16>> {
        let area = self.area_of_stop(stop)?;
        match &area.part {
            Part::Chips(chips) => chips.columns_of(stop - area.stops.start),
            _ => None,
        }
    }

    fn stop_at(&self, row: usize, column: u16) -> Option<usize> {
        let area = self.area_of_row(row)?;
        let own = row - area.rows.start;
        let stop = match &area.part {
            Part::Rows(_) => None,
            Part::Chips(chips) => chips.at(own, column),
            Part::Offices(offices) => offices.stop_at(own),
            Part::Met(_) | Part::Beside(_) | Part::Rest(_) => Some(own),
            Part::Mentions => self.mention_stop_at(own),
        };
        Some(area.stops.start + stop?)
    }

    fn step(&self, stop: usize, towards: Towards) -> Option<usize> {
        let beside = |other: usize| {
            Some(other).filter(|other| *other < self.stops() && self.row_of(*other) == self.row_of(stop))
        };
        match towards {
            Towards::Up => self.next_row(stop, false),
            Towards::Down => self.next_row(stop, true),
            Towards::Left => stop.checked_sub(1).and_then(beside),
            Towards::Right => beside(stop + 1),
        }
    }

    fn target(&self, library: &Library, stop: usize) -> Option<Target> {
        let area = self.area_of_stop(stop)?;
        let own = stop - area.stops.start;
        match &area.part {
            Part::Rows(_) => None,
            Part::Chips(chips) => chips.source(own).map(Target::Passage),
            Part::Offices(offices) => offices.source(own).map(Target::Passage),
            Part::Met(some) => self.met_target(some.start + own),
            Part::Beside(some) => self.beside_target(some.start + own),
            Part::Rest(_) => Some(Target::View(View::Beside(self.dossier.entity))),
            Part::Mentions => self.mention_target(library, own),
        }
    }

    fn source(&self, library: &Library, stop: usize) -> Option<Source> {
        let area = self.area_of_stop(stop)?;
        let own = stop - area.stops.start;
        match &area.part {
            Part::Met(some) => self.dossier.met.get(some.start + own).map(|met| met.source),
            Part::Beside(some) => self.dossier.beside.get(some.start + own).map(|beside| beside.first),
            Part::Rest(_) => self.dossier.beside.get(self.near()).map(|beside| beside.first),
            Part::Mentions => self.mention_source(own),
            _ => self.target(library, stop)?.source(library),
        }
    }

    fn empty(&self) -> &'static str {
        "No story mentions this name any more."
    }
}
