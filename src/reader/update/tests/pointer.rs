//! Clicks and the wheel.

use super::*;
use crate::reader::model::messages::Message;
use crate::reader::model::overlay::Kind;

#[test]
fn a_click_chooses_a_story_and_a_second_one_reads_it() {
    let mut model = reader(120, 36);
    let stories = model.list_rows().stories;
    let click = Action::Click { column: 5, row: stories.y + 3 };
    update(&mut model, click.clone());
    assert_eq!((model.shown(), model.context()), (Some(CALL), Context::List));
    update(&mut model, click);
    assert_eq!(model.context(), Context::Text);
}

#[test]
fn a_click_on_a_marked_passage_or_its_number_puts_it_in_focus() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    let measure = model.panes.measure();
    let page = model.page().unwrap();
    for (index, placed) in page.marks.clone().iter().enumerate() {
        let row = &page.rows[placed.rows.start];
        let before = crate::text::Span::new(row.span.start(), placed.shown.start()).of(page.sheet.text());
        let column = measure.x + row.indent + u16::try_from(crate::text::width::width(before)).unwrap();
        let at = measure.y + u16::try_from(placed.rows.start).unwrap();
        let mut clicked = model.clone();
        update(&mut clicked, Action::Click { column, row: at });
        assert_eq!(clicked.focused_mark(), Some(index));
        assert_eq!(clicked.context(), Context::Text);
    }
}

#[test]
fn a_click_on_a_fact_under_the_title_leads_where_it_leads() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    let (x, y) = place_of(&model, " · 2 meetings");
    update(&mut model, Action::Click { column: x + 3, row: y });
    assert_eq!(model.focused_mark(), Some(0));
    let (x, y) = place_of(&model, "Northwire");
    let before = model.spot;
    update(&mut model, Action::Click { column: x, row: y });
    assert_eq!((model.spot, model.context()), (before, Context::Text), "what only says something leads nowhere");
}

#[test]
fn the_stories_that_a_day_was_taken_from_are_told_and_gone_to() {
    let mut library = library();
    let id = library.stories[CALL].article.id.clone();
    let day = library.stories[SUMMIT].annotations.published.as_mut().unwrap();
    (day.from, day.neighbours) = (crate::article::DateSource::Links, vec![id]);
    day.reasons = vec!["1 story tells of the same meeting around 21 May 2031".to_owned().into()];
    let mut model = Model::new(Theme::dark(), 120, 36);
    update(&mut model, Action::Loaded(Box::new(library)));
    show(&mut model, SUMMIT);
    let (x, y) = place_of(&model, "about 22 May 2031, from linked stories");
    update(&mut model, Action::Click { column: x + 3, row: y });
    let labels = |model: &Model| -> Vec<String> {
        model.picker.iter().flat_map(|picker| picker.items.iter().map(|item| item.label.clone())).collect()
    };
    let by_click = labels(&model);
    assert_eq!(by_click[0], "1 story tells of the same meeting around 21 May 2031");
    press(&mut model, "Esc D");
    assert_eq!(labels(&model), by_click);
    press(&mut model, "Down Enter");
    assert_eq!(model.shown(), Some(CALL));
    press(&mut model, "C-o");
    assert_eq!(model.shown(), Some(SUMMIT), "and back");
}

#[test]
fn a_click_on_another_story_in_the_panel_follows_it() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    let panel = model.panes.panel;
    update(&mut model, Action::Click { column: 10, row: panel.y + 3 });
    assert_eq!(model.shown(), Some(SUMMIT));
    press(&mut model, "C-o");
    assert_eq!(model.shown(), Some(CALL));
}

#[test]
fn the_wheel_scrolls_what_is_under_it() {
    let mut model = reader(120, 12);
    show(&mut model, CALL);
    let text = model.panes.text;
    update(&mut model, Action::Wheel { column: text.x + 4, row: text.y + 1, steps: 1 });
    assert_eq!((model.top, model.context()), (3, Context::List));
    update(&mut model, Action::Wheel { column: 2, row: 4, steps: 2 });
    assert!(model.stories.top > 0);
}

/// Where these words stand on the screen.
fn place_of(model: &Model, words: &str) -> (u16, u16) {
    let (width, height) = model.size;
    let mut terminal = ratatui::Terminal::new(ratatui::backend::TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| crate::reader::views::draw(model, frame)).unwrap();
    let buffer = terminal.backend().buffer();
    (0..height)
        .find_map(|row| {
            let cells: Vec<&str> = (0..width).map(|x| buffer[(x, row)].symbol()).collect();
            let column = (0..cells.len()).find(|at| cells[*at..].concat().starts_with(words))?;
            Some((u16::try_from(column).unwrap(), row))
        })
        .unwrap_or_else(|| panic!("“{words}” is not on the screen: {}", terminal.backend()))
}

/// Clicks on the first of these words.
fn click_on(model: &mut Model, words: &str) -> Effects {
    let (column, row) = place_of(model, words);
    update(model, Action::Click { column, row })
}

#[test]
fn a_click_on_a_key_of_the_last_line_or_on_what_it_does_does_it() {
    let mut model = reader(120, 36);
    click_on(&mut model, "/ filter");
    assert_eq!(model.context(), Context::Filter);
    press(&mut model, "Esc");
    click_on(&mut model, "help");
    assert_eq!(model.context(), Context::Overlay);
    click_on(&mut model, "Esc close");
    assert_eq!(model.context(), Context::List);
    assert_eq!(click_on(&mut model, "q quit").next, Next::Quit);
}

#[test]
fn each_of_two_keys_with_the_same_words_is_clicked_for_itself() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter");
    let (column, row) = place_of(&model, "[ ] story of this meeting");
    for (key, column) in [("[", column), ("]", column + 2), ("[", column + 4)] {
        let (mut pressed, mut clicked) = (model.clone(), model.clone());
        press(&mut pressed, key);
        update(&mut clicked, Action::Click { column, row });
        assert_eq!((clicked.shown, clicked.spot), (pressed.shown, pressed.spot), "{key}");
    }
}

#[test]
fn a_click_beside_the_keys_of_the_last_line_does_nothing() {
    let mut model = reader(120, 36);
    press(&mut model, "?");
    update(&mut model, Action::Click { column: 119, row: 35 });
    assert_eq!(model.context(), Context::Overlay);
}

#[test]
fn a_click_on_a_count_of_the_first_line_leads_to_what_it_counts() {
    use crate::reader::model::view::View;
    let mut model = reader(120, 36);
    let counted = |all: usize, what: &str| format!("{all} {what}");
    let meetings = counted(model.library.connections.meetings.len(), "meetings");
    let names = counted(model.library.connections.entities.len(), "names");
    let stories = counted(model.library.stories.len(), "stories");
    click_on(&mut model, &meetings);
    assert_eq!(model.view().map(|open| open.view), Some(View::Meetings));
    click_on(&mut model, &names);
    assert_eq!(model.view().map(|open| open.view), Some(View::Names));
    click_on(&mut model, &stories);
    assert!(model.view().is_none());
    // Where the list is folded away its count leads to it.
    let mut narrow = reader(60, 20);
    press(&mut narrow, "Enter");
    assert_eq!(narrow.context(), Context::Text);
    click_on(&mut narrow, &stories);
    assert_eq!(narrow.context(), Context::List);
    // What is laid over the screen is not opened under.
    press(&mut model, "?");
    click_on(&mut model, &meetings);
    assert!(model.view().is_none());
}

#[test]
fn a_click_on_the_count_in_the_heading_of_a_view_shows_everything_again() {
    let mut model = reader(120, 36);
    press(&mut model, "2 /");
    update(&mut model, Action::Insert("kind:call".into()));
    press(&mut model, "Enter");
    let counted = model.view().unwrap().content.count().unwrap();
    click_on(&mut model, &counted);
    assert!(model.view().unwrap().at.words.is_empty() && model.query_line().text().is_empty());
}

#[test]
fn a_click_on_what_is_counted_leads_there() {
    let mut model = reader(120, 36);
    update(&mut model, Action::Tell(Message::error("not kept")));
    press(&mut model, "j");
    click_on(&mut model, "1 error");
    assert_eq!(model.overlay.as_ref().unwrap().kind, Kind::Messages);
    press(&mut model, "Esc");
    click_on(&mut model, "2 not read");
    assert_eq!(model.overlay.as_ref().unwrap().kind, Kind::Skipped);
    press(&mut model, "Esc u");
    click_on(&mut model, "5 of 6 unread");
    assert_eq!((model.input.text().as_str(), model.stories.len()), ("is:unread", 5));
    click_on(&mut model, "5 of 6");
    assert_eq!((model.input.text().as_str(), model.stories.len()), ("", 6));
    click_on(&mut model, "newest");
    assert!(model.picker.is_some());
}

#[test]
fn a_click_on_a_notice_shows_all_that_was_said() {
    let mut model = reader(80, 24);
    update(&mut model, Action::Tell(Message::error("not kept")));
    click_on(&mut model, "not kept");
    assert_eq!(model.overlay.as_ref().unwrap().kind, Kind::Messages);
}

#[test]
fn only_a_click_beside_what_is_laid_over_the_screen_closes_it() {
    let mut model = reader(120, 36);
    press(&mut model, "?");
    for words in ["Keys", "Tab"] {
        click_on(&mut model, words);
        assert!(model.overlay.is_some(), "{words}");
    }
    update(&mut model, Action::Click { column: 1, row: 10 });
    assert!(model.overlay.is_none());
    press(&mut model, ":");
    for words in ["Actions", "›"] {
        click_on(&mut model, words);
        assert!(model.picker.is_some(), "{words}");
    }
    update(&mut model, Action::Click { column: 1, row: 10 });
    assert!(model.picker.is_none());
}

#[test]
fn a_click_puts_a_line_in_focus_among_those_that_were_found() {
    let mut model = reader(120, 36);
    press(&mut model, "? /");
    update(&mut model, Action::Paste("star".into()));
    press(&mut model, "Enter");
    click_on(&mut model, "give every listed");
    let overlay = model.overlay.as_ref().unwrap();
    assert_eq!(overlay.look.as_ref().unwrap().at, Some(1));
}

#[test]
fn the_wheel_scrolls_a_list_to_pick_from_and_takes_the_choice_along() {
    let mut model = reader(120, 20);
    press(&mut model, ":");
    update(&mut model, Action::Wheel { column: 60, row: 10, steps: 5 });
    let picker = model.picker.as_ref().unwrap();
    assert_eq!((picker.top, picker.cursor), (5, 5));
    update(&mut model, Action::Wheel { column: 60, row: 10, steps: -50 });
    let picker = model.picker.as_ref().unwrap();
    assert_eq!(picker.top, 0);
    assert!(picker.cursor < model.picker_height());
}

#[test]
fn what_the_background_says_leaves_an_open_line_as_it_is() {
    for keys in ["#", "Enter /", "? /"] {
        let mut model = reader(120, 36);
        press(&mut model, keys);
        update(&mut model, Action::Paste("harbour".into()));
        update(&mut model, Action::Tell(Message::error("not kept")));
        let (column, row) = place_of(&model, "harbour");
        assert_eq!(row, 35, "{keys}");
        let told = place_of(&model, "✗ not kept");
        assert!(told.1 == 35 && told.0 > column + 7, "{keys}");
        let label = if keys == "#" { "tags, with commas: harbour" } else { "look for harbour" };
        assert_eq!(place_of(&model, label).0, 1);
    }
}

#[test]
fn a_paste_that_is_longer_than_the_line_says_that_it_was_cut() {
    for keys in ["/", "#", ":", "Enter /", "? /"] {
        let mut model = reader(120, 36);
        press(&mut model, keys);
        update(&mut model, Action::Paste("ab ".repeat(500)));
        assert!(
            model.notice_words().unwrap().contains("1000 of its 1499 characters"),
            "{keys}: {:?}",
            model.notice_words()
        );
        update(&mut model, Action::Paste("x".into()));
        assert!(model.notice_words().unwrap().contains("0 of its 1 "), "{keys}");
    }
}
