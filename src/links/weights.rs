//! `weights.txt` in, what each agreement and difference between two tellings is worth out, in log odds.
//!
//! **Why:** the table is for people to read and for `train-links` to write; the program is built with it.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::features::{COUNT, Feature, Values};

/// The table that the program is built with.
pub(crate) const TABLE: &str = include_str!("weights.txt");

/// From this probability on two tellings are linked at all.
pub(super) const LINKED: f64 = 0.5;
/// From this probability on they are called the same meeting.
pub(super) const CERTAIN: f64 = 0.85;

/// One line of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Line {
    /// What it is worth.
    pub weight: f64,
    /// What a person would say before seeing data.
    pub prior: f64,
}

/// The weights of all features.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Weights([f64; COUNT]);

static SHIPPED: LazyLock<Weights> = LazyLock::new(|| {
    // A test reads the table; if it could not be read all the same, nothing would be linked.
    let lines = read(TABLE).unwrap_or_default();
    Weights(lines.try_into().unwrap_or([Line::default(); COUNT]).map(|line| line.weight))
});

/// The lines of a table in the order of [`Feature::ALL`]; `None` where one is missing or says something else.
pub(crate) fn read(table: &str) -> Option<Vec<Line>> {
    let mut lines = HashMap::new();
    for line in table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        let (name, line) = read_line(line)?;
        lines.insert(name, line);
    }
    let known = lines.len() == COUNT;
    let lines: Option<Vec<Line>> = Feature::ALL.iter().map(|feature| lines.get(feature.name()).copied()).collect();
    lines.filter(|_| known)
}

/// `day-same  3.4  3.0  # what it says`.
pub(crate) fn read_line(line: &str) -> Option<(&str, Line)> {
    let (columns, _) = line.split_once('#')?;
    let mut columns = columns.split_whitespace();
    let name = columns.next()?;
    let weight = columns.next()?.parse().ok()?;
    let prior = columns.next()?.parse().ok()?;
    columns.next().is_none().then_some((name, Line { weight, prior }))
}

impl Weights {
    /// Those that the program is built with.
    pub(crate) fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// What a feature is worth.
    pub(crate) fn of(&self, feature: Feature) -> f64 {
        self.0.get(feature as usize).copied().unwrap_or_default()
    }

    /// Log odds that two tellings with these numbers are of one meeting.
    pub(crate) fn score(&self, values: &Values) -> f64 {
        values.iter().map(|(feature, value)| self.of(feature) * value).sum()
    }
}

/// Log odds as a probability.
pub(crate) fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_a_line_for_every_feature_on_the_side_of_its_prior() {
        let lines = read(TABLE).unwrap();
        assert!(lines.iter().all(|line| line.weight * line.prior >= 0.0), "{lines:?}");
    }

    #[test]
    fn a_table_with_a_line_too_few_or_too_many_is_refused() {
        let short: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with("day-same ")).collect();
        assert_eq!(read(&short.join("\n")), None);
        assert_eq!(read(&format!("{TABLE}day-odd  1.0  1.0  # odd\n")), None);
    }
}
