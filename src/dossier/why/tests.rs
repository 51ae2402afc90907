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
fn a_meeting_of_which_a_correction_joins_several_tellings_is_told_once_and_by_the_words_that_it_joins() {
    use crate::library::corrections::{Corrections, Entry, What};
    use crate::links::{MeetingCorrection, Quote};

    let call = "Theresa May phoned Angela Merkel on Monday.";
    let met = "Emmanuel Macron met Angela Merkel in Berlin on Tuesday.";
    let articles = [format!("{met} {call}"), met.to_owned()].into_iter().enumerate().map(|(number, told)| {
        let name = format!("{number}.txt");
        let text = format!("A busy week in the capitals\n\nWednesday, March 14, 2018\n\n{told}\n");
        crate::article::read(&name, std::path::Path::new(&name), text.as_bytes()).articles.remove(0)
    });
    let quote = |story: usize, words: &str| Quote {
        story: format!("{story}.txt"),
        words: words.to_owned(),
        occurrence: 1,
        who: Vec::new(),
        in_passing: false,
    };
    let what = What::Meeting(MeetingCorrection::Same(vec![quote(0, call), quote(1, met)]));
    let entries = vec![Entry { what, made: None, changed: None }];
    let stories = articles.map(|article| crate::meetings::Story::unread(std::sync::Arc::new(article))).collect();
    let library = Library { stories, ..Library::default() };
    let library = library.correcting(Corrections { entries, faults: Vec::new() });
    let library = library.analysed(crate::language::Facts::shipped(), &|_| ());
    for (here, there, caller) in [(0, 1, 0), (1, 0, 1)] {
        let told = why(&library, here, there);
        let [bond] = told.bonds.as_slice() else { panic!("{:?}", told.bonds) };
        assert!(bond.grounds[0].is_correction(), "{bond:?}");
        let words = bond.evidence.map(|source| source.unwrap().words(&library).to_owned());
        assert!(words[caller].contains("phoned") && words[1 - caller].contains("Macron met"), "{words:?}");
    }
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
