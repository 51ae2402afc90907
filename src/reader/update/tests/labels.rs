//! Letters on links.

use super::*;
use crate::reader::model::labels::Target;
use crate::reader::model::whereabouts::Awaited;

/// Types a letter, where one is waited for.
fn letter(model: &mut Model, typed: &str) -> Effects {
    assert_eq!(model.context(), Context::Letter);
    update(model, Action::Insert(typed.into()))
}

fn notice(model: &Model) -> &str {
    model.notice_words().unwrap_or_default()
}

/// The letters of the label that leads there.
fn letters_of(model: &Model, wanted: impl Fn(&Target) -> bool) -> String {
    let Some(Awaited::Label(labels)) = model.awaited() else { panic!("no labels") };
    labels.left().find(|label| wanted(&label.target)).unwrap_or_else(|| panic!("{labels:?}")).letters.clone()
}

#[test]
fn letters_on_links_follow_them_and_the_way_back_is_remembered() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter f");
    let letters = letters_of(&model, |target| matches!(target, Target::Mark(_)));
    for typed in letters.chars() {
        letter(&mut model, &typed.to_string());
    }
    assert_eq!(model.shown(), Some(SUMMIT), "the other story of the meeting");
    press(&mut model, "C-o");
    assert_eq!(model.shown(), Some(CALL));
    press(&mut model, "f");
    let letters = letters_of(&model, |target| matches!(target, Target::Named(_)));
    for typed in letters.chars() {
        letter(&mut model, &typed.to_string());
    }
    assert!(model.input.text().starts_with("who:\""), "{}", model.input.text());
    assert!(model.focus == Focus::List && model.stories.len() > 1);
    press(&mut model, "C-o");
    assert_eq!((model.shown(), model.focus), (Some(CALL), Focus::Text));
}

#[test]
fn every_mention_of_a_name_in_sight_has_letters_and_none_stand_side_by_side() {
    let mut model = reader(120, 36);
    for story in [SUMMIT, CALL, WIDE, ROUND, SERIES] {
        show(&mut model, story);
        press(&mut model, "f");
        let Some(Awaited::Label(labels)) = model.awaited() else { continue };
        let labels: Vec<_> = labels.left().cloned().collect();
        let names = labels.iter().filter(|label| matches!(label.target, Target::Named(_) | Target::Name(_))).count();
        let page = model.page().unwrap();
        let rows = page.rows.iter().skip(model.top).take(model.text_height());
        let sight = rows.map(|row| row.span).reduce(crate::text::Span::cover).unwrap();
        let kinds = &model.story().unwrap().annotations.names;
        let mentions = kinds.iter().flat_map(|name| &name.mentions).filter_map(|at| page.sheet.shown(at.passage));
        let mut starts: Vec<usize> =
            mentions.filter(|span| span.overlaps(sight)).map(crate::text::Span::start).collect();
        starts.sort_unstable();
        starts.dedup();
        assert_eq!(names, starts.len(), "story {story}: {labels:?}");
        for two in labels.windows(2).filter(|two| two[0].y == two[1].y && two[0].y < model.panes.panel.y) {
            assert!(two[0].x as usize + two[0].letters.len() < two[1].x as usize, "story {story}: {two:?}");
        }
        press(&mut model, "Esc");
    }
}

#[test]
fn a_name_that_no_other_story_names_leads_to_its_page() {
    let mut model = reader(120, 36);
    let here_alone = |model: &Model| {
        let Some(Awaited::Label(labels)) = model.awaited() else { return false };
        labels.left().any(|label| matches!(label.target, Target::Name(_)))
    };
    let found = [SUMMIT, CALL, WIDE, ROUND, SERIES].into_iter().find(|story| {
        if model.awaited().is_some() {
            press(&mut model, "Esc");
        }
        show(&mut model, *story);
        press(&mut model, "f");
        here_alone(&model)
    });
    let letters = letters_of(&model, |target| matches!(target, Target::Name(_)));
    for typed in letters.chars() {
        letter(&mut model, &typed.to_string());
    }
    assert!(matches!(model.view().map(|open| open.view), Some(crate::reader::model::view::View::Name(_))));
    press(&mut model, "C-o");
    assert_eq!((model.shown(), model.view().is_none()), (found, true));
}

#[test]
fn letters_on_links_are_left_or_taken_back_and_end_where_things_move() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "f");
    letter(&mut model, "9");
    assert_eq!(notice(&model), "No label goes on with 9; Esc leaves.");
    press(&mut model, "Esc");
    assert_eq!(model.context(), Context::List);
    press(&mut model, "f Backspace");
    assert_eq!(model.context(), Context::List);
    press(&mut model, "f");
    update(&mut model, Action::Resize { width: 100, height: 30 });
    assert_eq!(model.context(), Context::List);
    show(&mut model, ALONE);
    press(&mut model, "f");
    assert_eq!(notice(&model), "Nothing in sight leads anywhere.");
}
