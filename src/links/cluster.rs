//! Tellings in, clusters out: which tellings are of the same meeting.
//!
//! Only tellings that share two participants, a named event or a numbered round are compared at all. The best pairs
//! are joined first; two clusters join only while no pair across them is vetoed and their average score is positive,
//! so that a vague telling (“a recent meeting”) cannot bridge two meetings.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::compare::{Comparison, Telling, compare, event_of};
use super::weights::{LINKED, probability};
use crate::language::EntityId;

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
    let mut sum = 0.0;
    for &a in side(x) {
        for &b in side(y) {
            match score(tellings, counts, a, b) {
                Some(score) => sum += score,
                None => return false,
            }
        }
    }
    sum > 0.0
}

fn score(tellings: &[Telling<'_>], counts: &PairCounts, a: usize, b: usize) -> Option<f64> {
    let (a, b) = (tellings.get(a)?, tellings.get(b)?);
    match compare(a, b, commonness(counts, a, b)) {
        Comparison::Possible(score, _) => Some(score),
        Comparison::Different => None,
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

fn pair_counts(tellings: &[Telling<'_>]) -> PairCounts {
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
        for (a, b) in pairs(&ids) {
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
    for members in blocks.values() {
        for (at, &a) in members.iter().enumerate() {
            seen.extend(members.iter().skip(at + 1).map(|&b| (a, b)));
        }
    }
    let mut pairs: Vec<(usize, usize)> = seen.into_iter().filter(|(a, b)| a != b).collect();
    pairs.sort_unstable();
    pairs
}
