//! Diaries and court circulars: the lines of somebody's appointments in, whose they are and on which day out.
//!
//! `Premier X, 14:20`, `11:05 Phone call with Y`: the one whose diary it is stands in the headline alone (`Programme of the
//! Chancellor`), and the day in a heading above the line (`Friday 23`, `Sunday, 4th March`). **Why:**
//! each line tells of a meeting with one side left out, and without a verb.

mod hours;
mod title;

use std::ops::Range;

use hours::{day_of_month, is_half, is_hour, weekday};
use jiff::civil::Date;
use title::{COURTS, is_timed, is_title, office};

use super::Candidate;
use crate::language::{Interval, Line, NameKind, Precision};
use crate::meetings::scene::{Actor, How, Row, Scene, Spot};
use crate::meetings::slots::{Named, extent};
use crate::meetings::triggers::Trigger;
use crate::meetings::types::{MeetingDate, MeetingKind, MeetingPlace, Participant, Status};

/// Offices whose holders have diaries.
const OFFICES: &[&str] = &[
    "minister",
    "secretary",
    "president",
    "premier",
    "chancellor",
    "taoiseach",
    "ambassador",
    "commissioner",
    "governor",
    "mayor",
];
/// How many sentences open an article.
const HEAD: usize = 6;
/// How many sentences of a diary are read.
const READ: usize = 400;
/// How many lines with a day or an hour make a diary.
const FEWEST: usize = 2;
/// How many words the heading of a day has at most.
const HEADING: usize = 7;
/// How many words the weekday and the number of a heading before its line have.
const HEADED: usize = 3;
/// How many words off a name its hour may stand.
const HOUR_REACH: usize = 30;
/// The longest time that the headline of a diary may tell, in days.
const LONGEST: i32 = 62;
/// How many words may stand between two who come together.
const JOINED: usize = 5;

/// Somebody's diary.
#[derive(Debug)]
pub(super) struct Diary {
    /// Whose it is.
    owner: Option<Participant>,
    /// The office that its head tells, which is the owner's.
    office: Option<String>,
    /// For each row the day of the heading above it.
    days: Vec<Option<MeetingDate>>,
    /// For each row whether it begins with such a heading itself.
    headed: Vec<bool>,
}

impl Diary {
    /// The diary that the article is, if it is one.
    pub(super) fn of(scene: &Scene<'_>) -> Option<Self> {
        let rows = scene.rows.get(..scene.rows.len().min(READ))?;
        let title = rows.iter().take(HEAD).position(|row| is_title(row))?;
        let mut range = rows.iter().take(HEAD + 1).flat_map(|row| &row.dates).map(|(_, when)| when.interval);
        let range =
            range.find(|days| !days.is_day() && days.from.until(days.to).is_ok_and(|span| span.get_days() <= LONGEST));
        let mut day = None;
        let mut told = 0;
        let mut days = Vec::with_capacity(rows.len());
        let mut headed = Vec::with_capacity(rows.len());
        for row in rows {
            let heading = heading(scene, row, range);
            headed.push(heading.is_some());
            told += usize::from(heading.is_some() || is_timed(row));
            day = heading.or(day);
            days.push(day);
        }
        let of_court = rows
            .get(title)
            .is_some_and(|row| COURTS.iter().any(|words| (0..row.line.len()).any(|at| row.line.reads(at, words))));
        if of_court && let Some(today) = scene.today {
            // What stands above the first heading is of the day of the notice.
            let day = MeetingDate { interval: Interval::day(today), precision: Precision::Day, passage: None };
            days.iter_mut().take_while(|day| day.is_none()).for_each(|untold| *untold = Some(day));
        }
        let fewest = if of_court { 1 } else { FEWEST };
        let head = rows.get(..=title.max(1)).unwrap_or_default();
        (told >= fewest).then(|| Self { owner: owner(scene, rows, head), office: office(head), days, headed })
    }

    /// Adds the one whose diary it is to a meeting that its line tells of another alone, and the day of its heading.
    pub(super) fn complete(&self, row: &Row<'_>, trigger: &Trigger, candidate: &mut Candidate) {
        if let Some(day) = self.days.get(candidate.row).copied().flatten() {
            // "this morning" is that of the heading, and so is what stands in the heading itself.
            let heading = self.headed.get(candidate.row).copied().unwrap_or_default();
            let low = row.start + if heading { HEADED } else { 0 };
            let told = |when: &MeetingDate| {
                let words = when.passage.map(|passage| row.line.positions(passage)).filter(|words| !words.is_empty());
                words
                    .is_some_and(|words| words.start >= low && !row.line.is(words.start, &["this", "today", "tonight"]))
            };
            if !candidate.when.as_ref().is_some_and(told) {
                candidate.when = Some(day);
            }
        }
        let behind =
            |one: &Participant| row.line.positions(one.passage).start >= trigger.phrase.min(trigger.tokens.start);
        let gathering = matches!(candidate.kind, MeetingKind::Round | MeetingKind::Summit | MeetingKind::Conference);
        let alone = !candidate.participants.is_empty()
            && candidate.participants.len() < 3
            && candidate
                .participants
                .iter()
                .all(|one| behind(one) && self.owner.as_ref().is_none_or(|owner| one.id != owner.id));
        let opens = (row.start..trigger.phrase.min(trigger.tokens.start)).all(|at| is_light(row, at));
        // "The Mayor greets X": in her own diary.
        let head = trigger.phrase.min(trigger.tokens.start);
        let own = (row.start..head.min(row.start + JOINED * 4)).any(|at| {
            row.line.is(at, &["the"])
                && self.office.as_deref().is_some_and(|office| row.line.is(at + 1, &[office]))
                && row.actor_at(at + 1).is_none()
                && !row.line.is(at + 2, &["of"])
        });
        if let Some(owner) = &self.owner
            && alone
            && (opens || own && trigger.is_verb())
            && !gathering
        {
            let passage = row.line.passage(trigger.tokens.clone());
            candidate.participants.insert(0, Participant { passage, ..owner.clone() });
        }
    }

    /// The meetings that a line tells by a name and an hour alone.
    pub(super) fn entries(&self, scene: &Scene<'_>, number: usize, triggers: &[Trigger]) -> Vec<Candidate> {
        let (Some(owner), Some(row)) = (&self.owner, scene.rows.get(number)) else { return Vec::new() };
        let mut found: Vec<Candidate> = Vec::new();
        let mut end = row.start;
        for actor in row.actors.iter().take(READ) {
            let is_other =
                actor.is_person && actor.how != How::Pronoun && actor.who.iter().all(|(id, _)| *id != owner.id);
            if !is_other || actor.tokens.start < end {
                continue;
            }
            let Some(entry) = entry(row, actor, triggers) else { continue };
            end = entry.end;
            let guests = guests(row, actor, &entry);
            let last = guests.last().map_or(actor.tokens.end, |guest| guest.tokens.end);
            let mut participants =
                vec![Participant { passage: row.line.passage(actor.tokens.clone()), ..owner.clone() }];
            participants
                .extend(guests.into_iter().flat_map(Named::of_actor).map(|named| named.participant(row, scene)));
            let reach = row.line.passage(actor.tokens.start..last.max(entry.end));
            let mut candidate = Candidate {
                status: Status::Held,
                participants,
                when: self.days.get(number).copied().flatten(),
                ..Candidate::untold(number, MeetingKind::Talks, reach)
            };
            let before = number.checked_sub(1).and_then(|before| scene.rows.get(before));
            let before = before.filter(|before| before.line.block == row.line.block);
            let stay =
                || last_stay(row, actor.tokens.start).or_else(|| before.and_then(|row| last_stay(row, row.line.len())));
            if let Some(spot) = row.spots_between(last, entry.end).first().or_else(stay) {
                let (id, name) = (spot.id.clone(), spot.name.clone());
                candidate.extent = extent(scene.facts, &id, &name);
                candidate.state_of_place = scene.facts.state_of(&id, &name);
                candidate.place = Some(MeetingPlace { id, name, passage: row.line.passage(spot.tokens.clone()) });
            }
            found.push(candidate);
        }
        found
    }
}

/// The one whose diary it is: whom the head names, or who is told in the story by the office that the head tells.
fn owner(scene: &Scene<'_>, rows: &[Row<'_>], head: &[Row<'_>]) -> Option<Participant> {
    let named =
        head.iter().flat_map(|row| row.actors.iter().filter(|actor| actor.is_person).map(move |actor| (row, actor)));
    let person = |(row, actor): (&Row<'_>, &Actor)| {
        Named::of_actor(actor)
            .into_iter()
            .next()
            .map(|named| Participant { role: None, ..named.participant(row, scene) })
    };
    let mut named = named;
    if let Some(first) = named.next() {
        return person(first);
    }
    let by_office = office(head).and_then(|office| {
        let titled = |row: &Row<'_>, actor: &Actor| {
            let before = actor.tokens.start.wrapping_sub(1);
            let own = before.wrapping_sub(1);
            // "Minister X", but not "Federal Minister X" or "the German minister Y".
            actor.is_person
                && row.line.is(before, &[office.as_str()])
                && !row.line.is_capitalised(own)
                && !row.people_at(own)
                && !row.line.is(own, &["with", "by", "for", "from"])
        };
        rows.iter().find_map(|row| row.actors.iter().find(|actor| titled(row, actor)).map(|actor| (row, actor)))
    });
    by_office.and_then(person).or_else(|| state_of_head(head))
}

/// `Ministry of Foreign Affairs of Quillia`: where nobody is named, the state has the diary.
fn state_of_head(head: &[Row<'_>]) -> Option<Participant> {
    head.iter().find_map(|row| {
        let state = row.actors.iter().find(|actor| !actor.is_person && actor.kind == NameKind::Place);
        let spot = row.spots.iter().find(|spot| row.line.is(spot.tokens.start.wrapping_sub(1), &["of"]));
        let (id, name, tokens) = match (state, spot) {
            (Some(actor), _) => actor.who.first().map(|(id, name)| (id, name, &actor.tokens))?,
            (None, Some(spot)) => (&spot.id, &spot.name, &spot.tokens),
            (None, None) => return None,
        };
        Some(Participant::new(id.clone(), name.clone(), NameKind::Place, row.line.passage(tokens.clone())))
    })
}

/// The day that a row begins with: `Fri. 23`, `Sunday, 4th March`, or a date alone.
fn heading(scene: &Scene<'_>, row: &Row<'_>, range: Option<Interval>) -> Option<MeetingDate> {
    let line = &row.line;
    let weekday = weekday(line.word(0));
    let number = (1..4)
        .take_while(|&at| at == 1 || matches!(line.word(at - 1), "." | ","))
        .find_map(|at| day_of_month(line.word(at)));
    let words = 0..line.len().min(HEADING);
    let at = |day: Date, words: Range<usize>| MeetingDate {
        interval: Interval::day(day),
        precision: Precision::Day,
        passage: Some(line.passage(words)),
    };
    let dated = row.dates.first().filter(|(tokens, when)| when.precision == Precision::Day && tokens.start < HEADING);
    let in_figures =
        |tokens: &Range<usize>| tokens.clone().any(|at| line.word(at).starts_with(|c: char| c.is_ascii_digit()));
    let dated = dated.filter(|(tokens, _)| tokens.len() > 1 && in_figures(tokens));
    if line.len() <= HEADING
        && let Some((_, when)) = dated.filter(|_| !row.line.holds(words, &["said", "to", "by"]))
    {
        return Some(MeetingDate { interval: when.interval, precision: Precision::Day, passage: Some(when.passage) });
    }
    let weekday = weekday?;
    // "Sunday, 4th March" before its lines: told in full.
    if let Some((_, when)) = dated.filter(|(tokens, when)| tokens.start < 2 && when.interval.is_day()) {
        return Some(MeetingDate { interval: when.interval, precision: Precision::Day, passage: Some(when.passage) });
    }
    let around = range.or_else(|| {
        let today = scene.today?;
        let reach = jiff::Span::new().days(LONGEST / 4);
        Some(Interval { from: today.checked_sub(reach).ok()?, to: today.checked_add(reach).ok()? })
    })?;
    let number = number.or(range.map(|_| 0))?;
    let mut day = around.from;
    while day <= around.to {
        if day.weekday() == weekday && (number == 0 || day.day() == number) {
            return Some(at(day, 0..2.min(line.len())));
        }
        day = day.tomorrow().ok()?;
    }
    None
}

/// Whether the word tells an hour, a day, a place or nothing: what may stand before an entry.
fn is_light(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    let word = line.word(at);
    !word.chars().any(char::is_alphabetic)
        || weekday(word).is_some()
        || row.spot_at(at).is_some()
        || row.is_date_at(at)
        || line.is(
            at,
            &["a.m", "a.m.", "p.m", "p.m.", "am", "pm", "noon", "hrs", "h", "the", "a", "at", "from", "to", "p", "m"],
        )
        || word.ends_with("th") && day_of_month(word).is_some()
        || line.is_capitalised(at)
}

/// Whether the word ends what a line tells before it; `p.m.` does only before a capital.
fn ends_entry(line: &Line<'_>, at: usize) -> bool {
    let within = at.checked_sub(1).is_some_and(|at| is_half(line, at));
    let behind = at.checked_sub(3).is_some_and(|at| is_half(line, at));
    let abbreviated = ["arr", "lv", "mr", "mrs", "ms", "dr", "mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let half =
        within || behind || line.is(at.wrapping_sub(1), &["a.m", "p.m"]) || line.is(at.wrapping_sub(1), &abbreviated);
    let next = line.is_capitalised(at + 1) && (behind || line.is(at.wrapping_sub(1), &["a.m", "p.m"]));
    matches!(line.word(at), ";")
        || line.word(at) == "." && (!half || next)
        || line.is(at, &["p.m.", "a.m."]) && line.is_capitalised(at + 1)
}

/// The words of the entry that a name opens: up to its end, if an hour stands in them and no verb or word for a meeting.
fn entry(row: &Row<'_>, actor: &Actor, triggers: &[Trigger]) -> Option<Range<usize>> {
    let line = &row.line;
    let name = actor.tokens.start;
    let start = (row.start..name).rev().find(|&at| ends_entry(line, at)).map_or(row.start, |at| at + 1);
    let end = (actor.tokens.end..line.len().min(name + HOUR_REACH)).find(|&at| ends_entry(line, at));
    let end = end.unwrap_or_else(|| line.len().min(name + HOUR_REACH));
    let opens = (start..name).all(|at| is_light(row, at));
    let timed = (start..end).any(|at| is_hour(line, at));
    let told = triggers.iter().any(|trigger| trigger.tokens.start >= start && trigger.tokens.start < end);
    let speaks = [
        "said", "told", "will", "is", "was", "has", "had", "says", "press", "remarks", "speech", "call", "draft",
        "letter",
    ];
    let moves = [
        "lv", "arr", "leave", "leaves", "depart", "departs", "arrive", "arrives", "return", "flight", "film", "book",
        "concert",
    ];
    let owned = line.is(actor.tokens.end, &["'s", "’s"]);
    let of = line.is(name.wrapping_sub(1), &["of", "by", "on", "about"]);
    (opens && timed && !told && !owned && !of && !line.holds(start..end, &speaks) && !line.holds(start..end, &moves))
        .then_some(start..end)
}

/// Those who come together: `President X and Foreign Minister Y`; who comes `with` them is of their party.
fn guests<'r>(row: &'r Row<'_>, first: &'r Actor, entry: &Range<usize>) -> Vec<&'r Actor> {
    let line = &row.line;
    let mut guests = vec![first];
    let mut end = first.tokens.end;
    for next in row.actors_from(end).iter().take_while(|next| next.tokens.end <= entry.end) {
        let gap = end..next.tokens.start;
        let joined = gap.len() <= JOINED
            && line.holds(gap.clone(), &["and"])
            && gap.clone().all(|at| line.is(at, &["and", "the", "of"]) || line.is_capitalised(at));
        if !joined || !next.is_person {
            break;
        }
        guests.push(next);
        end = next.tokens.end;
    }
    guests
}

/// `arr. Oslo 2:40 p.m. President X, 6:30 p.m.`, `Oslo. President X, 11 a.m.`: the place told last before, at which one is.
fn last_stay<'r>(row: &'r Row<'_>, name: usize) -> Option<&'r Spot> {
    let line = &row.line;
    let is_stay = |spot: &&Spot| {
        let before = spot.tokens.start.wrapping_sub(1);
        let arrives = line.is(before, &["arr", "arr.", "to", "in", "at"])
            || line.word(before) == "." && line.is(before.wrapping_sub(1), &["arr"]);
        arrives || line.word(spot.tokens.end) == "."
    };
    row.spots_between(row.start, name).iter().rev().find(is_stay)
}
