use std::sync::Arc;
use std::time::Instant;

use jiff::civil::{Date, date};

use super::*;
use crate::article::{Article, DateSource, Origin, Outlet, Title, TitleFrom};
use crate::language::{
    Annotations, EntityId, Form, Interval, Name, NameKind, NameMention, Part as TextPart, Passage, Precision,
    Published, Sentence,
};
use crate::library::Library;
use crate::links::{Connections, Entity, Meeting, MentionRef};
use crate::meetings::{MeetingDate, MeetingKind, MeetingMention, Participant, Status, Story};
use crate::text::Span;

fn passage(start: usize, end: usize) -> Passage {
    Passage { part: TextPart::Text, span: Span::new(start, end) }
}

/// A name with every place where one of `names` or `descriptions` stands.
fn name(text: &str, id: &str, kind: NameKind, names: &[&str], descriptions: &[&str]) -> Name {
    let forms = names.iter().map(|words| (*words, Form::Name));
    let forms = forms.chain(descriptions.iter().map(|words| (*words, Form::Description)));
    let mut mentions: Vec<NameMention> = Vec::new();
    for (words, form) in forms {
        for (at, _) in text.match_indices(words) {
            let place = passage(at, at + words.len());
            if !mentions.iter().any(|known| known.passage.span.overlaps(place.span)) {
                mentions.push(NameMention { passage: place, form });
            }
        }
    }
    mentions.sort_by_key(|mention| mention.passage);
    Name { id: EntityId::new(id), name: id.to_owned(), kind, state: None, mentions }
}

/// A story whose sentences end with a full stop.
fn story(day: Option<Date>, text: &str, names: Vec<Name>) -> Story {
    let mut sentences = Vec::new();
    let mut start = 0;
    for part in text.split_inclusive(". ") {
        let end = start + part.trim_end().len();
        sentences.push(Sentence { passage: passage(start, end), block: None, tokens: 0..0 });
        start += part.len();
    }
    let published = day.map(|day| Published {
        interval: Interval::day(day),
        best: day,
        confidence: 1.0,
        from: DateSource::Text,
        reasons: Vec::new(),
        neighbours: Vec::new(),
    });
    Story {
        article: Arc::new(Article {
            id: text.to_owned(),
            origin: Origin { path: "test".into(), line: None },
            text: text.to_owned(),
            written: None,
            title: Title { text: String::new(), from: TitleFrom::Record },
            outlet: Some(Outlet { name: "Northwire".to_owned(), span: None }),
            dateline: None,
            stated_dates: Vec::new(),
            url: None,
            blocks: Vec::new(),
        }),
        annotations: Annotations {
            sentences: sentences.into(),
            names: names.into_iter().filter(|name| !name.mentions.is_empty()).collect(),
            published,
            ..Annotations::default()
        },
        meetings: Vec::new(),
        series: Vec::new(),
        denied: Vec::new(),
        words: None,
        set_aside: vec![],
    }
}

fn cast(text: &str) -> Vec<Name> {
    vec![
        name(text, "astrid-halvorsen", NameKind::Person, &["Astrid Halvorsen", "Halvorsen"], &["the Premier"]),
        name(text, "demir-ilmaz", NameKind::Person, &["Demir Ilmaz", "Ilmaz"], &[]),
        name(text, "holmsund", NameKind::Place, &["Holmsund"], &[]),
    ]
}

fn entities(stories: &[Story]) -> Vec<Entity> {
    let mut found: Vec<Entity> = Vec::new();
    for (number, story) in stories.iter().enumerate() {
        for name in &story.annotations.names {
            let known = found.iter().position(|entity| entity.id == name.id).unwrap_or_else(|| {
                let (id, kind) = (name.id.clone(), name.kind);
                found.push(Entity { id, name: name.name.clone(), kind, mentions: 0, stories: Vec::new() });
                found.len() - 1
            });
            found[known].mentions += name.mentions.len();
            found[known].stories.push(number);
        }
    }
    found.sort_by_key(|entity| std::cmp::Reverse(entity.mentions));
    found
}

const FIRST: &str =
    "Astrid Halvorsen called Ilmaz. Later the Premier left Holmsund. Halvorsen\nsmiled. Holmsund slept. ";
const SECOND: &str = "Halvorsen met Demir Ilmaz on the quay. Ilmaz and Halvorsen signed. ";

fn library() -> Library {
    let mut stories = vec![
        story(Some(date(2031, 5, 20)), FIRST, cast(FIRST)),
        story(Some(date(2031, 6, 2)), SECOND, cast(SECOND)),
        story(None, "The cranes came early. ", Vec::new()),
    ];
    let who = |id: &str, words: &str| {
        let at = SECOND.find(words).unwrap();
        Participant::new(EntityId::new(id), id, NameKind::Person, passage(at, at + words.len()))
    };
    let mut ilmaz = who("demir-ilmaz", "Demir Ilmaz");
    ilmaz.acts_for = vec![EntityId::new("holmsund")];
    let told = MeetingMention {
        kind: MeetingKind::Bilateral,
        status: Status::Held,
        main: true,
        participants: vec![who("astrid-halvorsen", "Halvorsen"), ilmaz],
        when: Some(MeetingDate { interval: Interval::day(date(2031, 6, 1)), precision: Precision::Day, passage: None }),
        place: None,
        ordinal: None,
        series: None,
        event: None,
        sides: None,
        evidence: vec![passage(0, 25)],
        confidence: 1.0,
        is_likely: false,
        half_told: false,
        echo: None,
        corrected: None,
    };
    let meeting = Meeting {
        id: "quay".to_owned(),
        kind: told.kind,
        status: told.status,
        participants: told.participants.clone(),
        sides_of_series: false,
        is_guessed: false,
        is_likely: false,
        when: told.when,
        place: None,
        ordinal: None,
        series: None,
        mentions: vec![MentionRef { story: 1, mention: 0 }],
    };
    stories[1].meetings.push(told);
    let connections = Connections { entities: entities(&stories), meetings: vec![meeting], ..Connections::default() };
    Library { stories, connections, ..Library::default() }
}

fn dossier(library: &Library, id: &str) -> NameDossier {
    let names = Names::of(library);
    let entity = library.connections.entities.iter().position(|entity| entity.id.as_str() == id).unwrap();
    NameDossier::of(library, &names, entity).unwrap()
}

#[test]
fn a_look_in_passing_tells_everything_but_who_is_named_beside_it() {
    let library = library();
    let names = Names::of(&library);
    let mut with_company = 0;
    for entity in 0..library.connections.entities.len() {
        let mut whole = NameDossier::of(&library, &names, entity).unwrap();
        with_company += usize::from(!whole.beside.is_empty());
        let alone = NameDossier::alone(&library, &names, entity).unwrap();
        whole.beside.clear();
        assert_eq!(alone, whole);
    }
    assert!(with_company > 0);
}

#[test]
fn every_written_form_is_counted_and_leads_to_its_first_place_in_the_newest_story() {
    let library = library();
    let page = dossier(&library, "astrid-halvorsen");
    let written: Vec<_> = page.written.iter().map(|one| (one.words.as_str(), one.times, one.first.story)).collect();
    assert_eq!(written, [("Halvorsen", 3, 1), ("Astrid Halvorsen", 1, 0)]);
    let called: Vec<_> = page.called.iter().map(|one| (one.words.as_str(), one.times)).collect();
    assert_eq!(called, [("the Premier", 1)]);
    assert_eq!(page.called[0].first.words(&library), "the Premier");
}

#[test]
fn what_several_people_are_called_together_is_no_way_to_call_one_of_them() {
    let mut library = library();
    let both = passage(FIRST.find("the Premier").unwrap(), FIRST.find(" left").unwrap());
    let description = NameMention { passage: both, form: Form::Description };
    let is_other = |name: &&mut Name| name.id.as_str() == "demir-ilmaz";
    library.stories[0].annotations.names.iter_mut().find(is_other).unwrap().mentions.push(description);
    library.connections.entities = entities(&library.stories);
    for id in ["astrid-halvorsen", "demir-ilmaz"] {
        let page = dossier(&library, id);
        assert!(page.called.is_empty(), "{id}: {:?}", page.called);
        let entity = &library.connections.entities[page.entity];
        assert_eq!(page.mentions(), entity.mentions, "they are mentioned there nonetheless");
    }
}

#[test]
fn mentions_stand_by_story_newest_first_and_every_one_leads_to_its_words() {
    let library = library();
    let page = dossier(&library, "astrid-halvorsen");
    let entity = &library.connections.entities[page.entity];
    assert_eq!((page.mentions(), page.stories()), (entity.mentions, entity.stories.len()));
    let places: Vec<_> = (0..3).map(|number| page.story(number)).collect();
    assert_eq!(
        places,
        [Some(MentionPlace { story: 1, first: 0, end: 2 }), Some(MentionPlace { story: 0, first: 2, end: 5 }), None]
    );
    let stories: Vec<usize> = (0..5).map(|mention| page.story_of(mention)).collect();
    assert_eq!(stories, [0, 0, 1, 1, 1]);
    assert_eq!(page.mention(3).unwrap().words(&library), "the Premier");
}

#[test]
fn a_meeting_is_told_to_those_who_took_part_and_to_those_for_whom_they_act() {
    let library = library();
    let met = |id: &str| dossier(&library, id).met.iter().map(|met| met.part).collect::<Vec<_>>();
    assert_eq!(met("astrid-halvorsen"), [Part::TookPart]);
    assert_eq!(met("holmsund"), [Part::Through(1)]);
    assert_eq!(dossier(&library, "demir-ilmaz").met[0].source.words(&library), "Halvorsen met Demir Ilmaz");
}

#[test]
fn sentences_and_stories_shared_with_others_are_counted() {
    let library = library();
    let page = dossier(&library, "astrid-halvorsen");
    let beside: Vec<_> = page
        .beside
        .iter()
        .map(|one| {
            let name = library.connections.entities[one.entity].id.as_str();
            (name, one.sentences, one.stories, one.first.words(&library))
        })
        .collect();
    assert_eq!(beside, [("demir-ilmaz", 3, 2, "Demir Ilmaz"), ("holmsund", 1, 1, "Holmsund")]);
}

#[test]
fn the_sentence_around_a_mention_is_found_and_so_is_its_line_where_there_is_none() {
    let mut library = library();
    let page = dossier(&library, "astrid-halvorsen");
    let source = page.mention(3).unwrap();
    let around = |library: &Library| {
        let story = &library.stories[source.story];
        story.words(sentence_of(story, source.passage)).to_owned()
    };
    assert_eq!(around(&library), "Later the Premier left Holmsund.");
    library.stories[0].annotations.sentences = [].into();
    assert_eq!(around(&library), "Astrid Halvorsen called Ilmaz. Later the Premier left Holmsund. Halvorsen");
}

#[test]
fn counts_hold_for_the_stories_that_are_asked_for() {
    let library = library();
    let names = Names::of(&library);
    let all = Counts::of(&library, &names, None);
    assert_eq!(all, Counts::of(&library, &names, Some(&[true, true, true])));
    let one = Counts::of(&library, &names, Some(&[true, false, true]));
    let of = |id: &str| library.connections.entities.iter().position(|entity| entity.id.as_str() == id).unwrap();
    assert_eq!((one.mentions[of("astrid-halvorsen")], one.stories[of("astrid-halvorsen")]), (3, 1));
    assert_eq!((one.mentions[of("demir-ilmaz")], one.stories[of("demir-ilmaz")]), (1, 1));
}

#[test]
fn stories_are_spread_over_the_time_of_the_library() {
    let library = library();
    let names = Names::of(&library);
    let page = dossier(&library, "holmsund");
    let course = page.course(&names, 20).unwrap();
    assert_eq!((course.unit, course.counts.len(), course.counts.iter().sum::<usize>()), (Unit::Day, 14, 1));
    assert_eq!(page.days(&names), Some((date(2031, 5, 20), date(2031, 5, 20))));
}

/// A library in which one name is mentioned 50,000 times in 10,000 stories, beside twenty others in each.
fn large() -> Library {
    let text =
        format!("{}{}", "Halvorsen called Ilmaz about Holmsund. ".repeat(5), "Others slept and dreamt. ".repeat(30));
    let others: Vec<Name> = (0..20)
        .map(|number| {
            let at = text.find("Others").unwrap();
            let mentions =
                (0..3).map(|n| NameMention { passage: passage(at + n * 25, at + n * 25 + 6), form: Form::Name });
            let id = format!("other-{number}");
            Name {
                id: EntityId::new(&id),
                name: id,
                kind: NameKind::Organisation,
                state: None,
                mentions: mentions.collect(),
            }
        })
        .collect();
    let stories: Vec<Story> = (0..10_000)
        .map(|number: i32| {
            let mut names = cast(&text);
            names.extend(others.iter().cloned().map(|mut name| {
                let id = format!("{}-{}", name.id, number % 50);
                name.id = EntityId::new(&id);
                name
            }));
            story(date(2020, 1, 1).checked_add(jiff::Span::new().days(number % 1500)).ok(), &text, names)
        })
        .collect();
    let mut library = Library { stories, ..Library::default() };
    let mut known = std::collections::HashMap::new();
    for (number, story) in library.stories.iter().enumerate() {
        for name in &story.annotations.names {
            let entity = known.entry(name.id.clone()).or_insert_with(|| Entity {
                id: name.id.clone(),
                name: name.name.clone(),
                kind: name.kind,
                mentions: 0,
                stories: Vec::new(),
            });
            entity.mentions += name.mentions.len();
            entity.stories.push(number);
        }
    }
    library.connections.entities = known.into_values().collect();
    library.connections.entities.sort_by(|a, b| b.mentions.cmp(&a.mentions).then_with(|| a.id.cmp(&b.id)));
    library
}

/// Run with `cargo test --release -- --ignored --nocapture fifty_thousand`.
#[test]
#[ignore = "makes a large library to take the time"]
fn the_page_of_a_name_with_fifty_thousand_mentions_opens_at_once() {
    let library = large();
    let start = Instant::now();
    let names = Names::of(&library);
    println!("names of the library, ms: {:.1}", start.elapsed().as_secs_f64() * 1e3);
    let mut times: Vec<f64> = (0..9)
        .map(|_| {
            let start = Instant::now();
            let page = NameDossier::of(&library, &names, 0).unwrap();
            assert_eq!(page.mentions(), 50_000);
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("a page of 50,000 mentions, ms: median {:.1}, worst {:.1}", times[4], times[8]);
    assert!(times[4] < 50.0);
}
