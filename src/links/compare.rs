//! Two tellings in, the score that they tell of the same meeting out, as a list of reasons.
//!
//! The score is a sum; the explanation that a reader sees is its terms. Some differences are not weighed but decide
//! ([`Comparison::Different`]): other days, another number, other people, two sides against three.

use jiff::Span;

use super::types::Reason;
use super::weights as w;
use crate::language::{EntityId, Interval, NameKind, Passage};
use crate::meetings::{MeetingDate, MeetingKind, MeetingMention, Status, Story};

/// A telling: a meeting as one story tells it.
#[derive(Clone, Copy)]
pub(super) struct Telling<'a> {
    /// Index of the story.
    pub number: usize,
    /// The story.
    pub story: &'a Story,
    /// What it says.
    pub meeting: &'a MeetingMention,
}

/// Whether two tellings are of the same meeting.
#[derive(Clone, Debug)]
pub(super) enum Comparison {
    /// They cannot be: what decides so, and the sum as if nothing did.
    Different {
        /// Log odds.
        score: f64,
        /// The terms of the sum.
        reasons: Vec<Reason>,
        /// What decides; never empty.
        vetoes: Vec<Reason>,
    },
    /// They may be: log odds and the terms of the sum.
    Possible(f64, Vec<Reason>),
}

/// Compares two tellings. `same_pair` is how many meetings of the library have the same two people.
pub(super) fn compare(a: &Telling<'_>, b: &Telling<'_>, same_pair: usize) -> Comparison {
    let mut reasons = Vec::new();
    reasons.extend(people(a, b, same_pair));
    reasons.extend(days(a, b));
    reasons.extend(places(a, b));
    reasons.extend(round(a, b));
    reasons.push(kinds(a, b));
    reasons.extend(statuses(a, b));
    let score = w::PRIOR + reasons.iter().map(|reason| reason.weight).sum::<f64>();
    reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    let vetoes = vetoes(a, b);
    if vetoes.is_empty() {
        Comparison::Possible(score, reasons)
    } else {
        Comparison::Different { score, reasons, vetoes }
    }
}

fn shared<'a>(a: &'a MeetingMention, b: &MeetingMention) -> Vec<&'a crate::meetings::Participant> {
    a.participants.iter().filter(|one| b.participants.iter().any(|other| other.id == one.id)).collect()
}

/// Days by which an inferred day may be wrong: stories tell of a meeting without its day for some days.
const INFERRED_SLACK: i32 = 4;

/// Differences that decide: one story that tells both, another number, other days, other people, two sides against
/// more.
pub(super) fn is_vetoed(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    !vetoes(a, b).is_empty()
}

/// What decides that two tellings are of different meetings.
fn vetoes(a: &Telling<'_>, b: &Telling<'_>) -> Vec<Reason> {
    let (one, other) = (a.meeting, b.meeting);
    let mut vetoes = Vec::new();
    let mut veto = |feature, from: Option<Passage>, to: Option<Passage>, says: String| {
        vetoes.push(Reason { feature, weight: 0.0, from, to, says });
    };
    let (here, there) = (one.evidence.first().copied(), other.evidence.first().copied());
    if a.number == b.number {
        veto("story", here, there, "one story tells of both".to_owned());
    }
    if let Some((x, y)) = one.ordinal.zip(other.ordinal).filter(|(x, y)| x != y) {
        veto("ordinal", here, there, format!("number {x} against number {y}"));
    }
    // A day that was inferred from the story's own is only about right.
    let slack = |when: MeetingDate| if when.passage.is_some() { 0 } else { INFERRED_SLACK };
    if let Some((x, y)) =
        one.when.zip(other.when).filter(|(x, y)| x.interval.gap(y.interval) > 1 + slack(*x) + slack(*y))
    {
        veto("day", x.passage, y.passage, format!("{} against {}", spelled(x.interval), spelled(y.interval)));
    }
    let counted = one.ordinal.is_some() && one.ordinal == other.ordinal && one.series == other.series;
    let (x, y) = (one.participants.len(), other.participants.len());
    let (few, many) = (x.min(y), x.max(y));
    if !counted && few >= 2 && shared(one, other).len() < few {
        let alone = |one: &MeetingMention, other: &MeetingMention| {
            let alone = one.participants.iter().find(|who| other.participants.iter().all(|one| one.id != who.id));
            alone.map(|who| (who.name.clone(), who.passage))
        };
        let (from, to) = (alone(one, other), alone(other, one));
        let name = |who: &Option<(String, Passage)>| who.as_ref().map_or_else(String::new, |(name, _)| name.clone());
        let says = format!("{} here, {} there", name(&from), name(&to));
        veto("participants", from.map(|(_, at)| at), to.map(|(_, at)| at), says);
    }
    if !counted && few == 2 && many > 2 {
        veto("sides", here, there, format!("{x} took part in one, {y} in the other"));
    }
    vetoes
}

fn people(a: &Telling<'_>, b: &Telling<'_>, same_pair: usize) -> Option<Reason> {
    let both = shared(a.meeting, b.meeting);
    let first = both.first()?;
    let names: Vec<&str> = both.iter().map(|participant| participant.name.as_str()).collect();
    let there = |id: &EntityId| b.meeting.participants.iter().find(|other| &other.id == id).map(|other| other.passage);
    let weight = if both.len() >= 2 {
        let doublings = f64::from(u32::try_from(same_pair.max(1)).unwrap_or(u32::MAX)).log2();
        (w::SAME_PEOPLE - w::COMMON_PEOPLE * doublings).max(w::ONE_SHARED)
    } else {
        w::ONE_SHARED
    };
    let says = format!("both name {}", spelled_list(&names));
    Some(Reason { feature: "participants", weight, from: Some(first.passage), to: there(&first.id), says })
}

/// `A`, `A and B`, `A, B and C`.
pub(super) fn spelled_list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    }
}

fn days(a: &Telling<'_>, b: &Telling<'_>) -> Option<Reason> {
    let passage = |telling: &Telling<'_>| telling.meeting.when.and_then(|when| when.passage);
    let reason = |weight: f64, says: String| Reason { feature: "day", weight, from: passage(a), to: passage(b), says };
    match (a.meeting.when, b.meeting.when) {
        (Some(x), Some(y)) if x.interval == y.interval => {
            Some(reason(w::SAME_DAY, format!("both say {}", spelled(x.interval))))
        }
        (Some(x), Some(y)) if x.interval.meet(y.interval).is_some() => {
            Some(reason(w::DAYS_OVERLAP, format!("{} and {} share days", spelled(x.interval), spelled(y.interval))))
        }
        (Some(x), Some(y)) if x.interval.gap(y.interval) == 1 => {
            Some(reason(w::NEXT_DAY, format!("{} and {}: a day apart", spelled(x.interval), spelled(y.interval))))
        }
        // Further apart only where one is inferred: then the day that is told has to fit the other story.
        (Some(x), Some(_)) if x.passage.is_some() => {
            fits_story(x.interval, b).map(|(weight, says)| reason(weight, says))
        }
        (Some(_), Some(y)) => fits_story(y.interval, a).map(|(weight, says)| reason(weight, says)),
        (Some(x), None) => fits_story(x.interval, b).map(|(weight, says)| reason(weight, says)),
        (None, Some(y)) => fits_story(y.interval, a).map(|(weight, says)| reason(weight, says)),
        (None, None) => {
            let (x, y) = (possible_days(a)?, possible_days(b)?);
            let apart = x.meet(y).is_none();
            apart.then(|| {
                reason(w::DAY_STRANGE_TO_STORY, "neither tells the day, and the stories are of other times".into())
            })
        }
    }
}

/// The days on which a meeting can have been: those told, or those that its story is likely to speak of without telling.
pub(super) fn possible_days(telling: &Telling<'_>) -> Option<Interval> {
    if let Some(when) = telling.meeting.when {
        let slack = if when.passage.is_some() { 0 } else { INFERRED_SLACK };
        return Some(Interval {
            from: when.interval.from.saturating_sub(Span::new().days(slack)),
            to: when.interval.to,
        });
    }
    let published = telling.story.annotations.published.as_ref()?.best;
    let (before, after) = match telling.meeting.status {
        Status::Planned => (1, w::PLANNED_DAYS),
        _ => (w::RECENT_DAYS, 1),
    };
    let day = |days: i32| published.saturating_add(Span::new().days(days));
    Some(Interval { from: day(-before), to: day(after) })
}

/// Whether a day told by the other story fits a story that tells none.
fn fits_story(told: Interval, silent: &Telling<'_>) -> Option<(f64, String)> {
    let published = silent.story.annotations.published.as_ref()?.best;
    let fits = possible_days(silent)?.holds(told.to);
    let day = spelled(told);
    Some(if fits {
        (w::DAY_FITS_STORY, format!("{day} told in one only, and fits the other"))
    } else {
        (w::DAY_STRANGE_TO_STORY, format!("{day} told in one only; the other story is of {published}"))
    })
}

/// `20 Nov 2017`, `3–4 May 2017`.
fn spelled(interval: Interval) -> String {
    let (from, to) = (interval.from, interval.to);
    if from == to {
        to.strftime("%-d %b %Y").to_string()
    } else if (from.year(), from.month()) == (to.year(), to.month()) {
        format!("{}–{}", from.day(), to.strftime("%-d %b %Y"))
    } else {
        format!("{} – {}", from.strftime("%-d %b %Y"), to.strftime("%-d %b %Y"))
    }
}

fn places(a: &Telling<'_>, b: &Telling<'_>) -> Option<Reason> {
    let (x, y) = (a.meeting.place.as_ref(), b.meeting.place.as_ref());
    let passages = (x.map(|place| place.passage), y.map(|place| place.passage));
    let reason =
        |weight: f64, says: String| Some(Reason { feature: "place", weight, from: passages.0, to: passages.1, says });
    match (x, y) {
        (Some(x), Some(y)) if x.id == y.id => reason(w::SAME_PLACE, format!("both say {}", x.name)),
        (Some(x), Some(y)) if in_state(a, &x.id, &y.id) || in_state(b, &y.id, &x.id) => {
            reason(w::SAME_PLACE / 2.0, format!("{} and {} are the same country", x.name, y.name))
        }
        (Some(x), Some(y)) => reason(w::OTHER_PLACE, format!("{} against {}", x.name, y.name)),
        (Some(place), None) | (None, Some(place)) => reason(0.0, format!("place told in one only ({})", place.name)),
        (None, None) => None,
    }
}

/// Whether `place` of this story lies in the state `state`.
fn in_state(telling: &Telling<'_>, place: &EntityId, state: &EntityId) -> bool {
    telling.story.name(place).is_some_and(|name| name.state.as_ref() == Some(state))
}

fn round(a: &Telling<'_>, b: &Telling<'_>) -> Option<Reason> {
    let (one, other) = (a.meeting, b.meeting);
    let evidence = |meeting: &MeetingMention| meeting.evidence.first().copied();
    let reason = |feature, weight: f64, says: String| {
        Some(Reason { feature, weight, from: evidence(one), to: evidence(other), says })
    };
    if let (Some(number), true) =
        (one.ordinal, one.ordinal == other.ordinal && one.series.is_some() && one.series == other.series)
    {
        return reason("ordinal", w::SAME_ROUND, format!("both tell of number {number} of the series"));
    }
    match (event_of(a), event_of(b)) {
        (Some(x), Some(y)) if x.0 == y.0 => reason("series", w::SAME_EVENT, format!("both name the {}", x.1)),
        _ => None,
    }
}

/// The named event that a telling is of, such as `APEC summit`.
pub(super) fn event_of<'a>(telling: &Telling<'a>) -> Option<(&'a EntityId, &'a str)> {
    if !matches!(telling.meeting.kind, MeetingKind::Summit | MeetingKind::Conference) {
        return None;
    }
    let holds = |passage: &Passage, inner: Passage| passage.part == inner.part && passage.span.contains(inner.span);
    let events = telling.story.annotations.names.iter().filter(|name| name.kind == NameKind::Event);
    events
        .filter(|name| {
            name.mentions
                .iter()
                .any(|mention| telling.meeting.evidence.iter().any(|passage| holds(passage, mention.passage)))
        })
        .map(|name| (&name.id, name.name.as_str()))
        .next()
}

fn kinds(a: &Telling<'_>, b: &Telling<'_>) -> Reason {
    let (x, y) = (a.meeting.kind, b.meeting.kind);
    let evidence = |telling: &Telling<'_>| telling.meeting.evidence.first().copied();
    let call = |kind| kind == MeetingKind::Call;
    let (weight, says) = if x == y {
        (w::SAME_KIND, format!("both a {}", spoken(x)))
    } else if call(x) != call(y) {
        (w::CALL_OR_MEETING, format!("{} against {}", spoken(x), spoken(y)))
    } else {
        (0.0, format!("{}; {}", spoken(x), spoken(y)))
    };
    Reason { feature: "kind", weight, from: evidence(a), to: evidence(b), says }
}

const fn spoken(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Bilateral => "meeting of two",
        MeetingKind::Multilateral => "meeting of several",
        kind => kind.word(),
    }
}

fn statuses(a: &Telling<'_>, b: &Telling<'_>) -> Option<Reason> {
    let (x, y) = (a.meeting.status, b.meeting.status);
    if x == y {
        return None;
    }
    let published =
        |telling: &Telling<'_>| telling.story.annotations.published.as_ref().map(|published| published.best);
    let backwards = match (published(a), published(b)) {
        (Some(first), Some(second)) => {
            x == Status::Planned && y == Status::Held && first > second
                || y == Status::Planned && x == Status::Held && second > first
        }
        _ => false,
    };
    let weight = if backwards { w::STATUS_BACKWARDS } else { 0.0 };
    let evidence = |telling: &Telling<'_>| telling.meeting.evidence.first().copied();
    let says = format!("{} in one, {} in the other", x.word(), y.word());
    Some(Reason { feature: "status", weight, from: evidence(a), to: evidence(b), says })
}
