//! Invented libraries in, each undated story read with the bound on its neighbours' days and without it.

use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::article::read;
use crate::meetings::read_story;

/// The story of a file with this name, and of this day if any.
fn story(name: &str, day: Option<&str>, body: &str) -> Story {
    let day = day.map(|day| format!("{day}\n\n")).unwrap_or_default();
    let text = format!("The clocks of the old town hall\n\n{day}{body}\n");
    let mut articles = read(name, Path::new(name), text.as_bytes()).articles;
    read_story(articles.remove(0), Facts::shipped(), None)
}

/// The days that the undated stories get, with the bound and without it.
fn days(stories: &[Story]) -> [Vec<Option<Date>>; 2] {
    let facts = Facts::shipped();
    let identities = Identities::of(stories, facts);
    let dated = Dated::new(stories);
    let bounds: [MayHold; 2] = [Reach::may_hold, |_, _, _, _| true];
    bounds.map(|may_hold| {
        let mut common = vec![0; stories.len()];
        let day = |(number, names): (usize, Vec<Name>)| {
            let read = best_reading(&dated, &mut common, (number, &names), (&identities, facts), may_hold);
            read.and_then(|story| story.annotations.published).map(|published| published.best)
        };
        undated(stories).into_iter().map(day).collect()
    })
}

#[test]
fn a_story_without_a_day_that_tells_of_what_was_put_off_is_dated_with_the_bound_as_without_it() {
    let stories = [
        story("0.txt", Some("Wednesday, March 14, 2018"), "Angela Merkel met Emmanuel Macron in Berlin on Tuesday."),
        story("1.txt", None, "Angela Merkel met Emmanuel Macron in Berlin on Tuesday, March 13."),
        story(
            "2.txt",
            None,
            "Angela Merkel will meet Emmanuel Macron in Berlin on March 6—once postponed—twice, in fact.",
        ),
    ];
    let [bounded, unbounded] = days(&stories);
    assert!(bounded[0].is_some(), "dated by its neighbour");
    assert_eq!(bounded, unbounded);
}

/// The neighbours of the story with this number, counted plainly.
fn neighbours_plainly(stories: &[Story], number: usize) -> Vec<usize> {
    let undated = &stories[number];
    let people = named_people(undated);
    let mut best: HashMap<(i16, i8), (Reverse<usize>, &str, usize)> = HashMap::new();
    for (other, story) in stories.iter().enumerate() {
        let Some(day) = story.annotations.published.as_ref().map(|published| published.best) else { continue };
        let common = people.iter().filter(|id| named_people(story).contains(id)).count();
        let possible = &undated.annotations.possible_days;
        let is_near = possible.is_empty() || possible.iter().any(|own| days_between(*own, day).abs() <= SAME_NEWS);
        let both_guess = !undated.annotations.possible_days.is_empty() && story.annotations.is_tentative();
        if common >= 2 && is_near && !both_guess {
            let this = (Reverse(common), story.article.id.as_str(), other);
            let month = best.entry((day.year(), day.month())).or_insert(this);
            *month = this.min(*month);
        }
    }
    let mut best: Vec<_> = best.into_values().collect();
    best.sort_unstable();
    best.into_iter().map(|(_, _, other)| other).take(NEIGHBOURS).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn the_bound_on_the_days_of_neighbours_loses_no_reading(
        told in prop::collection::vec((0..5_usize, 0..4_usize, 0..10_usize), 2..5),
        asked in prop::collection::vec((0..10_usize, any::<bool>()), 1..3),
    ) {
        const DAYS: [&str; 5] = [
            "Wednesday, March 14, 2018", "Friday, March 16, 2018", "Monday, April 16, 2018", "Tuesday, January 2, 2018",
            "Wednesday, March 20, 2019",
        ];
        const WHEN: [&str; 10] = [
            "on Tuesday", "on March 13", "on March 15", "last week", "two days ago", "on April 12—put off—", "next Monday",
            "on the eve of March 14", "from March 12 to March 15", "a day after March 12",
        ];
        const WAYS: [&str; 4] = ["met", "will meet", "spoke by phone with", "held the third round of talks with"];
        let tells = |way: usize, when: usize| {
            format!("Angela Merkel {} Emmanuel Macron in Berlin {}.", WAYS[way], WHEN[when])
        };
        let dated = told.iter().enumerate().map(|(number, (day, way, when))| {
            story(&format!("{number}.txt"), Some(DAYS[*day]), &tells(*way, *when))
        });
        let undated = asked.iter().enumerate().map(|(number, (when, is_plan))| {
            story(&format!("u{number}.txt"), None, &tells(usize::from(*is_plan), *when))
        });
        let stories: Vec<Story> = dated.chain(undated).collect();
        let [bounded, unbounded] = days(&stories);
        prop_assert_eq!(bounded, unbounded);
    }

    #[test]
    fn the_neighbours_of_a_story_are_the_best_of_each_month_however_they_are_counted(
        told in prop::collection::vec((0..6_usize, prop::collection::btree_set(0..5_usize, 0..5)), 2..9),
    ) {
        const HEADS: [&str; 6] = [
            "Wednesday, March 14, 2018\n\n", "Friday, March 16, 2018\n\n", "Monday, April 16, 2018\n\n",
            "Tuesday, January 2, 2018\n\n", "", "OSLO, March 20 — ",
        ];
        const PEOPLE: [&str; 5] =
            ["Angela Merkel", "Emmanuel Macron", "Vladimir Putin", "Recep Tayyip Erdogan", "Shinzo Abe"];
        let story = |(number, (head, who)): (usize, &(usize, std::collections::BTreeSet<usize>))| {
            let named: Vec<String> = who.iter().map(|who| format!("{} was in Oslo.", PEOPLE[*who])).collect();
            story(&format!("{number}.txt"), None, &format!("{}{}", HEADS[*head], named.join(" ")))
        };
        let stories: Vec<Story> = told.iter().enumerate().rev().map(story).collect();
        let dated = Dated::new(&stories);
        let mut common = vec![0; stories.len()];
        for (number, story) in stories.iter().enumerate() {
            if story.annotations.published.is_none() || story.annotations.is_tentative() {
                prop_assert_eq!(dated.neighbours(story, &mut common), neighbours_plainly(&stories, number));
                prop_assert!(common.iter().all(|count| *count == 0));
            }
        }
    }
}
