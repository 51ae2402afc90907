//! Selecting by keys and by the mouse.

use super::*;

/// What is selected, one piece a line.
fn selected(model: &Model) -> String {
    let (selection, page) = model.selecting.selection.zip(model.page()).unwrap();
    let story = model.story().unwrap();
    selection.passages(page).iter().map(|passage| story.words(*passage)).collect::<Vec<_>>().join("\n")
}

/// The cell where these words of the text are drawn.
fn cell(model: &Model, words: &str) -> (u16, u16) {
    let page = model.page().unwrap();
    let shown = page.sheet.text().find(words).unwrap();
    let row = page.rows.iter().rposition(|row| row.span.start() <= shown && shown < row.span.end()).unwrap();
    let before = page.sheet.text().get(page.rows[row].span.start()..shown).unwrap();
    let measure = model.panes.measure();
    let column = u16::try_from(before.chars().count()).unwrap();
    (measure.x + column, measure.y + u16::try_from(row - model.top).unwrap())
}

#[test]
fn selecting_begins_with_the_passage_in_focus_and_another_press_of_the_key_ends_it() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Tab Tab v");
    assert_eq!((model.context(), selected(&model).as_str()), (Context::Select, focused(&model)));
    press(&mut model, "w w");
    assert!(selected(&model).len() > focused(&model).len());
    press(&mut model, "v");
    assert_eq!((model.context(), model.selecting.selection), (Context::Text, None));
    press(&mut model, "v Esc");
    assert_eq!(model.context(), Context::Text, "escape does not lead to the list");
}

#[test]
fn without_a_passage_in_focus_it_begins_with_the_first_told_in_sight() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter v");
    // The fixture knows no sentences: the paragraph stands for them.
    assert!(selected(&model).starts_with("HOLMSUND"), "{}", selected(&model));
    press(&mut model, "o b");
    assert!(!selected(&model).starts_with("HOLMSUND"), "the other end moves: {}", selected(&model));
}

#[test]
fn the_moving_end_stays_in_sight() {
    let mut model = reader(60, 14);
    show(&mut model, CALL);
    press(&mut model, "Enter v");
    for _ in 0..40 {
        press(&mut model, "j");
        let (row, _) = model.selecting.selection.unwrap().caret(model.page().unwrap()).unwrap();
        assert!((model.top..model.top + model.text_height()).contains(&row));
    }
    press(&mut model, "g");
    assert_eq!(model.top, 0);
}

#[test]
fn another_story_or_the_list_ends_what_is_selected() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter v");
    update(&mut model, Action::Do(Command::NextStory));
    assert_eq!(model.selecting.selection, None);
    press(&mut model, "v");
    model.focus = Focus::List;
    update(&mut model, Action::Redraw);
    assert_eq!(model.selecting.selection, None);
}

#[test]
fn dragging_selects_from_letter_to_letter_both_ways() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    let (column, row) = cell(&model, "Astrid Halvorsen");
    update(&mut model, Action::Click { column, row });
    update(&mut model, Action::Drag { column, row });
    assert_eq!(model.selecting.selection, None, "a hand that trembles");
    update(&mut model, Action::Drag { column: column + 5, row });
    assert_eq!(selected(&model), "Astrid");
    update(&mut model, Action::Drag { column: column - 8, row });
    assert_eq!(selected(&model), "Premier A");
    update(&mut model, Action::Release);
    assert_eq!(update(&mut model, Action::Drag { column, row }).draw, Draw::Nothing, "the button is up");
    assert_eq!(model.context(), Context::Select, "what is selected stays so");
    update(&mut model, Action::Click { column, row });
    assert_eq!(model.selecting.selection, None);
}

#[test]
fn two_clicks_take_a_word_three_a_paragraph_and_a_drag_then_goes_by_words() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    let (column, row) = cell(&model, "Astrid Halvorsen");
    update(&mut model, Action::Click { column, row });
    update(&mut model, Action::ClickAgain { column, row, times: 2 });
    assert_eq!(selected(&model), "Astrid");
    update(&mut model, Action::Drag { column: column + 8, row });
    assert_eq!(selected(&model), "Astrid Halvorsen");
    update(&mut model, Action::ClickAgain { column, row, times: 3 });
    assert!(selected(&model).starts_with("HOLMSUND") && selected(&model).ends_with("Vell."), "{}", selected(&model));
}

#[test]
fn a_drag_beyond_the_edge_scrolls() {
    let mut model = reader(60, 14);
    show(&mut model, CALL);
    press(&mut model, "Enter");
    let measure = model.panes.measure();
    update(&mut model, Action::Click { column: measure.x, row: measure.y });
    for _ in 0..5 {
        update(&mut model, Action::Drag { column: measure.x + 3, row: measure.bottom() });
    }
    assert_eq!(model.top, 5);
    for _ in 0..9 {
        update(&mut model, Action::Drag { column: measure.x + 3, row: measure.y.saturating_sub(1) });
    }
    assert_eq!(model.top, 0);
}

#[test]
fn two_clicks_in_the_list_are_two_clicks() {
    let mut model = reader(120, 36);
    let rows = crate::reader::layout::ListRows::of(model.panes.list, false, 1);
    let (column, row) = (3, rows.stories.y + rows.step);
    update(&mut model, Action::Click { column, row });
    assert_eq!(model.context(), Context::List);
    update(&mut model, Action::ClickAgain { column, row, times: 2 });
    assert_eq!(model.context(), Context::Text);
}
