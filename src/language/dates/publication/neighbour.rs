//! A neighbour's day and what an undated story tells in, the story's own day near it out.
//!
//! **Why:** stories about the same meeting are of one time; which day of that time a story is of, its own dates, weekdays and
//! offices tell best.

use jiff::ToSpan;
use jiff::civil::Date;

use super::weights::Clues;
use super::{Anchor, shares};
use crate::article::DateSource;
use crate::language::calendar::{Interval, days_between};
use crate::language::types::Published;

/// Terms of office that fit no better than this forbid a neighbour's day.
const IMPOSSIBLE: f64 = -3.5;
/// A story is no further from a neighbour about the same meetings than this many days.
const FARTHEST: i32 = 400;

/// Near a neighbour's day: the day that fits the weekdays and lies between the last day that the story tells as
/// past and the first that it tells as to come.
pub(super) fn between_its_dates(clues: &Clues, near: Date) -> Option<Published> {
    const REACH: i32 = 14;
    let bounds = clues.bounds(near);
    // What the story itself tells as past, or as to come, goes before a neighbour's day.
    let near = bounds.0.map_or(near, |from| near.max(from));
    let near = bounds.1.map_or(near, |to| near.min(to));
    let scored = (-REACH..=REACH).filter_map(|step| {
        let day = near.checked_add(step.days()).ok()?;
        Some((day, clues.fit_near(day, bounds)? - f64::from(step.abs()) / 4.0))
    });
    let ranked = shares(scored.collect());
    let (best, share) = *ranked.first()?;
    // Nobody is called by an office that they did not hold yet: the neighbour is of another time.
    if clues.fit_of_terms(best) <= IMPOSSIBLE {
        return None;
    }
    let week = |from: bool| if from { near.checked_sub(7.days()) } else { near.checked_add(7.days()) }.ok();
    let from = bounds.0.or_else(|| week(true))?.min(best);
    let to = bounds.1.or_else(|| week(false))?.max(best);
    // Who suggests the day tells the reason.
    let (interval, reasons, neighbours) = (Interval { from, to }, Vec::new(), Vec::new());
    Some(Published { interval, best, confidence: share, from: DateSource::Links, reasons, neighbours })
}

/// Of the days that the dateline allows, the likeliest one near a neighbour's day.
pub(super) fn among_its_days(anchor: &Anchor, candidates: &[(Date, f64)], near: Date) -> Option<Published> {
    let scale = if anchor.month { 5.0 } else { 120.0 };
    let close = candidates.iter().filter(|(date, _)| days_between(*date, near).abs() <= FARTHEST);
    let weighed = close.map(|(date, share)| {
        let distance = f64::from(days_between(*date, near).abs());
        (*date, share.max(1e-9).ln() - distance / scale)
    });
    let (best, share) = *shares(weighed.collect()).first()?;
    let reasons = vec![anchor.says("dateline")];
    let (interval, neighbours) = (Interval::day(best), Vec::new());
    Some(Published { interval, best, confidence: share, from: DateSource::Links, reasons, neighbours })
}
