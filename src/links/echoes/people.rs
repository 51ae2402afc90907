//! A sentence and a known meeting in, whom of it the sentence tells of out: by name, by pronoun, by state, by office.

use super::known::Known;
use super::offices::Office;
use super::passages::{Row, Said};
use super::weigh::Passages;
use crate::language::{NameKind, Passage};
use crate::meetings::Participant;

/// A participant whom the sentence names; told by the state, by the office, by both, or by the office of one whom the story names; meant by a pronoun; named elsewhere in the story.
const NAMED: f64 = 2.0;
const BY_STATE: f64 = 1.0;
const BY_OFFICE: f64 = 1.0;
const BY_OFFICE_OF_STATE: f64 = 1.5;
const MEANT: f64 = 1.2;
const ELSEWHERE: f64 = 0.5;
/// Each participant beyond the second, and how many of these count.
const MORE: (f64, usize) = (0.5, 2);
/// Someone is named who did not take part, and nobody who did; and beside one who did, as if it were these two.
const STRANGER: f64 = -0.8;
const OTHER_PAIR: f64 = -6.0;
/// Sentences before, in which those stand whom a pronoun can mean.
pub(super) const REACH: usize = 4;

/// Whoever of the meeting the sentence names.
pub(super) struct People {
    pub points: f64,
    pub said: Vec<(usize, Passage)>,
    /// How many it names itself, or means.
    pub here: usize,
    /// The same with those whom it tells by state or office.
    pub present: usize,
    /// How many the story names at all, or their states.
    pub told: usize,
    /// Whether the story names nobody of the meeting, nor a state of theirs.
    pub is_strange: bool,
    /// Whether it tells of two by the office that both hold: `the two foreign ministers`.
    pub is_pair_of_offices: bool,
}

/// The points that the people of a sentence can reach, whatever it says of them besides the names.
pub(super) fn most(known: &Known<'_>, row: &Row<'_>) -> f64 {
    let size = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let all = known.people.len();
    let named = known.people.iter().filter(|who| row.people.iter().any(|one| *one.id == who.id)).count().min(2);
    let (more, most) = MORE;
    NAMED * size(named) + BY_OFFICE_OF_STATE * size(all.min(2) - named) + more * size(all.saturating_sub(2).min(most))
}

/// How many of the meeting the sentence can name itself, or mean by a pronoun.
pub(super) fn most_here(known: &Known<'_>, passage: &Passages<'_, '_>) -> usize {
    let Some(row) = passage.rows.get(passage.at) else { return 0 };
    let before = passage.rows.get(passage.at.saturating_sub(REACH)..passage.at).unwrap_or_default();
    let can_be_here = |who: &&&Participant| {
        let is_he = |one: &Said<'_>| *one.id == who.id;
        let is_side = who.kind != NameKind::Person && !row.sides.is_empty();
        is_side || row.people.iter().any(is_he) || before.iter().any(|row| row.named.iter().any(is_he))
    };
    known.people.iter().filter(can_be_here).count()
}

/// Whether the story names anyone of the meeting, or the sentence a side of theirs.
pub(super) fn are_known(known: &Known<'_>, passage: &Passages<'_, '_>) -> bool {
    let sides = passage.rows.get(passage.at).map(|row| row.sides.as_slice()).unwrap_or_default();
    let is_side = |who: &Participant| sides.iter().any(|side| is_side_of(who, side));
    known.people.iter().any(|who| passage.named.contains(&who.id) || is_side(who))
}

fn is_side_of(who: &Participant, side: &Said<'_>) -> bool {
    *side.id == who.id || who.acts_for.contains(side.id)
}

/// How a sentence tells of one participant.
enum Way {
    Named(Passage),
    Meant(Passage),
    /// By the state that is the participant, or by that for which he acts; with an office.
    State(Option<Passage>, bool),
    /// By an office alone; whether the story names him elsewhere.
    Office {
        is_named: bool,
    },
    Elsewhere,
}

impl Way {
    const fn points(&self) -> f64 {
        match self {
            Self::Named(_) => NAMED,
            Self::Meant(_) => MEANT,
            Self::State(_, false) => BY_STATE,
            Self::State(_, true) | Self::Office { is_named: true } => BY_OFFICE_OF_STATE,
            Self::Office { is_named: false } => BY_OFFICE,
            Self::Elsewhere => ELSEWHERE,
        }
    }

    /// The words that tell of him, where they tell of nobody else.
    const fn passage(&self) -> Option<Passage> {
        match self {
            Self::Named(passage) | Self::Meant(passage) => Some(*passage),
            Self::State(passage, _) => *passage,
            Self::Office { .. } | Self::Elsewhere => None,
        }
    }
}

impl People {
    pub(super) fn of(known: &Known<'_>, passage: &Passages<'_, '_>) -> Self {
        let Some(row) = passage.rows.get(passage.at) else { return Self::nobody() };
        let meant = meant(known, row, passage);
        let mut by_office: Vec<&str> = Vec::new();
        let mut ways: Vec<(usize, Way)> = Vec::new();
        for (number, who) in known.people.iter().enumerate() {
            let offices = known.offices.get(number).map(Vec::as_slice).unwrap_or_default();
            let is_free = |office: &&Office| {
                let told = by_office.iter().filter(|known| **known == office.name).count();
                told < if office.is_of_two { 2 } else { 1 } && offices.contains(&office.name)
            };
            let office = row.offices().iter().find(is_free).map(|office| office.name.as_str());
            if let Some(way) = way(who, row, &meant, office.is_some(), passage) {
                ways.push((number, way));
            }
            by_office.extend(office);
        }
        let count = |holds: fn(&Way) -> bool| ways.iter().filter(|(_, way)| holds(way)).count();
        let unnamed = count(|way| matches!(way, Way::Office { is_named: false }));
        let named = count(|way| matches!(way, Way::Named(_)));
        let mut each: Vec<f64> = ways.iter().map(|(_, way)| way.points()).collect();
        each.sort_by(|a, b| b.total_cmp(a));
        let (more, most) = MORE;
        let first: f64 = each.iter().take(2).sum();
        let rest = each.iter().skip(2).filter(|points| **points >= BY_STATE).take(most).count();
        let size = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        let by_office = count(|way| matches!(way, Way::Office { .. }));
        let strange = match (named, strangers(known, row)) {
            (0, strangers) => STRANGER * size(strangers.min(2)),
            (1, 1..) if by_office == 0 => OTHER_PAIR,
            _ => 0.0,
        };
        let strange = if tells_of_other_offices(known, row) { OTHER_PAIR } else { strange };
        Self {
            points: first + more * size(rest) + strange,
            here: count(|way| way.passage().is_some()),
            present: count(|way| !matches!(way, Way::Elsewhere)),
            told: each.len(),
            is_strange: each.len() == unnamed,
            is_pair_of_offices: unnamed == 2 && row.offices().iter().any(|office| office.is_of_two),
            said: ways.into_iter().filter_map(|(number, way)| Some((number, way.passage()?))).collect(),
        }
    }

    const fn nobody() -> Self {
        Self {
            points: 0.0,
            said: Vec::new(),
            here: 0,
            present: 0,
            told: 0,
            is_strange: true,
            is_pair_of_offices: false,
        }
    }
}

fn way(
    who: &Participant,
    row: &Row<'_>,
    meant: &[Said<'_>],
    has_office: bool,
    passage: &Passages<'_, '_>,
) -> Option<Way> {
    if let Some(one) = row.people.iter().find(|one| *one.id == who.id) {
        return Some(Way::Named(one.passage));
    }
    if let Some(one) = meant.iter().find(|one| *one.id == who.id) {
        return Some(Way::Meant(one.passage));
    }
    if let Some(side) = row.sides.iter().find(|side| is_side_of(who, side)) {
        return Some(Way::State(Some(side.passage).filter(|_| who.kind != NameKind::Person), has_office));
    }
    let is_named = passage.named.contains(&who.id);
    if has_office {
        return Some(Way::Office { is_named });
    }
    is_named.then_some(Way::Elsewhere)
}

/// Whom a pronoun of the sentence, or `the two`, can mean: whoever the sentences before name last. Where they name someone who
/// took no part beside those who did, nobody knows.
fn meant<'r>(known: &Known<'_>, row: &Row<'_>, passage: &Passages<'_, 'r>) -> Vec<Said<'r>> {
    let mut found: Vec<Said<'r>> = Vec::new();
    if row.tone().points.is_none() && row.tone().pair.is_none() {
        return found;
    }
    let before = passage.rows.get(passage.at.saturating_sub(REACH)..passage.at).unwrap_or_default();
    let takes_part = |one: &Said<'_>| known.people.iter().any(|who| who.id == *one.id);
    for row in before.iter().rev() {
        found.extend(
            row.named.iter().filter(|one| found.iter().all(|known| known.id != one.id)).copied().collect::<Vec<_>>(),
        );
        let here = found.iter().filter(|one| takes_part(one)).count();
        if here >= 2 {
            break;
        }
    }
    let is_clear = found.iter().all(takes_part);
    if is_clear { found } else { Vec::new() }
}

/// Whether it tells of two by an office that nobody of the meeting holds, though the offices of two are known.
fn tells_of_other_offices(known: &Known<'_>, row: &Row<'_>) -> bool {
    let are_known = known.offices.iter().filter(|own| !own.is_empty()).count() >= 2;
    let mut pairs = row.offices().iter().filter(|office| office.is_of_two);
    are_known && pairs.any(|office| known.offices.iter().all(|own| !own.contains(&office.name)))
}

/// How many it names who took no part. What was decided between two is theirs, whoever else the sentence names before.
fn strangers(known: &Known<'_>, row: &Row<'_>) -> usize {
    let counts = |one: &&Said<'_>| row.between().is_none_or(|between| one.passage.start_key() > between.start_key());
    let strange = |one: &&Said<'_>| known.people.iter().all(|who| who.id != *one.id);
    row.people.iter().filter(counts).filter(strange).count()
}
