//! A candidate and a meeting told before in, how well they fit out.
//!
//! What forbids that they are one is asked first ([`forbids`]); what speaks for it is a sum. **Why:** every difference
//! between two meetings that a story may tell of is named here in one place.

use super::{Draft, HEADLINE_REACH, people};
use crate::language::{EntityId, NameKind, Precision};
use crate::meetings::candidates::Candidate;
use crate::meetings::release;
use crate::meetings::slots::Extent;
use crate::meetings::types::{MeetingDate, MeetingKind, Participant, Status};

/// Within how many sentences a story opens.
const OPENING: usize = 6;

/// How well a candidate fits a draft; `None` where something forbids it or nothing speaks for it.
pub(super) fn fit(draft: &Draft, candidate: &Candidate) -> Option<f64> {
    let known = &draft.known;
    // "The summit lasted seven hours. … At their meeting on October 16": what opens the story is of its own days.
    let opens = known.when.is_none()
        && !known.is_vague
        && known.status == Status::Held
        && draft.rows.first().is_some_and(|row| *row <= OPENING);
    // "X met Y. They had met on Wednesday in Bergen": before the meeting that nothing dates yet.
    let undated = known.when.is_none() && !known.is_vague && !known.is_headline && !known.is_earlier;
    let earlier = undated && candidate.is_earlier && known.status == Status::Held;
    if forbids(known, candidate) || earlier || opens && candidate.is_old && !candidate.is_headline {
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
    let last_row = draft.rows.last().copied().unwrap_or(0);
    if is_there_too(known, candidate) && candidate.row <= last_row + OPENING {
        // What the story is about, if it is not told of the one just before.
        let main = draft.is_titled || draft.rows.first().is_some_and(|row| *row <= HEADLINE_REACH);
        score += 1.6 + if candidate.row <= last_row + 1 || main { 0.5 } else { 0.0 };
    }
    // A headline and the opening under it tell of one thing, though the headline may name one side only.
    if draft.is_titled && candidate.row <= draft.rows.last().copied().unwrap_or(0) + HEADLINE_REACH && few > 0 {
        score += 0.4;
    }
    // "It was the sixth summit. X embraced Y, Z and W": those who are told together at a gathering that has nobody yet.
    let gathering =
        matches!(known.kind, MeetingKind::Summit | MeetingKind::Conference) && known.participants.is_empty();
    // Two who talked on one day of a gathering of several days talked beside it.
    let beside = candidate.participants.len() == 2
        && known.when.zip(candidate.when).is_some_and(|(a, b)| !a.interval.is_day() && b.interval.is_day());
    let gathering = gathering && !beside;
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

/// `DE KLERK` in a headline is the F.W. de Klerk of the story, `Tomas Rivera` is Tomas Rivera Solano.
pub(in crate::meetings) fn is_short_for(short: &Participant, long: &Participant) -> bool {
    let is_person = short.kind == NameKind::Person && long.kind == NameKind::Person;
    let (short, long) = (short.id.as_str(), long.id.as_str());
    long.strip_suffix(short).is_some_and(|given| given.ends_with('-'))
        || is_person && short.contains('-') && long.strip_prefix(short).is_some_and(|rest| rest.starts_with('-'))
}

/// How many of `a` have someone who stands for the same side among `b`.
pub(super) fn alike(a: &[Participant], b: &[Participant]) -> usize {
    a.iter().filter(|one| b.iter().any(|other| stands_for(one, other))).count()
}

/// How many participants both name, and how many the smaller side names.
fn shared(a: &Candidate, b: &Candidate) -> (usize, usize) {
    let both = alike(&a.participants, &b.participants).min(alike(&b.participants, &a.participants));
    (both, a.participants.len().min(b.participants.len()))
}

pub(super) fn forbids(known: &Candidate, candidate: &Candidate) -> bool {
    let ordinals = known.ordinal.zip(candidate.ordinal).is_some_and(|(a, b)| a != b);
    let days = known.when.zip(candidate.when).is_some_and(|(a, b)| {
        exact(a) && exact(b) && a.interval.meet(b.interval).is_none() || a.interval.gap(b.interval) > 1
    });
    let places = known
        .place
        .as_ref()
        .zip(candidate.place.as_ref())
        .is_some_and(|(a, b)| a.id != b.id && !is_longer_for(&a.id, &b.id))
        && !may_lie_in_one(known, candidate)
        && !is_visit(known, candidate);
    let events = known.event.is_some() && candidate.event.is_some() && known.event != candidate.event;
    let events = events || is_another_summit(known, candidate);
    // "The telephone interviews" were between people who were told, not what one side called for.
    let unnamed = candidate.is_plural && known.participants.len() < 2;
    // "The foreign ministers are to meet on Friday" is no meeting of the presidents.
    let others = candidate.points_to_others && people(known) > 1 || known.points_to_others && people(candidate) > 1;
    // "X, Y meet again", told again under it: "X and Y met again on Wednesday".
    let titled = repeats_the_headline(known, candidate);
    // "X received Y, the palace said on Thursday. The meeting on Wednesday …".
    let spoken = known.is_day_of_speech && candidate.is_definite && candidate.participants.len() < 2;
    let (days, places) = (days && !titled && !spoken, places && !titled);
    let apart = candidate.is_new && !titled || candidate.is_one_of_several || unnamed || others;
    // "X chaired the forum. X held talks with Y": beside it, where the forum is told with X alone.
    let alone = known.is_joined && known.participants.len() < 2 && candidate.participants.len() == 2;
    let plain = matches!(candidate.kind, MeetingKind::Bilateral | MeetingKind::Talks) && !candidate.is_definite;
    let apart = apart || alone && plain && !candidate.is_joined && candidate.event.is_none();
    // "met X on the sidelines of a summit": beside it, and not the summit itself.
    let beside = candidate.is_sideline && known.participants.len() > 1 && known.row == candidate.row;
    let apart = apart || beside || is_of_two_apart(known, candidate) || is_of_two_apart(candidate, known);
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

/// `X met Y. The Arctic Six Summit opens today`: a gathering with a name of its own is no meeting of two; `the Oslo summit` may
/// be that of the two who met in Oslo, and `the Sudonia-Quillia summit` that of their presidents.
fn is_another_summit(known: &Candidate, candidate: &Candidate) -> bool {
    let Some(event) = candidate.event.as_ref().map(EntityId::as_str) else { return false };
    let of_two = known.participants.len() == 2 && known.event.is_none() && !known.is_headline;
    let plain = matches!(known.kind, MeetingKind::Bilateral | MeetingKind::Talks | MeetingKind::Visit);
    let names = |id: &EntityId| is_part_of(id.as_str(), event);
    let own = known.place.as_ref().is_some_and(|place| names(&place.id))
        || known.participants.iter().any(|one| names(&one.id) || one.acts_for.iter().any(names));
    of_two && plain && candidate.participants.is_empty() && !own
}

/// Whether whole words of the name of an event are another name: `niger` is none of `nigeria-security-summit`.
fn is_part_of(name: &str, event: &str) -> bool {
    format!("-{event}-").contains(&format!("-{name}-"))
}

/// `X also met separately with Y`: of two, and not the gathering of more at which they did so.
fn is_of_two_apart(two: &Candidate, gathering: &Candidate) -> bool {
    let called = matches!(gathering.kind, MeetingKind::Summit | MeetingKind::Conference | MeetingKind::Multilateral);
    let more = gathering.participants.len() > 2 || called && gathering.participants.len() != 2;
    two.is_separate && two.participants.len() == 2 && more && !gathering.is_separate
}

/// Whether the first sentences tell with the same two what the headline told.
fn repeats_the_headline(known: &Candidate, candidate: &Candidate) -> bool {
    let (a, b) = (&known.participants, &candidate.participants);
    let same = a.len() == 2 && b.len() == 2 && alike(a, b) == 2 && alike(b, a) == 2;
    same && known.is_headline && !candidate.is_headline && candidate.row <= HEADLINE_REACH
}

/// `Doha`, told again as `Doha, Qatar`.
fn is_longer_for(a: &EntityId, b: &EntityId) -> bool {
    let (a, b) = (a.as_str(), b.as_str());
    let longer = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with('-'));
    longer(a, b) || longer(b, a)
}

/// `in the United States`, told again as `in a Washington hotel`; a house may stand in any town.
fn may_lie_in_one(a: &Candidate, b: &Candidate) -> bool {
    match (a.extent, b.extent) {
        (Extent::House, Extent::Town | Extent::State) | (Extent::Town | Extent::State, Extent::House) => true,
        // No table knows every town.
        (Extent::State, Extent::Town) => b.state_of_place.is_none() || a.state_of_place == b.state_of_place,
        (Extent::Town, Extent::State) => a.state_of_place.is_none() || a.state_of_place == b.state_of_place,
        _ => false,
    }
}

/// A visit to a state and a meeting in one of its towns may be one.
fn is_visit(a: &Candidate, b: &Candidate) -> bool {
    (a.kind == MeetingKind::Visit) != (b.kind == MeetingKind::Visit)
}

pub(super) const fn exact(when: MeetingDate) -> bool {
    matches!(when.precision, Precision::Day | Precision::Range)
}

/// `X attended the meeting`, `X told the summit`: another one who was there.
fn is_there_too(known: &Candidate, candidate: &Candidate) -> bool {
    candidate.is_attendance || takes_the_floor(known, candidate)
}

/// `X told the summit`, where a summit was told: X was there, whoever else was.
fn takes_the_floor(known: &Candidate, candidate: &Candidate) -> bool {
    let free = candidate.when.is_none() && candidate.place.is_none() && candidate.event.is_none();
    candidate.is_joined
        && candidate.is_definite
        && free
        && known.kind == candidate.kind
        && !known.participants.is_empty()
}

/// Those whom another telling adds: a list of those who sat beside two is none of sides.
pub(super) fn newcomers(known: &Candidate, told: Vec<Participant>, is_attendance: bool) -> Vec<Participant> {
    if is_attendance && told.len() > 2 && people(known) == 2 { vec![] } else { told }
}

/// Two people are not three, and nobody who is told as one of two may be missing on the other side.
fn people_differ(known: &Candidate, candidate: &Candidate) -> bool {
    if candidate.is_attendance && !known.is_headline {
        return false;
    }
    if takes_the_floor(known, candidate) {
        return false;
    }
    let (a, b) = (known.participants.len(), candidate.participants.len());
    let (both, fewer) = shared(known, candidate);
    if a >= 2 && b >= 2 {
        let gathering = |kind| matches!(kind, MeetingKind::Round | MeetingKind::Summit | MeetingKind::Conference);
        let of_many = known.is_many || candidate.is_many || gathering(known.kind) && gathering(candidate.kind);
        // "X, Y gather for summit" has no room for Z, whom the first sentences name with them.
        let shortened = known.is_headline && !candidate.is_headline && a == 2 && candidate.row <= HEADLINE_REACH;
        return both < fewer || (a == 2) != (b == 2) && !of_many && !shortened;
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
    // "The envoys signed on Sunday … the two presidents would meet": what is to come is not what has been.
    let ahead = planned(candidate)
        && candidate.points_back
        && known.status == Status::Held
        && !known.is_headline
        && known.when.is_some_and(|when| exact(when) && when.passage.is_some());
    // "The two leaders were expected to discuss": the meeting that was told.
    let times = (times || ahead) && (dated || !candidate.was_expected);
    let round = (known.kind == MeetingKind::Round) != (candidate.kind == MeetingKind::Round)
        && (!candidate.is_definite || candidate.ordinal.is_some() && !known.is_headline);
    let congress = (known.kind == MeetingKind::Conference) != (candidate.kind == MeetingKind::Conference);
    called && !open(known) && !open(candidate) || times || round || congress
}

fn same_sort(a: MeetingKind, b: MeetingKind) -> bool {
    let plain = [MeetingKind::Talks, MeetingKind::Call, MeetingKind::Bilateral, MeetingKind::Multilateral];
    a == b || [a, b].contains(&MeetingKind::Talks) && plain.contains(&a) && plain.contains(&b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_named_by_whole_words() {
        assert!(is_part_of("oslo", "oslo-summit") && is_part_of("oslo", "summit-of-oslo"));
        assert!(is_part_of("south-tarn", "quillia-south-tarn-summit"));
        assert!(!is_part_of("niger", "nigeria-security-summit") && !is_part_of("oman", "summit-of-romania"));
    }
}
