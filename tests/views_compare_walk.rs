//! A walk in a pseudo-terminal: from a story to the comparison with another, to a passage there, and back.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise"
)]

mod folder;
mod terminal;

use folder::Folder;
use terminal::reader::*;
use terminal::{Start, Terminal};

/// Two stories about one meeting that disagree on its place.
fn disagreeing() -> Folder {
    stories().with(
        "hosts.txt",
        "Putin hosts Assad in Moscow\n\nMOSCOW, November 21, 2017 /TASS/. Russian President Vladimir Putin met with Syrian \
         President Bashar al-Assad in Moscow on November 20, 2017, the Kremlin said.\n",
    )
}

fn begin(folder: &Folder, arguments: &[&str], columns: u16, rows: u16) -> Terminal {
    let terminal = Start { program: PROGRAM, arguments, inside: folder.path(), columns, rows }.go();
    terminal.wait_for("the first screen and all that is found", |screen| {
        let seen = screen.contents();
        screen.alternate_screen() && (seen.contains("⇄ 1") || seen.contains("link")) && !is_looking(&seen)
    });
    terminal
}

/// The row with the bar of the cursor.
fn under_the_bar(screen: &vt100::Screen) -> String {
    let columns = screen.size().1.get();
    screen.rows(0, columns).find(|row| row.contains('▌')).unwrap_or_default()
}

#[test]
fn from_a_story_to_the_comparison_to_a_passage_of_the_other_story_and_back() {
    for (columns, rows) in [(120, 36), (60, 20)] {
        let folder = disagreeing();
        let mut terminal = begin(&folder, &["."], columns, rows);
        terminal.press("/hosts");
        terminal.press(ENTER);
        terminal.wait_for_text("MOSCOW, November");
        terminal.press("c");
        terminal.wait_for_text("1 meeting in common");
        terminal.press("}");
        terminal.wait_for("what they disagree about", |screen| {
            let row = under_the_bar(screen);
            row.contains("place") && row.contains('≠') && row.contains("Moscow") && row.contains("Sochi")
        });
        terminal.press(RIGHT);
        terminal.wait_for("the other side", |screen| under_the_bar(screen).contains("▌Sochi"));
        terminal.press(ENTER);
        terminal.wait_for_text("talks");
        terminal.wait_for("the other story", |screen| !screen.contents().contains("Side by side"));
        terminal.press(&control('o'));
        terminal.wait_for("where it was left", |screen| under_the_bar(screen).contains("▌Sochi"));
        terminal.press(&control('o'));
        terminal.wait_for("the story", |screen| {
            screen.contents().contains("MOSCOW, November") && !screen.contents().contains("Side by side")
        });
        quits(terminal, "q");
    }
}

#[test]
fn in_linear_mode_the_same_walk_is_told_in_words() {
    let folder = disagreeing();
    let mut terminal = begin(&folder, &["--linear", "."], 80, 24);
    terminal.press("/hosts");
    terminal.press(ENTER);
    terminal.wait_for_text("met with");
    terminal.press("c");
    terminal.wait_for_text("They disagree. Place: TASS tells Moscow, Reuters tells Sochi.");
    terminal.press("}");
    terminal.press(RIGHT);
    terminal.press(ENTER);
    terminal.wait_for_text("talks with");
    terminal.press(&control('o'));
    terminal.wait_for_text("They disagree. Place:");
    terminal.press(&control('o'));
    terminal.wait_for_text("met with");
    quits(terminal, "q");
}
