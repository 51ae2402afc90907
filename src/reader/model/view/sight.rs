//! What of a view is in sight.
//!
//! **In:** the content of a view, the cursor in it, and the size of the screen. **Out:** [`Parts`], the rectangles that it is
//! drawn in and clicks are looked up in; the first row in sight. **Why:** drawing, clicking and scrolling agree on every
//! cell.

use std::ops::Range;
use std::sync::Arc;

use ratatui::layout::Rect;

use super::{Content, Open, Towards, View};
use crate::reader::actions::Command;
use crate::reader::model::Model;
use crate::reader::model::query_line::rows_to_tell;
use crate::reader::model::typing::before_mistake;

/// The widest row of a view, in columns.
const WIDEST: u16 = 140;
/// The same of a map, whose three columns are each no wider than their words.
const WIDEST_MAP: u16 = 240;

/// From this height of a screen on there is room for more than the rows themselves, in rows.
const HEADING_FROM: u16 = 5;
/// From this height on the thing under the cursor is told of, in rows.
const DETAIL_FROM: u16 = 14;
/// From this many rows of a view on there is room for what helps with the line; with less it stands in the last line.
const BELOW_FROM: u16 = 7;
/// From this many rows of a view on there is room for the saved queries.
const SAVED_FROM: u16 = 14;

/// The parts of a view. Those that do not fit have no area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// One row: what it is, and how much of it there is.
    pub heading: Rect,
    /// One row: the saved queries, while what narrows it is typed.
    pub saved: Rect,
    /// One row: what narrows it.
    pub line: Rect,
    /// While that is typed or wrong, what helps with it, or what is wrong.
    pub below: Rect,
    /// One row: the rule below.
    pub rule: Rect,
    /// The rows that stay.
    pub head: Rect,
    /// One row: the rule below those.
    pub head_rule: Rect,
    /// The rows that scroll.
    pub body: Rect,
    /// What is told of the thing under the cursor, with its rule as first row.
    pub detail: Rect,
}

impl Model {
    /// How many columns a row of a view has.
    pub(in crate::reader) fn view_columns(&self, view: View) -> u16 {
        let width = self.size.0;
        let widest = if matches!(view, View::Map(_)) { WIDEST_MAP } else { WIDEST };
        if self.is_linear() { width } else { width.saturating_sub(margins(width)).clamp(1, widest) }
    }

    /// Where the parts of the view on the screen stand.
    pub(in crate::reader) fn view_parts(&self) -> Parts {
        let Some(open) = self.view() else { return Parts::default() };
        let (width, height) = self.size;
        let columns = self.view_columns(open.view);
        let top = self.panes.top_rule.bottom();
        let rows = height.saturating_sub(top + self.panes.hints.height);
        let mut rest = Rect { x: (width - columns.min(width)) / 2, y: top, width: columns.min(width), height: rows };
        let tall = rows >= HEADING_FROM;
        let mut parts = Parts { heading: take(&mut rest, u16::from(tall)), ..Parts::default() };
        let [saved, line, below] = if tall { self.rows_of_line(open, rest) } else { [0; 3] };
        // As in the list these have a column beside them at each end.
        let with_margins = |area: Rect| Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area };
        let on_screen = |area: Rect| with_margins(area).intersection(Rect { x: 0, width, ..area });
        parts.saved = on_screen(take(&mut rest, saved));
        parts.line = take(&mut rest, line);
        parts.below = on_screen(take(&mut rest, below));
        parts.rule = take(&mut rest, u16::from(tall));
        let head = u16::try_from(open.content.head_rows(&self.library, open.at.cursor)).unwrap_or(u16::MAX);
        // Half of what is left at least is for the rows that scroll.
        let head = head.min(rest.height / 2);
        parts.head = take(&mut rest, head);
        let is_parted = head > 0 && rest.height >= HEADING_FROM;
        parts.head_rule = take(&mut rest, u16::from(is_parted));
        if open.content.has_detail() && open.content.stops() > 0 && rest.height >= DETAIL_FROM.min(height) / 2 + 3 {
            let told = self.arrangement().panel_height(height).min(rest.height / 2);
            parts.detail = Rect { y: rest.bottom() - told, height: told, ..rest };
            rest.height -= told;
        }
        parts.body = rest;
        parts
    }

    /// How many rows the saved queries, what narrows the view and what helps with that take, of those in `rest`.
    fn rows_of_line(&self, open: &Open, rest: Rect) -> [u16; 3] {
        if !open.content.is_filtered() || (open.typed.is_none() && open.at.words.is_empty()) {
            return [0; 3];
        }
        let is_typed = open.typed.is_some();
        let saved = u16::from(is_typed && rest.height >= SAVED_FROM && !self.settings.queries.is_empty());
        // What is wrong with it is told in full, where that leaves enough for the rest.
        let mistake = open.mistake.as_ref();
        let mistake = mistake.map(|mistake| rows_to_tell(mistake, rest.width).min((rest.height / 3).max(1)));
        let below = mistake.unwrap_or_else(|| u16::from(is_typed));
        [saved, 1, if rest.height >= BELOW_FROM { below } else { 0 }]
    }

    /// Brings the view on the screen in line after a change.
    pub(in crate::reader) fn settle_view(&mut self) {
        let Some(open) = self.view() else { return };
        let words = if open.content.is_filtered() { open.at.words.clone() } else { String::new() };
        // With a mistake in what is typed, what the words before it found stays.
        let mistake = open.view.asked(&words).err();
        let words = match &mistake {
            Some(mistake) => {
                let is_good = |line: &str| open.view.asked(line).is_ok();
                before_mistake(&open.made_for.words, &words, mistake.span.start(), is_good)
            }
            None => words,
        };
        let made_for = self.made_for(open.view, &words);
        // What another thread prepares is not waited for: until it is there, what was found last stays.
        let waits = open.made_for.words != words && !self.has_filter_for(open.view, &words);
        let is_as_it_was = open.made_for == made_for || waits;
        let made = (!is_as_it_was).then(|| self.content_of(open.view, &words));
        // What was done with stories changes what is found, not what someone stands on.
        let only_own = open.made_for == super::MadeFor { own: open.made_for.own, ..made_for };
        let stood = if only_own { super::renewed::Stood::of(open, &self.library) } else { None };
        if let Some(open) = &mut self.views.open {
            (open.mistake, open.waits) = (mistake, waits);
            if let Some((content, made_for)) = made {
                (open.content, open.made_for) = (content, made_for);
                open.stood = open.stood.take().or(stood);
                open.find_again(&self.library);
            }
        }
        let height = usize::from(self.view_parts().body.height);
        let is_linear = self.is_linear();
        let Some(open) = &mut self.views.open else { return };
        open.at.cursor = open.at.cursor.min(open.content.stops().saturating_sub(1));
        if !is_linear {
            open.at.top = open.at.top.min(open.content.rows().saturating_sub(height));
        }
    }

    /// Scrolls so that the stop at the cursor is in sight; a row above the first stop comes with it, so that headings at
    /// the very top can be seen again. What heads others comes with as many of them as there is room for.
    pub(in crate::reader) fn reveal_cursor(&mut self) {
        let height = usize::from(self.view_parts().body.height).max(1);
        let Some(open) = &mut self.views.open else { return };
        let rows = rows_to_show(open);
        if rows.start < open.at.top {
            open.at.top = rows.start;
        } else if rows.end > open.at.top + height {
            open.at.top = rows.end.saturating_sub(height).min(rows.start);
        }
        if let Some(block) = open.content.block_of(open.at.cursor) {
            let last = block.end.saturating_sub(height).min(block.start);
            open.at.top = open.at.top.max(last);
        }
    }

    /// Brings the cursor of a view that was just opened into the middle, where it is not in sight.
    pub(super) fn show_cursor_in_the_middle(&mut self) {
        let height = usize::from(self.view_parts().body.height).max(1);
        let Some(open) = &mut self.views.open else { return };
        let rows = rows_to_show(open);
        // What belongs to a row stands below it, up to the next one.
        let next = open.content.rows_of(open.at.cursor + 1).start;
        let until_next = rows.start..if next > rows.start { next } else { rows.end };
        let block = open.content.block_of(open.at.cursor).unwrap_or(until_next);
        if rows.start < open.at.top || rows.end > open.at.top + height {
            open.at.top = rows.start.saturating_sub(height / 2);
        }
        // Of one that is longer than half of what is in sight the beginning stands at the top.
        if block.len() > height / 2 && block.end > open.at.top + height {
            open.at.top = rows.start;
        }
        self.settle_view();
    }

    /// Moves the cursor of the view.
    pub(in crate::reader) fn move_in_view(&mut self, command: Command) {
        let height = usize::from(self.view_parts().body.height).max(1);
        let Some(open) = &mut self.views.open else { return };
        let content = Arc::clone(&open.content);
        let last = content.stops().saturating_sub(1);
        let step = |towards| content.step(open.at.cursor, towards).map(|stop| stop.min(last));
        let by_rows = |rows: isize| by_rows(&*content, open.at.cursor, rows);
        let to = match command {
            Command::Down => step(Towards::Down),
            Command::Up => step(Towards::Up),
            Command::LeftInView => step(Towards::Left),
            Command::RightInView => step(Towards::Right),
            Command::NextMark => Some(if open.at.cursor >= last { 0 } else { open.at.cursor + 1 }),
            Command::PreviousMark => Some(open.at.cursor.checked_sub(1).unwrap_or(last)),
            Command::HalfPageDown => Some(by_rows(signed((height / 2).max(1)))),
            Command::HalfPageUp => Some(by_rows(-signed((height / 2).max(1)))),
            Command::PageDown => Some(by_rows(signed(height.saturating_sub(1).max(1)))),
            Command::PageUp => Some(by_rows(-signed(height.saturating_sub(1).max(1)))),
            Command::Top => Some(0),
            Command::Bottom => Some(last),
            _ => None,
        };
        match to {
            Some(to) => open.at.cursor = to,
            // Where there is nothing more to stand on, what is out of sight comes in sight.
            None if command == Command::Down => open.at.top = open.at.top.saturating_add(1),
            None if command == Command::Up => open.at.top = open.at.top.saturating_sub(1),
            None => {}
        }
        if to.is_some() {
            self.reveal_cursor();
        }
        self.settle_view();
    }

    /// Puts the cursor on a stop, and brings it in sight.
    pub(in crate::reader) fn go_to_stop(&mut self, stop: usize) {
        if let Some(open) = &mut self.views.open {
            open.at.cursor = stop;
        }
        self.reveal_cursor();
        self.settle_view();
    }

    /// Scrolls the view by rows; the cursor stays in sight.
    pub(in crate::reader) fn scroll_view(&mut self, rows: isize) {
        let height = usize::from(self.view_parts().body.height).max(1);
        let Some(open) = &mut self.views.open else { return };
        let most = open.content.rows().saturating_sub(height);
        open.at.top = open.at.top.saturating_add_signed(rows).min(most);
        let sight = open.at.top..open.at.top + height;
        let at = open.content.rows_of(open.at.cursor);
        if at.end <= sight.start {
            open.at.cursor = stop_from(&*open.content, sight.start);
        } else if at.start >= sight.end {
            let last = stop_from(&*open.content, sight.end);
            let is_below = open.content.rows_of(last).start >= sight.end;
            open.at.cursor = if is_below { last.saturating_sub(1) } else { last };
        }
    }
}

/// The columns beside a view.
const fn margins(width: u16) -> u16 {
    match width {
        0..30 => 2,
        30..60 => 3,
        _ => 4,
    }
}

/// The rows of the stop at the cursor; with what stands above it where it is the first.
fn rows_to_show(open: &Open) -> Range<usize> {
    let rows = open.content.rows_of(open.at.cursor);
    let start = if open.at.cursor == 0 { 0 } else { rows.start };
    start..rows.end
}

/// The stop that lies so many rows away, another one at least.
fn by_rows(content: &dyn Content, from: usize, rows: isize) -> usize {
    let last = content.stops().saturating_sub(1);
    let row = content.rows_of(from).start.saturating_add_signed(rows);
    let to = stop_from(content, row).min(last);
    if rows > 0 { to.max((from + 1).min(last)) } else { to.min(from.saturating_sub(1)) }
}

/// The first stop that ends below this row, or the last one.
fn stop_from(content: &dyn Content, row: usize) -> usize {
    let (mut low, mut high) = (0, content.stops());
    while low < high {
        let middle = usize::midpoint(low, high);
        if content.rows_of(middle).end <= row { low = middle + 1 } else { high = middle }
    }
    low.min(content.stops().saturating_sub(1))
}

fn signed(rows: usize) -> isize {
    isize::try_from(rows).unwrap_or(isize::MAX)
}

fn take(rest: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(rest.height);
    let taken = Rect { height: rows, ..*rest };
    rest.y += rows;
    rest.height -= rows;
    taken
}
