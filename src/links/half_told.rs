//! Tellings that leave open who met, and which of the others are of one meeting, in; the same with the former out.
//!
//! **Why:** what a story tells by half was completed by what is likely. It may join a meeting that others tell in full, and must
//! neither part nor bridge any: each is held against the meetings that stand, and joins the one that it fits best on average.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashSet};

use super::around::Around;
use super::blocks::candidate_pairs;
use super::compare::score;
use super::corrections::Decisions;
use super::telling::Telling;
use super::types::MentionRef;
use super::vetoes::is_vetoed;
use crate::language::Passage;
use crate::meetings::{MeetingMention, Story};

/// The clusters of what is told in full, in their order, with the half-told ones of these `plain` tellings in them or behind them.
pub(super) fn join(
    plain: &[Telling<'_>],
    mut clusters: Vec<Vec<MentionRef>>,
    decisions: &Decisions,
) -> Vec<Vec<MentionRef>> {
    let places: HashMap<MentionRef, usize> =
        plain.iter().enumerate().map(|(at, telling)| (telling.mention(), at)).collect();
    let mut homes: HashMap<MentionRef, usize> = HashMap::default();
    for (number, members) in clusters.iter().enumerate() {
        homes.extend(members.iter().map(|member| (*member, number)));
    }
    let around = Around::of(plain);
    let near = near(plain);
    for (at, telling) in plain.iter().enumerate().filter(|(_, telling)| telling.meeting.half_told) {
        let own = telling.mention();
        // A reader spoke of it beside words in passing, so that it is of a meeting already.
        if homes.contains_key(&own) {
            continue;
        }
        let said = |other: &MentionRef| decisions.says(own, *other);
        let may_join = |number: usize| {
            let members = clusters.get(number).into_iter().flatten();
            let mut others = members.filter_map(|member| Some((member, plain.get(*places.get(member)?)?)));
            others.all(|(member, other)| said(member) != Some(false) && !is_vetoed(telling, other))
        };
        let mut agreed: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
        for other in near.get(&at).into_iter().flatten().filter_map(|other| plain.get(*other)) {
            let Some(home) = homes.get(&other.mention()) else { continue };
            agreed.entry(*home).or_default().extend(score(telling, other, &around));
        }
        let by_hand = decisions.those(true).find_map(|(a, b)| match () {
            () if a == own => homes.get(&b),
            () if b == own => homes.get(&a),
            () => None,
        });
        let likely = agreed.into_iter().filter_map(|(number, scores)| Some((number, mean(&scores)?)));
        let fitting = likely.filter(|(number, mean)| *mean >= 0.0 && may_join(*number));
        let best = fitting.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map(|(number, _)| number);
        let home = by_hand.copied().or(best).unwrap_or(clusters.len());
        match clusters.get_mut(home) {
            Some(members) => members.push(own),
            None => clusters.push(vec![own]),
        }
        homes.insert(own, home);
    }
    clusters
}

fn mean(scores: &[f64]) -> Option<f64> {
    let count = u32::try_from(scores.len()).ok().filter(|count| *count > 0)?;
    Some(scores.iter().sum::<f64>() / f64::from(count))
}

/// The tellings that each half-told one is compared with.
fn near(plain: &[Telling<'_>]) -> HashMap<usize, Vec<usize>> {
    let mut near: HashMap<usize, Vec<usize>> = HashMap::default();
    let is_half = |at: usize| plain.get(at).is_some_and(|telling| telling.meeting.half_told);
    for (a, b) in candidate_pairs(plain) {
        let (Ok(a), Ok(b)) = (usize::try_from(a), usize::try_from(b)) else { continue };
        for (one, other) in [(a, b), (b, a)] {
            if is_half(one) {
                near.entry(one).or_default().push(other);
            }
        }
    }
    near
}

/// The meetings that a story tells by half, with the sentences that tell them.
pub(super) struct HalfTold<'s> {
    story: &'s Story,
    told: Vec<(usize, HashSet<usize>)>,
}

impl<'s> HalfTold<'s> {
    /// Those of a story.
    pub(super) fn of(story: &'s Story) -> Self {
        let half_told = story.meetings.iter().enumerate().filter(|(_, meeting)| meeting.half_told);
        Self { story, told: half_told.map(|(at, meeting)| (at, sentences(story, meeting))).collect() }
    }

    /// Whether a meeting, by its index, is one of them.
    pub(super) fn has(&self, mention: usize) -> bool {
        self.told.iter().any(|(own, _)| *own == mention)
    }

    /// Which of them, by their indices, are told in a sentence that holds the echo: the report of another story shows better which
    /// meeting its words are of.
    pub(super) fn in_words_of(&self, echo: &MeetingMention) -> Vec<usize> {
        if self.told.is_empty() {
            return vec![];
        }
        let heard = sentences(self.story, echo);
        self.told.iter().filter(|(_, own)| !own.is_disjoint(&heard)).map(|(at, _)| *at).collect()
    }
}

/// The sentences that tell of a meeting, by their indices.
fn sentences(story: &Story, meeting: &MeetingMention) -> HashSet<usize> {
    let sentence = |passage: &Passage| {
        let holds = |one: &Passage| one.part == passage.part && one.span.overlaps(passage.span);
        story.annotations.sentences.iter().position(|sentence| holds(&sentence.passage))
    };
    meeting.evidence.iter().filter_map(sentence).collect()
}
