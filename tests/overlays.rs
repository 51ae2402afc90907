//! What is laid over the reader's screen: lists to pick from, lines that are typed, the help, the keys that can follow.
//!
//! As in `screens.rs`, the pictures are looked at by a person before they are accepted.

#[macro_use]
mod stage;

use dateline::reader::actions::{Action, Command};
use dateline::reader::keymap::Key;
use dateline::reader::model::Model;
use dateline::reader::model::look::Look;
use dateline::reader::model::messages::Message;
use dateline::reader::settings::Settings;
use dateline::reader::theme::{Shelf, Theme};
use dateline::reader::update::update;
use stage::{Size, after, fixture, press, reader};

#[test]
fn actions_are_picked_by_their_names() {
    at_every_size!("palette", after(": pass"));
    at_every_size!("palette-nothing", after(": zebra"));
}

#[test]
fn saved_queries_are_picked_from_a_list() {
    let saved = |theme: &Theme, (width, height): Size| {
        let queries = vec![("calls".to_owned(), "kind:call".to_owned()), ("new".to_owned(), "is:unread".to_owned())];
        let mut model = Model::new(*theme, width, height).with(Settings { queries, ..Settings::default() });
        update(&mut model, Action::Loaded(Box::new(fixture::library())));
        model
    };
    at_every_size!("saved", saved);
    at_every_size!("queries", |theme: &Theme, size: Size| {
        let mut model = saved(theme, size);
        update(&mut model, Action::Do(Command::Queries));
        model
    });
}

#[test]
fn a_theme_is_chosen_with_the_stories_in_sight() {
    at_every_size!("themes", |theme: &Theme, size: Size| {
        let named = Shelf::default().all().into_iter().find(|listed| listed.theme.as_ref() == Ok(theme));
        let mut look = Look::default();
        look.name = named.unwrap().name;
        let mut model = reader(theme, size).wearing(look);
        update(&mut model, Action::Do(Command::Themes));
        // No theme is called so, and the one in force stays on.
        press(&mut model, "zebra");
        model
    });
    at_every_size!("themes-listed", |_: &Theme, size: Size| {
        let mut model = reader(&Theme::dark(), size);
        update(&mut model, Action::Do(Command::Themes));
        model
    });
}

#[test]
fn a_note_and_tags_are_typed_in_place_of_the_keys() {
    at_every_size!("note", after("a ask"));
    at_every_size!("tags", after("# port"));
}

#[test]
fn the_keys_that_can_follow_are_shown_after_a_pause() {
    at_every_size!("following", |theme: &Theme, size: Size| {
        let mut model = reader(theme, size);
        update(&mut model, Action::Begin(Key::parse(",").unwrap()));
        update(&mut model, Action::ShowFollowing);
        model
    });
}

#[test]
fn what_was_said_is_listed_with_its_time_and_kind() {
    at_every_size!("messages", |theme: &Theme, size: Size| {
        let mut model = reader(theme, size);
        for message in [
            Message::event(
                "Read 6 stories of the folder called strait in 340 ms, and looked for meetings in all of them.",
            ),
            Message::warning("The file of what was kept is an old one; a copy of it was made before it was changed."),
            Message::error("Not kept: the disk is full."),
        ] {
            update(&mut model, Action::Tell(message));
        }
        press(&mut model, "U M");
        model
    });
}

#[test]
fn the_help_shows_every_key() {
    at_every_size!("help", after("?"));
}

#[test]
fn the_files_that_were_not_read_are_listed_with_the_reasons() {
    at_every_size!("not-read", after("!"));
}

#[test]
fn the_orders_are_chosen_from_a_list() {
    at_every_size!("sort", |theme: &Theme, size: Size| {
        let mut model = reader(theme, size);
        update(&mut model, Action::Do(Command::Sort));
        model
    });
}

#[test]
fn places_are_listed_with_the_line_that_is_there() {
    at_every_size!("places", after("j Enter Tab ] H"));
}

#[test]
fn the_outline_tells_headings_and_the_meetings_below_them() {
    at_every_size!("outline", after("j Enter O"));
}
