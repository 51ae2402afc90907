//! The panel below the text: the meeting in focus, the other stories that tell of it, and why.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::pen::{columns, rule, sign, to_u16, write, write_all_cut, write_cut};
use super::view::Pen;
use crate::dossier::meeting::kind as kind_of;
use crate::dossier::wording;
use crate::language::EntityId;
use crate::links::{Meeting, MentionRef, Tier};
use crate::meetings::Story;
use crate::reader::layout::TWO_PANES;
use crate::reader::model::Model;
use crate::reader::model::appearance::Border;
use crate::reader::model::digest;
use crate::reader::model::marks::raised;
use crate::reader::model::panel::{Bond, Line};
use crate::text::letters::first_upper;
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
    let lines = model.panel.lines(usize::from(inside.height));
    let is_last = lines.len() < 2;
    for (y, line) in (inside.y..inside.bottom()).zip(lines) {
        let row = Rect { y, height: 1, ..inside };
        match line {
            Line::Meeting => meeting(model, buffer, row),
            Line::Statement => {
                let left = room(row, 4);
                write_cut(buffer, row, (row.x + 3, y), &statement(model, left, is_last), left, model.theme.muted);
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
    let held = model.appearance.dragged == Some(Border::Panel);
    let (line, style) = if held { ("━", theme.accent) } else { ("─", theme.faint) };
    rule(buffer, row, line, style);
    if model.panes.divider.width > 0 && !held {
        sign(buffer, model.panes.divider.x, row.y, "┴", theme.faint);
    }
    let position = position(model);
    let at = row.right().saturating_sub(to_u16(width(&position)) + 1);
    write(buffer, row, at, row.y, &position, theme.muted);
    if model.shown.is_none() {
        return;
    }
    let start = if model.panes.divider.width > 0 { model.panes.divider.x + 5 } else { row.x + 2 };
    let style = if panel.kin.is_empty() { theme.muted } else { theme.accent.add_modifier(Modifier::BOLD) };
    let mut x = write(buffer, row, start, row.y, &format!(" {} ", title(model)), style);
    for part in counts(model) {
        if x + to_u16(width(&part)) < at {
            x = write(buffer, row, x, row.y, &part, theme.muted);
        }
    }
}

fn title(model: &Model) -> &'static str {
    let panel = &model.panel;
    if model.wants_analysed().is_some() {
        return "Meetings";
    }
    match (panel.mention.is_some(), panel.kin.is_empty(), panel.by_series()) {
        (true, false, false) if panel.chosen().is_some_and(|kin| kin.tier == Some(Tier::Probable)) => {
            "Probably the same meeting"
        }
        (true, false, false) => "Same meeting",
        (false, false, _) => "Same series",
        (true, ..) if focused(model).is_some_and(|(_, meeting)| meeting.is_likely) => "Probably a meeting",
        (true, ..) => "Meeting",
        (false, true, _) => "No meeting",
    }
}

/// Which of the story's meetings it is, and which of the other stories is chosen.
fn counts(model: &Model) -> Vec<String> {
    let panel = &model.panel;
    let meetings = model.story().map_or(0, |story| story.meetings.len());
    let meeting = panel.mention.filter(|_| meetings > 1).map(|mention| format!("{} of {meetings} ", mention + 1));
    let others = panel.kin.len();
    let other = (others > 1).then(|| format!("· other story {} of {others} ", panel.chosen + 1));
    let away = model.meeting_out_of_sight().map(|place| format!("· {place} "));
    meeting.into_iter().chain(away).chain(other).collect()
}

/// The place in the text.
fn position(model: &Model) -> String {
    match (model.page(), model.progress()) {
        (None, _) => String::new(),
        (Some(_), None) => " all in sight ".into(),
        (Some(_), Some(percent)) => format!(" {percent} % read "),
    }
}

/// Who met, how, when and where, as all stories together tell it.
fn meeting(model: &Model, buffer: &mut Buffer, row: Rect) {
    let Some((number, meeting)) = focused(model) else { return };
    let theme = &model.theme;
    let leads = !model.panel.kin.is_empty() && !model.panel.by_series();
    let style = if leads { theme.accent } else { theme.muted };
    let x = write(buffer, row, row.x + 3, row.y, &raised(number), style.add_modifier(Modifier::BOLD));
    let x = write(buffer, row, x, row.y, "  ", theme.muted);
    let room = row.right().saturating_sub(x + 1);
    // Of the facts as many are told as fit beside the names.
    let least = columns(&participants(model, meeting, 0));
    let facts = facts(model, meeting).into_iter().find(|facts| least + columns(facts) <= room).unwrap_or_default();
    let x = write_all_cut(buffer, row, x, row.y, &participants(model, meeting, room.saturating_sub(columns(&facts))));
    write_all_cut(buffer, row, x, row.y, &facts);
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
        // A meeting is between two at least: two are always told.
        if index > 1 && columns(&words) + columns(&next) + after > left {
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

/// Kind, status, day and place, each after a gap; then the same with less and less of it.
fn facts(model: &Model, meeting: &Meeting) -> Vec<Vec<(String, Style)>> {
    let theme = &model.theme;
    let gap = if model.size.0 < TWO_PANES { "  " } else { "   " };
    let fact = |words: String, style| vec![(gap.to_owned(), Style::new()), (words, style)];
    let probably = if meeting.is_likely { format!("{} ", wording::PROBABLY) } else { String::new() };
    let kind = format!("{probably}{}", kind_of(meeting));
    let status = fact(format!("{probably}{}", status(meeting)), theme.muted);
    let kind = fact(format!("{kind}, {}", self::status(meeting)), theme.muted);
    let day = wording::when_met(meeting).map_or_else(Vec::new, |when| fact(when, theme.date));
    let place =
        meeting.place.as_ref().map_or_else(Vec::new, |place| fact(place.name.clone(), name_style(model, &place.id)));
    let from_links = from_links(model).map_or_else(Vec::new, |words| fact(words, theme.muted));
    vec![
        [kind.clone(), day.clone(), place.clone(), from_links].concat(),
        [kind.clone(), day.clone(), place].concat(),
        [kind, day.clone()].concat(),
        [status.clone(), day].concat(),
        status,
    ]
}

/// `who and where from linked stories`: what the story that is read leaves open.
fn from_links(model: &Model) -> Option<String> {
    let at = MentionRef { story: model.shown?, mention: model.panel.mention? };
    let slots = model.library.connections.completions.get(&at)?.slots();
    let slots: Vec<&str> = slots
        .filter_map(|slot| match slot {
            "participants" => Some("who"),
            "when" | "where" => Some(slot),
            _ => None,
        })
        .collect();
    (!slots.is_empty()).then(|| format!("{} from linked stories", slots.join(", ")))
}

fn status(meeting: &Meeting) -> &'static str {
    match meeting.status {
        crate::meetings::Status::Unknown => "status not told",
        status => status.word(),
    }
}

/// Why there is no other story, or in what sense there is one; in as many words as fit, the fewest in any case. What
/// leads on to a row below it is left out where there is none.
fn statement(model: &Model, columns: usize, is_last: bool) -> String {
    let panel = &model.panel;
    if model.finding.is_some() {
        let what = if model.wants_analysed().is_some() { "meetings" } else { "links" };
        return format!("Still looking for {what} …");
    }
    if let Some([whole, brief]) = model.hidden_links().filter(|_| panel.kin.is_empty()) {
        let here = if panel.mention.is_some() { "Told in no other story for sure" } else { "No meeting is told here" };
        return fitting(
            vec![format!("{here}: {whole}."), format!("{}.", first_upper(&whole)), format!("{brief}.")],
            columns,
        );
    }
    let series = panel.chosen().and_then(|kin| model.library.connections.series.get(kin.series?));
    let others = if panel.kin.len() == 1 { "as does" } else { "as do" };
    let ways = match (panel.mention.is_some(), series.map(|series| with_article(&series.name))) {
        (true, Some(series)) if panel.bond == Bond::SeriesOfStory => {
            vec![
                format!("Told only here. This story also names {series}, {others}:"),
                format!("Told only here. The story also names {series}:"),
                format!("Only here. It also names {series}:"),
            ]
        }
        (true, Some(series)) => {
            vec![format!("Told only here. In the same series, {series}:"), format!("Only here. Same series, {series}:")]
        }
        (true, None) => vec!["Told in no other story.".into(), "Told only here.".into()],
        (false, Some(series)) if is_last => vec![
            format!("No meeting is told here. The story names {series}, a series of meetings."),
            format!("The story names {series}."),
        ],
        (false, Some(series)) => vec![
            format!("No meeting is told here. The story names {series}, a series of meetings, {others}:"),
            format!("The story names {series}, {others}:"),
            format!("Names {series}:"),
        ],
        (false, None) => vec![
            "No meeting is told here, and nothing links this story to another.".into(),
            "No meeting, and no linked story.".into(),
        ],
    };
    fitting(ways, columns)
}

/// The first of these that fits, or the last one, which is the shortest.
fn fitting(ways: Vec<String>, columns: usize) -> String {
    let shortest = ways.last().cloned().unwrap_or_default();
    ways.into_iter().find(|words| width(words) <= columns).unwrap_or(shortest)
}

/// `the Lindholm talks`.
fn with_article(name: &str) -> String {
    let has_one = name.split_whitespace().next().is_some_and(|first| first.eq_ignore_ascii_case("the"));
    if has_one { name.to_owned() } else { format!("the {name}") }
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
    let bond = if model.panel.by_series() { "same series · " } else { "" };
    let dots = if chosen { String::new() } else { format!("   {}", kin.sureness().dots()) };
    let (told, day) = (outlet_and_day(story), day_of(story));
    let left = room(row, 4);
    // Rather fewer facts than half a day, and some words of the title.
    let ways = [format!("{bond}{told}"), told, day].map(|facts| format!("   {facts}{dots}")).to_vec();
    let facts = fitting(ways, left.saturating_sub(left.min(20)));
    let title = truncate(&story.article.title.text, left.saturating_sub(width(&facts)).max(left.min(12)));
    let style = if chosen { theme.strong } else { theme.base_text() };
    let x = write(buffer, row, row.x + 3, row.y, &title, style);
    let left = usize::from(row.right().saturating_sub(x + 1));
    write_cut(buffer, row, (x, row.y), &facts, left, theme.muted);
}

fn outlet_and_day(story: &Story) -> String {
    let outlet = story.article.outlet.as_ref().map_or("unknown", |outlet| outlet.name.as_str());
    format!("{outlet} · {}", day_of(story))
}

fn day_of(story: &Story) -> String {
    story.annotations.published.as_ref().map_or_else(|| "undated".into(), digest::published)
}

/// The words of the chosen story, with what lies around them.
fn quote(model: &Model, buffer: &mut Buffer, row: Rect) {
    let area = Rect { x: row.x + 3, width: row.width.saturating_sub(5), ..row };
    let Some(quoted) = model.panel.quotation(&model.library, area.width) else { return };
    Pen { model, looked_for: None }.row(buffer, area, &quoted, Style::new());
}

/// How sure, in words and dots, and why.
fn reasons(model: &Model, buffer: &mut Buffer, row: Rect) {
    let theme = &model.theme;
    let Some(kin) = model.panel.chosen() else { return };
    let words = kin.tier.map_or("joined by a third story", Tier::words);
    let x = write(buffer, row, row.x + 3, row.y, words, theme.accent);
    let x = write(buffer, row, x, row.y, &format!(" {}  ", kin.sureness().dots()), theme.accent);
    let room = usize::from(row.right().saturating_sub(x + 1));
    write_cut(buffer, row, (x, row.y), &whole_reasons(&kin.reasons, room), room, theme.muted);
}

/// As many reasons as fit, the first one in any case, and how many others there are; half a reason is none.
fn whole_reasons(reasons: &[String], room: usize) -> String {
    const BETWEEN: &str = "  ·  ";
    let Some((first, others)) = reasons.split_first() else { return String::new() };
    let (mut told, mut left) = (first.clone(), others.len());
    for reason in others {
        let rest = if left > 1 { width(&format!("{BETWEEN}+{}", left - 1)) } else { 0 };
        if width(&told) + width(BETWEEN) + width(reason) + rest <= room {
            told = format!("{told}{BETWEEN}{reason}");
            left -= 1;
        }
    }
    let rest = format!("{BETWEEN}+{left}");
    if left > 0 && width(&told) + width(&rest) <= room { told + &rest } else { told }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_that_do_not_fit_are_counted_and_none_is_told_by_half() {
        let reasons = ["both name Anna Kral", "both say 4 May", "both name Torvik"].map(str::to_owned);
        assert_eq!(whole_reasons(&reasons, 99), "both name Anna Kral  ·  both say 4 May  ·  both name Torvik");
        assert_eq!(whole_reasons(&reasons, 45), "both name Anna Kral  ·  both say 4 May  ·  +1");
        assert_eq!(whole_reasons(&reasons, 30), "both name Anna Kral  ·  +2");
        assert_eq!(whole_reasons(&reasons, 20), "both name Anna Kral");
        assert_eq!(whole_reasons(&[], 20), "");
    }
}
