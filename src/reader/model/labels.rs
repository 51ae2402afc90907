//! Letters on everything in sight that can be followed.
//!
//! **In:** the page and the panel as they are on the screen. **Out:** a [`Label`] for each link: its letters, its cell,
//! where it leads. **Why:** with letters on it, any link is two keys away, wherever the focus is, and each
//! mention of a name is one: nobody should have to look for the first. The letters lie over the text for a moment; nothing
//! moves.

use super::Model;
use super::panel::Line;
use crate::language::{EntityId, Name, NameKind};
use crate::links::Entity;
use crate::reader::layout::page::{InkKind, Lead, Page};
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
    /// The page of the name with this index in the library, which no other story names.
    Name(usize),
    /// What a fact under the title leads to.
    Lead(Lead),
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

/// Something in sight that can be followed.
#[derive(Debug)]
struct Found {
    x: u16,
    y: u16,
    /// The column after its last letter in this row.
    end: u16,
    target: Target,
}

impl Model {
    /// Letters for everything in sight that can be followed.
    pub(in crate::reader) fn labels(&self) -> Labels {
        let mut found = self.page().map(|page| self.links_on(page)).unwrap_or_default();
        found.extend(self.links_in_panel());
        // The fewest letters for what leads to other stories at once; names are many.
        let is_name = |found: &Found| matches!(found.target, Target::Named(_) | Target::Name(_));
        let links = found.iter().filter(|found| !is_name(found)).count();
        let all = letters(found.len());
        let (mut of_links, mut of_names) = (all.iter().take(links), all.iter().skip(links));
        let mut placed: Vec<Label> = Vec::new();
        for found in found {
            let next = if is_name(&found) { of_names.next() } else { of_links.next() };
            // Where two letters are not enough, the last names have none.
            let Some(letters) = next.cloned() else { continue };
            let x = self.column_for(&found, &letters, placed.last());
            placed.push(Label { letters, x, y: found.y, target: found.target });
        }
        Labels { all: placed, typed: String::new() }
    }

    /// Where the letters of a label stand: at the beginning of what they lead from. Of two that begin in one cell the second
    /// stands at its end, or else behind the first, with a cell between them: they must not be read as one.
    fn column_for(&self, found: &Found, letters: &str, before: Option<&Label>) -> u16 {
        let wide = |letters: &str| u16::try_from(letters.len()).unwrap_or(u16::MAX);
        let before = before.filter(|before| before.y == found.y);
        let free = before.map_or(0, |before| before.x.saturating_add(wide(&before.letters)).saturating_add(1));
        let x = if found.x >= free { found.x } else { free.max(found.end.saturating_sub(wide(letters))) };
        x.min(self.size.0.saturating_sub(wide(letters)))
    }

    /// The links on the page, each with its cells, in reading order.
    fn links_on(&self, page: &Page) -> Vec<Found> {
        let measure = self.panes.measure();
        let rows = page.rows.iter().skip(self.top).take(usize::from(measure.height));
        let links = self.link_spans(page);
        let first = page.rows.get(self.top).map_or(0, |row| row.span.start());
        let mut links = links.into_iter().skip_while(|(span, _)| span.start() < first).peekable();
        let mut found: Vec<Found> = Vec::new();
        for (y, row) in (measure.y..).zip(rows) {
            let mut x = measure.x + row.indent;
            // Those that began in this row, with the byte where each ends.
            let mut ends: Vec<(usize, usize)> = Vec::new();
            for glyph in page.glyphs(row) {
                // What begins in the space before a row begins with the row.
                while let Some((span, target)) = links.next_if(|(span, _)| span.start() <= glyph.offset) {
                    ends.push((found.len(), span.end()));
                    found.push(Found { x, y, end: x, target });
                }
                x = x.saturating_add(u16::try_from(glyph.width).unwrap_or(u16::MAX));
                for (number, _) in ends.iter().filter(|(_, end)| glyph.offset < *end) {
                    if let Some(found) = found.get_mut(*number) {
                        found.end = x;
                    }
                }
            }
        }
        found
    }

    /// The links of a page that are in sight, in reading order: where they stand on it. What begins above begins in the first
    /// row in sight.
    fn link_spans(&self, page: &Page) -> Vec<(Span, Target)> {
        let sight = self.top..self.top + self.text_height();
        let first = page.rows.get(self.top).map_or(0, |row| row.span.start());
        let from = |span: Span| Span::new(span.start().max(first), span.end().max(first));
        let placed = page.marks.iter().enumerate();
        let placed = placed.filter(|(_, placed)| placed.rows.start < sight.end && placed.rows.end > sight.start);
        let mut links: Vec<(Span, Target)> =
            placed.map(|(index, placed)| (from(placed.shown), Target::Mark(index))).collect();
        links.extend(page.inks.iter().filter_map(|ink| match ink.kind {
            InkKind::Lead(lead) => Some((ink.span, Target::Lead(lead))),
            _ => None,
        }));
        links.extend(self.named_links(page).into_iter().map(|(span, target)| (from(span), target)));
        // Of what begins in one place the passage comes first.
        links.sort_by_key(|(span, _)| span.start());
        // Of several names in the same words (“the Vellish and Ostian envoys”) one is enough.
        let is_name = |target: &Target| matches!(target, Target::Named(_) | Target::Name(_));
        links.dedup_by(|next, kept| next.0.start() == kept.0.start() && is_name(&next.1) && is_name(&kept.1));
        links
    }

    /// Every mention in sight of each name that is highlighted.
    fn named_links(&self, page: &Page) -> Vec<(Span, Target)> {
        let (Some(story), true) = (self.story(), self.finding.is_none()) else { return Vec::new() };
        let rows = page.rows.iter().skip(self.top).take(self.text_height());
        let Some(sight) = rows.map(|row| row.span).reduce(Span::cover) else { return Vec::new() };
        let shown = story.annotations.names.iter().filter(|name| self.names.shows(name.kind));
        let in_sight = |name: &Name| -> Vec<Span> {
            let shown = name.mentions.iter().filter_map(|mention| page.sheet.shown(mention.passage));
            shown.filter(|span| span.overlaps(sight)).collect()
        };
        let links = shown.flat_map(|name| {
            let spans = in_sight(name);
            let target = if spans.is_empty() { None } else { self.target_of(&name.id) };
            spans.into_iter().filter_map(move |span| Some((span, target.clone()?)))
        });
        links.collect()
    }

    /// Where a name leads: to the stories that name the same, or to its page where it is named here alone.
    fn target_of(&self, id: &EntityId) -> Option<Target> {
        let is_it = |entity: &Entity| entity.id == *id;
        self.query_for(id)
            .map(Target::Named)
            .or_else(|| self.library.connections.entities.iter().position(is_it).map(Target::Name))
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
    fn links_in_panel(&self) -> Vec<Found> {
        let panel = self.panes.panel;
        let rows = usize::from(panel.height.saturating_sub(1));
        let lines = self.panel.lines(rows).into_iter().zip(panel.y.saturating_add(1)..panel.bottom());
        let kin = |(line, y): (Line, u16)| match line {
            Line::Kin(index) => Some(Found { x: panel.x + 1, y, end: panel.right(), target: Target::Kin(index) }),
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
