//! The list of names and the page of a name.
//!
//! As in `screens.rs`, the pictures are looked at by a person before they are accepted.

#[macro_use]
mod stage;

use dateline::reader::actions::Action;
use dateline::reader::model::Model;
use dateline::reader::settings::Settings;
use dateline::reader::theme::Theme;
use dateline::reader::update::update;
use stage::{Size, after, fixture, press, reader, rows, screen};

/// What is on the screen after these keys.
fn shown(keys: &str, size: Size) -> String {
    let mut model = reader(&Theme::dark(), size);
    press(&mut model, keys);
    rows(screen(&model, size).backend().buffer())
}

#[test]
fn names_stand_by_mentions_with_the_top_facts_of_the_one_at_the_cursor() {
    at_every_size!("names", after("3 j"));
}

#[test]
fn names_are_narrowed_by_the_query_language() {
    at_every_size!("narrowed", after("3 / halv_|_sarn_when:2031-05"));
    at_every_size!("mistaken", after("3 / kind:person_wher:sarn"));
    at_every_size!("nothing", after("3 / zebra Enter"));
}

#[test]
fn a_library_without_names_says_so() {
    at_every_size!("no-names", |theme: &Theme, (width, height): Size| {
        let mut model = Model::new(*theme, width, height);
        let mut library = fixture::library();
        library.connections.entities.clear();
        library.stories.iter_mut().for_each(|story| story.annotations.names.clear());
        update(&mut model, Action::Loaded(Box::new(library)));
        press(&mut model, "3");
        model
    });
}

#[test]
fn the_page_of_a_name_tells_everything_of_it() {
    at_every_size!("page", after("3 Enter"));
    at_every_size!("mentions", after("3 Enter G"));
    at_every_size!("place", after("3 / sarn Enter Enter"));
}

#[test]
fn names_at_hand_are_picked_from_a_list() {
    at_every_size!("who", after("j Enter Tab i"));
}

#[test]
fn every_part_is_told_in_linear_mode() {
    let linear = |keys: &str| {
        let settings = Settings { linear: true, ..Settings::default() };
        let mut model = Model::new(Theme::dark(), 80, 24).with(settings);
        update(&mut model, Action::Loaded(Box::new(fixture::library())));
        press(&mut model, keys);
        rows(screen(&model, (80, 24)).backend().buffer())
    };
    insta::assert_snapshot!("linear-list", linear("3"));
    insta::assert_snapshot!("linear-page", linear("3 Enter"));
    insta::assert_snapshot!("linear-mentions", linear("3 Enter G"));
}

#[test]
fn the_list_begins_with_the_name_in_focus() {
    let seen = shown("j Enter Tab 3", (120, 36));
    let chosen = seen.lines().find(|line| line.contains('▌')).unwrap_or_default();
    assert!(chosen.contains("Demir Ilmaz"), "{seen}");
}

#[test]
fn enter_leads_from_a_mention_to_its_words_and_back_to_the_mention() {
    let size = (80, 24);
    let mut model = reader(&Theme::dark(), size);
    press(&mut model, "3 Enter G k k");
    // The last row tells the keys, one of which leads forward again.
    let page = |model: &Model| {
        let seen = rows(screen(model, size).backend().buffer());
        seen.lines().take(23).map(str::to_owned).collect::<Vec<_>>()
    };
    let before = page(&model);
    press(&mut model, "Enter");
    assert!(model.shown().is_some());
    let text = rows(screen(&model, size).backend().buffer());
    assert!(!text.contains("Mentions"), "{text}");
    press(&mut model, "Backspace");
    assert_eq!(page(&model), before);
}

#[test]
fn a_name_leads_to_the_page_of_one_beside_it_and_back_again() {
    let size = (120, 36);
    let mut model = reader(&Theme::dark(), size);
    let page = |model: &Model| rows(screen(model, size).backend().buffer());
    press(&mut model, "3 Enter");
    let first = page(&model);
    press(&mut model, "/ person Enter");
    let before = page(&model);
    assert!(before.lines().any(|line| line.contains('▌') && line.contains("Demir Ilmaz")), "{before}");
    press(&mut model, "Enter");
    assert!(page(&model).lines().nth(2).is_some_and(|heading| !first.contains(heading)), "{}", page(&model));
    press(&mut model, "Backspace");
    assert!(page(&model).lines().any(|line| line.contains('▌') && line.contains("Demir Ilmaz")));
}
