//! Queries, words in a text, actions by name, keys one after the other.

use super::*;
use crate::reader::model::view::View;

#[test]
fn a_query_is_completed_recalled_and_its_mistake_keeps_the_list() {
    let mut model = reader(120, 36);
    press(&mut model, "/");
    update(&mut model, Action::Insert("kind:c".into()));
    press(&mut model, "Tab Tab");
    assert_eq!(model.input.text(), "kind:conference ");
    press(&mut model, "S-Tab");
    assert_eq!(model.input.text(), "kind:call ");
    let listed = model.stories.matches.clone();
    assert!(!listed.is_empty() && listed.len() < model.library.stories.len());
    update(&mut model, Action::Insert("nofield:x".into()));
    assert_eq!((model.stories.matches.clone(), model.mistake.is_some()), (listed, true));
    press(&mut model, "C-w Enter Esc / Esc Esc / Up");
    assert_eq!(model.input.text(), "kind:call");
    press(&mut model, "Down");
    assert!(model.input.is_empty() && model.mistake.is_none());
}

#[test]
fn what_was_found_while_a_wrong_word_was_typed_does_not_stay_in_the_list() {
    let mut model = reader(120, 36);
    let (all, shown) = (model.stories.len(), model.shown());
    press(&mut model, "/");
    for typed in ["kind:call ", "whoo:sarn"] {
        for letter in typed.chars() {
            update(&mut model, Action::Insert(letter.to_string()));
        }
    }
    // The calls: the letters `whoo` match nothing.
    assert_eq!((model.stories.len(), model.mistake.is_some()), (2, true));
    press(&mut model, "Home");
    for _ in "kind:call ".chars() {
        press(&mut model, "Delete");
    }
    assert_eq!((model.stories.len(), model.mistake.is_some()), (2, true), "nothing else was understood since");
    press(&mut model, "C-u");
    press(&mut model, "End C-u");
    for letter in "zzqx:sarn".chars() {
        update(&mut model, Action::Insert(letter.to_string()));
    }
    assert_eq!((model.stories.len(), model.shown()), (all, shown), "all are listed and none was chosen instead");
}

#[test]
fn what_the_words_before_a_mistake_found_stays() {
    let mut model = reader(120, 36);
    for view in ["1", "2", "3"] {
        press(&mut model, view);
        press(&mut model, "/");
        let listed =
            |model: &Model| model.narrowed_view().map_or_else(|| model.stories.len(), |open| open.content.stops());
        let all = listed(&model);
        update(&mut model, Action::Insert("halvorsen".into()));
        let found = listed(&model);
        assert!(found > 0 && found < all, "{view}: {found} of {all}");
        // What the letters of the wrong word find by chance does not.
        for typed in [" ", "s", "a", ":", "1"] {
            update(&mut model, Action::Insert(typed.into()));
        }
        assert_eq!((listed(&model), model.query_line().mistake.is_some()), (found, true), "{view}");
        press(&mut model, "Esc Esc");
    }
}

#[test]
fn a_view_is_narrowed_with_all_the_help_of_the_list() {
    let queries = vec![("calls".to_owned(), "kind:call".to_owned())];
    let mut model = Model::new(Theme::dark(), 120, 36).with(Settings { queries, ..Settings::default() });
    model.load(library());
    let all = |model: &Model| model.library.connections.meetings.len();
    let listed = |model: &Model| model.view().unwrap().content.count().unwrap();
    press(&mut model, "2 /");
    assert!(model.view_parts().below.height == 1 && model.view_parts().saved.height == 1);
    // Fields and values, only those that a meeting has.
    update(&mut model, Action::Insert("ki".into()));
    press(&mut model, "Tab");
    update(&mut model, Action::Insert("c".into()));
    press(&mut model, "Tab Tab");
    assert_eq!(model.query_line().text(), "kind:conference ");
    press(&mut model, "S-Tab");
    let calls = listed(&model);
    assert!(calls.contains(&format!(" of {}", all(&model))), "{calls}");
    press(&mut model, "C-u");
    update(&mut model, Action::Insert("who:".into()));
    let offered = model.typing.offered().unwrap().0.choices.clone();
    let met = |name: &str| {
        let meetings = &model.library.connections.meetings;
        meetings.iter().any(|meeting| meeting.participants.iter().any(|one| one.name == name))
    };
    assert!(!offered.is_empty() && offered.iter().all(|choice| met(&choice.shown)), "{offered:?}");
    // What was asked comes back, here and above the list, where it means something there.
    press(&mut model, "C-u");
    update(&mut model, Action::Insert("kind:call".into()));
    press(&mut model, "Enter / Esc Up");
    assert_eq!((model.query_line().text(), listed(&model)), ("kind:call".to_owned(), calls.clone()));
    press(&mut model, "Enter 3 /");
    update(&mut model, Action::Insert("kind:person".into()));
    press(&mut model, "Enter 1 / Up");
    assert_eq!(model.input.text(), "kind:call", "names are no stories");
    press(&mut model, "Esc Esc 2 / Esc Esc");
    assert_eq!((model.context(), listed(&model)), (Context::View, format!("{} meetings", all(&model))));
    // A saved query narrows what is on the screen.
    press(&mut model, "Alt-1");
    assert_eq!((model.view().map(|open| open.view), listed(&model)), (Some(View::Meetings), calls));
    assert!(model.input.is_empty());
    press(&mut model, "4 Alt-1");
    assert!(model.notice().unwrap().words().contains("nothing that a query"));
}

#[test]
fn a_view_does_not_wait_for_a_filter_that_another_thread_prepares() {
    use crate::reader::model::underway::Task;
    let counted = |model: &Model| model.view().unwrap().content.count().unwrap();
    let narrowed = |mut model: Model| {
        press(&mut model, "2 /");
        update(&mut model, Action::Insert("kind:call".into()));
        model
    };
    let (at_once, all) = (counted(&narrowed(reader(120, 36))), "3 meetings");
    let waiting = || {
        let waiting = reader(120, 36);
        waiting.service().begin();
        narrowed(waiting)
    };
    let mut accepted = waiting();
    press(&mut accepted, "Enter");
    assert_eq!(counted(&accepted), at_once, "Enter means what the line asks for");
    let mut model = waiting();
    assert_eq!(counted(&model), all, "what was shown stays");
    let wanted = model.wants_prepared().unwrap();
    model.work(wanted).carry_out();
    update(&mut model, Action::Underway(Task::Filter, None));
    assert_eq!(counted(&model), at_once);
}

#[test]
fn matches_are_gone_through_while_a_view_is_narrowed() {
    let mut model = reader(120, 36);
    press(&mut model, "3 /");
    let cursor = |model: &Model| model.view().unwrap().at.cursor;
    press(&mut model, "Down C-n");
    assert_eq!((cursor(&model), model.context()), (2, Context::Filter));
    press(&mut model, "Up C-p");
    assert_eq!(cursor(&model), 0);
}

#[test]
fn the_mistake_of_a_view_is_told_below_what_is_typed() {
    let mut model = reader(60, 20);
    press(&mut model, "2 /");
    update(&mut model, Action::Insert("kind:xx".into()));
    let parts = model.view_parts();
    let told = model.mistake_rows().unwrap().0.join(" ");
    assert_eq!(told, format!("✗ {}", model.view().unwrap().mistake.as_ref().unwrap()));
    assert_eq!(parts.below.y, parts.line.y + 1);
    press(&mut model, "Enter M");
    let log = &model.overlay.as_ref().unwrap();
    assert!(log.count() > 0, "it can be read again");
}

#[test]
fn a_mistake_that_is_too_long_for_one_row_is_told_in_one_place() {
    let told = |width: u16, height: u16| {
        let mut model = reader(width, height);
        press(&mut model, "/");
        update(&mut model, Action::Insert("kind:xx".into()));
        (format!("✗ {}", model.mistake.as_ref().unwrap()), model.mistake_rows().unwrap(), model.list_rows())
    };
    for (width, height) in [(60, 20), (80, 24), (120, 36), (200, 50)] {
        let (mistake, (rows, last), parts) = told(width, height);
        assert_eq!((rows.join(" "), last), (mistake, None), "{width}x{height}");
        assert!(rows.len() <= usize::from(parts.below.height) && parts.stories.height >= 6, "{width}x{height}");
    }
    // Where it takes too many rows the last line has all of it, and these say that there is more.
    let (mistake, (rows, last), parts) = told(80, 16);
    assert_eq!((rows.len(), last), (usize::from(parts.below.height), Some(mistake)));
    assert!(rows.last().unwrap().ends_with('…'));
}

#[test]
fn a_story_found_by_its_text_shows_the_line() {
    let mut model = reader(120, 36);
    press(&mut model, "/");
    update(&mut model, Action::Insert("\"two weeks before".into()));
    let found: Vec<usize> = model.stories.matches.iter().map(|found| found.story).collect();
    assert_eq!(found, [ALONE]);
    let excerpt = model.excerpts[&ALONE].as_ref().unwrap();
    let lit: String = excerpt.lit.iter().filter_map(|at| excerpt.words.get(*at..)?.chars().next()).collect();
    assert_eq!(lit, "two weeks before");
}

#[test]
fn an_action_is_found_by_its_name_and_carried_out() {
    let mut model = reader(120, 36);
    press(&mut model, ":");
    update(&mut model, Action::Insert("to the end".into()));
    press(&mut model, "Enter");
    assert!(model.picker.is_none());
    assert_eq!(model.stories.cursor, model.stories.len() - 1);
    press(&mut model, "C-p");
    update(&mut model, Action::Insert("quit anywhere".into()));
    assert_eq!(press(&mut model, "Enter").next, Next::Quit);
}

#[test]
fn a_saved_query_is_asked() {
    let queries = vec![("calls".to_owned(), "kind:call".to_owned())];
    let mut model = reader(120, 36).with(Settings { queries, ..Settings::default() });
    press(&mut model, "F2 Enter");
    assert_eq!((model.input.text().as_str(), model.focus), ("kind:call", Focus::List));
    assert!(model.stories.len() < model.library.stories.len());
}

#[test]
fn keys_one_after_the_other_wait_for_each_other_and_tell_what_can_follow() {
    let bound = Settings::parse("[keys.list]\n\"x a\" = \"bottom\"\n").unwrap();
    let mut model = reader(120, 36).with(bound);
    let key = |written: &str| Key::parse(written).unwrap();
    let action = model.pressed(key("x")).unwrap();
    update(&mut model, action);
    assert!(model.pause().is_some());
    update(&mut model, Action::ShowFollowing);
    assert!(model.shows_following && model.pause().is_none());
    let action = model.pressed(key("a")).unwrap();
    assert_eq!(action, Action::Do(Command::Bottom));
    update(&mut model, action);
    assert!(!model.shows_following && model.pending.is_empty());
    let action = model.pressed(key("x")).unwrap();
    update(&mut model, action);
    assert_eq!(model.pressed(key("z")), Some(Action::Forget));
    update(&mut model, Action::Forget);
    assert!(model.pending.is_empty() && model.notice().is_some());
}

#[test]
fn a_key_that_the_configuration_takes_from_an_action_is_told_in_the_messages() {
    let bound = Settings::parse("[keys.list]\n\"x\" = \"bottom\"\n").unwrap();
    let model = reader(120, 36).with(bound);
    let told: Vec<&str> = model.messages.log().map(|logged| logged.message.words()).collect();
    assert!(told.contains(&"Configuration, line 2: takes `x` in [keys.list] from `fold`."), "{told:?}");
    assert!(model.notice().is_none(), "whoever sets a key means it");
}

#[test]
fn keys_that_were_begun_are_left_with_escape_without_a_word() {
    let mut model = reader(120, 36);
    let key = |written: &str| Key::parse(written).unwrap();
    for first in [",", "y", "o", "t", "A"] {
        let begun = model.pressed(key(first)).unwrap();
        update(&mut model, begun);
        update(&mut model, Action::ShowFollowing);
        assert!(model.shows_following, "{first}");
        let left = model.pressed(key("Esc")).unwrap();
        update(&mut model, left);
        assert!(model.pending.is_empty() && !model.shows_following && model.notice().is_none(), "{first}");
    }
}

#[test]
fn words_are_looked_for_in_the_story_and_walked_through_all_around() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter /");
    update(&mut model, Action::Insert("strait".into()));
    let found = model.find.as_ref().unwrap();
    assert_eq!((found.places.len(), found.at, model.context()), (3, Some(0), Context::Find));
    press(&mut model, "Enter n n");
    assert_eq!((model.find.as_ref().unwrap().at, model.notice()), (Some(2), None));
    press(&mut model, "n");
    assert_eq!(model.find.as_ref().unwrap().at, Some(0));
    assert!(model.notice_words().is_some_and(|words| words.starts_with("Round again, 1 of 3:")));
    press(&mut model, "N");
    assert_eq!(model.find.as_ref().unwrap().at, Some(2));
    press(&mut model, "Esc");
    assert_eq!((model.find.is_none(), model.focus), (true, Focus::Text));
    press(&mut model, "Esc");
    assert_eq!(model.focus, Focus::List);
}

#[test]
fn the_phrase_that_a_story_was_found_by_is_lit_in_it_and_walked_through() {
    let mut model = reader(120, 36);
    press(&mut model, "/");
    update(&mut model, Action::Insert("\"Two weeks before".into()));
    press(&mut model, "Enter");
    let found = model.find.as_ref().unwrap();
    assert_eq!((found.places.len(), found.at, model.top), (1, None, 0));
    press(&mut model, "n");
    assert_eq!((model.find.as_ref().unwrap().at, model.notice()), (Some(0), None));
    press(&mut model, "Esc Esc / C-u Esc Enter");
    assert!(model.find.is_none(), "without a phrase nothing is looked for");
}

#[test]
fn a_search_that_finds_nothing_or_is_called_off_leaves_the_text_where_it_was() {
    let mut model = reader(60, 14);
    show(&mut model, CALL);
    press(&mut model, "Enter C-d");
    let top = model.top;
    press(&mut model, "/");
    update(&mut model, Action::Insert("premier".into()));
    press(&mut model, "Esc");
    assert_eq!((model.top, model.find.is_none()), (top, true));
    press(&mut model, "/");
    update(&mut model, Action::Insert("zebra".into()));
    press(&mut model, "Enter");
    assert_eq!((model.top, model.notice_words()), (top, Some("“zebra” is not in this story.")));
}

#[test]
fn the_name_in_focus_is_looked_for() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter Tab *");
    let find = model.find.as_ref().unwrap();
    assert!(!find.typing && !find.places.is_empty());
    assert!(model.story().unwrap().annotations.names.iter().any(|name| name.name.ends_with(&find.input.text())));
}

#[test]
fn the_letters_of_a_field_choose_no_story() {
    let mut model = reader(120, 36);
    let before = model.shown();
    press(&mut model, "/");
    for letter in "who:".chars() {
        update(&mut model, Action::Insert(letter.to_string()));
    }
    assert_eq!(model.shown(), before);
    assert_eq!(model.stories.chosen(), before);
}

#[test]
fn on_an_empty_line_queries_asked_before_come_at_once_whichever_row_is_chosen() {
    let mut model = reader(120, 36);
    press(&mut model, "/ s a r n Enter Esc Esc");
    press(&mut model, "j j");
    let chosen = model.stories.cursor;
    assert!(chosen > 0);
    press(&mut model, "/ Up");
    assert_eq!(model.input.text(), "sarn");
    press(&mut model, "Down");
    assert_eq!(model.input.text(), "");
    // What is typed has matches: the way back from the next one comes first.
    press(&mut model, "v e l l Down");
    let next = model.stories.cursor;
    assert!(next > 0);
    press(&mut model, "Up");
    assert_eq!((model.input.text().as_str(), model.stories.cursor), ("vell", next - 1));
}

#[test]
fn in_a_view_too_an_empty_line_brings_back_queries_at_once() {
    let mut model = reader(120, 36);
    press(&mut model, "/ s a r n Enter Esc Esc 2 j");
    assert!(model.view().is_some_and(|open| open.at.cursor > 0));
    press(&mut model, "/ Up");
    assert_eq!(model.query_line().text(), "sarn");
}
