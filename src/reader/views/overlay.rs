//! What is laid over the screen: the help, the messages, the files that were not read.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::pen::{rule, to_u16, write};
use super::sidebar::lit;
use crate::dossier::timeline::Mark;
use crate::reader::layout::overlay_inside;
use crate::reader::model::Model;
use crate::reader::model::messages::Kind as Said;
use crate::reader::model::overlay::{GAP, Line, Overlay, Sign};
use crate::text::width::width;

pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let Some(overlay) = &model.overlay else { return };
    let inside = overlay_inside(model.size.0, model.size.1);
    if inside.y >= 2 && inside.height > 0 {
        heading(model, buffer, overlay, inside);
    }
    let focused = overlay.focused();
    let pen = Pen { model, overlay };
    for (y, (at, line)) in (inside.y..inside.bottom()).zip(overlay.lines.iter().enumerate().skip(overlay.top)) {
        let area = Rect { y, height: 1, ..inside };
        if focused.as_ref().is_some_and(|lines| lines.contains(&at)) {
            let beside = area.x.saturating_sub(2);
            write(buffer, Rect { x: beside, width: 1, ..area }, beside, y, "▌", model.theme.accent);
        }
        pen.line(buffer, area, at, line);
    }
}

/// What it is, which of its lines are in sight, and a rule.
fn heading(model: &Model, buffer: &mut Buffer, overlay: &Overlay, inside: Rect) {
    let theme = &model.theme;
    let above = Rect { y: inside.y - 2, height: 2, ..inside };
    write(buffer, above, above.x, above.y, overlay.kind.title(), theme.accent.add_modifier(Modifier::BOLD));
    let last = (overlay.top + usize::from(inside.height)).min(overlay.lines.len());
    if last < overlay.lines.len() || overlay.top > 0 {
        let place = format!("{}–{last} of {}", overlay.top + 1, overlay.lines.len());
        let x = above.right().saturating_sub(to_u16(width(&place)));
        write(buffer, above, x, above.y, &place, theme.muted);
    }
    rule(buffer, Rect { y: above.y + 1, height: 1, ..above }, "─", theme.faint);
}

/// Writes lines, with what is looked for lit.
struct Pen<'m> {
    model: &'m Model,
    overlay: &'m Overlay,
}

impl Pen<'_> {
    fn line(&self, buffer: &mut Buffer, area: Rect, number: usize, line: &Line) {
        let theme = &self.model.theme;
        match line {
            Line::Heading(words) | Line::File(words) => {
                self.words(buffer, area, 0, words, theme.strong);
            }
            Line::Keys(keys, at, explained) => {
                self.words(buffer, area, 1, keys, theme.accent);
                self.words(buffer, area, *at, explained, theme.base);
            }
            Line::Said(when, kind, at, words) => {
                let style = if kind.is_trouble() { theme.wrong } else { theme.muted };
                let beside = self.words(buffer, area, 0, when, theme.muted) + 2;
                write(buffer, area, area.x + beside, area.y, kind.sign(), style);
                self.words(buffer, area, beside + 2, kind.word(), style);
                self.words(buffer, area, *at, words, words_of(*kind, theme.muted, theme.base));
            }
            Line::More(at, words) => {
                self.words(buffer, area, *at, words, self.style_of_more(number));
            }
            Line::Legend(kinds) => {
                let mut x = area.x + 1;
                for kind in kinds {
                    let style = kind.kind.map_or(theme.date, |kind| theme.name(kind));
                    let style = if kind.is_lit { style } else { theme.muted };
                    x = write(buffer, area, x, area.y, &kind.told(), style) + to_u16(GAP);
                }
            }
            Line::Signs(signs) => self.signs(buffer, area, signs),
            Line::Text(words) => {
                self.words(buffer, area, 0, words, theme.muted);
            }
            Line::Blank => {}
        }
    }

    /// How a line looks that goes on with what stands above it: like that.
    fn style_of_more(&self, number: usize) -> Style {
        let theme = &self.model.theme;
        let mut above = self.overlay.lines.iter().take(number).rev();
        match above.find(|line| !matches!(line, Line::More(..))) {
            Some(Line::Said(_, kind, ..)) => words_of(*kind, theme.muted, theme.base),
            _ => theme.base,
        }
    }

    fn signs(&self, buffer: &mut Buffer, area: Rect, signs: &[Sign]) {
        let theme = &self.model.theme;
        let mut x = area.x + 1;
        for shown in signs {
            let (sign, means) = shown.told();
            let style = match shown {
                Sign::Number | Sign::InFocus | Sign::SameMeeting | Sign::Probably | Sign::Sure(_) | Sign::Differs => {
                    theme.accent
                }
                Sign::Tells | Sign::TellsProbably | Sign::MayBe => theme.faint,
                Sign::Mark(Mark::Held) | Sign::Several => theme.strong,
                Sign::Mark(Mark::Planned) | Sign::GoesOn | Sign::Many => theme.base_text(),
                Sign::SameSeries | Sign::Guessed | Sign::Derived | Sign::Mark(_) | Sign::Compared(_) => theme.muted,
            };
            let after = write(buffer, area, x, area.y, sign, style) + 1;
            x = write(buffer, area, after, area.y, means, theme.muted) + to_u16(GAP);
        }
    }

    /// Writes words from this column of the area on; gives how many columns they take.
    fn words(&self, buffer: &mut Buffer, area: Rect, at: u16, words: &str, style: Style) -> u16 {
        let left = Rect { x: area.x.saturating_add(at), width: area.width.saturating_sub(at), ..area };
        let letters = self.overlay.look.as_ref().map(|look| look.lit(words)).unwrap_or_default();
        if left.width > 0 {
            lit(self.model, buffer, left, words, &letters, style);
        }
        to_u16(width(words))
    }
}

/// What happened in the background is beside the point; the rest is what one looks for here.
fn words_of(kind: Said, muted: Style, base: Style) -> Style {
    if kind == Said::Event { muted } else { base }
}
