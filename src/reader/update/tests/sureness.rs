//! How sure links have to be to be shown.

use super::*;
use crate::links::Tier;

/// Presses the keys that change the threshold.
fn fewer(model: &mut Model) {
    for written in [",", "c"] {
        let action = model.pressed(Key::parse(written).unwrap()).unwrap();
        update(model, action);
    }
}

fn notice(model: &Model) -> &str {
    model.notice().map_or("", |notice| notice.words())
}

#[test]
fn the_threshold_hides_links_in_list_text_and_panel_and_says_so() {
    let mut model = reader(120, 36);
    show(&mut model, WIDE);
    press(&mut model, "Enter");
    assert_eq!((model.panel.kin.len(), model.digests[WIDE].linked), (2, 2));
    assert_eq!(model.page().unwrap().bond(0), Some(Tier::Probable));
    fewer(&mut model);
    assert_eq!(notice(&model), "Shown: ●●● same meeting, ●●○ probably the same meeting.");
    assert_eq!((model.panel.kin.len(), model.digests[SERIES].kin), (2, 0));
    fewer(&mut model);
    assert_eq!(notice(&model), "Shown: ●●● same meeting only.");
    assert_eq!((model.panel.kin.len(), model.digests[WIDE].linked), (0, 0));
    assert_eq!(model.page().unwrap().bond(0), None);
    assert_eq!(model.hidden_links().unwrap()[0], "2 links that are less sure are hidden; , c shows them");
    assert_eq!(model.shown(), Some(WIDE), "what is read stays");
    press(&mut model, "Enter");
    assert_eq!(notice(&model), "2 links that are less sure are hidden; , c shows them.");
    fewer(&mut model);
    assert!(notice(&model).starts_with("All links are shown"), "{}", notice(&model));
    assert_eq!((model.panel.kin.len(), model.hidden_links()), (2, None));
}

#[test]
fn a_passage_in_focus_stays_in_focus_whatever_links_are_shown() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter Tab Tab");
    let before = focused(&model).to_owned();
    fewer(&mut model);
    assert_eq!(focused(&model), before);
}

#[test]
fn the_threshold_of_the_configuration_holds_from_the_start() {
    let settings = Settings { least: Tier::Same, ..Settings::default() };
    let mut model = Model::new(Theme::dark(), 120, 36).with(settings);
    update(&mut model, Action::Loaded(Box::new(library())));
    assert_eq!(model.digests[WIDE].linked, 0);
}
