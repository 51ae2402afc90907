//! Linear mode in a pseudo-terminal: what a screen reader would follow, from the start to a followed link and back.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod folder;
mod terminal;

use std::path::Path;

use terminal::reader::*;
use terminal::{Start, Terminal};
use vt100::Screen;

const SIZES: [(u16, u16); 2] = [(80, 24), (60, 20)];

/// The words of the row with the cursor.
fn spoken(screen: &Screen) -> String {
    let (row, _) = screen.cursor_position();
    screen.rows(0, screen.size().1.get()).nth(usize::from(row)).unwrap_or_default().trim_end().to_owned()
}

fn first_row(screen: &Screen) -> String {
    screen.rows(0, screen.size().1.get()).next().unwrap_or_default().trim_end().to_owned()
}

fn last_row(screen: &Screen) -> String {
    screen.rows(0, screen.size().1.get()).last().unwrap_or_default().trim_end().to_owned()
}

/// Waits for a screen that fits, and looks whether anyone can hear it.
#[track_caller]
fn hear(terminal: &Terminal, what: &str, fits: impl Fn(&Screen) -> bool) -> String {
    let seen = terminal.wait_for(what, |screen| fits(screen) && !screen.hide_cursor());
    let drawn = |c: &char| ('\u{2500}'..='\u{25ff}').contains(c) || "⇄↝★•¶✗↵‹›¹²³".contains(*c);
    assert_eq!(seen.chars().find(drawn), None, "{what}:\n{seen}");
    seen
}

fn open_linear(inside: &Path, (columns, rows): (u16, u16)) -> Terminal {
    let terminal = Start { program: PROGRAM, arguments: &["--linear", "."], inside, columns, rows }.go();
    hear(&terminal, "the list", |screen| {
        first_row(screen).starts_with("List of 3 stories") && !screen.contents().contains("Still looking")
    });
    terminal
}

#[test]
fn the_cursor_leads_from_the_list_to_a_followed_link_and_back() {
    for size in SIZES {
        let folder = stories();
        let mut terminal = open_linear(folder.path(), size);
        hear(&terminal, "the first story", |screen| spoken(screen).starts_with("1 of 3. Putin hosts Assad in Sochi."));
        terminal.press(DOWN);
        hear(&terminal, "the second story", |screen| spoken(screen).starts_with("2 of 3. Assad visits Russia."));
        terminal.press(ENTER);
        hear(&terminal, "its text", |screen| {
            first_row(screen) == "Text of story 2 of 3." && spoken(screen).starts_with("Title: Assad visits Russia")
        });
        terminal.press(TAB);
        let seen = hear(&terminal, "the passage about the meeting", |screen| {
            spoken(screen).contains("Assad") && screen.contents().contains("Meeting 1 of 2:")
        });
        assert!(seen.contains("[link 1: same meeting, 1 story]"), "{seen}");
        assert!(seen.contains("Other story: Putin hosts Assad in Sochi."), "{seen}");
        terminal.press(ENTER);
        hear(&terminal, "the same meeting in the other story", |screen| {
            first_row(screen) == "Text of story 1 of 3."
                && screen.contents().contains("Other story: Assad visits Russia.")
        });
        terminal.press(&control('o'));
        hear(&terminal, "the first text again", |screen| first_row(screen) == "Text of story 2 of 3.");
        terminal.press("=");
        hear(&terminal, "where I am", |screen| screen.contents().contains("Note: Text, line "));
        terminal.press(ESCAPE);
        hear(&terminal, "the list", |screen| spoken(screen).starts_with("2 of 3. Assad visits Russia."));
        quits(terminal, "q");
    }
}

#[test]
fn lines_that_are_typed_are_alone_on_the_screen_and_tell_what_was_found() {
    for size in SIZES {
        let folder = stories();
        let mut terminal = open_linear(folder.path(), size);
        terminal.press("/kolm");
        let seen = hear(&terminal, "the filter", |screen| {
            spoken(screen) == "Filter: kolm" && screen.contents().contains("1 of 3 stories match.")
        });
        assert!(!seen.contains("Assad visits"), "{seen}");
        terminal.press(ENTER);
        hear(&terminal, "the text", |screen| spoken(screen) == "Title: Harvest festival opens in Kolm");
        terminal.press("/number 30 ");
        hear(&terminal, "what is looked for", |screen| {
            spoken(screen) == "Look for: number 30" && screen.contents().contains("Place 1 of 1.")
        });
        terminal.press(ENTER);
        hear(&terminal, "the place", |screen| {
            let (_, column) = screen.cursor_position();
            spoken(screen) == "Tractor number 30 came along the road." && usize::from(column) == "Tractor ".len()
        });
        terminal.press(":");
        terminal.press("quit");
        hear(&terminal, "the actions", |screen| {
            spoken(screen) == "Type to choose: quit" && screen.contents().contains("quit: quit. Key: q.")
        });
        terminal.press(DOWN);
        hear(&terminal, "a chosen line", |screen| spoken(screen).starts_with("2 of "));
        terminal.press(ESCAPE);
        hear(&terminal, "the text again", |screen| spoken(screen).starts_with("Tractor number 30"));
        quits(terminal, &control('c'));
    }
}

#[test]
fn pages_are_turned_and_no_line_comes_twice() {
    let folder = stories();
    let mut terminal = open_linear(folder.path(), (80, 24));
    terminal.press(END);
    terminal.press(ENTER);
    hear(&terminal, "the long story", |screen| first_row(screen) == "Text of story 3 of 3.");
    let numbers = |seen: &str| -> Vec<u32> {
        seen.split("Tractor number ").skip(1).filter_map(|after| after.split(' ').next()?.parse().ok()).collect()
    };
    let before = numbers(&terminal.text());
    terminal.press(PAGE_DOWN);
    let after = hear(&terminal, "the next page", |screen| !screen.contents().contains("Title:"));
    assert_eq!(numbers(&after).first(), before.last().map(|last| last + 1).as_ref(), "{after}");
    // Line by line nothing is written until the page runs out.
    terminal.press(UP);
    hear(&terminal, "the page before", |screen| screen.contents().contains("Title:"));
    let first = numbers(&terminal.text());
    assert_eq!(first.last(), before.last());
    quits(terminal, "q");
}

#[test]
fn the_mode_is_switched_and_the_place_stays() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press("G");
    terminal.press(ENTER);
    terminal.wait_for("the long story", |screen| in_text(screen) && page(screen).contains("Tractor number 1 "));
    terminal.press("/number 40 ");
    terminal.press(ENTER);
    terminal.wait_for("the place", |screen| tractors(screen).contains(&40) && screen.hide_cursor());
    let top = terminal.look(first_tractor);
    terminal.press(",r");
    hear(&terminal, "linear mode at the same line", |screen| {
        first_row(screen).starts_with("Text of story 3")
            && last_row(screen) == "Note: Linear mode is on."
            && spoken(screen).starts_with(&format!("Tractor number {top} "))
    });
    terminal.press(",r");
    terminal.wait_for("panes at the same line", |screen| {
        screen.hide_cursor() && in_text(screen) && first_tractor(screen) == top
    });
    quits(terminal, &control('c'));
}

#[test]
fn marks_are_heard_and_the_text_stands_alone_already() {
    for size in SIZES {
        let folder = stories();
        let mut terminal = open_linear(folder.path(), size);
        terminal.press(DOWN);
        terminal.press(ENTER);
        hear(&terminal, "its text", |screen| first_row(screen) == "Text of story 2 of 3.");
        terminal.press("ma");
        hear(&terminal, "the mark", |screen| screen.contents().contains("Note: Mark a is here."));
        terminal.press("'");
        hear(&terminal, "the marks", |screen| {
            first_row(screen) == "Go to a mark: its letter. 1 mark."
                && spoken(screen).starts_with("a: Assad visits Russia.")
        });
        terminal.press(ESCAPE);
        hear(&terminal, "the text again", |screen| first_row(screen) == "Text of story 2 of 3.");
        terminal.press("z");
        hear(&terminal, "that nothing is taken away", |screen| {
            screen.contents().contains("Note: In linear mode the text stands alone already.")
        });
        terminal.press("O");
        hear(&terminal, "the outline", |screen| {
            first_row(screen).starts_with("Outline") && screen.contents().contains(" percent.")
        });
        quits(terminal, &control('c'));
    }
}
