//! Places: walks in a pseudo-terminal that come back to where they were, the next day too.

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

#[test]
fn a_walk_from_a_filter_with_fields_to_a_word_in_the_text_comes_back_by_a_mark() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press("/outlet:tass sochi");
    terminal.wait_for("the story of that outlet", |screen| chosen(screen).starts_with("Putin hosts"));
    terminal.press(&control('u'));
    terminal.press("when:2016 kolm");
    terminal.wait_for("the one of that year", |screen| page(screen).contains("Harvest festival"));
    terminal.press(ENTER);
    terminal.wait_for("its text", |screen| in_text(screen) && first_tractor(screen) == 1);
    terminal.press("/number 40 ");
    terminal.wait_for("the place", |screen| tractors(screen).contains(&40));
    terminal.press(ENTER);
    let before = terminal.look(first_tractor);
    terminal.press("ma");
    terminal.wait_for_text("Mark a is here.");
    terminal.press("g");
    terminal.wait_for("the top", |screen| first_tractor(screen) == 1);
    // After a pause the marks there are, are told with title and line.
    terminal.press("'");
    let told = terminal.wait_for_text(" Marks ");
    let row = told.lines().find(|line| line.trim_start().starts_with("a  ")).unwrap_or_default();
    assert!(row.contains("Harvest festival") && row.contains("Tractor number"), "{told}");
    terminal.press("a");
    terminal.wait_for("the mark", |screen| first_tractor(screen) == before);
    terminal.press(&control('o'));
    terminal.wait_for("where it jumped from", |screen| first_tractor(screen) == 1);
    terminal.press("''");
    terminal.wait_for("the place before that jump", |screen| first_tractor(screen) == before);
    quits(terminal, "q");
}

#[test]
fn the_reader_goes_on_where_it_was_left_and_marks_are_there() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press(&format!("/harvest{ENTER}"));
    terminal.wait_for_text("Tractor number 1 ");
    terminal.press(PAGE_DOWN);
    terminal.wait_for("further down", |screen| first_tractor(screen) > 1);
    terminal.press("mx");
    terminal.wait_for_text("Mark x is here.");
    terminal.press("tl");
    terminal.wait_for_text("Places are no longer highlighted.");
    let first = terminal.look(first_tractor);
    quits(terminal, "q");

    let mut terminal = open_stories(&folder);
    let screen = terminal.text();
    assert!(terminal.look(in_text) && terminal.look(first_tractor) == first, "{screen}");
    assert!(screen.contains("harvest") && screen.contains("1 of 3"), "{screen}");
    terminal.press("g");
    terminal.wait_for("the top", |screen| first_tractor(screen) == 1);
    terminal.press("'x");
    terminal.wait_for("the mark of the session before", |screen| first_tractor(screen) == first);
    terminal.press(ESCAPE);
    terminal.wait_for("the list", |screen| !in_text(screen));
    terminal.press(ESCAPE);
    terminal.wait_for("all stories", |screen| !screen.contents().contains("1 of 3"));
    terminal.press("g");
    wait_for_choice(&terminal, "Putin hosts Assad in Sochi");
    terminal.press("/");
    terminal.press(UP);
    terminal.wait_for("what was asked before", |screen| screen.contents().contains("1 of 3"));
    quits(terminal, &control('c'));

    // Other paths are another library, with another session and other marks.
    let mut terminal = open(folder.path(), &["harvest.txt"], 100, 30);
    assert!(!terminal.look(in_text) && terminal.text().contains("/ filter"), "{}", terminal.text());
    terminal.press("'x");
    terminal.wait_for_text("No mark is called x");
    quits(terminal, "q");
}

#[test]
fn a_mark_whose_story_is_gone_says_so_and_the_session_of_a_story_that_is_gone_begins_anew() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    terminal.press(&format!("/harvest{ENTER}"));
    terminal.wait_for("its text", in_text);
    terminal.press("mx");
    terminal.wait_for_text("Mark x is here.");
    terminal.press(ESCAPE);
    terminal.wait_for("the list", |screen| !in_text(screen));
    terminal.press(ESCAPE);
    terminal.wait_for("all stories", |screen| !screen.contents().contains("1 of 3"));
    quits(terminal, "q");
    std::fs::remove_file(folder.path().join("harvest.txt")).unwrap();
    let mut terminal = open_stories(&folder);
    wait_for_choice(&terminal, "Putin hosts Assad in Sochi");
    for _ in 0..2 {
        terminal.press("'");
        terminal.wait_for_text("not in this library any more");
        terminal.press("x");
        terminal.wait_for_text("is not in this library any more.");
    }
    quits(terminal, "q");
}

#[test]
fn the_last_of_two_readers_decides_how_the_session_goes_on() {
    let folder = stories();
    let (mut one, mut other) = (open_stories(&folder), open_stories(&folder));
    one.press("G");
    wait_for_choice(&one, "Harvest festival opens in Kolm");
    other.press("j");
    wait_for_choice(&other, "Assad visits Russia");
    quits(one, "q");
    quits(other, "q");
    let terminal = open_stories(&folder);
    wait_for_choice(&terminal, "Assad visits Russia");
    quits(terminal, "q");
}

#[test]
fn letters_on_links_lead_to_the_other_story() {
    let folder = stories();
    let mut terminal = open_stories(&folder);
    wait_for_choice(&terminal, "Putin hosts Assad in Sochi");
    terminal.press("f");
    terminal.wait_for_text("follow a link: its letters");
    // The first letter lies on the first link, the title, which tells of the meeting.
    terminal.press("a");
    terminal.wait_for("the other story or the passage", |screen| in_text(screen) && !marked(screen).is_empty());
    quits(terminal, "q");
}
