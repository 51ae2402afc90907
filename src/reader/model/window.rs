//! The window that the reader is in.
//!
//! **In:** the story that is shown, whether the window is looked at. **Out:** what the terminal is to be asked for:
//! the mouse, the title of its window. **Why:** the loop compares it with what the terminal was told last and writes
//! the difference, so that nothing else has to know escape sequences.

use super::Model;
use crate::text::sanitise::one_line;
use crate::text::width::truncate;

/// The most columns that the title of a story takes in the title of a window.
pub const LONGEST_TITLE: usize = 60;

/// What the terminal is asked for, besides a screen and keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Whether it hands us the mouse.
    pub mouse: bool,
    /// What its window is called; `None` for what it is called already. One line that may reach a terminal.
    pub title: Option<String>,
}

impl Model {
    /// What the terminal is to be asked for now.
    pub fn wishes(&self) -> Wishes {
        Wishes { mouse: self.settings.asked.mouse, title: self.settings.asked.title.then(|| self.window_title()) }
    }

    /// `Story title – Dateline`.
    fn window_title(&self) -> String {
        let title = self.story().map(|story| one_line(&story.article.title.text)).unwrap_or_default();
        match truncate(title.trim(), LONGEST_TITLE) {
            title if title.is_empty() => "Dateline".to_owned(),
            title => format!("{title} – Dateline"),
        }
    }

    /// Hands the mouse back to the terminal, or takes it.
    pub(in crate::reader) fn switch_mouse(&mut self) {
        let mouse = &mut self.settings.asked.mouse;
        *mouse = !*mouse;
        self.say(if self.settings.asked.mouse {
            "The mouse works here; hold Shift to select as the terminal does."
        } else {
            "The mouse is the terminal's again."
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::fixture::library;
    use crate::reader::theme::Theme;
    use crate::text::width::width;

    fn model() -> Model {
        Model::new(Theme::dark(), 80, 24)
    }

    #[test]
    fn the_window_is_called_after_the_story() {
        let mut model = model();
        assert_eq!(model.wishes().title.as_deref(), Some("Dateline"));
        model.load(library());
        let shown = model.story().unwrap().article.title.text.clone();
        let title = model.wishes().title.unwrap();
        let named = title.strip_suffix(" – Dateline").unwrap().trim_end_matches('…');
        assert!(shown.starts_with(named) && width(named) <= LONGEST_TITLE, "{title}");
    }

    #[test]
    fn a_window_keeps_its_name_where_that_is_wished() {
        let mut model = model();
        model.settings.asked.title = false;
        assert_eq!(model.wishes().title, None);
    }

    #[test]
    fn the_mouse_is_switched_and_the_switch_is_told() {
        let mut model = model();
        assert!(model.wishes().mouse);
        model.switch_mouse();
        assert!(!model.wishes().mouse && model.notice().is_some());
        model.switch_mouse();
        assert!(model.wishes().mouse);
    }
}
