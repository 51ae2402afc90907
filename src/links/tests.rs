//! Invented stories in, what joins them out: one test for each rule of linking.

use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;

use super::{Connections, LinkTarget, Tier, Verdict, connect, explain};
use crate::article::read;
use crate::language::{EntityId, Facts, NameKind, Part, Passage};
use crate::meetings::{Status, Story, read_story};

mod beside;
mod company;
mod corrected_days;
mod corrected_echoes;
mod corrections;
mod denied;
mod echoes;
mod half_told;
mod likeness;
mod locality;
mod outlets;
mod records;
mod seasons;
mod states;
mod traps;

/// The story of a file with this name and text.
fn file(name: &str, text: &str) -> Story {
    let mut articles = read(name, Path::new(name), text.as_bytes()).articles;
    read_story(articles.remove(0), Facts::shipped(), None)
}

/// The story of a day, such as `Wednesday, March 14, 2018`, under a headline that tells of no meeting.
fn dated(name: &str, day: &str, body: &str) -> Story {
    file(name, &format!("A busy week in the capitals of Europe\n\n{day}\n\n{body}\n"))
}

/// Stories with their days, named `0.txt`, `1.txt` …, and what joins them.
fn joined(stories: &[(&str, &str)]) -> (Vec<Story>, Connections) {
    let mut stories: Vec<Story> =
        stories.iter().enumerate().map(|(number, (day, body))| dated(&format!("{number}.txt"), day, body)).collect();
    let connections = connect(&mut stories, Facts::shipped());
    (stories, connections)
}

/// Which stories tell of each meeting, in order of meetings.
fn clusters(connections: &Connections) -> Vec<Vec<usize>> {
    connections.meetings.iter().map(|meeting| meeting.mentions.iter().map(|mention| mention.story).collect()).collect()
}

#[track_caller]
fn are_one(stories: &[(&str, &str)]) {
    let (_, connections) = joined(stories);
    assert_eq!(clusters(&connections), [(0..stories.len()).collect::<Vec<_>>()], "{:#?}", connections.meetings);
}

#[track_caller]
fn are_apart(stories: &[(&str, &str)]) {
    let (_, connections) = joined(stories);
    assert!(clusters(&connections).len() >= 2, "nothing found");
    assert!(clusters(&connections).iter().all(|stories| stories.len() == 1), "{:#?}", connections.meetings);
    let meeting = |target: LinkTarget| matches!(target, LinkTarget::Meeting(_));
    assert!(!connections.links.iter().any(|link| meeting(link.target)));
}

const MONDAY: &str = "Monday, March 12, 2018";
const WEDNESDAY: &str = "Wednesday, March 14, 2018";
const THURSDAY: &str = "Thursday, March 15, 2018";

const MET: &str = "Angela Merkel met Emmanuel Macron in Berlin on Tuesday.";

#[test]
fn a_meeting_that_is_planned_here_and_held_there_is_one() {
    let stories = [(MONDAY, "Angela Merkel will meet Emmanuel Macron in Berlin on Tuesday."), (WEDNESDAY, MET)];
    are_one(&stories);
    let (stories, connections) = joined(&stories);
    assert_eq!(connections.meetings[0].status, Status::Held, "the later story knows better");
    assert_eq!(stories[0].meetings[0].status, Status::Planned, "each story keeps what it told");
}

#[test]
fn two_reports_with_the_same_people_and_day_are_surely_one() {
    let (_, connections) =
        joined(&[(WEDNESDAY, MET), (THURSDAY, "French President Emmanuel Macron and Angela Merkel met on Tuesday.")]);
    assert_eq!(connections.links.len(), 1);
    assert_eq!(connections.links[0].tier, Tier::Same);
}

#[test]
fn a_call_that_is_dated_one_day_later_elsewhere_is_one() {
    are_one(&[
        (WEDNESDAY, "Shinzo Abe spoke by phone with Donald Trump on Tuesday."),
        (THURSDAY, "Shinzo Abe held a telephone conversation with Donald Trump on Wednesday."),
    ]);
}

#[test]
fn meetings_of_the_same_people_two_days_apart_are_two() {
    are_apart(&[
        (WEDNESDAY, "Angela Merkel met Emmanuel Macron in Berlin on Monday."),
        (THURSDAY, "Angela Merkel met Emmanuel Macron in Berlin on Wednesday."),
    ]);
}

#[test]
fn a_call_and_a_handshake_on_one_day_are_two() {
    are_apart(&[
        (WEDNESDAY, "Angela Merkel spoke by phone with Emmanuel Macron on Tuesday."),
        (WEDNESDAY, "Angela Merkel met Emmanuel Macron in Berlin on Monday."),
    ]);
}

#[test]
fn other_rounds_of_a_series_are_other_meetings_and_share_the_series() {
    let (_, connections) = joined(&[
        (WEDNESDAY, "The Geneva process goes on. The fifth round of the Geneva talks took place on March 12, 2018."),
        (THURSDAY, "The Geneva process goes on. The sixth round of the Geneva talks takes place on March 13, 2018."),
    ]);
    assert_eq!(clusters(&connections), [[0], [1]]);
    assert_eq!(connections.links.len(), 1);
    assert_eq!((connections.links[0].tier, connections.links[0].target), (Tier::Series, LinkTarget::Series(0)));
}

#[test]
fn the_same_round_is_one_meeting_without_a_name_in_it() {
    are_one(&[
        (WEDNESDAY, "The Geneva process goes on. The fifth round of the Geneva talks took place on March 12, 2018."),
        (THURSDAY, "The Geneva process goes on. The 5th round of the Geneva talks was held on March 12, 2018."),
    ]);
}

#[test]
fn a_series_that_only_two_stories_name_makes_no_meeting() {
    let (_, connections) = joined(&[
        (WEDNESDAY, "The Geneva process goes on, and the Geneva talks are slow."),
        (THURSDAY, "Nobody expects much of the Geneva process or of the Geneva talks."),
    ]);
    assert!(connections.meetings.is_empty());
    assert_eq!(connections.links.len(), 1);
    assert_eq!(connections.links[0].tier, Tier::Series);
}

#[test]
fn a_political_process_joins_nothing() {
    let (_, connections) = joined(&[
        (WEDNESDAY, "Angela Merkel supports the political process and an intra-Syrian dialogue."),
        (THURSDAY, "Emmanuel Macron supports the political process and an intra-Syrian dialogue."),
    ]);
    assert!(connections.links.is_empty());
}

#[test]
fn two_sides_are_not_three() {
    are_apart(&[
        (WEDNESDAY, "Vladimir Putin met Recep Tayyip Erdogan in Sochi on Tuesday."),
        (WEDNESDAY, "Vladimir Putin, Recep Tayyip Erdogan and Hassan Rouhani met in Sochi on Tuesday."),
    ]);
}

#[test]
fn another_guest_of_the_same_host_in_the_same_town_is_another_meeting() {
    are_apart(&[
        (WEDNESDAY, "Vladimir Putin met Bashar al-Assad in Sochi on Tuesday."),
        (WEDNESDAY, "Vladimir Putin met Hassan Rouhani in Sochi on Tuesday."),
    ]);
}

#[test]
fn another_holder_of_the_same_office_is_someone_else() {
    are_apart(&[
        ("Monday, September 5, 2016", "Vladimir Putin met the US president in Hangzhou on Sunday."),
        ("Saturday, July 8, 2017", "Vladimir Putin met the US president in Hamburg on Friday."),
    ]);
}

#[test]
fn an_office_here_is_a_name_there() {
    are_one(&[
        (WEDNESDAY, "The presidents of Russia and Turkey met in Sochi on Tuesday."),
        (THURSDAY, "Recep Tayyip Erdogan and Vladimir Putin met in Sochi on Tuesday."),
    ]);
}

#[test]
fn the_vice_president_meets_the_guest_in_a_meeting_of_his_own() {
    are_apart(&[
        (WEDNESDAY, "Donald Trump met Leo Varadkar in Washington on Tuesday."),
        (WEDNESDAY, "Mike Pence met Leo Varadkar in Washington on Tuesday."),
    ]);
}

#[test]
fn a_vague_mention_does_not_bridge_two_meetings() {
    let (_, connections) = joined(&[
        ("Friday, March 2, 2018", "Angela Merkel met Emmanuel Macron in Berlin on Thursday."),
        (WEDNESDAY, "Angela Merkel met Emmanuel Macron in Paris on Tuesday."),
        (
            THURSDAY,
            "The government sent its budget to parliament. The opposition wants more for schools.\n\nRoads come \
             later.\n\nA vote is expected in the spring.\n\nSome spoke of a recent meeting between Angela Merkel and \
             Emmanuel Macron.",
        ),
    ]);
    let clusters = clusters(&connections);
    assert!(!clusters.iter().any(|stories| stories.contains(&0) && stories.contains(&1)), "{clusters:?}");
}

#[test]
fn vague_mentions_of_different_years_are_not_one_meeting() {
    let vague = "The government sent its budget to parliament. The opposition wants more for schools.\n\nRoads come \
                 later.\n\nA vote is expected in the spring.\n\nSome spoke of a recent meeting between Angela Merkel \
                 and Emmanuel Macron.";
    are_apart(&[(WEDNESDAY, vague), ("Thursday, May 23, 2019", vague)]);
}

#[test]
fn a_story_without_a_day_takes_it_from_its_neighbours() {
    let mut stories = vec![
        dated("a.txt", THURSDAY, "Angela Merkel met Emmanuel Macron and Theresa May in Berlin on March 13."),
        file("b.txt", "Three in Berlin\n\nAngela Merkel, Emmanuel Macron and Theresa May met in Berlin on March 13.\n"),
    ];
    assert_eq!(stories[1].annotations.published, None);
    let connections = connect(&mut stories, Facts::shipped());
    assert!(stories[1].annotations.published.is_some());
    assert_eq!(clusters(&connections), [[0, 1]]);
}

#[test]
fn a_story_without_a_day_and_without_common_meetings_stays_undated() {
    let mut stories = vec![
        dated("a.txt", THURSDAY, "Angela Merkel met Emmanuel Macron in Berlin on Tuesday."),
        file("b.txt", "Elsewhere\n\nVladimir Putin met Hassan Rouhani in Sochi on June 4.\n"),
    ];
    connect(&mut stories, Facts::shipped());
    assert_eq!(stories[1].annotations.published, None);
}

#[test]
fn the_reasons_are_the_terms_of_the_score() {
    let (_, connections) =
        joined(&[(WEDNESDAY, MET), (THURSDAY, MET.replace("Berlin", "Paris").as_str()), (THURSDAY, MET)]);
    assert!(!connections.links.is_empty());
    for link in &connections.links {
        let prior = super::weights::Weights::shipped().of(super::features::Feature::Prior);
        let sum: f64 = prior + link.reasons.iter().map(|reason| reason.weight).sum::<f64>();
        assert!((super::weights::probability(sum).max(super::weights::LINKED) - link.confidence).abs() < 1e-9);
        let general = |reason: &super::types::Reason| matches!(reason.feature, "kind" | "status");
        let in_order = |pair: &[super::types::Reason]| match (general(&pair[0]), general(&pair[1])) {
            (a, b) if a == b => pair[0].weight.abs() >= pair[1].weight.abs(),
            (first, _) => !first,
        };
        assert!(link.reasons.windows(2).all(in_order), "heaviest first, and what many meetings share last");
    }
}

#[test]
fn an_explanation_of_linked_stories_says_what_the_link_says() {
    let (stories, connections) = joined(&[(WEDNESDAY, MET), (THURSDAY, MET)]);
    let explanation = explain(&stories, &connections, 0, 1);
    assert_eq!(explanation.verdict, Verdict::Same(0));
    let link = &connections.links[0];
    assert_eq!((&explanation.reasons, explanation.confidence), (&link.reasons, link.confidence));
    assert!(explanation.vetoes.is_empty());
}

#[test]
fn an_explanation_of_stories_that_are_not_linked_says_what_decided() {
    let (stories, connections) = joined(&[(WEDNESDAY, MET), (THURSDAY, &MET.replace("Tuesday", "March 6"))]);
    let explanation = explain(&stories, &connections, 0, 1);
    assert_eq!(explanation.verdict, Verdict::Vetoed);
    assert_eq!(explanation.vetoes[0].feature, "day");
    assert_eq!(explanation.vetoes[0].says, "13 Mar 2018 against 6 Mar 2018");
    assert_eq!(explanation.vetoes[0].to.map(|to| stories[1].words(to)), Some("March 6"));
}

#[test]
fn what_comes_nearest_in_two_stories_is_the_pair_that_a_reader_would_think_of() {
    let (stories, connections) = joined(&[
        (
            WEDNESDAY,
            "Angela Merkel met Emmanuel Macron and Theresa May in Berlin on Tuesday. The Geneva process goes on. The fifth \
             round of the Geneva talks took place on July 5, 2017.",
        ),
        ("Friday, March 23, 2018", "Angela Merkel met Emmanuel Macron in Paris on Thursday."),
    ]);
    let told = explain(&stories, &connections, 0, 1);
    let (one, other) = told.pair.unwrap();
    let who = |at: super::MentionRef| stories[at.story].meetings[at.mention].participants.len();
    assert_eq!((who(one), who(other)), (3, 2), "{told:#?}");
}

#[test]
fn other_words_for_one_kind_of_meeting_say_why_they_speak_for_it() {
    let (_, connections) = joined(&[
        (WEDNESDAY, "Angela Merkel held a meeting with Emmanuel Macron in Berlin on Tuesday."),
        (THURSDAY, "The leaders Angela Merkel and Emmanuel Macron held a summit in Berlin on Tuesday."),
    ]);
    let reasons = &connections.links[0].reasons;
    let kind = reasons.iter().find(|reason| reason.feature == "kind").unwrap();
    assert!(kind.weight > 0.0 && kind.says.ends_with("; both are face to face"), "{kind:?}");
}

#[test]
fn stories_without_meetings_have_nothing_to_compare() {
    let (stories, connections) = joined(&[(WEDNESDAY, MET), (THURSDAY, "The roads are mended in the spring.")]);
    assert_eq!(explain(&stories, &connections, 0, 1).verdict, Verdict::NothingToCompare);
    assert_eq!(explain(&stories, &connections, 0, 9).verdict, Verdict::NothingToCompare);
}

#[test]
fn a_thousand_stories_of_one_meeting_are_joined_in_bounded_work() {
    let one = dated("0.txt", WEDNESDAY, MET);
    let mut stories: Vec<Story> = (0..1000)
        .map(|number| {
            let mut story = one.clone();
            Arc::make_mut(&mut story.article).id = format!("{number:04}.txt");
            story
        })
        .collect();
    let connections = connect(&mut stories, Facts::shipped());
    assert_eq!(connections.meetings.len(), 1);
    assert!(connections.links.len() < 100_000);
}

/// Many stories of few people, places and days: much that is alike and little that is the same.
const BODIES: [&str; 10] = [
    "Angela Merkel met Emmanuel Macron in Berlin on Monday.",
    "Angela Merkel and Emmanuel Macron met in Berlin on Tuesday.",
    "Angela Merkel met Emmanuel Macron on Tuesday.",
    "Angela Merkel spoke by phone with Emmanuel Macron on Tuesday.",
    "Angela Merkel, Emmanuel Macron and Theresa May met in Berlin on Tuesday.",
    "Angela Merkel will meet Emmanuel Macron on Friday.",
    "Theresa May met Mark Rutte in London on Tuesday. Angela Merkel met Mark Rutte in Berlin on Monday.",
    "The Geneva process goes on. The fifth round of the Geneva talks took place on March 12, 2018.",
    "Some spoke of a recent meeting between Angela Merkel and Emmanuel Macron.",
    "The Geneva process goes on. The fifth round of the Geneva talks took place last week.",
];

fn library() -> Vec<Story> {
    let days = [WEDNESDAY, THURSDAY];
    let bodies = BODIES.iter().enumerate();
    bodies.map(|(number, body)| dated(&format!("{number}.txt"), days[number % 2], body)).collect()
}

/// An identity or two names, with what is told of it.
type ByName<A, B> = (Vec<(String, A)>, Vec<(Vec<String>, B)>);

/// Every meeting by identity with the names of its stories, every link by the names of its stories.
fn by_name(stories: &[Story], connections: &Connections) -> ByName<Vec<String>, String> {
    let name = |story: usize| stories[story].article.id.clone();
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    let meetings = connections.meetings.iter();
    let meetings = meetings.map(|meeting| {
        (meeting.id.clone(), sorted(meeting.mentions.iter().map(|mention| name(mention.story)).collect()))
    });
    let links = connections.links.iter().map(|link| {
        let says = format!("{:?} {:?} {:.6}", link.tier, link.target, link.confidence);
        (sorted(vec![name(link.from), name(link.to)]), says)
    });
    let mut links: Vec<_> = links.collect();
    links.sort();
    (meetings.collect(), links)
}

fn check(stories: &[Story], connections: &Connections) {
    let fits = |story: usize, passage: Passage| {
        let article = &stories[story].article;
        let text = if passage.part == Part::Title { &article.title.text } else { &article.text };
        text.get(passage.span.start()..passage.span.end()).is_some_and(|words| !words.is_empty())
    };
    for link in &connections.links {
        assert!(link.from < link.to && !link.reasons.is_empty() && (0.0..=1.0).contains(&link.confidence));
        for reason in &link.reasons {
            assert!(reason.from.is_none_or(|passage| fits(link.from, passage)), "{reason:?}");
            assert!(reason.to.is_none_or(|passage| fits(link.to, passage)), "{reason:?}");
        }
    }
    let mut told: Vec<_> = connections.meetings.iter().flat_map(|meeting| &meeting.mentions).collect();
    told.sort();
    let count = told.len();
    told.dedup();
    assert_eq!(count, told.len(), "each telling belongs to one meeting");
    assert_eq!(count, stories.iter().map(|story| story.meetings.len()).sum::<usize>());
    let mut ids: Vec<&str> = connections.meetings.iter().map(|meeting| meeting.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), connections.meetings.len(), "identities are unique");
    assert!(connections.meetings.iter().all(|meeting| meeting.mentions.is_sorted() && !meeting.mentions.is_empty()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_stories_never_shows(order in Just((0..BODIES.len()).collect::<Vec<_>>()).prop_shuffle()) {
        let mut plain = library();
        let expected = connect(&mut plain, Facts::shipped());
        let mut shuffled: Vec<Story> = order.iter().map(|&number| library().swap_remove(number)).collect();
        let found = connect(&mut shuffled, Facts::shipped());
        check(&shuffled, &found);
        prop_assert_eq!(by_name(&plain, &expected), by_name(&shuffled, &found));
        prop_assert_eq!(&expected.entities.iter().map(|one| (&one.id, &one.name)).collect::<Vec<_>>(),
            &found.entities.iter().map(|one| (&one.id, &one.name)).collect::<Vec<_>>());
    }

    #[test]
    fn arbitrary_stories_are_joined_without_panic_and_with_spans_that_lie_in_them(
        bodies in prop::collection::vec(
            prop::collection::vec(prop::sample::select(BODIES.to_vec()), 1..4).prop_map(|bodies| bodies.join(" ")), 1..6),
        noise in "\\PC{0,80}",
    ) {
        let mut stories: Vec<Story> = bodies
            .iter()
            .enumerate()
            .map(|(number, body)| dated(&format!("{number}.txt"), [MONDAY, WEDNESDAY, ""][number % 3], &format!("{body}\n\n{noise}")))
            .collect();
        let connections = connect(&mut stories, Facts::shipped());
        check(&stories, &connections);
    }
}

#[test]
fn a_day_that_was_inferred_does_not_part_what_a_told_day_joins() {
    let told = "Angela Merkel met Emmanuel Macron in Berlin on Monday.";
    are_one(&[(WEDNESDAY, told), (THURSDAY, "Angela Merkel met Emmanuel Macron in Berlin.")]);
}
