//! The line into which the filter is typed.
//!
//! **In:** typed and pasted text, and editing commands. **Out:** the text and the place of the cursor.
//! **Why:** a line of text has rules of its own: the cursor stands between what a reader takes for characters
//! (grapheme clusters), and a paste may bring line breaks.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::sanitise::sanitise;
use crate::text::width::width;

/// More than this is no filter but an accident.
const LONGEST: usize = 1_000;

/// A paste as one line: whatever must not reach a terminal is left out, and the lines stand one after the other with a
/// space between them.
pub fn pasted(text: &str) -> String {
    let clean = sanitise(text);
    clean.text.split(['\n', '\t']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// One line of text with a cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    before: String,
    after: String,
    /// Whether all of it is selected: what is typed next takes its place.
    is_selected: bool,
}

impl Input {
    /// The whole line.
    pub fn text(&self) -> String {
        format!("{}{}", self.before, self.after)
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// What stands before the cursor and what after it.
    pub fn parts(&self) -> (&str, &str) {
        (&self.before, &self.after)
    }

    /// Selects all of it, as it stands from before: whoever types means something else, whoever moves the cursor goes on with it.
    pub fn select(&mut self) {
        self.is_selected = !self.is_empty();
    }

    /// Whether all of it is selected.
    pub const fn is_selected(&self) -> bool {
        self.is_selected
    }

    /// Erases what is selected; tells whether anything was.
    fn erase_selected(&mut self) -> bool {
        let is_selected = std::mem::take(&mut self.is_selected);
        if is_selected {
            self.clear();
        }
        is_selected
    }

    /// How many code points it has.
    pub fn length(&self) -> usize {
        self.before.chars().count() + self.after.chars().count()
    }

    /// How many columns the text before the cursor takes.
    pub fn cursor_column(&self) -> usize {
        width(&self.before)
    }

    /// Puts another text in its place, with the cursor between these two parts. Like [`Self::insert`] it takes only what
    /// may reach a terminal.
    pub fn set(&mut self, before: &str, after: &str) {
        self.clear();
        self.insert(after);
        self.home();
        self.insert(before);
    }

    /// Types text at the cursor. What must not reach a terminal is left out; line breaks and tabs become spaces.
    pub fn insert(&mut self, typed: &str) {
        self.erase_selected();
        let room = LONGEST.saturating_sub(self.before.len() + self.after.len());
        let clean = sanitise(typed);
        let letters = clean.text.chars().map(|letter| if matches!(letter, '\n' | '\t') { ' ' } else { letter });
        let mut used = 0;
        self.before.extend(letters.take_while(|letter| {
            used += letter.len_utf8();
            used <= room
        }));
    }

    /// One character to the left.
    pub fn left(&mut self) {
        if std::mem::take(&mut self.is_selected) {
            self.home();
        } else if let Some(start) = last_start(&self.before) {
            let moved = self.before.split_off(start);
            self.after.insert_str(0, &moved);
        }
    }

    /// One character to the right.
    pub fn right(&mut self) {
        if std::mem::take(&mut self.is_selected) {
            self.end();
        } else if let Some(first) = self.after.graphemes(true).next() {
            let length = first.len();
            self.before.push_str(first);
            self.after.drain(..length);
        }
    }

    /// To the beginning.
    pub fn home(&mut self) {
        self.is_selected = false;
        self.after = self.text();
        self.before.clear();
    }

    /// To the end.
    pub fn end(&mut self) {
        self.is_selected = false;
        self.before = self.text();
        self.after.clear();
    }

    /// Erases the character to the left.
    pub fn erase_left(&mut self) {
        if self.erase_selected() {
            return;
        }
        if let Some(start) = last_start(&self.before) {
            self.before.truncate(start);
        }
    }

    /// Erases the character to the right.
    pub fn erase_right(&mut self) {
        if self.erase_selected() {
            return;
        }
        if let Some(length) = self.after.graphemes(true).next().map(str::len) {
            self.after.drain(..length);
        }
    }

    /// Erases the word to the left and the space after it.
    pub fn erase_word(&mut self) {
        if self.erase_selected() {
            return;
        }
        let kept = self.before.trim_end().rfind(char::is_whitespace).map_or(0, |space| {
            space + self.before.get(space..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
        });
        self.before.truncate(kept);
    }

    /// Erases everything to the left.
    pub fn erase_line(&mut self) {
        if self.erase_selected() {
            return;
        }
        self.before.clear();
    }

    /// Erases everything.
    pub fn clear(&mut self) {
        self.is_selected = false;
        self.before.clear();
        self.after.clear();
    }
}

fn last_start(text: &str) -> Option<usize> {
    text.grapheme_indices(true).next_back().map(|(start, _)| start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Input {
        let mut input = Input::default();
        input.insert(text);
        input
    }

    #[test]
    fn what_is_typed_takes_the_place_of_what_is_selected_and_moving_goes_on_with_it() {
        let selected = || {
            let mut input = typed("kolm bridge");
            input.select();
            input
        };
        let mut input = selected();
        input.insert("dam");
        assert_eq!(input.text(), "dam");
        input.insert("s");
        assert_eq!(input.text(), "dams", "once only");
        for erase in [Input::erase_left, Input::erase_right, Input::erase_word, Input::erase_line] {
            let mut input = selected();
            erase(&mut input);
            assert!(input.is_empty() && !input.is_selected());
        }
        for (go, expected) in [
            (Input::end as fn(&mut Input), "kolm bridge!"),
            (Input::right, "kolm bridge!"),
            (Input::left, "!kolm bridge"),
        ] {
            let mut input = selected();
            go(&mut input);
            input.insert("!");
            assert_eq!(input.text(), expected);
        }
        let mut empty = Input::default();
        empty.select();
        assert!(!empty.is_selected());
    }

    #[test]
    fn erasing_takes_what_a_reader_takes_for_one_character() {
        let mut input = typed("Erdog\u{306}👨\u{200d}👩");
        input.erase_left();
        assert_eq!(input.text(), "Erdog\u{306}");
        input.erase_left();
        assert_eq!(input.text(), "Erdo");
    }

    #[test]
    fn the_cursor_moves_between_characters_and_counts_columns() {
        let mut input = typed("习近");
        assert_eq!(input.cursor_column(), 4);
        input.left();
        assert_eq!(input.cursor_column(), 2);
        input.insert("x");
        assert_eq!(input.text(), "习x近");
        input.right();
        input.right();
        input.left();
        input.erase_right();
        assert_eq!(input.text(), "习x");
        input.home();
        input.erase_left();
        assert_eq!(input.parts(), ("", "习x"));
        input.end();
        assert_eq!(input.parts(), ("习x", ""));
    }

    #[test]
    fn a_word_is_erased_with_the_space_after_it() {
        let mut input = typed("putin syria  ");
        input.erase_word();
        assert_eq!(input.text(), "putin ");
        input.erase_word();
        assert_eq!(input.text(), "");
        input.erase_word();
        assert!(input.is_empty());
    }

    #[test]
    fn a_paste_stays_one_line_without_controls() {
        assert_eq!(typed("a\nb\tc\u{1b}[31md\u{7}").text(), "a b cd");
        assert_eq!(typed(&"x".repeat(5_000)).text().len(), LONGEST);
    }

    #[test]
    fn the_lines_of_a_paste_become_one_without_the_space_around_them() {
        assert_eq!(pasted("  who:venn\r\n\n\tis:unread \u{1b}]0;x\u{7}\n"), "who:venn is:unread");
        assert_eq!(pasted("\n"), "");
    }

    #[test]
    fn erasing_the_line_keeps_what_is_right_of_the_cursor() {
        let mut input = typed("abc");
        input.left();
        input.erase_line();
        assert_eq!(input.text(), "c");
    }
}
