//! A look at what Enter would lead to, without going there.
//!
//! **In:** where someone is: in the list, in a text, in a view. **Out:** a [`Peek`]: rows of what Enter follows, and the
//! rectangle that it is laid in. **Why:** whether another story is worth going to shows in the sentences around its
//! words; whoever only wants those should not have to come back.

mod rows;

use ratatui::layout::Rect;

use super::view::{Row, Target, View};
use super::{Focus, Model};
use crate::dossier::Source;
use crate::links::Tier;
use crate::reader::model::kin::Kin;

/// From this width on it stands at the right, in columns.
const BESIDE: u16 = 100;
/// How wide it is there at least and at most.
const WIDTHS: (u16, u16) = (56, 84);
/// From this height on it leaves the upper part of the screen in sight, in rows.
const BELOW: u16 = 10;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Words of a story, and how sure it is that they belong to what is read.
    Words(Source, Option<Tier>),
    /// A story from its beginning.
    Story(usize),
    /// A view.
    View(View),
    /// Nothing leads on from here.
    Nothing,
}

/// An open look.
#[derive(Clone, Debug)]
pub struct Peek {
    /// What it is for, and the room that it was made for; made anew when either changes.
    made_for: Option<(Subject, (u16, u16), bool)>,
    /// What it shows.
    pub rows: Vec<Row>,
    /// The first row in sight, of those that scroll.
    pub top: usize,
    /// How many of the rows stay: what it is.
    pub head: usize,
}

impl Peek {
    /// One that is made by and by.
    pub const fn new() -> Self {
        Self { made_for: None, rows: Vec::new(), top: 0, head: 0 }
    }
}

impl Default for Peek {
    fn default() -> Self {
        Self::new()
    }
}

impl Model {
    /// What Enter would lead to from here.
    pub(in crate::reader) fn subject_of_peek(&self) -> Subject {
        if let Some(open) = self.view() {
            let target = open.content.target(&self.library, open.at.cursor);
            return match target {
                Some(Target::Story(story)) => Subject::Story(story),
                Some(Target::View(view)) => Subject::View(view),
                other => {
                    let source = other.and_then(|target| target.source(&self.library)).or_else(|| self.view_source());
                    source.map_or(Subject::Nothing, |source| Subject::Words(source, None))
                }
            };
        }
        if self.peeks_at_others() {
            return self.panel.chosen().map_or(Subject::Nothing, |kin| self.subject_of_kin(kin));
        }
        self.stories.chosen().map_or(Subject::Nothing, Subject::Story)
    }

    /// Whether a look is one at the other story of the meeting: from the text, and from a list beside which the story that is
    /// chosen stands already.
    pub(in crate::reader) fn peeks_at_others(&self) -> bool {
        let in_sight = self.panes.divider.width > 0 && self.shown == self.stories.chosen();
        self.view().is_none() && (self.focus == Focus::Text || in_sight)
    }

    fn subject_of_kin(&self, kin: &Kin) -> Subject {
        let words = kin.words(&self.library);
        words.map_or(Subject::Story(kin.story), |words| Subject::Words(words, Some(kin.sureness())))
    }

    /// Where it is laid, its rule among it.
    pub(in crate::reader) fn peek_area(&self) -> Rect {
        let (width, height) = self.size;
        let top = self.panes.top_rule.bottom();
        let rows = height.saturating_sub(top + self.panes.hints.height);
        if self.view().is_some() {
            return self.peek_area_in_view(Rect { x: 0, y: top, width, height: rows });
        }
        let divider = self.panes.divider;
        let wide = match () {
            // The list stays in sight.
            () if divider.width > 0 => width.saturating_sub(divider.x),
            () if width >= BESIDE => (width / 20 * 11).clamp(WIDTHS.0, WIDTHS.1),
            () => width,
        };
        let tall = if rows >= BELOW { (rows / 5 * 3).max(BELOW - 2) } else { rows };
        Rect { x: width - wide.min(width), y: (top + rows).saturating_sub(tall), width: wide, height: tall }
    }

    /// The row from which on an open look covers this area from edge to edge; `None` where it does not.
    pub(in crate::reader) fn rows_above_peek(&self, area: Rect) -> Option<u16> {
        let peek = self.peek.as_ref().map(|_| self.peek_area())?;
        (peek.x <= area.x && peek.right() >= area.right() && peek.bottom() >= area.bottom()).then_some(peek.y)
    }

    /// The row from which on an open look lies over some of an area, down to its end; `None` where it does not.
    pub(in crate::reader) fn rows_below_peek(&self, area: Rect) -> Option<u16> {
        let peek = self.peek.as_ref().map(|_| self.peek_area())?;
        let is_beside = peek.x >= area.right() || peek.right() <= area.x;
        (!is_beside && peek.bottom() >= area.bottom()).then_some(peek.y)
    }

    /// Where it is laid over a view: across all of it, so that no column of the row that is looked at from is covered; below
    /// that row, or above it where there is more room.
    fn peek_area_in_view(&self, room: Rect) -> Rect {
        let wanted = if room.height >= BELOW { (room.height / 5 * 3).max(BELOW - 2) } else { room.height };
        let Some(open) = self.view().filter(|_| room.height >= BELOW) else { return room };
        let body = self.view_parts().body;
        let rows = open.content.rows_of(open.at.cursor);
        let row = |number: usize| {
            let below = u16::try_from(number.saturating_sub(open.at.top)).unwrap_or(u16::MAX);
            body.y.saturating_add(below).clamp(room.y, room.bottom())
        };
        // Of a row that is half a screen high its beginning is enough.
        let (begins, ends) = (row(rows.start), row(rows.end.min(rows.start + 2)));
        let (above, below) = (begins - room.y, room.bottom() - ends);
        if below >= above || below >= wanted {
            let height = wanted.min(below);
            Rect { y: room.bottom() - height, height, ..room }
        } else {
            Rect { height: wanted.min(above), ..room }
        }
    }

    /// Where its words stand.
    pub(in crate::reader) fn peek_inside(&self) -> Rect {
        let area = self.peek_area();
        let margin = if area.width >= 30 { 2 } else { 1 };
        Rect {
            x: area.x + margin,
            y: area.y + u16::from(area.height > 1),
            width: area.width.saturating_sub(2 * margin).min(WIDTHS.1),
            height: area.height.saturating_sub(1 + u16::from(self.is_peek_above())),
        }
    }

    /// Whether it stands above the row that is looked at from, and needs a rule below.
    pub(in crate::reader) fn is_peek_above(&self) -> bool {
        self.view().is_some() && self.peek_area().bottom() < self.size.1.saturating_sub(self.panes.hints.height)
    }

    /// How many of its rows that scroll are in sight.
    pub(in crate::reader) fn peek_height(&self) -> usize {
        let rows = if self.is_linear() { self.linear_rows(0) } else { usize::from(self.peek_inside().height) };
        rows.saturating_sub(self.peek.as_ref().map_or(0, |peek| peek.head)).max(1)
    }

    /// Brings an open look in line with where someone is now.
    pub(super) fn settle_peek(&mut self) {
        let Some(peek) = &self.peek else { return };
        let columns = if self.is_linear() { self.size.0 } else { self.peek_inside().width };
        let wanted = (self.subject_of_peek(), (columns, self.size.1), self.is_linear());
        if peek.made_for != Some(wanted) {
            let rows::Made { rows, head, lit } = self.peek_rows(wanted.0, columns);
            let head = if self.peek_area().height < BELOW { head.min(1) } else { head };
            self.peek = Some(Peek { made_for: Some(wanted), rows, top: 0, head });
            // The words are in sight, with what stands before them as far as there is room.
            let height = self.peek_height();
            if let Some(peek) = &mut self.peek {
                peek.top = lit.saturating_sub(head).saturating_sub(height / 3);
            }
        }
        self.scroll_peek(0);
    }

    /// Scrolls by rows, as far as there are any.
    pub(in crate::reader) fn scroll_peek(&mut self, rows: isize) {
        let height = self.peek_height();
        let Some(peek) = &mut self.peek else { return };
        let last = peek.rows.len().saturating_sub(peek.head).saturating_sub(height);
        peek.top = peek.top.saturating_add_signed(rows).min(last);
    }
}
