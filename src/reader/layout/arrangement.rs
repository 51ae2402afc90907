//! How the screen is divided, and how its text is set.
//!
//! **In:** what readers chose by keys and settings. **Out:** [`Arrangement`], by which [`Panes`](super::Panes) divides
//! the screen, and [`Typography`], by which a story is laid out.
//! **Why:** whatever changes the rows of a page is in one value: pages are kept by it, and two pages of the same story
//! are the same if their typography is.

/// The widest line of text, in columns, where nobody chose another.
///
/// Between 45 and 75 characters a line are read best, 66 is the ideal (Robert Bringhurst, *The Elements of Typographic
/// Style*, 2.1.2); numbers of meetings and the indent of quotations take some more.
pub const MEASURE: u16 = 76;

/// How the screen is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// The widest line of text, in columns.
    pub measure: u16,
    /// Columns of the list; `None` for what suits the width of the screen.
    pub list: Option<u16>,
    /// Rows of the panel, its rule among them; `None` for what suits the height of the screen.
    pub panel: Option<u16>,
    /// Whether the text stands alone.
    pub zen: bool,
}

impl Default for Arrangement {
    fn default() -> Self {
        Self { measure: MEASURE, list: None, panel: None, zen: false }
    }
}

/// How the rows of a story are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Typography {
    /// The width of a row, in columns.
    pub columns: u16,
    /// Whether the rows of a paragraph end at the margin.
    pub justified: bool,
    /// Whether English words are divided at the ends of rows.
    pub hyphenated: bool,
    /// Rows from one line of text to the next: 1 or 2.
    pub spacing: u16,
}
