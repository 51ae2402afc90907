//! What readers corrected: each entry with its day, what it changed, and whether it applies.
//!
//! **In:** the corrections of the library. **Out:** two rows for each, the latest first; Enter leads to where it applies.
//! **Why:** whoever corrects must be able to see what they did, a year later too, and to take it back.

use std::ops::Range;

use super::content::{Cell, Content, Role, Row, Target};
use super::contents::Inputs;
use crate::dossier::Source;
use crate::library::Library;
use crate::library::corrections::{Entry, Standing, What};
use crate::text::Span;
use crate::text::fold::folded;
use crate::text::wrap::{Breaks, wrap};

/// Columns of a day, with the air behind it.
const DAY: u16 = 13;
/// From this width on the day stands beside the words.
const WIDE: u16 = 64;

/// The list.
#[derive(Debug)]
pub(super) struct Corrections {
    /// Places in the file, the latest first.
    listed: Vec<usize>,
    all: usize,
    columns: u16,
    empty: String,
}

/// Makes the list.
pub(super) fn content(inputs: &Inputs<'_>) -> Corrections {
    let all = inputs.library.corrections.entries.len();
    let empty = if inputs.is_finding {
        "Corrections are told once all stories are read."
    } else if all == 0 {
        "Nothing is corrected yet. Press e where you see an error: on a name, a meeting, a date."
    } else {
        "No correction has these words."
    };
    Corrections { listed: listed(inputs.library, inputs.words), all, columns: inputs.columns, empty: empty.to_owned() }
}

/// The place in the file of the correction at this stop, of those that have the words.
pub(in crate::reader) fn correction_at(library: &Library, words: &str, stop: usize) -> Option<usize> {
    listed(library, words).get(stop).copied()
}

/// The stop of a correction among those that have the words.
pub(super) fn stop_of(library: &Library, words: &str, what: &What) -> Option<usize> {
    let is_it = |number: &usize| library.corrections.entries.get(*number).is_some_and(|entry| entry.what == *what);
    listed(library, words).iter().position(is_it)
}

fn listed(library: &Library, words: &str) -> Vec<usize> {
    let wanted: Vec<String> = words.split_whitespace().map(folded).collect();
    let has = |entry: &Entry| {
        let told = folded(&format!("{} {}", entry.what.words(), entry.what.sort()));
        wanted.iter().all(|word| told.contains(word.as_str()))
    };
    let entries = library.corrections.entries.iter().enumerate().rev();
    entries.filter(|(_, entry)| has(entry)).map(|(number, _)| number).collect()
}

impl Corrections {
    fn entry<'l>(&self, library: &'l Library, stop: usize) -> Option<(&'l Entry, Option<&'l Standing>)> {
        let number = *self.listed.get(stop)?;
        Some((library.corrections.entries.get(number)?, library.standing.get(number)))
    }

    /// What it is, and when that was said.
    fn first(&self, entry: &Entry) -> Row {
        let day = day_of(entry);
        let words = entry.what.words();
        if self.columns < WIDE {
            return Row::new(vec![Cell::new(0, words.clone(), Role::Base).within(self.columns)]).said(words);
        }
        let cells = vec![
            Cell::new(0, day.clone(), Role::Muted).right(DAY - 2),
            Cell::new(DAY, words.clone(), Role::Base).within(self.columns.saturating_sub(DAY)),
        ];
        Row::new(cells).said(if day.is_empty() { words } else { format!("{words}. {day}") })
    }

    /// What it changed, or why it does not.
    fn second(&self, library: &Library, entry: &Entry, standing: Option<&Standing>) -> Row {
        let (sign, words, role) = standing_of(library, entry, standing);
        // What it is says the first row as well; where there is little room, the day goes before.
        let before = if self.columns < WIDE { day_of(entry) } else { entry.what.sort().to_owned() };
        let column = if self.columns < WIDE { 2 } else { DAY };
        let told = if before.is_empty() { format!("{sign}{words}") } else { format!("{before}  ·  {sign}{words}") };
        Row::new(vec![Cell::new(column, told, role).within(self.columns.saturating_sub(column))])
            .said(format!("{}. {words}", entry.what.sort()))
    }
}

fn day_of(entry: &Entry) -> String {
    entry.made.map(|day| day.strftime("%-d %b %Y").to_string()).unwrap_or_default()
}

/// A sign and words for whether it applies, and what it changed.
fn standing_of(library: &Library, entry: &Entry, standing: Option<&Standing>) -> (&'static str, String, Role) {
    match standing {
        Some(Standing::Gone(why)) => ("✗ ", format!("no longer applies: {why}"), Role::Wrong),
        Some(Standing::Elsewhere) => ("– ", "about no name and no story that is here".to_owned(), Role::Muted),
        Some(Standing::Overruled(by)) => {
            let by = library.corrections.entries.get(*by).map_or_else(String::new, |by| by.what.words());
            ("– ", format!("a later correction counts: {by}"), Role::Muted)
        }
        Some(Standing::Idle) => ("– ", "changes nothing here".to_owned(), Role::Muted),
        _ => {
            let changed = entry.changed.clone().unwrap_or_else(|| "applies".to_owned());
            match standing {
                Some(Standing::Applies { gone: Some(gone), .. }) => {
                    ("✗ ", format!("applies in part: {gone}"), Role::Wrong)
                }
                _ => ("", changed, Role::Muted),
            }
        }
    }
}

/// Words in as many rows as they need.
fn wrapped(words: &str, columns: u16, role: Role) -> Vec<Row> {
    let rows = wrap(words, Span::whole(words), usize::from(columns.max(1)), Breaks::Reflow);
    rows.into_iter().map(|row| Row::new(vec![Cell::new(0, row.span.of(words), role).within(columns)])).collect()
}

impl Content for Corrections {
    fn title(&self) -> Vec<Cell> {
        vec![Cell::new(0, "Corrections", Role::Strong)]
    }

    fn count(&self) -> Option<String> {
        let all = if self.all == 1 { "1 correction".to_owned() } else { format!("{} corrections", self.all) };
        match (self.all, self.listed.len()) {
            (0, _) => None,
            (all_of_them, listed) if all_of_them == listed => Some(all),
            (_, listed) => Some(format!("{listed} of {all}")),
        }
    }

    fn rows(&self) -> usize {
        // A blank row between each two.
        (self.listed.len() * 3).saturating_sub(1)
    }

    fn row(&self, library: &Library, number: usize, _: usize) -> Row {
        let Some((entry, standing)) = self.entry(library, number / 3) else { return Row::blank() };
        match number % 3 {
            0 => self.first(entry),
            1 => self.second(library, entry, standing),
            _ => Row::blank().said(""),
        }
    }

    fn stops(&self) -> usize {
        self.listed.len()
    }

    fn rows_of(&self, stop: usize) -> Range<usize> {
        stop * 3..stop * 3 + 2
    }

    fn stop_at(&self, row: usize, _: u16) -> Option<usize> {
        (row % 3 < 2 && row / 3 < self.listed.len()).then_some(row / 3)
    }

    fn target(&self, library: &Library, stop: usize) -> Option<Target> {
        let (entry, standing) = self.entry(library, stop)?;
        let Some(Standing::Applies { stories, tellings, .. }) = standing else { return None };
        if let Some(mention) = tellings.first() {
            return Some(Target::Mention(*mention));
        }
        let story = *stories.first()?;
        Some(name_in(library, story, &entry.what).map_or(Target::Story(story), Target::Passage))
    }

    fn has_detail(&self) -> bool {
        !self.listed.is_empty()
    }

    /// All of it, where a row has no room for that.
    fn detail(&self, library: &Library, stop: usize, columns: u16) -> Vec<Row> {
        let Some((entry, standing)) = self.entry(library, stop) else { return Vec::new() };
        let (sign, words, role) = standing_of(library, entry, standing);
        let mut rows = wrapped(&entry.what.words(), columns, Role::Base);
        rows.extend(wrapped(&format!("{sign}{words}"), columns, role));
        rows
    }

    fn empty(&self) -> &str {
        &self.empty
    }

    fn is_filtered(&self) -> bool {
        true
    }
}

/// The first words of a story that a correction of a name is about.
fn name_in(library: &Library, story: usize, what: &What) -> Option<Source> {
    use crate::language::{Correction, slug};
    let What::Reading(correction) = what else { return None };
    let written: Vec<&String> = match correction {
        Correction::Same { names, .. } => names.iter().collect(),
        Correction::Apart { name, words, .. } => words.iter().chain([name]).collect(),
        Correction::Rename { name, to } => vec![name, to],
        Correction::Kind { name, .. } => vec![name],
        Correction::Never { .. } | Correction::Day { .. } => Vec::new(),
    };
    let wanted: Vec<String> = written.into_iter().map(|written| slug(written)).collect();
    let names = library.stories.get(story)?.annotations.names.iter();
    let is_it = |name: &&crate::language::Name| {
        wanted.iter().any(|wanted| name.id.as_str() == wanted || slug(&name.name) == *wanted)
    };
    let passage = names.filter(is_it).flat_map(|name| &name.mentions).next()?.passage;
    Some(Source { story, passage })
}
