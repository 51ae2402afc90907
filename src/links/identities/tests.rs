//! Who is one across invented stories, each a day, a text and its names by hand.

use std::path::Path;

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::Identities;
use crate::article::read;
use crate::language::{
    Annotations, EntityId, Facts, Form, Interval, Name, NameKind, NameMention, Part, Passage, Published, slug,
};
use crate::links::OwnReadings;
use crate::meetings::Story;
use crate::text::Span;

/// A story that names `names`, separated by `;`: `O ` before a name makes it a body, `L ` a place, and `=` parts its
/// mentions from each other, the first being its name.
fn story(number: usize, day: Option<Date>, names: &str) -> Story {
    let id = format!("{number}.txt");
    let article = read(&id, Path::new(&id), names.as_bytes()).articles.remove(0);
    let text = article.text.clone();
    let name = |told: &str| {
        let (kind, told) = match told.split_once(' ') {
            Some(("O", told)) => (NameKind::Organisation, told),
            Some(("L", told)) => (NameKind::Place, told),
            _ => (NameKind::Person, told),
        };
        let mentions = told.split('=').map(|words| {
            let at = text.find(words).unwrap();
            let span = Span::new(at, at + words.len());
            NameMention { passage: Passage { part: Part::Text, span }, form: Form::Name }
        });
        let first = told.split('=').next().unwrap();
        Name { id: EntityId::new(&slug(first)), name: first.into(), kind, state: None, mentions: mentions.collect() }
    };
    let published = day.map(|day| Published {
        interval: Interval { from: day, to: day },
        best: day,
        confidence: 1.0,
        from: crate::article::DateSource::Metadata,
        reasons: Vec::new(),
        neighbours: Vec::new(),
    });
    let names = names.split("; ").map(name).collect();
    let annotations = Annotations { names, published, ..Annotations::default() };
    Story {
        article: article.into(),
        annotations,
        meetings: Vec::new(),
        series: Vec::new(),
        denied: Vec::new(),
        words: None,
        set_aside: Vec::new(),
    }
}

/// The identities in each story once all are unified.
fn unified(stories: &[(Option<Date>, &str)]) -> Vec<Vec<String>> {
    let mut stories: Vec<Story> =
        stories.iter().enumerate().map(|(number, (day, names))| story(number, *day, names)).collect();
    Identities::of(&stories, Facts::shipped()).apply_all(&mut stories, &mut OwnReadings::default());
    let ids = |story: &Story| story.annotations.names.iter().map(|name| name.id.to_string()).collect();
    stories.iter().map(ids).collect()
}

fn march(day: i8) -> Option<Date> {
    Date::new(2019, 3, day).ok()
}

#[track_caller]
fn are(stories: &[(Option<Date>, &str)], expected: &[&[&str]]) {
    assert_eq!(unified(stories), expected, "{stories:?}");
}

#[test]
fn a_place_that_a_dateline_has_in_capitals_is_called_as_other_words_write_it() {
    let called = |stories: &[&str]| -> Vec<String> {
        let mut stories: Vec<Story> =
            stories.iter().enumerate().map(|(number, names)| story(number, None, names)).collect();
        Identities::of(&stories, Facts::shipped()).apply_all(&mut stories, &mut OwnReadings::default());
        stories.iter().map(|story| story.annotations.names[0].name.clone()).collect()
    };
    assert_eq!(called(&["L VELLBY", "L Vellby", "L Vellby"]), ["Vellby"; 3]);
    assert_eq!(called(&["L VELLBY=Vellby"]), ["Vellby"], "the text under the dateline tells it");
    assert_eq!(called(&["L VELLBY", "L VELLBY"]), ["VELLBY"; 2], "where nothing else is written nothing is made up");
}

#[test]
fn spellings_of_one_person_are_one_under_the_fullest_name() {
    are(
        &[(None, "Sergey Quillyev"), (None, "Sergei Quilliev"), (None, "Sergei K. Quilliev")],
        &[&["sergei-k-quilliev"], &["sergei-k-quilliev"], &["sergei-k-quilliev"]],
    );
}

#[test]
fn whom_the_tables_know_keeps_that_identity() {
    are(
        &[(None, "Ilham Aliyev"), (None, "Ilham Alieff; Ilham Aliev")],
        &[&["ilham-aliyev"], &["ilham-alieff", "ilham-aliyev"]],
    );
}

#[test]
fn people_who_share_a_surname_stay_apart() {
    are(
        &[(None, "Kim Tong Un"), (None, "Kim Tong Il"), (None, "Maria Quilligan"), (None, "Robert Quilligan")],
        &[&["kim-tong-un"], &["kim-tong-il"], &["maria-quilligan"], &["robert-quilligan"]],
    );
}

#[test]
fn initials_are_the_only_one_who_fits_and_is_near() {
    are(
        &[(march(1), "Maria Quilligan; Zorbax Board"), (march(3), "M. Quilligan; Zorbax Board")],
        &[&["maria-quilligan", "zorbax-board"], &["maria-quilligan", "zorbax-board"]],
    );
    are(&[(march(1), "Maria Quilligan"), (march(3), "M. Quilligan")], &[&["maria-quilligan"], &["m-quilligan"]]);
}

#[test]
fn a_frequent_surname_in_the_same_story_hides_no_rare_one() {
    let given = [
        "Ann", "Bob", "Carl", "Dora", "Emil", "Fred", "Gus", "Hugo", "Ida", "Jon", "Lea", "Max", "Nina", "Otto",
        "Paul", "Rosa", "Sven", "Tom", "Ulf", "Vera", "Willy", "Xenia", "Yuri", "Zoe", "Abel", "Bruno", "Cesar",
        "Diego", "Elsa", "Felix", "Gerda", "Heidi", "Igor", "Jakob", "Klara", "Lotte",
    ];
    let namesakes: Vec<String> = given.iter().map(|given| format!("{given} Ambler")).collect();
    let mut stories: Vec<(Option<Date>, &str)> =
        namesakes.iter().map(|name| (Date::new(2011, 3, 1).ok(), name.as_str())).collect();
    stories.push((march(1), "Maria Quilligan; Robert Zorbax"));
    stories.push((march(3), "Ambler; Quilligan; Zorbax"));
    let ids = unified(&stories);
    assert_eq!(ids.last().unwrap()[1..], ["maria-quilligan", "robert-zorbax"]);
}

#[test]
fn a_bare_surname_is_the_only_person_near_who_is_called_so() {
    are(
        &[
            (march(1), "Maria Quilligan; O Zorbax Board"),
            (march(3), "Quilligan; O Zorbax Board"),
            (march(3), "Quilligan; O Other Board"),
        ],
        &[&["maria-quilligan", "zorbax-board"], &["maria-quilligan", "zorbax-board"], &["quilligan", "other-board"]],
    );
    are(
        &[
            (march(1), "Maria Quilligan; O Zorbax Board"),
            (march(2), "Robert Quilligan; O Zorbax Board"),
            (march(3), "Quilligan; O Zorbax Board"),
        ],
        &[&["maria-quilligan", "zorbax-board"], &["robert-quilligan", "zorbax-board"], &["quilligan", "zorbax-board"]],
    );
    are(
        &[(march(1), "Maria Quilligan; L Russia"), (march(3), "Quilligan; L Russia")],
        &[&["maria-quilligan", "russia"], &["quilligan", "russia"]],
    );
}

#[test]
fn far_apart_in_time_a_shared_name_says_nothing() {
    are(
        &[(march(1), "Maria Quilligan; O Zorbax Board"), (Some(date(2009, 3, 3)), "Quilligan; O Zorbax Board")],
        &[&["maria-quilligan", "zorbax-board"], &["quilligan", "zorbax-board"]],
    );
}

#[test]
fn an_abbreviation_is_the_long_form_that_some_story_ties_it_to() {
    are(
        &[(None, "O Zorbax Quilling Board=ZQB"), (None, "O ZQB")],
        &[&["zorbax-quilling-board"], &["zorbax-quilling-board"]],
    );
    are(
        &[(None, "O Zorbax Quilling Board=ZQB"), (None, "O Zeta Quartz Bank=ZQB"), (None, "O ZQB")],
        &[&["zorbax-quilling-board"], &["zeta-quartz-bank"], &["zqb"]],
    );
}

#[test]
fn spellings_of_one_body_are_one() {
    are(
        &[
            (None, "O Quill Organization"),
            (None, "O Quill Organisation"),
            (None, "O Quill Organisation; O Ansar al-Quil"),
            (None, "O Anssar el-Quil"),
        ],
        &[
            &["quill-organisation"],
            &["quill-organisation"],
            &["quill-organisation", "ansar-al-quil"],
            &["ansar-al-quil"],
        ],
    );
}

#[test]
fn what_became_one_in_a_story_is_one_name_there() {
    are(
        &[(march(1), "Quilligan; Maria Zorbax; Mariya Zorbax"), (march(2), "Maria Quilligan; Maria Zorbax")],
        &[&["maria-quilligan", "maria-zorbax"], &["maria-quilligan", "maria-zorbax"]],
    );
}

proptest! {
    #[test]
    fn the_order_of_stories_does_not_matter(order in Just((0..6).collect::<Vec<usize>>()).prop_shuffle()) {
        let told = [
            (march(1), "Maria Quilligan; O Zorbax Board"),
            (march(2), "Quilligan; O Zorbax Board"),
            (march(3), "M. Quilligan; O Zorbax Bord"),
            (march(4), "Maria J. Quilligan; O ZQB"),
            (march(5), "Mariya Quilligan; O Zorbax Quilling Board=ZQB"),
            (march(6), "Anna Maria Quilligan; Quilligan; O Zorbax Board"),
        ];
        let expected = unified(&told);
        let shuffled: Vec<(Option<Date>, &str)> = order.iter().map(|at| told[*at]).collect();
        let found = unified(&shuffled);
        for (at, found) in order.into_iter().zip(found) {
            prop_assert_eq!(&found, &expected[at]);
        }
    }
}

#[test]
fn a_person_who_is_called_like_a_place_of_another_story_is_told_apart_in_all() {
    are(
        &[(None, "Zorbax"), (None, "L Zorbax"), (None, "Zorbax")],
        &[&["zorbax-person"], &["zorbax"], &["zorbax-person"]],
    );
    are(&[(None, "Vladimir Putin"), (None, "L Vladimir Putin")], &[&["vladimir-putin"], &["vladimir-putin"]]);
}

/// How the stories call what each of them names first: `L ` stands before a place, words before and behind a name in `[ ]`.
fn called(told: &[&str]) -> Vec<(String, NameKind)> {
    let read_one = |(number, told): (usize, &&str)| {
        let (before, rest) = told.split_once('[').unwrap();
        let (name, behind) = rest.split_once(']').unwrap();
        let mut story = story(number, march(1), name);
        let id = format!("{number}.txt");
        let bare = name.trim_start_matches("L ");
        let text = format!("{before}{bare}{behind}");
        story.article = std::sync::Arc::new(read(&id, Path::new(&id), text.as_bytes()).articles.remove(0));
        let at = story.article.text.find(bare).unwrap();
        story.annotations.names[0].mentions[0].passage.span = Span::new(at, at + bare.len());
        story
    };
    let mut stories: Vec<Story> = told.iter().enumerate().map(read_one).collect();
    let identities = Identities::of(&stories, Facts::shipped());
    identities.apply_all(&mut stories, &mut OwnReadings::of(told.len()));
    let first = |story: &Story| (story.annotations.names[0].name.clone(), story.annotations.names[0].kind);
    stories.iter().map(first).collect()
}

#[test]
fn what_one_story_takes_for_a_person_is_the_place_that_another_tells_of() {
    let are_one = |told: &[&str]| called(told).iter().all(|(_, kind)| *kind == NameKind::Place);
    assert!(are_one(&["The yards in [L Losa] hum.", "[Losa] opens its yards."]));
    assert!(are_one(&["The president of [L Losa] rests.", "[Losa] opens its yards."]));
    for told in ["[Losa] met Ruiz.", "Dr [Losa] opens a yard.", "[Losa] said so."] {
        assert!(!are_one(&["The yards in [L Losa] hum.", told]), "{told}");
    }
    for told in
        ["A letter from [L Losa] came.", "Talks between [L Losa] and Ruiz went on.", "Support for [L Losa] grew."]
    {
        assert!(!are_one(&[told, "[Losa] opens its yards."]), "{told}");
    }
}

#[test]
fn one_story_that_tells_of_a_place_does_not_outvote_those_that_tell_of_a_person() {
    let place = "It went on in [L Losa] for days.";
    let person = "[Losa] sighs.";
    let people = |told: &[&str]| called(told).iter().filter(|(_, kind)| *kind == NameKind::Person).count();
    assert_eq!(people(&[person, place, person, person]), 3);
    assert_eq!(people(&[person, place, place, place, person, place]), 0);
}

#[test]
fn a_person_who_is_a_place_is_called_as_most_stories_call_it_in_whatever_order_they_come() {
    let told =
        ["In [L LOSA] it rains.", "[Losa] opens its yards.", "The yards in [L Losa] hum.", "Near [L Losa] it snows."];
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]] {
        let names = called(&order.map(|at: usize| told[at]));
        assert!(names.iter().all(|name| *name == ("Losa".to_owned(), NameKind::Place)), "{names:?}");
    }
}

#[test]
fn a_republic_is_the_country_of_its_name() {
    are(
        &[(march(1), "L Losa"), (march(2), "L Republic of Losa; L Republic of Brund")],
        &[&["losa"], &["losa", "republic-of-brund"]],
    );
}

#[test]
fn a_country_is_told_by_those_who_are_of_it_and_by_what_it_has() {
    let are_one = |told: &[&str]| called(told).iter().all(|(_, kind)| *kind == NameKind::Place);
    for place in [
        "Ana Quill of [L Losa] rests.",
        "[L Losa]'s new foreign minister rests.",
        "The ministers of Brund and [L Losa] rest.",
    ] {
        assert!(are_one(&[place, "[Losa] opens its yards."]), "{place}");
    }
    for other in ["The smell of [L Losa] stays.", "[L Losa]'s hat blew away.", "A letter of Ana and [L Losa] came."] {
        assert!(!are_one(&[other, "[Losa] opens its yards."]), "{other}");
    }
}

#[test]
fn two_surnames_of_one_story_are_those_whom_another_names_together() {
    are(
        &[(march(1), "Maria Quilligan; Jon Zorbax"), (march(2), "Quilligan; Zorbax")],
        &[&["maria-quilligan", "jon-zorbax"], &["maria-quilligan", "jon-zorbax"]],
    );
    // Nor of another time, nor where two of one name fit, nor whom no story names together.
    are(
        &[(march(1), "Maria Quilligan; Jon Zorbax"), (Date::new(2021, 3, 2).ok(), "Quilligan; Zorbax")],
        &[&["maria-quilligan", "jon-zorbax"], &["quilligan", "zorbax"]],
    );
    are(
        &[(march(1), "Maria Quilligan"), (march(1), "Jon Zorbax"), (march(2), "Quilligan; Zorbax")],
        &[&["maria-quilligan"], &["jon-zorbax"], &["quilligan", "zorbax"]],
    );
}

#[test]
fn whoever_is_addressed_by_surname_is_the_one_near_who_bears_it() {
    are(
        &[
            (march(1), "Maria Quilligan; O Zorbax Board"),
            (march(2), "Mrs Quilligan; O Zorbax Board"),
            (march(2), "Mr Quilligan"),
        ],
        &[&["maria-quilligan", "zorbax-board"], &["maria-quilligan", "zorbax-board"], &["mr-quilligan"]],
    );
}
