//! Marks, and which names are highlighted.

use super::*;
use crate::language::NameKind;
use crate::library::KeptPlace;
use crate::library::Mark;
use crate::reader::model::messages::Message;

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
