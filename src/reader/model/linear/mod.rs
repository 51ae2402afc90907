//! Linear mode: for people who hear the screen or read it with their fingers.
//!
//! **In:** the model. **Out:** where the cursor of the terminal stands, which lines are in sight, and what is said in words
//! that panes say by signs and places.
//! **Why:** a screen reader follows the cursor of the terminal and speaks the lines that are newly written. So the cursor
//! stands on whatever is in focus, moving it writes nothing, and where the lines in sight run out, a page is turned
//! instead of every line being pushed up by one: what is written anew is what was not heard yet.

pub(in crate::reader) mod awaited;
mod day;
pub(in crate::reader) mod meeting;
pub(in crate::reader) mod overlay;
pub(in crate::reader) mod picker;
pub(in crate::reader) mod place;
pub(in crate::reader) mod plain;
pub(in crate::reader) mod said;
pub(in crate::reader) mod story;
pub(in crate::reader) mod view;

use super::{Focus, Model};
use crate::reader::actions::Command;
use crate::reader::layout::page::RowKind;
use crate::reader::layout::{Panes, Spoken};
use crate::reader::model::overlay::Kind;
use crate::reader::settings::Labels;

/// The state of linear mode.
#[derive(Clone, Debug, Default)]
pub struct Linear {
    /// Whether it is on.
    pub(in crate::reader) is_on: bool,
    /// Which names are followed by their kind.
    pub(in crate::reader) kinds: Labels,
    /// The row of the text that has the cursor.
    pub(in crate::reader) row: usize,
    /// Whether the cursor stands on the words in focus, not at the beginning of the row.
    pub(in crate::reader) is_on_focus: bool,
    /// The line of what is laid over the screen that has the cursor.
    pub(in crate::reader) line: usize,
    /// Whether the last key typed into a line, rather than chose from the list that belongs to it.
    pub(in crate::reader) is_typing: bool,
    /// What is told of the meeting in focus, below the text, in rows.
    pub(in crate::reader) below: Vec<String>,
    /// The first line in sight of the list, of the picker, and of what is laid over the screen.
    pub(in crate::reader) tops: Tops,
    /// What was laid over the screen when it was last looked at: what, the words looked for in it, and the line in focus.
    shown: Option<(Kind, Option<String>, Option<usize>)>,
    /// What was typed, and which line was chosen, when it was last looked at.
    seen: (String, usize),
}

/// First lines in sight.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::reader) struct Tops {
    list: usize,
    picker: usize,
    pub(in crate::reader) overlay: usize,
}

impl Linear {
    /// How many rows below the text tell of the meeting in focus; `None` where the mode is off.
    pub(super) fn rows_below(&self) -> Option<u16> {
        self.is_on.then(|| u16::try_from(self.below.len()).unwrap_or(u16::MAX))
    }
}

/// The first line in sight, of lines that take `rows_of` rows each: the same as before where the one at `cursor` is in
/// sight then. Otherwise a page is turned: the cursor then stands on the first line, or going up on the last.
fn turned(top: usize, cursor: usize, height: usize, rows_of: impl Fn(usize) -> usize) -> usize {
    if cursor >= top {
        let rows: usize = (top..=cursor).map(&rows_of).take(height + 1).sum();
        return if rows <= height || cursor == top { top } else { cursor };
    }
    let mut rows = 0;
    let fits = |line: &usize| {
        rows += rows_of(*line);
        rows <= height
    };
    (0..=cursor).rev().take_while(fits).last().unwrap_or(cursor)
}

impl Model {
    /// Whether linear mode is on.
    pub(in crate::reader) const fn is_linear(&self) -> bool {
        self.linear.is_on
    }

    /// Keys as they are written in a notice: in linear mode by their names.
    pub(in crate::reader) fn told_key(&self, written: &str) -> String {
        if self.is_linear() { said::chord(written) } else { written.to_owned() }
    }

    /// Turns linear mode on or off; the place stays.
    pub(in crate::reader) fn switch_linear(&mut self, on: bool) {
        let row = self.here().map(|here| here.place);
        self.linear.is_on = on;
        self.linear.below.clear();
        if let Some(place) = row {
            self.settle();
            self.go_to(place);
        }
    }

    /// What is told in words; `None` where the mode is off.
    pub(super) fn spoken(&self) -> Option<Spoken> {
        self.is_linear().then_some(Spoken { labels: self.linear.kinds, names: self.names })
    }

    /// How many columns a line has.
    fn line_columns(&self) -> usize {
        usize::from(self.size.0)
    }

    /// How many rows the lines of a list have, below what it is and what is typed.
    pub(in crate::reader) fn linear_rows(&self, above: u16) -> usize {
        usize::from((self.size.1.saturating_sub(self.panes.header.height + self.panes.hints.height + above)).max(1))
    }

    /// The rows of this line of the list.
    pub(in crate::reader) fn line_rows(&self, at: usize) -> Vec<String> {
        said::rows(&story::line(self, at), self.line_columns())
    }

    /// How many lines of the list are in sight in linear mode.
    pub(in crate::reader) fn lines_heard(&self) -> usize {
        let height = self.linear_rows(0);
        let mut rows = 0;
        let fits = |at: &usize| {
            rows += self.line_rows(*at).len();
            rows <= height
        };
        (self.stories.top..self.stories.lines()).take_while(fits).count().max(1)
    }

    /// Brings the state of linear mode in line after a change.
    pub(super) fn settle_linear(&mut self) {
        self.note_typing();
        let columns = self.line_columns();
        let height = self.linear_rows(0);
        let cursor = self.stories.cursor;
        let top = turned(self.linear.tops.list, cursor, height, |at| self.line_rows(at).len());
        (self.linear.tops.list, self.stories.top) = (top, top);
        if let Some(picker) = &self.picker {
            let top = turned(self.linear.tops.picker, picker.cursor, self.linear_rows(1), |at| {
                said::rows(&picker::line(picker, at), columns).len()
            });
            self.linear.tops.picker = top;
        } else {
            self.linear.tops.picker = 0;
        }
        if let Some(picker) = &mut self.picker {
            picker.top = self.linear.tops.picker;
        }
        self.settle_overlay();
        self.settle_view_linear();
        self.settle_text(columns);
    }

    /// Notes whether the last key typed, or chose a line.
    fn note_typing(&mut self) {
        let now = if let Some(picker) = &self.picker {
            let (before, after) = picker.input.parts();
            Some((format!("{before}\n{after}"), picker.cursor))
        } else if self.focus == Focus::Filter {
            let (before, after) = self.input.parts();
            Some((format!("{before}\n{after}"), self.stories.cursor))
        } else {
            None
        };
        let Some(now) = now else {
            (self.linear.seen, self.linear.is_typing) = ((String::new(), 0), true);
            return;
        };
        if self.linear.seen.0 != now.0 {
            self.linear.is_typing = true;
        } else if self.linear.seen.1 != now.1 {
            self.linear.is_typing = false;
        }
        self.linear.seen = now;
    }

    fn settle_overlay(&mut self) {
        let Some(overlay) = &self.overlay else {
            (self.linear.line, self.linear.tops.overlay, self.linear.shown) = (0, 0, None);
            return;
        };
        let lines = overlay::lines(overlay);
        let last = lines.len().saturating_sub(1);
        let focus = overlay.focused().map(|focused| focused.start);
        let now = (overlay.kind, overlay.look.as_ref().map(|look| look.input.text()), focus);
        if self.linear.shown.as_ref() != Some(&now) {
            // What was said last is what is looked for in the messages.
            let is_opened = self.linear.shown.as_ref().is_none_or(|(kind, ..)| *kind != now.0);
            self.linear.line = match focus {
                Some(focus) => lines.partition_point(|line| line.first <= focus).saturating_sub(1),
                None if is_opened && now.0 == Kind::Messages => last,
                None => 0,
            };
            self.linear.shown = Some(now);
        }
        self.linear.line = self.linear.line.min(last);
        let (height, columns) = (self.linear_rows(0), self.line_columns());
        let rows_of =
            |at: usize| lines.get(at).map_or(1, |line: &overlay::Said| said::rows(&line.words, columns).len());
        self.linear.tops.overlay = turned(self.linear.tops.overlay, self.linear.line, height, rows_of);
    }

    /// The row with the cursor, the page that shows it, and what is told below.
    fn settle_text(&mut self, columns: usize) {
        let Some(last) = self.page().map(|page| page.rows.len().saturating_sub(1)) else {
            self.linear.below.clear();
            return;
        };
        let selected = self.selecting.selection.zip(self.page()).and_then(|(selection, page)| selection.caret(page));
        if let Some((row, _)) = selected {
            (self.linear.row, self.linear.is_on_focus) = (row, false);
        }
        self.linear.row = self.linear.row.min(last);
        let top = self.top;
        self.turn_text(Vec::new(), top);
        let plain = self.top;
        if self.focus == Focus::Text && self.is_focus_in_sight() {
            let told = meeting::paragraphs(self);
            // These rows are taken from the text. They stay until the page is turned: were they gone with the first row
            // down, the rows under them would be spoken out of turn.
            self.turn_text(told.iter().flat_map(|words| said::rows(words, columns)).collect(), plain);
            if !self.is_focus_in_sight() {
                self.turn_text(Vec::new(), plain);
            }
        }
    }

    /// Divides the screen so that these rows are below the text, and turns to the page with the cursor.
    fn turn_text(&mut self, below: Vec<String>, top: usize) {
        self.linear.below = below;
        let (width, height) = self.size;
        self.panes = Panes::of(width, height, self.focus == Focus::Text, self.arrangement());
        self.top = turned(top, self.linear.row, self.text_height().max(1), |_| 1);
    }

    /// Whether the passage in focus begins in sight.
    fn is_focus_in_sight(&self) -> bool {
        let sight = self.top..self.top + self.text_height().max(1);
        self.focus_row().is_some_and(|row| sight.contains(&row))
    }

    /// The rows that a reader has before them: those in sight; in linear mode the one with the cursor.
    pub(in crate::reader) fn rows_at_hand(&self) -> std::ops::Range<usize> {
        if self.is_linear() { self.linear.row..self.linear.row + 1 } else { self.top..self.top + self.text_height() }
    }

    /// The row in which the passage in focus begins.
    pub(super) fn focus_row(&self) -> Option<usize> {
        self.page()?.row_of(self.focused_passage()?)
    }

    /// Puts the cursor on words that came into focus, which begin in this row.
    pub(in crate::reader) fn go_to_focus(&mut self, row: usize) {
        (self.linear.row, self.linear.is_on_focus) = (row, true);
    }

    /// Moves the cursor through the text, or through what is laid over the screen.
    pub(in crate::reader) fn move_cursor(&mut self, command: Command) {
        let height = if self.overlay.is_some() { self.linear_rows(0) } else { self.text_height().max(1) };
        let (at, count) = match (&self.overlay, self.page()) {
            (Some(overlay), _) => (self.linear.line, overlay::lines(overlay).len()),
            (None, Some(page)) => (self.linear.row, page.rows.len()),
            (None, None) => return,
        };
        let last = count.saturating_sub(1);
        let to = match command {
            Command::Down => at.saturating_add(1),
            Command::Up => at.saturating_sub(1),
            Command::HalfPageDown => at.saturating_add((height / 2).max(1)),
            Command::HalfPageUp => at.saturating_sub((height / 2).max(1)),
            Command::PageDown => at.saturating_add(height),
            Command::PageUp => at.saturating_sub(height),
            Command::Bottom => last,
            _ => 0,
        };
        let down = to > at;
        if self.overlay.is_some() {
            self.linear.line = to.min(last);
        } else {
            let to = self.not_blank(to.min(last), down);
            (self.linear.row, self.linear.is_on_focus) = (to, false);
            // By a page is a new page, even where the row would be in sight.
            if matches!(command, Command::PageDown | Command::PageUp) {
                self.top = to;
            }
        }
    }

    /// The nearest row of the text with words in it, going on in this direction first.
    fn not_blank(&self, row: usize, down: bool) -> usize {
        let rows = self.page().map_or(&[][..], |page| &page.rows);
        let has_words = |at: &usize| rows.get(*at).is_some_and(|row| row.kind != RowKind::Blank);
        let after = (row..rows.len()).find(has_words);
        let before = (0..=row).rev().find(has_words);
        if down { after.or(before) } else { before.or(after) }.unwrap_or(row)
    }
}

#[cfg(test)]
mod tests;
