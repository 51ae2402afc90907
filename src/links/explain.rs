//! Two stories in, what is known of them together out: the tellings that are likeliest to be of one meeting, what
//! speaks for it and against it, and what came of it.
//!
//! **In:** the stories and what joins them. **Out:** an [`Explanation`], for linked stories and for others alike.
//! **Why:** a reader who misses a link, or doubts one, must be able to see what the program saw.

use super::around::Around;
use super::assemble::tellings;
use super::compare::compare;
use super::corrections;
use super::telling::Telling;
use super::types::{Connections, Explanation, MentionRef, Reason, Verdict};
use super::weights::{LINKED, probability};
use crate::meetings::Story;

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
    let likeliest = pairs(stories, connections, a, b).into_iter().reduce(|best, pair| {
        if pair.rank().partial_cmp(&best.rank()).is_some_and(std::cmp::Ordering::is_gt) { pair } else { best }
    });
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
}

impl Pair {
    /// Pairs that were joined come first, then those of which a correction tells, then those that could be, then the likelier ones.
    fn rank(&self) -> (bool, bool, bool, f64) {
        (self.meeting.is_some(), self.decided.is_some(), self.vetoes.is_empty(), self.score)
    }

    fn verdict(&self) -> Verdict {
        match self.meeting {
            Some(meeting) => Verdict::Same(meeting),
            None if self.decided == Some(false) => Verdict::Corrected,
            None if !self.vetoes.is_empty() => Verdict::Vetoed,
            None if probability(self.score) < LINKED => Verdict::Unlikely,
            None => Verdict::KeptApart,
        }
    }

    fn confidence(&self) -> f64 {
        match self.meeting {
            Some(_) if self.decided == Some(true) => 1.0,
            // As the link has it: tellings that only a third one joins are of one meeting too, though less surely.
            Some(_) => probability(self.score).max(LINKED),
            None if self.vetoes.is_empty() => probability(self.score),
            None => 0.0,
        }
    }
}

fn pairs(stories: &[Story], connections: &Connections, a: usize, b: usize) -> Vec<Pair> {
    let all = tellings(stories);
    let around = Around::of(&all);
    let of = |number: usize| all.iter().filter(move |telling| telling.number == number);
    let meeting_of = |mention: MentionRef| {
        connections.meetings.iter().position(|meeting| meeting.mentions.binary_search(&mention).is_ok())
    };
    let pair = |one: &Telling<'_>, other: &Telling<'_>, meeting: Option<usize>| {
        let meeting = meeting.filter(|&number| {
            let meeting = connections.meetings.get(number);
            meeting.is_some_and(|meeting| meeting.mentions.binary_search(&other.mention()).is_ok())
        });
        let mut comparison = compare(one, other, &around);
        let decided = connections.decisions.says(one.mention(), other.mention());
        match decided {
            Some(true) => comparison.reasons.insert(0, corrections::reason(one, other, true)),
            Some(false) => comparison.vetoes.insert(0, corrections::reason(one, other, false)),
            None => {}
        }
        Pair {
            mentions: (one.mention(), other.mention()),
            meeting,
            score: comparison.score,
            reasons: comparison.reasons,
            vetoes: comparison.vetoes,
            decided,
        }
    };
    let mut pairs = Vec::new();
    for one in of(a) {
        let meeting = meeting_of(one.mention());
        pairs.extend(of(b).map(|other| pair(one, other, meeting)));
    }
    pairs
}
