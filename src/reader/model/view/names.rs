//! All names, by mentions.
//!
//! **In:** the library's names, and what narrows them. **Out:** a row a name: what it is, how it is called, how often and in
//! how many stories it is mentioned, when; below, the top facts of the one at the cursor. **Why:** who a folder is about is
//! the first thing that one wants to know of it.

mod told;

pub(super) use self::told::{others, others_within};

use std::ops::Range;
use std::sync::Arc;

use super::content::{Cell, Content, From, Role, Row, Target};
use super::remembered::Remembered;
use super::{Inputs, View, course};
use crate::dossier::Source;
use crate::dossier::name::{Course, Names};
use crate::dossier::wording;
use crate::language::{EntityId, NameKind, slug};
use crate::library::Library;
use crate::links::Entity;
use crate::search::{FoundName, FoundNames, NameQuery};
use crate::text::sanitise::one_line;

/// From so many columns on a row tells the kind in words and draws bars.
const WIDE: u16 = 50;
/// From so many columns on it tells the first and the last day.
const WIDEST: u16 = 96;

/// Rows that are kept for the next frame, and names with what is told of them: some screens full.
const ROWS: usize = 400;
const TOLD: usize = 64;

/// The list of names.
#[derive(Debug)]
pub(super) struct NameList {
    names: Arc<Names>,
    found: FoundNames,
    /// How many names there are in all.
    all: usize,
    columns: Columns,
    /// Rows that were in sight: bars cost a pass over a name's stories.
    made: Remembered<usize>,
    /// What was told last of names, in so many columns.
    told: Remembered<(usize, u16)>,
    empty: &'static str,
}

/// Where the parts of a row stand.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Columns {
    kind: Range<u16>,
    name: Range<u16>,
    mentions: Range<u16>,
    stories: Range<u16>,
    bars: Range<u16>,
    days: Range<u16>,
}

impl Columns {
    fn of(all: u16) -> Self {
        let (kind, stories, bars, days) = match all {
            0..28 => (2, 0, 0, 0),
            28..WIDE => (2, 5, 0, 0),
            WIDE..76 => (16, 8, 0, 0),
            76..WIDEST => (16, 9, 14, 0),
            _ => (16, 9, 16, 27),
        };
        let mentions = if all < WIDE { 6 } else { 10 };
        let gap = |wide: u16| if wide == 0 { 0 } else { wide + 2 };
        let name = all.saturating_sub(kind + mentions + stories + gap(bars) + gap(days));
        let mut at = 0;
        let mut next = |wide: u16, before: u16| {
            let start = at + if wide == 0 { 0 } else { before };
            at = start + wide;
            start..at
        };
        Self {
            kind: next(kind, 0),
            name: next(name, 0),
            mentions: next(mentions, 0),
            stories: next(stories, 0),
            bars: next(bars, 2),
            days: next(days, 2),
        }
    }
}

/// The list, narrowed by what is typed.
pub(super) fn content(inputs: &Inputs<'_>) -> NameList {
    let (names, filter) = inputs.prepared.names(inputs.library);
    let mut query = NameQuery::parse(inputs.words).unwrap_or_default();
    query.stories.least = inputs.least;
    let found = filter.run(inputs.library, &names, inputs.filter(), inputs.own, &query);
    let all = inputs.library.connections.entities.len();
    let empty = match (inputs.is_finding, all) {
        (true, _) => "Names are still being looked for.",
        (false, 0) => "No names were found in these stories.",
        (false, _) => "No name answers this. Esc shows all of them again.",
    };
    let columns = Columns::of(inputs.columns);
    let (made, told) = (Remembered::new(ROWS), Remembered::new(TOLD));
    NameList { names, found, all, columns, made, told, empty }
}

/// The letter for a kind, that of the key which lights it in texts.
pub(super) const fn letter(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "p",
        NameKind::Organisation => "o",
        NameKind::Place => "l",
        NameKind::Group => "g",
        NameKind::Event => "e",
        NameKind::Document => "d",
    }
}

/// A number with its thousands apart: `50 000`.
pub(super) fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut told = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) && digits.len() > 4 {
            told.push('\u{202f}');
        }
        told.push(digit);
    }
    told
}

/// `1 story`, `50 000 stories`.
pub(in crate::reader) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

impl NameList {
    fn found<'l>(&self, library: &'l Library, number: usize) -> Option<(&FoundName, &'l Entity)> {
        let found = self.found.names.get(number)?;
        Some((found, library.connections.entities.get(found.entity)?))
    }

    fn is_counted(&self, story: usize) -> bool {
        self.found.counted.as_ref().is_none_or(|counted| counted.get(story) == Some(&true))
    }

    fn make(&self, library: &Library, number_of_row: usize) -> Row {
        let Some((found, entity)) = self.found(library, number_of_row) else { return Row::blank() };
        let at = &self.columns;
        let kind = entity.kind;
        let is_wide = at.kind.len() > 2;
        let words = if is_wide { format!("{} {}", letter(kind), kind.word()) } else { letter(kind).to_owned() };
        let mut cells = vec![cell(&at.kind, words, Role::Muted)];
        let whence = whence(library, entity).unwrap_or_default();
        name_cells(&mut cells, found, (entity, &whence), at.name.start, width_of(&at.name).saturating_sub(1));
        cells.push(right(&at.mentions, number(found.mentions), Role::Base));
        cells.push(right(&at.stories, number(found.stories), Role::Muted));
        let days = || {
            entity.stories.iter().filter(|story| self.is_counted(**story)).filter_map(|story| self.names.day(*story))
        };
        if let (Some((from, to)), true) = (self.names.days(), !at.bars.is_empty()) {
            let mut course = Course::spanning(from, to, at.bars.len());
            days().for_each(|day| course.count(day));
            cells.push(cell(&at.bars, course::bars(&course), Role::Base));
        }
        let told = days().min().zip(days().max()).map(|(first, last)| {
            if first == last {
                wording::day(first)
            } else {
                format!("{} – {}", wording::day(first), wording::day(last))
            }
        });
        if let Some(told) = told.clone().filter(|_| !at.days.is_empty()) {
            let lead = u16::from(told.as_bytes().get(1) == Some(&b' '));
            cells.push(Cell::new(at.days.start + lead, told, Role::Date).within(width_of(&at.days) - lead));
        }
        let (mentions, stories) =
            (counted(found.mentions, "mention", "mentions"), counted(found.stories, "story", "stories"));
        let told = told.map(|told| format!(", {told}")).unwrap_or_default();
        let whence = if whence.is_empty() { whence } else { format!(", {whence}") };
        let spelled = found.spelling.as_ref().map(|(words, _)| format!(", also {words}")).unwrap_or_default();
        Row::new(cells).said(format!(
            "{}{whence}, {}{spelled}, {mentions} in {stories}{told}",
            entity.name,
            kind.word()
        ))
    }
}

/// The name with the letters lit that were asked for, and behind it the spelling that was, if it is another one.
fn name_cells(cells: &mut Vec<Cell>, found: &FoundName, (entity, whence): (&Entity, &str), column: u16, room: u16) {
    let role = Role::Name(entity.kind);
    let mut at = lit(cells, &entity.name, &found.lit, role, column, column + room);
    if let Some((words, letters)) = &found.spelling {
        at += 2;
        at = lit(cells, words, letters, Role::Muted, at, column + room);
    }
    if !whence.is_empty() {
        lit(cells, whence, &[], Role::Muted, at + 2, column + room);
    }
}

/// Where someone is named who is called as somebody else is, and was told apart by a correction: else two rows were the same.
fn whence(library: &Library, entity: &Entity) -> Option<String> {
    let own = slug(&entity.name);
    let is_parted = entity.id.as_str().strip_prefix(own.as_str()).is_some_and(|rest| rest.starts_with('-'));
    let has_namesake = || library.entity(&EntityId::new(&own)).is_some_and(|other| other.name == entity.name);
    if !is_parted || !has_namesake() {
        return None;
    }
    let article = &library.stories.get(*entity.stories.first()?)?.article;
    let whence = article.outlet.as_ref().map_or(article.title.text.as_str(), |outlet| outlet.name.as_str());
    let more = entity.stories.len() - 1;
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    Some(format!("in {}{more}", one_line(whence)))
}

/// Words from `column` on, up to before `end`, with these letters (byte offsets) lit; gives the column behind them.
fn lit(cells: &mut Vec<Cell>, words: &str, letters: &[usize], role: Role, column: u16, end: u16) -> u16 {
    use unicode_segmentation::UnicodeSegmentation;
    let fits = crate::text::width::truncate(words, usize::from(end.saturating_sub(column)));
    let mut at = column;
    let mut run = (String::new(), false);
    let mut close = |run: &mut (String, bool), at: &mut u16| {
        if run.0.is_empty() {
            return;
        }
        let wide = u16::try_from(crate::text::width::width(&run.0)).unwrap_or(u16::MAX);
        cells.push(Cell::new(*at, std::mem::take(&mut run.0), if run.1 { Role::Lit } else { role }).within(wide));
        *at = at.saturating_add(wide);
    };
    for (start, cluster) in fits.grapheme_indices(true) {
        let is_cut = !words.get(start..).is_some_and(|rest| rest.starts_with(cluster));
        let is_lit = !is_cut && letters.iter().any(|letter| (start..start + cluster.len()).contains(letter));
        if is_lit != run.1 {
            close(&mut run, &mut at);
            run.1 = is_lit;
        }
        run.0.push_str(cluster);
    }
    close(&mut run, &mut at);
    at
}

fn width_of(columns: &Range<u16>) -> u16 {
    columns.end - columns.start
}

fn cell(columns: &Range<u16>, words: impl Into<String>, role: Role) -> Cell {
    Cell::new(columns.start, words, role).within(width_of(columns))
}

fn right(columns: &Range<u16>, words: impl Into<String>, role: Role) -> Cell {
    Cell::new(columns.start, words, role).right(width_of(columns))
}

impl Content for NameList {
    fn title(&self) -> Vec<Cell> {
        vec![Cell::new(0, "Names", Role::Strong)]
    }

    fn count(&self) -> Option<String> {
        let (some, all) = (self.found.names.len(), self.all);
        let names = counted(all, "name", "names");
        Some(if some == all { names } else { format!("{} of {names}", number(some)) })
    }

    fn head_rows(&self, _: &Library, _: usize) -> usize {
        usize::from(self.columns.kind.len() > 2 && !self.found.names.is_empty())
    }

    fn head(&self, library: &Library, stop: usize) -> Vec<Row> {
        let at = &self.columns;
        if self.head_rows(library, stop) == 0 {
            return Vec::new();
        }
        let mut cells = vec![
            cell(&at.kind, "kind", Role::Muted),
            cell(&at.name, "name", Role::Muted),
            right(&at.mentions, "mentions", Role::Muted),
            right(&at.stories, "stories", Role::Muted),
        ];
        if let (Some((from, to)), true) = (self.names.days(), !at.bars.is_empty()) {
            let unit = Course::spanning(from, to, at.bars.len()).unit;
            cells.push(cell(&at.bars, course::stretch(unit), Role::Muted));
        }
        if !at.days.is_empty() {
            cells.push(cell(&at.days, "first – last story", Role::Muted));
        }
        vec![Row::new(cells).said("")]
    }

    fn rows(&self) -> usize {
        self.found.names.len()
    }

    fn row(&self, library: &Library, number: usize, _: usize) -> Row {
        self.made.get(number, || vec![self.make(library, number)]).pop().unwrap_or_default()
    }

    fn start(&self, library: &Library, from: From) -> usize {
        let place = |entity: usize| self.found.names.iter().position(|found| found.entity == entity);
        told::in_focus(library, &self.names, from).and_then(place).unwrap_or(0)
    }

    fn target(&self, library: &Library, stop: usize) -> Option<Target> {
        self.found(library, stop).map(|(found, _)| Target::View(View::Name(found.entity)))
    }

    fn source(&self, library: &Library, stop: usize) -> Option<Source> {
        let (found, entity) = self.found(library, stop)?;
        let counted = entity.stories.iter().copied().filter(|story| self.is_counted(*story));
        self.names.latest_mention(library, found.entity, counted)
    }

    fn has_detail(&self) -> bool {
        !self.found.names.is_empty()
    }

    fn detail(&self, library: &Library, stop: usize, columns: u16) -> Vec<Row> {
        let Some((found, _)) = self.found(library, stop) else { return Vec::new() };
        self.told.get((found.entity, columns), || told::rows(library, &self.names, found.entity, columns))
    }

    fn empty(&self) -> &str {
        self.empty
    }

    fn is_filtered(&self) -> bool {
        true
    }
}
