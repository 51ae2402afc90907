//! Walks through the reader, key by key, on the fixture.

use super::*;
use crate::library::{Kept, Progress};
use crate::reader::actions::Context;
use crate::reader::fixture::{ALONE, CALL, ROUND, SERIES, SUMMIT, WIDE, library};
use crate::reader::keymap::Key;
use crate::reader::model::history::Spot;
use crate::reader::settings::Settings;
use crate::reader::theme::Theme;

mod any;
mod arranging;
mod comparing;
mod correcting;
mod denying;
mod finding;
mod keeping;
mod labels;
mod namesakes;
mod order;
mod places;
mod pointer;
mod selecting;
mod sureness;
mod taking;
mod themes;
mod window;

fn reader(width: u16, height: u16) -> Model {
    let mut model = Model::new(Theme::dark(), width, height);
    update(&mut model, Action::Loaded(Box::new(library())));
    model
}

/// Presses keys as a terminal would: a bound one is a command, another one types.
fn press(model: &mut Model, keys: &str) -> Effects {
    let mut effects = Effects::default();
    for written in keys.split(' ') {
        let key = Key::parse(written).unwrap_or_else(|| panic!("{written}"));
        let context = model.context();
        let action = match (model.keymap().command(context, key), key.typed()) {
            (Some(command), _) => Action::Do(command),
            (None, Some(letter)) if context == Context::Filter => Action::Insert(letter.into()),
            _ => panic!("{written} does nothing in {context:?}"),
        };
        effects = update(model, action);
    }
    effects
}

/// The words in focus.
fn focused(model: &Model) -> &str {
    let page = model.page().unwrap();
    match model.spot {
        Some(Spot::Mark(mark)) => page.marks[mark].shown.of(page.sheet.text()),
        Some(Spot::Passage(passage)) => page.sheet.shown(passage).unwrap().of(page.sheet.text()),
        None => "",
    }
}

fn show(model: &mut Model, story: usize) {
    model.focus = Focus::List;
    while model.shown() != Some(story) {
        let before = model.stories.cursor;
        press(model, "j");
        assert_ne!(model.stories.cursor, before, "story {story} is not listed");
    }
}

#[test]
fn the_newest_story_is_shown_first_and_those_without_a_date_come_last() {
    let model = reader(120, 36);
    let order: Vec<usize> = model.stories.matches.iter().map(|found| found.story).collect();
    assert_eq!(order, [SUMMIT, CALL, WIDE, ROUND, SERIES, ALONE]);
    assert_eq!(model.shown(), Some(SUMMIT));
}

#[test]
fn going_down_the_list_shows_each_story() {
    let mut model = reader(120, 36);
    press(&mut model, "j");
    assert_eq!(model.shown(), Some(CALL));
    press(&mut model, "G");
    assert_eq!(model.shown(), Some(ALONE));
    press(&mut model, "g");
    assert_eq!(model.shown(), Some(SUMMIT));
}

#[test]
fn the_filter_works_on_every_key_and_escape_clears_it_and_then_leaves() {
    let mut model = reader(120, 36);
    press(&mut model, "/ c r a n e s");
    assert_eq!((model.stories.len(), model.shown()), (1, Some(ALONE)));
    press(&mut model, "Esc");
    assert_eq!((model.stories.len(), model.context()), (6, Context::Filter));
    assert_eq!(model.stories.chosen(), Some(ALONE), "the story found stays chosen");
    press(&mut model, "Esc");
    assert_eq!(model.context(), Context::List);
}

#[test]
fn what_matches_nothing_leaves_an_empty_list_and_the_story_that_was_read() {
    let mut model = reader(120, 36);
    let before = model.shown();
    press(&mut model, "/");
    update(&mut model, Action::Insert("zzzzzz".into()));
    assert_eq!((model.stories.len(), model.shown()), (0, before));
    press(&mut model, "C-w");
    assert_eq!(model.stories.len(), 6);
}

#[test]
fn clearing_a_filter_that_matches_nothing_goes_back_to_the_place_before_it() {
    let mut model = reader(120, 14);
    show(&mut model, SERIES);
    let (shown, top) = (model.shown(), model.stories.top);
    assert!(top > 0);
    // On its way to nothing the filter matches other stories.
    press(&mut model, "/ c r a");
    assert_eq!(model.shown(), Some(ALONE));
    update(&mut model, Action::Insert("zzz".into()));
    assert_eq!((model.stories.len(), model.shown()), (0, shown));
    press(&mut model, "Esc");
    assert_eq!((model.shown(), model.stories.chosen(), model.stories.top), (shown, shown, top));
}

#[test]
fn enter_in_the_filter_line_reads_the_chosen_match() {
    let mut model = reader(120, 36);
    press(&mut model, "/ l i n d h o l m");
    assert_eq!(model.stories.len(), 2);
    let second = model.stories.matches[1].story;
    press(&mut model, "Down Enter");
    assert_eq!((model.shown(), model.context()), (Some(second), Context::Text));
    press(&mut model, "Esc Esc");
    assert_eq!(model.stories.len(), 6, "escape in the list clears the filter");
}

#[test]
fn a_paste_goes_into_the_filter_line_only_where_it_has_the_keyboard() {
    let mut model = reader(120, 36);
    update(&mut model, Action::Insert("cranes".into()));
    assert!(model.input.is_empty());
    press(&mut model, "/");
    update(&mut model, Action::Insert("cranes\n".into()));
    assert_eq!(model.input.text(), "cranes ");
}

#[test]
fn tab_walks_the_marks_in_reading_order_and_round() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    let mut seen = Vec::new();
    for _ in 0..4 {
        press(&mut model, "Tab");
        seen.push(focused(&model).to_owned());
    }
    assert!(seen[0].starts_with("calls President"));
    assert!(seen[1].starts_with("spoke by telephone"));
    assert!(seen[2].starts_with("the first conversation"));
    assert!(seen[3].starts_with("will meet in Port Sarn"));
    press(&mut model, "Tab");
    assert_eq!(focused(&model), seen[0]);
    press(&mut model, "S-Tab");
    assert_eq!(focused(&model), seen[3]);
}

#[test]
fn tab_goes_on_from_what_is_in_sight_where_the_mark_in_focus_is_not() {
    let mut model = reader(60, 14);
    show(&mut model, CALL);
    press(&mut model, "Enter Tab");
    while model.top <= model.marks()[1].rows.start {
        press(&mut model, "j");
    }
    assert_eq!(model.focused_mark(), Some(0));
    let next = model.marks().iter().position(|placed| placed.rows.start >= model.top);
    press(&mut model, "Tab");
    assert_eq!(model.focused_mark(), next);
    assert!(next > Some(1), "{next:?}");
    press(&mut model, "g");
    let bottom = model.text_height();
    let before = model.marks().iter().rposition(|placed| placed.rows.start < bottom);
    press(&mut model, "S-Tab");
    assert_eq!(model.focused_mark(), before);
}

#[test]
fn a_mark_comes_into_sight_when_it_comes_into_focus() {
    let mut model = reader(60, 14);
    show(&mut model, CALL);
    press(&mut model, "Enter S-Tab S-Tab S-Tab S-Tab S-Tab");
    for _ in 0..6 {
        press(&mut model, "Tab");
        let rows = model.marks()[model.focused_mark().unwrap()].rows.clone();
        assert!(rows.start >= model.top && rows.start < model.top + model.text_height());
    }
}

#[test]
fn enter_follows_a_meeting_to_the_very_passage_and_back_and_forward() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Tab Tab");
    let from = focused(&model).to_owned();
    press(&mut model, "Enter");
    assert_eq!(model.shown(), Some(SUMMIT));
    assert_eq!(focused(&model), "held a telephone conversation on 21 May");
    press(&mut model, "C-o");
    assert_eq!((model.shown(), focused(&model)), (Some(CALL), from.as_str()));
    press(&mut model, "Alt-Right");
    assert_eq!(model.shown(), Some(SUMMIT));
    press(&mut model, "Backspace C-i");
    assert_eq!(model.shown(), Some(SUMMIT));
    assert_eq!(model.stories.chosen(), Some(SUMMIT), "the list follows");
}

#[test]
fn the_brackets_go_round_the_stories_of_the_meeting_in_focus() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "S-Tab");
    assert!(focused(&model).starts_with("will meet in Port Sarn"));
    let mut seen = Vec::new();
    for _ in 0..3 {
        press(&mut model, "]");
        seen.push(model.shown().unwrap());
    }
    assert_eq!(seen, [SUMMIT, WIDE, CALL]);
    press(&mut model, "[");
    assert_eq!(model.shown(), Some(WIDE));
}

#[test]
fn a_story_without_links_says_so_and_its_kin_by_series_can_be_followed() {
    let mut model = reader(120, 36);
    show(&mut model, ALONE);
    press(&mut model, "Enter Enter");
    assert_eq!(model.shown(), Some(ALONE));
    assert!(model.notice().is_some());
    show_from_top(&mut model, SERIES);
    press(&mut model, "Enter Enter");
    assert_eq!(model.shown(), Some(ROUND));
    assert_eq!(focused(&model), "Lindholm talks");
}

fn show_from_top(model: &mut Model, story: usize) {
    press(model, "Esc g");
    show(model, story);
}

#[test]
fn another_of_the_other_stories_can_be_chosen() {
    let mut model = reader(120, 36);
    show(&mut model, WIDE);
    let first = model.panel.chosen().unwrap().story;
    press(&mut model, "J");
    let second = model.panel.chosen().unwrap().story;
    assert_ne!(first, second);
    press(&mut model, "Enter Enter");
    assert_eq!(model.shown(), Some(second));
}

#[test]
fn the_place_in_every_story_is_kept() {
    let mut model = reader(120, 12);
    show(&mut model, CALL);
    press(&mut model, "Enter j j j");
    let top = model.top;
    assert!(top > 0);
    press(&mut model, "Esc j");
    assert_eq!(model.top, 0);
    press(&mut model, "k");
    assert_eq!((model.shown(), model.top), (Some(CALL), top));
}

#[test]
fn a_change_of_width_keeps_the_words_at_the_top() {
    let mut model = reader(120, 12);
    show(&mut model, CALL);
    press(&mut model, "Enter C-d C-d");
    let words = |model: &Model| model.page().unwrap().anchor(model.top).unwrap();
    let before = words(&model);
    update(&mut model, Action::Resize { width: 40, height: 12 });
    let row = model.page().unwrap().row_at(before).unwrap();
    assert_eq!(model.top, row.min(model.last_top()));
}

#[test]
fn every_change_of_size_draws_everything() {
    let mut model = reader(120, 12);
    let effects = update(&mut model, Action::Resize { width: 120, height: 12 });
    assert_eq!(effects.draw, Draw::Everything);
}

#[test]
fn scrolling_stops_at_both_ends() {
    let mut model = reader(120, 14);
    show(&mut model, CALL);
    press(&mut model, "Enter k k");
    assert_eq!(model.top, 0);
    press(&mut model, "G");
    let end = model.top;
    assert!(end > 0);
    press(&mut model, "Space C-f C-d j PageDown End");
    assert_eq!(model.top, end);
    press(&mut model, "C-b");
    assert_eq!(model.top, end.saturating_sub(model.text_height() - 1));
    press(&mut model, "Home");
    assert_eq!(model.top, 0);
}

#[test]
fn a_narrow_screen_shows_the_list_or_the_text() {
    let mut model = reader(60, 20);
    assert_eq!((model.panes.list.width, model.panes.text.width), (60, 0));
    press(&mut model, "l");
    assert_eq!((model.panes.list.width, model.panes.text.width), (0, 60));
    press(&mut model, "h");
    assert_eq!(model.panes.list.width, 60);
    press(&mut model, "Tab");
    assert_eq!(model.panes.text.width, 60);
    assert_eq!(model.focused_mark(), Some(0));
}

#[test]
fn the_place_in_a_story_survives_folding_its_pane_away() {
    let mut model = reader(60, 12);
    show(&mut model, CALL);
    press(&mut model, "Enter C-d C-d");
    let top = model.top;
    assert!(top > 0);
    press(&mut model, "Esc k j Enter");
    assert_eq!((model.shown(), model.top), (Some(CALL), top));
}

#[test]
fn the_help_opens_scrolls_and_closes() {
    let mut model = reader(80, 24);
    press(&mut model, "?");
    assert_eq!(model.context(), Context::Overlay);
    press(&mut model, "j PageDown");
    assert!(model.overlay.as_ref().unwrap().top > 1);
    press(&mut model, "q");
    assert_eq!(model.context(), Context::List);
    for close in ["Esc", "?", "q"] {
        press(&mut model, &format!("? {close}"));
        assert_eq!(model.context(), Context::List);
    }
}

#[test]
fn the_files_that_were_not_read_are_shown_with_the_reasons() {
    let mut model = reader(80, 24);
    press(&mut model, "!");
    let shown = format!("{:?}", model.overlay.as_ref().unwrap().lines);
    assert!(shown.contains("wire.jsonl, line 12") && shown.contains("not text"), "{shown}");
}

#[test]
fn quitting_and_suspending_are_asked_of_the_loop() {
    let mut model = reader(80, 24);
    assert_eq!(press(&mut model, "q").next, Next::Quit);
    assert_eq!(press(&mut model, "C-z").next, Next::Suspend);
    assert_eq!(press(&mut model, "C-l").draw, Draw::Everything);
    press(&mut model, "/");
    assert_eq!(press(&mut model, "q").next, Next::GoOn, "in the filter line q is a letter");
    assert_eq!(press(&mut model, "C-c").next, Next::Quit);
}

#[test]
fn keys_before_the_library_is_there_do_no_harm_and_quitting_works() {
    let mut model = Model::new(Theme::shipped("sixteen"), 80, 24);
    press(&mut model, "j Tab Enter ] C-o / ?");
    assert_eq!(press(&mut model, "q").next, Next::Quit);
    let progress = Progress::Reading { done: 3, total: 9 };
    update(&mut model, Action::Progress(progress));
    assert_eq!(model.loading, Some(progress));
}

#[test]
fn only_keys_that_do_something_here_are_offered() {
    let mut model = reader(120, 36);
    assert!(!model.can(Command::Back) && !model.can(Command::ClearFilter));
    show(&mut model, ALONE);
    assert!(!model.can(Command::NextMark) && !model.can(Command::Follow));
    show_from_top(&mut model, CALL);
    assert!(model.can(Command::NextMark) && model.can(Command::Follow) && model.can(Command::Skipped));
}

#[test]
fn an_empty_library_is_safe_to_walk_in() {
    let mut model = Model::new(Theme::dark(), 120, 36);
    update(&mut model, Action::Loaded(Box::default()));
    press(&mut model, "j G Tab ] C-o Enter / n Esc / a Enter Esc Esc ?");
    assert_eq!(model.shown(), None);
}
