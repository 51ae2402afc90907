//! Date expressions in, days of the calendar out, and the article's own date.
//!
//! **In:** sentences. **Out:** [`When`]s and [`Published`]. **Why:** “on Monday” means nothing without the day of the
//! article, and the day of the article must often be found from its Mondays. So expressions are read first, without
//! a value ([`expressions`]); then the article's day is solved from all that is stated ([`publication`]); then every
//! expression gets the day from which it counts ([`told`]) and its value ([`resolve`]).

mod circumstances;
mod expressions;
mod publication;
mod resolve;
mod tense;
#[cfg(test)]
mod tests;
mod told;

use std::ops::Range;

use jiff::civil::Date;

pub use expressions::{weekday_abbreviated, weekday_named};
pub use tense::{Tense, tense_at};

pub(super) use expressions::{Expression, is_weekday};
pub(super) use publication::OwnDay;

use expressions::Value;
use publication::Evidence;

use super::facts::Facts;
use super::line::Line;
use super::types::{Name, Published, When};
use crate::article::Article;

/// Every date expression of the article with the number of its sentence, still without a value. Names are read
/// between this and [`own_day`]: `May` and `Monday` are none, and who held an office helps to date the article.
pub(super) fn find(lines: &[Line<'_>]) -> Vec<(usize, Expression)> {
    let numbered = lines.iter().enumerate();
    let mut found: Vec<(usize, Expression)> = numbered
        .flat_map(|(number, line)| expressions::in_line(line).into_iter().map(move |expression| (number, expression)))
        .collect();
    agree_on_slashes(lines, &mut found);
    found
}

/// The words of every date expression of a sentence, as positions, whether or not it is known which day it means.
pub fn date_expressions(line: &Line<'_>) -> Vec<Range<usize>> {
    expressions::in_line(line).into_iter().map(|expression| expression.tokens).collect()
}

/// Where one date of the article has its day first (`25/06/2018`) and none has its month first, all have.
fn agree_on_slashes(lines: &[Line<'_>], found: &mut [(usize, Expression)]) {
    let (mut day_first, mut month_first) = (false, false);
    let parts = |number: usize, expression: &Expression| {
        let word = lines.get(number)?.word(expression.tokens.start);
        let (first, rest) = word.split_once('/')?;
        let (second, _) = rest.split_once('/')?;
        Some((first.parse::<i8>().ok()?, second.parse::<i8>().ok()?))
    };
    for (number, expression) in found.iter() {
        if let (Value::Day { .. }, Some((first, second))) = (expression.value, parts(*number, expression)) {
            day_first |= first > 12;
            month_first |= second > 12;
        }
    }
    // "08/12/2017 … on 14 and 15 December": who writes days first in words does so in figures.
    let style = || {
        let first = |(number, expression): &&(usize, Expression)| {
            let word = lines.get(*number).map_or("", |line| line.word(expression.tokens.start));
            let dated =
                matches!(expression.value, Value::Day { .. } | Value::Days { .. }) && !word.contains(['/', '-', '.']);
            dated.then(|| word.starts_with(|c: char| c.is_ascii_digit()))
        };
        let written: Vec<bool> = found.iter().filter_map(|one| first(&one)).collect();
        !written.is_empty() && written.iter().all(|day_first| *day_first)
    };
    if month_first || !day_first && !style() {
        return;
    }
    for (number, expression) in found.iter_mut() {
        if let Some((first, second)) = parts(*number, expression)
            && let Value::Day { month, day, .. } = &mut expression.value
            && (*month, *day) == (first, second)
            && second <= 12
        {
            (*month, *day) = (second, first);
        }
    }
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

/// What the article itself tells of its own day, as far as it stands in words, names and the tables of `facts`.
pub(super) fn own_day(
    article: &Article,
    lines: &[Line<'_>],
    names: &[Name],
    facts: &Facts,
    found: &[(usize, Expression)],
) -> OwnDay {
    publication::solve(Evidence::new(article, lines, names, facts, found))
}

/// Gives every date expression its value, counted from the article's own day. `assumed` is a neighbour's day, for a
/// story whose year only its neighbours can tell.
pub(super) fn tell(
    article: &Article,
    lines: &[Line<'_>],
    found: &[(usize, Expression)],
    own: &OwnDay,
    assumed: Option<Date>,
) -> Told {
    let published = own.near(assumed);
    let dates = told::all(article, lines, found, published.as_ref());
    Told { dates, published, possible_days: own.possible().to_vec() }
}
