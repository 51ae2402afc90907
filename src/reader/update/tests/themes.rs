//! Choosing a theme.

use super::*;
use crate::reader::model::picker::Pick;
use crate::reader::theme::{Listed, Palette, Shelf, ThemeError};

fn chosen(model: &Model) -> String {
    match model.picker.as_ref().unwrap().picked() {
        Some(Pick::Theme(name)) => name.clone(),
        other => panic!("{other:?}"),
    }
}

/// Opens the list of themes.
fn choosing() -> Model {
    let mut model = reader(120, 36);
    let effects = update(&mut model, Action::Do(Command::Themes));
    assert!(effects.read_themes);
    model
}

#[test]
fn the_screen_wears_the_theme_under_the_cursor_and_the_old_one_again_after_escape() {
    let mut model = choosing();
    assert_eq!((chosen(&model).as_str(), model.theme), ("auto", Theme::dark()));
    press(&mut model, "Down Down");
    assert_eq!((chosen(&model).as_str(), model.theme), ("light", Theme::shipped("light")));
    update(&mut model, Action::Insert("blind".into()));
    assert_eq!(model.theme, Theme::shipped("colour-blind-safe"));
    let effects = press(&mut model, "Esc");
    assert_eq!((model.theme, effects.keep_theme), (Theme::dark(), None));
    assert!(model.picker.is_none());
}

#[test]
fn a_theme_that_is_taken_is_kept_and_the_notice_says_where() {
    let mut model = choosing();
    model.look.is_kept = true;
    press(&mut model, "Down Down");
    let effects = press(&mut model, "Enter");
    assert_eq!(effects.keep_theme.as_deref(), Some("light"));
    assert_eq!((model.look.name.as_str(), model.theme), ("light", Theme::shipped("light")));
    assert!(model.notice_words().is_some_and(|words| words.contains("config.toml stays as it is")));
    update(&mut model, Action::Do(Command::Themes));
    assert_eq!(chosen(&model), "light");
    let effects = press(&mut model, "Up Up Enter");
    assert_eq!((effects.keep_theme.as_deref(), model.theme), (Some("auto"), Theme::dark()));
}

#[test]
fn themes_that_are_read_while_somebody_chooses_come_in_below_the_cursor() {
    let mut model = choosing();
    press(&mut model, "Down Down");
    let mut listed = Shelf::default().all();
    let wrong = ThemeError::Unknown { name: "mine".into(), near: String::new() };
    let own = |name: &str, theme| Listed { name: name.into(), about: String::new(), file: Some("x".into()), theme };
    let mut mine = Theme::dark();
    mine.muted = mine.accent;
    listed.insert(0, own("mine", Ok(mine)));
    listed.insert(1, own("wrong", Err(wrong)));
    update(&mut model, Action::Themes(listed));
    assert_eq!((chosen(&model).as_str(), model.theme), ("light", Theme::shipped("light")));
    // One with a fault is said to have it, and the last good one stays.
    press(&mut model, "Up Up Up Down");
    assert_eq!((chosen(&model).as_str(), model.theme), ("wrong", mine));
    let effects = press(&mut model, "Enter");
    assert_eq!((model.theme, effects.keep_theme), (Theme::dark(), None));
    assert!(model.notice_words().is_some_and(|words| words.contains("there is no theme `mine`")));
}

#[test]
fn a_late_word_about_the_background_changes_what_nobody_chose() {
    let mut model = reader(80, 24);
    let light = Theme::shipped("light");
    update(&mut model, Action::Suit(true, Box::new(light)));
    assert_eq!((model.theme, model.look.is_light), (light, Some(true)));
    let mut model = choosing();
    press(&mut model, "Down Down Down");
    update(&mut model, Action::Suit(true, Box::new(light)));
    assert_eq!(model.theme, Theme::shipped("high-contrast"));
    press(&mut model, "Esc");
    assert_eq!(model.theme, light);
}

#[test]
fn without_colours_there_is_nothing_to_choose_and_that_is_said() {
    let mut model = reader(80, 24);
    model.look.palette = Palette::None;
    update(&mut model, Action::Do(Command::Themes));
    assert!(model.picker.is_none() && model.notice_words().is_some_and(|words| words.contains("NO_COLOR")));
}

#[test]
fn with_few_colours_a_theme_is_shown_in_the_nearest_of_them() {
    let mut model = reader(80, 24);
    model.look.palette = Palette::Few;
    update(&mut model, Action::Do(Command::Themes));
    press(&mut model, "Down");
    assert_eq!(model.theme, Palette::Few.limit(Theme::dark()));
}
