use super::*;
use crate::reader::fixture::{self, CALL};
use crate::reader::layout::Typography;
use crate::reader::layout::page::lay_out;
use crate::reader::model::digest;

fn set(columns: u16) -> (Story, Page) {
    justified(columns, false)
}

fn justified(columns: u16, justified: bool) -> (Story, Page) {
    let story = fixture::library().stories[CALL].clone();
    let facts = digest::facts(&story, 1, None, &crate::library::Own::default());
    let page = lay_out(CALL, &story, &facts, Typography { columns, justified, ..Typography::default() });
    (story, page)
}

fn point(story: &Story, words: &str) -> Point {
    Point { part: Part::Text, at: story.article.text.find(words).unwrap() }
}

fn selected(story: &Story, page: &Page, selection: &Selection) -> String {
    let words = selection.passages(page).iter().map(|passage| story.words(*passage)).collect::<Vec<_>>();
    words.join(" | ")
}

#[test]
fn steps_go_by_letters_words_and_paragraphs_and_into_the_next_paragraph() {
    let (story, page) = set(60);
    let at = point(&story, "Premier Astrid");
    let mut selection = Selection::new(CALL, at, at);
    assert_eq!(selected(&story, &page, &selection), "");
    let mut go = |grain, forward| {
        selection.step(&story, &page, grain, forward);
        selected(&story, &page, &selection)
    };
    assert_eq!(go(Grain::Letter, true), "P");
    assert_eq!(go(Grain::Word, true), "Premier");
    assert_eq!(go(Grain::Word, true), "Premier Astrid");
    assert_eq!(go(Grain::Letter, false), "Premier Astri");
    assert_eq!(go(Grain::Word, false), "Premier ");
    let paragraph = go(Grain::Paragraph, true);
    assert!(paragraph.ends_with("Strait of Vell."), "{paragraph}");
    let two = go(Grain::Word, true);
    assert!(two.ends_with("Strait of Vell. | “We"), "{two}");
    assert_eq!(go(Grain::Paragraph, false), paragraph, "the next one begins here");
}

#[test]
fn the_number_of_a_meeting_is_neither_selected_nor_in_the_way() {
    let (story, page) = set(60);
    let at = point(&story, "spoke by telephone");
    let mut selection = Selection::new(CALL, at, at);
    while !selected(&story, &page, &selection).ends_with("her") {
        selection.step(&story, &page, Grain::Word, true);
    }
    let words = selected(&story, &page, &selection);
    assert_eq!(words, "spoke by telephone with President Demir Ilmaz on Wednesday, her");
    assert!(selection.shown(&page).unwrap().of(page.sheet.text()).contains('¹'));
}

#[test]
fn a_selection_that_goes_backwards_holds_the_same_words() {
    let (story, page) = set(60);
    let (from, to) = (point(&story, "the ferry accident"), point(&story, " in the Strait of Vell.\n"));
    let forward = Selection::new(CALL, from, to);
    let backward = Selection::new(CALL, to, from);
    assert_eq!(selected(&story, &page, &forward), "the ferry accident");
    assert_eq!(selected(&story, &page, &backward), "the ferry accident");
    let mut swapped = forward;
    swapped.swap();
    assert_eq!(swapped, backward);
}

#[test]
fn rows_are_walked_in_one_column_and_the_facts_are_passed_over() {
    let (story, page) = set(60);
    let title = point(&story, "calls President");
    let mut selection = Selection::new(CALL, title, title);
    let (row, column) = selection.caret(&page).unwrap();
    assert_eq!((page.rows[row].kind, column), (RowKind::Title, "Premier Halvorsen ".len()));
    // The title takes one row, or two.
    let mut kinds = Vec::new();
    for _ in 0..4 {
        selection.go_rows(&page, 1);
        let (row, _) = selection.caret(&page).unwrap();
        kinds.push(page.rows[row].kind);
    }
    assert!(kinds.iter().all(|kind| matches!(kind, RowKind::Title | RowKind::Body(_))), "{kinds:?}");
    for _ in 0..4 {
        selection.go_rows(&page, -1);
    }
    assert_eq!(selection.head, title, "the column was kept");
    selection.go_rows(&page, -5);
    selection.go_rows(&page, -5);
    assert_eq!(selection.caret(&page), Some((0, 0)));
    selection.go_rows(&page, isize::MAX);
    selection.go_rows(&page, 1);
    assert!(selected(&story, &page, &selection).ends_with("replaces its director"));
}

#[test]
fn the_ends_of_a_row_and_of_the_page_are_reached_at_once() {
    let (story, page) = set(60);
    let at = point(&story, "first conversation");
    let mut selection = Selection::new(CALL, at, at);
    let (row, _) = selection.caret(&page).unwrap();
    selection.go_along_row(&page, true);
    assert_eq!(selection.caret(&page).map(|(row, _)| row), Some(row));
    selection.go_along_row(&page, false);
    assert_eq!(selection.caret(&page), Some((row, 0)));
    selection.go_to_edge(&page, false);
    assert_eq!(selection.caret(&page), Some((0, 0)));
    selection.go_to_edge(&page, true);
    assert_eq!(selection.caret(&page).map(|(row, _)| row), Some(page.rows.len() - 1));
}

#[test]
fn another_width_selects_the_same_words() {
    let (story, wide) = set(72);
    let (_, narrow) = set(31);
    let selection = Selection::new(CALL, point(&story, "the first"), point(&story, "The inquiry"));
    assert_eq!(selected(&story, &wide, &selection), selected(&story, &narrow, &selection));
}

#[test]
fn the_mouse_takes_letters_words_and_paragraphs() {
    let (story, page) = set(60);
    let at = point(&story, "Astrid Halvorsen spoke");
    let (row, column) = Selection::new(CALL, at, at).caret(&page).unwrap();
    let under = |column, grain| {
        let (from, to) = unit_at(&story, &page, row, column, grain).unwrap();
        selected(&story, &page, &Selection::new(CALL, from, to))
    };
    assert_eq!(under(column, Grain::Letter), "A");
    assert_eq!(under(column + 3, Grain::Word), "Astrid");
    assert_eq!(under(column + 6, Grain::Word), " ", "between two words");
    assert!(under(column, Grain::Paragraph).starts_with("HOLMSUND"));
    // Beside the text it is the letter that is nearest.
    let end = under(200, Grain::Letter);
    assert_eq!(end.trim().chars().count(), 1);
    assert!(unit_at(&story, &page, page.rows.len(), 0, Grain::Letter).is_none());
}

#[test]
fn in_justified_rows_the_pointer_takes_what_is_drawn_under_it() {
    let (story, page) = justified(46, true);
    let at = point(&story, "conversation between");
    let (row, column) = Selection::new(CALL, at, at).caret(&page).unwrap();
    let (from, to) = unit_at(&story, &page, row, column, Grain::Word).unwrap();
    assert_eq!(selected(&story, &page, &Selection::new(CALL, from, to)), "conversation");
}

#[test]
fn every_walk_ends_where_it_should() {
    for columns in [1, 7, 40, 200] {
        let (story, page) = set(columns);
        let start = point(&story, "The Maritime");
        for grain in [Grain::Letter, Grain::Word, Grain::Sentence, Grain::Paragraph] {
            for forward in [true, false] {
                let mut selection = Selection::new(CALL, start, start);
                for _ in 0..3000 {
                    selection.step(&story, &page, grain, forward);
                }
                let before = selection;
                selection.step(&story, &page, grain, forward);
                assert_eq!(selection, before);
                assert!(selection.shown(&page).is_some_and(|shown| !shown.is_empty()));
            }
        }
    }
}
