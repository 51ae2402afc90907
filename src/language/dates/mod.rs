//! Date expressions in, days of the calendar out, and the article's own date.
//!
//! **In:** sentences. **Out:** [`When`]s and [`Published`]. **Why:** “on Monday” means nothing without the day of the
//! article, and the day of the article must often be found from its Mondays. So expressions are read first, without
//! a value ([`expressions`]); then the article's day is solved from all that is stated ([`publication`]); then every
//! expression gets its value ([`resolve`]).

mod expressions;
mod publication;
mod resolve;
mod tense;

use jiff::civil::Date;

pub use tense::{Tense, tense_at};

pub(super) use expressions::Expression;
pub(super) use publication::Evidence;

use super::facts::Facts;
use super::line::Line;
use super::types::{Name, Published, When};
use crate::article::Article;

/// Reads every date expression of the article and solves the article's own date.
///
/// `assumed` replaces the solved date, for a story whose year only its neighbours can tell.
pub(super) fn read(
    article: &Article,
    lines: &[Line<'_>],
    names: &[Name],
    facts: &Facts,
    assumed: Option<Date>,
) -> (Vec<When>, Option<Published>) {
    let found: Vec<(usize, Expression)> = lines
        .iter()
        .enumerate()
        .flat_map(|(number, line)| expressions::in_line(line).into_iter().map(move |expression| (number, expression)))
        .collect();
    let evidence = Evidence { article, lines, names, facts, found: &found };
    let published = publication::solve(&evidence, assumed);
    let whens = resolve::all(lines, &found, published.as_ref());
    (whens, published)
}

/// The token positions of every date expression of `line`, so that `May` and `Monday` are not taken for names.
pub(super) fn date_positions(line: &Line<'_>) -> Vec<std::ops::Range<usize>> {
    expressions::in_line(line).into_iter().map(|expression| expression.tokens).collect()
}
