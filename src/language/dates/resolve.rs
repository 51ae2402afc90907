//! What an expression says and the day from which it counts in, calendar values out.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::expressions::{Period, Shift, Stretch, Unit, Value};
use super::tense::Tense;
use crate::language::calendar::{Interval, Precision, days_between};

/// Days that a yearless date pays for lying on the side of the anchor that the tense speaks against. Nearly a year:
/// `took place on January 23` in a November story is this year's, though next year's is nearer; but a cue misread
/// by the rules does not outweigh a date of last week.
const WRONG_SIDE: i32 = 300;
/// The same for a date told as to come: it is not told long before, so last month's date with a misread cue is likelier.
const WRONGLY_AHEAD: i32 = 150;

/// The calendar value of an expression told with `tense` on the day `anchor`; `None` where that day is needed and unknown.
pub(super) fn value(value: Value, anchor: Option<Date>, tense: Tense) -> Option<(Interval, Precision)> {
    let day = |date: Option<Date>| date.map(|date| (Interval::day(date), Precision::Day));
    match value {
        Value::Day { year: Some(year), month, day: number } => day(Date::new(year, month, number).ok()),
        Value::Day { year: None, month, day: number } => {
            day(yearless(anchor?, tense, |year| Date::new(year, month, number).ok()))
        }
        Value::Days { year, from, to } => days(year, from, to, anchor, tense),
        Value::InYear { month, day: number, step } => {
            let year = anchor?.year().checked_add(i16::try_from(step).ok()?)?;
            match number {
                Some(number) => day(Date::new(year, month, number).ok()),
                None => Some(month_of(Date::new(year, month, 1).ok()?)),
            }
        }
        Value::DayOfMonth { day: number, shift } => day(day_of_month(anchor?, number, shift, tense)),
        Value::Month { year: Some(year), month, .. } => Some(month_of(Date::new(year, month, 1).ok()?)),
        Value::Month { year: None, month, shift } => Some(month_of(named_month(anchor?, month, shift, tense)?)),
        Value::Years { first, count } => years(first, count),
        Value::YearsFrom(step) => years(anchor?.year().checked_add(i16::try_from(step).ok()?)?, 1),
        Value::Quarter { year, quarter } => {
            let first = Date::new(year.or(anchor.map(Date::year))?, quarter * 3 - 2, 1).ok()?;
            let last = first.checked_add(2.months()).ok()?.last_of_month();
            Some((Interval { from: first, to: last }, Precision::Quarter))
        }
        Value::Season { year, season, shift } => season_near(year, anchor, season, shift, tense),
        Value::Stretch { of, part } => stretch(of, part, anchor, tense),
        Value::Weekdays { from, to } => {
            let from = weekday_near(anchor?, from, Shift::Nearest, tense)?;
            let to = from.checked_add(i32::from(from.weekday().until(to)).days()).ok()?;
            Some((Interval { from, to }, Precision::Range))
        }
        Value::WeekdayOf { weekday, week } => {
            let monday = monday_of(anchor?)?.checked_add((week * 7).days()).ok()?;
            day(monday.checked_add(i32::from(weekday.to_monday_zero_offset()).days()).ok())
        }
        Value::Weekday { weekday, shift } => day(weekday_near(anchor?, weekday, shift, tense)),
        Value::DaysFrom(step) => day(anchor?.checked_add(step.days()).ok()),
        Value::Weeks(step) => {
            let monday = monday_of(anchor?)?;
            week(monday.checked_add(step.checked_mul(7)?.days()).ok()?, 7)
        }
        Value::Weekend(shift) => weekend(shift, anchor, tense),
        Value::Months(step) => Some(month_of(anchor?.first_of_month().checked_add(step.months()).ok()?)),
        Value::Centuries(step) => {
            years((i32::from(anchor?.year()) / 100 + step).checked_mul(100)?.try_into().ok()?, 100)
        }
        Value::FromTold { unit, step } => from_told(unit, step, anchor, tense),
        Value::DayOfTold(_) => None,
    }
}

/// From a day of one month to a day of another, each a month and a day; over the turn of a year where the second is less.
fn days(
    year: Option<i16>,
    from: (i8, i8),
    to: (i8, i8),
    anchor: Option<Date>,
    tense: Tense,
) -> Option<(Interval, Precision)> {
    let end = |start: Date| {
        let year = if to < from { start.year() + 1 } else { start.year() };
        Date::new(year, to.0, to.1).ok()
    };
    let start = match year {
        Some(year) => Date::new(if to < from { year.saturating_sub(1) } else { year }, from.0, from.1).ok(),
        None => yearless(anchor?, tense, |year| Date::new(year, from.0, from.1).ok()),
    }?;
    Some((Interval::between(start, end(start)?), Precision::Range))
}

/// The Saturday and Sunday that are meant.
fn weekend(shift: Shift, anchor: Option<Date>, tense: Tense) -> Option<(Interval, Precision)> {
    // The Saturday and Sunday that begin on the meant side of the anchor; a Sunday paper's weekend is its own.
    let tense = if matches!(shift, Shift::Nearest) && tense == Tense::Open { Tense::Past } else { tense };
    week(weekday_near(anchor?, Weekday::Saturday, shift, tense)?, 2)
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
            Tense::Past if ahead > 1 => WRONG_SIDE,
            Tense::Future if ahead < -1 => WRONGLY_AHEAD,
            _ => 0,
        };
        ahead.abs() + wrong
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

/// Once the day that was told is known, this counts from it as everything else does from the article's own.
fn from_told(unit: Unit, step: i32, told: Option<Date>, tense: Tense) -> Option<(Interval, Precision)> {
    let counted = match unit {
        Unit::Day => Value::DaysFrom(step),
        Unit::Week => Value::Weeks(step),
        Unit::Month => Value::Months(step),
        Unit::Year => Value::YearsFrom(step),
    };
    value(counted, told, tense)
}

fn monday_of(anchor: Date) -> Option<Date> {
    anchor.checked_sub(i32::from(anchor.weekday().to_monday_zero_offset()).days()).ok()
}

/// The day of that number in the anchor's month, or in the one before or after it as the tense says.
fn day_of_month(anchor: Date, number: i8, shift: Option<i32>, tense: Tense) -> Option<Date> {
    let in_month = |step: i32| {
        let first = anchor.first_of_month().checked_add(step.months()).ok()?;
        Date::new(first.year(), first.month(), number).ok()
    };
    if let Some(step) = shift {
        return in_month(step);
    }
    let this = in_month(0);
    match tense {
        Tense::Future if this.is_none_or(|this| this < anchor) => in_month(1),
        Tense::Past | Tense::Open if this.is_none_or(|this| this > anchor) => in_month(-1),
        _ => this,
    }
}

/// A season of the north as meteorologists count it: three whole months, winter from December on.
fn season_near(
    year: Option<i16>,
    anchor: Option<Date>,
    season: i8,
    shift: Shift,
    tense: Tense,
) -> Option<(Interval, Precision)> {
    let of = |year: i16| {
        let first = Date::new(year, 3 + season * 3, 1).ok()?;
        let last = first.checked_add(2.months()).ok()?.last_of_month();
        Some((Interval { from: first, to: last }, Precision::Quarter))
    };
    if let Some(year) = year {
        return of(year);
    }
    let anchor = anchor?;
    let (before, this) = (of(anchor.year().checked_sub(1)?)?, of(anchor.year())?);
    let after = of(anchor.year().checked_add(1)?)?;
    let seasons = [before, this, after];
    match (shift, tense) {
        (Shift::Last, _) => seasons.into_iter().rev().find(|(interval, _)| interval.to < anchor),
        (Shift::Next, _) | (Shift::Nearest, Tense::Future) => {
            let of_now = |interval: &Interval| shift == Shift::Nearest && interval.holds(anchor);
            seasons.into_iter().find(|(interval, _)| interval.from > anchor || of_now(interval))
        }
        (Shift::Nearest, _) => seasons.into_iter().rev().find(|(interval, _)| interval.from <= anchor),
    }
}

/// A part of a month, year, decade or week.
fn stretch(of: Period, part: Stretch, anchor: Option<Date>, tense: Tense) -> Option<(Interval, Precision)> {
    let whole = match of {
        Period::Month { year, month } => Value::Month { year, month, shift: Shift::Nearest },
        Period::Years { first, count } => Value::Years { first, count },
        Period::From { unit: Unit::Year, step } => Value::YearsFrom(step),
        Period::From { unit: Unit::Month, step } => Value::Months(step),
        Period::From { unit: Unit::Week | Unit::Day, step } => Value::Weeks(step),
    };
    let (whole, precision) = value(whole, anchor, tense)?;
    let day = |number: i8| Date::new(whole.from.year(), whole.from.month(), number).ok();
    let months = |from: i8, to: i8| {
        let first = Date::new(whole.from.year(), from, 1).ok()?;
        Some((first, Date::new(whole.from.year(), to, 1).ok()?.last_of_month()))
    };
    let years = |from: i16, to: i16| {
        let first = Date::new(whole.from.year() + from, 1, 1).ok()?;
        Some((first, Date::new(whole.from.year() + to, 12, 31).ok()?))
    };
    let days =
        |from: i32, to: i32| Some((whole.from.checked_add(from.days()).ok()?, whole.from.checked_add(to.days()).ok()?));
    let long = whole.days();
    let (from, to) = match (precision, part) {
        (Precision::Week, Stretch::Start | Stretch::Early) => days(0, 2),
        (Precision::Week, Stretch::Middle) => days(1, 3),
        (Precision::Week, Stretch::End | Stretch::Late) => days(4, 6),
        (Precision::Month, Stretch::Start) => Some((whole.from, day(10)?)),
        (Precision::Month, Stretch::Early | Stretch::FirstHalf) => Some((whole.from, day(15)?)),
        (Precision::Month, Stretch::Middle) => Some((day(10)?, day(20)?)),
        (Precision::Month, Stretch::Late) => Some((day(15)?, whole.to)),
        (Precision::Month, Stretch::SecondHalf) => Some((day(16)?, whole.to)),
        (Precision::Month, Stretch::End) => Some((whole.to.checked_sub(9.days()).ok()?, whole.to)),
        (Precision::Year, Stretch::Start | Stretch::Early) if long > 36_500 => years(0, 32),
        (Precision::Year, Stretch::Middle) if long > 36_500 => years(33, 65),
        (Precision::Year, Stretch::End | Stretch::Late) if long > 36_500 => years(66, 99),
        (Precision::Year, Stretch::FirstHalf) if long > 36_500 => years(0, 49),
        (Precision::Year, Stretch::SecondHalf) if long > 36_500 => years(50, 99),
        (Precision::Year, Stretch::Start | Stretch::Early) if long > 366 => years(0, 3),
        (Precision::Year, Stretch::Middle) if long > 366 => years(4, 6),
        (Precision::Year, Stretch::End | Stretch::Late) if long > 366 => years(7, 9),
        (Precision::Year, Stretch::FirstHalf) if long > 366 => years(0, 4),
        (Precision::Year, Stretch::SecondHalf) if long > 366 => years(5, 9),
        (Precision::Year, Stretch::Start) => months(1, 1),
        (Precision::Year, Stretch::Early) => months(1, 4),
        (Precision::Year, Stretch::Middle) => months(5, 8),
        (Precision::Year, Stretch::Late) => months(9, 12),
        (Precision::Year, Stretch::End) => months(12, 12),
        (Precision::Year, Stretch::FirstHalf) => months(1, 6),
        (Precision::Year, Stretch::SecondHalf) => months(7, 12),
        _ => None,
    }?;
    let precision = if long > 366 { Precision::Year } else { Precision::Range };
    Some((Interval { from, to }, precision))
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
