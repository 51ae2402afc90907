//! All meetings by day, and the page of a meeting.
//!
//! As in `screens.rs`, the pictures are looked at by a person before they are accepted.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

#[macro_use]
mod stage;

use dateline::language::{Interval, Part, Passage, Precision};
use dateline::library::Library;
use dateline::links::{Meeting, MentionRef};
use dateline::meetings::{MeetingDate, MeetingKind, SeriesId, Status};
use dateline::reader::actions::Action;
use dateline::reader::model::Model;
use dateline::reader::settings::Settings;
use dateline::reader::theme::Theme;
use dateline::reader::update::update;
use dateline::text::Span;
use jiff::civil::{Date, date};
use stage::{Size, after, fixture, press, reader, screen};

/// The invented library with more meetings: rounds of two series, days that go on, days that nobody tells.
fn eventful() -> Library {
    use {MeetingKind as Kind, Precision as By, Status as Was};
    let mut library = fixture::library();
    let first = library.connections.meetings[1].clone();
    let meeting = |from: Date, to: Date, precision, status, kind, series: Option<&str>| Meeting {
        id: format!("{from}-{to}-{}", status_word(status)),
        kind,
        status,
        when: Some(MeetingDate { interval: Interval::between(from, to), precision, passage: None }),
        series: series.map(SeriesId::new),
        place: None,
        mentions: vec![MentionRef { story: fixture::SUMMIT, mention: 0 }],
        ..first.clone()
    };
    let round = |number: u32, day: Date| Meeting {
        ordinal: Some(number),
        participants: Vec::new(),
        ..meeting(day, day, Precision::Day, Status::Held, MeetingKind::Round, Some("lindholm-talks"))
    };
    let one = |day: Date, status, kind| meeting(day, day, By::Day, status, kind, None);
    let mut meetings = vec![
        round(1, date(2030, 11, 4)),
        meeting(date(2031, 1, 1), date(2031, 12, 31), By::Year, Was::Planned, Kind::Visit, None),
        meeting(date(2031, 2, 1), date(2031, 2, 28), By::Month, Was::Held, Kind::Talks, None),
        round(2, date(2031, 2, 17)),
        meeting(date(2031, 3, 30), date(2031, 4, 2), By::Range, Was::Held, Kind::Conference, None),
        one(date(2031, 4, 11), Was::Cancelled, Kind::Bilateral),
        one(date(2031, 5, 24), Was::Unknown, Kind::Call),
        one(date(2031, 5, 24), Was::Held, Kind::Summit),
    ];
    meetings.append(&mut library.connections.meetings);
    meetings.push(Meeting { when: None, id: "undated".into(), ..one(date(2031, 5, 24), Was::Planned, Kind::Visit) });
    let order: Vec<usize> = sorted(&meetings);
    library.connections.meetings = order.iter().map(|at| meetings[*at].clone()).collect();
    for link in &mut library.connections.links {
        if let dateline::links::LinkTarget::Meeting(number) = &mut link.target {
            *number = order.iter().position(|at| *at == *number + 8).unwrap();
        }
    }
    disagree(&mut library);
    library
}

fn status_word(status: Status) -> &'static str {
    status.word()
}

/// Their indices by day, undated ones last.
fn sorted(meetings: &[Meeting]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..meetings.len()).collect();
    order.sort_by_key(|at| {
        let day = meetings[*at].when.map(|when| when.interval.from);
        (day.is_none(), day)
    });
    order
}

/// The second story tells another day of the summit, and that it was held.
fn disagree(library: &mut Library) {
    let story = &mut library.stories[fixture::SUMMIT];
    // Words with the number of a day: what is counted from a story's own day, which is not known here, is no finding.
    let said = story.article.text.find("24 May").unwrap();
    let passage = Passage { part: Part::Text, span: Span::new(said, said + "24 May".len()) };
    let told = &mut story.meetings[1];
    told.status = Status::Held;
    let interval = Interval::day(date(2031, 5, 25));
    told.when = Some(MeetingDate { interval, precision: Precision::Day, passage: Some(passage) });
}

fn with(library: impl Fn() -> Library, keys: &str) -> impl Fn(&Theme, Size) -> Model {
    move |theme, (width, height)| {
        let mut model = Model::new(*theme, width, height);
        update(&mut model, Action::Loaded(Box::new(library())));
        press(&mut model, keys);
        model
    }
}

#[test]
fn all_meetings_stand_along_a_line_of_time_and_in_rows() {
    at_every_size!("meetings", after("2"));
    at_every_size!("meetings-many", with(eventful, "2"));
}

#[test]
fn meetings_are_filtered_in_the_words_in_which_stories_are() {
    at_every_size!("meetings-filtered", with(eventful, "2 / status:held_kind:r"));
    at_every_size!("meetings-nothing", with(eventful, "2 / zebra Enter"));
    at_every_size!("meetings-mistake", with(eventful, "2 / kind:zebra"));
}

#[test]
fn a_library_without_meetings_says_so() {
    let without = || {
        let mut library = fixture::library();
        library.connections = dateline::links::Connections::default();
        library.stories.iter_mut().for_each(|story| story.meetings.clear());
        library
    };
    at_every_size!("meetings-none", with(without, "2"));
}

#[test]
fn while_meetings_are_looked_for_that_is_said() {
    at_every_size!("meetings-finding", |theme: &Theme, (width, height): Size| {
        let mut model = Model::new(*theme, width, height);
        let mut library = fixture::library();
        library.connections = dateline::links::Connections::default();
        update(&mut model, Action::Read(Box::new(library)));
        press(&mut model, "2");
        model
    });
}

#[test]
fn the_page_of_a_meeting_has_every_fact_with_the_words_that_say_it() {
    at_every_size!("meeting-page", after("2 Enter"));
    at_every_size!("meeting-page-many", with(eventful, "j Enter 2 G k Enter"));
}

#[test]
fn meetings_are_heard_one_below_the_other() {
    let heard = |keys: &'static str| {
        move |theme: &Theme, (width, height): Size| {
            let mut model = Model::new(*theme, width, height).with(Settings { linear: true, ..Settings::default() });
            update(&mut model, Action::Loaded(Box::new(eventful())));
            press(&mut model, keys);
            model
        }
    };
    at_every_size!("meetings-linear", heard("2"));
    at_every_size!("meeting-page-linear", heard("2 Enter"));
}

#[test]
fn the_cursor_comes_back_to_its_meeting_after_its_page_and_its_story() {
    let mut model = reader(&Theme::dark(), (120, 36));
    // All but the keys, which tell that there is a way forward.
    let shown = |model: &Model| {
        let rows = screen(model, (120, 36)).backend().to_string();
        rows.lines().take(35).collect::<Vec<_>>().join("\n")
    };
    press(&mut model, "2 j");
    let before = shown(&model);
    press(&mut model, "Enter");
    let page = shown(&model);
    assert!(page.contains("Told by"), "{page}");
    press(&mut model, "j j j j j Enter");
    assert!(shown(&model).contains("Same meeting"), "{}", shown(&model));
    press(&mut model, "C-o");
    press(&mut model, "C-o");
    assert_eq!(shown(&model), before);
}

/// The invented library with a call that no sentence tells as one.
fn doubtful() -> Library {
    let mut library = fixture::library();
    let call = library.connections.meetings.iter().position(|meeting| meeting.kind == MeetingKind::Call).unwrap();
    library.connections.meetings[call].is_likely = true;
    for at in library.connections.meetings[call].mentions.clone() {
        library.stories[at.story].meetings[at.mention].is_likely = true;
    }
    library
}

#[test]
fn what_is_only_probably_a_meeting_looks_so_in_text_panel_list_page_and_reasons() {
    for (name, keys) in [
        ("probable-text", "j Enter Tab"),
        ("probable-list", "2"),
        ("probable-page", "2 Enter"),
        ("probable-why", "j Enter Tab w"),
        ("probable-map", "2 Enter 4"),
        ("probable-compared", "j Enter Tab w c"),
    ] {
        at_every_size!(name, |theme: &Theme, (width, height): Size| {
            let mut model = Model::new(*theme, width, height);
            update(&mut model, Action::Loaded(Box::new(doubtful())));
            press(&mut model, keys);
            model
        });
    }
}
