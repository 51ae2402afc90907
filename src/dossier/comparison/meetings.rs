//! Two stories in, the meetings that both tell out, fact by fact.
//!
//! Two facts disagree only where both cannot be true: two days without a day in common, two towns, two numbers, two
//! people in one state's seat. A day told less exactly, a state for its town, or a meeting that was still planned when the
//! earlier story was written do not.

use super::{Agreement, Aspect, Fact, SharedMeeting, Source, Told, Value};
use crate::dossier::meeting::disagreement::{
    days_fit, is_of_dateline, is_progress, kinds_differ, matched, places_differ,
};
use crate::language::{EntityId, Form, NameKind, Part, Passage};
use crate::library::Library;
use crate::links::{is_put_off, is_told_as_house};
use crate::meetings::{MeetingMention, MeetingPlace, Participant, Status, Story};
use crate::text::Span;
use crate::text::fold::folded;

/// Offices by which a story calls one person that are compared.
const OFFICES: usize = 32;
/// Words of an office before a name, at most: `deputy foreign minister`.
const TITLE: usize = 3;

/// The meetings that both stories tell.
pub(super) fn shared(library: &Library, stories: [(usize, &Story); 2]) -> Vec<SharedMeeting> {
    let [(left, one), (right, other)] = stories;
    let meetings = library.connections.meetings.iter().enumerate();
    let shared = meetings.filter_map(|(number, meeting)| {
        // What is told in passing says nothing of its own.
        let first = |story: usize| {
            let told = || meeting.mentions.iter().filter(|mention| mention.story == story);
            let whole = told().find(|at| library.mention(**at).is_some_and(|mention| mention.echo.is_none()));
            whole.or_else(|| told().next()).copied()
        };
        let tellings = [first(left)?, first(right)?];
        let [at_left, at_right] = tellings;
        let tellers = [
            Teller { number: left, story: one, meeting: one.meetings.get(at_left.mention)? },
            Teller { number: right, story: other, meeting: other.meetings.get(at_right.mention)? },
        ];
        Some(SharedMeeting { meeting: number, tellings, facts: facts(tellers, meeting.place.as_ref()) })
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

fn facts(tellers: [Teller<'_>; 2], known: Option<&MeetingPlace>) -> Vec<Fact> {
    let mut facts = Vec::new();
    facts.extend(day(tellers));
    facts.extend(place(tellers, known));
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
    let is_sure = |teller: Teller<'_>| !teller.story.is_guessed(teller.meeting);
    let [left, right] = tellers.map(|teller| teller.meeting.when);
    let meet = left.zip(right).is_none_or(|(left, right)| days_fit(&left, &right));
    let told = tellers.map(|teller| {
        // A day that was only inferred, and is another than the one that is told, is not told.
        let when = teller.meeting.when.filter(|when| when.passage.is_some() && is_sure(teller) || meet)?;
        let passage = when.passage.or_else(|| teller.evidence())?;
        let is_told = when.passage.is_some() && is_sure(teller);
        let value = if is_told { Value::Days(when.interval) } else { Value::About(when.interval) };
        Some(Told { value, source: Source { story: teller.number, passage } })
    });
    fact(Aspect::Day, told, || match (left, right) {
        (Some(a), Some(b)) if a.interval == b.interval => Agreement::Same,
        _ => {
            let was_put_off = || is_put_off(tellers.map(|teller| (teller.story, teller.meeting)));
            // Nobody disagrees with a day that no story tells.
            let is_corrected = || tellers.iter().any(|teller| teller.meeting.corrected.is_some());
            judged(tellers, !meet && !is_corrected() && !was_put_off())
        }
    })
}

/// `known` is how the record calls the place: one story may have it in the capitals of its dateline.
fn place(tellers: [Teller<'_>; 2], known: Option<&MeetingPlace>) -> Option<Fact> {
    let names = || tellers.iter().filter_map(|teller| teller.meeting.place.as_ref()).chain(known);
    let is_written = |name: &str| name.chars().any(char::is_lowercase);
    let told = tellers.map(|teller| {
        let place = teller.meeting.place.as_ref()?;
        let better = || names().find(|other| other.id == place.id && is_written(&other.name));
        let name = if is_written(&place.name) { place } else { better().unwrap_or(place) };
        Some(teller.says(name.name.clone(), place.passage))
    });
    let [left, right] = tellers;
    fact(Aspect::Place, told, || match (&left.meeting.place, &right.meeting.place) {
        (Some(a), Some(b)) if a.id == b.id => Agreement::Same,
        (Some(a), Some(b)) => {
            let state = |id: &EntityId| {
                let told = [left.story, right.story].map(|story| story.name(id).and_then(|name| name.state.clone()));
                told.into_iter().flatten().next()
            };
            let is_house = |place: &MeetingPlace| {
                let mut told = [(left.story, a), (right.story, b)].into_iter().filter(|(_, one)| one.id == place.id);
                told.any(|(story, one)| is_told_as_house(story, one))
            };
            let sat_there = is_of_dateline(left.story, a) || is_of_dateline(right.story, b);
            judged(tellers, !sat_there && places_differ(a, b, state, is_house))
        }
        _ => Agreement::Near,
    })
}

/// Whether what both tell in other words goes together. What is told in passing contradicts nothing.
fn judged(tellers: [Teller<'_>; 2], differs: bool) -> Agreement {
    let in_passing = tellers.iter().any(|teller| teller.meeting.echo.is_some());
    if differs && !in_passing { Agreement::Differs } else { Agreement::Near }
}

fn kind(tellers: [Teller<'_>; 2]) -> Option<Fact> {
    let told = tellers.map(|teller| Some(teller.says(teller.meeting.kind.word(), teller.evidence()?)));
    let [left, right] = tellers.map(|teller| teller.meeting.kind);
    fact(
        Aspect::Kind,
        told,
        || {
            if left == right { Agreement::Same } else { judged(tellers, kinds_differ(left, right)) }
        },
    )
}

fn status(tellers: [Teller<'_>; 2]) -> Option<Fact> {
    let told = tellers.map(|teller| {
        let is_told = teller.meeting.status != Status::Unknown;
        is_told.then(|| Some(teller.says(teller.meeting.status.word(), teller.evidence()?))).flatten()
    });
    let [left, right] = tellers.map(|teller| {
        let published = teller.story.annotations.published.as_ref();
        (published.map(|published| published.best), teller.meeting.status)
    });
    fact(Aspect::Status, told, || {
        if left.1 == right.1 { Agreement::Same } else { judged(tellers, !is_progress([left, right].into_iter())) }
    })
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

/// Who of one side is who of the other.
fn participants(tellers: [Teller<'_>; 2], facts: &mut Vec<Fact>) {
    let [left, right] = tellers;
    let found = matched(&left.meeting.participants, &right.meeting.participants);
    let mut pairs: Vec<(Option<&Participant>, Option<&Participant>, Agreement)> = Vec::new();
    for [one, other] in found.pairs {
        let agreement = if one.id == other.id { Agreement::Same } else { Agreement::Near };
        pairs.push((Some(one), Some(other), agreement));
    }
    let of_rivals = judged(tellers, true);
    pairs.extend(found.rivals.into_iter().map(|[one, other]| (Some(one), Some(other), of_rivals)));
    let [alone, others] = found.alone;
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

/// By which office each story calls a person, where both do. Of all the wordings of either side those are shown that both
/// use; only where there is none do they call them differently.
fn office(tellers: [Teller<'_>; 2], who: &EntityId) -> Option<Fact> {
    let [left, right] = tellers.map(|teller| offices(teller.story, who));
    let shared = left.iter().find_map(|one| Some((one, right.iter().find(|other| other.words == one.words)?)));
    let agreement = if shared.is_some() { Agreement::Same } else { Agreement::Near };
    let (one, other) = shared.or_else(|| left.first().zip(right.first()))?;
    let [of_left, of_right] = tellers;
    let says = |teller: Teller<'_>, office: &Office| {
        let words = teller.story.words(office.passage).split_whitespace().collect::<Vec<_>>().join(" ");
        Some(teller.says(without_article(&words), office.passage))
    };
    fact(Aspect::Office, [says(of_left, one), says(of_right, other)], || agreement)
}

/// An office by which a story calls someone.
struct Office {
    /// Folded, without an article: `russian president`.
    words: String,
    passage: Passage,
}

/// The offices by which a story calls a person, in reading order, each once: alone (`the Syrian leader`), or right before the
/// name (`Syrian President Bashar al-Assad`).
fn offices(story: &Story, who: &EntityId) -> Vec<Office> {
    let Some(name) = story.name(who).filter(|name| name.kind == NameKind::Person) else { return Vec::new() };
    let groups = story.annotations.names.iter().filter(|name| name.kind == NameKind::Group);
    let mut states: Vec<Passage> =
        groups.flat_map(|group| group.mentions.iter().map(|mention| mention.passage)).collect();
    states.sort_unstable();
    let before = |named: Passage| {
        let after = states.partition_point(|state| state.start_key() < named.start_key());
        let state = states.get(after.checked_sub(1)?)?;
        let between = Passage { span: Span::new(state.span.end(), named.span.start()), ..named };
        let is_title = state.part == named.part && is_title(story.words(between));
        is_title.then(|| Passage { span: state.span.cover(between.span).trimmed(text_of(story, named)), ..named })
    };
    // `his counterpart` says less than `the Syrian leader`: a state's name has a capital. And `the Syrian and Turkish
    // leaders` are two.
    let is_office = |words: &str| tells_state(words) && !words.contains(',') && !words.contains(" and ");
    let mut offices: Vec<Office> = Vec::new();
    for mention in &name.mentions {
        let passage = if mention.form == Form::Name { before(mention.passage) } else { Some(mention.passage) };
        let Some(passage) = passage.filter(|passage| is_office(story.words(*passage))) else { continue };
        let words = story.words(passage).split_whitespace().collect::<Vec<_>>().join(" ");
        let words = folded(without_article(&words));
        if offices.len() < OFFICES && !offices.iter().any(|known| known.words == words) {
            offices.push(Office { words, passage });
        }
    }
    offices
}

fn text_of(story: &Story, passage: Passage) -> &str {
    match passage.part {
        Part::Title => &story.article.title.text,
        Part::Text => &story.article.text,
    }
}

/// Whether the words between a state and a name can be an office: a few, and nothing else between them.
fn is_title(words: &str) -> bool {
    let is_plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\n');
    words.starts_with(char::is_whitespace)
        && words.ends_with(char::is_whitespace)
        && words.chars().all(is_plain)
        && !words.contains("\n\n")
        && (1..=TITLE).contains(&words.split_whitespace().count())
        && !words.split_whitespace().any(super::wording::is_empty)
}

fn tells_state(words: &str) -> bool {
    words.contains(' ') && without_article(words).chars().any(char::is_uppercase)
}

fn without_article(words: &str) -> &str {
    let rest = words.split_once(' ').filter(|(first, _)| first.eq_ignore_ascii_case("the"));
    rest.map_or(words, |(_, rest)| rest)
}
