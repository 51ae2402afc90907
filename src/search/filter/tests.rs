use proptest::prelude::*;

use super::score::{Field, rank};
use super::*;
use crate::article::DateSource;
use crate::language::{Interval, Precision, Published};
use crate::meetings::{MeetingDate, MeetingKind, MeetingMention, Status};
use crate::search::fixture::story;
use crate::search::matcher::Matcher;
use crate::search::query::How;

/// A library with its filter.
struct Prepared(Library, Filter);

impl Prepared {
    fn run(&self, line: &str) -> Vec<Match> {
        self.run_with(&[], line)
    }

    /// The letters that are lit in the best story.
    fn best(&self, line: &str) -> Lit {
        self.1.lit(&Query::parse(line).unwrap(), self.run(line)[0].story)
    }

    fn run_with(&self, own: &[Own], line: &str) -> Vec<Match> {
        self.1.run(&self.0, own, &Query::parse(line).unwrap())
    }
}

fn filter(stories: Vec<Story>) -> Prepared {
    let library = Library { stories, ..Library::default() };
    let filter = Filter::new(&library);
    Prepared(library, filter)
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
    assert_eq!(filter.best(""), Lit::default());
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
        story("Keen Ermine rides yonder", "", &[]),
    ]);
    assert_eq!(order(&filter.run("kerry")), [0, 1, 2]);
}

#[test]
fn letters_may_be_left_out() {
    let filter = filter(vec![story("Putin calls Trump", "", &[])]);
    assert_eq!(lit("Putin calls Trump", &filter.best("ptn").title), "P·t·n············");
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
        assert_eq!(lit(title, &filter.best(query).title).trim_matches('·'), "Erdoğan", "{query}");
    }
    assert_eq!(lit(title, &filter.best("istanbul").title).trim_matches('·'), "İstanbul");
}

#[test]
fn one_letter_that_folds_to_two_is_lit_once() {
    let found = filter(vec![story("The office in ﬁne print", "", &[])]).best("fine");
    assert_eq!(lit("The office in ﬁne print", &found.title), "··············ﬁne······");
    assert!(found.title.is_sorted_by(|a, b| a < b));
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
    let (name, offsets) = filter.best("vlad putin").name.unwrap();
    assert_eq!((name.as_str(), lit(&name, &offsets).as_str()), ("Vladimir Putin", "Vlad·····Putin"));
    assert_eq!(filter.best("sochi").name.as_ref().map(|(name, _)| name.as_str()), Some("Sochi"));
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

/// Three stories: a call of 2016, a summit of 2017 that two tell of, one without a day.
fn told() -> Prepared {
    let day = |year| jiff::civil::date(year, 11, 20);
    let published = |year| {
        Some(Published {
            interval: Interval::day(day(year)),
            best: day(year),
            from: DateSource::Dateline,
            confidence: 1.0,
            reasons: Vec::new(),
            neighbours: Vec::new(),
        })
    };
    let meeting = |kind, status, year| MeetingMention {
        kind,
        status,
        main: true,
        participants: Vec::new(),
        when: Some(MeetingDate { interval: Interval::day(day(year)), precision: Precision::Day, passage: None }),
        place: None,
        ordinal: None,
        series: None,
        event: None,
        sides: None,
        half_told: false,
        echo: None,
        corrected: None,
        evidence: Vec::new(),
        confidence: 1.0,
        is_likely: false,
    };
    let mut stories = vec![
        story("Call about grain", "TASS", &[("Vladimir Putin", PERSON), ("Sochi", NameKind::Place)]),
        story(
            "Summit by the sea",
            "Al Jazeera",
            &[("Angela Merkel", PERSON), ("Putin University", NameKind::Organisation)],
        ),
        story("A column", "TASS", &[]),
    ];
    stories[0].annotations.published = published(2016);
    stories[0].meetings = vec![meeting(MeetingKind::Call, Status::Held, 2016)];
    stories[1].annotations.published = published(2017);
    stories[1].meetings = vec![meeting(MeetingKind::Summit, Status::Planned, 2018)];
    std::sync::Arc::make_mut(&mut stories[2].article).text = "What the party\nof  Ceasefire Zones said.".into();
    filter(stories)
}

fn found(query: &str) -> Vec<usize> {
    let mut found = order(&told().run(query));
    found.sort_unstable();
    found
}

#[test]
fn fields_ask_for_one_thing_each() {
    assert_eq!(found("who:putin"), [0, 1]);
    assert_eq!(found("who:\"vladimir put\""), [0]);
    assert_eq!(found("who:utin"), [] as [usize; 0]);
    assert_eq!(found("where:sochi"), [0]);
    assert_eq!(found("where:putin"), [] as [usize; 0]);
    assert_eq!(found("outlet:jazeera"), [1]);
    assert_eq!(found("kind:call"), [0]);
    assert_eq!(found("status:planned"), [1]);
    assert_eq!(found("has:meeting"), [0, 1]);
    assert_eq!(found("is:undated"), [2]);
}

#[test]
fn a_day_is_that_of_the_story_or_of_a_meeting_in_it() {
    assert_eq!(found("when:2016"), [0]);
    assert_eq!(found("when:2017-11"), [1]);
    assert_eq!(found("when:2018-11-20"), [1]);
    assert_eq!(found("when:<2017"), [0]);
    assert_eq!(found("when:2017-12..2018-01"), [] as [usize; 0]);
}

#[test]
fn alternatives_and_negations_are_put_together() {
    assert_eq!(found("outlet:tass !has:meeting"), [2]);
    assert_eq!(found("kind:call | kind:summit"), [0, 1]);
    assert_eq!(found("!kind:call | !outlet:tass"), [1, 2]);
    assert_eq!(found("!grain"), [1, 2]);
    assert_eq!(found("grain | column outlet:tass"), [0, 2]);
}

#[test]
fn signs_ask_for_the_beginning_the_end_or_all_of_a_text() {
    assert_eq!(found("^call"), [0]);
    assert_eq!(found("^sea"), [] as [usize; 0]);
    assert_eq!(found("sea$"), [1]);
    assert_eq!(found("^tass$"), [0, 2]);
    assert_eq!(found("'grn"), [] as [usize; 0]);
    assert_eq!(found("grn"), [0]);
    assert_eq!(lit("Summit by the sea", &told().best("sea$").title), "··············sea");
}

#[test]
fn a_phrase_is_looked_for_in_the_text_and_leads_to_its_words() {
    let prepared = told();
    let query = Query::parse("\"party of ceasefire\"").unwrap();
    assert_eq!(order(&prepared.1.run(&prepared.0, &[], &query)), [2]);
    let story = &prepared.0.stories[2];
    let passage = Filter::passage(story, &query).unwrap();
    assert_eq!(passage.of(&story.article.text), "party\nof  Ceasefire");
    assert_eq!(found("\"artful\""), [] as [usize; 0]);
    assert_eq!(found("!\"ceasefire\""), [0, 1]);
}

#[test]
fn a_phrase_that_is_only_begun_is_found_but_not_counted() {
    let mut stories = vec![story("Once", "TASS", &[]), story("Often", "TASS", &[])];
    for (story, text) in stories.iter_mut().zip(["The crane.", "Cranes and a crane, cr by cr."]) {
        std::sync::Arc::make_mut(&mut story.article).text = text.into();
    }
    let prepared = filter(stories);
    let scores =
        |line: &str| prepared.run(line).into_iter().map(|found| (found.story, found.score)).collect::<Vec<_>>();
    let begun = scores("\"cr\"");
    assert_eq!(begun.len(), 2);
    assert_eq!(begun[0].1, begun[1].1, "both stay in the order of the list");
    let counted = scores("\"cra\"");
    assert_eq!(counted[0].0, 1);
    assert!(counted[0].1 > counted[1].1);
}

#[test]
fn what_the_reader_did_can_be_asked_for() {
    let mut own = vec![Own::default(); 3];
    own[0].read = true;
    own[1] = Own { starred: true, tags: vec!["Élysée".into()], note: "check the day".into(), ..Own::default() };
    let prepared = told();
    let found = |line: &str| order(&prepared.run_with(&own, line));
    assert_eq!(found("is:read"), [0]);
    assert_eq!(found("is:unread"), [1, 2]);
    assert_eq!(found("is:starred tag:ely has:note"), [1]);
    assert_eq!(order(&prepared.run_with(&[], "is:unread")).len(), 3);
}

/// What the story is worth by the plain way: each word's best hit in title, outlet and names, with all its letters.
fn worth_plainly(story: &Story, words: &[String]) -> Option<i64> {
    let names = story.annotations.names.iter().filter(|name| name.kind != NameKind::Group);
    let outlet = story.article.outlet.iter().map(|outlet| (Field::Outlet, outlet.name.as_str()));
    let texts: Vec<(Field, &str)> = std::iter::once((Field::Title, story.article.title.text.as_str()))
        .chain(outlet)
        .chain(names.map(|name| (Field::Name, name.name.as_str())))
        .collect();
    words.iter().try_fold(0, |score, word| {
        let hit = |(field, text): &(Field, &str)| {
            let hit = Haystack::new(text).find(&Matcher::new(), &fold(word).text, How::Fuzzy)?;
            Some(rank(*field, hit.rating()))
        };
        Some(score + texts.iter().filter_map(hit).max()?)
    })
}

proptest! {
    #[test]
    fn what_is_found_is_what_the_plain_way_finds(
        told in prop::collection::vec(("[a-dé ]{0,9}", "[a-c]{0,3}", prop::collection::vec("[a-d ]{1,5}", 0..3)), 1..6),
        words in prop::collection::vec("[a-dé]{1,3}", 1..3),
    ) {
        let named = |names: &[String]| names.iter().map(|name| (name.clone(), PERSON)).collect::<Vec<_>>();
        let stories: Vec<Story> = told.iter().map(|(title, outlet, names)| {
            let names = named(names);
            story(title, outlet, &names.iter().map(|(name, kind)| (name.as_str(), *kind)).collect::<Vec<_>>())
        }).collect();
        let plain = stories.iter().enumerate().filter_map(|(at, story)| Some((at, worth_plainly(story, &words)?)));
        let plain: Vec<(usize, i64)> = plain.collect();
        let prepared = filter(stories);
        let found = prepared.run(&words.join(" "));
        prop_assert!(found.is_sorted_by_key(|found| Reverse(found.score)));
        let mut found: Vec<(usize, i64)> = found.into_iter().map(|found| (found.story, found.score)).collect();
        found.sort_unstable();
        prop_assert_eq!(found, plain);
    }
}
