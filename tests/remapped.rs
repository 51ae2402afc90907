//! A walk through the reader in a pseudo-terminal with keys of one's own.
//!
//! **In:** a configuration with chords, one of them in conflict. **Out:** what its keys do, what the box of keys that can
//! follow shows, and what is told of the conflict. **Why:** whoever binds keys meets all of this at once, from the file to
//! the screen.

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

/// The last `g` hides the two chords before it.
const CONFIGURATION: &str = "\
[help]
which-key = 150

[keys]
\"g g\" = \"top\"
\"g e\" = \"bottom\"
\"g\" = \"zen\"
\"s\" = \"none\"
";

#[test]
fn keys_remapped_with_a_chord_work_are_shown_after_a_pause_and_a_conflict_is_told() {
    let folder = stories();
    configure(&folder, CONFIGURATION);
    let mut terminal = open_stories(&folder);
    terminal.wait_for("the conflict, with its line", |screen| {
        let seen = screen.contents();
        seen.contains("config.toml, line 7") && seen.contains("`g` and `g g` of line 5 ")
    });
    terminal.press("ge");
    wait_for_choice(&terminal, "Harvest festival opens in Kolm");
    terminal.press("g");
    terminal.wait_for("the keys that can follow", |screen| {
        let box_of_keys: String = screen.contents().lines().skip_while(|line| !line.contains(" g … ")).collect();
        ["g  to the top", "e  to the end"].iter().all(|told| box_of_keys.contains(told))
    });
    terminal.press("g");
    wait_for_choice(&terminal, "Putin hosts Assad in Sochi");
    terminal.wait_for("the box to go away", |screen| !screen.contents().contains(" g … "));

    // A key that was taken away does nothing, and the palette tells the chords.
    terminal.press("s");
    terminal.press(":to the end");
    terminal.wait_for("the chord beside its action", |screen| screen.contents().contains("g e"));
    terminal.press(ESCAPE);
    terminal.wait_for("no star", |screen| chosen(screen).starts_with("Putin") && !screen.contents().contains('★'));

    // What was told can be read again in the log.
    terminal.press("M");
    terminal.wait_for("the conflict in the log", |screen| {
        let words = screen.contents().split_whitespace().collect::<Vec<_>>().join(" ");
        words.contains("so that one could never be pressed; change one")
    });
    terminal.press(ESCAPE);
    terminal.wait_for("the stories", |screen| chosen(screen).starts_with("Putin"));
    quits(terminal, "q");
}

#[test]
fn a_chord_that_is_left_with_escape_is_left_without_a_word() {
    let folder = stories();
    configure(&folder, CONFIGURATION);
    let mut terminal = open_stories(&folder);
    terminal.press("g");
    terminal.wait_for_text(" g … ");
    terminal.press(ESCAPE);
    terminal.wait_for("the box to go away", |screen| !screen.contents().contains(" g … "));
    assert!(!terminal.text().contains("These keys do nothing"), "{}", terminal.text());
    // A key that leads nowhere is told as before.
    terminal.press("gx");
    terminal.wait_for_text("These keys do nothing here");
    quits(terminal, "q");
}
