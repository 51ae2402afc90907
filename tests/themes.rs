//! Themes: a walk in a pseudo-terminal, terminals that tell of their background and such that do not, and what the
//! command line says of themes.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod folder;
mod program;
mod terminal;

use std::time::{Duration, Instant};

use folder::Folder;
use terminal::reader::{DOWN, ENTER, ESCAPE, PROGRAM, in_text, quits, stories};
use terminal::{Start, Terminal, beside};
use vt100::{Color, Screen};

const DARK: Color = Color::Rgb(0x14, 0x17, 0x1c);
const LIGHT: Color = Color::Rgb(0xff, 0xff, 0xff);
/// How a terminal with a light background answers, and then names its kind, as all do.
const ANSWER: &str = "\x1b]11;rgb:ffff/ffff/ffff\x07";
const KIND: &str = "\x1b[?62;c";

/// Starts the reader with these variables of the environment.
fn start(folder: &Folder, variables: &[&str]) -> Terminal {
    let arguments: Vec<&str> =
        ["-u", "COLORFGBG"].into_iter().chain(variables.iter().copied()).chain([PROGRAM, "."]).collect();
    Start { program: "env", arguments: &arguments, inside: folder.path(), columns: 100, rows: 30 }.go()
}

fn background(screen: &Screen) -> Color {
    screen.cell(10, 60).map_or(Color::Default, vt100::Cell::bgcolor)
}

#[track_caller]
fn wait_for_background(terminal: &Terminal, wanted: Color) {
    terminal.wait_for(&format!("{wanted:?} behind everything"), |screen| {
        screen.contents().contains("Stories") && background(screen) == wanted
    });
}

/// Waits until the program asks for the background, as a terminal sees it.
#[track_caller]
fn wait_for_question(terminal: &Terminal) {
    let until = Instant::now() + Duration::from_secs(20);
    while !terminal.written().contains("\x1b]11;?") {
        assert!(Instant::now() < until, "nobody asks: {}", terminal.text());
        std::thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn a_theme_is_worn_while_it_is_chosen_and_kept_for_the_next_time() {
    let folder = stories();
    let variables = ["COLORTERM=truecolor", "COLORFGBG=15;0"];
    let mut terminal = start(&folder, &variables);
    wait_for_background(&terminal, DARK);
    terminal.press(",t");
    terminal.wait_for_text("colour-blind-safe");
    // The stories stay in sight, in the theme under the cursor.
    terminal.press(&format!("{DOWN}{DOWN}"));
    wait_for_background(&terminal, LIGHT);
    terminal.press(ESCAPE);
    wait_for_background(&terminal, DARK);
    terminal.press(",thigh-contrast-light");
    wait_for_background(&terminal, LIGHT);
    terminal.press(ENTER);
    terminal.wait_for_text("config.toml stays as it is");
    quits(terminal, "q");
    let terminal = start(&folder, &variables);
    wait_for_background(&terminal, LIGHT);
    quits(terminal, "q");
    // Where something else is set since, the choice is forgotten.
    let set = beside(folder.path(), "config").join("dateline");
    std::fs::create_dir_all(&set).unwrap();
    std::fs::write(set.join("config.toml"), "[theme]\nname = \"dark\"\n").unwrap();
    let terminal = start(&folder, &variables);
    wait_for_background(&terminal, DARK);
    quits(terminal, "q");
}

#[test]
fn a_terminal_that_tells_of_a_light_background_gets_the_light_theme() {
    let folder = stories();
    let mut terminal = start(&folder, &["COLORTERM=truecolor"]);
    wait_for_question(&terminal);
    terminal.press(&format!("{ANSWER}{KIND}"));
    wait_for_background(&terminal, LIGHT);
    assert!(!terminal.text().contains("rgb:"), "{}", terminal.text());
    quits(terminal, "q");
}

#[test]
fn a_terminal_that_never_answers_waits_no_longer_than_nobody_notices() {
    let folder = stories();
    let terminal = start(&folder, &["COLORTERM=truecolor"]);
    wait_for_question(&terminal);
    let asked = Instant::now();
    wait_for_background(&terminal, DARK);
    // The limit is a tenth of a second; a busy machine that runs tests needs more for the rest.
    assert!(asked.elapsed() < Duration::from_secs(3), "{:?}", asked.elapsed());
    quits(terminal, "q");
}

#[test]
fn an_answer_that_comes_late_changes_the_theme_and_is_never_taken_for_keys() {
    let folder = stories();
    let mut terminal = start(&folder, &["COLORTERM=truecolor"]);
    wait_for_background(&terminal, DARK);
    terminal.press(ANSWER);
    wait_for_background(&terminal, LIGHT);
    assert!(!terminal.text().contains("rgb:") && !terminal.look(in_text), "{}", terminal.text());
    quits(terminal, "q");
}

#[test]
fn what_is_typed_ahead_of_the_question_is_not_lost() {
    let folder = stories();
    let mut terminal = start(&folder, &["COLORTERM=truecolor"]);
    terminal.press("l");
    wait_for_background(&terminal, DARK);
    terminal.wait_for("the text to have the keyboard", in_text);
    quits(terminal, "q");
}

#[test]
fn a_terminal_that_needs_not_be_asked_is_not_asked() {
    let folder = stories();
    for variables in
        [["COLORTERM=truecolor", "COLORFGBG=0;15"], ["COLORTERM=", "X="], ["COLORTERM=truecolor", "NO_COLOR=1"]]
    {
        let terminal = start(&folder, &variables);
        terminal.wait_for_text("Stories");
        assert!(!terminal.written().contains("\x1b]11;"), "{variables:?}");
        quits(terminal, "q");
    }
}

#[test]
fn no_color_wins_over_whatever_is_set() {
    let folder = stories();
    let set = beside(folder.path(), "config").join("dateline");
    std::fs::create_dir_all(&set).unwrap();
    std::fs::write(set.join("config.toml"), "[theme]\nname = \"light\"\n").unwrap();
    let mut terminal = start(&folder, &["COLORTERM=truecolor", "NO_COLOR=1"]);
    wait_for_background(&terminal, Color::Default);
    let written = terminal.written();
    assert!(!written.contains("38;") && !written.contains("48;"), "{written:?}");
    terminal.press(",t");
    terminal.wait_for_text("NO_COLOR is set");
    quits(terminal, "q");
}

/// The folder of configuration that `program::run` has the program read.
fn configured(config: &str, themes: &[(&str, &str)]) -> Folder {
    let inside = "no-configuration/dateline";
    let folder = Folder::new().with(format!("{inside}/config.toml"), config);
    themes.iter().fold(folder, |folder, (name, text)| folder.with(format!("{inside}/themes/{name}.toml"), text))
}

#[test]
fn the_command_line_lists_themes_and_tells_what_is_wrong_with_them() {
    let own = "about = \"moss on stone\"\ninherits = \"dark\"\n[palette]\namber = \"#a0c060\"\n";
    let folder = configured("[theme]\nname = \"moss\"\n", &[("moss", own), ("odd", "[roles]\nperso = \"red\"\n")]);
    let listed = program::run(folder.path(), &["config", "themes"]);
    let line = |start: &str| listed.out.lines().any(|line| line.starts_with(start));
    assert!(line("auto  ") && line("dark  ") && line("none  "), "{}", listed.out);
    assert!(listed.out.contains("  moss on stone (") && listed.out.contains("moss.toml)"), "{}", listed.out);
    assert_eq!(listed.code, Some(1));
    let wrong = "themes/odd.toml, line 2: there is no role `perso`; did you mean `person`?";
    assert!(listed.err.trim_end().ends_with(wrong), "{}", listed.err);
    let checked = program::run(folder.path(), &["config", "check"]);
    assert!(checked.out.contains("moss.toml: a theme without a mistake"), "{}", checked.out);
    assert!(checked.err.trim_end().ends_with(wrong) && checked.code == Some(1), "{}", checked.err);
}

#[test]
fn a_theme_that_is_not_there_is_a_mistake_in_the_settings() {
    let folder = configured("[theme]\n\nname = \"hihg-contrast\"\n", &[]);
    let checked = program::run(folder.path(), &["config", "check"]);
    let told = "config.toml, line 3: there is no theme `hihg-contrast`; did you mean `high-contrast`?";
    assert!(checked.err.contains(told) && checked.code == Some(1), "{}", checked.err);
}
