//! The tellings of one meeting in, the record of the meeting out: of everything that is told, the best.
//!
//! **Why:** one story names the negotiators and another their governments, one the town and another the country, one the
//! opening and another all three days. The record says each thing once, as exactly as anyone does.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::sides::stands_for;
use super::telling::Telling;
use super::types::{Meeting, MentionRef};
use crate::language::{EntityId, Interval, NameKind, Part, Precision};
use crate::meetings::{MeetingDate, MeetingKind, MeetingPlace, Participant, Status};

/// Days of the longest round that a range is taken for.
const LONGEST_ROUND: i32 = 14;
/// Participants of a meeting that are compared with each other: a list of a thousand guests stays a list.
const COMPARED: usize = 64;

/// The record of these tellings; its identity is given later.
pub(super) fn record(tellings: &[Telling<'_>], members: &[usize]) -> Meeting {
    let told: Vec<&Telling<'_>> = members.iter().filter_map(|member| tellings.get(*member)).collect();
    let mut mentions: Vec<MentionRef> = told.iter().map(|telling| telling.mention()).collect();
    mentions.sort_unstable();
    // What a meeting was like is for those to say who report it.
    let mut plain: Vec<&Telling<'_>> = told.iter().filter(|telling| telling.meeting.echo.is_none()).copied().collect();
    if plain.is_empty() {
        plain.clone_from(&told);
    }
    // What is told by half is known better where somebody tells it in full.
    if plain.iter().any(|telling| !telling.meeting.half_told) {
        plain.retain(|telling| !telling.meeting.half_told);
    }
    let mut in_full: Vec<&Telling<'_>> = told.iter().filter(|telling| !telling.meeting.half_told).copied().collect();
    if in_full.iter().all(|telling| telling.meeting.participants.len() < 2) {
        in_full.clone_from(&told);
    }
    // A corrected day counts for more than whatever the others tell, and the last word for most. Without one, all count.
    let latest = plain.iter().filter_map(|telling| telling.meeting.corrected.map(|corrected| corrected.by)).max();
    let corrected = plain.iter().filter(|telling| telling.meeting.corrected.map(|corrected| corrected.by) == latest);
    let dated: Vec<&Telling<'_>> = corrected.copied().collect();
    let when = best_days(&dated);
    Meeting {
        id: String::new(),
        kind: most_told_kind(&plain),
        status: latest_status(&plain),
        participants: participants(&in_full),
        sides_of_series: false,
        is_guessed: is_guessed(&dated, when),
        is_likely: plain.iter().all(|telling| telling.meeting.is_likely),
        when,
        place: best_place(&told),
        ordinal: told.iter().find_map(|telling| telling.meeting.ordinal),
        series: told.iter().find_map(|telling| telling.meeting.series.clone()),
        mentions,
    }
}

/// Whether every telling of these days counts them from a day that is not known.
fn is_guessed(told: &[&Telling<'_>], when: Option<MeetingDate>) -> bool {
    let mut same = told.iter().filter(|telling| {
        let own = telling.meeting.when.filter(|own| own.passage.is_some());
        own.zip(when).is_some_and(|(own, when)| own.interval == when.interval)
    });
    same.clone().next().is_some() && same.all(|telling| telling.story.is_guessed(telling.meeting))
}

/// Everyone that is named, once: a person for the state that is acted for, the full name for the surname.
fn participants(told: &[&Telling<'_>]) -> Vec<Participant> {
    let mut all: Vec<Participant> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for participant in told.iter().flat_map(|telling| &telling.meeting.participants) {
        if seen.insert(&participant.id) {
            all.push(participant.clone());
        }
    }
    if told.len() < 2 || all.len() > COMPARED {
        return all;
    }
    let known = all.clone();
    all.retain(|one| !known.iter().any(|other| is_told_better(one, other)));
    // Those of whom most tell lead, whoever was named first; a state or a surname tells of whom it stands for.
    all.sort_by_cached_key(|one| {
        let is_he = |who: &Participant| who.id == one.id || is_told_better(who, one);
        Reverse(told.iter().filter(|telling| telling.meeting.participants.iter().any(is_he)).count())
    });
    all
}

/// Whether whoever `one` is, `other` says it better.
pub(super) fn is_told_better(one: &Participant, other: &Participant) -> bool {
    one.id != other.id && (stands_for(one, other) || is_surname_of(one, other))
}

/// Whether one is a person's surname and the other the full name.
fn is_surname_of(one: &Participant, other: &Participant) -> bool {
    let people = one.kind == NameKind::Person && other.kind == NameKind::Person;
    let one_word = !one.name.trim().contains(' ');
    people && one_word && other.name.rsplit(' ').next() == Some(one.name.trim()) && other.name.contains(' ')
}

fn most_told_kind(told: &[&Telling<'_>]) -> MeetingKind {
    let mut counts: BTreeMap<MeetingKind, usize> = BTreeMap::new();
    for telling in told {
        *counts.entry(telling.meeting.kind).or_default() += 1;
    }
    // Of equals, the one that is told first.
    let most = counts.values().max().copied().unwrap_or(0);
    let first = told.iter().map(|telling| telling.meeting.kind).find(|kind| counts.get(kind) == Some(&most));
    first.unwrap_or(MeetingKind::Talks)
}

fn latest_status(told: &[&Telling<'_>]) -> Status {
    let day = |telling: &&&Telling<'_>| telling.story.annotations.published.as_ref().map(|published| published.best);
    told.iter().max_by_key(day).map_or(Status::Unknown, |telling| telling.meeting.status)
}

/// A day before a month, one told in words before an inferred one, of what was held before what was planned, a date before a weekday, a short
/// interval before a long one; but all days of a round before one of them.
pub(super) fn best_days(told: &[&Telling<'_>]) -> Option<MeetingDate> {
    let is_put_off = told.iter().any(|telling| telling.is_put_off);
    let is_held = told.iter().any(|telling| telling.meeting.status == Status::Held);
    let days = || told.iter().filter_map(|telling| Some((*telling, telling.meeting.when?)));
    let vague = |when: &MeetingDate| !matches!(when.precision, Precision::Day | Precision::Range);
    let (_, best) = days().min_by_key(|(telling, when)| {
        let is_plan = is_held && telling.meeting.status == Status::Planned;
        // A plan that another telling put off no longer holds.
        let is_stale = is_put_off && !telling.is_put_off && telling.meeting.status == Status::Planned;
        let words = when.passage.map(|passage| telling.story.words(passage)).unwrap_or_default();
        let is_dated = words.chars().any(|c| c.is_ascii_digit());
        let is_guessed = telling.story.is_guessed(telling.meeting);
        (vague(when), when.passage.is_none(), is_guessed, is_plan, is_stale, when.interval.days(), !is_dated)
    })?;
    if !told.iter().any(|telling| telling.is_open()) {
        return Some(best);
    }
    let whole = days().map(|(_, when)| when).chain(from_opening_to_end(told)).filter(|when| {
        let holds = when.interval.from <= best.interval.from && best.interval.to <= when.interval.to;
        when.passage.is_some() && !vague(when) && holds && when.interval.days() <= LONGEST_ROUND
    });
    whole.max_by_key(|when| when.interval.days()).or(Some(best))
}

/// All days of a round of which one story tells that it began and another that it ended.
fn from_opening_to_end(told: &[&Telling<'_>]) -> Option<MeetingDate> {
    let day_of = |words: &'static [&'static str]| {
        let days = told.iter().filter_map(move |telling| {
            let when = telling.meeting.when.filter(|when| when.interval.is_day() && when.passage.is_some())?;
            let mut said = telling.meeting.evidence.iter().map(|passage| telling.story.words(*passage));
            let says = said.any(|said| said.split(|c: char| !c.is_alphabetic()).any(|word| words.contains(&word)));
            says.then_some(when)
        });
        days.min_by_key(|when| when.interval.from)
    };
    let (first, last) =
        (day_of(&["began", "opened", "started"])?, day_of(&["concluded", "ended", "closed", "finished"])?);
    let days = first.interval.from < last.interval.from;
    let interval = Interval { from: first.interval.from, to: last.interval.to };
    days.then_some(MeetingDate { interval, precision: Precision::Range, passage: last.passage })
}

/// One that is told before the town of a dateline; of what was held before what was planned; a town before what may be a house
/// in it, and that before a state; of equals the one that most tell, then the first.
fn best_place(told: &[&Telling<'_>]) -> Option<MeetingPlace> {
    let mut counts: BTreeMap<&EntityId, usize> = BTreeMap::new();
    let places = || told.iter().filter_map(|telling| Some((*telling, telling.meeting.place.as_ref()?)));
    let by_dateline = |telling: &Telling<'_>, place: &MeetingPlace| {
        let dateline = telling.story.article.dateline.map(|dateline| dateline.span);
        place.passage.part == Part::Text && dateline.is_some_and(|span| span.contains(place.passage.span))
    };
    let is_held = told.iter().any(|telling| telling.meeting.status == Status::Held);
    for (_, place) in places() {
        *counts.entry(&place.id).or_default() += 1;
    }
    let best = places().min_by_key(|(telling, place)| {
        let breadth = breadth(telling, place);
        // The town of the dateline is at least more than a state.
        let is_weak = breadth < 2 && by_dateline(telling, place);
        let is_plan = is_held && telling.meeting.status == Status::Planned;
        (breadth == 2, is_weak, is_plan, breadth, Reverse(counts.get(&place.id).copied().unwrap_or(0)))
    });
    best.map(|(_, place)| place.clone())
}

/// How little a place says: 0 for a town, 1 for what no table knows, 2 for a state.
fn breadth(telling: &Telling<'_>, place: &MeetingPlace) -> u8 {
    match telling.story.name(&place.id).map(|name| name.state.as_ref()) {
        Some(Some(state)) if *state == place.id => 2,
        Some(Some(_)) => 0,
        _ => 1,
    }
}
