//! The panel below the text: the meeting in focus, the other stories that tell of it, and why.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::pen::{columns, rule, sign, to_u16, write, write_all, write_cut};
use crate::language::{EntityId, Passage};
use crate::links::{Meeting, MentionRef, Tier};
use crate::meetings::Story;
use crate::reader::model::Model;
use crate::reader::model::digest::{self, days};
use crate::reader::model::kin::{Kin, Landing};
use crate::reader::model::marks::raised;
use crate::reader::model::panel::Line;
use crate::text::sanitise::one_line;
use crate::text::width::{truncate, width};

pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let area = model.panes.panel;
    if area.is_empty() {
        return;
    }
    heading(model, buffer, Rect { height: 1, ..area });
    if model.shown.is_none() {
        return;
    }
    let inside = Rect { y: area.y + 1, height: area.height - 1, ..area };
    for (y, line) in (inside.y..inside.bottom()).zip(model.panel.lines(usize::from(inside.height))) {
        let row = Rect { y, height: 1, ..inside };
        match line {
            Line::Meeting => meeting(model, buffer, row),
            Line::Statement => {
                write_cut(buffer, row, (row.x + 3, y), &statement(model), room(row, 4), model.theme.muted);
            }
            Line::Kin(index) => kin(model, buffer, row, index),
            Line::Quote => quote(model, buffer, row),
            Line::Reasons => reasons(model, buffer, row),
            Line::Blank => {}
        }
    }
}

fn room(row: Rect, taken: u16) -> usize {
    usize::from(row.width.saturating_sub(taken))
}

/// The rule, with what the panel is about on the left and the place in the text on the right.
fn heading(model: &Model, buffer: &mut Buffer, row: Rect) {
    let (theme, panel) = (&model.theme, &model.panel);
    rule(buffer, row, "─", theme.faint);
    if model.panes.divider.width > 0 {
        sign(buffer, model.panes.divider.x, row.y, "┴", theme.faint);
    }
    let title = match (panel.mention.is_some(), panel.kin.is_empty(), panel.by_series) {
        (true, false, false) => " Same meeting ",
        (false, false, _) => " Same series ",
        (true, ..) => " Meeting ",
        (false, true, _) => " No meeting ",
    };
    let start = if model.panes.divider.width > 0 { model.panes.divider.x + 5 } else { row.x + 2 };
    let style = if panel.kin.is_empty() { theme.muted } else { theme.accent.add_modifier(Modifier::BOLD) };
    let x = write(buffer, row, start, row.y, title, style);
    let mut place = String::new();
    if let (Some(mention), Some(story)) = (panel.mention, model.story()) {
        place = format!("{} of {} ", mention + 1, story.meetings.len());
    }
    if panel.kin.len() > 1 {
        let dot = if place.is_empty() { "" } else { "· " };
        place = format!("{place}{dot}other story {} of {} ", panel.chosen + 1, panel.kin.len());
    }
    let position = position(model);
    let at = row.right().saturating_sub(to_u16(width(&position)) + 1);
    let x = if x + to_u16(width(&place)) < at { write(buffer, row, x, row.y, &place, theme.muted) } else { x };
    if at > x {
        write(buffer, row, at, row.y, &position, theme.muted);
    }
}

/// The place in the text.
fn position(model: &Model) -> String {
    match (model.page(), model.last_top()) {
        (None, _) => String::new(),
        (Some(_), 0) => " all ".into(),
        (Some(_), last) => format!(" {} % ", model.top * 100 / last),
    }
}

/// Who met, how, when and where, as all stories together tell it.
fn meeting(model: &Model, buffer: &mut Buffer, row: Rect) {
    let Some((number, meeting)) = focused(model) else { return };
    let theme = &model.theme;
    let x = write(buffer, row, row.x + 3, row.y, &raised(number), theme.accent.add_modifier(Modifier::BOLD));
    let x = write(buffer, row, x, row.y, "  ", theme.muted);
    let facts = facts(model, meeting);
    let left = row.right().saturating_sub(x + columns(&facts) + 1);
    let x = write_all(buffer, row, x, row.y, &participants(model, meeting, left));
    write_all(buffer, row, x, row.y, &facts);
}

fn focused(model: &Model) -> Option<(usize, &Meeting)> {
    let mention = model.panel.mention?;
    let (_, meeting) = model.library.meeting_of(MentionRef { story: model.shown?, mention })?;
    Some((mention + 1, meeting))
}

/// The participants, as many as there is room for.
fn participants(model: &Model, meeting: &Meeting, left: u16) -> Vec<(String, Style)> {
    let theme = &model.theme;
    let mut words: Vec<(String, Style)> = Vec::new();
    let all = meeting.participants.len();
    for (index, participant) in meeting.participants.iter().enumerate() {
        let mut next = Vec::new();
        if index > 0 {
            next.push((" – ".to_owned(), theme.muted));
        }
        next.push((participant.name.clone(), name_style(model, &participant.id)));
        let more = format!(" and {} more", all - index);
        let after = if index + 1 < all { to_u16(more.len()) } else { 0 };
        if index > 0 && columns(&words) + columns(&next) + after > left {
            words.push((more, theme.muted));
            break;
        }
        words.append(&mut next);
    }
    if words.is_empty() {
        words.push(("not told who".into(), theme.muted));
    }
    words
}

fn name_style(model: &Model, id: &EntityId) -> Style {
    let kind = model.library.entity(id).map(|entity| entity.kind).or_else(|| Some(model.story()?.name(id)?.kind));
    kind.map_or_else(|| model.theme.base_text(), |kind| model.theme.name(kind))
}

fn facts(model: &Model, meeting: &Meeting) -> Vec<(String, Style)> {
    let theme = &model.theme;
    let gap = || ("   ".to_owned(), Style::new());
    let kind = match meeting.ordinal {
        Some(ordinal) => format!("{} {ordinal}", meeting.kind.word()),
        None => meeting.kind.word().to_owned(),
    };
    let mut words = vec![gap(), (format!("{kind}, {}", status(meeting)), theme.muted)];
    if let Some(when) = meeting.when {
        words.extend([gap(), (days(when.interval), theme.date)]);
    }
    if let Some(place) = &meeting.place {
        words.extend([gap(), (place.name.clone(), name_style(model, &place.id))]);
    }
    words
}

fn status(meeting: &Meeting) -> &'static str {
    match meeting.status {
        crate::meetings::Status::Unknown => "status not told",
        status => status.word(),
    }
}

/// Why there is no other story, or in what sense there is one.
fn statement(model: &Model) -> String {
    let panel = &model.panel;
    match (panel.mention.is_some(), panel.by_series) {
        (true, true) => "No other story tells of this meeting. Of the same series:".into(),
        (true, false) => "No other story tells of this meeting.".into(),
        (false, true) => "This story tells of no meeting itself. Of the same series:".into(),
        (false, false) => "This story tells of no meeting, and nothing links it to another.".into(),
    }
}

/// Another story: its title, outlet and day.
fn kin(model: &Model, buffer: &mut Buffer, row: Rect, index: usize) {
    let theme = &model.theme;
    let Some(kin) = model.panel.kin.get(index) else { return };
    let Some(story) = model.library.stories.get(kin.story) else { return };
    let chosen = index == model.panel.chosen;
    if chosen {
        write(buffer, row, row.x + 1, row.y, "▸", theme.accent);
    }
    let mut facts = format!("   {}", outlet_and_day(story));
    if !chosen {
        facts = format!("{facts}   {}", dots(kin));
    }
    let left = room(row, 4);
    let title = truncate(&story.article.title.text, left.saturating_sub(width(&facts)).max(left.min(12)));
    let style = if chosen { theme.strong } else { theme.base_text() };
    let x = write(buffer, row, row.x + 3, row.y, &title, style);
    write(buffer, row, x, row.y, &facts, theme.muted);
}

fn outlet_and_day(story: &Story) -> String {
    let outlet = story.article.outlet.as_ref().map_or("unknown", |outlet| outlet.name.as_str());
    let day = story.annotations.published.as_ref().map_or_else(|| "undated".into(), digest::published);
    format!("{outlet} · {day}")
}

/// The words of the chosen story, with what lies around them.
fn quote(model: &Model, buffer: &mut Buffer, row: Rect) {
    let theme = &model.theme;
    let Some(kin) = model.panel.chosen() else { return };
    let Some(story) = model.library.stories.get(kin.story) else { return };
    let Some(passage) = landing_passage(story, kin.landing) else { return };
    let sentence = sentence_around(story, passage);
    let told = story.words(sentence);
    let inside = passage.span.start().saturating_sub(sentence.span.start());
    let (before, rest) = told.split_at_checked(inside).unwrap_or(("", told));
    let (words, after) = rest.split_at_checked(passage.span.len()).unwrap_or((rest, ""));
    let (mut before, words, after) = (spaced(before), spaced(words), spaced(after));
    let left = room(row, 6);
    // What matters has to be in sight: a long beginning is left out.
    if width(&before) + width(&words) > left {
        before = "… ".into();
    }
    let parts = [
        ("“".to_owned(), theme.muted),
        (before.trim_start().to_owned(), theme.muted),
        (words, theme.base_text()),
        (after.trim_end().to_owned(), theme.muted),
    ];
    let mut x = row.x + 3;
    let end = row.right().saturating_sub(2);
    for (part, style) in parts {
        let shown = truncate(&part, usize::from(end.saturating_sub(x)));
        x = write(buffer, row, x, row.y, &shown, style);
        if shown.len() < part.len() {
            break;
        }
    }
    write(buffer, row, x, row.y, "”", theme.muted);
}

/// One line, with a space at either end where there was one.
fn spaced(words: &str) -> String {
    let pad = |is: bool| if is { " " } else { "" };
    let line = one_line(words);
    if line.is_empty() {
        return pad(!words.is_empty()).to_owned();
    }
    format!("{}{line}{}", pad(words.starts_with(char::is_whitespace)), pad(words.ends_with(char::is_whitespace)))
}

fn landing_passage(story: &Story, landing: Landing) -> Option<Passage> {
    match landing {
        Landing::Mention(mention) => story.meetings.get(mention)?.evidence.first().copied(),
        Landing::Passage(passage) => Some(passage),
        Landing::Top => None,
    }
}

fn sentence_around(story: &Story, passage: Passage) -> Passage {
    let sentences = story.annotations.sentences.iter();
    let holds = |sentence: &Passage| sentence.part == passage.part && sentence.span.contains(passage.span);
    sentences.map(|sentence| sentence.passage).find(holds).unwrap_or(passage)
}

/// How sure, in words and dots, and why.
fn reasons(model: &Model, buffer: &mut Buffer, row: Rect) {
    let theme = &model.theme;
    let Some(kin) = model.panel.chosen() else { return };
    let words = kin.tier.map_or("joined by a third story", Tier::words);
    let x = write(buffer, row, row.x + 3, row.y, words, theme.accent);
    let x = write(buffer, row, x, row.y, &format!(" {}  ", dots(kin)), theme.accent);
    let why = kin.reasons.join("  ·  ");
    write_cut(buffer, row, (x, row.y), &why, usize::from(row.right().saturating_sub(x + 1)), theme.muted);
}

/// `●●●○`: how sure.
fn dots(kin: &Kin) -> &'static str {
    match kin.confidence {
        sure if kin.tier.is_none() || sure < 0.25 => "○○○○",
        sure if sure < 0.5 => "●○○○",
        sure if sure < 0.75 => "●●○○",
        sure if sure < 0.95 => "●●●○",
        _ => "●●●●",
    }
}
