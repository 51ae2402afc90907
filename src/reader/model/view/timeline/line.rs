//! A meeting in, its row in the list out, in as many columns as there are.

use jiff::civil::Date;

use crate::dossier::meeting::{Summary, kind};
use crate::dossier::timeline::Mark;
use crate::library::Library;
use crate::links::{Meeting, Tier};
use crate::reader::model::digest::count;
use crate::reader::model::view::meeting::people::{self, Calling};
use crate::reader::model::view::{Cell, Role, Row};
use crate::text::width::width;

/// The columns of a row: where each begins, and how many it has; 0 for what is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Measure {
    day: u16,
    who: (u16, u16),
    place: (u16, u16),
    kind: (u16, u16),
    status: (u16, u16),
    stories: (u16, u16),
    is_brief: bool,
    flags: (u16, u16),
    tier: (u16, u16),
    columns: u16,
}

/// The widest words of a list, in columns: what is not needed by one column, another one gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Widest {
    place: u16,
    kind: u16,
    stories: u16,
}

impl Widest {
    /// Of these meetings.
    pub(super) fn of(library: &Library, meetings: &[usize]) -> Self {
        let narrow = |words: &str| u16::try_from(width(words)).unwrap_or(u16::MAX);
        let all = meetings.iter().filter_map(|number| library.connections.meetings.get(*number));
        all.fold(Self::default(), |widest, meeting| Self {
            place: widest.place.max(meeting.place.as_ref().map_or(0, |place| narrow(&place.name))),
            kind: widest.kind.max(narrow(&kind(meeting))),
            stories: widest.stories.max(narrow(&meeting.stories().to_string())),
        })
    }
}

/// Columns between two facts.
const GAP: u16 = 2;
/// Columns that those who met have at least where a town could take more.
const WHO: u16 = 20;

impl Measure {
    /// Shares out so many columns; what matters less is left out where they are few.
    pub(super) fn new(columns: u16, widest: Widest) -> Self {
        let (day, place, kind, status, stories, flags, tier) = match columns {
            100.. => (13, widest.place.clamp(14, 18), 12, 10, 10, 3, 3),
            70..100 => {
                let (kind, stories) = (widest.kind.min(12), widest.stories.clamp(1, 5));
                // The sign, the day, and what stands on the right, each with its gap.
                let taken = 14 + kind + stories + 3 + 3 + 5 * GAP;
                let place = widest.place.min(columns.saturating_sub(taken + WHO)).clamp(8, 18);
                (13, place, kind, 0, stories, 3, 3)
            }
            // A pair is worth more than the day of the week.
            50..70 => (9, widest.place.clamp(8, 10), 0, 0, 0, 3, 3),
            30..50 => (9, 0, 0, 0, 0, 3, 0),
            _ => (9, 0, 0, 0, 0, 0, 0),
        };
        let mut end = columns;
        // From right to left, each with its gap on the left.
        let mut part = |width: u16| {
            end = end.saturating_sub(width);
            let begins = end;
            end = end.saturating_sub(if width > 0 { GAP } else { 0 });
            (begins, width)
        };
        let (tier, flags, stories) = (part(tier), part(flags), part(stories));
        let (status, kind, place) = (part(status), part(kind), part(place));
        let who = (day + 1, end.saturating_sub(day + 1));
        Self { day, who, place, kind, status, stories, is_brief: columns < 100, flags, tier, columns }
    }

    /// The row of a meeting; how sure the least sure of its stories is, and whether links as sure as that are shown.
    pub(super) fn row(&self, library: &Library, calling: &Calling, number: usize, tier: Option<(Tier, bool)>) -> Row {
        let Some(meeting) = library.connections.meetings.get(number) else { return Row::blank() };
        let summary = Summary::of(library, number);
        let mut facts: Vec<Cell> = Vec::new();
        let mut put = |(column, width): (u16, u16), words: String, role: Role, is_right: bool| {
            if width > 0 && !words.is_empty() {
                let cell = Cell::new(column, words, role);
                facts.push(if is_right { cell.right(width) } else { cell.within(width) });
            }
        };
        let place = meeting.place.as_ref().map_or_else(String::new, |place| place.name.clone());
        put(self.place, place, Role::Name(crate::language::NameKind::Place), false);
        put(self.kind, kind(meeting), Role::Muted, false);
        let status = if meeting.status == crate::meetings::Status::Unknown { "" } else { meeting.status.word() };
        put(self.status, status.into(), Role::Muted, false);
        let stories =
            if self.is_brief { summary.stories.to_string() } else { count(summary.stories, "story", "stories") };
        put(self.stories, stories, Role::Muted, true);
        let (column, width) = self.flags;
        let is_linked = tier.is_none_or(|(_, is_shown)| is_shown);
        put(
            (column, width.min(1)),
            if is_linked && summary.is_told_apart() { "⇄".into() } else { String::new() },
            Role::Accent,
            false,
        );
        let differs = if summary.differs.is_empty() { String::new() } else { "≠".into() };
        put((column + 2, width.min(1)), differs, Role::Differs, false);
        let tier = tier.map(|(tier, _)| tier);
        let role = if is_linked { Role::Accent } else { Role::Muted };
        put(self.tier, tier.map_or_else(String::new, |tier| tier.dots().into()), role, false);
        // Nothing is cut beside columns in which nothing stands.
        let mut free = self.columns;
        for fact in facts.iter_mut().rev() {
            if !fact.is_right {
                fact.width = fact.width.max(free.saturating_sub(fact.column));
            }
            free = begins(fact).saturating_sub(GAP);
        }
        // The column of days tells that none is known: the sign is free for whether it was held.
        let mark = Mark::of_status(meeting.status);
        let mut cells = vec![Cell::new(1, mark.sign(), mark_role(mark))];
        cells.extend(self.days(meeting));
        cells.extend(self.called(library, calling, meeting, free));
        cells.extend(facts);
        Row::new(cells).said(spoken(library, meeting, &summary, tier))
    }

    /// Who met; where they are too many for their column, up to the next fact, which begins behind the column `free`.
    fn called(&self, library: &Library, calling: &Calling, meeting: &Meeting, free: u16) -> Vec<Cell> {
        let (column, wide) = self.who;
        // Without a column for its kind nothing else tells one round from another.
        let called = |wide: u16| match self.kind.1 {
            0 => calling.numbered(library, meeting, column, wide),
            _ => calling.cells(library, meeting, column, wide),
        };
        let own = called(wide);
        let room = free.saturating_sub(column);
        if room > wide && is_cut(&own) { called(room) } else { own }
    }

    /// `20 Mon`, `20–22`, `~21 Tue` where no words say the day: the month stands above.
    fn days(&self, meeting: &Meeting) -> Vec<Cell> {
        let Some(when) = meeting.when else { return Vec::new() };
        let (from, to) = (when.interval.from, when.interval.to);
        let whole = |from: Date, to: Date| from == from.first_of_month() && to == to.last_of_month();
        if whole(from, to) {
            return Vec::new();
        }
        let mut cells = Vec::new();
        let weekday = if self.day > 9 { 4 } else { 0 };
        let days =
            if when.interval.is_day() { from.day().to_string() } else { format!("{}–{}", from.day(), to.day()) };
        let days = if meeting.is_about() { format!("~{days}") } else { days };
        cells.push(Cell::new(2, days, Role::Base).right(self.day - weekday - 3));
        if when.interval.is_day() && weekday > 0 {
            cells.push(Cell::new(self.day - 3, from.strftime("%a").to_string(), Role::Muted));
        }
        cells
    }
}

/// Whether of those who met some are left out or cut.
pub(super) fn is_cut(who: &[Cell]) -> bool {
    who.iter().any(|cell| width(&cell.words) > usize::from(cell.width) || cell.words.starts_with(" +"))
}

/// The first column in which words of a cell stand.
pub(super) fn begins(cell: &Cell) -> u16 {
    let words = u16::try_from(width(&cell.words)).unwrap_or(u16::MAX).min(cell.width);
    cell.column + if cell.is_right { cell.width - words } else { 0 }
}

/// How the sign of a meeting is drawn: what is surely so stands out.
pub(super) const fn mark_role(mark: Mark) -> Role {
    match mark {
        Mark::Held => Role::Strong,
        Mark::Planned => Role::Base,
        Mark::Cancelled | Mark::Unknown | Mark::Vague => Role::Muted,
    }
}

/// Everything that the row shows, in words.
fn spoken(library: &Library, meeting: &Meeting, summary: &Summary, tier: Option<Tier>) -> String {
    // The dash between those who met is no word.
    let (names, kind) = (people::names(library, meeting).replace(" – ", " and "), kind(meeting));
    // What has a name of its own is called after its number or its kind already, and so is one of several of the same people.
    let is_named = meeting.participants.is_empty() || meeting.ordinal.is_some() && meeting.series.is_some();
    let is_told = is_named || names.strip_suffix(&kind).is_some_and(|before| before.ends_with(", "));
    let mut told = vec![people::when(meeting), names];
    told.extend(meeting.place.as_ref().map(|place| place.name.clone()));
    told.extend((!is_told).then_some(kind));
    told.push(people::status(meeting.status).to_owned());
    told.push(count(summary.stories, "story", "stories"));
    if summary.outlets > 1 {
        told.push(format!("{} outlets", summary.outlets));
    }
    if !summary.differs.is_empty() {
        let slots: Vec<&str> = summary.differs.iter().map(|slot| slot.word()).collect();
        told.push(format!("they disagree on {}", slots.join(" and ")));
    }
    told.extend(tier.map(|tier| tier.words().to_owned()));
    told.join(", ")
}
