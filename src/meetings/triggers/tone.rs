//! A sentence in, what it is like as a whole out: whether it speaks of a telephone, whether its capitals say anything.
//!
//! **Why:** verbs ask for it, and few sentences have one that does; a sentence of thousands of verbs is still looked through
//! once.

use std::cell::OnceCell;

use super::PHONE;
use crate::language::Line;

/// What a sentence is like as a whole.
///
/// Most sentences are never asked, none is asked twice.
pub(super) struct Tone<'l, 'a> {
    line: &'l Line<'a>,
    on_phone: OnceCell<bool>,
    all_capitals: OnceCell<bool>,
}

impl<'l, 'a> Tone<'l, 'a> {
    /// The tone of this sentence.
    pub(super) const fn of(line: &'l Line<'a>) -> Self {
        Self { line, on_phone: OnceCell::new(), all_capitals: OnceCell::new() }
    }

    /// Whether words of the telephone stand somewhere in it.
    pub(super) fn on_phone(&self) -> bool {
        *self.on_phone.get_or_init(|| self.line.holds(0..self.line.len(), PHONE))
    }

    /// Whether capitals say nothing about names in it.
    pub(super) fn is_all_capitals(&self) -> bool {
        *self.all_capitals.get_or_init(|| self.line.is_all_capitals())
    }
}
