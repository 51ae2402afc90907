//! A walk through the reader in a pseudo-terminal: every key and the mouse.

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
    terminal.wait_for("one match, its letters in sight", |screen| chosen(screen).contains("Kolm"));
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
    // The title and the opening tell of one meeting, the end of the story of another.
    terminal.press(TAB);
    terminal
        .wait_for("its meeting below", |screen| panel(screen).contains("Macron") && !panel(screen).contains("Assad"));
    for _ in 0..2 {
        terminal.press(BACK_TAB);
    }
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
    // Tall enough for all of it.
    let mut terminal = open(folder.path(), &["."], 100, 250);
    let before = terminal.look(page);
    for (key, away) in [("?", ESCAPE), ("?", "?"), ("?", "q"), ("\x1bOP", ENTER)] {
        terminal.press(key);
        terminal.wait_for("the help", |screen| screen.contents().contains("quit, wherever you are"));
        for entry in dateline::reader::actions::TABLE {
            // Long ones go on in the next row.
            let help = terminal.text().split_whitespace().collect::<Vec<_>>().join(" ");
            // The keys of the saved queries share a line.
            let is_saved = entry.name.starts_with("saved-query-");
            let words = if is_saved { "ask the first to the ninth of the saved queries" } else { entry.help };
            assert!(help.contains(words), "{} is not in the help:\n{help}", entry.name);
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
