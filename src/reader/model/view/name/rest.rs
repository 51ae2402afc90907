//! Who of those named beside a name stands on its page, and the page of the others.
//!
//! **Why:** someone of a thousand stories is named beside thousands, most of them by chance. They are one line of the page,
//! which can be opened.

use super::{FIRST, NamePage, Part, number};
use crate::dossier::name::Association;
use crate::reader::model::view::content::{Cell, Role, Row};

impl NamePage {
    /// Those who are left out of the page alone.
    pub(super) fn lay_out_rest(&mut self) {
        let (near, beside) = (self.near(), self.dossier.beside.len());
        self.head.clear();
        self.add_list("Named beside, no closer than chance", "", Part::Beside(near..beside), beside - near);
    }

    /// How many of those named beside it the page tells: who is closer than chance, or, where that can hardly be told, everyone
    /// but those who are farther.
    pub(super) fn near(&self) -> usize {
        let until = |least: Association| self.dossier.beside.partition_point(|one| one.association < least);
        let closer = until(Association::Chance);
        if closer < FIRST { until(Association::Apart) } else { closer }
    }

    /// The line that leads to everyone else named beside it.
    pub(super) fn rest_row(rest: usize) -> Row {
        let words = format!("{} more, no closer than chance would bring about", number(rest));
        Row::new(vec![Cell::new(0, words, Role::Accent)])
    }
}
