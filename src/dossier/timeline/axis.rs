//! Days and columns in, a scale out that fits them: from days to millennia.
//!
//! **In:** the first and the last day, and how many columns there are.
//! **Out:** an [`Axis`]: which column a day falls into, and what is written where ([`Tick`]).
//! **Why:** the meetings of one week and those of a century have to fit the same line; each unit of the calendar has the
//! same number of columns, so that equal distances are equal times (months and years taken as equally long).

use jiff::Span;
use jiff::civil::{Date, date};

use crate::language::{Interval, days_between};

/// Columns that a unit has at most: further apart, the eye takes neighbours for strangers.
const WIDEST: usize = 8;

/// A Monday, from which days and weeks are counted.
const A_MONDAY: Date = date(1970, 1, 5);

/// What a column stands for at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A day.
    Day,
    /// From Monday to Sunday.
    Week,
    /// A month of the calendar.
    Month,
    /// Three of them, from January on.
    Quarter,
    /// So many years, counted from the year 0; at least one.
    Years(i16),
}

impl Unit {
    /// All of them, the finest first. The last one holds every day that the calendar can tell (the years −9999 to 9999) in two.
    const ALL: [Self; 17] = [
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Years(1),
        Self::Years(2),
        Self::Years(5),
        Self::Years(10),
        Self::Years(20),
        Self::Years(50),
        Self::Years(100),
        Self::Years(200),
        Self::Years(500),
        Self::Years(1000),
        Self::Years(2000),
        Self::Years(5000),
        Self::Years(10_000),
    ];

    /// `day`, `month`, `10 years`.
    pub fn words(self) -> String {
        match self {
            Self::Day => "day".into(),
            Self::Week => "week".into(),
            Self::Month => "month".into(),
            Self::Quarter => "quarter".into(),
            Self::Years(1) => "year".into(),
            Self::Years(years) => format!("{years} years"),
        }
    }

    /// Which of these units a day lies in; later ones have greater numbers, neighbours differ by one.
    fn number(self, day: Date) -> i64 {
        let months = i64::from(day.year()) * 12 + i64::from(day.month()) - 1;
        match self {
            Self::Day => i64::from(days_between(A_MONDAY, day)),
            Self::Week => i64::from(days_between(A_MONDAY, day)).div_euclid(7),
            Self::Month => months,
            Self::Quarter => months.div_euclid(3),
            Self::Years(years) => i64::from(day.year().div_euclid(years.max(1))),
        }
    }

    /// The first day of the unit with this number; `None` outside the calendar.
    fn first_day(self, number: i64) -> Option<Date> {
        let of_month = |number: i64| {
            let year = i16::try_from(number.div_euclid(12)).ok()?;
            Date::new(year, i8::try_from(number.rem_euclid(12) + 1).ok()?, 1).ok()
        };
        let days_on = |days: i64| A_MONDAY.checked_add(Span::new().try_days(days).ok()?).ok();
        match self {
            Self::Day => days_on(number),
            Self::Week => days_on(number.checked_mul(7)?),
            Self::Month => of_month(number),
            Self::Quarter => of_month(number.checked_mul(3)?),
            Self::Years(years) => of_month(number.checked_mul(i64::from(years))?.checked_mul(12)?),
        }
    }
}

/// A line of time, drawn in columns from 0 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    unit: Unit,
    first: i64,
    units: usize,
    pitch: usize,
    columns: usize,
}

/// Words on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where they begin.
    pub column: usize,
    /// `2017`, `Nov`, `13`; one column a character.
    pub words: String,
    /// Whether a year begins here, or the axis itself.
    pub is_major: bool,
}

impl Axis {
    /// The finest scale on which these days fit into `columns` (0 is taken for 1).
    pub fn new(days: Interval, columns: usize) -> Self {
        let columns = columns.max(1);
        let units = |unit: Unit| unit.number(days.to).saturating_sub(unit.number(days.from)).saturating_add(1);
        let fits = |unit: &Unit| usize::try_from(units(*unit)).is_ok_and(|units| units <= columns);
        let unit = Unit::ALL.into_iter().find(fits).unwrap_or(Unit::Years(10_000));
        let units = usize::try_from(units(unit)).unwrap_or(1).clamp(1, columns);
        Self { unit, first: unit.number(days.from), units, pitch: (columns / units).clamp(1, WIDEST), columns }
    }

    /// What a step on the scale stands for.
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// How many columns it takes; never more than there are.
    pub const fn columns(&self) -> usize {
        (self.units - 1) * self.pitch + 1
    }

    /// How many columns a unit takes.
    pub const fn pitch(&self) -> usize {
        self.pitch
    }

    /// The column of a day; days before the first one or after the last one are in the first or last column.
    pub fn column_of(&self, day: Date) -> usize {
        let number = usize::try_from(self.unit.number(day).saturating_sub(self.first)).unwrap_or(0);
        number.min(self.units - 1) * self.pitch
    }

    /// The first day of what stands in this column; `None` outside the axis and the calendar.
    pub fn first_day(&self, column: usize) -> Option<Date> {
        let number = column / self.pitch;
        let number = i64::try_from(number).ok().filter(|_| number < self.units)?;
        self.unit.first_day(self.first.checked_add(number)?)
    }

    /// The day after whose month and year a column is called: of a week its Thursday, for that is where most of it lies.
    pub fn called_after(&self, column: usize) -> Option<Date> {
        let first = self.first_day(column)?;
        let days = if self.unit == Unit::Week { 3 } else { 0 };
        first.checked_add(Span::new().try_days(days).ok()?).ok()
    }

    /// What is written along the axis, from left to right, with a blank column between any two: the years that begin on it,
    /// where it begins (without its year, which is to be written beside it), then months and days as far as there is room,
    /// always at even distances.
    pub fn ticks(&self) -> Vec<Tick> {
        let begins: Vec<(usize, Date)> = (0..self.units)
            .filter_map(|unit| Some((unit * self.pitch, self.called_after(unit * self.pitch)?)))
            .collect();
        let mut taken = Taken { ticks: Vec::new(), columns: self.columns };
        let new_year = |before: Date, day: Date| before.year() != day.year();
        let years = changes(&begins, new_year, |day| i64::from(day.year()));
        taken.place(&years, &[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000], "%Y", true);
        if !matches!(self.unit, Unit::Years(_)) {
            let new_month = |before: Date, day: Date| before.month() != day.month() || new_year(before, day);
            let months = changes(&begins, new_month, |day| i64::from(day.month()) - 1);
            taken.place(&months, &[1, 3, 6], "%b", false);
        }
        if let Some((_, day)) = begins.first() {
            let forms: &[&str] = match self.unit {
                Unit::Day => &["%-d %b", "%-d"],
                Unit::Week | Unit::Month | Unit::Quarter => &["%b"],
                Unit::Years(_) => &["%Y"],
            };
            let _ = forms.iter().any(|form| taken.put(0, day.strftime(form).to_string(), true));
        }
        if self.unit == Unit::Day {
            let days = changes(&begins, |_, _| true, |day| i64::from(day.day()));
            taken.place(&days, &[1, 5, 10], DAYS, false);
        }
        taken.ticks.sort_by_key(|tick| tick.column);
        taken.ticks
    }
}

/// The places where something changes, each with its number.
fn changes(
    begins: &[(usize, Date)],
    is_new: impl Fn(Date, Date) -> bool,
    number: impl Fn(Date) -> i64,
) -> Vec<(usize, i64, Date)> {
    let pairs = begins.iter().zip(begins.iter().skip(1));
    let new = pairs.filter(|((_, before), (_, day))| is_new(*before, *day));
    new.map(|(_, (column, day))| (*column, number(*day), *day)).collect()
}

/// How days are written. They may give way to the names of months among them; months and years give way to nothing.
const DAYS: &str = "%-d";

/// Words that stand on the axis already.
struct Taken {
    ticks: Vec<Tick>,
    columns: usize,
}

impl Taken {
    /// Writes those whose numbers the smallest step divides at which they do not touch each other, where nothing stands yet.
    fn place(&mut self, all: &[(usize, i64, Date)], steps: &[i64], form: &str, is_major: bool) {
        let chosen = |step: i64| all.iter().filter(move |(_, number, _)| number.rem_euclid(step) == 0);
        let words = |day: &Date| day.strftime(form).to_string();
        let fits = |step: &&i64| {
            let next = chosen(**step).skip(1);
            let apart = chosen(**step).zip(next).all(|((one, _, day), (other, ..))| one + words(day).len() < *other);
            // Where a year begins, a month does; any other that is in the way would leave a gap in an even row.
            let is_free = |column: usize, day: &Date| {
                self.ticks.iter().any(|tick| tick.column == column) || self.is_free(column, words(day).len())
            };
            apart && (form == DAYS || chosen(**step).all(|(column, _, day)| is_free(*column, day)))
        };
        let Some(step) = steps.iter().find(fits) else { return };
        for (column, _, day) in chosen(*step) {
            self.put(*column, words(day), is_major);
        }
    }

    /// Writes words where they fit; tells whether they do.
    fn put(&mut self, column: usize, words: String, is_major: bool) -> bool {
        let fits = column + words.len() <= self.columns && self.is_free(column, words.len());
        if fits {
            self.ticks.push(Tick { column, words, is_major });
        }
        fits
    }

    /// Whether so many columns from this one on touch nothing that is written already.
    fn is_free(&self, column: usize, wide: usize) -> bool {
        let end = column + wide;
        self.ticks.iter().all(|tick| end < tick.column || tick.column + tick.words.len() < column)
    }
}
