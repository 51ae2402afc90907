//! Copying, and other programs that get the terminal: walks in a pseudo-terminal.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod folder;
mod terminal;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use folder::Folder;
use terminal::reader::*;
use terminal::{Start, Terminal, beside};

/// The reader on these stories, with these variables and no others that matter.
fn open_with(folder: &Folder, variables: &[&str], options: &[&str]) -> Terminal {
    let mut arguments: Vec<&str> = Vec::new();
    for name in ["TMUX", "STY", "VISUAL", "EDITOR", "PAGER", "LESS", "DISPLAY", "WAYLAND_DISPLAY"] {
        arguments.extend(["-u", name]);
    }
    arguments.extend(variables);
    arguments.push(PROGRAM);
    arguments.extend(options);
    arguments.push(".");
    let terminal = Start { program: "env", arguments: &arguments, inside: folder.path(), columns: 100, rows: 30 }.go();
    terminal.wait_for("the first screen", |screen| screen.alternate_screen() && !is_looking(&screen.contents()));
    terminal
}

/// A program of the test's own, as a shell script.
fn script(tools: &Folder, name: &str, lines: &str) -> String {
    let path = tools.path().join(name);
    fs::write(&path, format!("#!/bin/sh\n{lines}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.to_string_lossy().into_owned()
}

/// An editor that shows what it was given, and keeps the first key.
fn editor(tools: &Folder) -> String {
    let lines = "printf '\\033[2J\\033[Hediting %s' \"$*\"\n\
                 modes=$(stty -g)\nstty raw -echo\nkey=$(dd bs=1 count=1 2>/dev/null)\nstty \"$modes\"\n\
                 printf %s \"$key\" > \"${0%/*}/key\"";
    script(tools, "vi", lines)
}

/// Every text that was asked to be taken by the clipboard.
fn clipboard(written: &str) -> Vec<String> {
    let sequences = written.split("\x1b]52;c;").skip(1);
    sequences.map(|after| decode(after.split('\x1b').next().unwrap())).collect()
}

fn decode(base64: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let value = |letter: u8| LETTERS.iter().position(|other| *other == letter).unwrap();
    let mut bits = 0;
    let mut count = 0;
    let mut bytes = Vec::new();
    for letter in base64.bytes().filter(|letter| *letter != b'=') {
        bits = (bits << 6 | value(letter)) & 0xffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap());
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// In the text of the story of the host.
fn read_hosts(terminal: &mut Terminal) {
    terminal.press(&format!("/hosts{ENTER}"));
    terminal.wait_for("the text", |screen| in_text(screen) && page(screen).contains("Putin hosts Assad"));
}

#[test]
fn a_quotation_with_its_source_reaches_the_clipboard_and_nothing_else_does() {
    let folder = stories();
    let mut terminal = open_with(&folder, &[], &[]);
    read_hosts(&mut terminal);
    terminal.press("yq");
    terminal.wait_for_text("Copied a quotation of");
    let copied = clipboard(&terminal.written());
    assert_eq!(copied.len(), 1);
    let quotation = &copied[0];
    assert!(quotation.starts_with("“MOSCOW") || quotation.starts_with("“Russian"), "{quotation}");
    assert!(quotation.ends_with("” — TASS, “Putin hosts Assad in Sochi”, 21 November 2017"), "{quotation}");
    assert!(!quotation.chars().any(char::is_control), "{quotation:?}");
    // What is selected goes the same way, in one line although it takes several rows.
    terminal.press("v");
    terminal.wait_for_text("other end");
    terminal.press("}yy");
    terminal.wait_for_text("Copied ");
    terminal.wait_for("the selection is over", |screen| !screen.contents().contains("other end"));
    let copied = clipboard(&terminal.written());
    assert!(copied[1].ends_with("the Kremlin said.") && !copied[1].contains('\n'), "{copied:?}");
    quits(terminal, "q");
}

#[test]
fn in_tmux_the_sequence_is_wrapped() {
    let folder = stories();
    let mut terminal = open_with(&folder, &["TMUX=/run/tmux,1,0"], &[]);
    terminal.press("yc");
    terminal.wait_for_text("Copied the citation");
    let written = terminal.written();
    let wrapped = written.split("\x1bPtmux;").nth(1).unwrap().split("\x1b\\\x1b]").next().unwrap();
    let inside = wrapped.strip_prefix("\x1b\x1b]52;c;").unwrap().strip_suffix("\x1b\x1b\\").unwrap();
    assert!(decode(inside).contains(", “"), "{}", decode(inside));
    quits(terminal, "q");
}

#[test]
fn the_drag_of_a_mouse_selects_what_is_then_copied() {
    let folder = stories();
    let mut terminal = open_with(&folder, &[], &[]);
    read_hosts(&mut terminal);
    let (row, column) = terminal.look(|screen| {
        let rows = screen.rows(0, screen.size().1.get()).enumerate();
        let found = rows.filter_map(|(row, text)| Some((row, text.find("President")?, text)));
        let (row, at, text) = found.last().unwrap();
        (row + 1, text[..at].chars().count() + 1)
    });
    terminal.press(&format!("\x1b[<0;{column};{row}M\x1b[<32;{};{row}M\x1b[<0;{};{row}m", column + 8, column + 8));
    terminal.wait_for_text("other end");
    terminal.press(ENTER);
    terminal.wait_for_text("Copied 1 word");
    assert_eq!(clipboard(&terminal.written()), ["President"]);
    quits(terminal, "q");
}

#[test]
fn what_is_copied_goes_to_a_file_or_to_a_program_where_that_is_set() {
    let (folder, tools) = (stories(), Folder::new());
    let seen = tools.path().join("seen");
    let taker = script(&tools, "taker", "cat > \"${0%/*}/seen\"");
    let to_program = tools.path().join("program.toml");
    fs::write(&to_program, format!("[copy]\nto = \"command\"\ncommand = \"'{taker}' -x\"\n")).unwrap();
    let mut terminal = open_with(&folder, &[], &["--config", to_program.to_str().unwrap()]);
    terminal.press("yp");
    terminal.wait_for_text("Copied the path with");
    assert!(Path::new(&fs::read_to_string(&seen).unwrap()).is_file());
    assert!(clipboard(&terminal.written()).is_empty());
    quits(terminal, "q");
    let to_file = tools.path().join("file.toml");
    fs::write(&to_file, "[copy]\nto = \"file\"\n").unwrap();
    let mut terminal = open_with(&folder, &[], &["--config", to_file.to_str().unwrap()]);
    terminal.press("ya");
    terminal.wait_for_text("Copied the whole story");
    let kept = beside(folder.path(), "state").join("dateline/copied.txt");
    assert!(fs::read_to_string(kept).unwrap().lines().count() > 2);
    quits(terminal, "q");
}

#[test]
fn an_editor_gets_the_terminal_with_its_keys_and_gives_it_back() {
    let (folder, tools) = (stories(), Folder::new());
    let mut terminal = open_with(&folder, &[&format!("EDITOR={}", editor(&tools))], &[]);
    read_hosts(&mut terminal);
    for key in ["x", "q"] {
        terminal.press("oe");
        let seen = terminal
            .wait_for("the editor", |screen| !screen.alternate_screen() && screen.contents().contains("editing +3 "));
        assert!(seen.contains("hosts.txt"), "{seen}");
        assert_eq!(terminal.look(vt100::Screen::mouse_protocol_mode), vt100::MouseProtocolMode::None);
        terminal.press(key);
        terminal.wait_for("the reader again", |screen| screen.alternate_screen() && in_text(screen));
        assert_eq!(fs::read_to_string(tools.path().join("key")).unwrap(), key, "the key was the editor's");
        assert!(!terminal.is_cooked());
    }
    // The reader takes keys again, all of them.
    terminal.press("?");
    terminal.wait_for_text("close");
    terminal.press("q");
    terminal.wait_for("the text again", in_text);
    quits(terminal, "q");
}

#[test]
fn a_new_size_while_the_editor_has_the_terminal_is_not_lost() {
    let (folder, tools) = (stories(), Folder::new());
    let mut terminal = open_with(&folder, &[&format!("VISUAL={}", editor(&tools)), "EDITOR=not-this-one"], &[]);
    terminal.press("oe");
    terminal.wait_for_text("editing ");
    terminal.resize(84, 24);
    terminal.press("x");
    terminal.wait_for("the reader at the new size", |screen| {
        let rows: Vec<String> = screen.rows(0, 84).collect();
        screen.alternate_screen() && rows[1].trim_end().chars().count() == 84
    });
    quits(terminal, "q");
}

#[test]
fn an_interrupted_or_failing_program_does_not_take_the_reader_with_it() {
    let (folder, tools) = (stories(), Folder::new());
    let waits = script(
        &tools,
        "waits",
        "echo >> \"${0%/*}/times\"\nprintf '\\033[2J\\033[Hwaiting %d' $(wc -l < \"${0%/*}/times\")\nexec sleep 60",
    );
    let mut terminal = open_with(&folder, &[&format!("EDITOR={waits}")], &[]);
    for (time, key) in [(1, 'c'), (2, '\\')] {
        terminal.press("oe");
        terminal.wait_for("the program", |screen| {
            !screen.alternate_screen() && screen.contents().contains(&format!("waiting {time}"))
        });
        terminal.press(&control(key));
        let seen = terminal.wait_for_text("ended with signal");
        assert!(seen.contains("set editor under"), "{seen}");
    }
    quits(terminal, "q");
}

#[test]
fn a_file_that_the_editor_changed_is_told_of() {
    let (folder, tools) = (stories(), Folder::new());
    let changes = script(&tools, "changes", "echo 'Another line.' >> \"$1\"");
    let mut terminal = open_with(&folder, &[&format!("EDITOR={changes}")], &[]);
    terminal.press("oe");
    terminal.wait_for_text("was changed; what is shown is what it was before");
    quits(terminal, "q");
}

#[test]
fn an_editor_that_is_missing_or_not_set_is_told_with_what_to_set() {
    let folder = stories();
    let mut terminal = open_with(&folder, &["EDITOR=no-such-editor"], &[]);
    terminal.press("oe");
    terminal.wait_for_text("there is no program `no-such-editor`; set editor under [open]");
    quits(terminal, "q");
    let mut terminal = open_with(&folder, &[], &[]);
    terminal.press("oe");
    terminal.wait_for_text("No editor is known: set VISUAL or EDITOR");
    terminal.press("ou");
    terminal.wait_for_text("tells no address");
    quits(terminal, "q");
}

#[test]
fn a_pager_gets_the_clean_text_and_the_keys() {
    let (folder, tools) = (stories(), Folder::new());
    let lines = "cat > \"${0%/*}/seen\"\nprintf '\\033[2J\\033[Hpaging'\nread -r key < /dev/tty";
    let pager = script(&tools, "pager", lines);
    let mut terminal = open_with(&folder, &[&format!("PAGER={pager}")], &[]);
    read_hosts(&mut terminal);
    terminal.press("op");
    terminal.wait_for("the pager", |screen| !screen.alternate_screen() && screen.contents().contains("paging"));
    terminal.press("\n");
    terminal.wait_for("the reader again", |screen| screen.alternate_screen() && in_text(screen));
    let seen = fs::read_to_string(tools.path().join("seen")).unwrap();
    assert!(seen.starts_with("Putin hosts Assad in Sochi\n\nTASS, “Putin"), "{seen}");
    assert!(seen.lines().all(|line| line.chars().count() <= 80), "{seen}");
    quits(terminal, "q");
}
