//! All tellings in, how much it means that two of them share something out.
//!
//! **Why:** that two people meet says little of which meeting it was where they meet every week.

use foldhash::{HashMap, HashMapExt, HashSet};
use rayon::prelude::*;

use super::days::{days_of_story, possible_days};
use super::telling::{Telling, day_of};
use crate::language::EntityId;
use crate::meetings::{MeetingMention, Story};

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
pub(super) const GUESTS: usize = 16;

fn ids(meeting: &MeetingMention) -> Vec<&EntityId> {
    meeting.participants.iter().map(|participant| &participant.id).collect()
}

/// Every two of these identities.
pub(super) fn pairs<'i>(ids: &[&'i EntityId]) -> Vec<Pair<'i>> {
    let ids = ids.get(..GUESTS).unwrap_or(ids);
    let one = ids.iter().enumerate();
    one.flat_map(|(at, one)| {
        ids.iter().skip(at + 1).map(move |other| if one <= other { (*one, *other) } else { (*other, *one) })
    })
    .collect()
}

/// That some people met, as one story tells it.
struct Occasion<'a> {
    /// Index of the story.
    story: usize,
    pairs: Vec<Pair<'a>>,
    /// The last of the days that are told.
    told: Option<i32>,
    /// The day of the story.
    published: Option<i32>,
}

impl<'a> Around<'a> {
    /// Counts what the plain tellings share.
    pub(super) fn of(tellings: &[Telling<'a>]) -> Self {
        let plain = tellings.iter().filter(|telling| telling.meeting.echo.is_none());
        Self::count(plain.map(|telling| Occasion {
            story: telling.number,
            pairs: pairs(&ids(telling.meeting)),
            told: telling.told().map(|days| days.to),
            published: telling.published(),
        }))
    }

    /// The same for these people alone: what it is asked for where only they are compared. Stories that tell of no two of
    /// them are passed over, so that most of a library costs a look at who met.
    pub(super) fn of_people(stories: &'a [Story], people: &HashSet<&EntityId>) -> Self {
        let are_asked_for = |(one, other): &Pair<'a>| people.contains(one) && people.contains(other);
        // Most meetings are none of theirs, and are passed over before anything is made of them.
        let are_two = |meeting: &MeetingMention| {
            let mut own = meeting.participants.iter().take(GUESTS).filter(|one| people.contains(&one.id));
            own.nth(1).is_some()
        };
        let occasions = |(number, story): (usize, &'a Story)| {
            let plain = story.meetings.iter().filter(|meeting| meeting.echo.is_none() && are_two(meeting));
            let mut days: Option<Vec<i32>> = None;
            let occasion = |meeting: &'a MeetingMention| {
                let pairs: Vec<Pair<'a>> = pairs(&ids(meeting)).into_iter().filter(are_asked_for).collect();
                if pairs.is_empty() {
                    return None;
                }
                let days = days.get_or_insert_with(|| days_of_story(&story.annotations));
                let told = meeting.when.and_then(|_| possible_days(meeting, days).first().map(|days| days.to));
                Some(Occasion { story: number, pairs, told, published: day_of(days) })
            };
            plain.filter_map(occasion).collect::<Vec<_>>()
        };
        let found: Vec<Occasion<'a>> = stories.par_iter().enumerate().flat_map_iter(occasions).collect();
        Self::count(found.into_iter())
    }

    fn count(occasions: impl Iterator<Item = Occasion<'a>>) -> Self {
        let mut told: HashMap<Pair<'a>, Vec<(i32, usize)>> = HashMap::new();
        let mut weeks: HashMap<Pair<'a>, Vec<i32>> = HashMap::new();
        for occasion in occasions {
            for pair in occasion.pairs {
                match (occasion.told, occasion.published) {
                    (Some(day), _) => told.entry(pair).or_default().push((day, occasion.story)),
                    (None, Some(day)) => weeks.entry(pair).or_default().push(day.div_euclid(DAYS_IN_WEEK)),
                    (None, None) => {}
                }
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
