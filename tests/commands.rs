//! `dateline meetings`, `links` and `explain` from outside: what they print, on a terminal and elsewhere.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod folder;
mod program;

use folder::Folder;
use program::{STORY, fails, run};
use serde_json::Value;

/// Three stories: two tell of one call, the third of another meeting a year later.
fn stories() -> Folder {
    Folder::new()
        .with("a/call.txt", "Putin phones Trump\n\nMOSCOW, November 21, 2017. Vladimir Putin and Donald Trump discussed grain prices in a phone call on November 21, 2017.\n")
        .with("a/grain.txt", "Grain on the line\n\nNEW YORK, November 22, 2017. Russian President Vladimir Putin held a telephone conversation with US President Donald Trump on November 21, 2017.\n")
        .with("b/visit.txt", "Talks in Ankara\n\nANKARA, April 4, 2018. Vladimir Putin met Recep Tayyip Erdoğan in Ankara on April 3, 2018.\n")
}

#[test]
fn a_meeting_is_one_line_with_who_when_where_and_how_many_stories() {
    let ran = run(stories().path(), &["meetings", "."]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), 2, "{}", ran.out);
    let cells = |line: &str| -> Vec<String> {
        line.split("  ").map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty()).collect()
    };
    assert_eq!(
        cells(lines[0])[..],
        ["2017-11-21", "Vladimir Putin and Donald Trump", "-", "call", "held", "2 stories"]
    );
    assert_eq!(cells(lines[1])[..2], ["2018-04-03", "Vladimir Putin and Recep Tayyip Erdogan"]);
    let column = |line: &str| line.rfind("  ");
    assert_eq!(column(lines[0]), column(lines[1]), "the columns are aligned: {}", ran.out);
}

#[test]
fn meetings_are_narrowed_by_who_kind_and_day_whatever_the_accents() {
    let folder = stories();
    for (options, found) in [
        (&["--who", "erdogan"][..], "2018"),
        (&["--who", "ERDOĞAN", "--who", "Putin"], "2018"),
        (&["--kind", "call"], "2017"),
        (&["--since", "2018"], "2018"),
        (&["--until", "2017-11-21"], "2017"),
        (&["--where", "ankara", "--status", "held"], "2018"),
    ] {
        let ran = run(folder.path(), &[&["meetings", "."][..], options].concat());
        assert_eq!((ran.code, ran.out.lines().count()), (Some(0), 1), "{options:?}: {ran:?}");
        assert!(ran.out.starts_with(found), "{options:?}: {}", ran.out);
    }
    let ran = run(folder.path(), &["meetings", ".", "--who", "Trump", "--who", "Erdogan"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    let message =
        "dateline: no such meeting among 2 meetings here; leave out an option, or a part of a name, to see more\n";
    assert_eq!(ran.err, message);
}

#[test]
fn meetings_tell_their_stories_and_the_words_where_asked() {
    let ran = run(stories().path(), &["meetings", "--stories", "--kind", "call", "."]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), 5, "{}", ran.out);
    assert_eq!(lines[1], "    2017-11-21 · Putin phones Trump · a/call.txt");
    assert!(lines[2].starts_with("      “") && lines[2].contains("Putin"), "{}", ran.out);
}

#[test]
fn a_day_that_no_story_says_is_marked() {
    let folder = Folder::new().with("a.txt", "OSLO, May 3, 2017. Vladimir Putin phoned Donald Trump.\n");
    let ran = run(folder.path(), &["meetings", "."]);
    let day = ran.out.split("  ").next().unwrap();
    assert!(day == "-" || day.ends_with('~') || !day.contains("2017-05-02"), "{}", ran.out);
}

#[test]
fn a_day_that_counts_from_a_day_that_is_guessed_is_marked_by_every_command() {
    let folder = Folder::new()
        .with("a.txt", "Ministers meet\n\nOSLO, May 3, 2017. Prime Minister Ann Doe met President John Roe in Oslo on May 2, 2017, to talk about herring quotas.\n")
        .with("b.txt", "Herring talks in Oslo\n\nPrime Minister Ann Doe met President John Roe in Oslo yesterday to talk about herring quotas, her office said. Today President Roe met King Harald Poe in Bergen.\n")
        .with("c.txt", "Rome\n\nROME, May 9, 2019. Minister Jane Poe met Tom Moe in Rome on Monday.\n");
    for asked in [&["show", "b.txt", "."][..], &["explain", "b.txt", "c.txt", "."], &["meetings", "."]] {
        let ran = run(folder.path(), asked);
        assert!(ran.out.contains("2017-05-03~ ") && !ran.out.contains("2019-05-06~"), "{asked:?}: {}", ran.out);
    }
}

#[test]
fn a_summit_is_told_with_its_number() {
    let text = "Talks\n\nOSLO, May 3, 2017. Prime Minister Ann Doe and President John Roe took part in the sixth Baltic summit in Oslo on May 2, 2017.\n";
    let ran = run(Folder::new().with("a.txt", text).path(), &["meetings", "."]);
    assert!(ran.out.contains("  6th summit  held  "), "{}", ran.out);
}

#[test]
fn of_a_meeting_of_which_nobody_tells_whether_it_was_no_status_is_told() {
    let text =
        "Herring\n\nOSLO, May 3, 2017. Prime Minister Ann Doe was to meet President John Roe in Oslo on May 1, 2017.\n";
    let folder = Folder::new().with("a.txt", text);
    let ran = run(folder.path(), &["meetings", "."]);
    assert!(ran.out.contains("  bilateral  -  1 story"), "{}", ran.out);
    let ran = run(folder.path(), &["show", "a.txt", "."]);
    assert!(ran.out.contains("2017-05-01 · Oslo · what this story is about"), "{}", ran.out);
    // Records for other programs tell it in so many words.
    assert!(run(folder.path(), &["meetings", "--json", "."]).out.contains("\"unknown\""));
}

#[test]
fn links_are_told_in_words_with_the_words_of_both_sides() {
    let ran = run(stories().path(), &["links", "."]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[0], "call · Vladimir Putin and Donald Trump · 2017-11-21 · held · 2 stories");
    assert_eq!(lines[1], "  2017-11-21 · Putin phones Trump · a/call.txt");
    assert!(lines.contains(&"    same meeting:"), "{}", ran.out);
    let people = lines.iter().find(|line| line.contains("+ both name Vladimir Putin and Donald Trump: “")).unwrap();
    assert!(people.ends_with('”'), "{people}");
    // How sure it is stands there in words, never as a number.
    assert!(!ran.out.contains("0.") && !ran.out.contains('%'), "{}", ran.out);
}

#[test]
fn a_meeting_of_many_stories_tells_each_of_them_once() {
    let folder = (0..5).fold(Folder::new(), |folder, number| {
        let text = format!("Report {number}\n\nMOSCOW, November 21, 2017. Vladimir Putin and Donald Trump discussed grain in a phone call on November 21, 2017.\n");
        folder.with(format!("{number}.txt"), text)
    });
    let ran = run(folder.path(), &["links", "."]);
    for number in 0..5 {
        let told = ran.out.lines().filter(|line| line.contains(&format!("Report {number} · "))).count();
        assert_eq!(told, 1, "{}", ran.out);
    }
    assert_eq!(ran.out.matches("same meeting as ").count(), 4, "{}", ran.out);
}

#[test]
fn where_there_is_nothing_to_print_it_is_told_why() {
    let dull = "Harvest\n\nThe harvest was good this year, farmers said.\n";
    let one = Folder::new().with("a.txt", dull);
    let ran = run(one.path(), &["meetings", "."]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    let told =
        "dateline: no meetings: 1 story here tells of none; `dateline show` prints a story and what was found in it\n";
    assert_eq!(ran.err, told);
    let ran = run(one.path(), &["links", "."]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert_eq!(ran.err, "dateline: only one story here, and a link joins two; give a folder, or more files\n");
    let two = one.with("b.txt", dull.replace("good", "poor"));
    let ran = run(two.path(), &["links", "."]);
    assert!(ran.err.starts_with("dateline: no links: no two of the 2 stories here tell of one meeting"), "{}", ran.err);
    let ran = run(two.path(), &["explain", "1", "2", "."]);
    assert!(ran.out.contains("Not the same meeting: a.txt and b.txt tell of no meeting."), "{}", ran.out);
    let ran = run(Folder::new().with(".hidden", "").path(), &["meetings", "."]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.starts_with("dateline: .: no articles here"), "{}", ran.err);
}

#[test]
fn linked_stories_are_explained_by_what_joins_them() {
    let ran = run(stories().path(), &["explain", "a/call.txt", "grain", "."]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.starts_with("2017-11-21 · Putin phones Trump · a/call.txt\n"), "{}", ran.out);
    let same = "\nSame meeting: call · Vladimir Putin and Donald Trump · 2017-11-21 · held\n";
    assert!(ran.out.contains(same) && ran.out.contains("+ both name Vladimir Putin and Donald Trump"), "{}", ran.out);
}

#[test]
fn stories_that_are_not_linked_are_explained_by_what_speaks_against_it() {
    let ran = run(stories().path(), &["explain", "call", "visit", "."]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("\nNot the same meeting: "), "{}", ran.out);
    assert!(ran.out.contains("What decides against it\n") && ran.out.contains("21 Nov 2017"), "{}", ran.out);
    assert!(ran.out.contains("“Vladimir Putin met Recep Tayyip Erdoğan in Ankara"), "{}", ran.out);
}

#[test]
fn two_files_can_be_explained_by_themselves_and_by_their_paths() {
    let folder = stories();
    let alone = run(folder.path(), &["explain", "a/call.txt", "a/grain.txt"]);
    assert!(alone.code == Some(0) && alone.out.contains("Same meeting: call"), "{alone:?}");
    let among_others = run(folder.path(), &["explain", "./a/call.txt", "a/grain.txt", "a", "b"]);
    assert!(among_others.code == Some(0) && among_others.out.contains("Same meeting: call"), "{among_others:?}");
    let same = run(folder.path(), &["explain", "a/call.txt", "a/call.txt"]);
    assert_eq!((same.code, same.out.as_str()), (Some(0), "Both are the same article, call.txt; name two.\n"));
}

#[test]
fn a_slip_in_an_articles_name_is_answered_with_the_nearest() {
    let folder = stories();
    let help = "`dateline list` shows them all, and its numbers work too";
    let message = format!("dateline: no article is called “garin.txt”; did you mean “a/grain.txt”? {help}");
    fails(&run(folder.path(), &["explain", "garin.txt", "call", "."]), 1, &message);
    fails(&run(folder.path(), &["show", "garin.txt", "."]), 1, &message);
    let ran = run(folder.path(), &["explain", "a/", "call", "."]);
    assert!(ran.code == Some(1) && ran.err.contains("“a/” fits 2 articles: a/call.txt, a/grain.txt"), "{ran:?}");
}

#[test]
fn every_command_answers_in_json_too() {
    let folder = stories();
    let json = |arguments: &[&str]| -> Value {
        let ran = run(folder.path(), arguments);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        serde_json::from_str(&ran.out).unwrap()
    };
    let meetings = json(&["meetings", "--json", "--who", "trump", "."]);
    assert_eq!(meetings["meetings"].as_array().unwrap().len(), 1);
    assert_eq!(meetings["meetings"][0]["articles"], serde_json::json!(["a/call.txt", "a/grain.txt"]));
    let links = json(&["links", "--json", "."]);
    assert_eq!((&links["links"][0]["from"], &links["links"][0]["tier"]), (&"a/call.txt".into(), &"same".into()));
    let linked = json(&["explain", "call", "grain", "--json", "."]);
    assert_eq!((&linked["explanation"]["verdict"], &linked["explanation"]["links"]), (&"same".into(), &links["links"]));
    let apart = json(&["explain", "call", "visit", "--json", "."]);
    assert_eq!(apart["explanation"]["verdict"], "vetoed");
    assert_eq!(json(&["meetings", "--json", "--who", "nobody", "."])["meetings"], Value::Array(Vec::new()));
}

#[cfg(unix)]
mod on_a_terminal {
    use std::io::Read;

    use dateline::text::width::width;
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};

    use super::{STORY, stories};

    /// What a command prints on a terminal so many columns wide.
    fn printed(columns: u16, folder: &std::path::Path, arguments: &[&str]) -> String {
        let size = PtySize { rows: 24, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dateline"));
        command.args(arguments);
        command.cwd(folder);
        command.env("XDG_CONFIG_HOME", folder.join("no-configuration"));
        command.env("XDG_STATE_HOME", folder.join("no-state"));
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let mut bytes = Vec::new();
        // The end of a pseudo-terminal is an error on Linux.
        let _ = reader.read_to_end(&mut bytes);
        assert!(child.wait().unwrap().success());
        String::from_utf8(bytes).unwrap().replace("\r\n", "\n")
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let folder = stories().with("c.txt", STORY);
        let commands: [&[&str]; 5] = [
            &["list", "."],
            &["meetings", "."],
            &["meetings", "--stories", "."],
            &["links", "."],
            &["explain", "call", "visit", "."],
        ];
        for columns in [50, 80, 200] {
            for arguments in commands {
                let text = printed(columns, folder.path(), arguments);
                assert!(text.lines().count() > 1, "{arguments:?}: {text}");
                for line in text.lines() {
                    assert!(width(line) <= usize::from(columns), "{arguments:?} in {columns} columns: {line}");
                }
                assert!(!text.contains('\x1b'), "{text:?}");
            }
        }
    }

    #[test]
    fn what_does_not_fit_beside_goes_below_and_nobody_is_lost() {
        let text = printed(40, stories().path(), &["meetings", "."]);
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for told in ["2018-04-03 Vladimir Putin and Recep Tayyip Erdogan", "call · held · 2 stories"] {
            assert!(words.contains(told), "{text}");
        }
    }
}
