//! Two tellings in, what decides that they are of different meetings out.
//!
//! These differences are not weighed: one story that tells both, another number in the series, explicit days apart, other
//! people, two sides against more. They hold for whole clusters: whatever the scores, no two tellings of one meeting have
//! a veto between them.

use super::background::Background;
use super::days::{Days, INFERRED_SLACK, can_meet};
use super::sides::Sides;
use super::telling::Telling;
use crate::meetings::{MeetingKind, MeetingMention, Status, Story};

/// A difference that decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Veto {
    /// One story tells of both.
    OneStory,
    /// Other numbers in a series.
    Ordinal,
    /// Other series, of which each is one numbered meeting.
    Series,
    /// Days apart.
    Day,
    /// Each names someone whom the other does not.
    People,
    /// Two sides here, three or more there.
    Count,
}

/// Days that two tellings of one meeting may be apart: outlets on two continents date the same call so.
const NEXT_DAY: i32 = 1;
/// The same for a round: one outlet dates its opening, another its end.
const ROUND_DAYS: i32 = 3;
/// Days by which a numbered round that is planned, or a meeting of which a story says so, may be put off and still be the same.
pub(super) const PUT_OFF: i32 = 31;

/// Everything that decides against two tellings.
pub(super) fn vetoes(a: &Telling<'_>, b: &Telling<'_>, sides: &Sides<'_>) -> impl Iterator<Item = Veto> {
    [
        (a.number == b.number, Veto::OneStory),
        (other_ordinal(a.meeting, b.meeting), Veto::Ordinal),
        (other_series(a.meeting, b.meeting), Veto::Series),
        (days_apart(a, b) || other_times(a, b), Veto::Day),
        (other_people(a, b, sides), Veto::People),
        (other_count(a, b), Veto::Count),
    ]
    .into_iter()
    .filter_map(|(holds, veto)| holds.then_some(veto))
}

/// Whether anything decides against two tellings of different stories; the same as [`vetoes`], in the order of cost.
pub(super) fn is_vetoed(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    unvetoed(a, b).is_none()
}

/// Who of two tellings is who, unless anything decides against them.
pub(super) fn unvetoed<'t>(a: &Telling<'t>, b: &Telling<'t>) -> Option<Sides<'t>> {
    let is_other = a.number == b.number
        || days_apart(a, b)
        || other_times(a, b)
        || other_ordinal(a.meeting, b.meeting)
        || other_series(a.meeting, b.meeting)
        || other_count(a, b);
    if is_other {
        return None;
    }
    let sides = Sides::of(a.meeting, b.meeting);
    (!other_people(a, b, &sides)).then_some(sides)
}

fn other_ordinal(a: &MeetingMention, b: &MeetingMention) -> bool {
    let one_series = a.series.is_none() || b.series.is_none() || a.series == b.series;
    one_series && a.ordinal.zip(b.ordinal).is_some_and(|(x, y)| x != y)
}

fn other_series(a: &MeetingMention, b: &MeetingMention) -> bool {
    let both_rounds = a.ordinal.is_some() && b.ordinal.is_some();
    both_rounds && a.series.as_ref().zip(b.series.as_ref()).is_some_and(|(x, y)| x != y)
}

fn days_apart(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let Some(((x, y), (one, other))) = a.meeting.when.zip(b.meeting.when).zip(a.days.zip(b.days)) else { return false };
    let slack = |told: bool| if told { 0 } else { INFERRED_SLACK };
    let is_round = a.meeting.kind == MeetingKind::Round || b.meeting.kind == MeetingKind::Round;
    let near = if is_round { ROUND_DAYS } else { NEXT_DAY };
    let allowed =
        if is_moved(a, b) { PUT_OFF } else { near + slack(x.passage.is_some()).max(slack(y.passage.is_some())) };
    gap(one, other) > allowed
}

/// Days by which a telling with a day of its own may be off that of `other` at most and still be of one meeting; whether it may be of
/// a round, and whether it may tell that something was put off.
pub(super) fn farthest(other: &Telling<'_>, is_round: bool, is_put_off: bool) -> i32 {
    if is_put_off || other.is_put_off || other.meeting.ordinal.is_some() {
        PUT_OFF
    } else if is_round || other.meeting.kind == MeetingKind::Round {
        ROUND_DAYS
    } else {
        NEXT_DAY
    }
}

/// Whether both tell of one number, the one as held and the other, or both, as planned: such a round is put off at times.
/// Of what has no number nobody knows that it is the same, unless the telling of the later day says that it was put off.
pub(super) fn is_moved(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let (one, other) = (a.meeting, b.meeting);
    let counted = one.ordinal.is_some() && one.ordinal == other.ordinal && !other_series(one, other);
    let later = if a.told() > b.told() { a } else { b };
    let is_put_off = later.is_put_off && !other_ordinal(one, other);
    (counted || is_put_off) && (one.status == Status::Planned || other.status == Status::Planned)
}

/// Whether of two tellings of one meeting on days apart one is a plan that was put off: what changed in the course of time
/// is no disagreement.
pub fn is_put_off(tellings: [(&Story, &MeetingMention); 2]) -> bool {
    let [(story, one), (other_story, other)] = tellings;
    let one = Telling::of(0, &Background::of(story), 0, one);
    is_moved(&one, &Telling::of(1, &Background::of(other_story), 0, other))
}

/// Whether `plan` told a day on which the meeting was not held, as `moved`, another telling of the same meeting, shows: then
/// it is no matter that `other`, told later, has another day than it, for it is of the day of `moved`.
pub(super) fn is_overtaken(plan: &Telling<'_>, moved: &Telling<'_>, other: &Telling<'_>) -> bool {
    let later = plan.published().zip(other.published()).is_some_and(|(plan, other)| plan < other);
    later
        && plan.meeting.status == Status::Planned
        && plan.meeting.when.zip(other.meeting.when).is_some()
        && is_moved(plan, moved)
        && gap_told(plan, moved).is_some_and(|gap| gap > ROUND_DAYS)
        && gap_told(moved, other) == Some(0)
        && vetoes(plan, other, &Sides::of(plan.meeting, other.meeting)).all(|veto| veto == Veto::Day)
}

/// Days between those that two tellings tell.
fn gap_told(a: &Telling<'_>, b: &Telling<'_>) -> Option<i32> {
    let (x, y) = a.meeting.when.zip(b.meeting.when)?;
    Some(gap(Days::of(x.interval), Days::of(y.interval)))
}

/// Whether neither tells a day and the stories are of other times: what each calls recent is not the same. Likewise where
/// one story leaves open which year it is of, and in none can it speak of the day that the other tells.
fn other_times(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let silent = |telling: &Telling<'_>| telling.meeting.when.is_none();
    let open = |telling: &Telling<'_>| silent(telling) && telling.days_of_story.len() > 1;
    (silent(a) && silent(b) || open(a) || open(b)) && can_meet(&a.possible, &b.possible) == Some(false)
}

/// Days between: 0 where a day is shared.
pub(super) fn gap(x: Days, y: Days) -> i32 {
    (y.from - x.to).max(x.from - y.to).max(0)
}

/// Whether two tellings are surely of the same event, whoever each names: the same round, or the same named event.
fn is_one_event(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let (one, other) = (a.meeting, b.meeting);
    let counted = one.ordinal.is_some() && one.ordinal == other.ordinal && one.series == other.series;
    let named = a.is_open() && b.is_open() && a.event.zip(b.event).is_some_and(|(x, y)| x.0 == y.0);
    let gathering = |kind| matches!(kind, MeetingKind::Conference | MeetingKind::Round);
    counted || named || one.kind == other.kind && gathering(one.kind)
}

fn other_people(a: &Telling<'_>, b: &Telling<'_>, sides: &Sides<'_>) -> bool {
    if !sides.differ() || is_one_event(a, b) {
        return false;
    }
    // Lists of many are seldom whole.
    let most = a.is_open()
        && b.is_open()
        && sides.shared() >= 2
        && sides.shared() > sides.only.0.len().min(sides.only.1.len());
    !most
}

fn other_count(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let two =
        |telling: &Telling<'_>| !telling.is_open() && telling.meeting.participants.len() == 2 && telling.sides == 2;
    (two(a) && b.sides > 2 || two(b) && a.sides > 2) && !is_one_event(a, b)
}
