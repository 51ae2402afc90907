//! Marks, and which names are highlighted.

use super::*;
use crate::language::NameKind;
use crate::library::KeptPlace;
use crate::library::Mark;
use crate::reader::model::left::Left;
use crate::reader::model::messages::Message;
use crate::reader::model::picker::Pick;
use crate::reader::model::view::View;

/// Loads the library with these reasons for the day of the story that is shown.
fn dated_by(model: &mut Model, reasons: &[&str]) {
    let mut library = library();
    let day = library.stories[SUMMIT].annotations.published.as_mut().unwrap();
    day.reasons = reasons.iter().map(|reason| (*reason).to_owned().into()).collect();
    day.neighbours.clear();
    update(model, Action::Loaded(Box::new(library)));
    show(model, SUMMIT);
}

/// Types a letter, where one is waited for.
fn letter(model: &mut Model, typed: &str) -> Effects {
    assert_eq!(model.context(), Context::Letter);
    update(model, Action::Insert(typed.into()))
}

fn notice(model: &Model) -> &str {
    model.notice_words().unwrap_or_default()
}

#[test]
fn a_mark_leads_back_to_its_place_and_from_there_where_one_was() {
    let mut model = reader(60, 20);
    show(&mut model, CALL);
    press(&mut model, "Enter j j j m");
    let effects = letter(&mut model, "a");
    let here = model.here();
    assert_eq!(notice(&model), "Mark a is here.");
    let [(story, mark)] = effects.marks.as_slice() else { panic!("{effects:?}") };
    assert_eq!((*story, mark.letter, mark.place.top.is_some()), (CALL, 'a', true));
    assert!(mark.title.starts_with("Premier Halvorsen") && !mark.line.is_empty(), "{mark:?}");
    press(&mut model, "Esc");
    show(&mut model, ROUND);
    press(&mut model, "Enter");
    let there = model.here();
    press(&mut model, "'");
    letter(&mut model, "a");
    assert_eq!(model.here(), here);
    press(&mut model, "C-o");
    assert_eq!(model.here(), there, "history remembers the place before");
    press(&mut model, "'");
    letter(&mut model, "'");
    assert_eq!(model.here(), here, "the place before the last jump");
    press(&mut model, "'");
    letter(&mut model, "'");
    assert_eq!(model.here(), there, "there and back");
}

#[test]
fn a_mark_keeps_the_words_in_focus() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Tab Tab m");
    letter(&mut model, "x");
    let words = focused(&model).to_owned();
    press(&mut model, "Tab Esc g '");
    letter(&mut model, "x");
    assert_eq!(focused(&model), words);
    // Another analysis numbers the passages anew.
    update(&mut model, Action::Loaded(Box::new(library())));
    press(&mut model, "Tab '");
    letter(&mut model, "x");
    assert_eq!(focused(&model), words);
}

#[test]
fn what_is_waited_for_can_be_left_and_nothing_else_is_typed_meanwhile() {
    let mut model = reader(120, 36);
    press(&mut model, "m");
    letter(&mut model, "pasted words");
    assert_eq!(model.context(), Context::Letter, "what is pasted is no letter");
    press(&mut model, "Esc");
    assert_eq!(model.context(), Context::List);
    press(&mut model, "m");
    letter(&mut model, "!");
    assert_eq!(notice(&model), "A mark is a letter or a digit; nothing was marked.");
    press(&mut model, "'");
    letter(&mut model, "q");
    assert_eq!(notice(&model), "No mark is called q; m and a letter sets one.");
    press(&mut model, "'");
    update(&mut model, Action::Click { column: 60, row: 10 });
    assert_eq!(model.context(), Context::Text, "a click leaves it");
    press(&mut model, "m");
    assert!(model.pause().is_some(), "after a pause the marks are shown");
    update(&mut model, Action::Tell(Message::event("Something in the background.")));
    assert_eq!(model.context(), Context::Letter, "what comes from the background does not leave it");
    assert_eq!(press(&mut model, "C-c").next, Next::Quit);
}

#[test]
fn kept_marks_are_there_and_one_whose_story_is_gone_says_so_and_stays() {
    let mut model = reader(120, 36);
    press(&mut model, "m");
    letter(&mut model, "b");
    let kept =
        |letter, title: &str| Mark { letter, place: KeptPlace::default(), title: title.into(), line: String::new() };
    let marks = vec![(Some(ROUND), kept('a', "Round")), (Some(ALONE), kept('b', "Cranes")), (None, kept('g', "Gone"))];
    update(&mut model, Action::Marks(marks));
    press(&mut model, "'");
    letter(&mut model, "a");
    assert_eq!(model.shown(), Some(ROUND));
    press(&mut model, "'");
    letter(&mut model, "b");
    assert_ne!(model.shown(), Some(ALONE), "a mark that was set meanwhile counts for more");
    press(&mut model, "'");
    letter(&mut model, "g");
    assert_eq!(notice(&model), "“Gone”, which mark g is in, is not in this library any more.");
    assert!(model.whereabouts.bookmarks.get('g').is_some());
    press(&mut model, "m");
    letter(&mut model, "a");
    assert!(notice(&model).starts_with("Mark a is here; it was in “Third round"), "{}", notice(&model));
}

#[test]
fn kinds_of_names_are_switched_by_a_chord_and_the_help_tells_which_are_off() {
    let mut model = reader(120, 36);
    update(&mut model, Action::Do(Command::SwitchPlaces));
    assert_eq!(notice(&model), "Places are no longer highlighted.");
    assert!(!model.names.shows(NameKind::Place) && model.names.shows(NameKind::Person));
    update(&mut model, Action::Do(Command::SwitchNames));
    assert_eq!(notice(&model), "All names are highlighted.");
    update(&mut model, Action::Do(Command::SwitchNames));
    assert_eq!(notice(&model), "No names are highlighted.");
    update(&mut model, Action::Do(Command::SwitchDocuments));
    assert_eq!(notice(&model), "Documents are highlighted.");
    let settings = Settings::parse("[reading]\nnames = [\"place\"]").unwrap();
    assert!(reader(120, 36).with(settings).names.kinds().eq([NameKind::Place]));
}

#[test]
fn a_place_is_picked_from_those_behind_and_ahead_and_all_are_kept() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter ]");
    assert_eq!(model.shown(), Some(SUMMIT));
    press(&mut model, "m");
    letter(&mut model, "a");
    show(&mut model, ROUND);
    press(&mut model, "'");
    letter(&mut model, "a");
    press(&mut model, "H");
    let picker = model.picker.as_ref().unwrap();
    let details: Vec<&str> = picker.items.iter().map(|item| item.detail.as_str()).collect();
    assert_eq!(picker.items.len(), 3);
    assert!(details[0].starts_with("you are here") && picker.cursor == 0, "{details:?}");
    assert!(picker.below.iter().all(|line| !line.is_empty()));
    press(&mut model, "Down Down Enter");
    assert_eq!(model.shown(), Some(CALL));
    press(&mut model, "H");
    let picker = model.picker.as_ref().unwrap();
    assert_eq!((picker.items.len(), picker.cursor), (3, 2), "all are kept");
    press(&mut model, "Esc Alt-Right");
    assert_eq!(model.shown(), Some(ROUND));
}

#[test]
fn the_outline_leads_to_a_heading() {
    let mut model = reader(60, 20);
    show(&mut model, CALL);
    press(&mut model, "O");
    for typed in "inquiry".chars() {
        update(&mut model, Action::Insert(typed.into()));
    }
    press(&mut model, "Enter");
    let page = model.page().unwrap();
    let rows = page.rows.iter().skip(model.top).take(model.text_height());
    assert!(rows.into_iter().any(|row| row.span.of(page.sheet.text()) == "The inquiry"));
    assert_eq!(model.focus, Focus::Text);
    assert!(model.history.has_back());
}

#[test]
fn a_paragraph_picked_from_the_outline_is_in_focus_even_where_the_page_stands_still() {
    let mut model = reader(120, 50);
    show(&mut model, SUMMIT);
    press(&mut model, "O Down Enter");
    let passage = model.focused_passage().unwrap();
    assert!(model.story().unwrap().words(passage).starts_with("Ilmaz confirmed that he would travel"));
    assert_eq!((model.top, model.panel.mention.is_some()), (0, true), "its meeting, or that of the story");
}

/// The same library opened again.
fn again(left: &Left) -> Model {
    let read = Left::read(&left.written()).unwrap();
    let mut model = Model::new(Theme::dark(), 60, 20).resumed(read);
    update(&mut model, Action::Loaded(Box::new(library())));
    model
}

#[test]
fn the_reader_goes_on_where_it_was_left() {
    let mut model = reader(60, 20);
    press(&mut model, "/");
    update(&mut model, Action::Insert("halvorsen".into()));
    press(&mut model, "Enter");
    update(&mut model, Action::Do(Command::SwitchPlaces));
    press(&mut model, "Tab Tab j");
    let (story, words, top) = (model.shown(), focused(&model).to_owned(), model.here().unwrap().place.top);
    assert!(!words.is_empty());
    let left = press(&mut model, "q").left.unwrap();
    let mut resumed = again(&left);
    assert_eq!((resumed.shown(), resumed.focus), (story, Focus::Text));
    assert_eq!((focused(&resumed), resumed.here().unwrap().place.top), (words.as_str(), top));
    assert_eq!(resumed.input.text(), "halvorsen");
    assert!(resumed.stories.len() < resumed.library.stories.len());
    assert!(!resumed.names.shows(NameKind::Place));
    assert_eq!(resumed.typing.past(), ["halvorsen"]);
    // What was kept of stories comes later and moves nobody.
    update(&mut resumed, Action::Kept(Vec::new()));
    assert_eq!(focused(&resumed), words);
}

#[test]
fn the_place_is_found_before_anything_else_is() {
    let mut model = reader(60, 20);
    show(&mut model, CALL);
    press(&mut model, "Enter Tab Tab Tab");
    let (words, top) = (focused(&model).to_owned(), model.here().unwrap().place.top);
    let left = press(&mut model, "q").left.unwrap();
    let mut resumed = Model::new(Theme::dark(), 60, 20).resumed(left);
    let mut texts = library();
    texts.connections = crate::links::Connections::default();
    for story in &mut texts.stories {
        story.meetings.clear();
        story.annotations.names.clear();
    }
    update(&mut resumed, Action::Read(Box::new(texts)));
    assert_eq!((resumed.shown(), resumed.here().unwrap().place.top), (Some(CALL), top));
    update(&mut resumed, Action::Loaded(Box::new(library())));
    assert_eq!((focused(&resumed), resumed.here().unwrap().place.top), (words.as_str(), top));
    assert!(matches!(resumed.spot, Some(Spot::Mark(_))), "{:?}", resumed.spot);
}

#[test]
fn a_session_that_fits_nothing_begins_at_the_beginning() {
    let first = reader(60, 20).shown();
    let text =
        "{\"story\":\"gone.txt\",\"filter\":\"\\u001b[2J(\\\"\",\"sort\":\"sideways\",\"names\":[\"x\"],\"later\":1}";
    let model = again(&Left::read(text).unwrap());
    assert_eq!((model.shown(), model.focus), (first, Focus::List));
    assert!(!model.input.text().contains('\u{1b}'));
    assert_eq!(Left::read("no session"), None);
    // Whoever leaves before the library is there leaves nothing.
    let mut waiting = Model::new(Theme::dark(), 60, 20);
    assert_eq!(update(&mut waiting, Action::Do(Command::QuitAnywhere)).left, None);
}

#[test]
fn the_view_that_was_left_is_opened_again_on_what_the_cursor_stood_on() {
    use crate::reader::model::view::{Target, View};
    for keys in ["2 j j", "3 j", "4", "2 Enter j", "3 Enter", "c", "E"] {
        let mut model = reader(120, 36);
        press(&mut model, keys);
        let (view, cursor) = model.view().map(|open| (open.view, open.at.cursor)).unwrap();
        let left = update(&mut model, Action::Do(Command::QuitAnywhere)).left.unwrap();
        let mut resumed = Model::new(Theme::dark(), 120, 36).resumed(Left::read(&left.written()).unwrap());
        let mut turned = library();
        turned.connections.meetings.reverse();
        turned.connections.entities.reverse();
        update(&mut resumed, Action::Loaded(Box::new(turned)));
        let open = resumed.view().unwrap_or_else(|| panic!("{keys} is not opened again"));
        let name = |library: &crate::library::Library, view: View| match view {
            View::Meeting(number) => library.connections.meetings[number].id.clone(),
            View::Name(number) => library.connections.entities[number].id.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(name(&resumed.library, open.view), name(&model.library, view), "{keys}");
        if let (Some(Target::View(there)), Some(Target::View(here))) = (resumed.view_target(), model.view_target()) {
            assert_eq!(name(&resumed.library, there), name(&model.library, here), "{keys}");
        } else {
            assert_eq!(open.at.cursor, cursor, "{keys}");
        }
    }
}

#[test]
fn a_view_that_another_version_kept_is_passed_over() {
    let mut model = reader(120, 36);
    press(&mut model, "2");
    let left = update(&mut model, Action::Do(Command::QuitAnywhere)).left.unwrap();
    let written = left.written().replace("\"meetings\"", "\"dreams\"");
    let mut resumed = Model::new(Theme::dark(), 120, 36).resumed(Left::read(&written).unwrap());
    update(&mut resumed, Action::Loaded(Box::new(library())));
    assert!(resumed.view().is_none() && resumed.shown() == model.shown());
}

#[test]
fn brackets_lead_from_a_meeting_to_its_stories_and_say_so_where_there_is_none() {
    let mut model = reader(120, 36);
    press(&mut model, "2");
    let many = |model: &Model| {
        let meeting = model.meeting_of_row().map(|number| &model.library.connections.meetings[number]);
        meeting.is_some_and(|meeting| meeting.mentions.len() > 1)
    };
    while !many(&model) {
        press(&mut model, "k");
    }
    let meeting = model.library.connections.meetings[model.meeting_of_row().unwrap()].clone();
    for keys in ["]", "Enter ]"] {
        let before = model.shown();
        press(&mut model, keys);
        assert!(model.view().is_none() && model.focus == Focus::Text);
        let story = model.shown().unwrap();
        assert_ne!(Some(story), before);
        assert!(
            meeting.mentions.iter().any(|at| at.story == story && Some(at.mention) == model.panel.mention),
            "{keys}"
        );
        press(&mut model, "C-o");
    }
    press(&mut model, "3 ]");
    assert_eq!(model.notice_words(), Some("This row is about no meeting."));
}

#[test]
fn a_row_that_is_about_no_story_alone_takes_no_star() {
    let mut model = reader(120, 36);
    let effects = press(&mut model, "2 s");
    assert!(effects.keep.is_empty());
    assert_eq!(model.notice_words(), Some("This row is no story; Enter leads to its stories."));
    let effects = press(&mut model, "1 4 s");
    assert!(!effects.keep.is_empty());
    assert!(model.notice_words().unwrap().starts_with("Starred: “"), "{:?}", model.notice_words());
    // A key that begins others where stories are listed says that it does nothing here, too.
    let pressed = model.pressed(Key::parse("t").unwrap());
    assert!(matches!(pressed, Some(Action::NotHere(_))), "{pressed:?}");
}

#[test]
fn a_reason_that_stands_in_no_story_leaves_the_reader_where_it_is() {
    let mut model = reader(60, 12);
    dated_by(&mut model, &["its file is named so"]);
    press(&mut model, "Enter j j j");
    let (here, top) = (model.here(), model.top);
    assert!(top > 0);
    press(&mut model, "D Enter");
    assert!(model.picker.is_none());
    assert_eq!((model.here(), model.top), (here, top));
    assert_eq!(notice(&model), "That stands in no story; there is no place to go to.");
}

#[test]
fn in_a_view_the_day_of_the_meeting_or_story_under_the_cursor_is_told_and_leads_to_the_words() {
    let mut model = reader(120, 36);
    press(&mut model, "2 D");
    let picker = model.picker.as_ref().expect("how the day of a meeting is known");
    assert!(picker.title().starts_with("How the day of the meeting is known: "), "{}", picker.title());
    let Some(Pick::Source(source)) = picker.picked().cloned() else { panic!("{:?}", picker.picked()) };
    press(&mut model, "Enter");
    assert!(model.view().is_none() && model.shown() == Some(source.story));
    press(&mut model, "C-o");
    assert_eq!(model.view().map(|open| open.view), Some(View::Meetings), "the way back is remembered");
    // A node of the map is a story.
    press(&mut model, "Esc 1 4 D");
    let picker = model.picker.as_ref().expect("how the day of a story is known");
    assert!(picker.title().starts_with("How the day is known: "), "{}", picker.title());
    press(&mut model, "Esc 3 D");
    assert!(model.picker.is_none());
    assert_eq!(notice(&model), "This row is about no meeting and no story.");
}

#[test]
fn where_nothing_tells_the_day_the_key_that_corrects_it_is_named_as_it_is_bound() {
    for (settings, says) in [
        ("", "Nothing tells the day of this story; e d says which it is."),
        (
            "[keys]\n\"e d\" = \"none\"\n\"e z\" = \"wrong-date\"\n",
            "Nothing tells the day of this story; e z says which it is.",
        ),
        ("[keys]\n\"e d\" = \"none\"\n", "Nothing tells the day of this story."),
    ] {
        let mut model = reader(60, 12).with(Settings::parse(settings).unwrap());
        dated_by(&mut model, &[]);
        update(&mut model, Action::Do(Command::Dating));
        assert_eq!(notice(&model), says, "{settings}");
    }
}
