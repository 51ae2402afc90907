//! What stands in the last line and at the right end of the first one.
//!
//! **In:** the model, and the width of the line. **Out:** a notice or the keys that do something here, each at its columns;
//! what someone should look at, with the key that tells more. **Why:** drawing and clicking must agree on every cell, so
//! both ask here where a word stands.

use std::ops::Range;

use ratatui::layout::Position;

use super::Model;
use super::messages::Message;
use super::underway::Steps;
use super::view::View;
use crate::reader::actions::{Command, Context, Entry, TABLE};
use crate::text::width::{truncate, width};

/// Below this width keys are written in signs.
const NARROW: u16 = 30;

/// The longest title in the last line.
const LONGEST_TITLE: usize = 40;

/// The columns of the name of the program in the first line, with the air around it.
const NAME_OF_PROGRAM: u16 = 15;

/// The most columns that the name of the library takes there.
const LONGEST_LABEL: u16 = 40;

/// The fewest columns that keys keep beside what was found.
const LEAST: usize = 20;

/// What the last line shows.
#[derive(Debug)]
pub(in crate::reader) enum LastLine<'m> {
    /// A line that is being typed: it has the row for itself, whatever happens in the background.
    Typed,
    /// What was said last.
    Notice(&'m Message),
    /// Something about the query that is being typed, or about keys that were begun.
    Query(String),
    /// The keys that do something here.
    Keys(KeyLine),
}

/// Words at a column.
pub(in crate::reader) type Placed = (u16, String);

/// The keys that do something here, and what else stands beside them.
#[derive(Debug, Default)]
pub(in crate::reader) struct KeyLine {
    /// What a letter is waited for.
    pub(in crate::reader) awaited: Option<&'static str>,
    /// Keys, from left to right.
    pub(in crate::reader) hints: Vec<Hint>,
    /// How far the text is read, where no panel tells it.
    pub(in crate::reader) progress: Option<Placed>,
    /// What was found.
    pub(in crate::reader) found: Option<Placed>,
}

/// Keys and what they do here.
#[derive(Debug)]
pub(in crate::reader) struct Hint {
    /// Each with what it does; a space stands between them.
    pub(in crate::reader) keys: Vec<(String, Command)>,
    /// What they do, after them.
    pub(in crate::reader) label: String,
    /// The first column.
    pub(in crate::reader) x: u16,
}

impl Hint {
    /// The keys as they are written.
    pub(in crate::reader) fn written(&self) -> String {
        self.keys.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn command(&self) -> Option<Command> {
        self.keys.first().map(|(_, command)| *command)
    }

    fn does(&self, command: Command) -> bool {
        self.command() == Some(command)
    }

    /// How many columns it takes, with the space after it.
    fn columns(&self) -> u16 {
        columns(&self.written()) + columns(&self.label) + 3
    }

    /// What a click on this column asks for: each key for its own command, the words for that of the first key.
    fn at(&self, column: u16) -> Option<Command> {
        let mut x = self.x;
        for (key, command) in &self.keys {
            let end = x + columns(key);
            if (x..end).contains(&column) {
                return Some(*command);
            }
            x = end + 1;
        }
        (self.x..x + columns(&self.label)).contains(&column).then(|| self.command()).flatten()
    }
}

/// Something that someone should look at.
#[derive(Debug)]
pub(in crate::reader) struct News {
    /// What, with how much of it.
    pub(in crate::reader) words: String,
    /// The key that tells more.
    pub(in crate::reader) key: String,
    /// What that key does.
    pub(in crate::reader) command: Command,
}

impl News {
    /// Spaces between one and the next.
    pub(in crate::reader) const GAP: u16 = 2;

    /// How many columns it takes.
    pub(in crate::reader) fn columns(&self) -> u16 {
        columns(&self.words) + 1 + columns(&self.key)
    }
}

impl Model {
    /// What the last line shows now.
    pub(in crate::reader) fn last_line(&self) -> LastLine<'_> {
        if self.is_line_open() {
            return LastLine::Typed;
        }
        if let Some(notice) = self.notice() {
            return LastLine::Notice(notice);
        }
        // The keys of this place are not heard until these are left.
        if self.shows_following && self.awaited().is_none() {
            return LastLine::Query("one of these keys  Esc leaves them".to_owned());
        }
        self.about_the_query().map_or_else(|| LastLine::Keys(self.key_line()), LastLine::Query)
    }

    /// Whether a line is typed in place of the keys.
    fn is_line_open(&self) -> bool {
        // What narrows a view has a row of its own where there is room.
        let is_low = || self.narrowed_view().is_some() && self.view_parts().line.is_empty();
        let in_place = match self.context() {
            Context::Find => true,
            Context::Filter => is_low(),
            _ => false,
        };
        in_place || (self.prompt.is_some() && self.awaited().is_none())
    }

    /// The keys, as far as there is room for them.
    fn key_line(&self) -> KeyLine {
        let area = self.panes.hints;
        let (mut line, mut end) = (KeyLine::default(), area.right());
        let bare = self.panes.panel.is_empty() && !self.panes.text.is_empty() && area.width >= NARROW;
        if let Some(percent) = self.progress().filter(|_| bare && self.context() == Context::Text) {
            let words = format!("{percent} %");
            end = end.saturating_sub(columns(&words) + 3);
            line.progress = Some((end + 2, words));
        }
        if let Some(words) = self.found_words().filter(|words| width(words) + 2 + LEAST <= usize::from(end - area.x)) {
            end -= columns(&words) + 2;
            line.found = Some((end + 1, words));
        }
        if self.appearance.zen && self.context() == Context::Text {
            return line;
        }
        line.awaited = self.awaited().map(super::whereabouts::Awaited::told);
        let first = area.x + 1 + line.awaited.map_or(0, |told| columns(told) + 2);
        line.hints = self.fitting(first..end);
        line
    }

    /// The hints that have room in these columns, at their places.
    fn fitting(&self, room: Range<u16>) -> Vec<Hint> {
        let all = self.hints();
        // Room is kept for the help, which tells of all that did not fit.
        let kept = all.iter().filter(|hint| hint.does(Command::Help)).map(Hint::columns).sum::<u16>();
        let mut x = room.start;
        let mut fitting = Vec::new();
        for mut hint in all {
            // Where Enter leads counts for more than the help, where the panel does not tell it.
            let goes_first = hint.does(Command::Follow) && self.panes.panel.is_empty();
            let end = if hint.does(Command::Help) || goes_first { room.end } else { room.end.saturating_sub(kept) };
            if x + hint.columns() <= end {
                hint.x = x;
                x += hint.columns();
                fitting.push(hint);
            }
        }
        fitting
    }

    fn hints(&self) -> Vec<Hint> {
        let context = self.context();
        let mut hints: Vec<Hint> = Vec::new();
        for entry in TABLE.iter().filter(|entry| entry.contexts.contains(&context)) {
            let key = self.keymap.chords(context, entry.command).first();
            let (Some(label), Some(key)) = (self.label(entry, context), key) else { continue };
            // Asked last: whether a key would do something can take a look at the whole story, and most have no hint.
            if !self.can(entry.command) {
                continue;
            }
            let key = (self.key_name(key).to_owned(), entry.command);
            match hints.last_mut().filter(|hint| hint.label == label) {
                Some(hint) => hint.keys.push(key),
                None => hints.push(Hint { keys: vec![key], label, x: 0 }),
            }
        }
        hints
    }

    fn label(&self, entry: &Entry, context: Context) -> Option<String> {
        let label = match entry.command {
            // Without a panel this is where the reader learns what Enter leads to.
            Command::Follow if context == Context::View => Some("open"),
            // In a view the first line tells them.
            Command::NextMark | Command::Meetings | Command::Names | Command::Map if context == Context::View => None,
            Command::Find if context == Context::View && self.view().is_some_and(|open| open.content.is_filtered()) => {
                Some("filter")
            }
            Command::Follow if self.panes.panel.is_empty() => return self.followed(),
            // What is open says how it is closed.
            Command::Peek if self.peek.is_some() => None,
            Command::Cancel if self.query_line().text().is_empty() => Some("leave"),
            Command::Accept if self.narrowed_view().is_some() => Some("keep"),
            // In the list the meeting in question is not in sight on a narrow screen.
            Command::NextStory | Command::PreviousStory if context == Context::List => None,
            // Elsewhere in views there is no room for all that works.
            Command::NextStory | Command::PreviousStory if context == Context::View => {
                matches!(self.view().map(|open| open.view), Some(View::Meeting(_))).then_some("its stories")
            }
            Command::NextStory | Command::PreviousStory if self.panel.by_series() => Some("other story of the series"),
            // On the head of a group there is no story to read.
            Command::Open if self.chosen_head().is_some() => {
                self.chosen_head().map(|folded| if folded { "unfold" } else { "its first story" })
            }
            Command::Fold => self.chosen_head().filter(|folded| !folded).map(|_| "fold"),
            // The header says so already.
            Command::Skipped if self.panes.header.height > 0 => None,
            _ => entry.hint,
        };
        label.map(str::to_owned)
    }

    /// Whether the group whose head is chosen is folded; `None` where a story is chosen.
    fn chosen_head(&self) -> Option<bool> {
        self.stories.groups().get(self.stories.chosen_head()?).map(|group| group.folded)
    }

    /// The story that the chosen link leads to, in what the line has room for.
    fn followed(&self) -> Option<String> {
        let story = self.library.stories.get(self.panel.chosen()?.story)?;
        let sign = if self.panel.by_series() { "↝" } else { "⇄" };
        // The margin, the key, the sign and the space after each.
        let taken = 6 + width(self.key_name("Enter"));
        let room = usize::from(self.panes.hints.width).saturating_sub(taken).min(LONGEST_TITLE);
        Some(format!("{sign} {}", truncate(&story.article.title.text, room)))
    }

    /// A key as it is written here: a sign where there is little room.
    fn key_name<'k>(&self, key: &'k str) -> &'k str {
        if key == "Enter" && self.panes.hints.width < NARROW { "↵" } else { key }
    }

    /// What someone should look at, for the right end of the header: how many messages of trouble came since the log was
    /// looked at; and how many files could not be read, else how many notes there are on those that were.
    pub(in crate::reader) fn news(&self) -> Vec<News> {
        let messages = self.messages.unseen_words();
        let files = match (self.library.skipped.len(), self.library.notices.len()) {
            (0, 0) => None,
            (0, 1) => Some("1 note".to_owned()),
            (0, notices) => Some(format!("{notices} notes")),
            (skipped, _) => Some(format!("{skipped} not read")),
        };
        let news = |(words, command): (Option<String>, Command)| {
            let key = self.keymap.chords(Context::List, command).first()?.clone();
            Some(News { words: words?, key, command })
        };
        [(messages, Command::Messages), (files, Command::Skipped)].into_iter().filter_map(news).collect()
    }

    /// What a click on the first or the last line asks for.
    pub(in crate::reader) fn pointed_at(&self, at: Position) -> Option<Command> {
        if self.is_linear() || self.loading.is_some() {
            None
        } else if self.panes.hints.contains(at) {
            match self.last_line() {
                // All of it, where it was cut, and what was said before.
                LastLine::Notice(_) => Some(Command::Messages),
                LastLine::Keys(line) => line.hints.iter().find_map(|hint| hint.at(at.x)),
                LastLine::Typed | LastLine::Query(_) => None,
            }
        } else if self.panes.header.contains(at) && self.picker.is_none() {
            self.headline_at(at.x).or_else(|| self.view_tabs().iter().find_map(|tab| tab.at(at.x)))
        } else {
            None
        }
    }

    /// The views that have a key of their own, at their places at the right end of the first line, while one is on the
    /// screen; none where there is no room.
    pub(in crate::reader) fn view_tabs(&self) -> Vec<Hint> {
        let area = self.panes.header;
        if self.view().is_none() || self.overlay.is_some() {
            return Vec::new();
        }
        let tabs = View::TABS.iter().filter_map(|(command, name)| {
            let key = self.keymap.chords(Context::View, *command).first()?;
            Some(Hint { keys: vec![(key.clone(), *command)], label: (*name).to_owned(), x: 0 })
        });
        let mut tabs: Vec<Hint> = tabs.collect();
        let news: u16 = self.news().iter().map(|news| news.columns() + News::GAP).sum();
        let taken = tabs.iter().map(Hint::columns).sum::<u16>() + news;
        let name = columns(&self.library.label).min(LONGEST_LABEL) + NAME_OF_PROGRAM;
        // For a while they give way to the count of what goes on.
        let told = self.going_on(Steps::One);
        let count = told.as_deref().and_then(|told| told.split(',').next()).map_or(0, |count| columns(count) + 4);
        let Some(mut x) = area.right().checked_sub(taken).filter(|start| *start >= name + count) else {
            return Vec::new();
        };
        for tab in &mut tabs {
            tab.x = x;
            x += tab.columns();
        }
        tabs
    }
}

fn columns(words: &str) -> u16 {
    u16::try_from(width(words)).unwrap_or(u16::MAX)
}
