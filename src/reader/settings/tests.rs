use super::*;

fn faulty(text: &str) -> (usize, String) {
    let fault = Settings::parse(text).unwrap_err();
    (fault.line(text), fault.what)
}

#[test]
fn the_commented_file_of_defaults_says_what_the_program_does_without_it() {
    assert_eq!(Settings::parse(DEFAULT).unwrap(), Settings::default());
    assert_eq!(Settings::parse("").unwrap(), Settings::default());
}

#[test]
fn the_commented_file_holds_every_setting_with_a_comment_before_it() {
    let lines: Vec<&str> = DEFAULT.lines().collect();
    let mut section = "";
    let mut written = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']');
        } else if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with('#')) {
            written.push((section, key));
            let above = lines[at - 1];
            assert!(above.starts_with('#') || above.contains(" = "), "{key} is not explained");
        }
    }
    let known: Vec<(&str, &str)> = table::sections()
        .iter()
        .flat_map(|section| table::keys_of(section).into_iter().map(|key| (*section, key)))
        .collect();
    assert_eq!(written, known);
}

#[test]
fn what_is_set_is_kept_and_the_rest_stays_as_it_is() {
    let text = "[reading]\nread-when = \"end\"\n";
    let settings = Settings::parse(text).unwrap();
    let expected = Settings { read_when: ReadWhen::End, ..Settings::default() };
    assert_eq!(settings, expected);
}

#[test]
fn keys_are_bound_everywhere_or_in_one_place() {
    let text = "[keys]\n\"C-t\" = \"theme\"\n[keys.list]\n\"g g\" = \"top\"\n";
    let bound = |context, chord: &str, action: &str, line| Binding {
        context,
        chord: chord.into(),
        action: action.into(),
        line,
    };
    let keys = Settings::parse(text).unwrap().keys;
    assert_eq!(keys, [bound(None, "C-t", "theme", 2), bound(Some(Context::List), "g g", "top", 4)]);
    assert_eq!(faulty("[keys.lsit]\nx = \"top\"").1, "there is no key `lsit`; did you mean `list`?");
}

#[test]
fn what_stands_twice_is_told_with_both_lines_and_the_first_holds() {
    let text =
        "[reading]\nmeasure = 70\njustify = true\nmeasure = 72\n[theme]\nname = \"light\"\n[reading]\nmeasure = 90\n";
    let (settings, faults) = Settings::parse_what_is_right(text, None);
    let told: Vec<(usize, &str)> = faults.iter().map(|fault| (fault.line(text), fault.what.as_str())).collect();
    assert_eq!(
        told,
        [
            (4, "`measure` stands here a second time (first in line 2); take one of the two out"),
            (7, "[reading] begins here a second time (first in line 1); put both under one heading"),
            (8, "`measure` stands here a second time (first in line 2); take one of the two out"),
        ]
    );
    assert!(settings.page.justify, "what is right holds");
    assert_eq!(settings.page.measure, 70);
    let text = "[keys]\nq = \"quit\"\n[keys.list]\nx = \"fold\"\nq = \"top\"\n\"q\" = \"bottom\"\n";
    assert_eq!(
        faulty(text),
        (6, "`\"q\"` stands here a second time (first in line 5); take one of the two out".into())
    );
}

#[test]
fn saved_queries_are_read_and_checked() {
    let settings = Settings::parse("[queries]\n\"new calls\" = \"is:unread kind:call\"\n").unwrap();
    assert_eq!(settings.queries, [("new calls".to_owned(), "is:unread kind:call".to_owned())]);
    let named =
        |text: &str| Settings::parse(text).unwrap().queries.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(named("[queries]\nzeal = \"z\"\nart = \"a\"\n"), ["zeal", "art"], "in the order of the file");
    let (line, what) = faulty("[queries]\n\na = \"knid:call\"\n");
    assert_eq!(line, 3);
    assert!(what.contains("did you mean kind:?"), "{what}");
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_what_would_be_right() {
    for (text, line, what) in [
        ("[readnig]\n", 1, "there is no key `readnig`; did you mean `reading`?"),
        ("\n[help]\nwhich-kye = 1", 3, "there is no key `which-kye`; did you mean `which-key`?"),
        ("help = 1", 1, "`help` is a section; write [help]"),
        ("[help]\nwhich-key = 20000", 2, "`which-key` takes a number from 0 to 10000"),
        ("[help]\nwhich-key = \"30\"", 2, "`which-key` takes a number from 0 to 10000"),
        (
            "[reading]\nnames = [\"persn\"]",
            2,
            "`names` cannot hold “persn”; did you mean `person`? (it takes any of person, organisation, place, group, event, document)",
        ),
        (
            "[reading]\nread-when = \"ends\"",
            2,
            "`read-when` cannot be “ends”; did you mean `end`? (it is one of left, end, never)",
        ),
    ] {
        assert_eq!(faulty(text), (line, what.to_owned()), "{text}");
    }
}

#[test]
fn what_is_right_in_a_file_holds_and_every_mistake_in_it_is_told() {
    let text = "[queries]\n\"calls\" = \"kind:call\"\n\"broken\" = \"colour:red\"\n[reading]\nmesure = 60\nmeasure = 66\n[colours]\na = 1\n";
    let (settings, faults) = Settings::parse_what_is_right(text, None);
    assert_eq!(settings.queries, [("calls".to_owned(), "kind:call".to_owned())]);
    assert_eq!(settings.page.measure, 66);
    assert_eq!(faults.iter().map(|fault| fault.line(text)).collect::<Vec<_>>(), [3, 5, 7]);
}
