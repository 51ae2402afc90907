//! The page of a meeting that very many stories tell.
//!
//! **In:** what stands before and behind the tellings, as rows; the tellings. **Out:** a [`Content`] whose tellings become rows
//! in sight. **Why:** a summit told by five thousand stories opens like one that two tell.

use std::ops::Range;

use super::tellings::TellingRows;
use crate::dossier::Source;
use crate::dossier::meeting::Telling;
use crate::library::Library;
use crate::reader::model::view::{Cell, Content, Lines, Row, Target};

/// The page.
#[derive(Debug)]
pub(super) struct LongPage {
    /// Its facts, and the heading above the tellings.
    pub front: Lines,
    pub tellings: Vec<Telling>,
    /// Rounds and other meetings.
    pub back: Lines,
    pub rows: TellingRows,
}

/// Which part a row or a stop is in, and its number there.
enum Part {
    Front(usize),
    Telling(usize),
    Back(usize),
}

impl LongPage {
    /// Rows of all tellings; none is left free below the last.
    fn middle(&self) -> usize {
        (self.tellings.len() * TellingRows::EACH).saturating_sub(1)
    }

    fn part(number: usize, front: usize, middle: usize) -> Part {
        match number.checked_sub(front) {
            None => Part::Front(number),
            Some(own) if own < middle => Part::Telling(own),
            Some(own) => Part::Back(own - middle),
        }
    }

    fn part_of_row(&self, row: usize) -> Part {
        Self::part(row, self.front.rows(), self.middle())
    }

    fn part_of_stop(&self, stop: usize) -> Part {
        Self::part(stop, self.front.stops(), self.tellings.len())
    }
}

impl Content for LongPage {
    fn title(&self) -> Vec<Cell> {
        self.front.title()
    }

    fn count(&self) -> Option<String> {
        self.front.count()
    }

    fn rows(&self) -> usize {
        self.front.rows() + self.middle() + self.back.rows()
    }

    fn row(&self, library: &Library, number: usize, at: usize) -> Row {
        match self.part_of_row(number) {
            Part::Front(own) => self.front.row(library, own, at),
            Part::Telling(own) => {
                let telling = self.tellings.get(own / TellingRows::EACH);
                let rows = telling.map(|telling| self.rows.short(library, telling)).unwrap_or_default();
                rows.into_iter().nth(own % TellingRows::EACH).unwrap_or_default()
            }
            Part::Back(own) => self.back.row(library, own, at),
        }
    }

    fn stops(&self) -> usize {
        self.front.stops() + self.tellings.len() + self.back.stops()
    }

    fn rows_of(&self, stop: usize) -> Range<usize> {
        let shifted = |rows: Range<usize>, by: usize| rows.start + by..rows.end + by;
        match self.part_of_stop(stop) {
            Part::Front(own) => self.front.rows_of(own),
            Part::Telling(own) => {
                let start = self.front.rows() + own * TellingRows::EACH;
                start..start + TellingRows::EACH - 1
            }
            Part::Back(own) => shifted(self.back.rows_of(own), self.front.rows() + self.middle()),
        }
    }

    fn stop_at(&self, row: usize, column: u16) -> Option<usize> {
        let (front, tellings) = (self.front.stops(), self.tellings.len());
        match self.part_of_row(row) {
            Part::Front(own) => self.front.stop_at(own, column),
            Part::Telling(own) => {
                let is_free = own % TellingRows::EACH == TellingRows::EACH - 1;
                (!is_free).then_some(front + own / TellingRows::EACH)
            }
            Part::Back(own) => self.back.stop_at(own, column).map(|stop| front + tellings + stop),
        }
    }

    fn disagreement(&self, from: usize, forward: bool) -> Option<usize> {
        // What is disputed stands above the tellings.
        self.front.disagreement(from, forward)
    }

    fn target(&self, library: &Library, stop: usize) -> Option<Target> {
        match self.part_of_stop(stop) {
            Part::Front(own) => self.front.target(library, own),
            Part::Telling(own) => self.tellings.get(own).map(|telling| Target::Mention(telling.at)),
            Part::Back(own) => self.back.target(library, own),
        }
    }

    fn source(&self, library: &Library, stop: usize) -> Option<Source> {
        match self.part_of_stop(stop) {
            Part::Front(own) => self.front.source(library, own),
            Part::Telling(own) => self.tellings.get(own).map(|telling| telling.source),
            Part::Back(own) => self.back.source(library, own),
        }
    }

    fn empty(&self) -> &str {
        self.front.empty()
    }
}

#[cfg(test)]
mod tests;
