//! Corrections: walks in a pseudo-terminal from where an error is seen to its effect, to the file, and back.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise"
)]

mod folder;
mod terminal;

use std::fs;
use std::process::Command;

use folder::Folder;
use terminal::reader::*;
use terminal::{Terminal, beside};

/// What the file of corrections of programs that run inside this folder says.
fn file(folder: &Folder) -> String {
    let path = beside(folder.path(), "config").join("dateline/corrections.toml");
    fs::read_to_string(path).unwrap_or_default()
}

/// The entries of the file, without the comment that it begins with.
fn entries(folder: &Folder) -> String {
    let text = file(folder);
    let lines = text.lines().skip_while(|line| line.starts_with('#'));
    lines.map(|line| line.to_owned() + "\n").collect::<String>().trim().to_owned()
}

/// Walks through lists and lines: before each keys, what the screen says. Then waits until it is corrected, looks it up in the
/// list of corrections, and takes it back.
#[track_caller]
fn corrects(steps: &[(&str, &str)], changed: &str, expected: &[&str]) {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press(ENTER);
    terminal.wait_for("the text", in_text);
    corrects_here(&mut terminal, &folder, steps, changed, expected);
    quits(terminal, "q");
}

#[track_caller]
fn corrects_here(terminal: &mut Terminal, folder: &Folder, steps: &[(&str, &str)], changed: &str, expected: &[&str]) {
    for (seen, keys) in steps {
        terminal.wait_for_text(seen);
        terminal.press(keys);
    }
    let screen = terminal.wait_for_text("Corrected: ");
    assert!(screen.contains(changed), "{screen}");
    let written = entries(folder);
    for words in expected {
        assert!(written.contains(words), "{words} is not in:\n{written}");
    }
    let first = written.lines().next().unwrap_or_default();
    let told = first.split_once(": ").unwrap_or_default().1;
    terminal.press("E");
    let screen = terminal.wait_for_text("1 correction");
    let begins: String = told.chars().take(30).collect();
    assert!(!begins.is_empty() && screen.contains(&begins), "{begins}: {screen}");
    terminal.press(ESCAPE);
    terminal.wait_for("the list left", |screen| !screen.contents().contains("1 correction"));
    terminal.press("U");
    terminal.wait_for_text("No longer corrected: ");
    assert_eq!(entries(folder), "");
    assert!(file(folder).starts_with("# What you corrected"), "the file says what it is for");
}

const TEXT: &str = "MOSCOW";

#[test]
fn a_meeting_that_is_another_one_is_parted() {
    corrects(
        &[(TEXT, TAB), ("Same meeting", "ex")],
        "1 link removed",
        &[
            "[[not-same-meeting]]",
            "telling = { story = \"hosts.txt\", words = ",
            "{ story = \"visits.txt\"",
            "made = 2",
        ],
    );
}

#[test]
fn what_one_story_takes_for_a_meeting_is_none() {
    corrects(
        &[(TEXT, TAB), ("Same meeting", "ef"), ("is no meeting, as told in…", ENTER)],
        "1 link removed",
        &["[[no-meeting]]", "tellings = [", "  { story = \"hosts.txt\", words = ", "made = 2"],
    );
}

#[test]
fn what_is_no_meeting_at_all_is_none_in_every_view_and_leads_to_its_words() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press("2");
    terminal.wait_for_text("meetings");
    let before = terminal.wait_for_text("Meetings");
    terminal.press("ef");
    terminal.wait_for_text("is no meeting, as told in…");
    terminal.press(ENTER);
    let screen = terminal.wait_for_text("Corrected: ");
    assert!(screen.contains("1 meeting fewer"), "{screen}");
    assert_ne!(before, screen);
    assert!(entries(&folder).contains("changed = "), "{}", entries(&folder));
    terminal.press("E");
    terminal.wait_for_text("is no meeting in");
    terminal.press(ENTER);
    terminal.wait_for("the words that it is about", in_text);
    terminal.press(BACKSPACE);
    terminal.wait_for_text("1 correction");
    terminal.press("d");
    terminal.wait_for_text("Nothing is corrected yet.");
    assert_eq!(entries(&folder), "");
    quits(terminal, &control('c'));
}

#[test]
fn two_meetings_that_are_one_are_joined() {
    corrects(
        &[(TEXT, TAB), ("Same meeting", "em"), ("is the same meeting as…", "merkel"), ("1 of 1", ENTER)],
        "1 meeting fewer",
        &["[[same-meeting]]", "  { story = \"hosts.txt\", words = ", "who = ["],
    );
}

#[test]
fn two_names_that_are_one_are_joined() {
    corrects(
        &[
            (TEXT, "es"),
            ("Two names for one", "bashar"),
            ("1 of ", ENTER),
            ("is the same as…", "merkel"),
            ("1 of ", ENTER),
            ("in which stories?", ENTER),
        ],
        "1 name fewer",
        &["[[same-name]]", "names = [\"Angela Merkel\", \"Bashar al-Assad\"]"],
    );
}

#[test]
fn a_name_that_is_someone_else_here_is_parted() {
    corrects(
        &[(TEXT, "ea"), ("One name for two", "bashar"), ("1 of ", ENTER), ("or something else?", ENTER)],
        "1 name more",
        &["[[not-same-name]]", "name = \"Bashar al-Assad\"", "story = \"hosts.txt\""],
    );
}

#[test]
fn a_name_is_written_otherwise() {
    let clear = control('u');
    corrects(
        &[
            (TEXT, "er"),
            ("written in another way?", "bashar"),
            ("1 of ", ENTER),
            ("is written: ", &clear),
            ("is written: ", "Baschar al-Assad"),
            ("Baschar", ENTER),
        ],
        "1 name changed",
        &["[[rename]]", "name = \"Bashar al-Assad\"", "to = \"Baschar al-Assad\"", "changed = \"1 name changed\""],
    );
}

#[test]
fn a_name_is_of_another_kind() {
    corrects(
        &[(TEXT, "ek"), ("of the wrong kind?", "sochi"), ("1 of ", ENTER), ("name? Not", "event"), ("1 of ", ENTER)],
        "1 name changed",
        &["[[kind]]", "name = \"Sochi\"", "kind = \"event\""],
    );
}

#[test]
fn words_are_never_a_name() {
    corrects(
        &[(TEXT, "en"), ("not a name at all", "sochi"), ("1 of ", ENTER), ("never a name?", ENTER)],
        "1 name fewer",
        &["[[never-a-name]]", "words = [\"Sochi\"]"],
    );
}

#[test]
fn the_day_of_a_meeting_is_corrected_and_a_slip_is_told_in_place() {
    corrects(
        &[
            (TEXT, TAB),
            ("Same meeting", "ed"),
            ("Which day is wrong?", ENTER),
            ("the meeting was on: ", "soon"),
            ("soon", ENTER),
            ("✗ this is no day", &control('u')),
            ("the meeting was on: ", "14 October 2017"),
            ("October 2017", ENTER),
        ],
        // The other story tells of the same meeting, on whatever day that was.
        "Corrected: 1 meeting on another day; U takes it back.",
        &["[[meeting-date]]", "on = 2017-10-14"],
    );
}

#[test]
fn the_day_of_a_story_is_corrected_from_the_list() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    wait_for_choice(&terminal, "Putin hosts Assad in Sochi");
    terminal.press("G");
    wait_for_choice(&terminal, "Harvest festival opens in Kolm");
    corrects_here(
        &mut terminal,
        &folder,
        &[("Harvest", "ed"), ("the story is of: ", "2017-12-01"), ("2017-12-01", ENTER)],
        "1 story on another day",
        &["[[story-date]]", "story = \"harvest.txt\"", "day = 2017-12-01"],
    );
    quits(terminal, "q");
}

#[test]
fn corrections_hold_the_next_time_and_in_every_command_and_are_taken_out_in_their_list() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press(&format!("{ENTER}{TAB}"));
    terminal.wait_for_text("Same meeting");
    terminal.press("ex");
    terminal.wait_for_text("1 link removed");
    quits(terminal, "q");

    let links = || {
        let mut command = Command::new(PROGRAM);
        command.args(["explain", "hosts.txt", "visits.txt", "."]).current_dir(folder.path());
        command.env("XDG_CONFIG_HOME", beside(folder.path(), "config"));
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(links().contains("a correction says that they are not of one meeting"), "{}", links());

    let mut terminal = open_stories(&folder);
    terminal.press("E");
    terminal.wait_for_text("1 correction");
    terminal.press(ENTER);
    terminal.wait_for("the words that it is about", |screen| in_text(screen) && !marked(screen).is_empty());
    terminal.press(BACKSPACE);
    terminal.wait_for_text("1 correction");
    terminal.press("d");
    terminal.wait_for_text("Nothing is corrected yet.");
    assert_eq!(entries(&folder), "");
    terminal.press("U");
    terminal.wait_for_text("1 correction");
    assert!(entries(&folder).contains("[[not-same-meeting]]"));
    quits(terminal, &control('c'));
}

#[test]
fn a_correction_that_no_longer_applies_is_told_and_not_dropped() {
    let folder = stories();
    let inside = beside(folder.path(), "config").join("dateline");
    fs::create_dir_all(&inside).unwrap();
    let text = "# mine\n[[never-a-name]]\nwords = [\"Nowhere\"]\nstory = \"hosts.txt\"\n\n[[renmae]]\nname = \"A\"\n";
    fs::write(inside.join("corrections.toml"), text).unwrap();
    let mut terminal = open_stories(&folder);
    terminal.press("E");
    terminal.wait_for_text("✗ no longer applies: “Putin hosts Assad in Sochi” (TASS)");
    terminal.press("M");
    terminal.wait_for_text("A correction no longer applies");
    terminal.wait_for_text("did you mean `rename`?");
    assert_eq!(file(&folder), text);
    quits(terminal, &control('c'));
}

#[test]
fn a_narrow_screen_and_linear_mode_correct_by_the_same_keys() {
    for arguments in [&["."][..], &["--linear", "."]] {
        let folder = stories();
        let start = terminal::Start { program: PROGRAM, arguments, inside: folder.path(), columns: 60, rows: 20 };
        let mut terminal = start.go();
        terminal.wait_for("the stories", |screen| {
            let seen = screen.contents();
            seen.contains("hosts Assad") && !is_looking(&seen)
        });
        terminal.press(ENTER);
        terminal.wait_for_text("MOSCOW");
        // There is no room to tell how far it is; the messages tell when all is found.
        terminal.press("M");
        terminal.wait_for("all that is found", |screen| {
            screen.contents().split_whitespace().collect::<Vec<_>>().join(" ").contains("after the start")
        });
        terminal.press(ESCAPE);
        terminal.wait_for_text("MOSCOW");
        terminal.press("ek");
        terminal.wait_for_text("of the wrong kind?");
        terminal.press("sochi");
        terminal.wait_for("the name", |screen| {
            let seen = screen.contents();
            seen.contains("1 of ") && seen.contains("Sochi") && seen.contains("sochi")
        });
        terminal.press(ENTER);
        terminal.wait_for_text("name? Not");
        terminal.press(ENTER);
        terminal.wait_for("what it changed", |screen| {
            let seen = screen.contents().split_whitespace().collect::<Vec<_>>().join(" ");
            seen.contains("Corrected: ") && seen.contains("1 name")
        });
        assert!(entries(&folder).contains("kind = \"person\""), "{}", entries(&folder));
        terminal.press("E");
        terminal.wait_for_text("“Sochi” is a person");
        terminal.press("U");
        terminal.wait_for_text("No longer corrected");
        assert_eq!(entries(&folder), "");
        quits(terminal, &control('c'));
    }
}
