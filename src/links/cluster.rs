//! Tellings in, clusters out: which tellings are of the same meeting.
//!
//! Only tellings that share two participants, a named event or a numbered round are compared at all. The best pairs
//! are joined first; two clusters join only while no pair across them is vetoed and their average score is positive,
//! so that a vague telling (“a recent meeting”) cannot bridge two meetings.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::Span;
use jiff::civil::Date;

use super::compare::{Comparison, Telling, compare, event_of, is_vetoed, possible_days};
use super::weights::{LINKED, probability};
use crate::language::EntityId;

/// Members of a cluster that are asked when it is weighed against another.
const SAMPLE: usize = 24;
/// Tellings of one block that each telling is compared with at most, the nearest in time.
const NEAREST: usize = 48;
/// People of one telling that are paired: a list of fifty guests would make a thousand pairs.
const GUESTS: usize = 16;

/// How many tellings share each pair of participants.
pub(super) type PairCounts = HashMap<(EntityId, EntityId), usize>;

/// Clusters of indices into `tellings`, each ascending, ordered by their first member.
pub(super) fn cluster(tellings: &[Telling<'_>]) -> (Vec<Vec<usize>>, PairCounts) {
    let counts = pair_counts(tellings);
    let mut scored: Vec<(f64, usize, usize)> = candidate_pairs(tellings)
        .into_iter()
        .filter_map(|(a, b)| score(tellings, &counts, a, b).map(|score| (score, a, b)))
        .filter(|(score, _, _)| probability(*score) >= LINKED)
        .collect();
    scored.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut home: Vec<usize> = (0..tellings.len()).collect();
    let mut members: BTreeMap<usize, Vec<usize>> = (0..tellings.len()).map(|number| (number, vec![number])).collect();
    for (_, a, b) in scored {
        let (Some(&x), Some(&y)) = (home.get(a), home.get(b)) else { continue };
        if x == y || !agree(tellings, &counts, &members, x, y) {
            continue;
        }
        let (keep, give) = (x.min(y), x.max(y));
        let moved = members.remove(&give).unwrap_or_default();
        for member in &moved {
            if let Some(home) = home.get_mut(*member) {
                *home = keep;
            }
        }
        let kept = members.entry(keep).or_default();
        kept.extend(moved);
        kept.sort_unstable();
    }
    (members.into_values().collect(), counts)
}

/// Whether two clusters may join: no veto across them, and a positive average.
fn agree(
    tellings: &[Telling<'_>],
    counts: &PairCounts,
    members: &BTreeMap<usize, Vec<usize>>,
    x: usize,
    y: usize,
) -> bool {
    let side = |cluster: usize| members.get(&cluster).map(Vec::as_slice).unwrap_or_default();
    let across = |x: &[usize], y: &[usize]| -> Vec<(usize, usize)> {
        x.iter().flat_map(|&a| y.iter().map(move |&b| (a, b))).collect()
    };
    let vetoed = |a: usize, b: usize| match (tellings.get(a), tellings.get(b)) {
        (Some(a), Some(b)) => is_vetoed(a, b),
        _ => true,
    };
    if side(x).iter().any(|&a| side(y).iter().any(|&b| vetoed(a, b))) {
        return false;
    }
    // A veto is cheap to ask for; the average of large clusters is taken over a sample.
    let pairs = across(&sample(side(x)), &sample(side(y)));
    pairs.into_iter().filter_map(|(a, b)| score(tellings, counts, a, b)).sum::<f64>() > 0.0
}

/// At most [`SAMPLE`] members, evenly spread.
fn sample(members: &[usize]) -> Vec<usize> {
    members.iter().step_by(members.len().div_ceil(SAMPLE).max(1)).copied().collect()
}

fn score(tellings: &[Telling<'_>], counts: &PairCounts, a: usize, b: usize) -> Option<f64> {
    let (a, b) = (tellings.get(a)?, tellings.get(b)?);
    match compare(a, b, commonness(counts, a, b)) {
        Comparison::Possible(score, _) => Some(score),
        Comparison::Different { .. } => None,
    }
}

/// How many tellings have the two people that `a` and `b` share; 1 where they share fewer.
pub(super) fn commonness(counts: &PairCounts, a: &Telling<'_>, b: &Telling<'_>) -> usize {
    let both: Vec<&EntityId> = a
        .meeting
        .participants
        .iter()
        .map(|one| &one.id)
        .filter(|id| b.meeting.participants.iter().any(|other| &other.id == *id))
        .collect();
    let rarest = pairs(&both).filter_map(|pair| counts.get(&pair)).min();
    rarest.copied().unwrap_or(1)
}

fn pairs<'i>(ids: &'i [&'i EntityId]) -> impl Iterator<Item = (EntityId, EntityId)> + 'i {
    ids.iter().enumerate().flat_map(move |(at, one)| {
        ids.iter().skip(at + 1).map(move |other| {
            let (a, b) = if one <= other { (one, other) } else { (other, one) };
            ((*a).clone(), (*b).clone())
        })
    })
}

pub(super) fn pair_counts(tellings: &[Telling<'_>]) -> PairCounts {
    let mut counts = PairCounts::new();
    for telling in tellings {
        let ids: Vec<&EntityId> = telling.meeting.participants.iter().map(|participant| &participant.id).collect();
        for pair in pairs(&ids) {
            *counts.entry(pair).or_default() += 1;
        }
    }
    counts
}

/// What two tellings must share to be compared.
#[derive(PartialEq, Eq, Hash)]
enum Block {
    People(EntityId, EntityId),
    Round(String, u32),
    Event(EntityId),
}

/// Pairs worth comparing, ascending.
fn candidate_pairs(tellings: &[Telling<'_>]) -> Vec<(usize, usize)> {
    let mut blocks: HashMap<Block, Vec<usize>> = HashMap::new();
    for (number, telling) in tellings.iter().enumerate() {
        let ids: Vec<&EntityId> = telling.meeting.participants.iter().map(|participant| &participant.id).collect();
        for (a, b) in pairs(ids.get(..GUESTS).unwrap_or(&ids)) {
            blocks.entry(Block::People(a, b)).or_default().push(number);
        }
        if let (Some(series), Some(ordinal)) = (&telling.meeting.series, telling.meeting.ordinal) {
            blocks.entry(Block::Round(series.as_str().to_owned(), ordinal)).or_default().push(number);
        }
        if let Some((event, _)) = event_of(telling) {
            blocks.entry(Block::Event(event.clone())).or_default().push(number);
        }
    }
    let mut seen = HashSet::new();
    for (block, members) in &blocks {
        // A round and a named event may be told without a day in a story of any time.
        let is_anytime = !matches!(block, Block::People(..));
        near_in_time(tellings, members, is_anytime, &mut seen);
    }
    let mut pairs: Vec<(usize, usize)> = seen.into_iter().collect();
    pairs.sort_unstable();
    pairs
}

/// Pairs of a block whose days can be the same, each telling with its [`NEAREST`] at most.
fn near_in_time(tellings: &[Telling<'_>], members: &[usize], is_anytime: bool, seen: &mut HashSet<(usize, usize)>) {
    let mut dated: Vec<(Date, Date, usize)> = members
        .iter()
        .filter_map(|&number| {
            let telling = tellings.get(number)?;
            let days = possible_days(telling).filter(|_| !is_anytime || telling.meeting.when.is_some());
            let (from, to) = days.map_or((Date::MIN, Date::MAX), |days| (days.from, days.to));
            Some((from, to, number))
        })
        .collect();
    dated.sort_unstable();
    for (at, &(_, to, a)) in dated.iter().enumerate() {
        // Days that are next to each other may still be the same meeting.
        let last = to.saturating_add(Span::new().days(1));
        let near = dated.iter().skip(at + 1).take_while(|(from, _, _)| *from <= last).take(NEAREST);
        seen.extend(near.filter(|(_, _, b)| *b != a).map(|&(_, _, b)| (a.min(b), a.max(b))));
    }
}
