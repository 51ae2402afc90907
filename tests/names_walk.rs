//! From the list of names to a page, to a passage and back, in a pseudo-terminal: wide, narrow, and heard.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod folder;
mod terminal;

use terminal::reader::*;
use terminal::{Start, Terminal};
use vt100::Screen;

/// The rows of a screen but for the last one, which tells the keys.
fn rows(screen: &Screen) -> Vec<String> {
    let (height, width) = screen.size();
    screen.rows(0, width.get()).take(usize::from(height.get()) - 1).map(|row| row.trim_end().to_owned()).collect()
}

/// The row with the cursor of a view.
fn here(screen: &Screen) -> String {
    rows(screen).into_iter().find(|row| row.trim_start().starts_with('▌')).unwrap_or_default()
}

/// The words of the row with the cursor of the terminal.
fn spoken(screen: &Screen) -> String {
    let (row, _) = screen.cursor_position();
    screen.rows(0, screen.size().1.get()).nth(usize::from(row)).unwrap_or_default()
}

/// To a mention on the page of a name, to its words, and back to it.
fn to_words_and_back(terminal: &mut Terminal) {
    terminal.press("3");
    terminal.wait_for("the list", |screen| here(screen).contains(" person") || here(screen).contains(" place"));
    terminal.press(&format!("/assad{ENTER}"));
    terminal.wait_for("the one name", |screen| here(screen).contains("Assad") && screen.contents().contains("1 of "));
    terminal.press(ENTER);
    terminal.wait_for("its page", |screen| screen.contents().contains("written"));
    terminal.press("/held talks");
    terminal.wait_for("a mention", |screen| here(screen).contains('‹'));
    terminal.press(ENTER);
    let before = terminal.look(rows);
    terminal.press(ENTER);
    terminal.wait_for("the words", |screen| screen.contents().contains("The weather was mild"));
    terminal.press(&control('o'));
    terminal.wait_for("the mention again", |screen| rows(screen) == before);
    // The list, still narrowed.
    terminal.press("qq");
    terminal.wait_for("the list as it was", |screen| screen.contents().contains("/ assad"));
}

#[test]
fn a_walk_from_the_names_to_a_passage_and_back_keeps_the_place() {
    for (columns, rows) in [(120, 36), (60, 20)] {
        // The view that was left would be opened again.
        let folder = stories();
        let mut terminal = open(folder.path(), &["."], columns, rows);
        to_words_and_back(&mut terminal);
        quits(terminal, &control('c'));
    }
}

#[test]
fn the_same_walk_is_heard_in_linear_mode() {
    let folder = stories();
    let start = Start { program: PROGRAM, arguments: &["--linear", "."], inside: folder.path(), columns: 80, rows: 24 };
    let mut terminal = start.go();
    terminal.wait_for("the list", |screen| {
        screen.contents().starts_with("List of 3 stories") && !screen.contents().contains("Still looking")
    });
    terminal.press("3");
    terminal.wait_for("the names", |screen| screen.contents().starts_with("Names, "));
    terminal.press(&format!("/assad{ENTER}"));
    terminal.wait_for("the one name", |screen| screen.contents().starts_with("Names, 1 of "));
    terminal.press(ENTER);
    let page = terminal.wait_for("its page", |screen| screen.contents().contains("Mentions: "));
    assert!(page.contains("Assad, person, ") && !page.contains('‹'), "{page}");
    terminal.press(&format!("/held talks{ENTER}"));
    terminal.wait_for("a mention", |screen| spoken(screen).starts_with("LONDON"));
    let before = terminal.look(rows);
    terminal.press(ENTER);
    terminal.wait_for("the words", |screen| screen.contents().starts_with("Text of story "));
    terminal.press(&control('o'));
    terminal.wait_for("the page again", |screen| screen.contents().starts_with("Bashar al-Assad, person, "));
    assert_eq!(terminal.look(rows), before);
    quits(terminal, &control('c'));
}
