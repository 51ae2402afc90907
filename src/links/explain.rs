//! Two stories in, what is known of them together out: the tellings that are likeliest to be of one meeting, what
//! speaks for it and against it, and what came of it.
//!
//! **In:** the stories and what joins them. **Out:** an [`Explanation`], for linked stories and for others alike.
//! **Why:** a reader who misses a link, or doubts one, must be able to see what the program saw.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::around::Around;
use super::compare::{assess, compare};
use super::corrections;
use super::sides::Sides;
use super::telling::Telling;
use super::types::{Connections, Explanation, Link, LinkTarget, MentionRef, Reason, Verdict};
use super::weights::{LINKED, probability};
use crate::meetings::{MeetingDate, Story};

/// What is known of the stories `a` and `b` (indices into `stories`) together. Stories that there are not tell nothing.
pub fn explain(stories: &[Story], connections: &Connections, a: usize, b: usize) -> Explanation {
    let series = connections.series.iter().enumerate();
    let names = |story: usize, named: &[(usize, crate::language::Passage)]| named.iter().any(|(one, _)| *one == story);
    let series = series.filter(|(_, series)| names(a, &series.stories) && names(b, &series.stories));
    let nothing = Explanation {
        from: a,
        to: b,
        pair: None,
        verdict: Verdict::NothingToCompare,
        score: 0.0,
        confidence: 0.0,
        reasons: Vec::new(),
        vetoes: Vec::new(),
        series: series.map(|(number, _)| number).collect(),
    };
    let likeliest = likeliest(stories, connections, a, b).map(|pair| pair.with_its_link(connections));
    likeliest.map_or(nothing.clone(), |pair| Explanation {
        pair: Some(pair.mentions),
        verdict: pair.verdict(),
        score: pair.score,
        confidence: pair.confidence(),
        reasons: pair.reasons,
        vetoes: pair.vetoes,
        ..nothing
    })
}

/// A telling of one story and one of the other.
struct Pair {
    mentions: (MentionRef, MentionRef),
    /// The meeting that both were taken for.
    meeting: Option<usize>,
    score: f64,
    reasons: Vec<Reason>,
    vetoes: Vec<Reason>,
    /// Whether they are of one meeting, if a correction says.
    decided: Option<bool>,
    /// How sure their link is, where they have one.
    linked: Option<f64>,
}

impl Pair {
    fn verdict(&self) -> Verdict {
        match self.meeting {
            Some(meeting) => Verdict::Same(meeting),
            None if self.decided == Some(false) => Verdict::Corrected,
            None if !self.vetoes.is_empty() => Verdict::Vetoed,
            None if probability(self.score) < LINKED => Verdict::Unlikely,
            None => Verdict::KeptApart,
        }
    }

    /// The same with the confidence and the reasons of the link between the two, which may know more: other stories make it
    /// surer, and an echo has a confidence of its own. Of several links the one with the same words, else the surest.
    fn with_its_link(mut self, connections: &Connections) -> Self {
        let (one, other) = (self.mentions.0.story, self.mentions.1.story);
        let Some(meeting) = self.meeting else { return self };
        let links = connections.links.iter().filter(|link| {
            link.target == LinkTarget::Meeting(meeting) && (link.from, link.to) == (one.min(other), one.max(other))
        });
        let turned = |reason: &Reason| if one <= other { reason.clone() } else { reason.turned() };
        let words = |reason: Option<&Reason>| reason.map(|first| (first.from, first.to));
        let own = words(self.reasons.first());
        let has_its_words = |link: &Link| words(link.reasons.first().map(turned).as_ref()) == own;
        let best =
            links.max_by(|a, b| has_its_words(a).cmp(&has_its_words(b)).then(a.confidence.total_cmp(&b.confidence)));
        if let Some(link) = best {
            self.linked = Some(link.confidence);
            self.reasons = link.reasons.iter().map(turned).collect();
        }
        self
    }

    fn confidence(&self) -> f64 {
        match self.meeting {
            Some(_) if self.linked.is_some() => self.linked.unwrap_or_default(),
            Some(_) if self.decided == Some(true) => 1.0,
            // So many stories tell of it that these two have no link. Tellings that only a third one joins are of one meeting
            // too, though less surely.
            Some(_) => probability(self.score).max(LINKED),
            None if self.vetoes.is_empty() => probability(self.score),
            None => 0.0,
        }
    }
}

/// What makes a pair of tellings worth telling of: joined, corrected, apart though likely, near to each other, free of vetoes,
/// likely.
type Rank = (bool, bool, bool, f64, bool, f64);

/// Days apart up to which two tellings are near to each other, and how near that is. The figures are no measurements: a
/// person in common counts more than a place or a week, and as much as a day, which is how one would look for the pair. They
/// choose what is told first, and decide nothing.
const NEAR_DAYS: [(i32, f64); 3] = [(1, 2.0), (7, 1.0), (31, 0.5)];
/// How near everybody in common brings two tellings, up to so many, and the same place.
const NEAR_PEOPLE: (f64, usize) = (2.0, 3);
const NEAR_PLACE: f64 = 1.0;

/// How near two tellings are for whoever looks for the pair that might be one meeting: who, when and where. A score knows
/// better what speaks for it, but much of that is what two rounds of years apart share as well.
fn nearness(one: &Telling<'_>, other: &Telling<'_>) -> f64 {
    let shared = Sides::of(one.meeting, other.meeting).shared().min(NEAR_PEOPLE.1);
    let people = (0..shared).map(|_| NEAR_PEOPLE.0).sum::<f64>();
    let both = one.meeting.when.zip(other.meeting.when);
    // Two days that no story tells are near to each other wherever the stories are.
    let is_told = |(one, other): &(MeetingDate, MeetingDate)| one.passage.is_some() || other.passage.is_some();
    let days = both.filter(is_told).map_or(0.0, |(one, other)| {
        let gap = one.interval.gap(other.interval);
        NEAR_DAYS.iter().find(|(days, _)| gap <= *days).map_or(0.0, |(_, near)| *near)
    });
    let places = one.meeting.place.as_ref().zip(other.meeting.place.as_ref());
    let is_there = places.is_some_and(|(one, other)| one.id == other.id);
    people + days + if is_there { NEAR_PLACE } else { 0.0 }
}

/// The tellings of two stories that are likeliest to be of one meeting. All are weighed, only these are told in words.
fn likeliest(stories: &[Story], connections: &Connections, a: usize, b: usize) -> Option<Pair> {
    let tellings = |number: usize| -> Vec<Telling<'_>> {
        stories.get(number).map(|story| Telling::of_story(number, story).collect()).unwrap_or_default()
    };
    let (of_a, of_b) = (tellings(a), tellings(b));
    let people = of_a.iter().chain(&of_b).flat_map(|telling| &telling.meeting.participants).map(|who| &who.id);
    let around = Around::of_people(stories, &people.collect());
    let (meetings_a, meetings_b) = (meetings_of(connections, a), meetings_of(connections, b));
    let mut best: Option<(Rank, usize, usize)> = None;
    for (x, one) in of_a.iter().enumerate() {
        for (y, other) in of_b.iter().enumerate() {
            let is_joined = meetings_a.get(&one.mention).is_some_and(|it| meetings_b.get(&other.mention) == Some(it));
            let (is_vetoed, score) = assess(one, other, &around);
            let decided = connections.decisions.says(one.mention(), other.mention());
            // Pairs that were joined come first, then those of which a correction tells, then those that could be and are not,
            // then those that a reader would think of, then the likelier ones.
            let is_free = !(is_vetoed || decided == Some(false));
            let is_likely = is_free && probability(score) >= LINKED;
            let rank = (is_joined, decided.is_some(), is_likely, nearness(one, other), is_free, score);
            let is_better = best.is_none_or(|(least, ..)| rank.partial_cmp(&least).is_some_and(Ordering::is_gt));
            if is_better {
                best = Some((rank, x, y));
            }
        }
    }
    let ((is_joined, ..), x, y) = best?;
    let (one, other) = (of_a.get(x)?, of_b.get(y)?);
    let mut comparison = compare(one, other, &around);
    let decided = connections.decisions.says(one.mention(), other.mention());
    match decided {
        Some(true) => corrections::join_by_hand(&mut comparison.reasons, one, other),
        Some(false) => comparison.vetoes.insert(0, corrections::reason(one, other, false)),
        None => {}
    }
    Some(Pair {
        mentions: (one.mention(), other.mention()),
        meeting: meetings_a.get(&one.mention).copied().filter(|_| is_joined),
        score: comparison.score,
        reasons: comparison.reasons,
        vetoes: comparison.vetoes,
        decided,
        linked: None,
    })
}

/// For each mention of a story that is known to be of a meeting, which.
fn meetings_of(connections: &Connections, story: usize) -> HashMap<usize, usize> {
    let mut known = HashMap::new();
    for (number, meeting) in connections.meetings.iter().enumerate() {
        let first = meeting.mentions.partition_point(|mention| mention.story < story);
        let own = meeting.mentions.get(first..).unwrap_or_default().iter();
        for mention in own.take_while(|mention| mention.story == story) {
            known.entry(mention.mention).or_insert(number);
        }
    }
    known
}
