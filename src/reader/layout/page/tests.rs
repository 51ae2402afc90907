//! Rows of the invented stories.

use super::*;
use crate::reader::fixture;
use crate::reader::model::marks::raised;
use crate::text::width::width;

fn page(columns: u16) -> Page {
    let library = fixture::library();
    let story = &library.stories[fixture::CALL];
    let facts = [
        Fact { words: "Northwire".into(), brief: None, lead: None },
        Fact { words: "2 meetings".into(), brief: None, lead: Some(Lead::Meetings) },
    ];
    lay_out(fixture::CALL, story, &facts, Typography { columns, ..Typography::default() })
}

fn rows(page: &Page, kind: RowKind) -> Vec<&str> {
    page.rows.iter().filter(|row| row.kind == kind).map(|row| row.span.of(page.sheet.text())).collect()
}

#[test]
fn a_title_that_stands_in_the_text_is_drawn_once() {
    let page = page(72);
    assert_eq!(rows(&page, RowKind::Title), ["Premier Halvorsen calls President Ilmaz¹ over the strait"]);
    assert_eq!(page.sheet.text().matches("over the strait").count(), 1);
}

#[test]
fn the_signs_of_headings_are_not_drawn_and_what_is_leads_back_to_its_place() {
    let text = "# Ferry talks resume\n\nThe crews of both sides hope for an end of the quarrel.\n\n## What now?\n\nNobody knows.\n";
    let path = std::path::Path::new("ferry.md");
    let library = crate::library::Library::from_articles(
        "ferry",
        crate::article::read("ferry.md", path, text.as_bytes()).articles,
    );
    let page = lay_out(0, &library.stories[0], &[], Typography { columns: 72, ..Typography::default() });
    assert_eq!(rows(&page, RowKind::Title), ["Ferry talks resume"]);
    assert_eq!(rows(&page, RowKind::Body(BlockKind::Heading)), ["What now?"]);
    assert!(!page.sheet.text().contains('#'), "{}", page.sheet.text());
    let shown = page.sheet.text().find("now").unwrap();
    assert_eq!(page.sheet.source(shown), Some((crate::language::Part::Text, text.find("now").unwrap())));
}

#[test]
fn a_derived_title_is_not_repeated_above_the_text_it_came_from() {
    let library = fixture::library();
    let page = lay_out(
        fixture::SUMMIT,
        &library.stories[fixture::SUMMIT],
        &[],
        Typography { columns: 72, ..Typography::default() },
    );
    assert!(rows(&page, RowKind::Title).is_empty());
    assert_ne!(page.rows.first().unwrap().kind, RowKind::Blank);
}

#[test]
fn the_number_of_a_meeting_follows_each_passage_that_tells_of_it() {
    let page = page(72);
    assert!(!page.marks.is_empty());
    for placed in &page.marks {
        let is_around =
            |other: &&PlacedMark| other.mark.mention == placed.mark.mention && other.shown.contains(placed.shown);
        let whole = page.marks.iter().filter(is_around).map(|other| other.shown.end()).max().unwrap();
        let (_, after) = page.sheet.text().split_at(whole);
        assert!(after.starts_with(&raised(placed.mark.number())), "{after:.20}");
    }
}

#[test]
fn no_row_is_wider_than_the_page() {
    for columns in [1, 2, 5, 20, 40, 72] {
        let page = page(columns);
        for row in &page.rows {
            if row.kind != RowKind::Facts {
                let wide = width(row.span.of(page.sheet.text())) + usize::from(row.indent);
                assert!(wide <= usize::from(columns), "{columns}: {:?}", row.span.of(page.sheet.text()));
            }
        }
    }
}

#[test]
fn rows_never_go_back_in_the_text() {
    for columns in [3, 20, 72] {
        let page = page(columns);
        assert!(page.rows.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
        assert!(page.inks.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
    }
}

#[test]
fn paragraphs_stand_further_apart_than_their_lines() {
    let library = fixture::library();
    let double = Typography { columns: 60, spacing: 2, ..Typography::default() };
    let page = lay_out(fixture::SUMMIT, &library.stories[fixture::SUMMIT], &[], double);
    let kinds: Vec<bool> = page.rows.iter().map(|row| row.kind == RowKind::Blank).collect();
    let gaps: Vec<usize> = kinds.split(|blank| !blank).map(<[bool]>::len).filter(|gap| *gap > 0).collect();
    assert!(gaps.contains(&1) && gaps.contains(&2) && gaps.iter().all(|gap| *gap <= 2), "{gaps:?}");
}

#[test]
fn every_mark_of_the_story_has_rows() {
    let page = page(40);
    let story = &fixture::library().stories[fixture::CALL];
    assert_eq!(page.marks.len(), marks::of(story).len());
    for placed in &page.marks {
        assert!(!placed.rows.is_empty() && placed.rows.end <= page.rows.len());
    }
}

#[test]
fn facts_that_do_not_fit_go_to_the_next_row() {
    assert_eq!(rows(&page(72), RowKind::Facts), ["Northwire · 2 meetings"]);
    assert_eq!(rows(&page(14), RowKind::Facts), ["Northwire", "2 meetings"]);
}

#[test]
fn a_fact_that_is_longer_than_a_row_goes_on_in_the_next_to_its_last_word() {
    let library = fixture::library();
    let story = &library.stories[fixture::CALL];
    let fact = |words: &str| Fact { words: words.into(), brief: None, lead: None };
    let note = format!("note: see https://example.org/{} end now", "a/".repeat(40));
    let facts = [fact("Northwire"), fact(&note), fact("2 meetings")];
    let page = lay_out(fixture::CALL, story, &facts, Typography { columns: 40, ..Typography::default() });
    let told = rows(&page, RowKind::Facts);
    assert!(told.iter().all(|row| width(row) <= 40), "{told:?}");
    assert!(told.concat().replace(' ', "").contains(&note.replace(' ', "")), "{told:?}");
    assert!(told.last().is_some_and(|row| row.ends_with("2 meetings")), "{told:?}");
}
