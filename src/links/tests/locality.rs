//! A new story changes what it touches and nothing else.

use super::*;
use crate::links::Link;

/// The links of the stories with these names, by name.
fn links_among(stories: &[Story], connections: &Connections, names: &[&str]) -> Vec<(String, String, Link)> {
    let name = |story: usize| stories[story].article.id.clone();
    let among = |story: usize| names.contains(&stories[story].article.id.as_str());
    let links = connections.links.iter().filter(|link| among(link.from) && among(link.to));
    let mut links: Vec<(String, String, Link)> = links
        .map(|link| {
            let plain = Link { from: 0, to: 0, target: LinkTarget::Meeting(0), ..link.clone() };
            (name(link.from), name(link.to), plain)
        })
        .collect();
    links.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    links
}

/// Pairs of people who never meet each other's, with the town of each.
const PAIRS: [(&str, &str, &str); 4] = [
    ("Angela Merkel", "Emmanuel Macron", "Berlin"),
    ("Shinzo Abe", "Scott Morrison", "Tokyo"),
    ("Theresa May", "Mark Rutte", "London"),
    ("Justin Trudeau", "Leo Varadkar", "Ottawa"),
];
const FORMS: [&str; 3] =
    ["{} met {} in {} on Tuesday.", "{} and {} met in {} on Tuesday.", "{} held talks with {} in {} on Tuesday."];

fn told(pair: usize, form: usize) -> String {
    let (one, other, town) = PAIRS[pair];
    [one, other, town].iter().fold(FORMS[form].to_owned(), |text, word| text.replacen("{}", word, 1))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn adding_a_story_leaves_the_links_of_all_others_as_they_were(
        library in prop::collection::vec((0..PAIRS.len() - 1, 0..FORMS.len()), 2..6),
        form in 0..FORMS.len(),
    ) {
        let names: Vec<String> = (0..library.len()).map(|number| format!("{number}.txt")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let stories = || -> Vec<Story> {
            library.iter().zip(&names).map(|(&(pair, form), name)| dated(name, WEDNESDAY, &told(pair, form))).collect()
        };
        let mut before = stories();
        let alone = connect(&mut before, Facts::shipped());
        let mut after = stories();
        // It comes first by name, so that every index changes.
        after.insert(0, dated("#.txt", WEDNESDAY, &told(PAIRS.len() - 1, form)));
        let joined = connect(&mut after, Facts::shipped());
        prop_assert_eq!(links_among(&before, &alone, &names), links_among(&after, &joined, &names));
        prop_assert_eq!(alone.meetings.len() + 1, joined.meetings.len());
        let ids = |connections: &Connections| -> Vec<String> {
            connections.meetings.iter().map(|meeting| meeting.id.clone()).collect()
        };
        prop_assert!(ids(&alone).iter().all(|id| ids(&joined).contains(id)));
    }
}
