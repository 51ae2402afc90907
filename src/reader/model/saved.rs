//! The saved queries above the list, and above a view while what narrows it is typed.
//!
//! **In:** the queries of the configuration, the filter line, and how many stories each query finds, once counted.
//! **Out:** [`Tab`]s: what stands where in one row. **Why:** drawing and clicking must agree on every column.

use super::Model;
use crate::text::width::{ELLIPSIS, truncate, width};

/// Between two of them.
const GAP: usize = 2;

/// A name is cut to so many columns, and no further, to make room for the counts.
const SHORTEST: usize = 8;

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
    /// What stands in a row of so many columns: all of them with counts, the longest names cut where there is no room for
    /// them; or else without counts, or else as many as there is room for around the one that is asked.
    pub(in crate::reader) fn saved_tabs(&self, columns: usize) -> Vec<Tab> {
        let widest = self.settings.queries.iter().map(|(name, _)| width(name)).max().unwrap_or_default();
        let cut =
            (SHORTEST..=widest.clamp(SHORTEST, columns.max(SHORTEST))).rev().map(|longest| self.tabs(Some(longest)));
        let mut with_counts = cut.filter(|tabs| taken(tabs) <= columns);
        let tabs = with_counts.next().unwrap_or_else(|| self.tabs(None));
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

    /// All of them, not yet placed: with counts and names of so many columns at most, or without.
    fn tabs(&self, longest: Option<usize>) -> Vec<Tab> {
        let asked = self.query_line().text();
        // They count stories, and a view lists something else.
        let counts = if self.view().is_none() { self.prepared.counts() } else { &[] };
        let all = Tab { query: None, words: "all".into(), column: 0, is_active: asked.trim().is_empty() };
        let saved = self.settings.queries.iter().enumerate().map(|(index, (name, query))| {
            let count = counts.get(index).copied();
            let words = match (longest, count) {
                (Some(longest), Some(count)) => format!("{} {count}", truncate(name, longest)),
                (Some(longest), None) => truncate(name, longest).into_owned(),
                (None, _) => name.clone(),
            };
            Tab { query: Some(index), words, column: 0, is_active: asked.trim() == query.trim() }
        });
        std::iter::once(all).chain(saved).collect()
    }
}

/// The columns of tabs side by side.
fn taken(tabs: &[Tab]) -> usize {
    tabs.iter().map(|tab| width(&tab.words)).sum::<usize>() + GAP * tabs.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use crate::reader::actions::Action;
    use crate::reader::fixture;
    use crate::reader::model::Model;
    use crate::reader::settings::Settings;
    use crate::reader::theme::Theme;
    use crate::reader::update::update;

    #[test]
    fn a_long_name_is_cut_before_any_count_is_left_out() {
        let names = ["unread", "calls", "everything that the harbour offices said"];
        let queries = names.map(|name| (name.to_owned(), "kind:call".to_owned())).to_vec();
        let mut model = Model::new(Theme::dark(), 120, 36).with(Settings { queries, ..Settings::default() });
        update(&mut model, Action::Loaded(Box::new(fixture::library())));
        let wanted = model.wants_prepared().unwrap();
        let counts = model.work(wanted).carry_out().unwrap();
        model.take_counts(counts);
        let row = |columns: usize| {
            let tabs = model.saved_tabs(columns).into_iter().map(|tab| tab.words);
            tabs.collect::<Vec<_>>().join("  ")
        };
        let whole = row(120);
        let count = whole.rsplit(' ').next().unwrap();
        assert!(count.parse::<usize>().is_ok(), "{whole}");
        let cut = row(44);
        assert!(cut.starts_with(&format!("all  unread {count}  calls {count}  everyth")), "{cut}");
        assert!(cut.ends_with(&format!("… {count}")), "{cut}");
        assert_eq!(row(24), "all  unread  calls  eve…", "without counts where there is no room for names");
    }
}
