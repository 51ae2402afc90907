//! Tellings in, the pairs of them that are worth comparing out.
//!
//! **Why:** of a hundred thousand tellings no one compares all pairs. Two are compared only where they share two
//! participants (or the states of two), a numbered round, a named event, or place and week; or where one tells of a
//! single participant whom the other has. Within such a block they must be of the same time, and each is compared with the
//! nearest few. What a new story is compared with depends on these blocks only.

use foldhash::{HashMap, HashMapExt};

use super::around::pairs;
use super::days::Days;
use super::sides::{is_one_sided, states};
use super::telling::Telling;
use super::vetoes::PUT_OFF;
use crate::language::{EntityId, NameKind};
use crate::meetings::{MeetingMention, Status};

/// Tellings of one block that each telling is compared with at most, the nearest in time.
const NEAREST: usize = 48;
/// Tellings of long before with which one that tells no day is compared at most.
const LONG_AGO: usize = 6;
/// Days by which meetings of one block may be apart and still be compared.
const SLACK: i32 = 3;
/// Participants of one telling by each of whom it can be found.
const SOUGHT: usize = 8;
/// Days of a block of place and week.
const DAYS_IN_WEEK: i32 = 7;
/// Times of one telling by each of which it can be found; with more it is looked for at any time.
const MOST_TIMES: usize = 16;
/// Days of a longer interval that are looked at.
const LONGEST: i32 = 31;

/// What two tellings must share to be compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Block<'a> {
    People(&'a EntityId, &'a EntityId),
    /// At least one side tells of states or bodies only.
    States(&'a EntityId, &'a EntityId),
    /// At least one side tells of nobody else.
    One(&'a EntityId),
    Round(&'a str, u32),
    /// Number and week, where the series is not told.
    Number(u32, i32),
    /// Number, where one side's week is not known or may change.
    AnyNumber(u32),
    Event(&'a EntityId),
    /// Place and week.
    Place(&'a EntityId, i32),
}

/// A telling in a block.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Member {
    from: i32,
    to: i32,
    number: Number,
    /// Whether it is also paired with what was long before: it tells no day, and may look back.
    looks_back: bool,
    /// Whether the block is to pair it with members that are not so: a telling of states, or of one participant.
    seeks: bool,
}

/// The index of a telling. There are tens of millions of pairs of a hundred thousand stories, each of which is kept for a while.
pub(super) type Number = u32;

/// From so many pairs on they are cleared of those that several blocks hold, each time that they have doubled.
const MANY: usize = 1 << 20;

/// Pairs worth comparing, ascending.
pub(super) fn candidate_pairs(tellings: &[Telling<'_>]) -> Vec<(Number, Number)> {
    let mut blocks: HashMap<Block<'_>, Vec<Member>> = HashMap::new();
    for (number, telling) in (0..).zip(tellings) {
        let times = times(telling);
        let is_held = !matches!(telling.meeting.status, Status::Planned | Status::Ongoing);
        let looks_back = is_held && telling.meeting.when.is_none() && telling.published().is_some();
        let mut put = |block, seeks| {
            let looks_back = looks_back && matches!(block, Block::People(..) | Block::States(..));
            let members = times.iter().map(|days| Member { from: days.from, to: days.to, number, looks_back, seeks });
            blocks.entry(block).or_default().extend(members);
        };
        by_participants(telling.meeting, &mut put);
        by_bystanders(telling, &mut put);
        if let (Some(series), Some(ordinal)) = (&telling.meeting.series, telling.meeting.ordinal) {
            put(Block::Round(series.as_str(), ordinal), true);
        }
        if let Some((event, _)) = telling.event {
            put(Block::Event(event), true);
        }
        by_week(telling, &mut put);
    }
    let mut found: Vec<(Number, Number)> = Vec::new();
    let mut most = MANY;
    for (_, mut members) in blocks {
        members.sort_unstable();
        near_in_time(&members, &mut found);
        if found.len() >= most {
            found.sort_unstable();
            found.dedup();
            most = MANY.max(2 * found.len());
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The days by which a telling is found. One without any day may be of any time.
fn times(telling: &Telling<'_>) -> Vec<Days> {
    if !(1..=MOST_TIMES).contains(&telling.possible.len()) {
        return vec![Days { from: i32::MIN, to: i32::MAX }];
    }
    let is_round_to_come = telling.meeting.ordinal.is_some() && telling.meeting.status == Status::Planned;
    let later = if is_round_to_come { PUT_OFF } else { 0 };
    // What was put off was planned for a day before.
    let sooner = if telling.is_put_off { PUT_OFF } else { 0 };
    let around = |days: &Days| Days { from: days.from.saturating_sub(sooner), to: days.to.saturating_add(later) };
    telling.possible.iter().map(around).collect()
}

fn by_participants<'a>(meeting: &'a MeetingMention, put: &mut impl FnMut(Block<'a>, bool)) {
    let ids: Vec<&EntityId> = meeting.participants.iter().map(|participant| &participant.id).collect();
    for (a, b) in pairs(&ids) {
        put(Block::People(a, b), true);
    }
    let is_of_states = meeting.participants.iter().any(|who| who.kind != NameKind::Person);
    for (a, b) in pairs(&states(meeting)) {
        put(Block::States(a, b), is_of_states);
    }
    // A body may be told by a short form of its name, which only the comparison knows.
    let is_body = |kind: NameKind| matches!(kind, NameKind::Organisation | NameKind::Group);
    let has_body = meeting.when.is_some() && meeting.participants.iter().any(|who| is_body(who.kind));
    let seeks = ids.len() == 1 || has_body || is_one_sided(meeting);
    for id in ids.into_iter().take(SOUGHT) {
        put(Block::One(id), seeks);
    }
}

/// A telling that names nobody may be of those whom its story names.
fn by_bystanders<'a>(telling: &Telling<'a>, put: &mut impl FnMut(Block<'a>, bool)) {
    if telling.meeting.participants.is_empty() && telling.meeting.when.is_some() {
        let people = telling.story.annotations.names.iter().filter(|name| name.kind == NameKind::Person);
        people.take(SOUGHT).for_each(|name| put(Block::One(&name.id), true));
    }
}

/// By number and week, and by place and week.
fn by_week<'a>(telling: &Telling<'a>, put: &mut impl FnMut(Block<'a>, bool)) {
    let number = telling.meeting.ordinal;
    if let Some(number) = number {
        put(Block::AnyNumber(number), telling.meeting.when.is_none() || telling.meeting.status == Status::Planned);
    }
    let Some(days) = telling.told() else { return };
    // A meeting on a Sunday may be dated on the Monday.
    let to = days.to.min(days.from.saturating_add(LONGEST));
    let (first, last) = (days.from.div_euclid(DAYS_IN_WEEK), (to + 1).div_euclid(DAYS_IN_WEEK));
    let is_vague = telling.meeting.participants.len() < 2 || telling.is_open();
    for week in first..=last {
        if let Some(number) = number {
            put(Block::Number(number, week), true);
        }
        if let Some(place) = telling.meeting.place.as_ref() {
            put(Block::Place(&place.id, week), is_vague);
        }
    }
}

/// Pairs of a block whose days can be the same, each telling with its [`NEAREST`] at most. Of two, one must seek.
fn near_in_time(members: &[Member], found: &mut Vec<(Number, Number)>) {
    let seekers: Vec<Member> = members.iter().copied().filter(|member| member.seeks).collect();
    for (at, one) in members.iter().enumerate() {
        let last = one.to.saturating_add(SLACK);
        let later = if one.seeks {
            members.get(at + 1..)
        } else {
            seekers.get(seekers.partition_point(|other| other <= one)..)
        };
        let near = later.unwrap_or_default().iter().take_while(|other| other.from <= last).take(NEAREST);
        let near = near.filter(|other| other.number != one.number);
        found.extend(near.map(|other| (one.number.min(other.number), one.number.max(other.number))));
        if one.looks_back {
            let before = members.get(..at).unwrap_or_default().iter().rev();
            let before = before.filter(|other| other.to < one.from && (one.seeks || other.seeks)).take(LONG_AGO);
            found.extend(before.map(|other| (one.number.min(other.number), one.number.max(other.number))));
        }
    }
}
