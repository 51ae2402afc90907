use super::*;
use crate::article::{Article, Origin, Outlet, Title, TitleFrom};
use crate::language::{Annotations, Form, Name, NameMention, Part, Passage};
use crate::text::Span;

fn story(title: &str, outlet: &str, names: &[(&str, NameKind)]) -> Story {
    let names = names.iter().map(|&(name, kind)| Name {
        id: EntityId::new(&name.to_lowercase().replace(' ', "-")),
        name: name.to_owned(),
        kind,
        state: None,
        mentions: vec![NameMention { passage: Passage { part: Part::Text, span: Span::default() }, form: Form::Name }],
    });
    Story {
        article: std::sync::Arc::new(Article {
            id: title.to_owned(),
            origin: Origin { path: "test".into(), line: None },
            text: String::new(),
            written: None,
            title: Title { text: title.to_owned(), from: TitleFrom::Record },
            outlet: (!outlet.is_empty()).then(|| Outlet { name: outlet.to_owned(), span: None }),
            dateline: None,
            stated_dates: Vec::new(),
            url: None,
            blocks: Vec::new(),
        }),
        annotations: Annotations { names: names.collect(), ..Annotations::default() },
        meetings: Vec::new(),
        series: Vec::new(),
    }
}

fn filter(stories: Vec<Story>) -> Filter {
    Filter::new(&Library { stories, ..Library::default() })
}

fn order(matches: &[Match]) -> Vec<usize> {
    matches.iter().map(|found| found.story).collect()
}

fn lit(text: &str, offsets: &[usize]) -> String {
    text.char_indices().map(|(at, c)| if offsets.contains(&at) { c } else { '·' }).collect()
}

const PERSON: NameKind = NameKind::Person;

#[test]
fn an_empty_query_matches_every_story_in_the_order_of_the_list() {
    let filter = filter(vec![story("Beta", "", &[]), story("Alpha", "", &[])]);
    assert_eq!(order(&filter.run("")), [0, 1]);
    assert_eq!(order(&filter.run("  \t")), [0, 1]);
    assert!(filter.run("").iter().all(|found| found.title.is_empty() && found.name.is_none()));
}

#[test]
fn a_title_hit_outranks_an_outlet_hit_and_that_a_name_hit() {
    let filter = filter(vec![
        story("A call about grain", "", &[("Vladimir Putin", PERSON)]),
        story("A summit in Oslo", "Putin Weekly", &[]),
        story("Leaders meet: Putin in Sochi", "", &[]),
    ]);
    assert_eq!(order(&filter.run("putin")), [2, 1, 0]);
}

#[test]
fn letters_side_by_side_in_a_name_outrank_letters_apart_in_a_title() {
    let filter = filter(vec![
        story("Kerry, Erdogan relay ray", "", &[]),
        story("Minister in Moscow", "", &[("John Kerry", PERSON)]),
        story("Keep every ray dry", "", &[]),
    ]);
    assert_eq!(order(&filter.run("kerry")), [0, 1, 2]);
}

#[test]
fn letters_may_be_left_out() {
    let filter = filter(vec![story("Putin calls Trump", "", &[])]);
    let found = filter.run("ptn");
    assert_eq!(lit("Putin calls Trump", &found[0].title), "P·t·n············");
}

#[test]
fn letters_strewn_over_a_whole_title_do_not_match() {
    let title = "Report on the climate budget, salaries, audits, and other matters in question";
    assert!(filter(vec![story(title, "", &[])]).run("putin").is_empty());
}

#[test]
fn case_and_diacritics_are_ignored_and_the_original_letters_are_lit() {
    let title = "Talks with Erdoğan in İstanbul";
    let filter = filter(vec![story(title, "", &[])]);
    for query in ["erdogan", "ERDOĞAN", "erdog\u{306}an"] {
        let found = filter.run(query);
        assert_eq!(found.len(), 1, "{query}");
        assert_eq!(lit(title, &found[0].title).trim_matches('·'), "Erdoğan", "{query}");
    }
    assert_eq!(lit(title, &filter.run("istanbul")[0].title).trim_matches('·'), "İstanbul");
}

#[test]
fn one_letter_that_folds_to_two_is_lit_once() {
    let found = filter(vec![story("The office in ﬁne print", "", &[])]).run("fine");
    assert_eq!(lit("The office in ﬁne print", &found[0].title), "··············ﬁne······");
    assert!(found[0].title.is_sorted_by(|a, b| a < b));
}

#[test]
fn every_word_must_match_but_each_in_any_field() {
    let filter = filter(vec![
        story("Putin calls Trump", "TASS", &[]),
        story("Putin in Sochi", "Sputnik", &[]),
        story("Lavrov in Sochi", "TASS", &[("Vladimir Putin", PERSON)]),
    ]);
    assert_eq!(order(&filter.run("putin tass")), [0, 2]);
    assert_eq!(order(&filter.run("sochi putin")), [1, 2]);
    assert!(filter.run("putin nobody").is_empty());
}

#[test]
fn the_best_name_is_told_with_the_letters_of_every_word() {
    let names = [("Vladimir Medinsky", PERSON), ("Vladimir Putin", PERSON), ("Sochi", NameKind::Place)];
    let filter = filter(vec![story("A day by the sea", "", &names)]);
    let (name, offsets) = filter.run("vlad putin")[0].name.clone().unwrap();
    assert_eq!((name.as_str(), lit(&name, &offsets).as_str()), ("Vladimir Putin", "Vlad·····Putin"));
    assert_eq!(filter.run("sochi")[0].name.as_ref().map(|(name, _)| name.as_str()), Some("Sochi"));
}

#[test]
fn demonyms_are_not_searched() {
    let filter = filter(vec![story("A day by the sea", "", &[("Russian", NameKind::Group)])]);
    assert!(filter.run("russian").is_empty());
}

#[test]
fn stories_that_match_equally_well_stay_in_the_order_of_the_list() {
    let filter = filter((0..40).map(|_| story("Putin in Sochi", "", &[])).collect());
    assert_eq!(order(&filter.run("sochi")), (0..40).collect::<Vec<_>>());
}

#[test]
fn hostile_queries_and_titles_do_no_harm() {
    let long = "a".repeat(100_000);
    let filter = filter(vec![story(&long, "", &[]), story("", "", &[]), story("\u{301}", "", &[])]);
    assert_eq!(order(&filter.run(&long)), [0]);
    assert_eq!(filter.run("\u{301}").len(), 3);
    assert!(filter.run("\0\u{202e}[31m").is_empty());
}
