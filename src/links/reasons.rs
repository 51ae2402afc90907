//! What agrees and differs between two tellings in, the same in plain words out.
//!
//! Each [`Reason`] gathers the features of one group (who, when, where …); the sum of the weights of all reasons and of the
//! prior is the score. What only one side tells is said too, with weight 0.

use super::features::{Feature, Values, is_no_day};
use super::sides::Sides;
use super::telling::Telling;
use super::types::Reason;
use super::vetoes::{Veto, vetoes};
use super::weights::Weights;
use crate::language::{Interval, NameKind, Passage};
use crate::meetings::{MeetingKind, Participant, Status};
use crate::text::sanitise::one_line;

/// Characters of the words from which someone was inferred; offices are shorter.
const LONGEST: usize = 80;

/// The words and passages of one reason.
type Said = (String, Option<Passage>, Option<Passage>);

/// The reasons of a pair, unsorted.
pub(super) fn spell(
    a: &Telling<'_>,
    b: &Telling<'_>,
    sides: &Sides<'_>,
    values: &Values,
    weights: &Weights,
) -> Vec<Reason> {
    let weight = |group: &str| -> f64 {
        let own = values.iter().filter(|(feature, _)| feature.group() == group);
        own.map(|(feature, value)| weights.of(feature) * value).sum()
    };
    let said = [
        ("participants", people(a, b, sides).or_else(|| people_near(a, b, values))),
        ("day", Some(days(a, b, values))),
        ("place", places(a, b, values)),
        ("ordinal", round(a, b, values)),
        ("series", events(a, b, values)),
        ("kind", Some(kinds(a, b, values))),
        ("status", statuses(a, b)),
        ("topic", topic(a, b, values)),
    ];
    let reasons = said.into_iter().filter_map(|(feature, said)| {
        let (says, from, to) = said?;
        Some(Reason { feature, weight: weight(feature), from, to, says, says_turned: None })
    });
    reasons.collect()
}

/// What decides against a pair, in words.
pub(super) fn spell_vetoes(a: &Telling<'_>, b: &Telling<'_>, sides: &Sides<'_>) -> Vec<Reason> {
    let whole = |says: String| (says, a.evidence(), b.evidence());
    let found = vetoes(a, b, sides).map(|veto| {
        let (feature, (says, from, to)) = match veto {
            Veto::OneStory => ("story", whole("one story tells of both".to_owned())),
            Veto::Ordinal => {
                let number = |telling: &Telling<'_>| telling.meeting.ordinal.unwrap_or_default();
                ("ordinal", whole(format!("number {} against number {}", number(a), number(b))))
            }
            Veto::Series => ("series", whole(format!("{} against {}", series_of(a), series_of(b)))),
            Veto::Day => ("day", apart(a, b)),
            Veto::People => ("participants", others(sides)),
            Veto::Count => {
                let says = format!("{} sides here, {} there", a.sides, b.sides);
                ("sides", whole(says))
            }
        };
        Reason { feature, weight: 0.0, from, to, says, says_turned: None }
    });
    found.collect()
}

fn series_of<'a>(telling: &Telling<'a>) -> &'a str {
    telling.meeting.series.as_ref().map_or("", |series| series.as_str())
}

fn people(a: &Telling<'_>, b: &Telling<'_>, sides: &Sides<'_>) -> Option<Said> {
    let mut pairs = sides.same.iter().chain(&sides.by_state);
    let (one, other) = *pairs.clone().next()?;
    // Of those whom a verb alone tells (`I plan to meet`) no words say who they are.
    let named = pairs.find_map(|(one, other)| Some((words_for(a, one)?, words_for(b, other)?)));
    let (from, to) = named.unwrap_or((one.passage, other.passage));
    let mut says = same_people(a, b, sides);
    says.extend(sides.by_state.iter().map(|(one, other)| format!("{} here, {} there", one.name, other.name)));
    let only: Vec<&str> = sides.only.0.iter().chain(&sides.only.1).map(|who| who.name.as_str()).collect();
    if !only.is_empty() {
        says.push(format!("{} in one only", spelled_list(&only)));
    }
    Some((says.join("; "), Some(from), Some(to)))
}

/// The words by which a telling says who took part: the name there, or the office. `None` where it says it by neither.
fn words_for(telling: &Telling<'_>, who: &Participant) -> Option<Passage> {
    let is_said = |at: &Passage| at.part == who.passage.part && at.span.overlaps(who.passage.span);
    let mentions = telling.story.name(&who.id).map(|name| name.mentions.as_slice()).unwrap_or_default();
    let is_named = mentions.iter().any(|mention| is_said(&mention.passage));
    inferred_here(telling, who).or(who.role).or_else(|| is_named.then_some(who.passage))
}

/// The words from which it was inferred that someone took part: where the story never names them, and where it names them
/// elsewhere but tells of their state or their town here (`visited Tripoli`).
fn inferred_here(telling: &Telling<'_>, who: &Participant) -> Option<Passage> {
    let stands_here = |at: &Passage| at.part == who.passage.part && at.span.overlaps(who.passage.span);
    let by_another = || {
        let names = &telling.story.annotations.names;
        let mut here = names.iter().filter(|name| name.mentions.iter().any(|one| stands_here(&one.passage))).peekable();
        let is_told = here.peek().is_some();
        is_told && here.all(|name| name.id != who.id && name.kind != NameKind::Person)
    };
    let is_another = who.kind == NameKind::Person && who.role.is_none() && by_another();
    telling.story.inferred_from(who).or_else(|| is_another.then_some(who.passage))
}

/// Those of whom both tell. A story that calls someone by an office or a town only does not name them: `both name A; B inferred from
/// “the presidents of Turkey and Iran” here, named there`.
fn same_people(a: &Telling<'_>, b: &Telling<'_>, sides: &Sides<'_>) -> Vec<String> {
    let mut named: Vec<&str> = Vec::new();
    let mut inferred: Vec<([Option<String>; 2], Vec<&str>)> = Vec::new();
    for (one, other) in &sides.same {
        let words = [(a, one), (b, other)].map(|(telling, who)| {
            let passage = inferred_here(telling, who)?;
            Some(quoted(telling.story.words(passage)))
        });
        match inferred.last_mut() {
            _ if words == [None, None] => named.push(&one.name),
            Some((known, people)) if *known == words => people.push(&one.name),
            _ => inferred.push((words, vec![&one.name])),
        }
    }
    let mut says = Vec::new();
    if !named.is_empty() {
        says.push(format!("both name {}", spelled_list(&named)));
    }
    says.extend(inferred.into_iter().map(|(words, names)| {
        let from = match words {
            [Some(here), Some(there)] if here == there => format!("inferred from {here} in both"),
            [Some(here), Some(there)] => format!("inferred from {here} here, {there} there"),
            [Some(here), None] => format!("inferred from {here} here, named there"),
            [None, Some(there)] => format!("named here, inferred from {there} there"),
            [None, None] => "named in both".to_owned(),
        };
        format!("{} {from}", spelled_list(&names))
    }));
    says
}

/// Words in quotation marks, on one line.
fn quoted(words: &str) -> String {
    let line = one_line(words);
    let short: String = line.chars().take(LONGEST).collect();
    if short.len() < line.len() { format!("“{}…”", short.trim_end()) } else { format!("“{}”", line.trim()) }
}

/// One side names nobody, but its story does: `Merkel and Macron met here; the other story names them`.
fn people_near(a: &Telling<'_>, b: &Telling<'_>, values: &Values) -> Option<Said> {
    if values.get(Feature::PeopleNear) <= 0.0 {
        return None;
    }
    let is_full =
        |one: &Telling<'_>, other: &Telling<'_>| one.meeting.participants.len() > other.meeting.participants.len();
    let (full, vague) = if is_full(a, b) { (a, b) } else { (b, a) };
    let known = full.meeting.participants.iter().filter(|who| vague.story.name(&who.id).is_some());
    let names: Vec<&str> = known.map(|who| who.name.as_str()).collect();
    let first = full.meeting.participants.first().map(|who| who.passage);
    let are_named =
        full.meeting.participants.iter().all(|who| vague.story.name(&who.id).is_none() || vague.story.names(&who.id));
    let how = if are_named { "named" } else { "spoken of" };
    let says = format!("{} told in one only, and {how} elsewhere in the other story", spelled_list(&names));
    let (from, to) = if is_full(a, b) { (first, vague.evidence()) } else { (vague.evidence(), first) };
    Some((says, from, to))
}

/// Those who tell the tellings apart: `Mike Pence here, Donald Trump there, both for the United States`.
fn others(sides: &Sides<'_>) -> Said {
    let same_state = sides.only.0.iter().flat_map(|one| sides.only.1.iter().map(move |other| (*one, *other)));
    let mut rivals = same_state.filter(|(one, other)| one.acts_for.iter().any(|state| other.acts_for.contains(state)));
    let (one, other) = match rivals.next() {
        Some((one, other)) => (Some(one), Some(other)),
        None => (sides.only.0.first().copied(), sides.only.1.first().copied()),
    };
    let name = |who: Option<&Participant>| who.map_or_else(|| "nobody".to_owned(), |who| who.name.clone());
    let passage = |who: Option<&Participant>| who.map(|who| who.role.unwrap_or(who.passage));
    (format!("{} here, {} there", name(one), name(other)), passage(one), passage(other))
}

/// `A`, `A and B`, `A, B and C`.
pub fn spelled_list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    }
}

fn told(telling: &Telling<'_>) -> (Option<String>, Option<Passage>) {
    let when = telling.meeting.when;
    let mark = if telling.meeting.corrected.is_some() { CORRECTED } else { "" };
    (when.map(|when| spelled(when.interval) + mark), when.and_then(|when| when.passage))
}

/// Behind a day that no story tells.
const CORRECTED: &str = ", as corrected";

fn apart(a: &Telling<'_>, b: &Telling<'_>) -> Said {
    let ((x, from), (y, to)) = (told(a), told(b));
    (format!("{} against {}", x.unwrap_or_default(), y.unwrap_or_default()), from, to)
}

fn days(a: &Telling<'_>, b: &Telling<'_>, values: &Values) -> Said {
    let ((x, from), (y, to)) = (told(a), told(b));
    let strange = values.get(Feature::DayStrange) > 0.0;
    let says = match (x, y) {
        (Some(x), Some(y)) if x == y && values.get(Feature::DaySameInferred) > 0.0 => {
            format!("{x}, which not both say in words")
        }
        (Some(x), Some(y)) if x == y && x.ends_with(CORRECTED) => format!("both on {x}"),
        (Some(x), Some(y)) if x == y => format!("both say {x}"),
        (Some(x), Some(y)) if is_no_day(a, b) => format!("{x} and {y}: a whole year tells no day"),
        (Some(x), Some(y)) if values.get(Feature::DayOverlap) + values.get(Feature::DayInside) > 0.0 => {
            format!("{x} and {y} share days")
        }
        (Some(x), Some(y)) if values.get(Feature::DayMoved) > 0.0 => format!("{x} and {y}: put off"),
        (Some(x), Some(y)) if values.get(Feature::DayNextAgain) > 0.0 => {
            format!("{x} and {y}, on both of which they are told to have met")
        }
        (Some(x), Some(y)) if values.get(Feature::DayNext) + values.get(Feature::DayNextInferred) > 0.0 => {
            format!("{x} and {y}: a day apart, as outlets date one meeting")
        }
        (Some(x), Some(y)) => format!("{x} and {y}: not the same day"),
        (Some(day), None) | (None, Some(day)) if strange => {
            format!("{day} told in one only; the other story is of another time")
        }
        (Some(day), None) | (None, Some(day)) => format!("{day} told in one only, and fits the other"),
        (None, None) if strange => "neither tells the day, and the stories are of other times".to_owned(),
        (None, None) if values.get(Feature::DayStories) > 0.0 => {
            "neither tells the day, and the stories are of the same days".to_owned()
        }
        (None, None) => "neither tells the day".to_owned(),
    };
    (says, from, to)
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

fn places(a: &Telling<'_>, b: &Telling<'_>, values: &Values) -> Option<Said> {
    let (x, y) = (a.meeting.place.as_ref(), b.meeting.place.as_ref());
    let says = match (x, y) {
        (Some(x), Some(_)) if values.get(Feature::PlaceSame) > 0.0 => format!("both say {}", x.name),
        (Some(x), Some(y)) if values.get(Feature::PlaceInside) > 0.0 => {
            format!("{} and {}: one lies in the other", x.name, y.name)
        }
        (Some(x), Some(y)) if values.get(Feature::PlaceOther) > 0.0 => format!("{} against {}", x.name, y.name),
        (Some(x), Some(y)) => format!("{} and {}: one may stand in the other", x.name, y.name),
        (Some(place), None) | (None, Some(place)) => format!("place told in one only ({})", place.name),
        (None, None) => return None,
    };
    Some((says, x.map(|place| place.passage), y.map(|place| place.passage)))
}

fn round(a: &Telling<'_>, b: &Telling<'_>, values: &Values) -> Option<Said> {
    let agrees = |feature: Feature| values.get(feature) > 0.0;
    let number = a.meeting.ordinal.filter(|_| agrees(Feature::RoundSame) || agrees(Feature::NumberSame))?;
    let of_what = if agrees(Feature::RoundSame) { " of the series" } else { "" };
    Some((format!("both tell of number {number}{of_what}"), a.evidence(), b.evidence()))
}

fn events(a: &Telling<'_>, b: &Telling<'_>, values: &Values) -> Option<Said> {
    let told = a.event.zip(b.event);
    let says = match told.filter(|_| values.get(Feature::EventSame) + values.get(Feature::EventOther) > 0.0) {
        Some((x, _)) if values.get(Feature::EventSame) > 0.0 => format!("both name the {}", x.1),
        Some((x, y)) => format!("the {} against the {}", x.1, y.1),
        None if values.get(Feature::SeriesSame) > 0.0 => {
            format!("both are of the series {}", series_of(a))
        }
        None => return None,
    };
    Some((says, a.evidence(), b.evidence()))
}

fn kinds(a: &Telling<'_>, b: &Telling<'_>, values: &Values) -> Said {
    let (x, y) = (a.meeting.kind, b.meeting.kind);
    // Other words that speak for one meeting say why they do.
    let fit = match (values.get(Feature::KindSame) > 0.0, values.get(Feature::KindNear) > 0.0) {
        (true, _) => "; both are on a screen",
        (_, true) => "; both are face to face",
        _ => "",
    };
    let says =
        if x == y { format!("both a {}", spoken(x)) } else { format!("{} here, {} there{fit}", spoken(x), spoken(y)) };
    (says, a.evidence(), b.evidence())
}

const fn spoken(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Bilateral => "meeting of two",
        MeetingKind::Multilateral => "meeting of several",
        kind => kind.word(),
    }
}

fn statuses(a: &Telling<'_>, b: &Telling<'_>) -> Option<Said> {
    let (x, y) = (a.meeting.status, b.meeting.status);
    let is_told = x != y && x != Status::Unknown && y != Status::Unknown;
    is_told.then(|| (format!("{} in one, {} in the other", x.word(), y.word()), a.evidence(), b.evidence()))
}

fn topic(a: &Telling<'_>, b: &Telling<'_>, values: &Values) -> Option<Said> {
    let says = if values.get(Feature::TopicOther) > 0.0 {
        "the stories share nothing else"
    } else if values.get(Feature::TopicShared) > 0.0 {
        "the stories share other names or words"
    } else {
        return None;
    };
    Some((says.to_owned(), a.evidence(), b.evidence()))
}
