//! All that is stated about time in, the article's own day out.
//!
//! A saved story often does not say when it was published. What a reader corrects counts first. Else kinds of evidence are tried from the strongest to the
//! weakest: a record's field, a full date in the dateline or the page header, a dateline without a year (the year
//! comes from weekdays, explicit years and who was in office), the address or the file's name, a caption, a date in
//! the opening, a header that tells only the month, and last what a neighbouring story suggests. Where several days
//! remain possible they are told as well, so that a neighbouring story may choose among them.

mod besides;
mod neighbour;
mod weights;

use std::cell::OnceCell;

use jiff::civil::{Date, Weekday};

use super::expressions::{Expression, Value, named_weekday};
use crate::article::{Article, BlockKind, DateSource};
use crate::language::calendar::{Interval, days_between};
use crate::language::facts::Facts;
use crate::language::line::Line;
use crate::language::types::{DayReason, Name, Passage, Published};
use besides::PUBLISHED;
use neighbour::{among_its_days, between_its_dates};
use weights::Clues;

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
    /// What it tells about its day besides, once that was asked for.
    clues: OnceCell<Clues>,
}

impl<'a> Evidence<'a> {
    /// Everything that an article states about time.
    pub(in crate::language) const fn new(
        article: &'a Article,
        lines: &'a [Line<'a>],
        names: &'a [Name],
        facts: &'a Facts,
        found: &'a [(usize, Expression)],
    ) -> Self {
        Self { article, lines, names, facts, found, clues: OnceCell::new() }
    }
}

/// The last year that a story can be of, where nothing else bounds it.
const LAST_YEAR: i16 = 2035;
/// The first one.
const FIRST_YEAR: i16 = 1945;
/// A day is taken for the article's own from this probability on.
const ENOUGH: f64 = 0.3;
/// And only if the next likely one has no more than this share of its probability.
const CLEAR: f64 = 0.75;
/// From this probability on the day counts as known.
const SURE: f64 = 0.6;
/// Days of less than this share of the likeliest one's probability are not told as possible.
const POSSIBLE: f64 = 0.01;

/// What an article itself tells of its day. Where that leaves the day open, [`OwnDay::near`] asks a neighbour.
pub(in crate::language) struct OwnDay {
    published: Option<Published>,
    /// The days that may be its own, the likeliest first.
    possible: Vec<Date>,
    /// What a neighbour's day is held against.
    open: Open,
}

/// What is left open.
enum Open {
    /// Nothing.
    Settled,
    /// Which day of the dateline it is; the days with their probabilities.
    Among(Anchor, Vec<(Date, f64)>),
    /// Any day that fits what the story tells.
    Any(Box<Clues>),
}

/// The article's day, as far as it tells it itself.
pub(in crate::language) fn solve(evidence: Evidence<'_>) -> OwnDay {
    let article = evidence.article;
    let settled = |published: Published, possible| OwnDay { published: Some(published), possible, open: Open::Settled };
    if let Some((_, day)) = evidence.facts.corrections.day_of(&article.id, &article.title.text) {
        let reason = format!("a correction says {day}");
        return settled(certain(day, DateSource::Correction, 1.0, reason), vec![day]);
    }
    if let Some(published) = evidence.record().or_else(|| evidence.stated_in_full()) {
        let day = published.best;
        return settled(published, vec![day]);
    }
    let anchor = evidence.anchor();
    let candidates = anchor.as_ref().map(|anchor| evidence.candidates(anchor)).unwrap_or_default();
    let least = candidates.first().map_or(0.0, |(_, share)| share * POSSIBLE);
    let possible: Vec<Date> =
        candidates.iter().take_while(|(_, share)| *share >= least).map(|(date, _)| *date).collect();
    let published = anchor
        .as_ref()
        .and_then(|anchor| evidence.chosen(anchor, &candidates))
        .or_else(|| evidence.named_by(DateSource::Url, "its address has", 0.9))
        .or_else(|| evidence.line_of_its_own())
        .or_else(|| evidence.caption())
        .or_else(|| evidence.named_by(DateSource::File, "its file name has", 0.8))
        .or_else(|| evidence.opening_date());
    let is_settled = published.as_ref().is_some_and(|published| !published.is_tentative(&possible));
    let open = match anchor {
        _ if is_settled => Open::Settled,
        Some(anchor) => Open::Among(anchor, candidates),
        None => Open::Any(Box::new(evidence.into_clues())),
    };
    OwnDay { published, possible, open }
}

impl OwnDay {
    /// The article's day, if that can be told; `assumed` is a neighbour's day.
    pub(super) fn near(&self, assumed: Option<Date>) -> Option<Published> {
        match (&self.open, assumed) {
            (Open::Settled, _) => self.published.clone(),
            (Open::Among(anchor, candidates), Some(near)) => among_its_days(anchor, candidates, near),
            (Open::Any(clues), Some(near)) => between_its_dates(clues, near),
            (Open::Among(anchor, _), None) => self.published.clone().or_else(|| month_only(anchor)),
            (Open::Any(_), None) => None,
        }
    }

    /// The days that a dateline leaves open with their probabilities, the likeliest first.
    pub(in crate::language) fn shares(&self) -> &[(Date, f64)] {
        match &self.open {
            Open::Among(_, candidates) => candidates,
            Open::Settled | Open::Any(_) => &[],
        }
    }

    /// The days that may be the article's own, the likeliest first.
    pub(super) fn possible(&self) -> &[Date] {
        &self.possible
    }
}

fn certain(date: Date, from: DateSource, confidence: f64, reason: impl Into<DayReason>) -> Published {
    Published {
        interval: Interval::day(date),
        best: date,
        confidence,
        from,
        reasons: vec![reason.into()],
        neighbours: Vec::new(),
    }
}

fn passage(line: &Line<'_>, expression: &Expression) -> Passage {
    line.passage(expression.tokens.clone())
}

fn words(line: &Line<'_>, expression: &Expression) -> String {
    line.span(expression.tokens.clone()).of(line.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a dateline or header tells short of a full date: a few days, and the words that tell them.
struct Anchor {
    words: String,
    passage: Passage,
    days: Vec<Date>,
    from: DateSource,
    /// Whether the days are those of one month.
    month: bool,
}

impl Anchor {
    /// What it says, as a reason: `its dateline says “MOSCOW, July 6”`.
    fn says(&self, place: &str) -> DayReason {
        DayReason::quoting(format!("its {place} says “{}”", self.words), self.passage)
    }
}

impl Evidence<'_> {
    /// What the story tells about its day besides; found once.
    fn clues(&self) -> &Clues {
        self.clues.get_or_init(|| Clues::of(self))
    }

    fn into_clues(mut self) -> Clues {
        self.clues.take().unwrap_or_else(|| Clues::of(&self))
    }

    fn kind(&self, line: &Line<'_>) -> Option<BlockKind> {
        line.block.and_then(|block| self.article.blocks.get(block)).map(|block| block.kind)
    }

    fn is_story(&self, line: &Line<'_>) -> bool {
        self.kind(line).is_none_or(BlockKind::is_story)
    }

    /// A record's own field.
    fn record(&self) -> Option<Published> {
        self.named_by(DateSource::Metadata, "the record is dated", 1.0)
    }

    fn named_by(&self, from: DateSource, says: &str, confidence: f64) -> Option<Published> {
        let stated = self.article.stated_dates.iter().find(|stated| stated.from == from)?;
        Some(certain(stated.date, from, confidence, format!("{says} {}", stated.date)))
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

    /// The expressions of the opening and of lines that only date the article.
    fn dating(&self) -> impl Iterator<Item = (&Line<'_>, &Expression, DateSource)> {
        self.found.iter().filter_map(|(number, expression)| {
            let line = self.lines.get(*number)?;
            Some((line, expression, self.dates_the_article(line, expression)?))
        })
    }

    /// `date 2017-11-21` in a header, `KEMPTON PARK, Sept. 26, 1992` in a dateline.
    fn stated_in_full(&self) -> Option<Published> {
        self.dating().find_map(|(line, expression, from)| {
            let Value::Day { year: Some(year), month, day } = expression.value else { return None };
            let date = Date::new(year, month, day).ok()?;
            let place = if from == DateSource::Dateline { "its dateline" } else { "the page header" };
            let says = format!("{place} says “{}”", words(line, expression));
            Some(certain(date, from, 0.97, DayReason::quoting(says, passage(line, expression))))
        })
    }

    /// `MOSCOW, July 6`, `The Courier, Monday September 28`, `Weekly Mirror, No. 6, February 2006`.
    fn anchor(&self) -> Option<Anchor> {
        // `Week of 3-9 May 2010 | issued 10 May`: what a line says of its coming out counts before what it is about.
        let issued = |line: &Line<'_>, expression: &Expression| {
            expression.tokens.start.checked_sub(1).is_some_and(|before| line.is(before, PUBLISHED))
        };
        let mut yearless: Vec<_> = self
            .dating()
            .filter(|(_, expression, _)| matches!(expression.value, Value::Day { year: None, .. }))
            .collect();
        yearless.sort_by_key(|(line, expression, _)| !issued(line, expression));
        let yearless = yearless.into_iter().find_map(|(line, expression, from)| {
            let Value::Day { year: None, month, day } = expression.value else { return None };
            let weekday = beside(line, expression);
            let years = self.year_of_the_line(line).map_or(FIRST_YEAR..=LAST_YEAR, |year| year..=year);
            let days = years
                .filter_map(|year| Date::new(year, month, day).ok())
                .filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday))
                .collect();
            Some(Anchor {
                words: words(line, expression),
                passage: passage(line, expression),
                days,
                from,
                month: false,
            })
        });
        yearless.or_else(|| {
            self.dating().find_map(|(line, expression, from)| {
                let Value::Month { year: Some(year), month, .. } = expression.value else { return None };
                let days = (1..=31).filter_map(|day| Date::new(year, month, day).ok()).collect();
                Some(Anchor {
                    words: words(line, expression),
                    passage: passage(line, expression),
                    days,
                    from,
                    month: true,
                })
            })
        })
    }

    /// The year that a header tells beside a day without one: `Letter No. 12/2016, 9 June`.
    fn year_of_the_line(&self, line: &Line<'_>) -> Option<i16> {
        let issue = (0..line.len()).find_map(|at| {
            let (number, year) = line.word(at).split_once('/')?;
            let counted = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
            year.parse().ok().filter(|year| counted && year_is_likely(*year))
        });
        issue.or_else(|| {
            let of_this_line = self
                .found
                .iter()
                .filter(|(number, _)| self.lines.get(*number).is_some_and(|other| std::ptr::eq(other, line)));
            of_this_line.into_iter().find_map(|(_, expression)| match expression.value {
                Value::Days { year, .. } | Value::Month { year, .. } => year.filter(|year| year_is_likely(*year)),
                _ => None,
            })
        })
    }

    /// The anchor's days with their probabilities, the likeliest first.
    fn candidates(&self, anchor: &Anchor) -> Vec<(Date, f64)> {
        let clues = self.clues();
        let scored: Vec<(Date, f64)> =
            anchor.days.iter().filter_map(|day| Some((*day, clues.score(*day, anchor.month)?))).collect();
        shares(scored)
    }

    /// The likeliest of them, if it stands out; an address or file name that says one of them settles it.
    fn chosen(&self, anchor: &Anchor, candidates: &[(Date, f64)]) -> Option<Published> {
        let named = self.article.stated_dates.iter().find_map(|stated| {
            candidates.iter().find(|(date, _)| days_between(*date, stated.date).abs() <= 2).map(|(date, _)| *date)
        });
        let says = anchor.says("dateline");
        if let Some(date) = named {
            let has_year = DayReason::from("its address or file name has the year".to_owned());
            let reasons = vec![says.clone(), has_year];
            return Some(Published { reasons, ..certain(date, anchor.from, 0.95, says) });
        }
        let (best, share) = *candidates.first()?;
        let clear = candidates.get(1).is_none_or(|second| second.1 <= share * CLEAR);
        if share < ENOUGH || !clear || anchor.month {
            return None;
        }
        let others = candidates.iter().filter(|(_, other)| *other >= share / 4.0).map(|(date, _)| *date);
        let hull = others
            .fold(Interval::day(best), |hull, date| Interval { from: hull.from.min(date), to: hull.to.max(date) });
        let interval = if share >= SURE { Interval::day(best) } else { hull };
        let fits = format!("weekdays, stated years and terms of office fit {} best", best.year());
        Some(Published {
            interval,
            best,
            confidence: share,
            from: anchor.from,
            reasons: vec![says, fits.into()],
            neighbours: Vec::new(),
        })
    }
}

/// Whether a story can be of that year.
fn year_is_likely(year: i16) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&year)
}

/// A header that tells only the month: the middle of it is the nearest to all its days.
fn month_only(anchor: &Anchor) -> Option<Published> {
    let (from, to) = (*anchor.days.first()?, *anchor.days.last()?);
    let best = *anchor.days.get(anchor.days.len() / 2)?;
    let reasons = vec![anchor.says("header")];
    anchor.month.then_some(Published {
        interval: Interval { from, to },
        best,
        confidence: 1.0 / 30.0,
        from: anchor.from,
        reasons,
        neighbours: Vec::new(),
    })
}

/// Scores (logarithms) as probabilities, the greatest first; of equals the later day.
fn shares(mut scored: Vec<(Date, f64)>) -> Vec<(Date, f64)> {
    let most = scored.iter().map(|(_, score)| *score).fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = scored.iter().map(|(_, score)| (score - most).exp()).sum();
    for (_, score) in &mut scored {
        *score = (*score - most).exp() / sum;
    }
    scored.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
    scored
}

/// The weekday that stands right before or after a date: `Monday September 28`, `Monday, 28 September`, `May 3 (Friday)`.
fn beside(line: &Line<'_>, expression: &Expression) -> Option<Weekday> {
    let start = expression.tokens.start;
    let before = (1..=2).find_map(|back| {
        let at = start.checked_sub(back)?;
        let between = back == 1 || line.is(start - 1, &[",", "the"]);
        named_weekday(line, at).filter(|_| between)
    });
    before.or_else(|| {
        let end = expression.tokens.end;
        let bracket = usize::from(line.is(end, &["(", ","]));
        named_weekday(line, end + bracket)
    })
}
