//! The list of stories: two rows each, the matched letters lit, with a head above each group.

mod head;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::pen::{rule, sign, to_u16, write, write_cut};
use super::{query, saved};
use crate::article::{Article, TitleFrom};
use crate::reader::layout::ListRows;
use crate::reader::model::digest::padded_day;
use crate::reader::model::linear::said;
use crate::reader::model::listing::HEADING;
use crate::reader::model::stories::Line;
use crate::reader::model::{Focus, Model};
use crate::search::{Lit, Match};
use crate::text::width::{ELLIPSIS, truncate, width};

/// What stands before a first sentence that serves as title.
const DERIVED: &str = "¶ ";

/// Draws the list; gives the place of the cursor where the filter line has the keyboard.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) -> Option<Position> {
    if model.panes.list.is_empty() {
        return None;
    }
    let rows = model.list_rows();
    saved::line(model, buffer, rows.saved);
    heading(model, buffer, rows.heading);
    // Without a heading the count stands beside what is typed.
    let counted = rows.heading.is_empty() && !model.query.is_empty();
    let count =
        if counted { format!(" {}/{}", model.stories.len(), model.library.stories.len()) } else { String::new() };
    let line = Rect { width: rows.filter.width.saturating_sub(to_u16(width(&count)) + 1), ..rows.filter };
    let line_of = |area: Rect| Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    let cursor = query::line(model, buffer, line_of(if counted { line } else { rows.filter }));
    query::below(model, buffer, rows.below);
    if counted && !rows.filter.is_empty() {
        write(buffer, rows.filter, line.right(), line.y, &count, model.theme.muted);
    }
    for (row, at, line) in model.stories.in_sight(model.list_window()) {
        lines(model, buffer, &rows, (row, at, line));
    }
    if model.stories.is_empty() {
        nothing(model, buffer, rows.stories);
    }
    cursor
}

/// Draws one line of the list, which begins at this row.
fn lines(model: &Model, buffer: &mut Buffer, rows: &ListRows, (row, at, line): (usize, usize, Line)) {
    let y = rows.stories.y + to_u16(row);
    let is_chosen = at == model.stories.cursor;
    match line {
        Line::Head(group) => {
            if let Some(group) = model.stories.groups().get(group) {
                head::draw(model, buffer, Rect { y, height: 1, ..rows.stories }, group, is_chosen);
            }
        }
        Line::Story(found) => {
            let Some(found) = model.stories.matches.get(found) else { return };
            // The blank row after a story belongs to no one.
            let height = rows.step.min(2).min(rows.stories.bottom().saturating_sub(y));
            let area = Rect { y, height, ..rows.stories };
            story(model, buffer, area, found, is_chosen && Some(found.story) == model.shown);
        }
    }
}

/// Marks the chosen line.
fn select(model: &Model, buffer: &mut Buffer, area: Rect) {
    let theme = &model.theme;
    buffer.set_style(area, theme.select);
    let held = matches!(model.focus, Focus::List | Focus::Filter);
    let style = if held { theme.accent } else { theme.muted };
    rule(buffer, Rect { width: 1, ..area }, "▌", style.patch(theme.select));
}

fn heading(model: &Model, buffer: &mut Buffer, area: Rect) {
    let theme = &model.theme;
    let x = write(buffer, area, area.x + 1, area.y, HEADING, theme.strong);
    let (counted, order) = model.heading_words(usize::from(area.right().saturating_sub(x + 1)));
    write(buffer, area, x, area.y, &counted, theme.muted);
    if let Some(order) = order {
        let at = area.right().saturating_sub(to_u16(width(order)) + 1);
        write(buffer, area, at, area.y, order, theme.muted);
    }
}

fn story(model: &Model, buffer: &mut Buffer, area: Rect, found: &Match, chosen: bool) {
    let Some(told) = model.library.stories.get(found.story) else { return };
    let theme = &model.theme;
    if chosen {
        select(model, buffer, area);
    }
    let own = model.own(found.story);
    let sign_of_own = match (own.starred, own.read) {
        (true, _) => "★",
        (false, false) if model.unread().is_some() => "•",
        (false, _) => "",
    };
    if area.width > 2 {
        let style = if own.starred { theme.accent } else { theme.muted };
        write(buffer, area, area.x + 1, area.y, sign_of_own, style);
    }
    let line = Rect { x: area.x + area.width.min(2), width: area.width.saturating_sub(3), ..area };
    let mut plain = if chosen { Style::new().add_modifier(Modifier::BOLD) } else { Style::new() };
    let title = &told.article.title;
    let mut room = line;
    // The first sentence stands in for a title that the story does not have.
    if matches!(title.from, TitleFrom::Derived(_)) {
        plain = plain.add_modifier(Modifier::ITALIC);
        let x = write(buffer, line, line.x, line.y, DERIVED, theme.muted);
        room = Rect { x, width: line.right().saturating_sub(x), ..line };
    }
    let found_by = model.lit.get(&found.story).unwrap_or(&NOWHERE);
    let explained = lit(model, buffer, room, &title.text, &found_by.title, plain);
    if chosen {
        buffer.set_style(Rect { height: 1, ..line }, theme.chosen);
    }
    if area.height > 1 {
        if let Some(Some(excerpt)) = model.excerpts.get(&found.story) {
            let below = Rect { y: area.y + 1, height: 1, ..line };
            lit(model, buffer, below, &excerpt.words, &excerpt.lit, theme.muted);
            return;
        }
        let published = told.annotations.published.as_ref();
        let unknown = if model.is_only_read(found.story) { "           " } else { "    undated" };
        let day = published.map_or_else(|| unknown.into(), padded_day);
        let below = Rect { y: area.y + 1, height: 1, ..line };
        let told_day = second_row(model, buffer, below, (&day, &told.article), (found.story, found_by, explained));
        if told_day && published.is_some_and(|published| !published.is_certain()) && below.x > area.x {
            // In the gap before the day, so that days stay below each other.
            write(buffer, area, below.x - 1, below.y, "~", theme.muted);
        }
    }
}

/// Where nothing was looked for.
static NOWHERE: Lit = Lit { title: Vec::new(), outlet: Vec::new(), name: None };

/// The day, the outlet (or the name that matched), and the number of linked stories; tells whether the day is shown.
fn second_row(
    model: &Model,
    buffer: &mut Buffer,
    area: Rect,
    (day, article): (&str, &Article),
    (story, found, lit_in_title): (usize, &Lit, usize),
) -> bool {
    let theme = &model.theme;
    let digest = model.digests.get(story).copied().unwrap_or_default();
    let links = digest.signs(usize::from(area.width));
    let at = area.right().saturating_sub(to_u16(width(&links)));
    if !links.is_empty() && area.width >= 16 {
        let style = if digest.linked > 0 { theme.accent } else { theme.muted };
        write(buffer, area, at, area.y, &links, style);
    }
    let area = Rect { width: at.saturating_sub(area.x + u16::from(!links.is_empty())), ..area };
    // What the title does not explain, the outlet or a name has to.
    let typed = model.query.letters();
    let explained = lit_in_title + found.outlet.len() >= typed;
    let name = found.name.as_ref().filter(|_| !explained);
    let outlet = article.outlet.as_ref().filter(|_| lit_in_title < typed && !found.outlet.is_empty());
    let why = match (name, outlet) {
        (Some((name, _)), _) => width(name) + 8,
        (None, Some(outlet)) => width(&outlet.name) + 2,
        (None, None) => 0,
    };
    // Why a story is listed matters more than its day.
    let room_for_both = why == 0 || width(day) + why <= usize::from(area.width);
    let mut rest = area;
    if room_for_both {
        let x = write_cut(buffer, area, (area.x, area.y), day, usize::from(area.width), theme.muted);
        rest = Rect { x: x + 2, width: area.right().saturating_sub(x + 2), ..area };
    }
    match (name, &article.outlet) {
        (Some((name, letters)), _) => {
            if width(name) + 6 <= usize::from(rest.width) {
                let x = write(buffer, rest, rest.x, rest.y, "names ", theme.muted);
                rest = Rect { x, width: rest.right().saturating_sub(x), ..rest };
            }
            lit(model, buffer, rest, name, letters, theme.muted);
        }
        (None, Some(outlet)) => {
            lit(model, buffer, rest, &outlet.name, &found.outlet, theme.muted);
        }
        (None, None) => {
            write_cut(buffer, rest, (rest.x, rest.y), "unknown", usize::from(rest.width), theme.muted);
        }
    }
    room_for_both
}

/// Writes one line, cut to the area, with the letters at these offsets lit; gives how many of them are in sight. Where
/// they lie beyond the cut, the beginning is left out instead.
pub(super) fn lit(
    model: &Model,
    buffer: &mut Buffer,
    area: Rect,
    words: &str,
    letters: &[usize],
    plain: Style,
) -> usize {
    let columns = usize::from(area.width);
    let start = window(words, letters, columns);
    let mut x = area.x;
    if start > 0 {
        x = write(buffer, area, x, area.y, ELLIPSIS, plain);
    }
    let words = words.get(start..).unwrap_or_default();
    let shown = truncate(words, usize::from(area.right().saturating_sub(x)));
    let mut letters = letters.iter().filter_map(|letter| letter.checked_sub(start)).peekable();
    let mut in_sight = 0;
    for (offset, cluster) in shown.grapheme_indices(true) {
        while letters.next_if(|letter| *letter < offset).is_some() {}
        // The ellipsis stands where a letter was.
        let there = words.get(offset..).is_some_and(|rest| rest.starts_with(cluster));
        let mut matched = false;
        while there && letters.next_if(|letter| *letter < offset + cluster.len()).is_some() {
            matched = true;
            in_sight += 1;
        }
        let style = if matched { plain.patch(model.theme.matched) } else { plain };
        x = write(buffer, area, x, area.y, cluster, style);
    }
    in_sight
}

/// From which byte on `words` have to be shown in so many columns, so that the matched letters are in sight: all of
/// them where they fit, the first ones otherwise. As much as possible stays of what stands before them, in whole words
/// where it can.
fn window(words: &str, letters: &[usize], columns: usize) -> usize {
    let (Some(first), Some(last)) = (letters.first().copied(), letters.last().copied()) else { return 0 };
    let clusters: Vec<(usize, &str)> = words.grapheme_indices(true).collect();
    let end = clusters.iter().map(|(at, cluster)| at + cluster.len()).find(|end| *end > last).unwrap_or(words.len());
    let after = usize::from(end < words.len());
    let fits = |from: usize, dots: usize| {
        let shown = words.get(from..end).unwrap_or_default();
        dots + width(shown) + after <= columns
    };
    if fits(0, 0) {
        return 0;
    }
    let mut starts = clusters.iter().map(|(at, _)| *at).filter(|at| *at <= first && *at > 0 && fits(*at, 1));
    let Some(start) = starts.next() else {
        // They do not fit together. The cluster that holds the first one begins the window.
        return clusters.iter().map(|(at, _)| *at).rfind(|at| *at <= first).unwrap_or(0);
    };
    let before = words.get(start..first).unwrap_or_default();
    before.find(' ').map_or(start, |space| start + space + 1)
}

fn nothing(model: &Model, buffer: &mut Buffer, area: Rect) {
    let theme = &model.theme;
    let area = Rect { x: area.x + area.width.min(2), width: area.width.saturating_sub(3), ..area };
    let lines = if model.library.stories.is_empty() {
        ["No stories here.", "Give dateline a folder", "or files to read."]
    } else {
        ["Nothing matches.", "Esc clears the filter.", "\"words\" looks in the texts."]
    };
    let mut y = area.y;
    for (index, line) in lines.iter().enumerate() {
        let style = if index == 0 { theme.base } else { theme.muted };
        let rows = said::rows(line, usize::from(area.width));
        // Advice of which the end is missing is none.
        if index > 0 && rows.len() > usize::from(area.bottom().saturating_sub(y)) {
            break;
        }
        for (words, at) in rows.iter().zip(y..area.bottom()) {
            write_cut(buffer, area, (area.x, at), words, usize::from(area.width), style);
            y = at + 1;
        }
    }
    if area.height > 0 && area.x > 0 {
        sign(buffer, area.x - 1, area.y, " ", theme.base);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matched_letters_that_fit_leave_the_beginning_in_sight() {
        assert_eq!(window("Talks in Sarn", &[0, 1], 13), 0);
        assert_eq!(window("Talks in Sarn, and much more", &[0, 1], 13), 0);
        assert_eq!(window("no letters", &[], 4), 0);
    }

    #[test]
    fn matched_letters_beyond_the_cut_come_into_sight_after_whole_words() {
        let words = "Premier Halvorsen calls President Ilmaz";
        let at = words.find("Ilmaz").unwrap();
        let letters: Vec<usize> = (at..at + 5).collect();
        assert_eq!(words.get(window(words, &letters, 18)..), Some("President Ilmaz"));
        assert_eq!(words.get(window(words, &letters, 6)..), Some("Ilmaz"));
        assert_eq!(words.get(window(words, &letters, 2)..), Some("Ilmaz"));
    }

    #[test]
    fn letters_that_do_not_fit_together_begin_with_the_first() {
        let words = "aa bb cc dd ee ff gg";
        assert_eq!(window(words, &[3, 19], 8), 3);
        assert_eq!(window("首脳会談は港町", &[18], 5), 15);
    }
}
