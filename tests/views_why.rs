//! Why two stories are linked or not, and a look at what Enter leads to: whole screens at four sizes, drawn from the
//! invented library and looked at by a person.

#[macro_use]
mod stage;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use dateline::library::Library;
use dateline::reader::actions::{Action, Command};
use dateline::reader::model::Model;
use dateline::reader::settings::Settings;
use dateline::reader::theme::Theme;
use dateline::reader::update::update;
use stage::{Size, after, fixture, press, reader, screen};

fn shown(model: &Model, size: Size) -> String {
    screen(model, size).backend().to_string()
}

#[test]
fn both_sentences_stand_above_the_reasons_that_joined_two_stories() {
    at_every_size!("why", after("j Enter w"));
    at_every_size!("why-words", after("j Enter w j j Right"));
}

#[test]
fn a_series_joins_stories_that_tell_of_no_common_meeting() {
    at_every_size!("why-series", after("j j j Enter w"));
}

#[test]
fn any_two_stories_can_be_asked_about() {
    at_every_size!("why-picker", after("j Enter W"));
    at_every_size!("why-not", after("j Enter W third Enter"));
    at_every_size!("why-nothing", after("G Enter W third Enter"));
}

#[test]
fn a_look_at_the_other_story_shows_the_sentence_and_what_stands_around_it() {
    at_every_size!("peek-text", after("j Enter Tab p"));
    at_every_size!("peek-list", after("j p"));
    at_every_size!("peek-view", after("j Enter w p"));
    at_every_size!("peek-next", after("j Enter Tab p J j"));
}

#[test]
fn what_cannot_be_shown_is_said() {
    let after = |keys: &str| {
        let mut model = reader(&Theme::dark(), (120, 36));
        press(&mut model, keys);
        shown(&model, (120, 36))
    };
    assert!(after("G Enter w").contains("Nothing links this story to another; W asks why not."));
    assert!(after("G Enter p").contains("Nothing leads on from this story."));
}

#[test]
fn a_look_is_closed_by_the_key_that_opened_it_and_whatever_else_is_pressed_means_what_it_means() {
    let mut model = reader(&Theme::dark(), (120, 36));
    press(&mut model, "j Enter Tab p");
    assert!(shown(&model, (120, 36)).contains(" Peek "));
    press(&mut model, "p");
    assert!(!shown(&model, (120, 36)).contains(" Peek "));
    press(&mut model, "p Esc");
    assert!(!shown(&model, (120, 36)).contains(" Peek "));
    assert_eq!(model.shown(), Some(fixture::CALL));
    press(&mut model, "p Enter");
    assert_eq!(model.shown(), Some(fixture::SUMMIT), "Enter goes to what was looked at");
    press(&mut model, "C-o p ?");
    assert!(shown(&model, (120, 36)).contains("Keys"), "the help opens");
}

#[test]
fn enter_on_a_reason_leads_to_its_words_on_the_chosen_side_and_back_leads_to_the_reason() {
    let mut model = reader(&Theme::dark(), (120, 36));
    press(&mut model, "j Enter w j j Right");
    let why = shown(&model, (120, 36));
    press(&mut model, "Enter");
    assert_eq!(model.shown(), Some(fixture::SUMMIT));
    press(&mut model, "C-o");
    // The keys in the last line tell of a way forward now.
    let rows = |screen: &str| screen.lines().take(35).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rows(&shown(&model, (120, 36))), rows(&why), "the same place in the view");
    press(&mut model, "Left Enter");
    assert_eq!(model.shown(), Some(fixture::CALL));
    press(&mut model, "C-o C-o");
    assert_eq!(model.shown(), Some(fixture::CALL));
    assert!(!shown(&model, (120, 36)).contains("Why linked"));
}

#[test]
fn in_linear_mode_reasons_and_looks_are_read_out() {
    let linear = |keys: &str| {
        let size = (80, 24);
        let settings = Settings { linear: true, ..Settings::default() };
        let mut model = Model::new(Theme::dark(), size.0, size.1).with(settings);
        update(&mut model, Action::Loaded(Box::new(fixture::library())));
        press(&mut model, keys);
        shown(&model, size)
    };
    insta::with_settings!({omit_expression => true}, {
        insta::assert_snapshot!("linear-why", linear("j Enter w"));
        insta::assert_snapshot!("linear-why-not", linear("j Enter W third Enter"));
        insta::assert_snapshot!("linear-peek", linear("j Enter Tab p"));
    });
}

#[test]
fn a_threshold_hides_what_is_less_sure() {
    at_every_size!("threshold", |theme: &Theme, size: Size| {
        let mut model = reader(theme, size);
        press(&mut model, "j j Enter");
        for _ in 0..2 {
            update(&mut model, Action::Do(Command::LeastSure));
        }
        update(&mut model, Action::Do(Command::Leave));
        model
    });
}

/// Opening takes no longer than a person notices, in the library that the benchmarks read; `DATELINE_LIBRARY` names it.
#[test]
#[ignore = "takes a library of ten thousand stories"]
fn reasons_open_at_once_in_a_large_library() {
    let folder = std::env::var_os("DATELINE_LIBRARY").map(PathBuf::from).unwrap();
    let library = Arc::new(Library::open(&[folder], &|_| {}).unwrap());
    let mut model = Model::new(Theme::dark(), 120, 36);
    update(&mut model, Action::Loaded(Box::new(Library::clone(&library))));
    let mut slowest = Duration::ZERO;
    for key in ["w", "Esc", "p", "p", "W", "Esc"] {
        let start = Instant::now();
        press(&mut model, key);
        screen(&model, (120, 36));
        println!("{key}: {:?}", start.elapsed());
        slowest = slowest.max(start.elapsed());
    }
    assert!(slowest < Duration::from_millis(50), "{slowest:?}");
}
