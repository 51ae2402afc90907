//! What the map shows: whole screens at every size. As in `screens.rs`, a person looks at the pictures before they are
//! accepted.

#[macro_use]
mod stage;

use dateline::reader::actions::{Action, Command};
use dateline::reader::model::Model;
use dateline::reader::theme::Theme;
use dateline::reader::update::update;
use stage::{Size, after};

#[test]
fn a_story_stands_among_its_meetings_and_who_was_there() {
    at_every_size!("map-story", after("j 4"));
}

#[test]
fn the_lines_of_the_meeting_under_the_cursor_are_lit() {
    at_every_size!("map-meeting", after("j 4 Right"));
}

#[test]
fn stories_of_one_series_are_joined() {
    at_every_size!("map-series", after("j j j 4"));
}

#[test]
fn a_story_without_meetings_stands_among_its_names() {
    at_every_size!("map-names", after("G k 4"));
    at_every_size!("map-alone", after("G 4"));
}

#[test]
fn an_empty_map_says_so() {
    at_every_size!("map-empty", |theme: &Theme, (width, height): Size| {
        let mut model = Model::new(*theme, width, height);
        update(&mut model, Action::Loaded(Box::default()));
        update(&mut model, Action::Do(Command::Map));
        model
    });
}
