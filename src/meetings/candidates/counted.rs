//! Several meetings told at once: lists of rounds, `the first`, guests who are received one by one, officials told by the
//! sides of others.
//!
//! **In:** a candidate, its sentence and those told before it. **Out:** the one or several that are meant.

use std::ops::Range;

use super::told::Told;
use super::{Candidate, gapped};
use crate::language::{Interval, NameKind, Passage, Precision};
use crate::meetings::scene::{Actor, How, Row, Scene};
use crate::meetings::slots::{self, Named};
use crate::meetings::triggers::{self, Trigger};
use crate::meetings::types::{MeetingDate, MeetingKind, Participant};

/// How many sentences back what `the first` counts may stand …
const COUNTED_REACH: usize = 2;
/// … and how many of those told before. A text without full stops is one sentence of thousands.
const MOST_COUNTED: usize = 64;
/// The most rounds of one list.
const MOST_LISTED: usize = 64;
/// How many words behind the several that are counted one of them may be told.
const APART_REACH: usize = 256;

/// `The first, yesterday before dawn, …`, `The twenty-fifth was on February 13`: a number alone counts what was told
/// before; where nothing was, it counts nothing of ours.
pub(super) fn counted(row: &Row<'_>, trigger: &Trigger, candidate: Candidate, told: &Told) -> Option<Candidate> {
    let is_bare = triggers::ordinal_at(&row.line, trigger.tokens.start).is_some();
    if !is_bare {
        return Some(candidate);
    }
    let near = |one: &&Candidate| one.row + COUNTED_REACH >= candidate.row;
    // "The twenty-fourth was on January 9": where the story counts rounds.
    let counts =
        candidate.ordinal.is_some_and(|number| number > 2) && told.rounds.is_some_and(|rounds| rounds <= candidate.row);
    if counts || told.has_round {
        return Some(candidate);
    }
    let several = told
        .all
        .iter()
        .rev()
        .take(MOST_COUNTED)
        .take_while(near)
        .find(|one| one.is_plural || one.is_new)
        .filter(|one| one.row < candidate.row)?;
    let is_one_of_several = true;
    Some(Candidate { kind: several.kind, ordinal: None, is_one_of_several, is_definite: false, ..candidate })
}

/// `The two toured the harbour`: what is done in company is told of the pair before; what two agree need be no meeting of its own.
pub(super) fn of_the_two(row: &Row<'_>, trigger: &Trigger, mut candidate: Candidate) -> Candidate {
    let line = &row.line;
    let head = trigger.tokens.start;
    let two = &["two", "both", "pair", "men", "women", "leaders", "presidents", "ministers", "premiers"];
    let together = triggers::is_shared_deed(line, trigger) && line.holds(head.saturating_sub(SIDES_REACH)..head, two);
    if together && candidate.points_back && candidate.participants.is_empty() {
        candidate.participants = std::mem::take(&mut candidate.pair_before);
    }
    candidate
}

/// How many words before what they do the two may be told.
const SIDES_REACH: usize = 6;

/// `The foreign ministers are to meet on Friday`: where nobody introduces them, they act for the sides of those who were
/// told before.
pub(super) fn name_by_sides(
    scene: &Scene<'_>,
    row: &Row<'_>,
    trigger: &Trigger,
    candidate: &mut Candidate,
    told: &Told,
) {
    let Some(noun) = slots::officials_before(row, trigger).filter(|_| candidate.participants.len() < 2) else {
        return;
    };
    let passage = row.line.passage(noun);
    let pair = told.last_of_people();
    candidate.points_to_others |= pair.is_some();
    // "OPEC ministers" are many already.
    candidate.is_many |= pair.is_some();
    let stands = |id: &crate::language::EntityId, name: &str| Participant {
        role: Some(passage),
        ..Participant::new(id.clone(), name, NameKind::Place, passage)
    };
    let side = |one: &Participant| scene.sides.named(one.acts_for.first()?).map(|(id, name)| stands(id, name));
    let mut sides: Vec<Participant> =
        pair.map(|pair| pair.participants.iter().filter_map(side).collect()).unwrap_or_default();
    // "OPEC ministers" are somebody's already.
    let new = if candidate.participants.is_empty() { newcomers(scene, candidate.row) } else { Vec::new() };
    if new.len() == 2 {
        sides = new;
    } else if pair.is_none_or(|pair| sides.len() != pair.participants.len()) {
        // "The foreign ministers are to meet": in a story of two states, theirs. Of states that no table knows, nothing
        // would tell another story's ministers to be the same.
        let known = scene.sides.pair().filter(|pair| pair.iter().all(|(id, _)| scene.facts.state(id).is_some()));
        sides = known.map(|pair| pair.iter().map(|(id, name)| stands(id, name)).collect()).unwrap_or_default();
    }
    let is_one_of = |one: &Participant| sides.iter().any(|side| side.id == one.id || one.acts_for.contains(&side.id));
    if sides.len() > 1 && !candidate.participants.iter().any(is_one_of) {
        candidate.participants.splice(0..0, sides);
        candidate.points_back = false;
    }
}

/// `The foreign ministers are to meet on Friday. X will try to agree with Y`: the two whom the next sentence names for the
/// first time.
fn newcomers(scene: &Scene<'_>, number: usize) -> Vec<Participant> {
    let Some(next) = scene.rows.get(number + 1).filter(|row| row.is_story) else { return Vec::new() };
    let people = || next.actors.iter().take(MOST_COUNTED).filter(|actor| actor.is_person && actor.how == How::Named);
    let known = |actor: &Actor| {
        scene
            .rows
            .get(..=number)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(ROWS_BEFORE)
            .any(|row| row.actors.iter().take(MOST_COUNTED).any(|other| other.is_person && other.who == actor.who))
    };
    if people().count() != 2 || people().any(known) {
        return Vec::new();
    }
    people().flat_map(Named::of_actor).map(|named| named.participant(next, scene)).collect()
}

/// How many sentences back someone may have been named before.
const ROWS_BEFORE: usize = 64;

/// `X received Y and Z separately`: one meeting for each guest of the host, who is told first.
pub(super) fn one_by_one(whole: &Candidate, is_passive: bool) -> Vec<Candidate> {
    let Some((host, guests)) = whole.participants.split_first() else { return Vec::new() };
    let (host, guests) = match whole.participants.split_last() {
        Some((last, others)) if is_passive => (last, others),
        _ => (host, guests),
    };
    let with = |guest: &Participant| Candidate {
        kind: if whole.kind == MeetingKind::Multilateral { MeetingKind::Bilateral } else { whole.kind },
        participants: vec![host.clone(), guest.clone()],
        is_plural: false,
        ..whole.clone()
    };
    guests.iter().map(with).collect()
}

/// Several that are told by their dates, one candidate each; none where one is told.
pub(super) fn listed(row: &Row<'_>, trigger: &Trigger, whole: &Candidate) -> Vec<Candidate> {
    let gapped = gapped::meetings(row, trigger, whole);
    if !gapped.is_empty() {
        return gapped;
    }
    let rounds = rounds_listed(row, trigger, whole);
    if rounds.is_empty() { days_listed(row, trigger, whole) } else { rounds }
}

/// `Six rounds took place on January 23-24, February 15-16, …`: one candidate a date, numbered where the count agrees.
fn rounds_listed(row: &Row<'_>, trigger: &Trigger, whole: &Candidate) -> Vec<Candidate> {
    let listed = trigger.kind == MeetingKind::Round && trigger.is_plural;
    let dates = row.dates_from(trigger.tokens.end + 1);
    let dates = dates.get(..MOST_LISTED).unwrap_or(dates);
    if !listed || dates.len() < 2 {
        return vec![];
    }
    let counted = trigger.tokens.start.checked_sub(1).and_then(|at| triggers::count(row.line.word(at)));
    let all_there = counted.is_none_or(|count| count == dates.len());
    dates
        .iter()
        .enumerate()
        .map(|(number, (tokens, when))| Candidate {
            when: Some(MeetingDate { interval: when.interval, precision: when.precision, passage: Some(when.passage) }),
            ordinal: u32::try_from(number + 1).ok().filter(|_| all_there),
            is_plural: false,
            is_definite: false,
            evidence: row.line.passage(tokens.clone()),
            ..whole.clone()
        })
        .collect()
}

/// `her contacts with X on 13 and 14 September`, `meetings on Monday and Tuesday`: one a day.
fn days_listed(row: &Row<'_>, trigger: &Trigger, whole: &Candidate) -> Vec<Candidate> {
    let end = trigger.tokens.end;
    if whole.participants.len() != 2 {
        return vec![];
    }
    if !trigger.is_plural || trigger.is_verb() {
        return days_of_twice(row, trigger, whole);
    }
    let near = row.dates_from(end).iter().take(2).filter(|(tokens, _)| tokens.start <= end + LISTED_REACH);
    let near: Vec<_> = near.collect();
    let days: Vec<(Interval, Passage)> = match near.as_slice() {
        [(first, one), (second, other)]
            if one.precision == Precision::Day
                && other.precision == Precision::Day
                && row.line.holds(first.end..second.start, &["and"])
                && second.start <= first.end + 2 =>
        {
            vec![(one.interval, one.passage), (other.interval, other.passage)]
        }
        [(tokens, range), ..]
            if row.line.holds(tokens.clone(), &["and"])
                && range.interval.from.tomorrow().ok() == Some(range.interval.to) =>
        {
            [range.interval.from, range.interval.to].map(|day| (Interval::day(day), range.passage)).to_vec()
        }
        _ => vec![],
    };
    let on = |(interval, passage): (Interval, Passage)| Candidate {
        when: Some(MeetingDate { interval, precision: Precision::Day, passage: Some(passage) }),
        is_plural: false,
        is_definite: false,
        ..whole.clone()
    };
    days.into_iter().map(on).collect()
}

/// `rang X twice, on March 3 and April 8`, `met three times, in March, in May and on June 2`: one for each day that
/// is told, if these are as many as are counted.
fn days_of_twice(row: &Row<'_>, trigger: &Trigger, whole: &Candidate) -> Vec<Candidate> {
    let line = &row.line;
    let end = trigger.tokens.end;
    let counted = (end..line.len().min(end + TWICE_REACH)).find_map(|at| {
        let times = line.is(at + 1, &["times"]).then(|| triggers::count(line.word(at))).flatten();
        let count = if line.is(at, &["twice"]) { Some(2) } else { times };
        count.filter(|count| (2..=MOST_LISTED).contains(count)).map(|count| (at, count))
    });
    let counted = counted.or_else(|| is_told_again(row, trigger).then_some((end, 2)));
    let Some((from, count)) = counted else { return vec![] };
    // "this year" holds the days and is none of them.
    let told = |(tokens, when): &&(Range<usize>, crate::language::When)| {
        when.precision != Precision::Year && !line.is(tokens.start, &["this"])
    };
    let days: Vec<_> = row.dates_from(from).iter().filter(told).take(count + 1).collect();
    let joined = days.windows(2).all(|pair| match pair {
        [(one, _), (next, _)] => {
            let gap = one.end..next.start;
            gap.len() <= DAYS_APART && line.holds(gap, &["and", ",", "again"])
        }
        _ => false,
    });
    if days.len() != count || !joined {
        return vec![];
    }
    let one = |(tokens, when): &(Range<usize>, crate::language::When)| Candidate {
        when: Some(MeetingDate { interval: when.interval, precision: when.precision, passage: Some(when.passage) }),
        is_definite: false,
        is_new: true,
        evidence: line.passage(line.positions(whole.evidence).start..Range::clone(tokens).end),
        ..whole.clone()
    };
    days.into_iter().map(one).collect()
}

/// `met X on March 3 and again on April 8`: the second day follows `again`.
fn is_told_again(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let end = trigger.tokens.end;
    let again = (end..line.len().min(end + LISTED_REACH + TWICE_REACH)).find(|&at| line.reads(at, "and again"));
    let dated = |and: usize| {
        let before = row.dates_from(end).first().is_some_and(|(tokens, _)| tokens.end <= and);
        let behind = row.dates_from(and + 2).first().is_some_and(|(tokens, _)| tokens.start <= and + 4);
        before && behind && !line.holds(end..and, &[",", ";"])
    };
    trigger.is_verb() && again.is_some_and(dated)
}

/// How many words behind its verb a meeting may be counted …
const TWICE_REACH: usize = 10;
/// … and how many may stand between two of its days: `in Oslo`.
const DAYS_APART: usize = 8;

/// How many words behind several meetings their days may stand.
const LISTED_REACH: usize = 12;

/// `telephone interviews: the first took place on Saturday`: each one that is told by itself.
pub(super) fn told_apart(row: &Row<'_>, trigger: &Trigger, plural: &Candidate) -> Vec<Candidate> {
    let line = &row.line;
    let begins = |at: usize| {
        line.is(at, &["the"])
            && triggers::ordinal_at(line, at + 1).is_some()
            && line.is(at + 2, &["took", "was", "on", ",", "came"])
    };
    (trigger.tokens.end..line.len().min(trigger.tokens.end + APART_REACH))
        .filter(|&at| begins(at))
        .filter_map(|at| {
            let (tokens, when) = row.dates_from(at + 1).first()?;
            Some(Candidate {
                when: Some(MeetingDate {
                    interval: when.interval,
                    precision: when.precision,
                    passage: Some(when.passage),
                }),
                is_plural: false,
                is_one_of_several: true,
                is_definite: false,
                evidence: line.passage(at..Range::clone(tokens).end),
                ..plural.clone()
            })
        })
        .collect()
}
