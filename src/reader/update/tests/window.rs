//! Pastes, the window that is looked at or not, messages, the help.

use super::*;
use crate::library::{Kept, Own};
use crate::reader::model::messages::Message;
use crate::reader::settings::ReadWhen;

fn paste(model: &mut Model, text: &str) {
    update(model, Action::Paste(text.into()));
}

#[test]
fn a_paste_goes_into_any_line_that_is_open_as_one_line() {
    let mut model = reader(120, 36);
    press(&mut model, "/");
    paste(&mut model, "a\nb\u{1b}[31m\n");
    assert_eq!(model.input.text(), "a b");
    press(&mut model, "Esc Esc #");
    paste(&mut model, "one,\ntwo");
    assert!(model.prompt.as_ref().unwrap().input.text().ends_with("one, two"));
    press(&mut model, "Esc :");
    paste(&mut model, "quit\n");
    assert_eq!(model.picker.as_ref().unwrap().input.text(), "quit");
    press(&mut model, "Esc Enter /");
    paste(&mut model, "the\n call");
    assert_eq!(model.find.as_ref().unwrap().input.text(), "the call");
    press(&mut model, "Esc ? /");
    paste(&mut model, "quit\n");
    assert_eq!(model.overlay.as_ref().unwrap().look.as_ref().unwrap().input.text(), "quit");
}

#[test]
fn a_paste_where_nothing_is_typed_presses_no_key_and_is_told() {
    let mut model = reader(120, 36);
    let story = model.stories.chosen();
    assert_eq!(update(&mut model, Action::Paste("qsG\n".into())).next, Next::GoOn);
    assert_eq!(model.stories.chosen(), story);
    assert!(model.notice_words().unwrap().starts_with("Nothing was pasted"));
}

#[test]
fn a_window_that_is_looked_at_again_asks_once_what_is_kept_and_draws_nothing() {
    let mut model = reader(120, 36);
    update(&mut model, Action::Kept(Vec::new()));
    let effects = update(&mut model, Action::LookedAway);
    assert_eq!((effects.look_again, effects.draw), (false, Draw::Nothing));
    let effects = update(&mut model, Action::Looked);
    assert_eq!((effects.look_again, effects.draw), (true, Draw::Nothing));
    assert!(!update(&mut model, Action::Looked).look_again, "an answer is on its way");
    assert_eq!(update(&mut model, Action::KeptAgain(None)).draw, Draw::Nothing);
    assert!(update(&mut model, Action::Looked).look_again);
}

#[test]
fn what_another_reader_changed_comes_in_and_what_was_done_meanwhile_stays() {
    let mut model = reader(120, 36);
    update(&mut model, Action::Kept(Vec::new()));
    update(&mut model, Action::Looked);
    press(&mut model, "s");
    let starred = model.stories.chosen().unwrap();
    let mut kept = vec![Kept::default(); model.library.stories.len()];
    let noted = (0..kept.len()).find(|story| *story != starred).unwrap();
    kept[noted].own = Own { note: "from elsewhere".into(), ..Own::default() };
    assert_eq!(update(&mut model, Action::KeptAgain(Some(kept))).draw, Draw::Changes);
    assert!(model.own(starred).starred);
    assert_eq!(model.own(noted).note, "from elsewhere");
    let last = model.messages.log().last().unwrap().message.words();
    assert_eq!(last, "Another reader changed what is kept of 1 story.");
}

#[test]
fn a_story_whose_end_stands_where_no_one_looks_is_not_read() {
    let mut model = reader(120, 60);
    model.settings.read_when = ReadWhen::End;
    update(&mut model, Action::Kept(Vec::new()));
    update(&mut model, Action::LookedAway);
    model.focus = Focus::Text;
    let story = model.shown().unwrap();
    update(&mut model, Action::Tell(Message::event("something")));
    assert!(!model.own(story).read);
    update(&mut model, Action::Looked);
    assert!(model.own(story).read);
}

#[test]
fn messages_open_at_the_newest_follow_what_comes_and_count_what_was_not_seen() {
    let mut model = reader(80, 24);
    for number in 0..40 {
        update(&mut model, Action::Tell(Message::error(format!("number {number}"))));
    }
    assert_eq!(model.messages.unseen(), 40);
    press(&mut model, "M");
    assert_eq!(model.messages.unseen(), 0);
    let height = model.overlay_height();
    let at_end = |model: &Model| {
        let overlay = model.overlay.as_ref().unwrap();
        overlay.top + height == overlay.lines.len()
    };
    assert!(at_end(&model));
    update(&mut model, Action::Tell(Message::warning("one more")));
    assert!(at_end(&model) && model.messages.unseen() == 0);
    press(&mut model, "g");
    update(&mut model, Action::Tell(Message::warning("and another")));
    assert_eq!(model.overlay.as_ref().unwrap().top, 0, "who reads further up is not moved");
    press(&mut model, "M");
    assert_eq!(model.context(), Context::List);
}

#[test]
fn the_help_is_searched_walked_and_closed_step_by_step() {
    let mut model = reader(80, 24);
    press(&mut model, "? /");
    assert_eq!(model.context(), Context::Find);
    update(&mut model, Action::Insert("story".into()));
    press(&mut model, "Enter n n N");
    let overlay = model.overlay.as_ref().unwrap();
    assert_eq!(overlay.look.as_ref().unwrap().at, Some(0));
    assert!(overlay.shown() < overlay.count());
    press(&mut model, "Esc");
    assert!(model.overlay.as_ref().unwrap().look.is_none());
    press(&mut model, "n");
    assert!(model.notice_words().unwrap().starts_with("Nothing is looked for"));
    press(&mut model, "Esc");
    assert_eq!(model.context(), Context::List);
}

#[test]
fn the_help_keeps_what_is_looked_for_at_another_width() {
    let mut model = reader(80, 24);
    press(&mut model, "? /");
    update(&mut model, Action::Insert("quit".into()));
    update(&mut model, Action::Resize { width: 40, height: 20 });
    let overlay = model.overlay.as_ref().unwrap();
    assert!(overlay.shown() < overlay.count() && overlay.shown() > 0);
}
