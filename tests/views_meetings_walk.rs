//! A walk in a pseudo-terminal: all meetings, the page of one, the story that tells of it, and back.

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
use terminal::{Start, Terminal};

/// The row with the bar, without it; empty where there is none.
fn under_the_bar(screen: &vt100::Screen) -> String {
    let columns = screen.size().1.get();
    let row = screen.rows(0, columns).find(|row| row.trim_start().starts_with('▌'));
    row.map(|row| row.replace('▌', " ").trim().to_owned()).unwrap_or_default()
}

/// From the list to the meeting that both stories tell of, its page, a story, and back.
fn walks(terminal: &mut Terminal, quit: &str) {
    terminal.press("2");
    terminal.wait_for("all meetings", |screen| under_the_bar(screen).contains("20"));
    let place = terminal.look(under_the_bar);
    assert!(place.contains("Putin") && place.contains("Assad"), "the meeting in focus in the story: {place}");
    terminal.press(UP);
    terminal.wait_for("the meeting before", |screen| {
        !under_the_bar(screen).is_empty() && under_the_bar(screen) != place && !under_the_bar(screen).contains("20")
    });
    terminal.press(DOWN);
    terminal.wait_for("the meeting again", |screen| under_the_bar(screen) == place);
    terminal.press(ENTER);
    terminal.wait_for("its page", |screen| under_the_bar(screen).contains("Vladimir Putin"));
    terminal.press("/told by");
    terminal.press(ENTER);
    terminal.wait_for("its status", |screen| under_the_bar(screen).contains("held"));
    let row = terminal.look(under_the_bar);
    terminal.press(ENTER);
    terminal.wait_for_text("Same meeting");
    terminal.press(&control('o'));
    terminal.wait_for("the page where it was left", |screen| under_the_bar(screen) == row);
    terminal.press(&control('o'));
    terminal.wait_for("the list where it was left", |screen| under_the_bar(screen) == place);
    terminal.press("/zebra");
    terminal.wait_for_text("Nothing matches");
    terminal.press(ESCAPE);
    terminal.wait_for("all meetings again", |screen| {
        !screen.contents().contains("zebra") && !under_the_bar(screen).is_empty()
    });
    // The line that is empty now is left, as above the list.
    terminal.press(ESCAPE);
    terminal.wait_for("the line left", |screen| !screen.contents().contains("Tab fields"));
    terminal.press(quit);
}

#[test]
fn from_the_line_of_time_to_the_page_of_a_meeting_to_a_story_and_back() {
    for (columns, rows) in [(100, 30), (60, 20)] {
        // A folder of its own: a reader goes on where another one left it.
        let folder = stories();
        let mut terminal = Start { program: PROGRAM, arguments: &["."], inside: folder.path(), columns, rows }.go();
        terminal.wait_for("everything that is found", |screen| {
            let seen = screen.contents();
            screen.alternate_screen() && seen.contains("⇄ 1") && !is_looking(&seen)
        });
        terminal.press(ENTER);
        terminal.wait_for_text("Same meeting");
        walks(&mut terminal, "1");
        terminal.wait_for_text("Same meeting");
        quits(terminal, "q");
    }
}

#[test]
fn the_same_way_is_heard_in_linear_mode() {
    let folder = stories();
    let arguments = &["--linear", "."];
    let mut terminal = Start { program: PROGRAM, arguments, inside: folder.path(), columns: 80, rows: 24 }.go();
    terminal.wait_for("the list", |screen| {
        screen.contents().contains("List of 3 stories") && !is_looking(&screen.contents())
    });
    terminal.wait_for_text("link");
    terminal.press("2");
    terminal.wait_for_text("Monday, 20 November 2017, Vladimir Putin");
    terminal.press(ENTER);
    terminal.wait_for_text("who, Vladimir Putin");
    terminal.press(ENTER);
    terminal.wait_for_text("Text of story");
    terminal.press(&control('o'));
    terminal.wait_for_text("who, Vladimir Putin");
    terminal.press(&control('o'));
    terminal.wait_for_text("Monday, 20 November 2017, Vladimir Putin");
    quits(terminal, &control('c'));
}
