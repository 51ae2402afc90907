//! A list to pick from, with a line to filter it by.
//!
//! **In:** lines, each with what picking it means. **Out:** what was picked. **Why:** the palette of actions, saved
//! queries and everything else that is chosen from a list look alike and take the same keys.

mod kind;

use std::borrow::Cow;
use std::collections::HashSet;

pub use self::kind::Kind;
use super::correcting::Step;
use super::input::Input;
use super::look::Look;
use super::view::View;
use crate::dossier::Source;
use crate::language::Passage;
use crate::reader::actions::{Command, Context, TABLE};
use crate::reader::keymap::Keymap;
use crate::reader::settings::{GroupBy, Sort};
use crate::reader::theme::{AUTO, Listed};
use crate::search::{Chosen, choose};
use crate::text::fold::folded;

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
    /// Going to this story.
    Story(usize),
    /// Going to these words of another story.
    Source(Source),
    /// Telling why the first of these stories is linked with the second, or why not.
    Why(usize, usize),
    /// Opening this view.
    View(View),
    /// Wearing the theme of this name.
    Theme(String),
    /// Going on with a correction.
    Correct(Box<Step>),
    /// Nothing: the line only tells something.
    Nothing,
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
    /// What else each line is found by: the file of a story, though it is not shown, and on a line of its own its outlet; or what
    /// stands beside or below the line; empty for nothing.
    pub also: Vec<String>,
    /// What it asks, where that is more than its sort says.
    pub question: Option<String>,
}

/// From so many rows on there is room for second rows.
const ROOM_FOR_TWO: u16 = 6;

impl Picker {
    /// A list with nothing typed yet.
    pub fn new(kind: Kind, items: Vec<Item>) -> Self {
        let (input, matches, below, also) = (Input::default(), Vec::new(), Vec::new(), Vec::new());
        let mut picker = Self { kind, input, items, matches, cursor: 0, top: 0, below, also, question: None };
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

    /// The same for a narrow screen: what an action does stands below its name.
    #[must_use]
    pub fn in_two_rows(mut self) -> Self {
        let help = |item: &Item| item.label.split_once(": ").map_or("", |(_, help)| help).to_owned();
        self.below = self.items.iter().map(help).collect();
        self
    }

    /// The first row of a line: all of it, or what stands before that which has a row below.
    pub fn first_row(&self, index: usize) -> &str {
        let label = self.items.get(index).map_or("", |item| item.label.as_str());
        let below = self.below.get(index).filter(|below| !below.is_empty());
        below.and_then(|below| label.strip_suffix(below.as_str())?.strip_suffix(": ")).unwrap_or(label)
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

    /// What it asks.
    pub fn title(&self) -> &str {
        self.question.as_deref().unwrap_or_else(|| self.kind.title())
    }

    /// How many rows each line takes where there are so many in all.
    pub fn step(&self, rows: u16) -> u16 {
        if self.below.is_empty() || rows < ROOM_FOR_TWO { 1 } else { 2 }
    }

    /// Lists what matches the typed words; the best is chosen.
    pub fn filter(&mut self) {
        let typed = self.input.text();
        self.matches = choose(self.items.iter().map(|item| item.label.as_str()), &typed);
        self.also_match(&typed);
        (self.cursor, self.top) = (0, 0);
    }

    /// Lists what matches by more than the label, too: before all else what begins as typed does, such as the number of a file.
    fn also_match(&mut self, typed: &str) {
        let typed = typed.trim();
        if typed.is_empty() || self.also.is_empty() {
            return;
        }
        let listed: HashSet<usize> = self.matches.iter().map(|found| found.index).collect();
        let begun = folded(typed);
        let begins = |also: &String| also.lines().any(|line| folded(line).starts_with(&begun));
        let is_meant = |found: &Chosen| self.also.get(found.index).is_some_and(begins);
        // Only as it was typed: names of files are full of letters and digits that nobody chose.
        let words: Vec<String> = typed.split_whitespace().map(folded).collect();
        let has_words = |also: &str| {
            let also = folded(also);
            words.iter().all(|word| also.contains(word.as_str()))
        };
        let named = self.also.iter().enumerate().filter(|(_, also)| has_words(also));
        let found = named.map(|(index, _)| Chosen { index, lit: Vec::new() });
        let (meant, others): (Vec<Chosen>, Vec<Chosen>) = found.partition(is_meant);
        let first: HashSet<usize> = meant.iter().map(|found| found.index).collect();
        self.matches.retain(|found| !first.contains(&found.index));
        let others = others.into_iter().filter(|found| !listed.contains(&found.index));
        let shown = std::mem::take(&mut self.matches);
        self.matches = meant.into_iter().chain(shown).chain(others).collect();
    }

    /// Has each line mean something else; those that mean nothing any more are taken out. The choice stays.
    pub fn renew(&mut self, renewed: impl Fn(Pick) -> Option<Pick>) {
        let chosen = self.picked().cloned().and_then(&renewed);
        let items = std::mem::take(&mut self.items);
        let mut below = std::mem::take(&mut self.below).into_iter();
        let mut also = std::mem::take(&mut self.also).into_iter();
        for Item { label, detail, pick } in items {
            let (under, beside) = (below.next(), also.next());
            if let Some(pick) = renewed(pick) {
                self.items.push(Item { label, detail, pick });
                self.below.extend(under);
                self.also.extend(beside);
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

    /// What stands at the right of a line that matches; with the file where nothing else of the line matched.
    pub fn detail(&self, found: &Chosen) -> Cow<'_, str> {
        let detail = self.items.get(found.index).map_or("", |item| item.detail.as_str());
        let typed = folded(self.input.text().trim());
        let by_file = found.lit.is_empty() && !typed.is_empty();
        let file = self.also.get(found.index).and_then(|also| also.lines().next()).filter(|_| by_file);
        let has_some = |file: &&str| typed.split_whitespace().any(|word| folded(file).contains(word));
        let below = self.below.get(found.index).map(String::as_str);
        match file.filter(has_some).filter(|file| !detail.contains(file) && below != Some(file)) {
            Some(file) => Cow::Owned(format!("{file} · {detail}").trim_end_matches([' ', '·']).to_owned()),
            None => Cow::Borrowed(detail),
        }
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
    fn a_line_is_found_by_what_is_not_shown_too() {
        let saved = [("calls", "a"), ("002 nights", "b"), ("summits", "c")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        let mut picker = Picker::queries(&saved);
        picker.also = ["001_first.txt", "010_second.txt", "002_third.txt"].map(str::to_owned).to_vec();
        let found = |picker: &mut Picker, typed: &str| {
            picker.input.set(typed, "");
            picker.filter();
            picker.matches.iter().map(|found| found.index).collect::<Vec<_>>()
        };
        assert_eq!(found(&mut picker, "002"), [2, 1], "what is called so comes first");
        assert_eq!(found(&mut picker, "second"), [1]);
        assert_eq!(found(&mut picker, "calls"), [0]);
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
