//! Letters on everything in sight that can be followed.
//!
//! **In:** the page and the panel as they are on the screen. **Out:** a [`Label`] for each link: its letters, its cell,
//! where it leads. **Why:** with letters on it, any link is two keys away, wherever the focus is. The letters lie over the
//! text for a moment; nothing moves.

use super::Model;
use super::panel::Line;
use crate::language::{EntityId, Name, NameKind};
use crate::reader::layout::page::{InkKind, Page};
use crate::text::Span;

/// The letters in the order of use: the home row first.
const LETTERS: &str = "asdfghjklqwertyuiopzxcvbnm";

/// Where a label leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The marked passage with this index, and on to the other story that tells of its meeting.
    Mark(usize),
    /// The stories that this query finds, which name the same.
    Named(String),
    /// The first passage about a meeting.
    Meetings,
    /// The other story with this index in the panel.
    Kin(usize),
}

/// Letters on a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What to type, in lower case.
    pub letters: String,
    /// 0-based column of the first letter on the screen.
    pub x: u16,
    /// 0-based row on the screen.
    pub y: u16,
    /// Where it leads.
    pub target: Target,
}

/// The labels on the screen, and what was typed of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    all: Vec<Label>,
    /// The first letter, where a second has to follow.
    pub typed: String,
}

/// What a letter came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// This label.
    Whole(Target),
    /// The beginning of several.
    Begun,
    /// The beginning of none.
    None,
}

impl Labels {
    /// Whether there is nothing to follow.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The labels that go on from what was typed.
    pub fn left(&self) -> impl Iterator<Item = &Label> {
        self.all.iter().filter(|label| label.letters.starts_with(&self.typed))
    }

    /// Types a letter; one that begins no label is not taken.
    pub fn take(&mut self, letter: char) -> Typed {
        let before = self.typed.len();
        self.typed.push(letter.to_ascii_lowercase());
        let found = self.left().next().map(|label| (label.letters == self.typed, label.target.clone()));
        match found {
            Some((true, target)) => Typed::Whole(target),
            Some(_) => Typed::Begun,
            None => {
                self.typed.truncate(before);
                Typed::None
            }
        }
    }
}

/// So many labels of one or two letters, none the beginning of another: as many of one letter as there can be, on the home
/// row first. Fewer where two letters are not enough.
pub fn letters(count: usize) -> Vec<String> {
    let all = LETTERS.len();
    // Each letter that two-letter labels begin with is one single label less, and a whole alphabet of labels more.
    let firsts = (0..=all).find(|firsts| all - firsts + firsts * all >= count).unwrap_or(all);
    let singles = LETTERS.chars().take(all - firsts).map(String::from);
    let pairs = LETTERS.chars().skip(all - firsts);
    let pairs = pairs.flat_map(|first| LETTERS.chars().map(move |second| format!("{first}{second}")));
    singles.chain(pairs).take(count).collect()
}

impl Model {
    /// Letters for everything in sight that can be followed.
    pub(in crate::reader) fn labels(&self) -> Labels {
        let mut found = self.page().map(|page| self.links_on(page)).unwrap_or_default();
        found.extend(self.links_in_panel());
        let mut all: Vec<Label> = Vec::new();
        for (letters, (x, y, target)) in letters(found.len()).into_iter().zip(found) {
            let wide = u16::try_from(letters.len()).unwrap_or(u16::MAX);
            // Of two links that begin in one cell the second label stands behind the first, with a cell between them.
            let before = all.last().filter(|before| before.y == y);
            let end = |label: &Label| label.x.saturating_add(u16::try_from(label.letters.len()).unwrap_or(u16::MAX));
            let free = before.map_or(x, |before| x.max(end(before).saturating_add(1)));
            all.push(Label { letters, x: free.min(self.size.0.saturating_sub(wide)), y, target });
        }
        Labels { all, typed: String::new() }
    }

    /// The links on the page, each with its cell, in reading order.
    fn links_on(&self, page: &Page) -> Vec<(u16, u16, Target)> {
        let measure = self.panes.measure();
        let rows = page.rows.iter().skip(self.top).take(usize::from(measure.height));
        let sight = self.top..self.top + usize::from(measure.height);
        let first = page.rows.get(self.top).map_or(0, |row| row.span.start());
        let marks = page
            .marks
            .iter()
            .enumerate()
            .filter(|(_, placed)| placed.rows.start < sight.end && placed.rows.end > sight.start);
        let mut links: Vec<(usize, Target)> =
            marks.map(|(index, placed)| (placed.shown.start().max(first), Target::Mark(index))).collect();
        links.extend(self.named_links(page));
        let leads = page.inks.iter().filter(|ink| ink.kind == InkKind::Lead);
        links.extend(leads.map(|ink| (ink.span.start(), Target::Meetings)));
        links.sort_by_key(|(offset, _)| *offset);
        // Of several names in the same words (“the Vellish and Ostian envoys”), and of a passage and the name that it begins
        // with, one is enough: two letters side by side would be read as one label.
        let is_name = |target: &Target| matches!(target, Target::Named(_));
        links.dedup_by(|next, kept| next.0 == kept.0 && is_name(&next.1));
        let mut links = links.into_iter().skip_while(|(offset, _)| *offset < first).peekable();
        let mut found = Vec::new();
        for (y, row) in (measure.y..).zip(rows) {
            let mut x = measure.x + row.indent;
            for glyph in page.glyphs(row) {
                // What begins in the space before a row begins with the row.
                while let Some((_, target)) = links.next_if(|(offset, _)| *offset <= glyph.offset) {
                    found.push((x, y, target));
                }
                x = x.saturating_add(u16::try_from(glyph.width).unwrap_or(u16::MAX));
            }
        }
        found
    }

    /// The first mention in sight of each name that other stories name as well.
    fn named_links(&self, page: &Page) -> Vec<(usize, Target)> {
        let (Some(story), true) = (self.story(), self.finding.is_none()) else { return Vec::new() };
        let sight = |at: &usize| {
            let last = self.top + self.text_height();
            page.rows.get(self.top).is_some_and(|row| row.span.start() <= *at)
                && page.rows.get(last).is_none_or(|row| *at < row.span.start())
        };
        let first = |name: &Name| {
            let shown = name.mentions.iter().filter_map(|mention| page.sheet.shown(mention.passage));
            shown.map(Span::start).filter(sight).min()
        };
        let link = |name: &Name| Some((first(name)?, Target::Named(self.query_for(&name.id)?)));
        story.annotations.names.iter().filter(|name| self.names.shows(name.kind)).filter_map(link).collect()
    }

    /// The query that finds the stories that name this; `None` where it is named here alone.
    fn query_for(&self, id: &EntityId) -> Option<String> {
        let entity = self.library.entity(id).filter(|entity| entity.stories.len() > 1)?;
        // A value cannot hold the mark that ends it.
        let name = entity.name.replace(['"', '“', '”', '„'], "");
        let field = match entity.kind {
            NameKind::Person | NameKind::Organisation => "who:",
            NameKind::Place => "where:",
            // Groups, events and documents have no field: their words are looked for.
            _ => "",
        };
        Some(format!("{field}\"{name}\""))
    }

    /// The other stories in the panel.
    fn links_in_panel(&self) -> Vec<(u16, u16, Target)> {
        let panel = self.panes.panel;
        let rows = usize::from(panel.height.saturating_sub(1));
        let lines = self.panel.lines(rows).into_iter().zip(panel.y.saturating_add(1)..panel.bottom());
        let kin = |(line, y): (Line, u16)| match line {
            Line::Kin(index) => Some((panel.x + 1, y, Target::Kin(index))),
            _ => None,
        };
        lines.filter_map(kin).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_is_the_beginning_of_another_and_single_letters_come_first() {
        for count in [0, 1, 9, 26, 27, 60, 300, 676, 900] {
            let labels = letters(count);
            assert_eq!(labels.len(), count.min(676));
            for (at, label) in labels.iter().enumerate() {
                assert!(matches!(label.len(), 1 | 2));
                assert!(
                    !labels.iter().enumerate().any(|(other, begun)| other != at && label.starts_with(begun.as_str()))
                );
            }
            assert!(labels.windows(2).all(|two| two[0].len() <= two[1].len()));
        }
        assert_eq!(letters(3), ["a", "s", "d"]);
        assert_eq!(letters(27)[25..], ["ma", "ms"]);
    }

    #[test]
    fn letters_narrow_the_labels_until_one_is_left() {
        let label = |letters: &str, target| Label { letters: letters.into(), x: 0, y: 0, target };
        let all = vec![label("a", Target::Mark(0)), label("ma", Target::Mark(1)), label("ms", Target::Kin(0))];
        let mut labels = Labels { all, typed: String::new() };
        assert_eq!(labels.take('q'), Typed::None);
        assert_eq!(labels.clone().take('a'), Typed::Whole(Target::Mark(0)));
        assert_eq!(labels.take('M'), Typed::Begun);
        assert_eq!(labels.left().count(), 2);
        assert_eq!(labels.take('x'), Typed::None);
        assert_eq!(labels.take('s'), Typed::Whole(Target::Kin(0)));
    }
}
