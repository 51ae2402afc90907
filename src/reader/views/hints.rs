//! The last line: the keys that do something here, or a notice.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::pen::{columns, write_all, write_all_cut};
use crate::reader::actions::{Command, Context, Entry, TABLE};
use crate::reader::model::Model;
use crate::reader::model::messages::Message;
use crate::text::width::{truncate, width};

/// Below this width keys are written in signs.
const NARROW: u16 = 30;

/// The longest title in this line.
const LONGEST_TITLE: usize = 40;

pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let area = model.panes.hints;
    if let Some(notice) = model.notice() {
        draw_notice(model, buffer, notice);
        return;
    }
    if let Some(words) = about_the_query(model) {
        let room = usize::from(area.width.saturating_sub(2));
        write_all(buffer, area, area.x + 1, area.y, &[(truncate(&words, room).into_owned(), model.theme.base)]);
        return;
    }
    if model.prompt.is_some() && model.awaited().is_none() {
        return;
    }
    if model.context() == Context::Find {
        return;
    }
    let area = draw_progress(model, buffer, area);
    let area = super::find::draw_found(model, buffer, area);
    if model.appearance.zen && model.context() == Context::Text {
        return;
    }
    let hints = hints(model);
    // Room is kept for the help, which tells of all that did not fit.
    let kept = hints.iter().filter(|hint| hint.command == Command::Help).map(Hint::columns).sum::<u16>();
    let end = area.right().saturating_sub(kept);
    let mut x = awaited(model, buffer, area);
    for hint in &hints {
        // Where Enter leads counts for more than the help, where the panel does not tell it.
        let first = hint.command == Command::Follow && model.panes.panel.is_empty();
        let end = if hint.command == Command::Help || first { area.right() } else { end };
        if x + hint.columns() > end {
            continue;
        }
        let words = [(hint.keys.clone(), model.theme.accent), (format!(" {}", hint.label), model.theme.muted)];
        x = write_all(buffer, area, x, area.y, &words) + 2;
    }
}

/// Draws the place in the text at the right end of `area`, where no panel tells it; gives what is left of it.
fn draw_progress(model: &Model, buffer: &mut Buffer, area: Rect) -> Rect {
    let bare = model.panes.panel.is_empty() && !model.panes.text.is_empty() && area.width >= NARROW;
    let Some(percent) = model.progress().filter(|_| bare && model.context() == Context::Text) else { return area };
    let words = format!("{percent} %");
    let left = Rect { width: area.width - columns(&[(words.clone(), Style::new())]) - 3, ..area };
    write_all(buffer, area, left.right() + 2, area.y, &[(words, model.theme.muted)]);
    left
}

/// What was said last. Trouble has its sign before it.
fn draw_notice(model: &Model, buffer: &mut Buffer, notice: &Message) {
    let (area, theme) = (model.panes.hints, &model.theme);
    let mut words = vec![(notice.words().to_owned(), theme.base)];
    if notice.kind().is_trouble() {
        words.insert(0, (format!("{} ", notice.kind().sign()), theme.wrong));
    }
    write_all_cut(buffer, area, area.x + 1, area.y, &words);
}

/// What a letter is waited for; gives the column after it.
fn awaited(model: &Model, buffer: &mut Buffer, area: Rect) -> u16 {
    let Some(awaited) = model.awaited() else { return area.x + 1 };
    write_all(buffer, area, area.x + 1, area.y, &[(awaited.told().to_owned(), model.theme.base)]) + 2
}

/// What is wrong with the line that is being typed, where the list has no room for all of it; or what the chosen field
/// asks.
fn about_the_query(model: &Model) -> Option<String> {
    if model.context() != Context::Filter {
        return None;
    }
    let chosen = || {
        let (completion, at) = model.typing.offered()?;
        let choice = completion.choices.get(at?)?;
        Some(format!("{} {}", choice.shown, choice.help?))
    };
    model.mistake.as_ref().map(|mistake| format!("✗ {mistake}")).or_else(chosen)
}

/// Keys and what they do here.
struct Hint {
    command: Command,
    keys: String,
    label: String,
}

impl Hint {
    /// How many columns it takes, with the space after it.
    fn columns(&self) -> u16 {
        columns(&[(self.keys.clone(), Style::new()), (format!(" {}  ", self.label), Style::new())])
    }
}

fn hints(model: &Model) -> Vec<Hint> {
    let context = model.context();
    let mut hints: Vec<Hint> = Vec::new();
    for entry in TABLE.iter().filter(|entry| entry.contexts.contains(&context) && model.can(entry.command)) {
        let key = model.keymap.chords(context, entry.command).first();
        let (Some(label), Some(key)) = (label(model, entry, context), key) else { continue };
        match hints.last_mut().filter(|hint| hint.label == label) {
            Some(hint) => {
                hint.keys.push(' ');
                hint.keys.push_str(key_name(model, key));
            }
            None => hints.push(Hint { command: entry.command, keys: key_name(model, key).to_owned(), label }),
        }
    }
    hints
}

fn label(model: &Model, entry: &Entry, context: Context) -> Option<String> {
    let label = match entry.command {
        // Without a panel this is where the reader learns what Enter leads to.
        Command::Follow if model.panes.panel.is_empty() => return followed(model),
        Command::Cancel if model.input.is_empty() => Some("leave"),
        // In the list the meeting in question is not in sight on a narrow screen.
        Command::NextStory | Command::PreviousStory if context == Context::List => None,
        Command::NextStory | Command::PreviousStory if model.panel.by_series() => Some("other story of the series"),
        // On the head of a group there is no story to read.
        Command::Open if chosen_head(model).is_some() => {
            chosen_head(model).map(|folded| if folded { "unfold" } else { "its first story" })
        }
        Command::Fold => chosen_head(model).filter(|folded| !folded).map(|_| "fold"),
        // The header says so already.
        Command::Skipped if model.panes.header.height > 0 => None,
        _ => entry.hint,
    };
    label.map(str::to_owned)
}

/// Whether the group whose head is chosen is folded; `None` where a story is chosen.
fn chosen_head(model: &Model) -> Option<bool> {
    model.stories.groups().get(model.stories.chosen_head()?).map(|group| group.folded)
}

/// The story that the chosen link leads to, in what the line has room for.
fn followed(model: &Model) -> Option<String> {
    let story = model.library.stories.get(model.panel.chosen()?.story)?;
    let sign = if model.panel.by_series() { "↝" } else { "⇄" };
    // The margin, the key, the sign and the space after each.
    let room =
        usize::from(model.panes.hints.width).saturating_sub(6 + width(key_name(model, "Enter"))).min(LONGEST_TITLE);
    Some(format!("{sign} {}", truncate(&story.article.title.text, room)))
}

/// A key as it is written here: a sign where there is little room.
fn key_name<'k>(model: &Model, key: &'k str) -> &'k str {
    if key == "Enter" && model.panes.hints.width < NARROW { "↵" } else { key }
}
