//! Meetings of several days: one day and the sentences around it in, all of the days out.
//!
//! A length (`two days of talks`, `a two-day summit`) counts back from the day on which it `ended` and on from the one on
//! which it `began`; where both ends are told (`began on Monday … will run until Wednesday`) they are the days.

use std::ops::Range;

use jiff::Span;

use super::time::MOST_DATES;
use super::{LONGEST_ROW, Tellings, goes_on};
use crate::language::{Interval, Part, Precision, When, days_between};
use crate::meetings::scene::{Row, Scene};
use crate::meetings::triggers::count;
use crate::meetings::types::{MeetingDate, MeetingMention, Status};

/// Nouns of what may last several days.
const TALKS: &[&str] = &[
    "talks",
    "summit",
    "meeting",
    "meetings",
    "negotiations",
    "round",
    "conference",
    "session",
    "discussions",
    "visit",
    "consultations",
    "gathering",
    "congress",
    "conversations",
    "forum",
];
/// What ends on the day told beside it …
const ENDS: &[&str] = &[
    "ended",
    "ends",
    "end",
    "concluded",
    "concludes",
    "wrapped",
    "wound",
    "closed",
    "closes",
    "close",
    "broke",
    "finished",
    "over",
    "until",
    "through",
    "after",
    "ending",
    "concluding",
    "till",
];
/// … and what begins on it.
const BEGINS: &[&str] = &[
    "began",
    "begin",
    "begins",
    "opened",
    "opens",
    "open",
    "started",
    "start",
    "starts",
    "kicked",
    "launched",
    "resumed",
    "resume",
    "resumes",
    "opening",
    "beginning",
    "from",
    "to",
];
/// The longest meeting, in days.
pub(in crate::meetings) const LONGEST: i32 = 14;
/// Words that lead to the last day of what has begun …
pub(in crate::meetings) const LED: &[&str] = &["until", "till", "through"];
/// … and verbs of talks that close on it.
pub(in crate::meetings) const CLOSING: &[&str] = &["ends", "closes", "concludes", "end", "close", "conclude"];

/// `two days of talks ended on Saturday`, `began on Monday and close on Wednesday`: a meeting of several days.
pub(in crate::meetings) fn lengthen(scene: &Scene<'_>, tellings: &Tellings, meetings: &mut [MeetingMention]) {
    for (number, meeting) in meetings.iter_mut().enumerate() {
        let Some(when) = meeting.when.filter(|when| when.precision == Precision::Day) else { continue };
        let rows = tellings.rows(number);
        let longer = rows
            .iter()
            .find_map(|&at| lasting(scene, at, meeting, when))
            .or_else(|| rows.last().and_then(|last| last_of(scene, tellings, (number, *last), when)));
        if let Some(interval) = longer {
            meeting.when = Some(MeetingDate { interval, precision: Precision::Range, ..when });
        }
    }
}

/// The days that `two days of talks`, `a two-day summit` or `lasted two days` in the sentence `at` make of one.
fn lasting(scene: &Scene<'_>, at: usize, meeting: &MeetingMention, when: MeetingDate) -> Option<Interval> {
    let row = scene.rows.get(at).filter(|row| row.is_story)?;
    let own = length(row).map(|(place, days)| (row, place, days));
    // "The session … lasted three days."
    let told = own.or_else(|| {
        let next = scene.rows.get(at + 1..)?.iter().take(2);
        let mut next = next.filter(|next| next.is_story && goes_on(next, meeting) && !next.is_headline);
        next.find_map(|next| {
            Some((next, length(next)?)).filter(|(next, (place, _))| next.line.is(place.wrapping_sub(1), &["lasted"]))
        })
        .map(|(next, (place, days))| (next, place, days))
    });
    let (_, place, days) = told?;
    let day = when.interval.from;
    let from = || Some(Interval { from: day.checked_sub(Span::new().days(days - 1)).ok()?, to: day });
    let to = || Some(Interval { from: day, to: day.checked_add(Span::new().days(days - 1)).ok()? });
    let passage = when.passage.filter(|passage| row.line.has(*passage));
    // Without a day of its own it was over when the story was written.
    let Some(passage) = passage else {
        return from().filter(|_| when.passage.is_none() && meeting.status == Status::Held);
    };
    let date = row.line.positions(passage).start;
    let (low, high) = if own.is_some() { (place.min(date).saturating_sub(6), place.max(date) + 1) } else { (0, date) };
    let near = |words: &[&str]| (low..high).rev().any(|at| row.line.is(at, words) && !row.is_date_at(at));
    match meeting.status {
        Status::Planned => to(),
        _ if near(ENDS) => from(),
        _ if near(BEGINS) => to(),
        _ => None,
    }
}

/// `X, who arrived on a three-day visit, will hold talks on Friday`: the stay is as long, and not what is told behind it.
fn is_of_an_arrival(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    line.holds(at.saturating_sub(ARRIVAL)..at, &["arrived", "arrives", "began", "started"])
        && line.holds(at.saturating_sub(ARRIVAL)..at, &["who", "which"])
}

/// How many words before its length the arrival may be told.
const ARRIVAL: usize = 6;

/// Where a sentence tells how many days something lasted, and how many.
pub(super) fn length(row: &Row<'_>) -> Option<(usize, i64)> {
    let line = &row.line;
    let sound = |days: i32| (2..=LONGEST).contains(&days).then_some(i64::from(days));
    (row.start..line.len().min(row.start + LONGEST_ROW)).find_map(|at| {
        let is_plural = line.is(at + 1, &["days"]);
        let hyphened = || line.word(at + 1) == "-" && line.is(at + 2, &["day"]);
        let joined = line.word(at).strip_suffix("-day");
        if joined.is_some() || hyphened() {
            let days = count(joined.unwrap_or(line.word(at)))?;
            let of_talks = line.holds(at + 1..at + 7, TALKS) && !is_of_an_arrival(row, at);
            return of_talks.then(|| sound(i32::try_from(days).ok()?)).flatten().map(|days| (at, days));
        }
        if !is_plural {
            return None;
        }
        let days = i32::try_from(count(line.word(at))?).ok()?;
        let of_talks = line.is(at + 2, &["of"]) && line.holds(at + 3..at + 6, TALKS);
        let spent = line.is(at.wrapping_sub(1), &["lasted", "spent", "last"]);
        let within = line.is(at.wrapping_sub(1), &["in", "over"]) && line.holds(at.saturating_sub(3)..at, TALKS);
        (is_plural && (of_talks || spent || within)).then(|| sound(days)).flatten().map(|days| (at, days))
    })
}

/// From the day told to the one that `The talks will run until Friday`, soon after, gives as their last.
fn last_of(
    scene: &Scene<'_>,
    tellings: &Tellings,
    (number, at): (usize, usize),
    when: MeetingDate,
) -> Option<Interval> {
    let passage = when.passage.filter(|passage| passage.part == Part::Text)?;
    let ends = |row: &Row<'_>, (tokens, other): &(Range<usize>, When)| {
        let (start, line) = (tokens.start, &row.line);
        let before = start.saturating_sub(3)..start;
        let fits = other.precision == Precision::Day && other.passage != passage;
        fits && (line.holds(before.clone(), LED) || line.holds(before, CLOSING) && line.holds(row.start..start, TALKS))
    };
    let first = tellings.rows(number).first().copied().unwrap_or(at);
    (first..at + 4).filter(|&at| !tellings.tells_of_another(at, number)).find_map(|at| {
        let row = scene.rows.get(at).filter(|row| row.is_story)?;
        let subject = row.line.holds(row.start..row.start + 5, TALKS) || tellings.rows(number).contains(&at);
        let (_, last) = row.dates.iter().take(MOST_DATES).find(|date| subject && ends(row, date))?;
        let days = days_between(when.interval.from, last.interval.to);
        (1..=LONGEST).contains(&days).then_some(Interval { from: when.interval.from, to: last.interval.to })
    })
}
