//! A meeting of thousands of stories in, what its page costs and shows out.

use std::sync::Arc;

use crate::library::Library;
use crate::links::{MentionRef, Tier};
use crate::reader::fixture::{CALL, library};
use crate::reader::model::prepared::Prepared;
use crate::reader::model::view::meeting::tellings::COMPOSED;
use crate::reader::model::view::{Content, Inputs, Target};

/// The fixture, whose first meeting that several stories tell is told by so many.
fn told_by(count: usize) -> (Arc<Library>, usize) {
    let mut told = library();
    let number = told.connections.meetings.iter().position(|meeting| meeting.mentions.len() > 1).unwrap();
    let meeting = &mut told.connections.meetings[number];
    let first = *meeting.mentions.iter().find(|at| at.story == CALL).unwrap();
    while meeting.mentions.len() < count {
        let mut story = told.stories[first.story].clone();
        Arc::make_mut(&mut story.article).id = format!("{}.txt", told.stories.len());
        meeting.mentions.push(MentionRef { story: told.stories.len(), ..first });
        told.stories.push(story);
    }
    (Arc::new(told), number)
}

fn page(library: &Arc<Library>, number: usize, columns: u16) -> Arc<dyn Content> {
    let inputs = Inputs {
        library,
        columns,
        rows: 36,
        own: &[],
        words: "",
        least: Tier::Series,
        is_linear: false,
        is_finding: false,
        prepared: &Prepared::default(),
    };
    crate::reader::model::view::meeting::content(&inputs, number)
}

#[test]
fn every_telling_is_a_stop_in_rows_of_its_own() {
    let (library, number) = told_by(300);
    for columns in [1, 40, 80, 116] {
        let page = page(&library, number, columns);
        let mentions =
            (0..page.stops()).filter(|stop| matches!(page.target(&library, *stop), Some(Target::Mention(_))));
        assert_eq!(mentions.count(), 300);
        let mut before = 0;
        for stop in 0..page.stops() {
            let rows = page.rows_of(stop);
            assert!(rows.start >= before && rows.end <= page.rows() && !rows.is_empty(), "{columns} {stop} {rows:?}");
            assert_eq!(page.stop_at(rows.start, 0), Some(stop));
            assert!(page.source(&library, stop).is_some() || page.target(&library, stop).is_some());
            before = rows.end;
        }
        assert!(
            (0..page.rows()).all(|row| page.row(&library, row, 0).cells.iter().all(|cell| !cell.words.contains('\n')))
        );
    }
    let page = page(&library, number, 116);
    let words: Vec<String> = (0..page.rows()).map(|row| page.row(&library, row, 0).words()).collect();
    assert!(words.iter().any(|row| row == "Told by 300 stories"), "{:#?}", &words[..20]);
    assert_eq!(
        words.iter().filter(|row| row.starts_with("Northwire, 21 May 2031")).count(),
        299,
        "{:#?}",
        &words[..40]
    );
}

#[test]
fn of_a_meeting_that_five_thousand_stories_tell_no_row_is_made_before_it_is_in_sight() {
    let (library, number) = told_by(5_000);
    let before = COMPOSED.get();
    let page = page(&library, number, 116);
    assert_eq!(COMPOSED.get(), before, "opening");
    for row in 0..36 {
        page.row(&library, page.rows() / 2 + row, 0);
    }
    let made = COMPOSED.get() - before;
    assert!((1..=36).contains(&made), "{made} tellings for a screen");
}
