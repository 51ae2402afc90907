//! Days that stand beside the story, each told in full: under a picture, in a line below, in the opening.
//!
//! **In:** the evidence of one article. **Out:** the day that a place beside the story tells, less sure than a
//! dateline. **Why:** a page that was saved without its header still says somewhere when it came out.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Evidence, certain, passage, words};
use crate::article::{BlockKind, DateSource};
use crate::language::calendar::Interval;
use crate::language::dates::expressions::{Expression, Value, named_weekday};
use crate::language::dates::tense::{Tense, tense_at};
use crate::language::line::Line;
use crate::language::types::{DayReason, Published, TokenKind};

/// Words with which a line below a story tells when it came out. Not `modified` or `printed`, which may be years later.
pub(super) const PUBLISHED: &[&str] =
    &["posted", "published", "released", "issued", "first", "on", "at", "online", "in", "print"];

impl Evidence<'_> {
    /// A full date under a picture: the picture is of that day, the story of that day or the next.
    pub(super) fn caption(&self) -> Option<Published> {
        let dated = self.found.iter().filter_map(|(number, expression)| {
            let line = self.lines.get(*number).filter(|line| self.kind(line) == Some(BlockKind::Caption))?;
            match expression.value {
                Value::Day { year: Some(year), month, day } => {
                    Some((Date::new(year, month, day).ok()?, (line, expression)))
                }
                _ => None,
            }
        });
        let (date, (line, expression)) = dated.max_by_key(|(date, _)| *date)?;
        let next = date.checked_add(1.day()).ok()?;
        // An archive picture may be older than the story: the weekdays of the story must fit it.
        let clues = self.clues();
        let fits = clues.fit_of_weekdays(date).max(clues.fit_of_weekdays(next)) > 0.0;
        let later = clues.latest_year().is_some_and(|year| year > date.year());
        (!later || fits).then(|| Published {
            interval: Interval { from: date, to: next },
            best: date,
            confidence: if fits { 0.7 } else { 0.5 },
            from: DateSource::Text,
            reasons: vec![said("a picture of it is dated", line, expression)],
            neighbours: Vec::new(),
        })
    }

    /// `21.06.2018` alone, `Posted Sept. 13, 2018` or `Kolm, 21 June 2013` in a line below the story.
    pub(super) fn line_of_its_own(&self) -> Option<Published> {
        let is_sign = |line: &Line<'_>, expression: &Expression| {
            self.kind(line) == Some(BlockKind::Chrome)
                && (0..line.len()).all(|at| {
                    expression.tokens.contains(&at)
                        || line.kind(at) == Some(TokenKind::Mark)
                        || line.is(at, PUBLISHED)
                        || is_hour(line.word(at))
                        || named_weekday(line, at).is_some()
                        || at < expression.tokens.start && is_place_before(line, expression)
                })
        };
        self.found.iter().find_map(|(number, expression)| {
            let line = self.lines.get(*number)?;
            let Value::Day { year: Some(year), month, day } = expression.value else { return None };
            let date = Date::new(year, month, day).ok().filter(|_| is_sign(line, expression))?;
            let reason = said("a line of its own says", line, expression);
            Some(certain(date, DateSource::Text, 0.8, reason))
        })
    }

    /// A full date of something past in the first sentences of the story.
    pub(super) fn opening_date(&self) -> Option<Published> {
        let latest = self.clues().latest_year()?;
        let opening = self.lines.iter().take_while(|line| line.block.is_none_or(|block| block < 4)).count();
        self.found.iter().filter(|(number, _)| *number < opening).find_map(|(number, expression)| {
            let line = self.lines.get(*number)?;
            let Value::Day { year: Some(year), month, day } = expression.value else { return None };
            let date = Date::new(year, month, day).ok()?;
            if tense_at(line, expression.tokens.start) == Tense::Future || latest > year {
                return None;
            }
            let next = date.checked_add(1.day()).ok()?;
            let reasons = vec![said("its opening speaks of", line, expression)];
            let (interval, neighbours) = (Interval { from: date, to: next }, Vec::new());
            Some(Published { interval, best: date, confidence: 0.5, from: DateSource::Text, reasons, neighbours })
        })
    }
}

/// `its opening speaks of “21 June 2013”`, with the place of these words.
fn said(says: &str, line: &Line<'_>, expression: &Expression) -> DayReason {
    DayReason::quoting(format!("{says} “{}”", words(line, expression)), passage(line, expression))
}

/// `09:45`, and the zone behind it.
fn is_hour(word: &str) -> bool {
    let is_clock = word.contains(':') && word.bytes().all(|b| b.is_ascii_digit() || b == b':');
    is_clock || matches!(word, "GMT" | "UTC" | "CET" | "MSK" | "LOCAL" | "TIME")
}

/// Whether what stands before a date is a town and its comma: `Kolm, 21 June 2013`, `Done at Rio de Janeiro, 3 May 1990`.
fn is_place_before(line: &Line<'_>, expression: &Expression) -> bool {
    let Some(comma) = expression.tokens.start.checked_sub(1).filter(|comma| line.is(*comma, &[","])) else {
        return false;
    };
    let done = if line.is(0, &["done", "signed", "adopted", "given"]) && line.is(1, &["at", "in"]) { 2 } else { 0 };
    (1..=4).contains(&comma.saturating_sub(done))
        && (done..comma).all(|at| line.is_capitalised(at) || line.is(at, &["de", "la", "-", "of"]))
}
