//! The first line: what is open, how much of it there is, and how names look; and the rules that divide the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::pen::{columns, rule, sign, to_u16, write_all};
use crate::language::NameKind;
use crate::reader::model::appearance::Border;
use crate::reader::model::digest::count;
use crate::reader::model::keyline::News;
use crate::reader::model::underway::Steps;
use crate::reader::model::{Focus, Model};
use crate::text::width::truncate;

/// Words of several styles.
type Words = Vec<(String, Style)>;

/// From this width on the legend comes before the counts.
const LEGEND_FROM: u16 = 100;

/// How many things are counted.
const COUNTS: usize = 3;

pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let area = model.panes.header;
    if area.is_empty() {
        return;
    }
    let (left, mut right) = match title(model, area) {
        Some(title) => (title, Vec::new()),
        None if model.view().is_some() => (left_of_tabs(model, area), Vec::new()),
        None => left_and_legend(model, area),
    };
    let end = write_all(buffer, area, area.x, area.y, &left);
    right.append(&mut not_read(model));
    let start = area.right().saturating_sub(columns(&right) + 1);
    if start >= end + 2 {
        write_all(buffer, area, start, area.y, &right);
    }
    tabs(model, buffer, area);
    rules(model, buffer);
}

/// The left side, and the legend where there is room for one: in short words, and from a hundred columns on with fewer
/// counts beside it, if need be.
fn left_and_legend(model: &Model, area: Rect) -> (Words, Words) {
    let fewest = if area.width >= LEGEND_FROM { 0 } else { COUNTS };
    let taken = columns(&not_read(model)) + 6;
    for counts in (fewest..=COUNTS).rev() {
        let left = left(model, area, counts);
        for brief in [false, true] {
            let mut legend = legend(model, brief);
            if columns(&left) + columns(&legend) + taken <= area.width {
                if !not_read(model).is_empty() {
                    legend.push(("   ".into(), Style::new()));
                }
                return (left, legend);
            }
        }
    }
    (left(model, area, COUNTS), Vec::new())
}

/// The left side, with as many counts as the views beside it leave room for.
fn left_of_tabs(model: &Model, area: Rect) -> Words {
    let tabs = model.view_tabs();
    let end = tabs.first().map_or(area.right(), |tab| tab.x);
    let fits = |counts: &usize| columns(&left(model, area, *counts)) + 2 <= end;
    left(model, area, (0..=COUNTS).rev().find(fits).unwrap_or(0))
}

/// The views with their keys, that on the screen lit.
fn tabs(model: &Model, buffer: &mut Buffer, area: Rect) {
    let (theme, on) = (&model.theme, model.view().map(|open| open.view.tab()));
    for tab in model.view_tabs() {
        let is_on = tab.keys.iter().any(|(_, command)| Some(*command) == on);
        let style = if is_on { theme.strong.add_modifier(Modifier::UNDERLINED) } else { theme.muted };
        let words = [(format!("{} ", tab.written()), theme.accent), (tab.label, style)];
        write_all(buffer, area, tab.x, area.y, &words);
    }
}

/// The title of the story, where it has been scrolled away and no list beside the text tells which one it is.
fn title(model: &Model, area: Rect) -> Option<Vec<(String, Style)>> {
    let is_read = model.overlay.is_none() && model.view().is_none();
    let folded = model.panes.list.is_empty() && is_read && model.top > 0;
    let story = model.story().filter(|_| folded)?;
    let room = area.width.saturating_sub(columns(&not_read(model)) + 6);
    let title = truncate(&story.article.title.text, usize::from(room)).into_owned();
    Some(vec![(" ‹ ".to_owned(), model.theme.accent), (title, model.theme.strong)])
}

/// The name of the program and of the library, and the counts that fit.
fn left(model: &Model, area: Rect, most: usize) -> Vec<(String, Style)> {
    let (theme, library) = (&model.theme, &model.library);
    let room = usize::from(area.width);
    let mut words = vec![(" Dateline".to_owned(), theme.accent.add_modifier(Modifier::BOLD))];
    words.push((format!("  {}", truncate(&library.label, room.saturating_sub(14).min(40))), theme.muted));
    let all = count(library.stories.len(), "story", "stories");
    // Where no heading of the list tells what was found.
    let found = model.panes.list.is_empty() && !model.query.is_empty();
    let stories = if found { format!("  ·  {} of {all}", model.stories.len()) } else { format!("  ·  {all}") };
    let told = model.going_on(Steps::One);
    if model.finding.is_some() || told.is_some() {
        let told = told.map_or_else(|| "  …".into(), |told| format!("  {told}"));
        words.extend([stories, told].map(|words| (words, theme.muted)));
        return words;
    }
    let counts: [String; COUNTS] = [
        stories,
        format!("  {}", count(library.connections.meetings.len(), "meeting", "meetings")),
        format!("  {}", count(library.connections.entities.len(), "name", "names")),
    ];
    let reserved = columns(&not_read(model)) + 4;
    for counted in counts.into_iter().take(most) {
        if columns(&words) + to_u16(counted.len()) + reserved > area.width {
            break;
        }
        words.push((counted, theme.muted));
    }
    words
}

/// What someone should look at, with the keys that tell more.
fn not_read(model: &Model) -> Words {
    let mut words = Vec::new();
    for news in model.news() {
        if !words.is_empty() {
            words.push((" ".repeat(usize::from(News::GAP)), Style::new()));
        }
        words.push((format!("{} ", news.words), model.theme.muted));
        words.push((news.key, model.theme.accent));
    }
    words
}

/// Each kind of name that is highlighted, in its own style.
fn legend(model: &Model, brief: bool) -> Vec<(String, Style)> {
    let mut words = Vec::new();
    for kind in model.names.kinds() {
        let word = match kind {
            NameKind::Organisation if brief => "org",
            NameKind::Document if brief => "doc",
            _ => kind.word(),
        };
        words.push((word.to_owned(), model.theme.name(kind)));
        words.push((if brief { " " } else { "  " }.to_owned(), Style::new()));
    }
    words.push(("date".to_owned(), model.theme.date));
    words
}

/// The rule under the header, heavier over the pane that has the keyboard, and the one between list and text.
fn rules(model: &Model, buffer: &mut Buffer) {
    let (panes, theme) = (&model.panes, &model.theme);
    rule(buffer, panes.top_rule, "─", theme.faint);
    if model.is_covered() {
        return;
    }
    // What the mouse holds is heavier.
    let held = model.appearance.dragged == Some(Border::List);
    let (line, style) = if held { ("┃", theme.accent) } else { ("│", theme.faint) };
    rule(buffer, panes.divider, line, style);
    let y = panes.top_rule.y;
    if panes.divider.width > 0 {
        let focused = if model.focus == Focus::Text { panes.text } else { panes.list };
        rule(buffer, Rect { x: focused.x, y, width: focused.width, height: panes.top_rule.height }, "━", theme.muted);
        if panes.top_rule.height > 0 {
            sign(buffer, panes.divider.x, y, "┬", theme.faint);
        }
    }
}
