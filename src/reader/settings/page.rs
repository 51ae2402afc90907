//! Settings of how the screen is divided and the text is set, before anybody changes it by hand.

use crate::reader::layout::{MEASURE, Margins};

/// How a page looks from the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSettings {
    /// The widest line of text, in columns.
    pub measure: u16,
    /// The air beside it.
    pub margins: Margins,
    /// Whether the rows of a paragraph end at the margin.
    pub justify: bool,
    /// Whether English words are divided at the ends of rows.
    pub hyphenate: bool,
    /// Rows from one line of text to the next: 1 or 2.
    pub line_spacing: u16,
    /// Columns of the list; `None` for what suits the screen.
    pub list: Option<u16>,
    /// Rows of the panel; `None` for what suits the screen.
    pub panel: Option<u16>,
}

impl Default for PageSettings {
    fn default() -> Self {
        Self {
            measure: MEASURE,
            margins: Margins::Normal,
            justify: false,
            hyphenate: false,
            line_spacing: 1,
            list: None,
            panel: None,
        }
    }
}
