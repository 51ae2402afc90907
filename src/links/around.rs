//! All tellings in, how much it means that two of them share something out.
//!
//! **Why:** that two people meet says little of which meeting it was where they meet every week.

use std::collections::{HashMap, HashSet};

use super::telling::Telling;
use crate::language::EntityId;

/// Stories of one week that tell no day speak of the same news.
const DAYS_IN_WEEK: i32 = 7;
/// Two people, each two in the same order wherever they come from.
type Pair<'a> = (&'a EntityId, &'a EntityId);

/// What the other tellings of a library say of how much it means that two share something.
#[derive(Debug, Default)]
pub(super) struct Around<'a> {
    /// On how many days each two people are told to have met, or in how many weeks stories tell of it without a day.
    days_of_pair: HashMap<Pair<'a>, u32>,
    /// The first of two days running on each of which one story tells that the two met.
    days_running: HashSet<(Pair<'a>, i32)>,
}

/// People of one telling that are paired: a list of fifty guests would make a thousand pairs.
const GUESTS: usize = 16;

/// Every two of these identities.
pub(super) fn pairs<'i>(ids: &[&'i EntityId]) -> Vec<Pair<'i>> {
    let ids = ids.get(..GUESTS).unwrap_or(ids);
    let one = ids.iter().enumerate();
    one.flat_map(|(at, one)| {
        ids.iter().skip(at + 1).map(move |other| if one <= other { (*one, *other) } else { (*other, *one) })
    })
    .collect()
}

impl<'a> Around<'a> {
    /// Counts what the plain tellings share. Those of one story follow each other.
    pub(super) fn of(tellings: &[Telling<'a>]) -> Self {
        let mut told: HashMap<Pair<'a>, Vec<(i32, usize)>> = HashMap::new();
        let mut weeks: HashMap<Pair<'a>, Vec<i32>> = HashMap::new();
        for telling in tellings.iter().filter(|telling| telling.meeting.echo.is_none()) {
            let ids: Vec<&EntityId> = telling.meeting.participants.iter().map(|participant| &participant.id).collect();
            match (telling.told(), telling.published()) {
                (Some(days), _) => {
                    for pair in pairs(&ids) {
                        told.entry(pair).or_default().push((days.to, telling.number));
                    }
                }
                (None, Some(day)) => {
                    for pair in pairs(&ids) {
                        weeks.entry(pair).or_default().push(day.div_euclid(DAYS_IN_WEEK));
                    }
                }
                (None, None) => {}
            }
        }
        let mut around = Self::default();
        for (pair, mut told) in told {
            told.sort_unstable();
            let running = told.iter().filter(|(day, story)| told.binary_search(&(day + 1, *story)).is_ok());
            around.days_running.extend(running.map(|(day, _)| (pair, *day)));
            told.dedup_by_key(|(day, _)| *day);
            around.days_of_pair.insert(pair, u32::try_from(told.len()).unwrap_or(u32::MAX));
        }
        // What a story tells without a day may have been on any told one, so that the larger number counts.
        for (pair, mut weeks) in weeks {
            weeks.sort_unstable();
            weeks.dedup();
            let often = around.days_of_pair.entry(pair).or_default();
            *often = (*often).max(u32::try_from(weeks.len()).unwrap_or(u32::MAX));
        }
        around
    }

    /// Whether a story tells that two of these people met both on this day and on the next.
    pub(super) fn met_again(&self, shared: &[&EntityId], day: i32) -> bool {
        pairs(shared).into_iter().any(|pair| self.days_running.contains(&(pair, day)))
    }

    /// On how many days the rarest two of these people met; 1 where that is not known.
    pub(super) fn days_together(&self, shared: &[&EntityId]) -> u32 {
        pairs(shared).iter().filter_map(|pair| self.days_of_pair.get(pair)).min().copied().unwrap_or(1).max(1)
    }
}
