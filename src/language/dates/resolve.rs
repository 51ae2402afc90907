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
const MOST_DAYS_OF_A_YEAR: i32 = 366;
const MOST_DAYS_OF_A_DECADE: i32 = 36_500;

/// The calendar value of an expression told with `tense` on the day `anchor`; `None` where that day is needed and unknown.
pub(super) fn value(value: Value, anchor: Option<Date>, tense: Tense) -> Option<(Interval, Precision)> {
    match value {
        Value::Day { year: Some(year), month, day } => Some(day_of(Date::new(year, month, day).ok()?)),
        Value::Days { year, from, to } => days(year, from, to, anchor, tense),
        Value::Month { year: Some(year), month, .. } => Some(month_of(Date::new(year, month, 1).ok()?)),
        Value::Years { first, count } => years(first, count),
        Value::Quarter { year, quarter } => {
            quarter_of(Date::new(year.or(anchor.map(Date::year))?, quarter * 3 - 2, 1).ok()?)
        }
        Value::Season { year, season, shift } => season_near(year, anchor, season, shift, tense),
        Value::Stretch { of, part } => stretch(of, part, anchor, tense),
        Value::WeekdayOfMonth { weekday, number, of } => {
            let (month, _) = whole(of, anchor, tense)?;
            Some(day_of(month.from.nth_weekday_of_month(number, weekday).ok()?))
        }
        other => from_anchor(other, anchor?, tense),
    }
}

/// The value of an expression that counts from a day.
fn from_anchor(value: Value, anchor: Date, tense: Tense) -> Option<(Interval, Precision)> {
    let day = |date: Option<Date>| date.map(day_of);
    match value {
        Value::Day { month, day: number, .. } => {
            day(yearless(anchor, tense, |year| Date::new(year, month, number).ok()))
        }
        Value::InYear { month, day: number, step } => {
            let year = anchor.year().checked_add(i16::try_from(step).ok()?)?;
            match number {
                Some(number) => day(Date::new(year, month, number).ok()),
                None => Some(month_of(Date::new(year, month, 1).ok()?)),
            }
        }
        Value::DayOfMonth { day: number, shift } => day(day_of_month(anchor, number, shift, tense)),
        Value::Month { month, shift, .. } => Some(month_of(named_month(anchor, month, shift, tense)?)),
        Value::YearsFrom(step) => years(anchor.year().checked_add(i16::try_from(step).ok()?)?, 1),
        Value::Weekdays { from, to } => {
            let from = weekday_near(anchor, from, Shift::Nearest, tense)?;
            let to = from.checked_add(i32::from(from.weekday().until(to)).days()).ok()?;
            Some((Interval { from, to }, Precision::Range))
        }
        Value::WeekdayOf { weekday, week } => {
            let monday = monday_of(anchor)?.checked_add((week * 7).days()).ok()?;
            day(monday.checked_add(i32::from(weekday.to_monday_zero_offset()).days()).ok())
        }
        Value::Weekday { weekday, shift } => day(weekday_near(anchor, weekday, shift, tense)),
        Value::DaysFrom(step) => day(anchor.checked_add(step.days()).ok()),
        Value::Weeks(step) => week(monday_of(anchor)?.checked_add(step.checked_mul(7)?.days()).ok()?, 7),
        Value::Weekend(shift) => weekend(shift, anchor, tense),
        Value::Months(step) => Some(month_of(anchor.first_of_month().checked_add(step.months()).ok()?)),
        Value::Centuries(step) => {
            years((i32::from(anchor.year()) / 100 + step).checked_mul(100)?.try_into().ok()?, 100)
        }
        Value::FromTold { unit, step } => from_told(unit, step, anchor, tense),
        Value::Days { .. }
        | Value::Years { .. }
        | Value::Quarter { .. }
        | Value::Season { .. }
        | Value::Stretch { .. }
        | Value::WeekdayOfMonth { .. }
        | Value::DayOfTold(_) => None,
    }
}

fn day_of(date: Date) -> (Interval, Precision) {
    (Interval::day(date), Precision::Day)
}

/// The three months from `first` on.
fn quarter_of(first: Date) -> Option<(Interval, Precision)> {
    let last = first.checked_add(2.months()).ok()?.last_of_month();
    Some((Interval { from: first, to: last }, Precision::Quarter))
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
fn weekend(shift: Shift, anchor: Date, tense: Tense) -> Option<(Interval, Precision)> {
    // The Saturday and Sunday that begin on the meant side of the anchor; a Sunday paper's weekend is its own.
    let tense = if matches!(shift, Shift::Nearest) && tense == Tense::Open { Tense::Past } else { tense };
    week(weekday_near(anchor, Weekday::Saturday, shift, tense)?, 2)
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
fn from_told(unit: Unit, step: i32, told: Date, tense: Tense) -> Option<(Interval, Precision)> {
    let counted = match unit {
        Unit::Day => Value::DaysFrom(step),
        Unit::Week => Value::Weeks(step),
        Unit::Month => Value::Months(step),
        Unit::Year => Value::YearsFrom(step),
    };
    from_anchor(counted, told, tense)
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
    let of = |year: i16| quarter_of(Date::new(year, 3 + season * 3, 1).ok()?);
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

/// What a part is part of.
fn whole(of: Period, anchor: Option<Date>, tense: Tense) -> Option<(Interval, Precision)> {
    let whole = match of {
        Period::Month { year, month } => Value::Month { year, month, shift: Shift::Nearest },
        Period::Years { first, count } => Value::Years { first, count },
        Period::From { unit: Unit::Year, step } => Value::YearsFrom(step),
        Period::From { unit: Unit::Month, step } => Value::Months(step),
        Period::From { unit: Unit::Week | Unit::Day, step } => Value::Weeks(step),
    };
    value(whole, anchor, tense)
}

/// A part of a month, year, decade or week.
fn stretch(of: Period, part: Stretch, anchor: Option<Date>, tense: Tense) -> Option<(Interval, Precision)> {
    let (whole, precision) = whole(of, anchor, tense)?;
    let (from, to) = match precision {
        Precision::Week => part_of_week(whole, part),
        Precision::Month => part_of_month(whole, part),
        Precision::Year if whole.days() > MOST_DAYS_OF_A_DECADE => part_of_years(whole, part, [33, 66, 100]),
        Precision::Year if whole.days() > MOST_DAYS_OF_A_YEAR => part_of_years(whole, part, [4, 7, 10]),
        Precision::Year => part_of_year(whole, part),
        _ => None,
    }?;
    let precision = if whole.days() > MOST_DAYS_OF_A_YEAR { Precision::Year } else { Precision::Range };
    Some((Interval { from, to }, precision))
}

fn part_of_week(week: Interval, part: Stretch) -> Option<(Date, Date)> {
    let (from, to): (i32, i32) = match part {
        Stretch::Start | Stretch::Early => (0, 2),
        Stretch::Middle => (1, 3),
        Stretch::End | Stretch::Late => (4, 6),
        Stretch::FirstHalf | Stretch::SecondHalf => return None,
    };
    Some((week.from.checked_add(from.days()).ok()?, week.from.checked_add(to.days()).ok()?))
}

fn part_of_month(month: Interval, part: Stretch) -> Option<(Date, Date)> {
    let day = |number: i8| Date::new(month.from.year(), month.from.month(), number).ok();
    Some(match part {
        Stretch::Start => (month.from, day(10)?),
        Stretch::Early | Stretch::FirstHalf => (month.from, day(15)?),
        Stretch::Middle => (day(10)?, day(20)?),
        Stretch::Late => (day(15)?, month.to),
        Stretch::SecondHalf => (day(16)?, month.to),
        Stretch::End => (month.to.checked_sub(9.days()).ok()?, month.to),
    })
}

fn part_of_year(year: Interval, part: Stretch) -> Option<(Date, Date)> {
    let (from, to) = match part {
        Stretch::Start => (1, 1),
        Stretch::Early => (1, 4),
        Stretch::Middle => (5, 8),
        Stretch::Late => (9, 12),
        Stretch::End => (12, 12),
        Stretch::FirstHalf => (1, 6),
        Stretch::SecondHalf => (7, 12),
    };
    let first = Date::new(year.from.year(), from, 1).ok()?;
    Some((first, Date::new(year.from.year(), to, 1).ok()?.last_of_month()))
}

/// A part of a decade or a century, of which the middle begins, the end begins and all ends after so many years.
fn part_of_years(whole: Interval, part: Stretch, [middle, end, all]: [i16; 3]) -> Option<(Date, Date)> {
    let (from, until) = match part {
        Stretch::Start | Stretch::Early => (0, middle),
        Stretch::Middle => (middle, end),
        Stretch::End | Stretch::Late => (end, all),
        Stretch::FirstHalf => (0, all / 2),
        Stretch::SecondHalf => (all / 2, all),
    };
    let year = |step: i16| whole.from.year().checked_add(step);
    Some((Date::new(year(from)?, 1, 1).ok()?, Date::new(year(until - 1)?, 12, 31).ok()?))
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
