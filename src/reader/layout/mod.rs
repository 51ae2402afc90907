//! Where things stand on the screen.
//!
//! **In:** the size of the terminal, how it is to be divided and where the keyboard is. **Out:** [`Panes`], the rectangles that views draw in
//! and clicks are looked up in; and, in [`page`], the rows of an article.
//! **Why:** drawing and clicking must agree on every cell, so both ask here.

mod arrangement;
pub mod page;
pub mod sheet;

pub use arrangement::{Arrangement, LEAST_TEXT, LISTS, MEASURE, MEASURES, Margins, PANELS, Spoken, Typography};

use ratatui::layout::Rect;

/// From this width on, list and text stand side by side.
pub const TWO_PANES: u16 = 80;

/// The parts of the screen. Those that do not fit have no area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panes {
    /// One row: the library's name and counts.
    pub header: Rect,
    /// One row: the rule under the header.
    pub top_rule: Rect,
    /// The stories.
    pub list: Rect,
    /// One column: the rule between list and text.
    pub divider: Rect,
    /// The text.
    pub text: Rect,
    /// The panel about the meeting, with its rule as first row.
    pub panel: Rect,
    /// One row: the keys.
    pub hints: Rect,
    /// The widest line of text, in columns.
    widest: u16,
    /// The air beside it.
    margins: Margins,
    /// Whether nothing stands beside the text.
    is_linear: bool,
}

impl Panes {
    /// The parts of a screen of this size. `reading` tells which pane a narrow screen shows.
    pub fn of(width: u16, height: u16, reading: bool, arrangement: Arrangement) -> Self {
        let mut rest = Rect::new(0, 0, width, height);
        if let Some(below) = arrangement.linear {
            return Self { widest: width, ..Self::linear(rest, reading, below) };
        }
        let mut panes = Self { widest: arrangement.measure, margins: arrangement.margins, ..Self::default() };
        let wide = width >= TWO_PANES && !arrangement.zen;
        let reading = reading || arrangement.zen;
        if height >= 10 && !arrangement.zen {
            panes.header = take_top(&mut rest, 1);
            panes.top_rule = take_top(&mut rest, 1);
        }
        if height >= 4 {
            panes.hints = take_bottom(&mut rest, 1);
        }
        if (wide || reading) && !arrangement.zen {
            panes.panel = take_bottom(&mut rest, arrangement.panel_height(height));
        }
        if wide {
            let list = arrangement.list_width(width);
            panes.list = Rect { width: list, ..rest };
            panes.divider = Rect { x: list, width: 1, ..rest };
            panes.text = Rect { x: list + 1, width: width - list - 1, ..rest };
        } else if reading {
            panes.text = rest;
        } else {
            panes.list = rest;
        }
        panes
    }

    /// One part below the other: a line that tells what this is, the list or the text, what is told of the meeting in
    /// focus, and a line for notices.
    fn linear(mut rest: Rect, reading: bool, below: u16) -> Self {
        let mut panes = Self { is_linear: true, ..Self::default() };
        let rows = rest.height;
        panes.header = take_top(&mut rest, u16::from(rows >= 3));
        panes.hints = take_bottom(&mut rest, u16::from(rows >= 2));
        if reading {
            // Half of the rows at least are the text's.
            let most = rest.height / 2;
            panes.panel = take_bottom(&mut rest, below.min(most));
            panes.text = rest;
        } else {
            panes.list = rest;
        }
        panes
    }

    /// The columns in which the text itself is drawn, in the middle of its pane.
    pub fn measure(&self) -> Rect {
        let pane = self.text;
        if self.is_linear {
            return pane;
        }
        let air = self.margins.air(pane.width);
        let width = (pane.width - air).min(self.widest);
        // The margin bar and the gap after it stand to the left of the text.
        let x = pane.x + ((pane.width - width) / 2).max(air.min(2));
        let above = u16::from(pane.height >= 8);
        Rect { x, y: pane.y + above, width, height: pane.height - above }
    }
}

/// Where the lines of something laid over the screen stand: over list, text and panel, in a column in the middle,
/// below a heading.
pub fn overlay_inside(width: u16, height: u16) -> Rect {
    let panes = Panes::of(width, height, true, Arrangement::default());
    let above = panes.top_rule.bottom();
    let below = panes.hints.height;
    let rows = height.saturating_sub(above + below);
    let heading = if rows >= 6 { 3 } else { 0 };
    let columns = width.saturating_sub(4).clamp(width.min(1), OVERLAY_WIDTH);
    Rect { x: (width - columns) / 2, y: above + heading, width: columns, height: rows - heading }
}

/// The parts of a list to pick from, laid over the screen like [`overlay_inside`]. Those that do not fit have no area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PickerParts {
    /// One row: what it is for, and how many lines match.
    pub heading: Rect,
    /// One row: the line that is typed.
    pub line: Rect,
    /// One row: a rule.
    pub rule: Rect,
    /// The lines.
    pub items: Rect,
}

/// Where the parts of a list to pick from stand, at most `most` columns wide.
pub fn picker_parts(width: u16, height: u16, most: u16) -> PickerParts {
    let panes = Panes::of(width, height, true, Arrangement::default());
    let columns = width.saturating_sub(4).clamp(width.min(1), most.max(1));
    let rows = height.saturating_sub(panes.top_rule.bottom() + panes.hints.height);
    let mut rest = Rect { x: (width - columns) / 2, y: panes.top_rule.bottom(), width: columns, height: rows };
    let heading = take_top(&mut rest, u16::from(rows >= 5));
    let line = take_top(&mut rest, u16::from(rows >= 2));
    let rule = take_top(&mut rest, u16::from(rows >= 5));
    PickerParts { heading, line, rule, items: rest }
}

/// So tall has a list to be that saved queries are shown above it.
const SAVED_FROM: u16 = 14;
/// Where the parts of a short list stand that leaves the screen above it in sight: `lines` lines, or as many as half of
/// the screen has room for.
pub fn low_picker_parts(width: u16, height: u16, lines: u16) -> PickerParts {
    let hints = Panes::of(width, height, true, Arrangement::default()).hints.height;
    let most = (height / 2).max(3).min(height.saturating_sub(hints));
    let rows = lines.saturating_add(2).min(most);
    let mut rest = Rect { x: 0, y: height - hints - rows, width, height: rows };
    let heading = take_top(&mut rest, u16::from(rows >= 3));
    let line = take_top(&mut rest, u16::from(rows >= 2));
    let inside = |area: Rect| Rect { x: width.min(1), width: width.saturating_sub(2), ..area };
    PickerParts { heading, line: inside(line), rule: Rect::default(), items: inside(rest) }
}

/// The widest thing laid over the screen, but for lists of what is long itself.
pub const OVERLAY_WIDTH: u16 = 84;

fn take_top(rest: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(rest.height);
    let taken = Rect { height: rows, ..*rest };
    rest.y += rows;
    rest.height -= rows;
    taken
}

fn take_bottom(rest: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(rest.height);
    rest.height -= rows;
    Rect { y: rest.y + rest.height, height: rows, ..*rest }
}

/// How the list is divided: its heading, its filter line, and the rows of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListRows {
    /// The saved queries; no area where there are none, or no room.
    pub saved: Rect,
    /// The heading with the count; no area where there is no room.
    pub heading: Rect,
    /// The filter line; no area where there is no room.
    pub filter: Rect,
    /// What helps with the filter line; no area where there is no room.
    pub below: Rect,
    /// The stories.
    pub stories: Rect,
    /// Rows that one story takes, with the blank one after it.
    pub step: u16,
}

impl ListRows {
    /// The parts of a list in this area, with saved queries above it or without, and with so many rows for what helps with
    /// the filter line, of which half of the rows at most are taken from the stories.
    pub fn of(list: Rect, has_saved: bool, below: u16) -> Self {
        let mut rest = list;
        let tall = list.height >= 12;
        let saved = take_top(&mut rest, u16::from(has_saved && list.height >= SAVED_FROM));
        let heading = take_top(&mut rest, u16::from(list.height >= 8));
        let filter = take_top(&mut rest, u16::from(list.height >= 3));
        let below = below.clamp(1, (rest.height / 2).max(1));
        let below = take_top(&mut rest, if list.height >= 8 { below } else { 0 });
        let step = if tall { 3 } else { rest.height.clamp(1, 2) };
        Self { saved, heading, filter, below, stories: rest, step }
    }

    /// Which row of the stories stands at this screen row.
    pub fn row_at(&self, row: u16) -> Option<usize> {
        (self.stories.y..self.stories.bottom()).contains(&row).then(|| usize::from(row - self.stories.y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_has_parts_that_lie_on_the_screen_and_apart_from_each_other() {
        for width in 0..=130 {
            for height in 0..=60 {
                let odd =
                    Arrangement { list: Some(60), panel: Some(20), margins: Margins::Wide, ..Arrangement::default() };
                let zen = Arrangement { zen: true, margins: Margins::Narrow, measure: 140, ..odd };
                for (reading, arrangement) in
                    [(false, Arrangement::default()), (true, Arrangement::default()), (true, odd), (false, zen)]
                {
                    let panes = Panes::of(width, height, reading, arrangement);
                    let screen = Rect::new(0, 0, width, height);
                    let parts =
                        [panes.header, panes.top_rule, panes.list, panes.divider, panes.text, panes.panel, panes.hints];
                    let covered: u32 = parts.iter().map(|part| part.area()).sum();
                    assert_eq!(covered, screen.area(), "{width}x{height}: {panes:?}");
                    assert!(parts.iter().all(|part| part.intersection(screen) == *part), "{width}x{height}: {panes:?}");
                    let measure = panes.measure();
                    assert_eq!(measure.intersection(panes.text), measure, "{width}x{height}: {measure:?}");
                }
            }
        }
    }

    #[test]
    fn the_text_keeps_to_a_comfortable_measure_in_the_middle_of_a_wide_screen() {
        let panes = Panes::of(200, 50, true, Arrangement::default());
        let measure = panes.measure();
        assert_eq!(measure.width, 76);
        let (left, right) = (measure.x - panes.text.x, panes.text.right() - measure.right());
        assert!(left.abs_diff(right) <= 1, "{left} {right}");
        assert_eq!(Panes::of(120, 36, true, Arrangement::default()).measure().width, 72);
    }

    #[test]
    fn a_list_leaves_room_for_the_text_and_a_panel_half_of_the_screen() {
        let greedy = Arrangement { list: Some(100), panel: Some(24), ..Arrangement::default() };
        let panes = Panes::of(80, 24, true, greedy);
        assert_eq!((panes.text.width, panes.panel.height), (LEAST_TEXT, 12));
        let modest = Arrangement { list: Some(0), panel: Some(0), ..Arrangement::default() };
        let panes = Panes::of(200, 50, true, modest);
        assert_eq!((panes.list.width, panes.panel.height), (24, 2));
    }

    #[test]
    fn text_that_stands_alone_has_the_screen_but_for_one_quiet_line() {
        for (width, height) in [(60, 20), (120, 36)] {
            let panes = Panes::of(width, height, true, Arrangement { zen: true, ..Arrangement::default() });
            assert_eq!((panes.text, panes.hints.height), (Rect::new(0, 0, width, height - 1), 1));
        }
    }

    #[test]
    fn margins_take_from_the_line_only_where_the_pane_is_narrow() {
        let of = |width, margins| {
            Panes::of(width, 30, true, Arrangement { margins, ..Arrangement::default() }).measure().width
        };
        assert_eq!(Margins::ALL.iter().map(|margins| of(60, *margins)).collect::<Vec<_>>(), [57, 54, 48]);
        assert_eq!(Margins::ALL.iter().map(|margins| of(200, *margins)).collect::<Vec<_>>(), [76, 76, 76]);
    }

    #[test]
    fn a_narrow_screen_shows_one_pane() {
        let list = Panes::of(79, 24, false, Arrangement::default());
        assert_eq!((list.list.width, list.text.width, list.panel.height), (79, 0, 0));
        let text = Panes::of(79, 24, true, Arrangement::default());
        assert_eq!((text.list.width, text.text.width), (0, 79));
    }

    #[test]
    fn saved_queries_take_a_row_where_there_are_some_and_the_list_is_tall() {
        let rows = |height, has_saved| ListRows::of(Rect::new(0, 2, 30, height), has_saved, 1);
        assert_eq!((rows(20, true).saved.height, rows(20, true).stories.height), (1, 16));
        assert_eq!((rows(20, false).saved.height, rows(20, false).stories.height), (0, 17));
        assert_eq!(rows(SAVED_FROM - 1, true).saved.height, 0);
        assert_eq!(rows(20, true).row_at(7), Some(1));
        assert_eq!(rows(20, true).row_at(5), None);
    }

    #[test]
    fn what_helps_with_the_filter_leaves_half_of_the_rows_to_the_stories() {
        let rows = |height, below| ListRows::of(Rect::new(0, 2, 30, height), false, below);
        assert_eq!((rows(20, 4).below.height, rows(20, 4).stories.height), (4, 14));
        assert_eq!((rows(12, 40).below.height, rows(12, 40).stories.height), (5, 5));
        assert_eq!((rows(8, 0).below.height, rows(7, 4).below.height), (1, 0));
    }
}
