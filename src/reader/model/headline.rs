//! The first line: what is open, how much of it there is, how names look, what someone should look at.
//!
//! **In:** the model, and the width of the line. **Out:** a `Headline`: words, each with what it is and what a click on it
//! asks for. **Why:** drawing and clicking must agree on every cell, so both ask here where a word stands.

use super::Model;
use super::digest::count;
use super::keyline::News;
use super::underway::Steps;
use crate::language::NameKind;
use crate::reader::actions::Command;
use crate::text::width::{truncate, width};

/// From this width on the legend comes before the counts.
const LEGEND_FROM: u16 = 100;

/// How many things are counted.
const COUNTS: usize = 3;

/// What words in the first line are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::reader) enum Look {
    /// The name of the program.
    Program,
    /// Beside the point.
    Muted,
    /// A key, or a sign.
    Accent,
    /// A title.
    Strong,
    /// How names of this kind look.
    Name(NameKind),
    /// How days look.
    Date,
    /// Air between words.
    Air,
}

/// Words in the first line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::reader) struct Said {
    /// The words, with the air before them.
    pub(in crate::reader) words: String,
    /// What they are.
    pub(in crate::reader) look: Look,
    /// What a click on them asks for.
    pub(in crate::reader) does: Option<Command>,
}

impl Said {
    fn new(words: impl Into<String>, look: Look) -> Self {
        Self { words: words.into(), look, does: None }
    }
}

/// The first line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::reader) struct Headline {
    /// From the first column on.
    pub(in crate::reader) left: Vec<Said>,
    /// Up to the last column but one; empty where there is no room.
    pub(in crate::reader) right: Vec<Said>,
    /// The first column of the right side.
    pub(in crate::reader) right_at: u16,
}

impl Headline {
    /// What a click on this column asks for.
    fn at(&self, column: u16) -> Option<Command> {
        let placed = |from: u16, side: &[Said]| {
            let mut x = from;
            side.iter().find_map(|said| {
                let end = x + columns_of(&said.words);
                // Air and the dot before a count are not the count.
                let air = said.words.trim_start_matches([' ', '·']);
                let start = end - columns_of(air);
                x = end;
                said.does.filter(|_| (start..end).contains(&column))
            })
        };
        placed(0, &self.left).or_else(|| placed(self.right_at, &self.right))
    }
}

impl Model {
    /// The first line as it is now.
    pub(in crate::reader) fn headline(&self) -> Headline {
        let area = self.panes.header;
        let (left, mut right) = match self.scrolled_title() {
            Some(title) => (title, Vec::new()),
            None if self.view().is_some() => (self.left_of_tabs(), Vec::new()),
            None => self.left_and_legend(),
        };
        right.append(&mut self.told_news());
        let right_at = area.right().saturating_sub(columns(&right) + 1);
        if right_at < columns(&left) + 2 {
            right.clear();
        }
        Headline { left, right, right_at }
    }

    /// What a click on this column of the first line asks for, beside the views that stand in it.
    pub(in crate::reader) fn headline_at(&self, column: u16) -> Option<Command> {
        self.headline().at(column)
    }

    /// The left side, and the legend where there is room for one: in short words, and from a hundred columns on with fewer
    /// counts beside it, if need be.
    fn left_and_legend(&self) -> (Vec<Said>, Vec<Said>) {
        let width = self.panes.header.width;
        let fewest = if width >= LEGEND_FROM { 0 } else { COUNTS };
        let news = self.told_news();
        let taken = columns(&news) + 6;
        for counts in (fewest..=COUNTS).rev() {
            let left = self.left_side(counts);
            for brief in [false, true] {
                let mut legend = self.legend(brief);
                if columns(&left) + columns(&legend) + taken <= width {
                    if !news.is_empty() {
                        legend.push(Said::new("   ", Look::Air));
                    }
                    return (left, legend);
                }
            }
        }
        (self.left_side(COUNTS), Vec::new())
    }

    /// The left side, with as many counts as the views beside it leave room for.
    fn left_of_tabs(&self) -> Vec<Said> {
        let tabs = self.view_tabs();
        let end = tabs.first().map_or(self.panes.header.right(), |tab| tab.x);
        let fits = |counts: &usize| columns(&self.left_side(*counts)) + 2 <= end;
        let mut left = self.left_side((0..=COUNTS).rev().find(fits).unwrap_or(0));
        let over = (columns(&left) + 2).saturating_sub(end);
        if let Some(last) = left.last_mut().filter(|_| over > 0) {
            let room = columns_of(&last.words).saturating_sub(over);
            last.words = truncate(&last.words, usize::from(room)).into_owned();
        }
        left
    }

    /// The title of the story, where it has been scrolled away and no list beside the text tells which one it is.
    fn scrolled_title(&self) -> Option<Vec<Said>> {
        let is_read = self.overlay.is_none() && self.view().is_none();
        let folded = self.panes.list.is_empty() && is_read && self.top > 0;
        let story = self.story().filter(|_| folded)?;
        let room = self.panes.header.width.saturating_sub(columns(&self.told_news()) + 6);
        let title = truncate(&story.article.title.text, usize::from(room)).into_owned();
        let back = Said { does: Some(Command::Leave), ..Said::new(" ‹ ", Look::Accent) };
        Some(vec![back, Said { does: Some(Command::Top), ..Said::new(title, Look::Strong) }])
    }

    /// The name of the program and of the library, and the counts that fit.
    fn left_side(&self, most: usize) -> Vec<Said> {
        let (library, header) = (&self.library, self.panes.header.width);
        let label = truncate(&library.label, usize::from(header).saturating_sub(14).min(40));
        let mut words = vec![Said::new(" Dateline", Look::Program), Said::new(format!("  {label}"), Look::Muted)];
        let all = count(library.stories.len(), "story", "stories");
        // Where no heading of the list tells what was found.
        let found = self.panes.list.is_empty() && !self.query.is_empty();
        let stories = if found { format!("  ·  {} of {all}", self.stories.len()) } else { format!("  ·  {all}") };
        // Where the list is folded away, its count leads back to it.
        let is_away = self.view().is_none() && self.panes.list.is_empty();
        let to_list = if is_away { Command::Leave } else { Command::Stories };
        let told = self.going_on(Steps::One);
        let reserved = columns(&self.told_news()) + 4;
        if self.finding.is_some() || told.is_some() {
            let told = told.map_or_else(|| "  …".into(), |told| format!("  {told}"));
            // What goes on is told before how many stories there are, and before what can be looked at later.
            let room = header.saturating_sub(columns(&words) + 2);
            let all = columns(&words) + columns_of(&stories) + columns_of(&told);
            let counted = Some(stories).filter(|_| most == COUNTS && all + reserved <= header);
            words.extend(counted.map(|stories| Said::new(stories, Look::Muted)));
            words.push(Said::new(truncate(&told, usize::from(room)), Look::Muted));
            return words;
        }
        let meetings = count(library.connections.meetings.len(), "meeting", "meetings");
        let names = count(library.connections.entities.len(), "name", "names");
        let counts: [(String, Command); COUNTS] =
            [(stories, to_list), (format!("  {meetings}"), Command::Meetings), (format!("  {names}"), Command::Names)];
        for (counted, command) in counts.into_iter().take(most) {
            if columns(&words) + columns_of(&counted) + reserved > header {
                break;
            }
            // What is laid over the screen is closed first.
            let does = Some(command).filter(|_| self.overlay.is_none());
            words.push(Said { does, ..Said::new(counted, Look::Muted) });
        }
        words
    }

    /// What someone should look at, with the keys that tell more.
    fn told_news(&self) -> Vec<Said> {
        let mut words = Vec::new();
        for news in self.news() {
            if !words.is_empty() {
                words.push(Said::new(" ".repeat(usize::from(News::GAP)), Look::Air));
            }
            let does = Some(news.command);
            words.push(Said { does, ..Said::new(format!("{} ", news.words), Look::Muted) });
            words.push(Said { does, ..Said::new(news.key, Look::Accent) });
        }
        words
    }

    /// Each kind of name that is highlighted, in its own style.
    fn legend(&self, brief: bool) -> Vec<Said> {
        let mut words = Vec::new();
        for kind in self.names.kinds() {
            let word = match kind {
                NameKind::Organisation if brief => "org",
                NameKind::Document if brief => "doc",
                _ => kind.word(),
            };
            words.push(Said::new(word, Look::Name(kind)));
            words.push(Said::new(if brief { " " } else { "  " }, Look::Air));
        }
        words.push(Said::new("date", Look::Date));
        words
    }
}

fn columns(words: &[Said]) -> u16 {
    words.iter().map(|said| columns_of(&said.words)).sum()
}

fn columns_of(words: &str) -> u16 {
    u16::try_from(width(words)).unwrap_or(u16::MAX)
}
