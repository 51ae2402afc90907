//! What every view does alike, tried on one of a hundred rows.

mod leads;
mod sureness;

use std::sync::Arc;

use super::*;
use crate::language::{Part, Passage};
use crate::reader::actions::{Action, Command};
use crate::reader::fixture::{CALL, library};
use crate::reader::theme::Theme;
use crate::reader::update::update;
use crate::text::Span;

/// A heading above ten rows, ten times.
fn content() -> Lines {
    let mut lines = Lines::new(vec![Cell::new(0, "Rows", Role::Strong)], "Nothing.");
    for group in 0..10 {
        lines.add_row(Row::new(vec![Cell::new(0, format!("Group {group}"), Role::Muted)]));
        for row in 0..9 {
            let source =
                crate::dossier::Source { story: CALL, passage: Passage { part: Part::Text, span: Span::new(0, 4) } };
            let words = format!("row {group}{row}");
            lines.add_stop([Row::new(vec![Cell::new(2, words, Role::Base)])], Some(Target::Passage(source)), None);
        }
    }
    lines
}

fn reader() -> Model {
    let mut model = Model::new(Theme::dark(), 120, 36);
    model.load(library());
    model.open_view(View::Corrections);
    model.views.open.as_mut().unwrap().content = Arc::new(content());
    model.settle();
    model
}

fn press(model: &mut Model, commands: &[Command]) {
    for command in commands {
        update(model, Action::Do(*command));
    }
}

fn at(model: &Model) -> (usize, usize) {
    let open = model.view().unwrap();
    (open.at.cursor, open.at.top)
}

#[test]
fn the_cursor_walks_rows_that_lead_somewhere_and_stays_in_sight() {
    let mut model = reader();
    press(&mut model, &[Command::Down]);
    assert_eq!(at(&model), (1, 0));
    press(&mut model, &[Command::Bottom]);
    let height = usize::from(model.view_parts().body.height);
    assert_eq!(at(&model), (89, 100 - height));
    press(&mut model, &[Command::Top]);
    assert_eq!(at(&model), (0, 0), "the heading above the first row is in sight as well");
    press(&mut model, &[Command::PageDown, Command::PageUp]);
    assert_eq!(at(&model), (0, 0));
    press(&mut model, &[Command::Up]);
    assert_eq!(at(&model), (0, 0));
}

#[test]
fn enter_leads_to_the_words_and_back_leads_to_the_row() {
    let mut model = reader();
    press(&mut model, &[Command::Down, Command::Down, Command::Follow]);
    assert!(model.view().is_none());
    assert_eq!(model.shown(), Some(CALL));
    press(&mut model, &[Command::Back]);
    assert_eq!(model.view().map(|open| (open.view, open.at.cursor)), Some((View::Corrections, 2)));
    press(&mut model, &[Command::Forward]);
    assert!(model.view().is_none());
    assert_eq!(model.shown(), Some(CALL));
}

#[test]
fn a_view_is_left_for_where_it_was_opened() {
    let mut model = reader();
    assert_eq!(model.context(), crate::reader::actions::Context::View);
    press(&mut model, &[Command::LeaveView]);
    assert!(model.view().is_none());
    assert_eq!(model.context(), crate::reader::actions::Context::List);
}

#[test]
fn words_are_looked_for_round_and_round() {
    let mut model = reader();
    press(&mut model, &[Command::Find]);
    update(&mut model, Action::Insert("row 33".into()));
    press(&mut model, &[Command::FindAccept]);
    assert_eq!(at(&model).0, 30);
    press(&mut model, &[Command::FindNext]);
    assert_eq!((at(&model).0, model.notice().unwrap().words()), (30, "This is the only place."));
    press(&mut model, &[Command::LeaveView]);
    assert!(model.view().is_some(), "what is looked for is forgotten first");
    press(&mut model, &[Command::Find]);
    update(&mut model, Action::Insert("nothing like it".into()));
    press(&mut model, &[Command::FindAccept]);
    assert_eq!((at(&model).0, model.notice().unwrap().words()), (30, "“nothing like it” is not here."));
}

#[test]
fn the_wheel_scrolls_and_takes_the_cursor_along() {
    let mut model = reader();
    update(&mut model, Action::Wheel { column: 20, row: 10, steps: 5 });
    let (cursor, top) = at(&model);
    assert_eq!(top, 15);
    assert!(model.view().unwrap().content.rows_of(cursor).start >= top);
}

#[test]
fn a_click_puts_the_cursor_on_a_row_and_another_one_follows_it() {
    let mut model = reader();
    let body = model.view_parts().body;
    let click = Action::Click { column: body.x + 3, row: body.y + 4 };
    update(&mut model, click.clone());
    assert_eq!(at(&model).0, 3);
    update(&mut model, click);
    assert!(model.view().is_none());
}

#[test]
fn what_joins_two_stories_comes_into_sight_with_its_reasons_below_it() {
    let mut model = Model::new(Theme::dark(), 60, 20);
    model.load(library());
    let mut later = 0;
    for (from, to) in (0..model.library.stories.len()).flat_map(|from| (0..from).map(move |to| (from, to))) {
        model.open_view(View::Why { from, to });
        loop {
            let height = usize::from(model.view_parts().body.height);
            let open = model.view().unwrap();
            if let Some(block) = open.content.block_of(open.at.cursor) {
                let is_whole = open.at.top <= block.start && block.end <= open.at.top + height;
                assert!(is_whole || open.at.top == block.start, "{from} {to}: {block:?} from {}", open.at.top);
                later += usize::from(open.at.cursor > 0);
            }
            let before = open.at.cursor;
            press(&mut model, &[Command::Down]);
            if at(&model).0 == before {
                break;
            }
        }
    }
    assert!(later > 0, "two stories have more than one thing in common");
}

#[test]
fn another_analysis_of_the_same_stories_keeps_the_view_of_a_name() {
    let mut model = Model::new(Theme::dark(), 120, 36);
    model.load(library());
    model.open_view(View::Name(1));
    let name = model.library.connections.entities[1].id.clone();
    let mut other = library();
    other.connections.entities.swap(0, 1);
    model.load(other);
    let Some(View::Name(number)) = model.view().map(|open| open.view) else { panic!("the view is gone") };
    assert_eq!(model.library.connections.entities[number].id, name);
    model.load(crate::library::Library::default());
    assert!(model.view().is_none());
}

#[test]
fn every_size_of_the_screen_has_parts_that_lie_on_it() {
    for width in [1, 2, 19, 20, 59, 60, 80, 120, 200] {
        for height in 1..50 {
            let mut model = reader();
            update(&mut model, Action::Resize { width, height });
            let parts = model.view_parts();
            for part in [parts.heading, parts.line, parts.rule, parts.head, parts.head_rule, parts.body, parts.detail] {
                assert!(part.right() <= width && part.bottom() <= height, "{width}x{height}: {part:?}");
            }
            assert!(height < 3 || parts.body.height > 0, "{width}x{height}");
        }
    }
}

#[test]
fn the_rows_that_stay_are_counted_as_they_are_made() {
    for (width, height) in [(140, 40), (120, 24), (60, 20), (30, 8)] {
        let mut model = Model::new(Theme::dark(), width, height);
        model.load(library());
        let map = View::Map(Node::Story(CALL));
        let pair = View::Why { from: CALL, to: 1 };
        let beside = View::Compare { from: CALL, to: 1 };
        for view in [View::Meetings, View::Meeting(0), View::Names, View::Name(0), map, pair, beside] {
            model.open_view(view);
            let open = model.view().unwrap();
            for at in 0..open.content.stops().min(9) {
                let made = open.content.head(&model.library, at).len();
                assert_eq!(open.content.head_rows(&model.library, at), made, "{view:?} at {at}, {width}x{height}");
            }
        }
    }
}

#[test]
fn what_was_left_long_ago_is_made_anew_where_it_was_left() {
    let mut model = Model::new(Theme::dark(), 120, 36);
    model.load(library());
    model.open_view(View::Names);
    press(&mut model, &[Command::Down, Command::Down]);
    let stories = model.library.stories.len();
    for walked in 0..40 {
        model.open_view(View::Map(Node::Story(walked % stories)));
        model.open_view(View::Name(walked % model.library.connections.entities.len()));
        model.open_view(View::Meeting(walked % model.library.connections.meetings.len()));
    }
    assert!(model.views.kept.len() <= KEPT, "{}", model.views.kept.len());
    assert!(model.views.left.len() > KEPT, "{}", model.views.left.len());
    model.open_view(View::Names);
    assert_eq!(at(&model).0, 2);
    model.open_view(View::Meetings);
    model.load(library());
    assert!(model.views.kept.is_empty(), "what was made of another analysis is not kept");
}

#[test]
fn the_words_behind_a_row_of_the_meetings_are_those_of_its_whole_dossier() {
    use crate::dossier::meeting::{MeetingDossier, MeetingIndex, leading};
    use crate::dossier::neighbourhood::{Labels, label};
    let library = library();
    let (index, labels) = (MeetingIndex::of(&library), Labels::new(&library));
    for meeting in 0..library.connections.meetings.len() {
        let whole = MeetingDossier::new(&library, meeting).unwrap();
        let leads = whole.status.or_else(|| whole.tellings.first().map(|telling| telling.source));
        assert_eq!(leading(&library, meeting), leads, "meeting {meeting}");
        assert_eq!(index.dossier(meeting), Some(whole));
        assert_eq!(labels.of(Node::Meeting(meeting)), label(&library, Node::Meeting(meeting)));
    }
    assert_eq!(leading(&library, usize::MAX), None);
}

#[test]
fn a_key_that_does_nothing_in_a_view_says_so() {
    let mut model = reader();
    let action = model.pressed(crate::reader::keymap::Key::parse("z").unwrap()).unwrap();
    update(&mut model, action);
    let told = model.notice().unwrap().words().to_owned();
    assert!(told.starts_with("Not in a view: the text alone") && told.contains("1 leads back"), "{told}");
    assert!(model.view().is_some());
}

#[test]
fn a_filter_that_is_cleared_leaves_the_cursor_on_the_same_thing() {
    let mut model = Model::new(Theme::dark(), 120, 36);
    model.load(library());
    model.open_view(View::Names);
    press(&mut model, &[Command::Bottom]);
    let (target, last) = (model.view_target(), at(&model).0);
    let Some(Target::View(View::Name(number))) = target else { panic!("a name leads to its page") };
    let name = model.library.connections.entities[number].name.clone();
    press(&mut model, &[Command::Find]);
    update(&mut model, Action::Insert(name));
    press(&mut model, &[Command::Accept]);
    assert_eq!((at(&model).0, model.view_target()), (0, target));
    press(&mut model, &[Command::LeaveView]);
    assert_eq!((at(&model).0, model.view_target()), (last, target));
}

#[test]
fn each_letter_that_is_typed_goes_on_from_where_the_letters_before_were_found() {
    let mut model = reader();
    press(&mut model, &[Command::Down, Command::Down, Command::Find]);
    for (typed, found) in [("row", 2), ("row 3", 27), ("row 30", 27), ("row 30x", 2), ("row 30xy", 2), ("row 01", 1)] {
        let open = model.views.open.as_mut().unwrap();
        open.typed.as_mut().unwrap().input.set(typed, "");
        model.take_view_line();
        assert_eq!(at(&model).0, found, "{typed}");
    }
}

#[test]
fn words_that_a_row_of_a_mention_leaves_out_are_found_on_the_page_of_a_name() {
    let library = library();
    let name = library.connections.entities.iter().position(|one| one.name == "Astrid Halvorsen").unwrap();
    let mut model = Model::new(Theme::dark(), 40, 36);
    model.load(library);
    model.open_view(View::Name(name));
    model.settle();
    let words = "since the ferry accident in the Strait of Vell";
    let open = model.view().unwrap();
    let stops: Vec<usize> =
        (0..open.content.stops()).filter(|stop| open.content.has_words(&model.library, *stop, 0, words)).collect();
    let found = *stops.first().unwrap();
    let row = open.content.row(&model.library, open.content.rows_of(found).start, 0);
    assert!(row.cells.iter().all(|cell| !cell.words.contains("accident")), "{row:?}");
    assert!(row.told().contains("ferry accident"));
}

#[test]
fn an_empty_view_offers_nothing_to_compare_and_the_first_line_tells_no_story() {
    let mut model = Model::new(Theme::dark(), 60, 20);
    model.load(library());
    press(&mut model, &[Command::Open]);
    model.top = 3;
    model.open_view(View::Corrections);
    assert!(!model.can(Command::Compare));
    let backend = ratatui::backend::TestBackend::new(60, 20);
    let mut terminal = ratatui::Terminal::new(backend).unwrap();
    terminal.draw(|frame| crate::reader::views::draw(&model, frame)).unwrap();
    let first: String = (0..60).map(|x| terminal.backend().buffer()[(x, 0)].symbol()).collect();
    assert!(first.starts_with(" Dateline"), "{first}");
}

/// Types a line into the filter of the view.
fn filter(model: &mut Model, words: &str) {
    model.open_view_line();
    let open = model.views.open.as_mut().unwrap();
    open.typed.as_mut().unwrap().input.set(words, "");
    model.take_view_line();
    model.accept_view_line();
    model.settle();
}

/// How many rows a list of things has, and whether it tells of a mistake.
fn listed(model: &Model) -> (usize, bool) {
    let open = model.view().unwrap();
    (open.content.stops(), open.mistake.is_some())
}

#[test]
fn with_a_mistake_in_its_filter_every_list_stays_as_it_was() {
    for (view, good) in [(View::Meetings, "kind:call"), (View::Names, "kind:person")] {
        let mut model = Model::new(Theme::dark(), 120, 36);
        model.load(library());
        model.open_view(view);
        let all = listed(&model).0;
        filter(&mut model, good);
        let (some, is_wrong) = listed(&model);
        assert!(some > 0 && some < all && !is_wrong, "{view:?}: {some} of {all}");
        filter(&mut model, "kind:zebra");
        assert_eq!(listed(&model), (some, true), "{view:?}");
        model.turn_to(None);
        model.turn_to(Some(view));
        assert_eq!(listed(&model), (some, true), "{view:?}, come back to");
        filter(&mut model, "");
        assert_eq!(listed(&model), (all, false), "{view:?}");
        filter(&mut model, "kind:zebra");
        assert_eq!(listed(&model), (all, true), "{view:?}");
    }
}

#[test]
fn a_list_that_asks_what_was_read_shows_what_was_read_meanwhile() {
    use crate::library::Change;
    for view in [View::Meetings, View::Names] {
        let mut model = Model::new(Theme::dark(), 120, 36);
        model.load(library());
        let all = 0..model.library.stories.len();
        model.open_view(view);
        filter(&mut model, "is:unread");
        let before = listed(&model).0;
        assert!(before > 0);
        model.turn_to(None);
        model.change(all.clone().map(|story| (story, Change::Read(true))).collect(), "read");
        model.turn_to(Some(view));
        assert_eq!(listed(&model).0, 0, "{view:?}");
        model.change(all.map(|story| (story, Change::Read(false))).collect(), "unread");
        model.settle();
        assert_eq!(listed(&model).0, before, "{view:?}, while it is open");
    }
}

#[test]
fn what_is_linked_in_a_list_follows_the_least_sure_link_that_is_shown() {
    use crate::links::{LinkTarget, Tier};
    let mut told = library();
    for link in &mut told.connections.links {
        if matches!(link.target, LinkTarget::Meeting(_)) {
            link.tier = Tier::Probable;
        }
    }
    let mut model = Model::new(Theme::dark(), 120, 36);
    model.load(told);
    model.input.set("is:linked", "");
    model.read_query();
    model.list_stories();
    let stories = model.stories.len();
    model.open_view(View::Meetings);
    filter(&mut model, "is:linked");
    let meetings = listed(&model).0;
    assert!(stories > 0 && meetings > 0, "{stories} {meetings}");
    model.show_links_from(Tier::Same);
    model.settle();
    assert_eq!((model.stories.len(), listed(&model).0), (0, 0));
    model.show_links_from(Tier::Probable);
    model.settle();
    assert_eq!((model.stories.len(), listed(&model).0), (stories, meetings));
}

#[test]
fn what_the_letters_of_a_wrong_word_found_does_not_stay() {
    for (view, line, good) in [(View::Meetings, "zzqx:sarn", ""), (View::Names, "kind:persn", "")] {
        let mut model = Model::new(Theme::dark(), 120, 36);
        model.load(library());
        model.open_view(view);
        let mut asked = model.clone();
        filter(&mut asked, good);
        let (expected, _) = listed(&asked);
        update(&mut model, Action::Do(Command::Find));
        for letter in line.chars() {
            update(&mut model, Action::Insert(letter.to_string()));
        }
        assert_eq!(listed(&model), (expected, true), "{view:?}");
    }
}
