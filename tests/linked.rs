//! What joins the five sample articles, and what keeps them apart, with the reasons that a reader is shown.
//!
//! The figure was drawn by hand from the texts: it is what a person who reads all five would say.
#![expect(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may stop at a surprise")]

use std::path::PathBuf;

use dateline::library::Library;
use dateline::links::{Explanation, Link, LinkTarget, Tier, Verdict, explain};

fn samples() -> Library {
    Library::open(&[PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/articles"))], &|_| {}).unwrap()
}

fn explained(library: &Library, a: usize, b: usize) -> Explanation {
    explain(&library.stories, &library.connections, a, b)
}

fn between(library: &Library, a: usize, b: usize) -> Vec<&Link> {
    library.links_of(a).filter(|link| (link.from, link.to) == (a, b)).collect()
}

/// The link of two stories by a meeting of these people.
fn joined_by<'l>(library: &'l Library, links: &[&'l Link], people: &[&str]) -> &'l Link {
    let is_of = |link: &&&Link| match link.target {
        LinkTarget::Meeting(meeting) => {
            let who = &library.connections.meetings[meeting].participants;
            who.len() == people.len() && people.iter().all(|name| who.iter().any(|one| one.name == *name))
        }
        LinkTarget::Series(_) => false,
    };
    links.iter().find(is_of).unwrap_or_else(|| panic!("nothing joins them by {people:?}"))
}

#[test]
fn the_first_and_the_fourth_are_joined_by_the_talks_of_two_and_the_summit_of_three() {
    let library = samples();
    let links = between(&library, 0, 3);
    for (people, says) in [
        (
            &["Vladimir Putin", "Bashar al-Assad"][..],
            &["both name Vladimir Putin and Bashar al-Assad", "20 Nov 2017"][..],
        ),
        (&["Vladimir Putin", "Recep Tayyip Erdogan", "Hassan Rouhani"], &["both say 22 Nov 2017", "Hassan Rouhani"]),
    ] {
        let link = joined_by(&library, &links, people);
        assert_eq!(link.tier, Tier::Same);
        for said in says {
            let told = |reason: &&dateline::links::Reason| reason.weight > 0.0 && reason.says.contains(said);
            assert!(link.reasons.iter().any(|reason| told(&reason)), "{said}: {:?}", link.reasons);
        }
        assert!(link.reasons.iter().all(|reason| reason.weight >= 0.0), "nothing speaks against it");
    }
}

#[test]
fn the_first_and_the_third_share_a_series_and_no_meeting() {
    let library = samples();
    let links = between(&library, 0, 2);
    assert_eq!(links.iter().map(|link| link.tier).collect::<Vec<_>>(), [Tier::Series]);
    let explanation = explained(&library, 0, 2);
    assert!(matches!(explanation.verdict, Verdict::Unlikely | Verdict::Vetoed));
    let named: Vec<&str> =
        explanation.series.iter().map(|series| library.connections.series[*series].name.as_str()).collect();
    assert_eq!(named, ["Astana process"]);
}

#[test]
fn the_third_and_the_fourth_are_kept_apart_by_the_day_and_by_who_met() {
    let library = samples();
    assert!(between(&library, 2, 3).is_empty());
    let explanation = explained(&library, 2, 3);
    assert_eq!((explanation.verdict, explanation.confidence), (Verdict::Vetoed, 0.0));
    let decides: Vec<&str> = explanation.vetoes.iter().map(|veto| veto.says.as_str()).collect();
    // Of all meetings of the two, Putin's with Erdogan and the summit with him to come are most alike.
    assert_eq!(decides, ["13 Nov 2017 against 22 Nov 2017", "2 sides here, 3 there"]);
    assert!(explanation.vetoes.iter().all(|veto| veto.from.is_some() && veto.to.is_some()), "words on either side");
}

#[test]
fn stories_of_other_years_share_nothing() {
    let library = samples();
    for (a, b) in [(0, 1), (0, 4), (1, 2), (1, 3), (1, 4), (2, 4), (3, 4)] {
        assert!(between(&library, a, b).is_empty(), "{a} {b}");
    }
}
