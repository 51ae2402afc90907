//! A list to pick from, with a line to filter it by.
//!
//! **In:** lines, each with what picking it means. **Out:** what was picked. **Why:** the palette of actions, saved
//! queries and everything else that is chosen from a list look alike and take the same keys.

use super::correcting::Step;
use super::input::Input;
use super::look::Look;
use super::view::View;
use crate::language::Passage;
use crate::reader::actions::{Command, Context, Correct, TABLE};
use crate::reader::keymap::Keymap;
use crate::reader::settings::{GroupBy, Sort};
use crate::reader::theme::{AUTO, Listed};
use crate::search::{Chosen, choose};

/// What a picker is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// All actions that do something here.
    Palette,
    /// Saved queries.
    Queries,
    /// Orders of the list.
    Sort,
    /// What groups of the list have in common.
    GroupBy,
    /// Places behind and ahead.
    Places,
    /// Stories to compare one with.
    Compare,
    /// Headings of a story.
    Outline,
    /// Paragraphs of a story without headings.
    Paragraphs,
    /// The other story of two, linked ones first.
    Others,
    /// Themes, which the screen wears while they are chosen from.
    Themes,
    /// Names, one of which is asked about.
    Who,
    /// Names, one of which is corrected.
    Correct(Correct),
    /// Names, one of which is another's.
    SameAs,
    /// In which stories.
    Scope,
    /// Kinds of names.
    KindOf,
    /// Mentions that are someone else's.
    Apart,
    /// Words that are never a name.
    Never,
    /// Meetings, one of which is the same.
    SameMeeting,
    /// Tellings that are of another meeting.
    OtherMeeting,
    /// Days, one of which is wrong.
    WhichDay,
}

impl Kind {
    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Palette => "Actions",
            Self::Queries => "Saved queries",
            Self::Sort => "Order of the list",
            Self::GroupBy => "Groups of the list",
            Self::Places => "Where you were, the latest first",
            Self::Compare => "Compare with: the nearest first",
            Self::Outline => "Outline: headings and meetings",
            Self::Paragraphs => "Outline: no headings, so paragraphs",
            Self::Others => "Why linked, or why not: with which story?",
            Self::Themes => "Themes",
            Self::Who => "Who is this?",
            Self::Correct(Correct::Same) => "Which name is another's?",
            Self::Correct(Correct::Apart) => "Which name is taken for someone's who it is not?",
            Self::Correct(Correct::Rename) => "Which name is to be written otherwise?",
            Self::Correct(Correct::Kind) => "Which name is of the wrong kind?",
            Self::Correct(_) => "Which name is none?",
            Self::SameAs => "The same as which name?",
            Self::Scope => "In which stories?",
            Self::KindOf => "What does it name?",
            Self::Apart => "Which mentions are someone else?",
            Self::Never => "Which words are never a name?",
            Self::SameMeeting => "The same as which meeting?",
            Self::OtherMeeting => "Not the meeting of which story?",
            Self::WhichDay => "Which day is wrong?",
        }
    }

    /// Whether it lies over list and text. Themes can only be judged where both stay in sight.
    pub const fn covers(self) -> bool {
        !matches!(self, Self::Themes)
    }

    /// What it says where no line matches.
    const fn unmatched(self) -> &'static str {
        match self {
            Self::Palette => "No action is called so.",
            Self::Sort => "No order is called so.",
            Self::GroupBy => "No groups are called so.",
            Self::Places => "No place is in a story with such a title.",
            Self::Compare => "No other story has such a title.",
            Self::Outline => "No heading or passage has these words.",
            Self::Paragraphs => "No paragraph begins with these words.",
            Self::Queries => "No saved query is called so.",
            Self::Others => "No story has such a title or outlet.",
            Self::Themes => "No theme is called so.",
            Self::Who | Self::Correct(_) | Self::SameAs => "No name is written so.",
            Self::SameMeeting => "No meeting has these words.",
            _ => "Nothing here has these words.",
        }
    }

    /// What it says where there is no line at all.
    const fn empty(self) -> &'static str {
        match self {
            Self::Queries => {
                "No query is saved yet. Write one into config.toml under [queries], as in: calls = \"kind:call\""
            }
            Self::Others => "There is no other story.",
            _ => "There is nothing to choose from.",
        }
    }
}

/// What picking a line means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Doing this.
    Command(Command),
    /// Asking this.
    Query(String),
    /// Listing in this order.
    Sort(Sort),
    /// Grouping by this.
    GroupBy(GroupBy),
    /// Going to the place with this number.
    Visit(usize),
    /// Going to this passage of the story.
    Passage(Passage),
    /// Telling why the first of these stories is linked with the second, or why not.
    Why(usize, usize),
    /// Opening this view.
    View(View),
    /// Wearing the theme of this name.
    Theme(String),
    /// Going on with a correction.
    Correct(Box<Step>),
}

/// A line to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is called; this is what typed words are looked for in.
    pub label: String,
    /// What stands at its right: keys, or the words of a query.
    pub detail: String,
    /// What picking it means.
    pub pick: Pick,
}

/// A list to pick from.
#[derive(Clone, Debug)]
pub struct Picker {
    /// What it is for.
    pub kind: Kind,
    /// What is typed.
    pub input: Input,
    /// All lines.
    pub items: Vec<Item>,
    /// Those that match, best first.
    pub matches: Vec<Chosen>,
    /// Which of them is chosen.
    pub cursor: usize,
    /// The first one in sight.
    pub top: usize,
    /// A second row for each line; empty for none.
    pub below: Vec<String>,
    /// What the question is about, where that is not to be seen in the lines.
    pub about: Option<String>,
}

/// From so many rows on there is room for second rows.
const ROOM_FOR_TWO: u16 = 6;

impl Picker {
    /// A list with nothing typed yet.
    pub fn new(kind: Kind, items: Vec<Item>) -> Self {
        let (input, matches, below) = (Input::default(), Vec::new(), Vec::new());
        let mut picker = Self { kind, input, items, matches, cursor: 0, top: 0, below, about: None };
        picker.filter();
        picker
    }

    /// The actions that `can` be carried out in `context`, with their keys.
    pub fn palette(keymap: &Keymap, context: Context, can: impl Fn(Command) -> bool) -> Self {
        let here = TABLE.iter().filter(|entry| entry.contexts.contains(&context) && can(entry.command));
        let items = here.map(|entry| Item {
            label: format!("{}: {}", entry.name.replace('-', " "), entry.help),
            detail: keymap.chords(context, entry.command).join("  "),
            pick: Pick::Command(entry.command),
        });
        Self::new(Kind::Palette, items.collect())
    }

    /// Saved queries, each with its name.
    pub fn queries(saved: &[(String, String)]) -> Self {
        let item = |(name, query): &(String, String)| Item {
            label: name.clone(),
            detail: query.clone(),
            pick: Pick::Query(query.clone()),
        };
        Self::new(Kind::Queries, saved.iter().map(item).collect())
    }

    /// The orders of the list; the one that it has is chosen.
    pub fn sorts(now: Sort) -> Self {
        Self::of_words(Kind::Sort, Sort::ALL, now, Sort::told, Pick::Sort)
    }

    /// What the list can be grouped by; what it is grouped by is chosen.
    pub fn groups(now: GroupBy) -> Self {
        Self::of_words(Kind::GroupBy, GroupBy::ALL, now, GroupBy::told, Pick::GroupBy)
    }

    fn of_words<T: Copy + PartialEq>(
        kind: Kind,
        all: &[T],
        now: T,
        told: impl Fn(T) -> &'static str,
        pick: impl Fn(T) -> Pick,
    ) -> Self {
        let item = |one: &T| Item {
            label: told(*one).to_owned(),
            detail: if *one == now { "as it is now" } else { "" }.to_owned(),
            pick: pick(*one),
        };
        let mut picker = Self::new(kind, all.iter().map(item).collect());
        picker.cursor = all.iter().position(|one| *one == now).unwrap_or(0);
        picker
    }

    /// Every theme, with the one of this name chosen.
    pub(in crate::reader) fn themes(look: &Look, chosen: &str) -> Self {
        let own = |listed: &Listed| match (&listed.theme, &listed.file) {
            (Err(error), _) => (format!("✗ {error}"), ""),
            (Ok(_), Some(_)) => (listed.about.clone(), "yours"),
            (Ok(_), None) => (listed.about.clone(), ""),
        };
        let auto = (AUTO.to_owned(), ("what suits the terminal".to_owned(), ""));
        let all = std::iter::once(auto).chain(look.listed.iter().map(|listed| (listed.name.clone(), own(listed))));
        let item = |(name, (about, whose)): (String, (String, &str))| Item {
            label: if about.is_empty() { name.clone() } else { format!("{name}: {about}") },
            detail: if name == look.name { "in force".to_owned() } else { whose.to_owned() },
            pick: Pick::Theme(name),
        };
        let mut picker = Self::new(Kind::Themes, all.map(item).collect());
        picker.choose_theme(chosen);
        picker
    }

    /// Chooses the theme of this name, if it is among those that match.
    pub(in crate::reader) fn choose_theme(&mut self, name: &str) {
        let is_it = |found: &Chosen| {
            let pick = self.items.get(found.index).map(|item| &item.pick);
            matches!(pick, Some(Pick::Theme(own)) if own == name)
        };
        self.cursor = self.matches.iter().position(is_it).unwrap_or(self.cursor);
    }

    /// The question, with what it is about.
    pub fn title(&self) -> String {
        match &self.about {
            Some(about) => format!("{} {about}", self.kind.title()),
            None => self.kind.title().to_owned(),
        }
    }

    /// How many rows each line takes where there are so many in all.
    pub fn step(&self, rows: u16) -> u16 {
        if self.below.is_empty() || rows < ROOM_FOR_TWO { 1 } else { 2 }
    }

    /// Lists what matches the typed words; the best is chosen.
    pub fn filter(&mut self) {
        self.matches = choose(self.items.iter().map(|item| item.label.as_str()), &self.input.text());
        (self.cursor, self.top) = (0, 0);
    }

    /// Has each line mean something else; those that mean nothing any more are taken out. The choice stays.
    pub fn renew(&mut self, renewed: impl Fn(Pick) -> Option<Pick>) {
        let chosen = self.picked().cloned().and_then(&renewed);
        let (items, below) = (std::mem::take(&mut self.items), std::mem::take(&mut self.below));
        let mut below = below.into_iter();
        for Item { label, detail, pick } in items {
            let under = below.next();
            if let Some(pick) = renewed(pick) {
                self.items.push(Item { label, detail, pick });
                self.below.extend(under);
            }
        }
        let (cursor, top) = (self.cursor, self.top);
        self.filter();
        let is_it = |found: &Chosen| self.items.get(found.index).map(|item| &item.pick) == chosen.as_ref();
        let last = self.matches.len().saturating_sub(1);
        self.cursor = self.matches.iter().position(is_it).unwrap_or(cursor.min(last));
        self.top = top.min(self.cursor);
    }

    /// Chooses the line `steps` further, going round at the ends, with `height` lines in sight.
    pub fn go(&mut self, steps: isize, height: usize) {
        let count = isize::try_from(self.matches.len()).unwrap_or(isize::MAX);
        if count > 0 {
            let at = isize::try_from(self.cursor).unwrap_or(0).saturating_add(steps).rem_euclid(count);
            self.cursor = usize::try_from(at).unwrap_or(0);
        }
        self.reveal(height);
    }

    /// Moves what is in sight by `steps` lines, of which there are `height`. The choice stays in sight.
    pub fn scroll(&mut self, steps: isize, height: usize) {
        let last = self.matches.len().saturating_sub(height);
        self.top = self.top.saturating_add_signed(steps).min(last);
        self.cursor = self.cursor.clamp(self.top, self.top + height.saturating_sub(1));
    }

    /// Brings the chosen line into sight.
    pub fn reveal(&mut self, height: usize) {
        if self.cursor < self.top {
            self.top = self.cursor;
        } else if self.cursor >= self.top + height.max(1) {
            self.top = self.cursor + 1 - height.max(1);
        }
    }

    /// What it says where nothing can be picked.
    pub const fn nothing(&self) -> &'static str {
        if self.items.is_empty() { self.kind.empty() } else { self.kind.unmatched() }
    }

    /// What the chosen line means.
    pub fn picked(&self) -> Option<&Pick> {
        let chosen = self.matches.get(self.cursor)?;
        self.items.get(chosen.index).map(|item| &item.pick)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_palette_finds_an_action_by_its_name_and_by_what_it_does() {
        let mut palette = Picker::palette(&Keymap::default(), Context::Text, |_| true);
        palette.input.set("zebra crossing", "");
        palette.filter();
        assert!(palette.matches.is_empty());
        palette.input.set("next passage", "");
        palette.filter();
        assert_eq!(palette.picked(), Some(&Pick::Command(Command::NextMark)));
        palette.input.set("quit", "");
        palette.filter();
        assert_eq!(palette.picked(), Some(&Pick::Command(Command::Quit)));
    }

    #[test]
    fn the_choice_goes_round_and_stays_in_sight() {
        let saved: Vec<(String, String)> = (0..5).map(|at| (format!("query {at}"), format!("who:{at}"))).collect();
        let mut queries = Picker::queries(&saved);
        queries.go(-1, 3);
        assert_eq!((queries.cursor, queries.top), (4, 2));
        queries.go(1, 3);
        assert_eq!((queries.cursor, queries.top), (0, 0));
        assert_eq!(queries.picked(), Some(&Pick::Query("who:0".into())));
        let mut none = Picker::queries(&[]);
        none.go(1, 3);
        assert_eq!(none.picked(), None);
    }

    #[test]
    fn a_list_without_lines_says_another_thing_than_one_in_which_none_matches() {
        let mut none = Picker::queries(&[]);
        assert!(none.nothing().starts_with("No query is saved yet"), "{}", none.nothing());
        none.input.set("zebra", "");
        none.filter();
        assert!(none.nothing().contains("[queries]"), "what is typed is not why there is nothing");
        let mut some = Picker::queries(&[("calls".to_owned(), "kind:call".to_owned())]);
        some.input.set("zebra", "");
        some.filter();
        assert_eq!(some.nothing(), "No saved query is called so.");
    }
}
