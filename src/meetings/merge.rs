//! Candidates in, meetings out: what the story tells several times becomes one meeting.
//!
//! Candidates are taken in reading order. Each joins the meeting told before that it fits best, unless something
//! forbids it (another day, another place, other people, another round, a call against a handshake); what fits
//! none begins a new one. A meeting that in the end has neither two sides, nor a name, nor a number in a series is
//! none of ours.

mod alone;
mod fit;
mod later;
mod next;
mod summits;

pub(super) use fit::is_short_for;
use fit::{alike, exact, fit, newcomers};

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

/// What candidates became.
#[derive(Debug)]
pub(super) struct Joined {
    /// Those that tell all that makes a meeting, in reading order.
    pub told: Vec<Draft>,
    /// Those that leave open who met.
    pub open: Vec<Draft>,
}

/// A meeting in the making.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// What is known of it so far.
    pub known: Candidate,
    /// Every place that tells of it.
    pub evidence: Vec<crate::language::Passage>,
    /// Sentences of the evidence.
    pub rows: Vec<usize>,
    /// Whether a headline told it first.
    is_titled: bool,
    /// Whether its words leave open who met.
    pub is_half_told: bool,
}

/// Joins candidates that tell of the same meeting.
pub(super) fn join(candidates: Vec<Candidate>) -> Joined {
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
    later::take_up_what_was_announced(&mut drafts);
    later::share_people_of_rounds(&mut drafts);
    later::take_up_the_counted(&mut drafts);
    sort_out(drafts)
}

/// Which of all drafts are meetings.
fn sort_out(drafts: Vec<Draft>) -> Joined {
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
        let other_day = |when: &Option<MeetingDate>| is_of_another_day(*when, draft.known.when);
        near.into_iter().any(|(_, others, when)| alike(people, others) == people.len() && !other_day(when))
    };
    let received = alone::received_there(&drafts);
    let mut joined = Joined { told: Vec::new(), open: Vec::new() };
    for (number, draft) in drafts.into_iter().enumerate() {
        if alone::is_a_stay_told(&draft, &received) {
            continue;
        }
        let is_a_meeting = draft.is_a_meeting();
        if !is_a_meeting {
            joined.open.push(draft);
        } else if !(draft.known.is_weak && told(number, &draft)) {
            joined.told.push(draft);
        }
    }
    joined
}

/// Whether a draft is one of those told: it fits one, or is of the same people and nothing tells them apart.
pub(super) fn is_told(told: &[Draft], draft: &Draft) -> bool {
    let own = &draft.known;
    let is_call = |candidate: &Candidate| candidate.kind == MeetingKind::Call;
    let is_same = |known: &Candidate| {
        alike(&own.participants, &known.participants) == own.participants.len()
            // "The meeting was held by video link" tells more of the one that was told as if they had travelled.
            && (own.is_definite || is_call(own) == is_call(known))
            && own.status == known.status
            && !is_of_another_day(own.when, known.when)
    };
    told.iter().any(|known| fit(known, own).is_some() || is_same(&known.known))
}

/// Whether both days are told exactly, and differ.
fn is_of_another_day(one: Option<MeetingDate>, other: Option<MeetingDate>) -> bool {
    one.zip(other).is_some_and(|(a, b)| exact(a) && exact(b) && a.interval.meet(b.interval).is_none())
}

/// `The leaders of Quillia and Sudonia agreed in Oslo on Sunday`: told by their office, where and when, they met.
fn is_of_states(candidate: &Candidate) -> bool {
    candidate.participants.len() > 1
        && candidate.participants.iter().all(|one| one.role.is_some())
        && candidate.place.is_some()
        && candidate.when.is_some_and(|when| when.passage.is_some())
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
        Self {
            evidence: vec![first.evidence],
            rows: vec![first.row],
            is_titled: first.is_headline,
            is_half_told: false,
            known: first,
        }
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
            - if known.is_weak || self.is_half_told { 0.25 } else { 0.0 };
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
            is_likely: known.is_weak || self.is_half_told,
            half_told: self.is_half_told,
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
