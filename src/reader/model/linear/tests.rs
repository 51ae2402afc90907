//! Pages that are turned.

use super::*;

#[test]
fn lines_in_sight_stay_where_they_are() {
    assert_eq!(turned(2, 5, 4, |_| 1), 2);
    assert_eq!(turned(2, 2, 4, |_| 1), 2);
}

#[test]
fn a_page_is_turned_where_the_lines_run_out() {
    assert_eq!(turned(2, 6, 4, |_| 1), 6);
    assert_eq!(turned(6, 5, 4, |_| 1), 2);
    assert_eq!(turned(6, 1, 4, |_| 1), 0);
}

#[test]
fn lines_of_several_rows_are_in_sight_as_a_whole() {
    assert_eq!(turned(0, 1, 4, |_| 2), 0);
    assert_eq!(turned(0, 2, 4, |_| 2), 2);
    assert_eq!(turned(4, 3, 4, |_| 2), 2);
    assert_eq!(turned(0, 0, 4, |_| 9), 0);
    assert_eq!(turned(3, 2, 4, |_| 9), 2);
}

#[test]
fn what_stands_side_by_side_in_a_heading_is_heard_apart() {
    use crate::reader::fixture::{CALL, SUMMIT, library};
    use crate::reader::model::view::View;
    use crate::reader::theme::Theme;
    let mut model = Model::new(Theme::dark(), 120, 36);
    model.load(library());
    model.linear.is_on = true;
    model.open_view(View::Compare { from: CALL, to: SUMMIT });
    let told = view::heading(model.view().unwrap(), 120);
    assert!(told.starts_with("Side by side, ") && told.contains(" in common"), "{told}");
}

#[test]
fn a_heading_says_fewer_things_rather_than_half_of_one() {
    use crate::dossier::neighbourhood::Node;
    use crate::reader::fixture::{CALL, library};
    use crate::reader::model::view::View;
    use crate::reader::theme::Theme;
    let mut model = Model::new(Theme::dark(), 60, 20);
    model.load(library());
    model.linear.is_on = true;
    model.open_view(View::Map(Node::Story(CALL)));
    let open = model.view().unwrap();
    let told = |columns| view::heading(open, columns);
    assert!(told(200).starts_with("Map around ") && !told(200).contains('…'), "{}", told(200));
    assert!(told(60).starts_with("Map, ") && told(60).ends_with(" names. Escape leaves."), "{}", told(60));
}
