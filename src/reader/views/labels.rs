//! Letters over links: bold and reversed, so that they stand out without colour.

use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

use super::pen::write;
use crate::reader::model::Model;
use crate::reader::model::whereabouts::Awaited;

pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let Some(Awaited::Label(labels)) = model.awaited() else { return };
    let screen = *buffer.area();
    let style = model.theme.accent.add_modifier(Modifier::BOLD | Modifier::REVERSED);
    for label in labels.left() {
        // What is typed already need not be read any more.
        let (typed, rest) = label.letters.split_at(labels.typed.len().min(label.letters.len()));
        let x = write(buffer, screen, label.x, label.y, typed, Style { bg: model.theme.base.bg, ..model.theme.muted });
        write(buffer, screen, x, label.y, rest, style);
    }
}
