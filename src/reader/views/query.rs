//! The line that asks, above the list or in a view, and below it what is wrong with it or what could go on.
//!
//! **In:** the model, and where the line stands. **Out:** cells. **Why:** what is typed to narrow a list looks the same
//! everywhere.

use std::iter::once;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use crate::reader::model::Model;
use crate::reader::views::pen::{to_u16, write, write_cut};
use crate::search::Completion;
use crate::text::Span;
use crate::text::width::{ELLIPSIS, width};

/// What a line can ask, for whoever has not typed anything yet: in as many words as there is room for.
const SIGNS: [&str; 3] = ["Tab fields  \"text\"  !not  a | b", "Tab fields \"text\" !not a|b", "Tab \"text\" !not a|b"];

/// Draws the line; gives the place of the cursor where it has the keyboard.
pub(super) fn line(model: &Model, buffer: &mut Buffer, area: Rect) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    let (theme, asked) = (&model.theme, model.query_line());
    let x = write(buffer, area, area.x, area.y, "/ ", theme.accent);
    if !asked.is_typed {
        if asked.before.is_empty() && asked.after.is_empty() {
            write(buffer, area, x, area.y, "filter", theme.muted);
        } else {
            typed(model, buffer, Rect { x, width: area.right().saturating_sub(x), ..area }, 0);
        }
        return None;
    }
    // A long line is shown from where the cursor is still in sight.
    let room = usize::from(area.right().saturating_sub(x + 1));
    let mut shown = asked.before;
    while width(shown) > room {
        let Some(first) = shown.graphemes(true).next().map(str::len) else { break };
        shown = shown.get(first..).unwrap_or_default();
    }
    let area = Rect { x, width: area.right().saturating_sub(x), ..area };
    typed(model, buffer, area, asked.before.len() - shown.len());
    let cursor = x + to_u16(width(shown));
    Some(Position { x: cursor.min(area.right().saturating_sub(1)), y: area.y })
}

/// What is typed, from the byte `from` on, with the part that cannot be understood marked.
fn typed(model: &Model, buffer: &mut Buffer, area: Rect, from: usize) {
    let asked = model.query_line();
    let line = asked.text();
    let wrong = asked.mistake.map_or(Span::default(), |mistake| mistake.span);
    let (start, end) = (wrong.start().clamp(from, line.len().max(from)), wrong.end().clamp(from, line.len().max(from)));
    let part = |from: usize, to: usize| line.get(from..to).unwrap_or_default();
    let theme = &model.theme;
    if asked.is_selected {
        write(buffer, area, area.x, area.y, part(from, line.len()), theme.selection);
        return;
    }
    let mut x = write(buffer, area, area.x, area.y, part(from, start), theme.base);
    x = write(buffer, area, x, area.y, part(start, end), theme.wrong);
    write(buffer, area, x, area.y, part(end, line.len()), theme.base);
}

/// Draws the rows below the line.
pub(super) fn below(model: &Model, buffer: &mut Buffer, area: Rect) {
    if area.is_empty() {
        return;
    }
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let columns = usize::from(area.width);
    let (theme, asked) = (&model.theme, model.query_line());
    if let Some((mistake, _)) = model.mistake_rows() {
        let style = theme.wrong.remove_modifier(Modifier::UNDERLINED);
        for (y, words) in (area.y..area.bottom()).zip(&mistake) {
            write_cut(buffer, area, (area.x, y), words, columns, style);
        }
    } else if asked.is_typed && asked.text().is_empty() {
        let [.., fewest] = SIGNS;
        let signs = SIGNS.into_iter().find(|signs| width(signs) <= columns).unwrap_or(fewest);
        write_cut(buffer, area, (area.x, area.y), signs, columns, theme.muted);
    } else if let Some((completion, chosen)) = model.typing.offered().filter(|_| asked.is_typed) {
        choices(model, buffer, area, completion, chosen);
    }
}

/// The choices side by side, from the chosen one on where they do not all fit.
fn choices(model: &Model, buffer: &mut Buffer, area: Rect, completion: &Completion, chosen: Option<usize>) {
    let theme = &model.theme;
    let shown = |from: usize| completion.choices.iter().enumerate().skip(from);
    let columns = |upto: usize| shown(0).take(upto + 1).map(|(_, one)| width(&one.shown) + 2).sum::<usize>();
    let first = chosen.filter(|at| columns(*at) > usize::from(area.width)).unwrap_or(0);
    let dots = (first > 0).then(|| (format!("{ELLIPSIS} "), theme.muted));
    // Not by colour alone.
    let styled = |at: usize| {
        if Some(at) == chosen { theme.accent.add_modifier(Modifier::BOLD | Modifier::UNDERLINED) } else { theme.muted }
    };
    let words =
        shown(first).flat_map(|(at, one)| once((one.shown.clone(), styled(at))).chain([("  ".into(), Style::new())]));
    let mut x = area.x;
    for (words, style) in dots.into_iter().chain(words) {
        let room = usize::from(area.right().saturating_sub(x));
        if room == 0 {
            break;
        }
        x = write_cut(buffer, area, (x, area.y), &words, room, style);
    }
}
