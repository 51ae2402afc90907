//! What linear mode shows: whole screens, drawn from the invented library, and what must never stand on one of them.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at a surprise, and so may the shared fixture"
)]

use dateline::article;
use dateline::library::{Library, Progress};
use dateline::reader::actions::Action;
use dateline::reader::keymap::Key;
use dateline::reader::model::Model;
use dateline::reader::settings::{Labels, Settings};
use dateline::reader::theme::Theme;
use dateline::reader::update::update;
use dateline::reader::views::draw;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

#[allow(dead_code, reason = "the reader's own tests use the rest")]
#[path = "../src/reader/fixture.rs"]
mod fixture;

const SIZES: [(u16, u16); 3] = [(80, 24), (60, 20), (20, 6)];

fn reader((width, height): (u16, u16), settings: Settings) -> Model {
    Model::new(Theme::dark(), width, height).with(Settings { linear: true, ..settings })
}

/// Presses keys, one a word; what is bound to nothing is typed where something can be.
fn press(model: &mut Model, keys: &str) {
    for word in keys.split_whitespace() {
        let action = Key::parse(word).and_then(|key| model.pressed(key));
        match action {
            Some(action) => update(model, action),
            None if model.context().is_typed_into() => update(model, Action::Insert(word.into())),
            None => panic!("{word} does nothing in {:?}", model.context()),
        };
    }
}

/// The screen, with the cell of the cursor below it.
fn screen(model: &Model, (width, height): (u16, u16)) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(model, frame)).unwrap();
    assert!(terminal.backend().cursor_visible());
    let cursor = terminal.get_cursor_position().unwrap();
    format!("{}cursor in row {}, column {}\n", terminal.backend(), cursor.y + 1, cursor.x + 1)
}

fn shown(keys: &str, size: (u16, u16)) -> String {
    let mut model = reader(size, Settings::default());
    update(&mut model, Action::Loaded(Box::new(fixture::library())));
    press(&mut model, keys);
    screen(&model, size)
}

fn at_every_size(name: &str, keys: &str) {
    for (width, height) in SIZES {
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), shown(keys, (width, height)));
    }
}

#[test]
fn the_list_is_told_line_by_line() {
    at_every_size("list", "j");
}

#[test]
fn groups_of_the_list_are_told_by_their_heads() {
    insta::assert_snapshot!("groups", shown(", g Down Enter", (80, 24)));
}

#[test]
fn a_meeting_in_focus_is_told_below_the_text() {
    at_every_size("meeting", "j Enter Tab Tab");
}

#[test]
fn the_filter_tells_how_many_match_and_the_best() {
    at_every_size("filter", "/ sarn");
}

#[test]
fn a_mistake_in_the_filter_is_told_as_one() {
    assert!(shown("/ knid:call", (80, 24)).contains("Error: "));
}

#[test]
fn help_palette_and_files_that_were_not_read_are_plain_lists() {
    for (name, keys) in [("help", "?"), ("palette", ":"), ("not-read", "!")] {
        insta::assert_snapshot!(name, shown(keys, (80, 24)));
    }
}

#[test]
fn what_is_selected_is_told() {
    insta::assert_snapshot!("selected", shown("j Enter j j j j v", (80, 24)));
}

#[test]
fn the_place_is_told_on_request() {
    insta::assert_snapshot!("place", shown("j Enter Tab =", (80, 24)));
}

#[test]
fn kinds_of_names_are_told_at_the_first_mention_at_all_or_at_none() {
    let told = |keys: &str| shown(keys, (80, 60)).matches("[person]").count();
    let (first, all, none) = (told("j Enter"), told("j Enter t s"), told("j Enter t s t s"));
    assert!(none == 0 && first > 0 && all > first, "{none} {first} {all}");
    assert_eq!(told("j Enter t p"), 0);
    assert!(shown("j Enter t p", (80, 24)).contains("Note: Persons are no longer told as such."));
    let settings = Settings { spoken_labels: Labels::None, ..Settings::default() };
    let mut model = reader((80, 24), settings);
    update(&mut model, Action::Loaded(Box::new(fixture::library())));
    press(&mut model, "j Enter");
    assert!(!screen(&model, (80, 24)).contains("[person]"));
}

#[test]
fn the_chosen_story_is_written_once_more_for_those_who_ask() {
    let mut model = reader((80, 24), Settings { announce: true, ..Settings::default() });
    update(&mut model, Action::Loaded(Box::new(fixture::library())));
    let shown = screen(&model, (80, 24));
    assert_eq!(shown.matches("1 of 6.").count(), 2, "{shown}");
}

#[test]
fn progress_is_told_in_words_and_by_tens() {
    let mut model = reader((60, 20), Settings::default());
    let mut at = |done| {
        update(&mut model, Action::Progress(Progress::Reading { done, total: 12_000 }));
        screen(&model, (60, 20))
    };
    let early = at(3_000);
    assert!(early.contains("Reading 12000 files, 20 percent."), "{early}");
    assert_eq!(early, at(3_500));
}

#[test]
fn moving_the_cursor_writes_nothing() {
    let size = (80, 24);
    let without_cursor = |keys: &str| shown(keys, size).lines().take(24).collect::<Vec<_>>().join("\n");
    assert_eq!(without_cursor(""), without_cursor("j"));
    assert_eq!(without_cursor("j Enter"), without_cursor("j Enter j j j"));
    assert_ne!(shown("j Enter", size), shown("j Enter j j j", size));
}

/// What is shown after a pause that lists what can follow.
fn after_a_pause(keys: &str, size: (u16, u16)) -> String {
    let mut model = reader(size, Settings::default());
    update(&mut model, Action::Loaded(Box::new(fixture::library())));
    press(&mut model, keys);
    update(&mut model, Action::ShowFollowing);
    screen(&model, size)
}

/// Presses `m` or `'` and types a letter, for which no key is bound.
fn letter(model: &mut Model, key: &str, letter: &str) {
    press(model, key);
    update(model, Action::Insert(letter.into()));
}

#[test]
fn the_marks_are_told_while_the_letter_of_one_is_waited_for() {
    let none = after_a_pause("Enter '", (80, 24));
    assert!(none.contains("Go to a mark: its letter. No marks."), "{none}");
    assert!(!none.contains("Backspace"), "{none}");
    let mut model = reader((80, 24), Settings::default());
    update(&mut model, Action::Loaded(Box::new(fixture::library())));
    press(&mut model, "Enter j j j");
    letter(&mut model, "m", "a");
    press(&mut model, "G");
    letter(&mut model, "m", "B");
    letter(&mut model, "'", "a");
    press(&mut model, "'");
    update(&mut model, Action::ShowFollowing);
    insta::assert_snapshot!("marks", screen(&model, (80, 24)));
    press(&mut model, "Esc m");
    update(&mut model, Action::ShowFollowing);
    let setting = screen(&model, (80, 24));
    assert!(setting.contains("Set a mark: a letter. 2 marks; a letter that is taken moves here."), "{setting}");
}

#[test]
fn a_text_that_stands_alone_already_takes_nothing_away() {
    for keys in ["Enter z", "z"] {
        let shown = shown(keys, (80, 24));
        assert!(shown.contains("Note: In linear mode the text stands alone already."), "{shown}");
        assert!(!shown.contains("brings the rest back"), "{shown}");
    }
}

#[test]
fn outlines_and_places_are_told_without_signs_and_with_days_in_full() {
    insta::assert_snapshot!("outline", shown("Enter O", (80, 24)));
    insta::assert_snapshot!("paragraphs", shown("j Enter O", (80, 24)));
    insta::assert_snapshot!("places", shown("Enter G j Tab Enter H", (80, 24)));
}

#[test]
fn days_are_told_in_full_wherever_they_stand() {
    let shortened = |shown: &str| {
        let months = ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        shown.split(|c: char| !c.is_alphanumeric()).any(|word| months.contains(&word))
    };
    for keys in [", g Down Enter", "j j Enter Tab", "j j Enter H", "@ 2031-02-20 Enter", "Enter ="] {
        let shown = shown(keys, (80, 40));
        assert!(!shortened(&shown), "{keys}:\n{shown}");
    }
    let jumped = shown("@ 2031-02-20 Enter", (80, 24));
    assert!(jumped.contains("the nearest is of 9 February 2031."), "{jumped}");
}

#[test]
fn what_could_go_on_in_the_filter_is_told_in_words() {
    let empty = shown("/", (80, 24));
    assert!(empty.contains("Tab: 10 choices, who:, where:, when: and 7 more."), "{empty}");
    let begun = shown("/ ki", (80, 24));
    assert!(begun.contains("Tab: kind:, a meeting of this kind."), "{begun}");
    let settled = shown("/ ki Tab", (80, 24));
    assert!(settled.contains("kind: asks for a meeting of this kind."), "{settled}");
    assert!(settled.contains("Tab: "), "{settled}");
    let chosen = shown("/ ki Tab Tab", (80, 24));
    assert!(chosen.contains("Choice 1 of "), "{chosen}");
    insta::assert_snapshot!("choices", chosen);
}

#[test]
fn keys_that_can_follow_are_told_as_a_whole_where_the_screen_is_narrow() {
    let shown = after_a_pause("Enter y", (30, 24));
    assert!(shown.contains("s: copy the sentence"), "{shown}");
    let kinds = after_a_pause("Enter t", (80, 24));
    assert!(kinds.contains("o: highlight names of organisations, or no longer"), "{kinds}");
}

#[test]
fn keys_in_a_notice_are_told_by_their_names() {
    let shown = shown("Enter n", (80, 24));
    assert!(shown.contains("Note: Nothing is looked for; slash begins."), "{shown}");
    for (keys, told) in [("s", "; capital U takes it back"), ("x", "; comma, then g makes some")] {
        let shown = self::shown(keys, (80, 24));
        assert!(shown.contains(told), "{shown}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_screen_holds_a_sign_that_only_draws(
        words in prop::collection::vec("[A-Z]?[a-zé]{1,8}[.,]?|[\u{2500}-\u{25ff}]{1,3}\u{fe0f}?", 1..80),
        size in prop::sample::select(SIZES.to_vec()),
    ) {
        let words = words.join(" ");
        let story = format!("Ilmaz ■ meets Halvorsen\n\n═══\n\nPresident Ilmaz met Premier Halvorsen in Oslo. {words}");
        let record = serde_json::json!({"id": words, "title": words, "outlet": words, "text": story}).to_string();
        let records = format!("{record}\n{}", serde_json::json!({"text": story}));
        let articles = article::read("a.jsonl", "a.jsonl".as_ref(), records.as_bytes()).articles;
        let mut model = reader(size, Settings::default());
        update(&mut model, Action::Loaded(Box::new(Library::from_articles("a", articles))));
        for keys in ["", "j Enter", "Tab", "j j", "G", "=", "Esc / hal", "Down", "Esc Esc :", "Esc ?", "j", "Esc !", "Esc , s", ", g", ","] {
            press(&mut model, keys);
            let shown = screen(&model, size);
            let drawn = |c: &char| ('\u{2500}'..='\u{25ff}').contains(c);
            prop_assert_eq!(shown.chars().find(drawn), None, "{}:\n{}", keys, shown);
        }
    }
}
