//! Candidates in, meetings out: what the story tells several times becomes one meeting.
//!
//! Candidates are taken in reading order. Each joins the meeting told before that it fits best, unless something
//! forbids it (another day, another place, other people, another round, a call against a handshake); what fits
//! none begins a new one. A meeting that in the end has neither two sides, nor a name, nor a number in a series is
//! none of ours.

use super::candidates::Candidate;
use super::release;
use super::types::{MeetingDate, MeetingKind, MeetingMention, Participant, Status};
use crate::language::{NameKind, Precision};

/// Within how many sentences a story opens.
const OPENING: usize = 6;
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
        if candidate.is_weak && people(&candidate) < 2 {
            continue;
        }
        let best = drafts
            .iter()
            .enumerate()
            .rev()
            .take(MOST_COMPARED)
            .filter_map(|(number, draft)| fit(draft, &candidate).map(|fit| (number, fit)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        last = Some(best.map_or(drafts.len(), |(number, _)| number));
        if let Some(draft) = best.and_then(|(number, _)| drafts.get_mut(number)) {
            draft.add(candidate);
        } else {
            complete(&mut candidate, &drafts);
            drafts.push(Draft::new(candidate));
        }
    }
    take_up_what_was_announced(&mut drafts);
    share_people_of_rounds(&mut drafts);
    let sure: Vec<Vec<Participant>> =
        drafts.iter().filter(|draft| !draft.known.is_weak).map(|draft| draft.known.participants.clone()).collect();
    // What two people agreed is told of a meeting of theirs, where the story tells one.
    let told = |draft: &Draft| {
        sure.iter().any(|others| alike(&draft.known.participants, others) == draft.known.participants.len())
    };
    drafts.retain(|draft| draft.is_a_meeting() && !(draft.known.is_weak && told(draft)));
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

/// `The first round, on May 2, had lasted twenty minutes`: the rounds of one story are of the same sides.
fn share_people_of_rounds(drafts: &mut [Draft]) {
    let is_round = |draft: &&Draft| draft.known.kind == MeetingKind::Round && draft.known.participants.len() == 2;
    let mut told: Vec<Vec<Participant>> =
        drafts.iter().filter(is_round).map(|draft| draft.known.participants.clone()).collect();
    told.dedup_by(|a, b| alike(a, b) == a.len());
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
    }
}

/// How many of the participants are human beings.
fn people(candidate: &Candidate) -> usize {
    candidate.participants.iter().filter(|one| one.kind == NameKind::Person).count()
}

/// How well a candidate fits a draft; `None` where something forbids it or nothing speaks for it.
fn fit(draft: &Draft, candidate: &Candidate) -> Option<f64> {
    let known = &draft.known;
    // "The summit lasted seven hours. … At their meeting on October 16": what opens the story is of its own days.
    let opens = known.when.is_none()
        && !known.is_vague
        && known.status == Status::Held
        && draft.rows.first().is_some_and(|row| *row <= OPENING);
    if forbids(known, candidate) || opens && candidate.is_old && !candidate.is_headline {
        return None;
    }
    let (few, many) = shared(known, candidate);
    let pair = candidate.pair_before.as_slice();
    if candidate.points_back
        && candidate.participants.is_empty()
        && pair.len() > 1
        && known.participants.len() > 1
        && alike(pair, &known.participants) < pair.len()
    {
        // "They negotiated last week" tells of those named just before, not of another pair.
        return None;
    }
    let mut score = 0.0;
    if many == 1 && few == 1 {
        score += 0.9;
    } else if many > 0 {
        score += 2.0 * f64::from(u32::try_from(few).unwrap_or(u32::MAX))
            / f64::from(u32::try_from(many).unwrap_or(u32::MAX));
    }
    if known.ordinal.is_some() && known.ordinal == candidate.ordinal && known.series == candidate.series {
        score += 3.0;
    }
    if known.event.is_some() && known.event == candidate.event {
        score += 3.0;
    }
    if known.when.zip(candidate.when).is_some_and(|(a, b)| a.interval.meet(b.interval).is_some()) {
        score += 1.0;
    }
    if known.place.as_ref().zip(candidate.place.as_ref()).is_some_and(|(a, b)| a.id == b.id) {
        score += 1.0;
    }
    // A headline and the opening under it tell of one thing, though the headline may name one side only.
    if draft.is_titled && candidate.row <= draft.rows.last().copied().unwrap_or(0) + HEADLINE_REACH && few > 0 {
        score += 0.4;
    }
    // "It was the sixth summit. X embraced Y, Z and W": those who are told together at a gathering that has nobody yet.
    let gathering =
        matches!(known.kind, MeetingKind::Summit | MeetingKind::Conference) && known.participants.is_empty();
    let distance = candidate.row.saturating_sub(draft.rows.last().copied().unwrap_or(0));
    if gathering && candidate.participants.len() > 2 && distance <= HEADLINE_REACH {
        score += 1.3;
    }
    // "The conversation took place …" points back at what was just told.
    let bare = candidate.participants.len() < 2 && few == candidate.participants.len();
    let nobody = known.participants.is_empty() && same_sort(known.kind, candidate.kind);
    if (candidate.is_definite || candidate.points_back) && (bare || nobody) {
        score += match distance {
            0 | 1 => 1.2,
            2 | 3 => 0.8,
            _ => 0.4,
        };
        score += if same_sort(known.kind, candidate.kind) { 0.4 } else { 0.0 };
    }
    let points = bare && (candidate.is_definite || candidate.points_back);
    (score > if points || nobody || gathering { 0.7 } else { 1.2 }).then_some(score)
}

/// Whether two stand for the same side: the same one, or a person and the state or body for which that person acts.
fn stands_for(a: &Participant, b: &Participant) -> bool {
    a.id == b.id
        || is_short_for(a, b)
        || is_short_for(b, a)
        || a.kind != NameKind::Person && b.acts_for.contains(&a.id)
        || b.kind != NameKind::Person && a.acts_for.contains(&b.id)
}

/// `DE KLERK` in a headline is the F.W. de Klerk of the story.
fn is_short_for(short: &Participant, long: &Participant) -> bool {
    let (short, long) = (short.id.as_str(), long.id.as_str());
    long.strip_suffix(short).is_some_and(|given| given.ends_with('-'))
}

/// How many of `a` have someone who stands for the same side among `b`.
fn alike(a: &[Participant], b: &[Participant]) -> usize {
    a.iter().filter(|one| b.iter().any(|other| stands_for(one, other))).count()
}

/// How many participants both name, and how many the smaller side names.
fn shared(a: &Candidate, b: &Candidate) -> (usize, usize) {
    let both = alike(&a.participants, &b.participants).min(alike(&b.participants, &a.participants));
    (both, a.participants.len().min(b.participants.len()))
}

fn forbids(known: &Candidate, candidate: &Candidate) -> bool {
    let ordinals = known.ordinal.zip(candidate.ordinal).is_some_and(|(a, b)| a != b);
    let days = known.when.zip(candidate.when).is_some_and(|(a, b)| {
        exact(a) && exact(b) && a.interval.meet(b.interval).is_none() || a.interval.gap(b.interval) > 1
    });
    let places = known.place.as_ref().zip(candidate.place.as_ref()).is_some_and(|(a, b)| a.id != b.id)
        && !is_visit(known, candidate);
    let events = known.event.is_some() && candidate.event.is_some() && known.event != candidate.event;
    // "The telephone interviews" were between people who were told, not what one side called for.
    let unnamed = candidate.is_plural && known.participants.len() < 2;
    // "The foreign ministers are to meet on Friday" is no meeting of the presidents.
    let others = candidate.points_to_others && people(known) > 1 || known.points_to_others && people(candidate) > 1;
    let apart = candidate.is_new || candidate.is_one_of_several || unnamed || others;
    // Nobody meets at a place by telephone.
    let call_in_place =
        known.kind == MeetingKind::Call && candidate.place.is_some() && candidate.kind != MeetingKind::Call;
    ordinals
        || days
        || known.is_lead && release::differs(known, candidate)
        || places
        || events
        || apart
        || call_in_place
        || people_differ(known, candidate)
        || sorts_differ(known, candidate)
}

/// A visit to a state and a meeting in one of its towns may be one.
fn is_visit(a: &Candidate, b: &Candidate) -> bool {
    (a.kind == MeetingKind::Visit) != (b.kind == MeetingKind::Visit)
}

const fn exact(when: MeetingDate) -> bool {
    matches!(when.precision, Precision::Day | Precision::Range)
}

/// Two people are not three, and nobody who is told as one of two may be missing on the other side.
fn people_differ(known: &Candidate, candidate: &Candidate) -> bool {
    let (a, b) = (known.participants.len(), candidate.participants.len());
    let (both, fewer) = shared(known, candidate);
    if a >= 2 && b >= 2 {
        let gathering = |kind| matches!(kind, MeetingKind::Round | MeetingKind::Summit | MeetingKind::Conference);
        let of_many = known.is_many || candidate.is_many || gathering(known.kind) && gathering(candidate.kind);
        return both < fewer || (a == 2) != (b == 2) && !of_many;
    }
    // "met Erdogan", told by one side only, is not the meeting with Assad.
    fewer == 1 && both == 0
        || known.sides.zip(Some(b).filter(|b| *b >= 2)).is_some_and(|(sides, b)| (sides == 2) != (b == 2))
        || candidate.sides.zip(Some(a).filter(|a| *a >= 2)).is_some_and(|(sides, a)| (sides == 2) != (a == 2))
}

fn sorts_differ(known: &Candidate, candidate: &Candidate) -> bool {
    let call = |kind: MeetingKind| kind == MeetingKind::Call;
    let called = call(known.kind) != call(candidate.kind);
    // "the conversation" may be the call; "met" is not.
    let open =
        |one: &Candidate| one.kind == MeetingKind::Talks || one.kind == MeetingKind::Bilateral && one.is_definite;
    let planned = |one: &Candidate| one.status == Status::Planned;
    let dated = candidate.when.is_some();
    let times = planned(known) != planned(candidate) && !candidate.is_definite && !dated && !known.is_headline
        // "The Reykjavik talks of last week" are not the summit to come.
        || planned(known) && candidate.status == Status::Held && candidate.is_named_by_place && dated;
    let round = (known.kind == MeetingKind::Round) != (candidate.kind == MeetingKind::Round)
        && (!candidate.is_definite || candidate.ordinal.is_some() && !known.is_headline);
    let congress = (known.kind == MeetingKind::Conference) != (candidate.kind == MeetingKind::Conference);
    called && !open(known) && !open(candidate) || times || round || congress
}

fn same_sort(a: MeetingKind, b: MeetingKind) -> bool {
    let plain = [MeetingKind::Talks, MeetingKind::Call, MeetingKind::Bilateral, MeetingKind::Multilateral];
    a == b || [a, b].contains(&MeetingKind::Talks) && plain.contains(&a) && plain.contains(&b)
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
        for participant in candidate.participants {
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
        known.is_vague |= candidate.is_vague;
        known.is_weak &= candidate.is_weak;
        let vague = known.when.is_none_or(|when| !exact(when));
        if vague && candidate.when.is_some() {
            known.when = candidate.when;
        }
        known.place = known.place.take().or(candidate.place);
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
            && known.when.is_some_and(|when| when.passage.is_some() || known.is_many || known.place.is_some());
        let dated = known.when.is_some_and(|when| when.passage.is_some());
        let numbered = matches!(known.kind, MeetingKind::Summit | MeetingKind::Conference)
            && known.ordinal.is_some()
            && known.place.is_some()
            && dated;
        // "The Vienna talks of last week": nobody is named, but no other talks can be meant.
        let placed = known.place.is_some() && dated && known.is_named_by_place;
        let many = known.is_many && (known.when.is_some() || known.place.is_some());
        let people = known.participants.len() >= 2;
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
        let told = known.participants.len() >= 2;
        let confidence = 0.5
            + if told { 0.25 } else { 0.0 }
            + if known.when.is_some() { 0.15 } else { 0.0 }
            + if self.evidence.len() > 1 { 0.08 } else { 0.0 };
        let count = known.participants.len();
        let kind = match known.kind {
            MeetingKind::Talks | MeetingKind::Bilateral if count >= 3 || known.is_many && !known.points_to_others => {
                MeetingKind::Multilateral
            }
            MeetingKind::Talks if count == 2 => MeetingKind::Bilateral,
            kind => kind,
        };
        let vague = known.is_vague;
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
        };
        (meeting, vague)
    }
}

/// The more a kind says, the higher it ranks.
const fn rank(kind: MeetingKind) -> u8 {
    match kind {
        MeetingKind::Talks => 0,
        MeetingKind::Bilateral | MeetingKind::Multilateral | MeetingKind::Visit => 1,
        MeetingKind::Call | MeetingKind::Conference | MeetingKind::Summit | MeetingKind::Round => 2,
    }
}
