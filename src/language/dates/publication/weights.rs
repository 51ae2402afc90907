//! How well a day fits what a story says, as logarithms of likelihood ratios.
//!
//! **In:** the story's weekdays, stated years, dates and office-holders. **Out:** a score for any day. **Why:** no
//! single clue settles a year, several together mostly do. The figures are estimates of how news is written (a lead
//! names the day of what happened today or yesterday), rounded; none was fitted to a corpus.

use jiff::civil::{Date, Weekday};

use super::{Evidence, FIRST_YEAR, LAST_YEAR, beside};
use crate::article::BlockKind;
use crate::language::calendar::{Interval, days_between};
use crate::language::dates::expressions::{Period, Shift, Value};
use crate::language::dates::resolve::value;
use crate::language::dates::tense::{Tense, date_tense};
use crate::language::facts::Person;
use crate::language::line::Line;
use crate::language::spelling::key;
use crate::language::types::{Form, NameKind, TokenKind};

/// What a story tells about its own day.
pub(super) struct Clues {
    /// Weekdays with their tense, and whether the lead names them; each but once.
    weekdays: Vec<(Weekday, Tense, bool)>,
    /// Weekends told as past.
    weekends: usize,
    /// Weekday of the header, where it stands alone: `THE WORLD, Sunday`.
    header: Option<Weekday>,
    /// Stated days with their tense, where the year is told.
    days: Vec<(Interval, Tense)>,
    /// Full dates in the furniture of the page, such as a wire's time stamp at the foot.
    stamps: Vec<Date>,
    /// Yearless days with tense and weekday, if any stands beside them.
    yearless: Vec<(Value, Tense, Option<Weekday>)>,
    /// The latest year told as past or present, and whether with a month or day.
    latest: Option<(i16, bool)>,
    /// The earliest year of a month or day told as to come.
    soonest: Option<i16>,
    /// People whom the tables know in an office, each with those who may be meant by the same name, and how they are
    /// named.
    holders: Vec<(Vec<&'static Person>, Titled)>,
    /// A comment: written the day after at the earliest.
    opinion: bool,
}

/// How a story names an office-holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Titled {
    /// With an office: `President Obama`; the offices that the title may mean.
    As(&'static [&'static str]),
    /// As one who held it: `former President Obama`.
    Former,
    /// By name alone.
    Bare,
}

/// More dates than this say nothing new.
const ENOUGH_DAYS: usize = 40;
/// How often news of a day names the weekday of today, yesterday and so on: in the lead, and further down.
const LEAD: [f64; 7] = [0.55, 0.28, 0.06, 0.04, 0.03, 0.02, 0.02];
const BODY: [f64; 7] = [0.28, 0.24, 0.15, 0.11, 0.09, 0.07, 0.06];
/// The same ahead: today, tomorrow and so on.
const AHEAD: [f64; 7] = [0.14, 0.24, 0.18, 0.14, 0.12, 0.1, 0.08];
/// A comment is not printed on the day itself.
const COMMENT: [f64; 7] = [0.05, 0.45, 0.2, 0.12, 0.08, 0.05, 0.05];
/// Labels of opinion pieces, which stand alone in a line.
const OPINION: &[&str] = &["editorial", "opinion", "comment", "commentary", "leader", "column", "op-ed", "analysis"];

impl Clues {
    pub(super) fn of(evidence: &Evidence<'_>) -> Self {
        let mut clues = Self {
            weekdays: Vec::new(),
            weekends: 0,
            header: None,
            days: Vec::new(),
            stamps: Vec::new(),
            yearless: Vec::new(),
            latest: None,
            soonest: None,
            holders: holders(evidence),
            opinion: evidence.lines.iter().take(6).any(|line| line.len() <= 2 && line.is(0, OPINION)),
        };
        // A dateline that ends with a stop is a sentence by itself.
        let opening = evidence.article.dateline.map_or(0, |dateline| dateline.span.end());
        let lead = evidence
            .lines
            .iter()
            .position(|line| evidence.kind(line) == Some(BlockKind::Paragraph) && line.whole().span.end() > opening);
        for (number, expression) in evidence.found {
            let Some(line) = evidence.lines.get(*number) else { continue };
            let dating = evidence.dates_the_article(line, expression).is_some();
            let tense = date_tense(line, &expression.tokens, evidence.kind(line) != Some(BlockKind::Heading));
            match expression.value {
                Value::Weekday { weekday, .. } if dating || is_headline_day(line, expression.tokens.start) => {
                    clues.header = clues.header.or(Some(weekday));
                }
                _ if dating => {}
                Value::Day { year: Some(year), month, day } if evidence.kind(line) == Some(BlockKind::Chrome) => {
                    clues.stamps.extend(Date::new(year, month, day));
                }
                Value::Weekday { weekday, shift: Shift::Nearest } if evidence.is_story(line) => {
                    let clue = (weekday, tense, lead.is_some_and(|lead| *number <= lead));
                    if !clues.weekdays.iter().any(|other| (other.0, other.1) == (clue.0, clue.1)) {
                        clues.weekdays.push(clue);
                    }
                }
                Value::Weekend(Shift::Nearest) if evidence.is_story(line) && tense != Tense::Future => {
                    clues.weekends = 1;
                }
                Value::Day { year: None, .. } if evidence.is_story(line) && clues.yearless.len() < ENOUGH_DAYS => {
                    clues.yearless.push((expression.value, tense, beside(line, expression)));
                }
                told => clues.year(evidence, line, told, tense),
            }
        }
        clues
    }

    /// Notes a stated year.
    fn year(&mut self, evidence: &Evidence<'_>, line: &Line<'_>, told: Value, tense: Tense) {
        let counts = evidence.kind(line).is_some_and(|kind| kind.is_story() || kind == BlockKind::Caption);
        let year = match told {
            Value::Day { year, .. }
            | Value::Days { year, .. }
            | Value::Month { year, .. }
            | Value::Stretch { of: Period::Month { year, .. }, .. } => year,
            Value::Years { first, count: 1 } => Some(first),
            _ => None,
        };
        let Some(year) = year.filter(|_| counts) else { return };
        let is_dated = !matches!(told, Value::Years { .. });
        if tense != Tense::Future {
            self.latest = self.latest.max(Some((year, is_dated)));
        } else if is_dated {
            self.soonest = Some(self.soonest.map_or(year, |soonest| soonest.min(year)));
        }
        let counts = is_dated && self.days.len() < ENOUGH_DAYS;
        if let (true, Some((interval, _))) = (counts, value(told, None, tense)) {
            self.days.push((interval, tense));
        }
    }

    /// The latest year that the story states as past or present.
    pub(super) fn latest_year(&self) -> Option<i16> {
        self.latest.map(|(year, _)| year)
    }

    /// How well `day` fits everything; `None` where it cannot be. Within one month the year needs no weighing.
    pub(super) fn score(&self, day: Date, month: bool) -> Option<f64> {
        let stamped = self.stamps.iter().any(|stamp| days_between(*stamp, day).abs() <= 2);
        let mut score = self.fit_of_weekdays(day) + self.fit_of_days(day) + if stamped { 3.0 } else { 0.0 };
        if !month {
            score += self.fit_of_year(day.year())? + self.fit_of_terms(day);
        }
        Some(score)
    }

    /// The same without the year, between `bounds`.
    pub(super) fn fit_near(&self, day: Date, bounds: (Option<Date>, Option<Date>)) -> Option<f64> {
        let outside = bounds.0.is_some_and(|from| day < from) || bounds.1.is_some_and(|to| day > to);
        (!outside).then(|| self.fit_of_weekdays(day))
    }

    /// The last day told as past and the first told as to come, as seen from `near`.
    pub(super) fn bounds(&self, near: Date) -> (Option<Date>, Option<Date>) {
        let (mut from, mut to): (Option<Date>, Option<Date>) = (None, None);
        let yearless =
            self.yearless.iter().filter_map(|(told, tense, _)| Some((value(*told, Some(near), *tense)?.0, *tense)));
        for (interval, tense) in self.days.iter().copied().chain(yearless) {
            if interval.gap(Interval::day(near)) > 60 {
                continue;
            }
            match tense {
                Tense::Future => to = Some(to.map_or(interval.from, |to| to.min(interval.from))),
                Tense::Past => from = from.max(Some(interval.to)),
                Tense::Open if interval.to <= near => from = from.max(Some(interval.to)),
                Tense::Open => {}
            }
        }
        // What is told as past and as to come may be misread; the neighbour's day is then as good as any.
        if from > to && to.is_some() { (None, None) } else { (from, to) }
    }

    /// A story that dates something is mostly of that year or of the next few; one that names a bare year (`in 1986`)
    /// mostly looks back. In doubt it is of a year in which many stories are kept as files.
    fn fit_of_year(&self, year: i16) -> Option<f64> {
        let usual = match year {
            ..1990 => -1.0,
            1990..=2026 => 0.0,
            2027.. => -1.5,
        };
        let usual = usual + self.fit_of_plans(year);
        let Some((stated, dated)) = self.latest else { return Some(usual) };
        let since = year.checked_sub(stated).filter(|since| *since >= 0)?;
        let even = 0.3 / f64::from((LAST_YEAR - FIRST_YEAR.max(stated)).max(1));
        let share = match (dated, since) {
            (true, _) => 0.7 * 0.5_f64.powi(i32::from(since) + 1),
            (false, 0) => 0.06,
            (false, _) => 0.64 * 0.2 * 0.8_f64.powi(i32::from(since) - 1),
        };
        Some(usual + (share + even).ln())
    }

    /// What is dated ahead (`will be held in May 2021`) is mostly of the story's own year or of the next one. A plan that is
    /// told of later, or a misread tense, leaves a little for every other year.
    fn fit_of_plans(&self, year: i16) -> f64 {
        let Some(soonest) = self.soonest else { return 0.0 };
        match soonest.saturating_sub(year) {
            0 => 0.0,
            1 => -0.7,
            2 => -2.5,
            3.. => -6.0,
            ..0 => -4.0,
        }
    }

    /// News names the weekday of what happened today or yesterday; the further off a weekday lies, the less it fits.
    pub(super) fn fit_of_weekdays(&self, day: Date) -> f64 {
        let at = |table: &[f64; 7], days: i8| {
            usize::try_from(days).ok().and_then(|days| table.get(days)).map_or(0.0, |share| (share * 7.0).ln())
        };
        let fit = |(weekday, tense, lead): &(Weekday, Tense, bool)| {
            let (back, ahead) = (day.weekday().since(*weekday), day.weekday().until(*weekday));
            let past = match (self.opinion, lead) {
                (true, _) => &COMMENT,
                (false, true) => &LEAD,
                (false, false) => &BODY,
            };
            match tense {
                Tense::Past => at(past, back),
                Tense::Future => at(&AHEAD, ahead),
                Tense::Open => at(&BODY, back).max(at(&AHEAD, ahead)) / 2.0,
            }
        };
        // The same day told again is no new evidence, and a misread tense must not outweigh all else.
        let weekdays = self.weekdays.iter().map(fit).sum::<f64>().clamp(-6.0, 6.0);
        // "At the weekend" is said on its Sunday and on the Monday and Tuesday after it.
        let weekend = match (self.weekends, day.weekday()) {
            (0, _) => 0.0,
            (_, Weekday::Sunday | Weekday::Monday) => 0.8,
            (_, Weekday::Tuesday | Weekday::Wednesday) => 0.2,
            _ => -0.5,
        };
        let header = self.header.map_or(0.0, |weekday| if weekday == day.weekday() { 2.0 } else { -3.0 });
        weekdays + weekend + header
    }

    /// Nothing past lies ahead, nothing to come lies behind, and a weekday beside a date is its own.
    fn fit_of_days(&self, day: Date) -> f64 {
        let side = |interval: &Interval, tense: Tense| match tense {
            Tense::Past if interval.from > day => -2.5,
            Tense::Future if interval.to < day => -1.5,
            Tense::Past | Tense::Future if interval.gap(Interval::day(day)) <= 31 => 0.7,
            _ => 0.0,
        };
        let stated: f64 = self.days.iter().map(|(interval, tense)| side(interval, *tense)).sum();
        let beside = self.yearless.iter().filter_map(|(told, tense, weekday)| {
            let (interval, _) = value(*told, Some(day), *tense)?;
            let agrees = interval.from.weekday() == (*weekday)?;
            Some(if agrees { 1.5 } else { -2.0 })
        });
        stated.clamp(-5.0, 2.0) + beside.sum::<f64>().clamp(-4.0, 4.0)
    }

    /// Office-holders are named by their office mostly while they hold it, and never before.
    pub(super) fn fit_of_terms(&self, day: Date) -> f64 {
        let fit = |(people, titled): &(Vec<&'static Person>, Titled)| {
            people.iter().map(|person| fit_of_person(person, *titled, day)).fold(f64::NEG_INFINITY, f64::max)
        };
        self.holders.iter().map(fit).sum()
    }
}

/// How well a story of `day` names `person` in this way.
fn fit_of_person(person: &Person, titled: Titled, day: Date) -> f64 {
    let meant = |office: &str| match titled {
        Titled::As(offices) => offices.contains(&office),
        Titled::Former | Titled::Bare => true,
    };
    let terms = || person.terms.iter().filter(|term| meant(term.office));
    let Some(first) = terms().map(|term| term.from).min() else { return -0.8 };
    let holds = terms().any(|term| term.holds(day));
    // Elected, not yet sworn in.
    let soon = days_between(day, first) <= 90;
    match titled {
        Titled::Former if holds => -1.5,
        Titled::Former if day < first => -4.0,
        Titled::Former => 0.0,
        _ if holds => 0.0,
        Titled::As(_) if day < first && !soon => -4.0,
        Titled::As(_) => -2.5,
        Titled::Bare if day < first => -1.2,
        Titled::Bare => -1.5,
    }
}

/// `THE WORLD, Sunday — A visit`: the weekday before the dash that opens a headline.
fn is_headline_day(line: &Line<'_>, at: usize) -> bool {
    at <= 6 && line.is(at + 1, &["—", "–"]) && line.is(at.saturating_sub(1), &[",", "|"]) && line.is_capitalised(0)
}

/// The people named in the story whom the tables know in an office.
fn holders(evidence: &Evidence<'_>) -> Vec<(Vec<&'static Person>, Titled)> {
    let people = evidence.names.iter().filter(|name| name.kind == NameKind::Person);
    let known = people.filter_map(|name| {
        let person = evidence.facts.person(&name.id).filter(|person| !person.terms.is_empty())?;
        let mut titles = name.mentions.iter().filter(|mention| mention.form == Form::Name).take(4).map(|mention| {
            let start = mention.passage.start_key();
            let after = evidence.lines.partition_point(|line| line.whole().start_key() <= start);
            let line = after.checked_sub(1).and_then(|number| evidence.lines.get(number));
            line.map_or(Titled::Bare, |line| title(line, line.positions(mention.passage).start))
        });
        Some((namesakes(evidence, person), titles.find(|titled| *titled != Titled::Bare).unwrap_or(Titled::Bare)))
    });
    known.collect()
}

/// Those whom the same given name and surname may mean: of two presidents George Bush the day decides, not they the
/// day.
fn namesakes(evidence: &Evidence<'_>, person: &'static Person) -> Vec<&'static Person> {
    let given = |person: &Person| person.name.split(' ').next();
    let surname = person.surnames.first().map(|surname| key(surname)).unwrap_or_default();
    let others =
        evidence.facts.people_called(&surname).filter(|other| other.id != person.id && given(other) == given(person));
    std::iter::once(person).chain(others).collect()
}

/// The office in the words before a name.
fn title(line: &Line<'_>, at: usize) -> Titled {
    const OFFICES: [(&str, &[&str]); 11] = [
        ("prime minister", &["head-of-government"]),
        ("foreign minister", &["foreign-minister"]),
        ("secretary of state", &["foreign-minister"]),
        ("minister of foreign affairs", &["foreign-minister"]),
        ("state president", &["head-of-state"]),
        ("president", &["head-of-state", "head"]),
        ("premier", &["head-of-government"]),
        ("chancellor", &["head-of-government"]),
        ("king", &["monarch", "head-of-state"]),
        ("queen", &["monarch", "head-of-state"]),
        ("pope", &["head-of-state", "head"]),
    ];
    const FORMER: &[&str] = &["former", "ex", "late", "then", "ex-president", "ousted", "deposed"];
    let from = at.saturating_sub(6);
    let office = (from..at).rev().find_map(|word| {
        // A comma between them parts an office from the name of another.
        let near = (word..at).all(|between| line.kind(between) == Some(TokenKind::Word));
        let named = |(words, _): &&(&str, &[&str])| line.reads(word, words);
        OFFICES.iter().find(named).filter(|_| near).map(|(_, offices)| (word, *offices))
    });
    let Some((word, offices)) = office else { return Titled::Bare };
    let former = (word.saturating_sub(3)..at).any(|at| line.is(at, FORMER));
    if former { Titled::Former } else { Titled::As(offices) }
}
