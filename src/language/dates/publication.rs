//! All that is stated about time in, the article's own day out.
//!
//! A saved story often does not say when it was published. Kinds of evidence are tried from the strongest to the
//! weakest: a record's field, a full date in the dateline or the page header, a dateline without a year (the year
//! comes from weekdays, explicit years and who was in office), the address or the file's name, a caption, and last
//! what a neighbouring story suggests.

use jiff::ToSpan;
use jiff::civil::Date;

use super::expressions::{Expression, Shift, Value};
use super::resolve::value;
use super::tense::{Tense, tense_at};
use crate::article::{Article, BlockKind, DateSource};
use crate::language::calendar::{Interval, days_between};
use crate::language::facts::{Facts, Person};
use crate::language::line::Line;
use crate::language::types::{Name, NameKind, Published};

/// What the solver looks at.
pub(in crate::language) struct Evidence<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its sentences.
    pub lines: &'a [Line<'a>],
    /// Its names, for who was in office.
    pub names: &'a [Name],
    /// The table of office-holders.
    pub facts: &'a Facts,
    /// Its date expressions, each with the number of its sentence.
    pub found: &'a [(usize, Expression)],
}

/// The last year that a story can be of, where nothing else bounds it.
const LAST_YEAR: i16 = 2035;
/// The first one.
const FIRST_YEAR: i16 = 1945;

/// The article's day, or `None` where nothing tells it. `assumed` is a neighbour's day.
pub(super) fn solve(evidence: &Evidence<'_>, assumed: Option<Date>) -> Option<Published> {
    let stated = |from: DateSource| evidence.article.stated_dates.iter().find(move |stated| stated.from == from);
    let by = |from: DateSource, says: &str| {
        stated(from).map(|stated| certain(stated.date, from, format!("{says} {}", stated.date)))
    };
    by(DateSource::Metadata, "the record is dated")
        .or_else(|| evidence.stated_in_full())
        .or_else(|| evidence.dateline_without_year())
        .or_else(|| by(DateSource::Url, "its address has"))
        .or_else(|| evidence.caption())
        .or_else(|| by(DateSource::File, "its file name has"))
        .or_else(|| evidence.opening_date())
        .or_else(|| evidence.between_its_dates(assumed?))
}

fn certain(date: Date, from: DateSource, reason: String) -> Published {
    Published { interval: Interval::day(date), best: date, from, reasons: vec![reason] }
}

impl Evidence<'_> {
    fn kind(&self, line: &Line<'_>) -> Option<BlockKind> {
        line.block.and_then(|block| self.article.blocks.get(block)).map(|block| block.kind)
    }

    /// Whether the expression is part of the opening or of a line that only dates the article.
    fn dates_the_article(&self, line: &Line<'_>, expression: &Expression) -> Option<DateSource> {
        let span = line.span(expression.tokens.clone());
        if self.article.dateline.is_some_and(|dateline| dateline.span.contains(span)) {
            return Some(DateSource::Dateline);
        }
        match self.kind(line)? {
            BlockKind::Dateline => Some(DateSource::Dateline),
            // A page header, not the copyright line at the foot.
            BlockKind::Chrome if span.start() * 3 <= self.article.text.len() => Some(DateSource::Text),
            _ => None,
        }
    }

    /// `date 2017-11-21` in a header, `KEMPTON PARK, Sept. 26, 1992` in a dateline.
    fn stated_in_full(&self) -> Option<Published> {
        self.found.iter().find_map(|(number, expression)| {
            let line = self.lines.get(*number)?;
            let from = self.dates_the_article(line, expression)?;
            let Value::Day { year: Some(year), month, day } = expression.value else { return None };
            let date = Date::new(year, month, day).ok()?;
            let words = line.span(expression.tokens.clone()).of(line.text);
            let place = if from == DateSource::Dateline { "its dateline" } else { "the page header" };
            Some(certain(date, from, format!("{place} says “{words}”")))
        })
    }

    /// `MOSCOW, July 6`: the year in which weekdays, stated years and terms of office agree best.
    fn dateline_without_year(&self) -> Option<Published> {
        let (words, month, day) = self.found.iter().find_map(|(number, expression)| {
            let line = self.lines.get(*number)?;
            let from = self.dates_the_article(line, expression)?;
            match expression.value {
                Value::Day { year: None, month, day } if from == DateSource::Dateline => {
                    Some((line.span(expression.tokens.clone()).of(line.text), month, day))
                }
                _ => None,
            }
        })?;
        let ranked = self.ranked_years(|year| Date::new(year, month, day).ok());
        let (best, score) = *ranked.first()?;
        // Without any evidence for one year over the others the day stays unknown.
        let bounded = score > 0.0 && ranked.get(1).is_none_or(|second| score - second.1 > 0.05);
        bounded.then(|| {
            let mut reasons = vec![format!("its dateline says “{words}”")];
            reasons.push(format!("weekdays, stated years and terms of office fit {} best", best.year()));
            Published { interval: Interval::day(best), best, from: DateSource::Dateline, reasons }
        })
    }

    /// Possible days, the one that fits best first, each with its score.
    fn ranked_years(&self, make: impl Fn(i16) -> Option<Date>) -> Vec<(Date, f64)> {
        let stated = self.latest_stated_year();
        let (weekdays, holders) = (self.past_weekdays(), self.office_holders());
        let first = stated.unwrap_or(FIRST_YEAR);
        let mut ranked: Vec<(Date, f64)> = (first..=LAST_YEAR)
            .filter_map(make)
            .map(|date| {
                // A story that states a year is mostly of that year or of the next few.
                let recency = stated.map_or(0.0, |year| 0.6 / (1.0 + f64::from(date.year() - year)));
                (date, recency + fit_of_weekdays(&weekdays, date) + fit_of_terms(&holders, date))
            })
            .collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
        ranked
    }

    /// The latest year that the story states as past or present.
    fn latest_stated_year(&self) -> Option<i16> {
        let years = self.found.iter().filter_map(|(number, expression)| {
            let year = match expression.value {
                Value::Day { year, .. } | Value::Days { year, .. } | Value::Month { year, .. } => year?,
                Value::Years { first, count: 1 } => first,
                _ => return None,
            };
            let line = self.lines.get(*number)?;
            let counts = self.kind(line).is_some_and(|kind| kind.is_story() || kind == BlockKind::Caption);
            (counts && tense_at(line, expression.tokens.start) != Tense::Future).then_some(year)
        });
        years.max()
    }

    /// The weekdays and weekends that the story tells as past.
    fn past_weekdays(&self) -> Vec<Value> {
        let past = self.found.iter().filter_map(|(number, expression)| {
            let line = self.lines.get(*number).filter(|line| self.kind(line).is_none_or(BlockKind::is_story))?;
            let counts = matches!(
                expression.value,
                Value::Weekday { shift: Shift::Nearest, .. } | Value::Weekend(Shift::Nearest)
            );
            (counts && tense_at(line, expression.tokens.start) != Tense::Future).then_some(expression.value)
        });
        past.collect()
    }

    /// The people named in the story whom the tables know in an office.
    fn office_holders(&self) -> Vec<&'static Person> {
        let people = self.names.iter().filter(|name| name.kind == NameKind::Person);
        people.filter_map(|name| self.facts.person(&name.id)).filter(|person| !person.terms.is_empty()).collect()
    }

    /// A full date under a picture: the picture is of that day, the story of that day or the next.
    fn caption(&self) -> Option<Published> {
        let dated = self.found.iter().filter_map(|(number, expression)| {
            let line = self.lines.get(*number).filter(|line| self.kind(line) == Some(BlockKind::Caption))?;
            match expression.value {
                Value::Day { year: Some(year), month, day } => {
                    Some((Date::new(year, month, day).ok()?, line.span(expression.tokens.clone()).of(line.text)))
                }
                _ => None,
            }
        });
        let (date, words) = dated.max_by_key(|(date, _)| *date)?;
        let next = date.checked_add(1.day()).ok()?;
        // An archive picture may be older than the story: the weekdays of the story must fit it.
        let weekdays = self.past_weekdays();
        let weekdays_fit = fit_of_weekdays(&weekdays, date) > 0.0 || fit_of_weekdays(&weekdays, next) > 0.0;
        let reasons = vec![format!("a picture of it is dated “{words}”")];
        let later = self.latest_stated_year().is_some_and(|year| year > date.year());
        (!later || weekdays_fit).then_some(Published {
            interval: Interval { from: date, to: next },
            best: date,
            from: DateSource::Text,
            reasons,
        })
    }

    /// A full date of something past in the first sentences of the story.
    fn opening_date(&self) -> Option<Published> {
        let latest = self.latest_stated_year();
        let opening = self.lines.iter().take_while(|line| line.block.is_none_or(|block| block < 4)).count();
        self.found.iter().filter(|(number, _)| *number < opening).find_map(|(number, expression)| {
            let line = self.lines.get(*number)?;
            let Value::Day { year: Some(year), month, day } = expression.value else { return None };
            let date = Date::new(year, month, day).ok()?;
            if tense_at(line, expression.tokens.start) == Tense::Future || latest? > year {
                return None;
            }
            let next = date.checked_add(1.day()).ok()?;
            let words = line.span(expression.tokens.clone()).of(line.text);
            let reasons = vec![format!("its opening speaks of “{words}”")];
            Some(Published { interval: Interval { from: date, to: next }, best: date, from: DateSource::Text, reasons })
        })
    }

    /// Between the last day that the story tells as past and the first that it tells as to come, near a neighbour's day.
    fn between_its_dates(&self, near: Date) -> Option<Published> {
        let (mut from, mut to): (Option<Date>, Option<Date>) = (None, None);
        for (number, expression) in self.found {
            let Some(line) = self.lines.get(*number) else { continue };
            let tense = tense_at(line, expression.tokens.start);
            let Some((interval, _)) = value(expression.value, Some(near), tense) else { continue };
            if !matches!(expression.value, Value::Day { .. } | Value::Days { .. })
                || interval.gap(Interval::day(near)) > 60
            {
                continue;
            }
            match tense {
                Tense::Future => to = Some(to.map_or(interval.from, |to: Date| to.min(interval.from))),
                Tense::Past => from = Some(from.map_or(interval.to, |from: Date| from.max(interval.to))),
                Tense::Open if interval.to <= near => {
                    from = Some(from.map_or(interval.to, |from: Date| from.max(interval.to)));
                }
                Tense::Open => {}
            }
        }
        let earliest = from.unwrap_or(near.checked_sub(7.days()).ok()?).min(near);
        let latest = to.unwrap_or(near.checked_add(7.days()).ok()?).max(near);
        let reasons = vec![format!("stories about the same meetings are of about {near}")];
        Some(Published {
            interval: Interval { from: earliest, to: latest },
            best: near,
            from: DateSource::Links,
            reasons,
        })
    }
}

/// News names the weekday of what happened today or yesterday; the further back a weekday lies, the less it fits.
fn fit_of_weekdays(weekdays: &[Value], date: Date) -> f64 {
    let fit = |weekday: &Value| match value(*weekday, Some(date), Tense::Past) {
        Some((interval, _)) => match days_between(interval.to, date) {
            ..=0 => 1.0,
            1 => 0.8,
            2 => 0.3,
            _ => 0.0,
        },
        None => 0.0,
    };
    weekdays.iter().map(fit).sum::<f64>().min(3.0)
}

/// Office-holders are named mostly while they hold office, and never before.
fn fit_of_terms(holders: &[&Person], date: Date) -> f64 {
    let fit = |person: &&Person| {
        let first = person.terms.iter().map(|term| term.from).min();
        if person.terms.iter().any(|term| term.holds(date)) {
            1.0
        } else if first.is_some_and(|first| date < first) {
            -2.0
        } else {
            -1.0
        }
    };
    holders.iter().map(fit).sum()
}
