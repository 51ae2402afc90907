//! The days of stories in, how many there are in each stretch of time out.
//!
//! **Why:** a row of small bars tells when a name was in the news; its stretches are days, months or years, whichever
//! lets the whole time stand in the columns that there are.

use jiff::civil::Date;

use crate::language::days_between;

/// How long a stretch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A day.
    Day,
    /// A week from Monday on.
    Week,
    /// So many calendar months, of which a year has a whole number.
    Months(i8),
    /// So many calendar years.
    Years(usize),
}

/// Those from which one is chosen, the shortest first; where even years are too many, several are taken together.
const UNITS: [Unit; 7] =
    [Unit::Day, Unit::Week, Unit::Months(1), Unit::Months(2), Unit::Months(3), Unit::Months(6), Unit::Years(1)];

/// Stories spread over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// How long each stretch is.
    pub unit: Unit,
    /// The first day of the first stretch.
    pub from: Date,
    /// How many stories each stretch has, in order; never empty.
    pub counts: Vec<usize>,
}

impl Course {
    /// An empty course from one day to another in at most `most` stretches (at least one is made).
    pub fn spanning(from: Date, to: Date, most: usize) -> Self {
        let (from, to) = if from <= to { (from, to) } else { (to, from) };
        let most = most.max(1);
        let years = usize::try_from(i32::from(to.year()) - i32::from(from.year())).unwrap_or(0) + 1;
        let fitting = UNITS.into_iter().find(|unit| unit.between(from, to) < most);
        let unit = fitting.unwrap_or(Unit::Years(years.div_ceil(most)));
        let from = unit.first(from);
        Self { unit, from, counts: vec![0; unit.between(from, to) + 1] }
    }

    /// Counts a story of this day; one that lies outside is left out.
    pub fn count(&mut self, day: Date) {
        if day >= self.from
            && let Some(count) = self.counts.get_mut(self.unit.between(self.from, day))
        {
            *count += 1;
        }
    }

    /// The stretches that have stories, each with its first day.
    pub fn told(&self) -> impl Iterator<Item = (Date, usize)> + '_ {
        let counts = self.counts.iter().enumerate().filter(|(_, count)| **count > 0);
        counts.filter_map(|(number, count)| Some((self.unit.after(self.from, number)?, *count)))
    }
}

impl Unit {
    /// How many stretches lie between that of `from` and that of `to`, which is not before it.
    fn between(self, from: Date, to: Date) -> usize {
        let years = i32::from(to.year()) - i32::from(from.year());
        let stretches = match self {
            Self::Day => days_between(from, to),
            Self::Week => days_between(self.first(from), to).div_euclid(7),
            Self::Months(length) => {
                let months = years * 12 + i32::from(to.month()) - i32::from(self.first(from).month());
                months / i32::from(length.max(1))
            }
            Self::Years(length) => years / i32::try_from(length.max(1)).unwrap_or(i32::MAX),
        };
        usize::try_from(stretches).unwrap_or(0)
    }

    /// The first day of the stretch that holds `day`.
    fn first(self, day: Date) -> Date {
        match self {
            Self::Day => day,
            // The first week of the calendar has no Monday.
            Self::Week => day.checked_sub(jiff::Span::new().days(day.weekday().to_monday_zero_offset())).unwrap_or(day),
            Self::Months(length) => {
                let month = (day.month() - 1) / length.max(1) * length.max(1) + 1;
                Date::new(day.year(), month, 1).unwrap_or(day)
            }
            Self::Years(_) => day.first_of_year(),
        }
    }

    /// The first day of the stretch that comes `number` stretches after the one that begins on `first`.
    fn after(self, first: Date, number: usize) -> Option<Date> {
        let number = i64::try_from(number).ok()?;
        let span = match self {
            Self::Day => jiff::Span::new().try_days(number),
            Self::Week => jiff::Span::new().try_weeks(number),
            Self::Months(length) => jiff::Span::new().try_months(number.checked_mul(i64::from(length))?),
            Self::Years(length) => jiff::Span::new().try_years(number.checked_mul(i64::try_from(length).ok()?)?),
        };
        first.checked_add(span.ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn stretches_are_as_long_as_the_columns_need() {
        let unit = |to, most| Course::spanning(date(2031, 5, 20), to, most).unit;
        assert_eq!(unit(date(2031, 5, 29), 10), Unit::Day);
        assert_eq!(unit(date(2031, 5, 30), 10), Unit::Week);
        assert_eq!(unit(date(2032, 2, 1), 10), Unit::Months(1));
        assert_eq!(unit(date(2032, 3, 1), 10), Unit::Months(2));
        assert_eq!(unit(date(2033, 6, 1), 10), Unit::Months(3));
        assert_eq!(unit(date(2035, 6, 1), 10), Unit::Months(6));
        assert_eq!(unit(date(2039, 3, 1), 10), Unit::Years(1));
        assert_eq!(unit(date(2060, 3, 1), 10), Unit::Years(3));
    }

    #[test]
    fn weeks_begin_on_monday_and_quarters_with_the_year() {
        let mut weeks = Course::spanning(date(2031, 5, 21), date(2031, 6, 20), 10);
        assert_eq!((weeks.unit, weeks.from), (Unit::Week, date(2031, 5, 19)));
        for day in [date(2031, 5, 25), date(2031, 5, 26)] {
            weeks.count(day);
        }
        assert_eq!(weeks.counts, [1, 1, 0, 0, 0]);
        let mut quarters = Course::spanning(date(2031, 5, 21), date(2033, 6, 20), 10);
        assert_eq!((quarters.unit, quarters.from), (Unit::Months(3), date(2031, 4, 1)));
        for day in [date(2031, 6, 30), date(2031, 7, 1)] {
            quarters.count(day);
        }
        assert_eq!(quarters.told().collect::<Vec<_>>(), [(date(2031, 4, 1), 1), (date(2031, 7, 1), 1)]);
    }

    #[test]
    fn stories_are_counted_in_their_stretch() {
        let mut course = Course::spanning(date(2031, 3, 20), date(2031, 12, 2), 10);
        for day in [date(2031, 3, 31), date(2031, 4, 1), date(2031, 4, 30), date(2031, 12, 2), date(2030, 1, 1)] {
            course.count(day);
        }
        assert_eq!(course.counts, [1, 2, 0, 0, 0, 0, 0, 0, 0, 1]);
        let told: Vec<_> = course.told().collect();
        assert_eq!(told, [(date(2031, 3, 1), 1), (date(2031, 4, 1), 2), (date(2031, 12, 1), 1)]);
    }

    proptest! {
        #[test]
        fn every_day_of_the_time_is_counted_once(a in -9000i16..9999, b in -9000i16..9999, month in 1i8..=12, most in 0usize..80) {
            let (from, to) = (date(a, month, 1), date(b, 13 - month, 28));
            let mut course = Course::spanning(from, to, most);
            prop_assert!(course.counts.len() <= most.max(1));
            course.count(from);
            course.count(to);
            prop_assert_eq!(course.counts.iter().sum::<usize>(), 2);
        }
    }
}
