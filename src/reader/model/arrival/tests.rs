use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::*;
use crate::language::Annotations;
use crate::links::Reached;
use crate::reader::actions::{Action, Command};
use crate::reader::fixture::{self, ALONE, CALL, SUMMIT};
use crate::reader::model::Focus;
use crate::reader::model::view::View;
use crate::reader::theme::Theme;
use crate::reader::update::update;
use crate::reader::views::draw;

/// The fixture before anything was looked for in it: only one day is known.
fn texts() -> Library {
    let mut library = fixture::library();
    library.connections = crate::links::Connections::default();
    for (number, story) in library.stories.iter_mut().enumerate() {
        let published = story.annotations.published.take().filter(|_| number == CALL);
        story.annotations = Annotations { published, ..Annotations::default() };
        story.meetings.clear();
        story.series.clear();
    }
    library
}

fn reader(width: u16, height: u16) -> Model {
    let mut model = Model::new(Theme::dark(), width, height);
    update(&mut model, Action::Read(Box::new(texts())));
    model
}

fn find_all(model: &mut Model) {
    update(model, Action::Loaded(Box::new(fixture::library())));
}

fn find_in(model: &mut Model, story: usize) {
    update(model, Action::Analysed(story, Box::new(fixture::library().stories[story].clone())));
}

fn screen(model: &Model) -> String {
    let mut terminal = Terminal::new(TestBackend::new(model.size.0, model.size.1)).unwrap();
    terminal.draw(|frame| draw(model, frame)).unwrap();
    terminal.backend().to_string()
}

fn go_to(model: &mut Model, story: usize) {
    model.focus = Focus::List;
    update(model, Action::Do(Command::Top));
    for _ in 0..model.stories.len() {
        if model.shown() != Some(story) {
            update(model, Action::Do(Command::Down));
        }
    }
    assert_eq!(model.shown(), Some(story));
}

/// The words of the first row in sight.
fn top_words(model: &Model) -> &str {
    let page = model.page().unwrap();
    page.rows[model.top].span.of(page.sheet.text())
}

#[test]
fn the_list_and_the_text_are_shown_before_anything_is_found() {
    let model = reader(120, 36);
    assert_eq!((model.stories.len(), model.shown()), (6, Some(CALL)), "the only one with a day comes first");
    let seen = screen(&model);
    assert!(seen.contains("HOLMSUND") && seen.contains("newest first"), "{seen}");
    assert_eq!(model.wants_analysed().map(|(story, _)| story), Some(CALL));
}

#[test]
fn what_was_not_looked_for_yet_is_not_said_to_be_missing() {
    let mut model = reader(120, 36);
    for story in [CALL, ALONE] {
        go_to(&mut model, story);
        let seen = screen(&model);
        for claim in ["no meeting", "No meeting", "undated", "Told", "0 meetings"] {
            assert!(!seen.contains(claim), "{claim} in {seen}");
        }
    }
    find_all(&mut model);
    assert!(screen(&model).contains("No meeting"));
}

#[test]
fn keys_that_need_what_is_still_looked_for_say_so() {
    let mut model = reader(120, 36);
    for command in [Command::NextMark, Command::Follow, Command::NextStory] {
        update(&mut model, Action::Do(command));
        assert!(model.notice_words().unwrap().contains("still being looked for"), "{command:?}");
    }
}

#[test]
fn what_is_read_stays_where_it_is_when_everything_is_found() {
    let mut model = reader(100, 20);
    go_to(&mut model, CALL);
    update(&mut model, Action::Do(Command::Open));
    for _ in 0..5 {
        update(&mut model, Action::Do(Command::Down));
    }
    let before = (top_words(&model).to_owned(), model.stories.cursor - model.stories.top);
    assert!(model.top > 0);
    find_all(&mut model);
    assert_eq!((model.shown(), model.stories.chosen()), (Some(CALL), Some(CALL)));
    let row = model.stories.cursor - model.stories.top;
    assert_eq!(top_words(&model), before.0);
    assert!(row == before.1 || model.stories.top == 0 || model.stories.top + 1 >= model.stories.len() - row, "{row}");
}

#[test]
fn the_text_stays_where_it_is_when_its_meetings_are_found() {
    let mut model = reader(120, 36);
    let body = |model: &Model| {
        let rows = &model.page().unwrap().rows;
        rows.iter().position(|row| matches!(row.kind, crate::reader::layout::page::RowKind::Body(_)))
    };
    let before = body(&model);
    update(&mut model, Action::Do(Command::Redraw));
    find_in(&mut model, CALL);
    assert_eq!(body(&model), before);
    find_all(&mut model);
    assert_eq!(body(&model), before);
}

#[test]
fn the_story_that_is_read_has_its_meetings_before_the_others() {
    let mut model = reader(120, 36);
    find_in(&mut model, CALL);
    assert_eq!(model.wants_analysed(), None);
    assert!(screen(&model).contains("Still looking for links"));
    update(&mut model, Action::Do(Command::NextMark));
    update(&mut model, Action::Do(Command::NextMark));
    let words = |model: &Model| model.marks()[model.focused_mark().unwrap()].mark;
    let focused = words(&model);
    find_all(&mut model);
    assert_eq!(words(&model), focused, "the words in focus stay in focus");
    go_to(&mut model, SUMMIT);
    assert_eq!(model.focused_mark(), None);
}

#[test]
fn a_filter_that_was_typed_meanwhile_goes_on() {
    let mut model = reader(120, 36);
    update(&mut model, Action::Do(Command::Filter));
    update(&mut model, Action::Insert("cranes".into()));
    assert_eq!((model.stories.len(), model.shown()), (1, Some(ALONE)));
    find_all(&mut model);
    assert_eq!((model.stories.len(), model.shown(), model.focus), (1, Some(ALONE), Focus::Filter));
}

#[test]
fn a_late_word_about_one_story_changes_nothing() {
    let mut model = reader(120, 36);
    find_all(&mut model);
    let before = screen(&model);
    find_in(&mut model, CALL);
    find_in(&mut model, CALL + 1);
    assert_eq!(screen(&model), before);
}

#[test]
fn whoever_touched_nothing_sees_the_first_story_of_the_list_at_each_start() {
    let mut model = reader(120, 36);
    let early = model.shown();
    find_all(&mut model);
    assert_ne!(model.shown(), early, "another story is the newest once the days are known");
    assert_eq!((model.stories.cursor, model.shown()), (0, Some(SUMMIT)));
    let mut model = reader(120, 36);
    update(&mut model, Action::Do(Command::Down));
    let chosen = model.stories.chosen();
    find_all(&mut model);
    assert_eq!(model.stories.chosen(), chosen, "after a key the choice stays on its story");
}

#[test]
fn the_map_says_that_links_are_still_being_looked_for() {
    let mut model = reader(120, 36);
    update(&mut model, Action::Do(Command::Map));
    let told = screen(&model);
    assert!(told.contains("What stands around it is still being looked for."), "{told}");
    assert!(!told.contains("Nothing stands around it"), "{told}");
}

#[test]
fn a_view_that_is_asked_for_before_the_stories_are_there_opens_with_them() {
    let about = |command: Command| {
        let mut model = Model::new(Theme::dark(), 120, 36);
        update(&mut model, Action::Do(command));
        update(&mut model, Action::Read(Box::new(texts())));
        let early = model.view().map(|open| open.view);
        let seen = screen(&model);
        find_all(&mut model);
        (early, model.view().map(|open| open.view), seen)
    };
    let (early, late, seen) = about(Command::Meetings);
    assert_eq!((early, late), (Some(View::Meetings), Some(View::Meetings)));
    assert!(seen.contains("still being looked for") && !seen.contains("0 meetings"), "{seen}");
    assert!(matches!(about(Command::Map), (Some(View::Map(_)), Some(View::Map(_)), _)));
    assert_eq!(about(Command::Down).0, None);
}

#[test]
fn a_passage_that_is_asked_for_before_the_story_is_looked_through_comes_into_focus_with_it() {
    let mut model = reader(120, 36);
    let shown = model.shown().unwrap();
    update(&mut model, Action::Do(Command::NextMark));
    assert!(model.notice_words().unwrap().contains("still being looked for"));
    find_in(&mut model, shown);
    assert!(matches!(model.spot, Some(Spot::Mark(_))) && model.notice().is_none(), "{:?}", model.spot);
    let mut model = reader(120, 36);
    update(&mut model, Action::Do(Command::NextMark));
    update(&mut model, Action::Do(Command::Down));
    find_in(&mut model, shown);
    assert_eq!(model.spot, None, "another key ends the waiting");
}

#[test]
fn a_view_that_waits_and_linear_mode_count_how_far_the_looking_has_come() {
    use crate::library::Progress;
    let mut model = reader(100, 30);
    update(&mut model, Action::Progress(Progress::Analysing { done: 87, total: 200 }));
    update(&mut model, Action::Do(Command::Meetings));
    let told = screen(&model);
    assert!(told.contains("Looking for meetings: 87 of 200") && !told.contains("0 meetings"), "{told}");
    update(
        &mut model,
        Action::Progress(Progress::Linking { stories: 200, reached: Reached { steps: 1, inside: None } }),
    );
    assert!(screen(&model).contains("Linking: step 2 of 3"));
    model.switch_linear(true);
    update(&mut model, Action::Progress(Progress::Analysing { done: 87, total: 200 }));
    for view in [Command::Meetings, Command::Stories] {
        update(&mut model, Action::Do(view));
        let told = screen(&model);
        assert!(told.contains("Looking for meetings: 80 of 200."), "{told}");
    }
}
