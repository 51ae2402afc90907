//! Writing into cells.
//!
//! **In:** words, a style, and the rectangle that they may not leave. **Out:** the column after them. **Why:** every
//! view writes words one after the other until the room ends; the edges are looked after here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::text::width::{truncate, width};

/// Writes `words` from column `x` on, as far as `area` goes; gives the column after them.
pub(super) fn write(buffer: &mut Buffer, area: Rect, x: u16, y: u16, words: &str, style: Style) -> u16 {
    let area = area.intersection(*buffer.area());
    if y < area.y || y >= area.bottom() || x < area.x || x >= area.right() {
        return x;
    }
    let room = usize::from(area.right() - x);
    // Attributes of what was there before (a rule, mostly) must not shine through; its background may.
    let style = Style { sub_modifier: Modifier::all().difference(style.add_modifier), ..style };
    // Texts are drawn letter by letter, and nearly all of their letters are these: no clusters to look for, no width to ask.
    if let [b' '..=b'~'] = words.as_bytes() {
        if let Some(cell) = buffer.cell_mut((x, y)) {
            cell.set_symbol(words).set_style(style);
        }
        return x + 1;
    }
    buffer.set_stringn(x, y, words, room, style).0
}

/// Writes `words` cut to `columns`, with an ellipsis where something was cut.
pub(super) fn write_cut(
    buffer: &mut Buffer,
    area: Rect,
    (x, y): (u16, u16),
    words: &str,
    columns: usize,
    style: Style,
) -> u16 {
    write(buffer, area, x, y, &truncate(words, columns), style)
}

/// Writes words of several styles one after the other.
pub(super) fn write_all(buffer: &mut Buffer, area: Rect, x: u16, y: u16, words: &[(String, Style)]) -> u16 {
    words.iter().fold(x, |x, (words, style)| write(buffer, area, x, y, words, *style))
}

/// The same, with an ellipsis where something was cut; the last column stays free.
pub(super) fn write_all_cut(buffer: &mut Buffer, area: Rect, x: u16, y: u16, words: &[(String, Style)]) -> u16 {
    let end = area.right().saturating_sub(1);
    let mut at = x;
    for (words, style) in words {
        let left = usize::from(end.saturating_sub(at));
        at = write_cut(buffer, area, (at, y), words, left, *style);
        if width(words) > left {
            break;
        }
    }
    at
}

/// How many columns words of several styles take.
pub(super) fn columns(words: &[(String, Style)]) -> u16 {
    words.iter().map(|(words, _)| to_u16(width(words))).fold(0, u16::saturating_add)
}

/// Draws a line of one sign.
pub(super) fn rule(buffer: &mut Buffer, area: Rect, sign: &str, style: Style) {
    for y in area.y..area.bottom() {
        for x in area.x..area.right() {
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.set_symbol(sign).set_style(style);
            }
        }
    }
}

/// Makes an area empty: nothing of what was drawn there before shines through.
pub(super) fn clear(buffer: &mut Buffer, area: Rect, style: Style) {
    for y in area.y..area.bottom() {
        for x in area.x..area.right() {
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }
}

/// Draws one sign.
pub(super) fn sign(buffer: &mut Buffer, x: u16, y: u16, sign: &str, style: Style) {
    rule(buffer, Rect { x, y, width: 1, height: 1 }, sign, style);
}

/// A number of columns as screens count them.
pub(super) fn to_u16(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_letter_is_written_as_a_word_of_one_letter_is() {
        let area = Rect { x: 1, y: 0, width: 3, height: 1 };
        let style = Style::new().add_modifier(Modifier::BOLD);
        for words in ["a", " ", "~", "é", "国", "\u{301}"] {
            for x in 0..6 {
                let mut buffers = [(); 2].map(|()| Buffer::with_lines(["uvwxyz"]));
                let [one, other] = &mut buffers;
                rule(one, *one.area(), "─", Style::new().add_modifier(Modifier::DIM));
                rule(other, *other.area(), "─", Style::new().add_modifier(Modifier::DIM));
                let end = write(one, area, x, 0, words, style);
                let inside = (area.x..area.right()).contains(&x);
                let full = Style { sub_modifier: Modifier::all().difference(style.add_modifier), ..style };
                let room = usize::from(area.right().saturating_sub(x));
                let expected = if inside { other.set_stringn(x, 0, words, room, full).0 } else { x };
                assert_eq!((end, &*one), (expected, &*other), "{words:?} at {x}");
            }
        }
    }
}
