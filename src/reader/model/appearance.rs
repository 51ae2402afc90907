//! How the screen is divided and the text is set, as the reader chose it.
//!
//! **In:** settings, and what keys and the mouse changed. **Out:** the [`Arrangement`] of the screen and the
//! [`Typography`] of a page. **Why:** both follow from the same few choices, which outlive the session.

use super::Model;
use crate::reader::layout::{Arrangement, Typography};

/// What was chosen by keys and the mouse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Appearance {
    /// Whether the text stands alone.
    pub zen: bool,
}

impl Model {
    /// How the screen is divided.
    pub(in crate::reader) fn arrangement(&self) -> Arrangement {
        Arrangement { zen: self.appearance.zen, ..Arrangement::default() }
    }

    /// How a page is set that is as wide as the text pane allows.
    pub(in crate::reader) fn typography(&self) -> Typography {
        Typography { columns: self.panes.measure().width, ..Typography::default() }
    }
}
