//! The map, and dossiers taken away: walks in a pseudo-terminal.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod folder;
mod terminal;

use std::fs;

use folder::Folder;
use terminal::reader::*;
use terminal::{Start, Terminal};
use vt100::Screen;

/// The row of the heading: what the map is drawn around.
fn centre(screen: &Screen) -> String {
    screen.rows(0, screen.size().1.get()).find(|row| row.trim_start().starts_with("Map ")).unwrap_or_default()
}

fn open_at(folder: &Folder, columns: u16, rows: u16) -> Terminal {
    let terminal = open(folder.path(), &["."], columns, rows);
    terminal.wait_for("the stories", |screen| !is_looking(&screen.contents()));
    terminal
}

/// Whether what stands around the thing in the middle is all there, and not still being looked for.
fn is_whole(screen: &Screen) -> bool {
    let seen = screen.contents().to_lowercase();
    !seen.contains("being looked for") && !seen.contains("linking")
}

/// From a story to its meeting, to who was there, and back by the same way.
fn walk(columns: u16, rows: u16, to_a_name: &str) {
    let folder = stories();
    let mut terminal = open_at(&folder, columns, rows);
    terminal.press("4");
    terminal.wait_for("the map around the story", |screen| centre(screen).contains("Putin hosts") && is_whole(screen));
    terminal.press(RIGHT);
    terminal.press(ENTER);
    terminal.wait_for("the map around the meeting", |screen| {
        centre(screen).contains("Assad") && !centre(screen).contains("hosts")
    });
    terminal.press(to_a_name);
    terminal.press(ENTER);
    terminal.wait_for("the map around a name", |screen| {
        let centre = centre(screen);
        (centre.contains("Putin") || centre.contains("Assad") || centre.contains("Sochi")) && !centre.contains(" – ")
    });
    // On the thing in the middle Enter leads to its page.
    terminal.press(ENTER);
    terminal.wait_for("the page of the name", |screen| centre(screen).is_empty());
    terminal.press(BACKSPACE);
    terminal.wait_for("the map around the name again", |screen| !centre(screen).is_empty());
    terminal.press(BACKSPACE);
    terminal.wait_for("the map around the meeting again", |screen| centre(screen).contains(" – "));
    terminal.press(BACKSPACE);
    terminal.wait_for("the map around the story again", |screen| centre(screen).contains("Putin hosts"));
    terminal.press(BACKSPACE);
    terminal.wait_for("where it began", |screen| {
        centre(screen).is_empty() && screen.contents().contains("Putin hosts Assad in Sochi")
    });
    quits(terminal, "q");
}

#[test]
fn the_map_is_walked_three_steps_and_back() {
    walk(120, 36, RIGHT);
}

#[test]
fn the_map_is_walked_on_a_narrow_screen() {
    // There it is a tree: the two stories and another meeting stand before the names.
    walk(60, 20, "jjjj");
}

#[test]
fn enter_on_the_story_in_the_middle_reads_it() {
    let folder = stories();
    let mut terminal = open_at(&folder, 100, 30);
    wait_for_choice(&terminal, "Putin hosts Assad in Sochi");
    terminal.press("4");
    terminal.wait_for("the map", |screen| centre(screen).contains("Putin hosts"));
    terminal.press(ENTER);
    terminal.wait_for("the text", |screen| centre(screen).is_empty() && page(screen).contains("MOSCOW"));
    quits(terminal, "q");
}

/// Whether the map is heard with the story in the middle.
fn is_around_the_story(screen: &Screen) -> bool {
    let seen = screen.contents();
    seen.starts_with("Map") && seen.contains("In the middle: Putin hosts") && is_whole(screen)
}

#[test]
fn the_map_is_heard_as_a_nested_list() {
    let folder = stories();
    let start = Start { program: PROGRAM, arguments: &["--linear", "."], inside: folder.path(), columns: 80, rows: 24 };
    let mut terminal = start.go();
    terminal.wait_for("the list", |screen| {
        let seen = screen.contents();
        seen.starts_with("List of 3 stories") && !seen.contains("Still looking")
    });
    terminal.press("4");
    let seen = terminal.wait_for("the map", is_around_the_story);
    assert!(seen.contains("In the middle: "), "{seen}");
    assert!(seen.contains("Tells of: ") && seen.contains(": took part: "), "{seen}");
    let drawn = |c: &char| ('\u{2500}'..='\u{25ff}').contains(c);
    assert_eq!(seen.chars().find(drawn), None, "{seen}");
    terminal.press(DOWN);
    terminal.press(ENTER);
    terminal.wait_for("the map around the meeting", |screen| !screen.contents().contains("In the middle: Putin hosts"));
    terminal.press(BACKSPACE);
    terminal.wait_for("the map around the story", is_around_the_story);
    terminal.press(BACKSPACE);
    terminal.wait_for("the list again", |screen| screen.contents().starts_with("List of 3 stories"));
    quits(terminal, "q");
}

/// Every text that was asked to be taken by the clipboard, in base64.
fn clipboard(written: &str) -> Vec<String> {
    written.split("\x1b]52;c;").skip(1).map(|after| after.split('\x1b').next().unwrap().to_owned()).collect()
}

#[test]
fn a_dossier_is_copied_and_written_and_no_file_is_ever_overwritten() {
    let folder = stories();
    let mut terminal = open_at(&folder, 120, 30);
    wait_for_choice(&terminal, "Putin hosts Assad in Sochi");
    terminal.press("yd");
    terminal.wait_for_text("Copied the dossier of this story");
    // `# Putin` in base64.
    let copied = clipboard(&terminal.written());
    assert!(copied.len() == 1 && copied[0].starts_with("IyBQdXRpb"), "{copied:?}");
    // In the text it is that of the meeting in focus.
    terminal.press(ENTER);
    terminal.press(TAB);
    terminal.wait_for("the meeting below", |screen| panel(screen).contains("Assad visits Russia"));
    for (number, name) in
        ["vladimir-putin-bashar-al-assad-2017-11-20.md", "vladimir-putin-bashar-al-assad-2017-11-20-2.md"]
            .into_iter()
            .enumerate()
    {
        terminal.press("yD");
        terminal.wait_for_text("write to: ");
        terminal.press(ENTER);
        terminal.wait_for_text(if number == 0 { "Written to " } else { "as that name is taken" });
        let page = fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(page.starts_with("# Vladimir Putin – Bashar al-Assad"), "{page}");
        assert!(page.contains("TASS, “Putin hosts Assad in Sochi”, 21 November 2017"), "{page}");
        assert!(page.contains("Reuters, “Assad visits Russia”, 20 November 2017"), "{page}");
        assert!(page.contains("[^1]: "), "{page}");
    }
    terminal.press("yD");
    terminal.wait_for_text("write to: ");
    terminal.press(&control('u'));
    terminal.press(&format!("no/such/folder.md{ENTER}"));
    terminal.wait_for_text("Nothing was written");
    quits(terminal, "q");
}
