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
    let text = "[reading]\nmeasure = 60\njustify = true\nhyphenate = \"de\"\n[list]\nsort = \"outlet\"\n[help]\nwhich-key = 0\n";
    let settings = Settings::parse(text).unwrap();
    let expected = Settings {
        measure: 60,
        justify: true,
        hyphenate: Some("de".into()),
        sort: Sort::Outlet,
        which_key: None,
        ..Settings::default()
    };
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
fn saved_queries_are_read_and_checked() {
    let settings = Settings::parse("[queries]\n\"new calls\" = \"is:unread kind:call\"\n").unwrap();
    assert_eq!(settings.queries, [("new calls".to_owned(), "is:unread kind:call".to_owned())]);
    let (line, what) = faulty("[queries]\n\na = \"knid:call\"\n");
    assert_eq!(line, 3);
    assert!(what.contains("did you mean kind:?"), "{what}");
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_what_would_be_right() {
    for (text, line, what) in [
        ("[lsit]\n", 1, "there is no key `lsit`; did you mean `list`?"),
        ("\n[list]\nsrot = \"date\"", 3, "there is no key `srot`; did you mean `sort`?"),
        ("list = 1", 1, "`list` is a section; write [list]"),
        ("[list]\nwidth = 90", 2, "`width` takes a number from 15 to 60"),
        ("[list]\nwidth = \"30\"", 2, "`width` takes a number from 15 to 60"),
        ("[reading]\njustify = 1", 2, "`justify` takes true or false"),
        (
            "[reading]\nhyphenate = \"english\"",
            2,
            "`hyphenate` takes off, or the two letters of a language: en, de, fr …",
        ),
        (
            "[list]\nsort = \"dates\"",
            2,
            "`sort` cannot be “dates”; did you mean `date`?; it is one of date, relevance, title, outlet, linked",
        ),
    ] {
        assert_eq!(faulty(text), (line, what.to_owned()), "{text}");
    }
}
