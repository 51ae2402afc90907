//! Any walk on any screen, and every size: nothing may fail.

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::*;
use crate::reader::views::draw;

fn any_action() -> impl Strategy<Value = Action> {
    let commands: Vec<Command> = crate::reader::actions::TABLE.iter().map(|entry| entry.command).collect();
    prop_oneof![
        8 => prop::sample::select(commands).prop_map(Action::Do),
        2 => "\\PC{0,6}|[a-z ]{1,4}|\\u{1b}\\[31m".prop_map(Action::Insert),
        1 => (0u16..130, 0u16..50).prop_map(|(width, height)| Action::Resize { width, height }),
        1 => (0u16..140, 0u16..60).prop_map(|(column, row)| Action::Click { column, row }),
        1 => (0u16..140, 0u16..60, 2u8..5).prop_map(|(column, row, times)| Action::ClickAgain { column, row, times }),
        2 => (0u16..140, 0u16..60).prop_map(|(column, row)| Action::Drag { column, row }),
        1 => Just(Action::Release),
        1 => "\\PC{0,6}|[a-z \\n]{1,9}|\\u{1b}\\[31m".prop_map(Action::Paste),
        1 => prop_oneof![Just(Action::Looked), Just(Action::LookedAway), Just(Action::KeptAgain(None))],
        1 => Just(Action::KeptAgain(Some(Vec::new()))),
        1 => (0u16..140, 0u16..60, -3i32..4).prop_map(|(column, row, steps)| Action::Wheel { column, row, steps }),
        1 => Just(Action::Redraw),
        1 => Just(Action::ShowFollowing),
        1 => Just(Action::Themes(crate::reader::theme::Shelf::default().all())),
        1 => Just(Action::Suit(true, Box::new(Theme::shipped("light")))),
        1 => Just(Action::Read(Box::new(library()))),
        1 => (0usize..7).prop_map(|story| Action::Analysed(story, Box::new(library().stories[story % 6].clone()))),
        1 => Just(Action::Loaded(Box::new(library()))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn no_walk_on_any_screen_fails(
        (width, height) in (1u16..130, 1u16..50),
        actions in prop::collection::vec(any_action(), 1..40),
    ) {
        let mut model = reader(width, height);
        for action in actions {
            update(&mut model, action);
            let (width, height) = model.size;
            let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
            terminal.draw(|frame| draw(&model, frame)).unwrap();
            prop_assert!(model.top <= model.last_top());
            if model.is_linear() {
                // On a screen without a cell there is no place for it.
                prop_assert!(width == 0 || height == 0 || terminal.backend().cursor_visible());
                let drawn = |cell: &&ratatui::buffer::Cell| cell.symbol().contains(|c| ('\u{2500}'..='\u{25ff}').contains(&c));
                prop_assert_eq!(terminal.backend().buffer().content().iter().find(drawn), None);
            }
            if let Some(mark) = model.focused_mark() {
                prop_assert!(model.page().is_none() || mark < model.marks().len());
            }
        }
    }
}

#[test]
fn every_size_can_be_drawn() {
    for (width, height) in (1..=130).step_by(3).flat_map(|w| (1..=40).step_by(3).map(move |h| (w, h))) {
        let mut model = reader(width, height);
        for keys in ["", "Tab", "Enter", "?", "Esc", "/"] {
            if !keys.is_empty() {
                let key = Key::parse(keys).unwrap();
                if let Some(command) = model.keymap().command(model.context(), key) {
                    update(&mut model, Action::Do(command));
                }
            }
            let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
            terminal.draw(|frame| draw(&model, frame)).unwrap();
        }
    }
}
