//! The measure, the way lines are set, zen, and the sizes of panes.

use super::*;
use crate::reader::layout::page::RowKind;
use crate::reader::model::appearance::Chosen;

/// Presses the keys of a chord one after the other.
fn chord(model: &mut Model, keys: &str) {
    for written in keys.split(' ') {
        let action = model.pressed(Key::parse(written).unwrap()).unwrap();
        update(model, action);
    }
}

fn notice(model: &Model) -> &str {
    model.notice().map_or("", |notice| notice.words())
}

/// The article's words at the top of the text.
fn top_words(model: &Model) -> String {
    let page = model.page().unwrap();
    let row = page.rows.iter().skip(model.top).find(|row| matches!(row.kind, RowKind::Body(_))).unwrap();
    row.span.of(page.sheet.text()).chars().take(12).collect()
}

#[test]
fn a_measure_is_narrowed_from_what_is_seen_and_widened_as_far_as_the_pane_goes() {
    let mut model = reader(120, 36);
    let columns = model.typography().columns;
    chord(&mut model, ", M");
    assert_eq!(model.typography().columns, columns - 4);
    chord(&mut model, ", m");
    assert_eq!(model.typography().columns, columns);
    chord(&mut model, ", m");
    chord(&mut model, ", m");
    assert_eq!(notice(&model), format!("The pane has no room for lines of more than {columns} columns."));
    for _ in 0..40 {
        chord(&mut model, ", M");
    }
    assert_eq!((model.typography().columns, notice(&model)), (30, "Lines are at their narrowest, 30 columns."));
}

#[test]
fn the_words_at_the_top_stay_there_whatever_changes_and_come_back_with_the_old_width() {
    let mut model = reader(120, 12);
    show(&mut model, CALL);
    press(&mut model, "Enter");
    model.top = 9;
    let (top, words) = (model.top, top_words(&model));
    for keys in [", M", ", M", ", j", ", h", ", l", ", i", "-", "Alt--"] {
        chord(&mut model, keys);
        let page = model.page().unwrap();
        let row = &page.rows[model.top];
        let place = page.sheet.text().find(words.as_str()).unwrap();
        assert!(row.span.start() <= place && place <= row.span.end() + 1, "{keys}");
    }
    for keys in [", m", ", m", ", j", ", h", ", l", ", i", ", i", "+"] {
        chord(&mut model, keys);
    }
    assert_eq!(model.top, top);
}

#[test]
fn justified_lines_end_at_the_margin_but_for_the_last_of_a_paragraph() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    chord(&mut model, ", j");
    let columns = usize::from(model.typography().columns);
    let page = model.page().unwrap();
    let wide = |at: usize| page.glyphs(&page.rows[at]).map(|glyph| glyph.width).sum::<usize>();
    let stretched: Vec<usize> = (0..page.rows.len()).filter(|at| page.rows[*at].lacking > 0).collect();
    assert!(stretched.len() > 3);
    for at in stretched {
        let natural = crate::text::width::width(page.rows[at].span.of(page.sheet.text()));
        assert!([natural, columns - usize::from(page.rows[at].indent)].contains(&wide(at)));
        assert_eq!(page.rows[at + 1].kind, page.rows[at].kind, "the last row of a paragraph is stretched");
    }
}

#[test]
fn a_click_hits_the_words_that_are_drawn_there_in_a_justified_line() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    chord(&mut model, ", j");
    let measure = model.panes.measure();
    let page = model.page().unwrap().clone();
    for (index, placed) in page.marks.iter().enumerate() {
        let row = &page.rows[placed.rows.start];
        let before: usize =
            page.glyphs(row).take_while(|glyph| glyph.offset < placed.shown.start()).map(|glyph| glyph.width).sum();
        let column = measure.x + row.indent + u16::try_from(before).unwrap();
        let row = measure.y + u16::try_from(placed.rows.start).unwrap();
        update(&mut model, Action::Click { column, row });
        assert_eq!(model.focused_mark(), Some(index));
    }
}

#[test]
fn lines_that_stand_apart_have_a_blank_row_between_them() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    let rows = model.page().unwrap().rows.len();
    chord(&mut model, ", l");
    assert!(model.page().unwrap().rows.len() > rows);
    chord(&mut model, ", l");
    assert_eq!(model.page().unwrap().rows.len(), rows);
}

#[test]
fn the_text_stands_alone_and_escape_brings_the_rest_back_before_the_list() {
    for width in [60, 120] {
        let mut model = reader(width, 20);
        press(&mut model, "Enter z");
        assert!(model.panes.list.is_empty() && model.panes.header.is_empty() && model.panes.panel.is_empty());
        assert_eq!(model.panes.text.height, 19);
        press(&mut model, "Esc");
        assert!(!model.appearance.zen && model.context() == Context::Text);
        press(&mut model, "z z");
        assert!(!model.appearance.zen);
        press(&mut model, "z q");
        assert!(!model.appearance.zen, "what leaves the text leaves zen");
    }
}

#[test]
fn the_list_is_read_alone_from_the_list_as_well() {
    let mut model = reader(120, 36);
    press(&mut model, "z");
    assert_eq!(model.context(), Context::Text);
    let mut empty = Model::new(Theme::dark(), 120, 36);
    update(&mut empty, Action::Loaded(Box::default()));
    press(&mut empty, "z");
    assert!(!empty.appearance.zen);
}

#[test]
fn panes_grow_and_shrink_as_far_as_there_is_room() {
    let mut model = reader(120, 36);
    let (list, panel) = (model.panes.list.width, model.panes.panel.height);
    press(&mut model, "+ Alt-+");
    assert_eq!((model.panes.list.width, model.panes.panel.height), (list + 2, panel + 1));
    for _ in 0..60 {
        press(&mut model, "- Alt--");
    }
    assert_eq!((model.panes.list.width, model.panes.panel.height), (24, 2));
    assert_eq!(notice(&model), "The panel is at its lowest.");
    for _ in 0..60 {
        press(&mut model, "+ Alt-+");
    }
    assert_eq!((model.panes.text.width, model.panes.panel.height), (32, 18));
}

#[test]
fn borders_follow_the_mouse_until_it_lets_them_go() {
    let mut model = reader(120, 36);
    let divider = model.panes.divider;
    update(&mut model, Action::Click { column: divider.x, row: 12 });
    update(&mut model, Action::Drag { column: 52, row: 14 });
    assert_eq!(model.panes.divider.x, 52);
    update(&mut model, Action::Release);
    update(&mut model, Action::Drag { column: 30, row: 14 });
    assert_eq!(model.panes.divider.x, 52);
    let panel = model.panes.panel;
    update(&mut model, Action::Click { column: 90, row: panel.y });
    update(&mut model, Action::Drag { column: 90, row: panel.y - 3 });
    assert_eq!(model.panes.panel.y, panel.y - 3);
    update(&mut model, Action::Drag { column: 0, row: 0 });
    assert_eq!(model.panes.panel.height, 18);
}

#[test]
fn what_was_chosen_is_taken_up_again_and_settings_stand_where_nothing_was() {
    let settings = Settings::parse("[reading]\nmeasure = 60\njustify = true\n[panes]\nlist = 40\n").unwrap();
    let mut model = reader(160, 36).with(settings.clone());
    assert_eq!((model.typography().columns, model.panes.list.width), (60, 40));
    press(&mut model, "+");
    let kept = model.arranged();
    assert_eq!(kept, Chosen { list: Some(42), ..Chosen::default() });
    let mut again = reader(160, 36).with(settings);
    again.arrange(kept);
    assert_eq!((again.typography().columns, again.panes.list.width), (60, 42));
    assert!(again.typography().justified);
}
