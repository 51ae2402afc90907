//! The program from outside: what it prints, what it says when something is wrong, and how it ends.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod folder;
mod program;

use std::ffi::{OsStr, OsString};
use std::process::Stdio;

use dateline::text::width::width;
use folder::Folder;
use program::{STORY, dateline, fails, project, run};

#[test]
fn names_of_the_users_own_are_found_and_mistakes_in_them_are_told() {
    let story = "Board meets\n\nOld Quilly met the harbour board on Monday.\n";
    let names = "[[name]]\nname = \"Maria Quilligan\"\nkind = \"person\"\naliases = [\"Quilly\"]\n";
    let folder = Folder::new()
        .with("a.txt", story)
        .with("good/dateline/names.toml", names)
        .with("bad/dateline/names.toml", names.replace("kind", "knid"));
    let with = |config: &str| {
        let configuration = folder.path().join(config);
        let output = dateline(folder.path()).args(["export", "a.txt"]).env("XDG_CONFIG_HOME", configuration).output();
        let output = output.unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, out, _) = with("good");
    assert_eq!(code, Some(0));
    assert!(out.contains(r#""id":"maria-quilligan","name":"Maria Quilligan","kind":"person""#), "{out}");
    let (code, out, err) = with("bad");
    assert_eq!((code, out.as_str()), (Some(1), ""));
    let file = folder.path().join("bad/dateline/names.toml");
    assert_eq!(err, format!("dateline: {}, line 3: there is no key `knid`; did you mean `kind`?\n", file.display()));
    assert!(!with("none").1.contains("maria-quilligan"));
}

#[test]
fn help_and_version_are_answers_not_errors() {
    for arguments in [
        &["--help"][..],
        &["-h"],
        &["list", "--help"],
        &["show", "--help"],
        &["export", "--help"],
        &["meetings", "--help"],
        &["links", "--help"],
        &["explain", "--help"],
    ] {
        let ran = run(project(), arguments);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        assert!(ran.out.contains("Usage: dateline"), "{}", ran.out);
    }
    let ran = run(project(), &["--version"]);
    assert_eq!((ran.code, ran.out), (Some(0), format!("dateline {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn wrong_arguments_end_with_2_and_how_to_go_on() {
    for arguments in [&["--nonsense"][..], &["show"], &["export", "--format", "xml"], &["export", "--format"]] {
        let ran = run(project(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.err.contains("--help") || ran.err.contains("jsonl"), "{}", ran.err);
    }
}

#[test]
fn a_path_that_leads_nowhere_is_told_by_every_command() {
    let message = "dateline: no/such: there is no such file or folder; check the spelling";
    for arguments in [
        &["no/such"][..],
        &["list", "no/such"],
        &["show", "1", "no/such"],
        &["export", "no/such"],
        &["meetings", "no/such"],
        &["links", "--json", "no/such"],
        &["explain", "1", "2", "no/such"],
    ] {
        fails(&run(project(), arguments), 1, message);
    }
}

#[test]
fn an_empty_folder_is_told_with_what_was_passed_over() {
    let folder = Folder::new().with(".hidden", "x").with("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\r");
    let message = "dateline: .: no articles here (1 hidden and 1 binary passed over); give a folder that holds text or JSONL files";
    fails(&run(folder.path(), &["list", "."]), 1, message);
}

#[test]
fn a_file_that_is_no_text_is_told() {
    let folder = Folder::new().with("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\r");
    let message = "dateline: photo.png: is not a text file; give text or JSONL files";
    fails(&run(folder.path(), &["list", "photo.png"]), 1, message);
}

#[test]
fn without_a_terminal_the_reader_says_what_to_use_instead() {
    let message =
        "dateline: no terminal to draw on; use `dateline list` or `dateline export`, or start it in a terminal";
    fails(&run::<&str>(project(), &[]), 1, message);
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_told_and_hides_no_other() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    // The superuser may read every file, but nobody a link to itself.
    let folder = Folder::new().with("good.txt", STORY);
    symlink("loop.txt", folder.path().join("loop.txt")).unwrap();
    let ran = run(folder.path(), &["list", "."]);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(0), 1), "{ran:?}");
    assert!(ran.err.starts_with("dateline: ./loop.txt: cannot be read: ") && ran.err.lines().count() == 1, "{ran:?}");
    assert_eq!(run(folder.path(), &["list", "loop.txt"]).code, Some(1));
    assert_eq!(run(folder.path(), &["list", "good.txt", "loop.txt"]).code, Some(1));

    let folder = Folder::new().with("good.txt", STORY).with("locked.txt", STORY);
    let locked = folder.path().join("locked.txt");
    std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o0)).unwrap();
    if std::fs::read(&locked).is_err() {
        let ran = run(folder.path(), &["list", "."]);
        assert_eq!((ran.code, ran.out.lines().count()), (Some(0), 1), "{ran:?}");
        assert_eq!(ran.err, "dateline: ./locked.txt: permission denied; allow reading it (chmod +r) and try again\n");
        assert_eq!(run(folder.path(), &["list", "locked.txt"]).code, Some(1));
    }
}

#[test]
fn of_several_paths_the_good_ones_are_read_and_the_bad_one_told() {
    let folder = Folder::new().with("a.txt", STORY).with("b.txt", STORY);
    let message = "dateline: gone.txt: there is no such file or folder; check the spelling\n";
    for command in ["list", "export"] {
        let ran = run(folder.path(), &[command, "a.txt", "gone.txt", "b.txt"]);
        assert_eq!((ran.code, ran.out.lines().count()), (Some(1), 2), "{ran:?}");
        assert_eq!(ran.err, message);
    }
    let ran = run(folder.path(), &["show", "a.txt", "gone.txt", "a.txt", "b.txt"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), message));
    assert!(ran.out.starts_with("Leaders meet in Oslo\n"), "{}", ran.out);
    let ran = run(folder.path(), &["show", "gone", "gone.txt", "a.txt"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.starts_with(message) && ran.err.contains("no article is called “gone”"), "{}", ran.err);
}

#[test]
fn hidden_and_binary_files_in_a_folder_are_counted_and_no_error() {
    let folder = Folder::new().with("a.txt", STORY).with(".b", STORY).with("c.gz", b"\x1f\x8b\x08\0\0");
    for command in ["list", "export"] {
        let ran = run(folder.path(), &[command, "."]);
        assert_eq!((ran.code, ran.out.lines().count()), (Some(0), 1), "{ran:?}");
        assert_eq!(
            ran.err,
            "dateline: passed over 1 hidden (name it to read it all the same) and 1 binary (save its text in a file to \
             read it)\n"
        );
    }
}

#[test]
fn tables_in_a_folder_are_told_in_the_words_of_the_reader() {
    let folder = Folder::new().with("a.txt", STORY).with("b.csv", "a,1\n").with("c.tsv", "a\t1\n");
    let ran = run(folder.path(), &["list", "."]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (Some(0), "dateline: passed over 2 tables (name it to read it as a story)\n")
    );
}

#[test]
fn what_is_advised_for_files_that_were_passed_over_helps() {
    let folder = Folder::new().with("a.txt", STORY).with(".b", STORY).with("c.gz", b"\x1f\x8b\x08\0\0");
    let ran = run(folder.path(), &["list", "a.txt", ".b"]);
    assert_eq!((ran.code, ran.out.lines().count(), ran.err.as_str()), (Some(0), 2, ""));
    // A binary file that is named is told once, as what it is.
    let ran = run(folder.path(), &["list", "a.txt", "c.gz"]);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(1), 1), "{ran:?}");
    assert_eq!(ran.err, "dateline: c.gz: is not a text file; give text or JSONL files\n");
}

#[test]
fn without_a_path_the_folder_articles_is_opened_and_else_the_samples() {
    let folder = Folder::new();
    assert_eq!(run(folder.path(), &["list"]).out.lines().count(), 5);
    let folder = folder.with("articles/a.txt", STORY);
    let ran = run(folder.path(), &["list"]);
    assert_eq!(ran.out.lines().count(), 1);
    assert!(ran.out.contains("Leaders meet in Oslo"), "{}", ran.out);
}

#[test]
fn the_list_is_aligned_whatever_the_script() {
    let mut folder = Folder::new();
    for (number, title) in ["普京与埃尔多安在索契会面", "Erdoğan in Sochi", "🇹🇷🤝🇷🇺 talks", "Short"].iter().enumerate()
    {
        folder = folder
            .with(format!("{number}.txt"), format!("{title}\n\nThe two leaders met in Sochi on November 13, 2017.\n"));
    }
    let ran = run(folder.path(), &["list", "."]);
    assert_eq!(ran.out.lines().count(), 4);
    for line in ran.out.lines() {
        assert!(width(line) <= 120, "{line}");
        assert!(!line.ends_with(' '), "{line:?}");
    }
}

#[test]
fn titles_that_are_first_sentences_and_days_that_are_guesses_are_marked() {
    let ran = run(project(), &["list", "articles"]);
    let derived = ran.out.lines().find(|line| line.contains("On November 20")).unwrap();
    assert!(derived.contains(" “On November 20, ") && derived.contains("…”"), "{derived}");
    let ran = run(project(), &["show", "003", "articles"]);
    assert!(ran.out.lines().next().unwrap().ends_with(" (no headline; the first sentence)"), "{}", ran.out);
    let folder = Folder::new()
        .with("guess.txt", "Leaders meet in Oslo\n\nJane Doe met John Roe on November 13, 2017.\n")
        .with("known.jsonl", "{\"date\":\"2017-11-14\",\"title\":\"Known\",\"text\":\"They met.\"}");
    let ran = run(folder.path(), &["list", "."]);
    assert!(ran.out.contains("  2017-11-14   "), "{}", ran.out);
    assert!(ran.out.contains("  2017-11-13~  "), "{}", ran.out);
}

#[test]
fn a_linked_story_is_one_line_with_all_that_links_it_and_the_surest_come_first() {
    let call = "Vladimir Putin and Donald Trump discussed Syria in a phone call on November 21, 2017. ";
    let round = "It will be discussed within the Astana process.";
    let long = format!("{} {call}{round}", "Very".to_owned() + &" very".repeat(40) + " long talks were held.");
    let folder = Folder::new()
        .with("a.txt", format!("Putin calls Trump\n\nMOSCOW, November 21, 2017. {call}{round}\n"))
        .with("b.txt", format!("Astana\n\nMOSCOW, November 20, 2017. {round}\n"))
        .with("c.txt", long);
    let ran = run(folder.path(), &["show", "a.txt", "."]);
    let links = ran.out.split("\nLinks\n").nth(1).unwrap();
    let stories: Vec<&str> = links.lines().filter(|line| !line.starts_with("    ")).collect();
    assert_eq!(stories.len(), 2, "{links}");
    assert!(stories[0].starts_with("  same meeting (call, 2017-11-21)"), "{links}");
    assert!(stories[0].ends_with("…” · c.txt") && stories[1].starts_with("  same series ("), "{links}");
    assert!(links.lines().all(|line| width(line) <= 180), "{links}");
}

#[test]
fn a_story_is_shown_by_id_number_or_a_part_of_its_id() {
    let folder = Folder::new().with("a/first.txt", STORY).with("a/second.txt", STORY.replace("Oslo", "Rome"));
    let list = run(folder.path(), &["list", "."]).out;
    let second = list.lines().position(|line| line.contains("Rome")).unwrap() + 1;
    for asked in ["a/second.txt", "second", "second.txt", "a/sec", &second.to_string()] {
        let ran = run(folder.path(), &["show", asked, "."]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{asked}");
        assert!(ran.out.starts_with("Leaders meet in Rome\n"), "{asked}: {}", ran.out);
        assert!(ran.out.contains("John Roe in Rome on Monday.") && ran.out.contains("\nLinks\n"), "{}", ran.out);
    }
}

#[test]
fn a_story_that_is_not_one_is_told_with_how_to_find_it() {
    let folder = Folder::new().with("a/first.txt", STORY).with("a/fifth.txt", STORY);
    fails(
        &run(folder.path(), &["show", "a/fi", "."]),
        1,
        "dateline: “a/fi” fits 2 articles: a/fifth.txt, a/first.txt; give more of the id, or its number in `dateline list`",
    );
    for asked in ["nothing", "0", "3", ""] {
        let message = format!(
            "dateline: no article is called “{asked}”; `dateline list` shows them all, and its numbers work too"
        );
        fails(&run(folder.path(), &["show", asked, "."]), 1, &message);
    }
}

#[test]
fn a_malformed_record_is_told_with_its_line_and_the_rest_is_read() {
    let lines = [
        r#"{"id":"one","title":"One","text":"Jane Doe met John Roe."}"#,
        "{oops",
        r#"{"id":"two","text":"They met."}"#,
    ];
    let folder = Folder::new().with("news.jsonl", lines.join("\n"));
    let ran = run(folder.path(), &["export", "news.jsonl"]);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(0), 2), "{ran:?}");
    assert!(ran.err.starts_with("dateline: news.jsonl, line 2: ") && ran.err.lines().count() == 1, "{}", ran.err);
}

#[test]
fn whatever_cannot_be_read_is_told_in_one_line_with_what_to_do() {
    let folder = Folder::new()
        .with("empty.txt", "")
        .with("blank.txt", " \n")
        .with("blank.jsonl", "\n")
        .with("bad.jsonl", "{oops")
        .with("textless.jsonl", "{}");
    for name in ["empty.txt", "blank.txt", "blank.jsonl", "bad.jsonl", "textless.jsonl"] {
        let ran = run(folder.path(), &["list", name]);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.lines().count()), (Some(1), "", 1), "{ran:?}");
        let (what, next) = ran.err.split_once("; ").unwrap();
        assert!(what.starts_with(&format!("dateline: {name}")) && !next.trim().is_empty(), "{ran:?}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let folder = (0..80).fold(Folder::new(), |folder, number| folder.with(format!("{number}.txt"), STORY.repeat(30)));
    for arguments in [
        &["export", "."][..],
        &["export", "--format", "json", "."],
        &["show", "1", "."],
        &["meetings", "--stories", "."],
        &["links", "--json", "."],
        &["links", "."],
        &["explain", "1", "2", "."],
    ] {
        let mut child =
            dateline(folder.path()).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    for arguments in [
        &["export"][..],
        &["list"],
        &["show", "1"],
        &["--help"],
        &["meetings"],
        &["links"],
        &["explain", "1", "2", "--json"],
    ] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = dateline(project()).args(arguments).stdout(full).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(told.starts_with("dateline: standard output: No space left") && told.lines().count() == 1, "{told}");
    }
}

#[cfg(unix)]
#[test]
fn hostile_names_texts_and_arguments_come_out_harmless() {
    use std::os::unix::ffi::OsStrExt;
    let attack = "\x1b[31m\x1b]0;owned\x07\x1bP1$r\x1b\\\u{9b}2J\u{202e}\u{200b}\u{2028}red\r\n\x08\x7f";
    let name = |name: &[u8]| OsStr::from_bytes(name).to_owned();
    let folder = Folder::new()
        .with(name(b"\x1b[2J\x1b]52;c;aGk=\x07\nx.txt"), format!("{attack}{STORY}{attack}"))
        .with(name(b"\xff\xfe\x9b31m.txt"), STORY)
        .with(name("\u{202e}txt.evil".as_bytes()), STORY)
        .with(name(b"\x1b[31mempty"), "");
    for arguments in [
        vec!["list"],
        vec!["export"],
        vec!["export", "--format", "json"],
        vec!["show", "1"],
        vec!["show", "2"],
        vec!["meetings", "--stories"],
        vec!["meetings", "--json"],
        vec!["links"],
        vec!["links", "--json"],
        vec!["explain", "1", "2"],
        vec!["explain", "1", "3"],
        vec!["explain", "2", "3", "--json"],
    ] {
        let ran = run(folder.path(), &[arguments, vec!["."]].concat());
        assert_eq!(ran.code, Some(0), "{ran:?}");
    }
    let attack = OsString::from(attack);
    let odd = name(b"\xff\xfe\x1b[31m");
    for hostile in [attack.as_os_str(), odd.as_os_str(), OsStr::new("--\x1b[31mx\u{202e}"), OsStr::new("-\x1b")] {
        for before in [
            &[][..],
            &["list"],
            &["export"],
            &["export", "--format"],
            &["show"],
            &["list", "--"],
            &["meetings", "--who"],
            &["explain", "1"],
            &["meetings", "--since"],
        ] {
            let mut arguments: Vec<OsString> = before.iter().map(OsString::from).collect();
            arguments.push(hostile.to_owned());
            let ran = run(folder.path(), &arguments);
            let asked_for_nobody = arguments.get(1).is_some_and(|argument| argument == "--who");
            assert!(matches!(ran.code, Some(1 | 2)) || asked_for_nobody, "{arguments:?}: {ran:?}");
            assert!(ran.out.is_empty(), "{arguments:?}: {ran:?}");
        }
    }
}

#[test]
fn soft_hyphens_and_their_like_reach_no_output() {
    let soft = "Lead\u{ad}ers\u{feff} meet\u{200b} in\u{2060} Os\u{200d}lo\u{200c}";
    let story =
        format!("{soft}\n\nPresident Jane Doe met\u{200b}Prime Min\u{ad}ister John Roe in Os\u{2060}lo on Monday.\n");
    let record = serde_json::json!({"id": soft, "title": soft, "outlet": soft, "url": soft, "text": story});
    let folder = Folder::new().with("a.txt", &story).with("b.jsonl", record.to_string()).with("so\u{ad}ft.txt", &story);
    for arguments in [
        &["list", "."][..],
        &["export", "."],
        &["export", "--format", "json", "."],
        &["links", "."],
        &["meetings", "--stories", "."],
        &["links", "--json", "."],
        &["explain", "1", "2", "."],
    ] {
        assert_eq!(run(folder.path(), arguments).code, Some(0));
    }
    for number in ["1", "2", "3"] {
        let ran = run(folder.path(), &["show", number, "."]);
        assert!(ran.out.contains("President Jane Doe met Prime Minister John Roe in Oslo on Monday."), "{ran:?}");
    }
}
