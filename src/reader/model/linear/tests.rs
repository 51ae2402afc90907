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
