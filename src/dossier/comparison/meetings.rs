//! Two stories in, the meetings that both tell out, fact by fact.
//!
//! Two facts disagree only where both cannot be true: two days without a day in common, two towns, two numbers, two
//! people in one state's seat. A day told less exactly, a state for its town, or a meeting that was still planned when the
//! earlier story was written do not.

use std::cmp::Ordering;

use super::{Agreement, Aspect, Fact, SharedMeeting, Source, Told, Value};
use crate::language::{EntityId, Facts, Form, NameKind, Passage, Precision};
use crate::library::Library;
use crate::meetings::{MeetingDate, MeetingKind, MeetingMention, Participant, Status, Story};
use crate::text::fold::folded;

/// Days between a week, month or season and a day that may still be meant by it.
const CLOSE_BY: i32 = 3;
/// Participants that are compared with each other: a list of a thousand guests stays a list.
const MOST: usize = 64;

/// The meetings that both stories tell.
pub(super) fn shared(library: &Library, stories: [(usize, &Story); 2]) -> Vec<SharedMeeting> {
    let [(left, one), (right, other)] = stories;
    let meetings = library.connections.meetings.iter().enumerate();
    let shared = meetings.filter_map(|(number, meeting)| {
        let first = |story: usize| meeting.mentions.iter().find(|mention| mention.story == story).copied();
        let tellings = [first(left)?, first(right)?];
        let [at_left, at_right] = tellings;
        let tellers = [
            Teller { number: left, story: one, meeting: one.meetings.get(at_left.mention)? },
            Teller { number: right, story: other, meeting: other.meetings.get(at_right.mention)? },
        ];
        Some(SharedMeeting { meeting: number, tellings, facts: facts(tellers) })
    });
    shared.collect()
}

/// One side: a story and the meeting as it tells it.
#[derive(Clone, Copy)]
struct Teller<'s> {
    number: usize,
    story: &'s Story,
    meeting: &'s MeetingMention,
}

impl Teller<'_> {
    fn says(self, value: impl Into<String>, passage: Passage) -> Told {
        Told { value: Value::Words(value.into()), source: Source { story: self.number, passage } }
    }

    /// The words that tell of the meeting at all.
    fn evidence(self) -> Option<Passage> {
        self.meeting.evidence.first().copied()
    }
}

fn facts(tellers: [Teller<'_>; 2]) -> Vec<Fact> {
    let mut facts = Vec::new();
    facts.extend(day(tellers));
    facts.extend(place(tellers));
    facts.extend(kind(tellers));
    facts.extend(status(tellers));
    facts.extend(ordinal(tellers));
    facts.extend(series(tellers));
    participants(tellers, &mut facts);
    facts
}

/// The fact, where at least one tells it; `both` judges what two tell.
pub(super) fn fact(aspect: Aspect, told: [Option<Told>; 2], both: impl FnOnce() -> Agreement) -> Option<Fact> {
    let agreement = match &told {
        [Some(_), Some(_)] => both(),
        [Some(_), None] => Agreement::OnlyLeft,
        [None, Some(_)] => Agreement::OnlyRight,
        [None, None] => return None,
    };
    Some(Fact { aspect, agreement, told })
}

fn day(tellers: [Teller<'_>; 2]) -> Option<Fact> {
    let [left, right] = tellers.map(|teller| teller.meeting.when);
    let meet = left.zip(right).is_none_or(|(left, right)| fit(&left, &right));
    let told = tellers.map(|teller| {
        // A day that was only inferred, and is another than the one that is told, is not told.
        let when = teller.meeting.when.filter(|when| when.passage.is_some() || meet)?;
        let passage = when.passage.or_else(|| teller.evidence())?;
        Some(Told { value: Value::Days(when.interval), source: Source { story: teller.number, passage } })
    });
    fact(Aspect::Day, told, || match (left, right) {
        (Some(a), Some(b)) if a.interval == b.interval => Agreement::Same,
        _ if meet => Agreement::Near,
        _ => Agreement::Differs,
    })
}

/// Whether both can be true: they share a day, or one is as vague as `this summer` and the other lies close by.
fn fit(left: &MeetingDate, right: &MeetingDate) -> bool {
    let is_vague = [left, right].iter().any(|when| !matches!(when.precision, Precision::Day | Precision::Range));
    left.interval.gap(right.interval) <= if is_vague { CLOSE_BY } else { 0 }
}

fn place(tellers: [Teller<'_>; 2]) -> Option<Fact> {
    let told = tellers.map(|teller| {
        let place = teller.meeting.place.as_ref()?;
        Some(teller.says(place.name.clone(), place.passage))
    });
    let [left, right] = tellers;
    fact(Aspect::Place, told, || match (&left.meeting.place, &right.meeting.place) {
        (Some(a), Some(b)) if a.id == b.id => Agreement::Same,
        (Some(a), Some(b)) if lies_in(left.story, &a.id, &b.id) || lies_in(right.story, &b.id, &a.id) => {
            Agreement::Near
        }
        _ => Agreement::Differs,
    })
}

/// Whether the story or the tables of facts know that `place` lies in the state `state`.
fn lies_in(story: &Story, place: &EntityId, state: &EntityId) -> bool {
    let told = story.name(place).is_some_and(|name| name.state.as_ref() == Some(state));
    told || Facts::shipped().capital_of(state).is_some_and(|capital| capital.id == *place)
}

fn kind(tellers: [Teller<'_>; 2]) -> Option<Fact> {
    let told = tellers.map(|teller| Some(teller.says(teller.meeting.kind.word(), teller.evidence()?)));
    let [left, right] = tellers.map(|teller| teller.meeting.kind);
    fact(Aspect::Kind, told, || match (left == MeetingKind::Call, right == MeetingKind::Call) {
        _ if left == right => Agreement::Same,
        // Every other kind is a broader or narrower word for people in one room.
        (false, false) => Agreement::Near,
        _ => Agreement::Differs,
    })
}

fn status(tellers: [Teller<'_>; 2]) -> Option<Fact> {
    let told = tellers.map(|teller| {
        let is_told = teller.meeting.status != Status::Unknown;
        is_told.then(|| Some(teller.says(teller.meeting.status.word(), teller.evidence()?))).flatten()
    });
    let [left, right] = tellers;
    fact(Aspect::Status, told, || match order(left.meeting.status, right.meeting.status) {
        Some(Ordering::Equal) => Agreement::Same,
        Some(first) if first == written(left, right) || written(left, right) == Ordering::Equal => Agreement::Near,
        _ => Agreement::Differs,
    })
}

/// Which status comes first in a meeting's life; `None` where one is no stage of the other.
fn order(left: Status, right: Status) -> Option<Ordering> {
    let stage = |status: Status| match status {
        Status::Planned => Some(0),
        Status::Ongoing => Some(1),
        Status::Held => Some(2),
        Status::Cancelled | Status::Unknown => None,
    };
    if left == right { Some(Ordering::Equal) } else { Some(stage(left)?.cmp(&stage(right)?)) }
}

/// Which story was written first, as far as their days can tell.
fn written(left: Teller<'_>, right: Teller<'_>) -> Ordering {
    let days = |teller: Teller<'_>| teller.story.annotations.published.as_ref().map(|published| published.interval);
    match days(left).zip(days(right)) {
        Some((a, b)) if a.to < b.from => Ordering::Less,
        Some((a, b)) if b.to < a.from => Ordering::Greater,
        _ => Ordering::Equal,
    }
}

fn ordinal(tellers: [Teller<'_>; 2]) -> Option<Fact> {
    let told = tellers.map(|teller| Some(teller.says(teller.meeting.ordinal?.to_string(), teller.evidence()?)));
    let [left, right] = tellers.map(|teller| teller.meeting.ordinal);
    fact(Aspect::Ordinal, told, || if left == right { Agreement::Same } else { Agreement::Differs })
}

fn series(tellers: [Teller<'_>; 2]) -> Option<Fact> {
    let told = tellers.map(|teller| {
        let id = teller.meeting.series.as_ref()?;
        let named = teller.story.series.iter().find(|series| series.id == *id);
        let name = named.map_or_else(|| id.as_str().to_owned(), |series| series.name.clone());
        let passage = named.and_then(|series| series.evidence.first().copied()).or_else(|| teller.evidence())?;
        Some(teller.says(name, passage))
    });
    let [left, right] = tellers.map(|teller| teller.meeting.series.as_ref());
    fact(Aspect::Series, told, || if left == right { Agreement::Same } else { Agreement::Differs })
}

/// Whether two participants belong together.
type Belong = fn(&Participant, &Participant) -> bool;

/// Who of one side is who of the other.
fn participants(tellers: [Teller<'_>; 2], facts: &mut Vec<Fact>) {
    let [left, right] = tellers;
    let mut others: Vec<&Participant> = right.meeting.participants.iter().take(MOST).collect();
    let mut alone: Vec<&Participant> = left.meeting.participants.iter().take(MOST).collect();
    let ways: [(Agreement, Belong); 3] =
        [(Agreement::Same, |a, b| a.id == b.id), (Agreement::Near, is_side_of), (Agreement::Differs, in_one_seat)];
    let mut pairs: Vec<(Option<&Participant>, Option<&Participant>, Agreement)> = Vec::new();
    for (agreement, belong) in ways {
        alone.retain(|one| {
            let Some(at) = others.iter().position(|other| belong(one, other)) else { return true };
            pairs.push((Some(one), Some(others.remove(at)), agreement));
            false
        });
    }
    pairs.extend(alone.into_iter().map(|one| (Some(one), None, Agreement::OnlyLeft)));
    pairs.extend(others.into_iter().map(|other| (None, Some(other), Agreement::OnlyRight)));
    for (one, other, agreement) in pairs {
        let says = |teller: Teller<'_>, who: &Participant| teller.says(who.name.clone(), who.passage);
        let told = [one.map(|who| says(left, who)), other.map(|who| says(right, who))];
        facts.extend(fact(Aspect::Participant, told, || agreement));
        if let (Some(one), Agreement::Same) = (one, agreement) {
            facts.extend(office(tellers, &one.id));
        }
    }
}

/// Whether one is a state or body, and the other acts for it.
fn is_side_of(one: &Participant, other: &Participant) -> bool {
    let acts = |state: &Participant, who: &Participant| {
        state.kind != NameKind::Person && who.kind == NameKind::Person && who.acts_for.contains(&state.id)
    };
    acts(one, other) || acts(other, one)
}

/// Whether both are people who act for the same state: one story has the president there, the other the minister.
fn in_one_seat(one: &Participant, other: &Participant) -> bool {
    let people = one.kind == NameKind::Person && other.kind == NameKind::Person;
    people && one.acts_for.iter().any(|state| other.acts_for.contains(state))
}

/// By which office each story calls a person, where both do.
fn office(tellers: [Teller<'_>; 2], who: &EntityId) -> Option<Fact> {
    let told = tellers.map(|teller| {
        let name = teller.story.name(who).filter(|name| name.kind == NameKind::Person)?;
        let mut mentions = name.mentions.iter().filter(|mention| mention.form == Form::Description);
        // `his counterpart` says less than `the Syrian leader`: a state's name has a capital. And `the Syrian and Turkish
        // leaders` are two.
        let is_office = |words: &str| tells_state(words) && !words.contains(',') && !words.contains(" and ");
        let passage = mentions.find(|mention| is_office(teller.story.words(mention.passage)))?.passage;
        Some(teller.says(without_article(teller.story.words(passage)), passage))
    });
    let [Some(left), Some(right)] = &told else { return None };
    let spelled = [left, right].map(|told| match &told.value {
        Value::Words(words) => folded(words),
        Value::Days(_) => String::new(),
    });
    let [one, other] = spelled;
    let agreement = if one == other { Agreement::Same } else { Agreement::Near };
    fact(Aspect::Office, told, || agreement)
}

fn tells_state(words: &str) -> bool {
    words.contains(' ') && without_article(words).chars().any(char::is_uppercase)
}

fn without_article(words: &str) -> &str {
    let rest = words.split_once(' ').filter(|(first, _)| first.eq_ignore_ascii_case("the"));
    rest.map_or(words, |(_, rest)| rest)
}
