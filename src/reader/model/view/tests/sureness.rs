//! One telling is as sure in every view.

use proptest::prelude::*;

use crate::dossier::meeting::{Certainty, MeetingDossier};
use crate::dossier::neighbourhood::{Bounds, Node, Relation, neighbourhood, whole};
use crate::dossier::why::{Outcome, why};
use crate::library::Library;
use crate::links::{LinkTarget, Tier};
use crate::reader::fixture;
use crate::reader::model::kin;

/// The invented library, with links that are as sure as `sure` says, one after the other.
fn library(sure: &[bool]) -> Library {
    let mut library = fixture::library();
    let meetings = library.connections.links.iter_mut().filter(|link| matches!(link.target, LinkTarget::Meeting(_)));
    for (link, sure) in meetings.zip(sure.iter().cycle()) {
        (link.tier, link.confidence) = if *sure { (Tier::Same, 0.9) } else { (Tier::Probable, 0.6) };
    }
    library
}

/// How surely a story tells of a meeting on the map around something; `None` where one of them is not on it.
fn on_map(library: &Library, centre: Node, meeting: usize, story: usize) -> Option<bool> {
    let graph = neighbourhood(library, centre, Bounds::default())?.graph;
    let edge = graph.edges.iter().find(|edge| edge.joins(Node::Story(story), Node::Meeting(meeting)))?;
    Some(edge.relation == Relation::ProbablyTells)
}

fn check(library: &Library) {
    let certainty = Certainty::of(library);
    let nodes: Vec<Node> = whole(library, Tier::Series).nodes().collect();
    for (number, meeting) in library.connections.meetings.iter().enumerate() {
        let sureness = library.connections.sureness(number);
        let page = MeetingDossier::new(library, number).unwrap();
        assert_eq!(certainty.tier(library, number), sureness.values().copied().max(), "the list of meetings");
        for at in &meeting.mentions {
            let expected = sureness.get(&at.story).copied();
            let told = page.tellings.iter().find(|telling| telling.at == *at).unwrap();
            assert_eq!(told.bond.map(|bond| bond.tier), expected, "the page");
            assert_eq!(kin::bonds(library, at.story, Tier::Series)[at.mention], expected, "the text");
            let panel = kin::of_meeting(library, *at);
            assert_eq!(panel.iter().map(kin::Kin::sureness).min(), expected, "the panel");
            for other in &panel {
                let bonds = why(library, at.story, other.story).bonds;
                let why = bonds.iter().find_map(|bond| match bond.outcome {
                    Outcome::Meeting(meeting, tier) if meeting == number => Some(tier),
                    _ => None,
                });
                assert_eq!(why, Some(other.sureness()), "why");
            }
            for centre in &nodes {
                let map = on_map(library, *centre, number, at.story);
                assert!(map.is_none_or(|probable| probable == (expected == Some(Tier::Probable))), "{centre:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_telling_is_as_sure_in_every_view(sure in prop::collection::vec(any::<bool>(), 1..8)) {
        check(&library(&sure));
    }
}
