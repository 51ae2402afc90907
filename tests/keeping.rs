//! What the reader keeps: walks in a pseudo-terminal that end and begin again.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise"
)]

mod folder;
mod terminal;

use terminal::reader::*;

#[test]
fn stars_tags_and_notes_are_there_after_a_restart_and_undo_takes_them_back() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press("s");
    terminal.wait_for_text("★ starred");
    terminal.press("#");
    terminal.wait_for_text("tags, with commas:");
    terminal.press(&format!("sochi, to check{ENTER}"));
    terminal.wait_for_text("#to check");
    terminal.press(&format!("aask the desk{ENTER}"));
    terminal.wait_for_text("note: ask the desk");
    terminal.press("U");
    terminal.wait_for("the note is gone", |screen| !screen.contents().contains("ask the desk"));
    quits(terminal, "q");
    let mut terminal = open_stories(&folder);
    terminal.wait_for_text("★ starred");
    assert!(terminal.wait_for_text("#to check").contains("#sochi"));
    assert!(!terminal.text().contains("ask the desk"));
    terminal.press("/is:starred");
    terminal.wait_for_text("1 of 3");
    quits(terminal, &control('c'));
    // The command line knows what the reader did.
    let search = std::process::Command::new(PROGRAM)
        .args(["search", "tag:sochi is:starred", "."])
        .current_dir(folder.path())
        .env("XDG_STATE_HOME", terminal::beside(folder.path(), "state"))
        .env("XDG_CONFIG_HOME", terminal::beside(folder.path(), "config"))
        .output()
        .unwrap();
    let found = String::from_utf8(search.stdout).unwrap();
    assert!(found.lines().count() == 1 && found.contains("Putin hosts Assad"), "{found}");
}

#[test]
fn the_place_in_a_story_is_there_after_a_restart_and_what_was_read_counts_as_read() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press(&format!("/harvest{ENTER}"));
    terminal.wait_for_text("Tractor number 1 ");
    terminal.press(PAGE_DOWN);
    let seen = terminal.wait_for("further down", |screen| !page(screen).contains("Tractor number 1 "));
    let line = seen.lines().find(|line| line.contains("Tractor number")).unwrap();
    let number = line[line.find("Tractor number").unwrap()..].split(' ').nth(2).unwrap().to_owned();
    quits(terminal, "q");
    let mut terminal = open_stories(&folder);
    terminal.wait_for("the same row", |screen| page(screen).contains(&format!("Tractor number {number} ")));
    assert!(!terminal.look(page).contains("Tractor number 1 "));
    terminal.press(ESCAPE);
    terminal.wait_for("the list", |screen| !in_text(screen));
    terminal.press(ESCAPE);
    terminal.wait_for_text("2 of 3 unread");
    quits(terminal, "q");
}

#[test]
fn two_readers_at_once_keep_what_both_did() {
    let folder = stories();
    let (mut one, mut other) = (open_stories(&folder), open_stories(&folder));
    one.press("s");
    one.wait_for_text("★ starred");
    other.press("j#");
    other.press(&format!("second{ENTER}"));
    other.wait_for_text("#second");
    quits(one, "q");
    quits(other, "q");
    let mut terminal = open_stories(&folder);
    terminal.press("/is:starred | tag:second");
    terminal.wait_for_text("2 of 3");
    quits(terminal, &control('c'));
}

#[test]
fn a_window_that_is_looked_at_again_shows_what_another_reader_did() {
    let folder = stories();
    let (mut one, mut other) = (open_stories(&folder), open_stories(&folder));
    one.press("\x1b[O");
    other.press("s");
    other.wait_for_text("★ starred");
    quits(other, "q");
    one.press("\x1b[I");
    one.wait_for_text("★ starred");
    one.press("M");
    one.wait_for_text("Another reader changed what is kept of");
    quits(one, "Mq");
}

#[test]
fn where_nothing_can_be_kept_the_header_and_the_answer_to_a_change_say_so() {
    let folder = stories();
    let state = terminal::beside(folder.path(), "state");
    std::fs::create_dir_all(&state).unwrap();
    std::fs::write(state.join("dateline"), "a file where a folder should be").unwrap();
    let mut terminal = open_stories(&folder);
    terminal.wait_for_text("1 error M");
    terminal.press("s");
    terminal.wait_for_text("Starred, but nothing is kept: see M");
    terminal.press("M");
    terminal.wait_for_text("Nothing you mark will be kept");
    quits(terminal, "Mq");
}

#[test]
fn a_damaged_file_of_where_one_was_is_set_aside_and_told_of() {
    let folder = stories();
    quits(open_stories(&folder), "jq");
    let sessions = terminal::beside(folder.path(), "state").join("dateline").join("sessions");
    let files = || -> Vec<_> { std::fs::read_dir(&sessions).unwrap().map(|entry| entry.unwrap().path()).collect() };
    let file = files().pop().unwrap();
    std::fs::write(&file, "garbage").unwrap();
    let mut terminal = open_stories(&folder);
    terminal.wait_for_text("1 warning M");
    terminal.press("M");
    terminal.wait_for_text("What was kept of where you were was damaged");
    quits(terminal, "Mq");
    let aside: Vec<_> = files().into_iter().filter(|other| *other != file).collect();
    assert_eq!(aside.len(), 1, "{aside:?}");
    assert_eq!(std::fs::read_to_string(&aside[0]).unwrap(), "garbage");
}

#[test]
fn what_could_not_be_kept_on_the_way_out_is_told_in_the_shell() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press("s");
    terminal.wait_for_text("★ starred");
    let state = terminal::beside(folder.path(), "state").join("dateline").join("state.db");
    let kept = || {
        let connection = rusqlite::Connection::open(&state)?;
        connection.query_row("SELECT count(*) FROM story WHERE starred = 1", [], |row| row.get::<_, i64>(0))
    };
    // The first star is written by a thread of its own.
    let until = std::time::Instant::now() + std::time::Duration::from_secs(10);
    while kept().ok() != Some(1) && std::time::Instant::now() < until {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    // Another program that writes for longer than anyone has patience.
    let other = rusqlite::Connection::open(&state).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    terminal.press("sq");
    let status = terminal.wait_for_end();
    assert_eq!(status.exit_code(), 1);
    assert!(terminal.written().contains("dateline: Not kept: "), "{}", terminal.written());
    is_restored(&terminal);
}
