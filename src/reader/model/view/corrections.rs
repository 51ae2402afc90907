//! What readers corrected: each entry with its day, what it changed, and whether it applies.
//!
//! **In:** the corrections of the library. **Out:** two rows for each, the latest first; Enter leads to where it applies.
//! What could not be read of the file stands above them, with its line, at which Enter opens the file. **Why:** whoever
//! corrects must be able to see what they did, a year later too, and to take it back or mend it.

use std::ops::Range;

use super::content::{Cell, Content, Role, Row, Target};
use super::contents::Inputs;
use crate::dossier::Source;
use crate::library::Library;
use crate::library::by_hand::ByHandError;
use crate::library::corrections::{Entry, Standing, What};
use crate::text::Span;
use crate::text::fold::folded;
use crate::text::sanitise::one_line;
use crate::text::wrap::{Breaks, wrap};

/// Columns of a day, with the air behind it.
const DAY: u16 = 13;
/// From this width on the day stands beside the words.
const WIDE: u16 = 64;

/// The list.
#[derive(Debug)]
pub(super) struct Corrections {
    /// Places among the faults of the file, in its order.
    faults: Vec<usize>,
    /// Places in the file, the latest first.
    listed: Vec<usize>,
    all: usize,
    columns: u16,
    empty: String,
}

/// Below so many columns few words are said where nothing is corrected.
const NARROW: u16 = 40;

/// Makes the list.
pub(super) fn content(inputs: &Inputs<'_>) -> Corrections {
    let all = inputs.library.corrections.entries.len();
    let faults = faults(inputs.library, inputs.words);
    let empty = if inputs.is_finding {
        "Corrections are told once all stories are read."
    } else if all == 0 && inputs.library.corrections.faults.is_empty() && inputs.columns < NARROW {
        "Nothing yet: e where something is wrong."
    } else if all == 0 && inputs.library.corrections.faults.is_empty() {
        "Nothing is corrected yet. Press e where you see an error: on a name, a meeting, a date."
    } else {
        "No correction has these words."
    };
    let listed = listed(inputs.library, inputs.words);
    Corrections { faults, listed, all, columns: inputs.columns, empty: empty.to_owned() }
}

/// The stop of a correction among those that have the words.
pub(super) fn stop_of(library: &Library, words: &str, what: &What) -> Option<usize> {
    let is_it = |number: &usize| library.corrections.entries.get(*number).is_some_and(|entry| entry.what == *what);
    let found = listed(library, words).iter().position(is_it)?;
    Some(faults(library, words).len() + found)
}

/// The words that are looked for, each of which has to be there.
fn wanted(words: &str) -> Vec<String> {
    words.split_whitespace().map(folded).collect()
}

fn faults(library: &Library, words: &str) -> Vec<usize> {
    let wanted = wanted(words);
    let has = |fault: &ByHandError| {
        let told = folded(&fault.what);
        wanted.iter().all(|word| told.contains(word.as_str()))
    };
    let faults = library.corrections.faults.iter().enumerate();
    faults.filter(|(_, fault)| has(fault)).map(|(number, _)| number).collect()
}

fn listed(library: &Library, words: &str) -> Vec<usize> {
    let wanted = wanted(words);
    let has = |entry: &Entry| {
        if wanted.is_empty() {
            return true;
        }
        // By its files too: the file of corrections names stories so.
        let told = folded(&format!("{} {} {}", entry.what.told(library), entry.what.words(), entry.what.sort()));
        wanted.iter().all(|word| told.contains(word.as_str()))
    };
    let entries = library.corrections.entries.iter().enumerate().rev();
    entries.filter(|(_, entry)| has(entry)).map(|(number, _)| number).collect()
}

impl Corrections {
    fn entry<'l>(&self, library: &'l Library, stop: usize) -> Option<(&'l Entry, Option<&'l Standing>)> {
        let number = self.correction(stop)?;
        Some((library.corrections.entries.get(number)?, library.standing.get(number)))
    }

    fn fault<'l>(&self, library: &'l Library, stop: usize) -> Option<&'l ByHandError> {
        library.corrections.faults.get(self.unread_correction(stop)?)
    }

    fn stands(&self) -> usize {
        self.faults.len() + self.listed.len()
    }

    /// What is wrong in the file, and where.
    fn of_fault(&self, fault: &ByHandError, is_first: bool) -> Row {
        let line = fault.line.map_or_else(String::new, |line| format!("line {line}"));
        if is_first {
            let told = if line.is_empty() { fault.what.clone() } else { format!("{line}: {}", fault.what) };
            let said = format!("Not read: {told}");
            if self.columns < WIDE {
                return Row::new(vec![Cell::new(0, format!("✗ {told}"), Role::Wrong).within(self.columns)]).said(said);
            }
            let room = self.columns.saturating_sub(DAY);
            return Row::new(vec![
                Cell::new(0, line, Role::Muted).right(DAY - 2),
                Cell::new(DAY, format!("✗ {}", fault.what), Role::Wrong).within(room),
            ])
            .said(said);
        }
        let name = fault.path.file_name().map(|name| one_line(&name.to_string_lossy())).unwrap_or_default();
        let column = if self.columns < WIDE { 2 } else { DAY };
        let words = format!("not read  ·  Enter opens {name} there");
        Row::new(vec![Cell::new(column, words, Role::Muted).within(self.columns.saturating_sub(column))])
            .said(format!("Enter opens {name} there."))
    }

    /// What it is, and when that was said.
    fn first(&self, library: &Library, entry: &Entry) -> Row {
        let day = day_of(entry);
        let words = entry.what.told(library);
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
        Some(Standing::Elsewhere) => ("", "about no name and no story that is here".to_owned(), Role::Muted),
        Some(Standing::Overruled(by)) => {
            let by = library.corrections.entries.get(*by).map_or_else(String::new, |by| by.what.told(library));
            ("", format!("a later correction counts: {by}"), Role::Muted)
        }
        Some(Standing::Idle) => ("", "changes nothing here".to_owned(), Role::Muted),
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
        let told = match (self.all, self.listed.len()) {
            (0, _) => None,
            (all_of_them, listed) if all_of_them == listed => Some(all),
            (_, listed) => Some(format!("{listed} of {all}")),
        };
        let unread = (!self.faults.is_empty()).then(|| format!("{} not read", self.faults.len()));
        let told: Vec<String> = told.into_iter().chain(unread).collect();
        (!told.is_empty()).then(|| told.join(", "))
    }

    fn rows(&self) -> usize {
        // A blank row between each two.
        (self.stands() * 3).saturating_sub(1)
    }

    fn row(&self, library: &Library, number: usize, _: usize) -> Row {
        if let Some(fault) = self.fault(library, number / 3).filter(|_| number % 3 < 2) {
            return self.of_fault(fault, number.is_multiple_of(3));
        }
        let Some((entry, standing)) = self.entry(library, number / 3) else { return Row::blank().said("") };
        match number % 3 {
            0 => self.first(library, entry),
            1 => self.second(library, entry, standing),
            _ => Row::blank().said(""),
        }
    }

    fn correction(&self, stop: usize) -> Option<usize> {
        self.listed.get(stop.checked_sub(self.faults.len())?).copied()
    }

    fn unread_correction(&self, stop: usize) -> Option<usize> {
        self.faults.get(stop).copied()
    }

    fn stops(&self) -> usize {
        self.stands()
    }

    fn rows_of(&self, stop: usize) -> Range<usize> {
        stop * 3..stop * 3 + 2
    }

    fn stop_at(&self, row: usize, _: u16) -> Option<usize> {
        (row % 3 < 2 && row / 3 < self.stands()).then_some(row / 3)
    }

    fn target(&self, library: &Library, stop: usize) -> Option<Target> {
        let (entry, standing) = self.entry(library, stop)?;
        let Some(Standing::Applies { stories, tellings, denied, .. }) = standing else { return None };
        if let Some((story, passage)) = denied.first() {
            return Some(Target::Passage(Source { story: *story, passage: *passage }));
        }
        if let Some(mention) = tellings.first() {
            return Some(Target::Mention(*mention));
        }
        let story = *stories.first()?;
        Some(name_in(library, story, &entry.what).map_or(Target::Story(story), Target::Passage))
    }

    fn has_detail(&self) -> bool {
        self.stands() > 0
    }

    /// All of it, where a row has no room for that.
    fn detail(&self, library: &Library, stop: usize, columns: u16) -> Vec<Row> {
        if let Some(fault) = self.fault(library, stop) {
            return wrapped(&fault.to_string(), columns, Role::Wrong);
        }
        let Some((entry, standing)) = self.entry(library, stop) else { return Vec::new() };
        let (sign, words, role) = standing_of(library, entry, standing);
        let mut rows = wrapped(&entry.what.told(library), columns, Role::Base);
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
