//! Candidates in, meetings out: what the story tells several times becomes one meeting.
//!
//! Candidates are taken in reading order. Each joins the meeting told before that it fits best, unless something
//! forbids it (another day, another place, other people, another round, a call against a handshake); what fits
//! none begins a new one. A meeting that in the end has neither two sides, nor a name, nor a number in a series is
//! none of ours.

mod alone;
mod fit;
mod next;
mod summits;

pub(super) use fit::is_short_for;
use fit::{alike, exact, fit, forbids, newcomers};

use super::candidates::Candidate;
use super::release;
use super::slots::Extent;
use super::types::{MeetingDate, MeetingKind, MeetingMention, MeetingPlace, Participant};
use crate::language::{EntityId, NameKind};

/// How many sentences after a headline its story opens.
const HEADLINE_REACH: usize = 3;
/// With how many of the meetings told last a candidate is compared. No story tells of more; in a register of thousands
/// each would otherwise be compared with each.
const MOST_COMPARED: usize = 128;

/// A meeting in the making.
#[derive(Debug)]
pub(super) struct Draft {
    /// What is known of it so far.
    pub known: Candidate,
    /// Every place that tells of it.
    pub evidence: Vec<crate::language::Passage>,
    /// Sentences of the evidence.
    pub rows: Vec<usize>,
    /// Whether a headline told it first.
    is_titled: bool,
}

/// Joins candidates that tell of the same meeting.
pub(super) fn join(candidates: Vec<Candidate>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    // Where the candidate before went, for "the first took place on Saturday".
    let mut last = None;
    for mut candidate in candidates {
        if candidate.is_one_of_several
            && let Some(whole) = last.and_then(|last: usize| drafts.get(last))
        {
            candidate.participants.clone_from(&whole.known.participants);
            candidate.kind = whole.known.kind;
        }
        if candidate.is_weak && people(&candidate) < 2 && !is_of_states(&candidate) {
            continue;
        }
        let home = summits::home(&drafts, &candidate);
        if home == summits::Home::Nowhere {
            continue;
        }
        let best = drafts
            .iter()
            .enumerate()
            .rev()
            .take(MOST_COMPARED)
            .filter(|(number, _)| home.allows(*number))
            .filter_map(|(number, draft)| fit(draft, &candidate).map(|fit| (number, fit)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        last = Some(best.map_or(drafts.len(), |(number, _)| number));
        let names_nobody =
            |draft: &Draft| draft.known.participants.is_empty() && draft.rows.last() == Some(&candidate.row);
        if best.is_some_and(|(number, _)| drafts.get(number).is_some_and(names_nobody)) {
            // "his first visit in May, and the two sides held a meeting": what opened the sentence named nobody.
            complete(&mut candidate, &drafts);
        }
        if let Some(draft) = best.and_then(|(number, _)| drafts.get_mut(number)) {
            draft.add(candidate);
        } else {
            complete(&mut candidate, &drafts);
            drafts.push(Draft::new(candidate));
        }
    }
    take_up_what_was_announced(&mut drafts);
    share_people_of_rounds(&mut drafts);
    take_up_the_counted(&mut drafts);
    let sure: Vec<(usize, Vec<Participant>, Option<MeetingDate>)> = drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| !draft.known.is_weak)
        .map(|(number, draft)| (number, draft.known.participants.clone(), draft.known.when))
        .collect();
    // What two people agreed is told of a meeting of theirs, where the story tells one, and none of another day.
    let told = |number: usize, draft: &Draft| {
        let before = sure.partition_point(|(at, ..)| *at < number).saturating_sub(MOST_COMPARED);
        let near = sure.iter().skip(before).take(2 * MOST_COMPARED);
        let people = &draft.known.participants;
        let other_day = |when: &Option<MeetingDate>| {
            when.zip(draft.known.when)
                .is_some_and(|(a, b)| exact(a) && exact(b) && a.interval.meet(b.interval).is_none())
        };
        near.into_iter().any(|(_, others, when)| alike(people, others) == people.len() && !other_day(when))
    };
    let received = alone::received_there(&drafts);
    let mut numbers = 0..;
    drafts.retain(|draft| {
        if alone::is_a_stay_told(draft, &received) {
            numbers.next();
            return false;
        }
        let number = numbers.next().unwrap_or_default();
        draft.is_a_meeting() && !(draft.known.is_weak && told(number, draft))
    });
    drafts
}

/// `The talks that opened on Tuesday have ended. X and Y spent four days here`: what is told first without people is
/// the meeting that is told next.
fn take_up_what_was_announced(drafts: &mut Vec<Draft>) {
    let Some(first) = drafts.first() else { return };
    let open = first.known.participants.is_empty()
        && first.known.is_definite
        && !first.known.is_weak
        && first.known.event.is_none();
    let Some(row) = first.rows.first().copied().filter(|_| open && !first.is_a_meeting()) else { return };
    let next = drafts.iter().skip(1).position(|draft| {
        let near = draft.rows.first().is_some_and(|at| *at <= row + HEADLINE_REACH);
        near && draft.known.participants.len() > 1 && !forbids(&first.known, &draft.known)
    });
    let Some(next) = next else { return };
    let first = drafts.remove(0);
    if let Some(draft) = drafts.get_mut(next) {
        draft.add(first.known);
    }
}

/// `The presidents of the three islands met on Monday. X was host to Y and Z`: several who are only counted are those
/// whom the next sentences name together.
fn take_up_the_counted(drafts: &mut Vec<Draft>) {
    let nameless = |draft: &Draft| {
        draft.known.participants.is_empty()
            && draft.known.is_many
            && !draft.known.is_weak
            && draft.known.event.is_none()
    };
    let Some(number) = drafts.iter().take(MOST_COMPARED).position(nameless) else { return };
    let Some(row) = drafts.get(number).and_then(|draft| draft.rows.last().copied()) else { return };
    let next = drafts.iter().skip(number + 1).take(MOST_COMPARED).position(|draft| {
        let near = draft.rows.first().is_some_and(|at| *at <= row + HEADLINE_REACH);
        let fits = |whole: &Draft| !forbids(&whole.known, &draft.known) && whole.known.status == draft.known.status;
        near && people(&draft.known) > 2 && drafts.get(number).is_some_and(fits)
    });
    let Some(next) = next.map(|next| number + 1 + next) else { return };
    let named = drafts.remove(next);
    if let Some(whole) = drafts.get_mut(number) {
        whole.evidence.extend(named.evidence);
        whole.rows.extend(named.rows);
        whole.known.participants = named.known.participants;
    }
}

/// `The leaders of Quillia and Sudonia agreed in Oslo on Sunday`: told by their office, where and when, they met.
fn is_of_states(candidate: &Candidate) -> bool {
    candidate.participants.len() > 1
        && candidate.participants.iter().all(|one| one.role.is_some())
        && candidate.place.is_some()
        && candidate.when.is_some_and(|when| when.passage.is_some())
}

/// `The first round, on May 2, had lasted twenty minutes`: the rounds of one story are of the same sides.
fn share_people_of_rounds(drafts: &mut [Draft]) {
    let is_round = |draft: &&Draft| draft.known.kind == MeetingKind::Round && draft.known.participants.len() == 2;
    let mut told: Vec<Vec<Participant>> =
        drafts.iter().filter(is_round).map(|draft| draft.known.participants.clone()).collect();
    if told.is_empty() {
        // "X and Y met for the second round … The next one is set for May": the only pair of the story.
        // Two who telephoned are not yet those of the rounds.
        let face_to_face = |draft: &Draft| !matches!(draft.known.kind, MeetingKind::Call | MeetingKind::Visit);
        let several =
            |draft: &&Draft| draft.known.participants.len() > 1 && !draft.known.is_weak && face_to_face(draft);
        told = drafts.iter().filter(several).map(|draft| draft.known.participants.clone()).collect();
    }
    told.dedup_by(|a, b| a.len() == b.len() && alike(a, b) == a.len());
    let [sides] = told.as_slice() else { return };
    for draft in
        drafts.iter_mut().filter(|draft| draft.known.kind == MeetingKind::Round && draft.known.participants.is_empty())
    {
        draft.known.participants.clone_from(sides);
    }
}

/// `The two spoke again in the evening`: the people of the meeting told last that has whoever is named here.
fn complete(candidate: &mut Candidate, drafts: &[Draft]) {
    if candidate.participants.len() > 1 || !(candidate.points_back || candidate.is_definite) {
        return;
    }
    // "The summit" after other meetings is none of theirs; "they met" and "this summit" point at people.
    let alone = drafts.is_empty() && candidate.is_definite;
    if candidate.points_to_others {
        return;
    }
    if next::is_another_of_the_same(candidate) {
        next::complete(candidate, drafts);
        return;
    }
    if candidate.participants.is_empty() && !candidate.pair_before.is_empty() && (candidate.points_back || alone) {
        candidate.participants.append(&mut candidate.pair_before);
        return;
    }
    if !candidate.points_back || candidate.is_plural {
        return;
    }
    if candidate.takes_pair {
        let pair = drafts.iter().rev().take(MOST_COMPARED).find(|draft| draft.known.participants.len() > 1);
        let pair = pair.map_or(&candidate.pair_before, |draft| &draft.known.participants).clone();
        let known: Vec<_> = candidate.participants.iter().map(|one| one.id.clone()).collect();
        candidate.participants.extend(pair.into_iter().filter(|one| !known.contains(&one.id)));
        return;
    }
    let number = candidate.sides;
    let holds = |draft: &&Draft| {
        number.is_none_or(|number| draft.known.participants.len() == number) && {
            let known = &draft.known.participants;
            known.len() > 1 && alike(&candidate.participants, known) == candidate.participants.len()
        }
    };
    if let Some(draft) = drafts.iter().rev().take(MOST_COMPARED).find(holds) {
        candidate.participants.clone_from(&draft.known.participants);
    } else if let [one] = candidate.participants.as_slice()
        && candidate.pair_before.iter().any(|other| other.id == one.id)
    {
        candidate.participants = std::mem::take(&mut candidate.pair_before);
    }
}

/// How many of the participants are human beings.
fn people(candidate: &Candidate) -> usize {
    candidate.participants.iter().filter(|one| one.kind == NameKind::Person).count()
}

impl Draft {
    fn new(first: Candidate) -> Self {
        Self { evidence: vec![first.evidence], rows: vec![first.row], is_titled: first.is_headline, known: first }
    }

    fn add(&mut self, candidate: Candidate) {
        if self.known.is_lead {
            release::tell_again(self, candidate);
            return;
        }
        let known = &mut self.known;
        if known.is_headline && !candidate.is_headline {
            // Headlines tell everything in the present.
            known.status = candidate.status;
            known.is_headline = false;
        }
        for participant in newcomers(known, candidate.participants, candidate.is_attendance) {
            let same = |one: &Participant| one.id == participant.id || is_short_for(&participant, one);
            if known.participants.iter().any(same) {
                continue;
            }
            match known.participants.iter_mut().find(|one| is_short_for(one, &participant)) {
                Some(short) => *short = participant,
                None => known.participants.push(participant),
            }
        }
        let named = known.participants.clone();
        let named = || named.iter().filter(|one| one.kind == NameKind::Person);
        // Where a person is named, the state for which that person acts is told already.
        known
            .participants
            .retain(|one| one.kind == NameKind::Person || !named().any(|person| person.acts_for.contains(&one.id)));
        known.is_many |= candidate.is_many;
        known.is_one_sided |= candidate.is_one_sided;
        known.is_joined |= candidate.is_joined;
        known.is_official |= candidate.is_official;
        known.is_vague |= candidate.is_vague;
        known.is_weak &= candidate.is_weak;
        let vague = known.is_day_of_speech || known.when.is_none_or(|when| !exact(when));
        if vague && candidate.when.is_some() {
            known.when = candidate.when;
            known.is_day_of_speech = candidate.is_day_of_speech;
        }
        take_better_place(known, candidate.place, candidate.extent, candidate.state_of_place);
        known.ordinal = known.ordinal.or(candidate.ordinal);
        known.series = known.series.take().or(candidate.series);
        known.event = known.event.take().or(candidate.event);
        known.sides = known.sides.or(candidate.sides);
        known.is_plural &= candidate.is_plural;
        if rank(candidate.kind) > rank(known.kind) {
            known.kind = candidate.kind;
        }
        self.evidence.push(candidate.evidence);
        self.rows.push(candidate.row);
    }

    /// Whether enough is told: two sides, or a name with a day or place, or a number in a series.
    fn is_a_meeting(&self) -> bool {
        let known = &self.known;
        let counted = known.kind == MeetingKind::Round
            && (known.ordinal.is_some() || known.series.is_some())
            && (known.when.is_some() || known.ordinal.is_some() && self.opens_the_story());
        let named = known.event.as_ref().is_some_and(|event| !event.as_str().ends_with("-process"))
            && matches!(known.kind, MeetingKind::Summit | MeetingKind::Conference)
            // A bare name in a headline tells of nothing yet.
            && (known.when.is_some() || known.place.is_some() || !known.participants.is_empty() || self.evidence.len() > 1);
        let gathering = matches!(known.kind, MeetingKind::Summit | MeetingKind::Conference)
            && !known.participants.is_empty()
            && !alone::is_a_speech(known)
            && known.when.is_some_and(|when| when.passage.is_some() || known.is_many || known.place.is_some());
        let dated = known.when.is_some_and(|when| when.passage.is_some());
        let numbered = matches!(known.kind, MeetingKind::Summit | MeetingKind::Conference)
            && known.ordinal.is_some()
            && known.place.is_some()
            && dated;
        // "The Vienna talks of last week": nobody is named, but no other talks can be meant.
        let placed = known.place.is_some()
            && dated
            && known.is_named_by_place
            && !alone::is_a_speech(known)
            && !known.is_sideline;
        let many = alone::is_of_several_sides(known);
        // "The ambassador met X", "they called on X": of two sides one is named.
        let one_sided = known.is_one_sided
            && matches!(known.participants.as_slice(), [one] if one.kind == NameKind::Person && (dated || known.takes_pair) || dated && known.place.is_some());
        let people =
            alone::is_without_names(known) || known.participants.len() >= 2 || one_sided || alone::is_told_alone(known);
        (people || counted || named || gathering || many || placed || numbered) && !known.is_plural
    }

    /// Whether it is told in a headline or at the beginning: then the article's own day is its day.
    fn opens_the_story(&self) -> bool {
        self.is_titled || self.rows.first().is_some_and(|row| *row <= HEADLINE_REACH)
    }

    /// The finished meeting, and whether it is told as one of the past without a day (`their recent meeting`).
    pub(super) fn finish(mut self) -> (MeetingMention, bool) {
        self.evidence.sort_unstable();
        self.evidence.dedup();
        let known = self.known;
        let confidence = 0.5
            + if known.participants.len() >= 2 { 0.25 } else { 0.0 }
            + if known.when.is_some() { 0.15 } else { 0.0 }
            + if self.evidence.len() > 1 { 0.08 } else { 0.0 }
            - if known.is_weak { 0.25 } else { 0.0 };
        let count = known.participants.len();
        let kind = match known.kind {
            // A headline that leaves one of the two open (`Audience with the president`) makes no more of them.
            MeetingKind::Bilateral if alone::are_two_people(&known.participants) => MeetingKind::Bilateral,
            MeetingKind::Talks | MeetingKind::Bilateral if count >= 3 || known.is_many && !known.points_to_others => {
                MeetingKind::Multilateral
            }
            MeetingKind::Talks if count == 2 => MeetingKind::Bilateral,
            kind => kind,
        };
        let meeting = MeetingMention {
            kind,
            status: known.status,
            main: known.is_lead,
            participants: known.participants,
            when: known.when,
            place: known.place,
            ordinal: known.ordinal,
            series: known.series,
            event: known.event,
            sides: known.sides,
            evidence: self.evidence,
            confidence,
            is_likely: known.is_weak,
            echo: None,
            corrected: None,
        };
        (meeting, known.is_vague)
    }
}

/// A town says more than the house in it, and both say more than the state; of two that say as much the first one stays.
pub(super) fn take_better_place(
    known: &mut Candidate,
    place: Option<MeetingPlace>,
    extent: Extent,
    state: Option<EntityId>,
) {
    let rank = |extent: Extent| match extent {
        Extent::State => 0,
        Extent::House => 1,
        Extent::Town => 2,
    };
    if place.is_some() && (known.place.is_none() || rank(extent) > rank(known.extent)) {
        (known.place, known.extent, known.state_of_place) = (place, extent, state);
    }
}

/// The more a kind says, the higher it ranks.
const fn rank(kind: MeetingKind) -> u8 {
    match kind {
        MeetingKind::Visit => 0,
        MeetingKind::Talks => 1,
        MeetingKind::Bilateral | MeetingKind::Multilateral => 2,
        MeetingKind::Call | MeetingKind::Conference | MeetingKind::Summit | MeetingKind::Round => 3,
    }
}
