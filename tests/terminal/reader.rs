//! The reader in a pseudo-terminal: how to open it, and how to read its screen.
//!
//! What is asked of the screen is where things are and what is chosen, never which words the analysis found, so that a
//! better analysis breaks no walk.

use std::path::Path;

use vt100::Screen;

use super::{Start, Terminal};
use crate::folder::Folder;

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_dateline");

pub(crate) const ENTER: &str = "\r";
pub(crate) const ESCAPE: &str = "\x1b";
pub(crate) const TAB: &str = "\t";
pub(crate) const BACK_TAB: &str = "\x1b[Z";
pub(crate) const BACKSPACE: &str = "\x7f";
pub(crate) const ALT_LEFT: &str = "\x1b[1;3D";
pub(crate) const ALT_RIGHT: &str = "\x1b[1;3C";
pub(crate) const UP: &str = "\x1b[A";
pub(crate) const DOWN: &str = "\x1b[B";
pub(crate) const RIGHT: &str = "\x1b[C";
pub(crate) const LEFT: &str = "\x1b[D";
pub(crate) const PAGE_UP: &str = "\x1b[5~";
pub(crate) const PAGE_DOWN: &str = "\x1b[6~";
pub(crate) const HOME: &str = "\x1b[H";
pub(crate) const END: &str = "\x1b[F";

/// `Ctrl` with a letter. (After [`ESCAPE`] a test waits for what it does: a key that follows at once would be `Alt`.)
pub(crate) fn control(letter: char) -> String {
    char::from(letter as u8 & 0x1f).to_string()
}

/// Two stories about one meeting, the second with another meeting further down, and a long one about none.
pub(crate) fn stories() -> Folder {
    let long: Vec<String> = (1..=60).map(|number| format!("Tractor number {number} came along the road.")).collect();
    Folder::new()
        .with(
            "hosts.txt",
            "Putin hosts Assad in Sochi\n\nMOSCOW, November 21, 2017 /TASS/. Russian President Vladimir Putin met with Syrian \
             President Bashar al-Assad in Sochi on November 20, 2017, the Kremlin said.\n",
        )
        .with(
            "visits.txt",
            "Assad visits Russia\n\nLONDON, November 20, 2017 (Reuters) - Syrian President Bashar al-Assad held talks with \
             Russian President Vladimir Putin in Sochi on November 20, 2017, the Kremlin said.\n\nThe weather was mild.\n\n\
             French President Emmanuel Macron and German Chancellor Angela Merkel spoke by telephone on November 3, 2017.\n",
        )
        .with("harvest.txt", format!("Harvest festival opens in Kolm\n\nKOLM, May 12, 2016. The festival has opened.\n\n{}\n", long.join("\n\n")))
}

/// Whether names, meetings and links are still being looked for.
pub(crate) fn is_looking(seen: &str) -> bool {
    ["stories  …", "story  …", "looking for meetings", "  linking"].iter().any(|sign| seen.contains(sign))
}

pub(crate) fn open(inside: &Path, arguments: &[&str], columns: u16, rows: u16) -> Terminal {
    let terminal = Start { program: PROGRAM, arguments, inside, columns, rows }.go();
    terminal.wait_for("the first screen and all that is found in the stories", |screen| {
        let seen = screen.contents();
        screen.alternate_screen() && seen.contains("Stories") && !is_looking(&seen)
    });
    terminal
}

/// Writes the configuration of programs that run inside this folder.
pub(crate) fn configure(folder: &Folder, text: &str) {
    let inside = super::beside(folder.path(), "config").join("dateline");
    std::fs::create_dir_all(&inside).unwrap();
    std::fs::write(inside.join("config.toml"), text).unwrap();
}

pub(crate) fn open_stories(folder: &Folder) -> Terminal {
    open(folder.path(), &["."], 100, 30)
}

/// The rows of the screen left and right of the rule between the panes, down to the panel.
pub(crate) fn panes(screen: &Screen) -> Vec<(String, String)> {
    let columns = screen.size().1.get();
    let rows = screen.rows(0, columns).skip(2).take_while(|row| !row.contains('┴'));
    rows.filter_map(|row| row.split_once('│').map(|(left, right)| (left.to_owned(), right.to_owned()))).collect()
}

/// The title of the story that is chosen in the list; cut where the list is narrow.
pub(crate) fn chosen(screen: &Screen) -> String {
    let row = panes(screen).into_iter().find(|(list, _)| list.starts_with('▌'));
    row.map(|(list, _)| list.trim_matches(['▌', ' ', '…', '•', '★']).to_owned()).unwrap_or_default()
}

/// What the pane with the text shows.
pub(crate) fn page(screen: &Screen) -> String {
    panes(screen).into_iter().map(|(_, text)| text.trim_end().to_owned() + "\n").collect()
}

/// The rows of the text that are marked as the passage in focus.
pub(crate) fn marked(screen: &Screen) -> Vec<usize> {
    panes(screen).iter().enumerate().filter(|(_, (_, text))| text.contains('▌')).map(|(row, _)| row).collect()
}

/// What the panel below shows.
pub(crate) fn panel(screen: &Screen) -> String {
    let columns = screen.size().1.get();
    screen.rows(0, columns).skip_while(|row| !row.contains('┴')).map(|row| row.trim_end().to_owned() + "\n").collect()
}

/// Whether the keyboard is in the text: the heavy part of the rule above says so.
pub(crate) fn in_text(screen: &Screen) -> bool {
    let columns = screen.size().1.get();
    screen.rows(0, columns).nth(1).is_some_and(|rule| rule.trim_end().ends_with('━'))
}

/// The numbers of the tractors on the screen.
pub(crate) fn tractors(screen: &Screen) -> Vec<u32> {
    let page = page(screen);
    page.split("Tractor number ").skip(1).filter_map(|after| after.split(' ').next()?.parse().ok()).collect()
}

pub(crate) fn first_tractor(screen: &Screen) -> u32 {
    tractors(screen).first().copied().unwrap_or(0)
}

#[track_caller]
pub(crate) fn wait_for_choice(terminal: &Terminal, title: &str) {
    terminal.wait_for(&format!("“{title}” to be chosen"), |screen| {
        !title.is_empty() && title.starts_with(&chosen(screen)) && !chosen(screen).is_empty()
    });
}

#[track_caller]
pub(crate) fn quits(mut terminal: Terminal, keys: &str) {
    terminal.press(keys);
    let status = terminal.wait_for_end();
    assert_eq!(status.exit_code(), 0, "{status:?}");
    is_restored(&terminal);
}

#[track_caller]
pub(crate) fn is_restored(terminal: &Terminal) {
    assert!(!terminal.look(Screen::alternate_screen), "the alternate screen is left");
    assert!(!terminal.look(Screen::hide_cursor), "the cursor is shown");
    assert!(!terminal.look(Screen::bracketed_paste), "pasting is as before");
    assert_eq!(terminal.look(Screen::mouse_protocol_mode), vt100::MouseProtocolMode::None, "the mouse is free");
    assert!(terminal.is_cooked(), "echo and whole lines are back");
    assert_eq!(left_on(&terminal.written()), Vec::<String>::new(), "every mode that was turned on is off");
}

/// The modes that were turned on and not off again, whatever the emulator makes of them: private modes by their numbers
/// (that of the cursor is on when all is well), the protocol of the keyboard, the title put aside.
pub(crate) fn left_on(written: &str) -> Vec<String> {
    let last = |sign: &str| written.rfind(sign);
    let mut left: Vec<String> = Vec::new();
    for after in written.split("\x1b[?").skip(1) {
        let number: String = after.chars().take_while(char::is_ascii_digit).collect();
        let (on, off) = (format!("\x1b[?{number}h"), format!("\x1b[?{number}l"));
        if number != "25" && last(&on) > last(&off) && !left.contains(&number) {
            left.push(number);
        }
    }
    for (on, off) in [("\x1b[>1u", "\x1b[<1u"), ("\x1b[22;0t", "\x1b[23;0t")] {
        if written.matches(on).count() != written.matches(off).count() {
            left.push(on.escape_debug().to_string());
        }
    }
    left
}
