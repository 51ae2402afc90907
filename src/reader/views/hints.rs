//! The last line: the keys that do something here, or a notice.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use super::pen::{columns, write_all};
use crate::reader::actions::{Command, Context, Entry, TABLE};
use crate::reader::model::Model;

pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let area = model.panes.hints;
    if let Some(notice) = &model.notice {
        write_all(buffer, area, area.x + 1, area.y, &[(notice.clone(), model.theme.base)]);
        return;
    }
    let hints = hints(model);
    // Room is kept for the help, which tells of all that did not fit.
    let kept = hints.iter().filter(|hint| hint.command == Command::Help).map(Hint::columns).sum::<u16>();
    let end = area.right().saturating_sub(kept);
    let mut x = area.x + 1;
    for hint in &hints {
        if hint.command != Command::Help && x + hint.columns() > end {
            continue;
        }
        let words = [(hint.keys.clone(), model.theme.accent), (format!(" {}", hint.label), model.theme.muted)];
        x = write_all(buffer, area, x, area.y, &words) + 2;
    }
}

/// Keys and what they do here.
struct Hint {
    command: Command,
    keys: String,
    label: &'static str,
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
        let (Some(label), Some(key)) = (label(model, entry, context), entry.keys.first()) else { continue };
        match hints.last_mut().filter(|hint| hint.label == label) {
            Some(hint) => {
                hint.keys.push(' ');
                hint.keys.push_str(key);
            }
            None => hints.push(Hint { command: entry.command, keys: (*key).to_owned(), label }),
        }
    }
    hints
}

fn label(model: &Model, entry: &Entry, context: Context) -> Option<&'static str> {
    match entry.command {
        Command::Cancel if model.input.is_empty() => Some("leave"),
        // In the list the meeting in question is not in sight on a narrow screen.
        Command::NextStory | Command::PreviousStory if context == Context::List => None,
        Command::NextStory | Command::PreviousStory if model.panel.by_series() => Some("other story of the series"),
        // The header says so already.
        Command::Skipped if model.panes.header.height > 0 => None,
        _ => entry.hint,
    }
}
