//! A list to pick from: a heading, the line that is typed, the lines that match with their letters lit.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::pen::{clear, rule, to_u16, write, write_cut};
use super::sidebar::lit;
use crate::reader::layout::PickerParts;
use crate::reader::model::Model;
use crate::search::Chosen;
use crate::text::Span;
use crate::text::width::width;
use crate::text::wrap::{Breaks, wrap};

/// Between a line and what stands at its right.
const GAP: u16 = 2;

/// Columns that a line has at least, beside what stands at its right.
const LEAST: u16 = 24;

/// Draws it; gives the place of the cursor.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) -> Option<Position> {
    let picker = model.picker.as_ref()?;
    let (theme, parts) = (&model.theme, model.picker_parts());
    heading(model, buffer, &parts);
    let x = write(buffer, parts.line, parts.line.x, parts.line.y, "› ", theme.accent);
    let (before, after) = picker.input.parts();
    let cursor = write(buffer, parts.line, x, parts.line.y, before, theme.base);
    write(buffer, parts.line, cursor, parts.line.y, after, theme.base);
    let inside = parts.items;
    let step = picker.step(inside.height);
    let rows = (inside.y..inside.bottom()).step_by(usize::from(step));
    for (y, (at, chosen)) in rows.zip(picker.matches.iter().enumerate().skip(picker.top)) {
        let label = picker.first_row(chosen.index);
        let label =
            if step > 1 { label } else { picker.items.get(chosen.index).map_or("", |item| item.label.as_str()) };
        let area = Rect { y, height: 1, ..inside };
        let is_chosen = at == picker.cursor;
        let detail = picker.detail(chosen);
        let under = picker.below.get(chosen.index).filter(|_| step > 1);
        // Where nothing else stands in the second row, what does not fit into the first one goes on there.
        let left = usize::from(parts_of(area, &detail).0.width);
        let rest = under.filter(|under| under.is_empty()).and_then(|_| rest_of(label, left));
        let first = rest.map_or(label, |from| label.get(..from).unwrap_or(label).trim_end());
        one(model, buffer, area, (first, chosen), &detail, is_chosen);
        if let Some(words) = under {
            let words = rest.and_then(|from| label.get(from..)).unwrap_or(words);
            let area = Rect { y: y + 1, ..area }.intersection(inside);
            // Letters that were found below stand that much further left there.
            let whole = picker.items.get(chosen.index).map_or(label, |item| item.label.as_str());
            let from = rest.unwrap_or_else(|| whole.len() - words.len().min(whole.len()));
            let is_of_label = rest.is_some() || label.len() < whole.len();
            let found =
                chosen.lit.iter().filter(|_| is_of_label).filter_map(|at| at.checked_sub(from)).collect::<Vec<_>>();
            let style = if rest.is_some() { theme.base_text() } else { theme.muted };
            below(model, buffer, area, (words, &found), is_chosen, style);
        }
    }
    if picker.matches.is_empty() {
        nothing(buffer, inside, picker.nothing(), theme.muted);
    }
    Some(Position { x: cursor.min(parts.line.right().saturating_sub(1)), y: parts.line.y })
}

/// Why nothing can be picked, in as many rows as it takes.
fn nothing(buffer: &mut Buffer, inside: Rect, words: &str, style: Style) {
    let columns = usize::from(inside.width.saturating_sub(3));
    let rows = wrap(words, Span::whole(words), columns, Breaks::Reflow);
    for (y, row) in (inside.y..inside.bottom()).zip(&rows) {
        write(buffer, inside, inside.x + 2, y, row.span.of(words), style);
    }
}

/// What the list is for, and how many lines match; where the screen stays in sight above it, on a rule.
fn heading(model: &Model, buffer: &mut Buffer, parts: &PickerParts) {
    let Some(picker) = &model.picker else { return };
    let (theme, area) = (&model.theme, parts.heading);
    let (mut title, mut count) =
        (picker.title().to_owned(), format!("{} of {}", picker.matches.len(), picker.items.len()));
    if picker.kind.covers() {
        rule(buffer, parts.rule, "─", theme.faint);
    } else {
        let below = area.union(parts.items).union(parts.line);
        clear(buffer, Rect { x: 0, width: model.size.0, ..below }, theme.base);
        rule(buffer, area, "━", theme.muted);
        (title, count) = (format!(" {title} "), format!(" {count} "));
    }
    let x = area.x + u16::from(!picker.kind.covers());
    let at = area.right().saturating_sub(to_u16(width(&count)) + u16::from(!picker.kind.covers()));
    let room = usize::from(at.saturating_sub(x + GAP));
    write_cut(buffer, area, (x, area.y), &title, room, theme.accent.add_modifier(Modifier::BOLD));
    write(buffer, area, at, area.y, &count, theme.muted);
}

fn one(
    model: &Model,
    buffer: &mut Buffer,
    area: Rect,
    (label, chosen): (&str, &Chosen),
    detail: &str,
    is_chosen: bool,
) {
    let theme = &model.theme;
    if is_chosen {
        buffer.set_style(area, theme.select);
        write(buffer, area, area.x, area.y, "▌", theme.accent.patch(theme.select));
    }
    let (left, right, detail) = parts_of(area, detail);
    let letters: Vec<usize> = chosen.lit.iter().copied().filter(|at| *at < label.len()).collect();
    lit(model, buffer, left, label, &letters, theme.base_text());
    write_cut(buffer, right, (right.x, right.y), detail, usize::from(right.width), theme.muted);
    if is_chosen {
        buffer.set_style(left, theme.chosen);
    }
}

/// Where the words of a line stand, where what stands at its right, and as much of that as there is room for.
fn parts_of(area: Rect, detail: &str) -> (Rect, Rect, &str) {
    let line = Rect { x: area.x + area.width.min(2), width: area.width.saturating_sub(3), ..area };
    // The last fact, the day mostly, is whole; those before it are left out where there is no room for them.
    let room = usize::from(line.width.saturating_sub(GAP).saturating_sub(LEAST.min(line.width / 2)));
    let detail = fitting(detail, room);
    let wide = to_u16(width(detail)).min(line.width);
    let left = Rect { width: line.width.saturating_sub(wide + GAP), ..line };
    (left, Rect { x: line.right().saturating_sub(wide), width: wide, ..line }, detail)
}

/// Where the words begin that do not fit into so many columns; `None` where all do.
fn rest_of(words: &str, columns: usize) -> Option<usize> {
    if width(words) <= columns {
        return None;
    }
    wrap(words, Span::whole(words), columns, Breaks::Reflow).get(1).map(|row| row.span.start())
}

/// As many of the facts as fit, the last ones.
fn fitting(detail: &str, room: usize) -> &str {
    let mut rest = detail;
    while width(rest) > room {
        match rest.split_once(" · ") {
            Some((_, last)) => rest = last,
            None => break,
        }
    }
    rest
}

/// The second row of a line.
fn below(
    model: &Model,
    buffer: &mut Buffer,
    area: Rect,
    (words, found): (&str, &[usize]),
    is_chosen: bool,
    style: Style,
) {
    let theme = &model.theme;
    if is_chosen {
        buffer.set_style(area, theme.select);
        write(buffer, area, area.x, area.y, "▌", theme.accent.patch(theme.select));
    }
    let inside = Rect { x: area.x + area.width.min(4), width: area.width.saturating_sub(5), ..area };
    lit(model, buffer, inside, words, found, style);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::actions::{Action, Command};
    use crate::reader::fixture::{SUMMIT, library};
    use crate::reader::theme::Theme;
    use crate::reader::update::update;

    #[test]
    fn how_a_day_is_known_is_told_whole_on_a_narrow_screen() {
        let mut model = Model::new(Theme::dark(), 60, 20);
        let mut library = library();
        let day = library.stories[SUMMIT].annotations.published.as_mut().unwrap();
        let long = "its dateline says “SARN, 22 May 2031”, which was a Thursday as its first words say";
        day.reasons = vec![long.to_owned().into(), "its file is named so".to_owned().into()];
        day.neighbours.clear();
        update(&mut model, Action::Loaded(Box::new(library)));
        model.arrive(SUMMIT);
        update(&mut model, Action::Do(Command::Dating));
        let area = Rect::new(0, 0, 60, 20);
        let mut buffer = Buffer::empty(area);
        draw(&model, &mut buffer);
        let rows: Vec<String> =
            (0..area.height).map(|y| (0..area.width).map(|x| buffer[(x, y)].symbol()).collect()).collect();
        let screen = rows.join("\n");
        for words in [
            "Its dateline says “SARN, 22 May 2031”, which was a",
            "Thursday as its first words say",
            "Its file is named so",
        ] {
            assert!(screen.contains(words), "{screen}");
        }
        assert!(!screen.contains('…'), "{screen}");
    }

    #[test]
    fn words_go_on_where_a_row_ends() {
        assert_eq!(rest_of("one two three", 20), None);
        assert_eq!(rest_of("one two three", 8), Some(8));
    }
}
