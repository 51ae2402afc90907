//! A walk in a pseudo-terminal: the page arranged by keys and with the mouse.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod folder;
mod terminal;

use terminal::reader::*;

/// The column of the line between list and text.
fn divider(screen: &vt100::Screen) -> Option<u16> {
    let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
    let is_line = |column: &u16| {
        screen.cell(rows / 2, *column).is_some_and(|cell| "│┃".contains(cell.contents()) && cell.has_contents())
    };
    (0..columns).find(is_line)
}

/// A press, drag or release of the main button, 1-based, as terminals report it.
fn mouse(button: u8, column: u16, row: u16, end: char) -> String {
    format!("\u{1b}[<{button};{};{}{end}", column + 1, row + 1)
}

#[test]
fn the_text_stands_alone_and_borders_are_dragged() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    let from = terminal.look(divider).unwrap();
    terminal.press(&mouse(0, from, 10, 'M'));
    terminal.press(&mouse(32, from + 9, 10, 'M'));
    terminal.wait_for("the line under the pointer, heavier", |screen| {
        divider(screen) == Some(from + 9) && screen.contents().contains('┃')
    });
    terminal.press(&mouse(0, from + 9, 10, 'm'));
    terminal
        .wait_for("the line let go", |screen| divider(screen) == Some(from + 9) && !screen.contents().contains('┃'));
    terminal.press("-");
    terminal.wait_for("a narrower list", |screen| divider(screen) == Some(from + 7));
    terminal.press("z");
    terminal.wait_for("the text alone", |screen| divider(screen).is_none() && !screen.contents().contains("Stories"));
    terminal.press(ESCAPE);
    terminal.wait_for("the rest", |screen| divider(screen) == Some(from + 7) && in_text(screen));
    quits(terminal, "q");
}
