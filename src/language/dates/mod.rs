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
#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub use tense::{Tense, tense_at};

pub(super) use expressions::{Expression, is_weekday};
pub(super) use publication::Evidence;

use super::facts::Facts;
use super::line::Line;
use super::types::{Name, Published, When};
use crate::article::Article;

/// Every date expression of the article with the number of its sentence, still without a value. Names are read
/// between this and [`read`]: `May` and `Monday` are none, and who held an office helps to date the article.
pub(super) fn find(lines: &[Line<'_>]) -> Vec<(usize, Expression)> {
    let numbered = lines.iter().enumerate();
    numbered
        .flat_map(|(number, line)| expressions::in_line(line).into_iter().map(move |expression| (number, expression)))
        .collect()
}

/// What an article tells of time.
pub(super) struct Told {
    /// Its date expressions with their values.
    pub dates: Vec<When>,
    /// Its own day.
    pub published: Option<Published>,
    /// The days that may be its own, the likeliest first.
    pub possible_days: Vec<Date>,
}

/// Solves the article's own date and gives every date expression its value.
///
/// `assumed` replaces the solved date, for a story whose year only its neighbours can tell.
pub(super) fn read(
    article: &Article,
    lines: &[Line<'_>],
    names: &[Name],
    facts: &Facts,
    found: &[(usize, Expression)],
    assumed: Option<Date>,
) -> Told {
    let evidence = Evidence { article, lines, names, facts, found };
    let (published, possible_days) = publication::solve(&evidence, assumed);
    let dates = resolve::all(article, lines, found, published.as_ref());
    Told { dates, published, possible_days }
}
