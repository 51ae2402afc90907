//! The saved queries above the list.
//!
//! **In:** the queries of the configuration, the filter line, and how many stories each query finds, once counted.
//! **Out:** [`Tab`]s: what stands where in one row. **Why:** drawing and clicking must agree on every column.

use super::Model;
use crate::text::width::{ELLIPSIS, truncate, width};

/// Between two of them.
const GAP: usize = 2;

/// A saved query in the row above the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Which one, from 0; `None` for all stories.
    pub query: Option<usize>,
    /// Its name, and how many stories it finds.
    pub words: String,
    /// Its first column, counted from that of the row.
    pub column: usize,
    /// Whether it is what the filter line asks.
    pub is_active: bool,
}

impl Tab {
    /// The columns that it takes.
    pub fn columns(&self) -> std::ops::Range<usize> {
        self.column..self.column + width(&self.words)
    }
}

impl Model {
    /// What stands in a row of so many columns: all of them with counts, or else without, or else as many as there is room
    /// for around the one that is asked.
    pub(in crate::reader) fn saved_tabs(&self, columns: usize) -> Vec<Tab> {
        let with_counts = self.tabs(true);
        let tabs = if taken(&with_counts) <= columns { with_counts } else { self.tabs(false) };
        let active = tabs.iter().position(|tab| tab.is_active).unwrap_or(0);
        let fits = |first: &usize| {
            let dots = if *first > 0 { width(ELLIPSIS) + GAP } else { 0 };
            tabs.get(*first..=active).is_some_and(|shown| dots + taken(shown) <= columns)
        };
        let first = (0..active).find(fits).unwrap_or(active);
        let mut column = if first > 0 { width(ELLIPSIS) + GAP } else { 0 };
        let mut placed = Vec::new();
        for mut tab in tabs.into_iter().skip(first) {
            let left = columns.saturating_sub(column);
            // A name that is cut to a letter or two names nothing.
            if left < width(&tab.words).min(4) {
                break;
            }
            tab.words = truncate(&tab.words, left).into_owned();
            tab.column = column;
            column += width(&tab.words) + GAP;
            placed.push(tab);
        }
        placed
    }

    /// All of them, not yet placed.
    fn tabs(&self, counted: bool) -> Vec<Tab> {
        let asked = self.input.text();
        let all = Tab { query: None, words: "all".into(), column: 0, is_active: asked.trim().is_empty() };
        let saved = self.settings.queries.iter().enumerate().map(|(index, (name, query))| {
            let count = self.prepared.counts().get(index).copied().filter(|_| counted);
            let words = count.map_or_else(|| name.clone(), |count| format!("{name} {count}"));
            Tab { query: Some(index), words, column: 0, is_active: asked.trim() == query.trim() }
        });
        std::iter::once(all).chain(saved).collect()
    }
}

/// The columns of tabs side by side.
fn taken(tabs: &[Tab]) -> usize {
    tabs.iter().map(|tab| width(&tab.words)).sum::<usize>() + GAP * tabs.len().saturating_sub(1)
}
