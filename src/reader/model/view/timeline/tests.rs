use std::time::{Duration, Instant};

use jiff::civil::{Date, date};

use super::line::{begins, is_cut};
use super::*;
use crate::language::Interval;
use crate::links::{Meeting, MentionRef};
use crate::reader::actions::{Action, Command};
use crate::reader::fixture;
use crate::reader::model::Model;
use crate::reader::theme::Theme;
use crate::reader::update::update;

/// The invented library with this many meetings more, one each third day.
fn crowded(many: usize) -> Library {
    let mut library = fixture::library();
    let first = library.connections.meetings[1].clone();
    let mut day = date(1990, 1, 1);
    let mut meetings: Vec<Meeting> = Vec::with_capacity(many);
    for number in 0..many {
        let mut meeting = Meeting { id: format!("more-{number}"), ..first.clone() };
        meeting.when.as_mut().unwrap().interval = Interval::day(day);
        meeting.mentions = vec![MentionRef { story: fixture::SUMMIT, mention: 0 }];
        meetings.push(meeting);
        day = day.tomorrow().and_then(Date::tomorrow).and_then(Date::tomorrow).unwrap();
    }
    meetings.append(&mut library.connections.meetings);
    library.connections.links.clear();
    library.connections.meetings = meetings;
    library
}

fn reader(library: Library, width: u16, height: u16) -> Model {
    let mut model = Model::new(Theme::dark(), width, height);
    model.load(library);
    model.open_view(View::Meetings);
    model
}

fn press(model: &mut Model, commands: &[Command]) {
    for command in commands {
        update(model, Action::Do(*command));
    }
}

fn cursor(model: &Model) -> usize {
    model.view().unwrap().at.cursor
}

#[test]
fn rows_and_meetings_know_each_other_in_every_group() {
    for height in [20, 36] {
        let model = reader(crowded(500), 100, height);
        let content = &model.view().unwrap().content;
        let mut stops = 0;
        for row in 0..content.rows() {
            if let Some(stop) = content.stop_at(row, 0) {
                assert_eq!(stop, stops);
                assert_eq!(content.rows_of(stop), row..row + 1);
                stops += 1;
            }
        }
        assert_eq!(stops, content.stops());
        assert_eq!(content.stops(), 503);
        assert_eq!(content.stop_at(content.rows(), 0), None);
        assert_eq!(content.rows_of(content.stops()), 0..0);
    }
}

#[test]
fn the_meeting_in_focus_in_the_story_is_the_one_that_the_list_begins_with() {
    let mut model = Model::new(Theme::dark(), 120, 36);
    model.load(fixture::library());
    press(&mut model, &[Command::Down, Command::Open, Command::NextMark]);
    let focused = model.panel.mention.zip(model.shown).map(|(mention, story)| MentionRef { story, mention }).unwrap();
    let (number, _) = model.library.meeting_of(focused).unwrap();
    model.open_view(View::Meetings);
    assert_eq!(model.view_target(), Some(Target::View(View::Meeting(number))));
}

#[test]
fn left_and_right_go_from_month_to_month() {
    let mut model = reader(crowded(60), 120, 36);
    press(&mut model, &[Command::Top]);
    assert_eq!(cursor(&model), 0);
    press(&mut model, &[Command::RightInView]);
    assert_eq!(cursor(&model), 11, "the eleven meetings of January lie behind");
    press(&mut model, &[Command::Down, Command::LeftInView]);
    assert_eq!(cursor(&model), 11, "first to the beginning of the month");
    press(&mut model, &[Command::LeftInView, Command::LeftInView]);
    assert_eq!(cursor(&model), 0);
}

#[test]
fn every_row_fits_the_screen_however_narrow_it_is() {
    for width in 1..130 {
        let model = reader(fixture::library(), width, 36);
        let open = model.view().unwrap();
        for row in 0..open.content.rows() {
            let _ = open.content.row(&model.library, row, 0);
        }
        for row in open.content.head(&model.library, 0) {
            let end = |cell: &Cell| usize::from(cell.column) + crate::text::width::width(&cell.words);
            let axis = row.cells.iter().filter(|cell| cell.width == u16::MAX && !cell.is_right);
            assert!(
                axis.clone().all(|cell| end(cell) <= usize::from(model.view_columns(View::Meetings))),
                "{width}: {row:?}"
            );
        }
    }
}

#[test]
fn opening_ten_thousand_meetings_takes_time_in_proportion() {
    let opened = |many: usize| {
        let mut model = Model::new(Theme::dark(), 120, 36);
        model.load(crowded(many));
        let times = (0..3).map(|_| {
            let start = Instant::now();
            model.views.library_changed();
            model.open_view(View::Meetings);
            model.settle_view();
            let spent = start.elapsed();
            model.turn_to(None);
            spent
        });
        times.min().unwrap()
    };
    let (some, many) = (opened(10_000), opened(40_000));
    assert!(many < some * 12 + Duration::from_millis(20), "10,000: {some:?}, 40,000: {many:?}");
}

#[test]
fn nothing_is_cut_beside_columns_in_which_nothing_stands() {
    let mut library = fixture::library();
    let all: Vec<usize> = (0..library.connections.meetings.len()).collect();
    let town = "Upper Lindholm on the Strait";
    for meeting in &mut library.connections.meetings {
        if let Some(place) = &mut meeting.place {
            town.clone_into(&mut place.name);
        }
    }
    let shown = |columns: u16, number: usize| {
        let measure = Measure::new(columns, Widest::of(&library, &all));
        let row = measure.row(&library, &Calling::default(), number, None);
        let end = |cell: &Cell| usize::from(cell.column) + width(&cell.words).min(usize::from(cell.width));
        for pair in row.cells.windows(2).filter(|pair| !pair[0].is_right) {
            assert!(end(&pair[0]) <= usize::from(begins(&pair[1])), "{columns}: {row:?}");
        }
        row
    };
    let placed = all.iter().copied().find(|number| library.connections.meetings[*number].place.is_some()).unwrap();
    for columns in 40..140 {
        for number in &all {
            shown(columns, *number);
        }
    }
    let row = shown(60, placed);
    let cell = row.cells.iter().find(|cell| cell.words == town).unwrap();
    let next = row.cells.iter().map(begins).filter(|at| *at > cell.column).min().unwrap_or(60 + 2);
    assert_eq!(cell.column + cell.width + 2, next, "it takes what is free: {row:?}");
    let alone = library.connections.meetings.iter().position(|one| one.place.is_none() && one.participants.len() == 2);
    let row = shown(60, alone.unwrap());
    assert!(!is_cut(&row.cells), "{row:?}");
}
