//! Two ways of telling a meeting in, whether both can be true out.
//!
//! **Why:** the page of a meeting and two stories side by side must find the same disagreements; each slot has one rule here.
//! What one telling leaves open, or says less exactly, is none.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::language::{EntityId, Extent, Facts, NameKind, Part, Precision};
use crate::meetings::{MeetingDate, MeetingKind, MeetingPlace, Participant, Status, Story};
use crate::text::fold::folded;

/// Days between a week, month or season and a day that may still be meant by it.
const CLOSE_BY: i32 = 3;
/// Participants that are compared with each other: a list of a thousand guests stays a list.
const COMPARED: usize = 64;

/// Whether two days cannot be the same, of which both are told and not inferred: they share no day, nor is one as vague as
/// `this summer` and the other close by.
pub(in crate::dossier) fn days_differ(one: &MeetingDate, other: &MeetingDate) -> bool {
    one.passage.is_some() && other.passage.is_some() && !days_fit(one, other)
}

/// Whether two days can be the same, told or inferred.
pub(in crate::dossier) fn days_fit(one: &MeetingDate, other: &MeetingDate) -> bool {
    let is_vague = [one, other].iter().any(|when| !matches!(when.precision, Precision::Day | Precision::Range));
    one.interval.gap(other.interval) <= if is_vague { CLOSE_BY } else { 0 }
}

/// Whether two places cannot be the same: they are of different states, or neither can lie in the other. `state` tells in which
/// state a place lies, `is_house` whether some story tells it as a house. A house that no table knows may stand in a town that
/// one knows, and a town lie in a province.
pub(in crate::dossier) fn places_differ(
    one: &MeetingPlace,
    other: &MeetingPlace,
    state: impl Fn(&EntityId) -> Option<EntityId>,
    is_house: impl Fn(&MeetingPlace) -> bool,
) -> bool {
    let facts = Facts::shipped();
    let is_capital = |place: &EntityId, of: &EntityId| facts.capital_of(of).is_some_and(|capital| capital.id == *place);
    if one.id == other.id || is_capital(&one.id, &other.id) || is_capital(&other.id, &one.id) {
        return false;
    }
    // A state lies in itself.
    let state = |id: &EntityId| state(id).or_else(|| facts.state(id).is_some().then(|| id.clone()));
    match (state(&one.id), state(&other.id)) {
        (Some(of_one), Some(of_other)) if of_one != of_other => of_one != other.id && of_other != one.id,
        (Some(of_one), Some(of_other)) if of_one == other.id || of_other == one.id => false,
        (Some(_), Some(_)) | (None, None) => !may_lie_in(one, other, is_house),
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// Whether one place of a state may lie in the other: one takes less room, or is called after the other (`Sarn Airport`). What no
/// table knows is a house where its name or a story says so, else a town.
fn may_lie_in(one: &MeetingPlace, other: &MeetingPlace, is_house: impl Fn(&MeetingPlace) -> bool) -> bool {
    let facts = Facts::shipped();
    let extent = |place: &MeetingPlace| {
        let called = if is_house(place) { Extent::House } else { Extent::Town };
        facts.extent_of(&place.id, &place.name).unwrap_or(called)
    };
    let words = |place: &MeetingPlace| -> HashSet<String> {
        let words = place.name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(folded).collect()
    };
    let (here, there) = (words(one), words(other));
    extent(one) != extent(other) || here.is_subset(&there) || there.is_subset(&here)
}

/// Whether a place is the town of the story's dateline: that is where the reporter sat.
pub(in crate::dossier) fn is_of_dateline(story: &Story, place: &MeetingPlace) -> bool {
    let dateline = story.article.dateline.map(|dateline| dateline.span);
    place.passage.part == Part::Text && dateline.is_some_and(|span| span.contains(place.passage.span))
}

/// Whether statuses, each with the day on which it was written, as far as that is known, only changed in the course of
/// time: no earlier one is further on than a later one, and none is called off that another holds.
pub(in crate::dossier) fn is_progress(told: impl Iterator<Item = (Option<Date>, Status)> + Clone) -> bool {
    let stage = |status: Status| match status {
        Status::Unknown | Status::Planned => 0,
        Status::Ongoing => 1,
        Status::Held | Status::Cancelled => 2,
    };
    let told = told.filter(|(_, status)| *status != Status::Unknown);
    let are = |wanted: Status| told.clone().any(|(_, status)| status == wanted);
    let mut steps: Vec<(Date, i32)> =
        told.clone().filter_map(|(written, status)| Some((written?, stage(status)))).collect();
    steps.sort_unstable();
    steps.is_sorted_by_key(|(_, stage)| *stage) && !(are(Status::Held) && are(Status::Cancelled))
}

/// Whether one is a call and the other is not: every other kind is a broader or narrower word for people in one room.
pub(in crate::dossier) fn kinds_differ(one: MeetingKind, other: MeetingKind) -> bool {
    (one == MeetingKind::Call) != (other == MeetingKind::Call)
}

#[cfg(test)]
thread_local! {
    /// How often two participants were compared on this thread: work can be counted where time says little.
    pub(super) static SIDES_COMPARED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Whether two participants stand for one side: the same one, a surname for the full name, a state for whoever acts for it.
pub(in crate::dossier) fn is_one_side(one: &Participant, other: &Participant) -> bool {
    #[cfg(test)]
    SIDES_COMPARED.set(SIDES_COMPARED.get() + 1);
    let acts_for = |who: &Participant, side: &Participant| who.acts_for.contains(&side.id);
    let is_surname = |short: &Participant, full: &Participant| {
        let people = short.kind == NameKind::Person && full.kind == NameKind::Person;
        people && !short.name.contains(' ') && full.name.rsplit(' ').next() == Some(short.name.as_str())
    };
    let either = |test: &dyn Fn(&Participant, &Participant) -> bool| test(one, other) || test(other, one);
    one.id == other.id || either(&acts_for) || either(&is_surname)
}

/// Who of one company stands for whom of the other, and who of either is left.
pub(in crate::dossier) struct Matched<'a> {
    /// The same side.
    pub pairs: Vec<[&'a Participant; 2]>,
    /// Those who cannot both have been there, or not both alone.
    pub rivals: Vec<[&'a Participant; 2]>,
    /// Told by one only.
    pub alone: [Vec<&'a Participant>; 2],
}

/// Matches two companies. Rivals are two people in one state's seat (the president here, the minister there), or, where
/// both tell of two sides, the second ones. Whoever is told less exactly, by an office or as a state, may be who is named.
pub(in crate::dossier) fn matched<'a>(one: &'a [Participant], other: &'a [Participant]) -> Matched<'a> {
    let mut alone = [one, other].map(|all| all.iter().take(COMPARED).collect::<Vec<_>>());
    let [here, there] = &mut alone;
    let mut pairs = Vec::new();
    let is_same: fn(&Participant, &Participant) -> bool = |one, other| one.id == other.id;
    for belong in [is_same, is_one_side] {
        pair_up(here, there, belong, &mut pairs);
    }
    let mut rivals = Vec::new();
    pair_up(here, there, in_one_seat, &mut rivals);
    if one.len() == 2 && other.len() == 2 {
        pair_up(here, there, |one, other| !may_be_one(one, other), &mut rivals);
    }
    Matched { pairs, rivals, alone }
}

fn pair_up<'a>(
    here: &mut Vec<&'a Participant>,
    there: &mut Vec<&'a Participant>,
    belong: fn(&Participant, &Participant) -> bool,
    pairs: &mut Vec<[&'a Participant; 2]>,
) {
    here.retain(|one| {
        let Some(at) = there.iter().position(|other| belong(one, other)) else { return true };
        pairs.push([one, there.remove(at)]);
        false
    });
}

/// Whether both are people who act for the same state, and both are named: the holder of an office is only inferred.
fn in_one_seat(one: &Participant, other: &Participant) -> bool {
    let named = |who: &Participant| who.kind == NameKind::Person && who.role.is_none();
    named(one) && named(other) && share_a_side(one, other)
}

fn share_a_side(one: &Participant, other: &Participant) -> bool {
    one.acts_for.iter().any(|state| other.acts_for.contains(state))
}

/// Whether one who is told by an office or as a state may be the other, who is named: they act for the same state, or nobody
/// tells for whom the named one acts.
fn may_be_one(one: &Participant, other: &Participant) -> bool {
    let is_vague = |who: &Participant| who.kind != NameKind::Person || who.role.is_some();
    let is_named = |who: &Participant| who.kind == NameKind::Person && who.role.is_none();
    let may_be = |vague: &Participant, named: &Participant| {
        is_vague(vague) && is_named(named) && (named.acts_for.is_empty() || share_a_side(vague, named))
    };
    may_be(one, other) || may_be(other, one)
}
