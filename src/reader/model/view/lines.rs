//! A view whose rows are all there from the start.
//!
//! **In:** rows, some of which begin something that the cursor can stand on. **Out:** a [`Content`]. **Why:** most
//! pages have some dozen rows; only what grows with the library has to make its rows late.

use std::ops::Range;

use super::content::{Cell, Content, Row, Target};
use crate::dossier::Source;
use crate::library::Library;

/// Rows with stops among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    title: Vec<Cell>,
    count: Option<String>,
    head: Vec<Row>,
    rows: Vec<Row>,
    stops: Vec<Stop>,
    empty: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Stop {
    rows: Range<usize>,
    target: Option<Target>,
    source: Option<Source>,
    /// Whether stories disagree about it.
    is_disputed: bool,
}

impl Lines {
    /// No rows yet, below this heading; `empty` is said where it stays so.
    pub fn new(title: Vec<Cell>, empty: impl Into<String>) -> Self {
        Self { title, empty: empty.into(), ..Self::default() }
    }

    /// Sets what stands at the right end of the heading.
    pub fn set_count(&mut self, words: impl Into<String>) {
        self.count = Some(words.into());
    }

    /// Adds a row that stays above those that scroll.
    pub fn add_head(&mut self, row: Row) {
        self.head.push(row);
    }

    /// Adds a row that the cursor passes over.
    pub fn add_row(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// Adds rows that the cursor stands on as one, with where they lead and the words behind them (those that they lead
    /// to, where none are given).
    pub fn add_stop(&mut self, rows: impl IntoIterator<Item = Row>, target: Option<Target>, source: Option<Source>) {
        let start = self.rows.len();
        self.rows.extend(rows);
        self.stops.push(Stop { rows: start..self.rows.len(), target, source, is_disputed: false });
    }

    /// Says that stories disagree about what was added as a stop last.
    pub fn dispute(&mut self) {
        if let Some(stop) = self.stops.last_mut() {
            stop.is_disputed = true;
        }
    }
}

impl Content for Lines {
    fn title(&self) -> Vec<Cell> {
        self.title.clone()
    }

    fn count(&self) -> Option<String> {
        self.count.clone()
    }

    fn head(&self, _: &Library, _: usize) -> Vec<Row> {
        self.head.clone()
    }

    fn head_rows(&self, _: &Library, _: usize) -> usize {
        self.head.len()
    }

    fn rows(&self) -> usize {
        self.rows.len()
    }

    fn row(&self, _: &Library, number: usize, _: usize) -> Row {
        self.rows.get(number).cloned().unwrap_or_default()
    }

    fn stops(&self) -> usize {
        self.stops.len()
    }

    fn rows_of(&self, stop: usize) -> Range<usize> {
        self.stops.get(stop).map_or(0..0, |stop| stop.rows.clone())
    }

    fn stop_at(&self, row: usize, _: u16) -> Option<usize> {
        let after = self.stops.partition_point(|stop| stop.rows.end <= row);
        self.stops.get(after).is_some_and(|stop| stop.rows.contains(&row)).then_some(after)
    }

    fn target(&self, _: &Library, stop: usize) -> Option<Target> {
        self.stops.get(stop)?.target
    }

    fn source(&self, library: &Library, stop: usize) -> Option<Source> {
        let stop = self.stops.get(stop)?;
        stop.source.or_else(|| stop.target?.source(library))
    }

    fn disagreement(&self, from: usize, forward: bool) -> Option<usize> {
        let disputed = || (0..self.stops.len()).filter(|stop| self.stops.get(*stop).is_some_and(|it| it.is_disputed));
        if forward {
            disputed().find(|stop| *stop > from).or_else(|| disputed().next())
        } else {
            disputed().rev().find(|stop| *stop < from).or_else(|| disputed().next_back())
        }
    }

    fn empty(&self) -> &str {
        &self.empty
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_disputed_is_gone_to_round_and_round_and_nothing_else_is() {
        let mut lines = Lines::new(Vec::new(), "");
        for stop in 0..6 {
            lines.add_stop([Row::blank()], None, None);
            if stop == 2 || stop == 4 {
                lines.dispute();
            }
        }
        let ahead: Vec<_> = (0..6).map(|from| lines.disagreement(from, true)).collect();
        assert_eq!(ahead, [2, 2, 4, 4, 2, 2].map(Some));
        let back: Vec<_> = (0..6).map(|from| lines.disagreement(from, false)).collect();
        assert_eq!(back, [4, 4, 4, 2, 2, 4].map(Some));
        let mut plain = Lines::new(Vec::new(), "");
        plain.add_stop([Row::blank()], None, None);
        assert_eq!((plain.disagreement(0, true), plain.disagreement(0, false)), (None, None));
    }
}
