//! Two stories in, why they are linked or why they are not out.
//!
//! **In:** a [`Library`] and the indices of two of its stories.
//! **Out:** a [`Why`]: each thing that joins them, or the two tellings that come nearest to it, with everything that spoke
//! for it and against it and the words on either side.
//! **Why:** the screen, linear mode and files tell the same reasons in the same order; and whoever misses a link sees what
//! was weighed, as far as it went.

use std::collections::HashSet;

use super::Source;
use crate::language::Passage;
use crate::library::Library;
use crate::links::{Explanation, Link, LinkTarget, MentionRef, Reason, Tier, Verdict, explain};

/// What joins two stories and what keeps them apart. Everything of two sides holds the story that was asked for first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Why {
    /// Indices of the two stories.
    pub stories: [usize; 2],
    /// What joins them, surest first; where no meeting does, the two tellings that come nearest to it stand last.
    pub bonds: Vec<Bond>,
}

/// One thing that joins two stories, or does not.
#[derive(Clone, Debug, PartialEq)]
pub struct Bond {
    /// What came of it.
    pub outcome: Outcome,
    /// The tellings that were compared, where meetings were.
    pub tellings: Option<[MentionRef; 2]>,
    /// The words on either side that tell of it, those that say most.
    pub evidence: [Option<Source>; 2],
    /// What decides against it, whatever else agrees.
    pub against: Vec<Ground>,
    /// What was weighed, heaviest first.
    pub grounds: Vec<Ground>,
}

/// What came of comparing two stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Both tell of this meeting, this surely.
    Meeting(usize, Tier),
    /// Both name this series.
    Series(usize),
    /// They tell of no common meeting.
    Apart(Verdict),
}

/// One thing that speaks for a link, against it, or is missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// What it is about, in the words of the links.
    pub feature: &'static str,
    /// Its part in the sum, in log odds; 0 for what decides and for what is missing.
    pub weight: f64,
    /// The words on either side, as far as there are some.
    pub sources: [Option<Source>; 2],
    /// In plain words.
    pub says: String,
}

impl Ground {
    /// What it is about, in a word for people.
    pub fn about(&self) -> &'static str {
        match self.feature {
            "participants" => "who",
            "ordinal" => "number",
            "topic" => "other words",
            "echo" => "wording",
            other => other,
        }
    }

    /// Whether a reader decided it.
    pub fn is_correction(&self) -> bool {
        self.feature == "correction"
    }
}

/// Why two tellings were not taken for one meeting, in words that follow a colon; views and commands say the same.
pub const fn verdict_words(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Corrected => "a correction says that these are two meetings.",
        Verdict::Vetoed => "what comes nearest to it in the two cannot be one meeting.",
        Verdict::KeptApart => "these two might be one meeting, but each goes better with what other stories tell.",
        Verdict::Unlikely | Verdict::Same(_) | Verdict::NothingToCompare => {
            "too little speaks for it, even in what comes nearest to it."
        }
    }
}

/// What joins the stories `a` and `b` of a library (indices into its stories), and what keeps them apart. Takes time for the
/// links of the library and for what the two stories tell.
pub fn why(library: &Library, a: usize, b: usize) -> Why {
    let mut bonds = joined(library, a, b);
    let is_one_meeting = bonds.iter().any(|bond| matches!(bond.outcome, Outcome::Meeting(..)));
    if !is_one_meeting {
        let explanation = explain(&library.stories, &library.connections, a, b);
        bonds.push(apart(library, &explanation));
    }
    Why { stories: [a, b], bonds }
}

/// Everything that links the two, surest first: each meeting and each series once, also where a correction joined several of
/// their tellings.
fn joined(library: &Library, a: usize, b: usize) -> Vec<Bond> {
    let (from, to) = (a.min(b), a.max(b));
    let links = library.connections.links.iter().filter(|link| (link.from, link.to) == (from, to));
    let mut links: Vec<_> = links.collect();
    links.sort_by(|a, b| a.tier.cmp(&b.tier).then(b.confidence.total_cmp(&a.confidence)));
    let mut known = HashSet::new();
    links.retain(|link| known.insert(link.target));
    let bond = |link: &Link| {
        let grounds = grounds(&link.reasons, (link.from, link.to), a);
        let (outcome, tellings) = match link.target {
            LinkTarget::Meeting(meeting) => {
                let pair = compared(library, meeting, link);
                let pair = pair.map(|(here, there)| if a == link.from { [here, there] } else { [there, here] });
                (Outcome::Meeting(meeting, link.tier), pair)
            }
            LinkTarget::Series(series) => (Outcome::Series(series), None),
        };
        let evidence = match outcome {
            Outcome::Series(series) => [a, b].map(|story| names(library, series, story)),
            _ => evidence(library, tellings),
        };
        Bond { outcome, tellings, evidence, against: Vec::new(), grounds }
    };
    links.into_iter().map(bond).collect()
}

/// The two tellings of a meeting that a link compares, that of `from` first. A story may tell of a meeting twice, where a
/// correction says so: the ones are meant whose first words the link's reasons were made from.
fn compared(library: &Library, meeting: usize, link: &Link) -> Option<(MentionRef, MentionRef)> {
    let mentions = library.connections.meetings.get(meeting)?.mentions.as_slice();
    let told = |story: usize| mentions.iter().copied().filter(move |mention| mention.story == story);
    let is_meant = |at: MentionRef, words: &dyn Fn(&Reason) -> Option<Passage>| {
        let first = library.mention(at).and_then(|told| told.evidence.first().copied());
        first.is_some() && link.reasons.iter().any(|reason| words(reason) == first)
    };
    let one = |story: usize, words: &dyn Fn(&Reason) -> Option<Passage>| {
        told(story).find(|at| is_meant(*at, words)).or_else(|| told(story).next())
    };
    one(link.from, &|reason| reason.from).zip(one(link.to, &|reason| reason.to))
}

/// The two tellings that come nearest to being of one meeting, and what came of comparing them.
fn apart(library: &Library, told: &Explanation) -> Bond {
    let sides = (told.from, told.to);
    let against = grounds(&told.vetoes, sides, told.from);
    let weighed = told.reasons.iter().filter(|one| !told.vetoes.iter().any(|veto| veto.feature == one.feature));
    let weighed: Vec<Reason> = weighed.cloned().collect();
    let grounds = grounds(&weighed, sides, told.from);
    let tellings = told.pair.map(<[_; 2]>::from);
    let outcome = match told.verdict {
        // Of one meeting, but so many stories tell of it that not every two have a link of their own.
        Verdict::Same(meeting) => {
            let surely = library.connections.surely_without_link(&library.stories, meeting, told.from);
            Outcome::Meeting(meeting, if surely.contains(&told.to) { Tier::Same } else { Tier::Probable })
        }
        verdict => Outcome::Apart(verdict),
    };
    Bond { outcome, tellings, evidence: evidence(library, tellings), against, grounds }
}

/// Reasons with the words of the story `first` first; `sides` are the stories that they call `from` and `to`.
fn grounds(reasons: &[Reason], sides: (usize, usize), first: usize) -> Vec<Ground> {
    let ground = |reason: &Reason| {
        let here = reason.from.map(|passage| Source { story: sides.0, passage });
        let there = reason.to.map(|passage| Source { story: sides.1, passage });
        let (sources, says) =
            if sides.0 == first { ([here, there], reason.says.clone()) } else { ([there, here], reason.turned().says) };
        Ground { feature: reason.feature, weight: reason.weight, sources, says }
    };
    reasons.iter().map(ground).collect()
}

/// The first words by which a story names a series.
fn names(library: &Library, series: usize, story: usize) -> Option<Source> {
    let named = library.connections.series.get(series)?.stories.iter().find(|(teller, _)| *teller == story);
    named.map(|(_, passage)| Source { story, passage: *passage })
}

/// The words of each telling that say most.
fn evidence(library: &Library, tellings: Option<[MentionRef; 2]>) -> [Option<Source>; 2] {
    tellings.map_or([None, None], |tellings| tellings.map(|at| Source::of_telling(library, at)))
}

#[cfg(test)]
mod tests;
