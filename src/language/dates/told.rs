//! Date expressions of a story in, each with the day from which it counts and its value, out.
//!
//! Most expressions count from the article's own day. Some do not: `the next day` counts from the day that was told
//! last, `tomorrow` in a quotation from the day on which it was said, a day with an editor's gloss in brackets is the
//! day of the gloss, and in a list of dates the verb stands before the first one only.

use jiff::ToSpan;
use jiff::civil::Date;

use super::expressions::{Expression, Value};
use super::resolve::value;
use super::tense::{Tense, date_tense};
use crate::article::{Article, BlockKind};
use crate::language::calendar::{Interval, Precision};
use crate::language::line::Line;
use crate::language::types::{Published, When};

/// `a day earlier` counts from a day that was told this many sentences before at most, else from the story's own.
const NEAR: usize = 2;
/// `that night` and `the next day` reach further back: there has to be some day that they mean.
const FAR: usize = 12;

/// Gives every expression its value; those that count from an unknown day have none and are left out.
pub(super) fn all(
    article: &Article,
    lines: &[Line<'_>],
    found: &[(usize, Expression)],
    published: Option<&Published>,
) -> Vec<When> {
    let mut reader = Reader { anchor: published.map(|published| published.best), last: None, tense: Tense::Open };
    let mut out = Vec::with_capacity(found.len());
    for (position, (number, expression)) in found.iter().enumerate() {
        let Some(line) = lines.get(*number) else { continue };
        let block = line.block.and_then(|block| article.blocks.get(block)).map(|block| block.kind);
        let same_line = |other: Option<usize>| {
            other.and_then(|other| found.get(other)).filter(|other| other.0 == *number).map(|(_, other)| other)
        };
        let neighbours = (same_line(position.checked_sub(1)), same_line(Some(position + 1)));
        let quoted = || quoted_on(line, expression, found, (position, *number));
        let told = reader.value(line, *number, expression, neighbours, block, quoted);
        if let Some((interval, precision)) = told {
            out.push(When { passage: line.passage(expression.tokens.clone()), interval, precision });
            let story = block.is_some_and(BlockKind::is_story);
            let dateline =
                article.dateline.is_some_and(|dateline| dateline.span.contains(line.span(expression.tokens.clone())));
            let short = precision == Precision::Day || precision == Precision::Range && interval.days() <= 31;
            if story && !dateline && short {
                reader.last = Some((*number, interval));
            }
        }
    }
    out
}

struct Reader {
    /// The article's own day.
    anchor: Option<Date>,
    /// The day that was told last, with the number of its sentence.
    last: Option<(usize, Interval)>,
    /// The tense of the expression before.
    tense: Tense,
}

impl Reader {
    fn value<'a>(
        &mut self,
        line: &Line<'_>,
        number: usize,
        expression: &Expression,
        (before, after): (Option<&Expression>, Option<&Expression>),
        block: Option<BlockKind>,
        quoted: impl FnOnce() -> Option<&'a Expression>,
    ) -> Option<(Interval, Precision)> {
        let told = gloss(line, expression, after).unwrap_or(expression);
        // In a list of dates the verb stands before the first one.
        let listed = before.filter(|before| {
            expression.tokens.start.saturating_sub(before.tokens.end) <= 2 && is_list(line, before, expression)
        });
        if listed.is_none() {
            self.tense = date_tense(line, &expression.tokens, block.is_some_and(|kind| kind != BlockKind::Heading));
        }
        let mut anchor = self.anchor;
        match told.value {
            // What is later than a day that nobody told has no value.
            Value::FromTold { step, .. } => anchor = self.told_day(number, step).or(anchor.filter(|_| step <= 0)),
            Value::DayOfTold(number_of_day) => return self.day_of_told(number, number_of_day),
            Value::DaysFrom(_) => {
                let said = quoted().and_then(|said| value(said.value, self.anchor, Tense::Past));
                anchor = said.map(|(interval, _)| interval.to).or(anchor);
            }
            // "on March 12, 2012, and April 3": the list goes on in the year that was told.
            Value::Day { year: None, month, day } => {
                let year = listed.and_then(|before| match before.value {
                    Value::Day { year: Some(year), month: other, day: first } => {
                        Some(if (other, first) <= (month, day) { year } else { year + 1 })
                    }
                    _ => None,
                });
                if year.is_some() {
                    return value(Value::Day { year, month, day }, anchor, self.tense);
                }
            }
            _ => {}
        }
        let value = value(told.value, anchor, self.tense);
        // What is told as past is not of a day to come: it counts from a day that was misjudged.
        let ahead = |(interval, _): &(Interval, Precision)| self.anchor.is_some_and(|anchor| interval.from > anchor);
        let from_told = matches!(told.value, Value::FromTold { .. }) && self.tense == Tense::Past;
        value.filter(|value| !from_told || !ahead(value))
    }

    /// The day of that number, from 1, of the several days that were told last; the last one for 0.
    fn day_of_told(&self, sentence: usize, number: i32) -> Option<(Interval, Precision)> {
        let (_, days) = self.last.filter(|(told, days)| sentence.saturating_sub(*told) <= FAR && !days.is_day())?;
        let day = if number == 0 { days.to } else { days.from.checked_add((number - 1).days()).ok()? };
        days.holds(day).then(|| (Interval::day(day), Precision::Day))
    }

    /// The day that was told last, if it is near enough to be meant.
    fn told_day(&self, number: usize, step: i32) -> Option<Date> {
        let (sentence, interval) = self.last?;
        let reach = if step >= 0 { FAR } else { NEAR };
        (number.saturating_sub(sentence) <= reach).then_some(interval.to)
    }
}

/// Whether only list marks stand between two expressions.
fn is_list(line: &Line<'_>, before: &Expression, after: &Expression) -> bool {
    (before.tokens.end..after.tokens.start)
        .all(|at| line.is(at, &[",", "and", "or", ";", "to", "-", "–", "&", "on", "in"]))
}

/// The editor's gloss in `The day after tomorrow [on November 22]`: the bracket says which day was meant.
fn gloss<'a>(line: &Line<'_>, expression: &Expression, next: Option<&'a Expression>) -> Option<&'a Expression> {
    let next = next?;
    let relative = matches!(expression.value, Value::DaysFrom(_) | Value::Weekday { .. });
    let dated = matches!(next.value, Value::Day { .. });
    let bracket = line.is(expression.tokens.end, &["[", "("]);
    let near = next.tokens.start <= expression.tokens.end + 2;
    (relative && dated && bracket && near).then_some(next)
}

/// The day on which a quotation was spoken: in `“We leave tomorrow,” he said on Monday` the expression outside the
/// quotation marks, beside a verb of saying.
fn quoted_on<'a>(
    line: &Line<'_>,
    expression: &Expression,
    found: &'a [(usize, Expression)],
    (position, number): (usize, usize),
) -> Option<&'a Expression> {
    const SAID: &[&str] = &["said", "told", "says", "added", "announced", "declared", "stated", "wrote"];
    if !is_quoted(line, expression.tokens.start) {
        return None;
    }
    // A few expressions around it will do; a sentence may hold thousands.
    let around = found.get(position.saturating_sub(4)..found.len().min(position + 5))?;
    let here = around.iter().filter(|(other, _)| *other == number).map(|(_, other)| other);
    let may_be =
        |other: &&Expression| matches!(other.value, Value::Day { .. } | Value::Weekday { .. } | Value::DaysFrom(_));
    here.filter(may_be).find(|other| {
        let around = other.tokens.start.saturating_sub(5)..other.tokens.end + 4;
        other.tokens != expression.tokens && !is_quoted(line, other.tokens.start) && line.holds(around, SAID)
    })
}

/// No quotation is followed for more words than this.
const LONGEST_QUOTATION: usize = 80;

/// Whether `at` stands between quotation marks.
fn is_quoted(line: &Line<'_>, at: usize) -> bool {
    let mut straight = false;
    let mut curly = 0_usize;
    for position in at.saturating_sub(LONGEST_QUOTATION)..at {
        match line.word(position) {
            "\"" => straight = !straight,
            "“" | "«" => curly += 1,
            "”" | "»" => curly = curly.saturating_sub(1),
            _ => {}
        }
    }
    straight || curly > 0
}
