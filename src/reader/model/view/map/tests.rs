use std::sync::Arc;

use super::*;
use crate::dossier::neighbourhood::whole;
use crate::links::Tier;
use crate::reader::fixture::{CALL, SERIES, SUMMIT, library};
use crate::reader::model::prepared::Prepared;
use crate::reader::model::view::{Content, From, Row, Towards};

/// The map in a view of so many columns, on a screen of so many rows; without rows as it is heard.
fn drawn(node: Node, library: &Arc<crate::library::Library>, columns: u16, rows: u16) -> Arc<dyn Content> {
    let inputs = Inputs {
        library,
        own: &[],
        columns,
        rows,
        words: "",
        least: Tier::Series,
        is_linear: rows == 0,
        is_finding: false,
        prepared: &Prepared::default(),
    };
    content(node, &inputs)
}

fn map(node: Node, columns: u16) -> Arc<dyn Content> {
    drawn(node, &Arc::new(library()), columns, 36)
}

#[test]
fn the_cursor_begins_on_what_is_in_the_middle_which_enter_opens() {
    for columns in [116, 76, 56, 18] {
        let map = map(Node::Story(SUMMIT), columns);
        let start = map.start(&library(), From::default());
        assert_eq!(map.target(&library(), start), Some(Target::Story(SUMMIT)), "{columns}");
        let other = usize::from(start == 0);
        assert!(matches!(map.target(&library(), other), Some(Target::View(View::Map(_)))), "{columns}");
    }
}

#[test]
fn left_and_right_go_along_lines_and_lead_back() {
    let map = map(Node::Story(CALL), 116);
    let node = |stop| match map.target(&library(), stop) {
        Some(Target::View(View::Map(node))) => node,
        Some(Target::Story(story)) => Node::Story(story),
        other => panic!("{other:?}"),
    };
    let start = map.start(&library(), From::default());
    let meeting = map.step(start, Towards::Right).unwrap();
    assert!(matches!(node(meeting), Node::Meeting(_)));
    let name = map.step(meeting, Towards::Right).unwrap();
    assert!(matches!(node(name), Node::Name(_)));
    assert_eq!(map.step(name, Towards::Right), None);
    assert!(matches!(node(map.step(name, Towards::Left).unwrap()), Node::Meeting(_)));
    assert!(matches!(node(map.step(meeting, Towards::Left).unwrap()), Node::Story(_)));
    let below = map.step(start, Towards::Down).unwrap();
    assert_eq!(map.step(below, Towards::Up), Some(start));
}

#[test]
fn every_map_of_a_library_has_its_things_in_reading_order_and_its_words_in_their_columns() {
    let library = Arc::new(library());
    for node in whole(&library, Tier::Series).nodes() {
        for (columns, rows) in [(136, 50), (116, 36), (76, 24), (56, 20), (18, 6), (1, 1)] {
            let map = drawn(node, &library, columns, rows);
            let ends: Vec<usize> = (0..map.stops()).map(|stop| map.rows_of(stop).end).collect();
            assert!(ends.is_sorted() && ends.iter().all(|end| *end <= map.rows()), "{node:?} {columns}: {ends:?}");
            for stop in 0..map.stops() {
                let row = map.rows_of(stop).start;
                let column = map.columns_of(stop).map_or(0, |columns| columns.start);
                assert_eq!(map.stop_at(row, column), Some(stop), "{node:?} {columns}");
                let made: Vec<Row> = (0..map.rows()).map(|row| map.row(&library, row, stop)).collect();
                let words = made.iter().flat_map(|row| &row.cells);
                assert!(columns < DRAWN_FROM || words.clone().all(|cell| cell.column < columns), "{node:?} {columns}");
                assert!(!map.detail(&library, stop, columns).is_empty());
            }
        }
    }
}

#[test]
fn what_is_heard_says_how_each_thing_belongs_to_the_middle() {
    let library = Arc::new(library());
    let map = drawn(Node::Story(SERIES), &library, 80, 0);
    let said: Vec<String> = (0..map.rows()).map(|row| map.row(&library, row, 0).told()).collect();
    assert_eq!(said[0], "In the middle: What the Lindholm talks have achieved so far, Kystposten, 9 Feb 2031.");
    assert!(said[1].starts_with("Same series: ") && said[1].contains("The Isles Gazette"), "{said:?}");
    assert_eq!(said.len(), 2, "{said:?}");
    let map = drawn(Node::Story(CALL), &library, 80, 0);
    let said: Vec<String> = (0..map.rows()).map(|row| map.row(&library, row, 0).told()).collect();
    assert_eq!(said[1], "Tells of: Astrid Halvorsen – Demir Ilmaz, 21 May 2031, call, held.", "{said:?}");
    // What is further in says what it belongs to, in the right direction.
    let took_part = "Halvorsen – Ilmaz, 21 May 2031: took part: Astrid Halvorsen, person.";
    assert!(said.contains(&took_part.to_owned()), "{said:?}");
    let probably = "Halvorsen – Ilmaz, 24 May 2031: probably the same meeting: ";
    assert!(said.iter().any(|words| words.starts_with(probably)), "{said:?}");
    assert!(said.iter().all(|words| words.ends_with('.') && !words.contains('…')), "{said:?}");
}

#[test]
fn a_map_around_nothing_is_empty() {
    let map = map(Node::Story(99), 116);
    assert_eq!((map.rows(), map.stops()), (0, 0));
    assert!(map.empty().contains("press 4"));
}

#[test]
fn what_is_cut_keeps_its_number_and_its_day() {
    use super::told::cut_before;
    assert_eq!(cut_before("Lindholm talks, round 24", ", round 24", 17), "Lindho…, round 24");
    assert_eq!(cut_before("Lindholm talks, round 24", ", round 24", 24), "Lindholm talks, round 24");
    assert_eq!(cut_before("Lindholm talks, round 24", ", round 24", 9), "round 24");
    assert_eq!(cut_before("Lindholm talks", "", 8), "Lindhol…");
}

#[test]
fn what_a_thing_is_can_be_heard_though_it_is_seen_by_its_colour() {
    let library = Arc::new(library());
    let heard = drawn(Node::Story(CALL), &library, 80, 0);
    let told: Vec<String> = (0..heard.rows()).map(|row| heard.row(&library, row, 0).told()).collect();
    let has = |words: &str| told.iter().any(|line| line.contains(words));
    assert!(has(", person.") && has(", call, held."), "{told:#?}");
    assert!(!has(", place, place."), "{told:#?}");
    let about_places = told.iter().filter(|line| line.contains("lace: "));
    assert!(
        about_places.clone().count() > 0 && about_places.clone().all(|line| !line.ends_with(", place.")),
        "{told:#?}"
    );
}
