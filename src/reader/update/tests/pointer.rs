//! Clicks and the wheel.

use super::*;

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
