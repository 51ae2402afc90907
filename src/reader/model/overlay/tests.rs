use super::*;
use crate::language::NameKind;
use crate::reader::actions::{Command, TABLE};
use crate::reader::model::messages::Message;
use crate::reader::settings::Settings;

fn help(from: Context, columns: usize) -> Overlay {
    Overlay::help(&Keymap::default(), ShownNames::default(), from, columns)
}

fn words(overlay: &Overlay) -> Vec<&str> {
    let items = overlay.sections.iter().flat_map(|section| section.items.iter());
    items.map(|item| item.words.as_str()).collect()
}

fn look_for(overlay: &mut Overlay, typed: &str) {
    overlay.begin_look();
    if let Some(look) = &mut overlay.look {
        look.input.set(typed, "");
    }
    overlay.look();
}

fn said(all: &[Message]) -> Messages {
    let mut model = crate::reader::model::Model::new(crate::reader::theme::Theme::shipped("sixteen"), 80, 24);
    model.messages.now = jiff::civil::date(2020, 5, 4).at(9, 5, 7, 0);
    for message in all {
        model.log(message.clone());
    }
    model.messages
}

#[test]
fn the_help_holds_every_command_at_any_width() {
    for columns in [10, 40, 60, 84] {
        let help = help(Context::List, columns);
        for entry in TABLE.iter().filter(|entry| !matches!(entry.command, Command::Saved(_))) {
            assert!(words(&help).iter().any(|words| words.ends_with(entry.help)), "{}", entry.help);
        }
        assert!(words(&help).iter().any(|words| words.starts_with("Alt-1 … Alt-9 ask the first to the ninth")));
    }
}

#[test]
fn what_works_here_comes_first_and_is_not_told_again() {
    let help = help(Context::Text, 84);
    let at = |wanted: &str| words(&help).iter().position(|words| words.ends_with(wanted)).unwrap();
    assert!(at("or to what the row tells") < at("read the story"));
    let everywhere = words(&help).iter().filter(|words| words.ends_with("quit, wherever you are")).count();
    assert_eq!(everywhere, 1);
}

#[test]
fn keys_of_the_configuration_are_told_as_they_are_bound() {
    let settings = Settings::parse("[keys.list]\n\"g g\" = \"top\"\n[keys]\n\"F9\" = \"quit\"\n").unwrap();
    let help = Overlay::help(&Keymap::new(&settings.keys).0, ShownNames::default(), Context::List, 84);
    assert!(words(&help).iter().any(|words| words.starts_with("g g  Home")), "{:?}", words(&help));
    // In the text `top` has the keys of the table still.
    assert!(words(&help).iter().any(|words| words.starts_with("g  Home")));
    assert!(words(&help).iter().any(|words| words.starts_with("F9  q")));
    let settings = Settings::parse("[keys.list]\n\"F6\" = \"saved-query-2\"\n").unwrap();
    let help = Overlay::help(&Keymap::new(&settings.keys).0, ShownNames::default(), Context::List, 84);
    let saved = |words: &str| words.ends_with("ask the second of the saved queries");
    assert!(words(&help).iter().any(|words| saved(words) && words.starts_with("F6")), "each for itself then");
}

#[test]
fn narrow_helps_put_what_a_key_does_below_it_and_wrap_it() {
    for columns in [14, 30, 49] {
        for line in help(Context::List, columns).lines {
            let (at, words) = match &line {
                Line::Keys(_, at, words) | Line::More(at, words) => (*at, words),
                _ => continue,
            };
            assert!(usize::from(at) + crate::text::width::width(words) <= columns, "{columns}: {line:?}");
        }
    }
}

#[test]
fn typed_words_narrow_the_list_and_light_what_matches() {
    let mut help = help(Context::List, 84);
    let all = help.shown();
    look_for(&mut help, "story MEETING");
    assert!(help.shown() > 0 && help.shown() < all);
    let look = help.look.clone().unwrap();
    assert_eq!(look.lit("the meeting"), (4..11).collect::<Vec<_>>());
    look_for(&mut help, "zzz");
    assert_eq!((help.shown(), help.lines.len()), (0, 1));
    help.end_look(10);
    assert_eq!(help.shown(), all);
}

#[test]
fn keys_are_found_as_well_as_words() {
    let mut help = help(Context::List, 84);
    look_for(&mut help, "c-z");
    assert_eq!(help.shown(), 1);
}

#[test]
fn the_next_match_comes_into_sight_and_goes_round() {
    let mut help = help(Context::List, 84);
    look_for(&mut help, "the");
    help.accept_look(5);
    let count = help.shown();
    assert!(!help.next_found(true, 5));
    for _ in 1..count {
        assert!(!help.next_found(true, 5));
        let focused = help.focused().unwrap();
        assert!(focused.start >= help.top && focused.end <= help.top + 5);
    }
    assert!(help.next_found(true, 5));
    assert!(help.next_found(false, 5));
    assert_eq!(help.look.as_ref().unwrap().at, Some(count - 1));
}

#[test]
fn a_line_without_words_shows_everything_again() {
    let mut help = help(Context::List, 84);
    help.scroll(7, 10);
    help.begin_look();
    help.accept_look(10);
    assert_eq!((help.look.is_none(), help.top), (true, 7));
}

#[test]
fn messages_stand_with_time_and_kind_and_their_words_beside_or_below() {
    let messages = said(&[Message::event("read"), Message::error("not kept")]);
    let wide = Overlay::messages(&messages, Context::List, 84);
    assert_eq!(wide.lines.last(), Some(&Line::Said("09:05:07".into(), Said::Error, 21, "not kept".into())));
    let narrow = Overlay::messages(&messages, Context::List, 30);
    assert_eq!(narrow.lines.last(), Some(&Line::More(3, "not kept".into())));
}

#[test]
fn messages_are_found_by_their_kind() {
    let messages = said(&[Message::event("read"), Message::error("not kept")]);
    let mut overlay = Overlay::messages(&messages, Context::List, 84);
    look_for(&mut overlay, "error");
    assert_eq!(overlay.shown(), 1);
}

#[test]
fn an_empty_log_says_what_will_stand_there() {
    let overlay = Overlay::messages(&Messages::default(), Context::List, 84);
    assert!(matches!(overlay.lines.as_slice(), [Line::Text(words), ..] if words.starts_with("Nothing was said yet")));
}

#[test]
fn a_hostile_path_is_shown_clean() {
    let mut library = Library::default();
    library.skipped.push(crate::library::Skipped {
        path: "a\u{1b}[31m\u{202e}b\n.txt".into(),
        line: None,
        why: "it is empty".into(),
    });
    let shown = Overlay::skipped(&library, Context::List, 40);
    assert_eq!(shown.lines[0], Line::File("ab .txt".into()));
}

#[test]
fn notices_stand_below_what_was_not_read() {
    let mut library = Library::default();
    library.skipped.push(crate::library::Skipped { path: "z.txt".into(), line: None, why: "is empty".into() });
    let what = "its id was taken already".to_owned();
    library.notices.push(crate::library::Notice { path: "a.jsonl".into(), line: Some(3), what });
    let shown = Overlay::skipped(&library, Context::List, 40);
    assert_eq!(shown.lines[0], Line::File("z.txt".into()));
    assert_eq!(shown.lines[3], Line::File("a.jsonl, line 3".into()));
    assert_eq!(shown.lines[4], Line::Text("read, but its id was taken already".into()));
}

#[test]
fn scrolling_stops_at_the_ends() {
    let mut help = help(Context::List, 80);
    help.scroll(isize::MAX, 10);
    assert_eq!(help.top, help.lines.len() - 10);
    help.scroll(-10_000, 10);
    assert_eq!(help.top, 0);
}

#[test]
fn the_legend_is_wrapped_to_the_width_and_comes_first_in_the_text() {
    for columns in [16, 40, 80] {
        let help = help(Context::Text, columns);
        let kinds: Vec<usize> = help
            .lines
            .iter()
            .filter_map(|line| match line {
                Line::Legend(kinds) => Some(kinds.len()),
                _ => None,
            })
            .collect();
        assert_eq!(kinds.iter().sum::<usize>(), NameKind::ALL.len() + 1);
        assert!((columns < 60) == (kinds.len() > 1), "{columns}: {kinds:?}");
        assert!(matches!(help.lines.get(1), Some(Line::Legend(_))));
    }
}

#[test]
fn kinds_of_names_that_are_switched_off_are_called_so() {
    let names = [NameKind::Person].into_iter().collect();
    let help = Overlay::help(&Keymap::default(), names, Context::Text, 200);
    let Some(Line::Legend(kinds)) = help.lines.get(1) else { panic!("{:?}", help.lines) };
    let told: Vec<String> = kinds.iter().map(|kind| kind.told().into_owned()).collect();
    assert_eq!(told[..2], ["person", "organisation (off)"]);
    assert_eq!(told.last().map(String::as_str), Some("date"));
}

#[test]
fn a_sign_is_found_as_it_stands_on_the_screen() {
    for sign in Sign::ALL.into_iter().map(Sign::told) {
        let mut help = help(Context::List, 84);
        look_for(&mut help, sign.0);
        assert!(help.lines.iter().any(|line| matches!(line, Line::Signs(_))), "{sign:?}");
    }
    let signs: Vec<&str> = Sign::ALL.into_iter().map(|sign| sign.told().0).collect();
    let alone = signs.iter().filter(|sign| **sign == "≈").count();
    assert_eq!(alone, 1, "it means one thing");
}
