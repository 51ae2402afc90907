//! The offices of a person as rows, each of which leads to the words of a story that says it.
//!
//! **Why:** the years are from the tables of facts and stand in no story; that someone held the office should be read where it
//! was written. Where no story says so, the row says that instead, and leads nowhere.

use std::ops::Range;

use super::{LABEL, WIDE};
use crate::dossier::Source;
use crate::dossier::name::Office;
use crate::reader::model::linear::said;
use crate::reader::model::view::content::{Cell, Role, Row};
use crate::text::width::width;

/// The rows of offices.
#[derive(Clone, Debug, Default)]
pub(super) struct Offices {
    rows: Vec<Row>,
    /// The rows of each office that a story says, and the words.
    said: Vec<(Range<usize>, Source)>,
}

impl Offices {
    /// One below the other, in so many columns; years are never cut.
    pub(super) fn of(offices: &[Office], columns: u16) -> Self {
        let mut all = Self::default();
        for (place, office) in offices.iter().enumerate() {
            let start = all.rows.len();
            all.rows.extend(rows(office, place == 0, columns));
            all.said.extend(office.said.map(|source| (start..all.rows.len(), source)));
        }
        all
    }

    /// How many rows and stops there are.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.rows.len(), self.said.len())
    }

    pub(super) fn row(&self, number: usize) -> Row {
        self.rows.get(number).cloned().unwrap_or_default()
    }

    /// The first row of a stop.
    pub(super) fn row_of(&self, stop: usize) -> usize {
        self.said.get(stop).map_or(0, |(rows, _)| rows.start)
    }

    /// How many rows a stop takes.
    pub(super) fn height_of(&self, stop: usize) -> usize {
        self.said.get(stop).map_or(1, |(rows, _)| rows.len())
    }

    /// The stop that a row belongs to.
    pub(super) fn stop_at(&self, row: usize) -> Option<usize> {
        self.said.iter().position(|(rows, _)| rows.contains(&row))
    }

    /// The words that say the office of a stop.
    pub(super) fn source(&self, stop: usize) -> Option<Source> {
        self.said.get(stop).map(|(_, source)| *source)
    }
}

/// `head of state of Norland, 2029–   at the time`.
fn rows(office: &Office, is_first: bool, columns: u16) -> Vec<Row> {
    let words = format!("{}, {}", office.words, office.years());
    let (column, label) = if columns < WIDE { (0, "") } else { (LABEL, "office") };
    let role = if office.is_of_stories { Role::Base } else { Role::Muted };
    let room = usize::from(columns.saturating_sub(column)).max(1);
    let lines = said::rows(&words, room);
    let left = room.saturating_sub(lines.last().map_or(0, |last| width(last) + 2));
    let beside = beside(office).iter().find(|words| width(words) <= left);
    let when = if office.is_of_stories { ", in the days of these stories" } else { "" };
    let unsaid = if office.said.is_some() { "" } else { " No story says so." };
    let spoken = format!("By the tables of facts: {words}{when}.{unsaid}");
    let last = lines.len().saturating_sub(1);
    let row = |(place, words): (usize, String)| {
        let behind = column.saturating_add(u16::try_from(width(&words)).unwrap_or(u16::MAX)).saturating_add(2);
        let mut cells = vec![Cell::new(column, words, role)];
        if is_first && place == 0 && !label.is_empty() {
            cells.insert(0, Cell::new(0, label, Role::Muted).within(LABEL));
        }
        if let Some(beside) = beside.filter(|_| place == last) {
            cells.push(Cell::new(behind, *beside, Role::Muted));
        }
        Row::new(cells).said(if place == 0 { spoken.as_str() } else { "" })
    };
    lines.into_iter().enumerate().map(row).collect()
}

/// What stands beside an office, the fullest words first.
const fn beside(office: &Office) -> &'static [&'static str] {
    match (office.is_of_stories, office.said.is_some()) {
        (true, true) => &["in the days of these stories", "at the time", "then"],
        (true, false) => &["in the days of these stories; no story says so", "no story says so", "unsaid"],
        (false, true) => &[],
        (false, false) => &["no story says so", "unsaid"],
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::language::{Part, Passage};
    use crate::text::Span;

    fn office(words: &str, said: Option<usize>, is_of_stories: bool) -> Office {
        let source = |story| Source { story, passage: Passage { part: Part::Text, span: Span::new(0, 4) } };
        let terms = vec![(date(2021, 3, 1), Some(date(2025, 3, 1))), (date(2029, 3, 1), None)];
        Office { words: words.to_owned(), terms, is_of_stories, said: said.map(source) }
    }

    #[test]
    fn an_office_that_a_story_says_leads_there_and_one_that_none_says_says_so() {
        let all = Offices::of(&[office("premier of Norland", None, true), office("mayor of Sarn", Some(3), false)], 80);
        assert_eq!(all.counts(), (2, 1));
        assert!(all.row(0).words().ends_with("no story says so"), "{:?}", all.row(0));
        assert_eq!((all.stop_at(0), all.stop_at(1), all.row_of(0)), (None, Some(0), 1));
        assert_eq!(all.source(0).map(|source| source.story), Some(3));
        assert!(all.row(1).words().ends_with("2029–"), "{:?}", all.row(1));
    }

    #[test]
    fn years_are_seen_whatever_the_width() {
        for columns in 20..90 {
            let all = Offices::of(&[office("head of government of the Northern Isles", Some(1), true)], columns);
            let rows: Vec<Row> = (0..all.counts().0).map(|row| all.row(row)).collect();
            let words: String = rows.iter().map(Row::words).collect::<String>().replace(' ', "");
            assert!(words.contains("2021–2025,2029–"), "{columns}: {words}");
            for cell in rows.iter().flat_map(|row| &row.cells) {
                assert!(usize::from(cell.column) + width(&cell.words) <= usize::from(columns), "{columns}: {cell:?}");
            }
            assert_eq!(all.height_of(0), rows.len());
        }
    }
}
