//! A view, as lines that can be heard.
//!
//! **In:** the view on the screen. **Out:** its rows as words: the heading first, then the rows that stay, then those that
//! scroll; the first row in sight. **Why:** whatever a view draws side by side is said one thing after the other.

use super::plain::{plain, unquoted};
use super::{said, turned};
use crate::reader::model::Model;
use crate::reader::model::view::{Cell, Open, Row};
use crate::text::width::{truncate, width};

/// The fewest columns of the name of a view.
const SHORTEST: usize = 16;
/// Columns between two parts of a title, at least; names and the marks between them stand closer.
const APART: usize = 2;

/// What the view is, and how much of it there is, in one line of so many columns: how it is left is never cut.
pub(in crate::reader) fn heading(open: &Open, columns: usize) -> String {
    const LEAVES: &str = ". Escape leaves.";
    let cells = open.content.title();
    let first = cells.first().filter(|_| cells.len() > 1).map(|cell| cell.words.clone());
    let title = title(&cells);
    let parts: Vec<&str> = title.split(" · ").collect();
    // Dots and signs are not heard.
    let count = open.content.count().unwrap_or_default().replace(" · ", ", ").replace(" ≠", "");
    let count = if count.is_empty() { count } else { format!(", {count}") };
    let room = columns.saturating_sub(width(&count) + width(LEAVES));
    // Rather fewer words than half of one, and rather short days than none. What is in the middle of a map its first row tells.
    let some = (1..=parts.len()).rev().filter_map(|some| Some(parts.get(..some)?.join(", ")));
    let ways: Vec<String> = some.clone().map(|words| plain(&words)).chain(some).chain(first).collect();
    let told = ways.into_iter().find(|words| width(words) <= room).unwrap_or(title);
    format!("{}{count}{LEAVES}", truncate(&told, room.max(SHORTEST)))
}

/// The words of a title: what stands apart on the screen is heard apart, but `Map` and `around …` are one phrase.
fn title(cells: &[Cell]) -> String {
    let mut told = String::new();
    let mut end = 0;
    for cell in cells {
        let is_apart =
            !told.is_empty() && usize::from(cell.column) >= end + APART && !cell.words.starts_with("around ");
        told.push_str(if is_apart { ", " } else { " " });
        told.push_str(&cell.words);
        end = usize::from(cell.column) + width(&cell.words);
    }
    told.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rows of a row of the view, so many columns wide; none where nothing is said of it.
pub(in crate::reader) fn rows(model: &Model, open: &Open, number: usize, columns: usize) -> Vec<String> {
    let words = open.content.row(&model.library, number, open.at.cursor).told();
    if words.trim().is_empty() { Vec::new() } else { said::rows(&unquoted(&words), columns) }
}

/// The rows that stay above the others, as lines.
pub(in crate::reader) fn head(model: &Model, open: &Open, columns: usize) -> Vec<String> {
    let rows = open.content.head(&model.library, open.at.cursor);
    let told = rows.iter().map(Row::told).filter(|words| !words.trim().is_empty());
    told.flat_map(|words| said::rows(&unquoted(&words), columns)).collect()
}

impl Model {
    /// Turns to the page of the view that has the cursor.
    pub(super) fn settle_view_linear(&mut self) {
        let columns = self.line_columns();
        let Some(open) = self.view() else { return };
        // The rows that stay are said once, on the first page.
        let cursor = open.content.rows_of(open.at.cursor).start;
        let first = head(self, open, columns).len();
        let height = self.linear_rows(0);
        let rows_of = |number: usize| {
            rows(self, open, number, columns).len() + if number == 0 { first.min(height / 2) } else { 0 }
        };
        let top = turned(open.at.top, cursor, height, rows_of);
        // What stands above the first thing to stand on is heard with it.
        let top = if open.at.cursor == 0 { 0 } else { top };
        if let Some(open) = &mut self.views.open {
            open.at.top = top;
        }
    }
}
