//! The days of meetings: sentences around them in, a day where their own have none out.
//!
//! A day is taken from the sentence before or behind, where that tells of no other meeting; from the main meeting, where
//! the story tells that someone `also` met another there; or, for the main meeting itself, from the story's own day.

use super::length::length;
use super::{LONGEST_ROW, Tellings, are_of_one_paragraph, goes_on, names_one_of, says};
use crate::language::{Interval, Passage, Precision, Published, When};
use crate::meetings::scene::{Row, Scene};
use crate::meetings::types::{MeetingDate, MeetingKind, MeetingMention, Status};

/// How many sentences before a meeting its day may be told.
const BACK: usize = 3;

/// Gives each meeting without a day the one that the sentences around it tell. `vague`: told as one of the past that
/// has no day in particular.
pub(in crate::meetings) fn settle(
    scene: &Scene<'_>,
    tellings: &Tellings,
    published: Option<&Published>,
    meetings: &mut [MeetingMention],
    vague: &[bool],
) {
    let days = published.map(|published| Interval::day(published.best));
    let is_ticker = is_ticker(scene);
    for (number, meeting) in meetings.iter_mut().enumerate() {
        if meeting.when.is_none() && !vague.get(number).copied().unwrap_or_default() {
            meeting.when = told_around(scene, tellings, number, meeting, days)
                .or_else(|| published.and_then(|published| until_now(scene, tellings.rows(number), published)));
            if meeting.when.is_none() && is_ticker && meeting.status == Status::Held {
                meeting.when = published.map(of_the_story);
            }
        }
    }
    beside(scene, tellings, meetings);
    also(scene, tellings, days, meetings);
}

/// `met on the sidelines of the Brisbane summit last November`: when and where the gathering was.
fn beside(scene: &Scene<'_>, tellings: &Tellings, meetings: &mut [MeetingMention]) {
    let edges = ["sidelines", "margins", "fringes", "margin", "sideline"];
    let gathers = |one: &MeetingMention| matches!(one.kind, MeetingKind::Summit | MeetingKind::Conference);
    for number in 0..meetings.len() {
        let is_beside = |row: &&usize| scene.rows.get(**row).is_some_and(|row| row.is_story && says(row, &edges));
        let Some(row) = tellings.rows(number).iter().find(is_beside) else { continue };
        let Some(other) = tellings.others(*row, number).find(|other| meetings.get(*other).is_some_and(gathers)) else {
            continue;
        };
        let Some((when, place)) = meetings.get(other).map(|other| (other.when, other.place.clone())) else { continue };
        if let Some(meeting) = meetings.get_mut(number).filter(|meeting| !gathers(meeting)) {
            let told = when.filter(|when| when.passage.is_some());
            meeting.when = meeting.when.or(told);
            let same_day = meeting.when.zip(when).is_some_and(|(a, b)| a.interval.meet(b.interval).is_some());
            if meeting.place.is_none() && meeting.kind != MeetingKind::Call && same_day {
                meeting.place = place;
            }
        }
    }
}

/// From how many entries with a time of day on a story is a ticker.
const ENTRIES: usize = 3;

/// Whether the story is told by the hour: `14:10 The envoys shook hands`. What it tells is of its own day.
fn is_ticker(scene: &Scene<'_>) -> bool {
    let timed = |row: &&Row<'_>| {
        let word =
            row.line.word((0..3).find(|&at| row.line.word(at).starts_with(|c: char| c.is_ascii_digit())).unwrap_or(0));
        let digits = word.chars().filter(char::is_ascii_digit).count();
        let marks = word.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | 'h'));
        let clock = word.contains([':', '.']) && matches!(digits, 3 | 4)
            || digits == 4 && word.starts_with(['0', '1', '2']) && !word.starts_with("20") && !word.starts_with("19");
        digits > 0 && marks && clock
    };
    scene.rows.iter().filter(|row| row.is_story).take(MOST_ROWS).filter(timed).take(ENTRIES).count() == ENTRIES
}

/// How many sentences are looked through for times of day.
const MOST_ROWS: usize = 60;

/// `X and Y have spent four days here`: the days up to the story's own.
fn until_now(scene: &Scene<'_>, rows: &[usize], published: &Published) -> Option<MeetingDate> {
    rows.iter().filter_map(|at| scene.rows.get(*at)).filter(|row| row.is_story).find_map(|row| {
        let (at, days) = length(row)?;
        let spent =
            row.line.is(at.wrapping_sub(1), &["spent"]) && row.line.is(at.wrapping_sub(2), &["have", "has", "had"]);
        let from = published.best.checked_sub(jiff::Span::new().days(days - 1)).ok().filter(|_| spent)?;
        let interval = Interval { from, to: published.best };
        Some(MeetingDate { interval, precision: Precision::Range, passage: None })
    })
}

/// The one day that the sentences around the meeting tell.
fn told_around(
    scene: &Scene<'_>,
    tellings: &Tellings,
    number: usize,
    meeting: &MeetingMention,
    published: Option<Interval>,
) -> Option<MeetingDate> {
    let rows = tellings.rows(number);
    let own = |row: &usize| scene.rows.get(*row).is_some_and(|row| days(row, meeting, published).next().is_some());
    if rows.iter().any(own) {
        return None;
    }
    rows.iter().find_map(|&at| {
        let row = scene.rows.get(at).filter(|row| row.is_story && !row.is_headline)?;
        let there = row.line.is(row.start, &["there"]);
        before(scene, tellings, (number, at), meeting, published, there)
            .or_else(|| behind(scene, tellings, (number, at), meeting, published))
    })
}

/// The day in the sentences before: of the same paragraph and of no other meeting, unless `there` points at it.
fn before(
    scene: &Scene<'_>,
    tellings: &Tellings,
    (number, at): (usize, usize),
    meeting: &MeetingMention,
    published: Option<Interval>,
    there: bool,
) -> Option<MeetingDate> {
    let row = scene.rows.get(at)?;
    for back in 1..=BACK {
        let other_number = at.checked_sub(back)?;
        let other = scene.rows.get(other_number)?;
        if there && other.is_story {
            return days(other, meeting, published).last();
        }
        if !are_of_one_paragraph(row, other) || tellings.tells_of_another(other_number, number) {
            return None;
        }
        // Of several days the last is the nearest.
        let told: Vec<MeetingDate> = days(other, meeting, published).collect();
        if let Some(day) = told.last() {
            // "9 May. X and Y hold talks": the day of an entry.
            let is_entry = told.len() == 1 && back == 1 && other.line.len() <= ENTRY_WORDS;
            let is_meant = meeting.main || is_entry || told.len() == 1 && names_one_of(other, &meeting.participants);
            return Some(*day).filter(|_| is_meant);
        }
    }
    None
}

/// The most words of a sentence that is nothing but a day.
const ENTRY_WORDS: usize = 5;

/// The day in the next sentence, where that goes on to tell of the meeting.
fn behind(
    scene: &Scene<'_>,
    tellings: &Tellings,
    (number, at): (usize, usize),
    meeting: &MeetingMention,
    published: Option<Interval>,
) -> Option<MeetingDate> {
    let (row, next) = (scene.rows.get(at)?, scene.rows.get(at + 1)?);
    let may_be = are_of_one_paragraph(row, next) && !tellings.tells_of_another(at + 1, number);
    if !may_be || !next.line.is(next.start, &["it", "they", "the", "both", "this"]) || !goes_on(next, meeting) {
        return None;
    }
    let mut told = days(next, meeting, published);
    told.next().filter(|_| told.next().is_none())
}

/// The days of a sentence that may be those of the meeting: exact ones on the right side of the story's own, none of
/// which dates only what somebody said.
fn days<'r>(
    row: &'r Row<'_>,
    meeting: &'r MeetingMention,
    published: Option<Interval>,
) -> impl Iterator<Item = MeetingDate> + 'r {
    let fits = move |when: &When| {
        let exact = matches!(when.precision, Precision::Day | Precision::Range);
        exact
            && published.is_none_or(|published| match meeting.status {
                // What is to come on the story's own day is told with it.
                Status::Planned => when.interval.from > published.to,
                Status::Held | Status::Ongoing => when.interval.from <= published.to,
                Status::Cancelled | Status::Unknown => true,
            })
    };
    let dated =
        row.dates.iter().take(MOST_DATES).filter(move |(tokens, when)| fits(when) && !is_of_speech(row, tokens));
    dated.map(|(_, when)| told(when))
}

/// How many dates of a sentence are looked at.
pub(super) const MOST_DATES: usize = 12;

fn told(when: &When) -> MeetingDate {
    MeetingDate { interval: when.interval, precision: when.precision, passage: Some(when.passage) }
}

/// `said on Thursday`, `announced this afternoon that`.
fn is_of_speech(row: &Row<'_>, tokens: &std::ops::Range<usize>) -> bool {
    let said = ["said", "told", "announced", "added", "confirmed", "warned", "wrote", "stated", "says"];
    let spoken = |at: usize| row.line.is(at, &said) && !row.line.is(at.wrapping_sub(1), &["was", "were", "been"]);
    (tokens.start.saturating_sub(4)..tokens.start).any(spoken)
        || row.line.is(tokens.end, &said)
        || row.line.is(tokens.end, &["that"])
}

/// `X also called on Z`, `the king received her at noon`: on the day of the main meeting, in news of that day.
fn also(scene: &Scene<'_>, tellings: &Tellings, published: Option<Interval>, meetings: &mut [MeetingMention]) {
    let Some(main) = meetings.iter().find(|meeting| meeting.main && meeting.status == Status::Held) else { return };
    let (Some(when), Some(published)) = (main.when, published) else { return };
    if when.precision != Precision::Day || when.interval.gap(published) > 1 {
        return;
    }
    if main.kind == MeetingKind::Call {
        return;
    }
    let people: Vec<_> = main.participants.iter().map(|one| one.id.clone()).collect();
    let of_main = meetings.iter().position(|meeting| meeting.main).map(|main| tellings.rows(main)).unwrap_or_default();
    for (number, meeting) in meetings.iter_mut().enumerate() {
        let known = meeting.participants.iter().filter(|one| people.contains(&one.id)).count();
        let shared = || known > 0 && known < meeting.participants.len();
        let open = !meeting.main && meeting.when.is_none() && meeting.status == Status::Held;
        let said = |at: &usize| {
            let row = scene.rows.get(*at).filter(|row| row.is_story);
            row.is_some_and(|row| {
                says_also(row, meeting) || of_main.binary_search(at).is_ok() && goes_on_to(row, meeting)
            })
        };
        if open && shared() && tellings.rows(number).iter().any(said) {
            meeting.when = Some(MeetingDate { passage: None, ..when });
        }
    }
}

/// `met X today, then took the plane to Oslo, where Y received him`: the sentence of the main meeting goes on.
fn goes_on_to(row: &Row<'_>, meeting: &MeetingMention) -> bool {
    let line = &row.line;
    let told = meeting.evidence.iter().filter(|passage| line.has(**passage)).map(|passage| line.positions(*passage));
    let last = told.map(|words| words.end).max();
    let is_one = row.dates.iter().take(2).count() < 2;
    let then = |at: usize| line.is(at, &["then"]) && line.word(at.wrapping_sub(1)) == ",";
    is_one && last.is_some_and(|last| (last.saturating_sub(THEN_REACH)..last).any(then))
}

/// How many words before the end of what is told `then` may stand.
const THEN_REACH: usize = 24;

fn says_also(row: &Row<'_>, meeting: &MeetingMention) -> bool {
    let line = &row.line;
    let told = meeting.evidence.iter().filter(|passage| line.has(**passage)).map(|passage| line.positions(*passage));
    let plain = ["also", "afterwards", "afterward", "separately", "subsequently"];
    let beside = |words: std::ops::Range<usize>| line.holds(words.start..words.end + 1, &plain);
    let timed = |at: usize| {
        line.is(at, &["at"]) && line.is(at + 1, &["noon", "midday", "midnight"])
            // "Before the ceremony", "after the talks".
            || line.is(at, &["before", "after"]) && line.is(at + 1, &["the"]) && line.is(at + 2, OCCASIONS)
            || line.is(at, &["in"]) && line.is(at + 1, &["the"]) && line.is(at + 2, &["morning", "afternoon", "evening"])
    };
    let of_old =
        ["once", "years", "year", "ago", "last", "week", "weeks", "month", "months", "day", "days", "later", "earlier"];
    // "Earlier Mr X had received Y", "He later saw Z".
    let same_day = line.is(row.start, &["earlier", "later", "afterwards"])
        || line.is(row.start, &["he", "she"]) && line.is(row.start + 1, &["later", "then", "earlier"]);
    let mut told = told;
    let is_said = told.any(beside) || same_day || (0..line.len().min(LONGEST_ROW)).any(timed);
    let of_old = of_old.get(..if same_day { 11 } else { 13 }).unwrap_or(&of_old);
    is_said && row.dates.is_empty() && !says(row, of_old)
}

/// What the main meeting or the rest of its day may be called.
const OCCASIONS: &[&str] = &["ceremony", "talks", "meeting", "summit", "signing", "lunch", "dinner", "session"];

/// The story's own day for a main meeting of which nothing else tells one: news tells of the day.
pub(in crate::meetings) fn of_the_story(published: &Published) -> MeetingDate {
    MeetingDate { interval: Interval::day(published.best), precision: Precision::Day, passage: None::<Passage> }
}
