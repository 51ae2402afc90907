//! The first line: what is open, how much of it there is, and how names look; and the rules that divide the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::pen::{rule, sign, write_all};
use crate::reader::model::appearance::Border;
use crate::reader::model::headline::{Look, Said};
use crate::reader::model::{Focus, Model};

pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let area = model.panes.header;
    if area.is_empty() {
        return;
    }
    let line = model.headline();
    write_all(buffer, area, area.x, area.y, &styled(model, line.left));
    write_all(buffer, area, line.right_at, area.y, &styled(model, line.right));
    tabs(model, buffer, area);
    rules(model, buffer);
}

fn styled(model: &Model, words: Vec<Said>) -> Vec<(String, Style)> {
    let theme = &model.theme;
    let style = |look| match look {
        Look::Program => theme.accent.add_modifier(Modifier::BOLD),
        Look::Muted => theme.muted,
        Look::Accent => theme.accent,
        Look::Strong => theme.strong,
        Look::Name(kind) => theme.name(kind),
        Look::Date => theme.date,
        Look::Air => Style::new(),
    };
    words.into_iter().map(|said| (said.words, style(said.look))).collect()
}

/// The views with their keys, that on the screen lit.
fn tabs(model: &Model, buffer: &mut Buffer, area: Rect) {
    let (theme, on) = (&model.theme, model.view().and_then(|open| open.view.tab()));
    for tab in model.view_tabs() {
        let is_on = tab.keys.iter().any(|(_, command)| Some(*command) == on);
        let style = if is_on { theme.strong.add_modifier(Modifier::UNDERLINED) } else { theme.muted };
        let words = [(format!("{} ", tab.written()), theme.accent), (tab.label, style)];
        write_all(buffer, area, tab.x, area.y, &words);
    }
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
