//! A walk through the reader in a pseudo-terminal: every key, every size, every way out.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod folder;
mod terminal;

use std::path::Path;

use folder::Folder;
use terminal::{Start, Terminal};
use vt100::Screen;

const PROGRAM: &str = env!("CARGO_BIN_EXE_dateline");

const ENTER: &str = "\r";
const ESCAPE: &str = "\x1b";
const TAB: &str = "\t";
const BACK_TAB: &str = "\x1b[Z";
const BACKSPACE: &str = "\x7f";
const ALT_LEFT: &str = "\x1b[1;3D";
const ALT_RIGHT: &str = "\x1b[1;3C";
const UP: &str = "\x1b[A";
const DOWN: &str = "\x1b[B";
const RIGHT: &str = "\x1b[C";
const LEFT: &str = "\x1b[D";
const PAGE_UP: &str = "\x1b[5~";
const PAGE_DOWN: &str = "\x1b[6~";
const HOME: &str = "\x1b[H";
const END: &str = "\x1b[F";

/// `Ctrl` with a letter. (After [`ESCAPE`] a test waits for what it does: a key that follows at once would be `Alt`.)
fn control(letter: char) -> String {
    char::from(letter as u8 & 0x1f).to_string()
}

/// Two stories about one meeting, the second with another meeting further down, and a long one about none.
fn stories() -> Folder {
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

fn open(inside: &Path, arguments: &[&str], columns: u16, rows: u16) -> Terminal {
    let terminal = Start { program: PROGRAM, arguments, inside, columns, rows }.go();
    terminal
        .wait_for("the first screen", |screen| screen.alternate_screen() && screen.contents().contains("newest first"));
    terminal
}

fn open_stories(folder: &Folder) -> Terminal {
    open(folder.path(), &["."], 100, 30)
}

/// The rows of the screen left and right of the rule between the panes, down to the panel.
fn panes(screen: &Screen) -> Vec<(String, String)> {
    let columns = screen.size().1.get();
    let rows = screen.rows(0, columns).skip(2).take_while(|row| !row.contains('┴'));
    rows.filter_map(|row| row.split_once('│').map(|(left, right)| (left.to_owned(), right.to_owned()))).collect()
}

/// The title of the story that is chosen in the list; cut where the list is narrow.
fn chosen(screen: &Screen) -> String {
    let row = panes(screen).into_iter().find(|(list, _)| list.starts_with('▌'));
    row.map(|(list, _)| list.trim_matches(['▌', ' ', '…']).to_owned()).unwrap_or_default()
}

/// What the pane with the text shows.
fn page(screen: &Screen) -> String {
    panes(screen).into_iter().map(|(_, text)| text.trim_end().to_owned() + "\n").collect()
}

/// The rows of the text that are marked as the passage in focus.
fn marked(screen: &Screen) -> Vec<usize> {
    panes(screen).iter().enumerate().filter(|(_, (_, text))| text.contains('▌')).map(|(row, _)| row).collect()
}

/// What the panel below shows.
fn panel(screen: &Screen) -> String {
    let columns = screen.size().1.get();
    screen.rows(0, columns).skip_while(|row| !row.contains('┴')).map(|row| row.trim_end().to_owned() + "\n").collect()
}

/// Whether the keyboard is in the text: the heavy part of the rule above says so.
fn in_text(screen: &Screen) -> bool {
    let columns = screen.size().1.get();
    screen.rows(0, columns).nth(1).is_some_and(|rule| rule.trim_end().ends_with('━'))
}

/// The numbers of the tractors on the screen.
fn tractors(screen: &Screen) -> Vec<u32> {
    let page = page(screen);
    page.split("Tractor number ").skip(1).filter_map(|after| after.split(' ').next()?.parse().ok()).collect()
}

fn first_tractor(screen: &Screen) -> u32 {
    tractors(screen).first().copied().unwrap_or(0)
}

#[track_caller]
fn wait_for_choice(terminal: &Terminal, title: &str) {
    terminal.wait_for(&format!("“{title}” to be chosen"), |screen| {
        !title.is_empty() && title.starts_with(&chosen(screen)) && !chosen(screen).is_empty()
    });
}

#[track_caller]
fn quits(mut terminal: Terminal, keys: &str) {
    terminal.press(keys);
    let status = terminal.wait_for_end();
    assert_eq!(status.exit_code(), 0, "{status:?}");
    is_restored(&terminal);
}

#[track_caller]
fn is_restored(terminal: &Terminal) {
    assert!(!terminal.look(Screen::alternate_screen), "the alternate screen is left");
    assert!(!terminal.look(Screen::hide_cursor), "the cursor is shown");
    assert!(!terminal.look(Screen::bracketed_paste), "pasting is as before");
    assert_eq!(terminal.look(Screen::mouse_protocol_mode), vt100::MouseProtocolMode::None, "the mouse is free");
    assert!(terminal.is_cooked(), "echo and whole lines are back");
}

#[test]
fn the_sample_articles_open_newest_first_and_q_leaves_the_terminal_as_it_was() {
    let terminal = open(Path::new(env!("CARGO_MANIFEST_DIR")), &[], 120, 36);
    terminal.wait_for_text("5 stories");
    assert!(terminal.text().contains("articles"));
    assert!(terminal.look(Screen::hide_cursor) || terminal.look(|screen| screen.cursor_position().0) < 36);
    let first = terminal.look(chosen);
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
fn every_key_in_the_filter_narrows_the_list_and_escape_brings_it_back() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press("/h");
    terminal.press("arv");
    terminal
        .wait_for("one match", |screen| screen.contents().contains("1 of 3") && chosen(screen).starts_with("Harvest"));
    terminal.press("zzz");
    let nothing = terminal.wait_for_text("Nothing matches");
    assert!(nothing.contains("Esc"), "it says how to get back");
    terminal.press(BACKSPACE);
    terminal.press(&control('w'));
    terminal.wait_for("all stories again", |screen| {
        !screen.contents().contains(" of 3") && screen.contents().contains("Assad visits")
    });
    terminal.press("sochi");
    terminal.wait_for("the best match first", |screen| {
        screen.contents().contains("of 3") && chosen(screen).starts_with("Putin hosts")
    });
    terminal.press(DOWN);
    wait_for_choice(&terminal, "Assad visits Russia");
    terminal.press(UP);
    wait_for_choice(&terminal, "Putin hosts Assad in Sochi");
    terminal.press(ESCAPE);
    terminal.wait_for("all stories again", |screen| !screen.contents().contains(" of 3"));
    quits(terminal, &control('c'));
}

#[test]
fn enter_in_the_filter_reads_the_chosen_story() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press("/tractor");
    terminal.press(&control('u'));
    terminal.press("kolm");
    terminal.wait_for("one match", |screen| chosen(screen).starts_with("Harvest"));
    terminal.press(ENTER);
    terminal.wait_for("its text", |screen| in_text(screen) && page(screen).contains("Tractor number 1 came"));
    quits(terminal, "q");
}

#[test]
fn the_choice_moves_and_the_text_goes_with_it() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    let titles = ["Putin hosts Assad in Sochi", "Assad visits Russia", "Harvest festival opens in Kolm"];
    let path = [
        ("j", 1),
        (DOWN, 2),
        ("k", 1),
        (UP, 0),
        ("G", 2),
        ("g", 0),
        (END, 2),
        (HOME, 0),
        ("j", 1),
        (PAGE_DOWN, 2),
        (PAGE_UP, 0),
    ];
    wait_for_choice(&terminal, titles[0]);
    for (key, place) in path {
        terminal.press(key);
        wait_for_choice(&terminal, titles[place]);
        terminal.wait_for("its text", |screen| page(screen).contains(&titles[place].replace(" in Kolm", "")[..12]));
    }
    quits(terminal, "q");
}

#[test]
fn the_text_scrolls_by_lines_halves_and_pages() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press("G");
    wait_for_choice(&terminal, "Harvest festival opens in Kolm");
    terminal.press("l");
    terminal.wait_for("the text in focus", in_text);
    let mut last = terminal.look(first_tractor);
    // Each goes further than the one before.
    for key in ["jjjjjj", &control('d'), " ", PAGE_DOWN, &control('f')] {
        terminal.press(key);
        terminal.wait_for(&format!("{key:?} to scroll down"), |screen| first_tractor(screen) > last);
        last = terminal.look(first_tractor);
    }
    for key in ["kkkkkk", &control('u'), PAGE_UP, &control('b')] {
        terminal.press(key);
        terminal.wait_for(&format!("{key:?} to scroll up"), |screen| first_tractor(screen) < last);
        last = terminal.look(first_tractor);
    }
    for (bottom, top) in [("G", "g"), (END, HOME)] {
        terminal.press(bottom);
        terminal
            .wait_for("the end", |screen| tractors(screen).last() == Some(&60) && screen.contents().contains("100 %"));
        terminal.press(top);
        terminal.wait_for("the top", |screen| page(screen).contains("Harvest") && screen.contents().contains(" 0 %"));
    }
    for back in [ESCAPE, "h", LEFT] {
        terminal.press(back);
        terminal.wait_for("the list in focus", |screen| !in_text(screen));
        terminal.press(RIGHT);
        terminal.wait_for("the text in focus", in_text);
    }
    quits(terminal, "q");
}

#[test]
fn tab_walks_the_passages_about_meetings_there_and_back() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press("j");
    wait_for_choice(&terminal, "Assad visits Russia");
    terminal.press(ENTER);
    terminal.press(TAB);
    terminal.wait_for("a passage in focus", |screen| !marked(screen).is_empty());
    let first = terminal.look(marked);
    terminal.press(TAB);
    terminal.wait_for("another passage", |screen| !marked(screen).is_empty() && marked(screen)[0] > first[0]);
    terminal
        .wait_for("its meeting below", |screen| panel(screen).contains("Macron") && !panel(screen).contains("Assad"));
    terminal.press(BACK_TAB);
    terminal.wait_for("the first passage", |screen| marked(screen) == first && panel(screen).contains("Putin"));
    quits(terminal, "q");
}

#[test]
fn a_meeting_leads_to_the_other_story_and_back_and_forward() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    let (here, there) = ("Putin hosts Assad in Sochi", "Assad visits Russia");
    wait_for_choice(&terminal, here);
    terminal.press(ENTER);
    terminal.press(TAB);
    terminal.wait_for("the other story and the reason below", |screen| {
        panel(screen).contains(there) && panel(screen).contains(dateline::links::Tier::Same.words())
    });
    terminal.press(ENTER);
    wait_for_choice(&terminal, there);
    terminal.wait_for("its passage", |screen| !marked(screen).is_empty());
    for (back, forward) in [(BACKSPACE, ALT_RIGHT), (&control('o'), ALT_RIGHT), (ALT_LEFT, ALT_RIGHT)] {
        terminal.press(back);
        wait_for_choice(&terminal, here);
        terminal.press(forward);
        wait_for_choice(&terminal, there);
    }
    for (key, title) in [("[", here), ("]", there)] {
        terminal.press(key);
        wait_for_choice(&terminal, title);
    }
    quits(terminal, "q");
}

#[test]
fn the_place_in_a_story_is_remembered() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press("G");
    terminal.press(ENTER);
    terminal.press("    ");
    terminal.wait_for("a place far down", |screen| first_tractor(screen) > 15);
    let place = terminal.look(page);
    terminal.press(ESCAPE);
    terminal.wait_for("the list in focus", |screen| !in_text(screen));
    terminal.press("g");
    wait_for_choice(&terminal, "Putin hosts Assad in Sochi");
    terminal.press("G");
    wait_for_choice(&terminal, "Harvest festival opens in Kolm");
    terminal.wait_for("the same place", |screen| page(screen) == place);
    quits(terminal, "q");
}

#[test]
fn the_help_names_the_keys_and_goes_away_again() {
    let folder = stories();
    let mut terminal = open(folder.path(), &["."], 100, 70);
    let before = terminal.look(page);
    for (key, away) in [("?", ESCAPE), ("?", "?"), ("?", "q"), ("\x1bOP", ENTER)] {
        terminal.press(key);
        terminal.wait_for("the help", |screen| screen.contents().contains("quit, wherever you are"));
        for entry in dateline::reader::actions::TABLE {
            let help = terminal.text();
            assert!(help.contains(entry.help), "{} is not in the help:\n{help}", entry.name);
        }
        terminal.press(away);
        terminal.wait_for("the help to go away", |screen| page(screen) == before);
    }
    quits(terminal, "q");
}

#[test]
fn a_narrow_screen_shows_one_pane_at_a_time() {
    let folder = stories();
    let mut terminal = open(folder.path(), &["."], 60, 20);
    let list = terminal.text();
    assert!(list.contains("Harvest festival") && !list.contains("Kremlin"), "{list}");
    terminal.press(ENTER);
    terminal.wait_for("the text alone", |screen| {
        screen.contents().contains("Vladimir Putin met") && !screen.contents().contains("Harvest festival")
    });
    terminal.press(ESCAPE);
    terminal.wait_for("the list alone", |screen| {
        screen.contents().contains("Harvest festival") && !screen.contents().contains("Kremlin")
    });
    terminal.resize(120, 20);
    terminal.wait_for("both", |screen| {
        screen.contents().contains("Harvest festival") && screen.contents().contains("Kremlin")
    });
    quits(terminal, "q");
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
fn the_mouse_chooses_and_scrolls() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    let row = terminal.look(|screen| {
        let columns = screen.size().1.get();
        screen.rows(0, columns).position(|row| row.contains("Harvest")).unwrap() + 1
    });
    terminal.press(&format!("\x1b[<0;5;{row}M\x1b[<0;5;{row}m"));
    wait_for_choice(&terminal, "Harvest festival opens in Kolm");
    for _ in 0..4 {
        terminal.press("\x1b[<65;70;12M");
    }
    terminal.wait_for("the text to scroll", |screen| !page(screen).contains("Harvest"));
    for _ in 0..4 {
        terminal.press("\x1b[<64;70;12M");
    }
    terminal.wait_for("the text to scroll back", |screen| page(screen).contains("Harvest"));
    quits(terminal, "q");
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
    terminal.wait_for("the first screen", |screen| screen.contents().contains("newest first"));
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
