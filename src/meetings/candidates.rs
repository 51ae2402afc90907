//! Triggers in, candidates out: each place in the story that tells of a meeting, with what it says of it.

mod commission;
mod counted;
mod delegations;
mod diary;
mod evidence;
mod gapped;
mod in_company;
mod others;
mod references;
mod sport;
mod told;

use commission::Commission;
use counted::{counted, listed, name_by_sides, one_by_one, told_apart};
use diary::Diary;
use evidence::evidence;
use others::{is_body, is_for_the_press};
use told::Told;

#[cfg(feature = "training")]
pub(super) use in_company::untold_couples;
pub(super) use references::TheSummit;

use super::scene::{How, Row, Scene, Spot};
use super::series;
use super::slots::{self, Extent, Named, Reading};
use super::triggers::{self, Trigger};
use super::types::{MeetingDate, MeetingKind, MeetingPlace, Participant, SeriesId, Status};
use super::words::MeetingWords;
use crate::language::{EntityId, NameKind, Passage, Precision};

/// One place in the story that tells of a meeting.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing about the words, and any may go with any")]
pub(super) struct Candidate {
    /// Number of the sentence.
    pub row: usize,
    /// What sort, as far as these words tell.
    pub kind: MeetingKind,
    /// Whether it has happened.
    pub status: Status,
    /// Who takes part, as far as these words tell.
    pub participants: Vec<Participant>,
    /// `the two presidents shook hands`, where these words name nobody: the pair told last before.
    pub pair_before: Vec<Participant>,
    /// `the two`, `they`: several who were told before.
    pub points_back: bool,
    /// `the ministers of the Arctic Council`: more than are named.
    pub is_many: bool,
    /// `they sat down with X`: the one who is named, and several who were told before.
    pub takes_pair: bool,
    /// `The Secretary met with X`: the other side has an office and no name.
    pub is_one_sided: bool,
    /// `the foreign ministers`, told of by the sides of others: whoever they are, they are not those named before.
    pub points_to_others: bool,
    /// Whether a headline tells it.
    pub is_headline: bool,
    /// Whether its day is told and lies well before the article's own.
    pub is_old: bool,
    /// `their recent meeting`, `when they last met`: of the days or years before, but of none in particular.
    pub is_vague: bool,
    /// Whether a press service published the story for it.
    pub is_lead: bool,
    /// `the Vienna talks`.
    pub is_named_by_place: bool,
    /// `agreed`, `an accord`: it speaks of a meeting only where it names two people.
    pub is_weak: bool,
    /// `…, the palace said on Monday`: its day is only the one on which it was told.
    pub is_day_of_speech: bool,
    /// When, by these words.
    pub when: Option<MeetingDate>,
    /// Where, by these words.
    pub place: Option<MeetingPlace>,
    /// Whether that is a town, a house or a state …
    pub extent: Extent,
    /// … and the state that it lies in.
    pub state_of_place: Option<EntityId>,
    /// 7 for `the seventh round`.
    pub ordinal: Option<u32>,
    /// Its series.
    pub series: Option<SeriesId>,
    /// The identity of the named event that it is (`APEC summit`).
    pub event: Option<EntityId>,
    /// How many sides are told by `trilateral` and the like.
    pub sides: Option<usize>,
    /// `the meeting`: it may have been told before.
    pub is_definite: bool,
    /// `telephone interviews`: several of them.
    pub is_plural: bool,
    /// `the first took place on Saturday`: one of the several that the candidate before tells of.
    pub is_one_of_several: bool,
    /// `a new meeting`: none that was told before.
    pub is_new: bool,
    /// `X and Y attended the meeting`: they were there too, whoever else was told.
    pub is_attendance: bool,
    /// Whether a single visitor goes in office: a title stands beside the name, or it is called an official visit.
    pub is_official: bool,
    /// `on the sidelines of a summit`: where others meet, and no meeting of theirs.
    pub is_sideline: bool,
    /// `X addressed the conference`: whoever did so was there.
    pub is_joined: bool,
    /// `The two were expected to discuss`: a plan of before, and what was planned may have been told already.
    pub was_expected: bool,
    /// `the summit`, and nothing else: which of those told it may be.
    pub the_summit: TheSummit,
    /// `held a separate meeting`, `met one-on-one`: of these two, whoever else met there.
    pub is_separate: bool,
    /// `had met in Oslo in May`: before what the story is about.
    pub is_earlier: bool,
    /// The words that tell of it.
    pub evidence: Passage,
}

/// How many triggers on each side can take a date from this one: no real sentence has more, and a made one may have
/// thousands.
const NEIGHBOURS: usize = 12;
/// Days after which a meeting is no news any more.
const NEWS_DAYS: i32 = 10;
/// Every candidate of the story, in reading order.
pub(super) fn collect(scene: &Scene<'_>, words: &MeetingWords) -> Vec<Candidate> {
    read(scene, words, in_company::add)
}

/// The same; `untold` is asked at each sentence whose triggers may tell nothing, with all that was told before.
fn read(
    scene: &Scene<'_>,
    words: &MeetingWords,
    mut untold: impl FnMut(&Scene<'_>, usize, &mut Told),
) -> Vec<Candidate> {
    let mut out = Told::new(scene);
    let sport = sport::Sport::of(scene);
    let series = series::of_rounds(scene);
    let mut commission = Commission::of(scene);
    let diary = Diary::of(scene);
    for (number, row) in scene.rows.iter().enumerate().filter(|(_, row)| row.is_story) {
        let (triggers, has_denied) = words.in_sentence(number);
        let triggers = of_someone(row, triggers);
        out.take_delegations(scene, number, row);
        let is_of_sport = sport.is_in(number);
        let unnamed = triggers.iter().enumerate().filter(|(_, trigger)| !series::is_named_by(row, trigger));
        for (at, trigger) in unnamed {
            if is_body(row, trigger) {
                continue;
            }
            let mut candidate = build(scene, number, trigger, &others_near(&triggers, at));
            if trigger.kind == MeetingKind::Round {
                candidate.series = series.get(number).cloned().flatten();
            }
            if !commission.complete(scene, row, trigger, &mut candidate, out.pair()) {
                continue;
            }
            if let Some(diary) = &diary {
                diary.complete(row, trigger, &mut candidate);
            }
            if triggers::is_made_often(&row.line, trigger) || sport::is_match(row, trigger, &candidate, is_of_sport) {
                continue;
            }
            if candidate.takes_pair && slots::is_one_by_one(row, trigger) {
                candidate.participants.splice(0..0, std::mem::take(&mut candidate.pair_before));
            }
            if is_for_the_press(row, trigger, &candidate) {
                continue;
            }
            let Some(mut candidate) = counted(row, trigger, candidate, &out) else { continue };
            name_by_sides(scene, row, trigger, &mut candidate, &out);
            keep(row, trigger, candidate, &mut out);
        }
        if !is_of_sport && !has_denied {
            untold(scene, number, &mut out);
        }
        out.extend(diary.iter().flat_map(|diary| diary.entries(scene, number, &triggers)));
    }
    out.all
}

/// The triggers beside the one at `at` that can take a date from it.
fn others_near(triggers: &[Trigger], at: usize) -> Vec<Trigger> {
    let low = at.saturating_sub(NEIGHBOURS);
    let near = triggers.iter().enumerate().skip(low).take(2 * NEIGHBOURS + 1);
    near.filter(|(other, _)| *other != at).map(|(_, other)| other.clone()).collect()
}

/// Adds the one or several that a candidate tells of.
fn keep(row: &Row<'_>, trigger: &Trigger, mut candidate: Candidate, out: &mut Told) {
    if matches!(trigger.frame, triggers::Frame::Hosts | triggers::Frame::Meets) {
        out.take_visit(row, &mut candidate);
    }
    out.share_day(row, trigger, &mut candidate);
    let first = out.all.len();
    let candidate = counted::of_the_two(row, trigger, candidate);
    let listed = listed(row, trigger, &candidate);
    if !listed.is_empty() {
        out.extend(listed);
    } else if candidate.participants.len() > 2 && slots::is_one_by_one(row, trigger) {
        let is_passive = row.line.holds(trigger.tokens.end..trigger.tokens.end + 3, &["by"]);
        out.extend(one_by_one(&candidate, is_passive));
    } else {
        out.push(candidate);
    }
    let plural = out.all.get(first).filter(|candidate| candidate.is_plural);
    let told_apart = plural.map(|plural| told_apart(row, trigger, plural));
    out.extend(told_apart.into_iter().flatten());
}

/// The triggers of a sentence; a visit to someone is a meeting.
fn of_someone(row: &Row<'_>, triggers: &[Trigger]) -> Vec<Trigger> {
    let of_someone = |trigger: &Trigger| {
        if slots::is_visit_to_someone(row, trigger) { trigger.as_a_meeting() } else { trigger.clone() }
    };
    triggers.iter().map(of_someone).collect()
}

fn build(scene: &Scene<'_>, number: usize, trigger: &Trigger, others: &[Trigger]) -> Candidate {
    let empty = Passage { part: crate::language::Part::Text, span: crate::text::Span::default() };
    let Some(row) = scene.rows.get(number) else { return blank(number, trigger, empty) };
    let mut reading = slots::participants(scene, number, trigger);
    // Several meetings have no one day.
    let date = slots::date(row, trigger, others).filter(|_| !trigger.is_plural || slots::is_one_by_one(row, trigger));
    let place = slots::place(scene, row, trigger, &reading.named);
    if trigger.kind == MeetingKind::Visit {
        add_host(scene, &mut reading, place.as_ref());
    }
    let named = &reading.named;
    let event = row.events_at(trigger.tokens.start).next();
    let told =
        [slots::reach(named), date.map(|(tokens, _)| tokens.clone()), place.as_ref().map(|spot| spot.tokens.clone())];
    let told = told.into_iter().flatten().chain(event.map(|event| event.tokens.clone()));
    let reach = evidence(row, trigger, others, told);
    // "I would like to discuss with you": the quotation is a part of the meeting that it speaks of.
    let face_to_face = slots::addresses_you(row, trigger);
    // "The two met" is no call that was told before.
    let met = trigger.is_verb() && trigger.is_in_person && trigger.kind == MeetingKind::Talks;
    let met_in_person = met && reading.points_back;
    let names_nobody = named.is_empty() && event.is_none() || reading.takes_pair || is_half_told(&reading, trigger);
    let in_place = place.filter(|_| trigger.kind != MeetingKind::Call).map(|spot| MeetingPlace {
        passage: row.line.passage(if spot.tokens.is_empty() { trigger.tokens.clone() } else { spot.tokens.clone() }),
        id: spot.id,
        name: spot.name,
    });
    Candidate {
        kind: if met_in_person { MeetingKind::Bilateral } else { kind(trigger, named) },
        status: if face_to_face {
            Status::Held
        } else {
            slots::status(row, trigger, date.map(|(_, when)| when), scene.today)
        },
        is_definite: trigger.is_definite && !references::is_another_thing(row, trigger, others) || face_to_face,
        participants: named.iter().map(|named| named.participant(row, scene)).collect(),
        is_attendance: slots::is_attended(row, trigger),
        is_joined: slots::is_joined(row, trigger),
        is_sideline: slots::is_sideline(row, trigger),
        is_official: slots::is_official(row, trigger, named),
        was_expected: slots::was_expected(row, trigger),
        points_back: reading.points_back,
        points_to_others: reading.are_opponents,
        pair_before: if names_nobody && !is_its_own(row, trigger) && (trigger.is_definite || reading.points_back) {
            slots::pair_before(scene, number, trigger)
        } else {
            vec![]
        },
        is_many: reading.is_many,
        takes_pair: reading.takes_pair,
        is_one_sided: reading.is_one_sided,
        is_headline: row.is_headline,
        is_old: date.zip(scene.published).is_some_and(|((_, when), published)| {
            when.interval.to < published.from && when.interval.gap(published) > NEWS_DAYS
        }),
        is_vague: references::is_vague(row, trigger),
        the_summit: references::the_summit(row, trigger, named),
        is_separate: references::is_separate(row, trigger, others),
        is_earlier: references::is_earlier(row, trigger, date.map(|(_, when)| when), scene.published),
        sides: trigger.sides.or(reading.sides),
        is_named_by_place: !trigger.is_verb()
            && trigger.is_definite
            && (reading.points_back || row.line.is(trigger.tokens.end, &["of", "at", "in"]))
            || trigger.is_definite && trigger.tokens.start.checked_sub(1).is_some_and(|at| row.spot_at(at).is_some()),
        is_day_of_speech: date.is_some_and(|(tokens, _)| slots::is_day_of_speech(row, trigger, tokens)),
        when: date.map(|(tokens, when)| {
            let interval = slots::shifted(when.interval, slots::days_before(row, trigger, tokens));
            match slots::next_day(row, tokens, interval).filter(|_| !trigger.is_plural) {
                Some(both) => MeetingDate { interval: both, precision: Precision::Range, passage: Some(when.passage) },
                None => MeetingDate { interval, precision: when.precision, passage: Some(when.passage) },
            }
        }),
        extent: in_place.as_ref().map_or(Extent::Town, |place| slots::extent(scene.facts, &place.id, &place.name)),
        state_of_place: in_place.as_ref().and_then(|place| scene.facts.state_of(&place.id, &place.name)),
        place: in_place,
        event: event.map(|event| event.id.clone()),
        ..blank(number, trigger, row.line.passage(reach))
    }
    .of_topic(slots::pair_of_topic(scene, number, trigger, named))
}

/// `“We met in Oslo,” X said`: the speaker, and one who was told before.
fn is_half_told(reading: &Reading, trigger: &Trigger) -> bool {
    reading.points_back && matches!(reading.named.as_slice(), [one] if one.is_person() || trigger.is_possessed)
}

/// `at its meeting on Monday`, `They received a report`: of a body or a thing, and of no two people.
fn is_its_own(row: &Row<'_>, trigger: &Trigger) -> bool {
    slots::is_of_a_thing(row, trigger)
        || !trigger.is_verb() && row.line.holds(trigger.phrase..trigger.tokens.start, &["its"])
}

/// `Blair visited Tripoli`: an official of one state in another is met by that state.
fn add_host(scene: &Scene<'_>, reading: &mut Reading, place: Option<&Spot>) {
    let host =
        place.and_then(|spot| scene.facts.state_of(&spot.id, &spot.name).map(|state| (state, spot.tokens.clone())));
    let Some((state, tokens)) = host.and_then(|(id, tokens)| Some((scene.facts.state(&id)?, tokens))) else { return };
    let [visitor] = reading.named.as_slice() else { return };
    let sides = scene.sides.of(&visitor.id);
    if visitor.is_person() && !sides.is_empty() && !sides.contains(&state.id) {
        // "… visited Tripoli": whoever alone acts for the state in the story is the host.
        let host = scene.sides.only_one_of(&state.id).cloned();
        let (id, name, kind) = match host {
            Some((id, name)) => (id, name, NameKind::Person),
            None => (state.id.clone(), state.name.to_owned(), NameKind::Place),
        };
        reading.named.push(Named { id, name, kind, how: How::Role, tokens });
    }
}

fn blank(row: usize, trigger: &Trigger, evidence: Passage) -> Candidate {
    Candidate {
        is_weak: trigger.is_weak,
        ordinal: trigger.ordinal,
        sides: trigger.sides,
        is_definite: trigger.is_definite,
        is_plural: trigger.is_plural,
        is_new: trigger.is_new,
        ..Candidate::untold(row, trigger.kind, evidence)
    }
}

impl Candidate {
    /// One of which nothing is told yet but where, and of what kind.
    pub(super) fn untold(row: usize, kind: MeetingKind, evidence: Passage) -> Self {
        Self {
            row,
            kind,
            status: Status::Unknown,
            participants: vec![],
            pair_before: vec![],
            points_back: false,
            is_many: false,
            takes_pair: false,
            is_one_sided: false,
            points_to_others: false,
            is_headline: false,
            is_old: false,
            is_vague: false,
            is_lead: false,
            is_named_by_place: false,
            is_weak: false,
            is_day_of_speech: false,
            when: None,
            place: None,
            extent: Extent::Town,
            state_of_place: None,
            ordinal: None,
            series: None,
            event: None,
            sides: None,
            is_definite: false,
            is_plural: false,
            is_one_of_several: false,
            is_new: false,
            is_attendance: false,
            is_joined: false,
            is_sideline: false,
            is_official: false,
            was_expected: false,
            the_summit: TheSummit::No,
            is_separate: false,
            is_earlier: false,
            evidence,
        }
    }
}

/// The trigger's own kind, made exact by how many sides there are.
fn kind(trigger: &Trigger, named: &[Named]) -> MeetingKind {
    let people = named.iter().filter(|named| named.is_person()).count();
    match (trigger.kind, trigger.sides, people) {
        (MeetingKind::Talks, Some(3..), _) | (MeetingKind::Talks, None, 3..) => MeetingKind::Multilateral,
        (MeetingKind::Talks, Some(2), _) => MeetingKind::Bilateral,
        (MeetingKind::Talks, None, 2) if trigger.is_in_person => MeetingKind::Bilateral,
        (kind, _, _) => kind,
    }
}
