//! What the reader shows: whole screens at four sizes, drawn from an invented library.
//!
//! The library is built by hand, so that a better analysis does not change these screens; the pictures are looked
//! at by a person before they are accepted.
#![expect(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may stop at a surprise")]

#[macro_use]
mod stage;

use dateline::article;
use dateline::library::{Library, Progress};
use dateline::reader::actions::{Action, Command};
use dateline::reader::model::Model;
use dateline::reader::settings::{GroupBy, Settings, Sort};
use dateline::reader::theme::Theme;
use dateline::reader::update::update;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use stage::{SIZES, Size, after, fixture, press, reader, screen};

fn shown(keys: &str, size: (u16, u16)) -> String {
    let mut model = reader(&Theme::dark(), size);
    press(&mut model, keys);
    screen(&model, size).backend().to_string()
}

#[test]
fn the_first_screen_lists_the_stories_and_shows_the_newest() {
    at_every_size!("first", after(""));
}

#[test]
fn a_meeting_in_focus_is_marked_in_text_and_margin_and_told_in_the_panel() {
    at_every_size!("meeting", after("j Enter Tab Tab"));
}

#[test]
fn text_that_stands_alone_is_justified_and_divided_where_that_is_asked_for() {
    at_every_size!("zen", |theme: &Theme, size: Size| {
        let mut model = reader(theme, size);
        press(&mut model, "j");
        for command in [Command::Justify, Command::Hyphenate, Command::Zen, Command::Down] {
            update(&mut model, Action::Do(command));
        }
        model
    });
}

#[test]
fn a_followed_meeting_leads_to_the_passage_in_the_other_story() {
    at_every_size!("followed", after("j Enter Tab Tab Tab Tab ]"));
}

#[test]
fn the_filter_shows_what_matched_and_how_many() {
    at_every_size!("filter", after("/ sarn"));
}

/// The list in groups, as a setting has it, with saved queries above it.
fn grouped(group: GroupBy, keys: &str, theme: &Theme, size: Size) -> Model {
    let saved = [("calls", "kind:call"), ("sarn", "where:sarn"), ("to read", "is:unread when:2031-05")];
    let queries = saved.map(|(name, query)| (name.to_owned(), query.to_owned())).into();
    let mut model = Model::new(*theme, size.0, size.1).with(Settings { group, queries, ..Settings::default() });
    update(&mut model, Action::Loaded(Box::new(fixture::library())));
    if let Some(counts) = model.wants_prepared().and_then(|wanted| model.work(wanted).carry_out()) {
        update(&mut model, Action::Counted(counts));
    }
    press(&mut model, keys);
    model
}

#[test]
fn groups_have_heads_and_saved_queries_stand_above_the_list() {
    for (name, group, keys) in [
        ("days", GroupBy::Day, "x"),
        ("outlets", GroupBy::Outlet, "g j u k x"),
        ("meetings", GroupBy::Meeting, "u k"),
        ("series", GroupBy::Series, "/ lind"),
    ] {
        at_every_size!(format!("grouped-{name}"), |theme: &Theme, size: Size| grouped(group, keys, theme, size));
    }
}

#[test]
fn a_day_that_is_none_is_told_in_the_line() {
    let asked = shown("@", (80, 24));
    assert!(asked.contains("go to:  2017, 2017-11, 2017-11-13, <2017"), "{asked}");
    at_every_size!("no-day", after("@ 13_May Enter"));
}

#[test]
fn nothing_that_matches_tells_the_way_back() {
    at_every_size!("nothing", after("/ zebra"));
}

#[test]
fn an_empty_filter_line_tells_what_it_can_ask_in_the_room_there_is() {
    at_every_size!("asked-nothing", after("/"));
}

#[test]
fn a_mistake_in_the_filter_is_marked_and_told_in_place() {
    at_every_size!("mistake", after("/ knid:call"));
}

#[test]
fn what_is_found_in_the_text_is_lit_and_counted() {
    at_every_size!("find", after("j Enter / strait"));
    at_every_size!("found", after("j Enter / strait Enter n"));
}

#[test]
fn letters_lie_on_the_links_in_sight() {
    at_every_size!("labels", after("j Enter f"));
}

#[test]
fn a_story_without_links_says_so() {
    at_every_size!("alone", after("G Enter"));
}

#[test]
fn a_story_that_only_names_a_series_shows_its_kin() {
    at_every_size!("series", after("G k Enter"));
}

/// A story whose meeting has no series, and which names one.
fn story_with_a_series_apart(size: (u16, u16)) -> String {
    let mut library = fixture::library();
    library.stories[fixture::ROUND].meetings[0].series = None;
    for meeting in &mut library.connections.meetings {
        meeting.series = None;
    }
    let mut model = Model::new(Theme::dark(), size.0, size.1);
    update(&mut model, Action::Loaded(Box::new(library)));
    press(&mut model, "j j j Enter");
    screen(&model, size).backend().to_string()
}

#[test]
fn a_series_that_only_the_story_names_is_not_called_that_of_its_meeting() {
    let wide = story_with_a_series_apart((120, 36));
    assert!(wide.contains("Told only here. This story also names the Lindholm talks, as does:"), "{wide}");
    assert!(wide.contains("same series · Kystposten"), "{wide}");
    assert!(wide.contains("[ ] other story of the series"), "{wide}");
    let narrow = story_with_a_series_apart((60, 20));
    assert!(narrow.contains("Told only here. The story also names the Lindholm talks:"), "{narrow}");
    let low = story_with_a_series_apart((60, 10));
    assert!(
        low.contains("   ¹  ") && !low.contains("talks:") && !low.contains("▸"),
        "only its meeting has room: {low}"
    );
    assert!(shown("j j j Enter", (120, 36)).contains("In the same series, the Lindholm talks:"));
}

#[test]
fn a_story_in_wide_characters_keeps_its_columns() {
    at_every_size!("wide", after("j j Enter Tab"));
}

#[test]
fn there_is_nothing_to_follow_and_the_key_line_says_so() {
    at_every_size!("notice", after("G Enter Enter"));
}

#[test]
fn an_empty_library_says_what_to_do() {
    at_every_size!("empty", |theme: &Theme, (width, height): Size| {
        let mut model = Model::new(*theme, width, height);
        update(&mut model, Action::Loaded(Box::new(Library { label: "empty".into(), ..Library::default() })));
        model
    });
}

#[test]
fn a_large_library_shows_how_far_its_reading_has_come() {
    at_every_size!("loading", |theme: &Theme, (width, height): Size| {
        let mut model = Model::new(*theme, width, height);
        update(&mut model, Action::Progress(Progress::Reading { done: 3_000, total: 12_000 }));
        model
    });
}

/// The first cell of `words` on the screen.
fn find(buffer: &Buffer, words: &str) -> (u16, u16) {
    let area = *buffer.area();
    for y in 0..area.height {
        let row: Vec<&str> = (0..area.width).map(|x| buffer[(x, y)].symbol()).collect();
        for x in 0..row.len() {
            if row[x..].concat().starts_with(words) {
                return (u16::try_from(x).unwrap(), y);
            }
        }
    }
    panic!("{words:?} is not on the screen");
}

#[test]
fn each_kind_of_name_has_a_colour_and_a_second_sign() {
    let size = (120, 48);
    let mut model = reader(&Theme::dark(), size);
    press(&mut model, "j Enter");
    let terminal = screen(&model, size);
    let buffer = terminal.backend().buffer();
    let cell = |words| &buffer[find(buffer, words)];
    assert!(cell("Demir Ilmaz on").modifier.contains(Modifier::BOLD));
    assert!(cell("Sarn").modifier.contains(Modifier::ITALIC));
    assert!(cell("Maritime Council").modifier.contains(Modifier::UNDERLINED));
    assert!(cell("Northern Forum").modifier.contains(Modifier::ITALIC));
    let colours = ["Demir Ilmaz on", "Maritime Council", "Vellish", "Northern Forum"].map(|words| cell(words).fg);
    for (index, colour) in colours.iter().enumerate() {
        assert!(!colours[..index].contains(colour), "{colours:?}");
    }
}

#[test]
fn the_passage_in_focus_is_tinted_and_only_it() {
    let size = (120, 36);
    let mut model = reader(&Theme::dark(), size);
    press(&mut model, "j Enter Tab Tab");
    let terminal = screen(&model, size);
    let buffer = terminal.backend().buffer();
    let tint = Theme::dark().tint.bg.unwrap();
    let (_, top) = find(buffer, "▌ HOLMSUND");
    let tinted: Vec<u16> = (0..size.1).filter(|y| (40..size.0).any(|x| buffer[(x, *y)].bg == tint)).collect();
    assert_eq!(tinted.first(), Some(&top));
    assert!(tinted.len() <= 3, "{tinted:?}");
}

#[test]
fn matched_letters_are_lit() {
    let size = (120, 36);
    let mut model = reader(&Theme::dark(), size);
    press(&mut model, "/ warm");
    let terminal = screen(&model, size);
    let buffer = terminal.backend().buffer();
    let (x, y) = find(buffer, "▌ A warm");
    for column in x + 4..x + 8 {
        assert_eq!(Some(buffer[(column, y)].fg), Theme::dark().matched.fg);
        assert!(buffer[(column, y)].modifier.contains(Modifier::UNDERLINED));
    }
}

#[test]
fn matched_letters_beyond_the_cut_are_brought_into_sight() {
    let shown = shown("/ early", (80, 24));
    assert!(shown.contains("▌ …") && shown.contains("early"), "{shown}");
}

#[test]
fn a_guessed_day_and_a_first_sentence_in_place_of_a_title_are_marked() {
    let size = (120, 36);
    let terminal = screen(&reader(&Theme::dark(), size), size);
    let buffer = terminal.backend().buffer();
    let (x, y) = find(buffer, "▌ ¶ President Demir");
    assert!(buffer[(x + 4, y)].modifier.contains(Modifier::ITALIC));
    assert_eq!(find(buffer, "▌~22 May 2031"), (x, y + 1));
    let (x, y) = find(buffer, "  Premier Halvorsen");
    assert!(!buffer[(x + 2, y)].modifier.contains(Modifier::ITALIC));
}

#[test]
fn without_colours_the_screen_says_the_same() {
    for size in SIZES {
        let mut coloured = reader(&Theme::dark(), size);
        let mut plain = reader(&Theme::shipped("none"), size);
        for model in [&mut coloured, &mut plain] {
            press(model, "j Enter Tab");
        }
        let (coloured, plain) = (screen(&coloured, size), screen(&plain, size));
        assert_eq!(coloured.backend().to_string(), plain.backend().to_string());
        for cell in plain.backend().buffer().content() {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset));
        }
    }
}

#[test]
fn the_chosen_row_is_reversed_where_there_is_no_background_for_it() {
    let size = (120, 36);
    for theme in [Theme::shipped("sixteen"), Theme::shipped("none")] {
        let terminal = screen(&reader(&theme, size), size);
        let buffer = terminal.backend().buffer();
        let (x, y) = find(buffer, "President Demir");
        assert!(buffer[(x, y)].modifier.contains(Modifier::REVERSED));
        assert!(!buffer[find(buffer, "Premier Halvorsen")].modifier.contains(Modifier::REVERSED));
    }
}

#[test]
fn the_smallest_screen_tells_the_count_the_way_out_and_where_enter_leads() {
    let filter = shown("/ sarn", (20, 6));
    assert!(filter.contains("3/6") && filter.contains("↵ read") && filter.contains("Esc clear"), "{filter}");
    let nothing = shown("/ zebra", (20, 6));
    assert!(nothing.contains("0/6") && nothing.contains("Esc clear"), "{nothing}");
    let text = shown("j Enter", (20, 6));
    assert!(text.contains("↵ ⇄ President"), "{text}");
}

#[test]
fn the_header_shows_the_legend_from_a_hundred_columns_on() {
    for width in [100, 120] {
        let screen = shown("", (width, 36));
        let header = screen.lines().next().unwrap_or_default();
        assert!(header.contains("person org") && header.contains("date"), "{header}");
        assert!(header.contains("2 not read !"), "{header}");
    }
}

#[test]
fn the_cursor_stands_in_the_filter_line_while_it_is_typed_in() {
    let size = (80, 24);
    let mut model = reader(&Theme::dark(), size);
    assert!(!screen(&model, size).backend().cursor_visible());
    press(&mut model, "/ sarn Left");
    let mut terminal = screen(&model, size);
    assert!(terminal.backend().cursor_visible());
    let (x, y) = find(terminal.backend().buffer(), "/ sarn");
    terminal.backend_mut().assert_cursor_position((x + 5, y));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_cell_holds_a_soft_hyphen_or_its_like(
        words in prop::collection::vec("[A-Z]?[a-zé]{1,8}[\u{ad}\u{200b}-\u{200d}\u{2060}\u{feff}]{0,2}[a-z.]{0,4}", 1..60),
        size in prop::sample::select(SIZES.to_vec()),
    ) {
        let words = words.join(" ");
        let story = format!("Ilmaz meets Hal\u{ad}vorsen\n\nPresident\u{200b}Ilmaz met Premier Hal\u{ad}vorsen in Oslo. {words}");
        let record = serde_json::json!({"id": words, "title": words, "outlet": words, "text": story}).to_string();
        let records = format!("{record}\n{}", serde_json::json!({"text": story}));
        let articles = article::read("a.jsonl", "a.jsonl".as_ref(), records.as_bytes()).articles;
        let mut model = Model::new(Theme::dark(), size.0, size.1);
        update(&mut model, Action::Loaded(Box::new(Library::from_articles("a", articles))));
        for keys in ["", "j Enter", "Tab", "G", "? Esc / h\u{ad}al"] {
            press(&mut model, keys);
            let cells = screen(&model, size);
            let hidden = |cell: &&ratatui::buffer::Cell| !cell.symbol().chars().all(dateline::text::sanitise::is_plain);
            prop_assert_eq!(cells.backend().buffer().content().iter().find(hidden), None);
        }
    }
}

#[test]
fn the_heading_tells_an_order_that_was_chosen_also_where_there_is_little_room() {
    for (sort, told) in [(Sort::Oldest, "oldest"), (Sort::Title, "title"), (Sort::Linked, "linked")] {
        let mut model = Model::new(Theme::dark(), 80, 24).with(Settings { sort, ..Settings::default() });
        update(&mut model, Action::Loaded(Box::new(fixture::library())));
        press(&mut model, "u");
        let shown = screen(&model, (80, 24)).backend().to_string();
        let heading = shown.lines().find(|line| line.contains("Stories")).unwrap_or_default().to_owned();
        assert!(heading.contains("  6  ") && heading.contains(told), "{heading}");
    }
}
