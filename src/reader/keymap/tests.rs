use super::*;

fn key(written: &str) -> Key {
    Key::parse(written).unwrap()
}

fn bind(context: Option<Context>, chord: &str, action: &str, line: usize) -> Binding {
    Binding { context, chord: chord.into(), action: action.into(), line }
}

fn faults(set: &[Binding]) -> Vec<(usize, String)> {
    Keymap::new(set).1.into_iter().map(|fault| (fault.line, fault.what)).collect()
}

#[test]
fn control_i_and_tab_are_two_keys() {
    let keymap = Keymap::default();
    let command = |written| keymap.command(Context::Text, key(written));
    assert_eq!(command("C-i"), Some(Command::Forward));
    assert_eq!(command("Tab"), Some(Command::NextMark));
}

#[test]
fn letters_are_typed_in_the_filter_line_and_commands_elsewhere() {
    let keymap = Keymap::default();
    assert_eq!(keymap.command(Context::Filter, key("q")), None);
    assert_eq!(key("q").typed(), Some('q'));
    assert_eq!(keymap.command(Context::List, key("q")), Some(Command::Quit));
    assert_eq!(key("C-c").typed(), None);
}

#[test]
fn keys_one_after_the_other_give_a_command_and_say_what_can_follow() {
    let (keymap, faults, replaced) =
        Keymap::new(&[bind(Some(Context::List), "Q a", "top", 2), bind(Some(Context::List), "Q b c", "bottom", 3)]);
    assert!(faults.is_empty() && replaced.is_empty());
    let find = |keys: &[&str]| keymap.find(Context::List, &keys.iter().map(|written| key(written)).collect::<Vec<_>>());
    assert_eq!(find(&["Q"]), Found::Begun);
    assert_eq!(find(&["Q", "a"]), Found::Command(Command::Top));
    assert_eq!(find(&["Q", "b"]), Found::Begun);
    assert_eq!(find(&["Q", "b", "c"]), Found::Command(Command::Bottom));
    assert_eq!(find(&["Q", "z"]), Found::Nothing);
    assert_eq!(find(&[]), Found::Nothing);
    let following = keymap.following(Context::List, &[key("Q")]);
    assert_eq!(
        following,
        [Following { key: key("a"), command: Some(Command::Top) }, Following { key: key("b"), command: None }]
    );
}

#[test]
fn a_key_that_is_set_comes_before_those_of_the_table_and_takes_their_place() {
    let (keymap, faults, replaced) = Keymap::new(&[bind(Some(Context::List), "g g", "top", 4)]);
    assert!(faults.is_empty());
    assert_eq!(keymap.chords(Context::List, Command::Top).first().map(String::as_str), Some("g g"));
    assert!(!keymap.chords(Context::List, Command::Top).contains(&"g".to_owned()));
    assert_eq!(keymap.command(Context::Text, key("g")), Some(Command::Top));
    let lost = Replaced { line: 4, context: Context::List, chord: "g".into(), command: Command::Top };
    assert_eq!(replaced, [lost]);
}

#[test]
fn a_key_can_be_taken_away() {
    let (keymap, faults, _) = Keymap::new(&[bind(None, "q", "none", 1)]);
    assert!(faults.is_empty());
    for context in [Context::List, Context::Text, Context::Overlay] {
        assert_eq!(keymap.find(context, &[key("q")]), Found::Nothing);
    }
    assert_eq!(keymap.command(Context::List, key("C-c")), Some(Command::QuitAnywhere));
}

#[test]
fn what_cannot_be_bound_is_told_with_its_line_and_what_would_be_right() {
    let list = Some(Context::List);
    assert!(faults(&[bind(list, "Ctrl-x", "top", 7)])[0].1.starts_with("`Ctrl-x` is no key: write one as j, C-o"));
    let told = |set: &[Binding]| faults(set).remove(0);
    assert_eq!(
        told(&[bind(None, "x", "folow", 3)]),
        (3, "there is no action `folow`; did you mean `follow`? (`dateline config actions` prints them all)".into())
    );
    assert_eq!(
        told(&[bind(list, "x", "follow", 5)]),
        (5, "`follow` does nothing in [keys.list]; it works in text, view".into())
    );
    assert_eq!(
        told(&[bind(list, "x", "top", 5), bind(None, "x", "bottom", 9)]),
        (9, "`x` is bound in line 5 already; leave one of them out".into())
    );
    assert_eq!(
        told(&[bind(list, "x", "top", 5), bind(list, "x y", "bottom", 6)]).1,
        "`x y` and `x` of line 5 begin alike, so that one could never be pressed; change one"
    );
}
