//! What joins the stories of the fixture, and what does not.

use super::*;

#[allow(dead_code, clippy::duplicate_mod, reason = "the stories of the reader's tests, of which not each is needed")]
#[path = "../../reader/fixture.rs"]
mod fixture;

use fixture::{ALONE, CALL, ROUND, SERIES, SUMMIT, WIDE, library};

#[test]
fn every_meeting_that_two_stories_share_is_told_with_its_reasons() {
    let library = library();
    let told = why(&library, SUMMIT, CALL);
    let outcomes: Vec<Outcome> = told.bonds.iter().map(|bond| bond.outcome).collect();
    assert_eq!(outcomes, [Outcome::Meeting(1, Tier::Same), Outcome::Meeting(2, Tier::Same)]);
    let first = &told.bonds[0];
    assert_eq!(first.tellings.unwrap().map(|mention| mention.story), [SUMMIT, CALL], "in the order asked for");
    assert_eq!(first.evidence.map(|source| source.unwrap().story), [SUMMIT, CALL]);
    let about: Vec<&str> = first.grounds.iter().map(Ground::about).collect();
    assert_eq!(about, ["who", "day", "kind"]);
}

#[test]
fn a_series_joins_what_tells_of_no_common_meeting() {
    let library = library();
    let told = why(&library, ROUND, SERIES);
    let outcomes: Vec<Outcome> = told.bonds.iter().map(|bond| bond.outcome).collect();
    assert_eq!(outcomes, [Outcome::Series(0), Outcome::Apart(Verdict::NothingToCompare)]);
}

#[test]
fn stories_that_nothing_joins_have_what_decides_or_nothing_to_compare() {
    let library = library();
    let told = why(&library, CALL, ROUND);
    let [bond] = told.bonds.as_slice() else { panic!("{:?}", told.bonds) };
    assert!(matches!(bond.outcome, Outcome::Apart(_)), "{bond:?}");
    assert!(bond.tellings.is_some());
    let told = why(&library, ALONE, WIDE);
    assert_eq!(told.bonds[0].outcome, Outcome::Apart(Verdict::NothingToCompare));
    assert_eq!(told.bonds[0].evidence, [None, None]);
    assert_eq!(why(&library, 90, 91).bonds[0].outcome, Outcome::Apart(Verdict::NothingToCompare));
}
