//! How the screen is divided, and how its text is set.
//!
//! **In:** what readers chose by keys and settings. **Out:** [`Arrangement`], by which [`Panes`](super::Panes) divides
//! the screen, and [`Typography`], by which a story is laid out.
//! **Why:** whatever changes the rows of a page is in one value: pages are kept by it, and two pages of the same story
//! are the same if their typography is.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::reader::model::names::ShownNames;
use crate::reader::settings::Labels;

/// The widest line of text, in columns, where nobody chose another.
///
/// Between 45 and 75 characters a line are read best, 66 is the ideal (Robert Bringhurst, *The Elements of Typographic
/// Style*, 2.1.2); numbers of meetings and the indent of quotations take some more.
pub const MEASURE: u16 = 76;

/// The widest lines of text that can be chosen, in columns.
pub const MEASURES: RangeInclusive<u16> = 30..=140;

/// The columns that a list can have. Of a narrower one no title could be told.
pub const LISTS: RangeInclusive<u16> = 24..=100;

/// The columns that a list leaves to the text.
pub const LEAST_TEXT: u16 = 32;

/// The rows that a panel can have, its rule among them.
pub const PANELS: RangeInclusive<u16> = 2..=24;

/// How much air there is beside the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Margins {
    /// As little as the bar beside the text leaves.
    Narrow,
    /// Some.
    #[default]
    Normal,
    /// Twice as much.
    Wide,
}

impl Margins {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Narrow, Self::Normal, Self::Wide];

    /// The word in `config.toml`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Narrow => "narrow",
            Self::Normal => "normal",
            Self::Wide => "wide",
        }
    }

    /// The next one, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Narrow => Self::Normal,
            Self::Normal => Self::Wide,
            Self::Wide => Self::Narrow,
        }
    }

    /// The columns that stay free in a pane of this width: at the left two for the bar and its gap, the rest shared.
    pub(super) const fn air(self, pane: u16) -> u16 {
        match (self, pane) {
            (_, 0..12) => 0,
            (Self::Narrow, _) => 3,
            (Self::Normal, 12..40) => 4,
            (Self::Normal, 40..80) => 6,
            (Self::Normal, _) => 9,
            (Self::Wide, 12..40) => 8,
            (Self::Wide, 40..80) => 12,
            (Self::Wide, _) => 18,
        }
    }
}

/// How the screen is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// The widest line of text, in columns.
    pub measure: u16,
    /// The air beside it.
    pub margins: Margins,
    /// Columns of the list; `None` for what suits the width of the screen.
    pub list: Option<u16>,
    /// Rows of the panel, its rule among them; `None` for what suits the height of the screen.
    pub panel: Option<u16>,
    /// Whether the text stands alone.
    pub zen: bool,
    /// One thing below the other, with nothing drawn around it; and how many rows below the text tell of the meeting in
    /// focus. `None` for panes.
    pub linear: Option<u16>,
}

impl Default for Arrangement {
    fn default() -> Self {
        Self { measure: MEASURE, margins: Margins::Normal, list: None, panel: None, zen: false, linear: None }
    }
}

impl Arrangement {
    /// The columns of the list on a screen that shows list and text side by side.
    pub(super) fn list_width(&self, width: u16) -> u16 {
        let most = width.saturating_sub(LEAST_TEXT + 1).clamp(*LISTS.start(), *LISTS.end());
        match self.list {
            Some(columns) => columns.clamp(*LISTS.start(), most),
            None => (width * 8 / 25).clamp(28, 46),
        }
    }

    /// The rows of the panel: all of its facts where there is room, one line where there is little, at most half of the
    /// screen.
    pub(in crate::reader) fn panel_height(&self, height: u16) -> u16 {
        match (self.panel, height) {
            (_, 0..9) => 0,
            (Some(rows), _) => rows.clamp(*PANELS.start(), (height / 2).min(*PANELS.end())),
            (None, 9..12) => 2,
            (None, 12..18) => 4,
            (None, 18..28) => 6,
            (None, 28..44) => 7,
            (None, _) => 8,
        }
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
    /// Whether links and kinds of names are told in words, and of which names; `None` for signs and styles.
    pub spoken: Option<Spoken>,
}

/// What is told in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Which mentions of a name are followed by its kind.
    pub labels: Labels,
    /// Of which kinds of names.
    pub names: ShownNames,
}
