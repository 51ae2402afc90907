//! Date expressions and the article's own day in, calendar values out.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::expressions::{Expression, Shift, Value};
use super::tense::{Tense, date_tense};
use crate::article::{Article, BlockKind};
use crate::language::calendar::{Interval, Precision, days_between};
use crate::language::line::Line;
use crate::language::types::{Published, When};

/// Days that a yearless date pays for lying on the side of the anchor that the tense speaks against. Nearly a year:
/// `took place on January 23` in a November story is this year's, though next year's is nearer; but a cue misread
/// by the rules does not outweigh a date of last week.
const WRONG_SIDE: i32 = 300;

/// Gives every expression its value; those that count from an unknown day have none and are left out.
pub(super) fn all(
    article: &Article,
    lines: &[Line<'_>],
    found: &[(usize, Expression)],
    published: Option<&Published>,
) -> Vec<When> {
    let in_text = |line: &Line<'_>| {
        let block = line.block.and_then(|block| article.blocks.get(block));
        block.is_some_and(|block| block.kind != BlockKind::Heading)
    };
    let anchor = published.map(|published| published.best);
    let mut out = Vec::with_capacity(found.len());
    let mut last_tense = Tense::Open;
    for (position, (number, expression)) in found.iter().enumerate() {
        let Some(line) = lines.get(*number) else { continue };
        let glossed = gloss(line, expression, found.get(position + 1).filter(|next| next.0 == *number));
        let told = glossed.unwrap_or(expression);
        // In a list of dates the verb stands before the first one.
        let listed = position.checked_sub(1).and_then(|before| found.get(before)).is_some_and(|(other, before)| {
            other == number && expression.tokens.start.saturating_sub(before.tokens.end) <= 2
        });
        let tense = if listed { last_tense } else { date_tense(line, &expression.tokens, in_text(line)) };
        last_tense = tense;
        if let Some((interval, precision)) = value(told.value, anchor, tense) {
            out.push(When { passage: line.passage(expression.tokens.clone()), interval, precision });
        }
    }
    out
}

/// The editor's gloss in `The day after tomorrow [on November 22]`: the bracket says which day was meant.
fn gloss<'a>(
    line: &Line<'_>,
    expression: &Expression,
    next: Option<&'a (usize, Expression)>,
) -> Option<&'a Expression> {
    let (_, next) = next?;
    let relative = matches!(expression.value, Value::DaysFrom(_) | Value::Weekday { .. });
    let dated = matches!(next.value, Value::Day { .. });
    let bracket = line.is(expression.tokens.end, &["[", "("]);
    let near = next.tokens.start <= expression.tokens.end + 2;
    (relative && dated && bracket && near).then_some(next)
}

/// The calendar value of an expression told with `tense` on the day `anchor`; `None` where that day is needed and unknown.
pub(super) fn value(value: Value, anchor: Option<Date>, tense: Tense) -> Option<(Interval, Precision)> {
    let day = |date: Option<Date>| date.map(|date| (Interval::day(date), Precision::Day));
    match value {
        Value::Day { year: Some(year), month, day: number } => day(Date::new(year, month, number).ok()),
        Value::Day { year: None, month, day: number } => {
            day(yearless(anchor?, tense, |year| Date::new(year, month, number).ok()))
        }
        Value::Days { year, from, to } => {
            let end = |start: Date| {
                let year = if to < from { start.year() + 1 } else { start.year() };
                Date::new(year, to.0, to.1).ok()
            };
            let start = match year {
                Some(year) => Date::new(if to < from { year - 1 } else { year }, from.0, from.1).ok(),
                None => yearless(anchor?, tense, |year| Date::new(year, from.0, from.1).ok()),
            }?;
            Some((Interval::between(start, end(start)?), Precision::Range))
        }
        Value::Month { year: Some(year), month, .. } => Some(month_of(Date::new(year, month, 1).ok()?)),
        Value::Month { year: None, month, shift } => Some(month_of(named_month(anchor?, month, shift, tense)?)),
        Value::Years { first, count } => years(first, count),
        Value::YearsFrom(step) => years(anchor?.year().checked_add(i16::try_from(step).ok()?)?, 1),
        Value::Quarter { year, quarter } => {
            let first = Date::new(year.or(anchor.map(Date::year))?, quarter * 3 - 2, 1).ok()?;
            let last = first.checked_add(2.months()).ok()?.last_of_month();
            Some((Interval { from: first, to: last }, Precision::Quarter))
        }
        Value::Weekday { weekday, shift } => day(weekday_near(anchor?, weekday, shift, tense)),
        Value::DaysFrom(step) => day(anchor?.checked_add(step.days()).ok()),
        Value::Weeks(step) => {
            let monday = anchor?.checked_sub(i32::from(anchor?.weekday().to_monday_zero_offset()).days()).ok()?;
            week(monday.checked_add((step * 7).days()).ok()?, 7)
        }
        Value::Weekend(shift) => {
            // The Saturday and Sunday that begin on the meant side of the anchor; a Sunday paper's weekend is its own.
            let tense = if matches!(shift, Shift::Nearest) && tense == Tense::Open { Tense::Past } else { tense };
            week(weekday_near(anchor?, Weekday::Saturday, shift, tense)?, 2)
        }
        Value::Months(step) => Some(month_of(anchor?.first_of_month().checked_add(step.months()).ok()?)),
        Value::EndOfMonth => {
            let last = anchor?.last_of_month();
            Some((Interval { from: last.checked_sub(9.days()).ok()?, to: last }, Precision::Range))
        }
    }
}

fn week(first: Date, days: i32) -> Option<(Interval, Precision)> {
    Some((Interval { from: first, to: first.checked_add((days - 1).days()).ok()? }, Precision::Week))
}

fn month_of(first: Date) -> (Interval, Precision) {
    (Interval { from: first.first_of_month(), to: first.last_of_month() }, Precision::Month)
}

fn years(first: i16, count: i16) -> Option<(Interval, Precision)> {
    let from = Date::new(first, 1, 1).ok()?;
    let to = Date::new(first.checked_add(count - 1)?, 12, 31).ok()?;
    Some((Interval { from, to }, Precision::Year))
}

/// The year in which a yearless date lies: the nearest to the anchor, on the side that the tense speaks of.
fn yearless(anchor: Date, tense: Tense, make: impl Fn(i16) -> Option<Date>) -> Option<Date> {
    let years = [anchor.year(), anchor.year().checked_sub(1)?, anchor.year().checked_add(1)?];
    years.into_iter().filter_map(make).min_by_key(|date| {
        let ahead = days_between(anchor, *date);
        // A day's slack: stories are often written on the eve of what they date, or after midnight.
        let wrong = match tense {
            Tense::Past => ahead > 1,
            Tense::Future => ahead < -1,
            Tense::Open => false,
        };
        ahead.abs() + if wrong { WRONG_SIDE } else { 0 }
    })
}

fn named_month(anchor: Date, month: i8, shift: Shift, tense: Tense) -> Option<Date> {
    let first = Date::new(anchor.year(), month, 1).ok()?;
    let this = anchor.first_of_month();
    let step = match (shift, tense) {
        (Shift::Last, _) if first >= this => -1,
        (Shift::Next, _) | (Shift::Nearest, Tense::Future) if first < this => 1,
        (Shift::Nearest, Tense::Past | Tense::Open) if first > this => -1,
        _ => 0,
    };
    first.checked_add(step.years()).ok()
}

/// The day of that name near the anchor: up to six days back, or ahead where the tense is future; the anchor itself
/// counts as both.
fn weekday_near(anchor: Date, weekday: Weekday, shift: Shift, tense: Tense) -> Option<Date> {
    let back = i32::from(anchor.weekday().since(weekday));
    let ahead = i32::from(anchor.weekday().until(weekday));
    let step = match (shift, tense) {
        (Shift::Last, _) => -(if back == 0 { 7 } else { back }),
        (Shift::Next, _) => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        (Shift::Nearest, Tense::Future) => ahead,
        (Shift::Nearest, Tense::Past | Tense::Open) => -back,
    };
    anchor.checked_add(step.days()).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn told(value_told: Value, anchor: Date, tense: Tense) -> String {
        value(value_told, Some(anchor), tense).map_or_else(String::new, |(interval, _)| interval.to_string())
    }

    #[test]
    fn a_yearless_date_lies_on_the_side_that_the_tense_speaks_of() {
        let january = Value::Day { year: None, month: 1, day: 23 };
        assert_eq!(told(january, date(2017, 11, 13), Tense::Past), "2017-01-23");
        assert_eq!(told(january, date(2017, 11, 13), Tense::Future), "2018-01-23");
        assert_eq!(told(january, date(2017, 2, 1), Tense::Open), "2017-01-23");
    }

    #[test]
    fn a_weekday_is_the_last_one_unless_the_tense_is_future() {
        let monday = Value::Weekday { weekday: Weekday::Monday, shift: Shift::Nearest };
        assert_eq!(told(monday, date(2017, 11, 13), Tense::Past), "2017-11-13");
        assert_eq!(told(monday, date(2017, 11, 15), Tense::Open), "2017-11-13");
        assert_eq!(told(monday, date(2017, 11, 15), Tense::Future), "2017-11-20");
    }

    #[test]
    fn a_sunday_story_speaks_of_its_own_weekend() {
        assert_eq!(told(Value::Weekend(Shift::Nearest), date(2015, 10, 25), Tense::Past), "2015-10-24..2015-10-25");
        assert_eq!(told(Value::Weekend(Shift::Nearest), date(2015, 10, 27), Tense::Open), "2015-10-24..2015-10-25");
    }

    #[test]
    fn a_bare_month_is_the_last_one_of_that_name() {
        let may = Value::Month { year: None, month: 5, shift: Shift::Nearest };
        assert_eq!(told(may, date(2017, 11, 13), Tense::Past), "2017-05-01..2017-05-31");
        assert_eq!(told(may, date(2017, 3, 13), Tense::Past), "2016-05-01..2016-05-31");
    }

    #[test]
    fn a_range_over_new_year_ends_in_the_year_it_names() {
        let value_told = Value::Days { year: Some(2014), from: (12, 30), to: (1, 2) };
        assert_eq!(told(value_told, date(2014, 1, 5), Tense::Past), "2013-12-30..2014-01-02");
    }

    #[test]
    fn without_a_day_to_count_from_only_full_dates_have_a_value() {
        assert_eq!(value(Value::DaysFrom(-1), None, Tense::Past), None);
        assert!(value(Value::Day { year: Some(2015), month: 2, day: 12 }, None, Tense::Past).is_some());
        assert_eq!(value(Value::Day { year: Some(2015), month: 2, day: 30 }, None, Tense::Past), None);
    }
}
