//! Walks in a pseudo-terminal: to the next story of a meeting, to the reasons, and back.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise"
)]

mod folder;
mod terminal;

use terminal::Start;
use terminal::reader::*;

/// From one story of a meeting to the next, to the reasons, to both side by side and back, to the words that they were made from, and all the way back.
fn walk(columns: u16, rows: u16) {
    let folder = stories();
    let mut terminal = open(folder.path(), &["."], columns, rows);
    terminal.press(ENTER);
    terminal.wait_for_text("Putin hosts Assad");
    terminal.press("]");
    terminal.wait_for_text("Assad visits Russia");
    terminal.press("p");
    terminal.wait_for_text(" Peek ");
    terminal.press("p");
    terminal.wait_for("the text without the look", |screen| !screen.contents().contains(" Peek "));
    terminal.press("w");
    terminal.wait_for_text("Why linked");
    let seen = terminal.wait_for_text("●●● same meeting");
    assert!(seen.contains("one meeting in common"), "{seen}");
    terminal.press("c");
    terminal.wait_for_text("Side by side");
    terminal.press(&control('o'));
    terminal.wait_for_text("●●● same meeting");
    terminal.press("j");
    terminal.press(RIGHT);
    terminal.press(ENTER);
    terminal.wait_for("the words in the other story", |screen| {
        let seen = screen.contents();
        seen.contains("Putin hosts Assad") && !seen.contains("Why linked")
    });
    terminal.press(&control('o'));
    terminal.wait_for_text("Why linked");
    terminal.press(&control('o'));
    terminal.wait_for("the story", |screen| {
        let seen = screen.contents();
        seen.contains("Assad visits Russia") && !seen.contains("Why linked")
    });
    quits(terminal, "q");
}

#[test]
fn a_walk_from_story_to_story_to_the_reasons_comes_back() {
    walk(100, 30);
}

#[test]
fn the_same_walk_is_possible_on_a_narrow_screen() {
    walk(60, 20);
}

#[test]
fn a_story_that_is_not_linked_is_asked_about() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press(ENTER);
    terminal.press("W");
    terminal.wait_for_text("with which story?");
    terminal.press("harvest");
    terminal.wait_for_text("Harvest festival");
    terminal.press(ENTER);
    terminal.wait_for_text("Why not linked");
    terminal.wait_for_text("tells of no meeting");
    terminal.press(ESCAPE);
    terminal.wait_for("list and text", |screen| !screen.contents().contains("Why not linked"));
    quits(terminal, "q");
}

#[test]
fn the_walk_is_read_out_in_linear_mode() {
    let folder = stories();
    let mut terminal =
        Start { program: PROGRAM, arguments: &["--linear", "."], inside: folder.path(), columns: 80, rows: 24 }.go();
    terminal.wait_for_text("1 of 3.");
    terminal.press(ENTER);
    terminal.wait_for_text("link 1: same meeting, 1 story");
    terminal.press("p");
    terminal.wait_for_text("A look at what Enter leads to.");
    terminal.press("p");
    terminal.press("w");
    terminal.wait_for_text("Why linked, one meeting in common");
    terminal.wait_for_text("Speaks for it, much: who: both name");
    terminal.press(&control('o'));
    terminal.wait_for_text("link 1: same meeting, 1 story");
    quits(terminal, "q");
}
