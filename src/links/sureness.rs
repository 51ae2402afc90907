//! The links of a meeting in, how surely its stories tell of it out.
//!
//! **In:** links between the stories of one meeting, each as sure as its two tellings alone make it. **Out:** the same links,
//! each as sure as one other story makes it ([`settle`]); and how surely each story tells of the meeting.
//! **Why:** where two stories are surely of one meeting with a third, they are surely of one meeting with each other, however
//! little they share, unless something decides against it. Longer ways are not gone: with every story on the way the doubt
//! grows. Every view takes a story's confidence from here, so that no two tell another one.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::telling::Telling;
use super::types::{Connections, Link, LinkTarget, MentionRef, Reason, Tier};
use super::vetoes::is_vetoed;
use crate::meetings::Story;

/// The reason that one other story gives two, as exports call it.
const OTHERS: &str = "others";

impl Connections {
    /// How surely each story of the meeting with this index tells of it, by the index of the story: as surely as the surest
    /// link to another of them says. What tells of it alone is not among them. Takes time for all links.
    pub fn sureness(&self, meeting: usize) -> HashMap<usize, Tier> {
        surest(self.of_meeting(meeting))
    }

    fn of_meeting(&self, meeting: usize) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(move |link| link.target == LinkTarget::Meeting(meeting))
    }

    /// The stories that have no link with `story` and yet are surely of the meeting with this index together with it, for one
    /// story is so with both: so many tell of it that not every two are compared. All indices into `stories`. Takes time
    /// for all links, and for the tellings of those that come into question.
    pub fn surely_without_link(&self, stories: &[Story], meeting: usize, story: usize) -> HashSet<usize> {
        let (mut linked, mut sure) = (HashSet::from([story]), HashSet::new());
        for link in self.of_meeting(meeting).filter(|link| link.from == story || link.to == story) {
            linked.insert(link.other(story));
            if is_sure_alone(link) {
                sure.insert(link.other(story));
            }
        }
        let sure_alone = self.of_meeting(meeting).filter(|link| is_sure_alone(link));
        let others = sure_alone.flat_map(|link| {
            let (from, to) = (sure.contains(&link.from), sure.contains(&link.to));
            [from.then_some(link.to), to.then_some(link.from)].into_iter().flatten()
        });
        let others: HashSet<usize> = others.filter(|other| !linked.contains(other)).collect();
        let mentions = self.meetings.get(meeting).map_or(&[][..], |meeting| &meeting.mentions);
        let own: Vec<Telling<'_>> = tellings(stories, mentions, story).collect();
        let is_free = |other: &usize| {
            tellings(stories, mentions, *other).all(|other| own.iter().all(|own| !is_vetoed(own, &other)))
        };
        others.into_iter().filter(is_free).collect()
    }
}

/// What one story tells among these mentions.
fn tellings<'s>(stories: &'s [Story], mentions: &'s [MentionRef], number: usize) -> impl Iterator<Item = Telling<'s>> {
    let first = mentions.partition_point(|mention| mention.story < number);
    let own = mentions.get(first..).unwrap_or_default();
    let own = own.get(..own.partition_point(|mention| mention.story == number)).unwrap_or_default();
    let told = stories.get(number).map(|story| Telling::plain_of(number, story, |_| true));
    told.into_iter().flatten().filter(|telling| own.contains(&telling.mention()))
}

/// Whether a link is sure without the help of other stories.
fn is_sure_alone(link: &Link) -> bool {
    link.tier == Tier::Same && link.reasons.iter().all(|reason| reason.feature != OTHERS)
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

/// Raises the links of one meeting whose two stories are each surely of it with one other story, and names that story among
/// their reasons; a link that is raised is as sure as the less sure of the two. Two stories that are `apart`, by their
/// indices, have something that decides against it between them, and stay as they are.
pub(super) fn settle(links: &mut [Link], apart: &HashSet<(usize, usize)>, title: impl Fn(usize) -> String) {
    let mut sure: HashMap<usize, BTreeMap<usize, f64>> = HashMap::new();
    for link in links.iter().filter(|link| is_sure_alone(link)) {
        for (one, other) in [(link.from, link.to), (link.to, link.from)] {
            let known = sure.entry(one).or_default().entry(other).or_default();
            *known = known.max(link.confidence);
        }
    }
    for link in links.iter_mut().filter(|link| link.tier == Tier::Probable) {
        if apart.contains(&(link.from, link.to)) {
            continue;
        }
        let Some((here, there)) = sure.get(&link.from).zip(sure.get(&link.to)) else { continue };
        let common = here.iter().filter_map(|(story, here)| Some((*story, here.min(*there.get(story)?))));
        // The first of the surest.
        let surest = common.reduce(|best, other| if other.1 > best.1 { other } else { best });
        let Some((story, confidence)) = surest else { continue };
        (link.tier, link.confidence) = (Tier::Same, confidence);
        let says = format!("{} is surely of one meeting with both", title(story));
        link.reasons.push(Reason { feature: OTHERS, weight: 0.0, from: None, to: None, says, says_turned: None });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::links::weights::CERTAIN;

    fn link(from: usize, to: usize, confidence: f64) -> Link {
        let tier = if confidence >= CERTAIN { Tier::Same } else { Tier::Probable };
        Link { from, to, target: LinkTarget::Meeting(0), tier, confidence, reasons: Vec::new() }
    }

    /// The tiers of these links when they are settled.
    fn settled(links: &mut [Link], apart: &[(usize, usize)]) -> Vec<Tier> {
        settle(links, &apart.iter().copied().collect(), |story| format!("story {story}"));
        links.iter().map(|link| link.tier).collect()
    }

    #[test]
    fn two_stories_that_are_surely_of_one_meeting_with_a_third_are_surely_of_one_with_each_other() {
        let mut links = [link(0, 1, 0.9), link(0, 2, 0.6), link(1, 2, 0.95), link(2, 3, 0.6), link(3, 4, 0.9)];
        let tiers = settled(&mut links, &[]);
        assert_eq!(tiers, [Tier::Same, Tier::Same, Tier::Same, Tier::Probable, Tier::Same]);
        assert!((links[1].confidence - 0.9).abs() < 1e-9, "as sure as the less sure of the two");
        let reason = &links[1].reasons[0];
        assert_eq!((reason.feature, reason.says.as_str()), ("others", "story 1 is surely of one meeting with both"));
        assert!(reason.weight.abs() < 1e-9, "nothing was weighed");
        assert!(links[3].reasons.is_empty());
    }

    #[test]
    fn a_chain_of_sure_links_makes_its_ends_no_surer() {
        let mut links = [link(0, 1, 0.9), link(1, 2, 0.9), link(2, 3, 0.9), link(0, 3, 0.6), link(0, 2, 0.6)];
        let tiers = settled(&mut links, &[]);
        assert_eq!(tiers, [Tier::Same, Tier::Same, Tier::Same, Tier::Probable, Tier::Same]);
        assert!(links[3].reasons.is_empty(), "no story is surely of one meeting with both");
    }

    #[test]
    fn what_decides_against_two_stories_is_not_outvoted_by_a_third() {
        let mut links = [link(0, 1, 0.9), link(1, 2, 0.9), link(0, 2, 0.6)];
        assert_eq!(settled(&mut links, &[(0, 2)]), [Tier::Same, Tier::Same, Tier::Probable]);
        assert!(links[2].reasons.is_empty());
    }

    #[test]
    fn a_story_tells_of_a_meeting_as_surely_as_its_surest_link() {
        let told = surest(&[link(0, 1, 0.9), link(1, 2, 0.6)]);
        assert_eq!((told.get(&0), told.get(&2), told.get(&3)), (Some(&Tier::Same), Some(&Tier::Probable), None));
    }

    #[test]
    fn stories_without_a_link_are_surely_of_one_meeting_by_one_story_and_not_each_by_another() {
        let links = vec![link(0, 1, 0.9), link(1, 2, 0.9), link(2, 4, 0.9), link(5, 6, 0.9), link(2, 5, 0.6)];
        let connections = Connections { links, ..Connections::default() };
        assert_eq!(connections.surely_without_link(&[], 0, 0), HashSet::from([2]));
        assert_eq!(
            connections.surely_without_link(&[], 0, 6),
            HashSet::new(),
            "surely of it with one that is of no pair"
        );
    }
}
