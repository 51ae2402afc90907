//! Stars, tags, notes, what was read.

use super::*;
use crate::library::ReadUpTo;
use crate::reader::model::messages::Message;

#[test]
fn where_nothing_can_be_kept_the_answer_to_each_change_says_so() {
    let mut model = reader(120, 36);
    update(&mut model, Action::Kept(Vec::new()));
    press(&mut model, "s");
    assert_eq!(model.notice_words(), Some("Starred, but nothing is kept: see M"));
    update(&mut model, Action::Do(Command::ReadAll));
    assert!(model.notice_words().unwrap().ends_with("marked as read, but nothing is kept: see M"));
    press(&mut model, "#");
    update(&mut model, Action::Insert("sarn".into()));
    press(&mut model, "Enter");
    assert_eq!(model.notice_words(), Some("Tags changed, but nothing is kept: see M"));
    press(&mut model, "Enter m");
    update(&mut model, Action::Insert("a".into()));
    assert_eq!(model.notice_words(), Some("Mark a is here, but nothing is kept: see M."));
    let stories = model.library.stories.len();
    update(&mut model, Action::Kept(vec![Kept::default(); stories]));
    press(&mut model, "s");
    assert!(model.notice_words().unwrap().ends_with("takes it back"));
}

#[test]
fn stars_tags_and_notes_are_told_to_be_kept_and_taken_back() {
    let mut model = reader(120, 36);
    let story = model.stories.chosen().unwrap();
    let effects = press(&mut model, "s");
    assert_eq!(effects.keep, [(story, Change::Starred(true))]);
    press(&mut model, "#");
    update(&mut model, Action::Insert("sarn, to check".into()));
    let effects = press(&mut model, "Enter");
    assert_eq!(
        effects.keep,
        [(story, Change::Tags { known: Vec::new(), now: vec!["sarn".into(), "to check".into()] })]
    );
    press(&mut model, "a");
    update(&mut model, Action::Insert("x".into()));
    press(&mut model, "Esc");
    assert!(model.own(story).note.is_empty() && model.own(story).starred);
    assert_eq!(
        press(&mut model, "U").keep,
        [(story, Change::Tags { known: vec!["sarn".into(), "to check".into()], now: Vec::new() })]
    );
    assert_eq!(press(&mut model, "U").keep, [(story, Change::Starred(false))]);
    press(&mut model, "U");
    assert_eq!(model.notice_words(), Some("Nothing to take back."));
}

#[test]
fn a_story_that_was_read_counts_as_read_once_it_is_left() {
    let mut model = reader(120, 36);
    let story = model.stories.chosen().unwrap();
    press(&mut model, "Enter");
    assert!(!model.own(story).read);
    let effects = press(&mut model, "Esc");
    assert!(model.own(story).read && effects.keep.contains(&(story, Change::Read(true))));
    assert!(effects.keep.iter().any(|(of, change)| *of == story && matches!(change, Change::UpTo(_))));
    press(&mut model, "j j");
    assert_eq!(model.unread(), Some(model.library.stories.len() - 1), "looking at it in the list is not reading");
}

#[test]
fn the_whole_list_is_marked_at_once_and_taken_back_at_once() {
    let mut model = reader(120, 36);
    press(&mut model, "/");
    update(&mut model, Action::Insert("lindholm".into()));
    press(&mut model, "Enter Esc");
    let listed = model.stories.len();
    let count = |model: &Model| (0..model.library.stories.len()).filter(|story| model.own(*story).starred).count();
    for key in ["A", "s"] {
        let action = model.pressed(Key::parse(key).unwrap()).unwrap();
        update(&mut model, action);
    }
    assert!(listed > 0 && count(&model) == listed);
    press(&mut model, "U");
    assert_eq!(count(&model), 0);
}

#[test]
fn where_everything_is_marked_already_nothing_is_said_to_be_done() {
    let mut model = reader(120, 36);
    update(&mut model, Action::Do(Command::StarAll));
    let effects = update(&mut model, Action::Do(Command::StarAll));
    assert!(effects.keep.is_empty());
    assert_eq!(model.notice_words(), Some("All listed stories are starred already."));
}

#[test]
fn what_is_unread_is_told_once_anyone_has_begun_to_read() {
    let mut model = reader(120, 36);
    let all = model.library.stories.len();
    assert_eq!(model.unread(), None, "of a new library it would say nothing");
    update(&mut model, Action::Do(Command::ReadAll));
    assert_eq!(model.unread(), Some(0));
    update(&mut model, Action::Do(Command::UnreadAll));
    assert_eq!(model.unread(), Some(all));
}

#[test]
fn what_was_kept_comes_in_after_the_texts_and_can_be_asked_for() {
    let mut model = reader(120, 36);
    let mut kept = vec![Kept::default(); model.library.stories.len()];
    kept[ALONE].own.starred = true;
    update(&mut model, Action::Kept(kept));
    press(&mut model, "/");
    update(&mut model, Action::Insert("is:starred".into()));
    let found: Vec<usize> = model.stories.matches.iter().map(|found| found.story).collect();
    assert_eq!(found, [ALONE]);
}

#[test]
fn what_is_done_before_the_file_was_read_is_not_lost() {
    let mut model = reader(120, 36);
    let story = model.stories.chosen().unwrap();
    press(&mut model, "s");
    let mut kept = vec![Kept::default(); model.library.stories.len()];
    kept[story].own.note = "from before".into();
    update(&mut model, Action::Kept(kept));
    let own = model.own(story);
    assert!(own.starred && own.note == "from before");
}

#[test]
fn what_was_kept_moves_nobody_who_has_begun_to_read() {
    let mut model = reader(60, 14);
    show(&mut model, CALL);
    press(&mut model, "Enter C-d");
    let top = model.top;
    let up_to = ReadUpTo { in_title: false, offset: 600, above: 0 };
    let kept = vec![Kept { up_to: Some(up_to), ..Kept::default() }; model.library.stories.len()];
    update(&mut model, Action::Kept(kept.clone()));
    assert_eq!((model.shown(), model.top), (Some(CALL), top));
    let mut fresh = reader(60, 14);
    show(&mut fresh, CALL);
    update(&mut fresh, Action::Kept(kept));
    press(&mut fresh, "Enter");
    assert!(fresh.top > 0, "nobody had begun");
}

#[test]
fn a_library_that_was_begun_shows_what_is_unread_after_a_restart() {
    let mut model = reader(120, 36);
    let mut kept = vec![Kept::default(); model.library.stories.len()];
    update(&mut model, Action::Kept(kept.clone()));
    assert_eq!(model.unread(), None, "nobody has begun");
    kept[1].is_marked = true;
    update(&mut model, Action::Kept(kept));
    assert_eq!(model.unread(), Some(model.library.stories.len()), "all were marked as unread");
}

#[test]
fn where_nothing_can_be_kept_what_is_done_still_holds() {
    let mut model = reader(120, 36);
    let story = model.stories.chosen().unwrap();
    press(&mut model, "s");
    update(&mut model, Action::Kept(Vec::new()));
    assert!(model.own(story).starred);
}

#[test]
fn a_new_size_and_what_is_found_end_no_notice() {
    let mut model = reader(120, 36);
    update(&mut model, Action::Tell(Message::error("The file is damaged.")));
    for action in [Action::Resize { width: 100, height: 30 }, Action::Redraw, Action::ChooseFirst] {
        update(&mut model, action);
        assert_eq!(model.notice_words(), Some("The file is damaged."));
    }
    press(&mut model, "j");
    assert_eq!(model.notice_words(), None);
}

#[test]
fn what_comes_from_the_background_ends_no_chord() {
    let mut model = reader(120, 36);
    let action = model.pressed(Key::parse("A").unwrap()).unwrap();
    update(&mut model, action);
    update(&mut model, Action::Tell(Message::event("a word")));
    assert_eq!(model.pressed(Key::parse("s").unwrap()), Some(Action::Do(Command::StarAll)));
}
