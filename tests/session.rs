//! The reader in a pseudo-terminal: how it starts, what it survives, and every way out.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise"
)]

mod folder;
mod terminal;

use std::path::Path;

use folder::Folder;
use terminal::Start;
use terminal::reader::*;
use vt100::Screen;

#[test]
fn the_sample_articles_open_newest_first_and_q_leaves_the_terminal_as_it_was() {
    let terminal = open(Path::new(env!("CARGO_MANIFEST_DIR")), &[], 120, 36);
    terminal.wait_for_text("5 stories");
    assert!(terminal.text().contains("articles"));
    assert!(terminal.look(Screen::hide_cursor) || terminal.look(|screen| screen.cursor_position().0) < 36);
    let first = terminal.look(chosen);
    // A sign before it tells that the story has no title of its own.
    let first = first.trim_start_matches(['¶', ' ']);
    assert!(!first.is_empty() && terminal.look(page).contains(first.split(' ').next().unwrap()), "{}", terminal.text());
    quits(terminal, "q");
}

#[test]
fn without_articles_at_hand_the_built_in_ones_open() {
    let folder = Folder::new();
    let terminal = open(folder.path(), &[], 100, 30);
    terminal.wait_for_text("sample articles");
    quits(terminal, &control('c'));
}

#[test]
fn texts_can_be_read_before_their_meetings_are_found() {
    // Where a machine is busy with other things, all may be found before a key comes through: then there are more stories.
    let is_read = [300, 1200, 4800].into_iter().any(reads_before_all_is_found);
    assert!(is_read, "nothing could be read until all meetings were found");
}

/// Whether the reader filters, lists and shows texts while meetings are looked for in so many stories; afterwards what it found
/// has to be there, with everything where it was.
fn reads_before_all_is_found(more: usize) -> bool {
    let mut folder = stories();
    for number in 0..more {
        let body = "Minister Bree Kvale met Minister Orla Venn in Oslo on Monday, officials said. ".repeat(40);
        folder = folder.with(format!("more/{number}.txt"), format!("Story {number}\n\nOSLO, May 3, 2015.\n\n{body}\n"));
    }
    let start = Start { program: PROGRAM, arguments: &["."], inside: folder.path(), columns: 100, rows: 30 };
    let mut terminal = start.go();
    let all = more + 3;
    let is_text = |screen: &Screen| page(screen).contains("the Kremlin said");
    if !shows_meanwhile(&terminal, "a text without meetings", &is_text) {
        return false;
    }
    terminal.press("/festival");
    let is_filtered = |screen: &Screen| screen.contents().contains(&format!("1 of {all}"));
    if !shows_meanwhile(&terminal, "the filter at work", &is_filtered) {
        return false;
    }
    terminal.press(ESCAPE);
    terminal.wait_for("all stories", |screen| screen.contents().contains(&format!("Stories  {all}")));
    terminal.press(ESCAPE);
    terminal.wait_for("the list", |screen| screen.contents().contains("/ filter"));
    terminal.press("gj");
    wait_for_choice(&terminal, "Assad visits Russia");
    terminal.press(ENTER);
    if !shows_meanwhile(&terminal, "the keyboard in the text", &in_text) {
        return false;
    }
    wait_while_it_looks(&terminal);
    terminal.wait_for("all that is found", |screen| page(screen).contains("also in 1 story") && in_text(screen));
    wait_for_choice(&terminal, "Assad visits Russia");
    terminal.press(TAB);
    terminal.wait_for("a marked passage", |screen| !marked(screen).is_empty());
    quits(terminal, "q");
    true
}

/// Waits for a screen that fits; tells whether meetings were still being looked for then, and not found before.
fn shows_meanwhile(terminal: &terminal::Terminal, what: &str, fits: &dyn Fn(&Screen) -> bool) -> bool {
    let is_there = |screen: &Screen| screen.contents().contains("Stories");
    let looks = |screen: &Screen| is_looking(&screen.contents());
    terminal.wait_for(what, |screen| is_there(screen) && (fits(screen) || !looks(screen)));
    terminal.look(|screen| fits(screen) && looks(screen))
}

/// Waits until all is found. However slow the machine is: each step of the progress is waited for by itself.
fn wait_while_it_looks(terminal: &terminal::Terminal) {
    let told = |screen: &Screen| screen.rows(0, screen.size().1.get()).next().unwrap_or_default();
    let mut before = terminal.look(told);
    while is_looking(&before) {
        terminal.wait_for("the next step of the progress", |screen| told(screen) != before);
        before = terminal.look(told);
    }
}

#[test]
fn any_size_is_safe_while_it_runs() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press(ENTER);
    terminal.press(TAB);
    for (columns, rows) in [
        (1, 1),
        (300, 100),
        (2, 50),
        (120, 1),
        (1, 100),
        (20, 6),
        (40, 3),
        (79, 24),
        (80, 24),
        (81, 2),
        (300, 1),
        (10, 10),
    ] {
        terminal.resize(columns, rows);
        terminal.press("jk?\x1b");
    }
    terminal.resize(100, 30);
    terminal.wait_for("a screen as at the beginning", |screen| {
        screen.contents().contains("Harvest festival") && page(screen).contains("Kremlin")
    });
    quits(terminal, "qq");
}

#[test]
fn files_that_could_not_be_read_are_told_with_their_reasons() {
    let folder = stories().with("empty.txt", "");
    let mut terminal = open_stories(&folder);
    terminal.press("!");
    terminal.wait_for("the reason", |screen| screen.contents().contains("empty.txt"));
    terminal.press(ESCAPE);
    terminal.wait_for("the stories", |screen| chosen(screen).starts_with("Putin hosts"));
    quits(terminal, "q");
}

#[test]
fn nothing_of_a_hostile_article_reaches_the_terminal() {
    let attack = "\x1b]52;c;aGFjaw==\x07\x1b]0;owned\x07\x1b[2J\x1b[31;5m\u{9b}?1049l\u{202e}";
    let folder = Folder::new()
        .with(
            format!("{attack}.txt"),
            format!("Head{attack}line about {attack}Oslo\n\n{attack}Jane Doe met John Roe in Oslo.{attack}\n"),
        )
        .with(format!("empty{attack}.txt"), "");
    let mut terminal = open_stories(&folder);
    terminal.press(ENTER);
    terminal.press(TAB);
    terminal.press("!");
    terminal.wait_for_text("empty");
    terminal.press(ESCAPE);
    terminal.wait_for("the stories", |screen| !panes(screen).is_empty());
    terminal.press("/");
    terminal.press("\x1b[200~\x1b]52;c;aGFjaw==\x07oslo\x1b[201~");
    terminal.wait_for_text("oslo");
    let written = terminal.written();
    for sign in ["]52;", "]0;", "aGFjaw", "owned", "\x1b[31;5m", "\u{9b}", "\u{202e}"] {
        assert!(!written.contains(sign), "{sign:?} was written");
    }
    assert!(terminal.look(Screen::alternate_screen));
    quits(terminal, &control('c'));
}

#[test]
fn a_path_that_leads_nowhere_is_told_without_touching_the_screen() {
    let folder = Folder::new();
    let mut terminal =
        Start { program: PROGRAM, arguments: &["gone"], inside: folder.path(), columns: 100, rows: 10 }.go();
    assert_eq!(terminal.wait_for_end().exit_code(), 1);
    assert!(terminal.text().starts_with("dateline: gone: there is no such file"), "{}", terminal.text());
    assert!(!terminal.written().contains("\x1b[?1049h"));
}

#[test]
fn an_empty_folder_is_told_on_the_restored_screen() {
    let folder = Folder::new();
    let mut terminal =
        Start { program: PROGRAM, arguments: &["."], inside: folder.path(), columns: 100, rows: 10 }.go();
    assert_eq!(terminal.wait_for_end().exit_code(), 1);
    assert!(terminal.text().contains("dateline: .: no articles here"), "{}", terminal.text());
    is_restored(&terminal);
}

#[test]
fn signals_end_it_and_restore_the_terminal() {
    let folder = stories();
    for (name, told) in [("TERM", "Terminated"), ("HUP", "Hangup"), ("INT", "Interrupt")] {
        let mut terminal = open_stories(&folder);
        terminal.signal(name);
        let status = terminal.wait_for_end();
        assert!(!status.success() && format!("{status:?}").contains(told), "{name}: {status:?}");
        is_restored(&terminal);
    }
}

#[test]
fn suspending_gives_the_terminal_to_the_shell_and_fg_takes_it_again() {
    let folder = stories();
    // A shell with job control, as at a prompt.
    let script = format!("set -m; '{PROGRAM}' .; echo back in the shell; read answer; fg; echo the end");
    let shell = Start { program: "sh", arguments: &["-c", &script], inside: folder.path(), columns: 100, rows: 30 };
    let mut terminal = shell.go();
    terminal.wait_for("the first screen", |screen| screen.contents().contains("Stories"));
    terminal.press("j");
    wait_for_choice(&terminal, "Assad visits Russia");
    terminal.press(&control('z'));
    terminal
        .wait_for("the shell", |screen| !screen.alternate_screen() && screen.contents().contains("back in the shell"));
    is_restored(&terminal);
    terminal.press("\n");
    terminal.wait_for("the reader as it was", |screen| {
        screen.alternate_screen() && chosen(screen).starts_with("Assad visits")
    });
    terminal.press("k");
    wait_for_choice(&terminal, "Putin hosts Assad in Sochi");
    terminal.press("q");
    terminal.wait_for("the end", |screen| !screen.alternate_screen() && screen.contents().contains("the end"));
    is_restored(&terminal);
}

#[test]
fn the_window_is_called_after_the_story_and_as_before_at_the_end() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    let title = |story: &str| format!("\x1b]2;{story} – Dateline\x1b\\");
    assert!(terminal.written().contains("\x1b[22;0t"));
    assert!(terminal.written().contains(&title("Putin hosts Assad in Sochi")));
    terminal.press("j");
    wait_for_choice(&terminal, "Assad visits Russia");
    terminal.press("k");
    wait_for_choice(&terminal, "Putin hosts Assad in Sochi");
    let written = terminal.written();
    assert!(written.contains(&title("Assad visits Russia")));
    assert_eq!(written.matches("\x1b[22;0t").count(), 1, "what it was called before is put aside once");
    quits(terminal, "q");
}

#[test]
fn the_mouse_is_switched_at_once_and_by_the_configuration() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    let mode = |screen: &Screen| screen.mouse_protocol_mode();
    terminal.wait_for("the mouse", |screen| mode(screen) == vt100::MouseProtocolMode::ButtonMotion);
    terminal.press(",x");
    terminal.wait_for("no mouse", |screen| mode(screen) == vt100::MouseProtocolMode::None);
    terminal.press(",x");
    terminal.wait_for("the mouse again", |screen| mode(screen) == vt100::MouseProtocolMode::ButtonMotion);
    quits(terminal, "q");
    configure(&folder, "[mouse]\nenabled = false\n[terminal]\ntitle = false\n");
    let terminal = open_stories(&folder);
    assert!(!terminal.written().contains("\x1b]2;") && !terminal.written().contains("\x1b[?1002h"));
    quits(terminal, "q");
}

#[test]
fn a_paste_into_the_list_presses_no_key() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press("\x1b[200~jq\r\x1b[201~");
    terminal.wait_for_text("Nothing was pasted");
    assert!(chosen_is_first(&terminal));
    quits(terminal, "q");
}

#[test]
fn messages_are_read_again_with_their_time_and_kind() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press("U");
    terminal.wait_for_text("Nothing to take back.");
    terminal.press("M");
    terminal.wait_for("the log", |screen| {
        let seen = screen.contents();
        seen.contains("Messages") && seen.contains("· answer") && seen.contains("Nothing to take back.")
    });
    quits(terminal, "Mq");
}

fn chosen_is_first(terminal: &terminal::Terminal) -> bool {
    terminal.look(chosen).starts_with("Putin hosts")
}

#[test]
fn with_a_mistake_in_the_configuration_it_opens_and_says_so() {
    let folder = stories();
    configure(&folder, "[mouse]\nenabeld = false\n");
    let mut terminal =
        Start { program: PROGRAM, arguments: &["."], inside: folder.path(), columns: 140, rows: 30 }.go();
    terminal.wait_for("the mistake", |screen| {
        screen.contents().contains("line 2: there is no key `enabeld`; did you mean `enabled`?")
            && screen.contents().contains("Stories")
    });
    terminal.press("j");
    terminal.wait_for("a count of what was not seen", |screen| screen.contents().contains("1 error M"));
    terminal.press("M");
    terminal.wait_for("the mistake in the log", |screen| screen.contents().contains("✗ error"));
    quits(terminal, "Mq");
    let mut terminal = Start {
        program: PROGRAM,
        arguments: &["--config", "mine.toml", "."],
        inside: folder.path(),
        columns: 100,
        rows: 10,
    }
    .go();
    assert_eq!(terminal.wait_for_end().exit_code(), 1);
    assert!(terminal.text().contains("mine.toml"), "{}", terminal.text());
}

#[test]
fn suspended_it_gives_the_shell_its_terminal_and_takes_it_back_where_it_was() {
    let folder = stories();
    // A shell with jobs, as people have it: it goes on when the reader stops, and waits for a line before it has it go on.
    let shell = "set -m; \"$0\" .; echo the shell is back; read line; fg; echo the end";
    let arguments = ["-c", shell, PROGRAM];
    let mut terminal =
        Start { program: "sh", arguments: &arguments, inside: folder.path(), columns: 100, rows: 30 }.go();
    let is_open = |screen: &Screen| screen.alternate_screen() && screen.contents().contains("Stories  3");
    terminal.wait_for("the reader", |screen| is_open(screen) && !is_looking(&screen.contents()));
    terminal.press("j");
    wait_for_choice(&terminal, "Assad visits Russia");
    terminal.press(&control('z'));
    terminal
        .wait_for("the shell", |screen| !screen.alternate_screen() && screen.contents().contains("the shell is back"));
    is_restored(&terminal);
    terminal.resize(120, 36);
    terminal.press("hello\r");
    terminal.wait_for("the reader again, in the new size", |screen| is_open(screen) && screen.size().0.get() == 36);
    wait_for_choice(&terminal, "Assad visits Russia");
    assert_eq!(terminal.look(chosen), "Assad visits Russia", "what the shell was told is no key of the reader");
    terminal.press("k");
    wait_for_choice(&terminal, "Putin hosts Assad in Sochi");
    terminal.press("q");
    terminal.wait_for_text("the end");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
    is_restored(&terminal);
}
