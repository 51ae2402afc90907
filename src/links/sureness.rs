//! The links of a meeting in, how surely its stories tell of it out.
//!
//! **In:** links between the stories of one meeting, each as sure as its two tellings alone make it. **Out:** the same links,
//! each as sure as all of them together make it ([`settle`]); and how surely each story tells of the meeting.
//! **Why:** “the same meeting” is transitive: where two stories are surely of one meeting with a third, they are surely of one
//! meeting with each other, however little they share. Every view takes a story's confidence from here, so that no two tell
//! another one.

use std::collections::HashMap;

use super::types::{Connections, Link, LinkTarget, Reason, Tier};
use super::weights::CERTAIN;

impl Connections {
    /// How surely each story of the meeting with this index tells of it, by the index of the story: as surely as the surest
    /// link to another of them says. What tells of it alone is not among them. Takes time for all links.
    pub fn sureness(&self, meeting: usize) -> HashMap<usize, Tier> {
        surest(self.links.iter().filter(|link| link.target == LinkTarget::Meeting(meeting)))
    }
}

/// The surest of these links for each story that is at one of their ends.
pub fn surest<'l>(links: impl IntoIterator<Item = &'l Link>) -> HashMap<usize, Tier> {
    let mut surest: HashMap<usize, Tier> = HashMap::new();
    for link in links {
        for story in [link.from, link.to] {
            let known = surest.entry(story).or_insert(link.tier);
            *known = (*known).min(link.tier);
        }
    }
    surest
}

/// How surely two stories without a link of their own are of one meeting, of which each is so sure: so many stories may tell
/// of it that not every two are compared.
pub fn without_link(one: Option<&Tier>, other: Option<&Tier>) -> Tier {
    if one == Some(&Tier::Same) && other == Some(&Tier::Same) { Tier::Same } else { Tier::Probable }
}

/// Raises the links of one meeting whose stories are surely joined by others, and tells it among their reasons.
pub(super) fn settle(links: &mut [Link]) {
    let mut groups = Groups::default();
    for link in links.iter().filter(|link| link.tier == Tier::Same) {
        groups.join(link.from, link.to);
    }
    for link in links.iter_mut().filter(|link| link.tier == Tier::Probable) {
        if groups.are_one(link.from, link.to) {
            let missing = logit(CERTAIN) - logit(link.confidence);
            (link.tier, link.confidence) = (Tier::Same, link.confidence.max(CERTAIN));
            let says = "another story is surely of one meeting with both".to_owned();
            link.reasons.push(Reason { feature: "others", weight: missing.max(0.0), from: None, to: None, says });
        }
    }
}

/// The log odds of a probability.
fn logit(probability: f64) -> f64 {
    let inside = probability.clamp(1e-6, 1.0 - 1e-6);
    (inside / (1.0 - inside)).ln()
}

/// Stories that are surely of one meeting, by union and find.
#[derive(Default)]
struct Groups {
    /// A story of the same group that is nearer to the one that stands for it.
    towards: HashMap<usize, usize>,
}

impl Groups {
    /// The story that stands for the group of this one; halves the way there.
    fn root(&mut self, story: usize) -> usize {
        let mut at = story;
        while let Some(&next) = self.towards.get(&at) {
            let Some(&after) = self.towards.get(&next) else { return next };
            self.towards.insert(at, after);
            at = after;
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if one != other {
            self.towards.insert(one.max(other), one.min(other));
        }
    }

    fn are_one(&mut self, one: usize, other: usize) -> bool {
        self.root(one) == self.root(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(from: usize, to: usize, confidence: f64) -> Link {
        let tier = if confidence >= CERTAIN { Tier::Same } else { Tier::Probable };
        Link { from, to, target: LinkTarget::Meeting(0), tier, confidence, reasons: Vec::new() }
    }

    #[test]
    fn two_stories_that_are_surely_of_one_meeting_with_a_third_are_surely_of_one_with_each_other() {
        let mut links = [link(0, 1, 0.9), link(0, 2, 0.6), link(1, 2, 0.95), link(2, 3, 0.6), link(3, 4, 0.9)];
        settle(&mut links);
        let tiers: Vec<Tier> = links.iter().map(|link| link.tier).collect();
        assert_eq!(tiers, [Tier::Same, Tier::Same, Tier::Same, Tier::Probable, Tier::Same]);
        assert!(links.iter().all(|link| (link.tier == Tier::Same) == (link.confidence >= CERTAIN)));
        assert_eq!(links[1].reasons[0].feature, "others");
        assert!(links[3].reasons.is_empty());
    }

    #[test]
    fn a_story_tells_of_a_meeting_as_surely_as_its_surest_link() {
        let told = surest(&[link(0, 1, 0.9), link(1, 2, 0.6)]);
        assert_eq!((told.get(&0), told.get(&2), told.get(&3)), (Some(&Tier::Same), Some(&Tier::Probable), None));
        assert_eq!(without_link(told.get(&0), told.get(&1)), Tier::Same);
        assert_eq!(without_link(told.get(&0), told.get(&3)), Tier::Probable);
    }
}
