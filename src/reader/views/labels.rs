//! Letters over links: bold and reversed, so that they stand out without colour.
//!
//! **In:** the labels of the model. **Out:** cells over the first letters of each link. **Why:** a link in sight is followed by
//! two keys, wherever it stands.

use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

use super::pen::write;
use crate::reader::model::Model;
use crate::reader::model::whereabouts::Awaited;
use crate::text::width::width;

pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let Some(Awaited::Label(labels)) = model.awaited() else { return };
    let screen = *buffer.area();
    let style = model.theme.accent.add_modifier(Modifier::BOLD | Modifier::REVERSED);
    for label in labels.left() {
        // What is typed already need not be read any more.
        // Of a letter two columns wide that begins before them nothing is left: a terminal would draw it over them.
        let half = label.x.checked_sub(1).and_then(|x| buffer.cell_mut((x, label.y)));
        if let Some(cell) = half.filter(|cell| width(cell.symbol()) > 1) {
            cell.set_symbol(" ");
        }
        let (typed, rest) = label.letters.split_at(labels.typed.len().min(label.letters.len()));
        let x = write(buffer, screen, label.x, label.y, typed, Style { bg: model.theme.base.bg, ..model.theme.muted });
        write(buffer, screen, x, label.y, rest, style);
    }
}
