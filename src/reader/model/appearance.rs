//! How the screen is divided and the text is set, as the reader chose it.
//!
//! **In:** settings, and what keys and the mouse changed. **Out:** the [`Arrangement`] of the screen and the
//! [`Typography`] of a page. **Why:** settings give the start; what was changed by hand stands above them and is kept
//! apart, so that it can outlive the session without hiding a change of the settings.

use serde::{Deserialize, Serialize};

use super::{Focus, Model};
use crate::reader::layout::page::Anchor;
use crate::reader::layout::{Arrangement, Margins, Typography};

/// How the screen is divided and the text is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Appearance {
    /// What was chosen by hand.
    pub chosen: Chosen,
    /// Whether the text stands alone.
    pub zen: bool,
    /// The border that the mouse holds.
    pub dragged: Option<Border>,
    /// The row at the top of the text when it was last laid out anew, and what held it there.
    held: Option<(usize, usize, Anchor)>,
}

/// What was chosen by keys and the mouse; `None` for what the settings say. To be kept with the session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Chosen {
    /// The widest line of text, in columns.
    pub measure: Option<u16>,
    /// The air beside it.
    pub margins: Option<Margins>,
    /// Whether the rows of a paragraph end at the margin.
    pub justified: Option<bool>,
    /// Whether English words are divided at the ends of rows.
    pub hyphenated: Option<bool>,
    /// Rows from one line of text to the next: 1 or 2.
    pub spacing: Option<u16>,
    /// Columns of the list.
    pub list: Option<u16>,
    /// Rows of the panel.
    pub panel: Option<u16>,
}

/// A border between two panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Border {
    /// The one between list and text.
    List,
    /// The rule above the panel.
    Panel,
}

impl Model {
    /// How the screen is divided.
    pub(in crate::reader) fn arrangement(&self) -> Arrangement {
        let (chosen, settings) = (&self.appearance.chosen, &self.settings.page);
        Arrangement {
            measure: chosen.measure.unwrap_or(settings.measure),
            margins: chosen.margins.unwrap_or(settings.margins),
            list: chosen.list.or(settings.list),
            panel: chosen.panel.or(settings.panel),
            zen: self.appearance.zen && self.focus == Focus::Text,
            linear: self.linear.rows_below(),
        }
    }

    /// How a page is set that is as wide as the text pane allows.
    pub(in crate::reader) fn typography(&self) -> Typography {
        let (chosen, settings) = (&self.appearance.chosen, &self.settings.page);
        if let Some(spoken) = self.spoken() {
            // Words divided at the ends of rows, and rows stretched, are read wrongly.
            return Typography { columns: self.panes.measure().width, spoken: Some(spoken), ..Typography::default() };
        }
        Typography {
            columns: self.panes.measure().width,
            spoken: None,
            justified: chosen.justified.unwrap_or(settings.justify),
            hyphenated: chosen.hyphenated.unwrap_or(settings.hyphenate),
            // Whatever a kept session says.
            spacing: chosen.spacing.unwrap_or(settings.line_spacing).clamp(1, 2),
        }
    }

    /// Takes what was chosen by hand in an earlier session.
    pub fn arrange(&mut self, chosen: Chosen) {
        self.appearance.chosen = chosen;
        self.settle();
    }

    /// What was chosen by hand, to be kept.
    pub fn arranged(&self) -> Chosen {
        self.appearance.chosen
    }

    /// What holds the row at the top of the text while it is laid out anew. Where nobody scrolled since it was laid out
    /// last, that is what held it then: the text comes back to where it was when its old width comes back.
    pub(super) fn hold(&mut self, story: usize, found: Option<Anchor>) -> Option<Anchor> {
        let before = self.appearance.held.filter(|(of, top, _)| (*of, *top) == (story, self.top) && !self.is_linear());
        before.map(|(.., anchor)| anchor).or(found)
    }

    /// Remembers what holds the row at the top, once the text is laid out.
    pub(super) fn held(&mut self, story: usize, by: Option<Anchor>) {
        self.appearance.held = by.map(|anchor| (story, self.top, anchor));
    }

    /// How far the text is scrolled, in percent; `None` where all of it is in sight.
    pub(in crate::reader) fn progress(&self) -> Option<usize> {
        self.page()?;
        let last = self.last_top();
        (last > 0).then(|| self.top * 100 / last)
    }
}
