//! Every fact that a view shows leads to the sentence that says it.

use super::*;
use crate::dossier::neighbourhood::Node;
use crate::library::Library;
use crate::reader::fixture::{ROUND, SERIES, SUMMIT};

/// The rows of a view on which the cursor can stand and behind which no words of a story stand.
fn unfounded(library: &Library, view: View) -> Vec<String> {
    let mut model = Model::new(Theme::dark(), 120, 36);
    model.load(library.clone());
    model.open_view(view);
    model.settle();
    let open = model.view().unwrap();
    assert!(open.content.stops() > 0, "{view:?}");
    let library = &model.library;
    let rows = |stop: usize| open.content.rows_of(stop).map(move |row| open.content.row(library, row, stop).words());
    let bare = (0..open.content.stops()).filter(|stop| open.content.source(&model.library, *stop).is_none());
    bare.map(|stop| rows(stop).collect::<Vec<_>>().join(" / ")).collect()
}

/// The rows of the page of a meeting above its stories that say something and lead nowhere.
fn leading_nowhere(library: &Library, meeting: usize) -> Vec<String> {
    let mut model = Model::new(Theme::dark(), 120, 36);
    model.load(library.clone());
    model.open_view(View::Meeting(meeting));
    model.settle();
    let open = model.view().unwrap();
    let words = |row: usize| open.content.row(&model.library, row, 0).words();
    let facts = (0..open.content.rows()).take_while(|row| !words(*row).is_empty());
    let bare = facts.filter(|row| open.content.stop_at(*row, 1).is_none()).map(words);
    bare.filter(|words| !words.ends_with("day not told")).collect()
}

#[test]
fn words_of_a_story_stand_behind_every_row_that_can_be_chosen() {
    let library = library();
    let meetings = (0..library.connections.meetings.len()).map(View::Meeting);
    let names = (0..library.connections.entities.len()).map(View::Name);
    let others = [
        View::Meetings,
        View::Names,
        View::Why { from: CALL, to: SUMMIT },
        View::Compare { from: CALL, to: SUMMIT },
        View::Compare { from: ROUND, to: SERIES },
        View::Map(Node::Story(CALL)),
    ];
    for view in meetings.chain(names).chain(others) {
        assert_eq!(unfounded(&library, view), Vec::<String>::new(), "{view:?}");
    }
}

#[test]
fn what_is_inferred_of_a_meeting_leads_to_the_words_that_tell_of_it() {
    let mut library = library();
    for meeting in &mut library.connections.meetings {
        if let Some(when) = &mut meeting.when {
            when.passage = None;
        }
    }
    for meeting in 0..library.connections.meetings.len() {
        assert_eq!(leading_nowhere(&library, meeting), Vec::<String>::new());
    }
}
