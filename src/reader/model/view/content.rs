//! What a view can show.
//!
//! **In:** nothing. **Out:** [`Content`], and the rows that it is made of. **Why:** the cursor, scrolling, looking for words,
//! the mouse, drawing, linear mode and copying are written once and do the same in every view; a view only says which
//! rows there are and where each leads.

use std::fmt::Debug;
use std::ops::Range;

use super::View;
use crate::dossier::Source;
use crate::language::NameKind;
use crate::library::Library;
use crate::links::MentionRef;
use crate::search::find;

/// What a view shows: rows, and stops among them that the cursor walks.
///
/// It never changes: it is made anew when the width, the filter or the library changes. Rows are made while they are in
/// sight only, so that nothing may cost time for those that are not. Stops are numbered in reading order.
pub trait Content: Debug + Send + Sync {
    /// The heading, from the left.
    fn title(&self) -> Vec<Cell>;

    /// At the right end of the heading: `7 meetings`, `3 of 7 meetings`.
    fn count(&self) -> Option<String> {
        None
    }

    /// Rows that stay above those that scroll, with the cursor on the stop `at`.
    fn head(&self, _library: &Library, _at: usize) -> Vec<Row> {
        Vec::new()
    }

    /// How many rows [`head`](Self::head) has. It is asked several times a frame, and should not make them.
    fn head_rows(&self, library: &Library, at: usize) -> usize {
        self.head(library, at).len()
    }

    /// How many rows scroll.
    fn rows(&self) -> usize;

    /// The row of this number, with the cursor on the stop `at`.
    fn row(&self, library: &Library, number: usize, at: usize) -> Row;

    /// Whether these words stand in the rows of a stop, with the cursor on the stop `at`. Asked of very many stops, by several
    /// threads at once.
    fn has_words(&self, library: &Library, stop: usize, at: usize, words: &str) -> bool {
        let mut rows = self.rows_of(stop).map(|row| self.row(library, row, at));
        rows.any(|row| row.cells.iter().any(|cell| !find(&cell.words, words).is_empty()))
    }

    /// The place in the file of the correction at a stop.
    fn correction(&self, _stop: usize) -> Option<usize> {
        None
    }

    /// The place, among what could not be read of the file of corrections, of what stands at a stop.
    fn unread_correction(&self, _stop: usize) -> Option<usize> {
        None
    }

    /// How many things the cursor can stand on; by default every row.
    fn stops(&self) -> usize {
        self.rows()
    }

    /// The rows of a stop, among those that scroll.
    fn rows_of(&self, stop: usize) -> Range<usize> {
        stop..stop + 1
    }

    /// The rows of a stop that heads others, with all that stands below it.
    fn block_of(&self, _stop: usize) -> Option<Range<usize>> {
        None
    }

    /// The columns of a stop, where it does not take its rows for itself alone.
    fn columns_of(&self, _stop: usize) -> Option<Range<u16>> {
        None
    }

    /// The stop that is drawn at this row and column, for the mouse.
    fn stop_at(&self, row: usize, _column: u16) -> Option<usize> {
        (row < self.stops()).then_some(row)
    }

    /// The stop that an arrow key leads to; `None` where it leads nowhere.
    fn step(&self, stop: usize, towards: Towards) -> Option<usize> {
        match towards {
            Towards::Up => stop.checked_sub(1),
            Towards::Down => Some(stop + 1).filter(|next| *next < self.stops()),
            Towards::Left | Towards::Right => None,
        }
    }

    /// The stop to begin with, for one who comes from here.
    fn start(&self, _library: &Library, _from: From) -> usize {
        0
    }

    /// The stop to stand on once something narrowed the view: what is asked for most.
    fn best(&self) -> usize {
        0
    }

    /// What Enter follows.
    fn target(&self, library: &Library, stop: usize) -> Option<Target>;

    /// The words behind it: what is quoted and cited.
    fn source(&self, library: &Library, stop: usize) -> Option<Source> {
        self.target(library, stop)?.source(library)
    }

    /// Whether something is told below the rows about the thing under the cursor.
    fn has_detail(&self) -> bool {
        false
    }

    /// That, in so many columns.
    fn detail(&self, _library: &Library, _stop: usize, _columns: u16) -> Vec<Row> {
        Vec::new()
    }

    /// The stop with the next thing that stories disagree about, or the one before, round and round.
    fn disagreement(&self, _from: usize, _forward: bool) -> Option<usize> {
        None
    }

    /// The meeting that a stop tells of, where several are told of one after the other.
    fn meeting_of(&self, _stop: usize) -> Option<usize> {
        None
    }

    /// The first stop that tells of a meeting, where several are told of one after the other.
    fn stop_of(&self, _meeting: usize) -> Option<usize> {
        None
    }

    /// What is said where there are no rows.
    fn empty(&self) -> &str;

    /// Whether `/` narrows what is shown; otherwise it looks for words in it.
    fn is_filtered(&self) -> bool {
        false
    }
}

/// Where someone comes from who opens a view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct From {
    /// The story that is read, or chosen in the list.
    pub story: Option<usize>,
    /// The telling of a meeting that is in focus in it.
    pub mention: Option<MentionRef>,
    /// The words in focus in it.
    pub source: Option<Source>,
}

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Towards {
    Up,
    Down,
    Left,
    Right,
}

/// Where something leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// To words of a story.
    Passage(Source),
    /// To the first words of a story that tell of a meeting.
    Mention(MentionRef),
    /// To another view.
    View(View),
    /// To the beginning of a story.
    Story(usize),
}

impl Target {
    /// The words that it leads to.
    pub fn source(self, library: &Library) -> Option<Source> {
        match self {
            Self::Passage(source) => Some(source),
            Self::Mention(mention) => {
                let passage = *library.mention(mention)?.evidence.first()?;
                Some(Source { story: mention.story, passage })
            }
            Self::View(_) | Self::Story(_) => None,
        }
    }
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What stands in it, from left to right.
    pub cells: Vec<Cell>,
    /// What is said of it in linear mode, where the words of its cells one after the other would not do; empty for
    /// nothing at all.
    pub spoken: Option<String>,
}

/// Words at a place in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The first column, counted from that of the view.
    pub column: u16,
    /// How many columns they may take; what is longer is cut, with an ellipsis.
    pub width: u16,
    /// The words, clean.
    pub words: String,
    /// What they are.
    pub role: Role,
    /// Whether they end at the last of these columns.
    pub is_right: bool,
}

/// What words in a view are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Plain words.
    #[default]
    Base,
    /// Beside the point.
    Muted,
    /// Lines that only separate; never words.
    Faint,
    /// Headings.
    Strong,
    /// What can be followed.
    Accent,
    /// A name of this kind.
    Name(NameKind),
    /// Words that tell a day.
    Date,
    /// What stories disagree about. It stands beside a sign that says so.
    Differs,
    /// What is wrong.
    Wrong,
    /// Lines that belong to the thing under the cursor; never words.
    Line,
    /// What is looked for, or lit because of the thing under the cursor.
    Lit,
}

impl Cell {
    /// Words from this column on, as wide as they are.
    pub fn new(column: u16, words: impl Into<String>, role: Role) -> Self {
        Self { column, width: u16::MAX, words: words.into(), role, is_right: false }
    }

    /// The same, cut to so many columns.
    #[must_use]
    pub const fn within(mut self, width: u16) -> Self {
        self.width = width;
        self
    }

    /// The same, ending at the last of so many columns.
    #[must_use]
    pub const fn right(mut self, width: u16) -> Self {
        (self.width, self.is_right) = (width, true);
        self
    }
}

impl Row {
    /// A row of these cells.
    pub const fn new(cells: Vec<Cell>) -> Self {
        Self { cells, spoken: None }
    }

    /// An empty row.
    pub const fn blank() -> Self {
        Self::new(Vec::new())
    }

    /// The same, told in these words.
    #[must_use]
    pub fn said(mut self, words: impl Into<String>) -> Self {
        self.spoken = Some(words.into());
        self
    }

    /// The words of its cells, one after the other: what is looked for in, and copied.
    pub fn words(&self) -> String {
        let words = self
            .cells
            .iter()
            .filter(|cell| !matches!(cell.role, Role::Faint | Role::Line))
            .map(|cell| cell.words.trim());
        words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// What is said of it in linear mode.
    pub fn told(&self) -> String {
        self.spoken.clone().unwrap_or_else(|| self.words())
    }
}
